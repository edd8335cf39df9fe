package store

import (
	"strings"
	"unicode/utf8"

	"suivi/internal/register"
	"suivi/internal/text"
)

// Bounds of what is shown of a hit.
const (
	usualRoom = 160 // characters of a sentence
	mostRoom  = 500
	mostTitle = 400
	mostRead  = 1 << 18 // bytes that are looked through for it
)

// told is one line of a document, with which term each of its words answers.
type told struct {
	text  string
	words []text.Word
	terms []int // -1 for none
}

// tell finds the terms in a line. What is not fit for a screen goes first.
func tell(s string, terms []term) told {
	l := told{text: strings.TrimSpace(text.Line(s))}
	l.words = text.Words(l.text)
	l.terms = make([]int, len(l.words))
	for i := range l.terms {
		l.terms[i] = -1
	}
	for n, t := range terms {
		parts := strings.Fields(t.words)
		for i := range l.words {
			if !t.stands(parts, l.words[i:]) {
				continue
			}
			for j := range parts {
				if l.terms[i+j] < 0 {
					l.terms[i+j] = n
				}
			}
		}
	}
	return l
}

// stands tells whether the words begin with the parts of the term.
func (t term) stands(parts []string, words []text.Word) bool {
	if len(words) < len(parts) {
		return false
	}
	for i, p := range parts {
		one := term{words: p, whole: t.whole}
		w := words[i].Folded
		if !one.fits(w) && !(digitsOnly(w) && one.fits(trimZeros(w))) {
			return false
		}
	}
	return true
}

// worth is how many terms the line holds, and between which of its words it
// holds the most of them in the least room.
func (l told) worth(terms int) (held, from, to int) {
	last := make([]int, terms)
	for i := range last {
		last[i] = -1
	}
	for i, n := range l.terms {
		if n < 0 {
			continue
		}
		last[n] = i
		now, first := 0, i
		for _, at := range last {
			if at >= 0 {
				now, first = now+1, min(first, at)
			}
		}
		if now > held || now == held && i-first < to-from {
			held, from, to = now, first, i
		}
	}
	return held, from, to
}

// sentence is the line that holds the most of the terms, the first of its
// like, cut to room around them. at is the line; nothing found is the first.
func sentence(lines []told, terms, room int) (said register.Marked, at int) {
	best, from, to := 0, 0, 0
	for i, l := range lines {
		if held, f, t := l.worth(terms); held > best {
			best, from, to, at = held, f, t, i
		}
	}
	if len(lines) == 0 {
		return said, 0
	}
	return lines[at].cut(from, to, room), at
}

// cut is the part of the line around some of its words, from a sentence's
// beginning where there is one near.
func (l told) cut(from, to, room int) register.Marked {
	if len(l.words) == 0 || utf8.RuneCountInString(l.text) <= room {
		return l.marked(0, len(l.text))
	}
	least, most := l.words[from].From, l.words[to].To
	spare := room - 4 - utf8.RuneCountInString(l.text[least:most])
	// What does not come after may stand before.
	before := max(spare/2, spare-utf8.RuneCountInString(l.text[most:]), 0)
	start := l.begin(least, before)
	return l.marked(start, l.wordEnd(forward(l.text, start, room-4), start))
}

// begin is where to begin at most so many characters before a place: after the
// end of a sentence, or else with a word.
func (l told) begin(at, room int) int {
	low := back(l.text, at, room)
	if low == 0 {
		return 0
	}
	for _, end := range []string{". ", "? ", "! ", "; ", ": "} {
		if i := strings.LastIndex(l.text[low:at], end); i >= 0 {
			return low + i + len(end)
		}
	}
	for _, w := range l.words {
		if w.From >= low {
			return min(w.From, at)
		}
	}
	return at
}

// wordEnd is where the last word ends that ends before a place; the place
// itself when it is within the first.
func (l told) wordEnd(at, after int) int {
	if at >= len(l.text) {
		return len(l.text)
	}
	end := after
	for _, w := range l.words {
		if w.From >= after && w.To <= at {
			end = w.To
		}
	}
	if end == after {
		return at
	}
	return end
}

// marked is a part of the line with the words that answer a term, and a sign
// where something is left out.
func (l told) marked(from, to int) register.Marked {
	var m register.Marked
	before := ""
	if from > 0 {
		before = "… "
	}
	body := strings.TrimRight(l.text[from:to], " ")
	m.Text = before + body
	if to < len(l.text) {
		m.Text += " …"
	}
	for i, w := range l.words {
		if l.terms[i] >= 0 && w.From >= from && w.From < from+len(body) {
			m.Marks = append(m.Marks, register.Place{From: len(before) + w.From - from, To: len(before) + min(w.To-from, len(body))})
		}
	}
	return m
}

// back is the place so many characters before another.
func back(s string, at, characters int) int {
	for ; characters > 0 && at > 0; characters-- {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return at
}

// forward is the place so many characters after another.
func forward(s string, at, characters int) int {
	for ; characters > 0 && at < len(s); characters-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

// tellHit gives a hit its title and its sentence, out of what the document
// says.
func tellHit(h *register.Hit, shown string, terms []term, room int) {
	if room <= 0 {
		room = usualRoom
	}
	var lines []told
	for s := range strings.SplitSeq(text.Limit(shown[:min(len(shown), mostRead)], mostRead), "\n") {
		if l := tell(s, terms); l.text != "" {
			lines = append(lines, l)
		}
	}
	title := tell(text.Limit(h.Name.Full, mostTitle), terms)
	h.Title = title.marked(0, len(title.text))
	var at int
	h.Sentence, at = sentence(lines, len(terms), min(room, mostRoom))
	if len(lines) > 0 && h.Thing == h.Page {
		said := lines[at].text
		h.Told = strings.HasPrefix(strings.TrimSpace(text.Line(h.Name.Full)), said) || said == h.Name.Ref || said == h.Name.Short
	}
}
