package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/starter"
	"suivi/internal/termtest"
	"suivi/store"
)

// sittingOn opens a session of 500 lines on a file of so many actions, in a
// terminal of 120×40, with a note being typed.
func sittingOn(b *testing.B, actions int) (*termtest.Terminal, *store.Store, committee.MeetingID) {
	b.Helper()
	dir := b.TempDir()
	path := filepath.Join(dir, "comite.suivi")
	whole, err := os.ReadFile(large(b, actions))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		b.Fatal(err)
	}
	now := starter.LargeEnds.Time().Add(10 * time.Hour)
	s, err := store.Open(path, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	if _, err := s.SavePerson(background, committee.Person{Name: secretary}); err != nil {
		b.Fatal(err)
	}
	m := sitting(b, s, starter.LargeEnds)
	v, err := s.Session(background, m.ID)
	if err != nil {
		b.Fatal(err)
	}
	for n := range 500 {
		c := register.Capture{Item: v.Items[n%len(v.Items)].ID, Kind: committee.Note, Text: fmt.Sprintf("Intervention %d sur le point à l’ordre du jour", n)}
		if _, err := s.CaptureLine(background, c); err != nil {
			b.Fatal(err)
		}
	}
	term := termtest.Start(b, termtest.Options{Dir: dir, Args: []string{"--clock", lastDay, "--as", secretary, path}, Width: 120, Height: 40})
	intoSession(term)
	time.Sleep(2 * time.Second)
	term.Press("n")
	term.WaitFor("note ›")
	return term, s, m.ID
}

// Enter on a captured line, until it is on the screen and on disk.
func BenchmarkLineToDisk(b *testing.B) {
	for _, actions := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			term, s, id := sittingOn(b, actions)
			n := 0
			for b.Loop() {
				n++
				b.StopTimer()
				line := fmt.Sprintf("Ligne %d écrite en séance", n)
				term.Type(line)
				term.WaitFor("note › " + line)
				b.StartTimer()
				term.Press("enter")
				term.Wait("the line in the minutes", func(screen string) bool {
					return strings.Contains(screen, line) && !strings.Contains(screen, "› "+line)
				})
				for !onDisk(b, s, id, line) {
					time.Sleep(time.Millisecond)
				}
			}
		})
	}
}

func onDisk(b *testing.B, s *store.Store, id committee.MeetingID, line string) bool {
	v, err := s.Session(background, id)
	if err != nil {
		b.Fatal(err)
	}
	return slices.ContainsFunc(v.Entries, func(e committee.Entry) bool { return e.Text == line })
}

// How long each letter waits for its frame while lines are typed at 20 letters
// a second, an enter after every 30.
func BenchmarkTypingInSession(b *testing.B) {
	for _, actions := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			term, _, _ := sittingOn(b, actions)
			var waits []time.Duration
			n := 0
			for b.Loop() {
				time.Sleep(50 * time.Millisecond)
				key := string(rune('a' + n%26))
				if n++; n%30 == 0 {
					key = "enter"
				}
				before, start := term.Screen(), time.Now()
				term.Press(key)
				term.Wait("a frame", func(screen string) bool { return screen != before })
				waits = append(waits, time.Since(start))
			}
			slices.Sort(waits)
			b.ReportMetric(float64(waits[len(waits)/2])/1e6, "ms-median")
			b.ReportMetric(float64(waits[len(waits)*99/100])/1e6, "ms-p99")
			b.ReportMetric(0, "ns/op")
		})
	}
}
