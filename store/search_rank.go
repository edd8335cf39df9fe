package store

import (
	"slices"
	"strings"

	"suivi/internal/committee"
)

// Points of a hit. What names a thing counts most, then the words as they were
// typed and next to one another.
const (
	pointsReference = 1000 // the thing that was typed by its reference
	pointsFamily    = 100  // a reference that begins like it
	pointsTitle     = 8    // every word is in the title
	pointsSome      = 2    // one of them is
	pointsExact     = 6    // every word is whole, not the beginning of another
	pointsPhrase    = 10   // the words follow one another
	pointsClose     = 5    // they stand together
	pointsNear      = 3
	pointsFirst     = 3 // the title begins with them
	pointsArchived  = -6
)

// scored is a document with its points, and the day that settles ties.
type scored struct {
	found
	points int
	facts  facts
}

// points says how well a document answers the terms.
func (d found) points(terms []term) int {
	m := measure(d.folded, terms)
	points := 0
	if d.archived {
		points += pointsArchived
	}
	switch {
	case m.titled == len(terms):
		points += pointsTitle
	case m.titled > 0:
		points += pointsSome
	}
	points += pointsExact * m.exact / max(len(terms), 1)
	if m.first {
		points += pointsFirst
	}
	switch extra := m.span - len(terms); {
	case len(terms) < 2 || m.span == 0:
	case m.run == len(terms):
		points += pointsPhrase
	case extra <= 2:
		points += pointsClose
	case extra <= 10:
		points += pointsNear
	}
	return points
}

// measured is where the terms stand in a document.
type measured struct {
	titled, exact int  // how many terms are in the title, and are whole words
	run           int  // the most terms that follow one another, in their order
	span          int  // the fewest words that hold all of them; 0 for none
	first         bool // the title begins with the first term, and holds the others after it
}

// textGap is how far the words of two texts are from one another.
const textGap = 100

// measure goes through the words of a document once.
func measure(folded string, terms []term) (m measured) {
	titled, exact := make([]bool, len(terms)), make([]bool, len(terms))
	runs := make([]int, len(terms)) // up to each term, ending at the word before
	next := make([]int, len(terms)) // at the word itself
	last := make([]int, len(terms)) // where each term was last; 0 for nowhere
	at, title := 0, true
	for word := range strings.SplitSeq(folded, " ") {
		switch {
		case word == "" || strings.HasPrefix(word, "§"):
			continue
		case word == textEnd || word == titleEnd:
			title = title && word != titleEnd
			at += textGap
			clear(runs)
			continue
		}
		at++
		for i, t := range terms {
			fits, whole := t.meets(word)
			if next[i] = 0; !fits {
				continue
			}
			if next[i] = 1; i > 0 {
				next[i] += runs[i-1]
			}
			m.run = max(m.run, next[i])
			titled[i], exact[i] = titled[i] || title, exact[i] || whole
			last[i] = at
			m.first = m.first || at == 1 && title && i == 0
			m.span = shorter(m.span, last)
		}
		runs, next = next, runs
	}
	m.titled, m.exact = count(titled), count(exact)
	m.first = m.first && m.titled == len(terms)
	return m
}

// meets tells whether a word may be what the term asks for, and as a whole.
// For whole words one after the other, the last of them stands for all: the
// document holds them, or it would not have been found.
func (t term) meets(word string) (fits, whole bool) {
	words := t.words
	if t.whole {
		words = words[strings.LastIndexByte(words, ' ')+1:]
		return word == words, word == words
	}
	return strings.HasPrefix(word, words), word == words
}

// shorter is the lesser of a span and the one that the last places make.
func shorter(span int, last []int) int {
	low, high := slices.Min(last), slices.Max(last)
	if low == 0 {
		return span
	}
	if now := high - low + 1; span == 0 || now < span {
		return now
	}
	return span
}

func count(is []bool) (n int) {
	for _, b := range is {
		if b {
			n++
		}
	}
	return n
}

// better puts the best hits first; among equals the latest.
func better(a, b scored) int {
	switch {
	case a.points != b.points:
		return b.points - a.points
	case a.facts.on != b.facts.on:
		return strings.Compare(string(b.facts.on), string(a.facts.on))
	}
	return int(b.doc - a.doc)
}

// heads are the kinds that name what the others speak of. There are few of
// them, and none may be lost among the rows that mention it.
var heads = []committee.Kind{
	committee.KindCommittee, committee.KindAxis, committee.KindInstitution, committee.KindFunction, committee.KindPerson, committee.KindGroup,
	committee.KindReference, committee.KindMeeting, committee.KindDecision, committee.KindGuideline, committee.KindArticle,
}
