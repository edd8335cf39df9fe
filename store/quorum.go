package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// seat is a mandate in force in a member institution.
type seat struct {
	person      committee.PersonID
	function    committee.FunctionID
	institution committee.InstitutionID
	titular     bool
}

// reckon fills in the quorum of a meeting by the committee's rule. The rule is
// the plenary's: a group's meeting requires nobody.
func reckon(ctx context.Context, q querier, sheet *register.MeetingSheet, today committee.Date) error {
	c, err := theCommittee(ctx, q)
	if err != nil {
		return err
	}
	day := sheet.Meeting.Starts
	if day.Zero() {
		day = today
	}
	seats, err := seatsOn(ctx, q, day)
	if err != nil {
		return err
	}
	here := counted(sheet.Meeting, sheet.Attendance, c.Quorum)
	if c.Quorum.Base == committee.BaseMandates {
		sheet.Base, sheet.Present = taken(seats, here)
	} else {
		members, err := members(ctx, q)
		if err != nil {
			return err
		}
		sheet.Base, sheet.Present = len(members), heard(members, seats, here)
	}
	if sheet.Meeting.Group == "" {
		sheet.Required = c.Quorum.Required(sheet.Base)
	}
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

// counted are the lines of the list that count for the quorum: present and, in
// session, not gone; or represented, when proxies count and their bearer has
// not too many.
func counted(m committee.Meeting, list []committee.Attendance, rule committee.Quorum) []committee.Attendance {
	var here []committee.Attendance
	borne := map[string]int{}
	for _, a := range list {
		switch {
		case a.Quality == committee.AsGuest || a.Quality == committee.AsExpert || a.Quality == committee.AsObserver:
			continue
		case a.Presence == committee.Present && !(m.State == committee.InSession && gone(a.Movements)):
			here = append(here, a)
		case a.Presence == committee.Represented && rule.Proxies == committee.Yes:
			bearer := text.Fold(a.RepresentedBy)
			if borne[bearer]++; rule.MaxProxies == 0 || borne[bearer] <= rule.MaxProxies {
				here = append(here, a)
			}
		}
	}
	return here
}

// gone tells whether the last movement is a departure.
func gone(movements []committee.Movement) bool {
	if len(movements) == 0 {
		return false
	}
	sorted := slices.Clone(movements)
	slices.SortStableFunc(sorted, func(a, b committee.Movement) int { return cmp.Compare(a.At, b.At) })
	return !sorted[len(sorted)-1].Arrival
}

// taken counts the seats of full members, and those that somebody sits in.
func taken(seats []seat, here []committee.Attendance) (base, present int) {
	seats = slices.DeleteFunc(slices.Clone(seats), func(s seat) bool { return !s.titular })
	free := slices.Clone(seats)
	for _, a := range here {
		at := slices.IndexFunc(free, func(s seat) bool { return a.Person != "" && s.person == a.Person })
		if at < 0 {
			at = slices.IndexFunc(free, func(s seat) bool { return a.Function != "" && s.function == a.Function })
		}
		if at >= 0 {
			free = slices.Delete(free, at, at+1)
		}
	}
	return len(seats), len(seats) - len(free)
}

// heard counts the member institutions that somebody is there for.
func heard(members []committee.InstitutionID, seats []seat, here []committee.Attendance) int {
	there := map[committee.InstitutionID]bool{}
	for _, a := range here {
		id := a.Institution
		if at := slices.IndexFunc(seats, func(s seat) bool { return s.person == a.Person }); id == "" && at >= 0 {
			id = seats[at].institution
		}
		if slices.Contains(members, id) {
			there[id] = true
		}
	}
	return len(there)
}
