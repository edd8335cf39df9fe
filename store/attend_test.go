package store

import (
	"slices"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// standAt puts the tests' clock at a time of the meeting's day.
func standAt(t *testing.T, hour, minute int) {
	t.Helper()
	was := clock
	clock = time.Date(2017, 12, 15, hour, minute, 0, 0, time.UTC)
	t.Cleanup(func() { clock = was })
}

func TestTheClockOfItems(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	t.Run("taking up the next one stops the first", func(t *testing.T) {
		standAt(t, 10, 45)
		x.next = must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
		v := x.now(t)
		if v.Current() != 1 || v.Items[0].UnderWay() || v.Items[0].Used("2017-12-15", "11:00") != 30 {
			t.Errorf("the agenda is %+v", v.Items)
		}
	})
	t.Run("suspending stops the clock, and nothing is taken up meanwhile", func(t *testing.T) {
		standAt(t, 11, 0)
		x.m = must(d.SuspendMeeting(ctx, x.m.ID, x.m.Version))(t)
		v := x.now(t)
		if v.Current() != -1 {
			t.Error("a clock is running")
		}
		_, err := d.TakeUpItem(ctx, v.Items[0].ID, v.Items[0].Version)
		refused(t, err, committee.ReasonSuspended)
	})
	t.Run("resuming goes on where it was interrupted", func(t *testing.T) {
		standAt(t, 11, 20)
		x.m = must(d.ResumeMeeting(ctx, x.m.ID, x.m.Version))(t)
		if v := x.now(t); v.Current() != 1 || v.Items[1].Used("2017-12-15", "11:30") != 25 {
			t.Errorf("the agenda is %+v", v.Items)
		}
	})
	t.Run("concluding settles the item and stops its clock", func(t *testing.T) {
		standAt(t, 11, 40)
		v := x.now(t)
		i := must(d.ConcludeItem(ctx, v.Items[1].ID, v.Items[1].Version, committee.DealtWith, "", ""))(t)
		if i.UnderWay() || i.Outcome != committee.DealtWith {
			t.Errorf("concluded as %+v", i)
		}
	})
	t.Run("a meeting that is not in session takes nothing up", func(t *testing.T) {
		i := d.item(d.meeting(committee.Meeting{Starts: "2017-12-20"}).ID, "Point")
		_, err := d.TakeUpItem(ctx, i.ID, i.Version)
		refused(t, err, committee.ReasonNotInSession)
	})
}

// One key ends an item and takes up the next: it is one change, and one undo.
func TestConcludingGoesOnWithTheNextInOneChange(t *testing.T) {
	d := newDesk(t)
	x := d.sits()
	must(d.ConcludeItem(ctx, x.i.ID, x.i.Version, committee.DealtWith, "", ""))(t)
	if v := x.now(t); v.Current() != 1 || v.Items[0].Outcome != committee.DealtWith {
		t.Fatalf("the agenda is %+v", v.Items)
	}
	u := must(d.NextUndo(ctx))(t)
	if err := d.Undo(ctx, u.Line.Seq); err != nil {
		t.Fatal(err)
	}
	if v := x.now(t); v.Current() != 0 || v.Items[0].Outcome != committee.Pending || v.Items[1].UnderWay() {
		t.Errorf("taken back, the agenda is %+v", v.Items)
	}
	t.Run("what is settled or not under way is not gone on from", func(t *testing.T) {
		v := x.now(t)
		must(d.ConcludeItem(ctx, v.Items[1].ID, v.Items[1].Version, committee.PutOff, "", "faute de temps"))(t)
		if v = x.now(t); v.Current() != 0 {
			t.Errorf("the agenda is %+v", v.Items)
		}
		must(d.ConcludeItem(ctx, v.Items[0].ID, v.Items[0].Version, committee.DealtWith, "", ""))(t)
		if v = x.now(t); v.Current() != -1 {
			t.Errorf("at the end the agenda is %+v", v.Items)
		}
	})
	t.Run("so do minutes adopted", func(t *testing.T) {
		x, i := newDesk(t).adopting()
		m := must(x.AdoptMinutesUnder(ctx, i.ID, i.Version))(t)
		v := x.now(t)
		if m.Minutes.State != committee.MinutesAdopted || m.Minutes.AdoptedAt != x.m.ID || v.Current() != 1 || v.Items[0].Outcome != committee.DealtWith {
			t.Fatalf("%+v, the agenda is %+v", m.Minutes, v.Items)
		}
		u := must(x.NextUndo(ctx))(t)
		if err := x.Undo(ctx, u.Line.Seq); err != nil {
			t.Fatal(err)
		}
		if v = x.now(t); v.Current() != 0 || v.Items[0].Outcome != committee.Pending {
			t.Errorf("taken back, the agenda is %+v", v.Items)
		}
	})
}

// ending are items as they shall end.
func ending(o committee.ItemOutcome, all ...committee.AgendaItem) []committee.AgendaItem {
	all = slices.Clone(all)
	for n := range all {
		all[n].Outcome = o
	}
	return all
}

// What is left is settled at once: it is one change, and one undo.
func TestItemsAreSettledTogether(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	lines := journalLines(t, d.Store)
	all := x.now(t).Items
	must(struct{}{}, d.SettleItems(ctx, x.m.ID, append(ending(committee.DealtWith, all[0]), ending(committee.PutOff, all[1:]...)...)))(t)
	v := x.now(t)
	if v.Items[0].Outcome != committee.DealtWith || v.Items[1].Outcome != committee.PutOff || v.Current() != -1 || journalLines(t, d.Store)-lines != 1 {
		t.Fatalf("after %d changes the agenda is %+v", journalLines(t, d.Store)-lines, v.Items)
	}
	must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
	if v = x.now(t); v.Items[0].Outcome != committee.Pending || v.Items[1].Outcome != committee.Pending || v.Current() != 0 {
		t.Errorf("taken back, the agenda is %+v", v.Items)
	}
	t.Run("one that was changed meanwhile, or is another meeting’s, keeps all as they are", func(t *testing.T) {
		for _, wrong := range [][]committee.AgendaItem{{v.Items[0], all[1]}, {v.Items[0], d.item(d.meeting(committee.Meeting{Starts: "2018-02-01"}).ID, "Ailleurs")}} {
			if err := d.SettleItems(ctx, x.m.ID, ending(committee.PutOff, wrong...)); err == nil {
				t.Errorf("%+v are settled", wrong)
			}
		}
		if v := x.now(t); v.Items[0].Outcome != committee.Pending {
			t.Errorf("the agenda is %+v", v.Items)
		}
	})
}

// counting is a plenary of two institutions, both of which must be there.
func (d desk) counting(t *testing.T) (x sat, sante committee.Attendance, quorum func(t *testing.T, base, required, present int)) {
	t.Helper()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Numerator: 2, Denominator: 3, Proxies: committee.No})
	x = d.plenary()
	sante = must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: d.sante.ID}))(t)
	return x, sante, func(t *testing.T, base, required, present int) {
		t.Helper()
		v := x.now(t)
		want := committee.Reckoning{Rule: true, Base: base, Required: required, Present: present}
		if v.Quorum != want {
			t.Errorf("the quorum is %+v, want %+v", v.Quorum, want)
		}
		if at := v.Current(); at >= 0 && v.Items[at].Quorum != want {
			t.Errorf("the item keeps %+v", v.Items[at].Quorum)
		}
	}
}

