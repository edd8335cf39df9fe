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
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		b.WriteString(foldRune(r))
	}
	return b.String()
}

// FoldWords is Fold with one space between two words and none around them, as
// names and titles are compared.
func FoldWords(s string) string { return strings.Join(strings.Fields(Fold(s)), " ") }

// common holds the folds of the characters that most texts are made of.
var common = func() (folds [0x300]string) {
	for r := range folds {
		folds[r] = foldDecomposed(norm.NFD.String(string(rune(r))))
	}
	return folds
}()

// foldRune is the fold of one character. It does not depend on those around
// it: marks, whose order would, are dropped.
func foldRune(r rune) string {
	if int(r) < len(common) {
		return common[r]
	}
	return foldDecomposed(norm.NFD.String(string(r)))
}

func foldDecomposed(s string) string {
	var b strings.Builder
	for _, r := range s {
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
