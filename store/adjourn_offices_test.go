package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// failed are the checks of one kind that fail, by what each is about.
func (d desk) failed(m committee.MeetingID, kind committee.CheckKind) []register.Check {
	d.t.Helper()
	return slices.DeleteFunc(must(d.Checks(ctx, m))(d.t), func(c register.Check) bool { return c.Check != kind })
}

func TestAMeetingIsAskedWhoPresidesAndWhoWrites(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	clerk := must(d.SavePerson(ctx, committee.Person{Name: "Awa Traoré"}))(t)
	noted := func(p committee.Presence) {
		for _, a := range must(d.Meeting(ctx, x.m.ID))(t).Attendance {
			if a.Person == clerk.ID {
				must(d.Attend(ctx, a.ID, a.Version, register.Attending{Presence: p}))(t)
			}
		}
	}
	t.Run("nobody is named", func(t *testing.T) {
		m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
		m.Chair, m.Secretary = "", ""
		m = must(d.SaveMeeting(ctx, m))(t)
		for _, kind := range []committee.CheckKind{committee.CheckChair, committee.CheckSecretary} {
			if got := d.failed(m.ID, kind); len(got) != 1 || got[0].Thing != "" {
				t.Errorf("%s: %+v", kind, got)
			}
		}
	})
	t.Run("who is named and on no list is taken at their word", func(t *testing.T) {
		m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
		m.Chair, m.Secretary = d.person.ID, clerk.ID
		must(d.SaveMeeting(ctx, m))(t)
		if got := append(d.failed(m.ID, committee.CheckChair), d.failed(m.ID, committee.CheckSecretary)...); len(got) != 0 {
			t.Errorf("failing are %+v", got)
		}
	})
	t.Run("who is noted as absent did not write", func(t *testing.T) {
		must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Person: clerk.ID}))(t)
		if got := d.failed(x.m.ID, committee.CheckSecretary); len(got) != 0 {
			t.Errorf("before anything is noted: %+v", got)
		}
		noted(committee.Excused)
		if got := d.failed(x.m.ID, committee.CheckSecretary); len(got) != 1 || got[0].Thing != string(clerk.ID) || got[0].Name.Full != "Awa Traoré" {
			t.Errorf("excused: %+v", got)
		}
	})
	t.Run("it is passed over and kept", func(t *testing.T) {
		m := must(d.adjourn(must(d.Meeting(ctx, x.m.ID))(t).Meeting, "10:15"))(t)
		if !slices.Contains(m.Overridden, committee.Override{Check: committee.CheckSecretary, Kind: committee.KindPerson, Thing: string(clerk.ID)}) {
			t.Errorf("kept %+v", m.Overridden)
		}
		x.m = must(d.ReopenMeeting(ctx, m.ID, m.Version, "la liste était fausse"))(t)
	})
	t.Run("whoever came after all was there", func(t *testing.T) {
		noted(committee.Present)
		if got := d.failed(x.m.ID, committee.CheckSecretary); len(got) != 0 {
			t.Errorf("failing are %+v", got)
		}
	})
}

func TestARecommendationPutToAMeetingIsDecidedOn(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t)
	of := func(text string, at committee.MeetingID) committee.Recommendation {
		return must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2017-11-01", Group: group.ID, Meeting: at}, text))(t)
	}
	own, other := of("Du groupe", ""), of("D’une autre réunion", d.meeting(committee.Meeting{Starts: "2017-11-01"}).ID)
	left := func() (refs []string) {
		for _, c := range d.failed(x.m.ID, committee.CheckProposed) {
			refs = append(refs, c.Name.Ref)
		}
		return refs
	}
	i := must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: x.m.ID, Kind: committee.ReportBack, Title: "Rapport du groupe", Group: group.ID}))(t)
	if got := left(); len(got) != 0 {
		t.Fatalf("before the item is dealt with: %v", got)
	}
	i = must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.DealtWith, "", ""))(t)
	if got := left(); !slices.Equal(got, []string{own.Ref}) {
		t.Fatalf("left are %v, want %s and not %s", got, own.Ref, other.Ref)
	}
	must(d.RejectRecommendation(ctx, own.ID, own.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15", Reason: "sans objet"}))(t)
	if got := left(); len(got) != 0 {
		t.Fatalf("after it was rejected: %v", got)
	}
	e := x.capture(committee.EntryRecommendation, "Notée en séance")
	if got := left(); len(got) != 1 {
		t.Fatalf("left are %v", got)
	}
	at := must(d.AgendaItem(ctx, x.i.ID))(t).Item
	must(d.SettleAgendaItem(ctx, at.ID, at.Version, committee.PutOff, "", "faute de temps"))(t)
	if got := left(); len(got) != 0 {
		t.Errorf("%s waits with its item: %v", e.Recommendation, got)
	}
}

// What a group proposes, the plenary decides on.
func TestAGroupLeavesItsRecommendationsToThePlenary(t *testing.T) {
	d := newDesk(t)
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t)
	m := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: group.ID, Starts: "2017-12-15"})
	must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2017-12-15", Group: group.ID, Meeting: m.ID}, "Désigner un point focal"))(t)
	if got := d.failed(m.ID, committee.CheckProposed); len(got) != 0 {
		t.Errorf("failing are %+v", got)
	}
}
