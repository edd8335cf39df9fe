package tui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// filtering is the line of a page in which a filter is typed.
type filtering struct {
	filter textinput.Model
	typing bool
}

// Typing tells whether a filter is being typed.
func (f filtering) Typing() bool { return f.typing }

// filtered is a page with such a line, by which it narrows what it lists.
type filtered[P page] interface {
	page
	line() filtering
	withLine(filtering) P
	// asked lists anew for what the line says.
	asked(filter string) (P, tea.Cmd)
	resize() (page, tea.Cmd)
	move(n int) (page, tea.Cmd)
}

func (f filtering) line() filtering { return f }

// typeFilter hands a key, or a paste, to the line of a page: esc takes the
// filter away, enter keeps it, up and down go through what is listed, and
// every change of it lists anew.
func typeFilter[P filtered[P]](d *desk, p P, msg tea.Msg) (page, tea.Cmd) {
	f := p.line()
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch press.String() {
		case "enter", "tab":
			f.typing = false
			f.filter.Blur()
			return p.withLine(f).resize()
		case "esc":
			f.typing = false
			f.filter.Blur()
			f.filter.SetValue("")
			next, cmd := p.withLine(f).asked("")
			sized, more := next.resize()
			return sized, tea.Batch(cmd, more)
		case "up":
			return p.move(-1)
		case "down":
			return p.move(1)
		}
	}
	before := f.filter.Value()
	var said tea.Cmd
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg, said = d.pasted(before, paste)
	}
	if f.filter, _ = f.filter.Update(msg); f.filter.Value() == before {
		return p.withLine(f), said
	}
	next, cmd := p.withLine(f).asked(f.filter.Value())
	return next, tea.Batch(cmd, said)
}
