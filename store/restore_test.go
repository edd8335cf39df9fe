package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
)

func restoreOptions() RestoreOptions {
	return RestoreOptions{Now: func() time.Time { return clock }}
}

// worn is a closed file with one person and its backup, to which two more
// people were added since.
func worn(t *testing.T) (path, backup string) {
	t.Helper()
	path = closedFile(t)
	backup = must(Backup(ctx, path, t.TempDir(), backupOptions()))(t).Path
	s := must(Open(path, options()))(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Binta"}))(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Cheick"}))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, backup
}

// cutOff makes of a closed file what a program leaves that is killed while it
// has the file open: the changes of fn stand in the -wal only.
func cutOff(t *testing.T, path string, fn func(s *Store)) {
	t.Helper()
	s := must(Open(path, options()))(t)
	must(s.writer.Exec("PRAGMA wal_checkpoint(TRUNCATE)"))(t)
	fn(s)
	file, wal := must(os.ReadFile(path))(t), must(os.ReadFile(path+"-wal"))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(path, file, 0o600), os.WriteFile(path+"-wal", wal, 0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestRestoreKeepsWhatWasThere(t *testing.T) {
	path, backup := worn(t)
	r := must(Restore(ctx, backup, path, restoreOptions()))(t)
	if r.Path != path || filepath.Base(r.Kept) != "comité.remplace-20171215T101500.suivi" || r.Lost != 2 || r.Lines != 1 || !r.Last.Equal(clock) {
		t.Errorf("restored %+v", r)
	}
	if left := inFolder(t, filepath.Dir(path)); len(left) != 2 {
		t.Errorf("the folder holds %v", left)
	}
	if info := must(os.Stat(path))(t); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	sound(t, path, 1)
	sound(t, r.Kept, 3)
	again := must(Restore(ctx, r.Kept, path, restoreOptions()))(t)
	if filepath.Base(again.Kept) != "comité.remplace-20171215T101500-2.suivi" || again.Lost != 0 {
		t.Errorf("restored %+v", again)
	}
	sound(t, path, 3)
}

func TestRestoreMakesAFileThatIsNotThere(t *testing.T) {
	_, backup := worn(t)
	path := filepath.Join(t.TempDir(), "dossier neuf", "comité d'été #2?.suivi")
	if r := must(Restore(ctx, backup, path, restoreOptions()))(t); r.Kept != "" || r.Path != path {
		t.Errorf("restored %+v", r)
	}
	sound(t, path, 1)
	if left := inFolder(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("the folder holds %v", left)
	}
}

func TestRestoreFollowsALink(t *testing.T) {
	path, backup := worn(t)
	link := filepath.Join(t.TempDir(), "lien.suivi")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	must(Restore(ctx, backup, link, restoreOptions()))(t)
	if info := must(os.Lstat(link))(t); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	sound(t, path, 1)
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	path, backup := worn(t)
	whole := must(os.ReadFile(backup))(t)
	write := func(name string, b []byte) string {
		p := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(p, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	overlaid := func(at int, with string) []byte {
		b := bytes.Clone(whole)
		copy(b[at:], with)
		return b
	}
	for name, c := range map[string]struct {
		from   string
		reason committee.FileReason
	}{
		"absent":      {filepath.Join(t.TempDir(), "absent.suivi"), committee.FileMissing},
		"a folder":    {t.TempDir(), committee.FileFolder},
		"empty":       {write("vide.suivi", nil), committee.FileEmpty},
		"a letter":    {write("lettre.odt", []byte(strings.Repeat("PK lettre", 200))), committee.FileNotOurs},
		"the file":    {path, committee.FileItself},
		"newer":       {write("neuf.suivi", overlaid(60, "\x00\x01\x00\x00")), committee.FileNewer},
		"cut":         {write("court.suivi", whole[:len(whole)/2]), committee.FileUnsound},
		"overwritten": {write("abîmé.suivi", overlaid(8*4096, strings.Repeat("\xfe", 6*4096))), committee.FileUnsound},
		"no header":   {write("tête.suivi", overlaid(0, "XXXXXX")), committee.FileNotOurs},
		"no schema":   {write("plan.suivi", overlaid(100, strings.Repeat("\xff", 3000))), committee.FileUnsound},
	} {
		t.Run(name, func(t *testing.T) {
			untouched(t, filepath.Dir(path), func() {
				r, err := Restore(ctx, c.from, path, restoreOptions())
				fileError(t, err, c.reason)
				if (len(r.Findings) > 0) != (name == "overwritten") {
					t.Errorf("findings %+v", r.Findings)
				}
			})
		})
	}
	t.Run("onto a folder", func(t *testing.T) {
		_, err := Restore(ctx, backup, t.TempDir(), restoreOptions())
		fileError(t, err, committee.FileFolder)
	})
}

func TestRestoreOfWhatIsNotIntactIsForced(t *testing.T) {
	path, backup := worn(t)
	s := must(Open(backup, options()))(t)
	behind(t, s, "UPDATE person SET phone = '99'")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	o := restoreOptions()
	untouched(t, filepath.Dir(path), func() {
		_, err := Restore(ctx, backup, path, o)
		fileError(t, err, committee.FileUnsound)
	})
	o.Force = true
	if r := must(Restore(ctx, backup, path, o))(t); len(r.Findings) == 0 {
		t.Errorf("restored %+v", r)
	}
}

func TestRestoreGoesOnWhereOnlyTheSearchIsWrong(t *testing.T) {
	path, backup := worn(t)
	s := must(Open(backup, options()))(t)
	behind(t, s, "DELETE FROM search_document")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if r := must(Restore(ctx, backup, path, restoreOptions()))(t); len(r.Findings) == 0 {
		t.Error("it is not said")
	}
}

func TestRestoreIsRefusedWhileTheFileIsOpen(t *testing.T) {
	path, backup := worn(t)
	s := must(Open(path, options()))(t)
	defer s.Close()
	before := must(os.ReadFile(path))(t)
	_, err := Restore(ctx, backup, path, restoreOptions())
	fileError(t, err, committee.FileInUse)
	if !bytes.Equal(before, must(os.ReadFile(path))(t)) || len(inFolder(t, filepath.Dir(path))) != 3 {
		t.Errorf("something was touched: %v", inFolder(t, filepath.Dir(path)))
	}
	must(s.SavePerson(ctx, committee.Person{Name: "Dado"}))(t)
}

func TestRestoreBringsTheWalOfWhatItKeeps(t *testing.T) {
	path, backup := worn(t)
	cutOff(t, path, func(s *Store) { must(s.SavePerson(ctx, committee.Person{Name: "Dado"}))(t) })
	r := must(Restore(ctx, backup, path, restoreOptions()))(t)
	if r.Lost != 3 || len(inFolder(t, filepath.Dir(path))) != 2 {
		t.Errorf("restored %+v: %v", r, inFolder(t, filepath.Dir(path)))
	}
	sound(t, path, 1)
	sound(t, r.Kept, 4)
}

func TestRestoreKeepsADamagedFileWithItsWal(t *testing.T) {
	path, backup := worn(t)
	cutOff(t, path, func(s *Store) { must(s.SavePerson(ctx, committee.Person{Name: "Dado"}))(t) })
	b := must(os.ReadFile(path))(t)
	copy(b[100:], strings.Repeat("\xff", 20000))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	wal := must(os.ReadFile(path + "-wal"))(t)
	r := must(Restore(ctx, backup, path, restoreOptions()))(t)
	sound(t, path, 1)
	if !bytes.Equal(must(os.ReadFile(r.Kept))(t), b) || !bytes.Equal(must(os.ReadFile(r.Kept+"-wal"))(t), wal) {
		t.Errorf("what was there is not kept as it was: %v", inFolder(t, filepath.Dir(path)))
	}
	if exists(path + "-wal") {
		t.Error("the old -wal lies beside the new file")
	}
}

func TestRestoreOfAFileCopiedWithItsWal(t *testing.T) {
	path, _ := worn(t)
	cutOff(t, path, func(s *Store) { must(s.SavePerson(ctx, committee.Person{Name: "Dado"}))(t) })
	to := filepath.Join(t.TempDir(), "x.suivi")
	untouched(t, filepath.Dir(path), func() {
		if r := must(Restore(ctx, path, to, restoreOptions()))(t); r.Lines != 4 {
			t.Errorf("restored %+v", r)
		}
	})
	sound(t, to, 4)
}
