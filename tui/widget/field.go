package widget

import (
	"context"
	"slices"
	"strings"

	"suivi/internal/register"
	"suivi/internal/text"
)

// FieldKind says how a field is filled in.
type FieldKind int

// The kinds of field. The last five are short texts that Field.Parse reads.
const (
	FieldLine    FieldKind = iota // one line of text
	FieldLong                     // text of several lines
	FieldChoice                   // one of Field.Items
	FieldAnswer                   // yes, no or not said; its values are "yes", "no" and ""
	FieldLookup                   // one thing of the file, completed as it is typed
	FieldLookups                  // several things
	FieldDate
	FieldDue
	FieldAmount
	FieldNumber
	FieldClock
)

// Longest texts a field takes when Field.Max does not say.
const (
	lineMax = 500
	longMax = 200_000
)

// FieldItem is one value of a FieldChoice and what the screen calls it.
type FieldItem struct{ Value, Label string }

// Field describes one field of a Form. Name, Label and Kind are needed, the
// rest as the kind and the moment ask.
type Field struct {
	Name  string // unique in its form; values and errors go by it
	Label string
	Help  string // one short line, shown while the field is in hand
	Kind  FieldKind
	// Section is the title of the group of fields that begins with this one.
	Section  string
	Required bool
	// Needed tells of a field that is not required whether the others make it
	// so. It is asked of what stands in them now.
	Needed func(Values) bool
	// Max is how many characters it takes; 0 is 500, or 200,000 for FieldLong.
	Max int
	// Rest is how many rows a FieldLong takes at most while it is not in hand; 0
	// is 3.
	Rest int
	// Aside is said beside the value of a FieldChoice, and below it in hand; of a
	// lookup, below text that names nothing in the file and is kept.
	Aside string

	// Value is what stands in the field at first: the text, the value of the
	// item, or what Parse reads.
	Value string
	// Chosen is what stands at first in a lookup.
	Chosen []register.Option
	// Items are the choices of a FieldChoice, in order. A value outside them
	// shows as not chosen.
	Items []FieldItem

	// Parse reads what was typed: the canonical form the program keeps, the
	// form that shows what was understood, and what is wrong, in words; one of
	// canon and wrong is empty. It is not asked about an empty field.
	Parse func(typed string) (canon, shown, wrong string)
	// Check says in words what is wrong with a value that is not empty: the
	// text, the item's value, the canonical form, or a lookup's label.
	Check func(value string) string
	// Against says what is wrong beside the other fields. It is asked after
	// Check, of empty fields too.
	Against func(Values) string
	// When hides the field while it is false. A hidden field has no value and
	// is not checked; what was typed in it comes back with it.
	When func(Values) bool

	// Follows is the value that the others give a FieldChoice, until a person, a
	// draft or Fill gives it one; a value outside Items changes nothing.
	Follows func(Values) string

	// Complete answers what the file holds for the text typed in a lookup. It
	// runs beside the screen and must heed ctx.
	Complete func(ctx context.Context, typed string) ([]register.Option, error)
	// CompleteWith is asked instead when set: completion that depends on other
	// fields.
	CompleteWith func(ctx context.Context, typed string, v Values) ([]register.Option, error)
	// Unknown says of a lookup what the form says of text that names nothing in the
	// file, where it looks elsewhere.
	Unknown string
	// Free lets a lookup keep text that names nothing in the file.
	Free bool
	// Added says of a lookup that is Free that the text in it, which names nothing in
	// the file, will be added to it.
	Added string
	// New offers to make the thing that is missing: ctrl+n emits a FormNewMsg.
	New bool
}

func (k FieldKind) lookup() bool { return k == FieldLookup || k == FieldLookups }
func (k FieldKind) choice() bool { return k == FieldChoice || k == FieldAnswer }
func (k FieldKind) parsed() bool { return k >= FieldDate }

// reach is how many columns the kind needs at most; 0 for all there are.
func (k FieldKind) reach() int {
	switch k {
	case FieldDate, FieldDue:
		return 24
	case FieldAmount:
		return 26
	case FieldNumber, FieldClock:
		return 12
	}
	return 0
}

// rest is how many rows a long text takes at most while it is not in hand.
func (f Field) rest() int {
	if f.Rest > 0 {
		return f.Rest
	}
	return restRows
}