func TestQuorumInSession(t *testing.T) {
	d := newDesk(t)
	x, sante, quorum := d.counting(t)
	t.Run("is reached as people are noted", func(t *testing.T) {
		x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)
		quorum(t, 2, 2, 1)
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Present}))(t)
		quorum(t, 2, 2, 2)
	})
	t.Run("a departure loses it at once", func(t *testing.T) {
		sante = must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
		quorum(t, 2, 2, 1)
	})
	t.Run("who left does not leave, and who came back does not come", func(t *testing.T) {
		_, err := d.Move(ctx, sante.ID, sante.Version, false, "", "")
		fieldError(t, err, committee.FieldPresence, committee.ReasonNotListed)
		_, err = d.Move(ctx, x.a.ID, x.a.Version, true, "", "")
		fieldError(t, err, committee.FieldPresence, committee.ReasonDuplicate)
	})
	t.Run("a return brings it back", func(t *testing.T) {
		sante = must(d.Move(ctx, sante.ID, sante.Version, true, "", "10:20"))(t)
		quorum(t, 2, 2, 2)
	})
	t.Run("an item keeps the presence that was true for it", func(t *testing.T) {
		v := x.now(t)
		x.next = must(d.TakeUpItem(ctx, x.next.ID, v.Items[1].Version))(t)
		sante = must(d.Move(ctx, sante.ID, sante.Version, false, "", "10:30"))(t)
		if v = x.now(t); v.Items[0].Quorum.Present != 2 || v.Items[1].Quorum.Present != 1 {
			t.Errorf("kept %+v and %+v", v.Items[0].Quorum, v.Items[1].Quorum)
		}
	})
	t.Run("who stands back leaves the base and the presence", func(t *testing.T) {
		x.recuse(t, 1, x.a.ID)
		quorum(t, 1, 1, 0)
		x.recuse(t, 1)
		quorum(t, 2, 2, 1)
	})
}

