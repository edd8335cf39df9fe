package store

import (
	"strings"
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
	t.Run("what the meeting itself gives or adopts does not arise at it", func(t *testing.T) {
		must(x.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.EntryAction, Text: "Une action de ce jour", Due: "2018-06-30", Institution: d.justice.ID}))(t)
		if all := x.matters(t); len(all) != 3 {
			t.Errorf("they are %+v", all)
		}
	})
	t.Run("a recommendation keeps the remark among its measures", func(t *testing.T) {
		must(d.AnswerMatter(ctx, register.Answer{
			Meeting: x.m.ID, Thing: recommendations.thing(string(r.ID)), Version: r.Version, Kind: register.AnswerProgress, Remark: "arrêté signé",
		}))(t)
		l := x.matters(t)[0]
		if !l.Answered || l.State != committee.InProgress || l.Last != "arrêté signé" || l.LastOn != "2017-12-15" {
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
	t.Run("what is done or abandoned here stays in sight, answered", func(t *testing.T) {
		x.answer(t, late.ID, register.Answer{Kind: register.AnswerDone})
		x.answer(t, soon.ID, register.Answer{Kind: register.AnswerAbandon, Remark: "sans objet"})
		all := x.matters(t)
		if len(all) != 2 || !all[0].Answered || !all[1].Answered || all[0].State != committee.Declared || all[1].State != committee.Abandoned {
			t.Errorf("they are %+v", all)
		}
		// Elsewhere they no longer arise.
		later := d.meeting(committee.Meeting{Starts: "2018-01-18"})
		if all := must(d.Matters(ctx, later.ID, register.Query{}))(t).Rows; len(all) != 0 {
			t.Errorf("of a later meeting they are %+v", all)
		}
	})
}

// advise gives an answer about a recommendation, which it returns.
func (s sat) advise(t *testing.T, id committee.RecommendationID, a register.Answer) committee.Recommendation {
	t.Helper()
	a.Meeting, a.Thing, a.Version = s.m.ID, recommendations.thing(string(id)), must(s.Recommendation(ctx, id))(t).Recommendation.Version
	must(s.AnswerMatter(ctx, a))(t)
	return must(s.Recommendation(ctx, id))(t).Recommendation
}

func TestAnswersOnRecommendations(t *testing.T) {
	d := newDesk(t)
	r := d.recommendation()
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-11-02")))(t)
	r.Due = "2017-12-31"
	r = must(d.SaveRecommendation(ctx, r, r.Words.Text()))(t)
	other := d.recommendation()
	must(d.AdoptRecommendation(ctx, other.ID, other.Version, ruling("2017-11-02")))(t)
	x := d.plenary()
	record := func() register.MeetingRecord { return must(d.MeetingRecord(ctx, x.m.ID))(t) }
	t.Run("know their meeting, and are in its record", func(t *testing.T) {
		x.advise(t, r.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(40), Remark: "arrêté signé"})
		x.advise(t, r.ID, register.Answer{Kind: register.AnswerExtend, Due: "2018-03-31", Remark: "publication attendue"})
		all := record().Advised
		if len(all) != 1 || all[0].ID != r.ID || len(all[0].FollowUps) != 2 {
			t.Fatalf("the record holds %+v", all)
		}
		first, second := all[0].FollowUps[0], all[0].FollowUps[1]
		if first.Meeting != x.m.ID || first.On != "2017-12-15" || first.State != committee.InProgress || *first.Percent != 40 || first.Text != "arrêté signé" {
			t.Errorf("the first is %+v", first)
		}
		if second.From != "2017-12-31" || second.To != "2018-03-31" {
			t.Errorf("the second is %+v", second)
		}
		if all[0].Due != "2017-12-31" {
			t.Errorf("the due date that the meeting found is %s", all[0].Due)
		}
		if got := must(d.Recommendation(ctx, r.ID))(t).Recommendation.Due; got != "2018-03-31" {
			t.Errorf("it is now due %s", got)
		}
	})
	t.Run("need a day to extend to", func(t *testing.T) {
		now := must(d.Recommendation(ctx, r.ID))(t).Recommendation
		err := fails(d.AnswerMatter(ctx, register.Answer{
			Meeting: x.m.ID, Thing: recommendations.thing(string(r.ID)), Version: now.Version, Kind: register.AnswerExtend, Remark: "x",
		}))
		fieldError(t, err, committee.FieldDue, committee.ReasonRequired)
	})
	t.Run("stay when the recommendation is revised", func(t *testing.T) {
		now := must(d.Recommendation(ctx, r.ID))(t).Recommendation
		now.FollowUps, now.Remarks = nil, "relue"
		if now = must(d.SaveRecommendation(ctx, now, now.Words.Text()))(t); len(now.FollowUps) != 2 {
			t.Errorf("they are %+v", now.FollowUps)
		}
	})
	t.Run("are taken back while the record is open", func(t *testing.T) {
		x.advise(t, other.ID, register.Answer{Kind: register.AnswerLeave})
		undone(t, d.Store)
		if all := record().Advised; len(all) != 1 || all[0].ID != r.ID {
			t.Errorf("the record holds %+v", all)
		}
	})
}

func TestAnswersOfAMeetingThatAdjourned(t *testing.T) {
	d := newDesk(t)
	r := d.recommendation()
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-11-02")))(t)
	x := d.plenary()
	x.advise(t, r.ID, register.Answer{Kind: register.AnswerProgress, Percent: ptr(40), Remark: "arrêté signé"})
	t.Run("stay as they are once the meeting is adjourned", func(t *testing.T) {
		m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
		must(d.AdjournMeeting(ctx, m.ID, m.Version, "10:15", passed(must(d.Checks(ctx, m.ID))(t))...))(t)
		now := must(d.Recommendation(ctx, r.ID))(t).Recommendation
		err := d.write(ctx, committee.VerbRevise, recommendations.thing(string(r.ID)), "", func(tx *tx) error {
			_, err := recommendations.change(ctx, tx, string(r.ID), now.Version, func(v committee.Recommendation) (committee.Recommendation, error) {
				v.FollowUps = nil
				return v, nil
			})
			return err
		})
		refused(t, err, committee.ReasonMeetingClosed)
	})
	t.Run("leave confidentiality and distribution to be said", func(t *testing.T) {
		m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
		m.Confidentiality, m.Distribution = "diffusion restreinte", "Membres\nCabinet"
		if m = must(d.SaveMeeting(ctx, m))(t); m.Confidentiality != "diffusion restreinte" || m.Distribution != "Membres\nCabinet" {
			t.Errorf("it says %q and %q", m.Confidentiality, m.Distribution)
		}
	})
	t.Run("survive a dump", func(t *testing.T) { survives(t, d.Store) })
}

// What the program writes into the record is in the language that the meeting
// is held in: the committee's, where the meeting has none of its own.
func TestTheRecordIsInTheLanguageOfTheCommittee(t *testing.T) {
	d := newDesk(t)
	c := must(d.Committee(ctx))(t)
	c.Name, c.Language = "Committee", committee.English
	must(d.SaveCommittee(ctx, c))(t)
	x, _ := d.three(t)
	lost := must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(1, 2, 0)}))(t)
	if got := must(d.Decision(ctx, lost.Decision))(t).Decision.Outcome.Reason; got != "Rejected by 1 vote in favour, 2 against and 0 abstentions, by show of hands" {
		t.Errorf("it was rejected because %q", got)
	}
	e := x.capture(committee.EntryDecision, "The seat is in Bamako")
	must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "The seat is in Kayes"}))(t)
	words := must(d.Decision(ctx, e.Decision))(t).Decision.Words
	if got := words[len(words)-1]; got.Text != "The seat is in Kayes" || got.Why != "corrected in session" {
		t.Errorf("the wording is %+v", got)
	}
	a := x.answer(t, d.action(committee.Action{On: "2017-11-01", Due: "2017-11-30"}).ID, register.Answer{Kind: register.AnswerLeave})
	if l := x.matters(t)[0]; l.Ref != a.Ref || l.Last != "left as it is" {
		t.Errorf("the answer is %+v", l)
	}
}

