package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/termtest"
	"suivi/store"
)

// piped runs the program with something on its standard input.
func piped(t *testing.T, dir string, in []byte, args ...string) termtest.Result {
	t.Helper()
	return termtest.Run(t, termtest.Options{Args: args, Dir: dir, Stdin: string(in)})
}

// well fails the test unless the program did what it was asked without a word
// of complaint.
func well(t *testing.T, got termtest.Result) termtest.Result {
	t.Helper()
	if got.Code != done || got.Err != "" {
		t.Fatalf("code %d, said %s", got.Code, got.Err)
	}
	return got
}

// survivesTheCommands dumps a file, loads it through a pipe and from a file,
// and finds the dumps the same, byte for byte, and the new files in order.
func survivesTheCommands(t *testing.T, dir, path string) {
	t.Helper()
	to := filepath.Join(dir, "tout.jsonl")
	well(t, suivi(t, dir, "dump", path, to))
	whole, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	first := well(t, suivi(t, dir, "dump", path)).Out
	if first != string(whole) {
		t.Error("the dump on the standard output is not the one in a file")
	}
	for name, load := range map[string]func(name string) termtest.Result{
		"tube.suivi":    func(name string) termtest.Result { return piped(t, dir, whole, "load", "-", name) },
		"fichier.suivi": func(name string) termtest.Result { return suivi(t, dir, "load", to, name) },
	} {
		well(t, load(name))
		if got := suivi(t, dir, "check", name); got.Code != done {
			t.Errorf("%s: check says %s", name, got.Out)
		}
		if again := well(t, suivi(t, dir, "dump", name, "-")).Out; again != first {
			t.Errorf("%s: the dump is not the one it was made from", name)
		}
	}
}

func TestEveryStarterSurvivesItsDump(t *testing.T) {
	for _, pack := range starters() {
		t.Run(pack, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			survivesTheCommands(t, dir, begun(t, dir, pack))
		})
	}
}

func TestALargeCommitteeSurvivesItsDump(t *testing.T) {
	t.Parallel()
	dir, actions := t.TempDir(), "200"
	if testing.Short() {
		actions = "20"
	}
	well(t, suivi(t, dir, "generate", "grand.suivi", "--actions", actions))
	survivesTheCommands(t, dir, filepath.Join(dir, "grand.suivi"))
}

func TestDumpAndLoadSayWhatTheyMade(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "checklist")
	got := well(t, suivi(t, dir, "dump", path, "tout.jsonl"))
	if out := spaced(got.Out); !strings.HasPrefix(out, "Export écrit : ") || !strings.Contains(out, "tout.jsonl (") || !strings.Contains(out, "lignes de journal)") {
		t.Errorf("said %s", out)
	}
	got = well(t, suivi(t, dir, "load", "tout.jsonl", "b.suivi", "--lang", "en"))
	if !strings.HasPrefix(got.Out, "File created: ") || !strings.Contains(got.Out, " records, ") || !strings.Contains(got.Out, " lines of the journal)") {
		t.Errorf("said %s", got.Out)
	}
	for _, name := range []string{"tout.jsonl", "b.suivi"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v; want 0600", name, info.Mode(), err)
		}
	}
}

func TestDumpAndLoadRefuseInPlainWords(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "checklist")
	dump := well(t, suivi(t, dir, "dump", path)).Out
	lines := strings.SplitAfter(dump, "\n")
	for name, content := range map[string]string{
		"tout.jsonl": dump, "coupe.jsonl": dump[:len(dump)/2], "altere.jsonl": strings.Replace(dump, "coordination", "Coordination", 1),
		"neuf.jsonl": strings.Replace(dump, `"format":1`, `"format":7`, 1), "lettre.txt": "Monsieur le Ministre,\n",
		"bruit.jsonl": lines[0] + strings.Replace(lines[1], `"id"`, "\"\u202e\x1b[2J\"", 1) + strings.Join(lines[2:], ""),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args            string
		code            int
		french, english string
	}{
		{"dump", 2, "il faut dire quel fichier exporter.", "say which file to export."},
		{"dump a b c", 2, "« c » est de trop.", "“c” is not expected here."},
		{"dump absent.suivi", 1, "« absent.suivi » n’existe pas", "“absent.suivi” does not exist"},
		{"dump tout.jsonl", 1, "« tout.jsonl » n’a pas été créé par suivi", "“tout.jsonl” was not created by suivi"},
		{"dump comite.suivi tout.jsonl", 1, "« tout.jsonl » existe déjà, il n’est pas remplacé.", "“tout.jsonl” already exists, it is not replaced."},
		{"dump comite.suivi .", 1, "est un dossier", "is a folder"},
		{"dump comite.suivi nulle/part.jsonl", 1, "nulle » n’existe pas.", "nulle” does not exist."},
		{"load", 2, "il faut dire quel export charger, et quel fichier créer.", "say which export to load, and which file to create."},
		{"load tout.jsonl", 2, "quel fichier créer.", "which file to create."},
		{"load tout.jsonl comite.suivi", 1, "« comite.suivi » existe déjà", "“comite.suivi” already exists"},
		{"load absent.jsonl b.suivi", 1, "« absent.jsonl » n’existe pas", "“absent.jsonl” does not exist"},
		{"load . b.suivi", 1, "« . » est un dossier, il faut un fichier.", "“.” is a folder, a file is needed."},
		{"load coupe.jsonl b.suivi", 1, "aucun fichier n’a été créé, l’export ne peut pas être chargé (coupe.jsonl). Ligne ", "its end is missing; make it again."},
		{"load altere.jsonl b.suivi", 1, "L’export a été altéré depuis qu’il a été écrit ; refaites-le.", "The export was altered since it was written; make it again."},
		{"load neuf.jsonl b.suivi", 1, "vient d’une version plus récente de suivi ; mettez le programme à jour", "comes from a newer version of suivi; update the program"},
		{"load lettre.txt b.suivi", 1, "(lettre.txt). Ce n’est pas un export de suivi.", "(lettre.txt). This is not an export of suivi."},
		{"load bruit.jsonl b.suivi", 1, "Ligne 2 : un caractère qui n’est pas du texte s’y trouve (U+202E).", "Line 2: it holds a character that is not text (U+202E)."},
		{"load - b.suivi", 1, "(entrée standard). Ce n’est pas un export de suivi.", "(standard input). This is not an export of suivi."},
	} {
		for lang, want := range map[committee.Language]string{committee.French: c.french, committee.English: c.english} {
			got := suivi(t, dir, append([]string{"--lang", string(lang)}, strings.Fields(c.args)...)...)
			if got.Code != c.code || got.Out != "" || !strings.Contains(spaced(got.Err), want) {
				t.Errorf("%s: code %d, said %s\nwant code %d, %s", c.args, got.Code, spaced(got.Err), c.code, want)
			}
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*b.suivi*")); err != nil || len(left) > 0 {
		t.Errorf("there is %v", left)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*.new*")); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v", left)
	}
}

