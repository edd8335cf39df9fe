package i18n

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"suivi/internal/text"
)

// each calls f for every string of v, with the path that leads to it.
func each(v reflect.Value, path string, f func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		f(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), path+"."+v.Type().Field(i).Name, f)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), fmt.Sprintf("%s[%d]", path, i), f)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			each(v.MapIndex(k), fmt.Sprintf("%s[%v]", path, k), f)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			each(v.Elem(), path, f)
		}
	}
}

func all(w Words) map[string]string {
	found := map[string]string{}
	each(reflect.ValueOf(w), "", func(path, s string) { found[path] = s })
	return found
}

var bothLanguages = map[string]Words{"French": french, "English": english}

func TestNoWordIsMissing(t *testing.T) {
	for name, words := range bothLanguages {
		for path, s := range all(words) {
			if strings.TrimSpace(s) == "" {
				t.Errorf("%s%s is empty", name, path)
			}
			if text.Body(s) != s {
				t.Errorf("%s%s = %q holds characters that are not drawn", name, path, s)
			}
		}
	}
	inFrench, inEnglish := all(french), all(english)
	for path := range inFrench {
		if _, ok := inEnglish[path]; !ok {
			t.Errorf("English%s is missing", path)
		}
	}
	for path := range inEnglish {
		if _, ok := inFrench[path]; !ok {
			t.Errorf("French%s is missing", path)
		}
	}
}

var aVerb = regexp.MustCompile(`%(\[(\d+)\])?[-+# 0]*\d*(\.\d+)?([a-zA-Z%])`)

// verbs lists the values a format takes, by their place and their verb.
func verbs(format string) []string {
	var found []string
	next := 1
	for _, m := range aVerb.FindAllStringSubmatch(format, -1) {
		if m[4] == "%" {
			continue
		}
		place := m[2]
		if place == "" {
			place = fmt.Sprint(next)
		}
		_, _ = fmt.Sscan(place, &next)
		next++
		found = append(found, place+m[4])
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestBothLanguagesTakeTheSameValues(t *testing.T) {
	inEnglish := all(english)
	for path, s := range all(french) {
		// The singular may spell its count out, or leave it away.
		if strings.HasSuffix(path, ".One") {
			continue
		}
		if f, e := verbs(s), verbs(inEnglish[path]); !slices.Equal(f, e) {
			t.Errorf("%s takes %v in French and %v in English", path, f, e)
		}
	}
}

func TestShortWordsFitAColumn(t *testing.T) {
	for name, words := range bothLanguages {
		for path, s := range all(words) {
			if strings.HasPrefix(path, ".States.") && strings.HasSuffix(path, ".Short") && utf8.RuneCountInString(s) > 12 {
				t.Errorf("%s%s = %q is wider than 12", name, path, s)
			}
		}
	}
}

func TestFrenchTypography(t *testing.T) {
	for path, s := range all(french) {
		if wrong := untypographic(s); wrong != "" {
			t.Errorf("%s = %q: %s", path, s, wrong)
		}
	}
}

func TestTypographyRuleSeesMistakes(t *testing.T) {
	for _, s := range []string{
		"l'action", `dit "oui"`, "Attention:", "Attention :", "quoi ?", "quoi?", "fin !", "un ; deux", "attendez...",
		"« oui »", "«\u00a0oui »", "42 %%", "42%%", "n° 3",
	} {
		if untypographic(s) == "" {
			t.Errorf("%q passes", s)
		}
	}
	for _, s := range []string{
		"l’action", "«\u00a0oui\u00a0»", "Attention\u00a0: voici", "quoi\u202f?", "10:30", "%d\u202f%%", "%[1]s\u00a0; %s", ": commandes",
		"attendez…", "https://exemple.org", "n°\u00a03", "touche «\u00a0?\u00a0»", "%d %s",
	} {
		if wrong := untypographic(s); wrong != "" {
			t.Errorf("%q: %s", s, wrong)
		}
	}
}

// untypographic says which rule of French typography s breaks; empty when none.
func untypographic(s string) string {
	s = aVerb.ReplaceAllStringFunc(s, func(verb string) string {
		if verb == "%%" {
			return "%"
		}
		return "x"
	})
	switch {
	case strings.Contains(s, "'"):
		return "the apostrophe is ’"
	case strings.Contains(s, `"`):
		return "the quotation marks are « »"
	case strings.Contains(s, "..."):
		return "three dots are …"
	case strings.Contains(s, "n° "):
		return "a no-break space follows n°"
	}
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == '«' && i+1 < len(runes) && !unbreaking(runes[i+1]):
			return "a no-break space follows «"
		case r == '»' && i > 0 && !unbreaking(runes[i-1]):
			return "a no-break space precedes »"
		case strings.ContainsRune(":;!?%", r) && i > 0 && !unbreaking(runes[i-1]) && !within(runes, i):
			return fmt.Sprintf("a no-break space precedes %c", r)
		}
	}
	return ""
}

func unbreaking(r rune) bool { return r == '\u00a0' || r == '\u202f' }

// within tells whether the sign is inside a time, an address or another sign.
func within(runes []rune, i int) bool {
	before := runes[i-1]
	if strings.ContainsRune("(:;!?%", before) {
		return true
	}
	return i+1 < len(runes) && before != ' ' && (unicode.IsDigit(runes[i+1]) || runes[i+1] == '/')
}

func TestPseudoWrapsEveryWord(t *testing.T) {
	for path, s := range all(*Pseudo().Words) {
		if strings.IndexFunc(s, unicode.IsLetter) >= 0 && (!strings.HasPrefix(s, "⟦") || !strings.HasSuffix(s, "⟧")) {
			t.Errorf("%s = %q is not wrapped", path, s)
		}
	}
	if got := french.Common.Yes; got != "oui" {
		t.Errorf("French now says %q", got)
	}
}
