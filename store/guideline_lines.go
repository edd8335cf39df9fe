package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// uncovered is the condition that no action that still stands carries out an
// article, for SQL over the alias a. Here and below the links are gone through
// first: left to itself SQLite goes through all actions for each article.
const uncovered = `a.archived = 0 AND NOT EXISTS (SELECT 1 FROM action_article l CROSS JOIN roadmap_action x ON x.id = l.action
	WHERE l.article = a.id AND x.archived = 0 AND x.state <> 'abandoned')`

// Guidelines lists guidelines by their number.
func (s *Store) Guidelines(ctx context.Context, query register.Query) (register.Window[register.GuidelineLine], error) {
	return lookUp(ctx, s, guidelineListing(), query)
}

func guidelineListing() listing[register.GuidelineLine] {
	const of = "(SELECT count(*) FROM article a WHERE a.guideline = t.id AND "
	const parts, withText = of + "a.archived = 0)", of + "a.archived = 0 AND a.text <> '')"
	const withAction = "(" + parts + " - " + of + uncovered + "))"
	const certainty = "coalesce((SELECT p.certainty FROM provenance p WHERE p.kind = 'guideline' AND p.id = t.id ORDER BY p.n LIMIT 1), '')"
	const recommended, linked = "t.recommendations", "t.actions" // kept up to date with every change
	return listing[register.GuidelineLine]{
		columns: `t.id, t.number, t.heading, t.state, t.since, t.archived, ` +
			parts + ", " + withText + ", " + withAction + ", " + certainty + ", " + recommended + ", " + linked,
		from:  "guideline t",
		match: "t.folded",
		orders: map[string]order{
			"": by("t.number"), "number": by("t.number"), "heading": by("t.folded"), "since": known("t.since"),
			"state":    by(ranked("t.state", committee.GuidelineStates), "t.number"),
			"articles": by(parts, "t.number"), "text": by(withText, "t.number"), "with_text": by(withText, "t.number"), "with_action": by(withAction, "t.number"),
			"coverage": by(withAction, "t.number"), "recommended": by(recommended, "t.number"), "actions": by(linked, "t.number"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindAxis: where("t.axis = :of"), committee.KindMeeting: where("(t.meeting = :of OR t.adopted_at = :of)"),
			committee.KindReference: tied("guideline_reference", "guideline", "reference"),
			committee.KindRecommendation: where(`t.id IN (SELECT a.guideline FROM recommendation_article l JOIN article a ON a.id = l.article
				WHERE l.recommendation = :of)`),
			committee.KindAction: where("t.id IN (SELECT a.guideline FROM action_article l JOIN article a ON a.id = l.article WHERE l.action = :of)"),
		},
		scopes: map[register.Scope]narrowing{
			register.WithoutAction: where("t.state <> 'repealed' AND EXISTS (SELECT 1 FROM article a WHERE a.guideline = t.id AND " + uncovered + ")"),
		},
		scan: func(row scanner) (l register.GuidelineLine, err error) {
			err = row.Scan(&l.ID, &l.Number, &l.Heading, &l.State, &l.Since, &l.Archived,
				&l.Articles, &l.WithText, &l.WithAction, &l.Certainty, &l.Recommended, &l.ActionsLinked)
			l.WorkingTitle = l.Certainty == committee.Deduced || l.Certainty == committee.Generic
			return l, err
		},
	}
}

// articleListing lists articles in the order of their guidelines.
func articleListing() listing[register.ArticleLine] {
	const versions = "(SELECT count(*) FROM wording w WHERE w.kind = 'article' AND w.id = t.id)"
	const adopted = "coalesce((SELECT w.adopted FROM wording w WHERE w.kind = 'article' AND w.id = t.id ORDER BY w.n DESC LIMIT 1), 0)"
	const recommended, linked = "t.recommendations", "t.actions"
	return listing[register.ArticleLine]{
		columns: "t.id, t.number, t.heading, t.text, t.archived, " + versions + ", " + adopted + ", " + recommended + ", " + linked,
		from:    "article t JOIN guideline g ON g.id = t.guideline",
		match:   "t.folded || ' ' || g.folded",
		orders: map[string]order{
			"": by("g.number", "t.guideline", "t.number"), "number": by("g.number", "t.guideline", "t.number"),
			"heading": by("t.folded"), "actions": by(linked), "recommendations": by(recommended),
		},
		of: map[committee.Kind]narrowing{
			committee.KindGuideline:      where("t.guideline = :of"),
			committee.KindRecommendation: tied("recommendation_article", "article", "recommendation"),
			committee.KindAction:         tied("action_article", "article", "action"),
		},
		scopes: map[register.Scope]narrowing{
			register.WithoutAction: where("g.archived = 0 AND g.state <> 'repealed' AND EXISTS (SELECT 1 FROM article a WHERE a.id = t.id AND " + uncovered + ")"),
		},
		scan: func(row scanner) (l register.ArticleLine, err error) {
			err = row.Scan(&l.ID, &l.Number, &l.Heading, &l.Text, &l.Archived, &l.Versions, &l.Adopted, &l.Recommendations, &l.Actions)
			return l, err
		},
	}
}

// Guideline is one guideline with its articles, or committee.ErrNotFound.
func (s *Store) Guideline(ctx context.Context, id committee.GuidelineID) (sheet register.GuidelineSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Guideline, err = guidelines.load(ctx, q, string(id)); err != nil {
			return err
		}
		// The articles of an archived guideline stay live.
		if sheet.Articles, err = articleListing().every(ctx, q, register.Query{Of: guidelines.thing(string(id))}); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, guidelines.points(&sheet.Guideline))
		return err
	})
	return sheet, err
}

// Article is one article with its versions and what carries it out, or
// committee.ErrNotFound.
func (s *Store) Article(ctx context.Context, id committee.ArticleID) (sheet register.ArticleSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Article, err = articles.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Guideline, err = guidelines.load(ctx, q, string(sheet.Article.Guideline)); err != nil {
			return err
		}
		of := register.Query{Of: articles.thing(string(id))}
		if sheet.Recommendations, err = recommendationListing(s.today()).first(ctx, q, of, register.PartRecommendations, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(s.today()).first(ctx, q, of, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, append(articles.points(&sheet.Article), guidelines.points(&sheet.Guideline)...))
		return err
	})
	return sheet, err
}
