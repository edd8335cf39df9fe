package widget

import (
	"strings"

	"suivi/tui/theme"
)

// Bar is a bar of progress, width cells wide: filled as far as percent, with a
// mark where expected is. A negative expected has no mark. It looks full only
// at 100 and empty only at 0.
func Bar(st theme.Styles, width, percent, expected int) string {
	if width <= 0 {
		return ""
	}
	percent = min(max(percent, 0), 100)
	filled := (percent*width + 50) / 100
	switch {
	case percent == 100:
		filled = width
	case percent > 0:
		filled = min(max(filled, 1), max(width-1, 1))
	}
	part := func(from, to int) string {
		done := min(max(filled-from, 0), to-from)
		return st.Paint(theme.Accent, strings.Repeat(st.Glyph.Bar, done)) +
			st.Paint(theme.Rule, strings.Repeat(st.Glyph.Empty, to-from-done))
	}
	if expected < 0 {
		return part(0, width)
	}
	today := min(expected*width/100, width-1)
	return part(0, today) + st.Paint(theme.Strong, st.Glyph.Today) + part(today+1, width)
}
