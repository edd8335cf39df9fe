package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Changes is the history of a thing, the latest first: every line of the
// journal that touched it. The zero thing asks for the whole journal.
func (s *Store) Changes(ctx context.Context, thing committee.Thing, limit int) (found []register.Change, err error) {
	if limit <= 0 {
		limit = 100
	}
	err = s.read(ctx, func(q querier) error {
		found, err = changes(ctx, q, thing, limit)
		return err
	})
	return found, err
}

func changes(ctx context.Context, q querier, thing committee.Thing, limit int) ([]register.Change, error) {
	statement := "SELECT j.seq, j.at, j.actor_name, j.verb, j.kind, j.id, j.why FROM journal j"
	var args []any
	if !thing.Zero() {
		statement += " WHERE j.seq IN (SELECT c.seq FROM journal_change c WHERE c.kind = ? AND c.id = ?)"
		args = append(args, thing.Kind, thing.ID)
	}
	answer, err := q.QueryContext(ctx, statement+" ORDER BY j.seq DESC LIMIT ?", append(args, limit)...)
	found, err := collect(answer, err, func(row scanner) (c register.Change, err error) {
		err = row.Scan(&c.Seq, &c.At, &c.Actor, &c.Verb, &c.Thing.Kind, &c.Thing.ID, &c.Why)
		return c, err
	})
	if err != nil {
		return nil, err
	}
	var things []committee.Thing
	for _, c := range found {
		things = append(things, c.Thing)
	}
	known, err := names(ctx, q, things)
	for i := range found {
		found[i].Name = known[found[i].Thing]
	}
	return found, err
}
