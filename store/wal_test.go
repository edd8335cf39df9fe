package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
)

// aged writes that many changes: people, and remarks about the first of them.
func aged(t *testing.T, s *Store, n int, random *rand.Rand) {
	t.Helper()
	for range n {
		w := must(s.People(ctx, query("")))(t)
		if random.IntN(3) == 0 && len(w.Rows) > 0 {
			p := must(s.Person(ctx, w.Rows[random.IntN(len(w.Rows))].ID))(t).Person
			p.Remarks = strings.Repeat("remarque ", random.IntN(80))
			must(s.SavePerson(ctx, p))(t)
			continue
		}
		must(s.SavePerson(ctx, committee.Person{Name: fmt.Sprintf("Personne %d", w.Total), Remarks: strings.Repeat("x", random.IntN(400))}))(t)
	}
}

// A backup is put back by hand beside the -wal of a later time: it is sound,
// or it is refused and nothing is changed, and then restoring it properly
// works.
func TestBackupPutBackBesideAnOldWal(t *testing.T) {
	mixed := 0
	for round := range 6 {
		random := rand.New(rand.NewPCG(1, uint64(round)))
		path := closedFile(t)
		s := must(Open(path, options()))(t)
		aged(t, s, 1+random.IntN(30), random)
		backup := must(Backup(ctx, path, t.TempDir(), backupOptions()))(t)
		aged(t, s, random.IntN(60), random)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		cutOff(t, path, func(s *Store) { aged(t, s, 1+random.IntN(40), random) })
		crashed := must(os.ReadFile(path))(t)
		if err := os.WriteFile(path, must(os.ReadFile(backup.Path))(t), 0o600); err != nil {
			t.Fatal(err)
		}
		file, wal := must(os.ReadFile(path))(t), must(os.ReadFile(path+"-wal"))(t)
		again, err := Open(path, options())
		if err == nil {
			if found := must(again.Check(ctx))(t); len(found) > 0 {
				t.Errorf("round %d: it opens, and a check finds %+v", round, found)
			}
			again.Close()
			continue
		}
		mixed++
		fileError(t, err, committee.FileMixed)
		if string(file) != string(must(os.ReadFile(path))(t)) || string(wal) != string(must(os.ReadFile(path+"-wal"))(t)) {
			t.Fatalf("round %d: it was touched", round)
		}
		r := must(Restore(ctx, backup.Path, path, restoreOptions()))(t)
		sound(t, path, peopleIn(t, backup.Path))
		if string(wal) != string(must(os.ReadFile(r.Kept+"-wal"))(t)) || len(crashed) == 0 {
			t.Fatalf("round %d: the old -wal is not kept", round)
		}
	}
	t.Logf("%d of 6 were mixed", mixed)
	if mixed == 0 {
		t.Error("no mixing was seen")
	}
}

func peopleIn(t *testing.T, path string) int {
	t.Helper()
	o := options()
	o.ReadOnly = true
	s := must(Open(path, o))(t)
	defer s.Close()
	return must(s.People(ctx, query("")))(t).Total
}

func TestFileOfAnotherCommitteeBesideAWal(t *testing.T) {
	path, other := closedFile(t), closedFile(t)
	s := must(Open(other, options()))(t)
	aged(t, s, 20, rand.New(rand.NewPCG(1, 2)))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	cutOff(t, path, func(s *Store) { must(s.SavePerson(ctx, committee.Person{Name: "Binta"}))(t) })
	if err := os.WriteFile(path, must(os.ReadFile(other))(t), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, options())
	fileError(t, err, committee.FileMixed)
}

func TestWalOfItsOwnFileIsTaken(t *testing.T) {
	for round := range 4 {
		random := rand.New(rand.NewPCG(7, uint64(round)))
		path := closedFile(t)
		cutOff(t, path, func(s *Store) {
			aged(t, s, random.IntN(20), random)
			must(s.writer.Exec("PRAGMA wal_checkpoint(PASSIVE)"))(t)
			aged(t, s, 1+random.IntN(20), random)
		})
		s := must(Open(path, options()))(t)
		if found := must(s.Check(ctx))(t); len(found) > 0 {
			t.Errorf("round %d: found %+v", round, found)
		}
		s.Close()
		if left := inFolder(t, filepath.Dir(path)); len(left) != 1 {
			t.Errorf("left %v", left)
		}
	}
}
