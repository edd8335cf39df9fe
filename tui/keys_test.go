package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// What the footer shows can be done: each of its keys changes what is seen or
// quits, and none answers that it cannot act. Moving is left out: there may be
// one row only.
func TestEveryKeyOfTheFooterActs(t *testing.T) {
	everyScreen(t, wide.width, wide.height, french(), func(t *testing.T, open func() *user) {
		u := open()
		if len(u.shown()) == 0 {
			t.Fatalf("the footer shows no key:\n%s", u.frame())
		}
		keys, before := u.footer(), u.raw()
		for k, word := range keys {
			if k == "↑↓" {
				continue
			}
			first := u.model
			u.hit(k)
			if said := u.refusal(); said != "" {
				t.Errorf("%s %s is in the footer and refuses: %s", k, word, said)
			}
			if !u.quit && u.raw() == before {
				t.Errorf("%s %s is in the footer and does nothing:\n%s", k, word, u.frame())
			}
			wrote := strings.HasPrefix(u.said(), "✓")
			if u.back(first); wrote || k == "L" {
				u = open()
			}
		}
	})
}

// reasons reads the help: the keys that cannot act now, with why. In a wide
// window nothing is broken, so that a row without a key is a reason.
func (u *user) reasons() map[string]string {
	off, last := map[string]string{}, ""
	rows := u.rows()
	for _, row := range rows[2 : len(rows)-2] {
		switch {
		case strings.HasPrefix(row, strings.Repeat(" ", 14)):
			off[last] = strings.TrimSpace(strings.TrimRight(row, " ↑↓")) // what tells that there is more
		case strings.HasPrefix(row, "   "):
			last = strings.Fields(row)[0]
		}
	}
	return off
}

// What the help says of a key that cannot act is what pressing it says.
func TestKeysThatCannotActSayWhy(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		t.Run(string(lang), func(t *testing.T) {
			everyScreen(t, wide.width, wide.height, i18n.For(lang), func(t *testing.T, open func() *user) {
				u := open()
				if strings.HasSuffix(t.Name(), "/help") {
					return // it is open already
				}
				first := u.model
				for k, why := range u.hit("f1").reasons() {
					u.back(first).hit(k)
					if got := u.refusal(); got != why {
						t.Errorf("the help says of %s %q; pressed, it says %q", k, why, got)
					}
				}
			})
		})
	}
}

// The help is about the screen it was opened on: every key that it lists
// without a reason acts there.
func TestHelpListsOnlyKeysOfTheScreen(t *testing.T) {
	for _, tt := range []struct {
		screen string
		not    []string
	}{
		{"recommendation_form", []string{"quitter suivi", "aller à un registre"}},
		{"action_block", []string{"quitter suivi", "aller à un registre", "créer une fiche", "archiver"}},
		{"recommendations_filtered", []string{"quitter suivi", "aller à un registre", "créer une fiche"}},
	} {
		still(t, tt.screen, func(t *testing.T) {
			u := screen(t, tt.screen, wide.width, wide.height, french())
			if tt.screen == "recommendations_filtered" {
				u = screen(t, "recommendations", wide.width, wide.height, french()).press("/")
			}
			u.hit("f1").sees("Les touches de cet écran").misses(tt.not...)
		})
	}
}

func TestHelpScrollsAndGoesBack(t *testing.T) {
	still(t, "in a small window", func(t *testing.T) {
		u := screen(t, "action", 80, 24, french())
		before := u.frame()
		u.press("?").sees("Mise en œuvre").misses("Partout").press("pgdown").misses("Mise en œuvre")
		for range 20 {
			u.press("pgdown")
		}
		u.sees("Partout").press("esc")
		if u.frame() != before {
			t.Errorf("after the help the screen is another:\n%s", u.frame())
		}
	})
}

// Narrow or not, the way back, help and the way out stay in sight.
func TestFooterAlwaysShowsTheWayOut(t *testing.T) {
	for _, width := range []int{60, 80, 110} {
		everyScreen(t, width, 24, french(), func(t *testing.T, open func() *user) {
			u := open()
			keys := u.footer()
			inHand := keys["esc"] != ""
			if keys["q"] == "" && !inHand {
				t.Errorf("%d columns: neither esc nor q in the footer:\n%s", width, u.frame())
			}
		})
	}
}
