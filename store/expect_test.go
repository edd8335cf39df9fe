package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestThoseExpected(t *testing.T) {
	d := newDesk(t) // Justice has a titular, Santé has nobody
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	must(d.SaveInstitution(ctx, committee.Institution{Name: "Observateur", Capacity: committee.Observer}))(t)
	list := func(m committee.MeetingID) []committee.Attendance { return must(d.Meeting(ctx, m))(t).Attendance }
	t.Run("titulars, and the member itself where it has none", func(t *testing.T) {
		if n := must(d.ExpectAttendance(ctx, m.ID, m.Version))(t); n != 2 {
			t.Fatalf("%d lines added", n)
		}
		got := list(m.ID)
		if a := got[0]; a.Person != d.person.ID || a.Function != d.function.ID || a.Quality != committee.AsTitular || a.Presence != committee.Awaited {
			t.Errorf("Justice is expected as %+v", a)
		}
		if a := got[1]; a.Institution != d.sante.ID || a.Person != "" {
			t.Errorf("Santé is expected as %+v", a)
		}
	})
	t.Run("again, it adds nobody twice, and keeps what was noted", func(t *testing.T) {
		a := list(m.ID)[0]
		a.Presence = committee.Excused
		must(d.SaveAttendance(ctx, a))(t)
		if n := must(d.ExpectAttendance(ctx, m.ID, m.Version))(t); n != 0 || list(m.ID)[0].Presence != committee.Excused {
			t.Errorf("%d lines added: %+v", n, list(m.ID))
		}
	})
	t.Run("by the mandates of the first day", func(t *testing.T) {
		past := d.meeting(committee.Meeting{Starts: "2016-12-15"})
		must(d.ExpectAttendance(ctx, past.ID, past.Version))(t)
		if got := list(past.ID); len(got) != 2 || got[0].Person != "" {
			t.Errorf("before the mandate %+v are expected", got)
		}
	})
	t.Run("the alternate of a member without titular", func(t *testing.T) {
		f := must(d.SaveFunction(ctx, committee.Function{Institution: d.sante.ID, Title: "Directrice"}))(t)
		p := must(d.SavePerson(ctx, committee.Person{Name: "Fanta Diallo"}))(t)
		must(d.SaveMandate(ctx, committee.Mandate{Person: p.ID, Function: f.ID, Kind: committee.Alternate, From: "2017-01-01"}))(t)
		other := d.meeting(committee.Meeting{Starts: "2017-12-20"})
		must(d.ExpectAttendance(ctx, other.ID, other.Version))(t)
		if got := list(other.ID); len(got) != 2 || got[1].Person != p.ID || got[1].Quality != committee.AsAlternate {
			t.Errorf("%+v are expected", got)
		}
	})
}

func TestThoseExpectedOfAGroup(t *testing.T) {
	d := newDesk(t)
	observer := must(d.SaveInstitution(ctx, committee.Institution{Name: "Observateur", Capacity: committee.Observer}))(t)
	list := func(m committee.MeetingID) []committee.Attendance { return must(d.Meeting(ctx, m))(t).Attendance }
	t.Run("of a group: its members, its chair and its rapporteur", func(t *testing.T) {
		chair := must(d.SavePerson(ctx, committee.Person{Name: "Présidente"}))(t)
		g := must(d.SaveGroup(ctx, committee.Group{
			Name: "Prévention", Kind: committee.Standing, Chair: chair.ID, Rapporteur: d.person.ID,
			Members: []committee.InstitutionID{d.justice.ID, observer.ID},
		}))(t)
		of := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: g.ID, Starts: "2017-12-15"})
		must(d.ExpectAttendance(ctx, of.ID, of.Version))(t)
		var who []string
		for _, a := range list(of.ID) {
			who = append(who, string(a.Person)+string(a.Institution))
		}
		want := []string{string(d.person.ID) + string(d.justice.ID), string(observer.ID), string(chair.ID)}
		if slices.Sort(who); len(who) != 3 {
			t.Errorf("%v are expected, want %v", who, want)
		}
		for _, w := range want {
			if !slices.Contains(who, w) {
				t.Errorf("%v are expected, want %v", who, want)
			}
		}
	})
	t.Run("nobody is expected at an adjourned session", func(t *testing.T) {
		held := d.held("2017-09-07")
		_, err := d.ExpectAttendance(ctx, held.ID, held.Version)
		refused(t, err, committee.ReasonState)
	})
}

