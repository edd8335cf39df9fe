package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/theme"
)

const (
	sheetIndent  = 3               // a space, the marker, a space
	sheetMargins = sheetIndent + 1 // and the edge, where scrolling shows
	sheetMore    = 2               // a space and the sign that a row opens something
	gaugeCells   = 22
	// Where a row has less than gaugeRoom cells, its words need them more than
	// its gauge.
	gaugeRoom, narrowGauge = 64, 16
)

// sheetLine is one line of a sheet, cleaned, cut and not yet painted.
type sheetLine struct {
	lead   []Span // title or label
	pad    int    // cells between lead and text
	gauge  *Gauge
	cells  int // of the gauge
	spans  []Span
	indent int
	target int  // -1 for a line that belongs to none
	opens  bool // the first line of a target
}

// paint draws a line in exactly w cells.
func (l sheetLine) paint(st theme.Styles, w int, focused bool) string {
	var b strings.Builder
	used := l.indent
	if focused {
		b.WriteString(" " + st.Paint(theme.Marker, st.Glyph.Marker) + blank(l.indent-2))
	} else {
		b.WriteString(blank(l.indent))
	}
	put := func(spans []Span) {
		for _, s := range spans {
			b.WriteString(st.Paint(s.Role, s.Text))
			used += width(s.Text)
		}
	}
	put(l.lead)
	b.WriteString(blank(l.pad))
	used += l.pad
	if l.gauge != nil {
		b.WriteString(Bar(st, l.cells, l.gauge.Percent, l.gauge.Expected) + blank(columnGap))
		used += l.cells + columnGap
	}
	put(l.spans)
	switch {
	case used > w: // too narrow for one word and its label
		return ansi.Truncate(b.String(), w, "")
	case l.opens && used < w:
		b.WriteString(blank(w-used-1) + st.Paint(theme.Muted, st.Glyph.More))
	default:
		b.WriteString(blank(w - used))
	}
	return b.String()
}

// layout turns blocks into lines at a width.
func layout(st theme.Styles, blocks []Block, w int) (lines []sheetLine, targets, anchors []sheetTarget) {
	if w <= sheetMargins {
		return nil, nil, nil
	}
	bare := sheetLine{target: -1}
	for i, block := range blocks {
		if i > 0 {
			lines = append(lines, bare)
		}
		if block.Title != "" {
			lines = append(lines, titleLine(st, block, w))
		}
		label := labelColumn(block.Rows, w)
		for _, row := range block.Rows {
			from, target := len(lines), -1
			if row.Target != "" {
				target = len(targets)
			}
			lines = append(lines, rowLines(st, row, label, w, target)...)
			if target >= 0 {
				targets = append(targets, sheetTarget{row.Target, from, len(lines)})
			}
			if row.Anchor != "" {
				anchors = append(anchors, sheetTarget{row.Anchor, from, len(lines)})
			}
		}
		if len(block.Rows) == 0 && block.Empty != "" {
			row := Row{Text: block.Empty, Role: theme.Muted}
			lines = append(lines, rowLines(st, row, 0, w, -1)...)
		}
	}
	return lines, targets, anchors
}

// titleLine is the title of a block with its count.
func titleLine(st theme.Styles, block Block, w int) sheetLine {
	room := w - 2
	title := clipped(block.Title, room, st.Glyph.Ellipsis)
	l := sheetLine{indent: 1, target: -1, lead: []Span{{title, theme.Title}}}
	if room -= width(title) + columnGap; block.Count != "" && room > 0 {
		l.pad, l.spans = columnGap, []Span{{clipped(block.Count, room, st.Glyph.Ellipsis), theme.Muted}}
	}
	return l
}

// narrowLabel is how wide a label may be in a narrow sheet.
const narrowLabel = 24

// labelColumn is the width of the labels of a block: at most two fifths, or
// half where that is narrow.
func labelColumn(rows []Row, w int) int {
	widest := 0
	for _, row := range rows {
		if len(row.Label) > widest {
			widest = max(widest, width(text.Line(row.Label)))
		}
	}
	room := w - sheetMargins
	return min(widest, max(room*2/5, min(room/2, narrowLabel), 1))
}

// rowLines is one row: its label, its gauge, and its text with a hanging indent.
func rowLines(st theme.Styles, row Row, label, w, target int) []sheetLine {
	first := sheetLine{indent: sheetIndent, target: target, opens: target >= 0 && !row.Answers}
	room, hang := w-sheetMargins, sheetIndent
	if row.Label != "" || row.Under && label > 0 {
		name := clipped(row.Label, label, st.Glyph.Ellipsis)
		first.lead, first.pad = []Span{{name, theme.Muted}}, label-width(name)+columnGap
		room, hang = room-label-columnGap, hang+label+columnGap
	}
	if first.opens {
		room -= sheetMore
	}
	if row.Bar != nil {
		first.gauge, first.cells = row.Bar, min(gaugeCells, max(room/2, 1))
		if room < gaugeRoom {
			first.cells = min(first.cells, narrowGauge)
		}
		room, hang = room-first.cells-columnGap, hang+first.cells+columnGap
	}
	parts := flow(row, max(room, 1), st.Glyph.Ellipsis)
	first.spans = parts[0]
	lines := append(make([]sheetLine, 0, len(parts)), first)
	for _, spans := range parts[1:] {
		lines = append(lines, sheetLine{indent: hang, spans: spans, target: target})
	}
	return lines
}

// flow breaks the text of a row into lines of spans. A row that opens
// something is one line unless it is long: it can be read where it opens.
func flow(row Row, w int, mark string) [][]Span {
	spans := row.Spans
	if len(spans) == 0 {
		spans = []Span{{row.Text, row.Role}}
	}
	if row.Target != "" && !row.Long && len(spans) == 1 {
		return [][]Span{{{clipped(spans[0].Marked(), w, mark), spans[0].Role}}}
	}
	var whole strings.Builder
	ends := make([]int, len(spans))
	for i, s := range spans {
		s.Text = text.Body(s.Text)
		whole.WriteString(s.Marked())
		ends[i] = whole.Len()
	}
	var lines [][]Span
	at := 0
	for _, e := range wrapped(whole.String(), w) {
		for at < len(ends)-1 && ends[at] <= e.from {
			at++
		}
		var line []Span
		for i, from := at, e.from; from < e.to; i++ {
			to := min(ends[i], e.to)
			if to > from {
				line = append(line, Span{whole.String()[from:to], spans[i].Role})
			}
			from = to
		}
		lines = append(lines, line)
	}
	if row.Target != "" && !row.Long && len(lines) > 1 {
		return [][]Span{cutShort(lines[0], w, mark)}
	}
	return lines
}

// cutShort ends a line of spans with the mark of what was cut.
func cutShort(line []Span, w int, mark string) []Span {
	used := 0
	for _, s := range line {
		used += width(s.Text)
	}
	if last := len(line) - 1; used >= w && last >= 0 {
		line[last].Text = cut(line[last].Text, width(line[last].Text)-1, "") // room for the mark
	}
	return append(line, Span{mark, theme.Muted})
}
