package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded holds the letters that a person searches by other ones.
var folded = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss",
	'ɛ': "e", 'ɔ': "o", 'ɲ': "n", 'ŋ': "n", 'ɓ': "b", 'ɗ': "d", 'ƴ': "y",
	'’': "'", '‘': "'", 'ʼ': "'", '′': "'",
	'\u2010': "-", '\u2011': "-",
}

// Fold is s as it is searched: accents dropped, lower case, ligatures and the
// letters of the national languages spelt with plain ones, typographic
// apostrophes, hyphens and spaces made plain. Two texts that a person takes
// for the same have the same fold.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if unicode.IsMark(r) || !unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			continue
		}
		r = unicode.ToLower(r)
		if f, ok := folded[r]; ok {
			b.WriteString(f)
		} else if unicode.IsSpace(r) {
			b.WriteByte(' ')
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