// An answer is of the day it is given on, which in a workshop is not the last.
func TestAnAnswerIsOfItsDay(t *testing.T) {
	d := newDesk(t)
	v := d.recommendation()
	v = must(d.AdoptRecommendation(ctx, v.ID, v.Version, ruling("2017-11-10")))(t)
	x := d.sitting(d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-15", Ends: "2017-12-18"}))
	must(d.AnswerMatter(ctx, register.Answer{Meeting: x.m.ID, Thing: recommendations.thing(string(v.ID)), Version: v.Version, Kind: register.AnswerLeave}))(t)
	if got := must(d.Recommendation(ctx, v.ID))(t).Recommendation; !strings.HasPrefix(got.Measures, "15/12/2017") {
		t.Errorf("measures taken: %q", got.Measures)
	}
}

// What is written among the measures says its own day, or none: it is not given
// that of a change of state.
func TestMeasuresWrittenByHandHaveNoOtherDay(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	r := d.recommendation()
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-11-10"}))(t)
	r.Measures = "03/11/2017 : courrier au ministre"
	r = must(d.SaveRecommendation(ctx, r, r.Words.Text()))(t)
	must(d.AdvanceRecommendation(ctx, r.ID, r.Version, committee.Step{Verb: committee.VerbStart, On: "2017-12-01"}))(t)
	if l := x.matters(t)[0]; l.Last != "03/11/2017 : courrier au ministre" || !l.LastOn.Zero() {
		t.Errorf("the last report is %q of %s", l.Last, l.LastOn)
	}
}