func TestSecondNotice(t *testing.T) {
	d := newDesk(t)
	first := d.meeting(committee.Meeting{Starts: "2017-12-01", StartTime: "09:00", Place: "Bamako", Chair: d.person.ID, Title: "Réunion de décembre"})
	d.prepared(first, register.Preparation{Template: true})
	gone := d.item(first.ID, "Retiré")
	must(d.SettleAgendaItem(ctx, gone.ID, gone.Version, committee.ItemWithdrawn, "", ""))(t)
	t.Run("not before the first notice went out", func(t *testing.T) {
		_, err := d.CallAgain(ctx, first.ID, first.Version, "2017-12-20", "")
		refused(t, err, committee.ReasonState)
	})
	first = must(d.ConveneMeeting(ctx, first.ID, first.Version, "2017-11-20"))(t)
	t.Run("not for the same day", func(t *testing.T) {
		_, err := d.CallAgain(ctx, first.ID, first.Version, "2017-12-01", "")
		fieldError(t, err, committee.FieldStarts, committee.ReasonNotLater)
	})
	again := must(d.CallAgain(ctx, first.ID, first.Version, "2017-12-20", "quorum non atteint"))(t)
	t.Run("it is linked to the first, with its place, hours and chair, and no number yet", func(t *testing.T) {
		if again.Kind != committee.SecondNotice || again.FirstNotice != first.ID || again.Place != "Bamako" || again.StartTime != "09:00" ||
			again.Chair != d.person.ID || again.Number != 0 || again.State != committee.Planned || again.Title != "Seconde convocation\u00a0: Réunion de décembre" {
			t.Errorf("it is %+v", again)
		}
		if got := must(d.Meeting(ctx, first.ID))(t).Again; got != again.ID {
			t.Errorf("the first one knows %q", got)
		}
		if got := must(d.ConveneMeeting(ctx, again.ID, again.Version, "2017-12-10"))(t); got.Ref != "02/2017" {
			t.Errorf("convened it is %q", got.Ref)
		}
	})
	t.Run("its agenda is the same, less what was withdrawn, each item from its first", func(t *testing.T) {
		before, after := must(d.Meeting(ctx, first.ID))(t).Items, must(d.Meeting(ctx, again.ID))(t).Items
		if len(after) != len(before)-1 {
			t.Fatalf("the agenda is %v", d.agenda(again.ID))
		}
		if after[0].Title != "Ouverture de la séance, constat de la seconde convocation" || after[0].Purpose != committee.Opening || after[0].From != before[0].ID {
			t.Errorf("it opens with %+v", after[0])
		}
		for n, i := range after[1:] {
			if i.Title != before[n+1].Title || i.From != before[n+1].ID || i.Planned != before[n+1].Planned {
				t.Errorf("%q became %+v", before[n+1].Title, i)
			}
		}
	})
	t.Run("there is one second notice at a time", func(t *testing.T) {
		_, err := d.CallAgain(ctx, first.ID, first.Version, "2017-12-22", "")
		refused(t, err, committee.ReasonCalledAgain)
	})
	t.Run("and none of a second notice, of a group, or of a meeting that had its quorum", func(t *testing.T) {
		a := must(d.Meeting(ctx, again.ID))(t).Meeting
		_, err := d.CallAgain(ctx, a.ID, a.Version, "2018-01-20", "")
		refused(t, err, committee.ReasonNoSecondNotice)
		had := committee.Meeting{Kind: committee.Ordinary, State: committee.Adjourned, Quorum: committee.Reckoning{Rule: true, Base: 3, Required: 2, Present: 2}}
		_, err = had.CallAgain("2018-01-20")
		refused(t, err, committee.ReasonHadQuorum)
	})
}

