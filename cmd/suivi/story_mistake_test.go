//go:build unix

package main

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestStoryMistakeInTheMiddleOfAForm(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe du centre")
	term.Press("tab", "tab", "tab", "tab")
	inField(t, term, "Échéance")
	term.Type("31/02/2018")
	term.Press("ctrl+s")
	waitRow(t, term, "▌ Échéance", "31/02/2018")
	term.WaitFor("! « 31/02/2018 » n’est ni un jour ni un", "Louer l’annexe du centre")
	term.Press("esc")
	term.WaitFor("Quitter le formulaire ?", "Ce qui a été saisi n’est pas enregistré.", "ctrl+s  enregistrer", "échap   continuer la saisie")
	term.Press("esc")
	term.WaitGone("Quitter le formulaire ?")
	term.WaitFor("Louer l’annexe du centre", "31/02/2018")
	term.Press("end", "q") // a letter is text here, and no way out
	waitRow(t, term, "▌ Échéance", "31/02/2018q")
	term.Press("ctrl+u")
	term.Type("t1 2018")
	waitRow(t, term, "▌ Échéance", "→ T1 2018 (sam. 31/03/2018)")
	term.Press("ctrl+c")
	term.WaitFor("Quitter sans enregistrer ?")
	term.Press("esc")
	term.WaitGone("Quitter sans enregistrer ?")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ")
	waitRow(t, term, "▌ A-2017-61", "Louer l’annexe", "T1 2018")
	quit(t, term)

	s := opened(t, path)
	sound(t, s)
	if a := sheetOf(t, s, "A-2017-61").Action; a.Due != "2018-T1" && a.Due != "2018-Q1" || a.Text != "Louer l’annexe du centre" {
		t.Errorf("the action is %+v", a)
	}
}

func TestStoryTwoProgramsSaveTheSameAction(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	s := opened(t, path)
	a := must(s.SaveAction(background, committee.Action{Text: "Nommer un point focal", On: "2017-12-15"}))(t)
	person(t, path, "Awa Traoré")
	person(t, path, "Issa Keïta")
	awa := sitsAs(t, dir, path, "Awa Traoré")
	issa := sitsAs(t, dir, path, "Issa Keïta")
	awa.startEdit()
	issa.startEdit()
	awa.retype("Nommer un point focal par structure")
	awa.Press("ctrl+s")
	awa.WaitFor("A-2017-01 · ", "▌ A-2017-01  Nommer un point focal par str")
	issa.retype("Nommer deux points focaux")
	issa.Press("ctrl+s")
	issa.WaitFor("À choisir", "à l’origine", "(Awa Traoré, 10 h)", "Nommer")
	if got := must(s.Action(background, a.ID))(t).Action.Text; got != "Nommer un point focal par structure" {
		t.Errorf("the file holds %q before the question is answered", got)
	}
	issa.Press("m", "ctrl+s")
	issa.WaitFor("A-2017-01 · ", "▌ A-2017-01  Nommer deux points focaux")
	issa.WaitGone("À choisir")
	quit(t, issa.Terminal)
	awa.editAgain()
	quit(t, awa.Terminal)

	sound(t, s)
	if got := must(s.Action(background, a.ID))(t).Action; got.Text != "Nommer deux points focaux" || got.Version != 3 {
		t.Errorf("the action is %+v", got)
	}
	saved := must(s.Changes(background, committee.Thing{Kind: committee.KindAction, ID: string(a.ID)}, 0))(t)
	if len(saved) != 3 || saved[0].Actor != "Issa Keïta" || saved[1].Actor != "Awa Traoré" || saved[2].Actor != "" {
		t.Errorf("the journal tells %+v", saved)
	}
	if n := must(s.Actions(background, register.Query{}))(t).Total; n != 1 {
		t.Errorf("%d actions, want one", n)
	}
}

// TestStoryTypingAheadOfTheScreen: on a slow link keys come in one packet; the
// form that a key opens takes what is typed behind it.
func TestStoryTypingAheadOfTheScreen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	term.Type("nLouer l’annexe du centre")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ")
	quit(t, term)
	s := opened(t, path)
	sound(t, s)
	if a := sheetOf(t, s, "A-2017-61").Action; a.Text != "Louer l’annexe du centre" {
		t.Errorf("the action is %q", a.Text)
	}
}
