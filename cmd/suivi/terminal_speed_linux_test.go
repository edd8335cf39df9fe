package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"suivi/internal/starter"
	"suivi/internal/termtest"
)

// speedOn opens the example in a terminal of 120×40, as somebody in it, at the
// end of the keys.
func speedOn(b *testing.B, keys ...string) *termtest.Terminal {
	b.Helper()
	dir := b.TempDir()
	path := filepath.Join(dir, "comite.suivi")
	made := termtest.Run(b, termtest.Options{Dir: dir, Args: []string{"init", path, "--starter", "example", "--clock", rehearsalClock}})
	if made.Code != done {
		b.Fatalf("%+v", made)
	}
	term := termtest.Start(b, termtest.Options{
		Dir: dir, Args: []string{"--clock", rehearsalClock, "--as", secretary, path}, Width: 120, Height: 40,
	})
	term.WaitFor("À traiter", "q quitter")
	for _, key := range keys {
		term.Press(key)
		time.Sleep(time.Second)
	}
	time.Sleep(time.Second)
	return term
}

// large is a fictional committee of so many actions.
func large(b *testing.B, actions int) string {
	b.Helper()
	return termtest.Large(b, actions, func(path string, n int) error {
		got := termtest.Run(b, termtest.Options{Args: []string{"generate", path, "--actions", strconv.Itoa(n)}, Timeout: time.Hour})
		if got.Code != done {
			return fmt.Errorf("%+v", got)
		}
		return nil
	})
}

// lastDay is the clock of a large committee.
var lastDay = starter.LargeEnds.Time().Add(10 * time.Hour).Format(time.RFC3339)

// built is the program as people build it: the test binary holds more, which
// counts in memory.
func built(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "suivi")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

// From the command to the first screen, as the person sees it, and the memory
// that the program then has after a walk through the longest lists.
func BenchmarkStart(b *testing.B) {
	binary := built(b)
	for _, actions := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			path, dir := large(b, actions), b.TempDir()
			open := func() *termtest.Terminal {
				return termtest.Start(b, termtest.Options{
					Dir: dir, Binary: binary, Args: []string{"--clock", lastDay, path}, Width: 120, Height: 40,
				})
			}
			first := open() // it asks who one is
			first.WaitFor("Prénoms et nom")
			first.Press("esc")
			first.WaitFor("À traiter", "q quitter")
			first.Press("q")
			first.Exit()
			var memory int64
			for b.Loop() {
				term := open()
				term.WaitFor("À traiter", "q quitter")
				b.StopTimer()
				for _, keys := range [][]string{{"3", "/"}, {"f", "o", "enter", "esc"}, {"pgdown", "pgdown", "end", "enter", "esc"}, {"2", "end"}, {"1", "end", "0"}} {
					term.Press(keys...)
					time.Sleep(100 * time.Millisecond)
				}
				term.WaitFor("À traiter", "q quitter")
				memory = max(memory, term.Memory())
				term.Press("q")
				term.Exit()
				b.StartTimer()
			}
			b.ReportMetric(float64(memory)/(1<<20), "MiB")
		})
	}
}

// What the program takes of a processor, and sends, while nobody does anything.
func BenchmarkIdle(b *testing.B) {
	for name, keys := range map[string][]string{"home": nil, "list": {"3"}, "form": {"3", "n"}} {
		b.Run(name, func(b *testing.B) {
			term := speedOn(b, keys...)
			spent, sent, start := term.CPU(), term.Sent(), time.Now()
			for b.Loop() {
				time.Sleep(10 * time.Second)
			}
			b.ReportMetric(100*float64(term.CPU()-spent)/float64(time.Since(start)), "%CPU")
			b.ReportMetric(float64(term.Sent()-sent)/time.Since(start).Seconds(), "B/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// What a slow link carries for each key, in a list of 60 lines with the chosen
// one beside it.
func BenchmarkBytesPerKey(b *testing.B) {
	const held, rested = 33 * time.Millisecond, 500 * time.Millisecond
	for _, c := range []struct {
		name         string
		before, keys []string
		pause        time.Duration
	}{
		{"moving, the key held", nil, []string{"down", "down", "down", "down", "down", "up", "up", "up", "up", "up"}, held},
		{"moving, and reading each", nil, []string{"down", "down", "up", "up"}, rested},
		{"paging", nil, []string{"pgdown", "pgup"}, rested},
		{"opening and coming back", nil, []string{"enter", "esc"}, rested},
		{"moving on a page", []string{"enter"}, []string{"down", "down", "up", "up"}, rested},
		{"filtering", []string{"/"}, []string{"m", "i", "n", "é", "backspace", "backspace", "backspace", "backspace"}, rested},
		{"typing in a form", []string{"n"}, []string{"a", "é", "space", "backspace", "backspace", "backspace"}, held},
	} {
		b.Run(c.name, func(b *testing.B) {
			term := speedOn(b, append([]string{"3"}, c.before...)...)
			sent, n := term.Sent(), 0
			for b.Loop() {
				for _, key := range c.keys {
					term.Press(key)
					time.Sleep(c.pause)
					n++
				}
			}
			b.ReportMetric(float64(term.Sent()-sent)/float64(n), "B/key")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// How long a key waits for its frame.
func BenchmarkKeyToFrame(b *testing.B) {
	term := speedOn(b, "3")
	keys := []string{"down", "up"}
	for n := 0; b.Loop(); n++ {
		before := term.Screen()
		term.Press(keys[n%2])
		term.Wait("a frame", func(screen string) bool { return screen != before })
	}
}
