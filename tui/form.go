package tui

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// saved is what a save brought: the thing, what it is called from now on, and
// what the notice says.
type saved struct {
	thing  committee.Thing
	label  string
	notice string
	// opens is the page that the change leads to; nil for none.
	opens func() page
}

// useCase is what a form or a prompt does to the file with its values.
type useCase func(context.Context, Book) (saved, error)

// formSpec is what makes one form different from another.
type formSpec struct {
	origin origin
	place  place
	title  string
	fields []widget.Field
	// save makes the use case of what was typed.
	save func(v widget.Values) useCase
	// nested makes the form of what a lookup does not know yet.
	nested map[string]func(typed string) page
	// adds names the lookups whose new names are all added on saving, once one of
	// them asked for what it does not know.
	adds []string
	// told is what stands under the fields, made of what they hold; quick takes
	// a key before the form does, and tells whether it did. Nil for none.
	told  func(widget.Values) []formTold
	quick func(f widget.Form, key string) (widget.Form, tea.Cmd, bool)
	// doubt says what speaks against saving; the same key again saves
	// nonetheless. Empty, or nil, for nothing.
	doubt func(widget.Values) string
}

// formTold is a line under the fields of a form.
type formTold struct {
	text        string
	good, wrong bool
}

// toldHeight is how many lines a form keeps for what it tells.
const toldHeight = 5

// formPage is a form on a screen of its own. It closes when the thing is in
// the file, not before.
type formPage struct {
	d       *desk
	spec    formSpec
	number  int
	form    widget.Form
	waiting string // the field that a nested form is to fill
	nested  int    // that form
	lent    lent   // what an editor has
	aware   bool   // the doubt was said, and nothing typed since
	doubted string // what was typed when the use case had a doubt about it
	width   int
	height  int
}

// formSavedMsg says what became of a save.
type formSavedMsg struct {
	form  int
	saved saved
	err   error
	since []register.Change // what was done to the thing last, after a conflict
}

func newForm(d *desk, spec formSpec) formPage {
	form := widget.NewForm(formConfig(d, spec.fields))
	return formPage{d: d, spec: spec, number: form.ID(), form: form}
}

// Init focuses the first field.
func (p formPage) Init() tea.Cmd { return p.form.Init() }

// Place tells which register the form belongs to.
func (p formPage) Place() place { return p.spec.place }

// Title says what is being filled in.
func (p formPage) Title() string { return p.spec.title }

// Typing is always true: single letters belong to the fields.
func (p formPage) Typing() bool { return true }

// Number is what the form's messages carry.
func (p formPage) Number() int { return p.number }

// Saving tells whether a save is under way.
func (p formPage) Saving() bool { return p.form.Saving() }

// Unsaved tells whether leaving would lose something.
func (p formPage) Unsaved() bool { return p.form.Changed() }

// View draws the form, and what it tells under it.
func (p formPage) View() string {
	if p.spec.told == nil {
		return inset(p.form.View())
	}
	st := p.d.styles
	lines := fill(strings.Split(p.form.View(), "\n"), max(p.height-toldHeight, 1))
	lines = append(lines, st.Paint(theme.Rule, strings.Repeat(st.Glyph.Rule, p.width)))
	var said []string
	for _, l := range p.spec.told(p.form.Values()) {
		role, mark := theme.Muted, ""
		switch {
		case l.wrong:
			role, mark = theme.Warn, st.Glyph.Late+" "
		case l.good:
			role, mark = theme.Good, st.Glyph.Check+" "
		}
		for _, row := range strings.Split(ansi.Wrap(mark+text.Line(l.text), max(p.width-2, 10), ""), "\n") {
			said = append(said, "  "+st.Paint(role, row))
		}
	}
	return inset(strings.Join(append(lines, fill(said, toldHeight-1)...), "\n"))
}

// inset moves what a form draws one column in, where everything else stands.
func inset(s string) string { return " " + strings.ReplaceAll(s, "\n", "\n ") }

