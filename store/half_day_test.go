package store

import (
	"slices"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// standOn puts the tests' clock at a time of another day.
func standOn(t *testing.T, day, hour, minute int) {
	t.Helper()
	was := clock
	clock = time.Date(2017, 12, day, hour, minute, 0, 0, time.UTC)
	t.Cleanup(func() { clock = was })
}

// atelier is a workshop of four days in session, from the 15th, where two
// institutions are expected and both must be there.
type atelier struct {
	sat
	sante committee.Attendance
}

func (d desk) atelier() *atelier {
	d.t.Helper()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 2, Proxies: committee.No})
	m := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-15", Ends: "2017-12-18"})
	x := &atelier{sat: d.sitting(m)}
	x.sante = must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Institution: d.sante.ID}))(d.t)
	return x
}

// note notes a presence on a half-day.
func (x *atelier) note(t *testing.T, a *committee.Attendance, p committee.Presence, day int, afternoon bool) {
	t.Helper()
	*a = must(x.Attend(ctx, a.ID, a.Version, register.Attending{Presence: p, Day: day, Afternoon: afternoon}))(t)
}

// present holds the presence that the session shows, and that the item under
// way keeps, against what it should be.
func (x *atelier) present(t *testing.T, want int) {
	t.Helper()
	if v := x.now(t); v.Quorum.Present != want || v.Voters != want {
		t.Errorf("present %d, of whom %d vote; want %d", v.Quorum.Present, v.Voters, want)
	}
}

func (x *atelier) kept(t *testing.T, want int) {
	t.Helper()
	v := x.now(t)
	if at := v.Current(); at < 0 || v.Items[at].Quorum.Present != want {
		t.Errorf("the items keep %+v, want %d present at the one under way", v.Items, want)
	}
}

func TestQuorumOfAWorkshop(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	t.Run("is that of the half-day that it is", func(t *testing.T) {
		standOn(t, 15, 10, 0)
		x.note(t, &x.a, committee.Present, 1, false)
		x.note(t, &x.sante, committee.Present, 1, false)
		x.present(t, 2)
		x.kept(t, 2)
	})
	t.Run("what is noted of another half-day changes nothing now", func(t *testing.T) {
		standOn(t, 15, 10, 30)
		x.note(t, &x.sante, committee.Excused, 2, true)
		x.present(t, 2)
		x.kept(t, 2)
	})
	t.Run("a morning that runs on keeps its presence until the afternoon is noted", func(t *testing.T) {
		standOn(t, 15, 13, 5)
		x.present(t, 2)
		x.note(t, &x.a, committee.Present, 1, true)
		x.present(t, 1)
		x.kept(t, 1)
	})
	t.Run("in the evening nobody of the morning only is there", func(t *testing.T) {
		standOn(t, 15, 16, 0)
		x.note(t, &x.sante, committee.Absent, 1, true)
		x.present(t, 1)
		if x.sante.Presence != committee.Present || len(x.sante.HalfDays) != 3 {
			t.Errorf("who was there on one half-day was there; kept %+v", x.sante)
		}
	})
	t.Run("an item left running over night keeps that of its day", func(t *testing.T) {
		standOn(t, 16, 8, 30)
		x.note(t, &x.a, committee.Absent, 2, false)
		x.kept(t, 1)
		x.present(t, 0)
		i := must(d.TakeUpItem(ctx, x.i.ID, x.now(t).Items[0].Version))(t)
		if len(i.Spans) != 2 || i.Spans[1].On != "2017-12-16" || !i.UnderWay() {
			t.Errorf("taken up again it is %+v", i)
		}
		x.kept(t, 0)
	})
	t.Run("of a half-day of which nothing is noted yet nobody is there", func(t *testing.T) {
		standOn(t, 16, 14, 0)
		x.present(t, 0)
		must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
		x.kept(t, 0)
		x.note(t, &x.a, committee.Present, 2, true)
		x.kept(t, 1)
	})
}

