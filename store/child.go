package store

import (
	"context"
	"fmt"
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
	return same(a.at, b.at)
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
