package store

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"suivi/internal/committee"
)

// TestMain lets the tests run the test binary again as another program.
func TestMain(m *testing.M) {
	if path := os.Getenv("SUIVI_TEST_OPEN"); path != "" {
		os.Exit(otherProgram(path, os.Getenv("SUIVI_TEST_NAME")))
	}
	if path := os.Getenv("SUIVI_TEST_WRITE"); path != "" {
		os.Exit(writeUntilKilled(path))
	}
	if path := os.Getenv("SUIVI_TEST_AMONG"); path != "" {
		os.Exit(writeAmong(path, os.Getenv("SUIVI_TEST_NAME"), os.Getenv("SUIVI_TEST_UNTIL")))
	}
	if path := os.Getenv("SUIVI_TEST_HOLD"); path != "" {
		os.Exit(holdFile(path))
	}
	os.Exit(m.Run())
}

// otherProgram creates or opens a file, writes a line and closes it.
func otherProgram(path, name string) int {
	s, err := createOrOpen(path)
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		return 1
	}
	if name != "" {
		_, err = s.SavePerson(ctx, committee.Person{Name: name})
	} else {
		_, err = s.People(ctx, query(""))
	}
	if err = errors.Join(err, s.Close()); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		return 1
	}
	return 0
}

func createOrOpen(path string) (*Store, error) {
	s, err := Create(path, options())
	var e *committee.FileError
	if errors.As(err, &e) && e.Reason == committee.FileExists {
		return Open(path, options())
	}
	return s, err
}

// closedFile makes a file of ours with one person in it.
func closedFile(t *testing.T) string {
	t.Helper()
	s := newStore(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

// fileError fails the test unless err says that of the file.
func fileError(t *testing.T, err error, reason committee.FileReason) {
	t.Helper()
	var e *committee.FileError
	if !errors.As(err, &e) || e.Reason != reason {
		t.Fatalf("got %v, want a file error %s", err, reason)
	}
}

// untouched runs fn and fails unless the folder is, byte for byte, as before.
func untouched(t *testing.T, folder string, fn func()) {
	t.Helper()
	before := contents(t, folder)
	fn()
	after := contents(t, folder)
	for name, b := range after {
		if old, ok := before[name]; !ok || !bytes.Equal(old, b) {
			t.Errorf("%s was made or changed", name)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d files became %d", len(before), len(after))
	}
}

func contents(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[path], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func TestCreating(t *testing.T) {
	t.Run("makes the folder and keeps the file to its owner", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "dossier d'été 100% #1?", "comité.suivi")
		s, err := Create(path, options())
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for name, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s has mode %v, want %v", name, info.Mode().Perm(), want)
			}
		}
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
	})
	t.Run("never overwrites", func(t *testing.T) {
		path := closedFile(t)
		untouched(t, filepath.Dir(path), func() {
			_, err := Create(path, options())
			fileError(t, err, committee.FileExists)
			_, err = Create(filepath.Dir(path), options())
			fileError(t, err, committee.FileFolder)
		})
	})
	t.Run("leaves nothing else behind", func(t *testing.T) {
		if names := contents(t, filepath.Dir(closedFile(t))); len(names) != 1 {
			t.Errorf("the folder holds %d files", len(names))
		}
	})
	t.Run("below a file is refused", func(t *testing.T) {
		_, err := Create(filepath.Join(closedFile(t), "x.suivi"), options())
		fileError(t, err, committee.FileNoFolder)
	})
}

