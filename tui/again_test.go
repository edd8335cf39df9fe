package tui_test

import "testing"

// A meeting that is over for want of quorum is offered to be called again, on its
// summary and on its page, until it was; no other is.
func TestASecondNoticeIsProposedWhereItApplies(t *testing.T) {
	p := inSession(t, 1, 80, 24, french()).opens("attend")
	p.press("p", "p", "p")
	p.opens("adjourn").press("C", "enter", "ctrl+s").sees("Bilan de la séance", "A convoque une seconde fois", "A 2e convoc.")
	p.press("esc", "1", "enter").misses("A 2e convoc.")
	p.opens("summary").press("A").sees("Convoquer une seconde fois").write("20/12/2017").press("ctrl+s").sees("seconde convocation préparée")
	p.opens("summary").sees("Bilan de la séance").misses("A convoque une seconde fois", "A 2e convoc.")

	inTheRoom(t, 80, 24, french()).press(">", "C", "C", "enter", "ctrl+s").sees("Bilan de la séance").misses("A convoque", "A 2e convoc.")
}
