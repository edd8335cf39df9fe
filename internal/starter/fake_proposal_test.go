package starter

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

type (
	dec = committee.Decision
	rec = committee.Recommendation
)

func (f *fake) Decision(_ context.Context, id committee.DecisionID) (register.DecisionSheet, error) {
	v, err := load[dec](f, committee.KindDecision, id)
	return register.DecisionSheet{Decision: v}, err
}

func (f *fake) SaveDecision(_ context.Context, v dec, text string) (dec, error) {
	var err error
	if v.Words, err = v.Words.Draft(text, v.On, ""); err != nil {
		return v, err
	}
	v.Outcome.State = committee.Proposed
	return save(f, committee.KindDecision, v)
}

func (f *fake) decide(id committee.DecisionID, v int, r committee.Ruling, fn func(dec, committee.Ruling) (dec, error)) (dec, error) {
	return change(f, committee.KindDecision, id, v, func(d dec) (dec, error) { return fn(d, r) })
}

func (f *fake) AdoptDecision(_ context.Context, id committee.DecisionID, v int, r committee.Ruling) (dec, error) {
	return f.decide(id, v, r, dec.Adopt)
}

func (f *fake) RejectDecision(_ context.Context, id committee.DecisionID, v int, r committee.Ruling) (dec, error) {
	return f.decide(id, v, r, dec.Reject)
}

func (f *fake) DeferDecision(_ context.Context, id committee.DecisionID, v int, r committee.Ruling) (dec, error) {
	return f.decide(id, v, r, dec.Defer)
}

func (f *fake) WithdrawDecision(_ context.Context, id committee.DecisionID, v int, r committee.Ruling) (dec, error) {
	return f.decide(id, v, r, dec.Withdraw)
}

func (f *fake) AmendDecision(_ context.Context, id committee.DecisionID, v int, r committee.Ruling) (dec, error) {
	return f.decide(id, v, r, dec.Amend)
}

func (f *fake) Recommendation(_ context.Context, id committee.RecommendationID) (register.RecommendationSheet, error) {
	v, err := load[rec](f, committee.KindRecommendation, id)
	return register.RecommendationSheet{Recommendation: v}, err
}

func (f *fake) SaveRecommendation(_ context.Context, v rec, text string) (rec, error) {
	var err error
	if v.Words, err = v.Words.Draft(text, v.On, ""); err != nil {
		return v, err
	}
	v.Outcome.State, v.Implementation.State = committee.Proposed, committee.NotStarted
	return save(f, committee.KindRecommendation, v)
}

func (f *fake) rule(id committee.RecommendationID, v int, r committee.Ruling, fn func(rec, committee.Ruling) (rec, error)) (rec, error) {
	return change(f, committee.KindRecommendation, id, v, func(d rec) (rec, error) { return fn(d, r) })
}

func (f *fake) AdoptRecommendation(_ context.Context, id committee.RecommendationID, v int, r committee.Ruling) (rec, error) {
	return f.rule(id, v, r, rec.Adopt)
}

func (f *fake) RejectRecommendation(_ context.Context, id committee.RecommendationID, v int, r committee.Ruling) (rec, error) {
	return f.rule(id, v, r, rec.Reject)
}

func (f *fake) DeferRecommendation(_ context.Context, id committee.RecommendationID, v int, r committee.Ruling) (rec, error) {
	return f.rule(id, v, r, rec.Defer)
}

func (f *fake) WithdrawRecommendation(_ context.Context, id committee.RecommendationID, v int, r committee.Ruling) (rec, error) {
	return f.rule(id, v, r, rec.Withdraw)
}

func (f *fake) AmendRecommendation(_ context.Context, id committee.RecommendationID, v int, r committee.Ruling) (rec, error) {
	return f.rule(id, v, r, rec.Amend)
}

func (f *fake) AdvanceRecommendation(_ context.Context, id committee.RecommendationID, v int, s committee.Step) (rec, error) {
	return change(f, committee.KindRecommendation, id, v, func(r rec) (rec, error) { return r.Advance(s) })
}

func (f *fake) AnswerMatter(_ context.Context, a register.Answer) (committee.Thing, error) {
	m, err := load[committee.Meeting](f, committee.KindMeeting, a.Meeting)
	if err != nil {
		return a.Thing, err
	}
	_, err = change(f, committee.KindRecommendation, committee.RecommendationID(a.Thing.ID), a.Version, func(r rec) (rec, error) {
		return r.FollowUp(committee.FollowUp{Meeting: m.ID, On: m.Last(), State: committee.InProgress, Percent: a.Percent, Text: a.Remark})
	})
	return a.Thing, err
}
