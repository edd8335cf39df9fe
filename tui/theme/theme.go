// Package theme is how things look: the roles of text on a screen and the
// glyphs, for dark and light backgrounds, without colour, and in ASCII.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Role is what a piece of text is for. The look follows from it.
type Role int

// The roles.
const (
	Text    Role = iota // what is read: the terminal's own colour
	Muted               // what accompanies: labels, counts, hints
	Title               // the head of a page or of a section
	Strong              // what stands out in a text
	Accent              // the one accent colour
	Marker              // the mark of the selected row
	Good                // done, validated, reached
	Warn                // soon, waiting
	Bad                 // late, blocked, failed
	Rule                // lines and empty parts of bars
	Key                 // a key to press
	Field               // the name of the field being filled
	Invalid             // what is wrong with a field
	Added               // words that a version adds
	Removed             // words that a version takes away
	Found               // words that were looked for
	roles               // how many there are
)

// Options says for which terminal the styles are made.
type Options struct {
	Dark    bool // the background is dark
	NoColor bool // no colour at all; bold and underline stay
	ASCII   bool // glyphs and rules in ASCII only
}

// Styles is a look. It is a value: pages and widgets are handed one.
type Styles struct {
	Glyph Glyphs
	looks *[roles]look
}

// look is one role, ready to paint.
type look struct {
	start string // empty when the role changes nothing
	style lipgloss.Style
}

const reset = "\x1b[m"

// New makes the styles for a terminal.
func New(o Options) Styles {
	s := Styles{Glyph: unicodeGlyphs, looks: new([roles]look)}
	if o.ASCII {
		s.Glyph = asciiGlyphs
	}
	tones := light
	if o.Dark {
		tones = dark
	}
	for r := range roles {
		s.looks[r] = newLook(r, tones, o.NoColor)
	}
	return s
}

// Paint gives s the look of a role. It keeps the lines of s apart, so that
// a look never runs over a line's end.
func (s Styles) Paint(r Role, text string) string {
	if s.looks == nil || r < 0 || r >= roles || text == "" || s.looks[r].start == "" {
		return text
	}
	start := s.looks[r].start
	if strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\n", reset+"\n"+start)
	}
	return start + text + reset
}

// Style is a role as a lipgloss style, for components that want one.
func (s Styles) Style(r Role) lipgloss.Style {
	if s.looks == nil || r < 0 || r >= roles {
		return lipgloss.NewStyle()
	}
	return s.looks[r].style
}

// tone is one of the few colours that roles share.
type tone int

const (
	plain tone = iota
	muted
	accent
	good
	warn
	bad
	rule
	toneCount
)

// palette gives each tone a colour; plain has none.
type palette [toneCount]string

// Text tones reach a contrast of 4.5 on #1e1e1e and on #ffffff, rules 3. They
// also stay apart when a terminal reduces them to its 16 colours.
var (
	dark  = palette{muted: "#9da3a9", accent: "#5fafd7", good: "#7fc47f", warn: "#d2c560", bad: "#f28b82", rule: "#767676"}
	light = palette{muted: "#5f666d", accent: "#005f87", good: "#2b6e2b", warn: "#6e6800", bad: "#b3261e", rule: "#8a8a8a"}
)

// toneOf is the tone of each role.
var toneOf = [roles]tone{
	Muted: muted, Accent: accent, Marker: accent, Good: good, Warn: warn, Bad: bad, Rule: rule,
	Key: accent, Field: accent, Invalid: bad, Added: good, Removed: bad, Found: accent,
}

// weight says what a role has besides its tone.
type weight struct{ bold, underline bool }

var (
	weightOf = [roles]weight{Title: {bold: true}, Strong: {bold: true}, Found: {bold: true, underline: true}}
	// Without colour, what must be noticed is bold.
	plainWeightOf = [roles]weight{
		Title: {bold: true}, Strong: {bold: true}, Accent: {bold: true}, Marker: {bold: true}, Bad: {bold: true},
		Key: {bold: true}, Field: {bold: true}, Invalid: {bold: true}, Added: {underline: true},
		Found: {bold: true, underline: true},
	}
)

func newLook(r Role, tones palette, noColor bool) look {
	w, hex := weightOf[r], tones[toneOf[r]]
	if noColor {
		w, hex = plainWeightOf[r], ""
	}
	var (
		sgr   ansi.Style
		style = lipgloss.NewStyle()
	)
	if w.bold {
		sgr, style = sgr.Bold(), style.Bold(true)
	}
	if w.underline {
		sgr, style = sgr.Underline(true), style.Underline(true)
	}
	if hex != "" {
		var c color.Color = lipgloss.Color(hex)
		sgr, style = sgr.ForegroundColor(c), style.Foreground(c)
	}
	if len(sgr) == 0 {
		return look{style: style}
	}
	return look{start: sgr.String(), style: style}
}
