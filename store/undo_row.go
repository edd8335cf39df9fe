package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// reverser is what taking back asks of a noun, whatever its type. An empty
// image says that there is no such row.
type reverser interface {
	// stands tells whether a row is as an image says, its version aside.
	stands(ctx context.Context, q querier, id, image string) (bool, error)
	// become makes a row what an image says, or takes it away. What it answers
	// with checks the rules, once every row of the line is made so.
	become(ctx context.Context, tx *tx, id, image string) (func() error, error)
	// mentions is every thing that an image points at.
	mentions(image string) []committee.Thing
	// sketch is how a thing is called by what an image says.
	sketch(image string) register.Name
	// called is the thing that one without a name of its own is called by, as an
	// image says; zero for none.
	called(image string) committee.Thing
}

// depicted reads an image; one of an older program lacks what came later.
func depicted[T any](image string) (*T, error) {
	if image == "" {
		return nil, nil
	}
	v := new(T)
	if err := json.Unmarshal([]byte(image), v); err != nil {
		return nil, fmt.Errorf("store: the journal holds no row: %w", err)
	}
	return v, nil
}

// held is the row of an ID; nil when there is none.
func (n *noun[T]) held(ctx context.Context, q querier, id string) (*T, error) {
	v, err := n.load(ctx, q, id)
	if errors.Is(err, committee.ErrNotFound) {
		return nil, nil
	}
	return &v, err
}

func (n *noun[T]) stands(ctx context.Context, q querier, id, image string) (bool, error) {
	then, err := depicted[T](image)
	if err != nil {
		return false, err
	}
	now, err := n.held(ctx, q, id)
	if err != nil || then == nil || now == nil {
		return then == nil && now == nil, err
	}
	n.stamp(then).Version = n.stamp(now).Version
	return same(*then, *now), nil
}

func (n *noun[T]) become(ctx context.Context, tx *tx, id, wanted string) (func() error, error) {
	before, err := n.held(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	v, err := depicted[T](wanted)
	if err != nil {
		return nil, err
	}
	if v == nil {
		return func() error { return nil }, n.erase(ctx, tx, id, before)
	}
	// The version never goes back: whoever read the row before is told so.
	if before != nil {
		n.stamp(v).Version = n.stamp(before).Version
	}
	n.stamp(v).Version++
	if err := n.write(ctx, tx, before, v); err != nil {
		return nil, err
	}
	after, err := n.load(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	tx.touch(n.thing(id), image(before), image(&after))
	return func() error { return n.check(ctx, tx, before, &after) }, nil
}

// erase takes a row away, with its lists. It is refused while others link to it.
func (n *noun[T]) erase(ctx context.Context, tx *tx, id string, before *T) error {
	if before == nil {
		return committee.ErrNotFound
	}
	if n.kind == committee.KindCommittee {
		return &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonFoundation}
	}
	if n.leave != nil {
		if err := n.leave(ctx, tx, before); err != nil {
			return err
		}
	}
	if err := linkedTo(ctx, tx, n.thing(id)); err != nil {
		return err
	}
	old := n.children(before)
	for i, none := range n.children(new(T)) {
		if err := writeChild(ctx, tx, old[i], none, id); err != nil {
			return err
		}
	}
	if err := deleteRow(ctx, tx, n.table, id); err != nil {
		return err
	}
	tx.touch(n.thing(id), image(before), "")
	return nil
}

// linkedTo refuses a thing that others point at, archived ones too: they would
// point at nothing.
func linkedTo(ctx context.Context, q querier, thing committee.Thing) error {
	var all []committee.Thing
	for _, kind := range kinds {
		for _, statement := range keepers[kind].shape().pointing(thing.Kind, false) {
			ids, err := collectText(ctx, q, statement+fmt.Sprintf(" LIMIT %d", namedAtMost), thing.ID)
			if err != nil {
				return err
			}
			for _, id := range ids {
				if by := (committee.Thing{Kind: kind, ID: id}); by != thing {
					all = append(all, by)
				}
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	by, err := named(ctx, q, all[:min(len(all), namedAtMost)])
	if err != nil {
		return err
	}
	return &committee.InUseError{Thing: thing, By: by, Total: len(all)}
}

func (n *noun[T]) mentions(image string) []committee.Thing {
	v, err := depicted[T](image)
	if v == nil || err != nil {
		return nil
	}
	return n.points(v)
}

// called is the namesake that an image has.
func (n *noun[T]) called(image string) committee.Thing {
	v, err := depicted[T](image)
	if v == nil || err != nil || n.namesake == nil {
		return committee.Thing{}
	}
	return n.namesake(v)
}

func (n *noun[T]) sketch(image string) register.Name {
	v, err := depicted[T](image)
	if v == nil || err != nil {
		return register.Name{}
	}
	var mark committee.Mark
	_ = json.Unmarshal([]byte(image), &struct{ *committee.Mark }{&mark})
	name := register.Name{Ref: mark.Ref}
	for _, w := range n.words(v) {
		if w != "" && w != mark.Ref {
			name.Short, name.Full = w, w
			break
		}
	}
	return name
}
