package tui

import (
	"suivi/internal/committee"
	"suivi/internal/i18n"
)

func init() {
	tellers[committee.KindRecommendation] = tells(tellRecommendation, func(v committee.Recommendation) committee.Stamp { return v.Stamp })
	tellers[committee.KindDecision] = tells(tellDecision, func(v committee.Decision) committee.Stamp { return v.Stamp })
	tellers[committee.KindAction] = tells(tellAction, func(v committee.Action) committee.Stamp { return v.Stamp })
	tellers[committee.KindUpdate] = tells(tellUpdate, func(v committee.Update) committee.Stamp { return v.Stamp })
	tellers[committee.KindExtension] = tells(tellExtension, func(v committee.Extension) committee.Stamp { return v.Stamp })
	tellers[committee.KindGuideline] = tells(tellGuideline, func(v committee.Guideline) committee.Stamp { return v.Stamp })
	tellers[committee.KindArticle] = tells(tellArticle, func(v committee.Article) committee.Stamp { return v.Stamp })
}

// mark tells a reference. Year and number stand in it.
func (t *teller) mark(m committee.Mark) {
	ref := m.Ref
	if ref == "" && m.Number > 0 {
		ref = t.d.loc.Number(m.Number)
	}
	t.say(t.d.words().Journal.Ref, ref)
}

// outcome tells what the plenary decided.
func (t *teller) outcome(v committee.Deliberation) {
	w := t.d.words()
	t.say(w.Proposal.Decision, term(w.States.Decision, v.State))
	t.date(committee.FieldDate, v.On)
	t.link(w.Proposal.RuledAt, thing(committee.KindMeeting, v.Meeting))
	why, vote := v.Reason, ""
	if i18n.TellsVote(v.Reason) {
		why, vote = "", v.Reason
	}
	t.longField(committee.FieldReason, why)
	t.long(w.Minutes.Votes.Vote, vote)
}

// implementation tells how far something is carried out.
func (t *teller) implementation(v committee.Implementation) {
	w := t.d.words()
	t.say(w.Recommendation.Implementation, term(w.States.Implementation, v.State))
	t.say(w.Journal.StateSince, t.d.loc.Date(v.Since))
	t.field(committee.FieldCause, term(w.States.Cause, v.Cause))
	t.longField(committee.FieldReason, v.Reason)
	percent := ""
	if v.State != "" {
		percent = t.d.loc.Percent(v.Percent)
	}
	t.field(committee.FieldPercent, percent)
	t.say(w.Journal.DeclaredOn, t.d.loc.Date(v.DeclaredOn))
	t.say(w.Journal.ValidatedOn, t.d.loc.Date(v.ValidatedOn))
	t.link(w.Step.ValidatedBy, thing(committee.KindPerson, v.ValidatedBy))
}

func tellRecommendation(t *teller, v committee.Recommendation) {
	w := t.d.words()
	t.long(w.Proposal.Text, v.Words.Text())
	t.outcome(v.Outcome)
	t.implementation(v.Implementation)
	t.field(committee.FieldDue, t.d.loc.Due(v.Due))
	links(t, w.Fields[committee.FieldAddressees], committee.KindInstitution, v.Addressees)
	t.link(w.Recommendation.Group, thing(committee.KindGroup, v.Group))
	t.link(w.Recommendation.Origin, thing(committee.KindMeeting, v.Meeting))
	t.link(w.Fields[committee.FieldItem], thing(committee.KindAgendaItem, v.Item))
	t.link(w.Fields[committee.FieldAxis], thing(committee.KindAxis, v.Axis))
	t.field(committee.FieldPriority, term(w.States.Priority, v.Priority))
	links(t, w.Fields[committee.FieldArticles], committee.KindArticle, v.Articles)
	links(t, w.Fields[committee.FieldReferences], committee.KindReference, v.References)
	t.say(w.Recommendation.On, t.d.loc.Date(v.On))
	t.long(w.Recommendation.Measures, v.Measures)
	t.followUps(v.FollowUps)
	t.longField(committee.FieldRemarks, v.Remarks)
	t.versions(v.Words)
	t.mark(v.Mark)
}

func tellDecision(t *teller, v committee.Decision) {
	w := t.d.words()
	t.long(w.Decision.Wording, v.Words.Text())
	t.outcome(v.Outcome)
	t.field(committee.FieldManner, term(w.States.Manner, v.Manner))
	t.votes(v.Votes)
	t.link(w.Decision.PutAt, thing(committee.KindMeeting, v.Meeting))
	t.link(w.Fields[committee.FieldItem], thing(committee.KindAgendaItem, v.Item))
	t.say(w.Journal.PutOn, t.d.loc.Date(v.On))
	t.date(committee.FieldReview, v.Review)
	links(t, w.Fields[committee.FieldRecommendations], committee.KindRecommendation, v.Recommendations)
	links(t, w.Fields[committee.FieldAddressees], committee.KindInstitution, v.Addressees)
	links(t, w.Fields[committee.FieldReferences], committee.KindReference, v.References)
	t.longField(committee.FieldRemarks, v.Remarks)
	t.versions(v.Words)
	t.mark(v.Mark)
}

func (t *teller) votes(v committee.Votes) {
	w := t.d.words()
	t.maybe(w.Decision.For, v.For)
	t.maybe(w.Decision.Against, v.Against)
	t.maybe(w.Decision.Abstain, v.Abstain)
	t.maybe(w.Journal.NoPart, v.None)
}

