package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// A Completion is the fact being typed: what stands between its sign and the
// cursor, the bytes that a choice replaces, sign included, and what it may be.
type Completion struct {
	Kind   FactKind
	Prefix string
	Span
	// Candidates come best first; there are none for a priority, a date or a
	// sum.
	Candidates []Candidate
}

// Complete is the fact under a cursor, a place in bytes, on a kind of line;
// false when there is none, or when the fact before the cursor is understood
// and a space says that it is finished. A sign alone already offers all there
// is, but for & and §, which prose has too.
func (v Vocabulary) Complete(line committee.EntryKind, typed string, cursor int) (Completion, bool) {
	cursor = boundary(typed, cursor)
	m, f, ok := v.under(line, typed, cursor)
	if !ok || !slices.Contains(Takes(line), m.kind) || cursor-m.body > maxQuoted {
		return Completion{}, false
	}
	c := Completion{Kind: m.kind, Prefix: typed[m.body:cursor], Span: Span{m.at, max(f.To, wordEnd(typed, cursor))}}
	if opening, n := utf8.DecodeRuneInString(c.Prefix); quotes[opening] != 0 {
		c.Prefix = c.Prefix[n:]
	}
	may, names := nameable(line, m.kind), sieves[m.kind] != nil
	if !names {
		return c, cursor <= f.To
	}
	words := text.Words(c.Prefix)
	c.Candidates = v.matches(words, slashed(c.Prefix, words), may)
	// Past the fact, it goes on as long as a longer name can be meant.
	if last, _ := utf8.DecodeLastRuneInString(c.Prefix); cursor > f.To && (len(c.Candidates) == 0 || unicode.IsSpace(last) && f.Reason == "") {
		return Completion{}, false
	}
	return c, true
}

// under is the last sign before the cursor with its fact.
func (v Vocabulary) under(line committee.EntryKind, typed string, cursor int) (mark, Fact, bool) {
	if sign, n := utf8.DecodeLastRuneInString(typed[:cursor]); strings.ContainsRune("@+#", sign) && n == 1 {
		before, _ := utf8.DecodeLastRuneInString(typed[:cursor-1])
		after, _ := utf8.DecodeRuneInString(typed[cursor:])
		if (cursor == 1 || unicode.IsSpace(before)) && (cursor == len(typed) || unicode.IsSpace(after)) {
			m := mark{kind: signs[sign], at: cursor - 1, body: cursor}
			return m, m.unread(0, committee.ReasonUnknown), true
		}
	}
	var m mark
	var f Fact
	found := false
	for at, n := 0, 0; n < maxFacts; n++ {
		after, ok := next(typed, at)
		if !ok || after.body > cursor {
			break
		}
		m, found = after, true
		f = m.unread(0, "")
		if sieves[m.kind] != nil {
			f = m.thing(typed, v, nameable(line, m.kind))
		} else {
			f.To = m.body + runs(m.stretch(typed))[0]
		}
		at = max(f.To, m.body)
	}
	return m, f, found
}

// boundary is the cursor within the text and not within a character.
func boundary(typed string, cursor int) int {
	cursor = min(max(cursor, 0), len(typed))
	for cursor > 0 && cursor < len(typed) && !utf8.RuneStart(typed[cursor]) {
		cursor--
	}
	return cursor
}

// wordEnd is the end of the word that the cursor is in.
func wordEnd(typed string, cursor int) int {
	n := strings.IndexFunc(typed[cursor:], func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.M) })
	if n < 0 {
		return len(typed)
	}
	return cursor + n
}

// Insert is the line with a candidate in place of the bytes of at, which a
// [Completion] gave, and the cursor after it, in bytes. The candidate is
// spelt as short as it reads back as itself there: by one of its names,
// between quotes where need be, by its institution and a slash where its
// function has namesakes. What cannot be told from another is spelt out and
// stays ambiguous.
func (v Vocabulary) Insert(typed string, at Span, c Candidate) (string, int) {
	from := boundary(typed, at.From)
	to := max(from, boundary(typed, at.To))
	sign := signFor(typed[from:to], c)
	head, tail := typed[:from], typed[to:]
	if last, n := utf8.DecodeLastRuneInString(head); n > 0 && !unicode.IsSpace(last) {
		head += " "
	}
	if !parted(tail) || tail == "" {
		tail = " " + tail
	}
	var line string
	end := len(head)
	for _, name := range v.spelt(c) {
		line, end = head+sign+name+tail, len(head+sign+name)
		if v.readsAs(line, Span{len(head), end}, c) {
			break
		}
	}
	if r, n := utf8.DecodeRuneInString(line[min(end, len(line)):]); n > 0 && unicode.IsSpace(r) {
		end += n
	}
	if line == "" {
		return typed, to
	}
	return line, end
}

// signFor is the sign that was typed, when it may stand before the candidate.
func signFor(typed string, c Candidate) string {
	sign, n := utf8.DecodeRuneInString(typed)
	if may := sieves[signs[sign]]; may != nil && may(c) {
		return typed[:n]
	}
	if sieves[FactGroup](c) {
		return "#"
	}
	return "@"
}

// readsAs tells whether the line has the candidate at a place, no more and no
// less.
func (v Vocabulary) readsAs(line string, at Span, c Candidate) bool {
	for _, f := range (reader{v: v}).facts(committee.EntryAction, line) {
		if f.From == at.From {
			return f.Span == at && f.Reason == "" && f.Thing == c.Thing
		}
	}
	return false
}

// spelt are the ways to write a candidate after a sign, the one to prefer
// first.
func (v Vocabulary) spelt(c Candidate) []string {
	names := plainNames(c)
	var all, within []string
	for _, name := range names {
		all = append(all, name, `"`+name+`"`)
		if strings.Contains(name, "/") {
			all = append(all, `"`+strings.ReplaceAll(name, "/", " ")+`"`)
		}
	}
	for _, owner := range v.candidates {
		if c.Under.Zero() || owner.Thing != c.Under {
			continue
		}
		for _, o := range plainNames(owner) {
			for _, name := range names {
				// Only the slash between the two parts them.
				o, name := strings.ReplaceAll(o, "/", " "), strings.ReplaceAll(name, "/", " ")
				within = append(within, o+"/"+name, `"`+o+"/"+name+`"`)
			}
		}
	}
	all = append(all, within...)
	if len(names) > 0 {
		all = append(all, `"`+names[len(names)-1]+`"`)
	}
	return all
}

// plainNames are the names of a candidate without quotes, the shortest first.
func plainNames(c Candidate) []string {
	var all []string
	for _, name := range c.Names {
		name = strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"«»“”", r) {
				return ' '
			}
			return r
		}, text.Line(name))
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			all = append(all, name)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return utf8.RuneCountInString(a) - utf8.RuneCountInString(b) })
	return all
}
