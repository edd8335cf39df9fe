package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// soon is how many days ahead a due date comes into sight.
const soon = 30

// Conditions on an action, for SQL over the alias t.
const (
	actionOpen    = "t.state IN " + openActions
	actionLate    = "(" + actionOpen + " AND t.due_last <> '' AND t.due_last < :today)"
	actionDueSoon = actionOpen + " AND t.due_last >= :today AND t.due_last <= :soon"
	actionLacking = actionOpen + " AND (t.institution IS NULL OR t.due = '')"
)

// Actions lists the lines of the roadmap.
func (s *Store) Actions(ctx context.Context, query register.Query) (register.Window[register.ActionLine], error) {
	return lookUp(ctx, s, actionListing(s.today()), query)
}

func actionListing(today committee.Date) listing[register.ActionLine] {
	return listing[register.ActionLine]{
		columns: `t.id, t.ref, t.text, coalesce(x.name, ''), coalesce(nullif(i.acronym, ''), i.name, ''), coalesce(f.title, ''),
			t.due, t.first_due, t.state, t.cause, t.percent, t.priority, t.archived, ` + actionLate + `,
			(SELECT count(*) FROM due_extension e WHERE e.action = t.id),
			coalesce((SELECT max(u.date) FROM progress_update u WHERE u.action = t.id), '')`,
		from: `roadmap_action t LEFT JOIN plan_axis x ON x.id = t.axis LEFT JOIN institution i ON i.id = t.institution
			LEFT JOIN post f ON f.id = t.function LEFT JOIN working_group g ON g.id = t.working_group`,
		match: `t.folded || ' ' || coalesce(i.folded, '') || ' ' || coalesce(f.folded, '') || ' ' ||
			coalesce(x.folded, '') || ' ' || coalesce(g.folded, '')`,
		orders: map[string]order{
			"":    by("t.state NOT IN "+openActions, "coalesce(nullif(t.due_last, ''), '9999')", "t.year", "t.number"),
			"due": known("t.due_last"), "ref": by("t.year", "t.number"), "text": by("t.folded"),
			"institution": worded(institutionKey), "function": worded("f.title_key"), "axis": worded("x.name_key"), "group": worded("g.name_key"),
			"state": by(ranked("t.state", committee.ImplementationStates), "t.due_last"), "percent": by("t.percent"),
			"priority": by(ranked("t.priority", priorities)),
		},
		of: map[committee.Kind]string{
			committee.KindInstitution: "t.institution = :of", committee.KindFunction: "t.function = :of",
			committee.KindAxis: "t.axis = :of", committee.KindGroup: "t.working_group = :of",
			committee.KindMeeting: "t.meeting = :of", committee.KindAgendaItem: "t.item = :of",
			committee.KindPerson:         "t.function IN (SELECT m.function FROM mandate m WHERE m.person = :of AND m.archived = 0 AND " + inForce + ")",
			committee.KindRecommendation: "t.id IN (SELECT l.action FROM action_recommendation l WHERE l.recommendation = :of)",
			committee.KindDecision:       "t.id IN (SELECT l.action FROM action_decision l WHERE l.decision = :of)",
			committee.KindArticle:        "t.id IN (SELECT l.action FROM action_article l WHERE l.article = :of)",
			committee.KindGuideline:      "t.id IN (SELECT l.action FROM action_article l JOIN article a ON a.id = l.article WHERE a.guideline = :of)",
			committee.KindReference:      "t.id IN (SELECT l.action FROM action_reference l WHERE l.reference = :of)",
		},
		scopes: map[register.Scope]string{
			register.Open: actionOpen, register.Standing: "t.state <> 'abandoned'", register.Late: actionLate, register.DueSoon: actionDueSoon, register.Blocked: "t.state = 'blocked'",
			register.ToValidate: "t.state = 'done_declared'", register.Incomplete: actionLacking,
		},
		args: []any{sql.Named("today", today), sql.Named("soon", today.Add(soon))},
		scan: scanAction,
	}
}

func scanAction(row scanner) (l register.ActionLine, err error) {
	err = row.Scan(&l.ID, &l.Ref, &l.Text, &l.Axis, &l.Institution, &l.Function, &l.Due, &l.FirstDue, &l.State, &l.Cause,
		&l.Percent, &l.Priority, &l.Archived, &l.Late, &l.Extensions, &l.LastUpdate)
	return l, err
}

// institutionKey sorts institutions by what a line calls them.
const institutionKey = "coalesce(nullif(i.acronym_key, ''), i.name_key)"

var priorities = []committee.Priority{committee.High, committee.Medium, committee.Low, committee.PriorityUnsaid}

// ranked sorts on the place of a value in a list.
func ranked[T ~string](column string, values []T) string {
	var b strings.Builder
	for i, v := range values {
		fmt.Fprintf(&b, " WHEN '%s' THEN %d", v, i)
	}
	return fmt.Sprintf("(CASE %s%s ELSE %d END)", column, b.String(), len(values))
}

// worded sorts on a name that may be missing or empty; those come last either
// way, which a character after every letter sees to.
func worded(expression string, then ...string) order {
	return order{
		up:   append([]string{fmt.Sprintf("coalesce(nullif(%s, ''), char(1114111))", expression)}, then...),
		down: append([]string{fmt.Sprintf("coalesce(%s, '')", expression)}, then...),
	}
}
