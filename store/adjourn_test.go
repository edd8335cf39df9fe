package store

import (
	"errors"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestChecks(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1})
	x := d.plenary()
	failing := func(t *testing.T, want ...committee.CheckKind) []register.Check {
		t.Helper()
		failed := must(d.Checks(ctx, x.m.ID))(t)
		var kinds []committee.CheckKind
		for _, c := range failed {
			kinds = append(kinds, c.Check)
		}
		if !slices.Equal(kinds, want) {
			t.Fatalf("failing are %v, want %v", kinds, want)
		}
		return failed
	}
	t.Run("items that are not settled, attendance that was not taken", func(t *testing.T) {
		failed := failing(t, committee.CheckAttendance, committee.CheckItem, committee.CheckItem)
		if failed[0].Count != 1 || failed[1].Name.Full != "Premier point" {
			t.Errorf("they are %+v", failed)
		}
		must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)
		for n := range x.now(t).Items {
			i := x.now(t).Items[n] // concluding the one before took it up
			must(d.ConcludeItem(ctx, i.ID, i.Version, committee.DealtWith, "", ""))(t)
		}
		failing(t)
	})
	t.Run("an action without owner or date", func(t *testing.T) {
		e := x.capture(committee.EntryAction, "À préciser")
		failing(t, committee.CheckAction)
		must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: e.Text, Institution: d.justice.ID, Due: "2018-01-01"}))(t)
		failing(t)
	})
	t.Run("a recommendation without addressee", func(t *testing.T) {
		e := x.capture(committee.EntryRecommendation, "À adresser")
		failing(t, committee.CheckProposed, committee.CheckAddressee)
		must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: e.Text, Addressees: []committee.InstitutionID{d.justice.ID}}))(t)
		failing(t, committee.CheckProposed)
		r := must(d.Recommendation(ctx, e.Recommendation))(t).Recommendation
		must(d.DeferRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
		failing(t)
	})
	t.Run("a decision that was put and not settled", func(t *testing.T) {
		v := must(d.SaveDecision(ctx, committee.Decision{Meeting: x.m.ID}, "À trancher"))(t)
		failing(t, committee.CheckDecision)
		must(d.AdoptDecision(ctx, v.ID, v.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
		failing(t)
	})
	t.Run("a vote that does not add up", func(t *testing.T) {
		must(d.SaveEntry(ctx, committee.Entry{Item: x.i.ID, Kind: committee.EntryVote, Text: "Vote", Votes: committee.Votes{For: ptr(3)}}))(t)
		failing(t, committee.CheckVote)
	})
}

// A group is asked for no quorum.
func TestAGroupNotesNoQuorum(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1})
	g := d.sits()
	must(d.SaveAttendance(ctx, committee.Attendance{Meeting: g.m.ID, Institution: d.sante.ID, Presence: committee.Present}))(t)
	if failed := must(d.Checks(ctx, g.m.ID))(t); slices.ContainsFunc(failed, func(c register.Check) bool { return c.Check == committee.CheckQuorum }) {
		t.Errorf("failing are %+v", failed)
	}
}

