package tui

import (
	"fmt"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// side is what was chosen for a field that two people changed.
type side int

const (
	undecided side = iota
	takesMine
	takesTheirs
	takesBoth
)

// conflictPage shows, field by field, what somebody typed beside what another
// saved meanwhile, with what both began from. Nothing is given up before the
// person has chosen; the form under it stays as it is until then.
type conflictPage struct {
	d      *desk
	mine   formPage
	theirs formPage
	since  []register.Change
	found  []widget.Difference
	chosen map[string]side
	over   bool // it was answered: the next keys are for what comes
	view   widget.Sheet
	width  int
}

func newConflict(d *desk, mine, theirs formPage, since []register.Change) conflictPage {
	p := conflictPage{
		d: d, mine: mine, theirs: theirs, since: since,
		found: mine.form.Compare(theirs.form), chosen: map[string]side{}, view: widget.NewSheet(d.styles),
	}
	return p.show()
}

// shownMsg says that the page is there: the keys that waited are for it.
type shownMsg struct{}

// Init has nothing to load.
func (p conflictPage) Init() tea.Cmd { return send(shownMsg{}) }

// Saving tells whether the page was answered.
func (p conflictPage) Saving() bool { return p.over }

// Place tells which register the thing belongs to.
func (p conflictPage) Place() place { return p.mine.spec.place }

// Title says what is being chosen between.
func (p conflictPage) Title() string { return p.d.words().Conflict.Title }

// Typing is true: the letters are answers.
func (p conflictPage) Typing() bool { return true }

// Answering is true: no letter is text, and the help has its key.
func (p conflictPage) Answering() bool { return true }

// View draws both sides.
func (p conflictPage) View() string { return p.view.View() }

// Update takes the answers.
func (p conflictPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.view = msg.width, p.view.Resize(msg.width, msg.height)
	case restyledMsg:
		p.view = p.view.SetStyles(p.d.styles)
		return p.show(), nil
	case tea.KeyPressMsg:
		return p.press(msg.String())
	}
	return p, nil
}

func (p conflictPage) press(name string) (page, tea.Cmd) {
	switch {
	case keymap.LeaveForm.Matches(name):
		p.over = true
		return p, send(mergedMsg{form: p.mine, back: true})
	case keymap.SaveForm.Matches(name):
		return p.save()
	case keymap.TakeMine.Matches(name):
		return p.choose(takesMine)
	case keymap.TakeTheirs.Matches(name):
		return p.choose(takesTheirs)
	case keymap.TakeBoth.Matches(name):
		return p.both()
	case keymap.AllMine.Matches(name):
		return p.all(takesMine), nil
	case keymap.AllTheirs.Matches(name):
		return p.all(takesTheirs), nil
	}
	p.view = scrollSheet(p.view, name)
	return p, nil
}

// disputed are the fields that both changed.
func (p conflictPage) disputed() []widget.Difference { return p.on(widget.Both) }

func (p conflictPage) on(s widget.Side) []widget.Difference {
	var some []widget.Difference
	for _, d := range p.found {
		if d.Side == s {
			some = append(some, d)
		}
	}
	return some
}

// left are the fields still to be chosen.
func (p conflictPage) left() (names []string) {
	for _, d := range p.disputed() {
		if p.chosen[d.Name] == undecided {
			names = append(names, d.Name)
		}
	}
	return names
}

// choose takes one side for the field in focus, and goes to the next that is
// undecided.
func (p conflictPage) choose(s side) (conflictPage, tea.Cmd) {
	name, ok := p.view.Focused()
	if !ok {
		return p, nil
	}
	p.chosen = maps.Clone(p.chosen)
	p.chosen[name] = s
	p = p.show()
	for _, next := range p.left() {
		p.view = p.view.Focus(next)
		break
	}
	return p, nil
}

func (p conflictPage) all(s side) conflictPage {
	p.chosen = map[string]side{}
	for _, d := range p.disputed() {
		p.chosen[d.Name] = s
	}
	return p.show()
}

// both puts the two texts in the field in focus, to be merged by hand: at once
// when nothing else is to be chosen.
func (p conflictPage) both() (page, tea.Cmd) {
	name, ok := p.view.Focused()
	if !ok {
		return p, nil
	}
	if _, takes := p.mine.form.Join(p.theirs.form, name); !takes {
		return p, send(noticedMsg{text: p.d.words().Conflict.NoMerge, role: theme.Warn})
	}
	p, _ = p.choose(takesBoth)
	if len(p.left()) > 0 {
		return p, nil
	}
	return p.save()
}

// save goes on with what was chosen: into the file, or into the form where two
// texts are still to be merged.
func (p conflictPage) save() (page, tea.Cmd) {
	if left := p.left(); len(left) > 0 {
		return p, send(noticedMsg{text: p.d.loc.Count(p.d.words().Conflict.Left, len(left)), role: theme.Warn})
	}
	var mine, both []string
	for _, d := range p.on(widget.Mine) {
		mine = append(mine, d.Name)
	}
	for _, d := range p.disputed() {
		switch p.chosen[d.Name] {
		case takesMine:
			mine = append(mine, d.Name)
		case takesBoth:
			mine, both = append(mine, d.Name), append(both, d.Name)
		}
	}
	msg := mergedMsg{form: p.mine.merge(p.theirs, mine...)}
	for _, name := range slices.Backward(both) {
		msg.form.form, _ = msg.form.form.Join(p.theirs.form, name)
		msg.field = p.found[slices.IndexFunc(p.found, func(d widget.Difference) bool { return d.Name == name })]
	}
	p.over = true
	return p, send(msg)
}

