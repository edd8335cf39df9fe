package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// decisionBook is what the decisions need of the file.
type decisionBook interface {
	Decisions(context.Context, register.Query) (register.Window[register.DecisionLine], error)
	Decision(context.Context, committee.DecisionID) (register.DecisionSheet, error)
	SaveDecision(ctx context.Context, d committee.Decision, text string) (committee.Decision, error)
	AdoptDecision(context.Context, committee.DecisionID, int, committee.Ruling) (committee.Decision, error)
	RejectDecision(context.Context, committee.DecisionID, int, committee.Ruling) (committee.Decision, error)
	DeferDecision(context.Context, committee.DecisionID, int, committee.Ruling) (committee.Decision, error)
	WithdrawDecision(context.Context, committee.DecisionID, int, committee.Ruling) (committee.Decision, error)
	AmendDecision(context.Context, committee.DecisionID, int, committee.Ruling) (committee.Decision, error)
}

// decisions are what the plenary decided.
var decisions noun[register.DecisionLine, register.DecisionSheet]

func init() {
	decisions = noun[register.DecisionLine, register.DecisionSheet]{
		kind: committee.KindDecision, place: atDecisions,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.DecisionLine], error) {
			return b.Decisions(ctx, q)
		},
		id:     func(l register.DecisionLine) string { return string(l.ID) },
		column: decisionColumns,
		scopes: []register.Scope{register.All, register.AwaitsDecision},
		empty:  func(w *i18n.Words) string { return w.Decision.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.DecisionSheet, error) {
			return b.Decision(ctx, committee.DecisionID(id))
		},
		stamp:    func(s register.DecisionSheet) committee.Stamp { return s.Decision.Stamp },
		title:    func(_ *desk, s register.DecisionSheet) string { return s.Decision.Ref },
		block:    decisionBlocks,
		commands: decisionCommands,
		create:   func(d *desk) page { return newDecisionForm(d, register.DecisionSheet{}) },
		edit:     func(d *desk, s register.DecisionSheet) page { return newDecisionForm(d, s) },
	}
}

func decisionColumns(d *desk) []widget.Column[register.DecisionLine] {
	w := d.words()
	type line = register.DecisionLine
	return []widget.Column[line]{
		{Title: w.List.Number, Min: 9, Sort: "ref", Cell: func(l line) string { return l.Ref }},
		{Title: i18n.Capital(w.States.Kind[committee.KindDecision].One), Min: 34, Grow: 3, Sort: "text", Cell: func(l line) string { return l.Text }},
		{Title: w.Fields[committee.FieldDate], Min: 9, Sort: "date", Cell: func(l line) string { return d.loc.DateShort(l.On) }},
		{
			Title: w.Fields[committee.FieldState], Min: 12, Sort: "state",
			Cell: func(l line) string { return decisionState(d, l.State) }, Role: func(l line) theme.Role { return decisionRole(l.State) },
		},
		{Title: w.Fields[committee.FieldManner], Min: 12, Drop: 2, Sort: "manner", Cell: func(l line) string { return w.States.Manner[l.Manner].Short }},
		{Title: w.Decision.PutAt, Min: 12, Max: 28, Grow: 1, Drop: 3, Sort: "meeting", Cell: func(l line) string { return l.Meeting }},
		{Title: w.Fields[committee.FieldReview], Min: 9, Drop: 4, Sort: "review", Cell: func(l line) string { return d.loc.DateShort(l.Review) }},
	}
}

