package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// Bounds of a question: what is typed beyond them is left out.
const (
	maxQueryWords  = 16
	maxQueryLength = 400 // characters
	// shortest is up to how many letters a word is not looked for as the
	// beginning of another, unless it is the last one.
	shortest = 2
)

// term is one thing that a document must hold: the beginning of a word, or
// whole words one after the other.
type term struct {
	words string // folded, a space between two
	whole bool
}

// probe is what instr looks for in search_document.folded.
func (t term) probe() string {
	if t.whole {
		return " " + t.words + " "
	}
	return " " + t.words
}

// match is the term in the language of the index. Its words hold letters and
// digits only, and within quotes none of them is an operator.
func (t term) match() string {
	if t.whole {
		return `"` + t.words + `"`
	}
	return `"` + t.words + `*"`
}

// fits tells whether a word of a document is what the term asks for; it does
// not answer for terms of several words.
func (t term) fits(word string) bool {
	if t.whole {
		return word == t.words
	}
	return strings.HasPrefix(word, t.words)
}

// inquiry is what was typed, taken apart.
type inquiry struct {
	terms []term
	// ref is what was typed as a reference, spelt in the one way that the
	// index holds; empty when it cannot be one.
	ref string
	// guideline and article are numbers, when what was typed names them.
	guideline, article int
}

// quotes open and close what must be found as it stands.
const quotes = "\"«»“”„"

// asked takes apart what was typed. Words between quotes must follow one
// another; the others may stand anywhere, and each may be the beginning of a
// word only, unless it is a short one that others follow.
func asked(typed string) inquiry {
	typed = text.Limit(typed, maxQueryLength)
	var q inquiry
	parts := strings.Split(strings.Map(func(r rune) rune {
		if strings.ContainsRune(quotes, r) {
			return '"'
		}
		return r
	}, typed), `"`)
	for i, part := range parts {
		words := text.Words(part)
		// What stands after a quote that nothing closes is still being typed.
		if i%2 == 1 && i < len(parts)-1 {
			q.quote(words)
			continue
		}
		for _, w := range words {
			q.add(term{words: w.Folded})
		}
	}
	// A short word in the middle is what it is: "l" of "l’action" is no
	// beginning of "lundi".
	for i, t := range q.terms[:max(len(q.terms)-1, 0)] {
		q.terms[i].whole = t.whole || utf8.RuneCountInString(t.words) <= shortest
	}
	q.ref = spelling(typed)
	q.guideline, q.article = namedByNumber(text.Words(typed))
	return q
}

func (q *inquiry) quote(words []text.Word) {
	var all []string
	for _, w := range words {
		all = append(all, w.Folded)
	}
	if len(all) > 0 {
		q.add(term{words: strings.Join(all[:min(len(all), maxQueryWords)], " "), whole: true})
	}
}

func (q *inquiry) add(t term) {
	if !slices.Contains(q.terms, t) && len(q.terms) < maxQueryWords {
		q.terms = append(q.terms, t)
	}
}

// maxRefParts bounds what is taken for a reference.
const maxRefParts = 8

// spelling is the one way in which the index holds a reference: the letters
// and the numbers one by one, without zeros in front. R-2017-03, r2017-3 and
// "r 2017 3" are all §r·2017·3. It is empty for what holds no number.
func spelling(ref string) string {
	var parts []string
	number := false
	for _, w := range text.Words(ref) {
		for _, p := range letterRuns(w.Folded) {
			if isDigit(p) {
				p, number = trimZeros(p), true
			}
			parts = append(parts, p)
		}
	}
	if !number || len(parts) > maxRefParts {
		return ""
	}
	return "§" + strings.Join(parts, "·")
}

// letterRuns parts a word where letters and digits meet: r2017 is r and 2017.
func letterRuns(word string) []string {
	var runs []string
	start, digits := 0, false
	for i, r := range word {
		if d := unicode.IsDigit(r); i == 0 || d != digits {
			if i > 0 {
				runs = append(runs, word[start:i])
			}
			start, digits = i, d
		}
	}
	return append(runs, word[start:])
}

func isDigit(word string) bool { return unicode.IsDigit([]rune(word)[0]) }

func trimZeros(number string) string {
	if t := strings.TrimLeft(number, "0"); t != "" {
		return t
	}
	return "0"
}

// How a guideline and an article are called, folded, in both languages.
var (
	guidelineWords = []string{"ld", "dl", "ligne", "lignes", "directrice", "directrices", "guideline", "guidelines", "gl"}
	articleWords   = []string{"art", "article", "articles", "a"}
)

// namedByNumber reads the number of a guideline, of an article, or both: "LD-2
// art. 1", "ligne directrice 2, article 1", "ld2". 0 is for one that is not said.
func namedByNumber(words []text.Word) (guideline, article int) {
	const none, ofGuideline, ofArticle = 0, 1, 2
	next := none
	for _, w := range words {
		for _, run := range letterRuns(w.Folded) {
			switch n := shortNumber(run); {
			case slices.Contains(guidelineWords, run):
				next = ofGuideline
			case slices.Contains(articleWords, run):
				next = ofArticle
			case next == ofGuideline && n > 0 && guideline == 0:
				guideline, next = n, none
			case next == ofArticle && n > 0 && article == 0:
				article, next = n, none
			default:
				return 0, 0
			}
		}
	}
	if next != none || guideline == 0 {
		return 0, 0
	}
	return guideline, article
}

// shortNumber is a number below a thousand; 0 for anything else.
func shortNumber(digits string) int {
	n := 0
	for _, r := range digits {
		if r < '0' || r > '9' || n > 99 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// beginnings are the terms of words that may each be the beginning of one.
func beginnings(words []string) []term {
	var q inquiry
	for _, w := range text.Words(text.Limit(strings.Join(words, " "), maxQueryLength)) {
		q.add(term{words: w.Folded})
	}
	return q.terms
}

// kindMark is the word before the words of every row of a kind. What is typed
// never holds that sign.
func kindMark(kind committee.Kind) string { return "§" + strings.ReplaceAll(string(kind), "_", "") }
