package widget

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/text"
)

// key is one key press. Keys of the field in hand come first, then those that
// move through the form; the rest is nobody's.
func (f *Form) key(p press) tea.Cmd {
	if f.busy {
		return nil
	}
	if f.waiting {
		if p.is(formKeys.Leave) {
			f.forgo()
		}
		return nil
	}
	if f.blank() {
		return f.confirm(p)
	}
	i := f.at
	switch {
	case p.is(formKeys.Save):
		return f.submit()
	case p.is(formKeys.New):
		return f.askNew()
	case p.is(formKeys.Next):
		return f.walk(1, true)
	case p.is(formKeys.Previous):
		return f.walk(-1, true)
	}
	before, held := f.entries[i].edit.text, f.entries[i].hold().canon
	if cmd, done := f.keyEntry(i, p); done {
		if e := f.entries[i]; e.edit.text != before || e.hold().canon != held {
			f.problem = ""
		}
		return cmd
	}
	return f.keyForm(p)
}

// blank tells whether no field can be seen.
func (f Form) blank() bool { return len(f.entries) == 0 || f.entries[f.at].hidden }

// confirm is a key of a form that asks nothing: it is saved or left.
func (f *Form) confirm(p press) tea.Cmd {
	switch {
	case p.is(formKeys.Save), p.is(formKeys.Enter):
		return f.deliver()
	case p.is(formKeys.Leave):
		return emit(FormLeaveMsg{Form: f.id, Changed: f.Changed()})
	}
	return nil
}

func (f *Form) keyForm(p press) tea.Cmd {
	switch {
	case p.is(formKeys.Leave):
		return emit(FormLeaveMsg{Form: f.id, Changed: f.Changed()})
	case p.is(formKeys.Enter):
		if f.next(f.at, 1) == f.at {
			return f.submit()
		}
		return f.walk(1, false)
	case p.is(formKeys.Down):
		return f.walk(1, false)
	case p.is(formKeys.Up):
		return f.walk(-1, false)
	case p.is(formKeys.SectionDown):
		return f.walkTo(f.section(1))
	case p.is(formKeys.SectionUp):
		return f.walkTo(f.section(-1))
	}
	return nil
}

// keyEntry gives the key to field i; false when the field has no use for it.
func (f *Form) keyEntry(i int, p press) (tea.Cmd, bool) {
	e := &f.entries[i]
	switch {
	case e.Kind.lookup():
		return f.keyLookup(i, p)
	case e.Kind.choice():
		return nil, e.keyChoice(p)
	case e.Kind == FieldLong && p.is(formKeys.Editor):
		return emit(FormEditorMsg{Form: f.id, Field: e.Name, Text: e.edit.text}), true
	case e.Kind == FieldLong && e.edit.scrollKeys(p):
		return nil, true
	case e.Kind == FieldLong && p.text == "" && p.is(editKeys.Newline):
		f.typed(e, "\n", stepOther)
		return nil, true
	case p.text != "":
		if e.whole {
			e.edit.cutOut(0, len(e.edit.text), stepOther)
		}
		e.whole = false
		f.typed(e, p.text, stepType)
		return nil, true
	}
	before := e.edit.text
	done := e.edit.act(p)
	e.whole = e.whole && !done
	if e.edit.text != before {
		e.edited()
	}
	return nil, done
}

func (f *Form) typed(e *entry, s string, how step) {
	cut := e.edit.insert(s, how)
	e.edited()
	f.noteCut(e, cut)
}

func (f Form) noteCut(e *entry, cut bool) {
	if cut {
		e.note = say(f.config.Words.Cut, strconv.Itoa(e.Max))
	}
}

// paste puts pasted text in the field in hand, cleaned and cut to what the
// field takes. A choice takes the item so called.
func (f *Form) paste(s string) tea.Cmd {
	if f.busy || f.waiting || f.blank() || s == "" {
		return nil
	}
	f.problem = ""
	e := &f.entries[f.at]
	if e.Kind.choice() {
		e.pasteChoice(s)
		return nil
	}
	if e.whole {
		e.edit.cutOut(0, len(e.edit.text), stepOther)
		e.whole = false
	}
	f.typed(e, s, stepOther)
	if e.Kind.lookup() {
		e.list.due = pending
		return f.typedLookup(f.at)
	}
	return nil
}

// next is the visible field n steps from i, i itself at the end.
func (f Form) next(i, n int) int {
	for j := i + n; j >= 0 && j < len(f.entries); j += n {
		if !f.entries[j].hidden {
			return j
		}
	}
	return i
}

// walk leaves the field in hand for the next or the previous one; round goes
// on at the other end.
func (f *Form) walk(n int, round bool) tea.Cmd {
	cmd := f.leave(f.at, n > 0)
	f.settle()
	to := f.next(f.at, n)
	if to == f.at && round {
		to = f.next(-1, 1)
		if n < 0 {
			to = f.next(len(f.entries), -1)
		}
		to = min(max(to, 0), len(f.entries)-1)
	}
	f.focus(to)
	return cmd
}

func (f *Form) walkTo(to int) tea.Cmd {
	if to == f.at {
		return nil
	}
	cmd := f.leave(f.at, to > f.at)
	f.settle()
	f.focus(f.nearest(to))
	return cmd
}

// section is the first field of the next section, or of this one and then the
// one before; the form's ends where there is none.
func (f Form) section(n int) int {
	last := f.at
	for j := f.next(f.at, n); j != last; j = f.next(j, n) {
		last = j
		if f.entries[j].Section != "" {
			return j
		}
	}
	return last
}

func (f *Form) askNew() tea.Cmd {
	if !f.CanNew() {
		return nil
	}
	e := &f.entries[f.at]
	typed := e.loose()
	e.list.close()
	return emit(FormNewMsg{Form: f.id, Field: e.Name, Typed: typed})
}

// forgo gives up a submit that waits for answers.
func (f *Form) forgo() {
	f.waiting = false
	for i := range f.entries {
		f.entries[i].list.due = pending
	}
}

func (e *entry) keyChoice(p press) bool {
	n := len(e.Items)
	was := e.pick
	switch {
	case n == 0:
		return false
	case p.is(formKeys.CycleLeft):
		e.pick = (max(e.pick, 0) + n - 1) % n
	case p.is(formKeys.CycleRight):
		e.pick = (e.pick + 1) % n
	case p.is(editKeys.Start):
		e.pick = 0
	case p.is(editKeys.End):
		e.pick = n - 1
	case p.is(editKeys.Backspace), p.is(editKeys.Delete):
		e.pick = slices.IndexFunc(e.Items, func(i FieldItem) bool { return i.Value == "" })
	case p.text != "":
		e.pick = e.initial(p.text)
	default:
		return false
	}
	if e.pick != was {
		e.edited()
	}
	return true
}

// initial is the next item whose label begins with s; the one chosen when
// there is none.
func (e entry) initial(s string) int {
	folded, n := text.Fold(s), len(e.Items)
	for k := 1; k <= n; k++ {
		j := (max(e.pick, -1) + k) % n
		if label := text.Fold(e.Items[j].Label); folded != "" && len(label) >= len(folded) && label[:len(folded)] == folded {
			return j
		}
	}
	return e.pick
}

func (e *entry) pasteChoice(s string) {
	raw, _ := bounded(s, lineMax)
	folded := text.Fold(text.Line(raw))
	for j, item := range e.Items {
		if text.Fold(item.Label) == folded {
			e.pick = j
			e.edited()
		}
	}
}

func emit(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }
