package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func folds(words []Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.Folded)
	}
	return all
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"L’information du Comité": "l information du comite",
		"Œuvre, ɲɛgɛ̀nɛ !":        "oeuvre negene",
		"R-2017-03":               "r 2017 03",
		"a.diarra@justice.ml":     "a diarra justice ml",
		"re\u0301u\u200bnion":     "reunion",
		"200\u202f000\u00a0FCFA":  "200 000 fcfa",
		" – … !":                  "",
		"":                        "",
		"a\xffb":                  "a b",
	} {
		if got := strings.Join(folds(Words(in)), " "); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWordsSayWhereTheyStand(t *testing.T) {
	const s = "« L’œuvre e\u0301crite »"
	var got []string
	for _, w := range Words(s) {
		got = append(got, s[w.From:w.To])
	}
	if want := []string{"L", "œuvre", "e\u0301crite"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := Words(s)
		other := strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		if got := folds(words); !slices.Equal(got, other) {
			t.Errorf("Words(%q) = %q, its fold has %q", s, got, other)
		}
		end := 0
		for _, w := range words {
			if w.From < end || w.From >= w.To || w.To > len(s) {
				t.Fatalf("Words(%q) has %+v after %d", s, w, end)
			}
			end = w.To
		}
	})
}
