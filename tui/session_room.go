package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// roomView is the wording that is being adopted, alone and spaced, for people
// who read it from afar: what is being typed, else the chosen line, else the
// item. A line that is typed stands below it, with what is understood of it.
func (p sessionPage) roomView() string {
	words, ref := p.roomWords()
	height := p.tall() + 3
	below := append(p.offerRows(), p.bottom()...)
	below = below[max(len(below)-height, 0):]
	out := p.wordingRows(words, ref, height-len(below))
	return strings.Join(append(out, below...), "\n")
}

// wordingRows are the words and what they are, in the middle of so many rows.
func (p sessionPage) wordingRows(words, ref string, height int) []string {
	width := min(p.width-8, 40)
	if p.width >= 120 {
		width = min(p.width*2/3, 64)
	}
	var rows []string
	for n, row := range widget.Wrap(text.Line(words), max(width, 10)) {
		if n > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, row)
	}
	if most := max(height-4, 1); len(rows) > most { // too long to be spaced
		rows = widget.Wrap(text.Line(words), max(p.width-8, 10))
		rows = rows[max(len(rows)-most, 0):]
	}
	head := []string{ref, "", ""}
	var out []string
	for range max((height-len(rows)-len(head))/2, 0) {
		out = append(out, "")
	}
	for n, row := range append(head, rows...) {
		role := theme.Strong
		if n == 0 {
			role = theme.Muted
		}
		out = append(out, strings.Repeat(" ", max((p.width-ansi.StringWidth(row))/2, 0))+p.d.styles.Paint(role, row))
	}
	return fill(out, max(height, 0))
}

// roomWords are the words to be read by the room, and what they are.
func (p sessionPage) roomWords() (words, ref string) {
	w := p.d.words()
	if p.typed.open && p.typed.text() != "" {
		return p.typed.read.Text, w.States.EntryKind[p.typed.kind].Full
	}
	if i, ok := p.lead(); ok && i.words != "" {
		return i.words, i.ref
	}
	if e, ok := p.chosen(); ok {
		kind := w.States.EntryKind[e.Kind].Full
		for _, s := range []string{p.session.Decisions[e.Decision].Ref, p.session.Recommendations[e.Recommendation].Ref, p.session.Actions[e.Action].Ref} {
			if s != "" {
				kind += " " + s
			}
		}
		if said := voteSaid(p.d, e); said != "" {
			return e.Text + " — " + said, kind
		}
		return e.Text, kind
	}
	if at := p.at(); at >= 0 {
		return p.session.Items[at].Title, w.States.Kind[committee.KindAgendaItem].One
	}
	return "", ""
}
