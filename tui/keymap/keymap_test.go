package keymap_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/keymap"
)

var update = flag.Bool("update", false, "write the tables of the keys into README.md")

const readme = "../../README.md"

// The tables of the README are those the keymap writes:
// go test ./tui/keymap -update puts them there.
func TestReadmeTellsTheKeys(t *testing.T) {
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for _, lang := range []committee.Language{committee.French, committee.English} {
		open, end := fmt.Sprintf("<!-- keys:%s -->\n", lang), fmt.Sprintf("<!-- /keys:%s -->", lang)
		before, rest, opened := strings.Cut(text, open)
		said, after, closed := strings.Cut(rest, end)
		if !opened || !closed {
			t.Errorf("README.md: no table of the keys between %q and %q", strings.TrimSpace(open), end)
			continue
		}
		want := "\n" + keymap.Table(lang) + "\n"
		if said != want && !*update {
			t.Errorf("README.md: the keys between %q and %q are not these (go test ./tui/keymap -update):\n%s", strings.TrimSpace(open), end, want)
		}
		text = before + open + want + end + after
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// declared lists the names of the keys of keymap.go, and those that All lists.
func declared(t *testing.T) (keys, listed []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "keymap.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		switch value := v.Values[0].(type) {
		case *ast.CallExpr:
			if f, ok := value.Fun.(*ast.Ident); ok && f.Name == "key" {
				keys = append(keys, v.Names[0].Name)
			}
		case *ast.CompositeLit:
			if v.Names[0].Name != "All" {
				return true
			}
			for _, e := range value.Elts {
				if name, ok := e.(*ast.Ident); ok {
					listed = append(listed, name.Name)
				}
			}
		}
		return true
	})
	return keys, listed
}

func TestEveryKeyIsListedOnce(t *testing.T) {
	keys, listed := declared(t)
	if len(keys) < 10 {
		t.Fatalf("only %d keys found in keymap.go", len(keys))
	}
	for _, name := range keys {
		if n := count(listed, name); n != 1 {
			t.Errorf("%s stands %d times in All", name, n)
		}
	}
	if len(listed) != len(keys) {
		t.Errorf("All lists %d keys, %d are declared", len(listed), len(keys))
	}
}

func count(names []string, name string) int {
	n := 0
	for _, other := range names {
		if other == name {
			n++
		}
	}
	return n
}

func TestEveryKeyHasWordsInBothLanguages(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, k := range keymap.All {
			if w := k.Word(i18n.For(lang).Words.Keys); w.Short == "" || w.Long == "" {
				t.Errorf("%s: the key %s lacks a word: %q, %q", lang, k.Show, w.Short, w.Long)
			}
		}
	}
}

// Some keys reach no program, or another one than was pressed: ctrl+i is tab,
// ctrl+m is enter, ctrl+h may be backspace, and the signs below need AltGr on
// a French keyboard.
func TestEveryKeyCanBePressed(t *testing.T) {
	for _, k := range keymap.All {
		if len(k.Press) == 0 {
			t.Errorf("nothing presses the key %s", k.Show)
		}
		for _, p := range k.Press {
			if slices.Contains([]string{"ctrl+i", "ctrl+m", "ctrl+h"}, p) || len([]rune(p)) == 1 && strings.ContainsAny(p, "[]{}\\|@#~^`") {
				t.Errorf("the key %s is pressed by %q, which a French keyboard or a terminal keeps away", k.Show, p)
			}
		}
	}
}

// Everywhere, a key has one sense; on one kind of page too. Archiving and its
// contrary share a key: never are both possible. In a form, what enter and tab
// do depends on the field in hand.
func TestNoKeyHasTwoSenses(t *testing.T) {
	senses := map[keymap.Group]map[string]string{}
	for _, k := range keymap.All {
		if k.Group == keymap.Forms || k.Show == keymap.Restore.Show && k.Group == keymap.Pages {
			continue
		}
		if senses[k.Group] == nil {
			senses[k.Group] = map[string]string{}
		}
		for _, p := range k.Press {
			said := k.Word(i18n.For(committee.English).Words.Keys).Long
			other, taken := senses[k.Group][p]
			if !taken {
				other, taken = senses[keymap.Everywhere][p]
			}
			if taken && !differentPages(k, other) && !savesBloc(k, p) && !ownSense(k, p) {
				t.Errorf("%q both means %q and %q", p, other, said)
			}
			senses[k.Group][p] = said
		}
	}
}

// ownSense tells whether a key of a session has another sense there on purpose:
// while people talk, a digit is an item of the agenda, as it is called out, and
// registers are reached with g; and what enter, esc and tab do depends on
// whether a line is being typed.
func ownSense(k keymap.Key, pressed string) bool {
	_, digit := keymap.Digit(pressed)
	return k.Group == keymap.Session && (digit || slices.Contains([]string{"enter", "esc", "tab", "shift+tab"}, pressed))
}

// differentPages tells whether a key of the directory is of another page than
// the one that has its letter: an institution and the axes both add with i.
func differentPages(k keymap.Key, other string) bool {
	return k.Group == keymap.Directory && other == keymap.AddFunction.Word(i18n.For(committee.English).Words.Keys).Long &&
		k.Show == keymap.AddAxis.Show
}

// savesBloc tells whether a key adopts several recommendations together: their
// list is gone through like a form, and saved like one.
func savesBloc(k keymap.Key, pressed string) bool {
	return k.Group == keymap.EnBloc && (pressed == "ctrl+s" || pressed == "enter")
}

func TestDigitsOfBothKeyboards(t *testing.T) {
	for pressed, want := range map[string]int{"0": 0, "5": 5, "8": 8, "9": 9, "à": 0, "&": 1, "é": 2, "\"": 3, "'": 4, "(": 5, "-": 6, "è": 7, "_": 8, "ç": 9} {
		if n, ok := keymap.Digit(pressed); !ok || n != want {
			t.Errorf("Digit(%q) = %d, %v, want %d", pressed, n, ok, want)
		}
	}
	for _, pressed := range []string{"a", "", "10"} {
		if n, ok := keymap.Digit(pressed); ok {
			t.Errorf("Digit(%q) = %d, want none", pressed, n)
		}
	}
}
