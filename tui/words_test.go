package tui_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui"
)

// ours are the words outside i18n that are no words of a language: the
// program's name, names of keys, references and what the file holds.
var ours = regexp.MustCompile(`^(suivi|esc|tab|shift\+tab|ctrl\+[a-z]|pgdn|pgup|gg|g|\pL|[RAD]-2017-\d+|[RAD]-\{[A-Z]+\}-\{[A-Z]+\}|\{[A-Z]+\}/\{[A-Z]+\}|QQQ|NOM|xy|\S*comite\.suivi\S*)$`)

// unworded lists the words of a frame that no locale worded: those outside
// ⟦⟧. A text that was cut ends at its ellipsis; what stands beside a list is
// read apart from it.
func unworded(frame string) []string {
	var columns [2]strings.Builder
	for _, row := range strings.Split(frame, "\n") {
		left, right, _ := strings.Cut(row, "│")
		columns[0].WriteString(left + "\n")
		columns[1].WriteString(right + "\n")
	}
	var found []string
	for _, c := range columns {
		depth, word := 0, strings.Builder{}
		for _, r := range c.String() + " " {
			if r == '⟧' || r == '…' {
				depth = max(depth-1, 0)
				if r == '…' {
					depth = 0
				}
				continue
			}
			if depth == 0 && (unicode.IsSpace(r) || r == '⟦') {
				if w := strings.Trim(word.String(), "[]"); strings.IndexFunc(w, unicode.IsLetter) >= 0 && !ours.MatchString(w) {
					found = append(found, w)
				}
				word.Reset()
			}
			if r == '⟦' {
				depth++
			} else if depth == 0 && !unicode.IsSpace(r) {
				word.WriteRune(r)
			}
		}
	}
	return slices.Compact(found)
}

// pseudo opens a file whose every text is QQQ in a language whose every word
// stands between ⟦ and ⟧.
func pseudo(t *testing.T, width, height int) *user {
	t.Helper()
	u := visit(t, "empty", width, height, i18n.Pseudo(), func(c *tui.Config) { c.Actor = committee.Actor{Name: "QQQ"} })
	u.plant("QQQ")
	return u
}

// moreTour adds to the tour the questions, refusals and notices of a session.
var moreTour = [][]string{
	{"3", "?"},
	{"1", "?"},
	{"1", "enter", "?"},
	{"8", "?"},
	{"3", "s"},
	{"3", "f"},
	{"3", "Z"},
	{"3", "/", "x", "y", "enter"},
	{"2", "a"},
	{"2", "r"},
	{"2", "p"},
	{"5", "w"},
	{"4", "s"},
	{"4", "i"},
	{"1", "c"},
	{"1", "o"},
	{"1", "y"},
	{"1", "x"},
	{"1", "C"},
	{"3", "p"},
	{"3", "c"},
	{"3", "d"},
	{"3", "x"},
	{"3", "z"},
	{"3", "n", "ctrl+s"},
	{"3", "n", "Q", "esc"},
	{"3", "n", "Q", "ctrl+c"},
	{"g", "y"},
	{"6", "n"},
	{"6", "tab", "n"},
	{"6", "tab", "tab", "n"},
	{"6", "tab", "tab", "tab", "n"},
	{"6", "tab", "enter", "m"},
	{"6", "tab", "tab", "enter", "m"},
	{"7", "n"},
	{"5", "n"},
	{"4", "n"},
	{"1", "n"},
	{"8", "I"},
	{"8", "z"},
	{"8", "i"},
}

func TestNoWordIsWrittenOutsideTheLocale(t *testing.T) {
	still(t, "in a file", func(t *testing.T) {
		u := pseudo(t, 300, 60)
		first := u.model
		for _, keys := range append(append([][]string{}, tour...), moreTour...) {
			u.back(first).press(keys...)
			if words := unworded(u.frame()); len(words) > 0 {
				t.Errorf("%s: words that no locale words: %q\n%s", strings.Join(keys, " "), words, u.frame())
			}
		}
	})
	still(t, "in an empty one", func(t *testing.T) {
		u := visit(t, "empty", 300, 60, i18n.Pseudo(), func(c *tui.Config) { c.Actor = committee.Actor{Name: "QQQ"} })
		for _, keys := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8"} {
			if words := unworded(u.press(keys).frame()); len(words) > 0 {
				t.Errorf("%s: words that no locale words: %q\n%s", keys, words, u.frame())
			}
		}
	})
	still(t, "welcome", func(t *testing.T) {
		u := visit(t, "empty", 300, 60, i18n.Pseudo(), func(c *tui.Config) {
			c.Book, c.Path, c.Starters = nil, "QQQ", []string{"bamako-2017", "checklist", "example", "empty"}
		})
		if words := unworded(u.frame()); len(words) > 0 {
			t.Errorf("words that no locale words: %q\n%s", words, u.frame())
		}
	})
	still(t, "window too small", func(t *testing.T) {
		if words := unworded(visit(t, "empty", 40, 8, i18n.Pseudo()).frame()); len(words) > 0 {
			t.Errorf("words that no locale words: %q", words)
		}
	})
}

// L changes the language on the spot: what is chosen stays, and L again gives
// back what was there.
func TestLanguageChangesOnEveryScreen(t *testing.T) {
	everyScreen(t, 140, 40, french(), func(t *testing.T, open func() *user) {
		u := open()
		if u.footer()["L"] == "" {
			return // a field has the keys
		}
		u.press("9") // what was said goes with the next key
		before, at := u.frame(), strings.Fields(u.chosen())
		u.press("L")
		if u.footer()["L"] != "français" {
			t.Errorf("L leads to %q:\n%s", u.footer()["L"], u.frame())
		}
		for _, word := range []string{"Accueil", "Réunions", "Recommandations", "Feuille de route", "Lignes directrices", "Décisions", "Répertoire", "Références", "Paramètres", "retour", "quitter", "ouvrir"} {
			if strings.Contains(chrome(u), word) {
				t.Errorf("%q is still there:\n%s", word, u.frame())
			}
		}
		if now := strings.Fields(u.chosen()); len(at) > 0 && len(now) > 0 && isRef(at[0]) && at[0] != now[0] {
			t.Errorf("the cursor went from %s to %s", at[0], now[0])
		}
		if u.press("L"); u.frame() != before {
			t.Errorf("back in French the screen is another:\n--- was\n%s\n--- is\n%s", before, u.frame())
		}
	})
}

// chrome is the frame of the page: title, footer.
func chrome(u *user) string {
	rows := u.rows()
	crumbs := rows[0]
	if _, after, ok := strings.Cut(crumbs, "› "); ok {
		_, crumbs, _ = strings.Cut(after, "› ")
	}
	return crumbs + "\n" + rows[len(rows)-1]
}

func isRef(s string) bool { return regexp.MustCompile(`^[RAD]-\d{4}-\d+$`).MatchString(s) }

func TestLanguageIsRemembered(t *testing.T) {
	still(t, "by L", func(t *testing.T) {
		var kept []committee.Language
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) {
			c.Remember = func(l committee.Language, _ committee.Actor) error {
				kept = append(kept, l)
				return nil
			}
		})
		if u.press("L", "L"); !slices.Equal(kept, []committee.Language{committee.English, committee.French}) {
			t.Errorf("what was remembered: %v", kept)
		}
	})
	still(t, "in a list that is empty", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french()).press("3", "L")
		if strings.Contains(u.frame(), "La feuille de route") {
			t.Errorf("the word of an empty list is still French:\n%s", u.frame())
		}
	})
}
