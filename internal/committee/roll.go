package committee

import (
	"cmp"
	"slices"
)

// afternoonFrom is when the second half-day of a day begins.
const afternoonFrom = "13:00"

// HalfOn is the half-day that a moment falls in, its presence unsaid: of a
// moment before the meeting its first one, after it its last. A meeting of one
// day has none.
func (m Meeting) HalfOn(on Date, at Clock) (half HalfDay, ok bool) {
	switch {
	case m.Days() < 2:
		return half, false
	case on < m.Starts:
		return HalfDay{Day: 1}, true
	case on > m.Last():
		return HalfDay{Day: m.Days(), Afternoon: true}, true
	}
	return HalfDay{Day: m.Starts.Days(on) + 1, Afternoon: at >= afternoonFrom}, true
}

// HalvesOf are the half-days on which something was dealt with, in order, its
// presence unsaid; none in a meeting of one day.
func (m Meeting) HalvesOf(spans []Span) []HalfDay {
	var all []HalfDay
	add := func(on Date, at Clock) {
		if half, ok := m.HalfOn(on, at); ok && !slices.Contains(all, half) {
			all = append(all, half)
		}
	}
	for _, s := range spans {
		add(s.On, s.From)
		if s.To > afternoonFrom {
			add(s.On, s.To)
		}
	}
	slices.SortFunc(all, HalfDay.Compare)
	return all
}

// HalvesRun are the half-days, of those on which something was dealt with until a
// moment, on which it really was: its clock ran for [ReallyRan] minutes or more.
func (m Meeting) HalvesRun(spans []Span, on Date, at Clock) []HalfDay {
	var all []HalfDay
	for _, s := range spans {
		if s.Open() && s.On == on {
			s.To = at
		}
		morning, afternoon := s, s
		morning.To, afternoon.From = min(s.To, afternoonFrom), max(s.From, afternoonFrom)
		for _, part := range []Span{morning, afternoon} {
			if !part.Open() && part.Minutes(on, at) >= ReallyRan {
				all = append(all, m.HalvesOf([]Span{{On: part.On, From: part.From}})...)
			}
		}
	}
	slices.SortFunc(all, HalfDay.Compare)
	return slices.Compact(all)
}

// During is somebody's presence on a half-day; Awaited where it is not noted.
func (a Attendance) During(half HalfDay) Presence {
	return a.on(half).Presence
}

// on is what the line says of a half-day; nothing where it says nothing.
func (a Attendance) on(half HalfDay) HalfDay {
	for _, h := range a.HalfDays {
		if h.Compare(half) == 0 {
			return h
		}
	}
	return HalfDay{}
}

// Bearer is who represents somebody on a half-day, and in what quality: of a
// half-day that names nobody, whom the line names.
func (a Attendance) Bearer(half HalfDay) (by string, as Quality) {
	if h := a.on(half); h.By != "" {
		return h.By, h.As
	}
	return a.RepresentedBy, a.RepresentedAs
}

// Held is the line of the list of who represents somebody on a half-day; empty
// where they are not on it.
func (a Attendance) Held(half HalfDay) AttendanceID {
	if h := a.on(half); h.By != "" {
		return h.Holder
	}
	return a.Holder
}

// Bearers are all who represent somebody, each once, in the order of the
// half-days; whom the line names where no half-day names anybody.
func (a Attendance) Bearers() []string {
	var all []string
	halves := slices.Clone(a.HalfDays)
	slices.SortStableFunc(halves, HalfDay.Compare)
	for _, h := range halves {
		if by, _ := a.Bearer(h); h.Presence == Represented && by != "" && !slices.Contains(all, by) {
			all = append(all, by)
		}
	}
	if len(all) == 0 && a.RepresentedBy != "" {
		all = append(all, a.RepresentedBy)
	}
	return all
}

// Compare orders half-days by when they are.
func (h HalfDay) Compare(other HalfDay) int {
	return cmp.Compare(h.Place(), other.Place())
}

// Place is where a half-day stands among those of a meeting, two a day, from 0.
func (h HalfDay) Place() int {
	if h.Afternoon {
		return 2*h.Day - 1
	}
	return 2*h.Day - 2
}

// HalfAt is the half-day that stands at a place.
func HalfAt(place int) HalfDay { return HalfDay{Day: place/2 + 1, Afternoon: place%2 == 1} }

// Noted is the line with the presence of a half-day. Whoever was there on one
// half-day was there, and whoever was represented on one was represented.
func (a Attendance) Noted(half HalfDay) Attendance {
	was := a
	halves := slices.DeleteFunc(slices.Clone(a.HalfDays), func(h HalfDay) bool { return h.Compare(half) == 0 })
	for n, h := range halves {
		if h.Presence != Represented {
			continue
		}
		// Who it was then may not be whom the line names from now on.
		halves[n].By, halves[n].As = was.Bearer(h)
		halves[n].Holder = was.Held(h)
		if half.Presence != Represented {
			a.RepresentedBy, a.RepresentedAs, a.Holder = halves[n].By, halves[n].As, halves[n].Holder
		}
	}
	a.HalfDays, a.Presence = append(halves, half), half.Presence
	for _, better := range []Presence{Represented, Present} {
		if slices.ContainsFunc(a.HalfDays, func(h HalfDay) bool { return h.Presence == better }) {
			a.Presence = better
		}
	}
	return a
}

