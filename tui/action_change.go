package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// actionCommands are the keys of an action.
func actionCommands(d *desk, s register.ActionSheet, _ string) []command {
	a, st := s.Action, actionStepper(s.Action)
	reporting := act(keymap.Report, archivedOff(d, committee.VerbReport, committee.KindAction, a.Stamp), func() tea.Cmd { return reportProgress(d, a) })
	extending := act(keymap.Extend, extendOff(d, a), func() tea.Cmd { return extend(d, a) })
	confirming := act(keymap.Confirm, confirmOff(d, s), func() tea.Cmd { return confirm(d, s) })
	return append([]command{reporting, extending}, append(stepCommands(d, st), confirming)...)
}

// actionStepper moves an action by steps.
func actionStepper(a committee.Action) stepper {
	return stepper{
		kind: committee.KindAction, ref: a.Ref, stamp: a.Stamp, now: a.Implementation,
		origin: made("action_step", committee.KindAction, a.ID, a.Version, a),
		advance: func(ctx context.Context, b Book, step committee.Step) (committee.Thing, error) {
			_, err := b.AdvanceAction(ctx, a.ID, at(ctx, a.Version), step)
			return thing(committee.KindAction, a.ID), err
		},
	}
}

// archivedOff says why a verb cannot be applied to a thing put away or to a
// reader; empty when it can.
func archivedOff(d *desk, verb committee.Verb, kind committee.Kind, s committee.Stamp) string {
	if said := d.can(verb, kind); said != "" {
		return said
	}
	if s.Archived {
		return d.loc.Error(&committee.RefusedError{Verb: verb, Kind: kind, Reason: committee.ReasonIsArchived})
	}
	return ""
}

func extendOff(d *desk, a committee.Action) string {
	if said := archivedOff(d, committee.VerbExtend, committee.KindAction, a.Stamp); said != "" {
		return said
	}
	refused := &committee.RefusedError{Verb: committee.VerbExtend, Kind: committee.KindAction}
	switch {
	case a.Due.Zero():
		refused.Reason = committee.ReasonNoDue
	case !a.Implementation.State.Open():
		refused.Reason, refused.State = committee.ReasonState, string(a.Implementation.State)
	default:
		return ""
	}
	return d.loc.Error(refused)
}

// extend asks for the new due date and the reason.
func extend(d *desk, a committee.Action) tea.Cmd {
	w := d.words()
	fields := []widget.Field{
		must(dueField(d, committee.FieldDue, "")),
		reasonField(d),
		labelled(lineField(d, committee.FieldBy, d.actor.Name), w.Action.GrantedBy),
		lookupField(d, committee.FieldMeeting, committee.KindMeeting),
	}
	return prompt(d, made("action_extend", committee.KindAction, a.ID, a.Version, a), w.Action.Extend+w.Sheet.Colon+a.Ref, w.Action.DueNow+" "+d.loc.Due(a.Due), fields, func(v widget.Values) useCase {
		e := committee.Extension{
			Action: a.ID, To: due(v, committee.FieldDue), On: d.today(), Reason: typed(v, committee.FieldReason),
			By: typed(v, committee.FieldBy), Meeting: picked[committee.MeetingID](v, committee.FieldMeeting),
		}
		notice := a.Ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(committee.VerbExtend, committee.KindAction)
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.GrantExtension(ctx, at(ctx, a.Version), e)
			return saved{thing: thing(committee.KindAction, a.ID), notice: notice}, err
		}
	})
}

// reportProgress asks where the action stands.
func reportProgress(d *desk, a committee.Action) tea.Cmd {
	w := d.words()
	states := declarable(a.Implementation)
	words := full(w.States.Implementation)
	words[""] = w.Action.SameState
	cause := must(choiceField(d, committee.FieldCause, committee.CauseUnsaid, committee.BlockCauses, full(w.States.Cause)))
	cause.When = func(v widget.Values) bool { return v.Text(string(committee.FieldState)) == string(committee.Blocked) }
	fields := []widget.Field{
		must(lineField(d, committee.FieldText, "")),
		labelled(choiceField(d, committee.FieldState, "", states, words), w.Action.DeclaredState),
		cause,
		percentField(d),
		lineField(d, committee.FieldEvidence, ""),
		happenedField(d, committee.FieldDate),
	}
	return prompt(d, made("action_report", committee.KindAction, a.ID, a.Version, a), w.Action.Report+w.Sheet.Colon+a.Ref, w.Action.StandsAt+" "+actionState(d, a, a.Late(d.today())), fields, func(v widget.Values) useCase {
		u := committee.Update{
			Action: a.ID, On: day(v, committee.FieldDate), Text: typed(v, committee.FieldText),
			State: chosen[committee.ImplementationState](v, committee.FieldState), Cause: chosen[committee.BlockCause](v, committee.FieldCause),
			Percent: whole(v, committee.FieldPercent), Evidence: typed(v, committee.FieldEvidence), Author: d.actor.Person, By: d.actor.Name,
		}
		notice := a.Ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(committee.VerbReport, committee.KindAction)
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.ReportProgress(ctx, at(ctx, a.Version), u)
			return saved{thing: thing(committee.KindAction, a.ID), notice: notice}, err
		}
	})
}

