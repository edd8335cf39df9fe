package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// journalChosenMsg says which lines of the journal are wanted.
type journalChosenMsg struct {
	page   int
	filter register.JournalFilter
}

// chooserDialog asks which lines of the journal are wanted. It writes nothing.
type chooserDialog struct {
	d       *desk
	page    int
	authors []register.Author
	prompt  widget.Prompt
}

// Names of its fields.
const (
	chooseBy    committee.Field = "by_whom"
	chooseVerbs committee.Field = "verbs"
)

func newChooser(d *desk, page int, now register.JournalFilter, authors []register.Author) chooserDialog {
	w := d.words()
	signers, words, by := []string{""}, map[string]string{"": w.Journal.Anybody}, ""
	for i, a := range authors {
		key := strconv.Itoa(i)
		signers, words[key] = append(signers, key), d.signed(a.Name)
		if now.Signed && now.By == a {
			by = key
		}
	}
	kinds, kindWords := []committee.Kind{""}, map[committee.Kind]string{"": w.Journal.AnyKind}
	for _, k := range journalKinds {
		kinds, kindWords[k] = append(kinds, k), w.States.Kind[k].Many
	}
	groups, groupWords := []register.VerbGroup{register.AnyVerb}, map[register.VerbGroup]string{register.AnyVerb: w.Journal.AnyVerb}
	for _, g := range register.VerbGroups {
		groups, groupWords[g] = append(groups, g), w.Journal.Groups[g]
	}
	fields := []widget.Field{
		labelled(choiceField(d, chooseBy, by, signers, words), w.Journal.By),
		labelled(choiceField(d, committee.FieldKind, now.Kind, kinds, kindWords), w.Journal.Kinds),
		labelled(choiceField(d, chooseVerbs, now.Verbs, groups, groupWords), w.Journal.Verbs),
		hint(labelled(dateField(d, committee.FieldDate, now.Since), w.Journal.Since), w.Journal.SinceHelp),
	}
	prompt := widget.NewPrompt(widget.PromptConfig{Title: w.Journal.Choose, Form: formConfig(d, fields)})
	return chooserDialog{d: d, page: page, authors: authors, prompt: prompt}
}

// journalKinds are the kinds that lines are about, in the order people meet
// them.
var journalKinds = []committee.Kind{
	committee.KindMeeting, committee.KindAgendaItem, committee.KindAttendance, committee.KindEntry, committee.KindRecommendation,
	committee.KindDecision, committee.KindAction, committee.KindUpdate, committee.KindGuideline, committee.KindArticle, committee.KindInstitution,
	committee.KindFunction, committee.KindPerson, committee.KindMandate, committee.KindGroup, committee.KindReference, committee.KindAxis,
	committee.KindCommittee,
}

// Init has nothing to load.
func (c chooserDialog) Init() tea.Cmd { return c.prompt.Init() }

// Resize gives the width and the greatest height.
func (c chooserDialog) Resize(width, height int) dialog {
	c.prompt = c.prompt.Resize(width-1, height)
	return c
}

// View draws the fields.
func (c chooserDialog) View() string { return inset(c.prompt.View()) }

// Commands are those of a form; what it saves is what is shown.
func (c chooserDialog) Commands() []command {
	cmds := formCommands(c.prompt.Form(), c.d.words().Form.CloseList)
	for i, cmd := range cmds {
		switch cmd.key.Show {
		case keymap.SaveForm.Show:
			cmds[i].word = c.d.words().Journal.Show
		case keymap.LeaveForm.Show:
			if cmd.word == "" {
				cmds[i].word = c.d.words().Form.Cancel
			}
		}
	}
	return cmds
}

// decides tells that the keys pressed after the answer wait for the lines.
func (c chooserDialog) decides() {}

// Update takes what is chosen.
func (c chooserDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case widget.FormSubmitMsg:
		if msg.Form == c.prompt.ID() {
			return c, send(answeredMsg{send(journalChosenMsg{c.page, c.chosen(msg.Values)})})
		}
		return c, nil
	case widget.FormLeaveMsg:
		if msg.Form == c.prompt.ID() {
			return c, send(answeredMsg{})
		}
		return c, nil
	}
	var cmd tea.Cmd
	c.prompt, cmd = c.prompt.Update(msg)
	return c, cmd
}

func (c chooserDialog) chosen(v widget.Values) register.JournalFilter {
	f := register.JournalFilter{
		Kind: chosen[committee.Kind](v, committee.FieldKind), Verbs: chosen[register.VerbGroup](v, chooseVerbs), Since: day(v, committee.FieldDate),
	}
	if i, err := strconv.Atoi(chosen[string](v, chooseBy)); err == nil && i >= 0 && i < len(c.authors) {
		f.Signed, f.By = true, c.authors[i]
	}
	return f
}

// narrowed says in a few words which lines are shown.
func (p journalPage) narrowed(f register.JournalFilter) []string {
	w := p.d.words()
	var parts []string
	if f.Signed {
		parts = append(parts, p.d.signed(f.By.Name))
	}
	if f.Kind != "" {
		parts = append(parts, w.States.Kind[f.Kind].Many)
	}
	if f.Verbs != register.AnyVerb {
		parts = append(parts, w.Journal.Groups[f.Verbs])
	}
	if !f.Since.Zero() {
		parts = append(parts, p.d.loc.Period(f.Since, ""))
	}
	return parts
}
