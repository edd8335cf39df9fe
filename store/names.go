package store

import (
	"context"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Names gives the words that things are known by. Things that are not in the
// file are left out.
func (s *Store) Names(ctx context.Context, things []committee.Thing) (found register.Names, err error) {
	err = s.read(ctx, func(q querier) error {
		found, err = names(ctx, q, things)
		return err
	})
	return found, err
}

func names(ctx context.Context, q querier, things []committee.Thing) (register.Names, error) {
	ids, seen := map[committee.Kind][]string{}, map[committee.Thing]bool{}
	for _, t := range things {
		if !t.Zero() && !seen[t] {
			seen[t] = true
			ids[t.Kind] = append(ids[t.Kind], t.ID)
		}
	}
	found := register.Names{}
	for kind, wanted := range ids {
		k, ok := keepers[kind]
		if !ok {
			continue
		}
		for some := range slices.Chunk(wanted, 500) {
			if err := namesOf(ctx, q, k.shape(), some, found); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

func namesOf(ctx context.Context, q querier, s shape, ids []string, found register.Names) error {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	statement := fmt.Sprintf("SELECT t.id, coalesce(%s, ''), coalesce(%s, ''), coalesce(%s, ''), t.archived FROM %s t WHERE t.id IN (%s)",
		s.name.ref, s.name.short, s.name.full, s.table, marks(len(ids)))
	answer, err := q.QueryContext(ctx, statement, args...)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var id string
		var n register.Name
		err := row.Scan(&id, &n.Ref, &n.Short, &n.Full, &n.Archived)
		found[committee.Thing{Kind: s.kind, ID: id}] = n
		return struct{}{}, err
	})
	return err
}

// points is every thing that a value points at, itself included.
func (n *noun[T]) points(v *T) []committee.Thing {
	all := []committee.Thing{n.thing(*n.id(v))}
	for _, l := range n.links(v) {
		if id := l.id(); id != "" {
			all = append(all, committee.Thing{Kind: l.kind, ID: id})
		}
	}
	if n.tells != nil {
		all = append(all, n.tells(v)...)
	}
	return all
}

// pointsOf is every thing that several values point at.
func pointsOf[T record](n *noun[T], values []T) []committee.Thing {
	var all []committee.Thing
	for i := range values {
		all = append(all, n.points(&values[i])...)
	}
	return all
}
