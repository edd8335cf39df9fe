package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// View draws the whole screen.
func (r root) View() tea.View {
	v := tea.NewView(r.draw())
	v.AltScreen = true
	v.WindowTitle = "suivi · " + r.window()
	return v
}

// window is the window's title: our own words only, never stored text, which
// would travel inside an escape sequence.
func (r root) window() string {
	for i := len(r.stack) - 1; i >= 0; i-- {
		p := r.stack[i]
		if n, ok := p.(interface{ Place() place }); ok {
			return n.Place().title(r.d.words())
		}
	}
	return r.d.words().Root.Home
}

func (r root) draw() string {
	if r.small() {
		return r.tooSmall()
	}
	if w, ok := r.top().(interface{ Whole() bool }); ok && w.Whole() && r.front() == nil && !r.help.open {
		return r.whole()
	}
	said := r.noticeLines()
	body := r.body()
	lines := append([]string{r.titleLine(), r.rule("")}, body[:max(len(body)-len(said)+1, 0)]...)
	lines = append(append(lines, said...), r.footer()...)
	return strings.Join(lines, "\n")
}

// whole draws a page that stands alone on the screen, with one line below it:
// what there is to say, else the keys.
func (r root) whole() string {
	last := r.footer()[0]
	if r.notice.text != "" {
		last = ansi.Truncate(r.noticeLines()[0], r.width, "")
	}
	return strings.Join(append(fill(strings.Split(r.top().View(), "\n"), r.height-1), last), "\n")
}

// tooSmall says in plain words that the window is too small.
func (r root) tooSmall() string {
	w := max(r.width, 1)
	said := ansi.Wrap(r.d.words().Root.TooSmall, w, "")
	lines := strings.Split(said, "\n")
	return strings.Join(lines[:min(len(lines), max(r.height, 1))], "\n")
}

// titleLine says where one is. The last crumb is always there; the earlier
// ones give way, the farthest first.
func (r root) titleLine() string {
	side := ""
	if s, ok := r.top().(sider); ok {
		side = text.Line(s.Side())
	}
	if r.d.actor.Name == "" && r.d.book != nil && !r.d.actor.ReadOnly {
		with := strings.Join(dropEmpty([]string{side, r.d.words().Root.Unsigned}), " "+r.d.styles.Glyph.Dot+" ")
		if ansi.StringWidth(with) <= r.width/2 { // what the page says comes first
			side = with
		}
	}
	if r.d.actor.ReadOnly {
		side = strings.Join(dropEmpty([]string{side, r.d.words().Root.ReadOnly}), " "+r.d.styles.Glyph.Dot+" ")
	}
	if r.d.trouble != "" {
		side = r.d.trouble
	}
	side = ansi.Truncate(side, r.width*3/5, r.d.styles.Glyph.Ellipsis)
	var titles []string
	for _, p := range r.stack {
		if title := text.Line(p.Title()); title != "" {
			titles = append(titles, title)
		}
	}
	const name = "suivi"
	room := r.width - 3 - len(name)
	if side != "" {
		room -= ansi.StringWidth(side) + 1
	}
	crumbs := fitCrumbs(titles, room, r.d.styles.Glyph.Ellipsis)
	for i, crumb := range crumbs {
		role := theme.Muted
		if i == len(crumbs)-1 {
			role = theme.Text
		}
		crumbs[i] = r.d.styles.Paint(role, crumb)
	}
	sep := r.d.styles.Paint(theme.Muted, " "+r.d.styles.Glyph.More+" ")
	line := " " + strings.Join(append([]string{r.d.styles.Paint(theme.Title, name)}, crumbs...), sep)
	blank := r.width - ansi.StringWidth(line) - ansi.StringWidth(side) - 1
	return line + strings.Repeat(" ", max(blank, 1)) + r.d.styles.Paint(theme.Muted, side) + " "
}

