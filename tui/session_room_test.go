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
