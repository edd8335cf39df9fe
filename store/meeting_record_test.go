package store

import (
	"errors"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestTheRecordOfAMeetingIsWhole(t *testing.T) {
	d := newDesk(t)
	before := d.held("2017-06-01")
	earlier := d.action(committee.Action{Due: "2017-12-01"})
	later := d.meeting(committee.Meeting{Starts: "2018-02-01"})
	d.meeting(committee.Meeting{Starts: "2018-03-01"})
	m := d.meeting(committee.Meeting{Starts: "2017-12-15", Chair: d.person.ID})
	m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
	item := d.item(m.ID, "Point")
	must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID, Function: d.function.ID, Presence: committee.Present}))(t)
	must(d.SaveEntry(ctx, committee.Entry{Item: item.ID, Kind: committee.Statement, Text: "Dit", Speaker: d.function.ID}))(t)
	here := committee.Ruling{Meeting: m.ID, On: "2017-12-15", Reason: "motif"}
	put := must(d.SaveDecision(ctx, committee.Decision{Item: item.ID}, "Décidé ici"))(t)
	must(d.AdoptDecision(ctx, put.ID, put.Version, here))(t)
	old := d.decision()
	old = must(d.AdoptDecision(ctx, old.ID, old.Version, committee.Ruling{Meeting: before.ID, On: "2017-11-02"}))(t)
	here.Text = "Autrement"
	must(d.AmendDecision(ctx, old.ID, old.Version, here))(t)
	r := d.recommendation()
	must(d.RejectRecommendation(ctx, r.ID, r.Version, here))(t)
	d.recommendation()
	d.decision()
	must(d.SaveAction(ctx, committee.Action{Text: "Agir", Item: item.ID, Meeting: m.ID, Institution: d.sante.ID}))(t)
	earlier = must(d.ReportProgress(ctx, earlier.Version, committee.Update{Action: earlier.ID, Text: "Avance", Meeting: m.ID, On: "2017-12-15"}))(t)
	must(d.GrantExtension(ctx, earlier.Version, committee.Extension{Action: earlier.ID, To: "2018-06-01", Reason: "Retard", Meeting: m.ID, On: "2017-12-15"}))(t)
	before = must(d.CirculateMinutes(ctx, before.ID, before.Version, "2017-06-10"))(t)
	must(d.AdoptMinutes(ctx, before.ID, before.Version, m.ID, "2017-12-15"))(t)

	got := must(d.MeetingRecord(ctx, m.ID))(t)
	if got.Meeting.ID != m.ID || len(got.Items) != 1 || len(got.Entries) != 2 || len(got.Attendance) != 1 {
		t.Errorf("of the sitting it holds %+v, %d items, %d lines, %d people", got.Meeting, len(got.Items), len(got.Entries), len(got.Attendance))
	}
	if len(got.Decisions) != 2 || len(got.Recommendations) != 1 || got.Recommendations[0].ID != r.ID || len(got.Actions) != 1 {
		t.Errorf("of what came of it: %d decisions, %+v, %d actions", len(got.Decisions), got.Recommendations, len(got.Actions))
	}
	if len(got.Minutes) != 1 || got.Minutes[0].ID != before.ID {
		t.Errorf("the minutes adopted there are %+v", got.Minutes)
	}
	if len(got.Updates) != 1 || len(got.Extensions) != 1 || len(got.Followed) != 1 || got.Followed[0].ID != earlier.ID {
		t.Errorf("of the answers: %d, %d, %+v", len(got.Updates), len(got.Extensions), got.Followed)
	}
	if got.Next == nil || got.Next.ID != later.ID {
		t.Errorf("the next meeting is %+v", got.Next)
	}
	if got.Offices[d.person.ID] != d.function.ID || got.Posts[d.function.ID] != d.justice.ID {
		t.Errorf("held: %v, of: %v", got.Offices, got.Posts)
	}
	for kind, id := range map[committee.Kind]string{
		committee.KindPerson: string(d.person.ID), committee.KindFunction: string(d.function.ID), committee.KindInstitution: string(d.sante.ID),
	} {
		if (got.Names[committee.Thing{Kind: kind, ID: id}] == register.Name{}) {
			t.Errorf("a %s has no name", kind)
		}
	}
	if _, err := d.MeetingRecord(ctx, "none"); !errors.Is(err, committee.ErrNotFound) {
		t.Errorf("of no meeting: %v", err)
	}
}

