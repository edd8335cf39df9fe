package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/widget"
)

// lineConflictMsg brings a line of the minutes that somebody else changed while
// it was edited here, as it is in the file now.
type lineConflictMsg struct {
	page, number int
	current      committee.Entry
	facts        lineFacts
	since        []register.Change
	err          error
}

// overtaken tells the conflict that the save of an edited line would not see:
// somebody changed its facts, and left its words.
func (p sessionPage) overtaken(ctx context.Context, l sentLine) error {
	if l.Was.ID == "" {
		return nil
	}
	f, err := factsOf(ctx, p.d.book, l.Was)
	if err != nil || p.spelled(f) == p.firstFacts(l) {
		return err
	}
	now := p.entry(l.Entry)
	if now.ID == "" {
		now = l.Was
	}
	return &committee.ConflictError{Thing: thing(committee.KindEntry, l.Entry), Current: now}
}

// firstFacts are the facts of a line as it was opened, as they would be typed.
func (p sessionPage) firstFacts(l sentLine) string {
	return strings.TrimSpace(strings.TrimPrefix(l.First, strings.TrimRight(l.Was.Text, " ")))
}

// spelled are facts alone, as they would be typed.
func (p sessionPage) spelled(f lineFacts) string { return strings.TrimSpace(p.spelt("", f)) }

// askConflict reads what is needed to show both versions of a line that could
// not be saved; nil when it failed for another reason, or is no longer there.
func (p sessionPage) askConflict(l sentLine, err error) tea.Cmd {
	c := conflictOf(err)
	if c == nil || l.Was.ID == "" {
		return nil
	}
	current, ok := c.Current.(committee.Entry)
	if !ok || current.Archived {
		return nil
	}
	msg, book := lineConflictMsg{page: p.number, number: l.Number, current: current}, p.d.book
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if msg.facts, msg.err = factsOf(ctx, book, current); msg.err != nil {
			return msg
		}
		changed := c.Thing
		if current.Version == l.Version { // the words are as they were: its facts are not
			changed = cameOf(current)
		}
		msg.since, msg.err = book.Changes(ctx, changed, mostSince)
		msg.since = msg.since[:min(max(current.Version-l.Version, 1), len(msg.since))]
		return msg
	}
}

// conflicted shows both versions of a line, words and facts apart, unless
// another line is being typed: then it waits as one that was not saved.
func (p sessionPage) conflicted(msg lineConflictMsg) (page, tea.Cmd) {
	at := slices.IndexFunc(p.sent, func(l sentLine) bool { return l.Number == msg.number && l.Failed != "" })
	if msg.page != p.number || at < 0 {
		return p, nil
	}
	if msg.err != nil || p.typed.text() != "" || p.comparing.form != 0 {
		return p, nil
	}
	l := p.sent[at]
	mine := p.lineForm(l.Was.Text, p.firstFacts(l))
	mine.form = mine.form.Fill(partWords, l.Capture.Text).Fill(partFacts, p.spelled(capturedFacts(l.Capture)))
	theirs := p.lineForm(msg.current.Text, p.spelled(msg.facts))
	p.comparing = comparedLine{form: mine.number, line: l.Number, current: msg.current, first: p.spelt(msg.current.Text, msg.facts)}
	p.typed.open = false
	return p.lay(), push(newConflict(p.d, mine, theirs, msg.since))
}

// comparedLine is the line whose two versions are on the screen, with what is
// in the file.
type comparedLine struct {
	form, line int
	current    committee.Entry
	first      string
}

// The two parts of a line, each compared by itself.
const (
	partWords = "line"
	partFacts = "facts"
)

// lineForm holds a line by its parts, to be compared. Nobody types in it: what was
// typed is kept with the session.
func (p sessionPage) lineForm(words, facts string) formPage {
	w := p.d.words()
	field := func(name, label, value string) widget.Field {
		return widget.Field{Name: name, Label: label, Kind: widget.FieldLine, Value: value, Max: mostTyped}
	}
	form := widget.NewForm(formConfig(p.d, []widget.Field{
		field(partWords, w.Fields[committee.FieldText], words), field(partFacts, w.Session.Facts, facts),
	}))
	f := formPage{d: p.d, number: form.ID(), form: form}
	f.spec.place = atMeetings
	return f
}

// compared takes the answer: the line as it was brought together is saved; one
// that is left, or still to be merged by hand, comes back to be typed.
func (p sessionPage) compared(msg mergedMsg) (sessionPage, tea.Cmd) {
	c := p.comparing
	at := slices.IndexFunc(p.sent, func(l sentLine) bool { return l.Number == c.line })
	if p.comparing = (comparedLine{}); at < 0 {
		return p, nil
	}
	p.sent = slices.Clone(p.sent)
	p.edition++
	if l := &p.sent[at]; !msg.back {
		v := msg.form.form.Values()
		l.Typed = strings.TrimSpace(v.Text(partWords) + " " + v.Text(partFacts))
		l.Was, l.First, l.Version = c.current, c.first, c.current.Version
		said := captured(c.current.Kind, p.understood(c.current.Kind, l.Typed))
		said.Item, said.On, said.At = l.Capture.Item, l.Capture.On, l.Capture.At
		l.Capture = said
	}
	if msg.back || msg.field.Name != "" || p.sent[at].Capture.Text == "" {
		l := p.sent[at]
		if !msg.back {
			l.Failed = ""
		}
		p.sent = slices.Delete(p.sent, at, at+1)
		p = p.takesBack(l)
		p.typed.open, p.typed.both = true, msg.field.Name != ""
		return p.readAgain().lay(), nil
	}
	p.sent[at].Failed = ""
	next, cmd := p.flush()
	return next.lay(), cmd
}

// cameOf is what a line of the minutes gave rise to; zero for nothing.
func cameOf(e committee.Entry) committee.Thing {
	for _, t := range []committee.Thing{
		thing(committee.KindDecision, e.Decision), thing(committee.KindRecommendation, e.Recommendation), thing(committee.KindAction, e.Action),
	} {
		if t.ID != "" {
			return t
		}
	}
	return committee.Thing{}
}

// capturedFacts are the facts of a line as it was understood.
func capturedFacts(c register.Capture) lineFacts {
	f := lineFacts{support: things(committee.KindInstitution, c.Supporting), priority: c.Priority, due: c.Due, cost: c.Cost}
	switch {
	case len(c.Addressees) > 0:
		f.who = things(committee.KindInstitution, c.Addressees)
	case c.Kind == committee.EntryAction:
		f.who = owner(c.Institution, c.Function)
	default:
		f.who = owner(c.SpeakerOf, c.Speaker)
	}
	if c.Kind == committee.EntryDecision {
		f.due = committee.Due(c.Review)
	}
	for _, t := range []committee.Thing{thing(committee.KindGroup, c.Group), thing(committee.KindAxis, c.Axis)} {
		if t.ID != "" {
			f.groups = append(f.groups, t)
		}
	}
	return f
}
