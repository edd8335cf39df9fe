package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A session rises after it was opened, and not later than now.
func TestTheHourOfTheAdjournment(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	_, err := d.adjourn(x.m, "10:16")
	fieldError(t, err, committee.FieldEndTime, committee.ReasonFuture)
	_, err = d.adjourn(x.m, "08:59")
	fieldError(t, err, committee.FieldEndTime, committee.ReasonBefore)
	if m := must(d.adjourn(x.m, "10:15"))(t); m.Closed != "10:15" {
		t.Errorf("it rose at %s", m.Closed)
	}
	w := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-15", Ends: "2017-12-16"})
	w = must(d.OpenMeeting(ctx, w.ID, w.Version, "09:00"))(t)
	_, err = d.adjourn(w, "08:00") // its first day
	fieldError(t, err, committee.FieldEndTime, committee.ReasonBefore)
	_, err = d.adjourn(w, "11:00")
	fieldError(t, err, committee.FieldEndTime, committee.ReasonFuture)
}

// What the chair said by name is what their casting vote says.
func TestTheCastingVoteFollowsTheChair(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1, CastingVote: committee.Yes})
	x := d.plenary()
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
	other := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: d.sante.ID, Presence: committee.Present}))(t)
	said := func(chair, second, casting committee.Voice) register.VoteCapture {
		return register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Casting: casting, Named: []committee.NamedVoice{
			{Attendance: x.a.ID, Voice: chair}, {Attendance: other.ID, Voice: second},
		}}}
	}
	_, err := x.vote(said(committee.VoiceFor, committee.VoiceAgainst, committee.VoiceAgainst))
	fieldError(t, err, committee.FieldVotes, committee.ReasonOwnVote)
	_, err = x.vote(said(committee.VoiceAgainst, committee.VoiceFor, committee.VoiceFor))
	fieldError(t, err, committee.FieldVotes, committee.ReasonOwnVote)
	must(x.vote(said(committee.VoiceFor, committee.VoiceAgainst, committee.VoiceFor)))(t)
	must(x.vote(said(committee.VoiceAbstain, committee.VoiceAbstain, committee.VoiceAgainst)))(t)
}

// A notice that was short, or that never went out, is among the checks; passed over,
// the meeting keeps it.
func TestAShortNoticeIsAmongTheChecks(t *testing.T) {
	d := newDesk(t)
	c := must(d.Committee(ctx))(t)
	c.Name, c.NoticeDays = "Comité", 8
	must(d.SaveCommittee(ctx, c))(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	m = must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-12"))(t)
	x := d.sitting(m)
	if len(d.failed(m.ID, committee.CheckNotice)) != 1 {
		t.Error("a notice of three days is not among the checks")
	}
	x.m.Notice = ""
	if x.m = must(d.SaveMeeting(ctx, x.m))(t); x.m.Notice != "" || len(d.failed(m.ID, committee.CheckNotice)) != 1 {
		t.Errorf("no notice is not among the checks: %+v", x.m)
	}
	x.m.Notice = "2017-12-07"
	if x.m = must(d.SaveMeeting(ctx, x.m))(t); len(d.failed(m.ID, committee.CheckNotice)) != 0 {
		t.Error("a notice of eight days is among the checks")
	}
	x.m.Notice = "2017-12-12"
	x.m = must(d.SaveMeeting(ctx, x.m))(t)
	must(d.adjourn(x.m, "10:15"))(t)
	kept := must(d.Meeting(ctx, m.ID))(t).Meeting.Overridden
	if !slices.Contains(kept, committee.Override{Check: committee.CheckNotice}) {
		t.Errorf("it keeps %+v", kept)
	}
	if found := must(d.Check(ctx))(t); len(found) > 0 {
		t.Errorf("the check of the file finds %+v", found)
	}
}

// What was adopted under no item was adopted in the presence of its hour.
func TestThePresenceAtTheHourOfAnAdoption(t *testing.T) {
	d := newDesk(t)
	m, justice, sante, i := d.opening()
	must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
	sante = must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
	standAt(t, 10, 5)
	must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
	adopt := func() committee.Thing {
		r := d.recommendation()
		must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: m.ID, On: "2017-12-15"}))(t)
		return recommendations.thing(string(r.ID))
	}
	both := adopt()
	standAt(t, 10, 30)
	sante = must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
	standAt(t, 10, 40)
	one := adopt()
	standAt(t, 10, 50)
	must(d.Move(ctx, sante.ID, sante.Version, true, "", ""))(t)
	x := sat{desk: d, m: m, i: i}
	x.wantMissed(t, one)
	must(d.adjourn(must(d.Meeting(ctx, m.ID))(t).Meeting, "10:50"))(t)
	if r := must(d.MeetingRecord(ctx, m.ID))(t); r.Then[both].Present != 2 || r.Then[one].Present != 1 {
		t.Errorf("the record has %+v", r.Then)
	}
}
