package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/tui/theme"
)

// Gauge is a bar of progress in a row; see Bar.
type Gauge struct{ Percent, Expected int }

// Row is one fact of a block.
type Row struct {
	Label string
	Text  string
	Role  theme.Role
	// Under puts the text of a row without a label under the texts of the rows
	// above.
	Under bool
	// Spans, when there are any, stand in place of Text; what they add or
	// remove is marked.
	Spans []Span
	// Target names what the row opens; a row with a target can be focused.
	Target string
	// Anchor names the row where it opens nothing, so that the sheet can be
	// opened at it.
	Anchor string
	// Long lets a row with a target take several lines; any other row does
	// anyway, as it could not be read elsewhere.
	Long bool
	// Answers marks a target that is answered where it stands and opens nothing.
	Answers bool
	Bar     *Gauge
}

// Block is a part of a sheet. A block without a title leads the sheet.
type Block struct {
	Title string
	Count string
	Rows  []Row
	Empty string // said when there are no rows
}

// Sheet is a page of facts, in blocks, whose targets can be walked. It is a
// value: every method returns the next one.
type Sheet struct {
	styles        theme.Styles
	blocks        []Block
	width, height int
	idle          bool

	lines   []sheetLine
	targets []sheetTarget
	anchors []sheetTarget
	focus   int // in targets; -1 when none was reached yet
	scroll  int // the first line drawn
}

// sheetTarget is a row that can be focused: its lines are from … to-1.
type sheetTarget struct {
	name     string
	from, to int
}

// wheelLines is how far one turn of the wheel scrolls.
const wheelLines = 3

// NewSheet makes an empty sheet.
func NewSheet(st theme.Styles) Sheet { return Sheet{styles: st, focus: -1} }

// Set changes what the sheet shows. The focus stays on its target, and the
// target on its line of the screen; but what leads the sheet stays in sight
// while it was and the focus can be too.
func (s Sheet) Set(blocks []Block) Sheet {
	old := s
	s.blocks = blocks
	s = s.relaid(old)
	top := s
	if top.scroll = 0; old.scroll == 0 && (top.focus < 0 || top.seen(top.focus)) {
		return top
	}
	return s
}

// Resize gives the sheet its area.
func (s Sheet) Resize(w, h int) Sheet {
	w, h = max(w, 0), max(h, 0)
	if w == s.width && h == s.height {
		return s
	}
	old := s
	s.width, s.height = w, h
	return s.relaid(old)
}

// SetStyles changes the look.
func (s Sheet) SetStyles(st theme.Styles) Sheet {
	old := s
	s.styles = st
	return s.relaid(old)
}

// SetActive says whether the sheet has the keys; without them it shows no marker.
func (s Sheet) SetActive(active bool) Sheet {
	s.idle = !active
	return s
}

// Update takes the keys that move and the wheel, and leaves all else alone.
func (s Sheet) Update(msg tea.Msg) (Sheet, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "k":
			s = s.Move(-1)
		case "down", "j":
			s = s.Move(1)
		case "pgup":
			s = s.Page(-1)
		case "pgdown":
			s = s.Page(1)
		case "home":
			s = s.Top()
		case "end":
			s = s.Bottom()
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			s = s.scrolled(-wheelLines)
		case tea.MouseWheelDown:
			s = s.scrolled(wheelLines)
		}
	}
	return s, nil
}

// Focused is the target in focus; false when there is none on the screen.
func (s Sheet) Focused() (target string, ok bool) {
	if s.focus < 0 || !s.seen(s.focus) {
		return "", false
	}
	return s.targets[s.focus].name, true
}

// Focus goes to a target, or scrolls to an anchor; a sheet without it stays as
// it is.
func (s Sheet) Focus(target string) Sheet {
	named := func(t sheetTarget) bool { return t.name == target }
	if i := slices.IndexFunc(s.targets, named); i >= 0 {
		return s.focused(i)
	}
	if i := slices.IndexFunc(s.anchors, named); i >= 0 {
		return s.scrolled(s.anchors[i].from - 1 - s.scroll)
	}
	return s
}

// Next goes to the next target, wherever it is.
func (s Sheet) Next() Sheet { return s.focused(s.focus + 1) }

// Prev goes to the target before, wherever it is.
func (s Sheet) Prev() Sheet { return s.focused(s.focus - 1) }

// Lines is how many lines the whole sheet takes at its width.
func (s Sheet) Lines() int { return len(s.lines) }

// MoreAbove tells whether lines stand above the first one drawn.
func (s Sheet) MoreAbove() bool { return s.scroll > 0 }

// MoreBelow tells whether lines stand below the last one drawn.
func (s Sheet) MoreBelow() bool { return s.scroll+s.height < len(s.lines) }

// Move takes n steps down, or up when n is negative. A step goes to the next
// target when it is on the screen, and otherwise scrolls by one line, so that
// every line is passed.
func (s Sheet) Move(n int) Sheet {
	for ; n > 0; n-- {
		s = s.down()
	}
	for ; n < 0; n++ {
		s = s.up()
	}
	return s
}

