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
)

// attendColumns are those of the list. In a meeting of several days all the
// half-days stand beside the one that is noted, a glyph each.
func attendColumns(p attendPage) []rollColumn[committee.Attendance] {
	d, w := p.d, p.d.words()
	type line = committee.Attendance
	name, is, came := attendWidths(p)
	columns := []rollColumn[line]{
		{title: w.Fields[committee.FieldInstitution], width: ofWidth(d), grow: 1, cell: func(a line) string {
			return calledAs(d, p.session.Names, thing(committee.KindInstitution, a.Institution))
		}},
		{title: w.Attend.Name, width: name, grow: 1, cell: func(a line) string { return attendName(d, a, p.session.Names) }},
		{title: w.Fields[committee.FieldFunction], width: 12, grow: 2, drop: 3, cell: func(a line) string { return attendFunction(d, a, p.session.Names) }},
		{title: w.Fields[committee.FieldCapacity], width: 11, drop: 4, cell: func(a line) string { return w.States.Quality[a.Quality].Short }},
		p.presenceColumn(is),
	}
	if days := p.session.Meeting.Days(); p.half >= 0 {
		columns = append(columns, rollColumn[line]{
			title: daysShort(d, p.session.Meeting), width: 3*min(days, mostDays) - 1, drop: 1,
			cell: func(a line) string { return halvesShort(d, a, min(days, mostDays)) },
		})
	}
	if p.told {
		return columns
	}
	movements := rollColumn[line]{title: w.Attend.Came, width: came, grow: 3, drop: 2, cell: func(a line) string { return p.came(a) }}
	if came == 0 { // nobody moved, and what stands beside needs the room
		movements.width, movements.drop = leastCame, 5
	}
	return append(columns, movements)
}

// presenceColumn is that of the presences, with the movements where they have no
// column of their own.
func (p attendPage) presenceColumn(width int) rollColumn[committee.Attendance] {
	w := p.d.words()
	column := rollColumn[committee.Attendance]{
		title: w.Fields[committee.FieldPresence], width: width, grow: 1, cell: p.presenceSaid,
		role: func(a committee.Attendance) theme.Role {
			switch {
			case p.uncounted(a) != "":
				return theme.Warn
			case p.leftAt(a) != "":
				return theme.Muted
			}
			return presenceRole(p.presence(a))
		},
	}
	if p.told {
		column.title += " " + p.d.styles.Glyph.Dot + " " + w.Attend.Came
		column.cell, column.grow = p.presenceTold, 8
	}
	return column
}

// What the institutions and the names take at least and at most, the presences
// and the movements at least, and the movements at most.
const leastOf, leastName, mostName, leastPresence, leastCame, mostCame = 9, 16, 26, 14, 10, 16

// ofWidth is what the institutions take at least: their title.
func ofWidth(d *desk) int {
	return max(leastOf, ansi.StringWidth(d.words().Fields[committee.FieldInstitution]))
}

// attendWidths are what the names, the presences and the movements take: whoever
// is represented is with the name of who does it, as far as the movements leave
// it room. Movements that there are none of take nothing then.
func attendWidths(p attendPage) (name, is, came int) {
	for _, a := range p.session.Attendance {
		name = max(name, ansi.StringWidth(attendName(p.d, a, p.session.Names)))
		is, came = max(is, ansi.StringWidth(p.presenceSaid(a))), max(came, ansi.StringWidth(p.came(a)))
	}
	name = min(max(name, leastName), mostName)
	switch {
	case is <= leastPresence:
		return mostName, leastPresence, mostCame
	case p.told:
		for _, a := range p.session.Attendance {
			is = max(is, ansi.StringWidth(p.presenceTold(a)))
		}
		return name, min(is, max(leastPresence+mostCame, p.width-ofWidth(p.d)-name-8)), 0
	case came == 0:
		return mostName, min(is, leastPresence+mostCame+2), 0
	}
	return name, is, min(max(came, leastCame), mostCame)
}

// tells tells whether the movements are told with the presences: there is no room
// for both beside one another.
func (p attendPage) tells() bool {
	p.told = false
	name, is, came := attendWidths(p)
	moved := slices.ContainsFunc(p.session.Attendance, func(a committee.Attendance) bool { return p.came(a) != "" })
	taken := 4 + ofWidth(p.d) + 2 + name + 2 + is + 2 + came
	if p.half >= 0 {
		taken += 2 + 3*min(p.session.Meeting.Days(), mostDays) - 1
	}
	return moved && is > leastPresence && taken > p.width
}