func TestAdjourning(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	coming := d.meeting(committee.Meeting{Starts: "2018-01-15"})
	x.next = must(d.ConcludeItem(ctx, x.next.ID, x.next.Version, committee.PutOff, "", "faute de temps"))(t)
	standAt(t, 12, 0)
	failed := must(d.Checks(ctx, x.m.ID))(t)
	t.Run("is refused while checks fail", func(t *testing.T) {
		_, err := d.AdjournMeeting(ctx, x.m.ID, x.m.Version, "12:00", passed(failed)[1:]...)
		var e *committee.UncheckedError
		if !errors.As(err, &e) || len(e.Failed) != 1 || e.Failed[0] != failed[0].Override {
			t.Fatalf("got %v", err)
		}
		if v := x.now(t); v.Current() != 0 {
			t.Error("the clock stopped")
		}
	})
	m := must(d.AdjournMeeting(ctx, x.m.ID, x.m.Version, "12:00", passed(failed)...))(t)
	t.Run("keeps what was passed over", func(t *testing.T) {
		if got := must(d.Meeting(ctx, m.ID))(t).Meeting; !slices.Equal(got.Overridden, passed(failed)) || got.Minutes.State != committee.MinutesDraft {
			t.Errorf("kept %+v", got)
		}
	})
	t.Run("names in the journal what each check was about", func(t *testing.T) {
		line := must(d.Journal(ctx, register.Query{Limit: 1}))(t).Rows[0]
		sheet := must(d.JournalLine(ctx, line.Seq))(t)
		for _, o := range m.Overridden {
			if about := (committee.Thing{Kind: o.Kind, ID: o.Thing}); !about.Zero() && sheet.Names[about].Full == "" {
				t.Errorf("%+v has no name", o)
			}
		}
	})
	t.Run("stops the clock", func(t *testing.T) {
		if v := x.now(t); v.Current() != -1 || v.Items[0].Used("2017-12-15", "13:00") != 105 {
			t.Errorf("the agenda is %+v", v.Items)
		}
	})
	t.Run("closes the record", func(t *testing.T) {
		_, err := d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.Note, Text: "Trop tard"})
		refused(t, err, committee.ReasonMeetingClosed)
		_, err = d.Move(ctx, x.a.ID, x.a.Version, true, "", "")
		refused(t, err, committee.ReasonMeetingClosed)
	})
	t.Run("puts what was postponed on the next agenda, as a link", func(t *testing.T) {
		next := must(d.Meeting(ctx, coming.ID))(t).Items
		if len(next) != 1 || next[0].From != x.next.ID || next[0].Title != x.next.Title || next[0].Outcome != committee.Pending {
			t.Fatalf("the next agenda is %+v", next)
		}
		if was := must(d.AgendaItem(ctx, x.next.ID))(t).Item; was.Version != x.next.Version {
			t.Error("the earlier item changed")
		}
	})
}

// A meeting without quorum postpones all it had: what every meeting has of its
// own is not carried over, and what the next one has already is not put on it twice.
func TestOnlyMattersAreCarriedOver(t *testing.T) {
	d := newDesk(t)
	earlier := d.circulated("2017-10-12", "")
	coming := d.meeting(committee.Meeting{Starts: "2018-01-15"})
	d.prepared(coming, register.Preparation{Template: true, Matters: true})
	had := d.agenda(coming.ID)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	d.prepared(m, register.Preparation{Template: true, Matters: true, Minutes: []committee.MeetingID{earlier.ID}})
	d.item(m.ID, "Budget")
	m = must(d.OpenMeeting(ctx, m.ID, must(d.Meeting(ctx, m.ID))(t).Meeting.Version, "09:00"))(t)
	for _, i := range must(d.Meeting(ctx, m.ID))(t).Items {
		must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "pas de quorum"))(t)
	}
	must(d.adjourn(m, "09:30"))(t)
	next := must(d.Meeting(ctx, coming.ID))(t).Items
	if len(next) != len(had)+2 || next[3].Purpose != committee.MinutesAdoption || next[3].Concerns != earlier.ID || next[4].Title != "Budget" {
		t.Errorf("%v became %v", had, d.agenda(coming.ID))
	}
}

