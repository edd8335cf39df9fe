package tui_test

import (
	"testing"

	"suivi/internal/committee"
)

// A proxy that does not count is marked on the half-day that is noted, be it
// another one than now; its bearer is known by the institution too.
func TestAProxyIsMarkedOnTheHalfDayThatItIsOf(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	s := p.session()
	of := committee.Thing{Kind: committee.KindInstitution, ID: string(s.Attendance[0].Institution)}
	p.press("tab", "tab", "home", "a", "r").write(s.Names[of].Short).press("tab", "ctrl+s").sees("le mandataire n’est pas là")
	p.press("up").sees("! procuration non comptée : le mandataire n’est pas là")
	p.press("shift+tab", "shift+tab").misses("le mandataire n’est pas là").press("tab", "tab").sees("le mandataire n’est pas là")
}
