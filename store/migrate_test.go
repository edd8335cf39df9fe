package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"suivi/internal/committee"
)

// withStep are the program's migrations and one more.
func withStep(t *testing.T, script string) fs.FS {
	t.Helper()
	steps := fstest.MapFS{"9999.sql": {Data: []byte(script)}}
	for _, name := range must(fs.Glob(migrations, "*.sql"))(t) {
		steps[name] = &fstest.MapFile{Data: must(fs.ReadFile(migrations, name))(t)}
	}
	return steps
}

func versionOf(t *testing.T, path string) int64 {
	t.Helper()
	h, _, err := readHeader(path)
	if err != nil {
		t.Fatal(err)
	}
	return h.version
}

func TestMigrating(t *testing.T) {
	t.Run("an older file is copied, then brought up", func(t *testing.T) {
		path, o := closedFile(t), options()
		before := versionOf(t, path)
		o.steps = withStep(t, "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''; CREATE INDEX x ON person (nickname);")
		s, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		must(s.SavePerson(ctx, committee.Person{Name: "Après"}))(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if after := versionOf(t, path); after != before+1 {
			t.Errorf("version %d became %d", before, after)
		}
		copied := filepath.Join(filepath.Dir(path), fmt.Sprintf("comité.avant-v%d-20171215T101500.suivi", before+1))
		if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
			t.Fatalf("the copy: %v, %v", info, err)
		}
		sound(t, copied, 1)
		if names := contents(t, filepath.Dir(path)); len(names) != 2 {
			t.Errorf("the folder holds %d files", len(names))
		}
		_, err = Open(path, options())
		fileError(t, err, committee.FileNewer)
	})
	t.Run("a step that fails leaves the file as it was", func(t *testing.T) {
		path, o := closedFile(t), options()
		o.steps = withStep(t, "CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);")
		if _, err := Open(path, o); err == nil {
			t.Fatal("it was opened")
		}
		sound(t, path, 1)
	})
	t.Run("a step that breaks a link is refused", func(t *testing.T) {
		path, o := closedFile(t), options()
		o.steps = withStep(t, "PRAGMA defer_foreign_keys = ON; INSERT INTO group_member VALUES ('x', 1, 'y');")
		if _, err := Open(path, o); err == nil {
			t.Fatal("it was opened")
		}
		sound(t, path, 1)
	})
}

func TestMigratingIsRefusedOrDoneOnce(t *testing.T) {
	t.Run("an older file that cannot be written is refused", func(t *testing.T) {
		path, o := closedFile(t), options()
		o.steps, o.ReadOnly = withStep(t, "CREATE TABLE more (x TEXT) STRICT;"), true
		_, err := Open(path, o)
		fileError(t, err, committee.FileReadOnly)
	})
	t.Run("several programs at once migrate once", func(t *testing.T) {
		path, o := closedFile(t), options()
		o.steps = withStep(t, "CREATE TABLE once (x TEXT) STRICT;")
		var wait sync.WaitGroup
		for range 5 {
			wait.Go(func() {
				s, err := Open(path, o)
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
	})
}
