package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"suivi/internal/committee"
)

// giveMark is the next reference of a kind in a year. A number is never given
// twice: archived things keep theirs, and one that was taken back has been
// seen; only making the change again brings it back.
func giveMark(ctx context.Context, q querier, kind committee.Kind, year int) (committee.Mark, error) {
	pattern, err := numberPattern(ctx, q, kind)
	if err != nil {
		return committee.Mark{}, err
	}
	table := keepers[kind].shape().table
	m := committee.Mark{Year: year}
	// Behind a sign, a value is no reason for SQLite to plan anew: bare, one of 0
	// or 1 might be worth another way, and planning takes longer than asking.
	row := q.QueryRowContext(ctx, fmt.Sprintf(`SELECT max(coalesce((SELECT max(number) FROM %s WHERE year = +?1), 0),
		coalesce((SELECT max(number) FROM retired_number WHERE kind = +?2 AND year = +?1), 0)) + 1`, table), year, kind)
	if err := row.Scan(&m.Number); err != nil {
		return m, err
	}
	// A pattern changed in the meantime may give a reference that is taken.
	for taken := true; taken; {
		m.Ref = committee.Format(pattern, year, m.Number)
		row := q.QueryRowContext(ctx, fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %s WHERE ref = ?1)
			OR EXISTS (SELECT 1 FROM retired_number WHERE kind = +?2 AND ref = +?1)`, table), m.Ref, kind)
		if err := row.Scan(&taken); err != nil {
			return m, err
		}
		if taken {
			m.Number++
		}
	}
	return m, nil
}

// numberPattern is how the committee writes the numbers of a kind.
func numberPattern(ctx context.Context, q querier, kind committee.Kind) (pattern string, err error) {
	column, usual := numbering(kind)
	err = q.QueryRowContext(ctx, "SELECT "+column+" FROM committee").Scan(&pattern)
	if errors.Is(err, sql.ErrNoRows) {
		return usual, nil
	}
	return pattern, err
}

// numbering is the column of a kind's pattern, and the pattern of a file
// without a committee.
func numbering(kind committee.Kind) (column, usual string) {
	usually := committee.DefaultNumbering()
	switch kind {
	case committee.KindRecommendation:
		return "number_recommendation", usually.Recommendation
	case committee.KindAction:
		return "number_action", usually.Action
	case committee.KindDecision:
		return "number_decision", usually.Decision
	default:
		return "number_meeting", usually.Meeting
	}
}
