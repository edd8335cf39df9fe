package widget

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// leastTyping is the room a text keeps beside things already taken.
const leastTyping = 16

// pad cuts or fills a painted row to exactly w columns.
func pad(row string, w int) string {
	if n := ansi.StringWidth(row); n < w {
		return row + blank(w-n)
	} else if n > w {
		return ansi.Truncate(row, w, "")
	}
	return row
}

// input draws what is filled in, and tells which row holds the cursor.
func (f Form) input(e entry, on bool) (rows []string, cursor int) {
	s, w := f.config.Styles, f.cols.input
	switch {
	case e.Kind.choice():
		return []string{f.choiceRow(e, on)}, 0
	case e.Kind == FieldLookups:
		c := f.chips(e, on)
		if on || e.edit.text != "" {
			last := len(c.rows) - 1
			c.rows[last] += e.edit.drawLine(s, theme.Text, on)
		} else if len(e.chosen) == 0 {
			return f.nothing(), 0
		}
		return c.rows, len(c.rows) - 1
	case !on && e.edit.text == "":
		return f.nothing(), 0
	case e.Kind == FieldLong:
		h := e.rest()
		if on {
			h = e.edit.height
		}
		rows := e.edit.drawRows(s, theme.Text, on, h)
		for on && len(rows) < h {
			rows = append(rows, "")
		}
		return rows, max(min(e.edit.row()-e.edit.top, h-1), 0)
	case e.Kind.parsed():
		return f.parsedRows(e, on), 0
	case e.Kind == FieldLookup && on && e.whole:
		return []string{s.Paint(theme.Strong, cut(e.edit.text, w-1, s.Glyph.Ellipsis)) + reversed + " " + plain}, 0
	}
	return []string{e.edit.drawLine(s, theme.Text, on)}, 0
}

func (f Form) nothing() []string {
	return []string{f.config.Styles.Paint(theme.Muted, cut(f.config.Words.Empty, f.cols.input, ""))}
}

// parsedRows is the text and, beside it or below, what was understood.
func (f Form) parsedRows(e entry, on bool) []string {
	s := f.config.Styles
	row := e.edit.drawLine(s, theme.Text, on)
	if e.canon == "" || e.shown == "" || e.shown == strings.TrimSpace(e.edit.text) {
		return []string{row}
	}
	echo := s.Glyph.Arrow + " " + e.shown
	used := max(ansi.StringWidth(row), echoColumn)
	if used+gapWidth+width(echo) <= f.cols.input {
		return []string{pad(row, used) + blank(gapWidth) + s.Paint(theme.Accent, echo)}
	}
	return []string{row, s.Paint(theme.Accent, cut(echo, f.cols.input, s.Glyph.Ellipsis))}
}

// chips is the things taken in a FieldLookups, in rows; used is how much of
// the last row they fill.
type chips struct {
	rows []string
	used int
}

func (f Form) chips(e entry, on bool) chips {
	s, w := f.config.Styles, f.cols.input
	c := chips{rows: []string{""}}
	for _, o := range e.chosen {
		chip := "[" + cut(o.Label, max(w-3, 1), s.Glyph.Ellipsis) + "]"
		n := width(chip)
		if c.used > 0 && c.used+n > w {
			c.rows, c.used = append(c.rows, ""), 0
		}
		c.rows[len(c.rows)-1] += s.Paint(theme.Strong, chip) + " "
		c.used += n + 1
	}
	if need := min(leastTyping, w); (on || e.edit.text != "") && c.used > 0 && w-c.used < need {
		c.rows, c.used = append(c.rows, ""), 0
	}
	return c
}

// itemsRow is all the items of a choice in one row; "" when they do not fit.
func (f Form) itemsRow(e entry) string {
	s := f.config.Styles
	var b strings.Builder
	used := 0
	for i, item := range e.Items {
		label := " " + item.Label + " "
		if i == e.pick {
			label = "[" + item.Label + "]"
		}
		if used += width(label) + 1; used > f.cols.input {
			return ""
		}
		if i == e.pick {
			b.WriteString(s.Paint(theme.Strong, label) + " ")
		} else {
			b.WriteString(s.Paint(theme.Muted, label) + " ")
		}
	}
	return b.String()
}

