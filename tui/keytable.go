package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// tabler is a page whose keys stand in columns below it, each always in its
// place, row by row; none while they follow one another as elsewhere.
type tabler interface{ KeyTable() [][]keymap.Key }

// keyTable are the keys that stand in columns now; nil for none.
func (r root) keyTable() [][]keymap.Key {
	t, ok := r.top().(tabler)
	if !ok || r.footRows() == 1 {
		return nil
	}
	return t.KeyTable()
}

// tableRows writes the keys of a table. One that cannot act leaves its place
// free; nil when there is no room for the columns.
func (r root) tableRows(cmds []command, table [][]keymap.Key) []string {
	const gap = 2
	cells, widths := make([][]string, len(table)), []int{}
	for n, row := range table {
		for i, k := range row {
			c := command{key: k}
			at := slices.IndexFunc(cmds, func(o command) bool { return o.key.Show == k.Show })
			if at >= 0 {
				c = cmds[at]
			}
			if c.brief != "" {
				c.word = c.brief
			}
			said := keyWords(r.d, c)
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(said))
			if at < 0 || c.off != "" || c.quiet {
				said = ""
			}
			cells[n] = append(cells[n], said)
		}
	}
	total := 1 - gap
	for _, w := range widths {
		total += w + gap
	}
	if total >= r.width {
		return nil
	}
	rows := make([]string, len(cells))
	for n, row := range cells {
		for i, said := range row {
			row[i] = padded(said, widths[i])
		}
		rows[n] = " " + strings.TrimRight(strings.Join(row, strings.Repeat(" ", gap)), " ")
	}
	return rows
}

// ruleAbove is the rule above the keys, after what is said in it. Where keys
// stand in columns, those that only this moment has follow in the rule.
func (r root) ruleAbove(said string) string {
	table := r.keyTable()
	if table == nil {
		return r.rule(said)
	}
	cmds := slices.DeleteFunc(r.live(), func(c command) bool { return c.brief == "" && among(c.key, slices.Concat(table...)) })
	if said != "" {
		said += strings.Repeat(r.d.styles.Paint(theme.Rule, r.d.styles.Glyph.Rule), 2)
	}
	shown, last := r.keysShown(cmds)
	room := r.width - ansi.StringWidth(said) - 3
	keys := widget.Flow{Width: room, Rows: 1, Indent: 1, Gap: 2}.Lay(shown, last...)[0]
	if w := ansi.StringWidth(keys); w <= 1 || w > room {
		return r.rule(said)
	}
	return r.rule(said + keys + " ")
}