// Page scrolls n screens down, or up when n is negative.
func (s Sheet) Page(n int) Sheet { return s.scrolled(n * max(s.height-1, 1)) }

// Top goes to the first line.
func (s Sheet) Top() Sheet {
	s.scroll, s.focus = 0, -1
	return s.greet()
}

// Bottom goes to the last line.
func (s Sheet) Bottom() Sheet {
	s.scroll, s.focus = s.limit(), len(s.targets)-1
	return s
}

func (s Sheet) down() Sheet {
	next := s.focus
	if next < 0 || s.targets[next].from < s.scroll+s.height {
		next = slices.IndexFunc(s.targets, func(t sheetTarget) bool {
			return t.from >= s.scroll && (s.focus < 0 || t.from > s.targets[s.focus].from)
		})
	}
	if next >= 0 && s.targets[next].from < s.scroll+s.height {
		return s.focused(next)
	}
	s.scroll = min(s.scroll+1, s.limit())
	if next >= 0 && s.targets[next].from < s.scroll+s.height {
		return s.focused(next)
	}
	return s
}

func (s Sheet) up() Sheet {
	before := s.focus
	if before >= 0 && s.targets[before].from >= s.scroll {
		for before--; before >= 0 && s.targets[before].from >= s.scroll+s.height; before-- {
		}
	}
	if before >= 0 && s.targets[before].from >= s.scroll {
		s.focus = before
		return s
	}
	s.scroll = max(s.scroll-1, 0)
	if before >= 0 && s.targets[before].from >= s.scroll {
		s.focus = before
	}
	return s
}

// focused focuses a target, if there is one at i, and scrolls it into view.
func (s Sheet) focused(i int) Sheet {
	if i < 0 || i >= len(s.targets) {
		return s
	}
	s.focus = i
	t := s.targets[i]
	if t.to > s.scroll+s.height {
		s.scroll = t.to - s.height
	}
	s.scroll = min(s.scroll, t.from)
	return s
}

// scrolled scrolls n lines and takes a focus left behind along.
func (s Sheet) scrolled(n int) Sheet {
	from := s.scroll
	s.scroll = min(max(s.scroll+n, 0), s.limit())
	on := func(t sheetTarget) bool { return t.from >= s.scroll && t.from < s.scroll+s.height }
	if from != s.scroll && s.focus >= 0 && on(s.targets[s.focus]) {
		return s
	}
	for i, t := range s.targets {
		if !on(t) {
			continue
		}
		// At an end there is no further to scroll: the outermost target is meant.
		if s.focus = i; (n > 0) == (from != s.scroll) {
			break
		}
	}
	return s
}

// limit is the last line that may be drawn first.
func (s Sheet) limit() int { return max(len(s.lines)-s.height, 0) }

// seen tells whether a line of a target is on the screen.
func (s Sheet) seen(i int) bool {
	t := s.targets[i]
	return t.to > s.scroll && t.from < s.scroll+s.height
}

// greet focuses the first target when it is on the first screen.
func (s Sheet) greet() Sheet {
	if s.focus < 0 && s.scroll == 0 && len(s.targets) > 0 && s.targets[0].from < s.height {
		s.focus = 0
	}
	return s
}

// relaid lays the blocks out again and keeps the focus and place of old.
func (s Sheet) relaid(old Sheet) Sheet {
	s.lines, s.targets, s.anchors = layout(s.styles, s.blocks, s.width)
	if s.focus = old.closest(s.targets); s.focus >= 0 {
		line := old.targets[old.focus].from - old.scroll
		s.scroll = s.targets[s.focus].from - line
	}
	s.scroll = min(max(s.scroll, 0), s.limit())
	if s.focus >= 0 && old.seen(old.focus) {
		s = s.focused(s.focus)
	}
	return s.greet()
}

// closest is where the focus is among new targets: on the same name, else at
// the same place.
func (s Sheet) closest(targets []sheetTarget) int {
	if s.focus < 0 || len(targets) == 0 {
		return -1
	}
	at := -1
	for i, t := range targets {
		if t.name == s.targets[s.focus].name && (at < 0 || abs(i-s.focus) < abs(at-s.focus)) {
			at = i
		}
	}
	if at < 0 {
		at = min(s.focus, len(targets)-1)
	}
	return at
}

func abs(n int) int { return max(n, -n) }

// View draws the lines on the screen and no others, in exactly its area.
func (s Sheet) View() string {
	if s.width == 0 || s.height == 0 {
		return ""
	}
	lines := make([]string, s.height)
	for i := range lines {
		edge := " "
		switch {
		case i == 0 && s.MoreAbove():
			edge = s.styles.Paint(theme.Muted, s.styles.Glyph.Above)
		case i == s.height-1 && s.MoreBelow():
			edge = s.styles.Paint(theme.Muted, s.styles.Glyph.Below)
		}
		if at := s.scroll + i; at < len(s.lines) && s.width > sheetMargins {
			l := s.lines[at]
			lines[i] = l.paint(s.styles, s.width-1, !s.idle && l.target >= 0 && l.target == s.focus) + edge
		} else {
			lines[i] = blank(s.width)
		}
	}
	return strings.Join(lines, "\n")
}
