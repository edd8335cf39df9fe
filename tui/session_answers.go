package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// answerLetter marks what was answered on a matter arising.
const answerLetter = "O"

// answerLine is how the answers on a matter are known among the lines.
func answerLine(t committee.Thing) committee.EntryID { return committee.EntryID("answer " + target(t)) }

// answersItem is the item that the answers stand under: the first one for the
// matters arising, by what it is for or else by its title; empty when the agenda
// has none.
func (p sessionPage) answersItem() committee.AgendaItemID {
	for _, is := range []func(committee.AgendaItem) bool{
		func(i committee.AgendaItem) bool { return i.Purpose == committee.MattersArising },
		func(i committee.AgendaItem) bool {
			return i.Purpose == committee.NoPurpose && i18n.UsualItem(i.Title).Purpose == committee.MattersArising
		},
	} {
		if at := slices.IndexFunc(p.session.Items, is); at >= 0 {
			return p.session.Items[at].ID
		}
	}
	return ""
}

// answers are the matters answered that stand before the lines of the item in
// sight.
func (p sessionPage) answers() []register.Answered {
	if p.item == "" || p.item != p.answersItem() {
		return nil
	}
	return p.session.Answered
}

// matter is the matter answered that is chosen, where one is.
func (p sessionPage) matter() (register.Answered, bool) {
	all := p.answers()
	for _, a := range all {
		if answerLine(a.Thing) == p.line {
			return a, true
		}
	}
	if len(all) > 0 && len(p.written()) == 0 {
		return all[len(all)-1], true
	}
	return register.Answered{}, false
}

// answerSaid is a matter with what was answered about it, on one line.
func (p sessionPage) answerSaid(a register.Answered) string {
	return text.Line(a.Ref + " " + a.Text + " — " + answersSaid(p.d, a))
}

// answersSaid are the answers on a matter, in a row.
func answersSaid(d *desk, a register.Answered) string {
	said := make([]string, len(a.Answers))
	for n, f := range a.Answers {
		said[n] = d.loc.Answer(f)
	}
	return text.Line(strings.Join(said, " "+d.styles.Glyph.Dot+" "))
}

// answersBeside are the answers where the agenda has no item for them.
func (p sessionPage) answersBeside(width int) []string {
	if p.answersItem() != "" || len(p.session.Answered) == 0 {
		return nil
	}
	rows := []string{"", " " + p.d.styles.Paint(theme.Title, ansi.Truncate(p.d.words().Session.Answered, width-2, p.d.styles.Glyph.Ellipsis))}
	for _, a := range p.session.Answered {
		what := p.touchedRow(width, a.Ref, a.Text, "")
		rows = append(rows, what[:len(what)-1]...)
		for _, row := range widget.Wrap(answersSaid(p.d, a), max(width-4, 8)) {
			rows = append(rows, "   "+p.d.styles.Paint(theme.Muted, row))
		}
	}
	return rows
}
