package widget

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/internal/text"
)

// listRows is how many options a list shows at once.
const listRows = 6

// completionTime bounds one question of a completion.
const completionTime = 5 * time.Second

// completion is the list under a lookup and the question that fills it.
type completion struct {
	open    bool
	options []register.Option
	at      int // option in hand, -1 for none
	top     int

	question int    // number of the last question asked
	asked    string // what it asked
	flying   bool   // it has not been answered
	answered bool   // options are the answer to known
	known    string
	failed   string

	// due is what to do with the typed text once its answer comes.
	due verdict
}

// verdict is how text in a lookup becomes a thing.
type verdict int

const (
	pending verdict = iota // not yet: it is being typed
	exact                  // take the thing of that very name
	leading                // take the first thing offered
)

// completedMsg is the answer of a completion.
type completedMsg struct {
	form, question int
	field          string
	options        []register.Option
	err            error
}

func (c *completion) close() {
	c.open, c.options, c.at, c.top, c.answered, c.failed, c.due = false, nil, -1, 0, false, "", pending
	if c.flying {
		// The answer under way is for a list that is gone.
		c.flying = false
		c.question++
	}
}

// fresh tells whether the options shown are those of typed.
func (c completion) fresh(typed string) bool { return c.answered && c.known == typed }

func (c *completion) move(n int) {
	if len(c.options) == 0 {
		return
	}
	c.at = min(max(c.at+n, 0), len(c.options)-1)
	c.top = min(max(c.top, c.at-listRows+1), c.at)
}

// ask asks what the file holds for the text typed in field i, unless a
// question is under way: its answer brings the next.
func (f *Form) ask(i int) tea.Cmd {
	e := &f.entries[i]
	if e.Complete == nil && e.CompleteWith == nil {
		e.list.answered, e.list.known = true, e.loose()
		return nil
	}
	if e.list.flying {
		return nil
	}
	c := &e.list
	c.question++
	c.flying, c.asked, c.failed = true, e.loose(), ""
	form, question, field, typed := f.id, c.question, e.Name, c.asked
	complete, with, values := e.Complete, e.CompleteWith, f.Values()
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), completionTime)
		defer cancel()
		m := completedMsg{form: form, question: question, field: field}
		if with != nil {
			m.options, m.err = with(ctx, typed, values)
		} else {
			m.options, m.err = complete(ctx, typed)
		}
		return m
	}
}

// answered takes in the answer of a completion; a stale one changes nothing.
func (f *Form) answered(m completedMsg) tea.Cmd {
	i := f.index(m.field)
	if i < 0 || m.form != f.id {
		return nil
	}
	e := &f.entries[i]
	c := &e.list
	if !c.flying || m.question != c.question {
		return nil
	}
	c.flying = false
	if c.asked != e.loose() {
		if c.open || c.due != pending {
			return f.ask(i)
		}
		return nil
	}
	c.answered, c.known = true, c.asked
	var inHand register.Option
	if c.at >= 0 && c.at < len(c.options) {
		inHand = c.options[c.at]
	}
	c.options, c.at, c.top = nil, -1, 0
	if m.err != nil {
		c.failed = f.sayError(m.err)
	}
	for _, o := range m.options {
		c.options = append(c.options, tidy(o))
	}
	e.offer()
	for i, o := range c.options {
		if inHand.Thing == o.Thing && !o.Thing.Zero() {
			c.at = i // what was in hand stays in hand while it is offered
		}
	}
	if c.due == pending {
		return nil
	}
	return f.overdue(i)
}

// offer puts in hand the option that a key takes first: the thing that stands
// in the field already, or the first one. Where free text may stay, nothing is
// taken unasked.
func (e *entry) offer() {
	c := &e.list
	if now, ok := e.thing(); ok {
		if i := slices.IndexFunc(c.options, func(o register.Option) bool { return o.Thing == now.Thing }); i >= 0 {
			c.move(i + 1)
		}
		return
	}
	if !e.Free && len(c.options) > 0 {
		c.at = 0
	}
}

// overdue settles a field that was left before its answer came, and goes on
// with the submit that waited for it.
func (f *Form) overdue(i int) tea.Cmd {
	e := &f.entries[i]
	e.resolve(e.list.due)
	if i != f.at || f.waiting {
		f.checkEntry(i, true)
		e.list.close()
	}
	f.settle()
	f.arrange()
	if f.waiting && !f.awaits() {
		f.waiting = false
		return f.deliver()
	}
	return nil
}

