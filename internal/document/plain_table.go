package document

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
)

// The lines of a table, and how narrow a column may be.
const (
	upright, level, crossing = " │ ", "─", "─┼─"
	narrowest                = 8
)

// table draws rows under their columns, each cell wrapped within its own. What
// has too many columns for the page is drawn row by row, a fact a line.
func (p *plain) table(t *Table) {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		return
	}
	room := wide - indent - len([]rune(upright))*(len(t.Columns)-1)
	if room < narrowest*len(t.Columns) {
		for _, cells := range t.Rows {
			f := &Facts{}
			for i, cell := range cells[:min(len(cells), len(t.Columns))] {
				f.Facts = append(f.Facts, Fact{t.Columns[i].Title, cell})
			}
			p.facts(f)
		}
		return
	}
	widths := t.widths(room)
	titles := make([]string, len(t.Columns))
	rule := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rule[i] = c.Title, strings.Repeat(level, widths[i])
	}
	between := strings.Repeat(" ", indent) + strings.Join(rule, crossing)
	lines := append(drawn(titles, widths), between)
	tall := false
	for _, cells := range t.Rows {
		tall = tall || len(drawn(cells, widths)) > 1
	}
	for n, cells := range t.Rows {
		if n > 0 && tall {
			lines = append(lines, between)
		}
		lines = append(lines, drawn(cells, widths)...)
	}
	p.piece(lines...)
}

// widths shares the room out: a column takes what its longest cell needs, and
// those that need more than there is share what is left, none less than its
// longest word while there is room for all of them.
func (t *Table) widths(room int) []int {
	widths, open := make([]int, len(t.Columns)), map[int]bool{}
	needs := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		if needs[i] = t.needs(i); c.Whole && needs[i] <= room/2 {
			widths[i] = needs[i]
			room -= needs[i]
			continue
		}
		open[i] = true
	}
	floors := t.floors(open, room)
	for len(open) > 0 {
		shares := 0
		for i := range open {
			shares += t.share(i)
		}
		settled, quota := map[int]int{}, map[int]int{}
		for i := range open {
			if quota[i] = room * t.share(i) / shares; floors[i] > quota[i] {
				settled[i] = min(needs[i], floors[i])
			}
		}
		narrow := len(settled) > 0
		for i := range open {
			if !narrow && needs[i] <= quota[i] {
				settled[i] = needs[i]
			}
		}
		if len(settled) == 0 {
			left, last := room, -1
			for i := range t.Columns {
				if open[i] {
					widths[i] = quota[i]
					left, last = left-quota[i], i
				}
			}
			widths[last] += left
			break
		}
		for i, width := range settled {
			widths[i] = width
			room -= width
			delete(open, i)
		}
	}
	return t.fitted(widths)
}

// floors is the least that each open column takes: its longest word, or what is
// readable at all where the room does not hold the longest words of all.
func (t *Table) floors(open map[int]bool, room int) map[int]int {
	floors, sum := map[int]int{}, 0
	for i := range open {
		floors[i] = max(t.longest(i, breaks), narrowest)
		sum += floors[i]
	}
	if sum > room {
		for i := range open {
			floors[i] = narrowest
		}
	}
	return floors
}

// fitted takes from the widest what narrow columns took too much.
func (t *Table) fitted(widths []int) []int {
	room := wide - indent - len([]rune(upright))*(len(widths)-1)
	for {
		sum, widest := 0, 0
		for i, w := range widths {
			sum += w
			if w > widths[widest] || t.Columns[widest].Whole && !t.Columns[i].Whole && w > 2 {
				widest = i
			}
		}
		if sum <= room {
			return widths
		}
		widths[widest]--
	}
}

func (t *Table) share(i int) int { return max(t.Columns[i].Share, 1) }

// needs is how wide a column is when none of its cells is wrapped.
func (t *Table) needs(i int) int { return t.longest(i, func(r rune) bool { return r == '\n' }) }

// longest is how wide the longest piece of a column is, its title included.
func (t *Table) longest(i int, between func(rune) bool) int {
	widest := 2 // the widest letter
	for n := -1; n < len(t.Rows); n++ {
		cell := t.Columns[i].Title
		if n >= 0 {
			if cell = ""; i < len(t.Rows[n]) {
				cell = t.Rows[n][i]
			}
		}
		for piece := range strings.FieldsFuncSeq(text.Body(cell), between) {
			widest = max(widest, ansi.StringWidth(piece))
		}
	}
	return widest
}

// drawn is one row of a table, as many lines as its longest cell.
func drawn(cells []string, widths []int) []string {
	columns, tallest := make([][]string, len(widths)), 1
	for i := range widths {
		if i < len(cells) {
			columns[i] = wrap(unlined(cells[i]), widths[i])
			tallest = max(tallest, len(columns[i]))
		}
	}
	lines := make([]string, tallest)
	for n := range lines {
		row := make([]string, len(widths))
		for i, w := range widths {
			if n < len(columns[i]) {
				row[i] = columns[i][n]
			}
			row[i] = padded(row[i], w)
		}
		lines[n] = strings.Repeat(" ", indent) + strings.Join(row, upright)
	}
	return lines
}

// unlined is a text without the signs that the lines of a table are drawn with.
func unlined(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '│' || r == '┃' || r == '║':
			return '|'
		case r >= '─' && r <= '╿':
			return '-'
		}
		return r
	}, s)
}
