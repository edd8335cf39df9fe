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
		kind:    committee.KindDecision,
		ties: []tie{
			namedBy("m", "meeting", "meeting"),
			{table: "institution", links: "decision_addressee", owner: "decision", column: "institution"},
		},
		orders: numbered(map[string]order{
			"": by("t.year").tiedBy("t.number"), "ref": by("t.year").tiedBy("t.number"), "text": by("t.beginning"), "date": by("t.date"),
			"state": by("t.outcome_rank"), "manner": known("t.manner"), "meeting": driven("m", "m.starts"), "review": known("t.review"),
		}),
		latest: true,
		of: map[committee.Kind]narrowing{
			committee.KindMeeting: where("(t.meeting = :of OR t.outcome_meeting = :of)"), committee.KindAgendaItem: where("t.item = :of"),
			committee.KindRecommendation: tied("decision_recommendation", "decision", "recommendation"),
			committee.KindInstitution:    tied("decision_addressee", "decision", "institution"),
			committee.KindAction:         tied("action_decision", "decision", "action"),
			committee.KindReference:      tied("decision_reference", "decision", "reference"),
		},
		scopes: map[register.Scope]narrowing{register.AwaitsDecision: where(awaitsDecision)},
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
		if sheet.Recommendations, err = recommendationListing(s.today()).first(ctx, q, of, register.PartRecommendations, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(s.today()).first(ctx, q, of, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Sitting, err = sitting(ctx, q, s.moment()); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, decisions.points(&sheet.Decision))
		return err
	})
	return sheet, err
}
