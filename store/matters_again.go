package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"suivi/internal/committee"
)

// closedByAnswer tells how the last answer on a matter was given: the meeting that
// gave it, and the state that it declared.
var closedByAnswer = map[committee.Kind]string{
	committee.KindAction:         "SELECT coalesce(u.meeting, ''), u.state FROM progress_update u WHERE u.action = ? AND u.state <> '' ORDER BY u.date DESC, u.id DESC LIMIT 1",
	committee.KindRecommendation: "SELECT coalesce(f.meeting, ''), f.state FROM recommendation_follow_up f WHERE f.recommendation = ? AND f.state <> '' ORDER BY f.n DESC LIMIT 1",
}

// stoodBefore is how the implementation of a matter stood before the meeting's own
// answer said that it is done, or abandoned: answered once more, the matter is
// answered from there. It is as it is for a matter that anything else closed, or
// that is open.
func stoodBefore(ctx context.Context, q querier, t committee.Thing, now committee.Implementation, at committee.MeetingID) (committee.Implementation, error) {
	if now.State != committee.Declared && now.State != committee.Abandoned {
		return now, nil
	}
	var meeting committee.MeetingID
	var state committee.ImplementationState
	err := q.QueryRowContext(ctx, closedByAnswer[t.Kind], t.ID).Scan(&meeting, &state)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (meeting != at || state != now.State) {
		return now, nil
	}
	if err != nil {
		return now, err
	}
	var image string
	err = q.QueryRowContext(ctx, fmt.Sprintf(`SELECT json_extract(c.image_after, '$.implementation') FROM journal_change c
		WHERE c.kind = ? AND c.id = ? AND c.image_after IS NOT NULL AND json_extract(c.image_after, '$.implementation.state') IN %s
		ORDER BY c.seq DESC, c.n DESC LIMIT 1`, openActions), t.Kind, t.ID).Scan(&image)
	if errors.Is(err, sql.ErrNoRows) {
		return now, nil
	}
	if err != nil {
		return now, err
	}
	before := committee.Implementation{}
	return before, json.Unmarshal([]byte(image), &before)
}
