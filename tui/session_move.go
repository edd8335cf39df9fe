package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// moveSeed is what the prompt that moves a line is made of.
type moveSeed struct {
	Meeting committee.MeetingID `json:"meeting"`
	Line    committee.Entry     `json:"line"`
	// Titles are those of the items it may go to, by their place from 1.
	Items  []committee.AgendaItemID `json:"items"`
	Titles []string                 `json:"titles"`
}

// fewItems is how many items a key each can choose among.
const fewItems = 9

// moveLine asks which item the chosen line goes to: with one key, or, of a long
// agenda, by number or words.
func (p sessionPage) moveLine() tea.Cmd {
	e, _ := p.chosen()
	s := moveSeed{Meeting: p.id, Line: e}
	for n, i := range p.session.Items {
		s.Items, s.Titles = append(s.Items, i.ID), append(s.Titles, strconv.Itoa(n+1)+" "+p.d.styles.Glyph.Dot+" "+i.Title)
	}
	if len(s.Items) > fewItems {
		return moveFar(p.d, s)
	}
	q := choiceDialog{d: p.d, title: p.d.words().Session.MoveTitle}
	for n, i := range p.session.Items {
		if i.ID == e.Item {
			continue
		}
		digit := strconv.Itoa(n + 1)
		ch := choice{key: digit, word: i.Title, then: carry(p.d, p.d.words().Session.Moved, func(ctx context.Context, b Book) (committee.Thing, error) {
			_, err := b.MoveLine(ctx, e.ID, e.Version, i.ID)
			return thing(committee.KindEntry, e.ID), err
		})}
		for _, press := range keymap.ToItem.Press {
			if m, ok := keymap.Digit(press); ok && m == n+1 && press != digit {
				ch.also = append(ch.also, press)
			}
		}
		q.choices = append(q.choices, ch)
	}
	q.choices = append(q.choices, choice{key: "esc", word: p.d.words().Root.LeaveIt})
	return send(askedMsg{q})
}

// moveFar asks for an item of a long agenda.
func moveFar(d *desk, s moveSeed) tea.Cmd {
	w := d.words()
	to := must(lookupField(d, committee.FieldItem, committee.KindAgendaItem))
	to.Unknown = w.Session.NotOnAgenda
	to.Complete = func(_ context.Context, typed string) ([]register.Option, error) { return s.offers(typed), nil }
	from := made("session_move", committee.KindEntry, s.Line.ID, s.Line.Version, s).on(thing(committee.KindMeeting, s.Meeting))
	return prompt(d, from, w.Session.MoveTitle, s.Line.Text, []widget.Field{to}, func(v widget.Values) useCase {
		item := picked[committee.AgendaItemID](v, committee.FieldItem)
		said := saved{thing: thing(committee.KindEntry, s.Line.ID), notice: w.Session.Moved}
		if n := slices.Index(s.Items, item); n >= 0 {
			said.notice = fmt.Sprintf(w.Session.MovedTo, n+1)
		}
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.MoveLine(ctx, s.Line.ID, at(ctx, s.Line.Version), item)
			return said, err
		}
	})
}

// offers are the items that what is typed means: that of the number first, then
// those of the words, in the order of the agenda.
func (s moveSeed) offers(typed string) []register.Option {
	var found []register.Option
	offer := func(n int) {
		if s.Items[n] != s.Line.Item && len(found) < offered {
			found = append(found, register.Option{Thing: thing(committee.KindAgendaItem, s.Items[n]), Label: s.Titles[n]})
		}
	}
	number, err := strconv.Atoi(typed)
	if err == nil && number >= 1 && number <= len(s.Items) {
		offer(number - 1)
	}
	for n, title := range s.Titles {
		if n < len(s.Items) && (err != nil || n != number-1) && answersTo(title, typed) {
			offer(n)
		}
	}
	return found
}
