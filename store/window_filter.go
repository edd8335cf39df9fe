package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/text"
)

// filter is what a person typed to narrow a list: every word must begin a word
// of a row, or of the name of something that the row is tied to. Where rows are
// called what was typed, a reference or its beginning in any spelling, those
// alone are shown. The middle of a word is not looked in: no index
// could answer for it.
type filter struct {
	typed bool
	terms []term
	ref   string // as the index of search spells it
	zeros bool   // its last number was typed with zeros in front
	// tests say of one row whether it is left.
	tests []string
	// listed tells that the first test, whether a row is among the keys that
	// were listed, is all that the filter asks for.
	listed bool
	keys   int // how many those are, archived rows too
}

func newFilter(typed string) filter {
	if strings.TrimSpace(typed) == "" {
		return filter{}
	}
	return filter{typed: true, terms: beginnings([]string{typed}), ref: spelling(typed), zeros: zerosInFront(typed)}
}

// zerosInFront tells whether the last word typed is a number such as 02.
func zerosInFront(typed string) bool {
	words := text.Words(typed)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1].Folded
	return len(last) > 1 && last[0] == '0' && digitsOnly(last)
}

// tie is something else whose name the words of a filter may begin: a table
// joined under an alias, or one that a table of links leads to.
type tie struct {
	alias, table string
	links, owner string // for a table of links: its name, and its column for the row
	column       string // of t or of the table of links: what holds the thing's ID
}

// namedBy is a tie through a column of the list's own rows.
func namedBy(alias, table, column string) tie { return tie{alias: alias, table: table, column: column} }

// spaced is a folded text in which a space stands before every word.
func spaced(folded string) string {
	for _, sign := range []string{"''", "-", "(", "[", "/", "«", "“", `"`, ".", ",", ":", ";", "_", "+", "&", "°"} {
		folded = "replace(" + folded + ", '" + sign + "', ' ')"
	}
	return "' ' || " + folded
}

// beginsIn tests whether a word of a folded text begins with what was typed.
// Most texts do not hold it at all, which costs little to see.
func beginsIn(folded, bare, probe string) string {
	return "(instr(" + folded + ", :" + bare + ") > 0 AND instr(" + spaced(folded) + ", :" + probe + ") > 0)"
}

// matching tests the words of a filter on every row of a short list.
func (a question[L]) matching() question[L] {
	var tests []string
	for i, t := range a.filter.terms {
		word, bare := fmt.Sprintf("word%d", i), fmt.Sprintf("bare%d", i)
		tests = append(tests, beginsIn(a.match, bare, word))
		a.args = append(a.args, sql.Named(word, t.probe()), sql.Named(bare, t.words))
	}
	a.filter.tests = tests
	return a
}

// called looks for rows whose reference begins like what was typed; nil when
// there are none. A number typed with its zeros, 02, is not the beginning of
// 23 where a row has it.
func (a question[L]) called(ctx context.Context, q querier) ([]*lead, error) {
	if a.filter.ref == "" {
		return nil, nil
	}
	ways := []term{{words: a.filter.ref}}
	if a.filter.zeros {
		ways = []term{{words: a.filter.ref, whole: true}, {words: a.filter.ref}}
	}
	for _, t := range ways {
		s := a.leadTo(t, 0)
		if n, err := countUpTo(ctx, q, s.keys[0], s.args, 1); err != nil || n > 0 {
			return []*lead{s}, err
		}
	}
	return nil, nil
}

// lead says where a word was found: in the rows' own words, and in the names
// of what they are tied to.
type lead struct {
	own   string   // tests the words of a row
	tests []string // test a row, in any of the ways
	keys  []string // statements: the keys of the rows, the first for their own words
	args  []any
	probe sql.NamedArg
	// found are the keys of the rows, between spaces, unless they are often
	// met; a row found in two ways is there twice.
	found string
	many  int
	often bool
}

func (s *lead) test() string { return "(" + strings.Join(s.tests, " OR ") + ")" }

// leadTo is a word that is looked for in the rows' own words.
func (a question[L]) leadTo(t term, n int) *lead {
	shelf, word, match := a.shelf(), fmt.Sprintf("word%d", n), fmt.Sprintf("match%d", n)
	s := &lead{own: "instr(%s, :" + word + ") > 0", probe: sql.Named(word, t.probe()), keys: []string{fmt.Sprintf(shelf.keys, match)}}
	s.tests = []string{fmt.Sprintf(s.own, shelf.folded)}
	s.args = []any{s.probe, sql.Named(match, t.match()+shelf.mark)}
	return s
}

// leadOf looks for a word in the names of what the rows are tied to besides.
func (a question[L]) leadOf(ctx context.Context, q querier, t term, n int) (*lead, error) {
	s := a.leadTo(t, n)
	table, _ := a.parts()
	for i, tie := range a.ties {
		var ids string
		var many int
		statement := "SELECT count(*), json_group_array(n.id) FROM " + tie.table + " n WHERE " + beginsIn("n.folded", "bare", "word")
		err := q.QueryRowContext(ctx, statement, sql.Named("bare", t.words), sql.Named("word", t.probe())).Scan(&many, &ids)
		if err != nil {
			return s, err
		}
		if many == 0 {
			continue
		}
		name := fmt.Sprintf("names%d_%d", n, i)
		in := tie.column + " IN (SELECT value FROM json_each(:" + name + "))"
		s.args = append(s.args, sql.Named(name, ids))
		keys := "SELECT " + a.shelf().key + " key FROM "
		if tie.links == "" {
			s.tests = append([]string{"t." + in}, s.tests...)
			s.keys = append(s.keys, keys+table+" WHERE t."+in)
		} else {
			s.tests = append([]string{fmt.Sprintf("EXISTS (SELECT 1 FROM %s l WHERE l.%s = t.id AND l.%s)", tie.links, tie.owner, in)}, s.tests...)
			s.keys = append(s.keys, fmt.Sprintf("%s%s l CROSS JOIN %s ON t.id = l.%s WHERE l.%s", keys, tie.links, table, tie.owner, in))
		}
	}
	return s, nil
}

// countUpTo counts what a statement gives, up to most.
func countUpTo(ctx context.Context, q querier, statement string, args []any, most int) (n int, err error) {
	err = q.QueryRowContext(ctx, "SELECT count(*) FROM ("+statement+" LIMIT :most)", append(slices.Clone(args), sql.Named("most", most))...).Scan(&n)
	return n, err
}
