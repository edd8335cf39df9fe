package tui

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

const (
	// sessionWide is the width from which all three parts stand side by side.
	sessionWide = 110
	// mostRows is how many rows the line being typed takes at most.
	mostRows = 4
)

func (p sessionPage) wide() bool { return p.width >= sessionWide }

// KeyRows tells how many rows the keys take below the page.
func (p sessionPage) KeyRows(width, height int) int {
	if width >= keysWidth && height >= keysHeight {
		return 3
	}
	return twoRows(0, height) // there always are more than one row holds
}

// How large a screen is on which the session shows all its keys.
const keysWidth, keysHeight = 80, 24

// tall is the height there is to draw in: a line that is typed, and the room,
// leave the page the rows of keys that they need not.
func (p sessionPage) tall() int {
	if p.typed.open || p.room {
		return p.height + p.spare
	}
	return p.height
}

// columns are the widths of the agenda, of the minutes, and of the right part,
// which is 0 where it is not in sight; it takes the place of the minutes where
// there is no room for both.
func (p sessionPage) columns() (agenda, middle, right int) {
	if !p.wide() {
		return 26, max(p.width-27, 10), 0
	}
	agenda, right = min(max(p.width/4, 30), 40), min(max(p.width/4, 34), 46)
	return agenda, p.width - agenda - right - 2, right
}

// lay draws what changes seldom, and gives each part its room.
func (p sessionPage) lay() sessionPage {
	if p.width == 0 {
		return p
	}
	_, middle, _ := p.columns()
	p.typed.line = p.typed.line.Resize(max(p.width-p.promptWidth()-1, 8), mostRows)
	p.minutes = p.minutes.set(p, middle)
	p.minutes.height = max(p.tall()-len(p.bottom())-p.bannerRows()-len(p.headOf(middle)), 1)
	chosen := len(p.minutes.lines) - 1
	if p.line != "" {
		for n, l := range p.minutes.lines {
			if l.id == p.line {
				chosen = n
			}
		}
	}
	p.minutes = p.minutes.reveal(chosen, p.line == "")
	return p
}

func (p sessionPage) bannerRows() int {
	if p.lost != "" {
		return 1
	}
	return 0
}

// View draws the session, or the wording alone for the room.
func (p sessionPage) View() string {
	switch {
	case !p.ready && p.failed != "":
		return " " + p.failed
	case !p.ready:
		return " " + p.d.styles.Paint(theme.Muted, p.d.words().Session.Loading)
	case p.room:
		return p.roomView()
	}
	bottom := p.bottom()
	panes := p.panes(max(p.tall()-len(bottom)-p.bannerRows(), 1))
	if offers := p.offerRows(); len(offers) > 0 && len(offers) < len(panes) {
		copy(panes[len(panes)-len(offers):], offers)
	}
	var rows []string
	if p.lost != "" {
		rows = append(rows, p.d.styles.Paint(theme.Bad, ansi.Truncate(" "+p.d.styles.Glyph.Late+" "+p.lost, p.width-1, p.d.styles.Glyph.Ellipsis)))
	}
	return strings.Join(append(append(rows, panes...), bottom...), "\n")
}

// panes draws the parts side by side.
func (p sessionPage) panes(height int) []string {
	agendaWidth, middleWidth, rightWidth := p.columns()
	agenda := fill(p.agendaRows(agendaWidth, height), height)
	var middle, right []string
	if p.panel && rightWidth == 0 {
		middle = p.besideRows(middleWidth-1, height)
	} else {
		head := p.headOf(middleWidth)
		middle = append(head, p.minutes.draw(p, height-len(head))...)
	}
	if rightWidth > 0 {
		right = fill(p.besideRows(rightWidth-1, height), height)
	}
	middle = fill(middle, height)
	wall := p.d.styles.Paint(theme.Rule, p.d.styles.Glyph.Wall)
	rows := make([]string, height)
	for n := range rows {
		rows[n] = padded(agenda[n], agendaWidth) + wall + middle[n]
		if rightWidth > 0 {
			rows[n] = padded(rows[n], agendaWidth+1+middleWidth) + wall + right[n]
		}
	}
	return rows
}

