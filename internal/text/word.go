package text

import (
	"unicode"
	"unicode/utf8"
)

// Word is a run of letters and digits in a text: its fold, and the bytes of
// the text it stands on.
type Word struct {
	Folded   string
	From, To int
}

// Words are the words of s, in order. Apostrophes, hyphens and every other
// sign part two words, accents and invisible characters do not: their folds
// are the words of Fold(s).
func Words(s string) []Word {
	var all []Word
	var letters []byte
	from, to := 0, 0
	end := func() {
		if len(letters) > 0 {
			all = append(all, Word{Folded: string(letters), From: from, To: to})
			letters = letters[:0]
		}
	}
	for i, r := range s {
		next := i + width(s[i:], r)
		if len(letters) > 0 && unicode.IsMark(r) {
			to = next // the accent goes with its letter
		}
		for _, f := range foldRune(r) {
			if !unicode.IsLetter(f) && !unicode.IsNumber(f) {
				end()
				continue
			}
			if len(letters) == 0 {
				from = i
			}
			letters, to = utf8.AppendRune(letters, f), next
		}
	}
	end()
	return all
}

// width is how many bytes a rune took; an invalid byte is one.
func width(s string, r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}
