package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
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

// A matter that no meeting has seen yet came back to none: nothing is said of that.
func TestAMatterThatNeverCameBackSaysNothingOfIt(t *testing.T) {
	u := visit(t, "example", 120, 30, french())
	must(u.book.SaveAction(t.Context(), committee.Action{Text: "Louer l’annexe"}))
	convened(t, u.book)
	u.press("9", "g", "a", "enter", ">", "o", "/").typeKeys("annexe\n").sees("Donnée le").misses("revenue à")
	u.press("L").sees("Given on").misses("came back to")
}

// A remark on a matter is said to be noted: it is not left as if nothing were said.
func TestARemarkOnAMatterIsSaidToBeNoted(t *testing.T) {
	for loc, said := range map[*i18n.Locale]string{french(): ": observation notée", i18n.For(committee.English): ": remark noted"} {
		u := inTheRoom(t, 120, 30, loc).press(">", "o", "r").write("Le ministère répondra en janvier.").press("ctrl+s").sees(said)
		u.press("r").write("À revoir.").field(map[bool]string{true: "Réponse", false: "Answer"}[loc.Lang == committee.French]).press("right", "right", "ctrl+s").misses(said)
	}
}
