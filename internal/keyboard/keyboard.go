// Package keyboard reads what a terminal sends of keys and of pasted texts. A
// pasted text may hold anything, and the library that tells keys apart takes
// what it finds there for sequences of its own: one that is never closed hides
// the end of the paste, and every key from then on.
package keyboard

import (
	"io"
	"os"
	"unicode/utf8"
)

// Keyboard is a terminal to read from. Pasted texts come out of it without
// control characters and without bytes that are no text; keys as they are. To
// whoever needs one it is the terminal's file.
type Keyboard struct {
	*os.File
	pastes
}

// New makes a keyboard of a terminal.
func New(terminal *os.File) *Keyboard { return &Keyboard{File: terminal} }

// Terminal is the terminal itself, for a program that is lent the screen.
func (k *Keyboard) Terminal() *os.File { return k.File }

// Read reads keys and pasted texts. It may read nothing, without an error.
func (k *Keyboard) Read(b []byte) (int, error) {
	// What was held back of the last read may come out with this one.
	room := len(b) - len(pasteEnd)
	if room <= 0 {
		return 0, io.ErrShortBuffer
	}
	read := make([]byte, room)
	n, err := k.File.Read(read)
	return copy(b, k.pass(read[:n])), err
}

// Where a pasted text begins and ends, as terminals say it.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// mostPasted is how many bytes of one paste are kept: more than any field of
// any form takes.
const mostPasted = 4 << 20

// interrupt is what ctrl+c sends.
const interrupt = 0x03

// pastes finds the pasted texts in what a terminal sends, and cleans them.
type pastes struct {
	inside bool
	seen   int    // bytes of pasteStart that were just read
	held   []byte // bytes of pasteEnd, or of one letter, that were just read
	kept   int    // bytes of this paste
}

// pass is what of the bytes just read is passed on.
func (p *pastes) pass(read []byte) []byte {
	out := make([]byte, 0, len(read)+len(pasteEnd))
	if p.inside && len(read) == 1 && read[0] == interrupt {
		// A paste whose end was lost must not take ctrl+c from the person.
		out, p.inside, p.held = append(out, pasteEnd...), false, nil
	}
	for _, b := range read {
		if p.inside {
			out = p.pasted(out, b)
			continue
		}
		out = append(out, b)
		if b != pasteStart[p.seen] {
			p.seen = 0
		}
		if b == pasteStart[p.seen] {
			p.seen++
		}
		if p.seen == len(pasteStart) {
			p.inside, p.seen, p.kept = true, 0, 0
		}
	}
	return out
}

// pasted takes one byte of a pasted text.
func (p *pastes) pasted(out []byte, b byte) []byte {
	switch {
	case len(p.held) == 0:
		return p.begin(out, b)
	case p.held[0] == pasteEnd[0]:
		if b == pasteEnd[len(p.held)] {
			if p.held = append(p.held, b); len(p.held) == len(pasteEnd) {
				out, p.inside, p.held = append(out, pasteEnd...), false, nil
			}
			return out
		}
		rest := append(p.held[1:], b)
		p.held = nil
		for _, b := range rest {
			out = p.pasted(out, b)
		}
		return out
	case !continues(b):
		p.held = nil
		return p.begin(out, b)
	}
	if p.held = append(p.held, b); !utf8.FullRune(p.held) {
		return out
	}
	letter := p.held
	p.held = nil
	if r, _ := utf8.DecodeRune(letter); r == utf8.RuneError || r < 0xa0 {
		return out
	}
	return p.keep(out, letter...)
}

// begin takes a byte that follows nothing held back.
func (p *pastes) begin(out []byte, b byte) []byte {
	switch {
	case b == pasteEnd[0], b >= utf8.RuneSelf && !continues(b):
		p.held = append(make([]byte, 0, len(pasteEnd)), b)
	case b >= ' ' && b < 0x7f, b == '\n', b == '\r', b == '\t':
		return p.keep(out, b)
	}
	return out
}

func (p *pastes) keep(out []byte, b ...byte) []byte {
	if p.kept += len(b); p.kept > mostPasted {
		return out
	}
	return append(out, b...)
}

// continues tells whether a byte is inside a letter of several bytes.
func continues(b byte) bool { return b >= 0x80 && b < 0xc0 }
