package store

import (
	"context"
	"errors"
	"slices"

	"suivi/internal/committee"
)

var attendances = keep(noun[committee.Attendance]{
	kind: committee.KindAttendance, table: "attendance",
	id:    func(v *committee.Attendance) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Attendance) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Attendance) []field {
		return []field{
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting),
			to("person", &v.Person, committee.FieldPerson, committee.KindPerson),
			to("function", &v.Function, committee.FieldFunction, committee.KindFunction),
			to("institution", &v.Institution, committee.FieldInstitution, committee.KindInstitution),
			plain("quality", &v.Quality), plain("presence", &v.Presence), line("represented_by", &v.RepresentedBy), body("remarks", &v.Remarks),
			plain("represented_as", &v.RepresentedAs), plain("remote", &v.Remote), plain("holder", &v.Holder),
		}
	},
	lists: func(v *committee.Attendance) []child {
		return []child{
			rows("attendance_half_day", "attendance", &v.HalfDays, func(h *committee.HalfDay) []field {
				return []field{
					plain("day", &h.Day), plain("afternoon", &h.Afternoon), plain("presence", &h.Presence), line("represented_by", &h.By),
					plain("represented_as", &h.As), plain("holder", &h.Holder),
				}
			}),
			rows("attendance_movement", "attendance", &v.Movements, func(m *committee.Movement) []field {
				return []field{plain("at_time", &m.At), plain("arrival", &m.Arrival), plain("date", &m.On), plain("item", &m.Item)}
			}),
		}
	},
	words: func(v *committee.Attendance) []string { return v.Bearers() },
	tells: func(v *committee.Attendance) []committee.Thing {
		all := []committee.Thing{{Kind: committee.KindAttendance, ID: string(v.Holder)}}
		for _, h := range v.HalfDays {
			all = append(all, committee.Thing{Kind: committee.KindAttendance, ID: string(h.Holder)})
		}
		return slices.DeleteFunc(all, func(t committee.Thing) bool { return t.ID == "" })
	},
	namesake: func(v *committee.Attendance) committee.Thing {
		switch {
		case v.Person != "":
			return committee.Thing{Kind: committee.KindPerson, ID: string(v.Person)}
		case v.Function != "":
			return committee.Thing{Kind: committee.KindFunction, ID: string(v.Function)}
		}
		return committee.Thing{Kind: committee.KindInstitution, ID: string(v.Institution)}
	},
	name: naming{
		ref: "''", short: attendanceName, full: attendanceName,
	},
	guard: func(ctx context.Context, tx *tx, before, v *committee.Attendance) error {
		if err := recordOpen(ctx, tx, committee.KindAttendance, v.Meeting); err != nil {
			return err
		}
		if before == nil || before.Function != v.Function || before.Institution != v.Institution {
			if err := ownedBy(ctx, tx, v.Function, v.Institution); err != nil {
				return err
			}
		}
		if tx.reverts == 0 {
			if err := bind(ctx, tx, before, v); err != nil {
				return err
			}
			if err := notThemselves(ctx, tx, before, v); err != nil {
				return err
			}
		}
		return once(ctx, tx, v)
	},
	leave: func(ctx context.Context, tx *tx, v *committee.Attendance) error {
		return recordOpen(ctx, tx, committee.KindAttendance, v.Meeting)
	},
})

const attendanceName = `coalesce((SELECT p.name FROM person p WHERE p.id = t.person), (SELECT f.title FROM post f WHERE f.id = t.function),
	(SELECT coalesce(nullif(i.acronym, ''), i.name) FROM institution i WHERE i.id = t.institution), '')`

// once refuses a person or a function that is on the list already.
func once(ctx context.Context, q querier, v *committee.Attendance) error {
	for _, c := range []struct {
		column, id string
		field      committee.Field
	}{{"person", string(v.Person), committee.FieldPerson}, {"function", string(v.Function), committee.FieldFunction}} {
		var twice bool
		row := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM attendance WHERE meeting = ? AND archived = 0 AND id <> ? AND "+c.column+" = ?)",
			v.Meeting, v.ID, c.id)
		if err := row.Scan(&twice); err != nil {
			return err
		}
		if twice {
			return &committee.FieldError{Field: c.field, Reason: committee.ReasonDuplicate}
		}
	}
	return nil
}

// SaveAttendance adds a line to a meeting's attendance list or revises one; an
// item under way keeps the presence that is true after it. The institution is the
// function's when only that is given; whoever is absent or excused neither arrived
// nor left. It is refused once the record is closed, and for somebody who is on the
// list already.
func (s *Store) SaveAttendance(ctx context.Context, a committee.Attendance) (committee.Attendance, error) {
	var was *committee.Attendance
	institution := func(tx *tx, before, v *committee.Attendance) (err error) {
		if was = before; before != nil {
			v.Meeting = before.Meeting
		}
		if v.Institution, err = ownerOf(ctx, tx, v.Function, v.Institution); err != nil || len(v.Movements) == 0 {
			return err
		}
		m, err := meetings.load(ctx, tx, string(v.Meeting))
		switch {
		case errors.Is(err, committee.ErrNotFound): // the link refuses it
			return nil
		case err != nil:
			return err
		}
		*v = stayedAway(m, *v)
		return nil
	}
	attendances.clean(&a)
	err := s.write(ctx, saving(a.Version), attendances.thing(string(a.ID)), "", func(tx *tx) (err error) {
		if a, err = attendances.settled(ctx, tx, a, institution); err != nil {
			return err
		}
		if was != nil && was.Version < a.Version {
			if err := s.correct(ctx, tx, *was, a); err != nil {
				return err
			}
		}
		items, err := agendaOf(ctx, tx, a.Meeting)
		if err != nil || underWay(items) == nil {
			return err
		}
		return s.recountPresence(ctx, tx, a.Meeting)
	})
	return a, err
}
