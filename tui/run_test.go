package tui_test

import (
	"context"
	"io"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui"
)

// shown is the program as it runs, on a clock of its own: keys go in, and what
// it sends to its terminal is counted.
type shown struct {
	keys io.Writer
	sent atomic.Int64
}

// Write counts what is sent.
func (s *shown) Write(b []byte) (int, error) {
	s.sent.Add(int64(len(b)))
	return len(b), nil
}

// running runs the screens on the example at 120×40 while play plays.
func running(t *testing.T, play func(s *shown)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		book := opened(t, "example")
		actor := committee.Actor{Name: "Awa Secrétaire"}
		cfg := tui.Config{Book: book.As(actor), Path: "/home/awa/comite.suivi", Locale: french(), Now: clock, Actor: actor}
		keys, typed := io.Pipe()
		s := &shown{keys: typed}
		ctx, leave := context.WithCancel(context.Background())
		ended := make(chan error)
		go func() {
			ended <- tui.Run(ctx, cfg, tea.WithInput(keys), tea.WithOutput(s), tea.WithWindowSize(120, 40),
				tea.WithEnvironment([]string{"TERM=xterm-256color", "TTY_FORCE=1"}), tea.WithoutSignalHandler())
		}()
		time.Sleep(time.Minute)
		synctest.Wait()
		play(s)
		leave()
		_ = typed.Close()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute) // commands under way end by themselves
	})
}

// press sends keys and tells how many bytes came back within a time.
func (s *shown) press(t *testing.T, keys string, within time.Duration) int64 {
	t.Helper()
	before := s.sent.Load()
	if _, err := io.WriteString(s.keys, keys); err != nil {
		t.Fatal(err)
	}
	time.Sleep(within)
	synctest.Wait()
	return s.sent.Load() - before
}

func TestNothingIsSentWhileNothingHappens(t *testing.T) {
	running(t, func(s *shown) {
		for _, at := range []struct{ keys, place string }{{"", "home"}, {"3", "a list"}, {"n", "a form"}, {"texte", "a text"}} {
			s.press(t, at.keys, time.Minute)
			if n := s.press(t, "", 2*time.Minute); n != 0 {
				t.Errorf("%d bytes sent in two minutes of rest on %s", n, at.place)
			}
		}
	})
}

// However long nothing happened, a key is answered at once.
func TestKeyIsAnsweredAtOnce(t *testing.T) {
	running(t, func(s *shown) {
		s.press(t, "3", time.Minute)
		for _, rest := range []time.Duration{time.Hour, time.Second, 70 * time.Millisecond, 10 * time.Millisecond, time.Millisecond} {
			time.Sleep(rest)
			if n := s.press(t, "j", 4*time.Millisecond); n == 0 {
				t.Errorf("after a rest of %s a key is not answered within 4 ms", rest)
			}
		}
	})
}
