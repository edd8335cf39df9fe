package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

var recommendations = keep(noun[committee.Recommendation]{
	kind: committee.KindRecommendation, table: "recommendation",
	id:    func(v *committee.Recommendation) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Recommendation) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Recommendation) []field {
		return slices.Concat(markFields(&v.Mark), outcomeFields(&v.Outcome), implementationFields(&v.Implementation), dueFields(&v.Due), []field{
			plain("date", &v.On), derived("text", v.Words.Text()),
			to("working_group", &v.Group, committee.FieldGroup, committee.KindGroup),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting),
			to("item", &v.Item, committee.FieldItem, committee.KindAgendaItem),
			to("axis", &v.Axis, committee.FieldAxis, committee.KindAxis),
			plain("priority", &v.Priority), body("measures", &v.Measures), body("remarks", &v.Remarks),
		})
	},
	lists: func(v *committee.Recommendation) []child {
		return []child{
			wordings(committee.KindRecommendation, &v.Words),
			ties("recommendation_addressee", "recommendation", "institution", &v.Addressees, committee.FieldAddressees, committee.KindInstitution),
			ties("recommendation_article", "recommendation", "article", &v.Articles, committee.FieldArticles, committee.KindArticle),
			ties("recommendation_reference", "recommendation", "reference", &v.References, committee.FieldReferences, committee.KindReference),
			rows("recommendation_follow_up", "recommendation", &v.FollowUps, func(f *committee.FollowUp) []field {
				return []field{
					to("meeting", &f.Meeting, committee.FieldMeeting, committee.KindMeeting), plain("date", &f.On), line("by_name", &f.By),
					plain("state", &f.State), plain("cause", &f.Cause), plain("percent", &f.Percent),
					plain("from_due", &f.From), plain("to_due", &f.To), body("text", &f.Text),
				}
			}),
		}
	},
	words: func(v *committee.Recommendation) []string { return []string{v.Words.Text(), v.Ref, bare(v.Ref)} },
	name:  naming{ref: "t.ref", short: "t.text", full: "t.text"},
	guard: func(ctx context.Context, tx *tx, before, v *committee.Recommendation) error {
		var was []committee.FollowUp
		if before != nil {
			was = before.FollowUps
		}
		return recordOpen(ctx, tx, committee.KindRecommendation, answeredAnew(was, v.FollowUps)...)
	},
})

// answeredAnew are the meetings whose answers are not what they were.
func answeredAnew(was, now []committee.FollowUp) (at []committee.MeetingID) {
	first := 0
	for first < min(len(was), len(now)) && same(was[first], now[first]) {
		first++
	}
	for _, f := range slices.Concat(was[first:], now[first:]) {
		at = append(at, f.Meeting)
	}
	return at
}

// SaveRecommendation adds a recommendation, proposed and numbered in the year
// of its day (today when empty), or revises one. An adopted text is refused:
// it is amended. State, number, implementation and what meetings answered never
// change by a revision.
func (s *Store) SaveRecommendation(ctx context.Context, r committee.Recommendation, text string) (committee.Recommendation, error) {
	text = typed(text)
	return save(ctx, s, recommendations, r, func(tx *tx, before, v *committee.Recommendation) (err error) {
		if err := placed(ctx, tx, v.Item, &v.Meeting); err != nil {
			return err
		}
		if before != nil {
			v.Mark, v.Outcome, v.Implementation, v.FollowUps = before.Mark, before.Outcome, before.Implementation, before.FollowUps
			v.Words, err = before.Words.Draft(text, s.today(), s.actor.Name)
			return err
		}
		return s.drafted(ctx, tx, v, text)
	})
}

// drafted completes a recommendation that is new: proposed, with its wording
// and number.
func (s *Store) drafted(ctx context.Context, q querier, v *committee.Recommendation, text string) (err error) {
	if v.On.Zero() {
		v.On = s.today()
	}
	v.Outcome = committee.Deliberation{State: committee.Proposed}
	v.Implementation, v.FollowUps = committee.Implementation{State: committee.NotStarted}, nil
	if v.Words, err = committee.Wordings(nil).Draft(text, v.On, s.actor.Name); err != nil {
		return err
	}
	v.Mark, err = giveMark(ctx, q, committee.KindRecommendation, v.On.Year())
	return err
}

// AdoptRecommendation adopts a recommendation read at a version; with r.Text
// it is adopted as amended. Adopted today at a meeting in session, it has its
// line in the minutes of its own item, or else of the one under way, with the
// presence that is true.
func (s *Store) AdoptRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error) {
	return s.ruleRecommendation(ctx, committee.VerbAdopt, id, version, r, committee.Recommendation.Adopt)
}

// RejectRecommendation turns a recommendation down; the reason is required.
func (s *Store) RejectRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error) {
	return s.ruleRecommendation(ctx, committee.VerbReject, id, version, r, committee.Recommendation.Reject)
}

// DeferRecommendation puts a recommendation off.
func (s *Store) DeferRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error) {
	return s.ruleRecommendation(ctx, committee.VerbDefer, id, version, r, committee.Recommendation.Defer)
}

// WithdrawRecommendation takes a recommendation back.
func (s *Store) WithdrawRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error) {
	return s.ruleRecommendation(ctx, committee.VerbWithdraw, id, version, r, committee.Recommendation.Withdraw)
}

// AmendRecommendation gives an adopted recommendation a new wording, adopted
// at once; the earlier one is kept.
func (s *Store) AmendRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error) {
	return s.ruleRecommendation(ctx, committee.VerbAmend, id, version, r, committee.Recommendation.Amend)
}

func (s *Store) ruleRecommendation(ctx context.Context, verb committee.Verb, id committee.RecommendationID, version int, r committee.Ruling,
	rule func(committee.Recommendation, committee.Ruling) (committee.Recommendation, error),
) (v committee.Recommendation, err error) {
	r = s.ruled(r)
	err = s.write(ctx, verb, recommendations.thing(string(id)), r.Reason, func(tx *tx) error {
		if err := sits(ctx, tx, committee.KindRecommendation, r.Meeting); err != nil {
			return err
		}
		v, err = recommendations.change(ctx, tx, string(id), version, func(v committee.Recommendation) (committee.Recommendation, error) { return rule(v, r) })
		if err != nil {
			return err
		}
		return s.adoptedHere(ctx, tx, r, v.Item, committee.Entry{Kind: committee.EntryRecommendation, Text: v.Words.Text(), Recommendation: v.ID})
	})
	return v, err
}

// AdvanceRecommendation carries out one step of the implementation of an
// adopted recommendation.
func (s *Store) AdvanceRecommendation(ctx context.Context, id committee.RecommendationID, version int, step committee.Step) (committee.Recommendation, error) {
	return alter(ctx, s, recommendations, step.Verb, string(id), version, step.Reason, func(v committee.Recommendation) (committee.Recommendation, error) {
		return v.Advance(step)
	})
}
