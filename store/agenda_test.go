package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
)

// agenda is the titles of a meeting's items, in order.
func (d desk) agenda(m committee.MeetingID) []string {
	d.t.Helper()
	var titles []string
	for _, i := range must(d.Meeting(ctx, m))(d.t).Items {
		titles = append(titles, i.Title)
	}
	return titles
}

func TestAgenda(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	one, two, three := d.item(m.ID, "Un"), d.item(m.ID, "Deux"), d.item(m.ID, "Trois")
	t.Run("items come at the end", func(t *testing.T) {
		if one.Position != 1 || two.Position != 2 || three.Position != 3 {
			t.Errorf("at %d, %d, %d", one.Position, two.Position, three.Position)
		}
	})
	t.Run("an item may be put between two", func(t *testing.T) {
		must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Position: 2, Kind: committee.Discussion, Title: "Un bis"}))(t)
		if got := d.agenda(m.ID); !slices.Equal(got, []string{"Un", "Un bis", "Deux", "Trois"}) {
			t.Errorf("the agenda is %v", got)
		}
	})
	t.Run("an item moves by places, and not beyond the ends", func(t *testing.T) {
		one = must(d.MoveAgendaItem(ctx, one.ID, one.Version, 1))(t)
		if got := d.agenda(m.ID); !slices.Equal(got, []string{"Un bis", "Un", "Deux", "Trois"}) || one.Position != 2 {
			t.Errorf("moved down by one: %v", got)
		}
		if _, thing, touched := d.lastEntry(); thing.ID != string(one.ID) || len(touched) != 2 {
			t.Errorf("the journal names %v and touches %v", thing, touched)
		}
		one = must(d.MoveAgendaItem(ctx, one.ID, one.Version, 2))(t)
		if got := d.agenda(m.ID); !slices.Equal(got, []string{"Un bis", "Deux", "Trois", "Un"}) {
			t.Errorf("moved down by two: %v", got)
		}
		_, err := d.MoveAgendaItem(ctx, one.ID, one.Version, 1)
		refused(t, err, committee.ReasonEdge)
	})
	t.Run("a revision keeps place and outcome", func(t *testing.T) {
		given := one
		given.Position, given.Outcome, given.Title, given.Meeting = 1, committee.DealtWith, "Ouverture", ""
		if got := must(d.SaveAgendaItem(ctx, given))(t); got.Position != one.Position || got.Outcome != committee.Pending || got.Title != "Ouverture" {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("referring needs the group", func(t *testing.T) {
		i := d.item(m.ID, "À renvoyer")
		_, err := d.SettleAgendaItem(ctx, i.ID, i.Version, committee.Referred, "", "")
		fieldError(t, err, committee.FieldGroup, committee.ReasonRequired)
		if i = must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "faute de temps"))(t); i.Outcome != committee.PutOff {
			t.Errorf("settled as %+v", i)
		}
	})
}

func TestEntries(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	i := d.item(m.ID, "Un")
	note := func(text string, position int) committee.Entry {
		return must(d.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: text, Position: position}))(t)
	}
	texts := func() (all []string) {
		for _, e := range must(d.AgendaItem(ctx, i.ID))(t).Entries {
			all = append(all, e.Text)
		}
		return all
	}
	note("a", 0)
	last := note("b", 0)
	t.Run("take the meeting of their item and come at the end", func(t *testing.T) {
		if last.Meeting != m.ID || last.Position != 2 {
			t.Errorf("kept as %+v", last)
		}
	})
	t.Run("may be put between two and moved", func(t *testing.T) {
		note("a bis", 2)
		last = must(d.AgendaItem(ctx, i.ID))(t).Entries[2]
		last.Position = 1
		last = must(d.SaveEntry(ctx, last))(t)
		if got := texts(); !slices.Equal(got, []string{"b", "a", "a bis"}) {
			t.Errorf("the minutes are %v", got)
		}
	})
	t.Run("become any other kind and keep their place", func(t *testing.T) {
		last.Kind, last.Position = committee.Statement, 0
		if got := must(d.SaveEntry(ctx, last))(t); got.Kind != committee.Statement || got.Position != 1 {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("counts need a vote", func(t *testing.T) {
		_, err := d.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: "x", Votes: committee.Votes{For: ptr(3)}})
		fieldError(t, err, committee.FieldVotes, committee.ReasonVotes)
	})
}

