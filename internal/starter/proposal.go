package starter

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func (b *builder) recommendations(f *file) {
	type rec = committee.Recommendation
	for _, r := range f.Recommendations {
		id, stamp := begin[committee.RecommendationID](b, f, committee.KindRecommendation, r.row)
		v := rec{
			ID: id, Stamp: stamp, On: r.On, Axis: link[committee.AxisID](b, committee.KindAxis, r.Axis),
			Group:      link[committee.GroupID](b, committee.KindGroup, r.Group),
			Meeting:    link[committee.MeetingID](b, committee.KindMeeting, r.Meeting),
			Item:       link[committee.AgendaItemID](b, committee.KindAgendaItem, r.Item),
			Addressees: links[committee.InstitutionID](b, committee.KindInstitution, r.Addressees),
			Priority:   r.Priority, Due: r.Due, Measures: r.Measures, Remarks: r.Remarks,
			Articles:   links[committee.ArticleID](b, committee.KindArticle, r.Articles),
			References: links[committee.ReferenceID](b, committee.KindReference, r.References),
		}
		b.add("", atSetup, sheet(b.desk.Recommendation, id), wording(b.desk.SaveRecommendation, v, r.Text))
		start := v
		start.Outcome.State, start.Implementation.State = committee.Proposed, committee.NotStarted
		start.Words = b.firstDraft(r.Text, r.On)
		b.fail(start.Validate())
		var steps []step[rec]
		for _, s := range r.Steps {
			steps = append(steps, b.recommendationStep(s))
		}
		live(b, string(id), life[rec]{
			read: func(ctx context.Context) (rec, error) {
				s, err := b.desk.Recommendation(ctx, id)
				return s.Recommendation, err
			},
			state: func(r rec) any { return []any{r.Outcome, r.Implementation, len(r.Words)} },
		}, start, steps)
	}
}

// firstDraft is the wording a text has when its row is added.
func (b *builder) firstDraft(text string, on committee.Date) committee.Wordings {
	words, err := committee.Wordings{}.Draft(text, on, "")
	b.fail(err)
	return words
}

func (b *builder) recommendationStep(s stepRow) step[committee.Recommendation] {
	type rec = committee.Recommendation
	st := step[rec]{on: s.On, rank: atRuling}
	if isImplementing(s.Do) {
		how := b.implementing(s)
		st.plan = func(r rec) (rec, error) { return r.Advance(how) }
		st.take = func(ctx context.Context, r rec) error {
			_, err := b.desk.AdvanceRecommendation(ctx, r.ID, r.Version, how)
			return err
		}
		return st
	}
	if s.Do == committee.VerbReport {
		return b.answerStep(s)
	}
	d, says := b.desk, b.ruling(s)
	use := d.AdoptRecommendation
	switch s.Do {
	case committee.VerbAdopt:
		st.plan = func(r rec) (rec, error) { return r.Adopt(says) }
	case committee.VerbReject:
		st.plan, use = func(r rec) (rec, error) { return r.Reject(says) }, d.RejectRecommendation
	case committee.VerbDefer:
		st.plan, use = func(r rec) (rec, error) { return r.Defer(says) }, d.DeferRecommendation
	case committee.VerbWithdraw:
		st.plan, use = func(r rec) (rec, error) { return r.Withdraw(says) }, d.WithdrawRecommendation
	case committee.VerbAmend:
		st.plan, use = func(r rec) (rec, error) { return r.Amend(says) }, d.AmendRecommendation
	default:
		st.plan = func(r rec) (rec, error) { return r, errVerb }
	}
	st.take = func(ctx context.Context, r rec) error {
		_, err := use(ctx, r.ID, r.Version, says)
		return err
	}
	return st
}

// answerStep is the progress that a meeting heard of among its matters arising.
func (b *builder) answerStep(s stepRow) step[committee.Recommendation] {
	at := link[committee.MeetingID](b, committee.KindMeeting, s.At)
	f := committee.FollowUp{Meeting: at, On: s.On, State: committee.InProgress, Percent: s.Percent, Text: s.Text}
	return step[committee.Recommendation]{
		on: s.On, rank: atRuling,
		plan: func(r committee.Recommendation) (committee.Recommendation, error) { return r.FollowUp(f) },
		take: func(ctx context.Context, r committee.Recommendation) error {
			_, err := b.desk.AnswerMatter(ctx, register.Answer{
				Meeting: at, Thing: committee.Thing{Kind: committee.KindRecommendation, ID: string(r.ID)}, Version: r.Version,
				Kind: register.AnswerProgress, Percent: s.Percent, Remark: s.Text,
			})
			return err
		},
	}
}

func (b *builder) decisions(f *file) {
	type dec = committee.Decision
	for _, r := range f.Decisions {
		id, stamp := begin[committee.DecisionID](b, f, committee.KindDecision, r.row)
		v := dec{
			ID: id, Stamp: stamp, On: r.On, Manner: r.Manner, Votes: r.Votes.counted(), Review: r.Review,
			Meeting:         link[committee.MeetingID](b, committee.KindMeeting, r.Meeting),
			Item:            link[committee.AgendaItemID](b, committee.KindAgendaItem, r.Item),
			Recommendations: links[committee.RecommendationID](b, committee.KindRecommendation, r.Recommendations),
			Addressees:      links[committee.InstitutionID](b, committee.KindInstitution, r.Addressees),
			References:      links[committee.ReferenceID](b, committee.KindReference, r.References),
			Remarks:         r.Remarks,
		}
		b.add("", atSetup, sheet(b.desk.Decision, id), wording(b.desk.SaveDecision, v, r.Text))
		start := v
		start.Outcome.State, start.Words = committee.Proposed, b.firstDraft(r.Text, r.On)
		b.fail(start.Validate())
		var steps []step[dec]
		for _, s := range r.Steps {
			steps = append(steps, b.decisionStep(s))
		}
		live(b, string(id), life[dec]{
			read: func(ctx context.Context) (dec, error) {
				s, err := b.desk.Decision(ctx, id)
				return s.Decision, err
			},
			state: func(d dec) any { return []any{d.Outcome, len(d.Words)} },
		}, start, steps)
	}
}

func (b *builder) decisionStep(s stepRow) step[committee.Decision] {
	type dec = committee.Decision
	st := step[dec]{on: s.On, rank: atRuling}
	d, says := b.desk, b.ruling(s)
	use := d.AdoptDecision
	switch s.Do {
	case committee.VerbAdopt:
		st.plan = func(x dec) (dec, error) { return x.Adopt(says) }
	case committee.VerbReject:
		st.plan, use = func(x dec) (dec, error) { return x.Reject(says) }, d.RejectDecision
	case committee.VerbDefer:
		st.plan, use = func(x dec) (dec, error) { return x.Defer(says) }, d.DeferDecision
	case committee.VerbWithdraw:
		st.plan, use = func(x dec) (dec, error) { return x.Withdraw(says) }, d.WithdrawDecision
	case committee.VerbAmend:
		st.plan, use = func(x dec) (dec, error) { return x.Amend(says) }, d.AmendDecision
	default:
		st.plan = func(x dec) (dec, error) { return x, errVerb }
	}
	st.take = func(ctx context.Context, x dec) error {
		_, err := use(ctx, x.ID, x.Version, says)
		return err
	}
	return st
}
