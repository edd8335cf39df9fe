package tui

import (
	"fmt"
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

// leadLine is what stands before the lines of an item: a matter that was answered,
// the minutes that were adopted under it, or something put to the item that waits
// for a decision.
type leadLine struct {
	thing  committee.Thing
	ref    string // its kind and number, above the words
	letter string
	said   string
	words  string // what the room may be shown of it
	fixed  string // why it is not changed here
}

// line is how it is known among the lines.
func (i leadLine) line() committee.EntryID { return committee.EntryID("before " + target(i.thing)) }

// leads are those of the item in sight.
func (p sessionPage) leads() []leadLine {
	var all []leadLine
	w := p.d.words()
	for _, a := range p.answers() {
		all = append(all, leadLine{thing: a.Thing, letter: answerLetter, said: p.answerSaid(a), fixed: w.Session.NoAnswer})
	}
	if at := p.at(); at >= 0 {
		of := p.session.Items[at]
		for _, m := range p.session.Minutes {
			if of.Purpose == committee.MinutesAdoption && of.Concerns == m.ID {
				said := text.Line(fmt.Sprintf(w.Session.MinutesAdopted, meetingTitle(p.d, m)))
				all = append(all, leadLine{thing: thing(committee.KindMeeting, m.ID), letter: p.d.styles.Glyph.Check, said: said, fixed: w.Session.NoAdoption})
			}
		}
	}
	for _, a := range p.session.Proposed {
		if a.Item != p.item {
			continue
		}
		kind, proposed := committee.EntryDecision, w.Session.ProposedDecision
		if a.Thing.Kind == committee.KindRecommendation {
			kind, proposed = committee.EntryRecommendation, w.Session.Proposed
		}
		said := fmt.Sprintf(proposed, a.Ref) + a.Text
		if a.State != committee.Proposed {
			said += " — " + w.States.Decision[a.State].Full
		}
		all = append(all, leadLine{thing: a.Thing, ref: w.States.EntryKind[kind].Full + " " + a.Ref, letter: w.Session.Letters[kind], said: text.Line(said), words: a.Text, fixed: w.Session.NotRuledYet})
	}
	return all
}

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

// lead is the one that is chosen, where one is.
func (p sessionPage) lead() (leadLine, bool) {
	all := p.leads()
	for _, i := range all {
		if i.line() == p.line {
			return i, true
		}
	}
	if len(all) > 0 && len(p.written()) == 0 {
		return all[len(all)-1], true
	}
	return leadLine{}, false
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
func (p sessionPage) answersBeside(width, most int) []string {
	if p.answersItem() != "" || len(p.session.Answered) == 0 {
		return nil
	}
	rows := []string{"", " " + p.d.styles.Paint(theme.Title, ansi.Truncate(p.d.words().Session.Answered, width-2, p.d.styles.Glyph.Ellipsis))}
	for _, a := range p.session.Answered {
		rows = append(rows, p.touchedRow(width, most, a.Ref, a.Text, "")...)
		for _, row := range widget.Wrap(answersSaid(p.d, a), max(width-4, 8)) {
			rows = append(rows, "   "+p.d.styles.Paint(theme.Muted, row))
		}
	}
	return rows
}
