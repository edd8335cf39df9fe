package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// listing is one list: its table has the alias t, and every argument has a
// name (:today), as the pieces are put together in more than one statement.
type listing[L any] struct {
	columns string
	from    string
	// match is the folded text that the filter's words are looked for in.
	match string
	// orders holds what each Query.Sort key sorts on; "" is the list's own.
	orders map[string]order
	// latest turns the list's own order round: the last comes first.
	latest bool
	// of and scopes narrow the list; :of is the ID of Query.Of. A list that
	// a thing cannot narrow is empty.
	of     map[committee.Kind]string
	scopes map[register.Scope]string
	where  []string
	args   []any // sql.NamedArg
	scan   func(scanner) (L, error)
}

// order is a list of expressions, never NULL; the ID settles ties.
type order struct{ up, down []string }

// by sorts on expressions.
func by(expressions ...string) order { return order{up: expressions, down: expressions} }

// known sorts on a text that may be empty; empty ones come last either way.
func known(expression string, then ...string) order {
	up := fmt.Sprintf("coalesce(nullif(%s, ''), '9999')", expression)
	return order{up: append([]string{up}, then...), down: append([]string{expression}, then...)}
}

// and narrows a list.
func (l listing[L]) and(condition string, args ...any) listing[L] {
	l.where = append(slices.Clone(l.where), condition)
	l.args = append(slices.Clone(l.args), args...)
	return l
}

// every reads all the rows of a list, in its own order.
func (l listing[L]) every(ctx context.Context, q querier, query register.Query) ([]L, error) {
	query.Limit = 100_000
	w, err := l.window(ctx, q, query)
	return w.Rows, err
}

// window answers a question with a run of rows, found by the key of the
// anchor and not by counting.
func (l listing[L]) window(ctx context.Context, q querier, query register.Query) (w register.Window[L], err error) {
	a := l.ask(query)
	if w.Total, err = a.count(ctx, q); err != nil {
		return w, err
	}
	limit := query.Limit
	if limit <= 0 {
		limit = 100
	}
	key, err := a.key(ctx, q, query.After+query.Before+query.Around)
	if err != nil {
		return w, err
	}
	switch {
	case key == nil && query.Last:
		w.Rows, w.First, err = a.run(ctx, q, false, "", nil, limit)
		w.Final = true
	case key == nil:
		w.Rows, w.Final, err = a.run(ctx, q, true, "", nil, limit)
		w.First = true
	case query.After != "":
		if w.Rows, w.Final, err = a.run(ctx, q, true, ">", key, limit); err == nil {
			w.First, err = a.none(ctx, q, false, "<=", key)
		}
	case query.Before != "":
		if w.Rows, w.First, err = a.run(ctx, q, false, "<", key, limit); err == nil {
			w.Final, err = a.none(ctx, q, true, ">=", key)
		}
	default:
		err = a.around(ctx, q, key, limit, &w)
	}
	return w, err
}

// question is a listing with a query's conditions.
type question[L any] struct {
	listing[L]
	sort []string
	desc bool
}

func (l listing[L]) ask(query register.Query) question[L] {
	a := question[L]{listing: l, desc: query.Desc}
	o, ok := l.orders[query.Sort]
	if !ok || query.Sort == "" {
		o = l.orders[""]
		a.desc = a.desc != l.latest
	}
	a.sort = o.up
	if a.desc {
		a.sort = o.down
	}
	a.sort = append(slices.Clone(a.sort), "t.id")
	archived := "t.archived = 0"
	if query.Archived {
		archived = "t.archived = 1"
	}
	a.listing = a.and(archived)
	if c, ok := l.scopes[query.Scope]; ok && c != "" {
		a.listing = a.and(c)
	}
	if !query.Of.Zero() {
		c, ok := l.of[query.Of.Kind]
		if !ok {
			c = "1 = 0"
		}
		a.listing = a.and(c, sql.Named("of", query.Of.ID))
	}
	for i, word := range strings.Fields(text.Fold(query.Filter)) {
		name := fmt.Sprintf("word%d", i)
		a.listing = a.and(fmt.Sprintf("instr(%s, :%s) > 0", l.match, name), sql.Named(name, word))
	}
	return a
}

func (a question[L]) count(ctx context.Context, q querier) (total int, err error) {
	statement := "SELECT count(*) FROM " + a.counted() + " WHERE " + strings.Join(a.where, " AND ")
	err = q.QueryRowContext(ctx, statement, a.args...).Scan(&total)
	return total, err
}

