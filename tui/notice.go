package tui

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// meetingNotice says when the notice went out, and whether that is as long
// before as the committee asks; before it did, that it did not, and by when it
// must.
func meetingNotice(d *desk, f *facts, s register.MeetingSheet) {
	w, m := d.words(), s.Meeting
	waits := m.State == committee.Planned || m.State == committee.Postponed
	if m.Notice.Zero() && waits && !m.FromSource() {
		said := w.Meeting.NotSent
		if s.NoticeDays > 0 && !m.Starts.Zero() {
			said += w.Common.Comma + fmt.Sprintf(w.Prepare.NoticeBy, d.loc.Date(m.Starts.Add(-s.NoticeDays)))
		}
		f.row(w.Meeting.NoticeSent, said, theme.Warn)
		return
	}
	days, known := m.NoticeGiven()
	if !known {
		f.fact(w.Meeting.NoticeSent, d.loc.Date(m.Notice))
		return
	}
	said, role := d.loc.Date(m.Notice)+w.Common.Comma, theme.Text
	if days == 0 {
		said += w.Prepare.NoticeSameDay
	} else {
		said += d.loc.Count(w.Prepare.NoticeBefore, days)
	}
	switch {
	case s.NoticeDays == 0:
		said += w.Prepare.Semicolon + w.Prepare.NoticeUnset
	case days < s.NoticeDays:
		said, role = said+w.Common.Comma+d.loc.Count(w.Prepare.NoticeAsked, s.NoticeDays), theme.Warn
	}
	f.row(w.Meeting.NoticeSent, said, role)
}

// lengthSaid writes a length of time: 45 min, 3 h, 3 h 05.
func lengthSaid(d *desk, minutes int) string {
	w, h, m := d.words().Prepare, minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf(w.JustMinutes, strconv.Itoa(m))
	case m == 0:
		return fmt.Sprintf(w.Hours, strconv.Itoa(h))
	}
	return fmt.Sprintf(w.HoursMinutes, strconv.Itoa(h), fmt.Sprintf("%02d", m))
}

// heldAgainst holds what items are planned to take against the time there is,
// on all the days of a meeting; empty when nothing is planned.
func heldAgainst(d *desk, m committee.Meeting, items []committee.AgendaItem) string {
	return against(d, register.Sum(items), m.RoomFor()*max(m.Days(), 1))
}

func against(d *desk, planned, room int) string {
	w := d.words().Prepare
	switch {
	case planned == 0:
		return ""
	case room == 0:
		return fmt.Sprintf(w.Planned, lengthSaid(d, planned))
	}
	return fmt.Sprintf(w.PlannedFor, lengthSaid(d, planned), lengthSaid(d, room))
}

// tooMuch says by how much an agenda is longer than the time there is; empty
// when it is not, or when that is not known.
func tooMuch(d *desk, m committee.Meeting, items []committee.AgendaItem) string {
	over := register.Sum(items) - m.RoomFor()*max(m.Days(), 1)
	if m.RoomFor() == 0 || over <= 0 {
		return ""
	}
	return fmt.Sprintf(d.words().Prepare.Over, lengthSaid(d, over))
}

// dayHeld is a day of a meeting, with what its items are planned to take.
func dayHeld(d *desk, m committee.Meeting, day int, items []committee.AgendaItem) string {
	var of []committee.AgendaItem
	for _, i := range items {
		if i.Day == day {
			of = append(of, i)
		}
	}
	room := m.RoomFor()
	if day == 0 {
		room = 0
	}
	name := dayName(d, m, day)
	if said := against(d, register.Sum(of), room); said != "" {
		name += " " + d.styles.Glyph.Dot + " " + said
	}
	return name
}

// preparing are the keys that prepare a meeting.
func preparing(d *desk, s register.MeetingSheet) []command {
	m := s.Meeting
	off := archivedOff(d, committee.VerbPrepare, committee.KindMeeting, m.Stamp)
	if off == "" {
		off = refusalOf(d, m.Allows(committee.VerbPrepare))
	}
	return []command{
		act(keymap.PrepareAgenda, off, func() tea.Cmd { return push(newPrepare(d, m.ID)) }),
		act(keymap.Expect, off, func() tea.Cmd { return expect(d, m) }),
		callsAgain(d, s),
	}
}

// refusalOf words an error; nothing for none.
func refusalOf(d *desk, err error) string {
	if err == nil {
		return ""
	}
	return d.loc.Error(err)
}

// expect puts those who are expected on the attendance list.
func expect(d *desk, m committee.Meeting) tea.Cmd {
	book, saves, loc := d.book, d.saves, d.loc
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		n, err := book.ExpectAttendance(ctx, m.ID, m.Version)
		switch {
		case err != nil:
			return failedMsg{err}
		case n == 0:
			return noticedMsg{text: loc.Words.Prepare.NobodyMore, role: theme.Good}
		}
		return savedMsg{thing: thing(committee.KindMeeting, m.ID), notice: loc.Count(loc.Words.Prepare.Expected, n)}
	}
}

// againOff says why a meeting cannot be called on second notice now.
func againOff(d *desk, s register.MeetingSheet) string {
	if said := archivedOff(d, committee.VerbConvene, committee.KindMeeting, s.Meeting.Stamp); said != "" {
		return said
	}
	if _, err := s.Meeting.CallAgain(max(d.today(), s.Meeting.Starts).Add(1)); err != nil {
		return d.loc.Error(err)
	}
	if s.HadQuorum {
		return d.loc.Error(&committee.RefusedError{Verb: committee.VerbConvene, Kind: committee.KindMeeting, Reason: committee.ReasonHadQuorum})
	}
	if s.Again != "" {
		return d.loc.Error(&committee.RefusedError{Verb: committee.VerbConvene, Kind: committee.KindMeeting, Reason: committee.ReasonCalledAgain})
	}
	return ""
}

// wantsAgain tells whether a meeting is over for want of quorum, and can be
// called on second notice.
func wantsAgain(d *desk, s register.MeetingSheet) bool {
	return s.Meeting.State == committee.Adjourned && s.Meeting.Quorum.Missed() && againOff(d, s) == ""
}

// callsAgain is the key that calls a meeting on second notice.
func callsAgain(d *desk, s register.MeetingSheet) command {
	return act(keymap.CallAgain, againOff(d, s), func() tea.Cmd { return askAgain(d, s.Meeting) })
}

// askAgain asks for the day of the second meeting.
func askAgain(d *desk, m committee.Meeting) tea.Cmd {
	w, name := d.words(), meetingTitle(d, m)
	from := made("meeting_again", committee.KindMeeting, m.ID, m.Version, m)
	reason := reasonField(d)
	reason.Required = false
	fields := []widget.Field{labelled(must(dateField(d, committee.FieldStarts, "")), w.Prepare.AgainOn), reason}
	return prompt(d, from.by(keymap.CallAgain.Show), w.Prepare.Again+w.Sheet.Colon+name, w.Prepare.AgainWhy, fields, func(v widget.Values) useCase {
		said := name + " " + d.styles.Glyph.Dot + " " + w.Prepare.AgainDone
		on, why := day(v, committee.FieldStarts), typed(v, committee.FieldReason)
		return func(ctx context.Context, b Book) (saved, error) {
			again, err := b.CallAgain(ctx, m.ID, at(ctx, m.Version), on, why)
			opens := func() page { return newPage(d, thing(committee.KindMeeting, again.ID)) }
			return saved{thing: thing(committee.KindMeeting, again.ID), label: again.Title, notice: said, opens: opens}, err
		}
	})
}
