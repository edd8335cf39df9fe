package document

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
)

// The plain text: its width, and where what is stored begins. Titles alone
// stand further left, so that no stored text can pass for one.
const (
	wide   = 78
	indent = 2
	// widestName is the widest name of a fact that its value stands beside.
	widestName = 32
)

// PlainText writes a document as text of 78 columns that any screen and any
// printer shows alike.
func PlainText(w io.Writer, d Document) error {
	p := &plain{}
	p.head(d.Head)
	for _, b := range d.Blocks {
		p.block(b)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

type plain struct{ out strings.Builder }

// piece writes lines that belong together, after an empty line.
func (p *plain) piece(lines ...string) {
	if len(lines) == 0 {
		return
	}
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	for _, l := range lines {
		p.out.WriteString(strings.TrimRightFunc(l, unicode.IsSpace))
		p.out.WriteByte('\n')
	}
}

func (p *plain) head(h Head) {
	var issuer []string
	for _, l := range h.Issuer {
		issuer = append(issuer, centered(l)...)
	}
	p.piece(issuer...)
	title := centered(h.Title)
	if len(title) > 0 {
		rule := strings.Repeat("=", wide)
		title = append(append([]string{rule}, title...), rule)
	}
	p.piece(title...)
	p.piece(centered(h.Subject)...)
	p.piece(slices.Concat(centered(h.Status), centered(h.Marking.String()))...)
}

// centered is a text in the middle of the page.
func centered(s string) []string {
	lines := wrap(s, wide-8)
	for i, l := range lines {
		lines[i] = strings.Repeat(" ", (wide-ansi.StringWidth(l))/2) + l
	}
	return lines
}

// titleRules are drawn under the titles, by level.
const titleRules = "=-"

func (p *plain) title(level int, s string) {
	lines, widest := wrap(s, wide), 0
	if len(lines) == 0 {
		return
	}
	for _, l := range lines {
		widest = max(widest, ansi.StringWidth(l))
	}
	if level = max(level, 1); level <= len(titleRules) {
		lines = append(lines, strings.Repeat(titleRules[level-1:level], widest))
	}
	if level == 1 {
		lines = append([]string{""}, lines...)
	}
	p.piece(lines...)
}

func (p *plain) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.title(b.Level, b.Text)
	case *Paragraph:
		p.piece(hung("", b.Text.String(), indent)...)
	case *List:
		p.items(b)
	case *Table:
		p.table(b)
	case *Facts:
		p.facts(b)
	case *Quote:
		p.piece(hung("", b.Text, 3*indent)...)
	case *Signatures:
		p.signatures(b)
	}
}

// hung is a text that begins with a sign at a column, its further lines below
// its first letter.
func hung(sign, s string, at int) []string {
	in := at + ansi.StringWidth(sign)
	lines := wrap(s, wide-in)
	for i, l := range lines {
		if i == 0 {
			lines[i] = strings.Repeat(" ", at) + sign + l
			continue
		}
		lines[i] = strings.Repeat(" ", in) + l
	}
	return lines
}

func (p *plain) items(l *List) {
	var lines []string
	n := 0
	for _, item := range l.Items {
		sign := "- "
		if l.Ordered {
			sign = strconv.Itoa(n+1) + ". "
		}
		if rows := hung(sign, item.String(), indent); len(rows) > 0 {
			lines, n = append(lines, rows...), n+1
		}
	}
	p.piece(lines...)
}

// facts writes each value after its name, in one column where the names leave
// room for it.
func (p *plain) facts(f *Facts) {
	widest := 0
	for _, fact := range f.Facts {
		widest = max(widest, ansi.StringWidth(text.Line(fact.Name)))
	}
	widest = min(widest, widestName)
	var lines []string
	for _, fact := range f.Facts {
		name := strings.Join(wrap(fact.Name, wide-2*indent), " ")
		if gap := widest - ansi.StringWidth(name); gap >= 0 {
			lines = append(lines, hung(name+strings.Repeat(" ", gap+2), fact.Value, indent)...)
			continue
		}
		lines = append(lines, hung("", fact.Name, indent)...)
		lines = append(lines, hung("", fact.Value, indent+widest+2)...)
	}
	p.piece(lines...)
}

func (p *plain) signatures(s *Signatures) {
	if len(s.Places) == 0 {
		return
	}
	const beside = 2
	each := (wide-indent)/beside - 2
	for from := 0; from < len(s.Places); from += beside {
		var columns [][]string
		tallest := 0
		for _, place := range s.Places[from:min(from+beside, len(s.Places))] {
			lines := append(wrap(place.Role, each), wrap(place.Name, each)...)
			columns, tallest = append(columns, lines), max(tallest, len(lines))
		}
		var rows []string
		for n := range tallest + 4 {
			row := strings.Repeat(" ", indent)
			for _, column := range columns {
				cell := ""
				switch {
				case n < len(column):
					cell = column[n]
				case n == tallest+3:
					cell = dotted
				}
				row += padded(cell, each+2)
			}
			rows = append(rows, row)
		}
		p.piece(rows...)
	}
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(width-ansi.StringWidth(s), 0))
}

// wrap is a text in lines of a width at most. Empty lines are left out, what a
// no-break space joins stays together, and a word that is wider than a line is
// cut between letters.
func wrap(s string, width int) []string {
	width = max(width, 2) // the widest letter
	var lines []string
	for paragraph := range strings.SplitSeq(text.Body(s), "\n") {
		line, used := "", 0
		for word := range strings.FieldsFuncSeq(paragraph, breaks) {
			for _, part := range cut(word, width) {
				n := ansi.StringWidth(part)
				switch {
				case used == 0:
					line, used = part, n
				case used+1+n <= width:
					line, used = line+" "+part, used+1+n
				default:
					lines = append(lines, line)
					line, used = part, n
				}
			}
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// breaks tells whether a line may end at a space.
func breaks(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// cut is a word in parts that fit a width.
func cut(word string, width int) []string {
	if ansi.StringWidth(word) <= width {
		return []string{word}
	}
	var parts []string
	part, used := "", 0
	for word != "" {
		letter, n := ansi.FirstGraphemeCluster(word, ansi.GraphemeWidth)
		if letter == "" {
			break
		}
		if used+n > width && part != "" {
			parts, part, used = append(parts, part), "", 0
		}
		part, used, word = part+letter, used+n, word[len(letter):]
	}
	return append(parts, part)
}
