package tui

import (
	"fmt"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// sessionSeed is what a draft keeps of a meeting in session: the line being
// typed, and those that are not in the file yet.
type sessionSeed struct {
	Meeting committee.MeetingID    `json:"meeting"`
	Item    committee.AgendaItemID `json:"item"`
	Open    bool                   `json:"open"`
	Kind    committee.EntryKind    `json:"kind"`
	Typed   string                 `json:"typed"`
	At      int                    `json:"at"`
	Entry   committee.Entry        `json:"entry"`
	On      committee.Date         `json:"on"`
	When    committee.Clock        `json:"when"`
	Sent    []sentLine             `json:"sent"`
}

// Drafted is the page as a draft keeps it.
func (p sessionPage) Drafted() openForm {
	t := p.typed
	f := openForm{number: p.form.ID(), title: p.d.words().Session.Draft, form: p.form, words: t.text()}
	if len(p.sent) > 0 || t.text() != "" {
		var kept strings.Builder
		fmt.Fprint(&kept, t.open, t.kind, t.entry.ID, p.item, t.line.Text())
		for _, l := range p.sent {
			fmt.Fprint(&kept, "\n", l.Number)
			if f.words == "" {
				f.words = l.Typed
			}
		}
		f.aside = kept.String()
	}
	f.origin = made("session", committee.KindEntry, committee.EntryID(""), 0, sessionSeed{
		p.id, p.item, t.open, t.kind, t.line.Text(), t.line.At(), t.entry, t.on, t.when, p.sent,
	}).on(thing(committee.KindMeeting, p.id))
	return f
}

// resumedSession is the page of a draft, with what was typed.
func resumedSession(d *desk, s sessionSeed, _ register.Names) page {
	if s.Meeting == "" {
		return nil
	}
	p := sessionOn(d, s.Meeting)
	p.item, p.typed.kind, p.typed.entry, p.typed.on, p.typed.when = s.Item, committee.Note, s.Entry, s.On, s.When
	for _, k := range committee.EntryKinds {
		if k == s.Kind && k != committee.EntryVote {
			p.typed.kind = k
		}
	}
	p.typed.line = p.typed.line.Set(s.Typed, s.At)
	p.typed.open = s.Open || p.typed.text() != ""
	for _, l := range s.Sent {
		l.Number, l.resumed = len(p.sent)+1, true
		l.Capture.Text = text.Line(l.Capture.Text)
		p.sent = append(p.sent, l)
	}
	p.lastSent, p.told = len(p.sent), len(p.sent) == 0
	return p
}
