package widget

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/text"
)

// leave settles and checks field i as the person goes on. Going back does not
// yet complain of a field left empty.
func (f *Form) leave(i int, forward bool) tea.Cmd {
	e := &f.entries[i]
	e.whole, e.note = false, ""
	if !e.Kind.lookup() {
		f.checkEntry(i, forward)
		return nil
	}
	cmd := f.decide(i)
	if e.list.due == pending {
		f.checkEntry(i, forward)
		e.list.close()
	}
	return cmd
}

// decide makes a thing of what was typed in lookup i, or asks the file when
// the answer at hand is not for that text.
func (f *Form) decide(i int) tea.Cmd {
	e := &f.entries[i]
	typed := e.loose()
	fresh := e.list.open && e.list.fresh(typed)
	switch {
	case fresh && e.list.failed == "":
		e.resolve(leading)
		return nil
	case typed == "" || e.list.due != pending:
		return nil
	case e.Complete == nil && e.CompleteWith == nil:
		e.resolve(exact)
		return nil
	}
	e.list.due = exact
	if e.list.open && !fresh {
		e.list.due = leading
	}
	return f.ask(i)
}

// checkEntry says under field i what is wrong with it. What a failed save
// said stays until an edit.
func (f *Form) checkEntry(i int, strict bool) {
	e := &f.entries[i]
	if e.refused || e.hidden {
		return
	}
	e.fault = text.Line(f.faultOf(e, strict))
}

func (f Form) faultOf(e *entry, strict bool) string {
	h := e.hold()
	switch {
	case e.loose() != "" && !e.Free && e.list.failed != "":
		return e.list.failed
	case e.loose() != "" && !e.Free:
		if e.New {
			return cmp.Or(e.Unknown, f.config.Words.UnknownNew, f.config.Words.Unknown)
		}
		return cmp.Or(e.Unknown, f.config.Words.Unknown)
	case e.needed && h.empty():
		if strict {
			return f.config.Words.Required
		}
		return ""
	case e.wrong != "":
		return e.wrong
	}
	if e.Check != nil && !h.empty() {
		if said := e.Check(h.canon); said != "" {
			return said
		}
	}
	if e.Against != nil {
		return e.Against(f.Values())
	}
	return ""
}

// submit asks the page to save when every field is right. Text in lookups
// that the file has not yet been asked about is settled first.
func (f *Form) submit() tea.Cmd {
	f.problem = ""
	cmds := []tea.Cmd{f.leave(f.at, true)}
	for i := range f.entries {
		e := &f.entries[i]
		e.refused = false
		if i != f.at && !e.hidden && e.Kind.lookup() {
			cmds = append(cmds, f.decide(i))
		}
	}
	f.settle()
	if f.awaits() {
		f.waiting = true
		return tea.Batch(cmds...)
	}
	return f.deliver()
}

// deliver checks every field, then emits the submit or puts the first wrong
// field in hand.
func (f *Form) deliver() tea.Cmd {
	for i := range f.entries {
		f.checkEntry(i, true)
		f.entries[i].list.close()
	}
	for i, e := range f.entries {
		if !e.hidden && e.fault != "" {
			f.focus(i)
			return nil
		}
	}
	f.busy = true
	return emit(FormSubmitMsg{Form: f.id, Values: f.Values()})
}

func (f Form) sayError(err error) string {
	if f.config.Error != nil {
		return text.Line(f.config.Error(err))
	}
	return text.Line(err.Error())
}
