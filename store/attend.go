package store

import (
	"cmp"
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Attend notes the presence of somebody on the list. In a meeting of several
// days it is noted for the half-day of a.Day as well. Whoever is absent or excused
// neither arrived nor left: that goes. The quorum is reckoned anew.
func (s *Store) Attend(ctx context.Context, id committee.AttendanceID, version int, a register.Attending) (committee.Attendance, error) {
	return s.attending(ctx, id, version, func(_ *tx, m committee.Meeting, v committee.Attendance) (committee.Attendance, error) {
		v = stayedAway(m, attended(m, v, a))
		if a.At != "" && a.Presence == committee.Present {
			when := s.said(m, a.On, a.At)
			v.Movements = append(v.Movements[:len(v.Movements):len(v.Movements)], committee.Movement{At: when.at, Arrival: true, On: dayOf(m, when.on)})
		}
		return v, nil
	})
}

// attended is a line of the list with a presence noted on it.
func attended(m committee.Meeting, v committee.Attendance, a register.Attending) committee.Attendance {
	if a.Presence != committee.Represented {
		a.By, a.As, a.Holder = "", committee.QualityUnsaid, ""
	}
	if m.Days() < 2 || a.Day < 1 {
		v.Presence = a.Presence
	} else {
		v = v.Noted(committee.HalfDay{Day: a.Day, Afternoon: a.Afternoon, Presence: a.Presence, By: a.By, As: a.As, Holder: a.Holder})
	}
	v.Remote = a.Remote
	if a.Presence == committee.Represented {
		v.RepresentedBy, v.RepresentedAs, v.Holder = a.By, a.As, a.Holder
		return v
	}
	return unrepresented(v)
}

// stayedAway is a line of the list without the arrivals and departures of somebody
// who was not there: absent or excused, at all or on the half-day of each.
func stayedAway(m committee.Meeting, v committee.Attendance) committee.Attendance {
	away := func(p committee.Presence) bool { return p == committee.Absent || p == committee.Excused }
	var moved []committee.Movement
	for _, move := range v.Movements {
		is := v.Presence
		if half, ok := m.HalfOn(cmp.Or(move.On, m.Starts), move.At); ok && len(v.HalfDays) > 0 {
			is = v.During(half)
		}
		if !away(is) {
			moved = append(moved, move)
		}
	}
	v.Movements = moved
	return v
}

// unrepresented forgets who represents somebody that nobody does any more, on
// any half-day.
func unrepresented(v committee.Attendance) committee.Attendance {
	if !v.Represented() {
		v.RepresentedBy, v.RepresentedAs, v.Holder = "", committee.QualityUnsaid, ""
	}
	return v
}

// came is a line of the list of somebody who comes: present, on the half-day
// that counts.
func came(v committee.Attendance, roll committee.Roll) committee.Attendance {
	v.Presence = committee.Present
	if half, any := roll.Half(); any {
		half.Presence = committee.Present
		v = v.Noted(half)
	}
	return unrepresented(v)
}

// Move notes an arrival or a departure, now when on and at are empty. Whoever
// arrives is present, in a session of several days on that half-day; only who
// is there departs, and only who is not arrives. The quorum is reckoned anew.
func (s *Store) Move(ctx context.Context, id committee.AttendanceID, version int, arrival bool, on committee.Date, at committee.Clock) (committee.Attendance, error) {
	return s.attending(ctx, id, version, func(tx *tx, m committee.Meeting, v committee.Attendance) (committee.Attendance, error) {
		when := s.said(m, on, at)
		roll, err := rollAt(ctx, tx, m, s.countedAt(m, on, at))
		if err != nil {
			return v, err
		}
		is := roll.Presence(v)
		switch there := roll.There(v); {
		case arrival && there:
			return v, &committee.FieldError{Field: committee.FieldPresence, Reason: committee.ReasonDuplicate, Detail: string(is)}
		case !arrival && !there:
			return v, &committee.FieldError{Field: committee.FieldPresence, Reason: committee.ReasonNotListed, Detail: string(is)}
		case arrival && is != committee.Present && is != committee.Represented:
			v = came(v, roll)
		}
		item, err := s.running(ctx, tx, m, when)
		if err != nil {
			return v, err
		}
		v.Movements = append(v.Movements[:len(v.Movements):len(v.Movements)], committee.Movement{At: when.at, Arrival: arrival, On: dayOf(m, when.on), Item: item})
		return v, nil
	})
}

// running is the item under way at a moment that is now; none at another, which
// only the clocks of the items tell.
func (s *Store) running(ctx context.Context, q querier, m committee.Meeting, when instant) (committee.AgendaItemID, error) {
	if m.State != committee.InSession || when != s.moment() {
		return "", nil
	}
	items, err := agendaOf(ctx, q, m.ID)
	if i := underWay(items); i != nil && i.UnderWayOn(when.on) {
		return i.ID, err
	}
	return "", err
}

// attending is a change to a line of the attendance list, after which the
// quorum is reckoned anew.
func (s *Store) attending(ctx context.Context, id committee.AttendanceID, version int,
	fn func(*tx, committee.Meeting, committee.Attendance) (committee.Attendance, error),
) (v committee.Attendance, err error) {
	err = s.write(ctx, committee.VerbAttend, attendances.thing(string(id)), "", func(tx *tx) error {
		var before committee.Attendance
		v, err = attendances.change(ctx, tx, string(id), version, func(v committee.Attendance) (committee.Attendance, error) {
			before = v
			m, err := meetings.load(ctx, tx, string(v.Meeting))
			if err != nil {
				return v, err
			}
			return fn(tx, m, v)
		})
		if err != nil {
			return err
		}
		if err := s.correct(ctx, tx, before, v); err != nil {
			return err
		}
		return s.recountPresence(ctx, tx, v.Meeting)
	})
	return v, err
}

// lists tells whether a line is on the attendance list.
func (p presence) lists(id committee.AttendanceID) bool {
	for _, a := range p.list {
		if a.ID == id {
			return true
		}
	}
	return false
}

// recountPresence keeps the presence that is true now with the item under way of a
// meeting in session, and the presence at the opening with the meeting while the
// roll is called.
func (s *Store) recountPresence(ctx context.Context, tx *tx, id committee.MeetingID) error {
	m, err := meetings.load(ctx, tx, string(id))
	if err != nil || m.State != committee.InSession {
		return err
	}
	p, err := presenceAt(ctx, tx, m, s.moment())
	if err != nil {
		return err
	}
	items, err := agendaOf(ctx, tx, id)
	if err != nil {
		return err
	}
	calling, err := rollIsCalled(ctx, tx, m, items)
	if err != nil {
		return err
	}
	if calling {
		if m.Quorum, err = presenceAtOpening(ctx, tx, m, p.list); err != nil {
			return err
		}
		if _, err := meetings.save(ctx, tx, m); err != nil {
			return err
		}
	}
	now := underWay(items)
	if now == nil || !now.UnderWayOn(s.moment().on) {
		return nil
	}
	now.Quorum = p.replacing(now.Quorum, now.Recused)
	_, err = agendaItems.save(ctx, tx, *now)
	return err
}
