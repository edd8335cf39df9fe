package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"suivi/internal/committee"
)

// Somebody copies the file alone while suivi has it open, or loses the -wal
// file after a power cut: the changes are in the file itself.
func TestTheFileAloneHoldsTheChangesAfterAPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStore(t)
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		time.Sleep(2 * quiet)
		synctest.Wait()
		must(s.SavePerson(ctx, committee.Person{Name: "Moussa"}))(t)
		time.Sleep(2 * quiet)
		synctest.Wait()
		data, err := os.ReadFile(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		alone := filepath.Join(t.TempDir(), "copie.suivi")
		if err := os.WriteFile(alone, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(s.Path() + "-wal"); err != nil || info.Size() == 0 {
			t.Fatalf("the file beside is not there: %v", err)
		}
		sound(t, alone, 2)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestSettlingIsOverOnceTheFileIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStore(t)
		must(s.SavePerson(context.Background(), committee.Person{Name: "Awa"}))(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * quiet)
		synctest.Wait()
		sound(t, s.Path(), 1)
	})
}
