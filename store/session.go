package store

import (
	"context"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Session is a meeting as it is run, of one moment, or committee.ErrNotFound.
func (s *Store) Session(ctx context.Context, id committee.MeetingID) (v register.Session, err error) {
	err = s.read(ctx, func(q querier) error {
		v, err = sessionAt(ctx, q, id, s.moment())
		return err
	})
	return v, err
}

func sessionAt(ctx context.Context, q querier, id committee.MeetingID, now instant) (v register.Session, err error) {
	sheet := register.MeetingSheet{}
	if sheet.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
		return v, err
	}
	if err := recordOf(ctx, q, &sheet); err != nil {
		return v, err
	}
	v.Meeting, v.Items, v.Attendance, v.Entries = sheet.Meeting, sheet.Items, sheet.Attendance, sheet.Entries
	p, err := presenceOf(ctx, q, v.Meeting, v.Attendance, now)
	if err != nil {
		return v, err
	}
	v.Roll, v.Counting, v.Whole = p.roll, p.rule, p.less(nil)
	v.Quorum = v.Whole
	v.Halves, v.HalvesUncounted = p.halves()
	v.Uncounted = p.lost
	v.Voters, v.Voices, v.Presence = v.Quorum.Present, p.voices(), p.reckoner()
	if at := v.Current(); at >= 0 {
		v.Quorum = p.less(v.Items[at].Recused)
		v.Voters = v.Quorum.Present
		if v.Touched, err = touched(ctx, q, v.Items[at], now.on); err != nil {
			return v, err
		}
	}
	if err := madeAt(ctx, q, &v, now.on); err != nil {
		return v, err
	}
	if v.Proposed, err = proposedAt(ctx, q, id); err != nil {
		return v, err
	}
	if v.Minutes, err = minutesAdoptedAt(ctx, q, id); err != nil {
		return v, err
	}
	answers := register.MeetingRecord{Meeting: v.Meeting}
	if err := (recorder{q: q, MeetingRecord: &answers}).answered(ctx); err != nil {
		return v, err
	}
	v.Answered = answers.Answered()
	things := meetings.points(&v.Meeting)
	things = append(things, pointsOf(agendaItems, v.Items)...)
	things = append(things, pointsOf(attendances, v.Attendance)...)
	for _, t := range pointsOf(entries, v.Entries) {
		if t.Kind != committee.KindEntry { // a line is known by its words
			things = append(things, t)
		}
	}
	v.Names, err = names(ctx, q, things)
	return v, err
}

// sitting is the presence now at the plenary that is in session, less those who
// stood back from the item under way.
func sitting(ctx context.Context, q querier, now instant) (v register.Sitting, err error) {
	found, err := meetings.loadAll(ctx, q, "WHERE state = 'in_session' AND archived = 0 AND coalesce(working_group, '') = ''")
	if err != nil || len(found) == 0 {
		return v, err
	}
	p, err := presenceAt(ctx, q, found[0], now)
	if err != nil {
		return v, err
	}
	items, err := agendaOf(ctx, q, found[0].ID)
	v.Quorum, v.Base = p.less(nil), p.rule.Base
	if i := underWay(items); i != nil {
		v.Quorum = p.less(i.Recused)
	}
	return v, err
}

// madeAt reads what the lines of a meeting gave rise to.
func madeAt(ctx context.Context, q querier, v *register.Session, today committee.Date) error {
	of := register.Query{Of: meetings.thing(string(v.Meeting.ID)), Sort: "ref"}
	v.Decisions = map[committee.DecisionID]register.DecisionLine{}
	v.Recommendations = map[committee.RecommendationID]register.RecommendationLine{}
	v.Actions = map[committee.ActionID]register.ActionLine{}
	decided, err := decisionListing().every(ctx, q, of)
	if err != nil {
		return err
	}
	for _, d := range decided {
		v.Decisions[d.ID] = d
	}
	advised, err := recommendationListing(today).every(ctx, q, of)
	if err != nil {
		return err
	}
	for _, r := range advised {
		v.Recommendations[r.ID] = r
	}
	given, err := actionListing(today).every(ctx, q, of)
	for _, a := range given {
		v.Actions[a.ID] = a
	}
	return err
}

// upheld are the items of a meeting, ?1, each with itself and with those that it
// takes up again, one after the other.
const upheld = `WITH RECURSIVE back (item, outcome, was) AS (
		SELECT id, outcome, id FROM agenda_item WHERE meeting = ?1 AND archived = 0
		UNION SELECT b.item, b.outcome, i.from_item FROM back b JOIN agenda_item i ON i.id = b.was WHERE i.from_item IS NOT NULL) `

