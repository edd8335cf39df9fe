package tui_test

import (
	"testing"

	"suivi/internal/register"
)

// A guest and their institution that the file does not know are both entered with
// one key, and each field says so before.
func TestAGuestAndTheirInstitutionAreEnteredWithOneKey(t *testing.T) {
	u := inTheRoom(t, 80, 30, french()).press("y", "i").write("Nouvelle Venue").press("ctrl+n").sees("Nouvel invité", "nouveau nom : l’enregistrement l’ajoute au répertoire")
	u.field("Structure").write("Institut du lac").sees("Institut du lac").press("ctrl+s").sees("Nouvelle Venue : présent", "Institut…").misses("ctrl+n")
	u.press("i").write("Nouvelle Venue").sees("Nouvelle Venue").misses("nouveau nom").press("esc", "ctrl+x", "esc")
	if got := must(u.book.People(t.Context(), register.Query{Filter: "nouvelle venue"})).Rows; len(got) != 1 {
		t.Errorf("the file holds %+v", got)
	}
	if got := must(u.book.Institutions(t.Context(), register.Query{Filter: "institut du lac"})).Rows; len(got) != 1 {
		t.Errorf("the file holds %+v", got)
	}
}

// A new guest of a new institution is one change: one undo takes all of it back.
func TestANewGuestIsTakenBackWithOneKey(t *testing.T) {
	u := inTheRoom(t, 80, 30, french()).press("y", "i").write("Nouvelle Venue").press("ctrl+n")
	u.field("Structure").write("Institut du lac").press("ctrl+s").sees("Nouvelle Venue : présent").press("u", "enter").misses("Nouvelle Venue :")
	if got := must(u.book.People(t.Context(), register.Query{Filter: "nouvelle venue"})).Rows; len(got) > 0 {
		t.Errorf("the file holds %+v\n%s", got, u.frame())
	}
	if got := must(u.book.Institutions(t.Context(), register.Query{Filter: "institut du lac"})).Rows; len(got) > 0 {
		t.Errorf("the file holds %+v\n%s", got, u.frame())
	}
}

// What is made again is called by the guest's name, though the file holds neither
// them nor their line then.
func TestAGuestWhoIsMadeAgainIsNamed(t *testing.T) {
	u := inTheRoom(t, 100, 30, french()).press("y", "i").write("Nouvelle Venue").press("ctrl+n")
	u.field("Structure").write("Institut du lac").press("ctrl+s").sees("Nouvelle Venue : présent").press("u", "enter").misses("Nouvelle Venue :")
	u.press("ctrl+r").sees("Reviendra dans le fichier : ligne de présence « Nouvelle Venue ».").misses("«  »").press("enter").sees("Refait : « Nouvelle Venue », présence relevée")
}

// A name that the file does not know is still refused until the key was pressed.
func TestAGuestUnknownToTheFileIsNotEnteredByMistake(t *testing.T) {
	inTheRoom(t, 80, 30, french()).press("y", "i").write("Nouvelle Venue").press("ctrl+s").sees("inconnu du fichier").misses("Nouvelle Venue : présent")
}
