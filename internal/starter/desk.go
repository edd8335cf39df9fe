package starter

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Desk is the use cases that a load goes through.
type Desk interface {
	directory
	record
	proposals
	roadmap
}

type directory interface {
	Committee(context.Context) (committee.Committee, error)
	SaveCommittee(context.Context, committee.Committee) (committee.Committee, error)
	Axes(context.Context, register.Query) (register.Window[register.AxisLine], error)
	SaveAxis(context.Context, committee.Axis) (committee.Axis, error)
	Institution(context.Context, committee.InstitutionID) (register.InstitutionSheet, error)
	SaveInstitution(context.Context, committee.Institution) (committee.Institution, error)
	Function(context.Context, committee.FunctionID) (register.FunctionSheet, error)
	SaveFunction(context.Context, committee.Function) (committee.Function, error)
	Person(context.Context, committee.PersonID) (register.PersonSheet, error)
	SavePerson(context.Context, committee.Person) (committee.Person, error)
	SaveMandate(context.Context, committee.Mandate) (committee.Mandate, error)
	Group(context.Context, committee.GroupID) (register.GroupSheet, error)
	SaveGroup(context.Context, committee.Group) (committee.Group, error)
	Reference(context.Context, committee.ReferenceID) (register.ReferenceSheet, error)
	SaveReference(context.Context, committee.Reference) (committee.Reference, error)
}

type record interface {
	Meeting(context.Context, committee.MeetingID) (register.MeetingSheet, error)
	SaveMeeting(context.Context, committee.Meeting) (committee.Meeting, error)
	ConveneMeeting(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	OpenMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock) (committee.Meeting, error)
	Checks(context.Context, committee.MeetingID) ([]register.Check, error)
	AdjournMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock, overridden ...committee.Override) (committee.Meeting, error)
	CirculateMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	AdoptMinutes(ctx context.Context, id committee.MeetingID, version int, at committee.MeetingID, on committee.Date) (committee.Meeting, error)
	SignMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	CorrectMinutes(ctx context.Context, id committee.MeetingID, version int, c committee.Correction) (committee.Meeting, error)
	AgendaItem(context.Context, committee.AgendaItemID) (register.AgendaItemSheet, error)
	SaveAgendaItem(context.Context, committee.AgendaItem) (committee.AgendaItem, error)
	SettleAgendaItem(ctx context.Context, id committee.AgendaItemID, version int, outcome committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error)
	SaveAttendance(context.Context, committee.Attendance) (committee.Attendance, error)
	SaveEntry(context.Context, committee.Entry) (committee.Entry, error)
}

type proposals interface {
	Decision(context.Context, committee.DecisionID) (register.DecisionSheet, error)
	SaveDecision(ctx context.Context, d committee.Decision, text string) (committee.Decision, error)
	AdoptDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error)
	RejectDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error)
	DeferDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error)
	WithdrawDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error)
	AmendDecision(ctx context.Context, id committee.DecisionID, version int, r committee.Ruling) (committee.Decision, error)
	Recommendation(context.Context, committee.RecommendationID) (register.RecommendationSheet, error)
	SaveRecommendation(ctx context.Context, r committee.Recommendation, text string) (committee.Recommendation, error)
	AdoptRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error)
	RejectRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error)
	DeferRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error)
	WithdrawRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error)
	AmendRecommendation(ctx context.Context, id committee.RecommendationID, version int, r committee.Ruling) (committee.Recommendation, error)
	// AnswerMatter keeps what a meeting, still open, hears of a recommendation.
	AnswerMatter(context.Context, register.Answer) (committee.Thing, error)
	AdvanceRecommendation(ctx context.Context, id committee.RecommendationID, version int, s committee.Step) (committee.Recommendation, error)
}

type roadmap interface {
	Guideline(context.Context, committee.GuidelineID) (register.GuidelineSheet, error)
	// SaveGuideline gives a guideline without a number the next one.
	SaveGuideline(context.Context, committee.Guideline) (committee.Guideline, error)
	AdvanceGuideline(ctx context.Context, id committee.GuidelineID, version int, verb committee.Verb, r committee.Ruling) (committee.Guideline, error)
	Article(context.Context, committee.ArticleID) (register.ArticleSheet, error)
	SaveArticle(ctx context.Context, a committee.Article, text string) (committee.Article, error)
	AmendArticle(ctx context.Context, id committee.ArticleID, version int, r committee.Ruling) (committee.Article, error)
	Action(context.Context, committee.ActionID) (register.ActionSheet, error)
	SaveAction(context.Context, committee.Action) (committee.Action, error)
	AdvanceAction(ctx context.Context, id committee.ActionID, version int, s committee.Step) (committee.Action, error)
	ReportProgress(ctx context.Context, version int, u committee.Update) (committee.Action, error)
	ConfirmUpdate(ctx context.Context, id committee.UpdateID, version int, yes committee.Choice, by committee.PersonID, on committee.Date, note string) (committee.Update, error)
	GrantExtension(ctx context.Context, version int, e committee.Extension) (committee.Action, error)
}
