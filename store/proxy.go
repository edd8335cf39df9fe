package store

import (
	"cmp"
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// bearers are the folded names of the lines of a list, by which the bearer of a
// proxy is known; none where nobody is represented.
func bearers(ctx context.Context, q querier, list []committee.Attendance) (map[committee.AttendanceID]string, error) {
	all := map[committee.AttendanceID]string{}
	if !slices.ContainsFunc(list, committee.Attendance.Represented) {
		return all, nil
	}
	answer, err := q.QueryContext(ctx, "SELECT t.id, "+attendanceName+" FROM attendance t WHERE t.meeting = ? AND t.archived = 0", list[0].Meeting)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var id committee.AttendanceID
		var name string
		err := row.Scan(&id, &name)
		all[id] = text.FoldWords(name)
		return struct{}{}, err
	})
	return all, err
}

// bind ties those who represent somebody to their line of the list, where they are
// one of it and no other has their name: from then on they are known by it,
// however the name is written. A name that is replaced no longer holds.
func bind(ctx context.Context, q querier, before, v *committee.Attendance) error {
	was := func(day int, afternoon bool) (by string, holder committee.AttendanceID) {
		if before == nil {
			return "", ""
		}
		if day == 0 {
			return before.RepresentedBy, before.Holder
		}
		half := committee.HalfDay{Day: day, Afternoon: afternoon}
		by, _ = before.Bearer(half)
		return by, before.Held(half)
	}
	var list []attendant
	tie := func(by string, holder committee.AttendanceID, day int, afternoon bool) (committee.AttendanceID, error) {
		if had, held := was(day, afternoon); had != by && holder == held {
			holder = ""
		}
		if by == "" || holder != "" {
			return holder, nil
		}
		if list == nil {
			var err error
			if list, err = listedBeside(ctx, q, v); err != nil {
				return "", err
			}
		}
		return soleOf(list, text.FoldWords(by)), nil
	}
	var err error
	if v.Holder, err = tie(v.RepresentedBy, v.Holder, 0, false); err != nil {
		return err
	}
	v.HalfDays = slices.Clone(v.HalfDays)
	for n, h := range v.HalfDays {
		if h.By == "" {
			v.HalfDays[n].Holder = ""
			continue
		}
		if v.HalfDays[n].Holder, err = tie(h.By, h.Holder, h.Day, h.Afternoon); err != nil {
			return err
		}
	}
	return nil
}

// notThemselves refuses somebody who would represent themselves; where it stands
// so already it is kept.
func notThemselves(ctx context.Context, q querier, before, v *committee.Attendance) error {
	bearers := v.Bearers()
	if v.Person == "" || len(bearers) == 0 || before != nil && slices.Equal(before.Bearers(), bearers) {
		return nil
	}
	var name string
	if err := q.QueryRowContext(ctx, "SELECT name FROM person WHERE id = ?", v.Person).Scan(&name); err != nil {
		return err
	}
	if name = text.FoldWords(name); slices.ContainsFunc(bearers, func(by string) bool { return text.FoldWords(by) == name }) {
		return &committee.FieldError{Field: committee.FieldBy, Reason: committee.ReasonSelf}
	}
	return nil
}

// attendant is a line of a list with the folded names it may be called by: its own,
// then those of its institution.
type attendant struct {
	id    committee.AttendanceID
	names [3]string
}

// listedBeside are the other lines of the list of a line.
func listedBeside(ctx context.Context, q querier, v *committee.Attendance) ([]attendant, error) {
	answer, err := q.QueryContext(ctx, "SELECT t.id, "+attendanceName+`, coalesce(i.acronym, ''), coalesce(i.name, '')
		FROM attendance t LEFT JOIN institution i ON i.id = t.institution WHERE t.meeting = ? AND t.archived = 0 AND t.id <> ?`, v.Meeting, v.ID)
	all, err := collect(answer, err, func(row scanner) (l attendant, err error) {
		err = row.Scan(&l.id, &l.names[0], &l.names[1], &l.names[2])
		for n, name := range l.names {
			l.names[n] = text.FoldWords(name)
		}
		return l, err
	})
	if all == nil {
		all = []attendant{}
	}
	return all, err
}

// soleOf is the one line of that name: by its own name, or else by that of its
// institution; empty for none or several.
func soleOf(list []attendant, name string) committee.AttendanceID {
	for _, as := range [][]int{{0}, {1, 2}} {
		var found []committee.AttendanceID
		for _, l := range list {
			if slices.ContainsFunc(as, func(n int) bool { return l.names[n] == name }) {
				found = append(found, l.id)
			}
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return found[0]
		}
		return ""
	}
	return ""
}

// byProxy tells whether somebody who is there is so by a proxy.
func byProxy(a committee.Attendance, roll committee.Roll) bool {
	_, as := roll.Bearer(a)
	return roll.Presence(a) == committee.Represented && as != committee.AsAlternate
}

// lostProxies are those that do not count because of their bearer; of too many,
// those that were put on the list last.
func (p presence) lostProxies(roll committee.Roll) map[committee.AttendanceID]register.Uncounted {
	lost, borne := map[committee.AttendanceID]register.Uncounted{}, map[string]int{}
	inOrder := slices.Clone(p.list)
	slices.SortFunc(inOrder, func(a, b committee.Attendance) int { return cmp.Compare(a.ID, b.ID) })
	for _, a := range inOrder {
		if p.rule.Proxies != committee.Yes || a.Quality.Visiting() || !roll.There(a) || !byProxy(a, roll) {
			continue
		}
		holder, name := p.holder(a, roll)
		bearer, why := cmp.Or(string(holder), name), p.unborne(holder, name, a.ID, roll)
		if _, as := roll.Bearer(a); why == register.HolderUnlisted && as != committee.AsProxy {
			why = "" // in what quality is not known: whoever it was may have come in person
		}
		switch {
		case why != "":
			lost[a.ID] = why
		case p.rule.MaxProxies > 0 && borne[bearer] >= p.rule.MaxProxies:
			lost[a.ID] = register.HolderFull
		default:
			borne[bearer]++
		}
	}
	return lost
}

// holder is who bears the proxy of a line: their line of the list where it is
// known, or where one alone has the name, and the name, folded.
func (p presence) holder(a committee.Attendance, roll committee.Roll) (holder committee.AttendanceID, name string) {
	by, _ := roll.Bearer(a)
	name = text.FoldWords(by)
	if holder = roll.Held(a); holder != "" {
		return holder, name
	}
	for id, other := range p.names {
		switch {
		case other != name || id == a.ID:
		case holder != "":
			return "", name
		default:
			holder = id
		}
	}
	return holder, name
}

// unborne says why nobody who is there bears a proxy: its bearer has not come, or
// has left, or is not on the list; empty where somebody does. Of two of one
// name, one is enough to bear it.
func (p presence) unborne(holder committee.AttendanceID, name string, of committee.AttendanceID, roll committee.Roll) (why register.Uncounted) {
	why = register.HolderUnlisted
	for _, a := range p.list {
		if a.ID == of || holder != "" && a.ID != holder || holder == "" && p.names[a.ID] != name {
			continue
		}
		if roll.There(a) {
			return ""
		}
		why = register.HolderAway
	}
	return why
}
