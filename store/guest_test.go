package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// directory are the names of the people and of the institutions that the file has.
func (d *desk) directory() (names []string) {
	d.t.Helper()
	for _, p := range must(d.People(ctx, register.Query{}))(d.t).Rows {
		names = append(names, p.Name)
	}
	for _, i := range must(d.Institutions(ctx, register.Query{}))(d.t).Rows {
		names = append(names, i.Name)
	}
	slices.Sort(names)
	return names
}

// A guest whom the file does not know, of an institution that it does not know, is
// one change: one undo takes all of it back.
func TestANewGuestIsOneChange(t *testing.T) {
	d := newDesk(t)
	x := d.sits()
	before, lines := d.directory(), journalLines(t, d.Store)
	g := must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID}, PersonName: " Nouvelle Venue ", InstitutionName: "Institut du lac"}))(t)
	if g.Person == "" || g.Institution == "" || g.Quality != committee.AsGuest || g.Presence != committee.Present {
		t.Errorf("the list has %+v", g)
	}
	if got := d.directory(); len(got) != len(before)+2 || !slices.Contains(got, "Nouvelle Venue") || !slices.Contains(got, "Institut du lac") {
		t.Errorf("the file knows %v", got)
	}
	if got := journalLines(t, d.Store); got != lines+1 {
		t.Errorf("the journal has %d lines more, want 1", got-lines)
	}
	undone(t, d.Store)
	if got := d.directory(); !slices.Equal(got, before) {
		t.Errorf("taken back, the file knows %v, and knew %v", got, before)
	}
	if list := must(d.Meeting(ctx, x.m.ID))(t).Attendance; slices.ContainsFunc(list, func(a committee.Attendance) bool { return a.ID == g.ID }) {
		t.Errorf("taken back, the list has %+v", list)
	}
}

// A name that the file knows is not made again, whatever its capitals; an
// institution answers to its acronym too.
func TestAGuestWhoseNameIsKnownIsNotMadeAgain(t *testing.T) {
	d := newDesk(t)
	x := d.sits()
	who := must(d.SavePerson(ctx, committee.Person{Name: "Élodie Exemple"}))(t)
	of := must(d.SaveInstitution(ctx, committee.Institution{Name: "Institut du lac", Acronym: "IDL"}))(t)
	g := must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID}, PersonName: "elodie exemple", InstitutionName: "idl"}))(t)
	if g.Person != who.ID || g.Institution != of.ID {
		t.Errorf("the list has %+v", g)
	}
}

// A guest who is refused leaves nothing behind.
func TestARefusedGuestLeavesNothing(t *testing.T) {
	d := newDesk(t)
	x := d.sits()
	who := must(d.SavePerson(ctx, committee.Person{Name: "Élodie Exemple"}))(t)
	must(d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Person: who.ID}}))(t)
	before, lines := d.directory(), journalLines(t, d.Store)
	_, err := d.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID}, PersonName: who.Name, InstitutionName: "Institut du lac"})
	fieldError(t, err, committee.FieldPerson, committee.ReasonDuplicate)
	if got := d.directory(); !slices.Equal(got, before) || journalLines(t, d.Store) != lines {
		t.Errorf("the file knows %v", got)
	}
}
