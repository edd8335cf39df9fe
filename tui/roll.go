package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// rollColumn is one column of a roll.
type rollColumn[T any] struct {
	title string
	// width is what it takes at least; what is left over goes to the one that
	// grows. When there is no room, the greatest drop vanishes first; 0 never.
	width, grow, drop int
	cell              func(T) string
	role              func(T) theme.Role // nil is theme.Text
}

// roll is a list that is held whole, as the people of one meeting are: it is
// short, and keys that follow each other quickly act on row after row. It is a
// value: every method returns the next one.
type roll[T any] struct {
	styles        theme.Styles
	id            func(T) string
	columns       []rollColumn[T]
	rows          []T
	at, top       int
	width, height int
}

// set changes the rows; the cursor stays on its row, or on its place when the
// row is gone.
func (r roll[T]) set(rows []T) roll[T] {
	was := ""
	if row, ok := r.selected(); ok {
		was = r.id(row)
	}
	r.rows = rows
	return r.choose(was)
}

// choose puts the cursor on the row of an ID, if there is one.
func (r roll[T]) choose(id string) roll[T] {
	if at := slices.IndexFunc(r.rows, func(row T) bool { return r.id(row) == id }); at >= 0 {
		r.at = at
	}
	return r.settle()
}

func (r roll[T]) resize(width, height int) roll[T] {
	r.width, r.height = max(width, 0), max(height, 0)
	return r.settle()
}

func (r roll[T]) move(n int) roll[T] {
	r.at += n
	return r.settle()
}

// moved is the roll after one of the keys that move.
func (r roll[T]) moved(name string) roll[T] {
	switch {
	case keymap.PageDown.Matches(name):
		return r.move(max(r.body()-1, 1))
	case keymap.PageUp.Matches(name):
		return r.move(-max(r.body()-1, 1))
	case keymap.Bottom.Matches(name):
		return r.move(len(r.rows))
	case name == "up" || name == "k":
		return r.move(-1)
	case name == "down" || name == "j":
		return r.move(1)
	}
	return r.move(-len(r.rows))
}

// settle keeps the cursor on a row, and the row in sight.
func (r roll[T]) settle() roll[T] {
	r.at = max(min(r.at, len(r.rows)-1), 0)
	r.top = max(min(r.top, r.at, len(r.rows)-r.body()), r.at-r.body()+1, 0)
	return r
}

func (r roll[T]) body() int { return max(r.height-1, 1) }

// selected is the row under the cursor; false when there is none.
func (r roll[T]) selected() (T, bool) {
	if len(r.rows) == 0 {
		var none T
		return none, false
	}
	return r.rows[r.at], true
}

// fitted are the columns that there is room for, with their widths.
func (r roll[T]) fitted() []rollColumn[T] {
	const margin, gap = 4, 2
	shown := slices.Clone(r.columns)
	taken := func() int {
		n := margin - gap
		for _, c := range shown {
			n += c.width + gap
		}
		return n
	}
	for taken() > r.width {
		at := 0
		for i, c := range shown {
			if c.drop > shown[at].drop {
				at = i
			}
		}
		if shown[at].drop == 0 {
			break
		}
		shown = slices.Delete(shown, at, at+1)
	}
	left, shares := max(r.width-taken(), 0), 0
	for _, c := range shown {
		shares += c.grow
	}
	for i, c := range shown {
		if c.grow > 0 {
			more := left * c.grow / shares
			left, shares = left-more, shares-c.grow
			shown[i].width += more
		}
	}
	return shown
}

// view draws the titles and the rows in sight, in exactly its area.
func (r roll[T]) view(empty string) string {
	columns := r.fitted()
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = r.cell(c.title, c.width, theme.Muted)
	}
	lines := []string{"   " + strings.Join(heads, "  ")}
	if len(r.rows) == 0 {
		lines = append(lines, "", "   "+r.styles.Paint(theme.Muted, ansi.Truncate(empty, max(r.width-4, 0), r.styles.Glyph.Ellipsis)))
	}
	for i := r.top; i < min(r.top+r.body(), len(r.rows)); i++ {
		cells := make([]string, len(columns))
		for n, c := range columns {
			role := theme.Text
			if c.role != nil {
				role = c.role(r.rows[i])
			}
			cells[n] = r.cell(c.cell(r.rows[i]), c.width, role)
		}
		head := "   "
		if i == r.at {
			head = " " + r.styles.Paint(theme.Marker, r.styles.Glyph.Marker) + " "
		}
		lines = append(lines, head+strings.Join(cells, "  "))
	}
	return strings.Join(fill(lines, r.height), "\n")
}

// cell is stored text as one clean line of exactly so many cells.
func (r roll[T]) cell(said string, width int, role theme.Role) string {
	said = ansi.Truncate(text.Line(said), width, r.styles.Glyph.Ellipsis)
	return r.styles.Paint(role, said) + strings.Repeat(" ", max(width-ansi.StringWidth(said), 0))
}