// What the first meeting postponed went to the next one: the second notice, which
// comes before, takes it back, and it is on one agenda only.
func TestSecondNoticeTakesBackWhatWasPostponed(t *testing.T) {
	d := newDesk(t)
	coming := d.meeting(committee.Meeting{Starts: "2018-01-18", Title: "Réunion de janvier"})
	d.prepared(coming, register.Preparation{Matters: true})
	d.item(coming.ID, "Calendrier")
	first := d.meeting(committee.Meeting{Starts: "2017-12-01"})
	first = must(d.ConveneMeeting(ctx, first.ID, first.Version, "2017-11-20"))(t)
	first = must(d.OpenMeeting(ctx, first.ID, first.Version, "09:00"))(t)
	d.item(first.ID, "Divers")
	budget := d.putOff(first.ID, "Budget")
	d.prepared(must(d.Meeting(ctx, first.ID))(t).Meeting, register.Preparation{Matters: true})
	matters := must(d.Meeting(ctx, first.ID))(t).Items[0]
	must(d.SettleAgendaItem(ctx, matters.ID, matters.Version, committee.PutOff, "", ""))(t)
	first = must(d.adjourn(first, "09:30"))(t)
	carried := must(d.Meeting(ctx, coming.ID))(t).Items
	if got := d.agenda(coming.ID); !slices.Equal(got, []string{matters.Title, "Calendrier", "Budget"}) {
		t.Fatalf("what was postponed goes to %v", got)
	}
	carried[2].Planned = 25
	must(d.SaveAgendaItem(ctx, carried[2]))(t)

	t.Run("a second notice after it takes it back too", func(t *testing.T) {
		again := must(d.CallAgain(ctx, first.ID, first.Version, "2018-02-01", ""))(t)
		if got, had := d.agenda(coming.ID), d.agenda(again.ID); !slices.Equal(got, []string{matters.Title, "Calendrier"}) || !slices.Contains(had, "Budget") {
			t.Errorf("the coming agenda is %v, that of the second notice %v", got, had)
		}
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
	})
	again := must(d.CallAgain(ctx, first.ID, first.Version, "2017-12-20", ""))(t)
	items := must(d.Meeting(ctx, again.ID))(t).Items
	if got := d.agenda(again.ID); !slices.Equal(got, []string{matters.Title, "Divers", "Budget"}) || items[2].ID != carried[2].ID || items[2].From != budget.ID || items[2].Planned != 25 {
		t.Errorf("the second notice has %v: %+v", got, items[2])
	}
	if got := d.agenda(coming.ID); !slices.Equal(got, []string{matters.Title, "Calendrier"}) {
		t.Errorf("the coming agenda is %v", got)
	}
	must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
	if got := d.agenda(coming.ID); !slices.Equal(got, []string{matters.Title, "Calendrier", "Budget"}) {
		t.Errorf("taken back, the coming agenda is %v", got)
	}
}

// Whatever its kind, what the first meeting postponed leaves the agenda that it
// went to; what that agenda had of its own stays, and takes up nothing more.
func TestSecondNoticeLeavesNothingOnTheOtherAgenda(t *testing.T) {
	d := newDesk(t)
	must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t)
	must(d.SaveGroup(ctx, committee.Group{Name: "Protection", Kind: committee.Standing}))(t)
	coming := d.meeting(committee.Meeting{Starts: "2018-01-18"})
	own := must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: coming.ID, Kind: committee.AnyOtherBusiness, Title: "Points divers"}))(t)
	first := d.meeting(committee.Meeting{Starts: "2017-12-01"})
	d.prepared(first, register.Preparation{Template: true, Matters: true})
	d.item(first.ID, "Budget")
	first = must(d.ConveneMeeting(ctx, first.ID, must(d.Meeting(ctx, first.ID))(t).Meeting.Version, "2017-11-20"))(t)
	first = must(d.OpenMeeting(ctx, first.ID, first.Version, "09:00"))(t)
	must(struct{}{}, d.SettleItems(ctx, first.ID, ending(committee.PutOff, must(d.Meeting(ctx, first.ID))(t).Items...)))(t)
	first = must(d.adjourn(first, "09:30"))(t)
	if got := d.agenda(coming.ID); len(got) != 5 {
		t.Fatalf("what was postponed goes to %q", got)
	}
	again := must(d.CallAgain(ctx, first.ID, first.Version, "2017-12-20", ""))(t)
	if got, want := d.agenda(again.ID), d.agenda(first.ID); len(got) != len(want) {
		t.Errorf("the second notice has %q, want %q", got, want)
	}
	if got := must(d.Meeting(ctx, coming.ID))(t).Items; len(got) != 1 || got[0].ID != own.ID || got[0].From != "" {
		t.Errorf("the coming agenda is %+v", got)
	}
}

// twoPlanned are a first meeting in session, and another that is to come.
type twoPlanned struct {
	desk
	coming, first committee.Meeting
}

