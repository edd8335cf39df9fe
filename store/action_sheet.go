package store

import (
	"context"
	"database/sql"
	"errors"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Action is one action with its reports and extensions, or
// committee.ErrNotFound.
func (s *Store) Action(ctx context.Context, id committee.ActionID) (sheet register.ActionSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		sheet, err = actionSheet(ctx, q, id, s.today())
		return err
	})
	return sheet, err
}

func actionSheet(ctx context.Context, q querier, id committee.ActionID, today committee.Date) (sheet register.ActionSheet, err error) {
	if sheet.Action, err = actions.load(ctx, q, string(id)); err != nil {
		return sheet, err
	}
	if sheet.Updates, err = updates.loadAll(ctx, q, "WHERE action = ? ORDER BY date, id", id); err != nil {
		return sheet, err
	}
	if sheet.Extensions, err = extensions.loadAll(ctx, q, "WHERE action = ? ORDER BY date, to_last, id", id); err != nil {
		return sheet, err
	}
	of := register.Query{Of: actions.thing(string(id))}
	if sheet.Recommendations, err = recommendationListing(today).first(ctx, q, of, register.PartRecommendations, &sheet.Cut); err != nil {
		return sheet, err
	}
	if sheet.Articles, err = linkedArticles(ctx, q, "action_article", "action", string(id)); err != nil {
		return sheet, err
	}
	if sheet.Holder, err = holderOf(ctx, q, sheet.Action.Function, today); err != nil {
		return sheet, err
	}
	things := pointsOf(actions, []committee.Action{sheet.Action})
	things = append(things, pointsOf(updates, sheet.Updates)...)
	sheet.Names, err = names(ctx, q, append(things, pointsOf(extensions, sheet.Extensions)...))
	return sheet, err
}

// holderOf is who holds a function as titular on a day; empty for nobody.
func holderOf(ctx context.Context, q querier, function committee.FunctionID, on committee.Date) (name string, err error) {
	err = q.QueryRowContext(ctx, "SELECT p.name FROM post t JOIN mandate h ON h.id = "+holder+" JOIN person p ON p.id = h.person WHERE t.id = :id",
		sql.Named("id", function), sql.Named("today", on)).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return name, err
}

// linkedArticles are the articles that a thing is tied to, in the order of its ties.
func linkedArticles(ctx context.Context, q querier, table, owner, id string) ([]register.LinkedArticle, error) {
	answer, err := q.QueryContext(ctx, "SELECT a.id, a.guideline, a.number, g.number, a.heading FROM "+table+
		" l JOIN article a ON a.id = l.article JOIN guideline g ON g.id = a.guideline WHERE l."+owner+" = ? ORDER BY l.n", id)
	return collect(answer, err, func(row scanner) (l register.LinkedArticle, err error) {
		err = row.Scan(&l.ID, &l.Guideline, &l.Number, &l.Of, &l.Heading)
		return l, err
	})
}