// Update passes keys to the form and acts on what it says.
func (p formPage) Update(msg tea.Msg) (page, tea.Cmd) {
	if f, l, cmd, ok := elsewhere(p.d, p.form, p.lent, msg); ok {
		p.form, p.lent = f, l
		return p, cmd
	}
	switch msg := msg.(type) {
	case areaMsg:
		return p.resize(msg), nil
	case tea.KeyPressMsg:
		p.aware = p.aware && keymap.SaveForm.Matches(msg.String())
		if next, cmd, ok := p.quick(msg.String()); ok {
			return next, cmd
		}
	case restyledMsg:
		p.form = p.form.SetStyles(p.d.styles)
		return p, nil
	case widget.FormSubmitMsg:
		return p.submit(msg)
	case submitMsg:
		if msg.form != p.number {
			return p, nil
		}
		var cmd tea.Cmd
		p.form, cmd = p.form.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
		return p, cmd
	case widget.FormLeaveMsg:
		if msg.Form == p.number {
			return p, p.leave(msg.Changed)
		}
		return p, nil
	case widget.FormNewMsg:
		if msg.Form == p.number && slices.Contains(p.spec.adds, msg.Field) {
			p.form = p.form.Free(p.d.words().Attend.Adds, p.spec.adds...)
			return p, nil
		}
		if nested := p.spec.nested[msg.Field]; msg.Form == p.number && nested != nil {
			next := nested(msg.Typed)
			if f, ok := next.(formPage); ok {
				p.waiting, p.nested = msg.Field, f.number
			}
			return p, push(next)
		}
		return p, nil
	case formSavedMsg:
		return p.done(msg)
	case conflictReadMsg:
		return p.conflicted(msg)
	case changedMsg:
		return p.disturbed(msg), nil
	case savedMsg:
		if p.waiting != "" && msg.from == p.nested {
			p.form = p.form.Take(p.waiting, register.Option{Thing: msg.thing, Label: msg.label})
			p.waiting = ""
		}
		return p, nil
	}
	var cmd tea.Cmd
	p.form, cmd = p.form.Update(msg)
	return p, cmd
}

// submit saves the form, unless something speaks against it that was not said.
func (p formPage) submit(msg widget.FormSubmitMsg) (page, tea.Cmd) {
	if msg.Form != p.number {
		return p, nil
	}
	if why := p.doubt(msg.Values); why != "" {
		p.form, p.aware = p.form.Fail(why), true
		return p, nil
	}
	run, about := p.spec.save(msg.Values), p.doubted
	return p, keep(p.d, p.number, func(ctx context.Context, b Book) (saved, error) {
		return run(context.WithValue(ctx, doubtKey{}, about), b)
	})
}

// doubt is what speaks against saving and was not said yet.
func (p formPage) doubt(v widget.Values) string {
	if p.spec.doubt == nil || p.aware {
		return ""
	}
	return p.spec.doubt(v)
}

// resize gives the form its area, less what it tells under it.
func (p formPage) resize(msg areaMsg) formPage {
	p.width, p.height = msg.width-1, msg.height
	room := msg.height
	if p.spec.told != nil {
		room = max(room-toldHeight, 1)
	}
	p.form = p.form.Resize(p.width, room)
	return p
}

// quick gives a key to the form's own quick keys; false when it is none.
func (p formPage) quick(name string) (formPage, tea.Cmd, bool) {
	if p.spec.quick == nil || p.form.Saving() {
		return p, nil, false
	}
	next, cmd, ok := p.spec.quick(p.form, name)
	p.form = next
	return p, cmd, ok
}

// keep runs the use case of a form or of a prompt.
func keep(d *desk, number int, run useCase) tea.Cmd {
	book, shelf, saves := d.book, d.shelf, d.saves
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		s, err := run(ctx, book)
		msg := formSavedMsg{form: number, saved: s, err: err}
		if err == nil {
			shelf.saved(number)
		} else if c := conflictOf(err); c != nil {
			msg.since, _ = book.Changes(ctx, c.Thing, mostSince)
		}
		return msg
	}
}

