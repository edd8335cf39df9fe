//go:build unix

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"suivi/internal/termtest"
)

// play starts the program in a terminal, on the day the stories play on.
func play(t *testing.T, o termtest.Options) *termtest.Terminal {
	t.Helper()
	o.Args = append([]string{"--clock", rehearsalClock}, o.Args...)
	return termtest.Start(t, o)
}

func TestFaultOfTheProgramIsSaidPlainly(t *testing.T) {
	for _, kind := range []string{"update", "command", "batch"} {
		t.Run(kind, func(t *testing.T) {
			dir := t.TempDir()
			term := termtest.Start(t, termtest.Options{Args: []string{"rehearse", kind}, Dir: dir})
			term.WaitFor("l’écran")
			term.Press("x")
			if code := term.Exit(); code != refused {
				t.Errorf("code %d, want %d", code, refused)
			}
			term.WaitFor("suivi : le programme s’est arrêté sur une erreur qui vient de lui.", "Le détail")
			if raw := string(term.Raw()); strings.Contains(raw, "goroutine") || strings.Contains(raw, "panic") {
				t.Errorf("a stack trace is shown:\n%s", term.Screen())
			}
			if on := term.LeftOn(); len(on) > 0 {
				t.Errorf("left on: %q", on)
			}
			kept, _ := filepath.Glob(filepath.Join(dir, "home", "state_home", "suivi", "incident-*.txt"))
			if len(kept) != 1 {
				t.Fatalf("details kept in %v, want one file", kept)
			}
			details, err := os.ReadFile(kept[0])
			if err != nil || !strings.Contains(string(details), "a fault of the program") || !strings.Contains(string(details), "goroutine") {
				t.Errorf("details %s, %v", details, err)
			}
		})
	}
}

func TestSignalsEndTheScreensInOrder(t *testing.T) {
	for name, signal := range map[string]os.Signal{"SIGHUP": syscall.SIGHUP, "SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT} {
		t.Run(name, func(t *testing.T) {
			term := termtest.Start(t, termtest.Options{Args: []string{"rehearse", "none"}})
			term.WaitFor("l’écran")
			term.Signal(signal)
			if code := term.Exit(); code != done {
				t.Errorf("code %d, want %d\n%s", code, done, term.Screen())
			}
			if on := term.LeftOn(); len(on) > 0 {
				t.Errorf("left on: %q", on)
			}
		})
	}
	t.Run("window closed", func(t *testing.T) {
		term := termtest.Start(t, termtest.Options{Args: []string{"rehearse", "none"}})
		term.WaitFor("l’écran")
		term.HangUp()
		if code := term.Exit(); code != done {
			t.Errorf("code %d, want %d", code, done)
		}
	})
}

func TestInterruptedInitLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.suivi")
	term := termtest.Start(t, termtest.Options{Args: []string{"init", path, "--starter", "example"}, Dir: dir})
	for !exists(path) {
		runtime.Gosched()
	}
	term.Signal(os.Interrupt)
	if code := term.Exit(); code != refused {
		t.Errorf("code %d, want %d\n%s", code, refused, term.Screen())
	}
	if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if term.Has("imprévue") || term.Has("goroutine") || !term.Has("suivi : ") {
		t.Errorf("said\n%s", term.Screen())
	}
}
