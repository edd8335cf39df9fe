package store

import (
	"context"
	"encoding/json"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// dumped is a row as a dump holds it. agrees compares it with its rules and with
// its image in the journal, as the check of the file does.
type dumped struct {
	id, image string
	agrees    func(logged string) error
}

// page reads the rows after an ID, by ID; all of them from "".
func (n *noun[T]) page(ctx context.Context, q querier, after string, limit int) ([]dumped, error) {
	rest, args := afterID(after, limit)
	found, err := n.loadAll(ctx, q, rest, args...)
	all := make([]dumped, len(found))
	for i := range found {
		v := &found[i]
		now := image(v)
		all[i] = dumped{id: *n.id(v), image: now, agrees: func(logged string) error { return n.agrees(v, now, logged) }}
	}
	return all, err
}

// afterID is the end of a statement that reads a window of rows by ID.
func afterID(after string, limit int) (rest string, args []any) {
	if after == "" {
		return "ORDER BY id LIMIT ?", []any{limit}
	}
	return "WHERE id > ? ORDER BY id LIMIT ?", []any{after, limit}
}

// agrees tells what is wrong with a row, of which the image is given: it breaks
// a rule, its text is not clean, or the journal says otherwise.
func (n *noun[T]) agrees(v *T, now, logged string) error {
	rule := n.valid(v)
	if rule == nil {
		if column := n.unclean(v, now); column != "" {
			rule = &committee.FieldError{Field: committee.Field(column), Reason: committee.ReasonText}
		}
	}
	if now == logged {
		return rule
	}
	// The image may be of an older program: it is read as a value first.
	var then T
	if json.Unmarshal([]byte(logged), &then) != nil || image(&then) != now {
		return &differsError{rule: rule}
	}
	return rule
}

// unclean names the first column of a value, of which the image is given, that
// cleaning changes; empty for none. The value is cleaned.
func (n *noun[T]) unclean(v *T, was string) string {
	n.clean(v)
	if image(v) == was {
		return ""
	}
	var before T
	if json.Unmarshal([]byte(was), &before) != nil {
		return n.table
	}
	return n.changed(&before, v)
}

// changed names the first column in which two values differ, or the table of
// the first list.
func (n *noun[T]) changed(a, b *T) string {
	was, now := n.fields(a), n.fields(b)
	for i, f := range was {
		if !sameCell(f, now[i]) {
			return f.column
		}
	}
	old, lists := n.children(a), n.children(b)
	for i, c := range old {
		if c.len() != lists[i].len() || sameRows(c, lists[i]) != c.len() {
			return c.table
		}
	}
	return n.table
}

// put adds a row that a dump holds, as it is. accept says whether a row of
// this ID may come now. exact wants the value written as this program writes
// it; otherwise fields may be missing, as in the dump of an older one.
func (n *noun[T]) put(ctx context.Context, tx *tx, value []byte, exact bool, accept func(id string) error) error {
	var v T
	if err := unmarshal(value, &v); err != nil {
		return err
	}
	was := image(&v)
	if exact && was != string(value) {
		return garbled(nil)
	}
	id := *n.id(&v)
	if err := accept(id); err != nil {
		return err
	}
	if err := n.valid(&v); err != nil {
		return err
	}
	if column := n.unclean(&v, was); column != "" {
		return &committee.DumpError{Reason: committee.DumpUnclean, Detail: column}
	}
	if id == "" || len(id) > committee.MaxLine || strings.TrimSpace(text.Line(id)) != id {
		return &committee.DumpError{Reason: committee.DumpUnclean, Detail: "id"}
	}
	return n.write(ctx, tx, nil, &v)
}

// depicts tells whether an image in the journal can be read as the thing of an
// ID.
func (n *noun[T]) depicts(id, image string) bool {
	var v T
	return json.Unmarshal([]byte(image), &v) == nil && *n.id(&v) == id
}
