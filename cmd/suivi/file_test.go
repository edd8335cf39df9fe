package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
	"suivi/internal/termtest"
	"suivi/store"
)

// packed are the files made from the packs, once for all tests.
var packed struct {
	sync.Mutex
	files map[string][]byte
}

// begun puts a file made from a pack in the folder of a test.
func begun(t *testing.T, dir, pack string) string {
	t.Helper()
	packed.Lock()
	defer packed.Unlock()
	path := filepath.Join(dir, "comite.suivi")
	if data, made := packed.files[pack]; made {
		if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if got := suivi(t, dir, "init", path, "--starter", pack, "--clock", rehearsalClock); got.Code != done {
		t.Fatalf("init: %+v", got)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if packed.files == nil {
		packed.files = map[string][]byte{}
	}
	packed.files[pack] = data
	return path
}

// person adds somebody to a file.
func person(t *testing.T, path, name string) committee.Person {
	t.Helper()
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, err := s.SavePerson(context.Background(), committee.Person{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryStarterMakesASoundFile(t *testing.T) {
	for _, pack := range starters() {
		t.Run(pack, func(t *testing.T) {
			dir := t.TempDir()
			path := begun(t, dir, pack)
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
			}
			got := suivi(t, dir, "check", path)
			if got.Code != done || got.Err != "" || !strings.Contains(spaced(got.Out), "Le fichier « comite.suivi » est en ordre") {
				t.Errorf("check: %+v", got)
			}
			got = suivi(t, dir, "check", path, "--lang", "en")
			if got.Code != done || !strings.Contains(got.Out, "The file “comite.suivi” is in order") {
				t.Errorf("check in English: %+v", got)
			}
		})
	}
}

func TestInitSaysWhatItMade(t *testing.T) {
	dir := t.TempDir()
	got := suivi(t, dir, "init", "a.suivi", "--starter", "bamako-2017")
	out := spaced(got.Out)
	if got.Code != done || got.Err != "" || !strings.Contains(out, "Fichier créé : ") || !strings.Contains(out, "fiches y ont été mises") {
		t.Errorf("%+v", got)
	}
	got = suivi(t, dir, "init", "b.suivi", "--lang", "en")
	if got.Code != done || !strings.HasPrefix(got.Out, "File created: ") || strings.Count(got.Out, "\n") != 1 {
		t.Errorf("%+v", got)
	}
}

func TestInitNeverReplacesAFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("à garder"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := suivi(t, dir, "init", "notes.txt", "--starter", "example")
	if got.Code != refused || !strings.Contains(spaced(got.Err), "« notes.txt » existe déjà, il n’est pas remplacé.") {
		t.Errorf("%+v", got)
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "notes.txt")); err != nil || string(kept) != "à garder" {
		t.Errorf("the file holds %q, %v", kept, err)
	}
}

func TestCheckReportsWhatWasAltered(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "bamako-2017")
	who := person(t, path, "Aïssata Coulibaly")
	alter(t, path, "UPDATE person SET version = 7 WHERE id = ?", who.ID)
	got := suivi(t, dir, "check", path)
	out := spaced(got.Out)
	if got.Code != refused || got.Err != "" || !strings.Contains(out, "La personne « Aïssata Coulibaly » : la fiche n’est pas telle que le journal") {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(out, "point à signaler dans « comite.suivi ».") {
		t.Errorf("no count: %s", out)
	}
	if got = suivi(t, dir, "check", path, "--lang", "en"); got.Code != refused || !strings.Contains(got.Out, "1 thing to report in “comite.suivi”.") {
		t.Errorf("%+v", got)
	}
}

func TestCheckRefusesWhatIsNoFileOfOurs(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lettre.odt"), []byte(strings.Repeat("PK lettre", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	got := suivi(t, dir, "check", "lettre.odt")
	if got.Code != refused || !strings.Contains(spaced(got.Err), "« lettre.odt » n’a pas été créé par suivi") {
		t.Errorf("%+v", got)
	}
	if got = suivi(t, dir, "check", "."); got.Code != refused || !strings.Contains(got.Err, "est un dossier") {
		t.Errorf("%+v", got)
	}
}

func TestFileIsFoundInItsOrder(t *testing.T) {
	dir := t.TempDir()
	home := filepath.Join(dir, "home", "data_home", "suivi")
	for _, name := range []string{"named.suivi", "variable.suivi", "last.suivi"} {
		suivi(t, dir, "init", name)
	}
	checked := func(env string, args ...string) string {
		t.Helper()
		got := termtest.Run(t, termtest.Options{Dir: dir, Env: []string{env}, Args: append([]string{"check", "--lang", "en"}, args...)})
		return got.Out + got.Err
	}
	if said := checked("SUIVI_FILE="); !strings.Contains(said, "suivi” does not exist") {
		t.Errorf("nothing said: %s", said)
	}
	suivi(t, dir, "init", filepath.Join(home, "comite.suivi"))
	if said := checked("SUIVI_FILE="); !strings.Contains(said, "“comite.suivi” is in order") {
		t.Errorf("by default: %s", said)
	}
	writeSettings(t, dir, "last_file = \""+filepath.Join(dir, "last.suivi")+"\"\n")
	if said := checked("SUIVI_FILE="); !strings.Contains(said, "“last.suivi” is in order") {
		t.Errorf("last file: %s", said)
	}
	if said := checked("SUIVI_FILE=variable.suivi"); !strings.Contains(said, "“variable.suivi” is in order") {
		t.Errorf("variable: %s", said)
	}
	if said := checked("SUIVI_FILE=variable.suivi", "named.suivi"); !strings.Contains(said, "“named.suivi” is in order") {
		t.Errorf("argument: %s", said)
	}
	if err := os.Remove(filepath.Join(dir, "last.suivi")); err != nil {
		t.Fatal(err)
	}
	if said := checked("SUIVI_FILE="); !strings.Contains(said, "last.suivi”, is no longer there") || strings.Contains(said, "in order") {
		t.Errorf("last file gone: %s", said)
	}
}

func TestHostilePathIsShownClean(t *testing.T) {
	got := suivi(t, "", "check", "\x1b]0;titre\x07\u202ea.suivi")
	if got.Code != refused || strings.ContainsAny(got.Err, "\x1b\x07\u202e") {
		t.Errorf("code %d, said %q", got.Code, got.Err)
	}
}