// Somebody may be represented by one person in the morning and by another in
// the afternoon: the list keeps both, and each counts as what they are.
func TestWhoRepresentsInAWorkshop(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	represented := func(by string, as committee.Quality, day int, afternoon bool) {
		x.sante = must(x.Attend(ctx, x.sante.ID, x.sante.Version, register.Attending{Presence: committee.Represented, By: by, As: as, Day: day, Afternoon: afternoon}))(t)
	}
	bearers := func(want ...string) {
		t.Helper()
		for _, a := range must(d.Meeting(ctx, x.sante.Meeting))(t).Attendance {
			if got := a.Bearers(); a.ID == x.sante.ID && !slices.Equal(got, want) {
				t.Errorf("represented by %q, want %q", got, want)
			}
		}
	}
	represented("Awa Diarra", committee.AsAlternate, 1, false)
	represented("Moussa Keïta", committee.AsProxy, 1, true)
	bearers("Awa Diarra", "Moussa Keïta")
	standOn(t, 15, 10, 0)
	x.present(t, 1) // an alternate sits in full right
	standOn(t, 15, 16, 0)
	x.present(t, 0) // proxies do not count
	x.note(t, &x.sante, committee.Present, 1, true)
	bearers("Awa Diarra")
	if x.sante.RepresentedBy != "Awa Diarra" || x.sante.RepresentedAs != committee.AsAlternate {
		t.Errorf("the line names %q as %q", x.sante.RepresentedBy, x.sante.RepresentedAs)
	}
	x.note(t, &x.sante, committee.Excused, 1, false)
	bearers()
}

// Of a list that names one person only, that one is kept for the half-days that
// were noted before.
func TestWhoRepresentedBeforeIsKept(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	x.sante.Presence, x.sante.RepresentedBy, x.sante.RepresentedAs = committee.Represented, "Awa Diarra", committee.AsProxy
	x.sante.HalfDays = []committee.HalfDay{{Day: 1, Presence: committee.Represented}}
	x.sante = must(d.SaveAttendance(ctx, x.sante))(t)
	x.sante = must(x.Attend(ctx, x.sante.ID, x.sante.Version, register.Attending{Presence: committee.Represented, By: "Moussa Keïta", As: committee.AsProxy, Day: 2}))(t)
	if got := x.sante.Bearers(); !slices.Equal(got, []string{"Awa Diarra", "Moussa Keïta"}) {
		t.Errorf("represented by %q", got)
	}
}

func TestEachHalfDayHasItsQuorum(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	standOn(t, 15, 10, 0)
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Present, 1, false)
	standOn(t, 15, 14, 0)
	x.note(t, &x.a, committee.Present, 1, true)
	x.note(t, &x.sante, committee.Present, 1, true)
	x.a = must(d.Move(ctx, x.a.ID, x.a.Version, false, "", "15:00"))(t)
	x.note(t, &x.sante, committee.Present, 2, false)
	var present []int
	for _, h := range x.now(t).Halves {
		present = append(present, h.Present)
	}
	if !slices.Equal(present, []int{2, 1, 1, 0, 0, 0, 0, 0}) {
		t.Errorf("on the half-days are present %v", present)
	}
	if m := newDesk(t).plenary(); m.now(t).Halves != nil {
		t.Error("a meeting of one day has half-days")
	}
}

func TestMovementsInAWorkshop(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	move := func(t *testing.T, a *committee.Attendance, arrival bool, at committee.Clock) {
		t.Helper()
		*a = must(d.Move(ctx, a.ID, a.Version, arrival, "", at))(t)
	}
	standOn(t, 15, 9, 30)
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Excused, 1, false)
	t.Run("who arrives is present on that half-day", func(t *testing.T) {
		standOn(t, 15, 11, 0)
		move(t, &x.sante, true, "")
		x.present(t, 2)
		if got := x.sante.During(committee.HalfDay{Day: 1}); got != committee.Present || x.sante.Presence != committee.Present {
			t.Errorf("kept %+v", x.sante)
		}
	})
	t.Run("a departure counts for its half-day", func(t *testing.T) {
		standOn(t, 15, 12, 0)
		move(t, &x.a, false, "")
		x.present(t, 1)
		standOn(t, 15, 14, 30)
		x.note(t, &x.a, committee.Present, 1, true)
		x.present(t, 1)
		x.note(t, &x.sante, committee.Present, 1, true)
		x.present(t, 2)
	})
	t.Run("only who is there on that half-day departs", func(t *testing.T) {
		standOn(t, 16, 10, 0)
		x.note(t, &x.a, committee.Present, 2, false)
		_, err := d.Move(ctx, x.sante.ID, x.sante.Version, false, "", "")
		fieldError(t, err, committee.FieldPresence, committee.ReasonNotListed)
	})
	t.Run("who is welcomed is present on that half-day", func(t *testing.T) {
		standOn(t, 16, 10, 30)
		third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
		a := must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Institution: third.ID, Quality: committee.AsTitular}}))(t)
		if a.During(committee.HalfDay{Day: 2}) != committee.Present {
			t.Errorf("welcomed %+v", a)
		}
		x.present(t, 2)
	})
}

