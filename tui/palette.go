package tui

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/sahilm/fuzzy"

	"suivi/internal/i18n"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// entry is one line of the palette: a command or a screen.
type entry struct {
	// word is what it is called, in either language.
	word func(*i18n.Words) string
	// also are other words that it is looked for by; nil for none.
	also func(*i18n.Words) string
	// show is its key, empty when it has none.
	show string
	// off says why it cannot act now; empty when it can.
	off string
	run func(root) (tea.Model, tea.Cmd)
}

// invokedMsg says that an entry of the palette was chosen.
type invokedMsg struct {
	run func(root) (tea.Model, tea.Cmd)
}

// paletteDialog finds a command or a screen by its words.
type paletteDialog struct {
	d             *desk
	entries       []entry
	input         textinput.Model
	found         []int // the entries that match, the best first
	at            int   // in found
	width, height int
}

func newPalette(d *desk, entries []entry) paletteDialog {
	in := newFilter(d)
	in.Prompt = ": "
	in.Focus()
	return paletteDialog{d: d, entries: entries, input: in}.match()
}

// Init has nothing to load.
func (p paletteDialog) Init() tea.Cmd { return nil }

// Resize gives the width and the greatest height.
func (p paletteDialog) Resize(width, height int) dialog {
	p.width, p.height = width, height
	p.input.SetWidth(max(width-8, 1))
	return p
}

// Commands are the keys of the palette.
func (p paletteDialog) Commands() []command {
	return []command{{key: keymap.Move}, {key: keymap.Open}, {key: keymap.Back}}
}

// decides tells that what the palette answers decides what the next keys mean.
func (p paletteDialog) decides() {}

// Update takes what is typed.
func (p paletteDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case restyledMsg:
		p.input = dressed(p.input, p.d.styles)
		return p.match(), nil
	case tea.PasteMsg:
		msg, said := p.d.pasted(p.input.Value(), msg)
		p.input, _ = p.input.Update(msg)
		return p.match(), said
	case tea.KeyPressMsg:
		return p.press(msg)
	}
	return p, nil
}

func (p paletteDialog) press(msg tea.KeyPressMsg) (dialog, tea.Cmd) {
	last := max(len(p.found)-1, 0)
	switch msg.String() {
	case "esc":
		return p, send(answeredMsg{})
	case "up", "ctrl+p":
		p.at = max(p.at-1, 0)
	case "down", "ctrl+n", "tab":
		p.at = min(p.at+1, last)
	case "pgup":
		p.at = max(p.at-p.rows(), 0)
	case "pgdown":
		p.at = min(p.at+p.rows(), last)
	case "enter":
		if len(p.found) == 0 || p.entries[p.found[p.at]].off != "" {
			return p, nil // the reason stands under it
		}
		return p, send(answeredMsg{send(invokedMsg{p.entries[p.found[p.at]].run})})
	case "backspace":
		if p.input.Value() == "" {
			return p, send(answeredMsg{})
		}
		fallthrough
	default:
		before := p.input.Value()
		if p.input, _ = p.input.Update(msg); p.input.Value() != before {
			return p.match(), nil
		}
	}
	return p, nil
}

// candidate is how well an entry answers what was typed; less is better.
type candidate struct{ entry, tier, score int }

// match finds the entries for what was typed: first those that begin so, then
// those whose words begin with every word typed, in the language of the screen, then in the other
// one, then those that look alike. What can act comes before what cannot.
func (p paletteDialog) match() paletteDialog {
	typed := strings.TrimSpace(text.Fold(p.input.Value()))
	here, there := p.d.words(), i18n.For(otherLanguage(p.d.loc.Lang)).Words
	var all []candidate
	for i, e := range p.entries {
		c := candidate{entry: i}
		own, other := text.Fold(e.word(here)), text.Fold(e.word(there))
		switch {
		case typed == "":
		case typed == text.Fold(e.show):
		case strings.HasPrefix(own, typed):
			c.tier = 1
		case begins(own, typed):
			c.tier = 2
		case begins(other, typed), e.also != nil && (begins(text.Fold(e.also(here)), typed) || begins(text.Fold(e.also(there)), typed)):
			c.tier = 3
		default:
			score, ok := alike(typed, own, other)
			if !ok {
				continue
			}
			c.tier, c.score = 4, -score
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(p.late(a), p.late(b)), cmp.Compare(a.score, b.score))
	})
	p.found, p.at = nil, 0
	for _, c := range all {
		p.found = append(p.found, c.entry)
	}
	return p
}

// alike finds the letters typed in one of the texts, in their order: close
// together, or each at the beginning of a word.
func alike(typed string, texts ...string) (score int, ok bool) {
	for _, m := range fuzzy.Find(typed, texts) {
		at := m.MatchedIndexes
		heads := !slices.ContainsFunc(at, func(i int) bool { return i > 0 && m.Str[i-1] != ' ' })
		if span := at[len(at)-1] - at[0]; heads || span <= len(at)+len(at)/3 {
			return m.Score, true
		}
	}
	return 0, false
}

// late is 1 for an entry that cannot act now.
func (p paletteDialog) late(c candidate) int {
	if p.entries[c.entry].off != "" {
		return 1
	}
	return 0
}

// begins tells whether each word typed begins a word of s.
func begins(s, typed string) bool {
	split := func(r rune) bool { return strings.ContainsRune(" ',:;()-/", r) }
	words := strings.FieldsFunc(s, split)
	for _, t := range strings.FieldsFunc(typed, split) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) }) {
			return false
		}
	}
	return true
}

// rows is how many entries stand in sight: the title, the line typed in and
// the reason leave the rest.
func (p paletteDialog) rows() int { return max(p.height-3, 1) }

// View draws the palette.
func (p paletteDialog) View() string {
	w, s := p.d.words().Palette, p.d.styles
	lines := []string{" " + s.Paint(theme.Title, w.Title), " " + p.input.View()}
	if len(p.found) == 0 {
		return strings.Join(append(lines, "   "+w.Nothing), "\n")
	}
	rows := p.rows()
	from := min(max(p.at-rows/2, 0), max(len(p.found)-rows, 0))
	for i := from; i < min(from+rows, len(p.found)); i++ {
		lines = append(lines, p.row(p.entries[p.found[i]], i == p.at))
		if off := p.entries[p.found[i]].off; i == p.at && off != "" {
			lines = append(lines, "     "+s.Paint(theme.Warn, ansi.Truncate(text.Line(off), max(p.width-7, 1), s.Glyph.Ellipsis)))
		}
	}
	return strings.Join(lines, "\n")
}

func (p paletteDialog) row(e entry, chosen bool) string {
	s := p.d.styles
	mark, role := "   ", theme.Text
	if chosen {
		mark, role = " "+s.Paint(theme.Marker, s.Glyph.Current)+" ", theme.Strong
	}
	right := keysShown(p.d, e.show)
	if e.off != "" {
		role, right = theme.Muted, strings.TrimSpace(p.d.words().Palette.NotNow+"  "+right)
	}
	word := ansi.Truncate(text.Line(capital(e.word(p.d.words()))), max(p.width-8-ansi.StringWidth(right), 1), s.Glyph.Ellipsis)
	pad := strings.Repeat(" ", max(p.width-5-ansi.StringWidth(word)-ansi.StringWidth(right), 1))
	return mark + s.Paint(role, word) + pad + s.Paint(theme.Key, right)
}

// capital gives a sentence its first letter.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
