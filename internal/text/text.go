// Package text cleans what was typed, imported or read before it is kept or
// drawn, and folds it for searching.
package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxMarks bounds the combining marks kept after one letter: no language
// stacks as many, and longer runs spill over the neighbouring rows.
const maxMarks = 8

// Line is s as one line of plain text: valid UTF-8 in composed form (NFC),
// without control, bidirectional, zero-width or private-use characters. Line
// breaks and tabs become spaces; other spaces stay as they are.
func Line(s string) string { return clean(s, " ", " ") }

// Body is s as plain text of several lines: cleaned as by Line, but line
// breaks of every kind become \n and a tab becomes four spaces.
func Body(s string) string { return clean(s, "\n", "    ") }

// Limit is s cut to at most n characters. A letter is never parted from its
// combining marks.
func Limit(s string, n int) string {
	if n <= 0 {
		return ""
	}
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	for n > 0 && unicode.IsMark(runes[n]) {
		n--
	}
	return string(runes[:n])
}

func clean(s, newline, tab string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
			b.WriteString(newline)
		case r == '\t':
			b.WriteString(tab)
		case drawable(r):
			b.WriteRune(r)
		}
	}
	// The bound comes before composition, which would otherwise break long
	// runs with a joiner, and again after it, as some marks come apart.
	return boundMarks(norm.NFC.String(boundMarks(b.String())))
}

// plain tells whether s is clean already, which can be seen letter by letter:
// printable ASCII, composed Latin letters and our punctuation, as most text is.
func plain(s string) bool {
	for _, r := range s {
		if r >= 0x300 && !strings.ContainsRune("\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f", r) || r < ' ' || r > '~' && !drawable(r) {
			return false
		}
	}
	return true
}

// invisible lists the letters and marks that draw nothing, beyond the format
// characters that Unicode already sets apart.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034F, Hi: 0x034F, Stride: 1},
		{Lo: 0x115F, Hi: 0x1160, Stride: 1},
		{Lo: 0x17B4, Hi: 0x17B5, Stride: 1},
		{Lo: 0x180B, Hi: 0x180F, Stride: 1},
		{Lo: 0x2800, Hi: 0x2800, Stride: 1},
		{Lo: 0x3164, Hi: 0x3164, Stride: 1},
		{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1},
		{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xE0100, Hi: 0xE01EF, Stride: 1}},
}

func drawable(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.Is(invisible, r)
}

func boundMarks(s string) string {
	var b strings.Builder
	run, start := 0, 0
	for i, r := range s {
		if !unicode.IsMark(r) {
			run = 0
			continue
		}
		if run++; run > maxMarks {
			b.WriteString(s[start:i])
			start = i + len(string(r))
		}
	}
	if start == 0 {
		return s
	}
	b.WriteString(s[start:])
	return b.String()
}
