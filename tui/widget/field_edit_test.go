package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestKeysOfATextField(t *testing.T) {
	const base = "le décret du 3 février"
	for _, c := range []struct {
		keys string
		want string
	}{
		{"ctrl+a x", "xle décret du 3 février"},
		{"ctrl+a ctrl+e x", "le décret du 3 févrierx"},
		{"home x", "xle décret du 3 février"},
		{"left x", "le décret du 3 févriexr"},
		{"ctrl+w", "le décret du 3 "},
		{"ctrl+w ctrl+w x", "le décret du x"},
		{"ctrl+u x", "x"},
		{"alt+b x", "le décret du 3 xfévrier"},
		{"alt+b alt+b ctrl+k x", "le décret du x"},
		{"ctrl+a alt+f x", "lex décret du 3 février"},
		{"ctrl+a alt+f alt+f x", "le décretx du 3 février"},
		{"ctrl+a alt+d", " décret du 3 février"},
		{"ctrl+a delete ctrl+d", " décret du 3 février"},
		{"backspace backspace", "le décret du 3 févri"},
		{"ctrl+w ctrl+z", base},
		{"x y space z ctrl+z", base + "xy"},
		{"ctrl+t x", base + "x"},
		{"ctrl+v x", base + "x"},
		{"ctrl+p ctrl+g x", base + "x"},
		{"alt+u alt+c alt+l x", base + "x"},
	} {
		p := typing(t, Field{Name: "a", Label: "A", Kind: FieldLine, Value: base})
		for _, k := range strings.Fields(c.keys) {
			if len(k) == 1 {
				p.write(k)
			} else {
				p.press(k)
			}
		}
		if got := p.form.Values().Text("a"); got != strings.TrimSpace(c.want) {
			t.Errorf("%s: %q, want %q", c.keys, got, c.want)
		}
		if len(p.sent) > 0 {
			t.Errorf("%s: sent %v", c.keys, p.sent)
		}
	}
}

func TestLettersStayWholeWithTheirMarks(t *testing.T) {
	p := typing(t, Field{Name: "a", Label: "A", Kind: FieldLine})
	p.write("e\u0301kɛ\u0300lɛ")
	if got := p.form.Values().Text("a"); got != "ékɛ\u0300lɛ" {
		t.Fatalf("%q is not composed", got)
	}
	p.press("left", "left", "backspace")
	if got := p.form.Values().Text("a"); got != "éklɛ" {
		t.Errorf("erasing one letter leaves %q", got)
	}
	p = typing(t, Field{Name: "a", Label: "A", Kind: FieldLine, Value: "kɛ\u0300l"})
	p.press("left", "left")
	if !strings.Contains(p.form.View(), reversed+"ɛ\u0300"+plain) {
		t.Errorf("the cursor parts a letter from its mark: %q", p.form.View())
	}
}

func TestWhatIsPastedIsCleanedAndBounded(t *testing.T) {
	p := typing(t, Field{Name: "a", Label: "A", Kind: FieldLine, Max: 20}, Field{Name: "n", Label: "N", Kind: FieldLong})
	p.paste("un\r\ndeux\ttrois\x1b[31m\u202e")
	if got := p.form.Values().Text("a"); got != "un deux trois[31m" {
		t.Errorf("pasted %q", got)
	}
	p.hides("coupé")
	p.paste(" et la suite")
	if got := p.form.Values().Text("a"); got != "un deux trois[31m et" {
		t.Errorf("pasted %q", got)
	}
	p.shows("! texte coupé à 20 caractères")
	p.write("x")
	p.shows("! texte coupé à 20 caractères")
	p.press("backspace")
	p.hides("coupé")
	p.press("tab").paste("un\r\ndeux\ttrois")
	if got := p.form.Values().Text("n"); got != "un\ndeux    trois" {
		t.Errorf("pasted %q", got)
	}
}

func TestALongLineScrollsUnderItsCursor(t *testing.T) {
	value := strings.Repeat("abcdefghi ", 20) + "fin"
	p := typing(t, Field{Name: "a", Label: "A", Kind: FieldLine, Value: value})
	p.form = p.form.Resize(40, 3)
	p.shows("fin")
	p.press("home")
	p.hides("fin")
	p.shows("abcdefghi")
	if !strings.Contains(p.form.View(), reversed+"a"+plain) {
		t.Error("the cursor is not on the first letter")
	}
	for range len(value) {
		p.press("right")
		if !strings.Contains(p.form.View(), reversed) {
			t.Fatal("the cursor is out of sight")
		}
	}
	p.shows("fin")
}

func TestRowsOfALongText(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want string
	}{
		{"", 10, ""},
		{"un deux trois", 7, "un deux|trois"},
		{"un deux trois", 8, "un deux |trois"},
		{"un\n\ndeux", 8, "un||deux"},
		{"anticonstitutionnellement", 10, "anticonsti|tutionnell|ement"},
		{"a anticonstitution", 6, "a |antico|nstitu|tion"},
		{"fin ", 3, "fin "},
		{"a\n", 3, "a|"},
	} {
		var rows []string
		for _, r := range wrapRows(c.text, c.w) {
			rows = append(rows, c.text[r.a:r.b])
		}
		got := strings.Join(rows, "|")
		if strings.ReplaceAll(got, " |", "|") != strings.ReplaceAll(c.want, " |", "|") {
			t.Errorf("%q at %d: %q, want %q", c.text, c.w, got, c.want)
		}
	}
}

func TestMovingUpAndDownKeepsTheColumn(t *testing.T) {
	p := typing(t, Field{Name: "n", Label: "N", Kind: FieldLong, Value: "première ligne\nx\ntroisième ligne"})
	p.press("left", "left", "up", "up").write("|")
	if got := p.form.Values().Text("n"); got != "première lign|e\nx\ntroisième ligne" {
		t.Errorf("%q", got)
	}
}

func FuzzEditor(f *testing.F) {
	f.Add("le décret", "abUWkzud", 8)
	f.Add("kɛ\u0300lɛ\n\u0301x", "lllbrdDUKz", 3)
	f.Fuzz(func(t *testing.T, value, ops string, w int) {
		for _, multi := range []bool{false, true} {
			e := newEditor(value, 100, multi)
			e.resize(w%50, 4)
			names := []string{
				"left", "right", "up", "down", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end", "backspace",
				"delete", "ctrl+w", "ctrl+u", "ctrl+k", "alt+b", "alt+f", "alt+d", "alt+backspace", "ctrl+z",
			}
			for _, r := range ops {
				if int(r) < len(names) {
					p := press{name: names[r]}
					if !e.act(p) && multi {
						e.scrollKeys(p)
					}
				} else {
					e.insert(string(r), stepType)
				}
				if e.at < 0 || e.at > len(e.text) || !utf8.ValidString(e.text) || !utf8.ValidString(e.text[:e.at]) {
					t.Fatalf("cursor at %d in %q", e.at, e.text)
				}
				if utf8.RuneCountInString(e.text) > 100+8 || !norm.NFC.IsNormalString(e.clean(e.text)) {
					t.Fatalf("text grew to %q", e.text)
				}
			}
		}
	})
}