func TestARecordThatIsClosed(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	i := d.item(m.ID, "Un")
	m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
	e := must(d.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: "Note"}))(t)
	a := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID}))(t)
	i = must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.DealtWith, "", ""))(t)
	must(d.adjourn(m, "10:15"))(t)
	for name, change := range map[string]func() error{
		"refuses a new item": func() error {
			_, err := d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: "X"})
			return err
		},
		"refuses a revised item": func() error { i := i; i.Title = "Autre"; _, err := d.SaveAgendaItem(ctx, i); return err },
		"refuses an outcome":     func() error { _, err := d.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", ""); return err },
		"refuses a new entry": func() error {
			_, err := d.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: "X"})
			return err
		},
		"refuses a revised entry":  func() error { e := e; e.Text = "Autre"; _, err := d.SaveEntry(ctx, e); return err },
		"refuses an archived one":  func() error { return d.Archive(ctx, entries.thing(string(e.ID)), e.Version, true) },
		"refuses attendance":       func() error { a := a; a.Presence = committee.Present; _, err := d.SaveAttendance(ctx, a); return err },
		"refuses to lose a person": func() error { return d.Archive(ctx, attendances.thing(string(a.ID)), a.Version, true) },
	} {
		t.Run(name, func(t *testing.T) { refused(t, change(), committee.ReasonMeetingClosed) })
	}
}

func TestAttendance(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	a := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID, Function: d.function.ID, Presence: committee.Present}))(t)
	t.Run("a function brings its institution", func(t *testing.T) {
		if a.Institution != d.justice.ID {
			t.Errorf("of %s", a.Institution)
		}
	})
	t.Run("a person is on the list once", func(t *testing.T) {
		_, err := d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID})
		fieldError(t, err, committee.FieldPerson, committee.ReasonDuplicate)
	})
	t.Run("a function is on the list once", func(t *testing.T) {
		_, err := d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Function: d.function.ID})
		fieldError(t, err, committee.FieldFunction, committee.ReasonDuplicate)
	})
	t.Run("at another meeting they are on the list again", func(t *testing.T) {
		other := d.meeting(committee.Meeting{})
		must(d.SaveAttendance(ctx, committee.Attendance{Meeting: other.ID, Person: d.person.ID}))(t)
	})
	t.Run("a proxy has a name", func(t *testing.T) {
		a.Presence = committee.Represented
		_, err := d.SaveAttendance(ctx, a)
		fieldError(t, err, committee.FieldBy, committee.ReasonRequired)
	})
	t.Run("movements are kept", func(t *testing.T) {
		a.Presence, a.Movements = committee.Present, []committee.Movement{{At: "10:38"}}
		if a = must(d.SaveAttendance(ctx, a))(t); len(a.Movements) != 1 || a.Movements[0].At != "10:38" {
			t.Errorf("kept %+v", a.Movements)
		}
	})
}

func TestNothingIsDealtWithBeforeItsMeeting(t *testing.T) {
	d := newDesk(t)
	for name, c := range map[string]struct {
		m  committee.Meeting
		ok bool
	}{
		"a month before":         {committee.Meeting{Starts: "2018-01-15"}, false},
		"with no day set":        {committee.Meeting{}, false},
		"on the day":             {committee.Meeting{Starts: "2017-12-15"}, true},
		"noted a few days after": {committee.Meeting{Starts: "2017-12-12"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			i := d.item(d.meeting(c.m).ID, "Budget")
			_, err := d.SettleAgendaItem(ctx, i.ID, i.Version, committee.DealtWith, "", "")
			if c.ok {
				must(struct{}{}, err)(t)
				return
			}
			refused(t, err, committee.ReasonNotHeldYet)
			_, err = d.ConcludeItem(ctx, i.ID, i.Version, committee.DealtWith, "", "")
			refused(t, err, committee.ReasonNotHeldYet)
			must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "attend les chiffres"))(t)
		})
	}
	t.Run("one that is opened early may deal with it", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2018-01-15"})
		i := d.item(m.ID, "Budget")
		must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.DealtWith, "", ""))(t)
	})
}
