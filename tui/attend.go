package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// attendBook is what the attendance list of a session needs of the file.
type attendBook interface {
	Session(context.Context, committee.MeetingID) (register.Session, error)
	Attend(ctx context.Context, id committee.AttendanceID, version int, a register.Attending) (committee.Attendance, error)
	Move(ctx context.Context, id committee.AttendanceID, version int, arrival bool, on committee.Date, at committee.Clock) (committee.Attendance, error)
	Welcome(context.Context, register.Guest) (committee.Attendance, error)
}

// attendPage takes the attendance of a meeting in session: one key a person,
// with the quorum always in sight.
type attendPage struct {
	d       *desk
	number  int
	turn    int // of the question under way
	id      committee.MeetingID
	session register.Session
	ready   bool
	stale   bool   // the list is being read: keys wait
	failed  string // why it could not be read
	roll    roll[committee.Attendance]
	filtering
	// half is the half-day that is noted, two a day from 0; -1 in a meeting of
	// one day.
	half int
	// opens is the half-day that the list opens on; -1 for the one that it is.
	opens int
	// noting is the line whose change is under way: once it is in the file, the
	// cursor goes on to the next.
	noting        committee.AttendanceID
	told          bool // the movements are told with the presences
	width, height int
}

// newAttend opens the attendance list of a meeting.
func newAttend(d *desk, id committee.MeetingID) page { return attendOn(d, id, -1) }

// newAttendOf opens the attendance list of a meeting on a half-day.
func newAttendOf(d *desk, id committee.MeetingID, h committee.HalfDay) page {
	return attendOn(d, id, h.Place())
}

func attendOn(d *desk, id committee.MeetingID, half int) page {
	p := attendPage{d: d, number: d.number(), id: id, stale: true, half: -1, opens: half, filtering: filtering{filter: newFilter(d)}}
	p.roll = roll[committee.Attendance]{styles: d.styles, id: func(a committee.Attendance) string { return string(a.ID) }}
	return p
}

// Init reads the list, or reads it anew.
func (p attendPage) Init() tea.Cmd {
	id := p.id
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.Session, error) { return b.Session(ctx, id) })
}

// Place tells which register the page belongs to.
func (p attendPage) Place() place { return atMeetings }

// Saving tells whether the list is being read: the next key is for what it
// then shows.
func (p attendPage) Saving() bool { return p.stale && !p.typing }

// Title says what is noted, and for which half-day.
func (p attendPage) Title() string {
	w := p.d.words().Attend
	if p.half < 0 {
		return w.Title
	}
	return fmt.Sprintf(w.TitleHalf, p.halfName(p.half))
}

// halfName is a half-day with its date.
func (p attendPage) halfName(half int) string {
	w := p.d.words()
	part := w.Attendance.Morning
	if half%2 == 1 {
		part = w.Attendance.Afternoon
	}
	return fmt.Sprintf(w.Attend.Half, p.d.loc.DateLong(p.session.Meeting.Starts.Add(half/2)), part)
}

// Side counts who is still to be noted, and says what the list is narrowed to.
func (p attendPage) Side() string {
	if !p.ready {
		return ""
	}
	w, awaited := p.d.words(), 0
	for _, a := range p.session.Attendance {
		if p.presence(a) == committee.Awaited {
			awaited++
		}
	}
	side := p.d.loc.Count(w.Attend.Awaited, awaited)
	if f := p.filter.Value(); f != "" && !p.typing {
		side = w.List.Filtered + " " + f + " " + p.d.styles.Glyph.Dot + " " + side
	}
	return side
}

// presence is that of the half-day being noted, in a meeting of several days.
func (p attendPage) presence(a committee.Attendance) committee.Presence {
	return attendSeed{Line: a, Half: p.half}.presence()
}

func presenceOn(a committee.Attendance, half int) committee.Presence {
	return a.During(committee.HalfAt(half))
}

