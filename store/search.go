package store

import (
	"context"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What a search looks at: the latest hits of every kind, and those among the
// kinds that name what the others speak of.
const (
	mostHits   = 200
	mostHeads  = 200
	mostFamily = 50
	usualHits  = 50
)

// Search finds rows by their words, in the whole file, archived ones included.
func (s *Store) Search(ctx context.Context, query register.SearchQuery) (a register.SearchAnswer, err error) {
	err = s.read(ctx, func(q querier) error {
		a, err = search(ctx, q, query)
		return err
	})
	return a, err
}

func search(ctx context.Context, q querier, query register.SearchQuery) (a register.SearchAnswer, err error) {
	asked := asked(query.Words)
	if len(asked.terms) == 0 {
		return a, nil
	}
	all, more, err := gather(ctx, q, asked, query.Kinds)
	if err != nil {
		return a, err
	}
	if all, err = withFacts(ctx, q, all); err != nil {
		return a, err
	}
	slices.SortFunc(all, better)
	a.Total, a.More = len(all), more
	limit := query.Limit
	if limit <= 0 {
		limit = usualHits
	}
	a.Hits, err = hits(ctx, q, all[:min(len(all), limit)], asked.terms, query.Room)
	return a, err
}

// gather finds the documents that answer, each once with its points. more
// tells that there are others.
func gather(ctx context.Context, q querier, asked inquiry, kinds []committee.Kind) (all []scored, more bool, err error) {
	at := map[int64]int{}
	add := func(some []found, points int) {
		for _, f := range some {
			if i, ok := at[f.doc]; ok {
				all[i].points = max(all[i].points, points)
			} else if len(kinds) == 0 || slices.Contains(kinds, f.thing.Kind) {
				at[f.doc] = len(all)
				all = append(all, scored{found: f, points: points + f.points(asked.terms)})
			}
		}
	}
	exact, family, err := referred(ctx, q, asked)
	if err != nil {
		return nil, false, err
	}
	add(exact, pointsReference)
	add(family, pointsFamily)
	l := lookup{terms: asked.terms, kinds: kinds, limit: mostHits}
	spread, err := l.spread(ctx, q)
	if err != nil {
		return nil, false, err
	}
	some, err := l.findKnowing(ctx, q, spread)
	if err != nil {
		return nil, false, err
	}
	add(some, 0)
	if more = len(some) == mostHits; more && len(kinds) == 0 {
		// The heads are gone through: the index would gather all places a second time.
		some, err = lookup{terms: asked.terms, limit: mostHeads}.inHeads(ctx, q)
		add(some, 0)
	}
	return all, more, err
}

// referred finds what was typed by its reference, and what has a reference
// that begins so.
func referred(ctx context.Context, q querier, asked inquiry) (exact, family []found, err error) {
	if asked.guideline > 0 {
		if exact, err = byNumber(ctx, q, asked.guideline, asked.article); err != nil {
			return nil, nil, err
		}
	}
	if asked.ref == "" {
		return exact, nil, nil
	}
	some, err := lookup{limit: mostFamily}.documents(ctx, q, `"`+asked.ref+`"`, mostFamily)
	if err != nil {
		return nil, nil, err
	}
	exact = append(exact, some...)
	// r2 would gather every reference of a file.
	if parts := strings.Split(asked.ref, "·"); len(parts) < 2 || !slices.ContainsFunc(parts, func(p string) bool { return len(p) >= 4 && isDigit(p) }) {
		return exact, nil, nil
	}
	family, err = lookup{limit: mostFamily}.documents(ctx, q, `"`+asked.ref+`*"`, mostFamily)
	return exact, family, err
}

// byNumber finds a guideline by its number, or one of its articles.
func byNumber(ctx context.Context, q querier, guideline, article int) ([]found, error) {
	statement := "SELECT d.doc, d.kind, d.id, d.archived, d.folded FROM guideline g JOIN search_document d ON d.kind = ? AND d.id = g.id WHERE g.number = ?"
	args := []any{committee.KindGuideline, guideline}
	if article > 0 {
		statement = `SELECT d.doc, d.kind, d.id, d.archived, d.folded FROM guideline g JOIN article a ON a.guideline = g.id
			JOIN search_document d ON d.kind = ? AND d.id = a.id WHERE g.number = ? AND a.number = ?`
		args = []any{committee.KindArticle, guideline, article}
	}
	answer, err := q.QueryContext(ctx, statement, args...)
	return collect(answer, err, scanFound)
}

// withFacts reads the facts of every hit, and drops those whose row is gone.
func withFacts(ctx context.Context, q querier, all []scored) ([]scored, error) {
	ids := map[committee.Kind][]string{}
	for _, r := range all {
		ids[r.thing.Kind] = append(ids[r.thing.Kind], r.thing.ID)
	}
	known := map[committee.Thing]facts{}
	for kind, some := range ids {
		if _, ok := keepers[kind]; !ok {
			continue
		}
		for chunk := range slices.Chunk(some, 500) {
			read, err := readFacts(ctx, q, kind, chunk)
			if err != nil {
				return nil, err
			}
			for id, f := range read {
				known[committee.Thing{Kind: kind, ID: id}] = f
			}
		}
	}
	for i := range all {
		all[i].facts = known[all[i].thing]
	}
	return slices.DeleteFunc(all, func(r scored) bool { return r.facts.page.Zero() }), nil
}

// hits are the best documents as a screen shows them.
func hits(ctx context.Context, q querier, best []scored, terms []term, room int) ([]register.Hit, error) {
	var things []committee.Thing
	docs := make([]any, len(best))
	for i, r := range best {
		things = append(things, r.facts.page, r.facts.of)
		docs[i] = r.doc
	}
	known, err := names(ctx, q, things)
	if err != nil || len(best) == 0 {
		return nil, err
	}
	shown := map[int64]string{}
	answer, err := q.QueryContext(ctx, "SELECT doc, shown FROM search_document WHERE doc IN ("+marks(len(docs))+")", docs...)
	if _, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var doc int64
		var s string
		err := row.Scan(&doc, &s)
		shown[doc] = s
		return struct{}{}, err
	}); err != nil {
		return nil, err
	}
	var all []register.Hit
	for _, r := range best {
		h := r.hit(known)
		tellHit(&h, shown[r.doc], terms, room)
		all = append(all, h)
	}
	return all, nil
}
