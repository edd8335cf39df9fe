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

// recommendationBook is what the recommendations need of the file.
type recommendationBook interface {
	Recommendations(context.Context, register.Query) (register.Window[register.RecommendationLine], error)
	Recommendation(context.Context, committee.RecommendationID) (register.RecommendationSheet, error)
	SaveRecommendation(ctx context.Context, r committee.Recommendation, text string) (committee.Recommendation, error)
	AdoptRecommendation(context.Context, committee.RecommendationID, int, committee.Ruling) (committee.Recommendation, error)
	RejectRecommendation(context.Context, committee.RecommendationID, int, committee.Ruling) (committee.Recommendation, error)
	DeferRecommendation(context.Context, committee.RecommendationID, int, committee.Ruling) (committee.Recommendation, error)
	WithdrawRecommendation(context.Context, committee.RecommendationID, int, committee.Ruling) (committee.Recommendation, error)
	AmendRecommendation(context.Context, committee.RecommendationID, int, committee.Ruling) (committee.Recommendation, error)
	AdvanceRecommendation(context.Context, committee.RecommendationID, int, committee.Step) (committee.Recommendation, error)
}

// recommendations are what working groups put to the plenary.
var recommendations noun[register.RecommendationLine, register.RecommendationSheet]

func init() {
	recommendations = noun[register.RecommendationLine, register.RecommendationSheet]{
		kind: committee.KindRecommendation, place: atRecommendations,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.RecommendationLine], error) {
			return b.Recommendations(ctx, q)
		},
		id:     func(l register.RecommendationLine) string { return string(l.ID) },
		column: recommendationColumns,
		scopes: []register.Scope{register.All, register.AwaitsDecision},
		empty:  func(w *i18n.Words) string { return w.Recommendation.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.RecommendationSheet, error) {
			return b.Recommendation(ctx, committee.RecommendationID(id))
		},
		stamp:    func(s register.RecommendationSheet) committee.Stamp { return s.Recommendation.Stamp },
		title:    func(_ *desk, s register.RecommendationSheet) string { return s.Recommendation.Ref },
		block:    recommendationBlocks,
		commands: recommendationCommands,
		create:   func(d *desk) page { return newRecommendationForm(d, register.RecommendationSheet{}) },
		edit:     func(d *desk, s register.RecommendationSheet) page { return newRecommendationForm(d, s) },
	}
}

func recommendationColumns(d *desk) []widget.Column[register.RecommendationLine] {
	w := d.words()
	type line = register.RecommendationLine
	return []widget.Column[line]{
		{Title: w.List.Number, Min: 9, Sort: "ref", Cell: func(l line) string { return l.Ref }},
		{Title: i18n.Capital(w.States.Kind[committee.KindRecommendation].One), Min: 34, Grow: 3, Sort: "text", Cell: func(l line) string { return l.Text }},
		{
			Title: w.Proposal.Decision, Min: 12, Sort: "decision",
			Cell: func(l line) string { return decisionState(d, l.Decision) }, Role: func(l line) theme.Role { return decisionRole(l.Decision) },
		},
		{
			Title: w.Recommendation.Implementation, Min: 13, Drop: 1, Sort: "state",
			Cell: func(l line) string {
				switch {
				case !l.Decision.InEffect():
					return ""
				case l.Late:
					return d.styles.Glyph.Late + " " + w.Common.Late
				}
				return implementation(d, l.Implementation, false)
			},
			Role: func(l line) theme.Role { return implementationRole(l.Implementation, l.Late) },
		},
		{Title: w.Fields[committee.FieldDue], Min: 9, Drop: 3, Sort: "due", Cell: func(l line) string { return d.loc.DueShort(l.Due) }},
		{Title: w.Fields[committee.FieldAddressees], Min: 12, Max: 26, Grow: 1, Drop: 4, Cell: func(l line) string { return l.Addressees }},
		{Title: w.Recommendation.Group, Min: 10, Max: 20, Grow: 1, Drop: 5, Sort: "group", Cell: func(l line) string { return l.Group }},
	}
}

