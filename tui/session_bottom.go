package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// prompt is what stands before the line: its kind, and that it is edited.
func (p sessionPage) prompt() string {
	kind := p.d.words().States.EntryKind[p.typed.kind].Short
	if p.typed.entry.ID != "" {
		kind = p.d.words().Session.Editing + " " + p.d.styles.Glyph.Dot + " " + kind
	}
	return " " + kind + " " + p.d.styles.Glyph.More + " "
}

func (p sessionPage) promptWidth() int { return ansi.StringWidth(p.prompt()) }

// bottom is the line being typed, with what was understood of it.
func (p sessionPage) bottom() []string {
	if !p.typed.open {
		return nil
	}
	st := p.d.styles
	rows := []string{st.Paint(theme.Rule, strings.Repeat(st.Glyph.Rule, p.width))}
	head := st.Paint(theme.Key, p.prompt())
	for n, row := range p.typed.line.View(st) {
		if n > 0 {
			head = strings.Repeat(" ", p.promptWidth())
		}
		rows = append(rows, head+row)
	}
	return append(rows, p.factRows()...)
}

// factsHeight is the height from which the facts take as many rows as they need.
const factsHeight = 16

// factRows say what the line is understood as, and what is not; else which
// signs it takes. Why it was not saved comes first.
func (p sessionPage) factRows() []string {
	st, w := p.d.styles, p.d.words()
	flow := widget.Flow{Width: p.width - 1, Rows: 2, Indent: 3, Gap: 2}
	if p.tall() >= factsHeight { // none is left out
		flow.Rows = mostRows
	}
	var pieces []string
	add := func(said string, role theme.Role) {
		pieces = append(pieces, st.Paint(role, ansi.Truncate(said, max(p.width-5, 8), st.Glyph.Ellipsis)))
	}
	if p.typed.why != "" {
		add(st.Glyph.Late+" "+p.typed.why, theme.Bad)
	}
	for _, f := range p.typed.read.Facts {
		add(p.factSaid(f), theme.Good)
	}
	for _, f := range p.typed.read.Unread {
		if offered := len(p.typed.names.Candidates); offered > 0 && f.From == p.typed.names.From && f.Reason == committee.ReasonUnknown {
			f.Reason, f.Count = committee.ReasonAmbiguous, offered
		}
		said := text.Line(p.typed.line.Text()[f.From:f.To]) + w.Sheet.Colon + p.d.loc.Unread(f.Reason, f.Count)
		add(st.Glyph.Late+" "+said, theme.Warn)
	}
	if legend := w.Capture.Legends[p.typed.kind]; legend != "" && len(pieces) == 0 {
		flow.Gap = 1
		for _, sign := range strings.Split(legend, " ·") {
			add(strings.TrimSpace(sign)+" "+st.Glyph.Dot, theme.Muted)
		}
		add(w.Capture.Keys, theme.Muted)
	}
	return flow.Lay(pieces)
}

// factSaid is a fact as it was understood.
func (p sessionPage) factSaid(f capture.Fact) string {
	w := p.d.words()
	label := w.Capture.Facts[capture.Field(p.typed.kind, f)] + " "
	switch f.Kind {
	case capture.FactWho:
		return dotted(p.d, p.names.short[f.Thing])
	case capture.FactPriority:
		return label + w.States.Priority[f.Priority].Full
	case capture.FactDue:
		return label + p.d.loc.Due(f.Due)
	case capture.FactCost:
		return label + p.d.loc.Amount(f.Cost)
	}
	return label + dotted(p.d, p.names.short[f.Thing])
}

// offerRows are the names offered for the one being typed, above the line.
func (p sessionPage) offerRows() []string {
	offers := p.typed.offers()
	if !p.typed.open || len(offers) == 0 || p.tall() < 12 {
		return nil
	}
	st := p.d.styles
	rows := []string{st.Paint(theme.Rule, strings.Repeat(st.Glyph.Rule, p.width))}
	for n, c := range offers {
		mark, role := "  ", theme.Text
		if n == p.typed.at {
			mark, role = st.Paint(theme.Accent, st.Glyph.Marker)+" ", theme.Strong
		}
		said := text.Line(p.names.full[c.Thing])
		if by := c.Led(p.typed.names.Prefix); len(by) > 0 {
			said += " — " + fmt.Sprintf(p.d.words().Capture.Led, text.Line(strings.Join(by, p.d.words().Common.Comma)))
		}
		said = ansi.Truncate(dotted(p.d, said), max(p.width-4, 8), st.Glyph.Ellipsis)
		rows = append(rows, " "+mark+st.Paint(role, said))
	}
	return rows
}
