package store

import (
	"cmp"
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// hadQuorum tells whether a session that was opened without its quorum had it
// later on: in a presence that its record keeps, or as somebody arrived.
func hadQuorum(ctx context.Context, q querier, m committee.Meeting, now instant) (bool, error) {
	if !m.Quorum.Missed() {
		return m.Quorum.Rule, nil
	}
	sheet := register.MeetingSheet{Meeting: m}
	if err := recordOf(ctx, q, &sheet); err != nil {
		return false, err
	}
	r := register.MeetingRecord{Meeting: m, Items: sheet.Items, Attendance: sheet.Attendance, Entries: sheet.Entries}
	if err := (recorder{q: q, now: now, MeetingRecord: &r}).turns(ctx); err != nil {
		return false, err
	}
	if keptQuorum(r) {
		return true, nil
	}
	m.State = committee.InSession // as it was
	for _, a := range r.Attendance {
		for _, v := range a.Movements {
			if !v.Arrival {
				continue
			}
			p, err := presenceAgo(ctx, q, m, r.Attendance, instant{cmp.Or(v.On, m.Starts), v.At})
			if err != nil || p.rule.Set() && p.less(nil).Reached() {
				return err == nil, err
			}
		}
	}
	return false, nil
}

// keptQuorum tells whether the quorum is there in a presence that the record keeps
// after that of the opening.
func keptQuorum(r register.MeetingRecord) bool {
	var kept []committee.Reckoning
	for _, i := range r.Items {
		kept = append(kept, i.Quorum)
	}
	for _, e := range r.Entries {
		kept = append(kept, e.Quorum)
	}
	for _, t := range r.Turns {
		kept = append(kept, t.Quorum)
	}
	for _, q := range kept {
		if q.Rule && q.Reached() && register.Whole(r.Meeting, q) {
			return true
		}
	}
	return false
}
