package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A proxy that does not count is marked on the half-day that is noted, be it
// another one than now; its bearer is known by the institution too.
func TestAProxyIsMarkedOnTheHalfDayThatItIsOf(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	s := p.session()
	of := committee.Thing{Kind: committee.KindInstitution, ID: string(s.Attendance[0].Institution)}
	p.press("tab", "tab", "home", "a", "r").write(s.Names[of].Short).press("tab", "ctrl+s").sees("le mandataire n’est pas là")
	p.press("up").sees("! procuration non comptée : le mandataire n’est pas là")
	p.press("shift+tab", "shift+tab").misses("le mandataire n’est pas là").press("tab", "tab").sees("le mandataire n’est pas là")
}

// A name cut short is that of whoever alone it means on the list; one that means
// nobody there, or several, is kept once that was said.
func TestANameCutShortIsThatOfWhoeverIsOnTheList(t *testing.T) {
	ctx, p := context.Background(), inSession(t, 1, 80, 24, french())
	welcomes := func(name string) {
		who, err := p.book.SavePerson(ctx, committee.Person{Name: name})
		must(p.book.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: p.id, Person: must(who, err).ID}}))
	}
	welcomes("Fanta Gabarit")
	p.opens("attend").press("home", "r").write("fanta").press("tab", "ctrl+s").sees("représenté · Fanta Gabarit")
	if a := p.session().Attendance[0]; a.RepresentedBy != "Fanta Gabarit" || a.Holder == "" {
		t.Errorf("the file holds %+v", a)
	}
	welcomes("Fanta Sissoko")
	p.press("home", "down", "r").write("fanta").press("tab", "ctrl+s").sees("« fanta » peut désigner plusieurs personnes").press("shift+tab").write(" gab").press("ctrl+s")
	p.sees("représenté · Fanta Gabarit").misses("peut désigner")
	p.press("home", "down", "down", "r").write("Inconnue").press("ctrl+s").sees("« Inconnue » n’est pas sur la liste", "encore ctrl+s").press("ctrl+s").sees("représenté · Inconnue")
}

// In a narrow window, while nobody moved, the list says by whom somebody is
// represented; the movements are there as soon as there is one.
func TestTheListSaysByWhomInANarrowWindow(t *testing.T) {
	p := inSession(t, 1, 80, 24, french())
	a := p.session().Attendance[0]
	a.Presence, a.RepresentedBy, a.RepresentedAs = committee.Represented, "Awa Diarra-Traoré", committee.AsAlternate
	must(p.book.SaveAttendance(t.Context(), a))
	p.opens("attend").sees("● représenté · Awa Diarra-Traoré").misses("Mouvements")
	p.press("down", "p", "up", "d").sees("Mouvements", "● représenté ·")
}

// Once somebody came or left, a narrow window still says by whom somebody is
// represented, and who came or left; the chosen line says it whole.
func TestTheListSaysByWhomAndWhoMovedInANarrowWindow(t *testing.T) {
	for by, said := range map[string]string{
		"Awa Diarra-Traoré": "● représenté · Awa Diarra-Traoré",
		"Mariame Awa Diarra-Traoré de la Direction générale": "\n   ● représenté · Mariame Awa Diarra-Traoré de la Direction générale",
	} {
		p := inSession(t, 1, 80, 24, french())
		a := p.session().Attendance[0]
		a.Presence, a.RepresentedBy, a.RepresentedAs = committee.Represented, by, committee.AsAlternate
		must(p.book.SaveAttendance(t.Context(), a))
		p.opens("attend").press("down", "p", "up", "d", "down", "t").sees("→ parti 10 h 42", "✓ présent · 10 h 42 arrivée", "● représenté · ").press("home").sees(said)
		p.press("d", "t").sees(said, "\n   ● représenté · ", " · 10 h 42")
	}
}
