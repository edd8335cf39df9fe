package store

import (
	"cmp"
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// countedSince bounds what is counted of the changes since a visit, and
// passedSince the lines of one's own that are passed to count them.
const (
	countedSince = 1_000
	passedSince  = 20_000
)

// Since counts what others changed after a line of the journal.
func (s *Store) Since(ctx context.Context, seq int64) (since register.Since, err error) {
	err = s.read(ctx, func(q querier) error {
		answer, err := q.QueryContext(ctx, `SELECT verb FROM
			(SELECT seq, verb, actor, actor_name FROM journal WHERE seq > ? ORDER BY seq DESC LIMIT ?)
			WHERE actor <> ? OR actor_name <> ? ORDER BY seq DESC LIMIT ?`,
			seq, passedSince, string(s.actor.Person), signature(s.actor.Name), countedSince+1)
		verbs, err := collect(answer, err, func(row scanner) (v committee.Verb, err error) { return v, row.Scan(&v) })
		if err != nil {
			return err
		}
		since.More = len(verbs) > countedSince
		verbs = verbs[:min(len(verbs), countedSince)]
		since.Total = len(verbs)
		counts := map[register.VerbGroup]int{}
		for _, v := range verbs {
			counts[register.GroupOf(v)]++
		}
		for _, g := range register.VerbGroups {
			if counts[g] > 0 {
				since.Groups = append(since.Groups, register.GroupCount{Group: g, Count: counts[g]})
			}
		}
		slices.SortStableFunc(since.Groups, func(a, b register.GroupCount) int { return cmp.Compare(b.Count, a.Count) })
		return nil
	})
	return since, err
}

// LastLine is the number of the journal's last line; 0 when it has none.
func (s *Store) LastLine(ctx context.Context) (seq int64, err error) {
	err = s.read(ctx, func(q querier) error {
		return q.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM journal").Scan(&seq)
	})
	return seq, err
}
