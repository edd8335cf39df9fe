package tui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/text"
	"suivi/tui/theme"
)

// dialog stands under the page and takes every key until it is answered.
type dialog interface {
	Init() tea.Cmd
	Update(tea.Msg) (dialog, tea.Cmd)
	// Resize gives the width and the greatest height it may take.
	Resize(width, height int) dialog
	View() string
	Commands() []command
}

// decider is a dialog whose answer decides what the next keys mean.
type decider interface{ decides() }

// The keys that answer a question about what is being typed. Letters do not:
// they may be those of somebody who goes on typing.
const (
	keySave    = "ctrl+s"
	keyDiscard = "ctrl+x"
)

// choice is one answer of a choiceDialog: a key, its words, what follows.
type choice struct {
	key  string
	show string   // what stands for the name of the key; empty for its name
	also []string // other keys that answer the same
	word string
	then tea.Cmd
}

// choiceDialog asks a question that one key answers; esc is always among them.
type choiceDialog struct {
	d             *desk
	title         string
	lines         []string
	choices       []choice
	quitting      bool // the question is whether to quit
	width, height int
}

// asks tells whether d is the same question.
func (c choiceDialog) asks(d dialog) bool {
	q, ok := d.(choiceDialog)
	return ok && q.title == c.title
}

// decides tells that the keys pressed after an answer wait for what it brings.
func (c choiceDialog) decides() {}

func (c choiceDialog) Init() tea.Cmd { return nil }

func (c choiceDialog) Resize(width, height int) dialog {
	c.width, c.height = width, height
	return c
}

func (c choiceDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return c, nil
	}
	for _, ch := range c.choices {
		if ch.key == press.String() || slices.Contains(ch.also, press.String()) {
			return c, send(answeredMsg{ch.then})
		}
	}
	return c, nil
}

func (c choiceDialog) View() string {
	// The answers are always in sight; what leads up to them gives way.
	room := max(c.height-len(c.choices), 1)
	out := c.ledUp(room)
	if len(out) < room {
		out = append(out, "")
	}
	keys, widest := make([]string, len(c.choices)), 3
	for n, ch := range c.choices {
		keys[n] = keyNamed(c.d, cmp.Or(ch.show, ch.key))
		widest = max(widest, ansi.StringWidth(keys[n]))
	}
	for n, ch := range c.choices {
		out = append(out, "   "+c.d.styles.Paint(theme.Key, keys[n])+strings.Repeat(" ", widest+2-ansi.StringWidth(keys[n]))+ch.word)
	}
	return strings.Join(out, "\n")
}

// ledUp are the title and the lines, in at most so many rows; the lines that have
// no room are counted in the last one. Only the first is ever cut.
func (c choiceDialog) ledUp(room int) []string {
	width, whole, kept := max(min(c.width-4, 96), 10), 0, 1
	out := []string{" " + c.d.styles.Paint(theme.Title, text.Line(c.title))}
	for _, l := range c.lines {
		for _, w := range strings.Split(ansi.Wrap(text.Line(l), width, ""), "\n") {
			out = append(out, "   "+w)
		}
		if len(out) < room {
			whole, kept = whole+1, len(out)
		}
	}
	if len(out) <= room {
		return out
	}
	if whole == 0 {
		whole, kept = 1, max(room-1, 1)
	}
	rest := "   " + c.d.styles.Glyph.Ellipsis
	if n := len(c.lines) - whole; n > 0 {
		rest += " " + c.d.loc.Count(c.d.words().Common.MoreLines, n)
	}
	return append(out[:kept], rest)[:room]
}

// Commands are none: the answers stand in the question itself, all of them.
func (c choiceDialog) Commands() []command { return nil }