// padded cuts or fills a painted row to exactly w columns.
func padded(row string, w int) string {
	n := ansi.StringWidth(row)
	if n > w {
		return ansi.Truncate(row, w, "")
	}
	return row + strings.Repeat(" ", w-n)
}

// wholeTitle is how many rows the title of an item takes at most.
const wholeTitle = 6

// headOf is the item in sight, and how it stands.
func (p sessionPage) headOf(width int) []string {
	w, at := p.d.words().Session, p.at()
	if at < 0 {
		return []string{" " + p.d.styles.Paint(theme.Muted, ansi.Truncate(w.NoAgenda, width-2, p.d.styles.Glyph.Ellipsis)), ""}
	}
	i := p.session.Items[at]
	var rows []string
	for _, row := range widget.Wrap(fmt.Sprintf("%d %s %s", at+1, p.d.styles.Glyph.Dot, text.Line(i.Title)), width-2) {
		rows = append(rows, " "+p.d.styles.Paint(theme.Strong, row))
	}
	rows = append(rows[:min(len(rows), wholeTitle)], p.standingRows(i, width)...)
	for _, row := range p.reason(i, width) {
		rows = append(rows, " "+p.d.styles.Paint(theme.Muted, row))
	}
	return rows
}

// standingRows say how an item stands, on as many rows as that takes.
func (p sessionPage) standingRows(i committee.AgendaItem, width int) []string {
	said, over := p.standing(i)
	rows := p.mutedRows(said, " ", width-1)
	if over == "" {
		return rows
	}
	over = p.d.styles.Paint(theme.Bad, ansi.Truncate(over, max(width-2, 1), p.d.styles.Glyph.Ellipsis))
	if last := len(rows) - 1; ansi.StringWidth(rows[last])+2+ansi.StringWidth(over) < width {
		rows[last] += "  " + over
		return rows
	}
	return append(rows, " "+over)
}

// mostReason is how many rows the reason of an outcome takes at most.
const mostReason = 3

// reason says why an item ended as it did, and to which group it went.
func (p sessionPage) reason(i committee.AgendaItem, width int) []string {
	if i.Outcome == committee.Pending || i.UnderWay() {
		return nil
	}
	said := calledAs(p.d, p.session.Names, thing(committee.KindGroup, i.ReferredTo))
	if i.Note != "" {
		said = strings.Join(dropEmpty([]string{said, noteLabel(p.d, i.Outcome) + p.d.words().Sheet.Colon + i.Note}), " "+p.d.styles.Glyph.Dot+" ")
	}
	if said = text.Line(said); said == "" {
		return nil
	}
	rows := widget.Wrap(said, max(width-2, 8))
	if len(rows) > mostReason {
		rows = append(rows[:mostReason-1], ansi.Truncate(strings.Join(rows[mostReason-1:], " "), max(width-2, 8), p.d.styles.Glyph.Ellipsis))
	}
	return rows
}

// standing is how an item stands, and whether it takes longer than planned.
func (p sessionPage) standing(i committee.AgendaItem) (said, over string) {
	w, dot := p.d.words().Session, " "+p.d.styles.Glyph.Dot+" "
	state := p.d.words().States.ItemOutcome[i.Outcome].Short
	if i.UnderWay() {
		state = w.UnderWay
	}
	used, clock := i.Used(p.d.today(), p.d.clock()), ""
	switch {
	case len(i.Spans) > 0 && i.Planned > 0:
		clock = fmt.Sprintf(w.UsedOf, used, i.Planned)
	case len(i.Spans) > 0:
		clock = fmt.Sprintf(w.Used, used)
	case i.Planned > 0:
		clock = fmt.Sprintf(w.Planned, i.Planned)
	}
	presented := calledAs(p.d, p.session.Names, thing(committee.KindFunction, i.Presenter))
	if presented != "" {
		presented = fmt.Sprintf(w.Presented, presented)
	}
	if i.Planned > 0 && used > i.Planned {
		over = p.d.styles.Glyph.Late + " " + fmt.Sprintf(w.Over, used-i.Planned)
	}
	return strings.Join(dropEmpty([]string{state, clock, presented}), dot), over
}

