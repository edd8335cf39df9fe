//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/register"
	"suivi/internal/termtest"
)

func TestStoryFileThatIsOpenIsBackedUpAndNotReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor("Prénoms et nom")
	if got := at(t, dir, rehearsalClock, "backup", path, "copie.suivi"); got.Code != done {
		t.Fatalf("%+v", got)
	}
	got := at(t, dir, rehearsalClock, "restore", "copie.suivi", path)
	if got.Code != refused || !strings.Contains(spaced(got.Err), "est ouvert dans un autre programme. Quittez suivi partout où il l’est") {
		t.Errorf("%+v", got)
	}
	term.Press("ctrl+c")
	if code := term.Exit(); code != done {
		t.Errorf("code %d", code)
	}
	if got := at(t, dir, rehearsalClock, "restore", "copie.suivi", path); got.Code != done {
		t.Errorf("%+v", got)
	}
}

// A limit on the size of files stands in for a full disk.
func TestBackupForWhichThereIsNoRoomLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	begun(t, dir, "example")
	for _, args := range [][]string{{"backup", "comite.suivi"}, {"restore", "copie.suivi", "neuf.suivi"}} {
		if args[0] == "restore" {
			says(t, suivi(t, dir, "backup", "comite.suivi", "copie.suivi"), done, "Sauvegarde faite", "Vérifiée")
		}
		before := inFolder(t, dir)
		got := termtest.Run(t, termtest.Options{Dir: dir, Args: args, Prepare: func(c *exec.Cmd) {
			c.Args = append([]string{"sh", "-c", `ulimit -f 1000; exec "$0" "$@"`, c.Path}, c.Args[1:]...)
			c.Path = "/bin/sh"
		}})
		if got.Code != refused || !strings.Contains(got.Err, "Le disque ou le système n’a pas pu") || strings.Contains(got.Err, "goroutine") {
			t.Errorf("%+v", got)
		}
		if after := inFolder(t, dir); after != before {
			t.Errorf("the folder held %s, it holds %s", before, after)
		}
	}
}

// addAxis saves something small.
func addAxis(t *testing.T, term *termtest.Terminal, name string, said ...string) {
	t.Helper()
	term.Press("8")
	term.WaitFor("Langue des documents")
	term.Press("i")
	inField(t, term, "Nom")
	term.Type(name)
	term.Press("ctrl+s")
	term.WaitFor(said...)
}

func TestStoryCopyOfTheDay(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	inTheWay := filepath.Join(dir, "comite.copies")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor("Prénoms et nom")
	term.Press("esc")
	term.WaitFor("À traiter")
	addAxis(t, term, "Partenariat", "La copie du jour n’a pas pu être faite")
	quit(t, term)
	if err := os.Remove(inTheWay); err != nil {
		t.Fatal(err)
	}
	term = play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor("À traiter")
	addAxis(t, term, "Logistique", "Logistique · axe")
	quit(t, term)
	copied := opened(t, filepath.Join(inTheWay, "comite-2017-12-15.suivi"))
	sound(t, copied)
	for name, want := range map[string]int{"Partenariat": 1, "Logistique": 0} {
		if w := must(copied.Axes(background, register.Query{Filter: name}))(t); w.Total != want {
			t.Errorf("the copy holds %d axes called %s, want %d", w.Total, name, want)
		}
	}
}
