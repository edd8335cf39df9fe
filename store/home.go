package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Home is what the first screen shows. Each count is the total of the list
// that its scope opens.
func (s *Store) Home(ctx context.Context) (h register.Home, err error) {
	today := s.today()
	err = s.read(ctx, func(q querier) error {
		if h.Committee, err = theCommittee(ctx, q); err != nil {
			return err
		}
		if err := nextMeeting(ctx, q, &h, today); err != nil {
			return err
		}
		if err := waiting(ctx, q, &h, today); err != nil {
			return err
		}
		if h.Guidelines, err = guidelineStates(ctx, q); err != nil {
			return err
		}
		return roadmap(ctx, q, &h, today)
	})
	return h, err
}

// nextMeeting finds the meeting in session, else the nearest that is planned
// or convened; those without a date come last.
func nextMeeting(ctx context.Context, q querier, h *register.Home, today committee.Date) error {
	// One whose day has passed is not forgotten: it comes after those to come.
	const passed = "(t.starts <> '' AND coalesce(nullif(t.ends, ''), t.starts) < :today)"
	l := meetingListing()
	l.args = append(l.args, sql.Named("today", today))
	l.orders, l.latest = map[string]order{"": by("t.state <> 'in_session'", passed, "t.starts = ''", "t.starts", "t.start_time")}, false
	w, err := l.window(ctx, q, register.Query{Scope: register.Upcoming, Limit: 1, Moving: true})
	if err != nil || len(w.Rows) == 0 {
		return err
	}
	h.Next = &w.Rows[0]
	m, err := meetings.load(ctx, q, string(h.Next.ID))
	h.Missing = register.Missing{
		Date: m.Starts.Zero(), Place: m.Place == "", Notice: m.Notice.Zero(), Agenda: h.Next.Items == 0,
		Chair: m.Chair == "", Secretary: m.Secretary == "",
	}
	return err
}

// waiting counts what waits besides the actions.
func waiting(ctx context.Context, q querier, h *register.Home, today committee.Date) (err error) {
	if h.MinutesToAdopt, err = meetingListing().ask(register.Query{Scope: register.MinutesDue}).exactly(ctx, q); err != nil {
		return err
	}
	if h.Awaiting, err = recommendationListing(today).ask(register.Query{Scope: register.AwaitsDecision}).exactly(ctx, q); err != nil {
		return err
	}
	if h.Uncovered, err = articleListing().ask(register.Query{Scope: register.WithoutAction}).exactly(ctx, q); err != nil {
		return err
	}
	h.UncoveredIn, err = guidelineListing().ask(register.Query{Scope: register.WithoutAction}).exactly(ctx, q)
	return err
}

func guidelineStates(ctx context.Context, q querier) (map[committee.GuidelineState]int, error) {
	states := map[committee.GuidelineState]int{}
	answer, err := q.QueryContext(ctx, "SELECT state, count(*) FROM guideline WHERE archived = 0 GROUP BY state")
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var state committee.GuidelineState
		var n int
		err := row.Scan(&state, &n)
		states[state] = n
		return struct{}{}, err
	})
	return states, err
}

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

// tallied adds what is kept up to date with every change.
func (s tally) tallied(ctx context.Context, q querier) error {
	answer, err := q.QueryContext(ctx, "SELECT axis, institution, state, n, dated, percent FROM action_tally WHERE n > 0")
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var axis, institution string
		var state committee.ImplementationState
		var n, dated, percent int
		err := row.Scan(&axis, &institution, &state, &n, &dated, &percent)
		part := s.of(axis, institution)
		part.all += n
		if state == committee.Abandoned {
			return struct{}{}, err
		}
		part.standing += n
		part.percent += percent
		switch state {
		case committee.Blocked:
			part.blocked += n
		case committee.Declared, committee.Validated:
			part.done += n
			part.expected += 100 * dated // but for those whose day is to come
			if state == committee.Declared {
				part.toValidate += n
			}
		}
		return struct{}{}, err
	})
	return err
}

