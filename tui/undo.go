package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// backBook is what taking back needs of the file.
type backBook interface {
	NextUndo(context.Context) (register.Undoable, error)
	NextRedo(context.Context) (register.Undoable, error)
	Undo(ctx context.Context, seq int64) error
	Redo(ctx context.Context, seq int64) error
}

// takeBack asks which change comes next, to be taken back or made again, and
// then whether it should be.
func (r root) takeBack(verb committee.Verb) (tea.Model, tea.Cmd) {
	if said := r.d.can(verb, committee.KindCommittee); said != "" {
		r.notice = noticedMsg{text: said, role: theme.Warn}
		return r, nil
	}
	book := r.d.book
	return r.act(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		next := book.NextUndo
		if verb == committee.VerbRedo {
			next = book.NextRedo
		}
		u, err := next(ctx)
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) { return r.offer(verb, u, err) }}
	})
}

// offer asks whether the change is to be taken back, or made again, and says
// what that will do.
func (r root) offer(verb committee.Verb, u register.Undoable, err error) (tea.Model, tea.Cmd) {
	if err != nil {
		r.notice = noticedMsg{text: refusedBack(r.d, verb, err), role: theme.Warn}
		return r, nil
	}
	w := r.d.words().Journal
	ask, yes := w.AskUndo, w.Yes
	if verb == committee.VerbRedo {
		ask, yes = w.AskRedo, w.YesAgain
	}
	did, when := r.d.loc.Done(u.Line.Verb, u.Line.Thing.Kind), r.d.moment(u.Line.At)
	room := r.width - 2 - ansi.StringWidth(fmt.Sprintf(ask, "", did, when))
	name, lines := lineName(r.d, u.Line), backLines(r.d, u)
	if ref := cited(r.d, u.Line.Thing.Kind, u.Line.Name.Ref); ref != "" && ansi.StringWidth(name) > room {
		// The reference says which it is; the words have a line of their own.
		name, lines = ref, append([]string{strings.TrimSpace(strings.TrimPrefix(name, ref))}, lines...)
	}
	title := fmt.Sprintf(ask, cutName(r.d, name, max(room, 16)), did, when)
	return r.Update(askedMsg{choiceDialog{d: r.d, title: title, lines: lines, choices: []choice{
		{key: "enter", show: "⏎ " + w.YesKey, also: []string{"o", "y"}, word: yes, then: carryBack(r.d, verb, u)},
		{key: "esc", also: []string{"n"}, word: w.No},
	}}})
}

// carryBack carries it out once that is answered.
func carryBack(d *desk, verb committee.Verb, u register.Undoable) tea.Cmd {
	book, saves := d.book, d.saves
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		carry := book.Undo
		if verb == committee.VerbRedo {
			carry = book.Redo
		}
		err := carry(ctx, u.Line.Seq)
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) { return r.tookBack(verb, u, err) }}
	}
}

// tookBack says what came of it. The pages of what is no longer in the file
// are left.
func (r root) tookBack(verb committee.Verb, u register.Undoable, err error) (tea.Model, tea.Cmd) {
	var file *committee.FileError
	switch {
	case errors.As(err, &file):
		return r.Update(failedMsg{err})
	case err != nil:
		r.notice = noticedMsg{text: refusedBack(r.d, verb, err), role: theme.Bad}
		return r.changed(changedMsg{}, nil)
	}
	w := r.d.words().Journal
	said := w.DidUndo
	if verb == committee.VerbRedo {
		said = w.DidRedo
	}
	name := cited(r.d, u.Line.Thing.Kind, u.Line.Name.Ref)
	if name == "" {
		name = cutName(r.d, lineName(r.d, u.Line), nameShown)
	}
	said = fmt.Sprintf(said, name, r.d.loc.Done(u.Line.Verb, u.Line.Thing.Kind))
	for _, c := range u.Changes {
		if c.After == "" {
			r = r.closed(c.Thing)
		}
	}
	return r.Update(savedMsg{thing: u.Line.Thing, notice: said})
}

