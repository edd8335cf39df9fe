//go:build unix

package main

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

// sitting is a meeting of the file that is in session, with three items, the
// first one under way.
func sitting(t testing.TB, s *store.Store, on committee.Date) committee.Meeting {
	t.Helper()
	fail := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	m, err := s.SaveMeeting(background, committee.Meeting{Kind: committee.Ordinary, Title: "Réunion de décembre", Starts: on, Ends: on, Language: committee.French})
	fail(err)
	var first committee.AgendaItem
	for n, title := range []string{"Ouverture", "Budget annuel", "Divers"} {
		i, err := s.SaveAgendaItem(background, committee.AgendaItem{Meeting: m.ID, Title: title, Kind: committee.Discussion, Planned: 10})
		fail(err)
		if n == 0 {
			first = i
		}
	}
	m, err = s.OpenMeeting(background, m.ID, m.Version, "09:30")
	fail(err)
	_, err = s.TakeUpItem(background, first.ID, first.Version)
	fail(err)
	return m
}

// intoSession opens the session from the first screen.
func intoSession(term *termtest.Terminal) {
	term.WaitFor("Réunion en séance")
	term.Press("enter")
	term.WaitFor("Séance n°", "1 · Ouverture")
}

// linesOf are the words of the minutes of a meeting, in their order.
func linesOf(t *testing.T, s *store.Store, id committee.MeetingID) []string {
	t.Helper()
	v := must(s.Session(background, id))(t)
	var lines []string
	for _, e := range v.Entries {
		lines = append(lines, e.Text)
	}
	return lines
}

// Lines are typed as fast as they come, one after the other, without waiting;
// none is lost and none changes place. The program is killed in the middle of
// one, with lines still on their way to the disk: they get there, and the one
// that was being typed is taken up again.
func TestStoryLinesTypedAtSpeedOutliveAKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	m := sitting(t, opened(t, path), "2017-12-15")
	term := sits(t, dir, path)
	intoSession(term)
	term.Press("n")
	var want []string
	for n := range 25 {
		line := fmt.Sprintf("Intervention numéro %d de la matinée", n+1)
		want = append(want, line)
		term.Type(line)
		term.Press("enter")
	}
	term.WaitFor("Intervention numéro 25")
	term.Type("Saisir la Justice du décr")
	waitKept(t, draftsOf(dir), "Saisir la Justice du décr")
	term.Signal(syscall.SIGKILL)
	term.Exit()

	term = sits(t, dir, path)
	term.WaitFor(unsaved, "Ligne de séance", "Saisir la Justice du décr")
	term.Press("enter")
	term.WaitFor("note › Saisir la Justice du décr")
	term.Type("et avant mars")
	term.Press("enter", "enter")
	term.WaitFor("Saisir la Justice du décret avant mars")
	term.WaitGone("note ›")
	term.Press("ctrl+g")
	quit(t, term)
	s := opened(t, path)
	want = append(want, "Saisir la Justice du décret avant mars")
	if got := linesOf(t, s, m.ID); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the minutes hold %q, want %q", got, want)
	}
	sound(t, s)
}

// The secretary and the assistant write on the same meeting: each sees the
// lines of the other by themselves, and what they are typing stays.
func TestStoryTwoProgramsOnOneMeeting(t *testing.T) {
	t.Parallel()
	dir, other := t.TempDir(), t.TempDir()
	path := begun(t, dir, "example")
	person(t, path, "Issa Keïta")
	m := sitting(t, opened(t, path), "2017-12-15")
	first := sits(t, dir, path)
	second := sitsAs(t, other, path, "Issa Keïta")
	intoSession(first)
	intoSession(second.Terminal)
	second.Press("n")
	second.Type("À moitié dite par l’assist")
	first.Press("d")
	first.Type("Le budget est arrêté")
	first.Press("enter")
	first.WaitFor("Sans quorum")
	first.Press("enter")
	second.WaitFor("Le budget est arrêté", "note › À moitié dite par l’assist")
	second.Type("ant")
	second.Press("enter")
	first.WaitFor("À moitié dite par l’assistant", "décision ›")
	first.Press("esc")
	first.Press(">")
	second.Press("esc")
	second.WaitFor("2 · Budget annuel")
	first.Press("ctrl+g")
	quit(t, first)
	second.Press("ctrl+g")
	quit(t, second.Terminal)
	s := opened(t, path)
	if got := linesOf(t, s, m.ID); len(got) != 2 {
		t.Errorf("the minutes hold %q", got)
	}
	if found := must(s.Decisions(background, register.Query{Filter: "budget arrêté"}))(t); len(found.Rows) != 1 {
		t.Errorf("%d decisions were taken", len(found.Rows))
	}
	sound(t, s)
}