func newTwoPlanned(t *testing.T) twoPlanned {
	t.Helper()
	d := newDesk(t)
	p := twoPlanned{desk: d, coming: d.meeting(committee.Meeting{Starts: "2018-01-18"}), first: d.meeting(committee.Meeting{Starts: "2017-12-01"})}
	p.first = must(d.ConveneMeeting(ctx, p.first.ID, p.first.Version, "2017-11-20"))(t)
	p.first = must(d.OpenMeeting(ctx, p.first.ID, p.first.Version, "09:00"))(t)
	return p
}

// alone checks that the one item is on the second notice's agenda only.
func (p twoPlanned) alone(t *testing.T, again committee.MeetingID) {
	t.Helper()
	if got, other := p.agenda(again), p.agenda(p.coming.ID); !slices.Equal(got, []string{"Budget"}) || len(other) != 0 {
		t.Errorf("the second notice has %q, the other meeting %q", got, other)
	}
}

// However the second notice came to be, and whenever it is held: what its first
// meeting postponed is on its agenda, and on no other.
func TestAnItemIsOnOneAgendaAtATime(t *testing.T) {
	t.Run("planned before the first meeting rose", func(t *testing.T) {
		p := newTwoPlanned(t)
		again := p.meeting(committee.Meeting{Kind: committee.SecondNotice, FirstNotice: p.first.ID, Starts: "2018-02-01"})
		p.putOff(p.first.ID, "Budget")
		must(p.adjourn(p.first, "09:30"))(t)
		p.alone(t, again.ID)
	})
	t.Run("moved beyond the other meeting, and prepared there", func(t *testing.T) {
		p := newTwoPlanned(t)
		p.putOff(p.first.ID, "Budget")
		p.first = must(p.adjourn(p.first, "09:30"))(t)
		again := must(p.CallAgain(ctx, p.first.ID, p.first.Version, "2017-12-20", ""))(t)
		must(p.PostponeMeeting(ctx, again.ID, again.Version, "2018-02-01", "salle prise"))(t)
		if waits := p.pending(p.coming.ID).PutOff; len(waits) != 0 {
			t.Errorf("the other meeting is offered %+v", waits)
		}
		p.alone(t, again.ID)
	})
	t.Run("written by hand, and prepared after the other meeting", func(t *testing.T) {
		p := newTwoPlanned(t)
		p.putOff(p.first.ID, "Budget")
		must(p.adjourn(p.first, "09:30"))(t)
		if got := p.agenda(p.coming.ID); !slices.Equal(got, []string{"Budget"}) {
			t.Fatalf("what was postponed goes to %q", got)
		}
		again := p.meeting(committee.Meeting{Kind: committee.SecondNotice, FirstNotice: p.first.ID, Starts: "2018-02-01"})
		waits := p.pending(again.ID)
		if len(waits.PutOff) != 1 {
			t.Fatalf("it is offered %+v", waits.PutOff)
		}
		p.prepared(again, register.Preparation{PutOff: []committee.AgendaItemID{waits.PutOff[0].Item.ID}})
		p.alone(t, again.ID)
		if _, _, touched := p.lastEntry(); !slices.Contains(touched, committee.KindAgendaItem) {
			t.Errorf("the journal tells of %v", touched)
		}
	})
	t.Run("of a meeting that moved to a day not yet known", func(t *testing.T) {
		p := newTwoPlanned(t)
		p.putOff(p.first.ID, "Budget")
		p.first = must(p.adjourn(p.first, "09:30"))(t)
		p.coming = must(p.Meeting(ctx, p.coming.ID))(t).Meeting
		must(p.PostponeMeeting(ctx, p.coming.ID, p.coming.Version, "", "salle prise"))(t)
		again := must(p.CallAgain(ctx, p.first.ID, p.first.Version, "2017-12-20", ""))(t)
		p.alone(t, again.ID)
	})
}

func TestQuorumOfASecondNotice(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 2})
	first := d.meeting(committee.Meeting{Starts: "2017-12-01"})
	first = must(d.ConveneMeeting(ctx, first.ID, first.Version, "2017-11-20"))(t)
	again := must(d.CallAgain(ctx, first.ID, first.Version, "2017-12-20", ""))(t)
	if s := must(d.Meeting(ctx, again.ID))(t); s.Required != 0 {
		t.Errorf("%d required", s.Required)
	}
	if s := must(d.Meeting(ctx, first.ID))(t); s.Required != 2 {
		t.Errorf("%d required at the first", s.Required)
	}
}