// closed closes the pages of a thing that is no longer there.
func (r root) closed(gone committee.Thing) root {
	stack := r.stack[:1:1]
	for _, p := range r.stack[1:] {
		if s, ok := p.(interface{ Shows() committee.Thing }); !ok || s.Shows() != gone {
			stack = append(stack, p)
		}
	}
	r.stack = stack
	return r
}

// refusedBack says why a change stays as it is.
func refusedBack(d *desk, verb committee.Verb, err error) string {
	said := d.loc.Error(err)
	var refused *committee.RefusedError
	var overtaken *committee.OvertakenError
	var file *committee.FileError
	if errors.As(err, &refused) || errors.As(err, &overtaken) || errors.As(err, &file) {
		return said
	}
	return fmt.Sprintf(d.words().Journal.Cannot, d.words().States.Verb[verb].Cannot, said)
}

// nameShown is how much of a thing's name a notice shows.
const nameShown = 40

// lineName is what a line of the journal is about: the reference, then the
// words in quotation marks.
func lineName(d *desk, l register.JournalLine) string {
	ref, said := cited(d, l.Thing.Kind, l.Name.Ref), l.Name.Short
	if said == "" {
		said = l.Name.Full
	}
	said = text.Line(said)
	if said != "" {
		said = fmt.Sprintf(d.words().Common.Quote, said)
	}
	if name := strings.TrimSpace(ref + " " + said); name != "" {
		return name
	}
	return d.words().States.Kind[l.Thing.Kind].The
}

// moment is when a line of the journal was written, as it is said today.
func (d *desk) moment(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return ""
	}
	return d.loc.Moment(t.In(d.now().Location()), d.today())
}

// factsAsked is how many facts a question shows.
const factsAsked = 8

// shelving says that a record will be archived, or no longer; a line is taken out
// of the minutes, or comes back to them.
func shelving(d *desk, kind committee.Kind, archived bool) string {
	w := d.words().Journal
	switch {
	case kind == committee.KindEntry && archived:
		return w.LineOut
	case kind == committee.KindEntry:
		return w.LineBack
	case archived:
		return w.Shelved
	}
	return w.Unshelved
}

// backLines say, fact by fact, what will be as it was.
func backLines(d *desk, u register.Undoable) []string {
	w := d.words()
	var lines []string
	for _, c := range u.Changes {
		noun, name := w.States.Kind[c.Thing.Kind].One, calledAs(d, u.Names, c.Thing)
		said := fmt.Sprintf(w.Common.Quote, ansi.Truncate(text.Line(name), nameShown, d.styles.Glyph.Ellipsis))
		all := differences(d, c, u.Names)
		archives := len(all) == 1 && all[0].before.label == w.Journal.Archived
		switch {
		case archives:
			lines = append(lines, fmt.Sprintf(shelving(d, c.Thing.Kind, all[0].after.text != ""), noun, said))
			continue
		case c.After == "":
			lines = append(lines, fmt.Sprintf(w.Journal.Leaves, noun, said))
			continue
		case c.Before == "":
			lines = append(lines, fmt.Sprintf(w.Journal.ComesBack, noun, said))
			continue
		case c.Thing != u.Line.Thing:
			lines = append(lines, noun+" "+said)
		}
		for _, f := range all {
			if len(all) > 1 && f.before.label == w.Sheet.Versions {
				continue // the text itself says more
			}
			lines = append(lines, f.lines(d)...)
		}
	}
	if more := len(lines) - factsAsked; more > 0 {
		lines = append(lines[:factsAsked:factsAsked], d.loc.Count(w.Journal.MoreFacts, more))
	}
	return lines
}

// cutName cuts a name to so many cells; a quotation that it ends with stays one.
func cutName(d *desk, name string, room int) string {
	_, closing, _ := strings.Cut(d.words().Common.Quote, "%s")
	if ansi.StringWidth(name) <= room || !strings.HasSuffix(name, closing) {
		return ansi.Truncate(name, room, d.styles.Glyph.Ellipsis)
	}
	return ansi.Truncate(name, room-ansi.StringWidth(closing), d.styles.Glyph.Ellipsis) + closing
}
