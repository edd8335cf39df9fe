package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// footed are the last rows of the screen.
func footed(u *user, rows int) string {
	lines := strings.Split(strings.TrimRight(u.frame(), "\n"), "\n")
	return strings.Join(lines[max(len(lines)-rows, 0):], "\n")
}

var sessionFooter = map[committee.Language][]string{
	committee.French: {
		"n note", "s déclaration", "d décision", "r recomm.", "a action", "v vote", "b pratique", "f difficulté", "> suivant", "< précédent",
		"p reporter", "R renvoyer", "w retirer", "i point nouveau", "m mouvement", "S suspendre", "t traité", "? aide",
	},
	committee.English: {
		"n note", "s statement", "d decision", "r recomm.", "a action", "v vote", "b practice", "f difficulty", "> next", "< previous",
		"p postpone", "R refer", "w withdraw", "i late item", "m movement", "S suspend", "t dealt with", "? help",
	},
}

// Every key of a session stands below it, each in its place whatever was done,
// from the smallest screen on that it is made for.
func TestEveryKeyOfASessionIsInItsFooter(t *testing.T) {
	for lang, keys := range sessionFooter {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {110, 30}, {120, 36}, {140, 40}} {
			u := inTheRoom(t, size[0], size[1], i18n.For(lang)).press(">").writing("n", "Budget.")
			foot := footed(u, 3)
			for _, said := range keys {
				if !strings.Contains(foot, said) {
					t.Errorf("%s, %d columns: the footer does not tell %q:\n%s", lang, size[0], said, foot)
				}
			}
			for _, key := range []string{"up", "t", "tab"} {
				if now := footed(u.press(key), 3); now != foot {
					t.Errorf("%s, %d columns: after %s a key has moved:\n%s\n%s", lang, size[0], key, foot, now)
				}
			}
		}
	}
}

// A key that does nothing leaves its place free, and the key that suspends
// resumes.
func TestAKeyThatDoesNothingIsNotInTheFooter(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">", "S").sees("S reprendre", "n note", "b pratique")
	u.misses("d décision", "a action", "v vote", "t traité", "p reporter", "S suspendre").press("S").sees("S suspendre", "d décision")
	u.press("n").sees("⏎ enregistrer").misses("b pratique", "S suspendre")
}

// What is said stands beside the keys of the moment, in one rule.
func TestKeysOfTheMomentStandBesideWhatIsSaid(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).sees("> aborder le point 1", "> aborder")
	u.press(">").sees("✓ Point 1 · Ouverture et vérification du quorum ── ", "ctrl+g sortir").press("?").misses("ctrl+g sortir ──")
}
