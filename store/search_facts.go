package store

import (
	"context"
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// facts are what a hit shows besides its words.
type facts struct {
	page, of       committee.Thing
	on             committee.Date
	decision       committee.DecisionState
	implementation committee.ImplementationState
	meeting        committee.MeetingState
	guideline      committee.GuidelineState
}

// whereabouts are where a kind's facts are: SQL over the alias t, ” for none.
type whereabouts struct {
	// page is the kind of the page that shows a row of this kind, and its ID;
	// of what the row is called with besides.
	pageKind committee.Kind
	page     string
	ofKind   committee.Kind
	of       string
	on       string
	// states of a decision, an implementation, a meeting and a guideline.
	decision, implementation, meeting, guideline string
}

const meetingDay = "(SELECT m.starts FROM meeting m WHERE m.id = t.meeting)"

// factsOf says where the facts of each kind are; a kind without any is shown
// on a page of its own.
var factsOf = map[committee.Kind]whereabouts{
	committee.KindFunction:       {ofKind: committee.KindInstitution, of: "t.institution"},
	committee.KindGroup:          {ofKind: committee.KindMeeting, of: "t.meeting"},
	committee.KindMandate:        {pageKind: committee.KindPerson, page: "t.person", ofKind: committee.KindFunction, of: "t.function", on: "t.from_date"},
	committee.KindReference:      {on: "t.date"},
	committee.KindMeeting:        {ofKind: committee.KindGroup, of: "t.working_group", on: "t.starts", meeting: "t.state"},
	committee.KindAgendaItem:     {ofKind: committee.KindMeeting, of: "t.meeting", on: meetingDay},
	committee.KindAttendance:     {pageKind: committee.KindMeeting, page: "t.meeting", on: meetingDay},
	committee.KindEntry:          {pageKind: committee.KindMeeting, page: "t.meeting", on: meetingDay},
	committee.KindDecision:       {ofKind: committee.KindMeeting, of: "t.meeting", on: "t.date", decision: "t.outcome_state"},
	committee.KindRecommendation: {ofKind: committee.KindMeeting, of: "t.meeting", on: "t.date", decision: "t.outcome_state", implementation: "t.state"},
	committee.KindGuideline:      {guideline: "t.state"},
	committee.KindArticle:        {ofKind: committee.KindGuideline, of: "t.guideline"},
	committee.KindAction:         {ofKind: committee.KindInstitution, of: "t.institution", on: "t.date", implementation: "t.state"},
	committee.KindUpdate:         {pageKind: committee.KindAction, page: "t.action", on: "t.date", implementation: "t.state"},
	committee.KindExtension:      {pageKind: committee.KindAction, page: "t.action", on: "t.date"},
}

func orNone(expression string) string {
	if expression == "" {
		return "''"
	}
	return "coalesce(" + expression + ", '')"
}

// readFacts reads the facts of things of one kind.
func readFacts(ctx context.Context, q querier, kind committee.Kind, ids []string) (map[string]facts, error) {
	all := map[string]facts{}
	p, ok := factsOf[kind]
	if !ok {
		for _, id := range ids {
			all[id] = facts{page: committee.Thing{Kind: kind, ID: id}}
		}
		return all, nil
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	statement := fmt.Sprintf("SELECT t.id, %s, %s, %s, %s, %s, %s, %s FROM %s t WHERE t.id IN (%s)",
		orNone(p.page), orNone(p.of), orNone(p.on), orNone(p.decision), orNone(p.implementation), orNone(p.meeting), orNone(p.guideline),
		keepers[kind].shape().table, marks(len(ids)))
	answer, err := q.QueryContext(ctx, statement, args...)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		id, f := "", facts{page: committee.Thing{Kind: p.pageKind}, of: committee.Thing{Kind: p.ofKind}}
		err := row.Scan(&id, &f.page.ID, &f.of.ID, &f.on, &f.decision, &f.implementation, &f.meeting, &f.guideline)
		if p.page == "" {
			f.page = committee.Thing{Kind: kind, ID: id}
		}
		all[id] = f
		return struct{}{}, err
	})
	return all, err
}

// hit is what a screen shows of a scored document.
func (r scored) hit(names register.Names) register.Hit {
	return register.Hit{
		Thing: r.thing, Page: r.facts.page, Name: names[r.facts.page], Of: names[r.facts.of], On: r.facts.on, Archived: r.archived,
		Decision: r.facts.decision, Implementation: r.facts.implementation, Meeting: r.facts.meeting, Guideline: r.facts.guideline,
	}
}
