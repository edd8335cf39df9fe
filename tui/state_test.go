package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui"
)

// An action of the example in each state, with the keys that move it there.
var actionStates = []struct {
	ref, state, allowed string
}{
	{"A-2017-49", "non entamée", "sbdx"},
	{"A-2017-35", "en cours", "bdx"},
	{"A-2017-51", "bloquée", "sdx"},
	{"A-2017-34", "réalisée (déclarée)", "vR"},
	{"A-2017-13", "réalisée (validée)", "o"},
	{"A-2017-14", "abandonnée", "o"},
}

// pressed presses a key and tells whether the screen took it: a prompt opens
// or the change is said to be made; otherwise why not.
func (u *user) takes(k string) (taken bool, why string) {
	u.t.Helper()
	before := u.raw()
	u.press(k)
	if why = u.refusal(); why != "" {
		return false, why
	}
	return u.raw() != before, ""
}

// Each key of the implementation acts in the states that the rule allows and
// elsewhere says the state in words; from the list as from the page, and at
// once after moving, when the chosen thing is not read yet.
func TestKeysOfAnActionFollowItsState(t *testing.T) {
	for _, tt := range actionStates {
		for _, from := range []string{"list", "page", "at once"} {
			still(t, tt.ref+" from the "+from, func(t *testing.T) {
				u := secretary(t).press("3", "/").typeKeys(tt.ref + "\n")
				switch from {
				case "page":
					u.press("enter")
				case "at once":
					u = visit(t, "example", 80, 70, french()).press("3").hasty(tt.ref)
				}
				start := u.model
				for _, k := range "sbdvRxo" {
					if from == "at once" && k == 's' && strings.ContainsRune(tt.allowed, k) {
						continue // it writes: the next key would find another state
					}
					taken, why := u.back(start).takes(string(k))
					if want := strings.ContainsRune(tt.allowed, k); taken != want {
						t.Errorf("%s, %s: %c taken: %v, want %v (%s)\n%s", tt.ref, tt.state, k, taken, want, why, u.frame())
					}
					if !taken && !strings.Contains(why, "« "+tt.state+" »") {
						t.Errorf("%s: %c refused without its state in words: %q", tt.ref, k, why)
					}
					if k == 's' && taken {
						return // done in the file: the other keys are those of the next state
					}
				}
			})
		}
	}
}

// hasty moves down the list to a row and stops there before it has been read.
func (u *user) hasty(ref string) *user {
	u.t.Helper()
	for range 80 {
		if strings.HasPrefix(u.chosen(), ref) {
			return u
		}
		u.unread("down")
	}
	u.t.Fatalf("no row %s:\n%s", ref, u.frame())
	return u
}

// A recommendation's keys follow what the plenary decided.
func TestKeysOfARecommendationFollowItsDecision(t *testing.T) {
	for _, tt := range []struct{ ref, state, allowed string }{
		{"R-2017-25", "proposée", "amrpw"},
		{"R-2017-22", "ajournée", "amrw"},
		{"R-2017-20", "adoptée", "m"},
		{"R-2017-13", "adoptée avec amendements", "m"},
		{"R-2017-19", "rejetée", ""},
		{"R-2017-15", "retirée", ""},
	} {
		still(t, tt.ref, func(t *testing.T) {
			u := secretary(t).press("2", "/").typeKeys(tt.ref + "\n")
			start := u.model
			for _, k := range "amrpw" {
				taken, why := u.back(start).takes(string(k))
				if want := strings.ContainsRune(tt.allowed, k); taken != want {
					t.Errorf("%s, %s: %c taken: %v, want %v (%s)", tt.ref, tt.state, k, taken, want, why)
				}
				if !taken && !strings.Contains(why, "« "+tt.state+" »") {
					t.Errorf("%s: %c refused without its state in words: %q", tt.ref, k, why)
				}
			}
		})
	}
	still(t, "what is not adopted is not carried out", func(t *testing.T) {
		u := secretary(t).press("2", "/").typeKeys("R-2017-25\n")
		if _, why := u.takes("s"); !strings.Contains(why, "la mise en œuvre commence après l’adoption") {
			t.Errorf("s on a proposal: %q", why)
		}
	})
}

// A whole life, by keys alone; each step is seen at once.
func TestAnActionLivesByItsKeys(t *testing.T) {
	for _, page := range []bool{false, true} {
		name := map[bool]string{false: "from the list", true: "from the page"}[page]
		still(t, name, func(t *testing.T) {
			u := visit(t, "example", 140, 40, french()).press("3", "/").typeKeys("A-2017-49\n")
			if page {
				u.press("enter")
			}
			u.press("s").sees("A-2017-49 · ", "en cours")
			u.press("b").sees("Déclarer bloquée").press("right", "tab").write("ATTENTE DU DECRET").press("ctrl+s").sees("bloquée", "ATTENTE DU DECRET")
			u.press("s").sees("◐ en cours").misses("ATTENTE DU DECRET")
			u.press("d", "ctrl+s").sees("● déclarée")
			u.press("R").write("PIECES MANQUANTES").press("enter").sees("◐ en cours")
			u.press("d", "ctrl+s").press("v", "ctrl+s").sees("✓ validée", "100")
			u.press("o").write("CONTESTE").press("enter").sees("◐ en cours")
			u.press("x").press("ctrl+s").sees("Motif", "à renseigner").write("SANS OBJET").press("ctrl+s").sees("✗ abandonnée")
		})
	}
}

// Who may only read is told so by every key that would change something.
func TestReaderIsToldWhy(t *testing.T) {
	reading := func(c *tui.Config) {
		c.Actor.ReadOnly = true
		if c.As != nil {
			c.Book = c.As(c.Book, c.Actor)
		}
	}
	for _, lang := range []committee.Language{committee.French, committee.English} {
		why := map[committee.Language]string{committee.French: "lecture seule", committee.English: "read-only mode"}[lang]
		for _, sc := range swept(screens) {
			if strings.Contains(sc.name, "form") || sc.name == "help" || sc.name == "places" || sc.typed == "numero" || strings.HasPrefix(sc.name, "action_") || sc.name == "recommendation_amend" {
				continue
			}
			still(t, string(lang)+"/"+sc.name, func(t *testing.T) {
				u := screen(t, sc.name, wide.width, wide.height, i18n.For(lang), reading)
				keys := "nezabcdimoprstvwxyNDRCKJI"
				start := u.model
				changing := u.hit("f1").listed()
				for _, k := range keys {
					if !changing[string(k)] {
						continue
					}
					u.back(start).press(string(k))
					if w := i18n.For(lang).Words; k == 'b' && strings.Contains(u.rows()[0], w.Prepare.Backlog) || k == 't' && strings.Contains(u.rows()[0], w.Summary.Title) {
						continue // it leads to a page to read
					}
					if got := u.refusal(); !strings.Contains(got, why) {
						t.Errorf("%c does not say that the file is only read: %q\n%s", k, got, u.frame())
					}
				}
			})
		}
	}
}

// listed are the keys that the help shows.
func (u *user) listed() map[string]bool {
	keys := map[string]bool{}
	for _, row := range u.rows() {
		if strings.HasPrefix(row, "   ") && !strings.HasPrefix(row, "    ") {
			keys[strings.Fields(row)[0]] = true
		}
	}
	return keys
}
