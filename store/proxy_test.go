package store

import (
	"errors"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A proxy is its bearer's: one who has too many, or is not there, bears no more.
func TestProxiesCountByTheirBearer(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1, Proxies: committee.Yes, MaxProxies: 1})
	holder := must(d.SavePerson(ctx, committee.Person{Name: "Aïssata Koné"}))(t)
	bears := must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Person: holder.ID, Quality: committee.AsGuest}}))(t)
	third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
	var all []committee.Attendance
	for _, of := range []committee.InstitutionID{d.sante.ID, third.ID} {
		all = append(all, must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: of}))(t))
	}
	by := func(t *testing.T, n int, name string) {
		t.Helper()
		all[n] = must(d.Attend(ctx, all[n].ID, all[n].Version, register.Attending{Presence: committee.Represented, By: name, As: committee.AsProxy}))(t)
	}
	are := func(t *testing.T, present int, first, second register.Uncounted) {
		t.Helper()
		v := x.now(t)
		if v.Quorum.Present != present || v.Uncounted[all[0].ID] != first || v.Uncounted[all[1].ID] != second {
			t.Errorf("present %d, not counted %v", v.Quorum.Present, v.Uncounted)
		}
	}
	t.Run("one bearer however the name is written", func(t *testing.T) {
		by(t, 0, "Aïssata Koné")
		by(t, 1, "aissata  kone")
		are(t, 1, "", register.HolderFull)
	})
	t.Run("somebody who is not on the list bears one once they are", func(t *testing.T) {
		by(t, 1, "Mme Ba")
		are(t, 1, "", register.HolderUnlisted)
		if lost := must(d.MeetingRecord(ctx, x.m.ID))(t).Uncounted; len(lost) != 1 || lost[all[1].ID] != register.HolderUnlisted {
			t.Errorf("the record does not count %v", lost)
		}
		who := must(d.SavePerson(ctx, committee.Person{Name: "Mme Ba"}))(t)
		must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Person: who.ID, Quality: committee.AsGuest}}))(t)
		are(t, 2, "", "")
	})
	t.Run("nobody represents themselves", func(t *testing.T) {
		_, err := d.Attend(ctx, bears.ID, bears.Version, register.Attending{Presence: committee.Represented, By: "aissata kone", As: committee.AsProxy})
		var fault *committee.FieldError
		if !errors.As(err, &fault) || fault.Field != committee.FieldBy || fault.Reason != committee.ReasonSelf {
			t.Errorf("error %v", err)
		}
	})
	t.Run("not once the bearer has left", func(t *testing.T) {
		bears = must(d.Move(ctx, bears.ID, bears.Version, false, "", ""))(t)
		are(t, 1, register.HolderAway, "")
		if lost := must(d.MeetingRecord(ctx, x.m.ID))(t).Uncounted; len(lost) != 0 {
			t.Errorf("the record does not count %v, which counted until then", lost)
		}
		must(d.Attend(ctx, bears.ID, bears.Version, register.Attending{Presence: committee.Absent}))(t)
		are(t, 1, register.HolderAway, "")
	})
}

// Who bears a proxy is one line of the list, not a spelling: the name may be
// corrected later, two people may share one, and an institution may be named.
func TestProxiesAreBorneByWhoeverIsOnTheList(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1, Proxies: committee.Yes, MaxProxies: 1})
	named := func(name string) (committee.Person, committee.Attendance) {
		who := must(d.SavePerson(ctx, committee.Person{Name: name}))(t)
		return who, must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Person: who.ID, Quality: committee.AsGuest}}))(t)
	}
	represented := func(acronym string, a register.Attending) committee.Attendance {
		t.Helper()
		of := must(d.SaveInstitution(ctx, committee.Institution{Name: "Structure " + acronym, Acronym: acronym, Capacity: committee.Member}))(t)
		line := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: of.ID}))(t)
		a.Presence, a.As = committee.Represented, committee.AsProxy
		return must(d.Attend(ctx, line.ID, line.Version, a))(t)
	}
	lost := func(a committee.Attendance) register.Uncounted { return x.now(t).Uncounted[a.ID] }
	t.Run("a name that is corrected later", func(t *testing.T) {
		who, bears := named("Aissata Konne")
		one := represented("UN", register.Attending{By: "aïssata konne"})
		if one.Holder != bears.ID {
			t.Fatalf("it is borne by %q", one.Holder)
		}
		who.Name = "Aïssata Koné"
		must(d.SavePerson(ctx, who))(t)
		if two := represented("DEUX", register.Attending{By: "Aïssata Koné"}); two.Holder != bears.ID || lost(two) != register.HolderFull || lost(one) != "" {
			t.Errorf("the second is borne by %q, lost %v", two.Holder, x.now(t).Uncounted)
		}
		must(d.Move(ctx, bears.ID, bears.Version, false, "", ""))(t)
		if lost(one) != register.HolderAway {
			t.Errorf("lost are %v", x.now(t).Uncounted)
		}
	})
	t.Run("two people of one name, one of whom was chosen", func(t *testing.T) {
		_, first := named("Moussa Traoré")
		_, second := named("Moussa Traoré")
		one := represented("TROIS", register.Attending{By: "Moussa Traoré", Holder: first.ID})
		two := represented("QUATRE", register.Attending{By: "Moussa Traoré", Holder: second.ID})
		if lost(one) != "" || lost(two) != "" {
			t.Errorf("lost are %v", x.now(t).Uncounted)
		}
		if other := represented("CINQ", register.Attending{By: "Moussa Traoré"}); other.Holder != "" {
			t.Errorf("it was not said which: %q", other.Holder)
		}
	})
	t.Run("an institution that is expected", func(t *testing.T) {
		line := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: d.sante.ID, Presence: committee.Absent}))(t)
		one := represented("SIX", register.Attending{By: "Ministère de la Santé"})
		if one.Holder != line.ID || lost(one) != register.HolderAway {
			t.Errorf("borne by %q, lost %v", one.Holder, x.now(t).Uncounted)
		}
	})
	t.Run("another name lets go of the first", func(t *testing.T) {
		_, bears := named("Sali Konaté")
		one := represented("SEPT", register.Attending{By: "Sali Konaté"})
		one.RepresentedBy = "Mme Ba"
		if one = must(d.SaveAttendance(ctx, one))(t); one.Holder != "" {
			t.Errorf("it is still borne by %q, %q", one.Holder, bears.ID)
		}
	})
}

// Of a workshop each half-day says which of its proxies did not count.
func TestLostProxiesAreToldOfEachHalfDay(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1, Proxies: committee.Yes, MaxProxies: 1})
	m := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-14", Ends: "2017-12-16"})
	m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
	holder := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID}))(t)
	line := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Institution: d.sante.ID}))(t)
	for day, presence := range []committee.Presence{committee.Absent, committee.Present} {
		holder = must(d.Attend(ctx, holder.ID, holder.Version, register.Attending{Presence: presence, Day: day + 1}))(t)
		line = must(d.Attend(ctx, line.ID, line.Version, register.Attending{Presence: committee.Represented, By: d.person.Name, As: committee.AsProxy, Day: day + 1}))(t)
	}
	got := must(d.Session(ctx, m.ID))(t).HalvesUncounted
	if len(got) != 6 || got[0][line.ID] != register.HolderAway || got[2][line.ID] != "" || len(got[1]) != 0 {
		t.Errorf("lost are %v", got)
	}
}
