package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"filippo.io/age"

	"suivi/internal/committee"
	"suivi/internal/envelope"
	"suivi/internal/register"
)

func backupOptions() BackupOptions {
	return BackupOptions{Now: func() time.Time { return clock }}
}

// inFolder lists what a folder holds.
func inFolder(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	for _, e := range must(os.ReadDir(folder))(t) {
		all = append(all, e.Name())
	}
	return all
}

func TestBackupOfAFileThatIsWrittenMeanwhile(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	stop, written := make(chan struct{}), make(chan error)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				written <- nil
				return
			default:
			}
			if _, err := s.SavePerson(ctx, committee.Person{Name: fmt.Sprintf("Personne %d", n)}); err != nil {
				written <- err
				return
			}
		}
	}()
	to := filepath.Join(t.TempDir(), "dossier d’été 100% #1?", "copie*.suivi")
	if err := os.Mkdir(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	copied, err := Backup(ctx, s.Path(), to, backupOptions())
	close(stop)
	if err := errors.Join(err, <-written); err != nil {
		t.Fatal(err)
	}
	if copied.Path != to || copied.Records == 0 || copied.Lines == 0 || copied.Last.IsZero() || len(copied.Findings) > 0 {
		t.Errorf("copied %+v", copied)
	}
	if info := must(os.Stat(to))(t); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if left := inFolder(t, filepath.Dir(to)); len(left) != 1 {
		t.Errorf("left beside it: %v", left)
	}
	again := must(Open(to, options()))(t)
	defer again.Close()
	if found := must(again.Check(ctx))(t); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestBackupIsNamed(t *testing.T) {
	path := closedFile(t)
	base, folder := filepath.Dir(path), t.TempDir()
	for to, want := range map[string]string{
		"":                                    filepath.Join(base, "comité.sauvegarde-20171215T101500.suivi"),
		folder:                                filepath.Join(folder, "comité.sauvegarde-20171215T101500.suivi"),
		folder + "/":                          filepath.Join(folder, "comité.sauvegarde-20171215T101500-2.suivi"),
		filepath.Join(folder, "x", "..", "y"): filepath.Join(folder, "y"),
	} {
		if to == folder+"/" {
			continue // after the map, in its order
		}
		if got := must(Backup(ctx, path, to, backupOptions()))(t); got.Path != want {
			t.Errorf("to %q it is %s, want %s", to, got.Path, want)
		}
	}
	second := must(Backup(ctx, path, folder+"/", backupOptions()))(t)
	if filepath.Base(second.Path) != "comité.sauvegarde-20171215T101500-2.suivi" {
		t.Errorf("the second of one second is %s", second.Path)
	}
}

func TestBackupNeverReplaces(t *testing.T) {
	path, folder := closedFile(t), t.TempDir()
	taken := filepath.Join(folder, "notes.txt")
	if err := errors.Join(os.WriteFile(taken, []byte("à garder"), 0o600), os.Symlink("nulle-part", filepath.Join(folder, "lien"))); err != nil {
		t.Fatal(err)
	}
	untouched(t, folder, func() {
		for _, to := range []string{taken, filepath.Join(folder, "lien"), path} {
			_, err := Backup(ctx, path, to, backupOptions())
			fileError(t, err, committee.FileExists)
		}
		_, err := Backup(ctx, path, filepath.Join(folder, "absent", "x.suivi"), backupOptions())
		fileError(t, err, committee.FileNoFolder)
		_, err = Backup(ctx, path, filepath.Join(folder, "absent")+"/", backupOptions())
		fileError(t, err, committee.FileNoFolder)
		_, err = Backup(ctx, path, filepath.Join(taken, "x.suivi"), backupOptions())
		fileError(t, err, committee.FileNoFolder)
		_, err = Backup(ctx, filepath.Join(folder, "absent.suivi"), "", backupOptions())
		fileError(t, err, committee.FileMissing)
	})
}

func TestBackupThatIsGivenUpLeavesNothing(t *testing.T) {
	path, folder := closedFile(t), t.TempDir()
	given, up := context.WithCancel(ctx)
	up()
	if _, err := Backup(given, path, folder, backupOptions()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if left := append(inFolder(t, folder), inFolder(t, filepath.Dir(path))...); len(left) != 1 {
		t.Errorf("left %v", left)
	}
}

func TestBackupOfADamagedFileIsRefused(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b := must(os.ReadFile(s.Path()))(t)
	refused := 0
	for page := 20; page < len(b)/4096; page += 11 {
		bad := bytes.Clone(b)
		copy(bad[page*4096:], strings.Repeat("\xfe", 2048))
		path := filepath.Join(t.TempDir(), "x.suivi")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Backup(ctx, path, "", backupOptions()); err != nil {
			fileError(t, err, committee.FileDamaged)
			refused++
			if left := inFolder(t, filepath.Dir(path)); len(left) != 1 {
				t.Errorf("left %v", left)
			}
		}
	}
	if refused == 0 {
		t.Error("no damage was seen")
	}
}

func TestBackupSaysWhatAnyCheckWouldFind(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	behind(t, s, "UPDATE person SET phone = '99'")
	copied := must(Backup(ctx, s.Path(), "", backupOptions()))(t)
	if len(copied.Findings) == 0 || copied.Findings[0].Kind != register.FindingDiffers || !exists(copied.Path) {
		t.Errorf("copied %+v", copied)
	}
}

// olderFile is a file as the first of our programs made it.
func olderFile(t *testing.T) string {
	t.Helper()
	o := options()
	o.steps = fstest.MapFS{"0001.sql": {Data: must(fs.ReadFile(migrations, "0001.sql"))(t)}}
	s := must(Create(filepath.Join(t.TempDir(), "comité.suivi"), o))(t)
	must(s.writer.Exec("INSERT INTO person VALUES ('x', 1, 0, 'awa', 'Awa', 'awa', '', '', '')"))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

func TestOlderFileIsBackedUpAndPutBackAsItIs(t *testing.T) {
	path, to := olderFile(t), filepath.Join(t.TempDir(), "x.suivi")
	var copied Copied
	untouched(t, filepath.Dir(path), func() { copied = must(Backup(ctx, path, t.TempDir(), backupOptions()))(t) })
	// Nothing in its journal says where the person comes from.
	if len(copied.Findings) != 1 || copied.Findings[0].Kind != register.FindingNotInLog || len(inFolder(t, filepath.Dir(copied.Path))) != 1 {
		t.Errorf("copied %+v", copied)
	}
	r := must(Restore(ctx, copied.Path, to, RestoreOptions{Force: true}))(t)
	if h, _, err := readHeader(to); err != nil || h.version != 1 || r.Records != 1 || len(inFolder(t, filepath.Dir(to))) != 1 {
		t.Errorf("restored %+v, header %+v, %v", r, h, err)
	}
}

func TestOlderFileThatWasLeftOpenIsMigrated(t *testing.T) {
	path := olderFile(t)
	db := must(sql.Open("sqlite3", path+"?_journal_mode=WAL"))(t)
	must(db.Exec("UPDATE person SET phone = '76'"))(t)
	file, wal := must(os.ReadFile(path))(t), must(os.ReadFile(path+"-wal"))(t)
	if err := errors.Join(db.Close(), os.WriteFile(path, file, 0o600), os.WriteFile(path+"-wal", wal, 0o600)); err != nil {
		t.Fatal(err)
	}
	s := must(Open(path, options()))(t)
	defer s.Close()
	if w := must(s.People(ctx, query("")))(t); w.Total != 1 || len(inFolder(t, filepath.Dir(path))) != 4 {
		t.Errorf("%d people, files %v", w.Total, inFolder(t, filepath.Dir(path)))
	}
}

// keyFor makes a pair of keys.
func keyFor(t *testing.T) (*envelope.Lock, *envelope.Key) {
	t.Helper()
	id := must(age.GenerateX25519Identity())(t)
	path := filepath.Join(t.TempDir(), "clé.txt")
	if err := os.WriteFile(path, []byte("# à garder\n"+id.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return must(envelope.NewLock([]string{id.Recipient().String()}))(t), must(envelope.ReadKey(path))(t)
}

func TestSealedBackupIsReadOnlyByItsKey(t *testing.T) {
	path, folder := closedFile(t), t.TempDir()
	o := backupOptions()
	lock, key := keyFor(t)
	_, other := keyFor(t)
	o.For = lock
	var copied Copied
	untouched(t, filepath.Dir(path), func() { copied = must(Backup(ctx, path, folder, o))(t) })
	if filepath.Base(copied.Path) != "comité.sauvegarde-20171215T101500.suivi.age" || len(inFolder(t, folder)) != 1 {
		t.Fatalf("made %v", inFolder(t, folder))
	}
	named := must(Backup(ctx, path, filepath.Join(folder, "clé USB.suivi"), o))(t)
	if filepath.Base(named.Path) != "clé USB.suivi.age" {
		t.Errorf("named %s", named.Path)
	}
	b := must(os.ReadFile(copied.Path))(t)
	if bytes.Contains(b, []byte("SQLite format")) || bytes.Contains(b, []byte("Awa Traoré")) {
		t.Error("it can be read")
	}
	to := filepath.Join(t.TempDir(), "x.suivi")
	untouched(t, filepath.Dir(to), func() {
		_, err := Restore(ctx, copied.Path, to, RestoreOptions{})
		fileError(t, err, committee.FileSealed)
		_, err = Restore(ctx, copied.Path, to, RestoreOptions{Key: other})
		fileError(t, err, committee.FileWrongKey)
		for n, bad := range [][]byte{b[:len(b)-10], append(bytes.Clone(b), 0), append(bytes.Clone(b[:len(b)/2]), make([]byte, len(b)-len(b)/2)...)} {
			if err := os.WriteFile(copied.Path+".bad", bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err = Restore(ctx, copied.Path+".bad", to, RestoreOptions{Key: key}); err == nil {
				t.Errorf("%d: an altered one was put back", n)
			} else {
				fileError(t, err, committee.FileUnsound)
			}
		}
	})
	must(Restore(ctx, copied.Path, to, RestoreOptions{Key: key}))(t)
	sound(t, to, 1)
}

func TestWhatAPowerCutLeftIsSwept(t *testing.T) {
	path := closedFile(t)
	old, young := filepath.Join(filepath.Dir(path), ".comité.suivi.12.new"), filepath.Join(filepath.Dir(path), ".comité.suivi.34.new")
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(old, time.Now().Add(-2*stale), time.Now().Add(-2*stale)); err != nil {
		t.Fatal(err)
	}
	must(Backup(ctx, path, "", backupOptions()))(t)
	if _, err := os.Stat(old); !errors.Is(err, fs.ErrNotExist) || !exists(young) {
		t.Error("the old draft stays, or the one that may be under way does not")
	}
}
