package store

import (
	"errors"
	"slices"
	"testing"

	"suivi/internal/committee"
)

func TestActions(t *testing.T) {
	d := newDesk(t)
	t.Run("an added one is not started, numbered, and keeps its first due date", func(t *testing.T) {
		a := d.action(committee.Action{Due: "2018-Q1", Implementation: committee.Implementation{State: committee.Validated, Percent: 100}})
		if a.Ref != "A-2017-01" || a.On != "2017-12-15" || a.FirstDue != "2018-Q1" || a.Implementation != (committee.Implementation{State: committee.NotStarted}) {
			t.Errorf("added as %+v", a)
		}
	})
	t.Run("a function alone brings its institution", func(t *testing.T) {
		if a := d.action(committee.Action{Function: d.function.ID}); a.Institution != d.justice.ID {
			t.Errorf("owned by %s", a.Institution)
		}
	})
	t.Run("a function of another institution is refused", func(t *testing.T) {
		_, err := d.SaveAction(ctx, committee.Action{Text: "X", Function: d.function.ID, Institution: d.sante.ID})
		fieldError(t, err, committee.FieldFunction, committee.ReasonWrongOwner)
	})
	t.Run("a function that is not there is refused", func(t *testing.T) {
		_, err := d.SaveAction(ctx, committee.Action{Text: "X", Function: "none"})
		fieldError(t, err, committee.FieldFunction, committee.ReasonUnknown)
	})
	t.Run("a due date once given is not revised", func(t *testing.T) {
		a := d.action(committee.Action{Due: "2018-01-31"})
		a.Due = "2018-02-28"
		_, err := d.SaveAction(ctx, a)
		fieldError(t, err, committee.FieldDue, committee.ReasonByExtend)
	})
	t.Run("a due date not yet given may be, and is then the first", func(t *testing.T) {
		a := d.action(committee.Action{})
		a.Due = "2018-02-28"
		if a = must(d.SaveAction(ctx, a))(t); a.FirstDue != "2018-02-28" {
			t.Errorf("first due %s", a.FirstDue)
		}
	})
	t.Run("a revision keeps number and state", func(t *testing.T) {
		a := d.action(committee.Action{})
		a = must(d.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbStart, On: "2017-12-15"}))(t)
		given := a
		given.Ref, given.Implementation, given.Text = "A-9", committee.Implementation{State: committee.Declared}, "Autre"
		if got := must(d.SaveAction(ctx, given))(t); got.Mark != a.Mark || got.Implementation != a.Implementation || got.Text != "Autre" {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("blocking needs a cause and a reason", func(t *testing.T) {
		a := d.action(committee.Action{})
		_, err := d.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbBlock, On: "2017-12-15", Cause: committee.ForFunding})
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
	})
}

