package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// listing is one list: its table has the alias t, and every argument has a
// name (:today), as the pieces are put together in more than one statement.
type listing[L any] struct {
	columns string
	from    string
	// match is the folded text that the filter's words are looked for in, in a
	// list of some hundred rows. A long one names its noun instead, for the
	// index of search, and what else its filter looks in.
	match string
	kind  committee.Kind
	ties  []tie
	// orders holds what each Query.Sort key sorts on; "" is the list's own.
	orders map[string]order
	// latest turns the list's own order round: the last comes first.
	latest bool
	// of and scopes narrow the list; :of is the ID of Query.Of. A list that
	// a thing cannot narrow is empty.
	of     map[committee.Kind]narrowing
	scopes map[register.Scope]narrowing
	where  []string
	args   []any // sql.NamedArg
	scan   func(scanner) (L, error)
}

// How much one question looks at.
const (
	// few is how many rows are at most put in order one by one. More of them
	// are read along an index that is in order, until the window is full.
	few = 2000
	// countedAtMost is how far the rows of a list are counted.
	countedAtMost = 10_000
)

// narrowing is a condition on the rows of a list.
type narrowing struct {
	// always stands in every statement in place of archived: indexes hold these
	// live rows only. shelved says the same of archived rows.
	always, shelved string
	// rows finds the rows through an index; "" when always says it all.
	rows string
	// test says of one row what rows says; rows when empty.
	test string
	// links is a table of links that keeps the list's own order: its rows under
	// :of, column, are in an index as the list's rows are.
	links, owner, column string
}

// where narrows by a condition that an index answers.
func where(condition string) narrowing { return narrowing{rows: condition} }

// tied narrows to the rows that a table of links ties to :of.
func tied(table, owner, column string) narrowing {
	return narrowing{
		rows: fmt.Sprintf("t.id IN (SELECT l.%s FROM %s l WHERE l.%s = :of)", owner, table, column),
		test: fmt.Sprintf("EXISTS (SELECT 1 FROM %s l WHERE l.%s = t.id AND l.%s = :of)", table, owner, column),
	}
}

// inListOrder is tied by a table of links which keeps, of the rows it leads to,
// archived and what the list's own order goes by.
func inListOrder(table, owner, column string) narrowing {
	n := tied(table, owner, column)
	n.links, n.owner, n.column = table, owner, column
	return n
}

// A sheet shows the first rows of a long list; of what belongs to the thing
// itself, all it can have.
const (
	firstRows = 50
	allRows   = 1000
)

// first reads the rows of a list that a sheet shows, and notes what it leaves out.
func (l listing[L]) first(ctx context.Context, q querier, query register.Query, part register.Part, cut *register.Cut) ([]L, error) {
	query.Limit = firstRows
	w, err := l.window(ctx, q, query)
	if rest := w.Total - len(w.Rows); err == nil && (rest > 0 || w.More) {
		if *cut == nil {
			*cut = register.Cut{}
		}
		(*cut)[part] = register.Rest{Rows: rest, More: w.More}
	}
	return w.Rows, err
}

// every reads the rows of a list that belong to one thing.
func (l listing[L]) every(ctx context.Context, q querier, query register.Query) ([]L, error) {
	query.Limit, query.Moving = allRows, true
	w, err := l.window(ctx, q, query)
	return w.Rows, err
}

// window answers a question with a run of rows, found by the key of the
// anchor and not by counting.
func (l listing[L]) window(ctx context.Context, q querier, query register.Query) (w register.Window[L], err error) {
	a, err := l.ask(query).weigh(ctx, q)
	if err != nil {
		return w, err
	}
	if w.Total, w.More, err = a.total(ctx, q, query); err != nil {
		return w, err
	}
	if err := a.fill(ctx, q, query, &w); err != nil {
		return w, err
	}
	if w.Total >= 0 && w.Total < len(w.Rows) || w.First && w.Final {
		w.Total, w.More = len(w.Rows), w.More && !(w.First && w.Final)
	}
	return w, nil
}