func TestAFileThatIsNotInOrderIsNotExported(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "bamako-2017")
	who := person(t, path, "Aïssata Coulibaly")
	behind := func(statement string, args ...any) {
		t.Helper()
		db, err := sql.Open("sqlite3", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	behind("UPDATE person SET remarks = 'altérée' WHERE id = ?", who.ID)
	got := suivi(t, dir, "dump", path, "tout.jsonl")
	for _, want := range []string{
		"« comite.suivi » n’est pas en ordre, l’export n’a pas été fait. La personne « Aïssata Coulibaly » : la fiche n’est pas telle",
		"« suivi check » dit tout ce qui ne va pas", "« suivi restore »",
	} {
		if got.Code != refused || got.Out != "" || !strings.Contains(spaced(got.Err), want) {
			t.Errorf("code %d, said %s\nwant %s", got.Code, spaced(got.Err), want)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "tout.jsonl")); err == nil {
		t.Error("there is an export")
	}
	// What was printed before the fault was met cannot be loaded.
	half := suivi(t, dir, "dump", path)
	if half.Code != refused {
		t.Errorf("code %d", half.Code)
	}
	if got := piped(t, dir, []byte(half.Out), "load", "-", "b.suivi"); got.Code != refused {
		t.Errorf("half an export is loaded: %+v", got)
	}
	behind("PRAGMA user_version = 1")
	if got = suivi(t, dir, "dump", path); got.Code != refused || !strings.Contains(spaced(got.Err), "ouvrez-le une fois pour le mettre à jour") {
		t.Errorf("an older file: code %d, said %s", got.Code, got.Err)
	}
}

// An open file that somebody works on is dumped as of one moment.
func TestAFileIsExportedWhileItIsOpen(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "checklist")
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.SavePerson(context.Background(), committee.Person{Name: "Awa Traoré"}); err != nil {
		t.Fatal(err)
	}
	if got := well(t, suivi(t, dir, "dump", path)); !strings.Contains(got.Out, "Awa Traoré") {
		t.Error("the last change is not in the export")
	}
}

// within starts the program within a shell that restrains it.
func within(script string) func(*exec.Cmd) {
	return func(cmd *exec.Cmd) {
		cmd.Args = append([]string{"sh", "-c", script, cmd.Path}, cmd.Args[1:]...)
		cmd.Path = "/bin/sh"
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	dir := t.TempDir()
	path := begun(t, dir, "checklist")
	dump := well(t, suivi(t, dir, "dump", path)).Out
	if err := os.WriteFile(filepath.Join(dir, "tout.jsonl"), []byte(dump), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	full := termtest.Run(t, termtest.Options{Dir: dir, Args: []string{"dump", path}, Prepare: within(`exec "$0" "$@" >/dev/full`)})
	if full.Code != refused || !strings.Contains(spaced(full.Err), "l’export est incomplet") {
		t.Errorf("on the standard output: code %d, said %s", full.Code, full.Err)
	}
	small := within(`trap '' XFSZ; ulimit -f 80; exec "$0" "$@"`)
	for _, args := range [][]string{{"dump", path, "plein.jsonl"}, {"load", "tout.jsonl", "plein.suivi"}} {
		got := termtest.Run(t, termtest.Options{Dir: dir, Args: args, Prepare: small})
		if got.Code != refused || got.Out != "" || !strings.HasPrefix(spaced(got.Err), "suivi : Le disque") {
			t.Errorf("%v: code %d, said %s %s", args, got.Code, got.Out, got.Err)
		}
	}
	after, err := os.ReadDir(dir)
	if err != nil || len(after) != len(before) {
		t.Errorf("it leaves %v, %v", after, err)
	}
	if again := well(t, suivi(t, dir, "dump", path)).Out; !bytes.Equal([]byte(again), []byte(dump)) {
		t.Error("the file itself was touched")
	}
}
