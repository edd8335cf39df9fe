package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var axes = keep(noun[committee.Axis]{
	kind: committee.KindAxis, table: "plan_axis",
	id:    func(v *committee.Axis) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Axis) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Axis) []field {
		return []field{
			line("code", &v.Code), line("name", &v.Name), derived("name_key", key(v.Name)), plain("kind", &v.Kind),
			plain("position", &v.Position), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Axis) []string { return []string{v.Name, v.Code} },
	name:  naming{ref: "''", short: "t.name", full: "t.name"},
})

// SaveAxis adds an axis at version 0, else revises it. A new one without a
// place is put last.
func (s *Store) SaveAxis(ctx context.Context, a committee.Axis) (committee.Axis, error) {
	return save(ctx, s, axes, a, func(tx *tx, before, v *committee.Axis) error {
		if before != nil || v.Position > 0 {
			return nil
		}
		return tx.QueryRowContext(ctx, "SELECT coalesce(max(position), 0) + 1 FROM plan_axis").Scan(&v.Position)
	})
}

// Axis is one axis or theme.
func (s *Store) Axis(ctx context.Context, id committee.AxisID) (a committee.Axis, err error) {
	err = s.read(ctx, func(q querier) error {
		a, err = axes.load(ctx, q, string(id))
		return err
	})
	return a, err
}

// Axes lists the axes and themes in their order.
func (s *Store) Axes(ctx context.Context, query register.Query) (register.Window[register.AxisLine], error) {
	return lookUp(ctx, s, axisListing(), query)
}

func axisListing() listing[register.AxisLine] {
	const count = "(SELECT count(*) FROM roadmap_action a WHERE a.axis = t.id AND a.archived = 0)"
	return listing[register.AxisLine]{
		columns: "t.id, t.code, t.name, t.kind, t.position, t.archived, " + count,
		from:    "plan_axis t",
		match:   "t.folded",
		orders: map[string]order{
			"": by("t.position"), "position": by("t.position"), "code": by("t.code"), "name": by("t.name_key"),
			"kind": by("t.kind", "t.position"), "actions": by(count),
		},
		scan: func(row scanner) (l register.AxisLine, err error) {
			err = row.Scan(&l.ID, &l.Code, &l.Name, &l.Kind, &l.Position, &l.Archived, &l.Actions)
			return l, err
		},
	}
}
