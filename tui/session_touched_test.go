package tui_test

import "testing"

// The right part is about the item in sight, be it under way or only read.
func TestWhatAnItemTouchesIsThatOfTheItemInSight(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">").writing("r", "Ouvrir un registre").press(">").sees("Ni recommandation ni action")
	u.press("tab", "up").sees("lecture 1/6 · en cours 2").misses("Ni recommandation").press("down").sees("Ni recommandation ni action")
}
