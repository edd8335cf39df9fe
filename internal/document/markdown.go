package document

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"suivi/internal/text"
)

// Markdown writes a document as CommonMark with the tables of GitHub. Whatever
// is stored stays text: none of it is read as a heading, a list, a table, a
// link, an image or HTML.
func Markdown(w io.Writer, d Document) error {
	m := &markdown{}
	m.head(d.Head)
	for _, b := range d.Blocks {
		m.block(b)
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdown struct {
	out strings.Builder
	// list is how the items of a list that was written last begin: a second one
	// begins otherwise, or it would go on in it.
	list string
}

// paragraph writes lines that belong together, after an empty line.
func (m *markdown) paragraph(lines ...string) {
	if len(lines) == 0 {
		return
	}
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	m.list = ""
	for _, l := range lines {
		m.out.WriteString(l)
		m.out.WriteByte('\n')
	}
}

// broken joins lines by breaks that are kept.
func broken(lines []string) []string {
	for i := range len(lines) - 1 {
		lines[i] += `\`
	}
	return lines
}

func (m *markdown) head(h Head) {
	var issuer []string
	for _, l := range h.Issuer {
		issuer = append(issuer, marked(l)...)
	}
	m.paragraph(broken(issuer)...)
	m.title(1, h.Title)
	m.paragraph(broken(marked(h.Subject))...)
	var standing []string
	for _, t := range []Text{Stressed(h.Status, ""), h.Marking} {
		if s := strings.Join(markedText(t, true), " "); s != "" {
			standing = append(standing, s)
		}
	}
	m.paragraph(broken(standing)...)
}

func (m *markdown) title(level int, s string) {
	if s = inRow(s); s != "" {
		m.paragraph(strings.Repeat("#", level) + " " + s)
	}
}

func (m *markdown) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		m.title(min(max(b.Level, 1), 3)+1, b.Text)
	case *Paragraph:
		m.paragraph(broken(markedText(b.Text, true))...)
	case *List:
		m.items(b)
	case *Table:
		m.table(b)
	case *Facts:
		l := &List{}
		for _, f := range b.Facts {
			l.Items = append(l.Items, Stressed(f.Name, f.Value))
		}
		m.items(l)
	case *Quote:
		lines := broken(marked(b.Text))
		for i, l := range lines {
			lines[i] = "> " + l
		}
		m.paragraph(lines...)
	case *Signatures:
		m.signatures(b)
	}
}

// items writes a list.
func (m *markdown) items(l *List) {
	bullet, dot := "- ", ". "
	if m.list == bullet {
		bullet = "* "
	}
	if m.list == dot {
		dot = ") "
	}
	var rows []string
	for _, item := range l.Items {
		lines := broken(markedText(item, true))
		if len(lines) == 0 {
			continue
		}
		sign := bullet
		if l.Ordered {
			sign = strconv.Itoa(len(rows)+1) + dot
		}
		indent := strings.Repeat(" ", len(sign))
		rows = append(rows, sign+strings.Join(lines, "\n"+indent))
	}
	if len(rows) == 0 {
		return
	}
	m.paragraph(rows...)
	m.list = bullet
	if l.Ordered {
		m.list = dot
	}
}

func (m *markdown) table(t *Table) {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		return
	}
	row := func(cell func(int) string) string {
		var b strings.Builder
		b.WriteString("|")
		for i := range t.Columns {
			b.WriteString(" " + cell(i) + " |")
		}
		return b.String()
	}
	lines := []string{
		row(func(i int) string { return inRow(t.Columns[i].Title) }),
		row(func(int) string { return "---" }),
	}
	for _, cells := range t.Rows {
		lines = append(lines, row(func(i int) string {
			if i >= len(cells) {
				return ""
			}
			return inCell(cells[i])
		}))
	}
	m.paragraph(lines...)
}

func (m *markdown) signatures(s *Signatures) {
	if len(s.Places) == 0 {
		return
	}
	t := &Table{Rows: [][]string{{}}}
	for _, p := range s.Places {
		t.Columns = append(t.Columns, Column{Title: p.Role})
		t.Rows[0] = append(t.Rows[0], p.Name+"\n"+dotted)
	}
	m.table(t)
}

// dotted is the line on which somebody signs.
const dotted = "………………………………"

func strong(s string) string { return "**" + s + "**" }

// inRow is a text as one row of Markdown that begins no line.
func inRow(s string) string { return strings.Join(markedText(Plain(s), false), " ") }

// inCell is a text in a cell of a table.
func inCell(s string) string { return strings.Join(markedText(Plain(s), false), "<br>") }

// marked is a text as lines of Markdown that mean themselves.
func marked(s string) []string { return markedText(Plain(s), true) }

// markedText is a text as lines of Markdown; begin tells that each begins a
// line. Empty lines are left out, as they would end the paragraph.
func markedText(t Text, begin bool) []string {
	var lines []string
	var line strings.Builder
	end := func() {
		if l := strings.TrimRightFunc(line.String(), unicode.IsSpace); l != "" {
			lines = append(lines, l)
		}
		line.Reset()
	}
	for _, r := range t {
		for i, part := range strings.Split(text.Body(r.Text), "\n") {
			if i > 0 {
				end()
			}
			if line.Len() == 0 {
				part = strings.TrimLeftFunc(part, unicode.IsSpace)
			}
			core := strings.TrimSpace(part)
			if core == "" {
				line.WriteString(part)
				continue
			}
			at := strings.Index(part, core)
			said := escaped(core, begin && line.Len() == 0)
			if r.Strong {
				said = strong(said)
			}
			line.WriteString(part[:at] + said + part[at+len(core):])
		}
	}
	end()
	return lines
}

// Signs that mean something wherever they stand, and those that do at the
// beginning of a line.
const (
	signs      = "\\`*_[<&|~$#@{"
	firstSigns = "+-=:>"
)

// escaped is one line of text in which no sign means anything.
func escaped(s string, first bool) string {
	var b strings.Builder
	number := first // as long as there are only digits
	for i, r := range s {
		switch {
		case strings.ContainsRune(signs, r), first && i == 0 && strings.ContainsRune(firstSigns, r):
			b.WriteByte('\\')
		case number && i > 0 && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		number = number && r >= '0' && r <= '9'
		b.WriteRune(r)
	}
	return b.String()
}
