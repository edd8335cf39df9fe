package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// width is how many cells a plain string takes.
func width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// fit cuts or pads a plain string to exactly w cells; right aligns it right.
func fit(s string, w int, right bool) string {
	s = cut(s, w, "…")
	gap := blank(w - width(s))
	if right {
		return gap + s
	}
	return s + gap
}

// cut shortens a plain string to at most w cells; what is cut shows as mark.
func cut(s string, w int, mark string) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w && width(s) <= w {
		return s
	}
	end, room := 0, w-width(mark) // the part that fits beside the mark
	for at, cells := 0, 0; at < len(s); {
		n, c := character(s[at:])
		if cells += c; cells > w {
			return s[:end] + mark
		}
		if at += n; cells <= room {
			end = at
		}
	}
	return s
}

// character is how many bytes and cells the first character of s takes, its
// combining marks included.
func character(s string) (n, cells int) {
	if s[0] >= ' ' && s[0] <= '~' && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	cluster, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(cluster), cells
}

// blank is n spaces.
func blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Wrap breaks a plain text into rows of at most w cells, between words only
// where it can: a reference stays whole.
func Wrap(s string, w int) []string { return wrap(s, max(w, 1)) }

// wrap breaks a plain string into lines of at most w cells, at line ends and
// ordinary spaces, inside a word only when the word alone is too long.
func wrap(s string, w int) []string {
	var lines []string
	for _, r := range wrapped(s, w) {
		lines = append(lines, s[r.from:r.to])
	}
	return lines
}

// extent is a part of a string, in bytes.
type extent struct{ from, to int }

// wrapped is wrap as parts of s; there is always at least one.
func wrapped(s string, w int) []extent {
	w = max(w, 1)
	var lines []extent
	for from := 0; ; {
		length := strings.IndexByte(s[from:], '\n')
		if length < 0 {
			return wrapParagraph(lines, s, extent{from, len(s)}, w)
		}
		lines = wrapParagraph(lines, s, extent{from, from + length}, w)
		from += length + 1
	}
}

// wrapParagraph appends the lines of one paragraph of s.
func wrapParagraph(lines []extent, s string, p extent, w int) []extent {
	start, end, used := p.from, p.from, 0 // the line so far, and its cells
	for at := p.from; at < p.to; {
		word := at
		for word < p.to && s[word] == ' ' {
			word++
		}
		stop := word
		for stop < p.to && s[stop] != ' ' {
			stop++
		}
		if word == stop {
			break
		}
		gap, cells := word-at, width(s[word:stop])
		if used+gap+cells <= w {
			end, used, at = stop, used+gap+cells, stop
			continue
		}
		if end > start {
			lines = append(lines, extent{start, end})
		}
		start, end, used = word, stop, cells
		for used > w {
			n, taken := head(s[start:stop], w)
			if start+n == stop {
				break // one character wider than the line
			}
			lines = append(lines, extent{start, start + n})
			start, used = start+n, used-taken
		}
		at = stop
	}
	return append(lines, extent{start, end})
}

// head is how many bytes of s fit in w cells, at least one character, and the
// cells they take.
func head(s string, w int) (n, cells int) {
	for n < len(s) {
		size, c := character(s[n:])
		if n > 0 && cells+c > w {
			break
		}
		n += size
		cells += c
	}
	return n, cells
}