// show writes what is to be chosen, then what is taken over and kept.
func (p conflictPage) show() conflictPage {
	w := p.d.words().Conflict
	blocks := []widget.Block{{Rows: p.intro()}}
	for i, d := range p.disputed() {
		b := widget.Block{Rows: p.question(d)}
		if i == 0 {
			b.Title = w.Choose
		}
		blocks = append(blocks, b)
	}
	blocks = append(blocks, some(w.TakenOver, p.changes(p.on(widget.Theirs)))...)
	blocks = append(blocks, some(w.Kept, p.changes(p.on(widget.Mine)))...)
	if gone := p.changes(p.on(widget.Gone)); len(gone) > 0 {
		blocks = append(blocks, listed(w.Gone, append([]widget.Row{{Text: w.GoneHelp, Role: theme.Warn}}, gone...), ""))
	}
	p.view = p.view.Set(blocks)
	return p
}

// intro says who changed the thing, when and how.
func (p conflictPage) intro() []widget.Row {
	w := p.d.words().Conflict
	said := w.Intro
	if len(p.disputed()) == 0 {
		said = w.NothingHere
	}
	rows := []widget.Row{{Text: said, Role: theme.Strong}}
	for _, c := range p.since {
		rows = append(rows, widget.Row{
			Label: p.d.when(c.At),
			Text:  p.d.who(c.Actor) + " " + p.d.styles.Glyph.Dot + " " + p.d.loc.Done(c.Verb, c.Thing.Kind),
		})
	}
	return rows
}

// question is one field with its three texts.
func (p conflictPage) question(d widget.Difference) []widget.Row {
	w := p.d.words().Conflict
	answer := map[side]string{undecided: w.Undecided, takesMine: w.TakesMine, takesTheirs: w.TakesTheirs, takesBoth: w.TakesBoth}
	if p.mine.form.Joins(d.Name) {
		answer[undecided] = w.UndecidedText
	}
	role := theme.Warn
	if p.chosen[d.Name] != undecided {
		role = theme.Good
	}
	theirs := p.against(w.Theirs, d, d.Theirs)
	if len(p.since) == 1 {
		by := "(" + fmt.Sprintf(w.By, p.d.who(p.since[0].Actor), p.d.when(p.since[0].At)) + ") "
		if theirs.Spans == nil {
			theirs.Spans = []widget.Span{{Text: theirs.Text, Role: theirs.Role}}
		}
		theirs.Spans = append([]widget.Span{{Text: by, Role: theme.Muted}}, theirs.Spans...)
	}
	return []widget.Row{
		{Label: d.Label, Text: answer[p.chosen[d.Name]], Role: role, Target: d.Name, Answers: true, Long: true},
		{Label: w.Origin, Text: p.orNothing(d.First), Role: theme.Muted},
		p.against(w.Mine, d, d.Mine),
		theirs,
	}
}

// against is one side of a field: for words, what was changed in the first
// text.
func (p conflictPage) against(label string, d widget.Difference, said string) widget.Row {
	row := widget.Row{Label: label, Text: p.orNothing(said), Role: theme.Text}
	if d.Text && d.First != "" && said != "" {
		row.Spans = widget.WordDiff(d.First, said)
	}
	return row
}

// changes are the fields that one side alone changed.
func (p conflictPage) changes(found []widget.Difference) []widget.Row {
	var rows []widget.Row
	for _, d := range found {
		said := d.Mine
		if d.Side == widget.Theirs {
			said = d.Theirs
		}
		row := p.against(d.Label, d, said)
		if row.Spans == nil {
			row.Text = p.orNothing(d.First) + " " + p.d.styles.Glyph.Arrow + " " + row.Text
		}
		rows = append(rows, row)
	}
	return rows
}

func (p conflictPage) orNothing(said string) string {
	if said == "" {
		return p.d.words().Conflict.Nothing
	}
	return said
}

// helpWidth is the width from which the footer has room for the key of the help.
const helpWidth = 80

// Commands are the keys of the screen; Update takes them.
func (p conflictPage) Commands() []command {
	w := p.d.words().Conflict
	cmds := []command{{key: keymap.SaveForm}, {key: keymap.LeaveForm, word: w.Back}}
	if name, ok := p.view.Focused(); ok {
		cmds = append(cmds, command{key: keymap.TakeMine}, command{key: keymap.TakeTheirs})
		if p.mine.form.Joins(name) {
			cmds = append(cmds, command{key: keymap.TakeBoth})
		}
	}
	if len(p.disputed()) > 1 {
		cmds = append(cmds, command{key: keymap.AllMine}, command{key: keymap.AllTheirs})
	}
	help := command{key: keymap.Help}
	help.quiet = p.width < helpWidth // the answers come first
	return append(cmds, command{key: keymap.Move}, quiet(command{key: keymap.PageDown}), quiet(command{key: keymap.PageUp}), help)
}