func TestReports(t *testing.T) {
	d := newDesk(t)
	t.Run("apply to the action, in one line of the journal", func(t *testing.T) {
		a, before := d.action(committee.Action{}), journalLines(t, d.Store)
		a = must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "9 sur 14", Percent: ptr(60)}))(t)
		if a.Implementation.State != committee.InProgress || a.Implementation.Percent != 60 {
			t.Errorf("the action stands at %+v", a.Implementation)
		}
		verb, thing, touched := d.lastEntry()
		if journalLines(t, d.Store) != before+1 || verb != committee.VerbReport || thing.ID != string(a.ID) ||
			!slices.Equal(touched, []committee.Kind{committee.KindAction, committee.KindUpdate}) {
			t.Errorf("the journal says %s of %v, touching %v", verb, thing, touched)
		}
	})
	t.Run("are the actor's, of today, unless they say otherwise", func(t *testing.T) {
		s := d.As(committee.Actor{Person: d.person.ID, Name: "M. Keïta"})
		a := d.action(committee.Action{})
		a = must(s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Un"}))(t)
		a = must(s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-16", Text: "Deux", Author: d.person.ID}))(t)
		must(s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-17", Text: "Trois", By: "le point focal"}))(t)
		all := must(d.Action(ctx, a.ID))(t).Updates
		if all[0].By != "M. Keïta" || all[0].Author != d.person.ID || all[0].On != "2017-12-15" {
			t.Errorf("the first is %+v", all[0])
		}
		if all[1].By != "Moussa Keïta" || all[2].By != "le point focal" || all[2].Author != "" {
			t.Errorf("the others are by %q and %q", all[1].By, all[2].By)
		}
	})
	t.Run("that break a rule of the action leave no trace", func(t *testing.T) {
		a := d.action(committee.Action{})
		before := journalLines(t, d.Store)
		_, err := d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Bloqué", State: committee.Blocked})
		fieldError(t, err, committee.FieldCause, committee.ReasonNotListed)
		if sheet := must(d.Action(ctx, a.ID))(t); len(sheet.Updates) != 0 || sheet.Action.Version != a.Version || journalLines(t, d.Store) != before {
			t.Errorf("left %+v", sheet)
		}
	})
	t.Run("of an old version are a conflict", func(t *testing.T) {
		a := d.action(committee.Action{})
		must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Fait", State: committee.Declared}))(t)
		var e *committee.ConflictError
		if _, err := d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Fait"}); !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("are confirmed once", func(t *testing.T) {
		a := d.action(committee.Action{})
		must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Fait", State: committee.Declared}))(t)
		u := must(d.Action(ctx, a.ID))(t).Updates[0]
		_, err := d.ConfirmUpdate(ctx, u.ID, u.Version, committee.No, d.person.ID, "2017-12-16", "")
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
		u = must(d.ConfirmUpdate(ctx, u.ID, u.Version, committee.Yes, d.person.ID, "2017-12-16", ""))(t)
		if u.Confirmed != committee.Yes || u.ConfirmedBy != d.person.ID {
			t.Errorf("confirmed as %+v", u)
		}
		_, err = d.ConfirmUpdate(ctx, u.ID, u.Version, committee.No, d.person.ID, "2017-12-17", "non")
		refused(t, err, committee.ReasonConfirmed)
	})
}

func TestExtensions(t *testing.T) {
	d := newDesk(t)
	t.Run("move the due date, keep the first one and are kept", func(t *testing.T) {
		a := d.action(committee.Action{Due: "2018-01-31"})
		a = must(d.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-Q1", Reason: "décret attendu"}))(t)
		sheet := must(d.Action(ctx, a.ID))(t)
		if a.Due != "2018-Q1" || a.FirstDue != "2018-01-31" || len(sheet.Extensions) != 1 {
			t.Fatalf("due %s, first %s, %d extensions", a.Due, a.FirstDue, len(sheet.Extensions))
		}
		if e := sheet.Extensions[0]; e.From != "2018-01-31" || e.By != "Awa Traoré" || e.On != "2017-12-15" {
			t.Errorf("kept as %+v", e)
		}
		if _, thing, touched := d.lastEntry(); thing.ID != string(a.ID) || len(touched) != 2 {
			t.Errorf("the journal names %v and touches %v", thing, touched)
		}
	})
	t.Run("must be later", func(t *testing.T) {
		a := d.action(committee.Action{Due: "2018-01-31"})
		_, err := d.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-01-31", Reason: "x"})
		fieldError(t, err, committee.FieldDue, committee.ReasonNotLater)
	})
	t.Run("need a due date to extend", func(t *testing.T) {
		a := d.action(committee.Action{})
		_, err := d.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-01-31", Reason: "x"})
		refused(t, err, committee.ReasonNoDue)
	})
}

func TestActionSheet(t *testing.T) {
	d := newDesk(t)
	_, parts := d.guideline("Un")
	r := d.recommendation()
	a := d.action(committee.Action{
		Function: d.function.ID, Supporting: []committee.InstitutionID{d.sante.ID},
		Recommendations: []committee.RecommendationID{r.ID}, Articles: []committee.ArticleID{parts[0].ID},
	})
	must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Début", Author: d.person.ID}))(t)
	sheet := must(d.Action(ctx, a.ID))(t)
	if sheet.Holder != "Moussa Keïta" || len(sheet.Recommendations) != 1 || sheet.Recommendations[0].Actions != 1 {
		t.Errorf("held by %q, from %+v", sheet.Holder, sheet.Recommendations)
	}
	if len(sheet.Articles) != 1 || sheet.Articles[0].Number != 1 || sheet.Articles[0].Of != 1 {
		t.Errorf("tied to %+v", sheet.Articles)
	}
	for _, thing := range []committee.Thing{
		institutions.thing(string(d.justice.ID)), institutions.thing(string(d.sante.ID)), functions.thing(string(d.function.ID)),
		recommendations.thing(string(r.ID)), articles.thing(string(parts[0].ID)), people.thing(string(d.person.ID)),
	} {
		if sheet.Names[thing].Full == "" {
			t.Errorf("%v has no name", thing)
		}
	}
	if _, err := d.Action(ctx, "none"); !errors.Is(err, committee.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
