package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff/lcs"

	"suivi/internal/text"
	"suivi/tui/theme"
)

// Span is a part of a text with a role of its own.
type Span struct {
	Text string
	Role theme.Role
}

// Marked is the text of the span between the marks of what was added or
// removed, so that it can be told without colour.
func (s Span) Marked() string {
	switch s.Role {
	case theme.Added:
		return "{+" + s.Text + "+}"
	case theme.Removed:
		return "[-" + s.Text + "-]"
	}
	return s.Text
}

// WordDiff compares two texts word by word: spans in the role Text were kept,
// Removed stand only in the old text, Added only in the new one.
func WordDiff(before, after string) []Span {
	a, b := words(text.Body(before)), words(text.Body(after))
	var spans []Span
	at := 0
	for _, change := range bridged(a, lcs.DiffLines(a, b)) {
		spans = appendSpan(spans, theme.Text, a[at:change.Start])
		spans = appendSpan(spans, theme.Removed, a[change.Start:change.End])
		spans = appendSpan(spans, theme.Added, b[change.ReplStart:change.ReplEnd])
		at = change.End
	}
	return appendSpan(spans, theme.Text, a[at:])
}

func appendSpan(spans []Span, r theme.Role, words []string) []Span {
	if len(words) == 0 {
		return spans
	}
	return append(spans, Span{Text: strings.Join(words, ""), Role: r})
}

// bridged joins changes that only spaces part: a sentence replaced word for
// word reads better whole.
func bridged(before []string, changes []lcs.Diff) []lcs.Diff {
	joined := changes[:0:0]
	for _, c := range changes {
		if n := len(joined) - 1; n >= 0 && c.Start-joined[n].End <= 1 && replaces(c) && replaces(joined[n]) &&
			strings.Trim(strings.Join(before[joined[n].End:c.Start], ""), " \u00a0\u202f") == "" {
			joined[n].End, joined[n].ReplEnd = c.End, c.ReplEnd
			continue
		}
		joined = append(joined, c)
	}
	return joined
}

func replaces(d lcs.Diff) bool { return d.End > d.Start && d.ReplEnd > d.ReplStart }

// words cuts a text into words, runs of spaces, and single other characters.
func words(s string) []string {
	var parts []string
	for start := 0; start < len(s); {
		r, n := utf8.DecodeRuneInString(s[start:])
		end := start + n
		if kind := kindOf(r); kind != 0 {
			for end < len(s) {
				next, size := utf8.DecodeRuneInString(s[end:])
				if kindOf(next) != kind {
					break
				}
				end += size
			}
		}
		parts = append(parts, s[start:end])
		start = end
	}
	return parts
}

// kindOf is 1 for what makes words, 2 for spaces inside a line, 0 for the rest.
func kindOf(r rune) int {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return 1
	case r != '\n' && unicode.IsSpace(r):
		return 2
	}
	return 0
}
