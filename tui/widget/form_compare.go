package widget

import (
	"slices"
	"strings"

	"suivi/internal/register"
)

// Side says who changed a field of a form that two people changed.
type Side int

// The sides.
const (
	Mine   Side = iota // only who typed in the form
	Theirs             // only the other
	Both               // both, each in another way
	Gone               // who typed; the form as it is now has no such field
)

// Difference is one field that is no longer as it was when the form was
// opened, in the words of the form. The texts are as people read them.
type Difference struct {
	Name, Label string
	Side        Side
	// Text tells that the field holds words of one's own, which can be merged.
	Text bool

	First, Mine, Theirs string
}

// Compare tells what became of each field since the form was opened: f is what
// was typed, now is the form of the same thing as it would open now. A field
// that nobody changed, or both alike, is left out.
func (f Form) Compare(now Form) []Difference {
	var found []Difference
	for _, e := range f.entries {
		d := Difference{Name: e.Name, Label: e.Label, Text: e.Kind == FieldLine || e.Kind == FieldLong}
		mine, theirs := e.stands(), content{}
		i := now.index(e.Name)
		if i >= 0 {
			theirs = now.entries[i].stands()
		}
		typed, changed := !mine.same(e.first), !theirs.same(e.first)
		switch {
		case i < 0 && typed:
			d.Side = Gone
		case i < 0, !typed && !changed, mine.same(theirs):
			continue
		case typed && changed:
			d.Side = Both
		case changed:
			d.Side = Theirs
		}
		d.First, d.Mine = e.words(e.first), e.words(mine)
		if i >= 0 {
			d.Theirs = now.entries[i].words(theirs)
		}
		found = append(found, d)
	}
	return found
}

// stands is what a save would take from the field: nothing while it is hidden.
func (e entry) stands() content {
	if e.hidden {
		return content{}
	}
	return e.hold()
}

// words is a content as people read it.
func (e entry) words(h content) string {
	switch {
	case e.Kind.choice():
		if i := slices.IndexFunc(e.Items, func(item FieldItem) bool { return item.Value == h.text }); i >= 0 {
			return e.Items[i].Label
		}
		return ""
	case e.Kind.parsed() && h.text != "" && e.Parse != nil:
		if _, shown, wrong := e.Parse(h.text); shown != "" && wrong == "" {
			return shown
		}
	}
	return h.text
}

// Adopt fills the fields named with what they hold in another form of the same
// thing, as if it had been typed. Fields that either lacks are passed over.
func (f Form) Adopt(other Form, names ...string) Form {
	f.entries = slices.Clone(f.entries)
	for _, name := range names {
		i, from := f.index(name), other.index(name)
		if i < 0 || from < 0 {
			continue
		}
		f.entries[i].adopt(other.entries[from])
	}
	f.settle()
	f.arrange()
	return f
}

func (e *entry) adopt(from entry) {
	h := from.stands()
	switch {
	case e.Kind == FieldLookups:
		e.fill("", h.taken)
	case e.Kind == FieldLookup && len(h.taken) > 0 && !h.taken[0].Thing.Zero():
		e.fill("", h.taken)
	default:
		e.fill(h.text, nil)
	}
	e.edited()
}

// Join puts in a field, after what it holds, what it holds in another form of
// the same thing, for somebody to make one of the two. False when the field
// does not take both.
func (f Form) Join(other Form, name string) (Form, bool) {
	i, from := f.index(name), other.index(name)
	if i < 0 || from < 0 {
		return f, false
	}
	f.entries = slices.Clone(f.entries)
	e, theirs := &f.entries[i], other.entries[from].hold()
	switch e.Kind {
	case FieldLookups:
		for _, o := range theirs.taken {
			if !slices.ContainsFunc(e.chosen, func(c register.Option) bool { return c.Thing == o.Thing && c.Label == o.Label }) {
				e.chosen = append(slices.Clip(e.chosen), o)
			}
		}
	case FieldLine, FieldLong:
		between := " / "
		if e.Kind == FieldLong {
			between = "\n\n"
		}
		both := strings.Trim(strings.TrimSpace(e.edit.text)+between+theirs.text, between)
		if len([]rune(both)) > e.Max {
			return f, false
		}
		e.edit.set(both)
	default:
		return f, false
	}
	e.edited()
	f.settle()
	f.focus(i)
	f.arrange()
	return f, true
}

// Joins tells whether a field takes what two people put in it: a text, or
// several things.
func (f Form) Joins(name string) bool {
	i := f.index(name)
	if i < 0 {
		return false
	}
	k := f.entries[i].Kind
	return k == FieldLine || k == FieldLong || k == FieldLookups
}

// Instead is the form in the place of another one: its messages go by the
// other's ID, and the field in hand is the same.
func (f Form) Instead(of Form) Form {
	f.id = of.id
	f = f.Resize(of.width, of.height)
	return f.Focus(of.Focused())
}

// Note puts a line at the foot of the form that stays until another, or none,
// takes its place.
func (f Form) Note(said string) Form {
	f.entries = slices.Clone(f.entries)
	f.note = said
	f.arrange()
	return f
}
