package store

import (
	"context"
	"slices"
	"strings"

	"suivi/internal/committee"
)

// How much one question looks at. A beginning of a word is frequent when one
// in ten of the latest documents has it: then it is looked for in what the
// other words leave, or in the latest documents one by one, as the index would
// gather hundreds of thousands of places first.
const (
	sampled  = 500
	frequent = sampled / 10
	walked   = 20_000
)

// lookup is a question to the index.
type lookup struct {
	terms []term
	kinds []committee.Kind // none for every kind
	limit int
}

// found is a document that answers a question.
type found struct {
	document
	doc int64
}

// spread says which terms are frequent, and whether all of them together are.
type spread struct {
	frequent []bool
	together bool
}

// spread looks for the terms in the latest documents of the kinds, and of all:
// the index has one place for a word, whatever kinds are asked for.
func (l lookup) spread(ctx context.Context, q querier) (spread, error) {
	s, err := l.sample(ctx, q)
	if err != nil || len(l.kinds) == 0 {
		return s, err
	}
	all, err := lookup{terms: l.terms}.sample(ctx, q)
	if err != nil {
		return s, err
	}
	for i, is := range all.frequent {
		s.frequent[i] = s.frequent[i] || is
	}
	return s, nil
}

// sample looks for the terms in the latest documents of the kinds.
func (l lookup) sample(ctx context.Context, q querier) (s spread, err error) {
	var columns, all []string
	var probes, args []any
	for _, t := range l.terms {
		columns = append(columns, "coalesce(sum(instr(folded, ?) > 0), 0)")
		all = append(all, "instr(folded, ?) > 0")
		probes = append(probes, t.probe())
	}
	columns = append(columns, "coalesce(sum("+strings.Join(all, " AND ")+"), 0)")
	from := "SELECT folded FROM search_document ORDER BY doc DESC LIMIT ?"
	if len(l.kinds) == 0 {
		args = append(args, sampled)
	} else {
		// By their keys, which are the later the higher: this reads an index.
		each := "SELECT folded FROM (SELECT folded FROM search_document WHERE kind = ? ORDER BY id DESC LIMIT ?)"
		from = strings.TrimSuffix(strings.Repeat(each+" UNION ALL ", len(l.kinds)), " UNION ALL ")
		for _, k := range l.kinds {
			args = append(args, k, sampled/len(l.kinds))
		}
	}
	counts := make([]int, len(columns))
	at := make([]any, len(columns))
	for i := range counts {
		at[i] = &counts[i]
	}
	row := q.QueryRowContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM ("+from+")", slices.Concat(probes, probes, args)...)
	if err := row.Scan(at...); err != nil {
		return s, err
	}
	for _, n := range counts[:len(l.terms)] {
		s.frequent = append(s.frequent, n >= frequent)
	}
	s.together = counts[len(l.terms)] >= frequent
	return s, nil
}

// match is what the index is asked for: these terms, in rows of the kinds.
// Without either it is empty.
func (l lookup) match(terms []term) string {
	var all []string
	for _, t := range terms {
		all = append(all, t.match())
	}
	if len(l.kinds) > 0 {
		var any []string
		for _, k := range l.kinds {
			any = append(any, `"`+kindMark(k)+`"`)
		}
		all = append(all, "("+strings.Join(any, " OR ")+")")
	}
	return strings.Join(all, " ")
}

// find gives the documents that hold every term, those whose words are the
// latest first, at most limit of them.
func (l lookup) find(ctx context.Context, q querier) ([]found, error) {
	s, err := l.spread(ctx, q)
	if err != nil {
		return nil, err
	}
	return l.findKnowing(ctx, q, s)
}

func (l lookup) findKnowing(ctx context.Context, q querier, s spread) ([]found, error) {
	var rare []term
	for i, t := range l.terms {
		if !s.frequent[i] {
			rare = append(rare, t)
		}
	}
	if len(rare) == len(l.terms) {
		return l.documents(ctx, q, l.match(l.terms), -1)
	}
	all, err := l.documents(ctx, q, l.match(rare), walked)
	if err != nil || len(all) >= l.limit {
		return all, err
	}
	// What the latest documents do not hold, an older one may.
	if many, err := l.many(ctx, q, rare); err != nil || !many {
		return all, err
	}
	return l.documents(ctx, q, l.match(l.terms), -1)
}

// many tells whether more documents than are walked through hold some terms.
func (l lookup) many(ctx context.Context, q querier, rare []term) (bool, error) {
	var seen int
	if len(l.kinds) > 0 { // there are seldom so many of the kinds at all
		args := []any{}
		for _, k := range l.kinds {
			args = append(args, k)
		}
		statement := "SELECT count(*) FROM (SELECT 1 FROM search_document WHERE kind IN (" + marks(len(args)) + ") LIMIT ?)"
		if err := q.QueryRowContext(ctx, statement, append(args, walked)...).Scan(&seen); err != nil || seen < walked {
			return false, err
		}
	}
	candidates, args := candidatesOf(l.match(rare), walked)
	err := q.QueryRowContext(ctx, "SELECT count(*) FROM ("+candidates+")", args...).Scan(&seen)
	return seen >= walked, err
}

// candidatesOf selects the documents that the index finds, or all of them, the
// latest first.
func candidatesOf(match string, limit int) (statement string, args []any) {
	if match == "" {
		return "SELECT doc AS docid FROM search_document ORDER BY doc DESC LIMIT ?", []any{limit}
	}
	return "SELECT docid FROM search_index WHERE folded MATCH ? ORDER BY docid DESC LIMIT ?", []any{match, limit}
}

// inHeads reads the heads that hold every term, the latest first, along an
// index of their own.
func (l lookup) inHeads(ctx context.Context, q querier) ([]found, error) {
	kinds := make([]string, len(heads))
	for i, k := range heads {
		kinds[i] = "'" + string(k) + "'"
	}
	statement := "SELECT d.doc, d.kind, d.id, d.archived, d.folded FROM search_document d INDEXED BY search_head WHERE d.kind IN (" + strings.Join(kinds, ", ") + ")"
	var args []any
	for _, t := range l.terms {
		statement += " AND instr(d.folded, ?) > 0"
		args = append(args, t.probe())
	}
	answer, err := q.QueryContext(ctx, statement+" ORDER BY d.doc DESC LIMIT ?", append(args, l.limit)...)
	return collect(answer, err, scanFound)
}

// documents reads the candidates that hold every term. The index alone does
// not answer for phrases, which it sees run over the end of a text.
func (l lookup) documents(ctx context.Context, q querier, match string, candidates int) ([]found, error) {
	from, args := candidatesOf(match, candidates)
	statement := "SELECT d.doc, d.kind, d.id, d.archived, d.folded FROM (" + from + ") c CROSS JOIN search_document d ON d.doc = c.docid WHERE 1 = 1"
	for _, t := range l.terms {
		statement += " AND instr(d.folded, ?) > 0"
		args = append(args, t.probe())
	}
	answer, err := q.QueryContext(ctx, statement+" LIMIT ?", append(args, l.limit)...)
	return collect(answer, err, scanFound)
}

func scanFound(row scanner) (f found, err error) {
	err = row.Scan(&f.doc, &f.thing.Kind, &f.thing.ID, &f.archived, &f.folded)
	return f, err
}
