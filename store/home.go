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
	h.Pause = m.Pause()
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

// roadmap adds the actions up.
func roadmap(ctx context.Context, q querier, h *register.Home, today committee.Date) error {
	sums := tally{}
	if err := sums.tallied(ctx, q); err != nil {
		return err
	}
	if err := sums.onDay(ctx, q, today); err != nil {
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