// Represented tells whether somebody was represented, be it on one half-day.
func (a Attendance) Represented() bool {
	return a.Presence == Represented || slices.ContainsFunc(a.HalfDays, func(h HalfDay) bool { return h.Presence == Represented })
}

// Roll tells who is there at a moment of a meeting by its attendance list. In
// a session of several days the half-day that it is decides, unless the list
// was noted as a whole, without half-days; a morning that runs on without
// interruption keeps its own presence until the afternoon's is noted.
type Roll struct {
	meeting Meeting
	on      Date
	half    HalfDay
	halves  bool
	taken   bool
	until   Clock // movements from then on are of later; empty for none
}

// RollOf calls the roll of a meeting at a moment; of one that is adjourned, as it
// rose.
func RollOf(m Meeting, list []Attendance, on Date, at Clock) Roll {
	if m.State == Adjourned {
		on, at = m.Rose(), cmp.Or(m.Closed, nightfall)
	}
	r := Roll{meeting: m, on: on, taken: true}
	noted := func(half HalfDay) bool {
		return slices.ContainsFunc(list, func(a Attendance) bool { return a.During(half) != Awaited })
	}
	halved := slices.ContainsFunc(list, func(a Attendance) bool { return len(a.HalfDays) > 0 })
	whole := slices.ContainsFunc(list, func(a Attendance) bool { return a.Presence != Awaited })
	if !r.sat() || whole && !halved {
		return r
	}
	r.half, r.halves = m.HalfOn(on, at)
	if morning := (HalfDay{Day: r.half.Day}); r.half.Afternoon && !noted(r.half) && noted(morning) && m.runsOn(on) {
		r.half = morning
	}
	if r.halves = r.halves && (m.State == InSession || noted(r.half)); r.halves {
		r.taken = noted(r.half)
	}
	return r
}

// RollDuring calls the roll of a half-day of a meeting of several days, as that
// half-day ended: of a list that was noted as a whole, as the whole.
func RollDuring(m Meeting, list []Attendance, half HalfDay) Roll {
	r := Roll{meeting: m, on: m.Starts.Add(half.Day - 1), half: half, taken: true}
	if !half.Afternoon {
		r.until = afternoonFrom
	}
	halved, whole := false, false
	for _, a := range list {
		halved, whole = halved || len(a.HalfDays) > 0, whole || a.Presence != Awaited
	}
	if r.halves = halved || !whole; r.halves {
		r.taken = slices.ContainsFunc(list, func(a Attendance) bool { return a.During(half) != Awaited })
	}
	return r
}

// sat tells whether people came together, and might leave.
func (r Roll) sat() bool { return r.meeting.State == InSession || r.meeting.State == Adjourned }

// runsOn tells whether a session that sat on a morning was not interrupted
// until the afternoon.
func (m Meeting) runsOn(on Date) bool {
	if on == m.Starts && m.Opened >= afternoonFrom {
		return false
	}
	return !slices.ContainsFunc(m.Pauses, func(s Span) bool { return s.On == on && (s.Open() || s.To >= afternoonFrom) })
}

// Half is the half-day whose presence counts; false where the list as a whole
// does.
func (r Roll) Half() (half HalfDay, ok bool) { return r.half, r.halves }

// Taken tells whether anything is noted of the half-day that counts; true where
// the list as a whole does.
func (r Roll) Taken() bool { return r.taken }

// Presence is somebody's presence now.
func (r Roll) Presence(a Attendance) Presence {
	if r.halves {
		return a.During(r.half)
	}
	return a.Presence
}

// Bearer is who represents somebody now, and in what quality.
func (r Roll) Bearer(a Attendance) (by string, as Quality) {
	if r.halves {
		return a.Bearer(r.half)
	}
	return a.RepresentedBy, a.RepresentedAs
}

// Held is the line of the list of who represents somebody now; empty where they
// are not on it.
func (r Roll) Held(a Attendance) AttendanceID {
	if r.halves {
		return a.Held(r.half)
	}
	return a.Holder
}

// There tells whether somebody is there now: present, or represented, and, once
// the session was opened, not gone.
func (r Roll) There(a Attendance) bool {
	p := r.Presence(a)
	return (p == Present || p == Represented) && (!r.sat() || !r.gone(a))
}

// gone tells whether the last movement that counts now is a departure: in a
// meeting of several days, the last one since the half-day began.
func (r Roll) gone(a Attendance) bool {
	several := r.meeting.Days() > 1
	moves := slices.DeleteFunc(slices.Clone(a.Movements), func(v Movement) bool {
		return several && !v.On.Zero() && v.On != r.on || r.halves && r.half.Afternoon && v.At < afternoonFrom || r.until != "" && v.At >= r.until
	})
	if len(moves) == 0 {
		return false
	}
	slices.SortStableFunc(moves, func(a, b Movement) int { return cmp.Compare(a.At, b.At) })
	return !moves[len(moves)-1].Arrival
}

// NeverCame tells whether somebody is on an attendance list and noted, on each of
// their lines, as away from the beginning to the end.
func NeverCame(list []Attendance, who PersonID) bool {
	listed := false
	for _, a := range list {
		if a.Person != who {
			continue
		}
		listed = true
		arrived := slices.ContainsFunc(a.Movements, func(m Movement) bool { return m.Arrival })
		if a.Presence == Present || a.Presence == Awaited || arrived {
			return false
		}
	}
	return listed
}
