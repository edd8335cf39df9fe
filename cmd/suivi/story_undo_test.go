//go:build unix

package main

import (
	"os"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
)

// TestStoryAdoptedByMistake: what was adopted by mistake one day is proposed
// again the next, whatever program had it open in between.
func TestStoryAdoptedByMistake(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("2")
	term.WaitFor("25 lignes", "échap retour")
	filter(t, term, "R-2017-25", "1 ligne")
	term.Press("a")
	term.WaitFor("Adopter", "R-2017-25")
	term.Press("ctrl+s")
	term.WaitFor("R-2017-25 · adoptée")
	quit(t, term)

	term = sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("u")
	term.WaitFor("Annuler : R-2017-25", "adoptée, aujourd’hui à 10 h ?", "Décision : adoptée → proposée", "⏎ o    oui, annuler", "échap  non, ne rien changer")
	term.Press("enter")
	term.WaitFor("Annulé : R-2017-25, adoptée. ctrl+r refait.")
	quit(t, term)

	s := opened(t, path)
	sound(t, s)
	if r := only(t, must(s.Recommendations(background, register.Query{Filter: "R-2017-25"}))(t), nil); r.Decision != committee.Proposed {
		t.Errorf("it is %s", r.Decision)
	}
	term = sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("ctrl+r")
	term.WaitFor("Refaire : R-2017-25")
	term.Press("o")
	term.WaitFor("Refait : R-2017-25, adoptée. u annule.")
	term.Press("2")
	term.WaitFor("25 lignes", "échap retour")
	filter(t, term, "R-2017-25", "1 ligne")
	term.Press("H")
	term.WaitFor("Historique : R-2017-25", "refait : adoptée", "annulation : adoptée", "adoptée", "ajoutée", "suivi · example")
	quit(t, term)
	sound(t, s)
	thing := committee.Thing{Kind: committee.KindRecommendation, ID: string(only(t, must(s.Recommendations(background, register.Query{Filter: "R-2017-25"}))(t), nil).ID)}
	lines := must(s.Journal(background, register.Query{Of: thing}))(t).Rows
	if len(lines) != 4 || lines[0].Verb != committee.VerbRedo || lines[1].Verb != committee.VerbUndo || lines[2].Undone || lines[3].By.Name != "suivi · example" {
		t.Errorf("the journal tells %+v", lines)
	}
}

// TestStoryTwoPeopleAndWhatChanged: what a colleague changed since cannot be
// taken back, and it is said who did; the next visit says what others did.
func TestStoryTwoPeopleAndWhatChanged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	s := opened(t, path)
	person(t, path, "Awa Traoré")
	person(t, path, "Issa Keïta")
	must(s.SaveAction(background, committee.Action{Text: "Nommer un point focal", On: "2017-12-15", Due: "2018-01-31"}))(t)
	awa := sitsAs(t, dir, path, "Awa Traoré")
	awa.WaitFor("À traiter")
	if awa.Has("Depuis votre visite") {
		t.Error("a first visit speaks of an earlier one")
	}
	awa.onAction()
	awa.Press("s")
	awa.WaitFor("A-2017-01 · ", "en cours")
	quit(t, awa.Terminal)

	issa := sitsAs(t, dir, path, "Issa Keïta")
	issa.WaitFor("À traiter")
	issa.onAction()
	issa.Press("t")
	issa.WaitFor("Reporter l’échéance")
	issa.Type("30/06/2018")
	issa.Press("tab")
	issa.Type("décret attendu")
	issa.Press("ctrl+s")
	issa.WaitFor("30/06/18")
	quit(t, issa.Terminal)

	awa = sitsAs(t, dir, path, "Awa Traoré")
	awa.WaitFor("Depuis votre visite d’aujourd’hui à 10 h", "1 changement : 1 report d’échéance")
	awa.Press("u")
	awa.WaitFor("Impossible d’annuler la modification : l’action A-2017-01 a changé depuis", "par Issa Keïta")
	awa.Press("esc")
	awa.WaitGone("Impossible")
	awa.Press("g", "j")
	awa.WaitFor("Journal", "échéance reportée", "31/01/2018 → 30/06/2018", "décret attendu")
	// A visit that is killed was one all the same: what was there is known.
	awa.Signal(os.Kill)
	awa.Exit()
	awa = sitsAs(t, dir, path, "Awa Traoré")
	awa.WaitFor("Depuis votre visite d’aujourd’hui à 10 h", "Personne d’autre n’a rien modifié.")
	quit(t, awa.Terminal)
	sound(t, s)
}

// onAction goes to the roadmap, on its only action.
func (c colleague) onAction() {
	c.t.Helper()
	c.Press("3")
	c.WaitFor("▌ A-2017-01", "échap retour")
}

// TestStoryHistoryOfAnAmendedText: the words that an amendment changed are
// seen in the history.
func TestStoryHistoryOfAnAmendedText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := play(t, termtest.Options{Dir: dir, Width: 120, Height: 36, Args: []string{"--as", secretary, path}})
	term.WaitFor("À traiter")
	term.Press("2")
	term.WaitFor("25 lignes", "échap retour")
	filter(t, term, "R-2017-13", "1 ligne")
	term.Press("m")
	term.WaitFor("Amender")
	term.Press("end")
	term.Type(" sous trente jours")
	term.Press("tab")
	term.Type("délai demandé en séance")
	term.Press("ctrl+s")
	term.WaitFor("R-2017-13 · amendée")
	term.Press("enter")
	term.WaitFor("Versions du texte")
	term.Press("H")
	term.WaitFor("Historique : R-2017-13", "amendée", "délai demandé en séance", "{+ sous", "trente jours+}")
	quit(t, term)
}
