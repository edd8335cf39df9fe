package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// How much a filter looks at.
const (
	// sampledRows is how many rows are looked at, at either end of a list, to
	// see how often a word is in them. It is frequent when one in ten has it.
	sampledRows = 200
	// mostFound is how many rows that hold a word are listed; where there are
	// more, the word is tested on the way along the list.
	mostFound = 12_000
	// sortedAtMost is how many of the rows found are put in order one by one.
	// More of them are met soon on the way along an index, which says by itself
	// whether a row is one of them.
	sortedAtMost = 500
)

// look finds what a filter leaves of a long list. The rows of every word that
// is not frequent are listed, by their keys; a frequent one is tested.
func (a question[L]) look(ctx context.Context, q querier) (question[L], error) {
	leads, err := a.leads(ctx, q)
	if err != nil {
		return a, err
	}
	if err := a.list(ctx, q, leads); err != nil {
		return a, err
	}
	var listed []*lead
	for _, s := range leads {
		a.args = append(a.args, s.args...)
		if s.often {
			a.filter.tests = append(a.filter.tests, s.test())
		} else {
			listed = append(listed, s)
		}
	}
	if len(listed) > 0 {
		keys := inEach(listed)
		a.args = append(a.args, sql.Named("keys", a.shelf().written(keys)))
		if len(keys) <= sortedAtMost {
			return a.found(ctx, q, a.left(a.shelf().rows))
		}
		a.filter.listed, a.filter.keys = len(a.filter.tests) == 0, len(keys)
		a.filter.tests = append([]string{a.shelf().key + " IN (SELECT value FROM json_each(:keys))"}, a.filter.tests...)
	}
	switch {
	case !a.sorted:
	case a.narrowed > sortedAtMost && !slices.ContainsFunc(a.narrow, func(n narrowing) bool { return n.always == "" }):
		a.sorted = false // an index holds these rows in order
	default:
		return a.found(ctx, q, a.only(strings.Join(a.conditions(), " AND ")))
	}
	return a, nil
}

// inEach are the keys that stand in every one of some lists, in their order.
func inEach(lists []*lead) []string {
	slices.SortStableFunc(lists, func(a, b *lead) int { return a.many - b.many })
	left := strings.Fields(lists[0].found)
	slices.Sort(left)
	left = slices.Compact(left)
	for _, longer := range lists[1:] {
		// Only the fewest are put in a map: the others have thousands.
		held := make(map[string]bool, len(left))
		for _, key := range left {
			held[key] = false
		}
		for key := range strings.FieldsSeq(longer.found) {
			if _, ok := held[key]; ok {
				held[key] = true
			}
		}
		left = slices.DeleteFunc(left, func(key string) bool { return !held[key] })
	}
	return left
}

// leads are where the words of a filter were found.
func (a question[L]) leads(ctx context.Context, q querier) (leads []*lead, err error) {
	if leads, err = a.called(ctx, q); err != nil || leads != nil {
		return leads, err
	}
	for i, t := range a.filter.terms {
		s, err := a.leadOf(ctx, q, t, i)
		if err != nil {
			return nil, err
		}
		leads = append(leads, s)
	}
	return leads, nil
}

// list lists the rows of every word. Those of a frequent one are not: the
// index would gather them all first.
func (a question[L]) list(ctx context.Context, q querier, leads []*lead) error {
	columns, args := "count(*)", []any{sql.Named("some", sampledRows)}
	rows, counts := 0, make([]int, len(leads))
	at := []any{&rows}
	for i, s := range leads {
		columns += ", coalesce(sum(" + fmt.Sprintf(s.own, "folded") + "), 0)"
		args, at = append(args, s.probe), append(at, &counts[i])
	}
	if err := q.QueryRowContext(ctx, "SELECT "+columns+" FROM ("+a.shelf().some+")", args...).Scan(at...); err != nil {
		return err
	}
	for i, s := range leads {
		s.often = rows >= sampledRows && counts[i]*10 >= rows
		// The names first: they lead to rows along an index.
		for j := len(s.keys) - 1; j >= 0 && !s.often; j-- {
			var n int
			var keys sql.NullString
			err := q.QueryRowContext(ctx, "SELECT count(*), group_concat(key, ' ') FROM ("+s.keys[j]+" LIMIT :most)",
				append(slices.Clone(s.args), sql.Named("most", mostFound+1-s.many))...).Scan(&n, &keys)
			if err != nil {
				return err
			}
			s.found += " " + keys.String
			s.many += n
			s.often = s.many > mostFound
		}
	}
	return nil
}

// leftOf is how many rows of a list a filter leaves that are met on the way,
// when that is soon said; more tells that there are more than the window holds.
func (a question[L]) leftOf(ctx context.Context, q querier) (n int, more bool, err error) {
	if !a.filter.listed {
		return 0, true, nil
	}
	from, subtract := "", false
	switch {
	case a.narrowed > 0:
		b := a
		b.sorted, b.filter = true, filter{}
		from = a.only(strings.Join(b.conditions(), " AND "))
	case len(a.narrow)+len(a.where) > 0:
		return 0, true, nil
	case a.archived == "t.archived = 1":
		from, subtract = a.only("t.archived = 0"), true
	default: // few rows are archived, as a rule
		from, subtract = a.only("t.archived = 1"), true
	}
	var rows int
	err = q.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(hit), 0) FROM (SELECT "+a.filter.tests[0]+" hit FROM "+from+" LIMIT :most)",
		append(slices.Clone(a.args), sql.Named("most", countedAtMost))...).Scan(&rows, &n)
	if err != nil || rows == countedAtMost {
		return 0, true, err
	}
	if subtract {
		n = a.filter.keys - n
	}
	return min(n, countedAtMost), n > countedAtMost, nil
}

// left is what a question leaves of some rows, which lead the way.
func (a question[L]) left(rows string) string {
	a.among = "1 = 1" // these rows, whichever they are
	return a.joined(rows, strings.Join(a.conditions(), " AND "))
}

// only are the rows of the list's own table that satisfy conditions.
func (a question[L]) only(conditions string) string {
	table, _ := a.parts()
	return a.joined(table, conditions)
}

// joined joins rows with what conditions on them look into.
func (a question[L]) joined(rows, conditions string) string {
	_, joins := a.parts()
	for _, j := range joins {
		if strings.Contains(conditions, j.alias+".") {
			rows += j.words
		}
	}
	return rows + " WHERE " + conditions
}

// found finds the rows that a question is about, and asks for them alone. They
// are put in order then.
func (a question[L]) found(ctx context.Context, q querier, from string) (question[L], error) {
	var n int
	var rows string
	err := q.QueryRowContext(ctx, "SELECT count(*), json_group_array(t.rowid) FROM "+from, a.args...).Scan(&n, &rows)
	if err != nil {
		return a, err
	}
	a.rows, a.sorted = n, true
	a.among, a.filter = "t.rowid IN (SELECT value FROM json_each(:found))", filter{typed: true}
	a.where, a.narrow, a.archived = nil, nil, ""
	a.args = append(slices.Clone(a.args), sql.Named("found", rows))
	return a, nil
}
