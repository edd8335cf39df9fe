package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// presenceAtOpening is the presence when a session was opened.
func presenceAtOpening(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance) (committee.Reckoning, error) {
	p, err := presenceAgo(ctx, q, m, list, instant{m.Starts, m.Opened})
	return p.less(nil), err
}

// presenceAgo is the presence at an earlier moment of a session: of the list,
// without those who arrived later, and with those who left later.
func presenceAgo(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance, then instant) (presence, error) {
	return presenceBefore(ctx, q, m, list, then, func(string) bool { return false })
}

// presenceBefore is the presence at an earlier moment; after tells of a movement of
// that very minute, by its key, whether it came after all the same.
func presenceBefore(ctx context.Context, q querier, m committee.Meeting, list []committee.Attendance, then instant, after func(key string) bool) (presence, error) {
	var there []committee.Attendance
	for _, a := range list {
		type move struct {
			committee.Movement
			on    committee.Date
			later bool
		}
		var moves []move
		for n, v := range a.Movements {
			on := cmp.Or(v.On, m.Starts)
			later := on > then.on || on == then.on && then.at != "" && (v.At > then.at || v.At == then.at && after(register.MovementKey(a.ID, n)))
			moves = append(moves, move{v, on, later})
		}
		slices.SortStableFunc(moves, func(x, y move) int { return cmp.Or(cmp.Compare(x.on, y.on), cmp.Compare(x.At, y.At)) })
		if len(moves) > 0 && moves[0].later && moves[0].Arrival {
			continue
		}
		a.Movements = nil
		for _, v := range moves {
			if !v.later {
				a.Movements = append(a.Movements, v.Movement)
			}
		}
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
