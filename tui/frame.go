package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
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
	lines := []string{r.titleLine(), r.rule("")}
	lines = append(lines, r.body()...)
	lines = append(lines, r.noticeRule(), r.footer())
	return strings.Join(lines, "\n")
}

// tooSmall says in plain words that the window is too small.
func (r root) tooSmall() string {
	w := max(r.width, 1)
	said := ansi.Wrap(r.d.words().Root.TooSmall, w, "")
	lines := strings.Split(said, "\n")
	return strings.Join(lines[:min(len(lines), max(r.height, 1))], "\n")
}

func (r root) titleLine() string {
	crumbs := []string{r.d.styles.Paint(theme.Title, "suivi")}
	width := 5
	side := ""
	if s, ok := r.top().(sider); ok {
		side = ansi.Truncate(text.Line(s.Side()), r.width/2, r.d.styles.Glyph.Ellipsis)
	}
	room := r.width - 3 - ansi.StringWidth(side) - 1
	sep := " " + r.d.styles.Glyph.More + " "
	for i, p := range r.stack {
		title := text.Line(p.Title())
		if title == "" {
			continue
		}
		left := room - width - 3
		if i < len(r.stack)-1 {
			left = min(left, 28)
		}
		if left < 4 {
			break
		}
		title = ansi.Truncate(title, left, r.d.styles.Glyph.Ellipsis)
		width += 3 + ansi.StringWidth(title)
		role := theme.Muted
		if i == len(r.stack)-1 {
			role = theme.Text
		}
		crumbs = append(crumbs, r.d.styles.Paint(role, title))
	}
	line := " " + strings.Join(crumbs, r.d.styles.Paint(theme.Muted, sep))
	gap := r.width - ansi.StringWidth(line) - ansi.StringWidth(side) - 1
	return line + strings.Repeat(" ", max(gap, 1)) + r.d.styles.Paint(theme.Muted, side) + " "
}

func (r root) rule(said string) string {
	width := r.width - ansi.StringWidth(said)
	return said + r.d.styles.Paint(theme.Rule, strings.Repeat(r.d.styles.Glyph.Rule, max(width, 0)))
}

// noticeRule is the rule above the footer; a notice stands in it.
func (r root) noticeRule() string {
	if r.notice.text == "" {
		return r.rule("")
	}
	mark := map[theme.Role]string{theme.Good: r.d.styles.Glyph.Check, theme.Bad: r.d.styles.Glyph.Late, theme.Warn: r.d.styles.Glyph.Late}[r.notice.role]
	said := " " + strings.TrimSpace(mark+" "+text.Line(r.notice.text)) + " "
	return r.rule(r.d.styles.Paint(r.notice.role, ansi.Truncate(said, r.width, r.d.styles.Glyph.Ellipsis)))
}

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
	case r.going:
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

// placesMenu lists where g and a letter, or a number, go.
func (r root) placesMenu() string {
	var b strings.Builder
	b.WriteString(" " + r.d.styles.Paint(theme.Title, r.d.words().Root.GoTitle) + "\n")
	for _, pl := range places {
		b.WriteString("   " + r.d.styles.Paint(theme.Key, "g "+pl.letter) + "  " +
			r.d.styles.Paint(theme.Muted, string(rune('0'+int(pl.place)))) + "  " + pl.word(r.d.words().Root) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// footer writes what can be done now, as much as fits; help and quit always do.
func (r root) footer() string {
	var cmds []command
	switch {
	case r.help.open:
		cmds = []command{{key: keymap.Move}, {key: keymap.Back}}
	case r.front() != nil:
		cmds = r.front().Commands()
	case r.going:
		cmds = []command{{key: keymap.Back}}
	default:
		cmds = r.top().Commands()
		if !typing(r.top()) {
			cmds = append(cmds, r.globals()...)
		}
	}
	return r.keysLine(cmds)
}

// always are the keys that the footer shows however narrow it is: the way
// back, help and the way out.
func always(k keymap.Key) bool {
	return k.Show == keymap.Back.Show || k.Show == keymap.Help.Show || k.Show == keymap.Quit.Show
}

func (r root) keysLine(cmds []command) string {
	var shown, last []string
	seen := map[string]bool{}
	room := r.width - 1
	for _, c := range cmds {
		if always(c.key) && !seen[c.key.Show] {
			s := r.keyWords(c)
			seen[c.key.Show] = true
			last, room = append(last, s), room-ansi.StringWidth(s)-2
		}
	}
	for _, c := range cmds {
		if c.quiet || c.off != "" || always(c.key) || c.key.Show == keymap.Places.Show {
			continue
		}
		s := r.keyWords(c)
		if ansi.StringWidth(s)+2 > room {
			break
		}
		shown, room = append(shown, s), room-ansi.StringWidth(s)-2
	}
	return " " + strings.Join(append(shown, last...), "  ")
}

func (r root) keyWords(c command) string {
	word := c.word
	if word == "" {
		word = c.key.Word(r.d.words().Keys).Short
	}
	return r.d.styles.Paint(theme.Key, keyShown(r.d, c.key)) + " " + r.d.styles.Paint(theme.Muted, word)
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

// keyShown writes a key for the terminal: in ASCII, arrows are words.
func keyShown(d *desk, k keymap.Key) string {
	g := d.styles.Glyph
	return strings.NewReplacer("↑↓", g.KeyUpDown, "←→", g.KeyLeftRight, "⏎", g.KeyEnter).Replace(k.Show)
}