var joined = regexp.MustCompile(`\s+(?:LEFT )?JOIN\s+\w+\s+(\w+)\s`)

// counted is what the rows are counted in: the list's table alone while no
// condition looks into the others. Each row joins one row at most, and a link
// that must be there is.
func (a question[L]) counted() string {
	joins := joined.FindAllStringSubmatch(a.from, -1)
	if len(joins) == 0 {
		return a.from
	}
	conditions := strings.Join(a.where, " ")
	for _, j := range joins {
		if strings.Contains(conditions, j[1]+".") {
			return a.from
		}
	}
	return a.from[:joined.FindStringIndex(a.from)[0]]
}

// key is where the row of an ID stands in the order, whether or not it
// matches; nil when there is no such row.
func (a question[L]) key(ctx context.Context, q querier, id string) ([]any, error) {
	if id == "" {
		return nil, nil
	}
	key, at := make([]any, len(a.sort)), make([]any, len(a.sort))
	for i := range key {
		at[i] = &key[i]
	}
	statement := "SELECT " + strings.Join(a.sort, ", ") + " FROM " + a.from + " WHERE t.id = :anchor"
	err := q.QueryRowContext(ctx, statement, append(slices.Clone(a.args), sql.Named("anchor", id))...).Scan(at...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return key, err
}

// run reads at most limit rows in the order of the list, from the key on:
// downwards when forward, else upwards. end tells whether there are no more.
func (a question[L]) run(ctx context.Context, q querier, forward bool, compare string, key []any, limit int) (found []L, end bool, err error) {
	tail, args := a.rest(forward, compare, key)
	args = append(args, sql.Named("limit", limit+1))
	answer, err := q.QueryContext(ctx, "SELECT "+a.columns+tail+" LIMIT :limit", args...)
	found, err = collect(answer, err, a.scan)
	if err != nil {
		return nil, false, err
	}
	end = len(found) <= limit
	found = found[:min(len(found), limit)]
	if !forward {
		slices.Reverse(found)
	}
	return found, end, nil
}

// none tells whether no row stands on one side of the key.
func (a question[L]) none(ctx context.Context, q querier, forward bool, compare string, key []any) (bool, error) {
	tail, args := a.rest(forward, compare, key)
	var id string
	err := q.QueryRowContext(ctx, "SELECT t.id"+tail+" LIMIT 1", args...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil
	}
	return false, err
}

var reversed = map[string]string{">": "<", ">=": "<=", "<": ">", "<=": ">="}

// rest is the statement after its columns.
func (a question[L]) rest(forward bool, compare string, key []any) (string, []any) {
	where, args := slices.Clone(a.where), slices.Clone(a.args)
	if key != nil {
		if a.desc {
			compare = reversed[compare]
		}
		names := make([]string, len(key))
		for i, k := range key {
			name := fmt.Sprintf("key%d", i)
			names[i] = ":" + name
			args = append(args, sql.Named(name, k))
		}
		// An index on an expression serves this, and not a comparison of rows.
		where = append(where, fmt.Sprintf("%s %c= :key0", a.sort[0], compare[0]))
		where = append(where, fmt.Sprintf("(%s) %s (%s)", strings.Join(a.sort, ", "), compare, strings.Join(names, ", ")))
	}
	sorted := slices.Clone(a.sort)
	if forward == a.desc {
		for i := range sorted {
			sorted[i] += " DESC"
		}
	}
	return " FROM " + a.from + " WHERE " + strings.Join(where, " AND ") + " ORDER BY " + strings.Join(sorted, ", "), args
}

// around fills a window that holds the row of the key, near its middle.
func (a question[L]) around(ctx context.Context, q querier, key []any, limit int, w *register.Window[L]) error {
	above, first, err := a.run(ctx, q, false, "<", key, limit)
	if err != nil {
		return err
	}
	below, final, err := a.run(ctx, q, true, ">=", key, limit)
	if err != nil {
		return err
	}
	up := min(len(above), limit/2)
	down := min(len(below), limit-up)
	up = min(len(above), limit-down)
	w.Rows = append(slices.Clone(above[len(above)-up:]), below[:down]...)
	w.First = first && up == len(above)
	w.Final = final && down == len(below)
	return nil
}
