//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"

	"suivi/internal/termtest"
)

// The file is taken away under the running program while something is typed:
// it is said at once, the save says it again and offers another file, and what
// was typed is then in that one. What lies under the old name is left alone.
func TestStoryTheFileIsTakenAway(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		take func(t *testing.T, path string)
		said string
	}{
		"replaced": {replace, "fichier remplacé"},
		"renamed":  {func(t *testing.T, path string) { rename(t, path, path+".ancien") }, "fichier déplacé ou supprimé"},
		"removed": {func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}, "fichier déplacé ou supprimé"},
		"made read-only": {func(t *testing.T, path string) {
			if err := os.Chmod(path, 0o400); err != nil {
				t.Fatal(err)
			}
		}, "fichier en lecture seule"},
		"-wal removed": {func(t *testing.T, path string) {
			if err := os.Remove(path + "-wal"); err != nil {
				t.Fatal(err)
			}
		}, "fichier -wal retiré"},
		"folder removed": {func(t *testing.T, path string) {
			if err := os.RemoveAll(filepath.Dir(path)); err != nil {
				t.Fatal(err)
			}
		}, "dossier déplacé ou supprimé"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			takenAway(t, c.take, c.said)
		})
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// replace puts another committee's file in the place of one.
func replace(t *testing.T, path string) {
	t.Helper()
	dir := filepath.Join(filepath.Dir(filepath.Dir(path)), "autre")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	rename(t, begun(t, dir, "empty"), path)
}

func takenAway(t *testing.T, take func(*testing.T, string), said string) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "dossier")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path, kept := begun(t, folder, "example"), filepath.Join(dir, "gardé.suivi")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe du centre")
	take(t, path)
	term.WaitFor(said, "Louer l’annexe du centre") // at once, without a key
	before := ""
	if exists(path) {
		before = content(t, folder)[filepath.Base(path)]
	}
	term.Press("ctrl+s")
	term.WaitFor("Rien n’est enregistré", "s      enregistrer sous un autre nom", "échap  continuer la saisie")
	term.Press("esc")
	term.WaitGone("Rien n’est enregistré")
	term.Type(" de Kati")
	term.Press("ctrl+s")
	term.WaitFor("Rien n’est enregistré", "Louer l’annexe du centre de Kati")
	term.Press("s")
	inField(t, term, "Nouveau fichier")
	term.Press("end", "ctrl+u")
	term.Type(kept)
	term.Press("ctrl+s")
	term.WaitFor("61 lignes", "Vous travaillez maintenant dans")
	term.WaitGone(said)
	quit(t, term)

	s := opened(t, kept)
	sound(t, s)
	if a := sheetOf(t, s, "A-2017-61").Action; a.Text != "Louer l’annexe du centre de Kati" {
		t.Errorf("the action is %q", a.Text)
	}
	if exists(path) {
		if content(t, folder)[filepath.Base(path)] != before {
			t.Error("what lies under the old name was changed")
		}
		sound(t, opened(t, path))
	}
	again := play(t, termtest.Options{Dir: dir})
	again.WaitFor("À traiter")
	again.Press("3")
	again.WaitFor("61 lignes") // the last file is the new one
	quit(t, again)
}

// Saving under another name is a command of any screen.
func TestStorySavingUnderAnotherName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("ctrl+w")
	term.WaitFor("Enregistrer sous…", "comite-2017-12-15.suivi")
	term.Press("end", "ctrl+u")
	term.Type("comite.suivi")
	term.Press("ctrl+s")
	term.WaitFor("existe déjà, il n’est pas")
	term.Press("end", "ctrl+u")
	term.Type("copie")
	term.Press("ctrl+s")
	term.WaitFor("Vous travaillez maintenant dans", "copie.suivi")
	quit(t, term)
	sound(t, opened(t, filepath.Join(dir, "copie.suivi")))
}
