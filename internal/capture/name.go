package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/text"
)

const (
	// maxQuoted bounds what stands between quotes, in bytes: a name and more.
	maxQuoted = 4000
	// maxNameWords bounds the words of a name without quotes.
	maxNameWords = 24
)

// A spelling is the words typed after a sign to name a thing.
type spelling struct {
	words []text.Word // their places are bytes after the sign
	slash int         // the number of the word after a slash; 0 when there is none
	to    int         // where it ends
}

// thing reads the name after an @, a + or a #: between quotes, or else the
// longest run of words that any candidate answers to, or a longer name that is
// written there in full, with the signs it has inside.
func (m mark) thing(typed string, v Vocabulary, may sieve) Fact {
	if s, ok := quoted(typed[m.body:]); ok {
		return m.named(s, v, v.meant(s.words, s.slash, may, true))
	}
	rest := m.stretch(typed)
	full, whole := v.writtenOut(rest, may)
	for _, s := range spellings(rest) {
		if s.to <= full.to {
			break
		}
		if found := v.meant(s.words, s.slash, may, false); len(found) > 0 {
			return m.named(s, v, found)
		}
	}
	if len(whole) > 0 {
		return m.named(full, v, whole)
	}
	return m.unread(runs(rest)[0], committee.ReasonUnknown)
}

// writtenOut is the longest name with signs inside that s begins with in full,
// and who is called so.
func (v Vocabulary) writtenOut(s string, may sieve) (spelling, []int) {
	if len(v.written) == 0 {
		return spelling{}, nil
	}
	// Accents apart from their letters, and spaces, may make it twice as long.
	for to := min(len(s), 2*v.longest); to > 0; to-- {
		if to < len(s) && !utf8.RuneStart(s[to]) || !parted(s[to:]) {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(s[:to]); unicode.IsSpace(last) {
			continue
		}
		var found []int
		for _, i := range v.written[text.FoldWords(text.Line(s[:to]))] {
			if may(v.candidates[i]) {
				found = append(found, i)
			}
		}
		if len(found) > 0 {
			return spelling{to: to}, found
		}
	}
	return spelling{}, nil
}

// named is the fact for the candidates found.
func (m mark) named(s spelling, v Vocabulary, found []int) Fact {
	f := Fact{Kind: m.kind, Span: Span{m.at, m.body + s.to}}
	switch len(found) {
	case 0:
		f.Reason = committee.ReasonUnknown
	case 1:
		c := v.candidates[found[0]]
		f.Thing, f.Under = c.Thing, c.Under
	default:
		f.Reason, f.Count = committee.ReasonAmbiguous, len(found)
	}
	return f
}

// quoted is what stands between quotes, when s begins so and they close.
func quoted(s string) (spelling, bool) {
	opening, n := utf8.DecodeRuneInString(s)
	closer, ok := quotes[opening]
	if !ok {
		return spelling{}, false
	}
	length := strings.IndexRune(s[n:min(len(s), maxQuoted)], closer)
	if length < 0 {
		return spelling{}, false
	}
	to := n + length + utf8.RuneLen(closer)
	if !parted(s[to:]) {
		return spelling{}, false
	}
	words := text.Words(s[n : n+length])
	for i := range words {
		words[i].From += n
		words[i].To += n
	}
	return spelling{words: words, slash: slashed(s, words), to: to}, true
}

// slashed is the number of the first word that follows a slash, from 1 on.
func slashed(s string, words []text.Word) int {
	for i := 1; i < len(words); i++ {
		if strings.Contains(s[words[i-1].To:words[i].From], "/") {
			return i
		}
	}
	return 0
}

// spellings are the runs of words that s begins with, the longest first.
func spellings(s string) []spelling {
	words := linked(s)
	var found []spelling
	for n := len(words); n > 0; n-- {
		if to := words[n-1].To; parted(s[to:]) {
			found = append(found, spelling{words: words[:n], slash: slashed(s, words[:n]), to: to})
		}
	}
	return found
}

// linked are the words that s begins with, as long as only spaces or one sign
// that names have inside part them.
func linked(s string) []text.Word {
	words := text.Words(s)
	if len(words) == 0 || words[0].From != 0 {
		return nil
	}
	for i := 1; i < len(words) && i < maxNameWords; i++ {
		if !links(s[words[i-1].To:words[i].From]) {
			return words[:i]
		}
	}
	return words[:min(len(words), maxNameWords)]
}

func links(gap string) bool {
	switch text.Fold(gap) {
	case "-", "'", ".", "/":
		return true
	}
	return strings.TrimLeftFunc(gap, unicode.IsSpace) == ""
}
