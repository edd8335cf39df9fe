package widget

import "charm.land/bubbles/v2/key"

func keys(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }

// editKeys are the keys of a text being typed: those of readline. Nothing
// else acts on it; ctrl+v in particular does not read the clipboard, which
// over SSH is another machine's.
var editKeys = struct {
	Left, Right, WordLeft, WordRight, Start, End, Begin, Finish     key.Binding
	Backspace, Delete, EraseWord, EraseBack, EraseForth, Head, Tail key.Binding
	Undo, Up, Down, PageUp, PageDown, Newline                       key.Binding
}{
	Left:       keys("left", "ctrl+b"),
	Right:      keys("right", "ctrl+f"),
	WordLeft:   keys("alt+b", "alt+left", "ctrl+left"),
	WordRight:  keys("alt+f", "alt+right", "ctrl+right"),
	Start:      keys("home", "ctrl+a"),
	End:        keys("end", "ctrl+e"),
	Begin:      keys("ctrl+home"),
	Finish:     keys("ctrl+end"),
	Backspace:  keys("backspace", "shift+backspace", "ctrl+h"),
	Delete:     keys("delete", "ctrl+d"),
	EraseWord:  keys("ctrl+w"),
	EraseBack:  keys("alt+backspace", "ctrl+backspace"),
	EraseForth: keys("alt+d", "alt+delete", "ctrl+delete"),
	Head:       keys("ctrl+u"),
	Tail:       keys("ctrl+k"),
	Undo:       keys("ctrl+z"),
	Up:         keys("up"),
	Down:       keys("down"),
	PageUp:     keys("pgup"),
	PageDown:   keys("pgdown"),
	Newline:    keys("enter", "shift+enter", "alt+enter", "ctrl+j"),
}

// formKeys move through a form.
var formKeys = struct {
	Next, Previous, Up, Down, Enter, Save, Leave, New, SectionUp, SectionDown key.Binding
	CycleLeft, CycleRight, Open, Editor                                       key.Binding
}{
	Next:        keys("tab"),
	Previous:    keys("shift+tab"),
	Up:          keys("up"),
	Down:        keys("down"),
	Enter:       keys("enter"),
	Save:        keys("ctrl+s"),
	Leave:       keys("esc"),
	New:         keys("ctrl+n"),
	SectionUp:   keys("pgup"),
	SectionDown: keys("pgdown"),
	CycleLeft:   keys("left"),
	CycleRight:  keys("right", "space"),
	Open:        keys("space", "alt+down"),
	Editor:      keys("ctrl+o"),
}

// press is what of a key press decides: characters to insert, or the name of
// a command. A key that brings characters is never a command.
type press struct{ text, name string }

func (p press) String() string { return p.name }

func (p press) is(b key.Binding) bool { return key.Matches(p, b) }

// act does what p asks of the text; false when p is none of its keys.
func (e *editor) act(p press) bool {
	if p.text != "" || p.name == "space" {
		return false
	}
	return e.move(p) || e.erase(p)
}

func (e *editor) move(p press) bool {
	var to int
	switch {
	case p.is(editKeys.Left):
		to = e.before(e.at)
	case p.is(editKeys.Right):
		to = e.after(e.at)
	case p.is(editKeys.WordLeft):
		to = e.back(e.at, wordRune)
	case p.is(editKeys.WordRight):
		to = e.forth(e.at, wordRune)
	case p.is(editKeys.Start):
		to = e.lineStart(e.at)
	case p.is(editKeys.End):
		to = e.lineEnd(e.at)
	case p.is(editKeys.Begin):
		to = 0
	case p.is(editKeys.Finish):
		to = len(e.text)
	default:
		return false
	}
	e.at, e.goal, e.last = to, -1, stepMove
	e.reveal()
	return true
}

func (e *editor) erase(p press) bool {
	at := e.at
	switch {
	case p.is(editKeys.Backspace):
		e.cutOut(e.before(at), at, stepErase)
	case p.is(editKeys.Delete):
		e.cutOut(at, e.after(at), stepErase)
	case p.is(editKeys.EraseWord):
		e.cutOut(e.back(at, solidRune), at, stepOther)
	case p.is(editKeys.EraseBack):
		e.cutOut(e.back(at, wordRune), at, stepOther)
	case p.is(editKeys.EraseForth):
		e.cutOut(at, e.forth(at, wordRune), stepOther)
	case p.is(editKeys.Head):
		e.cutOut(e.lineStart(at), at, stepOther)
	case p.is(editKeys.Tail):
		to := e.lineEnd(at)
		if to == at {
			to = e.after(at)
		}
		e.cutOut(at, to, stepOther)
	case p.is(editKeys.Undo):
		e.undo()
	default:
		return false
	}
	return true
}