func TestAVoteInAWorkshop(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Present, 1, false)
	standOn(t, 15, 15, 0)
	x.note(t, &x.a, committee.Present, 1, true)
	x.note(t, &x.sante, committee.Absent, 1, true)
	t.Run("counts those of the half-day", func(t *testing.T) {
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 0, 0)})
		fieldError(t, err, committee.FieldVotes, committee.ReasonSum)
		if e := must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(1, 0, 0)}))(t); e.Quorum.Present != 1 {
			t.Errorf("keeps %+v", e.Quorum)
		}
	})
	t.Run("refuses the voice of who is away", func(t *testing.T) {
		named := []committee.NamedVoice{{Attendance: x.sante.ID, Voice: committee.VoiceFor}}
		_, err := x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Named: named}})
		fieldError(t, err, committee.FieldPerson, committee.ReasonNotListed)
	})
	t.Run("noted later keeps the presence of when it was taken", func(t *testing.T) {
		e := must(x.vote(register.VoteCapture{On: "2017-12-15", At: "11:00", Ballot: hands, Votes: counts(2, 0, 0)}))(t)
		if e.Quorum.Present != 2 {
			t.Errorf("keeps %+v", e.Quorum)
		}
	})
}

func TestRepresentedOnAHalfDay(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	x.note(t, &x.a, committee.Present, 1, false)
	x.sante = must(d.Attend(ctx, x.sante.ID, x.sante.Version, register.Attending{
		Presence: committee.Represented, By: "Mme Ba", As: committee.AsAlternate, Day: 1,
	}))(t)
	x.present(t, 2)
	x.note(t, &x.sante, committee.Present, 1, true)
	t.Run("stays known by whom when present on another", func(t *testing.T) {
		if x.sante.Presence != committee.Present || x.sante.RepresentedBy != "Mme Ba" || x.sante.RepresentedAs != committee.AsAlternate {
			t.Errorf("kept %+v", x.sante)
		}
		x.present(t, 2)
	})
	t.Run("is so on the whole when absent on another", func(t *testing.T) {
		x.note(t, &x.sante, committee.Absent, 1, true)
		if x.sante.Presence != committee.Represented {
			t.Errorf("kept %+v", x.sante)
		}
	})
}

func TestAPresenceCorrectedOnItsForm(t *testing.T) {
	d := newDesk(t)
	x, all := d.three(t)
	all[0].Presence = committee.Excused
	must(d.SaveAttendance(ctx, all[0]))(t)
	if v := x.now(t); v.Quorum.Present != 2 || v.Items[v.Current()].Quorum.Present != 2 {
		t.Errorf("present %d, the item keeps %+v", v.Quorum.Present, v.Items[v.Current()].Quorum)
	}
}

func TestAWorkshopGoesOnTheNextDayWhereItStopped(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	standOn(t, 15, 17, 30)
	m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
	m = must(d.SuspendMeeting(ctx, m.ID, m.Version))(t)
	standOn(t, 16, 9, 5)
	m = must(d.ResumeMeeting(ctx, m.ID, m.Version))(t)
	v := x.now(t)
	if v.Current() != 0 || m.Suspended() {
		t.Errorf("the agenda is %+v", v.Items)
	}
	if b := m.Breaks(); len(b) != 1 || b[0].From != "17:30" || b[0].Until != "2017-12-16" || b[0].To != "09:05" {
		t.Errorf("interrupted %+v", b)
	}
}

