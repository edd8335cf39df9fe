package widget

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/text"
	"suivi/tui/theme"
)

// Line is one line of text being typed, drawn on as many rows as it takes. It
// is a value, edited by the keys of a form's field.
type Line struct{ edit editor }

// NewLine is an empty line of at most limit characters.
func NewLine(limit int) Line { return Line{newEditor("", limit, true)} }

// Text is what was typed.
func (l Line) Text() string { return l.edit.text }

// At is where the cursor stands, in bytes.
func (l Line) At() int { return l.edit.at }

// Set puts a text in place of the one there, with the cursor at a byte of it;
// a place beyond the end is the end.
func (l Line) Set(s string, at int) Line {
	l.edit.set(text.Line(s))
	l.edit.at = l.edit.snap(min(max(at, 0), len(l.edit.text)))
	l.edit.reveal()
	return l
}

// Resize gives the columns to draw in, and the rows at most.
func (l Line) Resize(width, rows int) Line {
	l.edit.resize(width, rows)
	return l
}

// Rows is how many rows the line is drawn on.
func (l Line) Rows() int { return min(max(len(l.edit.rows), 1), l.edit.height) }

// Type takes a key or a paste. It tells whether the text had to be cut to what
// the line can hold.
func (l Line) Type(msg tea.Msg) (next Line, cut bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p := pressed(msg)
		switch {
		case l.edit.act(p), p.text == "" && l.edit.scrollKeys(p):
		case p.text != "":
			cut = l.edit.insert(text.Line(p.text), stepType)
		}
	case tea.PasteMsg:
		raw, long := bounded(msg.Content, l.edit.max)
		cut = l.edit.insert(text.Line(raw), stepOther) || long
	}
	return l, cut
}

// View draws the rows around the cursor.
func (l Line) View(s theme.Styles) []string {
	return l.edit.drawRows(s, theme.Text, true, l.edit.height)
}
