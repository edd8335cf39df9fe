package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What a meeting said to be done, or abandoned, it may answer once more: the matter
// is answered from where it stood.
func TestAClosedMatterIsAnsweredOnceMore(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30", Institution: d.justice.ID})
	r := d.recommendation()
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-11-02")))(t)
	x := d.plenary()
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(40)})
	for _, wrong := range []register.Answer{{Kind: register.AnswerDone}, {Kind: register.AnswerAbandon, Remark: "sans objet"}} {
		x.answer(t, a.ID, wrong)
		if got := x.answer(t, a.ID, register.Answer{Kind: register.AnswerLeave}); got.Implementation.State != committee.InProgress || got.Implementation.Percent != 40 {
			t.Errorf("left as it was after %s it is %+v", wrong.Kind, got.Implementation)
		}
		x.answer(t, a.ID, wrong)
		lines := journalLines(t, d.Store)
		if got := x.answer(t, a.ID, register.Answer{Kind: register.AnswerBlocked, Cause: committee.ForFunding, Remark: "crédits"}); got.Implementation.State != committee.Blocked {
			t.Errorf("blocked after %s it is %+v", wrong.Kind, got.Implementation)
		}
		if n := journalLines(t, d.Store) - lines; n != 1 {
			t.Errorf("it took %d lines of the journal", n)
		}
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if got := must(d.Action(ctx, a.ID))(t).Action; got.Implementation.State.Open() {
			t.Errorf("taken back it is %+v", got.Implementation)
		}
		x.answer(t, a.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(40)})
	}
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerAbandon, Remark: "sans objet"})
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerExtend, Due: "2018-01-31", Remark: "crédits"})
	x.advise(t, r.ID, register.Answer{Kind: register.AnswerDone})
	if r = x.advise(t, r.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(20)}); r.Implementation.State != committee.InProgress || r.Implementation.Percent != 20 {
		t.Errorf("the recommendation is %+v", r.Implementation)
	}
	if found := must(d.Check(ctx))(t); len(found) > 0 {
		t.Errorf("the check of the file finds %+v", found)
	}
}

// What was closed otherwise than by an answer of the meeting stays closed.
func TestAMatterClosedElsewhereStaysClosed(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30", Institution: d.justice.ID})
	a = must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-01", Text: "fait", State: committee.Declared}))(t)
	x := d.plenary()
	_, err := d.AnswerMatter(ctx, register.Answer{Meeting: x.m.ID, Thing: actions.thing(string(a.ID)), Version: a.Version, Kind: register.AnswerBlocked, Cause: committee.ForFunding, Remark: "crédits"})
	refused(t, err, committee.ReasonState)
}

// The answer that a meeting took back is not among those it gave, in the session
// and in the record.
func TestAnAnswerThatWasTakenBackIsNotRead(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30", Institution: d.justice.ID})
	x := d.plenary()
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerDone})
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerExtend, Due: "2018-02-28", Remark: "recette"})
	x.answer(t, a.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(80)})
	for name, all := range map[string][]register.Answered{
		"session": must(d.Session(ctx, x.m.ID))(t).Answered, "record": must(d.MeetingRecord(ctx, x.m.ID))(t).Answered(),
	} {
		if len(all) != 1 || len(all[0].Answers) != 2 {
			t.Fatalf("the %s has %+v", name, all)
		}
		if first, second := all[0].Answers[0], all[0].Answers[1]; first.To != "2018-02-28" || second.State != committee.InProgress || *second.Percent != 80 {
			t.Errorf("in the %s they are %+v", name, all[0].Answers)
		}
	}
}