func decisionBlocks(d *desk, s register.DecisionSheet) []widget.Block {
	w, v := d.words(), s.Decision
	lead := newFacts(d, v.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: v.Words.Text(), Long: true, Role: theme.Strong})
	ruled(d, lead, v.Outcome)
	lead.term(committee.FieldManner, w.States.Manner[v.Manner], v.Manner != "")
	if v.Votes.Counted() {
		lead.text(committee.FieldVotes, strings.Join(dropEmpty([]string{votesSaid(d, v.Votes), castingSaid(d, v)}), w.Common.Comma))
	}
	lead.linked(w.Decision.PutAt, thing(committee.KindMeeting, v.Meeting))
	if v.Item != "" {
		lead.link(committee.FieldItem, thing(committee.KindAgendaItem, v.Item))
	}
	lead.date(committee.FieldDate, v.On).date(committee.FieldReview, v.Review)
	lead.links(committee.FieldAddressees, things(committee.KindInstitution, v.Addressees))
	details := newFacts(d, v.Stamp, s.Names)
	details.links(committee.FieldReferences, things(committee.KindReference, v.References)).text(committee.FieldRemarks, v.Remarks)
	blocks := []widget.Block{
		lead.block(""),
		cutShort(d, listed(w.Decision.RulesOn, recommendationRows(d, s.Recommendations), w.Decision.NoRecommendation), s.Cut, register.PartRecommendations),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Decision.NoAction), s.Cut, register.PartActions),
		details.block(w.Action.Details),
	}
	blocks = append(blocks, versions(d, v.Words, s.Names)...)
	return append(blocks, provenance(d, v.Stamp, s.Names)...)
}

// votesSaid writes the counts of a vote. Abstentions that were not noted are
// left out; for and against are a dash then.
func votesSaid(d *desk, v committee.Votes) string {
	n := func(n *int) string {
		if n == nil {
			return d.words().Common.None
		}
		return d.loc.Number(*n)
	}
	said := fmt.Sprintf(d.words().Decision.VotesLine, n(v.For), n(v.Against))
	if v.Abstain != nil {
		said += d.words().Common.Comma + d.loc.Count(d.words().Sitting.Abstain, *v.Abstain)
	}
	if v.None != nil && *v.None > 0 {
		said += d.words().Common.Comma + d.loc.Count(d.words().Sitting.None, *v.None)
	}
	return said
}

// castingSaid says that the chair's vote settled a decision: an equal one is
// adopted by nothing else. Of one that was rejected, the reason says it.
func castingSaid(d *desk, v committee.Decision) string {
	if tied(v.Votes) && v.Manner != committee.MannerUnsaid && v.Outcome.State == committee.Adopted {
		return d.words().Decision.CastingFor
	}
	return ""
}

func decisionCommands(d *desk, s register.DecisionSheet, _ string) []command {
	v, p := s.Decision, decisionProposal(s.Decision, s.Names).at(s.Sitting)
	t := thing(committee.KindDecision, v.ID)
	follow := act(keymap.MakeAction, archivedOff(d, committee.VerbAdd, committee.KindAction, v.Stamp), func() tea.Cmd {
		a := committee.Action{Decisions: []committee.DecisionID{v.ID}, Meeting: v.Outcome.Meeting, Recommendations: v.Recommendations}
		if len(v.Addressees) > 0 {
			a.Institution, a.Supporting = v.Addressees[0], v.Addressees[1:]
		}
		names := register.Names{t: {Ref: v.Ref, Full: v.Words.Text()}}
		for known, n := range s.Names {
			names[known] = n
		}
		return push(newActionForm(d, register.ActionSheet{Action: a, Names: names}))
	})
	return append(proposalCommands(d, p), follow)
}

// decisionProposal is a decision as the plenary rules on it.
func decisionProposal(v committee.Decision, names register.Names) proposal {
	t := thing(committee.KindDecision, v.ID)
	return proposal{
		kind: t.Kind, ref: v.Ref, stamp: v.Stamp, words: v.Words, outcome: v.Outcome, meeting: v.Meeting, names: names,
		origin: made("decision_ruling", t.Kind, v.ID, v.Version, v),
		rule: func(ctx context.Context, b Book, verb committee.Verb, g committee.Ruling) (committee.Thing, error) {
			return t, ruleDecision(ctx, b, v, verb, g)
		},
	}
}

func ruleDecision(ctx context.Context, b Book, v committee.Decision, verb committee.Verb, g committee.Ruling) error {
	var err error
	switch {
	case verb == committee.VerbAdopt, verb == committee.VerbAmend && v.Outcome.State.Open():
		_, err = b.AdoptDecision(ctx, v.ID, at(ctx, v.Version), g)
	case verb == committee.VerbAmend:
		_, err = b.AmendDecision(ctx, v.ID, at(ctx, v.Version), g)
	case verb == committee.VerbReject:
		_, err = b.RejectDecision(ctx, v.ID, at(ctx, v.Version), g)
	case verb == committee.VerbDefer:
		_, err = b.DeferDecision(ctx, v.ID, at(ctx, v.Version), g)
	case verb == committee.VerbWithdraw:
		_, err = b.WithdrawDecision(ctx, v.ID, at(ctx, v.Version), g)
	}
	return err
}

