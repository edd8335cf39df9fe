package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// helpPane lists the keys of the screen it was opened on.
type helpPane struct {
	open  bool
	lines []string
	at    int
}

func newHelpPane(d *desk, cmds []command, width int) helpPane {
	h := helpPane{open: true, lines: []string{" " + d.styles.Paint(theme.Title, d.words().Root.HelpTitle), ""}}
	for _, g := range helpGroups(cmds) {
		var rows []string
		for _, c := range cmds {
			if c.key.Word != nil && c.key.Group == g {
				rows = append(rows, helpRow(d, c, width)...)
			}
		}
		if len(rows) > 0 {
			h.lines = append(h.lines, " "+d.styles.Paint(theme.Accent, g.Word(d.words().Keys.Groups)))
			h.lines = append(append(h.lines, rows...), "")
		}
	}
	return h
}

// helpGroups are the groups of the keys of a screen: its own first, as it gives
// them, then those of lists, and last those that act everywhere.
func helpGroups(cmds []command) []keymap.Group {
	general := []keymap.Group{keymap.Lists, keymap.Everywhere}
	var own []keymap.Group
	for _, c := range cmds {
		if g := c.key.Group; !slices.Contains(general, g) && !slices.Contains(own, g) {
			own = append(own, g)
		}
	}
	return append(own, general...)
}

// helpRow says what a key does and, under it, why it cannot act now.
func helpRow(d *desk, c command, width int) []string {
	const indent = 14
	show := keyShown(d, c.key)
	lines := strings.Split(ansi.Wrap(c.key.Word(d.words().Keys).Long, max(width-indent-2, 20), ""), "\n")
	rows := []string{"   " + d.styles.Paint(theme.Key, show) + strings.Repeat(" ", max(indent-3-ansi.StringWidth(show), 1)) + lines[0]}
	for _, l := range lines[1:] {
		rows = append(rows, strings.Repeat(" ", indent)+l)
	}
	if c.off != "" {
		for _, l := range strings.Split(ansi.Wrap(c.off, max(width-indent-2, 20), ""), "\n") {
			rows = append(rows, strings.Repeat(" ", indent)+d.styles.Paint(theme.Muted, l))
		}
	}
	return rows
}

func (h helpPane) press(name string, height int) helpPane {
	last := max(len(h.lines)-height, 0)
	switch name {
	case "up", "k":
		h.at = max(h.at-1, 0)
	case "down", "j":
		h.at = min(h.at+1, last)
	case "pgdown", "space", "ctrl+d":
		h.at = min(h.at+height, last)
	case "pgup", "ctrl+u":
		h.at = max(h.at-height, 0)
	case "home", "g":
		h.at = 0
	case "end", "G":
		h.at = last
	default:
		h.open = false
	}
	return h
}

func (h helpPane) view(d *desk, width, height int) string {
	end := min(h.at+height, len(h.lines))
	out := make([]string, 0, height)
	for _, l := range h.lines[h.at:end] {
		out = append(out, ansi.Truncate(l, width-2, d.styles.Glyph.Ellipsis))
	}
	mark := func(i int, glyph string) {
		pad := strings.Repeat(" ", max(width-1-ansi.StringWidth(out[i]), 0))
		out[i] += pad + d.styles.Paint(theme.Muted, glyph)
	}
	if h.at > 0 {
		mark(0, d.styles.Glyph.Above)
	}
	if end < len(h.lines) && len(out) > 0 {
		mark(len(out)-1, d.styles.Glyph.Below)
	}
	return strings.Join(out, "\n")
}
