package tui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// adjournSheet is a meeting with the checks that fail.
type adjournSheet struct {
	meeting register.MeetingSheet
	failed  []register.Check
	// undecided are the recommendations that a check is about.
	undecided map[string]register.RecommendationSheet
}

// adjournPage shows what is missing before a session is adjourned, leads to
// what mends it, and adjourns.
type adjournPage struct {
	reading[adjournSheet]
	id      committee.MeetingID
	leaving bool // the adjournment was asked for: the summary follows
}

// newAdjourn opens the checks of a meeting in session.
func newAdjourn(d *desk, id committee.MeetingID) page {
	return adjournPage{reading: newReading[adjournSheet](d), id: id}
}

// Init looks, or looks anew.
func (p adjournPage) Init() tea.Cmd { return p.read(p.from()) }

func (p adjournPage) from() func(context.Context, Book) (adjournSheet, error) {
	id := p.id
	return func(ctx context.Context, b Book) (s adjournSheet, err error) {
		if s.meeting, err = b.Meeting(ctx, id); err != nil {
			return s, err
		}
		if s.failed, err = b.Checks(ctx, id); err != nil {
			return s, err
		}
		s.undecided = map[string]register.RecommendationSheet{}
		for _, c := range s.failed {
			if c.Check != committee.CheckProposed {
				continue
			}
			if s.undecided[c.Thing], err = b.Recommendation(ctx, committee.RecommendationID(c.Thing)); err != nil {
				return s, err
			}
		}
		return s, nil
	}
}

// Title is what is about to be done.
func (p adjournPage) Title() string { return p.d.words().Adjourn.Title }

// Side counts the checks that fail.
func (p adjournPage) Side() string {
	if !p.ready {
		return ""
	}
	return p.d.loc.Count(p.d.words().Adjourn.Failed, len(p.sheet.failed))
}

// Update takes answers; once the session is adjourned the summary stands in
// place of the page.
func (p adjournPage) Update(msg tea.Msg) (page, tea.Cmd) {
	if msg, ok := msg.(savedMsg); ok && p.leaving && msg.thing == thing(committee.KindMeeting, p.id) {
		id := p.id
		return p, send(invokedMsg{func(r root) (tea.Model, tea.Cmd) {
			if _, ok := r.top().(adjournPage); ok && len(r.stack) > 1 {
				r.stack = append([]page{}, r.stack[:len(r.stack)-1]...)
			}
			return r.Update(pushedMsg{newSummary(r.d, id)})
		}})
	}
	var cmd tea.Cmd
	drawn := false
	if p.reading, cmd, drawn = p.took(msg, p.id, p.from()); drawn {
		return p.show(), cmd
	}
	return p, cmd
}

// checkMark begins the target of a check, by its place in the list.
const checkMark = "check:"

func (p adjournPage) show() adjournPage {
	d, w := p.d, p.d.words()
	var rows []widget.Row
	for n, c := range p.sheet.failed {
		said := checkSaid(d, c, p.sheet.meeting)
		for _, k := range p.settling(c) {
			said += "  " + k.key.Show + "\u00a0" + strings.ReplaceAll(k.key.Word(w.Keys).Short, " ", "\u00a0")
		}
		rows = append(rows, widget.Row{
			Text: d.styles.Glyph.Late + " " + keysShown(d, said), Target: checkMark + strconv.Itoa(n), Long: true,
		})
	}
	lead := widget.Block{Rows: []widget.Row{{Text: meetingTitle(d, p.sheet.meeting.Meeting), Role: theme.Strong}}}
	if len(rows) > 0 {
		lead.Rows = append(lead.Rows, widget.Row{Text: keysShown(d, w.Adjourn.Explain), Role: theme.Muted, Long: true})
	}
	if len(p.left()) > 0 {
		lead.Rows = append(lead.Rows, widget.Row{Text: w.Adjourn.ExplainAll, Role: theme.Muted, Long: true})
	}
	p.view = p.view.Set([]widget.Block{lead, {Title: w.Adjourn.Checks, Rows: rows, Empty: w.Adjourn.AllDone}})
	return p
}

// checkSaid is a check in words, with what it is about.
func checkSaid(d *desk, c register.Check, at register.MeetingSheet) string {
	w := d.words()
	about := called(d, c.Kind, c.Name)
	switch c.Check {
	case committee.CheckNotice:
		about = d.loc.ShortNotice(at.Meeting, at.NoticeDays)
	case committee.CheckAttendance:
		if _, ok := c.Half(); ok {
			about = ""
			break
		}
		about = w.Adjourn.NobodyNoted
		if c.Count > 0 {
			about = d.loc.Count(w.Adjourn.Awaited, c.Count)
		}
	case committee.CheckChair, committee.CheckSecretary:
		if c.Thing == "" {
			about = w.Adjourn.NobodyNamed
		} else {
			about = fmt.Sprintf(w.Adjourn.NeverCame, about)
		}
	}
	said := strings.Join(dropEmpty([]string{d.loc.CheckSaid(c.Override), about}), w.Sheet.Colon)
	if c.Quorum.Missed() {
		said += " " + d.styles.Glyph.Dot + " " + d.loc.Missed(at.Counting.Base, c.Quorum)
	}
	return said
}