// Names of the fields that hold the counts of a vote.
const (
	votesFor     committee.Field = "votes_for"
	votesAgainst committee.Field = "votes_against"
	votesAbstain committee.Field = "votes_abstain"
)

// newDecisionForm is the form of a decision, new or known. A sheet without an
// ID may already hold links.
func newDecisionForm(d *desk, s register.DecisionSheet) formPage {
	w, v := d.words(), s.Decision
	if v.On.Zero() {
		v.On = d.today()
	}
	title := i18n.Capital(w.States.Kind[committee.KindDecision].New)
	if v.ID != "" {
		title = editing(d, v.Ref)
	}
	return newForm(d, formSpec{
		origin: made("decision", committee.KindDecision, v.ID, v.Version, v),
		place:  atDecisions, title: title, fields: decisionFields(d, v, s.Names),
		save: func(values widget.Values) useCase {
			base := v
			base, words, notice := decisionTyped(base, values), typedOr(values, committee.FieldText, base.Words.Text()), savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveDecision(ctx, base, words)
				return saved{thing: thing(committee.KindDecision, after.ID), label: after.Ref, notice: notice(after.Ref)}, err
			}
		},
	})
}

func decisionFields(d *desk, v committee.Decision, names register.Names) []widget.Field {
	w := d.words()
	var fields []widget.Field
	if !v.Words.Adopted() {
		fields = append(fields, hint(labelled(must(longField(d, committee.FieldText, v.Words.Text())), w.Decision.Wording), w.Decision.WordingHelp))
	}
	voted := func(v widget.Values) bool {
		m := v.Text(string(committee.FieldManner))
		return m == string(committee.ShowOfHands) || m == string(committee.Secret)
	}
	count := func(f committee.Field, label string, n *int) widget.Field {
		field := labelled(numberField(d, f, n, 0, 10_000), label)
		field.When = voted
		return field
	}
	return append(fields,
		labelled(lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, names, committee.KindMeeting, v.Meeting)), w.Decision.PutAt),
		must(dateField(d, committee.FieldDate, v.On)),
		choiceField(d, committee.FieldManner, v.Manner, manners, full(w.States.Manner)),
		count(votesFor, w.Decision.For, v.Votes.For),
		count(votesAgainst, w.Decision.Against, v.Votes.Against),
		count(votesAbstain, w.Decision.Abstain, v.Votes.Abstain),
		lookupsField(d, committee.FieldRecommendations, committee.KindRecommendation, options(d, names, committee.KindRecommendation, v.Recommendations)),
		lookupsField(d, committee.FieldAddressees, committee.KindInstitution, options(d, names, committee.KindInstitution, v.Addressees)),
		dateField(d, committee.FieldReview, v.Review),
		lookupsField(d, committee.FieldReferences, committee.KindReference, options(d, names, committee.KindReference, v.References)),
		longField(d, committee.FieldRemarks, v.Remarks),
	)
}

// manners lists how a decision may be taken.
var manners = []committee.Manner{committee.MannerUnsaid, committee.Consensus, committee.ShowOfHands, committee.Secret}

func decisionTyped(v committee.Decision, values widget.Values) committee.Decision {
	if m := picked[committee.MeetingID](values, committee.FieldMeeting); m != v.Meeting {
		v.Meeting, v.Item = m, "" // an item belongs to its meeting
	}
	v.On, v.Review = day(values, committee.FieldDate), day(values, committee.FieldReview)
	v.Manner = chosen[committee.Manner](values, committee.FieldManner)
	v.Votes = committee.Votes{For: whole(values, votesFor), Against: whole(values, votesAgainst), Abstain: whole(values, votesAbstain)}
	v.Recommendations = pickedAll[committee.RecommendationID](values, committee.FieldRecommendations)
	v.Addressees = pickedAll[committee.InstitutionID](values, committee.FieldAddressees)
	v.References, v.Remarks = pickedAll[committee.ReferenceID](values, committee.FieldReferences), typed(values, committee.FieldRemarks)
	return v
}
