package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"suivi/internal/committee"
)

// expected is committee.Expected in SQL; a test holds them together.
const expected = `CASE WHEN t.due_last = '' THEN 0 WHEN t.due_last <= :today THEN 100
	WHEN t.start = '' OR t.start >= :today OR t.due_last <= t.start THEN 0
	ELSE CAST(julianday(:today) - julianday(t.start) AS INTEGER) * 100 / CAST(julianday(t.due_last) - julianday(t.start) AS INTEGER) END`

// share is what the actions of one axis and one institution add up to.
type share struct {
	axis, institution committee.Thing
	all, blocked, toValidate, dueSoon, late, lateBlocked, lacking,
	standing, done, percent, expected int
}

// tally holds the share of every axis with every institution.
type tally map[[2]string]*share

func (s tally) of(axis, institution string) *share {
	k := [2]string{axis, institution}
	if s[k] == nil {
		s[k] = &share{
			axis:        committee.Thing{Kind: committee.KindAxis, ID: axis},
			institution: committee.Thing{Kind: committee.KindInstitution, ID: institution},
		}
	}
	return s[k]
}

// tallied begins with what is kept up to date with every change.
func (s tally) tallied(ctx context.Context, q querier) error {
	const done = "state IN ('done_declared', 'done_validated')"
	answer, err := q.QueryContext(ctx, `SELECT axis, institution, sum(n), sum(iif(state = 'blocked', n, 0)), sum(iif(state = 'done_declared', n, 0)),
		sum(iif(`+done+`, n, 0)), sum(iif(state = 'abandoned', 0, n)), sum(iif(state = 'abandoned', 0, percent)),
		sum(iif(`+done+`, dated, 0)) FROM action_tally GROUP BY axis, institution HAVING sum(n) > 0`)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var axis, institution string
		var part share
		var dated int
		err := row.Scan(&axis, &institution, &part.all, &part.blocked, &part.toValidate, &part.done, &part.standing, &part.percent, &dated)
		part.expected = 100 * dated // but for those whose day is to come
		to := s.of(axis, institution)
		part.axis, part.institution = to.axis, to.institution
		*to = part
		return struct{}{}, err
	})
	return err
}

// onDay adds what depends on the day, which is kept up to date for the day of
// the latest change.
func (s tally) onDay(ctx context.Context, q querier, today committee.Date) error {
	day, err := tallyDay(ctx, q)
	if err != nil {
		return err
	}
	if day != today {
		return s.read(ctx, q, today)
	}
	return s.add(q.QueryContext(ctx, "SELECT axis, institution, due_soon, late, late_blocked, lacking, expected FROM day_tally"))
}

// tallyDay is the day that what depends on it was added up for; "" for none.
func tallyDay(ctx context.Context, q querier) (day committee.Date, err error) {
	err = q.QueryRowContext(ctx, "SELECT day FROM tally_day").Scan(&day)
	return day, err
}

// add adds what an answer holds for each axis and institution.
func (s tally) add(answer *sql.Rows, err error) error {
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var axis, institution string
		var part share
		err := row.Scan(&axis, &institution, &part.dueSoon, &part.late, &part.lateBlocked, &part.lacking, &part.expected)
		to := s.of(axis, institution)
		to.dueSoon += part.dueSoon
		to.late += part.late
		to.lateBlocked += part.lateBlocked
		to.lacking += part.lacking
		to.expected += part.expected
		return struct{}{}, err
	})
	return err
}

// read adds what depends on another day: what is open, and what was done before
// its day. The rest of the roadmap is not looked at.
func (s tally) read(ctx context.Context, q querier, today committee.Date) error {
	args := []any{sql.Named("today", today), sql.Named("soon", today.Add(soon))}
	const late = "(t.due_last <> '' AND t.due_last < :today)"
	err := s.add(q.QueryContext(ctx, `SELECT coalesce(t.axis, ''), coalesce(t.institution, ''),
		sum(t.due_last >= :today AND t.due_last <= :soon), sum(`+late+`), sum(t.state = 'blocked' AND `+late+`),
		sum(t.institution IS NULL OR t.due_last = ''), sum(`+expected+`)
		FROM roadmap_action t WHERE t.pending = 'yes' GROUP BY t.axis, t.institution`, args...))
	if err != nil {
		return err
	}
	// Left to itself SQLite goes through what is open too.
	return s.add(q.QueryContext(ctx, `SELECT coalesce(t.axis, ''), coalesce(t.institution, ''), 0, 0, 0, 0, sum(`+expected+` - 100)
		FROM roadmap_action t INDEXED BY roadmap_done_early
		WHERE t.archived = 0 AND t.state IN ('done_declared', 'done_validated') AND t.due_last > :today
		GROUP BY t.axis, t.institution`, args...))
}

// turnDay adds up anew what depends on the day, unless it is of today.
func turnDay(ctx context.Context, x changer, today committee.Date) error {
	if day, err := tallyDay(ctx, x); err != nil || day == today {
		return err
	}
	sums := tally{}
	if err := sums.read(ctx, x, today); err != nil {
		return err
	}
	if _, err := x.ExecContext(ctx, "DELETE FROM day_tally; UPDATE tally_day SET day = ?", today); err != nil {
		return err
	}
	// In an order of their own: the same changes make the same file.
	for _, key := range slices.SortedFunc(maps.Keys(sums), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		s := sums[key]
		_, err := x.ExecContext(ctx, "INSERT INTO day_tally (axis, institution, due_soon, late, late_blocked, lacking, expected) VALUES (?, ?, ?, ?, ?, ?, ?)",
			s.axis.ID, s.institution.ID, s.dueSoon, s.late, s.lateBlocked, s.lacking, s.expected)
		if err != nil {
			return err
		}
	}
	return nil
}

// recount adds up anew what triggers add up as rows change.
func recount(ctx context.Context, x changer) error {
	for _, statement := range []string{
		"DELETE FROM action_tally",
		`INSERT INTO action_tally (axis, institution, state, n, dated, percent)
			SELECT coalesce(axis, ''), coalesce(institution, ''), state, count(*), sum(CASE WHEN due_last <> '' THEN 1 ELSE 0 END), sum(percent)
			FROM roadmap_action WHERE archived = 0 GROUP BY coalesce(axis, ''), coalesce(institution, ''), state`,
		"DELETE FROM day_tally",
		"UPDATE tally_day SET day = ''",
		`UPDATE action_support SET (archived, closed, due_key, year, number) =
			(SELECT t.archived, t.closed, t.due_key, t.year, t.number FROM roadmap_action t WHERE t.id = action_support.action)`,
		`UPDATE recommendation_addressee SET (archived, year, number) =
			(SELECT t.archived, t.year, t.number FROM recommendation t WHERE t.id = recommendation_addressee.recommendation)`,
		"UPDATE meeting SET items = (SELECT count(*) FROM agenda_item a WHERE a.meeting = meeting.id AND a.archived = 0)",
		`UPDATE article SET actions = (SELECT count(*) FROM article_action s WHERE s.article = article.id),
			recommendations = (SELECT count(*) FROM article_recommendation s WHERE s.article = article.id)`,
		`UPDATE guideline SET actions = (SELECT count(*) FROM guideline_action s WHERE s.guideline = guideline.id),
			recommendations = (SELECT count(*) FROM guideline_recommendation s WHERE s.guideline = guideline.id)`,
	} {
		if _, err := x.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
