package tui_test

import "testing"

// Who presents an item is found by the function, by the institution, or by the
// person who holds one.
func TestAPresenterIsFoundByTitleInstitutionOrPerson(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">", "i").write("Visite de terrain")
	u.field("Présenté par").sees("une structure ou une personne mène aux").write("ex-just").sees("[EXEMPLE] Secrétaire général")
	u.press("ctrl+u").write("trombone").sees("Directeur des collec", "[EXEMPLE] Lassine").press("down", "enter", "ctrl+s")
	u.press("6").sees("Visite de terrain", "présenté par [EXEMPLE] Directeur des collectivité").press("i").write("Autre").field("Présenté par").write("zzz").press("tab")
	u.sees("inconnu du fichier : effacez, puis espace montre la")
}
