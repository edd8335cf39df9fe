package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
)

func TestOnlyWhoIsThereLeaves(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("attend")
	p.press("d").sees("EX-HORIZ (attendu) n’est pas là et ne peut qu’arriver").press("t", "t").sees("EX-HORIZ est déjà là et ne peut que partir")
	p.press("m").sees("[départ]").press("esc").press("d").sees("départ à 10 h 42").press("d").sees("EX-HORIZ (parti 10 h 42) n’est pas là")
	p.press("m").sees("[arrivée]").press("esc", "r", "ctrl+u").write("Awa").press("ctrl+s", "ctrl+s").press("home", "t").sees("arrivée à 10 h 42", "représenté").press("t").sees("est déjà là")
	if moves := p.session().Attendance[0].Movements; len(moves) != 3 {
		t.Errorf("the file holds %+v", moves)
	}
}

// On an empty list the keys of a line say that nobody is on it, and which key
// fills it.
func TestTheKeysOfAnEmptyListSayWhatFillsIt(t *testing.T) {
	p := inSession(t, 1, 100, 30, french())
	for _, a := range p.session().Attendance {
		if err := p.book.Archive(t.Context(), committee.Thing{Kind: committee.KindAttendance, ID: string(a.ID)}, a.Version, false); err != nil {
			t.Fatal(err)
		}
	}
	p.opens("attend")
	for _, key := range []string{"p", "e", "a", "r", "v", "t", "d", "m", "enter"} {
		p.press(key)
		if said := p.said(); !strings.Contains(said, "La liste est vide : Y inscrit") {
			t.Errorf("%s says %q\n%s", key, said, p.frame())
		}
		p.press("end")
	}
	p.press("/").write("personne").press("enter", "p")
	if said := p.said(); !strings.Contains(said, "Rien") {
		t.Errorf("on a filtered list p says %q\n%s", said, p.frame())
	}
}

// In the form of a movement, what is offered at first is what the person can do.
func TestAMovementIsTheOneThatThePersonCanMake(t *testing.T) {
	u := inTheRoom(t, 80, 40, french()).press(">", "m").sees("Mouvement  départ").write("ex-just").press("down", "enter").sees("Mouvement  départ").press("ctrl+s").sees("8 prés., 6 req.")
	u.press("m").sees("Mouvement  départ").write("ex-just").press("down", "enter").sees("Mouvement  arrivée").press("ctrl+s").sees("EX-JUST : arrivée à 10 h 42", "9 prés., 6 req.")
	u.press("m").field("Mouvement").press("right").sees("[arrivée]").press("shift+tab").write("ex-just").press("down", "enter").sees("Mouvement  arrivée")
}

// While nobody is there, people can only come.
func TestWhileNobodyIsThereAMovementIsAnArrival(t *testing.T) {
	inSession(t, 1, 100, 30, french()).press("9", "g", "a", "enter", "m").sees("Mouvement  arrivée")
}

// In a workshop one who left on another day may only arrive, and who is only
// expected on another half-day as well.
func TestTheMovementsOfAHalfDayAreThoseThatCanBe(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	p.press("p", "home", "d", "m").sees("[arrivée]").press("esc")
	p.press("tab", "d").sees("(attendu) n’est pas là et ne peut qu’arriver").press("m").sees("[arrivée]").press("esc")
	p.press("p", "home", "t").sees("est déjà là").press("m").sees("[départ]")
}

func TestAMovementOfAnotherHalfDayAsksForItsTime(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	p.press("p", "tab", "home", "p", "home", "d").sees("Mouvement", "départ")
	p.press("tab", "ctrl+u").write("15h30").press("ctrl+s").misses("Mouvement :")
	if a := p.session().Attendance[0]; len(a.Movements) != 1 || a.Movements[0].At != "15:30" || a.Movements[0].Arrival {
		t.Errorf("the file holds %+v\n%s", a.Movements, p.frame())
	}
}
