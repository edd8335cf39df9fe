package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// awaitsDecision is the condition that a proposal may still be decided on:
// proposed, or deferred.
const awaitsDecision = "t.outcome_rank IN (0, 4)"

// groupKey sorts groups by what a line calls them.
const groupKey = "g.called"

// carriedOut counts the actions that carry a recommendation out. The links are
// gone through first: left to itself SQLite goes through all actions.
const carriedOut = `(SELECT count(*) FROM action_recommendation l CROSS JOIN roadmap_action a ON a.id = l.action AND a.archived = 0 WHERE l.recommendation = t.id)`

// Recommendations lists recommendations, the newest first.
func (s *Store) Recommendations(ctx context.Context, query register.Query) (register.Window[register.RecommendationLine], error) {
	return lookUp(ctx, s, recommendationListing(s.today()), query)
}

func recommendationListing(today committee.Date) listing[register.RecommendationLine] {
	const late = "(t.outcome_state IN ('adopted', 'adopted_amended') AND t.state IN " + openActions + " AND t.due_last <> '' AND t.due_last < :today)"
	const addressees = `coalesce((SELECT group_concat(name, ', ') FROM (SELECT coalesce(nullif(i.acronym, ''), i.name) name
		FROM recommendation_addressee l CROSS JOIN institution i ON i.id = l.institution WHERE l.recommendation = t.id ORDER BY l.n)), '')`
	return listing[register.RecommendationLine]{
		columns: `t.id, t.ref, t.text, coalesce(nullif(g.acronym, ''), g.name, ''), ` + addressees + `, coalesce(x.name, ''),
			t.outcome_state, t.state, t.due, t.priority, t.archived, ` + late + ", " + carriedOut,
		from: "recommendation t LEFT JOIN working_group g ON g.id = t.working_group LEFT JOIN plan_axis x ON x.id = t.axis",
		kind: committee.KindRecommendation,
		ties: []tie{
			namedBy("g", "working_group", "working_group"), namedBy("x", "plan_axis", "axis"),
			{table: "institution", links: "recommendation_addressee", owner: "recommendation", column: "institution"},
		},
		orders: numbered(map[string]order{
			"": by("t.year").tiedBy("t.number"), "ref": by("t.year").tiedBy("t.number"), "text": by("t.beginning"), "due": known("t.due_last"),
			"group": driven("g", groupKey), "axis": driven("x", "x.name_key"),
			"decision": by("t.outcome_rank"), "state": by("t.state_rank"), "priority": by("t.priority_rank"),
		}),
		latest: true,
		of: map[committee.Kind]narrowing{
			committee.KindInstitution: inListOrder("recommendation_addressee", "recommendation", "institution"),
			committee.KindGroup:       where("t.working_group = :of"), committee.KindAxis: where("t.axis = :of"),
			committee.KindMeeting: where("(t.meeting = :of OR t.outcome_meeting = :of)"), committee.KindAgendaItem: where("t.item = :of"),
			committee.KindArticle:   tied("recommendation_article", "recommendation", "article"),
			committee.KindGuideline: where("t.id IN (SELECT l.recommendation FROM recommendation_article l JOIN article a ON a.id = l.article WHERE a.guideline = :of)"),
			committee.KindDecision:  tied("decision_recommendation", "recommendation", "decision"),
			committee.KindAction:    tied("action_recommendation", "recommendation", "action"),
			committee.KindReference: tied("recommendation_reference", "recommendation", "reference"),
		},
		scopes: map[register.Scope]narrowing{register.AwaitsDecision: where(awaitsDecision)},
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
		if sheet.Actions, err = actionListing(s.today()).first(ctx, q, of, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Decisions, err = decisionListing().first(ctx, q, of, register.PartDecisions, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Articles, err = linkedArticles(ctx, q, "recommendation_article", "recommendation", string(id)); err != nil {
			return err
		}
		if sheet.Sitting, err = sitting(ctx, q, s.moment()); err != nil {
			return err
		}
		if err := adopted(ctx, q, &sheet); err != nil {
			return err
		}
		things := recommendations.points(&sheet.Recommendation)
		for _, a := range sheet.Adoptions() {
			things = append(things, meetings.thing(string(a.Meeting)), agendaItems.thing(string(a.Item)))
		}
		sheet.Names, err = names(ctx, q, things)
		return err
	})
	return sheet, err
}
