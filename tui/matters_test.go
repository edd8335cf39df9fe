package tui_test

import (
	"strings"
	"testing"
)

// At 80 columns the words of a matter have the room; its state is a sign there, and
// in words below with the chosen one.
func TestTheWordsOfAMatterHaveTheRoomThereIs(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">", "o").sees("Affaires découlant")
	row, _, _ := strings.Cut(u.chosen(), "…")
	if _, words, _ := strings.Cut(row, "[EXEMPLE] "); len([]rune(words)) < 20 {
		t.Errorf("the words are cut at %q\n%s", row, u.frame())
	}
	u.sees("· ▲ bloquée", "Responsable", "Échéance").resize(120, 30).sees("▲ bloquée  ")
}
