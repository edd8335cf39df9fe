package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

const (
	resultIndent = 4 // before the sentence
	resultLines  = 2 // that a result takes
	searchHead   = 3 // lines above the results
)

// rows is how many results are in sight.
func (p searchPage) rows() int { return max((p.height-searchHead)/resultLines, 1) }

// inSight scrolls to the chosen result.
func (p searchPage) inSight() searchPage {
	p.top = min(max(p.top, p.at-p.rows()+1), p.at)
	p.top = max(min(p.top, len(p.answer.Hits)-p.rows()), 0)
	return p
}

// View draws what is typed, the parts of the file, and the results.
func (p searchPage) View() string {
	lines := []string{p.prompt(), p.parts(), ""}
	switch {
	case p.failed != "":
		lines = append(lines, p.told(theme.Bad, p.failed)...)
	case p.asked.words == "":
		for _, s := range p.d.words().Search.Help {
			lines = append(append(lines, p.told(theme.Muted, s)...), "")
		}
	case len(p.answer.Hits) == 0 && p.asking:
		lines = append(lines, p.told(theme.Muted, p.d.words().Search.Searching)...)
	case len(p.answer.Hits) == 0:
		lines = append(lines, p.nothing()...)
	default:
		for i := p.top; i < min(p.top+p.rows(), len(p.answer.Hits)); i++ {
			lines = append(lines, p.result(p.answer.Hits[i], i == p.at)...)
		}
	}
	return strings.Join(fill(lines, p.height), "\n")
}

func (p searchPage) prompt() string {
	st, w := p.d.styles, p.d.words().Search
	in := p.input
	in.Prompt = ""
	line := " " + st.Paint(theme.Field, w.Prompt) + "  " + in.View()
	if p.fresh {
		hint := st.Paint(theme.Muted, w.Again)
		if blank := p.width - ansi.StringWidth(strings.TrimRight(ansi.Strip(line), " ")) - ansi.StringWidth(hint) - 2; blank > 2 {
			line = " " + st.Paint(theme.Field, w.Prompt) + "  " + st.Paint(theme.Muted, in.Value()) + strings.Repeat(" ", blank) + hint
		}
	}
	return ansi.Truncate(line, p.width, p.d.styles.Glyph.Ellipsis)
}

// parts lists the parts of the file, the one that is searched standing out;
// where there is no room for all, that one and its place.
func (p searchPage) parts() string {
	st := p.d.styles
	var all []string
	for i, part := range searchParts {
		word, role := part.word(p.d.words()), theme.Muted
		if i == p.part {
			word, role = st.Glyph.Previous+word+st.Glyph.Next, theme.Strong
		}
		all = append(all, st.Paint(role, word))
	}
	line := " " + strings.Join(all, "  ")
	for drop := 0; ansi.StringWidth(line) > p.width && drop < len(all); drop++ {
		// From the end that is the farther from the one that is searched.
		from, to := 0, len(all)
		for range drop + 1 {
			if to-1-p.part >= p.part-from {
				to--
			} else {
				from++
			}
		}
		line = " " + strings.Join(all[from:to], "  ")
		if from > 0 {
			line = " " + st.Paint(theme.Muted, st.Glyph.Ellipsis) + line
		}
		if to < len(all) {
			line += " " + st.Paint(theme.Muted, st.Glyph.Ellipsis)
		}
	}
	return line
}

// told is a sentence in the body of the page.
func (p searchPage) told(role theme.Role, s string) []string {
	var lines []string
	for _, l := range strings.Split(ansi.Wrap(text.Line(s), max(p.width-2*resultIndent, 10), ""), "\n") {
		lines = append(lines, strings.Repeat(" ", resultIndent-1)+p.d.styles.Paint(role, l))
	}
	return lines
}

func (p searchPage) nothing() []string {
	w := p.d.words()
	if p.part == 0 {
		return append(p.told(theme.Text, w.Search.Nothing), p.told(theme.Muted, w.Search.Try)...)
	}
	lines := p.told(theme.Text, fmt.Sprintf(w.Search.NothingIn, searchParts[p.part].word(w)))
	return append(append(lines, p.told(theme.Muted, w.Search.Try)...), p.told(theme.Muted, w.Search.TryAll)...)
}

