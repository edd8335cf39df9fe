package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// draftDialog lists what was typed and not saved: each entry is resumed, given
// up or left for later.
type draftDialog struct {
	d    *desk
	left []leftover
	at   int
	// instead is the form that was opened by hand, which a draft of it then
	// takes the place of; 0 when there is none.
	instead       int
	width, height int
}

func newDraftDialog(d *desk, left []leftover, instead int) draftDialog {
	left = slices.Clone(left)
	for i := range left {
		left[i].head.Title = left[i].title(d)
	}
	return draftDialog{d: d, left: left, instead: instead}
}

// decides tells that the keys pressed after an answer wait for what it brings.
func (q draftDialog) decides() {}

// Init has nothing to load.
func (q draftDialog) Init() tea.Cmd { return nil }

// Resize gives the width and the greatest height it may take.
func (q draftDialog) Resize(width, height int) dialog {
	q.width, q.height = width, height
	return q
}

// Commands are the keys that move; the answers stand in the question itself.
func (q draftDialog) Commands() []command {
	if len(q.left) < 2 {
		return nil
	}
	return []command{{key: keymap.Move}}
}

// Update answers keys; an entry that is given up goes from the list.
func (q draftDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case draftDroppedMsg:
		was := len(q.left)
		q.left = slices.DeleteFunc(slices.Clone(q.left), func(l leftover) bool { return l.id == msg.id })
		q.at = max(min(q.at, len(q.left)-1), 0)
		if was > 0 && len(q.left) == 0 {
			return q, send(answeredMsg{})
		}
	case tea.KeyPressMsg:
		return q.press(msg.String())
	}
	return q, nil
}

func (q draftDialog) press(name string) (dialog, tea.Cmd) {
	switch {
	case len(q.left) == 0 || name == "esc":
		return q, send(answeredMsg{})
	case name == "up" || name == "k":
		q.at = max(q.at-1, 0)
	case name == "down" || name == "j":
		q.at = min(q.at+1, len(q.left)-1)
	case name == "enter":
		return q, send(answeredMsg{q.d.resume(q.left[q.at], q.instead)})
	case name == "x":
		w, l := q.d.words().Draft, q.left[q.at]
		return q, send(askedMsg{choiceDialog{d: q.d, title: w.DropTitle, lines: dropEmpty([]string{l.head.Title, l.head.Words, w.DropLine}), choices: []choice{
			{key: keyDiscard, word: w.DropIt, then: send(draftDroppedMsg{l.id})},
			{key: "esc", word: w.KeepIt},
		}}})
	}
	return q, nil
}

// draftsCommand opens the list at any time.
func (d *desk) draftsCommand() command {
	off := d.can(committee.VerbRevise, committee.KindCommittee)
	if off == "" && (d.shelf == nil || len(d.shelf.left) == 0) {
		off = d.words().Draft.None
	}
	return act(keymap.Drafts, off, func() tea.Cmd { return send(draftsAskedMsg{}) })
}

// View lists the entries, as many as there is room for around the one in
// hand, then the answers.
func (q draftDialog) View() string {
	w, s := q.d.words().Draft, q.d.styles
	width := max(min(q.width-4, 96), 10)
	title := w.Title
	if q.instead != 0 {
		title = w.Waiting
	}
	out := []string{" " + s.Paint(theme.Title, title)}
	answers := []choice{{key: keymap.Open.Show, word: w.Resume}, {key: "x", word: w.Drop}, {key: "esc", word: w.Later}}
	room := q.height - len(out) - len(answers)
	if q.instead == 0 && room > 5 {
		for _, l := range strings.Split(ansi.Wrap(w.Line, width, ""), "\n") {
			out = append(out, "   "+l)
		}
		out = append(out, "")
		room = q.height - len(out) - len(answers)
	}
	const each = 2
	most := max(room/each, 1)
	from := max(min(q.at-most/2, len(q.left)-most), 0)
	for i := from; i < min(from+most, len(q.left)); i++ {
		out = append(out, q.rows(i, width)...)
	}
	if len(out)+len(answers) < q.height {
		out = append(out, "")
	}
	widest := 3
	for _, a := range answers {
		widest = max(widest, ansi.StringWidth(keyNamed(q.d, a.key)))
	}
	for _, a := range answers {
		key := keyNamed(q.d, a.key)
		out = append(out, "   "+s.Paint(theme.Key, key)+strings.Repeat(" ", widest+2-ansi.StringWidth(key))+a.word)
	}
	return strings.Join(out, "\n")
}

// rows are one entry: what it is and when it was typed, then its first words.
func (q draftDialog) rows(i, width int) []string {
	s, l := q.d.styles, q.left[i]
	dot := " " + s.Glyph.Dot + " "
	mark, role := "   ", theme.Text
	if i == q.at {
		mark, role = " "+s.Paint(theme.Marker, s.Glyph.Marker)+" ", theme.Strong
	}
	when := q.when(l.head)
	title := ansi.Truncate(l.head.Title, max(width-ansi.StringWidth(dot+when), 8), s.Glyph.Ellipsis)
	words := l.head.Words
	if words != "" {
		words = s.Paint(theme.Muted, fmt.Sprintf(q.d.words().Common.Quote, ansi.Truncate(words, max(width-6, 8), s.Glyph.Ellipsis)))
	}
	return []string{mark + s.Paint(role, title) + s.Paint(theme.Muted, dot+when), "     " + words}
}

// when says when an entry was typed last, and by whom when that was another.
func (q draftDialog) when(h draftHead) string {
	w := q.d.words().Draft
	at := h.At.In(q.d.now().Location())
	said := fmt.Sprintf(w.When, q.d.loc.Date(committee.DateOf(at)), q.d.loc.Clock(committee.Clock(at.Format("15:04"))))
	if h.By == "" || h.By == q.d.actor.Name {
		return said
	}
	return fmt.Sprintf(w.WhenBy, said, fmt.Sprintf(w.By, h.By))
}
