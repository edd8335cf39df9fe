package tui_test

import "testing"

func TestOnlyWhoIsThereLeaves(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("attend")
	p.press("d").sees("EX-HORIZ (attendu) n’est pas là et ne peut qu’arriver").press("t", "t").sees("EX-HORIZ est déjà là et ne peut que partir")
	p.press("m").sees("[départ]").press("esc").press("d").sees("départ à 10 h 42").press("d").sees("EX-HORIZ (parti 10 h 42) n’est pas là")
	p.press("m").sees("[arrivée]").press("esc", "r", "ctrl+u").write("Awa").press("ctrl+s", "ctrl+s").press("home", "t").sees("arrivée à 10 h 42", "représenté").press("t").sees("est déjà là")
	if moves := p.session().Attendance[0].Movements; len(moves) != 3 {
		t.Errorf("the file holds %+v", moves)
	}
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