// agendaRows lists the items around the one in sight, then who came and went
// last.
func (p sessionPage) agendaRows(width, height int) []string {
	rows, chosen := p.itemRows(width, wholeTitle)
	for most := wholeTitle - 1; most > 0 && len(rows) > height; most-- { // there is no room for whole titles
		rows, chosen = p.itemRows(width, most)
	}
	if len(rows) > height {
		from := min(max(chosen-height/2, 0), len(rows)-height)
		return rows[from : from+height]
	}
	if last := p.lastMoves(width, height-len(rows)-1); len(last) > 0 {
		rows = append(append(rows, ""), last...)
	}
	return rows
}

// itemRows are the items, each on so many rows at most, and the row of the one
// in sight.
func (p sessionPage) itemRows(width, most int) (rows []string, chosen int) {
	day := 0
	for n, i := range p.session.Items {
		if p.session.Meeting.Days() > 1 && i.Day != day {
			day = i.Day
			rows = append(rows, " "+p.d.styles.Paint(theme.Muted, ansi.Truncate(dayName(p.d, p.session.Meeting, day), width-2, p.d.styles.Glyph.Ellipsis)))
		}
		if i.ID == p.item {
			chosen = len(rows)
		}
		rows = append(rows, p.agendaRow(n, i, width, most)...)
	}
	return rows, chosen
}

// agendaRow is an item: its state, its number, its title, its minutes.
func (p sessionPage) agendaRow(n int, i committee.AgendaItem, width, most int) []string {
	g := p.d.styles.Glyph
	marker, role := " ", theme.Text
	if i.ID == p.item {
		marker, role = p.d.styles.Paint(theme.Accent, g.Marker), theme.Strong
	}
	clock := p.agendaClock(i)
	late := ""
	if used := i.Used(p.d.today(), p.d.clock()); i.Planned > 0 && used > i.Planned {
		late = p.d.styles.Paint(theme.Bad, g.Late)
	}
	number := fmt.Sprintf("%2d ", n+1)
	room := width - 3 - len(number) - ansi.StringWidth(clock) - ansi.StringWidth(late) - 2
	titles := []string{ansi.Truncate(text.Line(i.Title), max(room, 1), g.Ellipsis)}
	if title := text.Line(i.Title); most > 1 && ansi.StringWidth(title) > room {
		titles[0] = widget.Wrap(title, max(room, 1))[0]
		below := max(width-3-len(number), 1) // the minutes stand beside the first row alone
		rest := widget.Wrap(strings.TrimSpace(strings.TrimPrefix(title, titles[0])), below)
		if len(rest) >= most {
			rest = append(rest[:most-2], ansi.Truncate(strings.Join(rest[most-2:], " "), below, g.Ellipsis))
		}
		titles = append(titles, rest...)
	}
	gap := strings.Repeat(" ", max(room-ansi.StringWidth(titles[0]), 0)+1)
	rows := []string{marker + p.outcomeGlyph(i) + number + p.d.styles.Paint(role, titles[0]) + gap + late + p.d.styles.Paint(theme.Muted, clock) + " "}
	for _, more := range titles[1:] {
		rows = append(rows, marker+strings.Repeat(" ", 1+len(number))+p.d.styles.Paint(role, more))
	}
	return rows
}

func (p sessionPage) agendaClock(i committee.AgendaItem) string {
	switch {
	case len(i.Spans) == 0 && i.Planned == 0:
		return ""
	case len(i.Spans) == 0:
		return strconv.Itoa(i.Planned) + "′"
	case p.wide():
		return p.clockOf(i)
	}
	return strconv.Itoa(i.Used(p.d.today(), p.d.clock())) + "′"
}

// outcomeGlyph is the state of an item, one cell.
func (p sessionPage) outcomeGlyph(i committee.AgendaItem) string {
	g := p.d.styles.Glyph
	switch {
	case i.UnderWay():
		return p.d.styles.Paint(theme.Accent, g.Current)
	case i.Outcome == committee.DealtWith:
		return p.d.styles.Paint(theme.Good, g.Check)
	case i.Outcome == committee.PutOff:
		return p.d.styles.Paint(theme.Warn, g.Arrow)
	case i.Outcome == committee.Referred:
		return p.d.styles.Paint(theme.Warn, g.More)
	case i.Outcome == committee.ItemWithdrawn:
		return p.d.styles.Paint(theme.Muted, g.Abandoned)
	}
	return " "
}