// presenceTold is the presence with the last movement, which the time when
// somebody left tells already.
func (p attendPage) presenceTold(a committee.Attendance) string {
	said, moves := p.presenceSaid(a), p.moves(a)
	if len(moves) == 0 || p.leftAt(a) != "" {
		return said
	}
	return said + " " + p.d.styles.Glyph.Dot + " " + movementsSaid(p.d, moves[:1], p.d.loc.Clock)
}

// attendName is the person of a line, or the function where nobody is named.
func attendName(d *desk, a committee.Attendance, names register.Names) string {
	if a.Person == "" && a.Function == "" {
		return ""
	}
	return beyond(attendant(d, a, names), d, a, names)
}

// attendFunction is the function of a line that names a person.
func attendFunction(d *desk, a committee.Attendance, names register.Names) string {
	if a.Person == "" {
		return ""
	}
	return beyond(calledAs(d, names, thing(committee.KindFunction, a.Function)), d, a, names)
}

// beyond is what is said besides the institution of a line, which stands in a
// column of its own: a function is called with it.
func beyond(said string, d *desk, a committee.Attendance, names register.Names) string {
	of := calledAs(d, names, thing(committee.KindInstitution, a.Institution))
	return strings.TrimRight(strings.TrimSuffix(said, of), " "+d.styles.Glyph.Dot)
}

// presenceSaid is the presence, by whom, and whether it is at a distance.
func (p attendPage) presenceSaid(a committee.Attendance) string {
	is := p.presence(a)
	said := presence(p.d, is)
	if left := p.leftAt(a); left != "" {
		return p.d.styles.Glyph.Arrow + " " + fmt.Sprintf(p.d.words().Attend.LeftAt, p.d.loc.Clock(left))
	}
	switch {
	case is == committee.Present && a.Remote:
		return said + " " + p.d.styles.Glyph.Dot + " " + p.d.words().Attend.AtDistance
	case is == committee.Represented:
		by, _ := attendSeed{Line: a, Half: p.half}.bearer()
		dot := " " + p.d.styles.Glyph.Dot + " "
		lost := p.uncounted(a)
		if lost != "" {
			said = p.d.styles.Glyph.Late + " " + p.d.words().States.Presence[is].Short
		}
		return strings.Join(dropEmpty([]string{said, by, lost}), dot)
	}
	return said
}

// uncounted says why a proxy does not count, on the half-day that is noted; empty
// where it does.
func (p attendPage) uncounted(a committee.Attendance) string {
	return uncounted(p.d, p.session, p.half, a.ID)
}

// head is how the quorum stands. Below it stands, of the chosen line, why a proxy
// does not count, or the presence and the movements that its row has no room for.
func (p attendPage) head() []string {
	lines := fill(quorumLines(p.d, p.counted(), p.width), 2)
	a, ok := p.roll.selected()
	if !ok {
		return lines
	}
	lost, cut := p.uncounted(a), p.cut(a)
	switch said := p.d.styles.Glyph.Late + " " + lost; {
	case lost != "":
		lines[1] = "   " + p.d.styles.Paint(theme.Warn, ansi.Truncate(said, max(p.width-4, 0), p.d.styles.Glyph.Ellipsis))
	case cut != "":
		lines[1] = "   " + ansi.Truncate(text.Line(cut), max(p.width-4, 0), p.d.styles.Glyph.Ellipsis)
	}
	return lines
}

// cut is the presence of a line and all its movements, where its row has no room
// for them; empty where it has.
func (p attendPage) cut(a committee.Attendance) string {
	column, moves := p.presenceColumn(0), p.moves(a)
	narrow := slices.ContainsFunc(p.roll.fitted(), func(c rollColumn[committee.Attendance]) bool {
		return c.title == column.title && ansi.StringWidth(column.cell(a)) > c.width
	})
	if !narrow && (!p.told || len(moves) < 2) {
		return ""
	}
	return strings.Join(dropEmpty([]string{p.presenceSaid(a), p.came(a)}), " "+p.d.styles.Glyph.Dot+" ")
}

// uncounted says why a proxy does not count on a half-day, or in a meeting of one
// day.
func uncounted(d *desk, s register.Session, half int, id committee.AttendanceID) string {
	w, lost := d.words().Attend, s.Uncounted
	if half >= 0 && half != halfNow(d, s.Meeting) && half < len(s.HalvesUncounted) {
		lost = s.HalvesUncounted[half]
	}
	switch lost[id] {
	case register.HolderFull:
		return fmt.Sprintf(w.HolderFull, d.loc.Number(s.Counting.MaxProxies))
	case register.HolderAway:
		return w.HolderAway
	case register.HolderUnlisted:
		return w.HolderUnlisted
	}
	return ""
}

