package tui_test

import (
	"strings"
	"testing"
)

func TestTheRoomSeesTheWordingAloneAndAsItIsTyped(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("d", "Le comité arrête le budget de l’année à venir.").press("V")
	u.misses("suivi", "point 1/6", "│").sees("décision D-2017-", "Le comité arrête le budget de l’année à")
	u.press("d").write("Chaque structure").sees("Chaque structure").press("esc")
	if !strings.Contains(u.frame(), "Cette ligne n’est pas enregistrée") {
		t.Errorf("nothing asks what becomes of the line:\n%s", u.frame())
	}
	u.press("ctrl+x").press("e").write(" Il est publié.").sees("venir. Il est publié.").misses("point 1/6").press("enter").sees("venir. Il est publié.")
	u.press("esc").sees("point 1/6", "Il est publié.")
}

func TestTheRoomShowsWhatIsUnderstoodOfTheLineBeforeEnter(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("a", "Nommer un point focal").press("V").misses("Nommer un point focal —", "action ›")
	u.press("a").write("Saisir le décret @jus").sees("▌ [EXEMPLE] Ministère de la Justice", "action › Saisir le décret @jus")
	u.press("tab").write("+fam").press("tab").write(">15/01/2018 !haute $2000000 #zut").misses("point 1/6", "│")
	u.sees("EX-JUST  appui EX-FAM  échéance 15/01/2018  priorité haute", "2 000 000", "! #zut : introuvable dans le fichier")
	u.press("enter", "esc", "e").sees("modifier · action ›", "EX-JUST  appui EX-FAM", "! #zut : introuvable dans le fichier")
	u.write(" #bah").sees("! #bah : introuvable dans le fichier").press("esc", "ctrl+x").misses("action ›")
}
