package main

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
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
func sittingOn(b *testing.B, actions int) (*termtest.Terminal, string) {
	b.Helper()
	dir := b.TempDir()
	path := filepath.Join(dir, "comite.suivi")
	if err := copyTo(path, large(b, actions)); err != nil {
		b.Fatal(err)
	}
	now := starter.LargeEnds.Time().Add(10 * time.Hour)
	s, err := store.Open(path, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	who, err := s.SavePerson(background, committee.Person{Name: secretary})
	if err != nil {
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
	term := termtest.Start(b, termtest.Options{Dir: dir, Args: []string{"--clock", lastDay, "--as", string(who.ID), path}, Width: 120, Height: 40})
	intoSession(term)
	time.Sleep(2 * time.Second)
	term.Press("n")
	term.WaitFor("note ›")
	return term, path
}

// copyTo copies a file, however large.
func copyTo(to, from string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close())
}

// Enter on a captured line, until it is on the screen and on disk.
func BenchmarkLineToDisk(b *testing.B) {
	for _, actions := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			term, path := sittingOn(b, actions)
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
				for lastLine(b, path) != line {
					time.Sleep(time.Millisecond)
				}
			}
		})
	}
}

// lastLine is the line that the file took last, read by somebody else: reading
// the whole session would count.
func lastLine(b *testing.B, path string) string {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var text string
	if err := db.QueryRow("SELECT text FROM entry ORDER BY rowid DESC LIMIT 1").Scan(&text); err != nil {
		b.Fatal(err)
	}
	return text
}

// How long each letter waits for its frame while lines are typed at 20 letters
// a second, an enter after every 30.
func BenchmarkTypingInSession(b *testing.B) {
	for _, actions := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			term, _ := sittingOn(b, actions)
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
