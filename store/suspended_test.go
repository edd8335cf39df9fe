package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// While a session is suspended nobody decides anything; what is noted is noted.
func TestNothingIsDecidedWhileASessionIsSuspended(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
	note := x.capture(committee.Note, "Le siège est à Kayes")
	r := d.recommendation()
	x.m = must(d.SuspendMeeting(ctx, x.m.ID, must(d.Meeting(ctx, x.m.ID))(t).Meeting.Version))(t)
	for _, kind := range []committee.EntryKind{committee.EntryDecision, committee.EntryRecommendation, committee.EntryAction} {
		_, err := d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: kind, Text: "Le siège est à Kayes"})
		refused(t, err, committee.ReasonSuspended)
	}
	_, err := d.TurnLine(ctx, note.ID, note.Version, register.Capture{Kind: committee.EntryDecision, Text: note.Text})
	refused(t, err, committee.ReasonSuspended)
	_, err = x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.Consensus}})
	refused(t, err, committee.ReasonSuspended)
	_, err = d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: r.ID, Version: r.Version}})
	refused(t, err, committee.ReasonSuspended)
	_, err = d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"})
	refused(t, err, committee.ReasonSuspended)
	_, err = d.RejectRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15", Reason: "trop cher"})
	refused(t, err, committee.ReasonSuspended)
	v := d.decision()
	_, err = d.AdoptDecision(ctx, v.ID, v.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"})
	refused(t, err, committee.ReasonSuspended)
	x.capture(committee.Note, "Le bureau se concerte")
	must(d.ResumeMeeting(ctx, x.m.ID, x.m.Version))(t)
	x.capture(committee.EntryDecision, "Le siège est à Kayes")
}
