//go:build unix

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"suivi/internal/register"
	"suivi/internal/termtest"
)

// waitKept waits until a draft under a folder holds a text.
func waitKept(t *testing.T, folder, text string) {
	t.Helper()
	for late := time.Now().Add(termtest.DefaultTimeout); ; runtime.Gosched() {
		for _, kept := range keptDrafts(t, folder) {
			if said, err := os.ReadFile(kept); err == nil && strings.Contains(string(said), text) {
				return
			}
		}
		if time.Now().After(late) {
			t.Fatalf("no draft holds %q: %v", text, keptDrafts(t, folder))
		}
	}
}

func keptDrafts(t *testing.T, folder string) []string {
	t.Helper()
	kept, err := filepath.Glob(filepath.Join(folder, "*", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// draftsOf is where the drafts of a story's home lie.
func draftsOf(dir string) string {
	return filepath.Join(dir, "home", "state_home", "suivi", "brouillons")
}

const unsaved = "Saisies non enregistrées"

// However the program ends, what was half typed is offered on return.
func TestStoryDraftOutlivesTheProgram(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	person(t, path, "Awa Traoré")
	for _, end := range []struct {
		name string
		how  func(*termtest.Terminal)
	}{
		{"kill -9", func(term *termtest.Terminal) { term.Signal(syscall.SIGKILL) }},
		{"SIGHUP", func(term *termtest.Terminal) { term.Signal(syscall.SIGHUP) }},
		{"SIGTERM", func(term *termtest.Terminal) { term.Signal(syscall.SIGTERM) }},
		{"window closed", (*termtest.Terminal).HangUp},
	} {
		t.Run(end.name, func(t *testing.T) {
			text := "Ouvrir un centre après " + end.name
			term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", "Awa Traoré", path}})
			term.WaitFor("À traiter")
			term.Press("2")
			term.WaitFor("n créer")
			term.Press("n")
			inField(t, term, "Texte")
			term.Type(text)
			waitKept(t, draftsOf(dir), text)
			end.how(term)
			term.Exit()

			term = play(t, termtest.Options{Dir: dir, Args: []string{"--as", "Awa Traoré", path}})
			term.WaitFor(unsaved, "Nouvelle recommandation", text, "⏎      reprendre")
			term.Press("enter")
			waitRow(t, term, "▌ Texte", text)
			term.Type(" et le tenir")
			waitRow(t, term, "▌ Texte", text+" et le tenir")
			term.Press("ctrl+s")
			term.WaitFor("· Enregistré.")
			quit(t, term)
			if left := keptDrafts(t, draftsOf(dir)); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
			s := opened(t, path)
			sound(t, s)
			only(t, must(s.Recommendations(background, register.Query{Filter: text + " et le tenir"}))(t), nil)
		})
	}
}

// A reason half given, and an action that somebody else changes meanwhile.
func TestStoryDraftOfAnActionChangedMeanwhile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	blocking(t, term)
	term.Type("Crédits non ouverts")
	waitKept(t, draftsOf(dir), "Crédits non ouverts")
	term.Signal(syscall.SIGKILL)
	term.Exit()

	s := opened(t, path)
	before := sheetOf(t, s, "A-2017-35").Action
	changed := before
	changed.Text = "Relier les tribunaux"
	must(s.SaveAction(background, changed))(t)

	term = sits(t, dir, path)
	term.WaitFor(unsaved, "Déclarer bloquée", "A-2017-35", "« Crédits non ouverts »")
	term.Press("enter")
	term.WaitFor("Déclarer bloquée", "Crédits non ouverts", "Relier les tribunaux")
	term.Press("ctrl+s")
	term.WaitFor("modifi", "Crédits non ouverts")
	if got := sheetOf(t, s, "A-2017-35").Action; got.Implementation != before.Implementation {
		t.Errorf("saved without a word over what changed: %+v", got.Implementation)
	}
	term.Press("ctrl+s") // the person has seen it
	term.WaitFor("A-2017-35 · déclarée bloquée")
	quit(t, term)
	got := sheetOf(t, s, "A-2017-35").Action
	if got.Implementation.Reason != "Crédits non ouverts" || got.Text != changed.Text {
		t.Errorf("the action is %+v", got)
	}
	sound(t, s)
}

// blocking reaches the reason of a block, with the cause chosen.
func blocking(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	filter(t, term, "A-2017-35", "1 ligne")
	term.Press("b")
	inField(t, term, "Cause")
	term.Press("right", "tab")
	inField(t, term, "Motif")
}

// A fault of the program itself loses nothing that was typed.
func TestStoryDraftAfterAFaultOfTheProgram(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := termtest.Start(t, termtest.Options{Dir: dir, Args: []string{"rehearse", "visit", path}})
	term.WaitFor("À traiter")
	term.Press("2")
	term.WaitFor("n créer")
	term.Press("n")
	inField(t, term, "Texte")
	term.Type("Ouvrir un centre")
	waitRow(t, term, "▌ Texte", "Ouvrir un centre")
	if err := os.WriteFile(filepath.Join(dir, faultFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	term.Type("!")
	if code := term.Exit(); code != refused {
		t.Errorf("code %d, want %d", code, refused)
	}
	term.WaitFor("le programme s’est arrêté sur une erreur qui vient de lui.")

	term = play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor(unsaved, "Nouvelle recommandation", "« Ouvrir un centre")
	term.Press("enter")
	waitRow(t, term, "▌ Texte", "Ouvrir un centre")
	term.Press("ctrl+s")
	term.WaitFor("· Enregistré.")
	quit(t, term)
	s := opened(t, path)
	only(t, must(s.Recommendations(background, register.Query{Filter: "Ouvrir un centre"}))(t), nil)
}

// Where the usual folder cannot be written, drafts lie elsewhere.
func TestStoryDraftWithoutItsFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	full, spare := filepath.Join(dir, "plein"), filepath.Join(dir, "tmp")
	if err := os.WriteFile(full, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(spare, 0o700); err != nil {
		t.Fatal(err)
	}
	o := termtest.Options{Dir: dir, Env: []string{"XDG_STATE_HOME=" + full, "TMPDIR=" + spare}, Args: []string{path}}
	term := play(t, o)
	term.WaitFor("Qui êtes-vous")
	term.Press("esc")
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("n créer")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe")
	kept := filepath.Join(spare, "suivi-brouillons-"+strconv.Itoa(os.Getuid()))
	waitKept(t, kept, "Louer l’annexe")
	term.Signal(syscall.SIGKILL)
	term.Exit()
	term = play(t, o)
	term.WaitFor("Qui êtes-vous")
	term.Press("esc")
	term.WaitFor(unsaved, "« Louer l’annexe »")
	term.Press("x")
	term.WaitFor("Supprimer cette saisie ?")
	term.Press("ctrl+x")
	term.WaitFor("Saisie supprimée.")
	quit(t, term)
	if left := keptDrafts(t, kept); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