// read adds what depends on the day: what is open, and what was done before
// its day. The rest of the roadmap is not looked at.
func (s tally) read(ctx context.Context, q querier, today committee.Date) error {
	args := []any{sql.Named("today", today), sql.Named("soon", today.Add(soon))}
	const late = "(t.due_last <> '' AND t.due_last < :today)"
	answer, err := q.QueryContext(ctx, `SELECT coalesce(t.axis, ''), coalesce(t.institution, ''),
		sum(t.due_last >= :today AND t.due_last <= :soon), sum(`+late+`), sum(t.state = 'blocked' AND `+late+`),
		sum(t.institution IS NULL OR t.due_last = ''), sum(`+expected+`)
		FROM roadmap_action t WHERE t.pending = 'yes' GROUP BY t.axis, t.institution`, args...)
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
	if err != nil {
		return err
	}
	// Left to itself SQLite goes through what is open too.
	answer, err = q.QueryContext(ctx, `SELECT coalesce(t.axis, ''), coalesce(t.institution, ''), sum(`+expected+` - 100)
		FROM roadmap_action t INDEXED BY roadmap_done_early
		WHERE t.archived = 0 AND t.state IN ('done_declared', 'done_validated') AND t.due_last > :today
		GROUP BY t.axis, t.institution`, args...)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var axis, institution string
		var less int
		err := row.Scan(&axis, &institution, &less)
		s.of(axis, institution).expected += less
		return struct{}{}, err
	})
	return err
}

// roadmap adds the actions up.
func roadmap(ctx context.Context, q querier, h *register.Home, today committee.Date) error {
	sums := tally{}
	if err := sums.tallied(ctx, q); err != nil {
		return err
	}
	if err := sums.read(ctx, q, today); err != nil {
		return err
	}
	shares := slices.Collect(maps.Values(sums))
	for _, s := range shares {
		h.Actions += s.all
		h.Blocked += s.blocked
		h.ToValidate += s.toValidate
		h.DueSoon += s.dueSoon
		h.Late += s.late
		h.LateBlocked += s.lateBlocked
		h.Incomplete += s.lacking
	}
	if total := progress(shares, func(*share) committee.Thing { return committee.Thing{} }); len(total) > 0 {
		h.Total = total[0]
	}
	h.ByAxis = progress(shares, func(s *share) committee.Thing { return s.axis })
	h.ByInstitution = progress(shares, func(s *share) committee.Thing { return s.institution })
	return nameProgress(ctx, q, h)
}

// progress adds shares up by what of says they belong to. Means are rounded
// down: nothing is at 100 before all of it is.
func progress(shares []*share, of func(*share) committee.Thing) []register.Progress {
	var parts []register.Progress
	var sums []share
	for _, s := range shares {
		thing := of(s)
		if thing.Zero() {
			thing = committee.Thing{}
		}
		at := slices.IndexFunc(parts, func(p register.Progress) bool { return p.Thing == thing })
		if at < 0 {
			at = len(parts)
			parts, sums = append(parts, register.Progress{Thing: thing}), append(sums, share{})
		}
		parts[at].Actions += s.standing
		parts[at].Done += s.done
		parts[at].Late += s.late
		sums[at].percent += s.percent
		sums[at].expected += s.expected
	}
	for i := range parts {
		if n := parts[i].Actions; n > 0 {
			parts[i].Percent, parts[i].Expected = sums[i].percent/n, sums[i].expected/n
		}
	}
	return parts
}

// nameProgress names the parts and orders them: axes by their place in the
// plan, institutions by name, actions without one last.
func nameProgress(ctx context.Context, q querier, h *register.Home) error {
	axes, err := ordered(ctx, q, committee.KindAxis, "SELECT id, name FROM plan_axis ORDER BY position, name_key, id")
	if err != nil {
		return err
	}
	institutions, err := ordered(ctx, q, committee.KindInstitution,
		"SELECT id, coalesce(nullif(acronym, ''), name) FROM institution ORDER BY coalesce(nullif(acronym_key, ''), name_key), id")
	if err != nil {
		return err
	}
	place(h.ByAxis, axes)
	place(h.ByInstitution, institutions)
	return nil
}

func ordered(ctx context.Context, q querier, kind committee.Kind, statement string) ([]register.Progress, error) {
	answer, err := q.QueryContext(ctx, statement)
	return collect(answer, err, func(row scanner) (p register.Progress, err error) {
		p.Thing.Kind = kind
		return p, row.Scan(&p.Thing.ID, &p.Name)
	})
}

func place(parts, named []register.Progress) {
	places := map[committee.Thing]int{{}: len(named)}
	for i, n := range named {
		places[n.Thing] = i
	}
	for i, p := range parts {
		if !p.Thing.Zero() {
			parts[i].Name = named[places[p.Thing]].Name
		}
	}
	slices.SortStableFunc(parts, func(a, b register.Progress) int { return cmp.Compare(places[a.Thing], places[b.Thing]) })
}