// fill reads the rows of a window.
func (a question[L]) fill(ctx context.Context, q querier, query register.Query, w *register.Window[L]) error {
	limit := query.Limit
	if limit <= 0 {
		limit = 100
	}
	at, err := a.position(ctx, q, query.After+query.Before+query.Around)
	if err != nil {
		return err
	}
	switch {
	case at == nil && query.Last:
		w.Rows, w.First, err = a.run(ctx, q, course{}, limit)
		w.Final = true
	case at == nil:
		w.Rows, w.Final, err = a.run(ctx, q, course{down: true}, limit)
		w.First = true
	case query.After != "":
		if w.Rows, w.Final, err = a.run(ctx, q, course{down: true, at: at}, limit); err == nil {
			w.First, err = a.none(ctx, q, course{at: at, with: true})
		}
	case query.Before != "":
		if w.Rows, w.First, err = a.run(ctx, q, course{at: at}, limit); err == nil {
			w.Final, err = a.none(ctx, q, course{down: true, at: at, with: true})
		}
	default:
		err = a.around(ctx, q, at, limit, w)
	}
	return err
}

// question is a listing with a query's conditions.
type question[L any] struct {
	listing[L]
	order    order
	desc     bool
	archived string // the condition of live rows, or of archived ones
	narrow   []narrowing
	filter   filter
	// among is the condition of rows that were found beforehand. No index is
	// taken for the other conditions then.
	among string
	// sorted is set when the rows are few enough to be put in order; the others
	// are read along the order's index and tested one by one.
	sorted bool
	// ordered is set when the links of a thing lead through its rows.
	ordered bool
	// narrowed is how many rows the scope and the thing leave, when they are few.
	narrowed int
	// rows is how many there are, when that is known; -1 otherwise.
	rows int
}

func (l listing[L]) ask(query register.Query) question[L] {
	a := question[L]{listing: l, desc: query.Desc, filter: newFilter(query.Filter), rows: -1}
	o, ok := l.orders[query.Sort]
	if !ok || query.Sort == "" {
		o = l.orders[""]
		a.desc = a.desc != l.latest
	}
	a.order = o
	a.archived = "t.archived = 0"
	if query.Archived {
		a.archived = "t.archived = 1"
	}
	if n, ok := l.scopes[query.Scope]; ok && query.Scope != register.All {
		if query.Archived && n.shelved != "" {
			n = narrowing{rows: strings.TrimSuffix(n.shelved+" AND "+n.rows, " AND ")}
		}
		a.narrow = append(a.narrow, n)
	}
	if !query.Of.Zero() {
		a.args = append(a.args, sql.Named("of", query.Of.ID))
	}
	if !query.Of.Zero() && query.Scope != register.Supported {
		n, ok := l.of[query.Of.Kind]
		if !ok {
			n = where("1 = 0")
		}
		a.narrow = append(a.narrow, n)
	}
	return a.linked(query)
}

// linked goes through the links of a thing where they are in the order that is
// asked for, and nothing else narrows the list.
func (a question[L]) linked(query register.Query) question[L] {
	if len(a.narrow) != 1 || a.narrow[0].links == "" || a.filter.typed || query.Sort != "" {
		return a
	}
	n := a.narrow[0]
	table, joins := a.parts()
	a.from = n.links + " l JOIN " + table + " ON t.id = l." + n.owner
	for _, j := range joins {
		a.from += j.words
	}
	of := func(columns []string) (linked []string) {
		for _, column := range columns {
			linked = append(linked, "l."+strings.TrimPrefix(column, "t."))
		}
		return linked
	}
	a.order.keys, a.order.tie = of(a.order.keys), of(a.order.tie)
	a.narrow = []narrowing{{always: "l." + n.column + " = :of AND l." + strings.TrimPrefix(a.archived, "t.")}}
	a.ordered = true
	return a
}

// weigh finds out how the rows are best read: what narrows them is counted up
// to few, then what the filter's words leave.
func (a question[L]) weigh(ctx context.Context, q querier) (question[L], error) {
	if a.filter.typed && len(a.filter.terms) == 0 {
		a.narrow, a.filter, a.sorted = append(a.narrow, where("1 = 0")), filter{}, true
		return a, nil
	}
	if a.kind == "" { // some hundred rows
		a = a.matching()
		a.sorted = true
		return a, nil
	}
	if len(a.narrow) > 0 && !a.ordered {
		b := a
		b.sorted, b.filter = true, filter{}
		n, err := b.count(ctx, q, few+1)
		if err != nil {
			return a, err
		}
		if a.sorted = n <= few; a.sorted {
			a.rows, a.narrowed = n, n
		}
	}
	if a.filter.typed {
		a.rows = -1
		return a.look(ctx, q)
	}
	return a, nil
}

