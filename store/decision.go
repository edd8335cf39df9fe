package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

var decisions = keep(noun[committee.Decision]{
	kind: committee.KindDecision, table: "decision",
	id:    func(v *committee.Decision) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Decision) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Decision) []field {
		return slices.Concat(markFields(&v.Mark), outcomeFields(&v.Outcome), votesFields(&v.Votes), []field{
			plain("date", &v.On), derived("text", v.Words.Text()),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting),
			to("item", &v.Item, committee.FieldItem, committee.KindAgendaItem),
			plain("manner", &v.Manner), plain("review", &v.Review), body("remarks", &v.Remarks),
		})
	},
	lists: func(v *committee.Decision) []child {
		return []child{
			wordings(committee.KindDecision, &v.Words),
			ties("decision_recommendation", "decision", "recommendation", &v.Recommendations, committee.FieldRecommendations, committee.KindRecommendation),
			ties("decision_addressee", "decision", "institution", &v.Addressees, committee.FieldAddressees, committee.KindInstitution),
			ties("decision_reference", "decision", "reference", &v.References, committee.FieldReferences, committee.KindReference),
		}
	},
	words: func(v *committee.Decision) []string { return []string{v.Words.Text(), v.Ref, bare(v.Ref)} },
	name:  naming{ref: "t.ref", short: "t.text", full: "t.text"},
})

// SaveDecision adds a decision, proposed and numbered in the year of its day
// (today when empty), or revises one. An adopted text is refused: it is
// amended. State and number never change by a revision.
func (s *Store) SaveDecision(ctx context.Context, d committee.Decision, text string) (committee.Decision, error) {
	text = typed(text)
	return save(ctx, s, decisions, d, func(tx *tx, before, v *committee.Decision) (err error) {
		if err := placed(ctx, tx, v.Item, &v.Meeting); err != nil {
			return err
		}
		if before != nil {
			v.Mark, v.Outcome = before.Mark, before.Outcome
			v.Words, err = before.Words.Draft(text, s.today(), s.actor.Name)
			return err
		}
		return s.put(ctx, tx, v, text)
	})
}

// put completes a decision that is new: proposed, with its wording and number.
func (s *Store) put(ctx context.Context, q querier, v *committee.Decision, text string) (err error) {
	if v.On.Zero() {
		v.On = s.today()
	}
	v.Outcome = committee.Deliberation{State: committee.Proposed}
	if v.Words, err = committee.Wordings(nil).Draft(text, v.On, s.actor.Name); err != nil {
		return err
	}
	v.Mark, err = giveMark(ctx, q, committee.KindDecision, v.On.Year())
	return err
}

// AdoptDecision adopts a decision read at a version; with r.Text it is adopted
// as amended. Adopted today at a meeting in session, it has its line in the
// minutes of its own item, or else of the one under way, with the presence that is
// true.
func (s *Store) AdoptDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error) {
	return s.ruleDecision(ctx, committee.VerbAdopt, id, version, r, committee.Decision.Adopt)
}

// RejectDecision turns a decision down; the reason is required.
func (s *Store) RejectDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error) {
	return s.ruleDecision(ctx, committee.VerbReject, id, version, r, committee.Decision.Reject)
}

// DeferDecision puts a decision off.
func (s *Store) DeferDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error) {
	return s.ruleDecision(ctx, committee.VerbDefer, id, version, r, committee.Decision.Defer)
}

// WithdrawDecision takes a decision back.
func (s *Store) WithdrawDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error) {
	return s.ruleDecision(ctx, committee.VerbWithdraw, id, version, r, committee.Decision.Withdraw)
}

// AmendDecision gives an adopted decision a new wording, adopted at once; the
// earlier one is kept.
func (s *Store) AmendDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error) {
	return s.ruleDecision(ctx, committee.VerbAmend, id, version, r, committee.Decision.Amend)
}

func (s *Store) ruleDecision(ctx context.Context, verb committee.Verb, id committee.DecisionID, version int, r committee.Ruling,
	rule func(committee.Decision, committee.Ruling) (committee.Decision, error),
) (v committee.Decision, err error) {
	r = s.ruled(r)
	err = s.write(ctx, verb, decisions.thing(string(id)), r.Reason, func(tx *tx) error {
		if err := sits(ctx, tx, committee.KindDecision, r.Meeting); err != nil {
			return err
		}
		v, err = decisions.change(ctx, tx, string(id), version, func(v committee.Decision) (committee.Decision, error) { return rule(v, r) })
		if err != nil {
			return err
		}
		return s.adoptedHere(ctx, tx, r, v.Item, committee.Entry{Kind: committee.EntryDecision, Text: v.Words.Text(), Decision: v.ID})
	})
	return v, err
}
