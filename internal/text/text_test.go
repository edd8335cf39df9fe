package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text stays", "Saisir le décret", "Saisir le décret"},
		{"decomposed accents are composed", "re\u0301union", "réunion"},
		{"letters of Bambara stay", "Ɲɛgɛnɛ ŋɔmi ɲini ɛ̀", "Ɲɛgɛnɛ ŋɔmi ɲini ɛ̀"},
		{"no-break spaces stay", "200\u202f000\u00a0FCFA", "200\u202f000\u00a0FCFA"},
		{"line breaks and tabs become spaces", "a\nb\r\nc\td\u2028e\u0085f", "a b c d e f"},
		{"escape sequences lose their escape", "\x1b[31mrouge\x1b]8;;x\x07", "[31mrouge]8;;x"},
		{"C1 controls go", "a\u009b31mb\u0090c", "a31mbc"},
		{"bidirectional overrides go", "a\u202eb\u2066c\u200ed\u061ce", "abcde"},
		{"zero-width characters go", "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg", "abcdefg"},
		{"variation selectors and private use go", "✔\ufe0f a\ue000b\U000f0000c", "✔ abc"},
		{"tag characters go", "a\U000e0041b", "ab"},
		{"invalid bytes show as replaced", "a\xffb", "a\ufffdb"},
		{"spaces at the ends stay", " a ", " a "},
		{"empty stays empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Line(c.in); got != c.want {
				t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestBody(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line breaks stay", "a\nb\n\nc", "a\nb\n\nc"},
		{"every line break is the same", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"a tab is four spaces", "a\tb", "a    b"},
		{"controls go", "a\x00\x1b\u009cb", "ab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Body(c.in); got != c.want {
				t.Errorf("Body(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestManyMarksAreBounded(t *testing.T) {
	got := Line("a" + strings.Repeat("\u0323", 200) + "b")
	if n := utf8.RuneCountInString(got); n > 10 || !strings.HasSuffix(got, "b") {
		t.Errorf("got %d characters: %q", n, got)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Réunion à l’ŒUVRE":   "reunion a l'oeuvre",
		"Ɛ ɔ Ɲ ŋ":             "e o n n",
		"ɛ̀ɔ́":                "eo",
		"200\u202f000\u00a0F": "200 000 f",
		"ÇA, ÎLE, NAÏF, Æ":    "ca, ile, naif, ae",
		"re\u0301union":       "reunion",
		"a\u200bb\x1bc":       "abc",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLimit(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"réunion", 3, "réu"},
		{"réunion", 7, "réunion"},
		{"réunion", 99, "réunion"},
		{"ab", 0, ""},
		{"ab", -1, ""},
		{"aɛ\u0300b", 2, "a"},
		{"aɛ\u0300b", 3, "aɛ\u0300"},
	} {
		if got := Limit(c.in, c.n); got != c.want {
			t.Errorf("Limit(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

var seeds = []string{
	"", "Saisir le décret", "re\u0301union", "a\xff\xfe", "\x1b]0;x\x07", "a\u202e\u2066b", "\u0344\u0344\u0344\u0344\u0344\u0344\u0344\u0344\u0344",
	"ɛ̀ɔɲŋ", "\r\n\r", "\u1100\u1161\u11a8", "\u09c7\u09be", "\ufb1d", "\u2126\u212a\u2000", strings.Repeat("\u0323\u0301", 40), "e\u200d\u0301", "\u0958\u093c",
}

func FuzzClean(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{"Line": Line, "Body": Body} {
			got := clean(s)
			if again := clean(got); again != got {
				t.Errorf("%s is not idempotent: %q gives %q then %q", name, s, got, again)
			}
			if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
				t.Errorf("%s(%q) = %q: not valid composed text", name, s, got)
			}
			if name == "Line" && strings.Contains(got, "\n") {
				t.Errorf("Line(%q) = %q has several lines", s, got)
			}
			if i := strings.IndexFunc(got, forbidden); i >= 0 {
				t.Errorf("%s(%q) = %q holds %U", name, s, got, []rune(got[i:])[0])
			}
		}
	})
}

func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || r == '\u2028' || r == '\u2029' ||
		unicode.In(r, unicode.Cf, unicode.Co, unicode.Variation_Selector, unicode.Bidi_Control)
}

func FuzzFold(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if again := Fold(got); again != got {
			t.Errorf("Fold is not idempotent: %q gives %q then %q", s, got, again)
		}
		if strings.IndexFunc(got, unicode.IsMark) >= 0 || strings.IndexFunc(got, unicode.IsControl) >= 0 {
			t.Errorf("Fold(%q) = %q holds marks or controls", s, got)
		}
	})
}

func FuzzLimit(f *testing.F) {
	f.Add("réunion", 3)
	f.Add("ɛ\u0300\u0301", 1)
	f.Fuzz(func(t *testing.T, s string, n int) {
		s = Line(s)
		got := Limit(s, n)
		if !strings.HasPrefix(s, got) || utf8.RuneCountInString(got) > max(n, 0) || Line(got) != got {
			t.Errorf("Limit(%q, %d) = %q", s, n, got)
		}
	})
}
