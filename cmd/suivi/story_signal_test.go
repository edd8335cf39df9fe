//go:build unix

package main

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"suivi/internal/termtest"
)

// A signal may come at any moment: on the first screen, in a form half filled
// in, under a question.
func TestStorySignalEndsTheVisitInOrder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	before := content(t, dir)["comite.suivi"]
	places := map[string]func(*testing.T, *termtest.Terminal){"home": onHome, "in a form": inForm, "under a question": underQuestion}
	for name, signal := range map[string]os.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT} {
		for place, reach := range places {
			t.Run(name+" "+place, func(t *testing.T) {
				// A home of its own: what one leaves half typed is offered to the next.
				term := play(t, termtest.Options{Dir: t.TempDir(), Args: []string{"--as", secretary, path}})
				reach(t, term)
				start := time.Now()
				term.Signal(signal)
				if code := term.Exit(); code != done {
					t.Errorf("code %d, want %d\n%s", code, done, term.Screen())
				}
				if late := time.Since(start); late > 5*time.Second {
					t.Errorf("it took %s", late)
				}
				restored(t, term)
			})
		}
	}
	if now := content(t, dir)["comite.suivi"]; now != before {
		t.Error("a visit that saved nothing changed the file")
	}
	sound(t, opened(t, path))
}

func onHome(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.WaitFor("À traiter", "4 actions en retard")
}

func inForm(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	onHome(t, term)
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe")
	waitRow(t, term, "▌ Action", "Louer l’annexe")
}

func underQuestion(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	inForm(t, term)
	term.Press("esc")
	term.WaitFor("Quitter le formulaire ?")
}

// restored wants the terminal as it was before the program: its own screen,
// the cursor, nothing on, nothing said.
func restored(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	if on := term.LeftOn(); len(on) > 0 {
		t.Errorf("left on: %q", on)
	}
	if _, _, visible := term.Cursor(); !visible {
		t.Error("the cursor stays hidden")
	}
	raw := string(term.Raw())
	if strings.LastIndex(raw, "\x1b[?1049l") < strings.LastIndex(raw, "\x1b[?1049h") {
		t.Error("the alternate screen is not left")
	}
	if said := strings.TrimSpace(term.Screen()); said != "" {
		t.Errorf("said\n%s", said)
	}
	wantNoTrace(t, term)
}
