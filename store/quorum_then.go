package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"suivi/internal/committee"
)

// presenceAtOpening is the presence when a session was opened.
func presenceAtOpening(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance) (committee.Reckoning, error) {
	p, err := presenceAgo(ctx, q, m, list, instant{m.Starts, m.Opened})
	return p.less(nil), err
}

// presenceAgo is the presence at an earlier moment of a session: of the list,
// without those who arrived later, and with those who left later.
func presenceAgo(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance, then instant) (presence, error) {
	later := func(v committee.Movement) bool {
		on := cmp.Or(v.On, m.Starts)
		return on > then.on || on == then.on && then.at != "" && v.At > then.at
	}
	var there []committee.Attendance
	for _, a := range list {
		moves := slices.Clone(a.Movements)
		slices.SortStableFunc(moves, func(x, y committee.Movement) int {
			return cmp.Or(cmp.Compare(cmp.Or(x.On, m.Starts), cmp.Or(y.On, m.Starts)), cmp.Compare(x.At, y.At))
		})
		if len(moves) > 0 && later(moves[0]) && moves[0].Arrival {
			continue
		}
		a.Movements = slices.DeleteFunc(moves, later)
		there = append(there, a)
	}
	return presenceOf(ctx, q, m, there, then)
}

// ruledThen is the presence at the hour at which a meeting ruled on something, as
// the journal has it; zero where that was noted on another day than it was ruled
// on, or out of the session.
func ruledThen(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance, of committee.Thing, o committee.Deliberation, zone *time.Location) (committee.Reckoning, error) {
	none := committee.Reckoning{}
	var stamp string
	err := q.QueryRowContext(ctx, `SELECT j.at FROM journal_change c JOIN journal j ON j.seq = c.seq
		WHERE c.kind = ? AND c.id = ? AND j.verb NOT IN ('add', 'revise', 'load') AND c.image_after IS NOT NULL
		AND json_extract(c.image_after, '$.outcome.meeting') = ? AND json_extract(c.image_after, '$.outcome.state') = ?
		ORDER BY c.seq LIMIT 1`, of.Kind, of.ID, m.ID, o.State).Scan(&stamp)
	if errors.Is(err, sql.ErrNoRows) || err == nil && o.Meeting != m.ID {
		return none, nil
	}
	if err != nil {
		return none, err
	}
	then, known := noted(stamp, zone)
	before := then.on < m.Starts || then.on == m.Starts && then.at < m.Opened
	after := m.State == committee.Adjourned && (then.on > m.Rose() || then.on == m.Rose() && then.at > m.Closed)
	if !known || then.on != o.On || m.Starts.Zero() || before || after {
		return none, nil
	}
	m.State = committee.InSession // as it was
	p, err := presenceAgo(ctx, q, m, list, then)
	if err != nil || !p.roll.Taken() {
		return none, err
	}
	return p.less(nil), nil
}