// done closes the form when the thing is in the file; otherwise what was typed
// stays, the field at fault is marked and the reason is said.
func (p formPage) done(msg formSavedMsg) (page, tea.Cmd) {
	if msg.form != p.number {
		return p, nil
	}
	if msg.err == nil {
		return p, send(savedMsg{thing: msg.saved.thing, label: msg.saved.label, notice: msg.saved.notice, from: p.number})
	}
	if c := conflictOf(msg.err); c != nil {
		return p.askConflict(c, msg.since)
	}
	var doubt *doubtError
	if errors.As(msg.err, &doubt) {
		p.doubted, p.form = doubt.about, p.form.Fail(doubt.said)
		return p, nil
	}
	p.form = refused(p.d, p.form, msg.err)
	return p, strand(msg.err, p.number)
}

// refused says in the form why the save failed: at the field when one is at
// fault, below the form otherwise.
func refused(d *desk, f widget.Form, err error) widget.Form {
	var field *committee.FieldError
	if errors.As(err, &field) && f.Values().Shows(string(field.Field)) {
		return f.SetError(string(field.Field), d.loc.Fault(err))
	}
	if errors.Is(err, context.Canceled) {
		return f.Fail(d.words().Watch.GivenUp)
	}
	return f.Fail(d.loc.Error(err))
}

// submitMsg saves a form as ctrl+s does.
type submitMsg struct{ form int }

// leave closes the form, asking first when something would be lost.
func (p formPage) leave(changed bool) tea.Cmd {
	if !changed {
		return send(poppedMsg{p.number})
	}
	return askLeave(p.d, p.number, send(poppedMsg{p.number}))
}

// askLeave asks what becomes of what was typed and not saved.
func askLeave(d *desk, form int, discard tea.Cmd) tea.Cmd {
	w := d.words().Form
	return send(askedMsg{choiceDialog{d: d, title: w.LeaveTitle, lines: []string{w.LeaveLine}, choices: []choice{
		{key: keySave, word: w.SaveNow, then: send(submitMsg{form})},
		{key: keyDiscard, word: w.Discard, then: discard},
		{key: "esc", word: w.GoOn},
	}}})
}

// Commands are the keys of a form.
func (p formPage) Commands() []command {
	return append(voiceCommands(p.form), editorCommand(p.d, p.form, formCommands(p.form, p.d.words().Form.CloseList))...)
}

// formCommands are the keys of a form as they are now: the form handles them.
// closeList is what leaving means while a completion is open.
func formCommands(f widget.Form, closeList string) []command {
	var cmds []command
	switch f.Mode() {
	case widget.FormBusy:
		return nil
	case widget.FormList:
		cmds = []command{{key: keymap.Move}, {key: keymap.CompletionTake}}
	case widget.FormOffer:
		cmds = []command{{key: keymap.Move}, {key: keymap.NextField}}
	case widget.FormChoice:
		cmds = []command{{key: keymap.Choose}, {key: keymap.NextField}}
	case widget.FormLong:
		cmds = []command{{key: keymap.NewLine}, {key: keymap.NextField}}
	default:
		cmds = []command{{key: keymap.NextField}, {key: keymap.PreviousField}}
	}
	// Saving and leaving are always in sight, however narrow the footer.
	leave := command{key: keymap.LeaveForm}
	if f.Mode() == widget.FormList || f.Mode() == widget.FormOffer {
		leave.word = closeList
	}
	cmds = append([]command{{key: keymap.SaveForm}, leave}, cmds...)
	if f.CanNew() {
		cmds = append(cmds, command{key: keymap.NewInField})
	}
	return cmds
}

// savedNotice says that a thing is in the file, by the name it now has. It is
// made before the save, so that the save reads nothing of the desk.
func savedNotice(d *desk) func(name string) string {
	dot, word := d.styles.Glyph.Dot, d.words().Common.Saved
	return func(name string) string { return name + " " + dot + " " + word }
}

// editing is the title of the form of something known already.
func editing(d *desk, name string) string {
	return name + " " + d.styles.Glyph.Dot + " " + d.words().Form.Editing
}