func TestWhoCountsInSession(t *testing.T) {
	d := newDesk(t)
	x, sante, quorum := d.counting(t)
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)
	t.Run("an alternate counts in full right, a proxy by the rule", func(t *testing.T) {
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Represented, By: "Mme Ba", As: committee.AsProxy}))(t)
		quorum(t, 2, 2, 1)
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Represented, By: "Mme Ba", As: committee.AsAlternate}))(t)
		quorum(t, 2, 2, 2)
	})
	t.Run("who is at a distance counts only when the rule says so", func(t *testing.T) {
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Present, Remote: true}))(t)
		quorum(t, 2, 2, 1)
		d.rule(committee.Quorum{Base: committee.BaseInstitutions, Numerator: 2, Denominator: 3, Remote: committee.Yes})
		if v := x.now(t); v.Quorum.Present != 2 {
			t.Errorf("present %d", v.Quorum.Present)
		}
	})
	t.Run("a guest is present at once and does not count", func(t *testing.T) {
		third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
		g := must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Institution: third.ID}}))(t)
		if v := x.now(t); g.Quality != committee.AsGuest || g.Presence != committee.Present || v.Quorum.Present != 2 {
			t.Errorf("welcomed %+v, present %d", g, v.Quorum.Present)
		}
	})
}

func TestASecondNoticeRequiresNoQuorum(t *testing.T) {
	d := newDesk(t)
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Numerator: 1, Denominator: 2})
	first := d.meeting(committee.Meeting{Starts: "2017-12-10"})
	x := d.sitting(d.meeting(committee.Meeting{Kind: committee.SecondNotice, FirstNotice: first.ID, Starts: "2017-12-15"}))
	if v := x.now(t); v.Quorum.Required != 0 || !v.Quorum.Rule || !v.Quorum.Reached() {
		t.Errorf("the quorum is %+v", v.Quorum)
	}
}

// Whoever turns out to have been absent, or excused, neither arrived nor left,
// whether it is answered with one key or in the form.
func TestWhoIsAbsentNeitherArrivedNorLeft(t *testing.T) {
	for _, p := range []committee.Presence{committee.Absent, committee.Excused} {
		d := newDesk(t)
		x, sante, _ := d.counting(t)
		move := func(a committee.Attendance) committee.Attendance {
			a = must(d.Move(ctx, a.ID, a.Version, true, "", "10:05"))(t)
			return must(d.Move(ctx, a.ID, a.Version, false, "", "10:10"))(t)
		}
		sante, x.a = move(sante), move(x.a)
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: p}))(t)
		if len(sante.Movements) > 0 {
			t.Errorf("with one key who is %s keeps %+v", p, sante.Movements)
		}
		x.a.Remarks = "vu au début"
		if x.a = must(d.SaveAttendance(ctx, x.a))(t); len(x.a.Movements) != 2 {
			t.Errorf("who was present keeps %+v", x.a.Movements)
		}
		x.a.Presence = p
		if x.a = must(d.SaveAttendance(ctx, x.a))(t); len(x.a.Movements) > 0 {
			t.Errorf("in the form who is %s keeps %+v", p, x.a.Movements)
		}
		undone(t, d.Store)
		if got := must(d.Meeting(ctx, x.m.ID))(t).Attendance; !slices.ContainsFunc(got, func(a committee.Attendance) bool { return len(a.Movements) == 2 }) {
			t.Errorf("taken back, the list has %+v", got)
		}
	}
}

// In a meeting of several days only what happened on the half-day goes.
func TestWhoIsAbsentOnAHalfDayKeepsTheOthers(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	x.note(t, &x.sante, committee.Present, 1, false)
	x.sante = must(d.Move(ctx, x.sante.ID, x.sante.Version, false, "2017-12-15", "10:10"))(t)
	x.note(t, &x.sante, committee.Absent, 1, true)
	if len(x.sante.Movements) != 1 {
		t.Errorf("absent in the afternoon it has %+v", x.sante.Movements)
	}
	x.note(t, &x.sante, committee.Absent, 1, false)
	if len(x.sante.Movements) > 0 {
		t.Errorf("absent in the morning too it has %+v", x.sante.Movements)
	}
}
