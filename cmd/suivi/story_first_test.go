//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
)

func TestStoryFirstDayWithTheBamakoWorkshop(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "home", "data_home", "suivi", "comite.suivi")
	term := play(t, termtest.Options{Dir: dir})
	introduceSecretary(t, term)
	walkWorkshop(t, term)
	walkGuidelines(t, term)
	quit(t, term)
	if me := kept(t, dir).File(path); me.Name != "Aïssata Coulibaly" {
		t.Errorf("kept as %q", me.Name)
	}

	again := play(t, termtest.Options{Dir: dir})
	again.WaitFor("À traiter", "8 actions sans responsable ou sans échéance")
	if again.Has("Qui êtes-vous") || again.Has("Bienvenue") {
		t.Error("a known person is asked again")
	}
	again.Press("8")
	again.WaitFor("Le comité", "Base légale")
	again.Press("G")
	again.WaitFor("Aïssata Coulibaly")
	quit(t, again)

	s := opened(t, path)
	sound(t, s)
	me := only(t, must(s.People(background, register.Query{Filter: "Coulibaly"}))(t), nil)
	held := only(t, must(s.Mandates(background, register.Query{Of: committee.Thing{Kind: committee.KindPerson, ID: string(me.ID)}}))(t), nil)
	if held.Function != "Secrétaire de séance" || held.Kind != committee.Titular || !strings.HasPrefix(held.Institution, "C") {
		t.Errorf("holds %+v", held)
	}
	told(t, s, committee.Thing{Kind: committee.KindPerson, ID: string(me.ID)}, "", committee.VerbAdd)
}

// introduceSecretary starts with the workshop and says who one is, the
// institution taken from what the file offers.
func introduceSecretary(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.WaitFor("Bienvenue", "L’atelier de Bamako (2017)", "Ce fichier n’existe pas encore")
	term.Press("enter")
	term.WaitFor("Qui êtes-vous ?", "choisissez-vous dans la liste")
	term.Type("Aïssata Coulibaly")
	term.Press("tab")
	inField(t, term, "Structure")
	term.Paste("comité nat") // at once: one question to the file, one answer
	term.WaitFor("Comité national de coordination de la lutte")
	term.Press("down")
	waitRow(t, term, "▸ Comité national")
	term.Press("enter", "tab")
	inField(t, term, "Fonction")
	term.Type("Secrétaire de séance")
	term.WaitFor("aucune suggestion")
	term.Press("ctrl+s")
	term.WaitFor("Bonjour Aïssata Coulibaly", "À traiter", "Aucune réunion n’est prévue")
}

func walkWorkshop(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("1")
	waitRow(t, term, "30/10/17", "Atelier")
	term.Press("enter")
	term.WaitFor("Atelier", "Bamako", "30/10", "02/11/2017", "4 jours", "non renseigné dans la source")
	term.Press("G")
	term.WaitFor("Provenance")
	term.Press("g", "g")
	waitRow(t, term, "▌", "Ouverture")
	term.Press("enter")
	term.WaitFor("Suite donnée", "Tenue attestée par la légende de la photo")
	waitRow(t, term, "Durée prévue", "non renseigné dans la source")
	term.Press("esc")
	term.WaitGone("Suite donnée")
	waitRow(t, term, "▌", "Ouverture")
	term.Press("esc")
	waitRow(t, term, "▌", "Atelier")
}

// walkGuidelines sees that a heading without a text says so, and reads a
// reference.
func walkGuidelines(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("4")
	term.WaitFor("7 lignes", "LD-7")
	waitRow(t, term, "LD-1", "Rôle du Comité", "sans texte")
	term.Press("enter")
	term.WaitFor("Intitulé de travail, non officiel", "Texte non disponible.")
	waitRow(t, term, "Objet", "non renseigné dans la source")
	waitRow(t, term, "Base légale", "non renseigné dans la source")
	term.Press("7")
	term.WaitFor("8 lignes")
	filter(t, term, "2012-023", "1 ligne")
	waitRow(t, term, "▌", "loi", "2012-023", "12/07/12")
	term.Press("enter")
	term.WaitFor("Loi relative à la lutte contre la traite", "12/07/2012")
}
