package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Flow lays pieces out one after the other, in rows of a width. The pieces may
// be painted; none is ever cut.
type Flow struct {
	// Width is that of a row, its indent included, and Rows how many there are
	// at most.
	Width, Rows int
	// Indent stands before each row, Gap between two pieces.
	Indent, Gap int
}

// Lay is the rows, at least one. What has no room on a row goes to the next;
// on the last row it is left out, and shorter pieces may still follow. The
// tail ends the last of the rows, where its room is kept.
func (f Flow) Lay(pieces []string, tail ...string) []string {
	rows, used, kept := []string{""}, 0, 0
	for _, s := range tail {
		kept += f.Gap + ansi.StringWidth(s)
	}
	fits := func(width int) bool {
		room := f.Width - f.Indent - used
		if used > 0 {
			room -= f.Gap
		}
		if len(rows) >= f.Rows {
			room -= kept
		}
		return width <= room
	}
	put := func(s string) {
		if used > 0 {
			rows[len(rows)-1] += strings.Repeat(" ", f.Gap)
			used += f.Gap
		}
		rows[len(rows)-1] += s
		used += ansi.StringWidth(s)
	}
	for _, s := range pieces {
		width := ansi.StringWidth(s)
		if !fits(width) && len(rows) < f.Rows {
			rows, used = append(rows, ""), 0
		}
		if fits(width) {
			put(s)
		}
	}
	if len(rows) < f.Rows && !fits(kept-f.Gap) {
		rows, used = append(rows, ""), 0
	}
	for _, s := range tail {
		put(s)
	}
	for n := range rows {
		rows[n] = strings.Repeat(" ", f.Indent) + rows[n]
	}
	return rows
}
