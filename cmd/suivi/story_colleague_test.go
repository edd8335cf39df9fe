//go:build unix

package main

import (
	"testing"

	"suivi/internal/termtest"
)

// colleague is one of two people at work on the same action.
type colleague struct {
	*termtest.Terminal
	t *testing.T
}

func sitsAs(t *testing.T, dir, path, name string) colleague {
	t.Helper()
	return colleague{play(t, termtest.Options{Dir: dir, Args: []string{"--as", name, path}}), t}
}

// startEdit opens the form of the only action.
func (c colleague) startEdit() {
	c.t.Helper()
	c.WaitFor("À traiter")
	c.Press("3")
	c.WaitFor("▌ A-2017-01", "échap retour")
	c.Press("e")
	inField(c.t, c.Terminal, "Action")
}

// retype puts another text in place of the action's.
func (c colleague) retype(text string) {
	c.t.Helper()
	c.Press("end", "ctrl+u")
	c.Type(text)
	waitRow(c.t, c.Terminal, "▌ Action", text)
}

// editAgain finds in the register, then in the form, what the other saved, and
// leaves it as it is.
func (c colleague) editAgain() {
	c.t.Helper()
	c.Press("3")
	c.WaitFor("▌ A-2017-01  Nommer deux points focaux")
	c.Press("e")
	waitRow(c.t, c.Terminal, "▌ Action", "Nommer deux points focaux")
	c.Press("esc")
	c.WaitGone("ctrl+s")
	c.WaitFor("▌ A-2017-01  Nommer deux points focaux", "échap retour")
}
