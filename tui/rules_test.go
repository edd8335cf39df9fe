package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// The form of a line of the list knows who represents somebody as the key does.
func TestTheFormOfALineKnowsWhoRepresents(t *testing.T) {
	ctx, p := context.Background(), inSession(t, 1, 80, 40, french())
	who, err := p.book.SavePerson(ctx, committee.Person{Name: "Fanta Gabarit"})
	must(p.book.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: p.id, Person: must(who, err).ID}}))
	p.opens("attend").press("home", "enter").field("Présence").press("right", "right").field("Représenté").write("Inconnue").press("ctrl+s")
	p.sees("« Inconnue » n’est pas sur la liste", "encore ctrl+s")
	p.field("Représenté").press("ctrl+u").write("fanta").press("tab", "ctrl+s").misses("n’est pas sur la liste")
	if a := p.session().Attendance[0]; a.RepresentedBy != "Fanta Gabarit" || a.Holder == "" {
		t.Errorf("the file holds %+v\n%s", a, p.frame())
	}
	p.press("home", "down", "enter").field("Présence").press("right", "right").field("Représenté").write("Inconnue").press("ctrl+s", "ctrl+s")
	if a := p.session().Attendance[1]; a.RepresentedBy != "Inconnue" {
		t.Errorf("the file holds %+v\n%s", a, p.frame())
	}
}

// The checks say that the notice was short, and lead to its day.
func TestAShortNoticeIsMendedFromTheChecks(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("adjourn").sees("délai de convocation non respecté : convocation non envoyée  e modifier")
	p.press("end", "e").sees("▌ Convocation envoyée le").write("10/12/2017").press("ctrl+s").sees("5 jours avant, au lieu de 7 jours")
	p.press("end", "e").press("ctrl+u").write("01/12/2017").press("ctrl+s").misses("délai de convocation")
}

// While the session is suspended the checks adopt nothing, in the words of the session.
func TestTheChecksAdoptNothingWhileTheSessionIsSuspended(t *testing.T) {
	p := inSession(t, 1, 100, 40, french())
	v := p.session()
	must(p.book.SuspendMeeting(context.Background(), p.id, v.Meeting.Version))
	p.opens("adjourn").sees("recommandation laissée sans décision").press("home", "down", "down", "down", "down", "down")
	p.press("a").sees("la séance est suspendue ; reprenez-la d’abord")
}

// After an adoption en bloc one is back where one came from; what was adopted, and
// what was excepted, says so on its own page.
func TestAnAdoptionEnBlocIsToldOnThePageOfEach(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("bloc").press("down", "space", "ctrl+s")
	p.sees("1 recommandation adoptée · 1 reste à trancher").misses("Adoption en bloc :")
	p = inSession(t, 1, 100, 40, french()).opens("bloc").press("ctrl+s").sees("2 recommandations adoptées ensemble").misses("Adoption en bloc :")
	p.press("2", "home", "enter").sees("Adoption", "en bloc · au point 2, Rapport du groupe")
}

// In a workshop minutes and matters arising are offered, and not chosen.
func TestAWorkshopIsOfferedMinutesAndMatters(t *testing.T) {
	ctx, u := context.Background(), waiting(t)
	m, err := u.book.SaveMeeting(ctx, committee.Meeting{Kind: committee.Workshop, Title: "Atelier", Starts: "2017-12-18", Ends: "2017-12-20"})
	must(m, err)
	u.press("1", "home", "down", "enter").sees("Atelier").press("P").sees("Préparer l’ordre du jour", "[ ]  Réunion ordinaire n° 01/2017").misses("[x]  Réunion ordinaire n° 01/2017")
}

// The session tells the decisions of the item under way.
func TestTheSessionTellsTheDecisionsOfTheItem(t *testing.T) {
	p := inTheRoom(t, 140, 40, french()).press("3").writing("d", "Le siège est à Bamako.")
	p.press("esc").sees("CE POINT CONCERNE", "Le siège est à Bamako.", "adoptée")
}