// Commands are the keys of the page.
func (p adjournPage) Commands() []command {
	scroll := func(k keymap.Key) command {
		return turning(k, func(p adjournPage, name string) (page, tea.Cmd) {
			p.view = scrollSheet(p.view, name)
			return p, nil
		})
	}
	if !p.ready {
		return nil
	}
	cmds := []command{scroll(keymap.Move)}
	if c, ok := p.focused(); ok {
		cmds = append(append(cmds, act(keymap.Open, "", func() tea.Cmd { return p.mend(c) })), p.settling(c)...)
	}
	cmds = append(p.elsewhere(cmds), p.settlesAll())
	end := turning(keymap.AdjournNow, func(p adjournPage, _ string) (page, tea.Cmd) {
		p.leaving = true
		return p, p.ask()
	})
	end.once, end.off = true, stepOff(p.d, p.sheet.meeting.Meeting, committee.VerbAdjourn)
	cmds = append(cmds, end)
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, quiet(scroll(k)))
	}
	return cmds
}

// mend goes to what a check is about.
func (p adjournPage) mend(c register.Check) tea.Cmd {
	d, about := p.d, committee.Thing{Kind: c.Kind, ID: c.Thing}
	switch c.Check {
	case committee.CheckChair, committee.CheckSecretary, committee.CheckNotice:
		form := newMeetingForm(d, p.sheet.meeting)
		form.form = form.form.Focus(string(map[committee.CheckKind]committee.Field{
			committee.CheckChair: committee.FieldChair, committee.CheckSecretary: committee.FieldSecretary, committee.CheckNotice: committee.FieldNotice,
		}[c.Check]))
		return push(form)
	case committee.CheckAttendance, committee.CheckQuorum:
		if half, ok := c.Half(); ok {
			return push(newAttendOf(d, p.id, half))
		}
		return push(newAttend(d, p.id))
	case committee.CheckItem:
		return p.toSession(committee.AgendaItemID(c.Thing))
	case committee.CheckVote:
		return visitRecord(d, p.sheet.meeting, target(about))
	case committee.CheckAction:
		return opening(d, func(ctx context.Context, b Book) (register.ActionSheet, error) {
			return b.Action(ctx, committee.ActionID(c.Thing))
		}, newActionForm)
	case committee.CheckAddressee:
		return opening(d, func(ctx context.Context, b Book) (register.RecommendationSheet, error) {
			return b.Recommendation(ctx, committee.RecommendationID(c.Thing))
		}, newRecommendationForm)
	}
	if c.Kind == committee.KindEntry {
		return visitRecord(d, p.sheet.meeting, target(about))
	}
	return send(openedMsg{about})
}

// opening reads a thing, then opens its form.
func opening[S any](d *desk, read func(context.Context, Book) (S, error), form func(*desk, S) formPage) tea.Cmd {
	book := d.book
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		s, err := read(ctx, book)
		if err != nil {
			return failedQuietlyMsg{err}
		}
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) { return r.Update(pushedMsg{form(r.d, s)}) }}
	}
}

// adjournSeed is what the prompt of the adjournment is made of.
type adjournSeed struct {
	Meeting committee.Meeting    `json:"meeting"`
	Passed  []committee.Override `json:"passed"`
}

// ask asks for the time of the adjournment, once it is sure that what is
// missing is passed over.
func (p adjournPage) ask() tea.Cmd {
	d, w := p.d, p.d.words().Adjourn
	seed := adjournSeed{Meeting: p.sheet.meeting.Meeting}
	lines := []string{w.Line}
	for _, c := range p.sheet.failed {
		seed.Passed = append(seed.Passed, c.Override)
		lines = append(lines, d.styles.Glyph.Late+" "+checkSaid(d, c, p.sheet.meeting))
	}
	if len(seed.Passed) == 0 {
		return adjourn(d, seed)
	}
	return send(askedMsg{choiceDialog{d: d, title: w.Question, lines: lines, choices: []choice{
		{key: "enter", show: "⏎ " + d.words().Journal.YesKey, also: []string{"o", "y"}, word: w.Nonetheless, then: adjourn(d, seed)},
		{key: "esc", also: []string{"n"}, word: w.Mend},
	}}})
}

// adjourn asks for the time, and ends the session.
func adjourn(d *desk, s adjournSeed) tea.Cmd {
	w, m := d.words().Adjourn, s.Meeting
	var kinds []string
	for _, o := range s.Passed {
		if said := d.loc.CheckSaid(o); !slices.Contains(kinds, said) {
			kinds = append(kinds, said)
		}
	}
	why := ""
	if len(kinds) > 0 {
		why = fmt.Sprintf(w.PassingOver, d.loc.List(kinds))
	}
	if today := d.today(); m.Starts <= today && today < m.Last() {
		why = strings.Join(dropEmpty([]string{fmt.Sprintf(w.Early, d.loc.DateLong(today), d.loc.DateLong(m.Last())), why}), " ")
	}
	name := meetingTitle(d, m)
	from := made("adjourn", committee.KindMeeting, m.ID, m.Version, s)
	// One that was reopened for a correction keeps the time at which it rose.
	rose := cmp.Or(m.Closed, d.clock())
	fields := []widget.Field{must(labelled(clockField(d, committee.FieldEndTime, rose), w.ClosedAt))}
	return prompt(d, from, w.PromptTitle+d.words().Sheet.Colon+name, why, fields, func(v widget.Values) useCase {
		when := clock(v, committee.FieldEndTime)
		said := saved{thing: thing(committee.KindMeeting, m.ID), notice: name + " " + d.styles.Glyph.Dot + " " + d.loc.Done(committee.VerbAdjourn, committee.KindMeeting)}
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.AdjournMeeting(ctx, m.ID, at(ctx, m.Version), when, s.Passed...)
			return said, err
		}
	})
}
