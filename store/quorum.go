package store

import (
	"context"
	"database/sql"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// seat is a mandate in force in a member institution.
type seat struct {
	person      committee.PersonID
	function    committee.FunctionID
	institution committee.InstitutionID
	titular     bool
}

// presence is who is there and what the quorum counts, by the committee's rule.
type presence struct {
	rule    committee.Quorum
	meeting committee.Meeting
	members []committee.InstitutionID
	seats   []seat
	list    []committee.Attendance
	roll    committee.Roll
	here    []committee.Attendance // of list, those who count
	lost    map[committee.AttendanceID]register.Uncounted
	names   map[committee.AttendanceID]string // of list, folded, where proxies are borne
}

// listOf is the attendance list of a meeting.
func listOf(ctx context.Context, q querier, m committee.Meeting) ([]committee.Attendance, error) {
	return attendances.loadAll(ctx, q, "WHERE meeting = ? AND archived = 0 ORDER BY id", m.ID)
}

// rollAt calls the roll of a meeting at a moment.
func rollAt(ctx context.Context, q querier, m committee.Meeting, now instant) (committee.Roll, error) {
	list, err := listOf(ctx, q, m)
	return committee.RollOf(m, list, now.on, now.at), err
}

// presenceAt is the presence at a meeting at a moment.
func presenceAt(ctx context.Context, q querier, m committee.Meeting, now instant) (presence, error) {
	list, err := listOf(ctx, q, m)
	if err != nil {
		return presence{}, err
	}
	return presenceOf(ctx, q, m, list, now)
}

// presenceOf is the presence that an attendance list tells.
func presenceOf(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance, now instant) (p presence, err error) {
	c, err := theCommittee(ctx, q)
	if err != nil {
		return p, err
	}
	day := m.Starts
	if day.Zero() {
		day = now.on
	}
	p.rule, p.meeting, p.list = c.Quorum, m, list
	if p.seats, err = seatsOn(ctx, q, day); err != nil {
		return p, err
	}
	if p.members, err = members(ctx, q); err != nil {
		return p, err
	}
	p.roll = committee.RollOf(m, list, now.on, now.at)
	if p.names, err = bearers(ctx, q, list); err != nil {
		return p, err
	}
	p.here, p.lost = p.counted(p.roll)
	return p, nil
}

// less reckons the presence without those who stood back: they leave the base
// as well.
func (p presence) less(recused []committee.AttendanceID) committee.Reckoning {
	r := committee.Reckoning{Rule: p.rule.Set()}
	seats, all := slices.Clone(p.seats), slices.Clone(p.members)
	here := slices.Clone(p.here)
	for _, a := range p.list {
		if !slices.Contains(recused, a.ID) {
			continue
		}
		here = slices.DeleteFunc(here, func(h committee.Attendance) bool { return h.ID == a.ID })
		if of := institutionOf(a, p.seats); !slices.ContainsFunc(here, func(h committee.Attendance) bool { return institutionOf(h, p.seats) == of }) {
			all = slices.DeleteFunc(all, func(id committee.InstitutionID) bool { return id == of })
		}
		if at := seatOf(a, seats); at >= 0 {
			seats = slices.Delete(seats, at, at+1)
		}
	}
	if p.rule.Base == committee.BaseMandates {
		r.Base, r.Present = taken(seats, here)
	} else {
		r.Base, r.Present = len(all), heard(all, p.seats, here)
	}
	if p.asked() {
		r.Required = p.rule.Required(r.Base)
	}
	return r
}

// asked tells whether the meeting needs its quorum: the rule is the plenary's, and
// is not asked for at a second notice.
func (p presence) asked() bool {
	return p.meeting.Group == "" && p.meeting.Kind != committee.SecondNotice
}

// reckoner is the presence as a form reckons it, for whoever stands back.
func (p presence) reckoner() register.Presence {
	s := register.Presence{Rule: p.rule, Asked: p.asked(), Base: p.less(nil).Base, Voices: p.voices()}
	for _, a := range p.list {
		if p.rule.Base != committee.BaseMandates {
			if id := institutionOf(a, p.seats); slices.Contains(p.members, id) {
				s.Seats = append(s.Seats, register.Voice{Attendance: a.ID, Of: string(id)})
			}
		} else if at := seatOf(a, p.seats); at >= 0 && p.seats[at].titular {
			s.Seats = append(s.Seats, register.Voice{Attendance: a.ID, Of: string(a.ID)})
		}
	}
	return s
}

// rollBegan is the line of the journal that first noted somebody as there on the
// attendance list of a meeting; NULL while nobody is.
const rollBegan = `SELECT min(c.seq) FROM attendance a JOIN journal_change c ON c.kind = 'attendance' AND c.id = a.id
	WHERE a.meeting = ?1 AND json_extract(c.image_after, '$.presence') IN ('present', 'represented')`

// rollIsCalled tells whether what is noted of the attendance is still of those
// there at the opening: until a line is written or an item is left since somebody
// was first noted as there.
func rollIsCalled(ctx context.Context, q querier, m committee.Meeting, items []committee.AgendaItem) (bool, error) {
	if m.Quorum.Zero() {
		return true, nil
	}
	left := slices.ContainsFunc(items, func(i committee.AgendaItem) bool {
		return len(i.Spans) > 1 || len(i.Spans) == 1 && !i.UnderWay()
	})
	over := false
	err := q.QueryRowContext(ctx, `WITH roll (began) AS (`+rollBegan+`) SELECT EXISTS (
		SELECT 1 FROM entry e WHERE e.meeting = ?1 AND e.archived = 0
			AND (SELECT min(c.seq) FROM journal_change c WHERE c.kind = 'entry' AND c.id = e.id) > (SELECT began FROM roll))
		OR ?2 AND EXISTS (SELECT 1 FROM agenda_item i JOIN journal_change c ON c.kind = 'agenda_item' AND c.id = i.id JOIN journal j ON j.seq = c.seq
			WHERE i.meeting = ?1 AND c.seq > (SELECT began FROM roll) AND j.verb NOT IN ('attend', 'revise'))`, m.ID, left).Scan(&over)
	return !over, err
}

// replacing is the presence that an item keeps in place of another: what was
// kept stays until somebody is noted of the half-day that it is.
func (p presence) replacing(kept committee.Reckoning, recused []committee.AttendanceID) committee.Reckoning {
	if !kept.Zero() && !p.roll.Taken() {
		return kept
	}
	return p.less(recused)
}

// halves reckon the presence on each half-day of a meeting of several days, and
// the proxies lost on it.
func (p presence) halves() (all []committee.Reckoning, lost []map[committee.AttendanceID]register.Uncounted) {
	if p.meeting.Days() < 2 {
		return nil, nil
	}
	for n := range 2 * p.meeting.Days() {
		half := committee.HalfAt(n)
		q, _ := p.during(half, nil)
		all, lost = append(all, q), append(lost, p.lostProxies(committee.RollDuring(p.meeting, p.list, half)))
	}
	return all, lost
}

// during reckons the presence on a half-day without those who stood back, and
// tells whether anything is noted of it.
func (p presence) during(half committee.HalfDay, recused []committee.AttendanceID) (q committee.Reckoning, noted bool) {
	p.roll = committee.RollDuring(p.meeting, p.list, half)
	p.here, _ = p.counted(p.roll)
	return p.less(recused), p.roll.Taken()
}

// keptWith is the presence that a line of an item keeps: that of its moment, less
// those who stood back; none where the meeting does not sit.
func (s *Store) keptWith(ctx context.Context, q querier, m committee.Meeting, item committee.AgendaItem, on committee.Date, at committee.Clock) (committee.Reckoning, error) {
	if m.State != committee.InSession {
		return committee.Reckoning{}, nil
	}
	p, err := presenceAt(ctx, q, m, s.countedAt(m, on, at))
	return p.less(item.Recused), err
}

// voices are those who count, each with what they count for. Whoever finds
// their seat taken has none.
func (p presence) voices() []register.Voice {
	var all []register.Voice
	free := slices.DeleteFunc(slices.Clone(p.seats), func(s seat) bool { return !s.titular })
	for _, a := range p.here {
		if p.rule.Base != committee.BaseMandates {
			if id := institutionOf(a, p.seats); slices.Contains(p.members, id) {
				all = append(all, register.Voice{Attendance: a.ID, Of: string(id)})
			}
		} else if at := seatOf(a, free); at >= 0 {
			free = slices.Delete(free, at, at+1)
			all = append(all, register.Voice{Attendance: a.ID, Of: string(a.ID)})
		}
	}
	return all
}

// reckon fills in the quorum of a meeting by the committee's rule.
func reckon(ctx context.Context, q querier, sheet *register.MeetingSheet, now instant) error {
	p, err := presenceOf(ctx, q, sheet.Meeting, sheet.Attendance, now)
	if err != nil {
		return err
	}
	r := p.less(nil)
	sheet.Base, sheet.Required, sheet.Present, sheet.Counting = r.Base, r.Required, r.Present, p.rule
	return nil
}

func members(ctx context.Context, q querier) ([]committee.InstitutionID, error) {
	answer, err := q.QueryContext(ctx, "SELECT id FROM institution WHERE capacity = 'member' AND archived = 0")
	return collect(answer, err, func(row scanner) (id committee.InstitutionID, err error) { return id, row.Scan(&id) })
}

func seatsOn(ctx context.Context, q querier, day committee.Date) ([]seat, error) {
	answer, err := q.QueryContext(ctx, `SELECT m.person, m.function, f.institution, m.kind = 'titular'
		FROM mandate m JOIN post f ON f.id = m.function JOIN institution i ON i.id = f.institution
		WHERE m.archived = 0 AND f.archived = 0 AND i.archived = 0 AND i.capacity = 'member' AND `+inForce+" ORDER BY m.id", sql.Named("today", day))
	return collect(answer, err, func(row scanner) (s seat, err error) {
		return s, row.Scan(&s.person, &s.function, &s.institution, &s.titular)
	})
}

// counted are the lines of the list that count for the quorum: there, in
// person or represented by an alternate, who sits in full right, or by a proxy,
// when proxies count and their bearer is not away and has not too many. Whoever
// is at a distance counts when the rule says so. Proxies that do not count
// because of their bearer are lost.
func (p presence) counted(roll committee.Roll) (here []committee.Attendance, lost map[committee.AttendanceID]register.Uncounted) {
	lost = p.lostProxies(roll)
	for _, a := range p.list {
		switch {
		case a.Quality.Visiting() || !roll.There(a):
		case a.Remote && p.rule.Remote != committee.Yes:
		case !byProxy(a, roll), p.rule.Proxies == committee.Yes && lost[a.ID] == "":
			here = append(here, a)
		}
	}
	return here, lost
}

// seatOf is the seat that a line of the list is about, by its place; -1 for
// none. The person's own comes before that of the function.
func seatOf(a committee.Attendance, seats []seat) int {
	at := slices.IndexFunc(seats, func(s seat) bool { return a.Person != "" && s.person == a.Person })
	if at < 0 {
		at = slices.IndexFunc(seats, func(s seat) bool { return a.Function != "" && s.function == a.Function })
	}
	return at
}

// institutionOf is the institution that a line of the list is there for.
func institutionOf(a committee.Attendance, seats []seat) committee.InstitutionID {
	if at := slices.IndexFunc(seats, func(s seat) bool { return s.person == a.Person }); a.Institution == "" && at >= 0 {
		return seats[at].institution
	}
	return a.Institution
}

// taken counts the seats of full members, and those that somebody sits in.
func taken(seats []seat, here []committee.Attendance) (base, present int) {
	seats = slices.DeleteFunc(slices.Clone(seats), func(s seat) bool { return !s.titular })
	free := slices.Clone(seats)
	for _, a := range here {
		if at := seatOf(a, free); at >= 0 {
			free = slices.Delete(free, at, at+1)
		}
	}
	return len(seats), len(seats) - len(free)
}

// heard counts the member institutions that somebody is there for.
func heard(members []committee.InstitutionID, seats []seat, here []committee.Attendance) int {
	there := map[committee.InstitutionID]bool{}
	for _, a := range here {
		if id := institutionOf(a, seats); slices.Contains(members, id) {
			there[id] = true
		}
	}
	return len(there)
}