// declarable lists the states that a report may declare from where the
// implementation stands; empty is no change.
func declarable(i committee.Implementation) []committee.ImplementationState {
	states := []committee.ImplementationState{""}
	for _, s := range []struct {
		to   committee.ImplementationState
		verb []committee.Verb
	}{
		{committee.InProgress, []committee.Verb{committee.VerbStart, committee.VerbResume}},
		{committee.Blocked, []committee.Verb{committee.VerbBlock}},
		{committee.Declared, []committee.Verb{committee.VerbDeclare}},
		{committee.Abandoned, []committee.Verb{committee.VerbAbandon}},
	} {
		for _, verb := range s.verb {
			if i.Allows(committee.KindAction, verb) == nil {
				states = append(states, s.to)
			}
		}
	}
	return states
}

// lastUnconfirmed is the last report that the validating authority has not
// spoken on.
func lastUnconfirmed(s register.ActionSheet) (committee.Update, bool) {
	for i := len(s.Updates) - 1; i >= 0; i-- {
		if s.Updates[i].Confirmed == committee.Unset {
			return s.Updates[i], true
		}
	}
	return committee.Update{}, false
}

func confirmOff(d *desk, s register.ActionSheet) string {
	if said := archivedOff(d, committee.VerbConfirm, committee.KindUpdate, s.Action.Stamp); said != "" {
		return said
	}
	if _, ok := lastUnconfirmed(s); !ok {
		return d.words().Action.NothingToConfirm
	}
	return ""
}

// confirm asks what the validating authority says of the last report.
func confirm(d *desk, s register.ActionSheet) tea.Cmd {
	w := d.words()
	u, _ := lastUnconfirmed(s)
	note := reasonField(d)
	note.When = func(v widget.Values) bool { return v.Text(string(committee.FieldState)) == string(committee.No) }
	fields := []widget.Field{
		labelled(choiceField(d, committee.FieldState, committee.Yes, []committee.Choice{committee.Yes, committee.No},
			map[committee.Choice]string{committee.Yes: w.Action.Confirmed, committee.No: w.Action.NotConfirmed}), w.Action.Verdict),
		note,
		labelled(lookupField(d, committee.FieldPerson, committee.KindPerson), w.Step.ValidatedBy),
		happenedField(d, committee.FieldDate),
	}
	from := made("action_confirm", committee.KindAction, s.Action.ID, s.Action.Version, reportSeed{s.Action, u})
	explain := d.loc.Date(u.On) + " " + d.styles.Glyph.Dot + " " + u.Text
	return prompt(d, from, w.Action.Confirm+w.Sheet.Colon+s.Action.Ref, explain, fields, func(v widget.Values) useCase {
		yes, by, on, why := chosen[committee.Choice](v, committee.FieldState), picked[committee.PersonID](v, committee.FieldPerson), day(v, committee.FieldDate), typed(v, committee.FieldReason)
		notice := s.Action.Ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(committee.VerbConfirm, committee.KindUpdate)
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.ConfirmUpdate(ctx, u.ID, at(ctx, u.Version), yes, by, on, why)
			return saved{thing: thing(committee.KindAction, s.Action.ID), notice: notice}, err
		}
	})
}

// newActionForm is the form of an action, new or known. A sheet without an ID
// may already hold links: what the action comes from.
func newActionForm(d *desk, s register.ActionSheet) formPage {
	w, a := d.words(), s.Action
	if a.On.Zero() {
		a.On = d.today()
	}
	title := i18n.Capital(w.States.Kind[committee.KindAction].New)
	if a.ID != "" {
		title = editing(d, a.Ref)
	}
	return newForm(d, formSpec{
		origin: made("action", committee.KindAction, a.ID, a.Version, a),
		place:  atRoadmap, title: title, fields: actionFields(d, a, s.Names),
		nested: map[string]func(string) page{
			string(committee.FieldInstitution): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
			string(committee.FieldSupporting):  func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := a
			base = actionTyped(base, v)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveAction(ctx, base)
				return saved{thing: thing(committee.KindAction, after.ID), label: after.Ref, notice: notice(after.Ref)}, err
			}
		},
	})
}

