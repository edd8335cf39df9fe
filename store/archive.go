package store

import (
	"context"
	"fmt"

	"suivi/internal/committee"
)

// Archive takes a thing out of lists and completions. While live things refer
// to it, it is refused with a *committee.InUseError unless anyway is set.
func (s *Store) Archive(ctx context.Context, thing committee.Thing, version int, anyway bool) error {
	return s.write(ctx, committee.VerbArchive, thing, "", func(tx *tx) error {
		k, ok := keepers[thing.Kind]
		if !ok {
			return committee.ErrNotFound
		}
		if !anyway && !k.shape().fixed {
			if err := inUse(ctx, tx, thing); err != nil {
				return err
			}
		}
		return k.shelve(ctx, tx, thing.ID, version, true)
	})
}

// Restore brings an archived thing back.
func (s *Store) Restore(ctx context.Context, thing committee.Thing, version int) error {
	return s.write(ctx, committee.VerbRestore, thing, "", func(tx *tx) error {
		k, ok := keepers[thing.Kind]
		if !ok {
			return committee.ErrNotFound
		}
		return k.shelve(ctx, tx, thing.ID, version, false)
	})
}

// namedAtMost bounds the names an InUseError carries.
const namedAtMost = 20

func inUse(ctx context.Context, q querier, thing committee.Thing) error {
	by, err := referrers(ctx, q, thing)
	if err != nil || len(by) == 0 {
		return err
	}
	e := &committee.InUseError{Thing: thing, Total: len(by)}
	e.By, err = named(ctx, q, by[:min(len(by), namedAtMost)])
	if err != nil {
		return err
	}
	return e
}

// named gives things the words people know them by, in the order given.
func named(ctx context.Context, q querier, things []committee.Thing) ([]committee.Named, error) {
	known, err := names(ctx, q, things)
	if err != nil {
		return nil, err
	}
	var all []committee.Named
	for _, t := range things {
		all = append(all, committee.Named{Thing: t, Ref: known[t].Ref, Text: known[t].Full})
	}
	return all, nil
}

// referrers are the live things that point at a thing, by a column or by a list.
func referrers(ctx context.Context, q querier, thing committee.Thing) ([]committee.Thing, error) {
	var all []committee.Thing
	seen := map[committee.Thing]bool{thing: true}
	for _, kind := range kinds {
		for _, statement := range keepers[kind].shape().pointing(thing.Kind, true) {
			answer, err := q.QueryContext(ctx, statement, thing.ID)
			ids, err := collect(answer, err, func(row scanner) (id string, err error) { return id, row.Scan(&id) })
			if err != nil {
				return nil, err
			}
			for _, id := range ids {
				by := committee.Thing{Kind: kind, ID: id}
				if !seen[by] {
					seen[by] = true
					all = append(all, by)
				}
			}
		}
	}
	return all, nil
}

// kinds is every kind in the order people meet them.
var kinds = []committee.Kind{
	committee.KindCommittee, committee.KindAxis, committee.KindInstitution, committee.KindFunction, committee.KindPerson,
	committee.KindMandate, committee.KindGroup, committee.KindReference, committee.KindMeeting, committee.KindAgendaItem,
	committee.KindAttendance, committee.KindEntry, committee.KindDecision, committee.KindRecommendation, committee.KindGuideline,
	committee.KindArticle, committee.KindAction, committee.KindUpdate, committee.KindExtension,
}

// pointing is one statement for each column of a noun that points at a kind;
// it asks for the rows that point at an ID, the live ones or all.
func (s shape) pointing(at committee.Kind, live bool) []string {
	var all []string
	only, alone := " AND t.archived = 0", " AND archived = 0"
	if !live {
		only, alone = "", ""
	}
	for _, f := range s.fields {
		if f.link != nil && f.link.kind == at {
			all = append(all, fmt.Sprintf("SELECT id FROM %s WHERE %s = ?%s ORDER BY id", s.table, f.column, alone))
		}
	}
	for _, c := range s.lists {
		for _, f := range c.columns {
			if f.link == nil || f.link.kind != at {
				continue
			}
			of := ""
			if c.kind != "" {
				of = fmt.Sprintf(" AND c.kind = '%s'", c.kind)
			}
			all = append(all, fmt.Sprintf("SELECT t.id FROM %s c JOIN %s t ON t.id = c.%s WHERE c.%s = ?%s%s ORDER BY t.id",
				c.table, s.table, c.owner, f.column, of, only))
		}
	}
	return all
}
