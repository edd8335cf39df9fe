package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// order is what a list is sorted on. An index of a long list holds its keys
// and its tie, in this order, after archived; they are columns, as an index on
// an expression cannot be entered in the middle.
type order struct {
	keys []string // expressions, never NULL
	// tie settles what is equal; the ID does where it is empty.
	tie []string
	// unknown holds for the rows that come last either way; "" for none.
	unknown string
	// driver is the alias of a joined table. Its rows are gone through in the
	// order of the keys, and under each the rows of the list that link to it:
	// an index of the list holds the link, archived and the tie.
	driver string
}

// by sorts on expressions.
func by(expressions ...string) order { return order{keys: expressions} }

// known sorts on a text that may be empty; empty ones come last either way.
func known(expression string, then ...string) order {
	return order{keys: append([]string{expression}, then...), unknown: expression + " = ''"}
}

// driven sorts on a key of a joined table, row by row of that table.
func driven(alias, key string) order { return order{keys: []string{key}, driver: alias} }

// tiedBy is the same order with another tie.
func (o order) tiedBy(tie ...string) order {
	o.tie = tie
	return o
}

// numbered settles ties in every order of a list by the rows' numbers.
func numbered(orders map[string]order) map[string]order {
	for key, o := range orders {
		if len(o.tie) == 0 {
			orders[key] = o.tiedBy("t.year", "t.number")
		}
	}
	return orders
}

// ranked sorts on the place of a value in a list.
func ranked[T ~string](column string, values []T) string {
	var b strings.Builder
	for i, v := range values {
		fmt.Fprintf(&b, " WHEN '%s' THEN %d", v, i)
	}
	return fmt.Sprintf("(CASE %s%s ELSE %d END)", column, b.String(), len(values))
}

// sort is every expression that a row's place is told by.
func (o order) sort() []string {
	all := slices.Clone(o.keys)
	if o.driver != "" {
		all = append(all, o.driver+".id")
	}
	if len(o.tie) == 0 {
		return append(all, "t.id")
	}
	return append(all, o.tie...)
}

// position is where a row stands in an order.
type position struct {
	unknown bool
	key     []any
}