func presenceRole(is committee.Presence) theme.Role {
	switch is {
	case committee.Present, committee.Represented:
		return theme.Text
	case committee.Awaited:
		return theme.Warn
	}
	return theme.Muted
}

// leftAt is when somebody left who was there and is not now; empty of another
// half-day than the one that counts.
func (p attendPage) leftAt(a committee.Attendance) committee.Clock {
	is, roll, moves := p.presence(a), p.session.Roll, p.moves(a)
	half, halves := roll.Half()
	if p.half >= 0 && (!halves || p.half != half.Place()) || is != committee.Present && is != committee.Represented {
		return ""
	}
	if roll.There(a) || len(moves) == 0 || moves[0].Arrival {
		return ""
	}
	return moves[0].At
}

// came are the movements of the day that is noted, the latest first.
func (p attendPage) came(a committee.Attendance) string {
	return movementsSaid(p.d, p.moves(a), p.d.loc.Clock)
}

func (p attendPage) moves(a committee.Attendance) []committee.Movement {
	moves := slices.Clone(a.Movements)
	if p.half >= 0 {
		day := p.session.Meeting.Starts.Add(p.half / 2)
		moves = nil
		for _, m := range a.Movements {
			if m.On == day || m.On.Zero() {
				moves = append(moves, m)
			}
		}
	}
	slices.SortStableFunc(moves, func(a, b committee.Movement) int { return cmp.Compare(a.At, b.At) })
	slices.Reverse(moves)
	return moves
}

// daysShort are the days of a meeting by their first two letters, each above
// the glyphs of its morning and its afternoon.
func daysShort(d *desk, m committee.Meeting) string {
	var days []string
	for n := range min(m.Days(), mostDays) {
		name := []rune(d.loc.DateLong(m.Starts.Add(n)))
		days = append(days, string(name[:min(len(name), 2)]))
	}
	return strings.Join(days, " ")
}

func halvesShort(d *desk, a committee.Attendance, days int) string {
	var said []string
	for n := range days {
		morning, _, _ := strings.Cut(presence(d, presenceOn(a, 2*n)), " ")
		afternoon, _, _ := strings.Cut(presence(d, presenceOn(a, 2*n+1)), " ")
		said = append(said, morning+afternoon)
	}
	return strings.Join(said, " ")
}

// quorumLines say how the quorum stands, by the committee's rule: the base,
// what is required, who is there, and what counts.
func quorumLines(d *desk, s register.Session, width int) []string {
	w, g, q := d.words().Attend, d.styles.Glyph, s.Whole
	dot := " " + g.Dot + " "
	role, said := theme.Muted, ""
	switch {
	case s.Meeting.Kind == committee.SecondNotice:
		said = w.NotRequired + dot + d.loc.Present(s.Counting.Base, q.Present)
	case s.Meeting.Group != "":
		said = w.ForGroup + dot + d.loc.Present(s.Counting.Base, q.Present)
	case !q.Rule:
		said = w.NoRule + dot + d.loc.Present(s.Counting.Base, q.Present)
	case q.Reached():
		role, said = theme.Good, fmt.Sprintf(w.Quorum, d.loc.QuorumOf(s.Counting.Base, q))+dot+g.Check+" "+w.Reached
	default:
		role, said = theme.Warn, fmt.Sprintf(w.Quorum, d.loc.QuorumOf(s.Counting.Base, q))+dot+g.Abandoned+" "+w.Missing
	}
	counts := func(c committee.Choice) string {
		switch c {
		case committee.Yes:
			return w.Counts
		case committee.No:
			return w.CountsNot
		}
		return w.Unsettled
	}
	colon := d.words().Sheet.Colon
	second := w.Proxies + colon + counts(s.Counting.Proxies) + dot + w.Remote + colon + counts(s.Counting.Remote)
	if base := d.words().States.QuorumBase[s.Counting.Base].Full; s.Counting.Base != committee.BaseUnset {
		second = base + dot + second
	}
	var lines []string
	for i, l := range []string{said, second} {
		if i > 0 {
			role = theme.Muted
		}
		lines = append(lines, "   "+d.styles.Paint(role, ansi.Truncate(text.Line(l), max(width-4, 0), g.Ellipsis)))
	}
	return lines
}

// KeyRows tells how many rows the keys take below the page.
func (p attendPage) KeyRows(width, height int) int { return twoRows(width, height) }
