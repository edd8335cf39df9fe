package store

import (
	"context"
	"fmt"
	"reflect"
	"strings"
)

// writeChild brings a list's rows from old to now.
func writeChild(ctx context.Context, tx *tx, old, now child, id string) error {
	first := sameRows(old, now)
	if first == old.len() && first == now.len() {
		return nil
	}
	if !now.inPlace {
		if err := deleteChild(ctx, tx, now, id, first); err != nil {
			return err
		}
		return insertChild(ctx, tx, now, id, first)
	}
	for i := first; i < min(old.len(), now.len()); i++ {
		if err := updateChild(ctx, tx, now, id, i); err != nil {
			return err
		}
	}
	if err := deleteChild(ctx, tx, now, id, now.len()); err != nil {
		return err
	}
	return insertChild(ctx, tx, now, id, old.len())
}

// sameRows counts the rows at the start that did not change.
func sameRows(old, now child) int {
	i := 0
	for i < old.len() && i < now.len() && sameRow(old.at(i), now.at(i)) {
		i++
	}
	return i
}

func sameRow(a, b []field) bool {
	for i := range a {
		if !sameCell(a[i], b[i]) {
			return false
		}
	}
	return true
}

func sameCell(a, b field) bool {
	if a.link != nil {
		return a.link.id() == b.link.id()
	}
	if c, ok := a.at.(*derivedCell); ok {
		return c.want() == b.at.(*derivedCell).want()
	}
	return reflect.DeepEqual(a.at, b.at)
}

// reads are the statements that a noun's rows and their lists are read with.
type reads struct {
	rows      string // without its WHERE
	one, many string // the lists of one owner, of manyOwners
	width     int    // columns of the widest list
}

// manyOwners is how many things have their lists read at once.
const manyOwners = 50

func readsOf(table string, columns []string, lists []child) reads {
	r := reads{rows: selectFrom(columns, table, "")}
	for _, c := range lists {
		r.width = max(r.width, len(c.columns))
	}
	r.one, r.many = r.union(lists, 1), r.union(lists, manyOwners)
	return r
}

// union reads every list of some owners: which list, whose, the place in it,
// then its columns.
func (r reads) union(lists []child, owners int) string {
	ids := make([]string, owners)
	for i := range ids {
		ids[i] = fmt.Sprintf("?%d", i+1)
	}
	arms := make([]string, len(lists))
	for i, c := range lists {
		columns := columnNames(c.columns)
		for len(columns) < r.width {
			columns = append(columns, "NULL")
		}
		kind := ""
		if c.kind != "" {
			kind = fmt.Sprintf("kind = '%s' AND ", c.kind)
		}
		arms[i] = fmt.Sprintf("SELECT %d, %s, n, %s FROM %s WHERE %s%s IN (%s)",
			i, c.owner, strings.Join(columns, ", "), c.table, kind, c.owner, strings.Join(ids, ", "))
	}
	return strings.Join(arms, " UNION ALL ") + " ORDER BY 1, 2, 3"
}

// into reads the lists of the things of some IDs.
func (r reads) into(ctx context.Context, q querier, ids []string, lists map[string][]child) error {
	statement, args := r.one, []any{ids[0]}
	if len(ids) > 1 {
		statement, args = r.many, make([]any, manyOwners)
		for i := range args {
			if args[i] = ""; i < len(ids) {
				args[i] = ids[i]
			}
		}
	}
	var list, place int
	var owner string
	row := make([]any, 3+r.width)
	answer, err := q.QueryContext(ctx, statement, args...)
	_, err = collect(answer, err, func(s scanner) (struct{}, error) {
		row[0], row[1], row[2] = &list, &owner, &place
		for i := range r.width {
			row[3+i] = new(any)
		}
		if err := s.Scan(row...); err != nil {
			return struct{}{}, err
		}
		c := lists[owner][list]
		c.grow()
		copy(row[3:], cells(c.at(c.len()-1)))
		return struct{}{}, s.Scan(row...)
	})
	return err
}

// deleteChild deletes the rows after the first ones.
func deleteChild(ctx context.Context, tx *tx, c child, id string, first int) error {
	where, args := c.where(id)
	_, err := tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE %s AND n > ?", c.table, where), append(args, first)...)
	return err
}

// insertChild inserts the rows after the first ones.
func insertChild(ctx context.Context, tx *tx, c child, id string, first int) error {
	owner, args := []string{c.owner, "n"}, []any{id}
	if c.kind != "" {
		owner, args = []string{"kind", c.owner, "n"}, []any{string(c.kind), id}
	}
	names := append(owner, columnNames(c.columns)...)
	statement := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", c.table, strings.Join(names, ", "), marks(len(names)))
	for i := first; i < c.len(); i++ {
		values := append(append([]any{}, args...), i+1)
		if _, err := tx.ExecContext(ctx, statement, append(values, cells(c.at(i))...)...); err != nil {
			return err
		}
	}
	return nil
}

func updateChild(ctx context.Context, tx *tx, c child, id string, i int) error {
	where, args := c.where(id)
	statement := fmt.Sprintf("UPDATE %s SET %s = ? WHERE %s AND n = ?", c.table, strings.Join(columnNames(c.columns), " = ?, "), where)
	values := append(cells(c.at(i)), args...)
	_, err := tx.ExecContext(ctx, statement, append(values, i+1)...)
	return err
}

// deleteRow deletes a row that has no lists any more.
func deleteRow(ctx context.Context, tx *tx, table, id string) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE id = ?", id)
	return err
}