func recommendationBlocks(d *desk, s register.RecommendationSheet) []widget.Block {
	w, r := d.words(), s.Recommendation
	lead := newFacts(d, r.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: r.Words.Text(), Long: true, Role: theme.Strong})
	ruled(d, lead, r.Outcome)
	lead.rows = append(lead.rows, adoptionRows(d, s)...)
	if r.Outcome.State.InEffect() {
		late := r.Late(d.today())
		lead.row(w.Recommendation.Implementation, implementationSaid(d, r.Implementation, late), implementationRole(r.Implementation.State, late))
		if r.Implementation.Reason != "" {
			lead.text(committee.FieldReason, r.Implementation.Reason)
		}
	}
	lead.links(committee.FieldAddressees, things(committee.KindInstitution, r.Addressees))
	lead.text(committee.FieldDue, d.loc.Due(r.Due))
	details := newFacts(d, r.Stamp, s.Names)
	details.linked(w.Recommendation.Group, thing(committee.KindGroup, r.Group))
	details.linked(w.Recommendation.Origin, thing(committee.KindMeeting, r.Meeting))
	if r.Item != "" {
		details.link(committee.FieldItem, thing(committee.KindAgendaItem, r.Item))
	}
	details.text(committee.FieldAxis, calledAs(d, s.Names, thing(committee.KindAxis, r.Axis)))
	details.term(committee.FieldPriority, w.States.Priority[r.Priority], r.Priority != "")
	details.fact(w.Recommendation.On, d.loc.Date(r.On)).fact(w.Recommendation.Measures, r.Measures)
	details.links(committee.FieldReferences, things(committee.KindReference, r.References)).text(committee.FieldRemarks, r.Remarks)
	blocks := []widget.Block{
		lead.block(""),
		listed(w.Recommendation.Articles, articleRows(d, s.Articles), w.Recommendation.NoArticle),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Recommendation.NoAction), s.Cut, register.PartActions),
	}
	for _, b := range some(w.Root.Decisions, decisionRows(d, s.Decisions)) {
		blocks = append(blocks, cutShort(d, b, s.Cut, register.PartDecisions))
	}
	blocks = append(append(blocks, details.block(w.Action.Details)), versions(d, r.Words, s.Names)...)
	return append(blocks, provenance(d, r.Stamp, s.Names)...)
}

// adoptionRows say how the recommendation was adopted, and under which item; and what adoption en bloc left it out, where and when.
func adoptionRows(d *desk, s register.RecommendationSheet) []widget.Row {
	w, dot := d.words().Adoption, " "+d.styles.Glyph.Dot+" "
	under := func(a register.Adoption) string {
		title := called(d, committee.KindAgendaItem, s.Names[thing(committee.KindAgendaItem, a.Item)])
		if a.Number == 0 {
			return title
		}
		return fmt.Sprintf(w.Under, d.loc.Number(a.Number), title)
	}
	var rows []widget.Row
	if a := s.Adoption; a != nil {
		how := ""
		switch {
		case a.Bloc:
			how = w.EnBloc
		case a.Vote:
			how = w.ByVote
		}
		rows = append(rows, widget.Row{Label: w.Label, Text: strings.Join(dropEmpty([]string{how, under(*a)}), dot), Target: to(committee.KindAgendaItem, a.Item), Long: true})
	}
	for _, a := range s.Excepted {
		at := called(d, committee.KindMeeting, s.Names[thing(committee.KindMeeting, a.Meeting)])
		rows = append(rows, widget.Row{
			Label: w.EnBlocLabel, Text: strings.Join([]string{w.Excepted, at, d.loc.Date(a.On), under(a)}, dot),
			Target: to(committee.KindAgendaItem, a.Item), Long: true,
		})
	}
	return rows
}

func recommendationCommands(d *desk, s register.RecommendationSheet, _ string) []command {
	r, p, st := s.Recommendation, recommendationProposal(s.Recommendation, s.Names).at(s.Sitting), recommendationStepper(s.Recommendation)
	follow := act(keymap.MakeAction, archivedOff(d, committee.VerbAdd, committee.KindAction, r.Stamp), func() tea.Cmd { return push(newActionForm(d, actionFrom(s))) })
	return append(append(proposalCommands(d, p), follow), stepCommands(d, st)...)
}

