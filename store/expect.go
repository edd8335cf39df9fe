package store

import (
	"context"
	"database/sql"
	"slices"

	"suivi/internal/committee"
)

// ExpectAttendance puts on the attendance list of a meeting those who are
// expected on its first day, or today while it has none: the titulars of the
// member institutions by the mandates in force, the alternates of a member that
// has no titular, and the institution itself where it has neither. When a group
// meets, it is the members of the group, its chair and its rapporteur. Who is on
// the list already stays as noted. It returns how many lines it added, and is
// refused once the session was adjourned.
func (s *Store) ExpectAttendance(ctx context.Context, id committee.MeetingID, version int) (added int, err error) {
	err = s.write(ctx, committee.VerbPrepare, meetings.thing(string(id)), "", func(tx *tx) error {
		m, err := toPrepare(ctx, tx, id, version)
		if err != nil {
			return err
		}
		day := m.Starts
		if day.Zero() {
			day = s.today()
		}
		lines, err := awaited(ctx, tx, m, day)
		if err != nil {
			return err
		}
		list, err := attendances.loadAll(ctx, tx, "WHERE meeting = ? AND archived = 0", m.ID)
		if err != nil {
			return err
		}
		for _, a := range lines {
			if onList(list, a) {
				continue
			}
			if a, err = attendances.save(ctx, tx, a); err != nil {
				return err
			}
			list = append(list, a)
			added++
		}
		return nil
	})
	return added, err
}

// onList tells whether a list holds a line for somebody: the person, the
// function, or the institution, where that stands for whoever comes.
func onList(list []committee.Attendance, a committee.Attendance) bool {
	return slices.ContainsFunc(list, func(o committee.Attendance) bool {
		switch {
		case a.Person != "" && o.Person == a.Person, a.Function != "" && o.Function == a.Function:
			return true
		case a.Institution == "" || o.Institution != a.Institution:
			return false
		}
		return a.Person == "" || o.Person == "" && o.Function == ""
	})
}

// awaited are the lines of those who are expected on a day.
func awaited(ctx context.Context, q querier, m committee.Meeting, day committee.Date) ([]committee.Attendance, error) {
	var group committee.Group
	ids, err := members(ctx, q)
	if err == nil && m.Group != "" {
		group, err = groups.load(ctx, q, string(m.Group))
		ids = group.Members
	}
	if err != nil {
		return nil, err
	}
	incumbents, err := incumbentsOn(ctx, q, day)
	if err != nil {
		return nil, err
	}
	var all []committee.Attendance
	for _, p := range []committee.PersonID{group.Chair, group.Rapporteur} {
		if p != "" {
			all = append(all, inOffice(m, p, incumbents))
		}
	}
	for _, id := range ids {
		all = append(all, ofMember(m, id, incumbents)...)
	}
	return all, nil
}

// incumbent is somebody who sits for an institution.
type incumbent struct {
	person      committee.PersonID
	function    committee.FunctionID
	institution committee.InstitutionID
	quality     committee.Quality
}

// incumbentsOn are the titulars and the alternates whose mandates cover a day.
func incumbentsOn(ctx context.Context, q querier, day committee.Date) ([]incumbent, error) {
	answer, err := q.QueryContext(ctx, `SELECT m.person, m.function, f.institution, m.kind
		FROM mandate m JOIN post f ON f.id = m.function JOIN person p ON p.id = m.person
		WHERE m.kind IN ('titular', 'alternate') AND m.archived = 0 AND f.archived = 0 AND p.archived = 0 AND `+inForce+`
		ORDER BY p.name_key, m.id`, sql.Named("today", day))
	return collect(answer, err, func(row scanner) (h incumbent, err error) {
		return h, row.Scan(&h.person, &h.function, &h.institution, &h.quality)
	})
}

// ofMember are the lines of one member: its titulars, else its alternates, else
// the member itself.
func ofMember(m committee.Meeting, id committee.InstitutionID, incumbents []incumbent) []committee.Attendance {
	for _, quality := range []committee.Quality{committee.AsTitular, committee.AsAlternate} {
		var all []committee.Attendance
		for _, h := range incumbents {
			if h.institution == id && h.quality == quality {
				all = append(all, committee.Attendance{
					Meeting: m.ID, Person: h.person, Function: h.function, Institution: id, Quality: quality,
				})
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return []committee.Attendance{{Meeting: m.ID, Institution: id}}
}

// inOffice is the line of a person, with the function they hold when it is one
// only.
func inOffice(m committee.Meeting, p committee.PersonID, incumbents []incumbent) committee.Attendance {
	a := committee.Attendance{Meeting: m.ID, Person: p}
	var held []incumbent
	for _, h := range incumbents {
		if h.person == p {
			held = append(held, h)
		}
	}
	if len(held) == 1 {
		a.Function, a.Institution, a.Quality = held[0].function, held[0].institution, held[0].quality
	}
	return a
}