// proposedFor is what was put to the items of a meeting, or to those that they take
// up again, and may still be decided on, where no line of the meeting is about it.
// It is looked for by item: the + keep all that waits for a decision elsewhere out
// of the search.
const proposedFor = `SELECT b.item, '%[1]s', t.id, t.ref, t.text, t.outcome_state, t.year, t.number
	FROM back b CROSS JOIN %[1]s t ON t.item = b.was
	WHERE +t.archived = 0 AND +` + awaitsDecision + `
	AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.%[1]s = t.id AND e.meeting = ?1 AND e.archived = 0)`

// proposedAt reads what waits for a decision under the items of a meeting.
func proposedAt(ctx context.Context, q querier, id committee.MeetingID) ([]register.Proposal, error) {
	both := upheld + fmt.Sprintf(proposedFor, committee.KindDecision) + " UNION ALL " + fmt.Sprintf(proposedFor, committee.KindRecommendation) + " ORDER BY 2, 7, 8"
	answer, err := q.QueryContext(ctx, both, id)
	return collect(answer, err, func(row scanner) (w register.Proposal, err error) {
		var year, number int
		err = row.Scan(&w.Item, &w.Thing.Kind, &w.Thing.ID, &w.Ref, &w.Text, &w.State, &year, &number)
		return w, err
	})
}

// Touched is what an item of an agenda is about, today; committee.ErrNotFound
// where there is no such item.
func (s *Store) Touched(ctx context.Context, id committee.AgendaItemID) (t register.Touched, err error) {
	err = s.read(ctx, func(q querier) error {
		i, err := agendaItems.load(ctx, q, string(id))
		if err != nil {
			return err
		}
		t, err = touched(ctx, q, i, s.today())
		return err
	})
	return t, err
}

// touchedRows is how many rows of each kind a session shows beside its item.
const touchedRows = 8

// touched is what an item is about: what was made under it, under the item it
// takes up again, and what is open of its group.
func touched(ctx context.Context, q querier, i committee.AgendaItem, today committee.Date) (t register.Touched, err error) {
	if i.Purpose == committee.MinutesAdoption && i.Concerns != "" {
		m, err := meetings.load(ctx, q, string(i.Concerns))
		if err != nil {
			return t, err
		}
		t.Minutes = append(t.Minutes, m)
	}
	for _, of := range []committee.Thing{agendaItems.thing(string(i.ID)), agendaItems.thing(string(i.From)), groups.thing(string(i.Group))} {
		if of.Zero() {
			continue
		}
		query := register.Query{Of: of, Limit: touchedRows, Moving: true}
		open := query
		if of.Kind == committee.KindGroup {
			query.Scope, open.Scope = register.AwaitsDecision, register.Open
		}
		r, err := recommendationListing(today).window(ctx, q, query)
		if err != nil {
			return t, err
		}
		t.Recommendations = withNew(t.Recommendations, r.Rows, func(l register.RecommendationLine) string { return string(l.ID) })
		if of.Kind == committee.KindAgendaItem { // a group decides nothing
			d, err := decisionListing().window(ctx, q, query)
			if err != nil {
				return t, err
			}
			t.Decisions = withNew(t.Decisions, d.Rows, func(l register.DecisionLine) string { return string(l.ID) })
		}
		a, err := actionListing(today).window(ctx, q, open)
		if err != nil {
			return t, err
		}
		t.Actions = withNew(t.Actions, a.Rows, func(l register.ActionLine) string { return string(l.ID) })
	}
	t.More = max(len(t.Recommendations)-touchedRows, 0) + max(len(t.Decisions)-touchedRows, 0) + max(len(t.Actions)-touchedRows, 0)
	t.Decisions = t.Decisions[:min(len(t.Decisions), touchedRows)]
	t.Recommendations = t.Recommendations[:min(len(t.Recommendations), touchedRows)]
	t.Actions = t.Actions[:min(len(t.Actions), touchedRows)]
	return t, nil
}

// withNew is all with those of some that are not yet among them.
func withNew[L any](all, some []L, id func(L) string) []L {
	for _, l := range some {
		if !slices.ContainsFunc(all, func(other L) bool { return id(other) == id(l) }) {
			all = append(all, l)
		}
	}
	return all
}
