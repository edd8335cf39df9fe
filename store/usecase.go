package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// save, in one use case: it adds at version 0, else revises. settle may
// complete or refuse the value; before is nil for a new thing.
func save[T record](ctx context.Context, s *Store, n *noun[T], v T, settle func(tx *tx, before *T, v *T) error) (T, error) {
	n.clean(&v)
	err := s.write(ctx, saving(n.stamp(&v).Version), n.thing(*n.id(&v)), "", func(tx *tx) (err error) {
		v, err = n.settled(ctx, tx, v, settle)
		return err
	})
	return v, err
}

// settled is save within a change that goes on.
func (n *noun[T]) settled(ctx context.Context, tx *tx, v T, settle func(tx *tx, before *T, v *T) error) (T, error) {
	before, err := n.before(ctx, tx, &v)
	if err != nil {
		return v, err
	}
	if settle != nil {
		if err := settle(tx, before, &v); err != nil {
			return v, err
		}
	}
	// Archiving is a use case of its own.
	n.stamp(&v).Archived = before != nil && n.stamp(before).Archived
	n.clean(&v)
	return n.saveOver(ctx, tx, before, image(before), v)
}

// alter is one use case that changes the state of one thing.
func alter[T record](ctx context.Context, s *Store, n *noun[T], verb committee.Verb, id string, version int, why string, fn func(T) (T, error)) (v T, err error) {
	err = s.write(ctx, verb, n.thing(id), why, func(tx *tx) error {
		v, err = n.change(ctx, tx, id, version, fn)
		return err
	})
	return v, err
}

// lookUp reads the lines of a list on one snapshot.
func lookUp[L any](ctx context.Context, s *Store, l listing[L], query register.Query) (w register.Window[L], err error) {
	err = s.read(ctx, func(q querier) error {
		w, err = l.window(ctx, q, query)
		return err
	})
	return w, err
}