// result draws one result: what it is, and the words in their sentence.
func (p searchPage) result(h register.Hit, chosen bool) []string {
	st := p.d.styles
	marker, role := " ", theme.Text
	if chosen {
		marker, role = st.Paint(theme.Marker, st.Glyph.Marker), theme.Strong
	}
	kind := p.d.words().Search.Kinds[h.Thing.Kind]
	head := marker + " " + st.Paint(theme.Muted, kind+strings.Repeat(" ", max(p.kindWidth()-ansi.StringWidth(kind), 0))) + "  "
	state, look := resultState(p.d, h)
	side := strings.Join(dropEmpty([]string{st.Paint(look, state), st.Paint(theme.Muted, p.d.loc.DateShort(h.On))}), "  ")
	room := p.width - ansi.StringWidth(head) - ansi.StringWidth(side) - 3
	label, title := resultLabel(p.d, h)
	if label != "" {
		label = st.Paint(theme.Key, label) + "  "
		room -= ansi.StringWidth(label)
	}
	said := p.marked(title, role, room)
	blank := p.width - ansi.StringWidth(head) - ansi.StringWidth(label) - ansi.StringWidth(said) - ansi.StringWidth(side) - 1
	first := head + label + said + strings.Repeat(" ", max(blank, 1)) + side
	second := p.marked(h.Sentence, theme.Text, p.width-resultIndent-1)
	if h.Told && ansi.StringWidth(title.Text) <= room {
		second = st.Paint(theme.Muted, ansi.Truncate(text.Line(dotted(p.d, h.Of.Full)), p.width-resultIndent-1, st.Glyph.Ellipsis))
	}
	return []string{ansi.Truncate(first, p.width, st.Glyph.Ellipsis), marker + strings.Repeat(" ", resultIndent-1) + second}
}

// kindWidth is the width of the column that says what each result is.
func (p searchPage) kindWidth() int {
	width := 0
	for _, word := range p.d.words().Search.Kinds {
		width = max(width, ansi.StringWidth(word))
	}
	return width
}

// marked paints a text with its marks, cut to so many cells.
func (p searchPage) marked(m register.Marked, role theme.Role, room int) string {
	st := p.d.styles
	var b strings.Builder
	end := 0
	for _, mark := range m.Marks {
		b.WriteString(st.Paint(role, dotted(p.d, m.Text[end:mark.From])) + st.Paint(theme.Found, dotted(p.d, m.Text[mark.From:mark.To])))
		end = mark.To
	}
	b.WriteString(st.Paint(role, dotted(p.d, m.Text[end:])))
	return ansi.Truncate(b.String(), max(room, 0), st.Glyph.Ellipsis)
}

// resultLabel is how the page of a result is cited, and what it is called.
func resultLabel(d *desk, h register.Hit) (label string, title register.Marked) {
	n := h.Name
	switch {
	case n.Ref != "":
		return text.Line(cited(d, h.Page.Kind, n.Ref)), h.Title
	case n.Short != "" && n.Short != n.Full && !strings.HasPrefix(n.Full, n.Short):
		return text.Line(n.Short), h.Title
	}
	return "", h.Title
}

// resultState is how a result stands.
func resultState(d *desk, h register.Hit) (string, theme.Role) {
	switch {
	case h.Archived:
		return d.words().Common.ArchivedState, theme.Muted
	case h.Decision != "" && !(h.Decision.InEffect() && h.Implementation != ""):
		return decisionState(d, h.Decision), decisionRole(h.Decision)
	case h.Implementation != "":
		return implementation(d, h.Implementation, false), implementationRole(h.Implementation, false)
	case h.Meeting != "":
		return meetingState(d, h.Meeting), meetingRole(h.Meeting)
	case h.Guideline != "":
		return guidelineState(d, h.Guideline), guidelineRole(h.Guideline)
	}
	return "", theme.Text
}
