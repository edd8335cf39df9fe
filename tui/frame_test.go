package tui_test

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// Where there is room nothing of the way to a page is cut, the heading of a column
// neither; where there is none, the nearest keep theirs.
func TestWhatHasRoomIsNotCut(t *testing.T) {
	u := visit(t, "example", 140, 40, french()).press("1").sees("suivi › [EXEMPLE] Comité zamarien de coordination contre la traite des personnes › Réunions")
	u.press("enter", "c").sees("suivi › [EXEMPLE] Comité zamarien… › Réunions › [EXEMPLE] Première réunion ordinaire de 2018")
	visit(t, "example", 140, 40, i18n.For(committee.English)).press("2").sees("Implementation").misses("Implementati…")
	visit(t, "example", 80, 24, french()).press("1", "enter").sees("Réunions › [EXEMPLE] Première réunion ordinaire de 2018")
}
