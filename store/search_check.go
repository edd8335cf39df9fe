package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// derivedDamage tells what SQLite says of the index of the search from what it
// says of the facts: the first can be made anew from the second.
func derivedDamage(said string) bool {
	return (strings.Contains(said, "search_index") || strings.Contains(said, "search_line_index")) && strings.Contains(said, "FTS")
}

// search compares the documents with the rows: whether each row has the one it
// should, and each document a row. The words of the index itself are compared
// with the documents by the check of the database.
func (c *checker) search(ctx context.Context) {
	var missing, other, surplus int
	for _, kind := range kinds {
		m, o := c.documentsOf(ctx, kind)
		missing, other = missing+m, other+o
		var n int
		err := c.QueryRowContext(ctx, fmt.Sprintf(
			"SELECT count(*) FROM search_document d WHERE d.kind = ? AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = d.id)",
			keepers[kind].shape().table), kind).Scan(&n)
		if c.unreadable("search_document", err) {
			return
		}
		surplus += n
	}
	known := make([]any, len(kinds))
	for i, kind := range kinds {
		known[i] = kind
	}
	var n int
	err := c.QueryRowContext(ctx, "SELECT count(*) FROM search_document WHERE kind NOT IN ("+marks(len(known))+")", known...).Scan(&n)
	if c.unreadable("search_document", err) {
		return
	}
	o, extra := c.lines(ctx)
	other, surplus = other+o, surplus+extra
	for kind, n := range map[register.FindingKind]int{
		register.FindingUnindexed: missing, register.FindingMisindexed: other, register.FindingOverindexed: surplus + n,
	} {
		if n > 0 {
			c.add(Finding{Kind: kind, Detail: strconv.Itoa(n)})
		}
	}
}

// documentsOf counts the rows of a kind without the document that they should
// have, and those with another one.
func (c *checker) documentsOf(ctx context.Context, kind committee.Kind) (missing, other int) {
	after := ""
	for {
		rest, args := afterID(after, rowsAtOnce)
		ids, err := c.texts(ctx, "SELECT id FROM "+keepers[kind].shape().table+" "+rest, args...)
		if len(ids) == 0 || c.unreadable(keepers[kind].shape().table, err) {
			return missing, other
		}
		after = ids[len(ids)-1]
		wanted, err := keepers[kind].documents(ctx, c, ids)
		if err != nil {
			return missing, other // the check of the rows says which one cannot be read
		}
		held, err := c.held(ctx, kind, ids)
		if c.unreadable("search_document", err) {
			return missing, other
		}
		for _, d := range wanted {
			if h, ok := held[d.thing.ID]; !ok {
				missing++
			} else if h != d {
				other++
			}
			delete(held, d.thing.ID)
		}
		other += len(held) // of rows without a word
	}
}

// held are the documents that the index holds of things.
func (c *checker) held(ctx context.Context, kind committee.Kind, ids []string) (map[string]document, error) {
	args := []any{kind}
	for _, id := range ids {
		args = append(args, id)
	}
	answer, err := c.QueryContext(ctx, "SELECT kind, id, archived, folded, shown FROM search_document WHERE kind = ? AND id IN ("+marks(len(ids))+")", args...)
	all, err := collect(answer, err, func(row scanner) (d document, err error) {
		return d, row.Scan(&d.thing.Kind, &d.thing.ID, &d.archived, &d.folded, &d.shown)
	})
	byID := map[string]document{}
	for _, d := range all {
		byID[d.thing.ID] = d
	}
	return byID, err
}