// fitCrumbs are the titles that have room, each after a gap: the last one, then as
// many of those before it as can be read, with an ellipsis for what gives way.
// One that is cut is whole where what is left over is enough, the nearest first.
func fitCrumbs(titles []string, room int, ellipsis string) []string {
	const gap, most = 3, 26
	left := room
	if len(titles) > 1 {
		left -= gap + 1 // the ellipsis of what gives way has its place
	}
	from, widths := len(titles), make([]int, len(titles))
	for i := len(titles) - 1; i >= 0; i-- {
		width := ansi.StringWidth(titles[i])
		fits := min(most, left-gap)
		if i == len(titles)-1 {
			fits = max(left-gap, 0)
		} else if fits < min(most, width) {
			break
		}
		from, widths[i] = i, min(width, fits)
		left -= gap + widths[i]
	}
	var crumbs []string
	if from > 0 {
		crumbs = append(crumbs, ellipsis)
	} else if len(titles) > 1 {
		left += gap + 1
	}
	for i := len(titles) - 1; i >= from; i-- {
		if more := ansi.StringWidth(titles[i]) - widths[i]; more <= left {
			widths[i] += more
			left -= more
		}
	}
	for i := from; i < len(titles); i++ {
		crumbs = append(crumbs, ansi.Truncate(titles[i], widths[i], ellipsis))
	}
	return crumbs
}

func (r root) rule(said string) string {
	width := r.width - ansi.StringWidth(said)
	return said + r.d.styles.Paint(theme.Rule, strings.Repeat(r.d.styles.Glyph.Rule, max(width, 0)))
}

// noticeLines is the rule above the footer; a notice stands in it, on as many
// lines as it takes to be read.
func (r root) noticeLines() []string {
	if r.notice.text == "" {
		return []string{r.ruleAbove("")}
	}
	g, role := r.d.styles.Glyph, r.notice.role
	mark := map[theme.Role]string{theme.Good: g.Check, theme.Bad: g.Late, theme.Warn: g.Late}[role]
	said := strings.Split(ansi.Wrap(text.Line(r.notice.text), r.width-5, ""), "\n")
	if len(said) > mostNotice {
		said = append(said[:mostNotice-1], said[mostNotice-1]+g.Ellipsis)
	}
	lines := make([]string, len(said))
	for i, l := range said {
		head := " " + mark + " "
		if i > 0 {
			head = "   "
		}
		lines[i] = r.d.styles.Paint(role, head+l)
	}
	if len(lines) == 1 {
		lines[0] = r.ruleAbove(lines[0] + " ")
	}
	return lines
}

// mostNotice is how many lines a notice takes at most.
const mostNotice = 4

// body draws the top page, with the dialog, the help or the list of places
// over its lower part.
func (r root) body() []string {
	height := r.bodyHeight()
	if r.help.open {
		return fill(strings.Split(r.help.view(r.d, r.width, height), "\n"), height)
	}
	page := fill(strings.Split(r.top().View(), "\n"), height)
	var over []string
	switch {
	case r.front() != nil:
		over = strings.Split(r.front().View(), "\n")
	case r.choosing():
		over = strings.Split(r.placesMenu(), "\n")
	default:
		return page
	}
	over = append([]string{r.rule("")}, over...)
	if len(over) > height {
		over = over[:height]
	}
	return append(page[:height-len(over)], over...)
}

// choosing tells whether the next letter names a register.
func (r root) choosing() bool { return r.going && r.kept() == "" }

