package tui

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// conflictBook is what bringing two people's changes together needs of the
// file.
type conflictBook interface {
	Names(context.Context, []committee.Thing) (register.Names, error)
	Changes(ctx context.Context, of committee.Thing, limit int) ([]register.Change, error)
}

// disturbed says in the form, and leaves it as it is, that somebody changed its
// thing.
func (p formPage) disturbed(msg changedMsg) formPage {
	own := p.spec.origin.thing
	if own.Zero() || msg.others == nil || !slices.Contains(msg.others.Things, own) {
		return p
	}
	names := make([]string, len(msg.others.By))
	for i, by := range msg.others.By {
		names[i] = p.d.who(by)
	}
	p.form = p.form.Note(i18n.Capital(fmt.Sprintf(p.d.words().Conflict.Form, p.d.loc.List(names))))
	return p
}

// mostSince is how many of the changes made meanwhile are told of.
const mostSince = 10

// conflictReadMsg brings what is needed to show a form's thing as it is in the
// file now, and who made it so.
type conflictReadMsg struct {
	form    int
	current any
	names   register.Names
	since   []register.Change
	err     error
}

// askConflict asks for the names of what the thing of a form points at now.
func (p formPage) askConflict(c *committee.ConflictError, since []register.Change) (formPage, tea.Cmd) {
	bare, ok := p.anew(c.Current, register.Names{})
	if !ok {
		p.form = p.form.Fail(p.d.loc.Error(c))
		return p, nil
	}
	var linked []committee.Thing
	for _, f := range bare.spec.fields {
		for _, o := range f.Chosen {
			linked = append(linked, o.Thing)
		}
	}
	// As many lines of the journal as versions since the one that was read.
	n := bare.spec.origin.version - p.spec.origin.version
	msg := conflictReadMsg{form: p.number, current: c.Current, since: since[:min(max(n, 1), len(since))]}
	book := p.d.book
	return p, func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		msg.names, msg.err = book.Names(ctx, linked)
		return msg
	}
}

// conflicted shows both sides, field by field.
func (p formPage) conflicted(msg conflictReadMsg) (page, tea.Cmd) {
	if msg.form != p.number {
		return p, nil
	}
	theirs, ok := p.anew(msg.current, msg.names)
	if msg.err != nil || !ok {
		err := msg.err
		if err == nil {
			err = &committee.ConflictError{Thing: p.spec.origin.thing}
		}
		p.form = p.form.Fail(p.d.loc.Error(err))
		return p, nil
	}
	// The form under it stays busy: keys that come before the page are for it.
	mine := p
	mine.form = p.form.Busy(false).Note("")
	return p, push(newConflict(p.d, mine, theirs, msg.since))
}

// anew is the form of the same thing as it would open now, on the noun as it
// is in the file.
func (p formPage) anew(current any, names register.Names) (formPage, bool) {
	make, ok := makers[p.spec.origin.form]
	seed, err := json.Marshal(p.spec.origin.with(current))
	if !ok || err != nil {
		return formPage{}, false
	}
	opened, err := make(p.d, p.spec.origin.step, seed, names)
	if err != nil {
		return formPage{}, false
	}
	msg, ok := opened.(pushedMsg)
	if !ok {
		return formPage{}, false
	}
	form, ok := msg.page.(formPage)
	return form, ok
}

// with is the seed of a form with another state of the noun it changes.
func (o origin) with(current any) any {
	switch noun := current.(type) {
	case committee.Article:
		s, _ := o.seed.(articleSeed)
		s.Article = noun
		return s
	case committee.AgendaItem:
		s, _ := o.seed.(itemSeed)
		s.Item = noun
		return s
	case committee.Attendance:
		s, _ := o.seed.(attendanceSeed)
		s.Attendance = noun
		return s
	case committee.Entry:
		s, _ := o.seed.(entrySeed)
		s.Entry = noun
		return s
	case committee.Mandate:
		s, _ := o.seed.(mandateSeed)
		s.Mandate = noun
		return s
	}
	return current
}

// merge is the form of what is in the file now, filled with what was typed in
// p where the person chose so. It takes the place of p.
func (p formPage) merge(theirs formPage, mine ...string) formPage {
	theirs.form = theirs.form.Adopt(p.form, mine...).Instead(p.form)
	theirs.number, theirs.waiting, theirs.nested, theirs.lent = p.number, p.waiting, p.nested, p.lent
	return theirs
}

// mergedMsg puts a form that was brought together with the file in the place
// of the one it was made of. Field is one that still has to be merged by hand;
// back tells that it is the form as it was.
type mergedMsg struct {
	form  formPage
	field widget.Difference
	back  bool
}

// merged closes the screen of the two versions and goes on in the form.
func (r root) merged(msg mergedMsg) (tea.Model, tea.Cmd) {
	stack := append([]page{}, r.stack...)
	if c, ok := r.top().(conflictPage); ok && c.mine.number == msg.form.number {
		stack = stack[:len(stack)-1]
	}
	r.stack = stack
	for i, p := range stack {
		if f, ok := p.(formPage); ok && f.number == msg.form.number {
			stack[i] = msg.form
		}
	}
	var kept tea.Cmd
	said := fmt.Sprintf(r.d.words().Conflict.Merge, msg.field.Label)
	for i, p := range stack {
		if s, ok := p.(sessionPage); ok && s.comparing.form == msg.form.number {
			stack[i], kept = s.compared(msg)
			said = keysShown(r.d, r.d.words().Conflict.MergeLine)
		}
	}
	next, cmd := r.layout()
	cmd = tea.Batch(cmd, kept)
	switch {
	case msg.back:
		return next.replay(cmd)
	case msg.field.Name != "":
		next.notice = noticedMsg{text: said, role: theme.Accent}
		return next.replay(cmd)
	}
	saving, more := next.Update(submitMsg{msg.form.number})
	return saving, tea.Batch(cmd, more)
}

// meanwhile says in one line who changed a thing meanwhile, and how.
func (d *desk) meanwhile(since []register.Change) string {
	w := d.words().Conflict
	if len(since) == 0 {
		return w.PromptUnknown
	}
	last := since[0]
	return fmt.Sprintf(w.Prompt, d.who(last.Actor), d.loc.Done(last.Verb, last.Thing.Kind))
}

func (d *desk) who(actor string) string {
	if actor == "" {
		return d.words().Conflict.NotSaid
	}
	return actor
}

// when is the time of day of a line of the journal, with its day when that is
// another than today.
func (d *desk) when(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return ""
	}
	t = t.In(d.now().Location())
	clock := d.loc.Clock(committee.Clock(t.Format("15:04")))
	if day := committee.DateOf(t); day != d.today() {
		return d.loc.Date(day) + " " + clock
	}
	return clock
}

// conflictOf is the conflict in an error; nil when it is another.
func conflictOf(err error) *committee.ConflictError {
	var c *committee.ConflictError
	if errors.As(err, &c) {
		return c
	}
	return nil
}