// entry is a field of a form and what is in it.
type entry struct {
	Field
	edit   editor
	pick   int               // item chosen, -1 for none
	chosen []register.Option // things taken; never written in place
	whole  bool              // the taken thing, or the date, is in hand as one piece

	list completion

	canon, shown, wrong string // what Parse makes of the text
	fault               string // what is wrong, shown under the field
	refused             bool   // fault came from outside and stays until an edit
	note                string // what happened to the last paste
	hidden              bool
	given               bool    // it does not follow the others any more
	needed              bool    // it may not be left empty
	first               content // what stood in it at first
}

func newEntry(f Field, w FormWords) entry {
	if f.Max <= 0 {
		f.Max = lineMax
		if f.Kind == FieldLong {
			f.Max = longMax
		}
	}
	if f.Kind == FieldAnswer {
		f.Items = []FieldItem{{"yes", w.Yes}, {"no", w.No}, {"", w.Unset}}
	}
	f.Items = slices.Clone(f.Items)
	for i := range f.Items {
		f.Items[i].Label = text.Line(f.Items[i].Label)
	}
	f.Label, f.Help, f.Section = text.Line(f.Label), text.Line(f.Help), text.Line(f.Section)
	e := entry{Field: f, pick: -1, edit: newEditor("", f.Max, f.Kind == FieldLong)}
	e.list.at = -1
	e.fill(f.Value, f.Chosen)
	e.first = e.hold()
	return e
}

// fill puts a value in the field as if it had stood there from the start.
func (e *entry) fill(value string, chosen []register.Option) {
	e.chosen, e.pick = nil, -1
	switch {
	case e.Kind.choice():
		e.pick = slices.IndexFunc(e.Items, func(i FieldItem) bool { return i.Value == value })
	case e.Kind.lookup():
		for _, o := range chosen {
			e.chosen = append(e.chosen, tidy(o))
		}
		if e.Kind == FieldLookup {
			e.chosen = e.chosen[:min(len(e.chosen), 1):min(len(e.chosen), 1)]
			if len(e.chosen) == 1 {
				value = e.chosen[0].Label
			}
		}
		e.edit.set(value)
		if e.Kind == FieldLookup && len(e.chosen) == 1 {
			// A label longer than the field was cut on the way in.
			e.chosen[0].Label = e.edit.text
		}
	default:
		e.edit.set(value)
	}
	e.read()
}

// tidy is o as it may be drawn.
func tidy(o register.Option) register.Option {
	o.Label, o.Detail = strings.TrimSpace(text.Line(o.Label)), text.Line(o.Detail)
	return o
}

// read asks Parse again what the text means.
func (e *entry) read() {
	e.canon, e.shown, e.wrong = "", "", ""
	typed := strings.TrimSpace(e.edit.text)
	switch {
	case !e.Kind.parsed() || typed == "":
	case e.Parse == nil:
		e.canon = typed
	default:
		canon, shown, wrong := e.Parse(typed)
		e.canon, e.shown, e.wrong = canon, text.Line(shown), text.Line(wrong)
		if e.wrong != "" {
			e.canon = ""
		}
	}
}

// edited is called after every change by hand or paste.
func (e *entry) edited() {
	e.fault, e.refused, e.note, e.given = "", false, "", true
	e.read()
}

// thing is what a FieldLookup points at: the thing taken, as long as its
// label stands there untouched.
func (e entry) thing() (register.Option, bool) {
	if e.Kind != FieldLookup || len(e.chosen) == 0 || e.edit.text != e.chosen[0].Label {
		return register.Option{}, false
	}
	return e.chosen[0], true
}

// loose is text in a lookup that names nothing yet.
func (e entry) loose() string {
	if _, ok := e.thing(); ok || !e.Kind.lookup() {
		return ""
	}
	return strings.TrimSpace(e.edit.text)
}

// take puts o in the lookup.
func (e *entry) take(o register.Option) {
	o = tidy(o)
	if e.Kind == FieldLookups {
		same := func(c register.Option) bool {
			return c.Thing == o.Thing && (!o.Thing.Zero() || c.Label == o.Label)
		}
		if !slices.ContainsFunc(e.chosen, same) {
			e.chosen = append(slices.Clip(e.chosen), o)
		}
		e.edit.set("")
	} else {
		e.edit.set(o.Label)
		o.Label = e.edit.text
		e.chosen = []register.Option{o}
	}
	e.whole = e.Kind == FieldLookup
	e.list.close()
	e.edited()
}
