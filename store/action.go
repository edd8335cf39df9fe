package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"suivi/internal/committee"
)

var actions = keep(noun[committee.Action]{
	kind: committee.KindAction, table: "roadmap_action",
	id:    func(v *committee.Action) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Action) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Action) []field {
		return slices.Concat(markFields(&v.Mark), implementationFields(&v.Implementation), dueFields(&v.Due), []field{
			derived("pending", pending(v)), plain("date", &v.On), body("text", &v.Text),
			to("institution", &v.Institution, committee.FieldInstitution, committee.KindInstitution),
			to("function", &v.Function, committee.FieldFunction, committee.KindFunction),
			to("axis", &v.Axis, committee.FieldAxis, committee.KindAxis),
			to("working_group", &v.Group, committee.FieldGroup, committee.KindGroup),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting),
			to("item", &v.Item, committee.FieldItem, committee.KindAgendaItem),
			plain("start", &v.Start), plain("first_due", &v.FirstDue), plain("priority", &v.Priority),
			body("indicator", &v.Indicator), body("verification", &v.Verification), plain("cost", &v.Cost), line("funding", &v.Funding),
			body("remarks", &v.Remarks),
		})
	},
	lists: func(v *committee.Action) []child {
		return []child{
			ties("action_support", "action", "institution", &v.Supporting, committee.FieldSupporting, committee.KindInstitution),
			ties("action_recommendation", "action", "recommendation", &v.Recommendations, committee.FieldRecommendations, committee.KindRecommendation),
			ties("action_article", "action", "article", &v.Articles, committee.FieldArticles, committee.KindArticle),
			ties("action_decision", "action", "decision", &v.Decisions, committee.FieldText, committee.KindDecision),
			ties("action_reference", "action", "reference", &v.References, committee.FieldReferences, committee.KindReference),
		}
	},
	words: func(v *committee.Action) []string { return []string{v.Text, v.Ref, bare(v.Ref)} },
	name:  naming{ref: "t.ref", short: "t.text", full: "t.text"},
	guard: func(ctx context.Context, tx *tx, before, v *committee.Action) error {
		if before != nil && before.Function == v.Function && before.Institution == v.Institution {
			return nil
		}
		return ownedBy(ctx, tx, v.Function, v.Institution)
	},
})

// pending is what indexes know of an action that is live and open.
func pending(v *committee.Action) string {
	if v.Implementation.State.Open() && !v.Archived {
		return "yes"
	}
	return "no"
}

// SaveAction adds an action, not started and numbered in the year of its day
// (today when empty), or revises one. Its function may stand alone: then the
// institution is the function's. A due date once given is refused: it moves by
// an extension. State and number never change by a revision.
func (s *Store) SaveAction(ctx context.Context, a committee.Action) (committee.Action, error) {
	return save(ctx, s, actions, a, func(tx *tx, before, v *committee.Action) (err error) {
		if err := placed(ctx, tx, v.Item, &v.Meeting); err != nil {
			return err
		}
		if before == nil {
			return s.given(ctx, tx, v)
		}
		if v.Institution, err = ownerOf(ctx, tx, v.Function, v.Institution); err != nil {
			return err
		}
		*v, err = before.Revise(*v)
		return err
	})
}

// given completes an action that is new: not started, with its number.
func (s *Store) given(ctx context.Context, q querier, v *committee.Action) (err error) {
	if v.Institution, err = ownerOf(ctx, q, v.Function, v.Institution); err != nil {
		return err
	}
	if v.On.Zero() {
		v.On = s.today()
	}
	v.Implementation, v.FirstDue = committee.Implementation{State: committee.NotStarted}, v.Due
	v.Mark, err = giveMark(ctx, q, committee.KindAction, v.On.Year())
	return err
}

// ownerOf is the institution as given, else that of the function.
func ownerOf(ctx context.Context, q querier, function committee.FunctionID, given committee.InstitutionID) (committee.InstitutionID, error) {
	if given != "" || function == "" {
		return given, nil
	}
	var id committee.InstitutionID
	err := q.QueryRowContext(ctx, "SELECT institution FROM post WHERE id = ?", function).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", &committee.FieldError{Field: committee.FieldFunction, Reason: committee.ReasonUnknown}
	}
	return id, err
}

// AdvanceAction carries out one step of the implementation of an action.
func (s *Store) AdvanceAction(ctx context.Context, id committee.ActionID, version int, step committee.Step) (committee.Action, error) {
	return alter(ctx, s, actions, step.Verb, string(id), version, step.Reason, func(v committee.Action) (committee.Action, error) {
		return v.Advance(step)
	})
}
