package store

import (
	"context"
	"fmt"
	"maps"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// rowsOf compares a table with its rules and with the journal, by windows, so
// that its size takes no memory and few statements. A window that cannot be
// read is gone through row by row.
func (c *checker) rowsOf(ctx context.Context, kind committee.Kind) {
	k, after := keepers[kind], ""
	for ctx.Err() == nil && len(c.found) < findingsAtMost {
		rest, args := afterID(after, rowsAtOnce)
		ids, err := c.texts(ctx, "SELECT id FROM "+k.shape().table+" "+rest, args...)
		if c.unreadable(k.shape().table, err) || len(ids) == 0 {
			return
		}
		err = k.inspectSome(ctx, c, rest, args, func(id, logged string, err error) {
			c.judge(committee.Thing{Kind: kind, ID: id}, logged, err)
		})
		if err != nil {
			for _, id := range ids {
				c.row(ctx, k, committee.Thing{Kind: kind, ID: id})
			}
		}
		after = ids[len(ids)-1]
	}
}

// inspectSome does for the rows that rest selects, by ID, what inspect does for
// one. Nothing is judged when they cannot all be read.
func (n *noun[T]) inspectSome(ctx context.Context, q querier, rest string, args []any, judge func(id, logged string, err error)) error {
	found, err := n.loadAll(ctx, q, rest, args...)
	if err != nil {
		return err
	}
	images, err := collectText(ctx, q, fmt.Sprintf(`SELECT coalesce((SELECT c.image_after FROM journal_change c WHERE c.kind = '%s' AND c.id = t.id
		ORDER BY c.seq DESC LIMIT 1), '') FROM %s t %s`, n.kind, n.table, rest), args...)
	if err != nil {
		return err
	}
	computed, err := n.computed(ctx, q, found, rest, args)
	if err != nil {
		return err
	}
	for i := range found {
		v := &found[i]
		err := n.agrees(v, image(v), images[i])
		if err == nil {
			err = disagreeing(computed[i])
		}
		judge(*n.id(v), images[i], err)
	}
	return nil
}

// derivedFields are the columns of a value that are computed.
func (n *noun[T]) derivedFields(v *T) []field {
	var fields []field
	for _, f := range n.all(v) {
		if _, ok := f.at.(*derivedCell); ok {
			fields = append(fields, f)
		}
	}
	return fields
}

// computed reads the computed columns of values that were read the same way.
func (n *noun[T]) computed(ctx context.Context, q querier, found []T, rest string, args []any) ([][]field, error) {
	statement := selectFrom(columnNames(n.derivedFields(new(T))), n.table, rest)
	answer, err := q.QueryContext(ctx, statement, args...)
	i := -1
	return collect(answer, err, func(row scanner) ([]field, error) {
		i++
		fields := n.derivedFields(&found[i])
		return fields, row.Scan(cells(fields)...)
	})
}

// disagreeing is the error of the first computed column that does not hold
// what it should.
func disagreeing(fields []field) error {
	for _, f := range fields {
		if c := f.at.(*derivedCell); c.want() != c.got {
			return &derivedError{column: f.column}
		}
	}
	return nil
}

// tallies compares what is added up as rows change with the rows.
func (c *checker) tallies(ctx context.Context) {
	const kept = "SELECT axis, institution, state, n, dated, percent FROM action_tally WHERE n <> 0 OR dated <> 0 OR percent <> 0"
	const counted = `SELECT coalesce(axis, '') axis, coalesce(institution, '') institution, state, count(*) n,
		sum(CASE WHEN due_last <> '' THEN 1 ELSE 0 END) dated, sum(percent) percent
		FROM roadmap_action WHERE archived = 0 GROUP BY coalesce(axis, ''), coalesce(institution, ''), state`
	wrong, err := c.texts(ctx, "SELECT state FROM (SELECT * FROM ("+kept+") EXCEPT SELECT * FROM ("+counted+`)) UNION ALL
		SELECT state FROM (SELECT * FROM (`+counted+") EXCEPT SELECT * FROM ("+kept+")) LIMIT 1")
	if !c.unreadable("action_tally", err) && (len(wrong) > 0 || !c.dayTallied(ctx)) {
		c.add(Finding{Kind: register.FindingTally})
	}
	c.linksInOrder(ctx)
	c.counts(ctx)
}

// counts compares how many rows others are kept to have with these.
func (c *checker) counts(ctx context.Context) {
	for _, k := range []struct {
		kind            committee.Kind
		column, counted string
	}{
		{committee.KindMeeting, "items", "SELECT meeting of, count(*) n FROM agenda_item WHERE archived = 0 GROUP BY meeting"},
		{committee.KindArticle, "actions", "SELECT article of, count(*) n FROM article_action GROUP BY article"},
		{committee.KindGuideline, "actions", "SELECT guideline of, count(*) n FROM guideline_action GROUP BY guideline"},
		{committee.KindArticle, "recommendations", "SELECT article of, count(*) n FROM article_recommendation GROUP BY article"},
		{committee.KindGuideline, "recommendations", "SELECT guideline of, count(*) n FROM guideline_recommendation GROUP BY guideline"},
	} {
		table := keepers[k.kind].shape().table
		ids, err := c.texts(ctx, "SELECT t.id FROM "+table+" t LEFT JOIN ("+k.counted+") s ON s.of = t.id WHERE t."+k.column+" <> coalesce(s.n, 0) ORDER BY t.id")
		if c.unreadable(table, err) {
			continue
		}
		for _, id := range ids {
			c.add(Finding{Kind: register.FindingComputed, Thing: committee.Thing{Kind: k.kind, ID: id}, Detail: k.column})
		}
	}
}

// dayTallied tells whether what is added up for a day is what the rows say of it.
func (c *checker) dayTallied(ctx context.Context) bool {
	day, err := tallyDay(ctx, c)
	if day == "" || c.unreadable("tally_day", err) {
		return true
	}
	kept, counted := tally{}, tally{}
	if c.unreadable("day_tally", kept.onDay(ctx, c, day)) || c.unreadable("roadmap_action", counted.read(ctx, c, day)) {
		return true
	}
	for key := range kept { // what nothing stands under any more
		counted.of(key[0], key[1])
	}
	return maps.EqualFunc(kept, counted, func(a, b *share) bool { return *a == *b })
}

// linksInOrder compares what links keep of the rows they lead to with these.
func (c *checker) linksInOrder(ctx context.Context) {
	for _, l := range []struct{ links, owner, table, columns string }{
		{"action_support", "action", "roadmap_action", "archived, closed, due_key, year, number"},
		{"recommendation_addressee", "recommendation", "recommendation", "archived, year, number"},
	} {
		wrong, err := c.texts(ctx, "SELECT 1 FROM (SELECT "+l.owner+", "+l.columns+" FROM "+l.links+" EXCEPT SELECT id, "+l.columns+" FROM "+l.table+") LIMIT 1")
		if !c.unreadable(l.links, err) && len(wrong) > 0 {
			c.add(Finding{Kind: register.FindingTally})
		}
	}
}
