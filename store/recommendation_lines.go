package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// awaitsDecision is the condition that a proposal may still be decided on.
const awaitsDecision = "t.outcome_state IN ('proposed', 'deferred')"

// Recommendations lists recommendations, the newest first.
func (s *Store) Recommendations(ctx context.Context, query register.Query) (register.Window[register.RecommendationLine], error) {
	return lookUp(ctx, s, recommendationListing(s.today()), query)
}

func recommendationListing(today committee.Date) listing[register.RecommendationLine] {
	const late = "(t.outcome_state IN ('adopted', 'adopted_amended') AND t.state IN " + openActions + " AND t.due_last <> '' AND t.due_last < :today)"
	const addressees = `coalesce((SELECT group_concat(name, ', ') FROM (SELECT coalesce(nullif(i.acronym, ''), i.name) name
		FROM recommendation_addressee l JOIN institution i ON i.id = l.institution WHERE l.recommendation = t.id ORDER BY l.n)), '')`
	const carried = `(SELECT count(*) FROM action_recommendation l JOIN roadmap_action a ON a.id = l.action AND a.archived = 0 WHERE l.recommendation = t.id)`
	return listing[register.RecommendationLine]{
		columns: `t.id, t.ref, t.text, coalesce(nullif(g.acronym, ''), g.name, ''), ` + addressees + `, coalesce(x.name, ''),
			t.outcome_state, t.state, t.due, t.priority, t.archived, ` + late + ", " + carried,
		from: "recommendation t LEFT JOIN working_group g ON g.id = t.working_group LEFT JOIN plan_axis x ON x.id = t.axis",
		match: `t.folded || ' ' || coalesce(g.folded, '') || ' ' || coalesce(x.folded, '') || ' ' || coalesce((SELECT group_concat(i.folded, ' ')
			FROM recommendation_addressee l JOIN institution i ON i.id = l.institution WHERE l.recommendation = t.id), '')`,
		orders: map[string]order{
			"": by("t.year", "t.number"), "ref": by("t.year", "t.number"), "text": by("t.folded"), "due": known("t.due_last"),
			"group": worded("coalesce(nullif(g.acronym, ''), g.name_key)"), "addressees": worded(addressees), "institution": worded(addressees),
			"axis": worded("x.name_key"), "decision": by(ranked("t.outcome_state", committee.DecisionStates)),
			"state": by(ranked("t.state", committee.ImplementationStates)), "implementation": by(ranked("t.state", committee.ImplementationStates)),
			"priority": by(ranked("t.priority", priorities)), "actions": by(carried),
		},
		latest: true,
		of: map[committee.Kind]string{
			committee.KindInstitution: "t.id IN (SELECT l.recommendation FROM recommendation_addressee l WHERE l.institution = :of)",
			committee.KindGroup:       "t.working_group = :of", committee.KindAxis: "t.axis = :of",
			committee.KindMeeting: "(t.meeting = :of OR t.outcome_meeting = :of)", committee.KindAgendaItem: "t.item = :of",
			committee.KindArticle:   "t.id IN (SELECT l.recommendation FROM recommendation_article l WHERE l.article = :of)",
			committee.KindGuideline: "t.id IN (SELECT l.recommendation FROM recommendation_article l JOIN article a ON a.id = l.article WHERE a.guideline = :of)",
			committee.KindDecision:  "t.id IN (SELECT l.recommendation FROM decision_recommendation l WHERE l.decision = :of)",
			committee.KindAction:    "t.id IN (SELECT l.recommendation FROM action_recommendation l WHERE l.action = :of)",
			committee.KindReference: "t.id IN (SELECT l.recommendation FROM recommendation_reference l WHERE l.reference = :of)",
		},
		scopes: map[register.Scope]string{register.AwaitsDecision: awaitsDecision},
		args:   []any{sql.Named("today", today)},
		scan: func(row scanner) (l register.RecommendationLine, err error) {
			err = row.Scan(&l.ID, &l.Ref, &l.Text, &l.Group, &l.Addressees, &l.Axis, &l.Decision, &l.Implementation, &l.Due,
				&l.Priority, &l.Archived, &l.Late, &l.Actions)
			return l, err
		},
	}
}

// Recommendation is one recommendation with what came of it, or
// committee.ErrNotFound.
func (s *Store) Recommendation(ctx context.Context, id committee.RecommendationID) (sheet register.RecommendationSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Recommendation, err = recommendations.load(ctx, q, string(id)); err != nil {
			return err
		}
		of := register.Query{Of: recommendations.thing(string(id))}
		if sheet.Actions, err = actionListing(s.today()).every(ctx, q, of); err != nil {
			return err
		}
		if sheet.Decisions, err = decisionListing().every(ctx, q, of); err != nil {
			return err
		}
		if sheet.Articles, err = linkedArticles(ctx, q, "recommendation_article", "recommendation", string(id)); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, recommendations.points(&sheet.Recommendation))
		return err
	})
	return sheet, err
}
