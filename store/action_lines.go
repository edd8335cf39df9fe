package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// soon is how many days ahead a due date comes into sight.
const soon = 30

// Conditions on an action, for SQL over the alias t.
const (
	actionOpen = "t.closed = 0"
	actionLate = "(" + actionOpen + " AND t.due_last <> '' AND t.due_last < :today)"
)

// inState is the condition that an action is in a state.
func inState(s committee.ImplementationState) string {
	return fmt.Sprintf("t.state_rank = %d", slices.Index(committee.ImplementationStates, s))
}

// stillOpen narrows to what is open and satisfies a condition.
func stillOpen(condition string) narrowing {
	return narrowing{always: "t.pending = 'yes'", shelved: actionOpen, rows: condition}
}

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
		kind: committee.KindAction,
		ties: []tie{
			namedBy("i", "institution", "institution"), namedBy("f", "post", "function"), namedBy("x", "plan_axis", "axis"),
			namedBy("g", "working_group", "working_group"),
		},
		orders: numbered(map[string]order{
			"":    by("t.closed", "t.due_key"),
			"due": known("t.due_last"), "ref": by("t.year").tiedBy("t.number"), "text": by("t.beginning"),
			"institution": driven("i", institutionKey), "function": driven("f", "f.title_key"), "axis": driven("x", "x.name_key"),
			"group": driven("g", "g.name_key"), "state": by("t.state_rank", "t.due_last"), "percent": by("t.percent"),
			"priority": by("t.priority_rank"),
		}),
		of: map[committee.Kind]narrowing{
			committee.KindInstitution: where("t.institution = :of"), committee.KindFunction: where("t.function = :of"),
			committee.KindAxis: where("t.axis = :of"), committee.KindGroup: where("t.working_group = :of"),
			committee.KindMeeting: where("t.meeting = :of"), committee.KindAgendaItem: where("t.item = :of"),
			committee.KindPerson:         where("t.function IN (SELECT m.function FROM mandate m WHERE m.person = :of AND m.archived = 0 AND " + inForce + ")"),
			committee.KindRecommendation: tied("action_recommendation", "action", "recommendation"),
			committee.KindDecision:       tied("action_decision", "action", "decision"),
			committee.KindArticle:        tied("action_article", "action", "article"),
			committee.KindGuideline:      where("t.id IN (SELECT l.action FROM action_article l JOIN article a ON a.id = l.article WHERE a.guideline = :of)"),
			committee.KindReference:      tied("action_reference", "action", "reference"),
		},
		scopes: map[register.Scope]narrowing{
			register.Open: stillOpen(""), register.Standing: where("t.state_rank < 5"),
			register.Late: stillOpen("t.due_last > '' AND t.due_last < :today"), register.DueSoon: stillOpen("t.due_last >= :today AND t.due_last <= :soon"),
			register.Blocked: stillOpen(inState(committee.Blocked)), register.ToValidate: where(inState(committee.Declared)),
			register.Incomplete: stillOpen("(t.institution IS NULL OR t.due_last = '')"), register.Supported: inListOrder("action_support", "action", "institution"),
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
const institutionKey = "i.called"