func tellAction(t *teller, v committee.Action) {
	w := t.d.words()
	t.long(w.Action.Text, v.Text)
	t.implementation(v.Implementation)
	t.field(committee.FieldDue, t.d.loc.Due(v.Due))
	t.say(w.Journal.FirstDue, t.d.loc.Due(v.FirstDue))
	t.link(w.Action.Institution, thing(committee.KindInstitution, v.Institution))
	t.link(w.Action.Function, thing(committee.KindFunction, v.Function))
	links(t, w.Fields[committee.FieldSupporting], committee.KindInstitution, v.Supporting)
	t.date(committee.FieldStart, v.Start)
	t.field(committee.FieldPriority, term(w.States.Priority, v.Priority))
	t.link(w.Fields[committee.FieldAxis], thing(committee.KindAxis, v.Axis))
	t.link(w.Fields[committee.FieldGroup], thing(committee.KindGroup, v.Group))
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.link(w.Fields[committee.FieldItem], thing(committee.KindAgendaItem, v.Item))
	links(t, w.Fields[committee.FieldRecommendations], committee.KindRecommendation, v.Recommendations)
	links(t, w.Fields[committee.FieldDecisions], committee.KindDecision, v.Decisions)
	links(t, w.Fields[committee.FieldArticles], committee.KindArticle, v.Articles)
	links(t, w.Fields[committee.FieldReferences], committee.KindReference, v.References)
	t.longField(committee.FieldIndicator, v.Indicator)
	t.longField(committee.FieldVerification, v.Verification)
	t.say(w.Action.Cost, t.amount(v.Cost))
	t.field(committee.FieldFunding, v.Funding)
	t.say(w.Action.On, t.d.loc.Date(v.On))
	t.longField(committee.FieldRemarks, v.Remarks)
	t.mark(v.Mark)
}

func (t *teller) amount(a *committee.Amount) string {
	if a == nil {
		return ""
	}
	return t.d.loc.Amount(*a)
}

func tellUpdate(t *teller, v committee.Update) {
	w := t.d.words()
	t.link(w.Action.Text, thing(committee.KindAction, v.Action))
	t.longField(committee.FieldText, v.Text)
	t.say(w.Action.DeclaredState, term(w.States.Implementation, v.State))
	t.field(committee.FieldCause, term(w.States.Cause, v.Cause))
	percent := ""
	if v.Percent != nil {
		percent = t.d.loc.Percent(*v.Percent)
	}
	t.field(committee.FieldPercent, percent)
	t.longField(committee.FieldEvidence, v.Evidence)
	t.date(committee.FieldDate, v.On)
	t.field(committee.FieldBy, v.By)
	t.link(w.Fields[committee.FieldPerson], thing(committee.KindPerson, v.Author))
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	confirmed := map[committee.Choice]string{committee.Yes: w.Action.Confirmed, committee.No: w.Action.NotConfirmed}
	said := confirmed[v.Confirmed]
	if said == "" {
		said = string(v.Confirmed)
	}
	t.say(w.Action.Verdict, said)
	t.link(w.Step.ValidatedBy, thing(committee.KindPerson, v.ConfirmedBy))
	t.say(w.Journal.ConfirmedOn, t.d.loc.Date(v.ConfirmedOn))
	t.longField(committee.FieldReason, v.ConfirmNote)
}

func tellExtension(t *teller, v committee.Extension) {
	w := t.d.words()
	t.link(w.Action.Text, thing(committee.KindAction, v.Action))
	t.say(w.Journal.From, t.d.loc.Due(v.From))
	t.say(w.Journal.To, t.d.loc.Due(v.To))
	t.date(committee.FieldDate, v.On)
	t.say(w.Action.GrantedBy, v.By)
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.longField(committee.FieldReason, v.Reason)
}

func tellGuideline(t *teller, v committee.Guideline) {
	w := t.d.words()
	t.say(w.Guideline.Heading, v.Heading)
	t.count(w.Fields[committee.FieldNumber], v.Number)
	t.long(w.Guideline.Purpose, v.Purpose)
	t.longField(committee.FieldLegalBasis, v.LegalBasis)
	t.field(committee.FieldState, term(w.States.Guideline, v.State))
	t.say(w.Journal.StateSince, t.d.loc.Date(v.Since))
	t.longField(committee.FieldReason, v.Reason)
	t.link(w.Meeting.AdoptedAt, thing(committee.KindMeeting, v.AdoptedAt))
	t.say(w.Journal.AdoptedOn, t.d.loc.Date(v.AdoptedOn))
	t.say(w.Journal.InForceOn, t.d.loc.Date(v.InForceOn))
	t.link(w.Fields[committee.FieldAxis], thing(committee.KindAxis, v.Axis))
	t.link(w.Recommendation.Origin, thing(committee.KindMeeting, v.Meeting))
	links(t, w.Fields[committee.FieldReferences], committee.KindReference, v.References)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellArticle(t *teller, v committee.Article) {
	w := t.d.words()
	t.link(w.Fields[committee.FieldGuideline], thing(committee.KindGuideline, v.Guideline))
	t.count(w.Fields[committee.FieldNumber], v.Number)
	t.field(committee.FieldHeading, v.Heading)
	t.long(w.Guideline.ArticleText, v.Words.Text())
	t.versions(v.Words)
	t.longField(committee.FieldRemarks, v.Remarks)
}