// position is that of the row of an ID, whether or not it matches; nil when
// there is no such row.
func (a question[L]) position(ctx context.Context, q querier, id string) (*position, error) {
	if id == "" {
		return nil, nil
	}
	sort := a.order.sort()
	p := &position{key: make([]any, len(sort))}
	at := []any{&p.unknown}
	for i := range p.key {
		at = append(at, &p.key[i])
	}
	unknown := "0"
	if c := a.unknown(); c != "" {
		unknown = "(" + c + ")"
	}
	statement := "SELECT " + unknown + ", " + strings.Join(sort, ", ") + " FROM " + a.from + " WHERE t.id = :anchor"
	err := q.QueryRowContext(ctx, statement, append(slices.Clone(a.args), sql.Named("anchor", id))...).Scan(at...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return p, err
}

// unknown is the condition of the rows that come last.
func (a question[L]) unknown() string {
	if a.order.driver != "" {
		return a.join(a.order.driver).link + " IS NULL"
	}
	return a.order.unknown
}

// led tells whether a joined table leads the way.
func (a question[L]) led() bool { return a.order.driver != "" && !a.sorted }

// course is a way along a list: downwards or upwards, from a place or, without
// one, from the end. with includes the row at the place.
type course struct {
	down bool
	at   *position
	with bool
}

// stretch is a part of a course that one index serves.
type stretch struct {
	from  string
	where []string
	args  []any
	sort  []string
}

// stretches are the parts of a course, in the order in which it goes through them.
func (a question[L]) stretches(c course) []stretch {
	unknown := a.unknown()
	if unknown == "" {
		return a.known(c, "")
	}
	var all []stretch
	known := a.order.keys[0] + " > ''"
	if a.order.driver != "" {
		known = a.join(a.order.driver).link + " IS NOT NULL"
	}
	parts := []bool{false, true}
	if !c.down {
		slices.Reverse(parts)
	}
	for _, isUnknown := range parts {
		here := c
		if c.at != nil && c.at.unknown != isUnknown {
			if here.at = nil; c.at.unknown == c.down {
				continue // it lies behind
			}
		}
		if isUnknown {
			all = append(all, a.last(here, unknown))
		} else {
			all = append(all, a.known(here, known)...)
		}
	}
	return all
}

// places are the expressions that rows are sorted on. Where few rows are put in
// order, no index may lead through all of them instead.
func (a question[L]) places() []string {
	sort := a.order.sort()
	if a.sorted && a.kind != "" {
		sort[0] = fmt.Sprintf("coalesce(%s, %[1]s)", sort[0])
	}
	return sort
}

// known are the stretches of the rows that the order knows how to place.
func (a question[L]) known(c course, condition string) []stretch {
	s := stretch{from: a.from, sort: a.places()}
	if condition != "" {
		s.where = []string{condition}
	}
	if a.led() {
		s.from, s.where = a.drivenBy(a.order.driver), nil
	}
	if c.at == nil {
		return []stretch{a.turned(s, c)}
	}
	if !a.led() {
		return []stretch{a.turned(a.after(s, c, c.at.key), c)}
	}
	// First the other rows under the same one, then those under the next ones.
	heads := len(a.order.keys) + 1
	same := stretch{from: a.from, sort: s.sort[heads:]}
	same.where = []string{a.join(a.order.driver).link + " = :same"}
	same.args = []any{sql.Named("same", c.at.key[heads-1])}
	same = a.turned(a.after(same, c, c.at.key[heads:]), c)
	next := s
	next.sort = s.sort[:heads]
	next = a.after(next, course{down: c.down, at: c.at}, c.at.key[:heads])
	next.sort = s.sort
	return []stretch{same, a.turned(next, c)}
}

// last is the stretch of the rows that come last either way.
func (a question[L]) last(c course, unknown string) stretch {
	s := stretch{from: a.from, where: []string{unknown}, sort: a.places()}
	var key []any
	if c.at != nil {
		key = c.at.key
	}
	if a.order.driver != "" { // what leads is not there
		heads := len(a.order.keys) + 1
		s.sort = s.sort[heads:]
		if key != nil {
			key = key[heads:]
		}
	}
	if key != nil {
		s = a.after(s, c, key)
	}
	return a.turned(s, c)
}

// after begins a stretch after the row of a key, or with it.
func (a question[L]) after(s stretch, c course, key []any) stretch {
	compare := "<"
	if c.down != a.desc {
		compare = ">"
	}
	names := make([]string, len(key))
	s.args = slices.Clone(s.args)
	for i, k := range key {
		name := fmt.Sprintf("key%d", i)
		names[i] = ":" + name
		s.args = append(s.args, sql.Named(name, k))
	}
	if c.with {
		compare += "="
	}
	s.where = append(slices.Clone(s.where), fmt.Sprintf("(%s) %s (%s)", strings.Join(s.sort, ", "), compare, strings.Join(names, ", ")))
	return s
}

// turned reads a stretch the way the course goes.
func (a question[L]) turned(s stretch, c course) stretch {
	s.sort = slices.Clone(s.sort)
	if c.down == a.desc {
		for i := range s.sort {
			s.sort[i] += " DESC"
		}
	}
	return s
}

// read is the statement that reads a stretch.
func (a question[L]) read(s stretch, columns string) (string, []any) {
	conditions := strings.Join(append(a.conditions(), s.where...), " AND ")
	order, args := " ORDER BY "+strings.Join(s.sort, ", ")+" LIMIT :limit", slices.Concat(a.args, s.args)
	if a.among != "" || a.sorted && a.kind != "" {
		// Only what is shown of the rows is read whole.
		conditions = "t.rowid IN (SELECT t.rowid FROM " + s.from + " WHERE " + conditions + order + ")"
		s.from = a.from
	}
	return "SELECT " + columns + " FROM " + s.from + " WHERE " + conditions + order, args
}

// join is one table that a list's rows are joined with. link is the column of
// t that the table's ID is in, where that is all that joins them.
type join struct{ words, table, alias, link string }

var (
	joins   = regexp.MustCompile(`\s+((?:LEFT )?JOIN)\s+(\w+)\s+(\w+)\s`)
	linking = regexp.MustCompile(`^\s+LEFT JOIN \w+ (\w+) ON (\w+)\.id = (t\.\w+)$`)
)

// parts is the list's own table, and those joined with it.
func (l listing[L]) parts() (table string, all []join) {
	at := joins.FindAllStringSubmatchIndex(l.from, -1)
	if len(at) == 0 {
		return l.from, nil
	}
	for i, m := range at {
		end := len(l.from)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		j := join{words: l.from[m[0]:end], table: l.from[m[4]:m[5]], alias: l.from[m[6]:m[7]]}
		if link := linking.FindStringSubmatch(j.words); link != nil && link[1] == link[2] {
			j.link = link[3]
		}
		all = append(all, j)
	}
	return l.from[:at[0][0]], all
}

func (l listing[L]) join(alias string) join {
	_, all := l.parts()
	return all[slices.IndexFunc(all, func(j join) bool { return j.alias == alias })]
}

// drivenBy is what is read when a joined table leads the way.
func (a question[L]) drivenBy(alias string) string {
	table, all := a.parts()
	j := a.join(alias)
	from := j.table + " " + j.alias + " CROSS JOIN " + table + " ON " + j.link + " = " + j.alias + ".id"
	for _, other := range all {
		if other.alias != alias {
			from += other.words
		}
	}
	return from
}