func TestAMeetingIsCalledByItsReference(t *testing.T) {
	d := newDesk(t)
	if _, err := d.MeetingCalled(ctx, ""); !errors.Is(err, committee.ErrNotFound) {
		t.Errorf("in an empty file: %v", err)
	}
	first := d.held("2017-06-01")
	last := d.held("2017-09-01")
	planned := d.meeting(committee.Meeting{Starts: "2018-01-01"})
	for name, want := range map[string]committee.MeetingID{first.Ref: first.ID, string(first.ID): first.ID, "": last.ID, string(planned.ID): planned.ID} {
		if got := must(d.MeetingCalled(ctx, name))(t); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
	for _, name := range []string{"99/2017", "' OR 1=1 --", " "} {
		if _, err := d.MeetingCalled(ctx, name); !errors.Is(err, committee.ErrNotFound) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// While a meeting sits, the last one is that; then the one that rose last, which
// need not have begun last.
func TestTheLastMeetingIsTheOneInSession(t *testing.T) {
	d := newDesk(t)
	workshop := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-06-01", Ends: "2017-06-03"})
	workshop = must(d.OpenMeeting(ctx, workshop.ID, workshop.Version, "09:00"))(t)
	workshop = must(d.adjourn(workshop, "17:00"))(t)
	within := d.held("2017-06-02")
	if got := must(d.MeetingCalled(ctx, ""))(t); got != workshop.ID {
		t.Errorf("the last is %s, want the workshop", got)
	}
	sits := d.meeting(committee.Meeting{Starts: "2017-05-01"})
	must(d.OpenMeeting(ctx, sits.ID, sits.Version, "09:00"))(t)
	if got := must(d.MeetingCalled(ctx, ""))(t); got != sits.ID {
		t.Errorf("the last is %s, want the one in session", got)
	}
	var ids []committee.MeetingID
	for _, m := range must(d.MeetingsOn(ctx, "2017-06-02"))(t) {
		ids = append(ids, m.ID)
	}
	if !slices.Equal(ids, []committee.MeetingID{workshop.ID, within.ID}) {
		t.Errorf("on a day of the workshop: %v", ids)
	}
	if got := must(d.MeetingsOn(ctx, "2017-06-04"))(t); len(got) > 0 {
		t.Errorf("on the day after: %+v", got)
	}
}

// The record tells when the session was reopened, by whom and why, in the time
// of whoever reads it; a reopening that was taken back was none.
func TestTheRecordTellsWhenTheSessionWasReopened(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	m := must(d.adjourn(x.m, "10:15"))(t)
	d.Store = d.As(committee.Actor{Name: "Awa Diarra"})
	m = must(d.ReopenMeeting(ctx, m.ID, m.Version, "une décision oubliée"))(t)
	at := d.moment()
	want := []register.Reopening{{On: at.on, At: at.at, By: "Awa Diarra", Why: "une décision oubliée"}}
	if got := must(d.MeetingRecord(ctx, m.ID))(t).Reopened; !slices.Equal(got, want) {
		t.Errorf("it tells %+v, want %+v", got, want)
	}
	must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
	if got := must(d.MeetingRecord(ctx, m.ID))(t).Reopened; len(got) > 0 {
		t.Errorf("taken back it tells %+v", got)
	}
}

// A list that is corrected once the session is reopened does not change what was
// counted then: the record says so.
func TestTheRecordTellsThatTheListWasCorrectedAfterwards(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
	m := must(d.adjourn(must(d.Meeting(ctx, x.m.ID))(t).Meeting, "10:15"))(t)
	m = must(d.ReopenMeeting(ctx, m.ID, m.Version, "une présence à corriger"))(t)
	if must(d.MeetingRecord(ctx, m.ID))(t).Relisted {
		t.Error("it tells so before anything is corrected")
	}
	must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Absent}))(t)
	if !must(d.MeetingRecord(ctx, m.ID))(t).Relisted {
		t.Error("it does not tell that the list was corrected")
	}
}

// An item that goes on in the afternoon keeps the presence of then; the record
// tells that of the morning beside it.
func TestTheRecordTellsThePresenceOnEachHalfDayOfAnItem(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	standOn(t, 15, 10, 0)
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Present, 1, false)
	if got := must(d.MeetingRecord(ctx, x.m.ID))(t).Stages; len(got) > 0 {
		t.Errorf("in the morning it tells %+v", got)
	}
	standOn(t, 15, 15, 0)
	x.note(t, &x.a, committee.Present, 1, true)
	v := x.now(t)
	must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
	got := must(d.MeetingRecord(ctx, x.m.ID))(t).Stages
	stages := got[v.Items[0].ID]
	if len(got) != 1 || len(stages) != 2 || stages[0].Quorum.Present != 2 || stages[1].Quorum.Present != 1 || stages[0].Half.Afternoon || !stages[1].Half.Afternoon {
		t.Errorf("it tells %+v", got)
	}
}
