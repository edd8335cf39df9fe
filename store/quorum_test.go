package store

import (
	"testing"

	"suivi/internal/committee"
)

// rule gives the committee a quorum rule.
func (d desk) rule(q committee.Quorum) {
	d.t.Helper()
	c := must(d.Committee(ctx))(d.t)
	c.Name, c.Quorum = "Comité", q
	must(d.SaveCommittee(ctx, c))(d.t)
}

func (d desk) wantQuorum(t *testing.T, id committee.MeetingID, base, required, present int) {
	t.Helper()
	s := must(d.Meeting(ctx, id))(t)
	if s.Base != base || s.Required != required || s.Present != present {
		t.Errorf("base %d, required %d, present %d; want %d, %d, %d", s.Base, s.Required, s.Present, base, required, present)
	}
}

func TestQuorum(t *testing.T) {
	d := newDesk(t)
	must(d.SaveInstitution(ctx, committee.Institution{Name: "ONUDC", Capacity: committee.Partner}))(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID, Presence: committee.Present}))(t)
	must(d.SaveAttendance(ctx, committee.Attendance{
		Meeting: m.ID, Institution: d.sante.ID, Presence: committee.Represented, RepresentedBy: "M. Keïta",
	}))(t)
	want := func(t *testing.T, base, required, present int) {
		t.Helper()
		d.wantQuorum(t, m.ID, base, required, present)
	}
	t.Run("without a rule nobody is required", func(t *testing.T) { want(t, 2, 0, 1) })
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Numerator: 2, Denominator: 3, Proxies: committee.No})
	t.Run("of institutions counts those there, proxies aside", func(t *testing.T) { want(t, 2, 2, 1) })
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Numerator: 2, Denominator: 3, Proxies: committee.Yes, MaxProxies: 1})
	t.Run("counts proxies when the rule says so", func(t *testing.T) { want(t, 2, 2, 2) })
	t.Run("counts no more proxies than one bearer may have", func(t *testing.T) {
		third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
		must(d.SaveAttendance(ctx, committee.Attendance{
			Meeting: m.ID, Institution: third.ID, Presence: committee.Represented, RepresentedBy: "m. keita",
		}))(t)
		want(t, 3, 2, 2)
	})
}

func TestQuorumOfMandates(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	titular := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID, Presence: committee.Present}))(t)
	want := func(t *testing.T, base, required, present int) {
		t.Helper()
		d.wantQuorum(t, m.ID, base, required, present)
	}
	d.rule(committee.Quorum{Base: committee.BaseMandates, Number: 1, Proxies: committee.No})
	t.Run("of mandates counts the full members with one in force that day", func(t *testing.T) {
		late := must(d.SavePerson(ctx, committee.Person{Name: "Nommée demain"}))(t)
		post := must(d.SaveFunction(ctx, committee.Function{Institution: d.sante.ID, Title: "Directrice"}))(t)
		must(d.SaveMandate(ctx, committee.Mandate{Person: late.ID, Function: post.ID, Kind: committee.Titular, From: "2017-12-16"}))(t)
		want(t, 1, 1, 1)
	})
	t.Run("who left the session does not count, even once it is over, who came back does", func(t *testing.T) {
		open := must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		titular.Movements = []committee.Movement{{At: "10:38"}}
		titular = must(d.SaveAttendance(ctx, titular))(t)
		want(t, 1, 1, 0)
		titular.Movements = append(titular.Movements, committee.Movement{At: "11:00", Arrival: true})
		titular = must(d.SaveAttendance(ctx, titular))(t)
		want(t, 1, 1, 1)
		titular.Movements = append(titular.Movements, committee.Movement{At: "11:30"})
		titular = must(d.SaveAttendance(ctx, titular))(t)
		open = must(d.adjourn(open, "10:15"))(t)
		want(t, 1, 1, 0)
		if r := must(d.MeetingRecord(ctx, m.ID))(t); r.Counted.Present != 1 {
			t.Errorf("of those on the list %d came", r.Counted.Present)
		}
		must(d.ReopenMeeting(ctx, open.ID, open.Version, "oubli"))(t)
	})
	t.Run("guests and observers do not count", func(t *testing.T) {
		titular.Quality = committee.AsObserver
		titular = must(d.SaveAttendance(ctx, titular))(t)
		want(t, 1, 1, 0)
	})
	t.Run("an alternate sits for the function", func(t *testing.T) {
		titular.Quality, titular.Presence = committee.QualityUnsaid, committee.Excused
		must(d.SaveAttendance(ctx, titular))(t)
		must(d.SaveAttendance(ctx, committee.Attendance{
			Meeting: m.ID, Function: d.function.ID, Quality: committee.AsAlternate, Presence: committee.Present,
		}))(t)
		want(t, 1, 1, 1)
	})
	t.Run("a group's meeting requires nobody", func(t *testing.T) {
		own := must(d.Meeting(ctx, d.apart().ID))(t)
		if own.Required != 0 {
			t.Errorf("requires %d", own.Required)
		}
	})
}