// placesMenu lists where g and a letter, or a number, go: in one column, or in
// two where there is no room for one.
func (r root) placesMenu() string {
	lines := []string{" " + r.d.styles.Paint(theme.Title, r.d.words().Root.GoTitle)}
	rows := len(places)
	if rows+2 > r.bodyHeight() {
		rows = (rows + 1) / 2
	}
	for i := range rows {
		line := r.placeRow(i)
		if second := i + rows; second < len(places) {
			line += strings.Repeat(" ", max(r.width/2-ansi.StringWidth(line), 1)) + r.placeRow(second)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (r root) placeRow(i int) string {
	pl := places[i]
	return "   " + r.d.styles.Paint(theme.Key, "g "+pl.letter) + "  " +
		r.d.styles.Paint(theme.Muted, string(rune('0'+int(pl.place)))) + "  " + pl.word(r.d.words().Root)
}

// keyRows is how many rows the keys of a page take below it; most take one.
func (r root) keyRows(p page) int {
	if m, ok := p.(interface{ KeyRows(width, height int) int }); ok {
		return m.KeyRows(r.width, r.height)
	}
	return 1
}

// twoRows are the rows of keys below the pages of a session: two, where one has
// no room for them and the screen has room for two.
func twoRows(width, height int) int {
	if width >= sessionWide || height < 20 {
		return 1
	}
	return 2
}

// footRows is how many rows of keys are shown now.
func (r root) footRows() int {
	if w, ok := r.top().(interface{ Whole() bool }); ok && w.Whole() || r.help.open || r.choosing() || r.front() != nil || typing(r.top()) {
		return 1
	}
	return r.keyRows(r.top())
}

// footer writes what can be done now, as much as fits; help and quit always do.
func (r root) footer() []string {
	cmds := r.live()
	switch {
	case r.help.open:
		cmds = []command{{key: keymap.Move}, {key: keymap.Back}}
	case r.choosing() && r.front() == nil:
		cmds = []command{{key: keymap.Back}}
	}
	rows := r.footRows()
	if table := r.keyTable(); table != nil {
		if lines := r.tableRows(cmds, table); lines != nil {
			return fill(lines, rows)
		}
	}
	return fill(r.keysLines(cmds, rows), rows)
}

// live are the keys that act now: the dialog's, else the page's and, unless
// text is being taken, those that act everywhere.
func (r root) live() []command {
	if d := r.front(); d != nil {
		return d.Commands()
	}
	cmds := r.top().Commands()
	if typing(r.top()) {
		return cmds
	}
	globals := r.globals()
	if b, ok := r.top().(interface{ Brief() bool }); ok && b.Brief() {
		// What the page has another key for is not shown twice.
		globals = slices.DeleteFunc(globals, func(c command) bool {
			return c.key.Show == keymap.Back.Show || c.key.Show == keymap.Places.Show
		})
		for i, c := range globals {
			globals[i].quiet = true
			if c.key.Show == keymap.Help.Show {
				globals[i].quiet = false
			}
		}
	}
	return append(cmds, globals...)
}

// always are the keys that the footer shows however narrow it is: the way
// back, help and the way out.
func always(k keymap.Key) bool {
	return k.Show == keymap.Back.Show || k.Show == keymap.LeaveSession.Show || k.Show == keymap.Help.Show || k.Show == keymap.Quit.Show
}

func (r root) keysLines(cmds []command, rows int) []string {
	shown, last := r.keysShown(cmds)
	return widget.Flow{Width: r.width - 2, Rows: rows, Indent: 1, Gap: 2}.Lay(shown, last...)
}

// keysShown are the keys of a footer, and those that end it.
func (r root) keysShown(cmds []command) (shown, last []string) {
	seen := map[string]bool{}
	for _, c := range cmds {
		switch {
		case c.quiet || always(c.key) && seen[c.key.Show]:
		case always(c.key):
			seen[c.key.Show] = true
			last = append(last, keyWords(r.d, c))
		case c.off == "" && c.key.Show != keymap.Places.Show:
			shown = append(shown, keyWords(r.d, c))
		}
	}
	return shown, last
}

// keyWords is a key with its word, as the footer shows them.
func keyWords(d *desk, c command) string {
	word := c.word
	if word == "" {
		word = c.key.Word(d.words().Keys).Short
	}
	return d.styles.Paint(theme.Key, keyShown(d, c.key)) + " " + d.styles.Paint(theme.Muted, word)
}

// fill cuts or pads to exactly n lines.
func fill(lines []string, n int) []string {
	if len(lines) > n {
		return lines[:n]
	}
	for len(lines) < n {
		lines = append(lines, "")
	}
	return lines
}

// keyShown writes a key for the terminal.
func keyShown(d *desk, k keymap.Key) string { return keyNamed(d, k.Show) }

// keyNamed writes the name of a key for the terminal, as a keyboard of the
// language calls it.
func keyNamed(d *desk, name string) string { return keysShown(d, d.loc.Key(name)) }

// keysShown writes the keys named in a sentence for the terminal: in ASCII,
// arrows are words.
func keysShown(d *desk, s string) string {
	g := d.styles.Glyph
	return strings.NewReplacer("↑↓", g.KeyUpDown, "←→", g.KeyLeftRight, "⏎", g.KeyEnter).Replace(s)
}
