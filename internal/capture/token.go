package capture

import (
	"strconv"
	"strings"
	"unicode"

	"suivi/internal/text"
)

// A token is a number, a word, or a sign between them.
type token struct {
	digits string // as typed
	number int
	word   string // folded
	sign   byte   // '/' between numbers, '+' and '-' before one
}

// maxTyped bounds what is worth reading, in bytes.
const maxTyped = 120

// tokens cuts what was typed into numbers, words and signs. Stops, commas and
// apostrophes only separate.
func tokens(typed string) []token {
	if len(typed) > maxTyped {
		return nil
	}
	var found []token
	s := strings.TrimSpace(text.Fold(text.Line(typed)))
	for i := 0; i < len(s); {
		j := i + 1
		switch c := s[i]; {
		case digit(c):
			for j < len(s) && digit(s[j]) {
				j++
			}
			n, err := strconv.Atoi(s[i:j])
			if err != nil || j-i > 9 {
				return nil
			}
			found = append(found, token{digits: s[i:j], number: n})
		case letter(c):
			for j < len(s) && letter(s[j]) {
				j++
			}
			found = append(found, token{word: s[i:j]})
		case c == '+':
			found = append(found, token{sign: '+'})
		case strings.IndexByte("/-.", c) >= 0:
			if sign := between(s, i, found); sign != 0 {
				found = append(found, token{sign: sign})
			}
		case strings.IndexByte(" ,'", c) < 0:
			return nil
		}
		i = j
	}
	return found
}

// between says what a slash, a hyphen or a stop at s[i] means: '/' inside a
// date in figures, '-' for days earlier, 0 where it only joins words.
func between(s string, i int, before []token) byte {
	rest := strings.TrimLeft(s[i+1:], " ")
	if len(before) == 0 || rest == "" {
		if s[i] == '-' && rest != "" && digit(rest[0]) {
			return '-'
		}
		return 0
	}
	last := before[len(before)-1]
	switch {
	case last.digits != "" && (digit(rest[0]) || len(rest) > 1 && letter(rest[0]) && digit(rest[1])):
		return '/'
	case s[i] == '-' && days[last.word] && digit(rest[0]):
		return '-'
	}
	return 0
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c < unicode.MaxASCII && unicode.IsLetter(rune(c)) }

// shape is the form of the tokens: 9 for a number, a for a word, else the sign.
func shape(t []token) string {
	var b strings.Builder
	for _, k := range t {
		switch {
		case k.digits != "":
			b.WriteByte('9')
		case k.word != "":
			b.WriteByte('a')
		default:
			b.WriteByte(k.sign)
		}
	}
	return b.String()
}

// plain leaves out the words that only tie others together, and the ending of
// a number: 1er mars, the 15th of January.
func plain(t []token) []token {
	var kept []token
	for i, k := range t {
		switch {
		case k.sign == '/', tying[k.word]:
		case i > 0 && t[i-1].digits != "" && ordinal[k.word]:
		default:
			kept = append(kept, k)
		}
	}
	return kept
}

// joined is the words of the tokens with one space between.
func joined(t []token) string {
	var words []string
	for _, k := range t {
		switch {
		case k.word != "":
			words = append(words, k.word)
		case k.digits != "":
			words = append(words, k.digits)
		default:
			words = append(words, string(rune(k.sign)))
		}
	}
	return strings.Join(words, " ")
}
