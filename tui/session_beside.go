package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// besideRows are the right part: who is there, then what the item touches, in
// whole where the height has room for that.
func (p sessionPage) besideRows(width, height int) []string {
	rows := p.besideOn(width, wholeTouched)
	for most := wholeTouched - 1; most >= leastTouched && len(rows) > height; most-- {
		rows = p.besideOn(width, most)
	}
	return rows
}

// The rows that each thing which the item touches takes, at most and at least.
const wholeTouched, leastTouched = 6, 2

// besideOn is the right part, with so many rows for each thing at most.
func (p sessionPage) besideOn(width, most int) []string {
	w := p.d.words().Session
	rows := []string{" " + p.d.styles.Paint(theme.Title, w.Attendance)}
	rows = append(rows, p.presenceRows(width)...)
	if moves := p.lastMoves(width, 4); len(moves) > 0 && p.wide() {
		rows = append(append(rows, moves...), "")
	} else {
		rows = append(rows, "")
	}
	rows = append(rows, " "+p.d.styles.Paint(theme.Title, w.Touches))
	return append(append(rows, p.touchedRows(width, most)...), p.answersBeside(width, most)...)
}

// presenceRows count who is there, and say how the quorum stands.
func (p sessionPage) presenceRows(width int) []string {
	w, loc := p.d.words().Session, p.d.loc
	counts, gone := map[committee.Presence]int{}, 0
	for _, a := range p.session.Attendance {
		is := p.session.Roll.Presence(a)
		if (is == committee.Present || is == committee.Represented) && !p.session.Roll.There(a) {
			gone++
			continue
		}
		counts[is]++
	}
	var said []string
	for _, k := range []committee.Presence{committee.Present, committee.Represented, committee.Excused, committee.Absent, committee.Awaited} {
		if n := counts[k]; n > 0 || k == committee.Present {
			said = append(said, loc.Count(w.Presences[k], n))
		}
	}
	if gone > 0 {
		said = append(said, loc.Count(w.Gone, gone))
	}
	var rows []string
	wrap := func(s string, role theme.Role) {
		for _, row := range widget.Wrap(s, max(width-2, 8)) {
			rows = append(rows, " "+p.d.styles.Paint(role, row))
		}
	}
	wrap(strings.Join(said, p.d.words().Common.Comma), theme.Text)
	q, g := p.session.Whole, p.d.styles.Glyph
	if !q.Rule {
		wrap(w.NoRule, theme.Muted)
		return rows
	}
	switch {
	case q.Required == 0:
		wrap(w.NotRequired, theme.Text)
	case q.Reached():
		wrap(g.Check+" "+w.Reached, theme.Good)
	default:
		wrap(g.Late+" "+w.NotReached, theme.Bad)
	}
	wrap(loc.Counted(p.session.Counting.Base, q), theme.Muted)
	if of := p.session.Quorum; of != q { // somebody stands back
		wrap(fmt.Sprintf(w.OnThisItem, loc.Counted(p.session.Counting.Base, of)), theme.Muted)
	}
	if p.session.Voters > 0 {
		wrap(loc.Count(w.Voters, p.session.Voters), theme.Muted)
	}
	return rows
}

// lastMoves are the last to come or go, as many as there is room for; those who
// came or went together stand together.
func (p sessionPage) lastMoves(width, most int) []string {
	type move struct {
		m     committee.Movement
		names []string
	}
	var all []move
	for _, a := range p.session.Attendance {
		name := ofWhat(p.d, a, p.session.Names)
		for _, m := range a.Movements {
			if !m.On.Zero() && m.On != p.d.today() {
				continue
			}
			at := slices.IndexFunc(all, func(o move) bool { return o.m.At == m.At && o.m.Arrival == m.Arrival })
			if at < 0 {
				at, all = len(all), append(all, move{m: m})
			}
			all[at].names = append(all[at].names, name)
		}
	}
	slices.SortStableFunc(all, func(a, b move) int { return cmp.Compare(b.m.At, a.m.At) })
	var rows []string
	w := p.d.words()
	for _, m := range all {
		said := w.Session.Left
		if m.m.Arrival {
			said = w.Session.Came
		}
		lines := widget.Wrap(text.Line(fmt.Sprintf(said, string(m.m.At), strings.Join(m.names, w.Common.Comma))), max(width-2, 4))
		left := most - len(rows)
		if left <= 0 || left < len(lines) && left == 1 {
			break
		}
		if len(lines) > left { // the last row tells that there are more
			lines = append(lines[:left-1], ansi.Truncate(strings.Join(lines[left-1:], " "), max(width-2, 4), p.d.styles.Glyph.Ellipsis))
		}
		for _, line := range lines {
			rows = append(rows, " "+p.d.styles.Paint(theme.Muted, line))
		}
	}
	return rows
}