// Update takes answers, and text while a filter is typed.
func (p attendPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height = msg.width, msg.height
		return p.lay(), nil
	case restyledMsg:
		p.roll.styles, p.filter = p.d.styles, dressed(p.filter, p.d.styles)
		return p.lay(), nil
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return meetings.shows(string(p.id), t) }) {
			return p, nil
		}
		p.turn++
		p.stale = true
		return p, p.Init()
	case savedMsg:
		return p.noted(msg), nil
	case answer[register.Session]:
		return p.read(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.typing {
			return typeFilter(p.d, p, msg)
		}
	}
	return p, nil
}

// noted goes on to the next line once one is in the file; a new one is gone to.
func (p attendPage) noted(msg savedMsg) attendPage {
	if msg.thing.Kind != committee.KindAttendance {
		return p
	}
	if p.noting == committee.AttendanceID(msg.thing.ID) {
		p.roll = p.roll.move(1)
	}
	p.noting = ""
	return p
}

func (p attendPage) read(msg answer[register.Session]) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn {
		return p, nil
	}
	p.stale = false
	if p.failed = ""; msg.err != nil {
		p.failed = p.d.loc.Error(msg.err)
		return p, send(failedQuietlyMsg{msg.err})
	}
	first := !p.ready
	p.session, p.ready = msg.value, true
	if first {
		p.half = halfNow(p.d, p.session.Meeting)
		if p.half >= 0 && p.opens >= 0 {
			p.half = min(p.opens, 2*p.session.Meeting.Days()-1)
		}
	}
	return p.lay(), nil
}

// halfNow is the half-day that it is, within the meeting; -1 when the meeting
// has none.
func halfNow(d *desk, m committee.Meeting) int {
	half, any := m.HalfOn(d.today(), d.clock())
	if !any {
		return -1
	}
	return half.Place()
}

// lay gives the list its rows, its columns and its area.
func (p attendPage) lay() attendPage {
	var rows []committee.Attendance
	words := strings.Fields(text.Fold(p.filter.Value()))
	for _, a := range p.session.Attendance {
		if p.matches(a, words) {
			rows = append(rows, a)
		}
	}
	p.told = p.tells()
	p.roll.columns = attendColumns(p)
	room := p.height - 3
	if p.typing {
		room--
	}
	p.roll = p.roll.set(rows).resize(p.width, room)
	p.filter.SetWidth(p.width - 6)
	return p
}

// matches tells whether every word typed begins a word of the line.
func (p attendPage) matches(a committee.Attendance, words []string) bool {
	return hasWords(text.Fold(attendanceSaid(p.d, a, p.session.Names)+" "+presence(p.d, p.presence(a))), words)
}

func (p attendPage) withLine(f filtering) attendPage {
	p.filtering = f
	return p
}

// asked lists those whom the filter says.
func (p attendPage) asked(string) (attendPage, tea.Cmd) { return p.lay(), nil }

func (p attendPage) resize() (page, tea.Cmd) { return p.lay(), nil }

func (p attendPage) move(n int) (page, tea.Cmd) {
	p.roll = p.roll.move(n)
	return p, nil
}

// counted is the session with the presence of the half-day that is noted: of the
// one that it is, the presence now.
func (p attendPage) counted() register.Session {
	s := p.session
	if p.half >= 0 && p.half < len(s.Halves) && p.half != halfNow(p.d, s.Meeting) {
		s.Whole = s.Halves[p.half]
	}
	return s
}

// View draws the quorum, then the list.
func (p attendPage) View() string {
	if !p.ready {
		said, role := p.d.words().Common.Loading, theme.Muted
		if p.failed != "" {
			said, role = p.failed, theme.Bad
		}
		return "\n   " + p.d.styles.Paint(role, said)
	}
	rule := p.d.styles.Paint(theme.Rule, strings.Repeat(p.d.styles.Glyph.Rule, p.width))
	lines := append(p.head(), rule)
	if p.typing {
		lines = append(lines, " "+p.filter.View())
	}
	return strings.Join(lines, "\n") + "\n" + p.roll.view(p.nobody())
}