// conditions are what the rows of a statement satisfy.
func (a question[L]) conditions() []string {
	all, archived := slices.Clone(a.where), a.archived
	for _, n := range a.narrow {
		if n.test == "" {
			n.test = n.rows
		}
		switch {
		case a.among != "": // what was found is tested
			all = append(all, tested(n.always), tested(n.test))
			continue
		case a.sorted:
			all = append(all, n.always, n.rows)
			if strings.Contains(n.rows, ":of") {
				archived = tested(archived) // or all rows are gone through for those of a thing
			}
		default:
			all = append(all, n.always, tested(n.test))
		}
		if n.always != "" {
			archived = ""
		}
	}
	if a.among != "" {
		archived = tested(archived) // or an index of all rows is gone through for the few that were found
	}
	all = append(append(all, archived, a.among), a.filter.tests...)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// tested is a condition that no index is taken for.
func tested(condition string) string {
	if condition == "" {
		return ""
	}
	return "CASE WHEN " + condition + " THEN 1 ELSE 0 END = 1"
}

// count is how many rows there are, at most so many.
func (a question[L]) count(ctx context.Context, q querier, most int) (n int, err error) {
	statement := "SELECT count(*) FROM (SELECT 1 FROM " + a.counted() + " WHERE " + strings.Join(a.conditions(), " AND ") + " LIMIT :most)"
	err = q.QueryRowContext(ctx, statement, append(slices.Clone(a.args), sql.Named("most", most))...).Scan(&n)
	return n, err
}

// exactly counts all the rows of a list that is known to be short enough.
func (a question[L]) exactly(ctx context.Context, q querier) (int, error) {
	a.sorted = true
	return a.count(ctx, q, -1)
}

// counted is what the rows are counted in: the list's table alone while no
// condition looks into the others. Each row joins one row at most, and a link
// that must be there is.
func (a question[L]) counted() string {
	conditions := strings.Join(a.conditions(), " ")
	from, joins := a.parts()
	for _, j := range joins {
		if strings.Contains(conditions, j.alias+".") {
			return a.from
		}
	}
	return from
}

// total is how many rows the list has; more says that there are more. A
// question that only moves is told -1.
func (a question[L]) total(ctx context.Context, q querier, query register.Query) (n int, more bool, err error) {
	switch {
	case query.Moving:
		return -1, false, nil
	case a.rows >= 0:
		return a.rows, false, nil
	case a.filter.typed && !a.sorted && a.kind != "":
		return a.leftOf(ctx, q)
	}
	if !a.filter.typed {
		// Whichever way the rows are read, what narrows them is counted in its index.
		a.sorted = true
	}
	n, err = a.count(ctx, q, countedAtMost+1)
	return min(n, countedAtMost), n > countedAtMost, err
}

// run reads at most limit rows along a course. end tells whether there are no
// more. The rows come in the order of the list, whichever way they were read.
func (a question[L]) run(ctx context.Context, q querier, c course, limit int) (found []L, end bool, err error) {
	for _, s := range a.stretches(c) {
		statement, args := a.read(s, a.columns)
		answer, err := q.QueryContext(ctx, statement, append(args, sql.Named("limit", limit+1-len(found)))...)
		some, err := collect(answer, err, a.scan)
		if err != nil {
			return nil, false, err
		}
		if found = append(found, some...); len(found) > limit {
			break
		}
	}
	end = len(found) <= limit
	found = found[:min(len(found), limit)]
	if !c.down {
		slices.Reverse(found)
	}
	return found, end, nil
}

// none tells whether no row stands along a course.
func (a question[L]) none(ctx context.Context, q querier, c course) (bool, error) {
	for _, s := range a.stretches(c) {
		statement, args := a.read(s, "t.id")
		var id string
		err := q.QueryRowContext(ctx, statement, append(args, sql.Named("limit", 1))...).Scan(&id)
		if !errors.Is(err, sql.ErrNoRows) {
			return false, err
		}
	}
	return true, nil
}

// around fills a window that holds the row at a place, near its middle.
func (a question[L]) around(ctx context.Context, q querier, at *position, limit int, w *register.Window[L]) error {
	above, first, err := a.run(ctx, q, course{at: at}, limit)
	if err != nil {
		return err
	}
	below, final, err := a.run(ctx, q, course{down: true, at: at, with: true}, limit)
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
