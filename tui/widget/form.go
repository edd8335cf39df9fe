package widget

import (
	"slices"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// FormWords are the words of a form itself. Cut takes the number of characters
// kept (%d); New takes the text typed (%s). Either may leave its verb out.
type FormWords struct {
	Required string // what is wrong with an empty field that is needed
	Unknown  string // text in a lookup that names nothing
	// UnknownNew stands for Unknown where ctrl+n adds a thing.
	UnknownNew string
	Cut        string // a text was too long and was cut
	Saving     string // the save is under way
	Search     string // a completion is under way
	NoMatch    string // a completion found nothing
	New        string // the row that offers ctrl+n
	Empty      string // stands for nothing in a field not in hand
	Yes        string
	No         string
	Unset      string // the answer that is neither
}

// FormConfig is what a form is made of.
type FormConfig struct {
	Fields []Field
	Words  FormWords
	Styles theme.Styles
	// Focus names the field in hand at first; the first one when empty.
	Focus string
	// Error words what a completion failed with; err.Error() when nil.
	Error func(error) string
}

// Messages of a form for the page that holds it. Form is the form's ID.
type (
	// FormSubmitMsg asks for a save: every field is right. The form is busy
	// from then on, until Busy(false), SetError or Fail.
	FormSubmitMsg struct {
		Form   int
		Values Values
	}
	// FormLeaveMsg asks to leave; Changed tells whether typing would be lost.
	FormLeaveMsg struct {
		Form    int
		Changed bool
	}
	// FormNewMsg asks for a thing that is missing from a lookup; Take hands it
	// back.
	FormNewMsg struct {
		Form  int
		Field string
		Typed string
	}
	// FormEditorMsg asks for a long text to be edited by another program;
	// Rewrite hands it back.
	FormEditorMsg struct {
		Form  int
		Field string
		Text  string
	}
)

// FormMode is what the keys of a form do at the moment, for the footer.
type FormMode int

// The modes.
const (
	FormLine   FormMode = iota // a line is typed
	FormLong                   // a long text is typed: enter breaks the line
	FormChoice                 // left and right choose
	FormLookup                 // a thing is typed; its list is closed
	FormList                   // the list is open: up and down, enter takes
	FormOffer                  // the list is open, nothing of it in hand: up and down
	FormBusy                   // a save is under way
)

// Form is fields to fill in. It is a value: Update and the methods that
// change it return the next one and leave this one as it was.
type Form struct {
	id      int
	config  FormConfig
	entries []entry
	at      int // the field in hand
	width   int
	height  int
	top     int // first row drawn
	cols    columns
	busy    bool
	waiting bool   // a submit waits for completions
	problem string // what is wrong with no field in particular
	note    string // what stays to be known
}

var formIDs atomic.Int64

// NewForm makes a form with its first field in hand. It draws nothing until
// Resize.
func NewForm(c FormConfig) Form {
	f := Form{id: int(formIDs.Add(1)), config: c}
	for _, field := range c.Fields {
		f.entries = append(f.entries, newEntry(field, c.Words))
	}
	f.settle()
	f.at = f.nearest(0)
	if i := f.index(c.Focus); i >= 0 && !f.entries[i].hidden {
		f.at = i
	}
	f.enter()
	return f
}

// Init has nothing to load; it makes a form a component like any other.
func (f Form) Init() tea.Cmd { return nil }

// ID tells the form's messages from those of another form.
func (f Form) ID() int { return f.id }

// Update takes key presses, pastes and the form's own messages; any other
// message changes nothing.
func (f Form) Update(msg tea.Msg) (Form, tea.Cmd) {
	f.entries = slices.Clone(f.entries)
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = f.key(pressed(msg))
	case tea.PasteMsg:
		cmd = f.paste(msg.Content)
	case completedMsg:
		cmd = f.answered(msg)
	default:
		return f, nil
	}
	f.settle()
	f.arrange()
	return f, cmd
}

// Resize gives the area View draws.
func (f Form) Resize(w, h int) Form {
	f.entries = slices.Clone(f.entries)
	f.width, f.height = max(w, 0), max(h, 0)
	f.arrange()
	return f
}

// SetStyles changes the look.
func (f Form) SetStyles(s theme.Styles) Form {
	f.config.Styles = s
	return f
}

// Typing tells whether keys are the form's own: always, while it has fields.
func (f Form) Typing() bool { return len(f.entries) > 0 }

// Mode is what the keys do now.
func (f Form) Mode() FormMode {
	if f.busy || f.waiting {
		return FormBusy
	}
	if len(f.entries) == 0 {
		return FormLine
	}
	switch e := f.entries[f.at]; {
	case e.Kind.lookup() && e.list.open && e.list.at < 0:
		return FormOffer
	case e.Kind.lookup() && e.list.open:
		return FormList
	case e.Kind.lookup():
		return FormLookup
	case e.Kind.choice():
		return FormChoice
	case e.Kind == FieldLong:
		return FormLong
	}
	return FormLine
}

