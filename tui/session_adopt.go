package tui

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// adoptsMinutes adopts, at this meeting, the minutes that the item in sight is
// about, and deals with it by that.
func (p sessionPage) adoptsMinutes() tea.Cmd {
	i := p.session.Items[p.at()]
	return carry(p.d, i.Title+" "+p.d.styles.Glyph.Dot+" "+p.d.loc.Done(committee.VerbAdopt, committee.KindMeeting), func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.AdoptMinutesUnder(ctx, i.ID, i.Version)
		return thing(committee.KindAgendaItem, i.ID), err
	})
}

// adopting is the key of it. On an item that names no minutes it asks which, of
// those that wait; it stands in the footer where the item is for that.
func (p sessionPage) adopting() command {
	off := p.resumed(committee.VerbAdopt, committee.KindMeeting)
	about := p.at() >= 0 && p.session.Items[p.at()].Purpose == committee.MinutesAdoption
	c := waits(p.turned(keymap.AdoptHere, off, func(p sessionPage) (page, tea.Cmd) {
		if about {
			return p, p.adoptsMinutes()
		}
		return p, p.adoptsWhich()
	}))
	c.quiet = !about
	return c
}

// mostToAdopt is how many minutes are offered: a digit adopts each.
const mostToAdopt = 9

// adoptsWhich asks which of the minutes that circulate this meeting adopts. The
// item stays as it is: it may be about several.
func (p sessionPage) adoptsWhich() tea.Cmd {
	at, look := p.id, *p.d // what it needs is taken now: it runs beside the screen
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		waiting, err := circulating(ctx, look.book, at)
		if err != nil {
			return failedMsg{err}
		}
		w := look.words()
		if len(waiting) == 0 {
			return noticedMsg{text: w.Session.NoMinutesWait, role: theme.Warn}
		}
		choices := make([]choice, 0, len(waiting)+1)
		for n, m := range waiting {
			said := fmt.Sprintf(w.Session.MinutesAdopted, meetingTitle(&look, m))
			choices = append(choices, choice{
				key: strconv.Itoa(n + 1), word: meetingTitle(&look, m) + " " + look.styles.Glyph.Dot + " " + look.loc.Date(m.Starts),
				then: carry(&look, said, func(ctx context.Context, b Book) (committee.Thing, error) {
					_, err := b.AdoptMinutes(ctx, m.ID, m.Version, at, look.today())
					return thing(committee.KindMeeting, at), err
				}),
			})
		}
		return askedMsg{choiceDialog{d: &look, title: w.Session.AdoptWhich, choices: append(choices, choice{key: "esc", word: w.Session.AdoptNone})}}
	}
}

// circulating are the earlier meetings whose minutes circulate and wait to be
// adopted at one, the oldest first.
func circulating(ctx context.Context, b Book, at committee.MeetingID) (all []committee.Meeting, err error) {
	p, err := b.Pending(ctx, at)
	for n := 0; n < len(p.Minutes) && len(all) < mostToAdopt && err == nil; n++ {
		if l := p.Minutes[n]; l.Minutes == committee.MinutesCirculated {
			m, failed := b.Meeting(ctx, l.ID)
			all, err = append(all, m.Meeting), failed
		}
	}
	return all, err
}
