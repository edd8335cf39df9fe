package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/starter"
	"suivi/internal/termtest"
)

// largeAt makes a large fictional committee at a path.
func largeAt(path string, actions int) error {
	large, err := starter.NewLarge(actions)
	if err != nil {
		return err
	}
	s, err := Create(path, Options{Now: large.Now, NewID: large.NewID})
	if err != nil {
		return err
	}
	err = large.Fill(ctx, func(ctx context.Context, fn func(starter.Sitting) error) error {
		return s.Together(ctx, func(s *Store) error {
			return fn(func(by committee.Actor) starter.Desk { return s.As(by) })
		})
	})
	if err != nil {
		return err
	}
	return s.Close()
}

// lastHash is the hash of the last line of a file's journal, which stands for
// everything that was ever done to it.
func lastHash(t testing.TB, s *Store) string {
	t.Helper()
	end, _, err := lastLine(ctx, s.reader)
	if err != nil {
		t.Fatal(err)
	}
	return end.hash
}

// largeFile is a large committee that is made once and read by benchmarks.
func largeFile(b testing.TB, actions int) string {
	b.Helper()
	return termtest.Large(b, actions, largeAt)
}

func TestALargeCommittee(t *testing.T) {
	const actions = 150
	var stores []*Store
	for range 2 {
		path := filepath.Join(t.TempDir(), "large.suivi")
		if err := largeAt(path, actions); err != nil {
			t.Fatal(err)
		}
		s := must(Open(path, options()))(t)
		t.Cleanup(func() { s.Close() })
		stores = append(stores, s)
	}
	t.Run("is the same to the last byte of the journal", func(t *testing.T) {
		if a, b := lastHash(t, stores[0]), lastHash(t, stores[1]); a != b || a == "" {
			t.Errorf("%s is not %s", a, b)
		}
	})
	s := stores[0]
	t.Run("is in order", func(t *testing.T) {
		for _, f := range must(s.Check(ctx))(t) {
			t.Errorf("%+v", f)
		}
	})
	t.Run("has the number of actions that was asked for", func(t *testing.T) {
		if w := must(s.Actions(ctx, register.Query{}))(t); w.Total != actions {
			t.Errorf("%d actions", w.Total)
		}
	})
	t.Run("says everywhere that it is made up", func(t *testing.T) {
		for _, column := range []string{"roadmap_action.text", "recommendation.text", "decision.text", "meeting.title", "institution.name", "person.name", "guideline.heading"} {
			table, name, _ := strings.Cut(column, ".")
			var n int
			if err := s.reader.QueryRow("SELECT count(*) FROM " + table + " WHERE " + name + " NOT LIKE '[EXEMPLE] %'").Scan(&n); err != nil || n > 0 {
				t.Errorf("%d of %s: %v", n, column, err)
			}
		}
	})
}