// awaits tells whether a field waits for its answer.
func (f Form) awaits() bool {
	for _, e := range f.entries {
		if e.list.due != pending && !e.hidden {
			return true
		}
	}
	return false
}

// resolve makes a thing of the typed text when the options say which.
func (e *entry) resolve(how verdict) {
	c := &e.list
	c.due = pending
	typed := e.loose()
	if typed == "" && c.at < 0 {
		return
	}
	if how == leading && c.open && c.at >= 0 && c.at < len(c.options) {
		e.take(c.options[c.at])
		return
	}
	if o, ok := match(c.options, typed); ok && typed != "" {
		e.take(o)
		return
	}
	if e.Free && e.Kind == FieldLookups && typed != "" {
		e.take(register.Option{Label: typed})
	}
}

// match is the one option that typed names, accents and case aside.
func match(options []register.Option, typed string) (register.Option, bool) {
	var found []register.Option
	folded := text.Fold(typed)
	for _, o := range options {
		if text.Fold(o.Label) == folded {
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		return register.Option{}, false
	}
	return found[0], true
}

// typedLookup keeps the list in step with the text after an edit.
func (f *Form) typedLookup(i int) tea.Cmd {
	e := &f.entries[i]
	if e.loose() == "" {
		e.list.close()
		return nil
	}
	e.list.open, e.list.due = true, pending
	return f.ask(i)
}

// openList shows what the file holds without a word typed.
func (f *Form) openList(i int) tea.Cmd {
	e := &f.entries[i]
	e.list.open, e.list.answered = true, false
	return f.ask(i)
}

// keyLookup is a key in a lookup; false when the form may use it.
func (f *Form) keyLookup(i int, p press) (tea.Cmd, bool) {
	e := &f.entries[i]
	if e.list.open {
		if done, cmd := f.keyList(i, p); done {
			return cmd, true
		}
	}
	empty := strings.TrimSpace(e.edit.text) == "" || e.whole
	switch {
	case p.is(formKeys.Open) && p.name != "space", p.name == "space" && empty:
		return f.openList(i), true
	case e.Kind == FieldLookups && e.edit.text == "" && p.is(editKeys.Backspace):
		if len(e.chosen) > 0 {
			e.chosen = e.chosen[: len(e.chosen)-1 : len(e.chosen)-1]
			e.edited()
		}
		return nil, true
	}
	before := e.edit.text
	if p.text != "" {
		if e.whole {
			e.edit.cutOut(0, len(e.edit.text), stepOther)
		}
		cut := e.edit.insert(p.text, stepType)
		e.edited()
		f.noteCut(e, cut)
	} else if e.whole && (p.is(editKeys.Backspace) || p.is(editKeys.Delete)) {
		e.edit.cutOut(0, len(e.edit.text), stepOther)
	} else if !e.edit.act(p) {
		return nil, false
	}
	e.whole = false
	if e.edit.text == before {
		return nil, true
	}
	if p.text == "" {
		e.edited()
	}
	return f.typedLookup(i), true
}

// keyList is a key while the list is open.
func (f *Form) keyList(i int, p press) (bool, tea.Cmd) {
	e := &f.entries[i]
	switch {
	case p.is(formKeys.Leave):
		e.list.close()
	case len(e.list.options) == 0 && !p.is(formKeys.Enter):
		return false, nil
	case p.is(formKeys.Down):
		e.list.move(1)
	case p.is(formKeys.Up):
		e.list.move(-1)
	case p.is(editKeys.PageDown):
		e.list.move(listRows)
	case p.is(editKeys.PageUp):
		e.list.move(-listRows)
	case p.is(formKeys.Enter):
		return f.enterList(i)
	default:
		return false, nil
	}
	return true, nil
}

// enterList takes the option in hand and stays in the field.
func (f *Form) enterList(i int) (bool, tea.Cmd) {
	e := &f.entries[i]
	if !e.list.fresh(e.loose()) {
		e.list.due = leading
		return true, f.ask(i)
	}
	if e.list.at < 0 && (e.Kind == FieldLookup || e.loose() == "") {
		// Nothing to take: the key moves on, and leaving says what is wrong.
		return false, nil
	}
	e.resolve(leading)
	f.settle()
	return true, nil
}
