package store

import (
	"context"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Welcome adds somebody who was not expected to the list, present at once, in
// a session of several days on the half-day that it is; a guest unless another
// quality is said. A person and an institution that are only named are those of
// that name in the file, and are made where nothing has it: with the line, or
// not at all. The quorum is reckoned anew.
func (s *Store) Welcome(ctx context.Context, g register.Guest) (v committee.Attendance, err error) {
	err = s.write(ctx, committee.VerbAttend, attendances.thing(""), "", func(tx *tx) error {
		a, err := guestLine(ctx, tx, g)
		if err != nil {
			return err
		}
		a.ID, a.Version, a.Archived = "", 0, false
		if a.Quality == committee.QualityUnsaid {
			a.Quality = committee.AsGuest
		}
		if a.Presence == committee.Awaited {
			m, err := meetings.load(ctx, tx, string(a.Meeting))
			if err != nil {
				return err
			}
			roll, err := rollAt(ctx, tx, m, s.moment())
			if err != nil {
				return err
			}
			a = came(a, roll)
		}
		if a.Institution, err = ownerOf(ctx, tx, a.Function, a.Institution); err != nil {
			return err
		}
		if v, err = attendances.save(ctx, tx, a); err != nil {
			return err
		}
		return s.recountPresence(ctx, tx, v.Meeting)
	})
	return v, err
}

// guestLine is the line of a guest with the institution and the person of the names
// given. An institution is not looked for where the function tells it.
func guestLine(ctx context.Context, tx *tx, g register.Guest) (a committee.Attendance, err error) {
	a = g.Attendance
	institution, person := strings.TrimSpace(g.InstitutionName), strings.TrimSpace(g.PersonName)
	if a.Institution == "" && a.Function == "" && institution != "" {
		if a.Institution, err = institutionCalled(ctx, tx, institution); err != nil {
			return a, err
		}
	}
	if a.Person == "" && person != "" {
		a.Person, err = personCalled(ctx, tx, person)
	}
	return a, err
}

// personCalled is the first person of that name, made when the file has none.
func personCalled(ctx context.Context, tx *tx, name string) (committee.PersonID, error) {
	known, err := people.loadAll(ctx, tx, "WHERE archived = 0 AND name_key = ? ORDER BY id LIMIT 1", key(name))
	switch {
	case err != nil:
		return "", err
	case len(known) > 0:
		return known[0].ID, nil
	}
	p, err := people.save(ctx, tx, committee.Person{Name: name})
	return p.ID, err
}