func actionFields(d *desk, a committee.Action, names register.Names) []widget.Field {
	w := d.words()
	dueNow := dueField(d, committee.FieldDue, a.Due)
	if !a.FirstDue.Zero() {
		dueNow.Help = w.Action.DueByExtension
	}
	institution := labelled(lookupField(d, committee.FieldInstitution, committee.KindInstitution, option(d, names, committee.KindInstitution, a.Institution)), w.Action.Institution)
	institution.New = true
	supporting := lookupsField(d, committee.FieldSupporting, committee.KindInstitution, options(d, names, committee.KindInstitution, a.Supporting))
	supporting.New = true
	text := must(lineField(d, committee.FieldText, a.Text))
	text.Max = 4 * committee.MaxLine
	return []widget.Field{
		hint(labelled(text, w.Action.Text), w.Action.TextHelp),
		institution,
		labelled(functionField(d, committee.FieldFunction, committee.FieldInstitution, option(d, names, committee.KindFunction, a.Function)), w.Action.Function),
		supporting,
		dueNow,
		choiceField(d, committee.FieldPriority, a.Priority, priorities, full(w.States.Priority)),
		section(lookupsField(d, committee.FieldRecommendations, committee.KindRecommendation, options(d, names, committee.KindRecommendation, a.Recommendations)), w.Action.ComesFrom),
		lookupsField(d, committee.FieldArticles, committee.KindArticle, options(d, names, committee.KindArticle, a.Articles)),
		lookupsField(d, committee.FieldDecisions, committee.KindDecision, options(d, names, committee.KindDecision, a.Decisions)),
		lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, names, committee.KindMeeting, a.Meeting)),
		lookupField(d, committee.FieldGroup, committee.KindGroup, option(d, names, committee.KindGroup, a.Group)),
		lookupsField(d, committee.FieldReferences, committee.KindReference, options(d, names, committee.KindReference, a.References)),
		section(lookupField(d, committee.FieldAxis, committee.KindAxis, option(d, names, committee.KindAxis, a.Axis)), w.Action.Details),
		labelled(must(dateField(d, committee.FieldDate, a.On)), w.Action.On),
		dateField(d, committee.FieldStart, a.Start),
		lineField(d, committee.FieldIndicator, a.Indicator),
		lineField(d, committee.FieldVerification, a.Verification),
		labelled(amountField(d, committee.FieldCost, a.Cost), w.Action.Cost),
		lineField(d, committee.FieldFunding, a.Funding),
		longField(d, committee.FieldRemarks, a.Remarks),
	}
}

// actionTyped is the action with what the form holds.
func actionTyped(a committee.Action, v widget.Values) committee.Action {
	a.Text = typed(v, committee.FieldText)
	a.Institution, a.Function = picked[committee.InstitutionID](v, committee.FieldInstitution), picked[committee.FunctionID](v, committee.FieldFunction)
	a.Supporting = pickedAll[committee.InstitutionID](v, committee.FieldSupporting)
	a.Due, a.Priority = due(v, committee.FieldDue), chosen[committee.Priority](v, committee.FieldPriority)
	a.Recommendations = pickedAll[committee.RecommendationID](v, committee.FieldRecommendations)
	a.Articles = pickedAll[committee.ArticleID](v, committee.FieldArticles)
	a.Decisions = pickedAll[committee.DecisionID](v, committee.FieldDecisions)
	if m := picked[committee.MeetingID](v, committee.FieldMeeting); m != a.Meeting {
		a.Meeting, a.Item = m, "" // an item belongs to its meeting
	}
	a.Group, a.Axis = picked[committee.GroupID](v, committee.FieldGroup), picked[committee.AxisID](v, committee.FieldAxis)
	a.References = pickedAll[committee.ReferenceID](v, committee.FieldReferences)
	a.On, a.Start = day(v, committee.FieldDate), day(v, committee.FieldStart)
	a.Indicator, a.Verification = typed(v, committee.FieldIndicator), typed(v, committee.FieldVerification)
	a.Cost, a.Funding, a.Remarks = amount(v, committee.FieldCost), typed(v, committee.FieldFunding), typed(v, committee.FieldRemarks)
	return a
}
