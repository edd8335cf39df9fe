package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// Complete offers the live things of a kind whose words begin like what was
// typed, the best first; nothing typed offers the first ones. of narrows to
// what belongs to a thing: the functions of an institution.
func (s *Store) Complete(ctx context.Context, kind committee.Kind, typed string, of committee.Thing, limit int) ([]register.Option, error) {
	k, ok := keepers[kind]
	if !ok {
		return nil, committee.ErrNotFound
	}
	if limit <= 0 {
		limit = 10
	}
	var found []candidate
	err := s.read(ctx, func(q querier) (err error) {
		found, err = k.shape().candidates(ctx, q, typedWords(typed), of)
		return err
	})
	if err != nil {
		return nil, err
	}
	typed = strings.TrimSpace(text.Fold(typed))
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rank(typed), b.rank(typed)), cmp.Compare(text.Fold(a.name.Full), text.Fold(b.name.Full)))
	})
	var options []register.Option
	for _, c := range found[:min(len(found), limit)] {
		options = append(options, c.option())
	}
	return options, nil
}

// candidate is a thing that a completion may offer.
type candidate struct {
	thing  committee.Thing
	name   register.Name
	folded string
}

// candidates are the things of which every word typed begins a word.
func (s shape) candidates(ctx context.Context, q querier, words []string, of committee.Thing) ([]candidate, error) {
	// A name may hold the words of another thing: a function's institution.
	statement := fmt.Sprintf("SELECT t.id, coalesce(%s, ''), coalesce(%s, ''), coalesce(%s, ''), t.folded FROM %s t WHERE t.archived = 0",
		s.name.ref, s.name.short, s.name.full, s.table)
	var args []any
	for _, f := range s.fields {
		if !of.Zero() && f.link != nil && f.link.kind == of.Kind {
			statement += fmt.Sprintf(" AND t.%s = ?", f.column)
			args = append(args, of.ID)
			break
		}
	}
	for _, w := range words {
		statement += " AND instr(" + spaced("t.folded") + ", ' ' || ?) > 0"
		args = append(args, w)
	}
	if len(words) > 0 {
		statement += " ORDER BY instr(t.folded, ?) <> 1, t.folded, t.id LIMIT 200"
		args = append(args, words[0])
	} else {
		statement += " ORDER BY t.folded, t.id LIMIT 200"
	}
	answer, err := q.QueryContext(ctx, statement, args...)
	return collect(answer, err, func(row scanner) (c candidate, err error) {
		c.thing.Kind = s.kind
		err = row.Scan(&c.thing.ID, &c.name.Ref, &c.name.Short, &c.name.Full, &c.folded)
		return c, err
	})
}

// rank is lower for a better match: the short form itself, its beginning, the
// beginning of the words, anything else.
func (c candidate) rank(typed string) int {
	short := text.Fold(c.name.Short)
	switch {
	case typed == "":
		return 0
	case short == typed || text.Fold(c.name.Ref) == typed:
		return 0
	case strings.HasPrefix(short, typed) || strings.HasPrefix(text.Fold(c.name.Ref), typed):
		return 1
	case strings.HasPrefix(c.folded, typed):
		return 2
	}
	return 3
}

func (c candidate) option() register.Option {
	o := register.Option{Thing: c.thing, Label: c.name.Short}
	if c.name.Ref != "" {
		o.Label = c.name.Ref
	}
	if c.name.Full != o.Label {
		o.Detail = c.name.Full
	}
	return o
}

// typedWords are the folded words of what was typed; l'information is two.
func typedWords(typed string) []string {
	var words []string
	for _, w := range text.Words(typed) {
		words = append(words, w.Folded)
	}
	return words
}
