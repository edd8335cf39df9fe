package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Decisions lists decisions, the newest first.
func (s *Store) Decisions(ctx context.Context, query register.Query) (register.Window[register.DecisionLine], error) {
	return lookUp(ctx, s, decisionListing(), query)
}

func decisionListing() listing[register.DecisionLine] {
	return listing[register.DecisionLine]{
		columns: `t.id, t.ref, t.text, t.date, t.outcome_state, t.manner, coalesce(nullif(m.ref, ''), m.title, ''), t.review, t.archived`,
		from:    "decision t LEFT JOIN meeting m ON m.id = t.meeting",
		match: `t.folded || ' ' || coalesce(m.folded, '') || ' ' || coalesce((SELECT group_concat(i.folded, ' ')
			FROM decision_addressee l JOIN institution i ON i.id = l.institution WHERE l.decision = t.id), '')`,
		orders: map[string]order{
			"": by("t.year", "t.number"), "ref": by("t.year", "t.number"), "text": by("t.folded"), "date": by("t.date"),
			"state": by(ranked("t.outcome_state", committee.DecisionStates)), "manner": worded("t.manner"),
			"meeting": by("coalesce(m.starts, '')", "coalesce(m.folded, '')"), "review": known("t.review"),
		},
		latest: true,
		of: map[committee.Kind]string{
			committee.KindMeeting: "(t.meeting = :of OR t.outcome_meeting = :of)", committee.KindAgendaItem: "t.item = :of",
			committee.KindRecommendation: "t.id IN (SELECT l.decision FROM decision_recommendation l WHERE l.recommendation = :of)",
			committee.KindInstitution:    "t.id IN (SELECT l.decision FROM decision_addressee l WHERE l.institution = :of)",
			committee.KindAction:         "t.id IN (SELECT l.decision FROM action_decision l WHERE l.action = :of)",
			committee.KindReference:      "t.id IN (SELECT l.decision FROM decision_reference l WHERE l.reference = :of)",
		},
		scopes: map[register.Scope]string{register.AwaitsDecision: awaitsDecision},
		scan: func(row scanner) (l register.DecisionLine, err error) {
			err = row.Scan(&l.ID, &l.Ref, &l.Text, &l.On, &l.State, &l.Manner, &l.Meeting, &l.Review, &l.Archived)
			return l, err
		},
	}
}

// Decision is one decision with what it rules on and what follows, or
// committee.ErrNotFound.
func (s *Store) Decision(ctx context.Context, id committee.DecisionID) (sheet register.DecisionSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Decision, err = decisions.load(ctx, q, string(id)); err != nil {
			return err
		}
		of := register.Query{Of: decisions.thing(string(id))}
		if sheet.Recommendations, err = recommendationListing(s.today()).every(ctx, q, of); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(s.today()).every(ctx, q, of); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, decisions.points(&sheet.Decision))
		return err
	})
	return sheet, err
}
