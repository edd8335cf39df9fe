package store

import (
	"context"
	"fmt"

	"suivi/internal/committee"
)

// giveMark is the next reference of a kind in a year. A number is never given
// twice: archived things keep theirs, and one that was taken back has been
// seen; only making the change again brings it back.
func giveMark(ctx context.Context, q querier, kind committee.Kind, year int) (committee.Mark, error) {
	c, err := theCommittee(ctx, q)
	if err != nil {
		return committee.Mark{}, err
	}
	pattern := map[committee.Kind]string{
		committee.KindRecommendation: c.Numbers.Recommendation,
		committee.KindAction:         c.Numbers.Action,
		committee.KindDecision:       c.Numbers.Decision,
		committee.KindMeeting:        c.Numbers.Meeting,
	}[kind]
	table := keepers[kind].shape().table
	m := committee.Mark{Year: year}
	row := q.QueryRowContext(ctx, fmt.Sprintf(`SELECT max(coalesce((SELECT max(number) FROM %s WHERE year = ?1), 0),
		coalesce((SELECT max(number) FROM retired_number WHERE kind = ?2 AND year = ?1), 0)) + 1`, table), year, kind)
	if err := row.Scan(&m.Number); err != nil {
		return m, err
	}
	// A pattern changed in the meantime may give a reference that is taken.
	for taken := true; taken; {
		m.Ref = committee.Format(pattern, year, m.Number)
		row := q.QueryRowContext(ctx, fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %s WHERE ref = ?1)
			OR EXISTS (SELECT 1 FROM retired_number WHERE kind = ?2 AND ref = ?1)`, table), m.Ref, kind)
		if err := row.Scan(&taken); err != nil {
			return m, err
		}
		if taken {
			m.Number++
		}
	}
	return m, nil
}
