package widget

import (
	"strings"

	"suivi/internal/text"
	"suivi/tui/theme"
)

const (
	contentWidth = 76 // columns a form takes at most, whatever the screen
	markWidth    = 2  // the marker and a space
	gapWidth     = 2  // between labels and what is filled in
	leastInput   = 18 // narrower than this, labels go on a row of their own
	longRows     = 6  // rows of a long text in hand, at least
	longMost     = 12 // and at most
	restRows     = 3  // rows of a long text not in hand, at most, unless its field says
	echoColumn   = 12 // where what was understood begins, at the earliest
)

// columns is how a form shares its width.
type columns struct {
	label   int // of labels with their mark; 0 when stacked
	input   int
	stacked bool
}

// formRows is the rows of a form and where the field in hand lies in them.
type formRows struct {
	rows         []string
	from, cursor int // first row of the field in hand, row of its cursor
	to           int // row after its last one
}

// arrange shares the width among the fields, then scrolls as little as shows
// the field in hand.
func (f *Form) arrange() {
	if f.width <= 0 || f.height <= 0 {
		return
	}
	f.cols = f.share()
	for i := range f.entries {
		e := &f.entries[i]
		if e.hidden {
			continue
		}
		w, h := f.cols.input, 1
		switch {
		case e.Kind == FieldLookups:
			w -= f.chips(*e, i == f.at).used
		case e.Kind == FieldLong:
			e.edit.resize(w, 1)
			h = f.longHeight(i)
		case e.Kind.reach() > 0:
			w = min(w, e.Kind.reach())
		}
		e.edit.resize(w, h)
	}
	f.scroll()
}

func (f *Form) scroll() {
	d := f.draw()
	area := f.area()
	if d.to > f.top+area {
		f.top = d.to - area
	}
	if d.from < f.top {
		f.top = d.from
	}
	f.top = min(max(f.top, d.cursor-area+1), d.cursor)
	f.top = max(min(f.top, len(d.rows)-area), 0)
}

func (f Form) share() columns {
	w := max(min(f.width, contentWidth)-markWidth, 1)
	label := 0
	for _, e := range f.entries {
		// Hidden fields count too, and those that may be needed: nothing shifts
		// when one appears.
		e.needed = e.needed || e.Needed != nil
		label = max(label, width(f.labelOf(e)))
	}
	label = min(label, max(w*2/5, 12))
	if rest := w - label - gapWidth; rest >= leastInput {
		return columns{label: label, input: rest}
	}
	return columns{input: w, stacked: true}
}

func (f Form) labelOf(e entry) string {
	if e.needed {
		return e.Label + " *"
	}
	return e.Label
}

// longHeight is how many rows long text i gets: it grows in hand, as long as
// its help and its fault stay in sight.
func (f Form) longHeight(i int) int {
	e := f.entries[i]
	if i != f.at {
		return min(len(e.edit.rows), e.rest())
	}
	room := f.area() - len(f.below(e, true))
	if f.cols.stacked {
		room--
	}
	return max(min(len(e.edit.rows), longMost, room), min(longRows, room), 1)
}

// area is how many rows are left for fields.
func (f Form) area() int { return max(f.height-len(f.pinned()), 1) }

// pinned is what stands at the foot of the form whatever is scrolled.
func (f Form) pinned() []string {
	s := f.config.Styles
	w := max(min(f.width, contentWidth)-markWidth, 1)
	var rows []string
	if f.note != "" {
		said := wrap(text.Line(f.note), w)
		for _, row := range said[:min(len(said), 2, max(f.height/3, 1))] {
			rows = append(rows, blank(markWidth)+s.Paint(theme.Accent, cut(row, w, s.Glyph.Ellipsis)))
		}
	}
	if f.problem != "" {
		said := wrap(s.Glyph.Late+" "+f.problem, w)
		for _, row := range said[:min(len(said), 3, max(f.height*3/4, 1))] {
			rows = append(rows, blank(markWidth)+s.Paint(theme.Invalid, cut(row, w, s.Glyph.Ellipsis)))
		}
	}
	if f.busy || f.waiting {
		word := f.config.Words.Saving
		if f.waiting {
			word = f.config.Words.Search
		}
		rows = append(rows, blank(markWidth)+s.Paint(theme.Accent, cut(word, w, s.Glyph.Ellipsis)))
	}
	return rows[:min(len(rows), max(f.height-1, 0))]
}

// Height is how many rows the form would take to show all of itself.
func (f Form) Height() int { return len(f.draw().rows) + len(f.pinned()) }