// A second notice keeps the agenda of its first meeting; the sessions of a
// workshop are no matter for an ordinary meeting.
func TestWhatOthersPostponeGoesPastASecondNotice(t *testing.T) {
	d := newDesk(t)
	first := d.meeting(committee.Meeting{Starts: "2017-12-01"})
	again := d.meeting(committee.Meeting{Kind: committee.SecondNotice, FirstNotice: first.ID, Starts: "2018-01-10"})
	// adjourned tells which meetings have what was postponed, as its record says.
	adjourned := func(m committee.Meeting, day committee.Date) (taken []committee.MeetingID) {
		m.Starts = day
		m = d.meeting(m)
		m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		d.putOff(m.ID, "Budget du "+string(day))
		session := must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Module, Title: "Séance plénière du jour 1"}))(t)
		must(d.SettleAgendaItem(ctx, session.ID, session.Version, committee.PutOff, "", "faute de temps"))(t)
		must(d.adjourn(m, "12:00"))(t)
		r := must(d.MeetingRecord(ctx, m.ID))(t)
		for _, i := range r.Items {
			taken = append(taken, r.TakenUp[i.ID].ID)
		}
		return taken
	}
	t.Run("without another meeting it waits", func(t *testing.T) {
		taken := adjourned(committee.Meeting{Kind: committee.Workshop, Ends: "2017-12-03"}, "2017-12-02")
		if got := d.agenda(again.ID); len(got) != 0 || !slices.Equal(taken, []committee.MeetingID{"", ""}) {
			t.Errorf("the second notice has %q; taken up by %q", got, taken)
		}
	})
	ordinary := d.meeting(committee.Meeting{Starts: "2018-01-20"})
	t.Run("a workshop’s matters go to the next ordinary meeting, not its sessions", func(t *testing.T) {
		taken := adjourned(committee.Meeting{Kind: committee.Workshop, Ends: "2017-12-06"}, "2017-12-05")
		if !slices.Equal(taken, []committee.MeetingID{ordinary.ID, ""}) {
			t.Errorf("taken up by %q", taken)
		}
		if got := d.agenda(ordinary.ID); !slices.Equal(got, []string{"Budget du 2017-12-05"}) || len(d.agenda(again.ID)) != 0 {
			t.Errorf("the ordinary meeting has %q, the second notice %q", got, d.agenda(again.ID))
		}
	})
	t.Run("the first meeting’s own go to its second notice", func(t *testing.T) {
		first = must(d.OpenMeeting(ctx, first.ID, first.Version, "09:00"))(t)
		d.putOff(first.ID, "Calendrier")
		must(d.adjourn(first, "12:00"))(t)
		if got := d.agenda(again.ID); !slices.Equal(got, []string{"Calendrier"}) {
			t.Errorf("the second notice has %q", got)
		}
	})
}

func TestAdjourningAgain(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	coming := d.meeting(committee.Meeting{Starts: "2018-01-15"})
	must(d.ConcludeItem(ctx, x.next.ID, x.next.Version, committee.PutOff, "", "faute de temps"))(t)
	m := must(d.adjourn(x.m, "10:15"))(t)
	t.Run("is taken back and made again", func(t *testing.T) {
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if v := x.now(t); v.Meeting.State != committee.InSession || v.Current() != 0 {
			t.Errorf("it is %s", v.Meeting.State)
		}
		must(struct{}{}, d.Redo(ctx, must(d.NextRedo(ctx))(t).Line.Seq))(t)
		m = must(d.Meeting(ctx, m.ID))(t).Meeting
		if m.State != committee.Adjourned || len(must(d.Meeting(ctx, coming.ID))(t).Items) != 1 {
			t.Errorf("it is %s", m.State)
		}
	})
	t.Run("reopening needs a reason and opens the record again", func(t *testing.T) {
		_, err := d.ReopenMeeting(ctx, m.ID, m.Version, "")
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
		m = must(d.ReopenMeeting(ctx, m.ID, m.Version, "une décision oubliée"))(t)
		x.capture(committee.EntryDecision, "La décision oubliée")
	})
	t.Run("a second adjournment carries nothing over twice", func(t *testing.T) {
		m = must(d.adjourn(m, "10:15"))(t)
		if next := must(d.Meeting(ctx, coming.ID))(t).Items; len(next) != 1 {
			t.Errorf("the next agenda is %+v", next)
		}
		m = must(d.CirculateMinutes(ctx, m.ID, m.Version, "2017-12-20"))(t)
		_, err := d.ReopenMeeting(ctx, m.ID, m.Version, "trop tard")
		refused(t, err, committee.ReasonMeetingClosed)
	})
}
