//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"suivi/internal/register"
	"suivi/internal/termtest"
)

// edits opens the form of a new recommendation in a file of its own, with an
// editor that is a script.
func edits(t *testing.T, script string) (term *termtest.Terminal, o termtest.Options, path string) {
	t.Helper()
	dir := t.TempDir()
	path = begun(t, dir, "empty")
	person(t, path, "Awa Traoré")
	name := filepath.Join(dir, "mon éditeur")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	o = termtest.Options{Dir: dir, Args: []string{"--as", "Awa Traoré", path}, Env: []string{"EDITOR=pas-celui-ci", "VISUAL='" + name + "' -w"}}
	term = play(t, o)
	term.WaitFor("À traiter")
	term.Press("2")
	term.WaitFor("n créer")
	term.Press("n")
	inField(t, term, "Texte")
	term.Type("Ouvrir un centre")
	waitRow(t, term, "▌ Texte", "Ouvrir un centre")
	return term, o, path
}

// texts are the files that editors have.
func texts(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(draftsOf(dir), "*", "*", "texte-*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// The editor has the terminal, and gives it back with the text.
func TestStoryLongTextInOnesOwnEditor(t *testing.T) {
	t.Parallel()
	term, o, path := edits(t, `
echo "ÉDITEUR $1 $(cat "$2"), droits $(stat -c %a "$2" 2>/dev/null || stat -f %Lp "$2")"
kill -INT $PPID # as ctrl+c does, to all that share the terminal
read key
printf 'Ouvrir deux centres,\n\tl’un à \033[31mKayes\n' >"$2"
`)
	term.WaitFor("ctrl+o éditeur")
	term.Press("ctrl+o")
	term.WaitFor("ÉDITEUR -w Ouvrir un centre, droits 600")
	term.Press("enter")
	waitRow(t, term, "▌ Texte", "Ouvrir deux centres,")
	term.WaitFor("    l’un à [31mKayes", "ctrl+s enregistrer", "Destinataires")
	term.Type(" et l’autre à Gao")
	term.WaitFor("l’un à [31mKayes et l’autre à Gao")
	term.Press("ctrl+s")
	term.WaitFor("· Enregistré.")
	quit(t, term)
	if left := texts(t, o.Dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	s := opened(t, path)
	sound(t, s)
	r := only(t, must(s.Recommendations(background, register.Query{}))(t), nil)
	got := must(s.Recommendation(background, r.ID))(t).Recommendation.Words.Text()
	if want := "Ouvrir deux centres,\n    l’un à [31mKayes et l’autre à Gao"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	if on := term.LeftOn(); len(on) > 0 {
		t.Errorf("left on: %q", on)
	}
}

func TestStoryEditorThatBringsNothing(t *testing.T) {
	t.Parallel()
	t.Run("none is chosen", func(t *testing.T) {
		dir := t.TempDir()
		path := begun(t, dir, "empty")
		term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
		term.WaitFor("Qui êtes-vous")
		term.Press("esc")
		term.WaitFor("À traiter")
		term.Press("2")
		term.WaitFor("n créer")
		term.Press("n")
		inField(t, term, "Texte")
		term.Type("Ouvrir")
		term.Press("ctrl+o")
		term.WaitFor("Aucun éditeur n’est choisi", "EDITOR=nano", "Ouvrir")
	})
	t.Run("it is not there", func(t *testing.T) {
		term, o, _ := edits(t, "")
		if err := os.Remove(filepath.Join(o.Dir, "mon éditeur")); err != nil {
			t.Fatal(err)
		}
		term.Press("ctrl+o")
		term.WaitFor("mon éditeur » est introuvable", "Ouvrir un centre")
		term.Type("!")
		waitRow(t, term, "▌ Texte", "Ouvrir un centre!")
	})
	t.Run("it leaves the text alone", func(t *testing.T) {
		term, _, _ := edits(t, "echo RIEN; read key")
		term.Press("ctrl+o")
		term.WaitFor("RIEN")
		term.Press("enter")
		waitRow(t, term, "▌ Texte", "Ouvrir un centre")
		term.Type("!")
		waitRow(t, term, "▌ Texte", "Ouvrir un centre!")
	})
	t.Run("it fails", func(t *testing.T) {
		term, _, _ := edits(t, "exit 3")
		term.Press("ctrl+o")
		term.WaitFor("s’est arrêté sur une erreur", "Votre texte est intact.", "Ouvrir un centre")
	})
	t.Run("it fails after saving", func(t *testing.T) {
		term, _, _ := edits(t, `echo "Repris" >"$2"; exit 1`)
		term.Press("ctrl+o")
		term.WaitFor("s’est arrêté sur une erreur", "ctrl+z", "Repris")
		term.Press("ctrl+z")
		waitRow(t, term, "▌ Texte", "Ouvrir un centre")
	})
	t.Run("it writes too much", func(t *testing.T) {
		term, _, _ := edits(t, `head -c 300000 /dev/zero | tr '\0' a >"$2"`)
		term.Press("ctrl+o")
		term.WaitFor("texte trop long")
	})
}

// The program ends while the editor has the text: what the editor had saved is
// there on return.
func TestStoryEndInTheMiddleOfAnEditor(t *testing.T) {
	t.Parallel()
	for name, signal := range map[string]os.Signal{"kill -9": syscall.SIGKILL, "SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			term, o, path := edits(t, `printf 'Ouvrir trois centres' >"$2"; echo ENREGISTRÉ; exec sleep 60`)
			term.Press("ctrl+o")
			term.WaitFor("ENREGISTRÉ")
			term.Signal(signal)
			term.Exit()
			term = play(t, o)
			term.WaitFor(unsaved, "Nouvelle recommandation")
			term.Press("enter")
			waitRow(t, term, "▌ Texte", "Ouvrir trois centres")
			term.Press("ctrl+s")
			term.WaitFor("· Enregistré.")
			quit(t, term)
			if left := append(texts(t, o.Dir), keptDrafts(t, draftsOf(o.Dir))...); len(left) > 0 {
				t.Errorf("left: %s", strings.Join(left, " "))
			}
			s := opened(t, path)
			only(t, must(s.Recommendations(background, register.Query{Filter: "trois centres"}))(t), nil)
		})
	}
}