// View draws the form, exactly the area that Resize gave.
func (f Form) View() string {
	if f.width <= 0 || f.height <= 0 {
		return ""
	}
	d, pinned := f.draw(), f.pinned()
	area := f.height - len(pinned)
	top := max(min(f.top, len(d.rows)-1), 0)
	rows := append([]string(nil), d.rows[top:min(len(d.rows), top+area)]...)
	above, below := top > 0, len(d.rows) > top+area
	for len(rows) < area {
		rows = append(rows, "")
	}
	rows = append(rows, pinned...)
	for i, row := range rows {
		rows[i] = pad(row, f.width)
	}
	if f.width > contentWidth {
		if above {
			rows[0] = f.edge(rows[0], f.config.Styles.Glyph.Above)
		}
		if below {
			rows[area-1] = f.edge(rows[area-1], f.config.Styles.Glyph.Below)
		}
	}
	return strings.Join(rows, "\n")
}

// edge puts the sign that there is more at the right of the content.
func (f Form) edge(row, sign string) string {
	return pad(pad(row, contentWidth)+" "+f.config.Styles.Paint(theme.Muted, sign), f.width)
}

// draw makes every row of the form.
func (f Form) draw() formRows {
	var d formRows
	section := ""
	for i, e := range f.entries {
		if e.Section != "" {
			section = e.Section
		}
		if e.hidden {
			continue
		}
		from := len(d.rows)
		if section != "" {
			if len(d.rows) > 0 {
				d.rows = append(d.rows, "")
			}
			title := cut(section, min(f.width, contentWidth), f.config.Styles.Glyph.Ellipsis)
			d.rows = append(d.rows, f.config.Styles.Paint(theme.Title, title))
			section = ""
		}
		first := len(d.rows)
		rows, cursor := f.field(i)
		d.rows = append(d.rows, rows...)
		if i == f.at {
			d.from, d.cursor, d.to = from, first+cursor, len(d.rows)
		}
	}
	if len(d.rows) == 0 {
		d.rows = []string{""}
	}
	return d
}

// field draws field i and tells which of its rows holds the cursor.
func (f Form) field(i int) (rows []string, cursor int) {
	e, on := f.entries[i], i == f.at
	s := f.config.Styles
	mark, role := blank(markWidth), theme.Muted
	if on {
		mark, role = s.Paint(theme.Marker, s.Glyph.Marker)+" ", theme.Field
	}
	in, cursor := f.input(e, on)
	in = append(in, f.below(e, on)...)
	label := f.labelOf(e)
	if f.cols.stacked {
		rows = append(rows, mark+s.Paint(role, cut(label, f.cols.input, s.Glyph.Ellipsis)))
		for _, row := range in {
			rows = append(rows, blank(markWidth)+row)
		}
		return rows, cursor + 1
	}
	head := mark + s.Paint(role, fit(label, f.cols.label, false)) + blank(gapWidth)
	rest := blank(markWidth + f.cols.label + gapWidth)
	for n, row := range in {
		if n == 0 {
			rows = append(rows, head+row)
		} else {
			rows = append(rows, rest+row)
		}
	}
	return rows, cursor
}

// below is what stands under what is filled in: the list, what is wrong, what
// happened, the help.
func (f Form) below(e entry, on bool) []string {
	var rows []string
	if on && e.Kind.choice() || e.Kind.lookup() && e.Free && e.loose() != "" {
		rows = append(rows, f.notice(e.Aside, "", theme.Muted)...)
	}
	if on {
		rows = append(rows, f.listRows(e)...)
	}
	rows = append(rows, f.notice(e.fault, f.config.Styles.Glyph.Late+" ", theme.Invalid)...)
	if e.adds(on) {
		rows = append(rows, f.notice(e.Added, "", theme.Accent)...)
	}
	if !on {
		return rows
	}
	rows = append(rows, f.notice(e.note, f.config.Styles.Glyph.Late+" ", theme.Warn)...)
	return append(rows, f.notice(e.Help, "", theme.Muted)...)
}

// adds tells whether saving adds what stands in the field to the file; in hand, as
// soon as the file has answered that nothing is called so.
func (e entry) adds(on bool) bool {
	typed := e.loose()
	if e.Added == "" || !e.Free || typed == "" || e.fault != "" || e.list.due != pending {
		return false
	}
	if !on {
		return true
	}
	_, known := match(e.list.options, typed)
	return e.list.fresh(typed) && e.list.failed == "" && !known
}

// notice is a message of at most two rows.
func (f Form) notice(said, sign string, role theme.Role) []string {
	if said == "" {
		return nil
	}
	s := f.config.Styles
	lines := wrap(sign+said, f.cols.input)
	if len(lines) > 2 {
		lines = []string{lines[0], cut(lines[1]+" "+lines[2], f.cols.input, s.Glyph.Ellipsis)}
	}
	for i := range lines {
		lines[i] = s.Paint(role, cut(lines[i], f.cols.input, s.Glyph.Ellipsis))
	}
	return lines
}
