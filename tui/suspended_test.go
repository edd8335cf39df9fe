package tui_test

import "testing"

// While the session is suspended nothing is decided: each key says what comes
// first. A note may still be written.
func TestNothingIsDecidedWhileTheSessionIsSuspended(t *testing.T) {
	u := inTheRoom(t, 140, 24, french()).press(">", "S").sees("Séance suspendue.")
	for _, key := range []string{"d", "r", "a", "v", "B", "t", "p"} {
		u.press("m").sees("Arrivée ou départ").press("esc").misses("suspendue ;").press(key).sees("la séance est suspendue ; reprenez-la d’abord")
	}
	u.press("n").write("Le bureau se concerte.").press("enter", "esc").sees("Le bureau se concerte.")
	u.press("S").sees("Séance reprise.").press("d").write("Le siège est à Kayes.").press("enter").sees("10:42 D")
}