// choiceRow is the item chosen; in hand, all of them when there is room.
func (f Form) choiceRow(e entry, on bool) string {
	s := f.config.Styles
	label, role := f.config.Words.Empty, theme.Muted
	if e.pick >= 0 {
		label, role = e.Items[e.pick].Label, theme.Text
	}
	if !on {
		row := s.Paint(role, cut(label, f.cols.input, s.Glyph.Ellipsis))
		if room := f.cols.input - width(label) - gapWidth; e.Aside != "" && room > 0 {
			row += blank(gapWidth) + s.Paint(theme.Muted, cut(e.Aside, room, s.Glyph.Ellipsis))
		}
		return row
	}
	if row := f.itemsRow(e); row != "" {
		return row
	}
	count := strconv.Itoa(e.pick+1) + "/" + strconv.Itoa(len(e.Items))
	label = cut(label, max(f.cols.input-width(count)-6, 1), s.Glyph.Ellipsis)
	return s.Paint(theme.Key, s.Glyph.Previous) + " " + s.Paint(theme.Strong, label) + " " +
		s.Paint(theme.Key, s.Glyph.Next) + "  " + s.Paint(theme.Muted, count)
}

// listMost is how many rows of a list the screen has room for.
func (f Form) listMost() int { return max(min(listRows, f.area()-4), 1) }

// listRows draws the list under the field in hand.
func (f Form) listRows(e entry) []string {
	switch {
	case e.Kind.choice():
		return f.itemRows(e)
	case !e.list.open || !e.Kind.lookup():
		return nil
	}
	s, w, c := f.config.Styles, f.cols.input, e.list
	var rows []string
	switch {
	case c.failed != "":
		rows = f.notice(c.failed, s.Glyph.Late+" ", theme.Invalid)
	case len(c.options) > 0:
		if !c.fresh(e.loose()) {
			c.at = -1 // what the key takes is not among these
		}
		rows = f.optionRows(c)
	case !c.answered || c.flying:
		rows = []string{s.Paint(theme.Muted, cut(f.config.Words.Search, w, s.Glyph.Ellipsis))}
	default:
		rows = []string{s.Paint(theme.Muted, cut(f.config.Words.NoMatch, w, s.Glyph.Ellipsis))}
	}
	if e.New && f.config.Words.New != "" && e.loose() != "" {
		rows = append(rows, s.Paint(theme.Key, cut(say(f.config.Words.New, e.loose()), w, s.Glyph.Ellipsis)))
	}
	return rows
}

// optionRows draws the options in sight, the one in hand marked, what is
// beyond the edges signed.
func (f Form) optionRows(c completion) []string {
	s, w := f.config.Styles, f.cols.input-markWidth
	most := f.listMost()
	top := min(max(c.top, c.at-most+1), max(len(c.options)-most, 0))
	seen := c.options[top:min(top+most, len(c.options))]
	label := 0
	for _, o := range seen {
		label = max(label, width(o.Label))
	}
	label = max(min(label, w*3/5), 1)
	var rows []string
	for i, o := range seen {
		mark := "  "
		switch {
		case top+i == c.at:
			mark = s.Paint(theme.Marker, s.Glyph.Current) + " "
		case i == 0 && top > 0:
			mark = s.Paint(theme.Muted, s.Glyph.Above) + " "
		case i == len(seen)-1 && top+len(seen) < len(c.options):
			mark = s.Paint(theme.Muted, s.Glyph.Below) + " "
		}
		role := theme.Text
		if top+i == c.at {
			role = theme.Strong
		}
		room := label
		if o.Detail == "" {
			room = w
		}
		row := mark + s.Paint(role, cut(o.Label, room, s.Glyph.Ellipsis))
		if rest := w - label - gapWidth; o.Detail != "" && rest > 3 {
			row = pad(row, markWidth+label) + blank(gapWidth) + s.Paint(theme.Muted, cut(o.Detail, rest, s.Glyph.Ellipsis))
		}
		rows = append(rows, row)
	}
	return rows
}

// itemRows lists the items of a choice in hand that do not fit on its row.
func (f Form) itemRows(e entry) []string {
	if f.itemsRow(e) != "" || len(e.Items) == 0 {
		return nil
	}
	c := completion{at: e.pick}
	c.top = max(0, min(e.pick-f.listMost()/2, len(e.Items)-1))
	for _, item := range e.Items {
		c.options = append(c.options, register.Option{Label: text.Line(item.Label)})
	}
	return f.optionRows(c)
}
