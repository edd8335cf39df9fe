//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

// The stories tell what the secretary sees, and what is then in the file.

// secretary is who sits at the terminal in the stories: somebody the fictional
// example knows.
const secretary = "[EXEMPLE] Awa Modèle"

// sits opens a file in a terminal, as the secretary.
func sits(t *testing.T, dir, path string, args ...string) *termtest.Terminal {
	t.Helper()
	return play(t, termtest.Options{Dir: dir, Args: append([]string{"--as", secretary, path}, args...)})
}

// french and english are the words of the screens; a story spells out those it
// is about.
var french, english = i18n.For(committee.French).Words, i18n.For(committee.English).Words

// waitRow waits until one row of the screen holds every part.
func waitRow(t *testing.T, term *termtest.Terminal, parts ...string) {
	t.Helper()
	term.Wait(fmt.Sprintf("a row with %q", parts), func(screen string) bool {
		return slices.ContainsFunc(strings.Split(spaced(screen), "\n"), func(row string) bool {
			return !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(row, spaced(p)) })
		})
	})
}

// filter narrows the list on the screen until one line is left.
func filter(t *testing.T, term *termtest.Terminal, typed, left string) {
	t.Helper()
	term.Press("/")
	term.WaitFor("/ ")
	term.Type(typed)
	term.WaitFor(left)
	term.Press("enter")
	term.WaitFor("échap retour")
	term.WaitGone("\n / ")
}

// inField waits until a field is in hand.
func inField(t *testing.T, term *termtest.Terminal, label string) {
	t.Helper()
	waitRow(t, term, "▌ "+label)
}

// complete types in a lookup and takes what the file offers.
func complete(t *testing.T, term *termtest.Terminal, typed, offered string) {
	t.Helper()
	term.Type(typed)
	waitRow(t, term, "▸ "+offered)
	term.Press("enter")
}

var background = context.Background()

// opened opens a file beside the program, on the day the stories play on.
func opened(t *testing.T, path string) *store.Store {
	t.Helper()
	now, err := time.Parse(time.RFC3339, rehearsalClock)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// must takes the value of a call that has to succeed.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// only is the one line of a window.
func only[T any](t *testing.T, w register.Window[T], err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Rows) != 1 {
		t.Fatalf("%d lines, want one: %+v", len(w.Rows), w.Rows)
	}
	return w.Rows[0]
}

// sound wants nothing to be wrong with a file.
func sound(t *testing.T, s *store.Store) {
	t.Helper()
	for _, f := range must(s.Check(background))(t) {
		t.Errorf("check: %+v", f)
	}
}

// told wants the journal to tell of a thing what was done to it, oldest first,
// and who did it.
func told(t *testing.T, s *store.Store, thing committee.Thing, who string, want ...committee.Verb) {
	t.Helper()
	var got []committee.Verb
	for _, c := range must(s.Changes(background, thing, 0))(t) {
		got = append(got, c.Verb)
		if c.Actor != who {
			t.Errorf("%s is signed %q, want %q", c.Verb, c.Actor, who)
		}
	}
	slices.Reverse(got)
	if !slices.Equal(got, want) {
		t.Errorf("the journal tells %q, want %q", got, want)
	}
}

// content is every file of a folder with its bytes.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			continue
		}
		found[filepath.Base(path)] = string(must(os.ReadFile(path))(t))
	}
	return found
}
