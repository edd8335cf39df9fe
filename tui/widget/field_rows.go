package widget

import (
	"sort"
	"strings"

	"suivi/tui/theme"
)

// run is one row of a wrapped text: the bytes from a to b.
type run struct{ a, b int }

// wrapRows breaks s into rows of at most w columns, between words where it
// can. Spaces at a break hang over the edge. There is always one row.
func wrapRows(s string, w int) []run {
	w = max(w, 1)
	var rows []run
	start, gap, col, gapCol := 0, -1, 0, 0 // gap: where the word in hand begins
	for i := 0; i < len(s); {
		n, cols := letter(s[i:])
		if s[i] == '\n' {
			rows = append(rows, run{start, i})
			start, gap, col = i+n, -1, 0
			i += n
			continue
		}
		if s[i] == ' ' {
			i += n
			col += cols
			gap, gapCol = i, col
			continue
		}
		if col+cols > w && i > start {
			if gap > start {
				rows = append(rows, run{start, gap})
				start, col, gap = gap, col-gapCol, -1
				continue // the word in hand may itself be wider than a row
			}
			rows = append(rows, run{start, i})
			start, col, gap = i, 0, -1
		}
		i += n
		col += cols
	}
	return append(rows, run{start, len(s)})
}

// lay wraps the text anew and keeps the cursor in sight.
func (e *editor) lay() {
	if e.multi {
		// One column stays free for the cursor after the last letter.
		e.rows = wrapRows(e.text, e.width-1)
	}
	e.reveal()
}

// resize gives the columns and rows to draw in.
func (e *editor) resize(w, h int) {
	w, h = max(w, 1), max(h, 1)
	if w == e.width && h == e.height {
		return
	}
	relay := w != e.width
	e.width, e.height = w, h
	if relay {
		e.lay()
	}
	e.reveal()
}

// row is the row that holds the cursor.
func (e editor) row() int {
	return max(sort.Search(len(e.rows), func(i int) bool { return e.rows[i].a > e.at })-1, 0)
}

// reveal scrolls as little as brings the cursor in sight.
func (e *editor) reveal() {
	if e.multi {
		r := e.row()
		e.top = min(max(e.top, r-e.height+1), r)
		e.top = max(min(e.top, len(e.rows)-e.height), 0)
		return
	}
	if width(e.text) < e.width {
		e.left = 0
		return
	}
	if e.at < e.left {
		e.left = e.at
	}
	e.left = e.snap(min(e.left, len(e.text)))
	for e.left < e.at && width(e.text[e.left:e.at]) > e.width-1 {
		e.left = e.after(e.left)
	}
	// Text erased at the end must not leave the field half empty.
	for e.left > 0 && width(e.text[e.before(e.left):]) <= e.width-1 {
		e.left = e.before(e.left)
	}
}

// vertical moves the cursor n rows; false when it stands at the edge already.
func (e *editor) vertical(n int) bool {
	from := e.row()
	to := min(max(from+n, 0), len(e.rows)-1)
	if to == from {
		return false
	}
	if e.goal < 0 {
		e.goal = width(e.text[e.rows[from].a:e.at])
	}
	row := e.rows[to]
	at, col := row.a, 0
	for at < row.b {
		n, cols := letter(e.text[at:])
		if col+cols > e.goal {
			break
		}
		at += n
		col += cols
	}
	if soft := to+1 < len(e.rows) && e.rows[to+1].a == row.b; soft && at == row.b {
		at = e.before(at)
	}
	e.at, e.last = at, stepMove
	e.reveal()
	return true
}

// scrollKeys moves by rows and pages; false when the key has no use here.
func (e *editor) scrollKeys(p press) bool {
	switch {
	case p.is(editKeys.Up):
		return e.vertical(-1)
	case p.is(editKeys.Down):
		return e.vertical(1)
	case p.is(editKeys.PageUp):
		return e.vertical(-max(e.height-1, 1))
	case p.is(editKeys.PageDown):
		return e.vertical(max(e.height-1, 1))
	}
	return false
}

// drawLine draws the line, with the cursor when on.
func (e editor) drawLine(s theme.Styles, role theme.Role, on bool) string {
	if !on {
		return s.Paint(role, cut(e.text, e.width, s.Glyph.Ellipsis))
	}
	end := e.left
	for cols := 0; end < len(e.text); {
		n, c := letter(e.text[end:])
		if cols+c > e.width {
			break
		}
		end += n
		cols += c
	}
	return e.withCursor(s, role, e.left, end)
}

// drawRows draws at most h rows of a long text, around the cursor when on.
func (e editor) drawRows(s theme.Styles, role theme.Role, on bool, h int) []string {
	top := 0
	if on {
		top = e.top
	}
	at := e.row()
	var out []string
	for i := top; i < len(e.rows) && len(out) < h; i++ {
		row := e.rows[i]
		switch {
		case on && i == at:
			out = append(out, e.withCursor(s, role, row.a, row.b))
		case !on && len(out) == h-1 && i < len(e.rows)-1:
			out = append(out, s.Paint(role, cut(strings.TrimRight(e.text[row.a:row.b], " "), e.width-2, s.Glyph.Ellipsis)+" "+s.Glyph.Ellipsis))
		default:
			out = append(out, s.Paint(role, strings.TrimRight(e.text[row.a:row.b], " ")))
		}
	}
	return out
}

// The cursor is drawn, not the terminal's own: it shows the same everywhere.
const (
	reversed = "\x1b[7m"
	plain    = "\x1b[m"
)

// withCursor draws the bytes from a to b, the letter under the cursor
// reversed.
func (e editor) withCursor(s theme.Styles, role theme.Role, a, b int) string {
	at := max(a, e.at)
	over := " "
	rest := ""
	if at < b {
		next := e.after(at)
		over, rest = e.text[at:next], strings.TrimRight(e.text[next:b], " ")
	}
	head := e.text[a:at]
	if at >= b && e.multi {
		// Spaces that hang over the edge would push the cursor off the row.
		head = fit(head, min(width(head), e.width-1), false)
	}
	return s.Paint(role, head) + reversed + over + plain + s.Paint(role, rest)
}
