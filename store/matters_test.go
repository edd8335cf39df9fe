package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestMatters(t *testing.T) {
	d := newDesk(t)
	late := d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30", Institution: d.justice.ID})
	soon := d.action(committee.Action{On: "2017-12-01", Due: "2018-01-15"})
	r := d.recommendation()
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-11-02")))(t)
	d.recommendation()
	d.held("2017-12-05")
	x := d.plenary()
	t.Run("are what is open, adopted recommendations first, actions by due date", func(t *testing.T) {
		all := x.matters(t)
		if len(all) != 3 || all[0].Thing.ID != string(r.ID) || all[1].Thing.ID != string(late.ID) || all[2].Thing.ID != string(soon.ID) {
			t.Fatalf("they are %+v", all)
		}
		if l := all[1]; !l.Late || l.Owner != "MJ" || l.Age != 44 || l.Carried != 1 || l.Answered || l.Version != late.Version {
			t.Errorf("the late one is %+v", l)
		}
	})
	t.Run("a recommendation keeps the remark among its measures", func(t *testing.T) {
		must(d.AnswerMatter(ctx, register.Answer{
			Meeting: x.m.ID, Thing: recommendations.thing(string(r.ID)), Version: r.Version, Kind: register.AnswerProgress, Remark: "arrêté signé",
		}))(t)
		l := x.matters(t)[0]
		if !l.Answered || l.State != committee.InProgress || l.Last != "15/12/2017 ("+x.m.Ref+"): arrêté signé" {
			t.Errorf("it is %+v", l)
		}
	})
	t.Run("a window goes on after the last recommendation", func(t *testing.T) {
		w := must(d.Matters(ctx, x.m.ID, register.Query{After: string(r.ID)}))(t)
		if len(w.Rows) != 2 || w.First || !w.Final || w.Total != 3 {
			t.Errorf("it is %+v", w)
		}
	})
}

// matters are those that arise at the meeting.
func (s sat) matters(t *testing.T) []register.MatterLine {
	t.Helper()
	return must(s.Matters(ctx, s.m.ID, register.Query{}))(t).Rows
}

// answer gives an answer about an action, which it returns.
func (s sat) answer(t *testing.T, id committee.ActionID, a register.Answer) committee.Action {
	t.Helper()
	a.Meeting, a.Thing, a.Version = s.m.ID, actions.thing(string(id)), must(s.Action(ctx, id))(t).Action.Version
	must(s.AnswerMatter(ctx, a))(t)
	return must(s.Action(ctx, id))(t).Action
}

func TestAnswers(t *testing.T) {
	d := newDesk(t)
	late := d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30", Institution: d.justice.ID})
	soon := d.action(committee.Action{On: "2017-12-01", Due: "2018-01-15"})
	x := d.plenary()
	t.Run("one left as it is counts as answered", func(t *testing.T) {
		x.answer(t, late.ID, register.Answer{Kind: register.AnswerLeave})
		if l := x.matters(t)[0]; !l.Answered || l.Last != "laissé en l’état" || l.LastOn != "2017-12-15" {
			t.Errorf("it is %+v", l)
		}
	})
	t.Run("progress starts what was not", func(t *testing.T) {
		if a := x.answer(t, late.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(40)}); a.Implementation.State != committee.InProgress || a.Implementation.Percent != 40 {
			t.Errorf("it is %+v", a.Implementation)
		}
	})
	t.Run("what is blocked needs its cause", func(t *testing.T) {
		now := must(d.Action(ctx, late.ID))(t).Action
		_, err := d.AnswerMatter(ctx, register.Answer{Meeting: x.m.ID, Thing: actions.thing(string(late.ID)), Version: now.Version, Kind: register.AnswerBlocked, Remark: "crédits"})
		fieldError(t, err, committee.FieldCause, committee.ReasonNotListed)
		if a := x.answer(t, late.ID, register.Answer{Kind: register.AnswerBlocked, Cause: committee.ForFunding, Remark: "crédits"}); a.Implementation.Cause != committee.ForFunding {
			t.Errorf("it is %+v", a.Implementation)
		}
	})
	t.Run("an extension knows its meeting", func(t *testing.T) {
		x.answer(t, late.ID, register.Answer{Kind: register.AnswerExtend, Due: "2018-02-28", Remark: "retard"})
		all := must(d.Action(ctx, late.ID))(t)
		if len(all.Extensions) != 1 || all.Extensions[0].Meeting != x.m.ID || all.Action.Due != "2018-02-28" {
			t.Errorf("granted %+v", all.Extensions)
		}
	})
	t.Run("what is done or abandoned leaves the list", func(t *testing.T) {
		x.answer(t, late.ID, register.Answer{Kind: register.AnswerDone})
		x.answer(t, soon.ID, register.Answer{Kind: register.AnswerAbandon, Remark: "sans objet"})
		if all := x.matters(t); len(all) != 0 {
			t.Errorf("they are %+v", all)
		}
	})
}
