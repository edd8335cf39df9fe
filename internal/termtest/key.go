//go:build unix

package termtest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// plain are the keys an xterm sends one fixed sequence for.
var plain = map[string]string{
	"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f", "shift+tab": "\x1b[Z",
	// A lone ESC byte could be the start of the next key: a terminal tells
	// them apart by time, and a test must not. This is the same key in the
	// form that needs no clock.
	"esc": "\x1b[27u",
	"f1":  "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
}

// cursor are the keys written CSI letter, or CSI 1 ; modifier letter.
var cursor = map[string]string{"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H"}

// numbered are the keys written CSI number ~, or CSI number ; modifier ~.
var numbered = map[string]int{
	"insert": 2, "delete": 3, "pgup": 5, "pgdown": 6,
	"f5": 15, "f6": 17, "f7": 18, "f8": 19, "f9": 20, "f10": 21, "f11": 23, "f12": 24,
}

var modifiers = []struct {
	name string
	bit  int
}{{"ctrl+", 4}, {"alt+", 2}, {"shift+", 1}}

// bytesOf is what a terminal sends for a key, named as Bubble Tea names it.
func bytesOf(key string) (string, error) {
	if seq, found := plain[key]; found {
		return seq, nil
	}
	mod, name := 0, key
	for _, m := range modifiers {
		if rest, found := strings.CutPrefix(name, m.name); found && rest != "" {
			mod, name = mod+m.bit, rest
		}
	}
	letter, isCursor := cursor[name]
	number, isNumbered := numbered[name]
	switch {
	case isCursor && mod == 0:
		return "\x1b[" + letter, nil
	case isCursor:
		return fmt.Sprintf("\x1b[1;%d%s", mod+1, letter), nil
	case isNumbered && mod == 0:
		return fmt.Sprintf("\x1b[%d~", number), nil
	case isNumbered:
		return fmt.Sprintf("\x1b[%d;%d~", number, mod+1), nil
	}
	return character(key, name, mod)
}

func character(key, name string, mod int) (string, error) {
	r, size := utf8.DecodeRuneInString(name)
	special := plain[name]
	switch {
	case size == len(name) && mod == 0:
		return name, nil
	case size == len(name) && mod == 4 && r >= 'a' && r <= 'z':
		return string(r - 'a' + 1), nil
	case size == len(name) && mod == 2:
		return "\x1b" + name, nil
	case size == len(name) && mod != 0:
		return fmt.Sprintf("\x1b[%d;%du", r, mod+1), nil
	case special == "\r" || special == "\t" || special == " " || special == "\x7f":
		return fmt.Sprintf("\x1b[%d;%du", special[0], mod+1), nil
	}
	return "", fmt.Errorf("termtest: no key is called %q", key)
}
