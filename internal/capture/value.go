package capture

import (
	"errors"
	"strings"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// priorities are the words of the priorities, any beginning of which will do,
// and their ranks.
var priorities = []struct {
	word  string
	value committee.Priority
}{
	{"haute", committee.High},
	{"high", committee.High},
	{"moyenne", committee.Medium},
	{"medium", committee.Medium},
	{"basse", committee.Low},
	{"low", committee.Low},
	{"1", committee.High},
	{"2", committee.Medium},
	{"3", committee.Low},
}

// priority reads the word after a !.
func (m mark) priority(typed string) Fact {
	s := m.stretch(typed)
	ends := runs(s)
	word := text.Fold(text.Line(s[:ends[0]]))
	for _, p := range priorities {
		if word != "" && strings.HasPrefix(p.word, word) {
			return Fact{Kind: m.kind, Span: Span{m.at, m.body + ends[0]}, Priority: p.value}
		}
	}
	return m.unread(ends[0], committee.ReasonNotListed)
}

// maxRuns bounds the words of a date or of a sum.
const maxRuns = 12

// closing are the signs that may follow a fact and are not of it.
const closing = ",;:.!?…)]»”\""

// runs are the ends of the runs of words that s begins with, the shortest
// first; there is always one.
func runs(s string) []int {
	var ends []int
	for at := 0; at < len(s) && len(ends) < maxRuns; {
		begin := at + len(s[at:]) - len(strings.TrimLeftFunc(s[at:], unicode.IsSpace))
		at = len(s)
		if n := strings.IndexFunc(s[begin:], unicode.IsSpace); n >= 0 {
			at = begin + n
		}
		if word := strings.TrimRight(s[begin:at], closing); word != "" {
			ends = append(ends, begin+len(word))
		}
	}
	if len(ends) == 0 {
		return []int{len(s)}
	}
	return ends
}

// lastWord is the last word of a run, folded; empty when it is the only one.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return ""
	}
	return strings.Trim(text.Fold(s[i:]), " '")
}

// longest reads the longest run of words that read understands. A run does not
// end with a little word: « >15 janvier la suite » keeps its « la ».
func longest[T any](s string, ends []int, read func(string) (T, bool)) (T, int) {
	for i := len(ends) - 1; i >= 0; i-- {
		if w := lastWord(s[:ends[i]]); tying[w] || leading[w] {
			continue
		}
		if v, ok := read(s[:ends[i]]); ok {
			return v, i
		}
	}
	var none T
	return none, -1
}

// due reads the date after a >; dayOnly refuses quarters and months.
func (m mark) due(typed string, today committee.Date, lang committee.Language, dayOnly bool) Fact {
	s := m.stretch(typed)
	ends := runs(s)
	read := func(s string) (committee.Due, bool) {
		if dayOnly {
			d, err := Date(s, today, lang)
			return committee.DueOn(d), err == nil
		}
		d, err := Due(s, today, lang)
		return d, err == nil
	}
	why := committee.ReasonNotADue
	if dayOnly {
		why = committee.ReasonNotADate
	}
	due, last := longest(s, ends, read)
	if last < 0 {
		return m.unread(ends[0], why)
	}
	// A date within a date that is none is not what was meant: vendredi 18
	// janvier 2018, which was a Thursday, is not the next Friday.
	if rest := strings.TrimLeftFunc(s[ends[last]:], unicode.IsSpace); rest != "" {
		more := runs(rest)
		_, another := longest(rest, more, read)
		if another >= 0 || looseYear(rest[:more[0]]) {
			return m.unread(ends[min(last+1+max(another, 0), len(ends)-1)], why)
		}
	}
	return Fact{Kind: m.kind, Span: Span{m.at, m.body + ends[last]}, Due: due}
}

// looseYear tells whether a word is a year that did not fit what precedes it.
func looseYear(word string) bool {
	return len(word) == 4 && strings.Trim(word, "0123456789") == ""
}

// cost reads the sum after a $.
func (m mark) cost(typed string) Fact {
	s := m.stretch(typed)
	ends := runs(s)
	why := committee.ReasonNotANumber
	cost, last := longest(s, ends, func(s string) (committee.Amount, bool) {
		amount, err := Amount(s)
		var wrong *committee.FieldError
		if errors.As(err, &wrong) && (wrong.Reason == committee.ReasonOutOfRange || wrong.Reason == committee.ReasonCurrency) {
			why = wrong.Reason
			return 0, true
		}
		return amount, err == nil
	})
	switch {
	case last < 0:
		return m.unread(ends[0], why)
	case why != committee.ReasonNotANumber:
		return m.unread(ends[last], why)
	// A unit that could not be read with the number changes it: 1,500 M, 2
	// billions.
	case last+1 < len(ends) && aUnit(lastWord(s[:ends[last+1]])):
		return m.unread(ends[last+1], why)
	}
	return Fact{Kind: m.kind, Span: Span{m.at, m.body + ends[last]}, Cost: cost}
}

func aUnit(word string) bool {
	_, known := scales[word]
	return word != "" && (known || strings.HasPrefix(word, "billion") || strings.HasPrefix(word, "trillion"))
}
