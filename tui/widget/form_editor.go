package widget

import (
	"slices"

	"suivi/internal/text"
)

// Rewrite puts a text in a field of text as an edit: undoing brings back what
// stood there. A text too long for the field is cut, and that is said below
// it. The field is put in hand when it can be seen.
func (f Form) Rewrite(name, value string) Form {
	i := f.index(name)
	if i < 0 || f.entries[i].Kind.lookup() || f.entries[i].Kind.choice() {
		return f
	}
	f.entries = slices.Clone(f.entries)
	e := &f.entries[i]
	cut := e.edit.replace(value)
	e.whole = false
	e.edited()
	f.noteCut(e, cut)
	f.settle()
	if !f.entries[i].hidden {
		f.focus(i)
	}
	f.problem = ""
	f.arrange()
	return f
}

// replace puts s, cleaned, in place of the whole text, as one step to undo. It
// tells whether s had to be cut to what the field can hold.
func (e *editor) replace(s string) bool {
	raw, cut := bounded(s, e.max)
	next := text.Limit(e.clean(raw), e.max)
	cut = cut || next != e.clean(raw)
	if next == e.text {
		return cut
	}
	e.remember()
	e.text, e.at = next, len(next)
	e.changed(stepOther)
	return cut
}