// touchedRows are the recommendations, the decisions and the actions that the item is about.
func (p sessionPage) touchedRows(width, most int) []string {
	w := p.d.words().Session
	t, known := p.touched()
	if !known {
		return nil
	}
	var rows []string
	for _, m := range t.Minutes {
		rows = append(rows, p.touchedRow(width, most, p.d.words().Meeting.Minutes+strings.TrimRight(p.d.words().Sheet.Colon, " "), meetingTitle(p.d, m), minutesState(p.d, m.Minutes.State))...)
	}
	for _, r := range t.Recommendations {
		state := p.d.words().States.Decision[r.Decision].Short
		rows = append(rows, p.touchedRow(width, most, r.Ref, r.Text, strings.Join(dropEmpty([]string{state, r.Addressees}), " "+p.d.styles.Glyph.Dot+" "))...)
	}
	for _, v := range t.Decisions {
		rows = append(rows, p.touchedRow(width, most, v.Ref, v.Text, p.d.words().States.Decision[v.State].Short)...)
	}
	for _, a := range t.Actions {
		rows = append(rows, p.touchedRow(width, most, a.Ref, a.Text, p.actionSaid(a))...)
	}
	switch {
	case len(rows) > 0:
	case p.item == p.answersItem():
		return p.mutedRows(w.MattersTouched, " ", width-1)
	default:
		return p.mutedRows(w.NothingTouched, " ", width-1)
	}
	if t.More > 0 {
		rows = append(rows, " "+p.d.styles.Paint(theme.Muted, p.d.loc.Count(w.More, t.More)))
	}
	return rows
}

// actionSaid is how an action stands: its state, its owner, its last report.
func (p sessionPage) actionSaid(a register.ActionLine) string {
	w := p.d.words()
	last := w.Session.NoUpdate
	if !a.LastUpdate.Zero() {
		last = fmt.Sprintf(w.Session.LastUpdate, p.d.loc.DateShort(a.LastUpdate))
	}
	state := w.States.Implementation[a.State].Short
	if a.Late {
		state = p.d.styles.Glyph.Late + " " + state
	}
	return strings.Join(dropEmpty([]string{state, p.d.loc.Percent(a.Percent), a.Institution, last}), " "+p.d.styles.Glyph.Dot+" ")
}

// touchedRow is one thing, its words on so many rows at most.
func (p sessionPage) touchedRow(width, most int, ref, words, said string) []string {
	g := p.d.styles.Glyph
	lines := widget.Wrap(text.Line(ref+" "+words), max(width-2, 8))
	if len(lines) > most {
		lines = append(lines[:most-1], ansi.Truncate(lines[most-1], max(width-3, 1), "")+g.Ellipsis)
	}
	rows := make([]string, 0, len(lines)+1)
	for _, l := range lines {
		rows = append(rows, " "+l)
	}
	if said == "" {
		return rows
	}
	return append(rows, p.mutedRows(said, "   ", width-1)...)
}

// mutedRows are words wrapped to a width, that of the margin before each row
// included.
func (p sessionPage) mutedRows(said, margin string, width int) []string {
	rows := widget.Wrap(text.Line(said), max(width-len(margin), 4))
	for n, row := range rows {
		rows[n] = margin + p.d.styles.Paint(theme.Muted, row)
	}
	return rows
}

// ofWhat is who a line of the attendance list is about, after the institution
// that they are of.
func ofWhat(d *desk, a committee.Attendance, names register.Names) string {
	of := calledAs(d, names, thing(committee.KindInstitution, a.Institution))
	return strings.Join(dropEmpty([]string{of, attendName(d, a, names)}), " "+d.styles.Glyph.Dot+" ")
}