func TestOpeningWhatCannotBe(t *testing.T) {
	write := func(t *testing.T, b []byte) string {
		path := filepath.Join(t.TempDir(), "x.suivi")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	altered := func(t *testing.T, at int, with ...byte) string {
		b := must(os.ReadFile(closedFile(t)))(t)
		copy(b[at:], with)
		return write(t, b)
	}
	foreign := func(t *testing.T) string {
		path := filepath.Join(t.TempDir(), "other.db")
		db := must(sql.Open("sqlite3", path))(t)
		defer db.Close()
		must(db.Exec("CREATE TABLE t (x)"))(t)
		return path
	}
	for reason, path := range map[committee.FileReason]string{
		committee.FileMissing:  filepath.Join(t.TempDir(), "absent.suivi"),
		committee.FileNoFolder: filepath.Join(t.TempDir(), "absent", "x.suivi"),
		committee.FileFolder:   t.TempDir(),
		committee.FileEmpty:    write(t, nil),
		committee.FileNotOurs:  foreign(t),
		committee.FileNewer:    altered(t, 60, 0, 0, 1, 0),
		committee.FileDamaged:  altered(t, 100, bytes.Repeat([]byte{0xAA}, 3000)...),
	} {
		t.Run(string(reason), func(t *testing.T) {
			for _, readOnly := range []bool{false, true} {
				untouched(t, filepath.Dir(path), func() {
					o := options()
					o.ReadOnly = readOnly
					_, err := Open(path, o)
					fileError(t, err, reason)
				})
			}
		})
	}
	t.Run("cut short", func(t *testing.T) {
		b := must(os.ReadFile(closedFile(t)))(t)
		_, err := Open(write(t, b[:len(b)/2]), options())
		fileError(t, err, committee.FileDamaged)
	})
	t.Run("a page of text", func(t *testing.T) {
		_, err := Open(write(t, bytes.Repeat([]byte("ordre du jour\n"), 50)), options())
		fileError(t, err, committee.FileNotOurs)
	})
}

func TestOpeningAFileThatIsHeld(t *testing.T) {
	path := closedFile(t)
	c := exec.Command(must(os.Executable())(t))
	c.Env = append(os.Environ(), "SUIVI_TEST_HOLD="+path)
	release := must(c.StdinPipe())(t)
	held := must(c.StdoutPipe())(t)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	must(held.Read(make([]byte, 4)))(t)
	o := options()
	o.wait = 200 * time.Millisecond
	untouched(t, filepath.Dir(path), func() {
		_, err := Open(path, o)
		fileError(t, err, committee.FileLocked)
	})
	if err := errors.Join(release.Close(), c.Wait()); err != nil {
		t.Fatal(err)
	}
	sound(t, path, 1)
}

// holdFile is another program that keeps a file to itself until its input ends.
func holdFile(path string) int {
	db, err := sql.Open("sqlite3", "file:"+path)
	if err == nil {
		db.SetMaxOpenConns(1)
		_, err = db.Exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE person SET phone = phone; COMMIT")
	}
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		return 1
	}
	os.Stdout.WriteString("held")
	_, _ = os.Stdin.Read(make([]byte, 1))
	if err := db.Close(); err != nil {
		return 1
	}
	return 0
}

func TestOpeningForReading(t *testing.T) {
	path := closedFile(t)
	o := options()
	o.ReadOnly = true
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if w := must(s.People(ctx, query("")))(t); w.Total != 1 || !s.ReadOnly() {
		t.Errorf("read %d people, read-only %v", w.Total, s.ReadOnly())
	}
	_, err = s.SavePerson(ctx, committee.Person{Name: "X"})
	refused(t, err, committee.ReasonReadOnly)
}

func TestAFileReplacedWhileOpenIsNotWritten(t *testing.T) {
	s := newStore(t)
	if err := os.Rename(s.Path(), s.Path()+".old"); err != nil {
		t.Fatal(err)
	}
	_, err := s.SavePerson(ctx, committee.Person{Name: "X"})
	fileError(t, err, committee.FileGone)
	if err := os.WriteFile(s.Path(), []byte("un autre"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.SavePerson(ctx, committee.Person{Name: "X"})
	fileError(t, err, committee.FileReplaced)
}

func TestFiveAtOnce(t *testing.T) {
	rounds := 25
	if testing.Short() {
		rounds = 5
	}
	for range rounds {
		path := filepath.Join(t.TempDir(), "x.suivi")
		var wait sync.WaitGroup
		errs := make([]error, 5)
		for i := range errs {
			wait.Go(func() {
				s, err := createOrOpen(path)
				if err == nil {
					_, err = s.SavePerson(ctx, committee.Person{Name: "Awa"})
					err = errors.Join(err, s.Close())
				}
				errs[i] = err
			})
		}
		wait.Wait()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		sound(t, path, 5)
	}
}

func TestFiveProgramsAtOnce(t *testing.T) {
	rounds := 50
	if testing.Short() {
		rounds = 2
	}
	for range rounds {
		path := filepath.Join(t.TempDir(), "x.suivi")
		var all []*exec.Cmd
		for range 5 {
			c := exec.Command(must(os.Executable())(t))
			c.Env = append(os.Environ(), "SUIVI_TEST_OPEN="+path, "SUIVI_TEST_NAME=Awa")
			c.Stderr = &bytes.Buffer{}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			all = append(all, c)
		}
		for _, c := range all {
			if err := c.Wait(); err != nil {
				t.Fatalf("%v: %s", err, c.Stderr)
			}
		}
		sound(t, path, 5)
	}
}

// sound fails unless the file holds that many people and no fault.
func sound(t *testing.T, path string, people int) {
	t.Helper()
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if w := must(s.People(ctx, query("")))(t); w.Total != people {
		t.Fatalf("%d people, want %d", w.Total, people)
	}
	if found := must(s.Check(ctx))(t); len(found) > 0 {
		t.Fatalf("found %+v", found)
	}
}