// A workshop that ends a day early rose on that day, also when it was reopened
// for a correction later.
func TestAWorkshopMayRiseBeforeItsLastDay(t *testing.T) {
	d := newDesk(t)
	x := d.sitting(d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-14", Ends: "2017-12-17"}))
	standOn(t, 16, 12, 30)
	m := must(d.adjourn(x.m, "12:30"))(t)
	if m.Rose() != "2017-12-16" || m.Last() != "2017-12-17" {
		t.Errorf("it rose on %s", m.Rose())
	}
	standOn(t, 19, 9, 0)
	m = must(d.ReopenMeeting(ctx, m.ID, m.Version, "Une présence à corriger"))(t)
	if m = must(d.adjourn(m, "12:30"))(t); m.Rose() != "2017-12-16" {
		t.Errorf("once corrected it rose on %s", m.Rose())
	}
	unfound(t, d.Store)
}

// On a new day the item goes on before anybody is noted: that nobody is is not
// its presence.
func TestAnItemKeepsItsPresenceUntilTheNextDayIsNoted(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	standOn(t, 15, 11, 0)
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Present, 1, false)
	m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
	m = must(d.SuspendMeeting(ctx, m.ID, m.Version))(t)
	standOn(t, 16, 9, 0)
	must(d.ResumeMeeting(ctx, m.ID, m.Version))(t)
	x.kept(t, 2)
	x.note(t, &x.sante, committee.Excused, 2, true)
	x.kept(t, 2)
	v := x.now(t).Items
	must(d.TakeUpItem(ctx, v[1].ID, v[1].Version))(t)
	v = x.now(t).Items
	must(d.TakeUpItem(ctx, v[0].ID, v[0].Version))(t)
	x.kept(t, 2)
	x.note(t, &x.a, committee.Present, 2, false)
	x.kept(t, 1)
}

// An item that was only stepped onto on another half-day was not dealt with then:
// the record tells the presence of those on which it was.
func TestAHalfDayThatWasOnlySteppedOntoDoesNotCount(t *testing.T) {
	for name, c := range map[string]struct {
		noted   bool
		minutes int
		want    []int
	}{
		"nothing done": {false, 1, []int{2}}, "a line noted": {true, 1, []int{2, 1}}, "the clock ran": {false, 20, []int{2, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			x := d.atelier()
			standOn(t, 15, 10, 0)
			x.note(t, &x.a, committee.Present, 1, false)
			x.note(t, &x.sante, committee.Present, 1, false)
			standOn(t, 15, 11, 0)
			must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
			standOn(t, 15, 15, 0)
			x.note(t, &x.a, committee.Present, 1, true)
			first := x.now(t).Items[0]
			must(d.TakeUpItem(ctx, first.ID, first.Version))(t)
			if c.noted {
				x.capture(committee.Note, "Le débat reprend")
			}
			standOn(t, 15, 15, c.minutes)
			next := x.now(t).Items[1]
			must(d.TakeUpItem(ctx, next.ID, next.Version))(t)
			var got []int
			for _, s := range must(d.MeetingRecord(ctx, x.m.ID))(t).Stages[first.ID] {
				got = append(got, s.Quorum.Present)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("it tells %v present, want %v", got, c.want)
			}
		})
	}
}

// Each half-day on which a workshop sat and whose attendance was not taken is said
// before it rises, and is passed over by itself; one on which an item was only
// stepped onto is not.
func TestAHalfDayWhoseAttendanceWasNotTakenIsAmongTheChecks(t *testing.T) {
	x := newDesk(t).atelier()
	half := func(day int, afternoon bool) committee.Override {
		return committee.NotTaken(committee.HalfDay{Day: day, Afternoon: afternoon})
	}
	open := func(t *testing.T, want ...committee.Override) {
		t.Helper()
		var got []committee.Override
		for _, c := range must(x.Checks(ctx, x.m.ID))(t) {
			if _, ok := c.Half(); ok {
				got = append(got, c.Override)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("failing are %+v, want %+v", got, want)
		}
	}
	standOn(t, 15, 10, 30)
	open(t) // nobody is noted at all: the list fails as a whole
	x.note(t, &x.a, committee.Present, 1, false)
	x.note(t, &x.sante, committee.Present, 1, false)
	open(t)
	standOn(t, 15, 13, 2)
	open(t)
	standOn(t, 15, 15, 0)
	open(t, half(1, true))
	standOn(t, 16, 9, 10)
	x.capture(committee.Note, "Reprise des travaux")
	open(t, half(2, false))
	x.note(t, &x.a, committee.Present, 2, false)
	open(t)
	standOn(t, 16, 15, 10)
	x.capture(committee.EntryDecision, "Retenir deux priorités")
	open(t, half(2, true))
	failed := passed(must(x.Checks(ctx, x.m.ID))(t))
	m := must(x.AdjournMeeting(ctx, x.m.ID, x.now(t).Meeting.Version, "15:10", failed...))(t)
	if !slices.Contains(m.Overridden, half(2, true)) {
		t.Errorf("passed over are %+v", m.Overridden)
	}
	if got := must(x.Meeting(ctx, m.ID))(t).Meeting; !slices.Equal(got.Overridden, m.Overridden) {
		t.Errorf("kept are %+v", got.Overridden)
	}
}