// recommendationProposal is a recommendation as the plenary rules on it.
func recommendationProposal(r committee.Recommendation, names register.Names) proposal {
	t := thing(committee.KindRecommendation, r.ID)
	return proposal{
		kind: t.Kind, ref: r.Ref, stamp: r.Stamp, words: r.Words, outcome: r.Outcome, meeting: r.Meeting, names: names,
		origin: made("recommendation_ruling", t.Kind, r.ID, r.Version, r),
		rule: func(ctx context.Context, b Book, verb committee.Verb, g committee.Ruling) (committee.Thing, error) {
			return t, ruleRecommendation(ctx, b, r, verb, g)
		},
	}
}

// recommendationStepper carries out an adopted recommendation by steps.
func recommendationStepper(r committee.Recommendation) stepper {
	t := thing(committee.KindRecommendation, r.ID)
	st := stepper{
		kind: t.Kind, ref: r.Ref, stamp: r.Stamp, now: r.Implementation,
		origin: made("recommendation_step", t.Kind, r.ID, r.Version, r),
		advance: func(ctx context.Context, b Book, step committee.Step) (committee.Thing, error) {
			_, err := b.AdvanceRecommendation(ctx, r.ID, at(ctx, r.Version), step)
			return t, err
		},
	}
	if !r.Outcome.State.InEffect() {
		st.refuse = &committee.RefusedError{Verb: committee.VerbStart, Kind: t.Kind, Reason: committee.ReasonNotAdopted, State: string(r.Outcome.State)}
	}
	return st
}

func ruleRecommendation(ctx context.Context, b Book, r committee.Recommendation, verb committee.Verb, g committee.Ruling) error {
	var err error
	switch {
	case verb == committee.VerbAdopt, verb == committee.VerbAmend && r.Outcome.State.Open():
		_, err = b.AdoptRecommendation(ctx, r.ID, at(ctx, r.Version), g)
	case verb == committee.VerbAmend:
		_, err = b.AmendRecommendation(ctx, r.ID, at(ctx, r.Version), g)
	case verb == committee.VerbReject:
		_, err = b.RejectRecommendation(ctx, r.ID, at(ctx, r.Version), g)
	case verb == committee.VerbDefer:
		_, err = b.DeferRecommendation(ctx, r.ID, at(ctx, r.Version), g)
	case verb == committee.VerbWithdraw:
		_, err = b.WithdrawRecommendation(ctx, r.ID, at(ctx, r.Version), g)
	}
	return err
}

// actionFrom is a new action that carries out the recommendation: what the
// recommendation knows is filled in already.
func actionFrom(s register.RecommendationSheet) register.ActionSheet {
	r := s.Recommendation
	a := committee.Action{
		Recommendations: []committee.RecommendationID{r.ID}, Articles: r.Articles, Axis: r.Axis, Group: r.Group,
		Meeting: r.Outcome.Meeting, Priority: r.Priority, Due: r.Due,
	}
	if len(r.Addressees) > 0 {
		a.Institution, a.Supporting = r.Addressees[0], r.Addressees[1:]
	}
	names := register.Names{thing(committee.KindRecommendation, r.ID): {Ref: r.Ref, Full: r.Words.Text()}}
	for t, n := range s.Names {
		names[t] = n
	}
	return register.ActionSheet{Action: a, Names: names}
}

