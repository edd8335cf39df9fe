package tui_test

import "testing"

// What the parts of a wide screen say is wrapped, not cut.
func TestThePartsBesideOneAnotherCutNoSentence(t *testing.T) {
	for _, width := range []int{110, 120, 140} {
		u := inTheRoom(t, width, 36, french()).press("6").misses("lié…").sees("Ni recommandation ni action", "liée.")
		u.press(":").write("langue").press("enter").misses("action is …").sees("No recommendation or action is")
	}
}
