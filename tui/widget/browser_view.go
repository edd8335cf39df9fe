package widget

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/theme"
)

const (
	browserIndent  = 3                 // a space, the marker, a space
	browserMargins = browserIndent + 1 // and a space at the right
	columnGap      = 2
)

// placed is a column with the width it got.
type placed[T any] struct {
	Column[T]
	width int
}

// place fits columns into w cells: the greatest Drop vanishes first, the rest
// shrinks only when it must, what is left over goes to those that grow.
func place[T any](columns []Column[T], w int) []placed[T] {
	shown := make([]placed[T], 0, len(columns))
	for _, c := range columns {
		shown = append(shown, placed[T]{c, max(c.Min, 1)})
	}
	for len(shown) > 1 && taken(shown) > w {
		at := 0
		for i, c := range shown {
			if c.Drop > 0 && c.Drop >= shown[at].Drop {
				at = i
			}
		}
		if shown[at].Drop == 0 {
			break
		}
		shown = slices.Delete(shown, at, at+1)
	}
	return grow(shrink(shown, w), w)
}

// taken is how many cells the columns and the gaps between them take.
func taken[T any](columns []placed[T]) int {
	cells := columnGap * max(len(columns)-1, 0)
	for _, c := range columns {
		cells += c.width
	}
	return cells
}

// shrink narrows the widest column, again and again, until all fit; when even
// one cell each is too much, the last ones go.
func shrink[T any](columns []placed[T], w int) []placed[T] {
	for len(columns) > 1 && len(columns)*(1+columnGap)-columnGap > w {
		columns = columns[:len(columns)-1]
	}
	for over := taken(columns) - w; over > 0 && len(columns) > 0; over-- {
		widest := 0
		for i := range columns {
			if columns[i].width > columns[widest].width {
				widest = i
			}
		}
		if columns[widest].width <= 1 {
			break
		}
		columns[widest].width--
	}
	return columns
}

// grow shares what is left over: titles that would be cut come first, then the
// columns that grow.
func grow[T any](columns []placed[T], w int) []placed[T] {
	for i, c := range columns {
		more := min(ansi.StringWidth(text.Line(c.Title))-c.width, w-taken(columns))
		columns[i].width += max(more, 0)
	}
	for left := w - taken(columns); left > 0; left = w - taken(columns) {
		shares := 0
		for _, c := range columns {
			if c.grows() {
				shares += c.Grow
			}
		}
		if shares == 0 {
			break
		}
		rest := left
		for i, c := range columns {
			if !c.grows() || rest == 0 {
				continue
			}
			more := min(max(left*c.Grow/shares, 1), rest)
			if c.Max > 0 {
				more = min(more, c.Max-c.width)
			}
			columns[i].width += more
			rest -= more
		}
	}
	return columns
}

func (c placed[T]) grows() bool { return c.Grow > 0 && (c.Max == 0 || c.width < c.Max) }

// headed tells whether there is room for the titles of the columns.
func (b Browser[T]) headed() bool { return b.height > 1 }

// complains tells whether a line says why the rows may be old.
func (b Browser[T]) complains() bool {
	return b.err != nil && b.config.Words.Failed != nil && b.height > 2
}

// View draws the rows on the screen and no others, in exactly its area.
func (b Browser[T]) View() string {
	if b.width == 0 || b.height == 0 {
		return ""
	}
	lines := make([]string, 0, b.height)
	if b.headed() {
		lines = append(lines, b.header())
	}
	if len(b.rows) == 0 {
		lines = append(lines, b.notice()...)
	}
	for i := b.top; i < min(b.top+b.body(), len(b.rows)); i++ {
		lines = append(lines, b.row(i))
	}
	last := b.height
	if b.complains() {
		last--
	}
	lines = lines[:min(len(lines), last)]
	for len(lines) < last {
		lines = append(lines, blank(b.width))
	}
	if b.complains() {
		st := b.config.Styles
		lines = append(lines, b.sentence(theme.Bad, st.Glyph.Late+" "+clipped(b.config.Words.Failed(b.err), b.width, st.Glyph.Ellipsis)))
	}
	return strings.Join(lines, "\n")
}

// header is the line of titles, the sorted one with its direction.
func (b Browser[T]) header() string {
	st := b.config.Styles
	cells := make([]string, 0, len(b.columns))
	for _, c := range b.columns {
		title, role := clipped(c.Title, c.width, st.Glyph.Ellipsis), theme.Muted
		if c.Sort != "" && c.Sort == b.query.Sort {
			mark := st.Glyph.Up
			if b.query.Desc {
				mark = st.Glyph.Down
			}
			title, role = clipped(c.Title, c.width-1, st.Glyph.Ellipsis), theme.Strong
			if c.Right {
				title = mark + title
			} else {
				title += mark
			}
		}
		cells = append(cells, padded(st, role, title, c.width, c.Right))
	}
	return b.joined(blank(browserIndent), cells)
}

// row is one row of the window; the selected one has the marker.
func (b Browser[T]) row(i int) string {
	st := b.config.Styles
	cells := make([]string, 0, len(b.columns))
	for _, c := range b.columns {
		role := theme.Text
		if c.Role != nil {
			role = c.Role(b.rows[i])
		}
		cells = append(cells, padded(st, role, clipped(c.Cell(b.rows[i]), c.width, st.Glyph.Ellipsis), c.width, c.Right))
	}
	head := blank(browserIndent)
	if i == b.cursor {
		head = " " + st.Paint(theme.Marker, st.Glyph.Marker) + " "
	}
	return b.joined(head, cells)
}

// joined puts a head and cells on one line, and fills the line to its end.
func (b Browser[T]) joined(head string, cells []string) string {
	if b.width <= browserMargins {
		return blank(b.width)
	}
	return head + strings.Join(cells, blank(columnGap)) + blank(b.width-browserIndent-taken(b.columns))
}

// notice is what stands in place of rows.
func (b Browser[T]) notice() []string {
	w := b.config.Words
	words := w.Empty
	switch {
	case !b.loaded && b.err != nil:
		return nil
	case !b.loaded:
		words = w.Loading
	case b.query.Filter != "" && w.NoMatch != "":
		words = w.NoMatch
	}
	lines := []string{blank(b.width)}
	for _, line := range wrap(text.Body(words), b.width-browserMargins) {
		lines = append(lines, b.sentence(theme.Muted, line))
	}
	return lines
}

// sentence is a line of words at the indent of the rows.
func (b Browser[T]) sentence(r theme.Role, s string) string {
	if b.width <= browserMargins {
		return blank(b.width)
	}
	s = cut(s, b.width-browserMargins, b.config.Styles.Glyph.Ellipsis)
	return blank(browserIndent) + padded(b.config.Styles, r, s, b.width-browserIndent, false)
}

// padded paints a plain string and pads it, unpainted, to w cells.
func padded(st theme.Styles, r theme.Role, s string, w int, right bool) string {
	gap := blank(w - width(s))
	if right {
		return gap + st.Paint(r, s)
	}
	return st.Paint(r, s) + gap
}

// clipped is stored text as one clean line of at most w cells. It reads no more
// of a long text than can be shown.
func clipped(s string, w int, mark string) string {
	if end := 16*max(w, 0) + 256; len(s) > end {
		for end > 0 && !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end] + mark
	}
	return cut(text.Line(s), w, mark)
}