// newRecommendationForm is the form of a recommendation, new or known. A sheet
// without an ID may already hold links.
func newRecommendationForm(d *desk, s register.RecommendationSheet) formPage {
	w, r := d.words(), s.Recommendation
	if r.On.Zero() {
		r.On = d.today()
	}
	title := i18n.Capital(w.States.Kind[committee.KindRecommendation].New)
	if r.ID != "" {
		title = editing(d, r.Ref)
	}
	return newForm(d, formSpec{
		origin: made("recommendation", committee.KindRecommendation, r.ID, r.Version, r),
		place:  atRecommendations, title: title, fields: recommendationFields(d, r, s.Names),
		nested: map[string]func(string) page{
			string(committee.FieldAddressees): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
			string(committee.FieldGroup):      func(typed string) page { return newGroupForm(d, groupNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := r
			base, words, notice := recommendationTyped(base, v), typedOr(v, committee.FieldText, base.Words.Text()), savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveRecommendation(ctx, base, words)
				return saved{thing: thing(committee.KindRecommendation, after.ID), label: after.Ref, notice: notice(after.Ref)}, err
			}
		},
	})
}

// typedOr is what was typed in a field, or what stands when the form has no
// such field: an adopted text is not there to be edited.
func typedOr(v widget.Values, f committee.Field, standing string) string {
	if v.Shows(string(f)) {
		return typed(v, f)
	}
	return standing
}

func recommendationFields(d *desk, r committee.Recommendation, names register.Names) []widget.Field {
	w := d.words()
	addressees := lookupsField(d, committee.FieldAddressees, committee.KindInstitution, options(d, names, committee.KindInstitution, r.Addressees))
	addressees.New = true
	group := labelled(lookupField(d, committee.FieldGroup, committee.KindGroup, option(d, names, committee.KindGroup, r.Group)), w.Recommendation.Group)
	group.New = true
	var fields []widget.Field
	if !r.Words.Adopted() {
		fields = append(fields, hint(labelled(must(longField(d, committee.FieldText, r.Words.Text())), w.Proposal.Text), w.Proposal.TextHelp))
	}
	return append(fields,
		group,
		addressees,
		labelled(lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, names, committee.KindMeeting, r.Meeting)), w.Recommendation.Origin),
		dueField(d, committee.FieldDue, r.Due),
		choiceField(d, committee.FieldPriority, r.Priority, priorities, full(w.States.Priority)),
		lookupField(d, committee.FieldAxis, committee.KindAxis, option(d, names, committee.KindAxis, r.Axis)),
		lookupsField(d, committee.FieldArticles, committee.KindArticle, options(d, names, committee.KindArticle, r.Articles)),
		lookupsField(d, committee.FieldReferences, committee.KindReference, options(d, names, committee.KindReference, r.References)),
		labelled(must(dateField(d, committee.FieldDate, r.On)), w.Recommendation.On),
		labelled(longField(d, committee.FieldMeasures, r.Measures), w.Recommendation.Measures),
		longField(d, committee.FieldRemarks, r.Remarks),
	)
}

func recommendationTyped(r committee.Recommendation, v widget.Values) committee.Recommendation {
	r.Group, r.Addressees = picked[committee.GroupID](v, committee.FieldGroup), pickedAll[committee.InstitutionID](v, committee.FieldAddressees)
	if m := picked[committee.MeetingID](v, committee.FieldMeeting); m != r.Meeting {
		r.Meeting, r.Item = m, "" // an item belongs to its meeting
	}
	r.Due, r.Priority, r.Axis = due(v, committee.FieldDue), chosen[committee.Priority](v, committee.FieldPriority), picked[committee.AxisID](v, committee.FieldAxis)
	r.Articles, r.References = pickedAll[committee.ArticleID](v, committee.FieldArticles), pickedAll[committee.ReferenceID](v, committee.FieldReferences)
	r.On, r.Measures, r.Remarks = day(v, committee.FieldDate), typed(v, committee.FieldMeasures), typed(v, committee.FieldRemarks)
	return r
}

// implementationSaid is the state of an implementation with its cause and day.
func implementationSaid(d *desk, i committee.Implementation, late bool) string {
	parts := []string{implementation(d, i.State, late)}
	if i.State == committee.Blocked {
		parts = append(parts, d.words().States.Cause[i.Cause].Full)
	}
	if !i.Since.Zero() {
		parts = append(parts, d.loc.Period(i.Since, ""))
	}
	return strings.Join(parts, " "+d.styles.Glyph.Dot+" ")
}