// CanNew tells whether ctrl+n makes the thing missing from the field in hand.
func (f Form) CanNew() bool {
	return len(f.entries) > 0 && f.entries[f.at].New && f.entries[f.at].Kind.lookup()
}

// Free lets lookups keep text that names nothing in the file, and says with each
// what becomes of it.
func (f Form) Free(said string, names ...string) Form {
	f.entries = slices.Clone(f.entries)
	for _, name := range names {
		if i := f.index(name); i >= 0 && f.entries[i].Kind.lookup() {
			e := &f.entries[i]
			e.Free, e.New, e.Aside, e.fault = true, false, said, ""
			e.list.close()
		}
	}
	f.settle()
	f.arrange()
	return f
}

// Focused is the name of the field in hand.
func (f Form) Focused() string {
	if len(f.entries) == 0 {
		return ""
	}
	return f.entries[f.at].Name
}

// Focus puts the field of that name in hand; a field that is unknown or
// hidden changes nothing.
func (f Form) Focus(name string) Form {
	f.entries = slices.Clone(f.entries)
	if i := f.index(name); i >= 0 && !f.entries[i].hidden {
		f.focus(i)
	}
	f.arrange()
	return f
}

// Busy says that a save is under way: edits are ignored until it is over.
func (f Form) Busy(on bool) Form {
	f.entries = slices.Clone(f.entries)
	f.busy, f.waiting = on, false
	f.arrange()
	return f
}

// Saving tells whether the form is busy.
func (f Form) Saving() bool { return f.busy }

// SetError ends a save that failed on one field: the field is marked and put
// in hand, and everything typed stays. With no such field in sight the
// message stands below the form.
func (f Form) SetError(name, message string) Form {
	i := f.index(name)
	if i < 0 || f.entries[i].hidden {
		return f.Fail(message)
	}
	f.entries = slices.Clone(f.entries)
	f.busy, f.waiting, f.problem = false, false, ""
	f.entries[i].fault, f.entries[i].refused = text.Line(message), true
	f.focus(i)
	f.arrange()
	return f
}

// Fail ends a save that failed for a reason that no field shows. The message
// stands below the form until the next edit.
func (f Form) Fail(message string) Form {
	f.entries = slices.Clone(f.entries)
	f.busy, f.waiting, f.problem = false, false, text.Line(message)
	f.arrange()
	return f
}

// Take puts a thing in a lookup, as if it had been chosen there, and puts the
// field in hand: the answer to a FormNewMsg.
func (f Form) Take(name string, o register.Option) Form {
	i := f.index(name)
	if i < 0 || !f.entries[i].Kind.lookup() {
		return f
	}
	f.entries = slices.Clone(f.entries)
	f.entries[i].take(o)
	f.settle()
	if !f.entries[i].hidden {
		f.focus(i)
	}
	f.arrange()
	return f
}

// Fill puts a value in a field other than a lookup, as if it had been typed:
// text, the value of an item, or what Parse reads.
func (f Form) Fill(name, value string) Form {
	i := f.index(name)
	if i < 0 || f.entries[i].Kind.lookup() {
		return f
	}
	f.entries, f.problem = slices.Clone(f.entries), ""
	f.entries[i].fill(value, nil)
	f.entries[i].edited()
	f.settle()
	f.arrange()
	return f
}

func (f Form) index(name string) int {
	return slices.IndexFunc(f.entries, func(e entry) bool { return e.Name == name })
}

// focus puts field i in hand without checking the one before, whose list does
// not stay open: what it offered is not taken once the person is elsewhere.
func (f *Form) focus(i int) {
	if left := &f.entries[f.at]; i != f.at && left.list.due == pending {
		left.list.close()
	}
	f.at = i
	f.enter()
}

func (f *Form) enter() {
	if len(f.entries) == 0 {
		return
	}
	e := &f.entries[f.at]
	if _, e.whole = e.thing(); e.Kind.parsed() {
		// What stands in a date is replaced by typing, not added to.
		e.whole = e.edit.text != ""
	}
}

// pressed reads a key press. What brings characters is text, whatever its
// code; a key name is only matched when there is none.
func pressed(msg tea.KeyPressMsg) press {
	if msg.Text == " " {
		return press{text: " ", name: "space"}
	}
	if msg.Text != "" {
		return press{text: msg.Text}
	}
	return press{name: msg.Keystroke()}
}

// say puts a number or a text in words that have a place for it.
func say(words, arg string) string {
	return strings.NewReplacer("%d", arg, "%s", arg).Replace(words)
}
