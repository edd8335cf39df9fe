//go:build unix

package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"suivi/internal/i18n"
	"suivi/internal/settings"
	"suivi/internal/termtest"
)

// outside is a hostile text as an argument, a variable or the name of a file
// may hold it.
var outside = strings.ReplaceAll(hostile, "/", "")

// wantPlain wants nothing in what a command printed that a terminal obeys.
func wantPlain(t *testing.T, got termtest.Result) {
	t.Helper()
	for _, said := range []string{got.Out, got.Err} {
		if at := strings.IndexFunc(said, func(r rune) bool { return r != '\n' && r != utf8.RuneError && !harmless(string(r)) }); at >= 0 {
			t.Errorf("%q in %q", said[at:min(at+10, len(said))], said)
		}
	}
}

// Whatever an argument, the value of an option or a variable holds, every
// command answers in plain text.
func TestHostileWordsOnTheCommandLine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	says := func(env string, args ...string) {
		t.Helper()
		got := termtest.Run(t, termtest.Options{Args: args, Dir: dir, Env: []string{"SUIVI_FILE=" + env}})
		if wantPlain(t, got); t.Failed() {
			t.Fatalf("%q", args)
		}
	}
	p := &program{out: io.Discard, err: io.Discard, loc: i18n.For("fr"), keeper: &settings.Keeper{}}
	root := p.root()
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		words := []string{}
		if cmd != root {
			words = append(words, cmd.Name())
		}
		if cmd.Name() == "generate" {
			words = append(words, "--actions", "60") // the usual number takes minutes
		}
		says(path, append(words, outside)...)
		says(path, append(words, outside+".suivi")...)
		says(path, append(words, "--"+outside)...)
		says(outside, append(words, outside, outside)...)
		options := func(f *pflag.Flag) {
			if f.Value.Type() != "bool" {
				says(path, append(words, "--"+f.Name, outside, path)...)
			}
		}
		cmd.Flags().VisitAll(options)
		root.PersistentFlags().VisitAll(options)
	}
	says(outside+".suivi", "check")
	says(path, "help", outside)
}

// A settings file may hold anything: a name, a path, a key, a value.
func TestHostileSettings(t *testing.T) {
	t.Parallel()
	quoted := strings.NewReplacer("\\", `\\`, "\x1b", `\u001b`, "\x07", `\u0007`, "\x08", `\u0008`, "\x7f", `\u007f`).Replace(strings.ToValidUTF8(outside, ""))
	for name, text := range map[string]string{
		"a value":      `language = "` + quoted + `"`,
		"a path":       `last_file = "` + quoted + `"`,
		"a key":        `"` + quoted + `" = 1`,
		"raw":          outside,
		"raw in a key": `langu` + outside + ` = "fr"`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := begun(t, dir, "empty")
			prefer(t, dir, text)
			wantPlain(t, suivi(t, dir, "check", path))
			term := play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", path}})
			term.WaitFor("Prochaine réunion", "q quitter")
			wantHarmless(t, term)
			quit(t, term)
		})
	}
	t.Run("a person's name", func(t *testing.T) {
		dir := t.TempDir()
		path := begun(t, dir, "empty")
		prefer(t, dir, "[file.\""+path+"\"]\nperson = \""+quoted+"\"\nname = \""+quoted+"\"\n")
		term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
		term.WaitFor("Qui êtes-vous ?")
		term.Press("esc")
		term.WaitFor("q quitter")
		term.Press("8")
		term.WaitFor("Le comité")
		wantHarmless(t, term)
		quit(t, term)
	})
}

// prefer writes the settings file.
func prefer(t *testing.T, dir, text string) {
	t.Helper()
	path := filepath.Join(dir, "home", "config_home", "suivi", "reglages.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The file itself, and the folder it lies in, may be called anything.
func TestHostileFileName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder := filepath.Join(dir, "dossier "+outside)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "comité "+outside+".suivi")
	term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor("Bienvenue")
	term.Press("down", "down", "enter") // the example
	term.WaitFor("Qui êtes-vous")
	term.Press("esc")
	term.WaitFor("À traiter", "q quitter")
	term.Press("L")
	term.WaitGone("q quitter")
	term.Press("8")
	term.WaitFor("The committee")
	term.Press("G")
	term.WaitFor("esc back")
	wantHarmless(t, term)
	quit(t, term)
	sound(t, opened(t, path))
	wantPlain(t, suivi(t, dir, "check", path))

	// Its name is no text: it is not remembered, and what else was is.
	if s := kept(t, dir); s.LastFile != "" || s.Language != "en" {
		t.Errorf("kept %+v", s)
	}
}

// Nobody is called so: what one typed is said back, clean.
func TestHostileNameOfAPerson(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", outside, path}})
	if code := term.Exit(); code != refused {
		t.Errorf("code %d, want %d", code, refused)
	}
	term.WaitFor("personne ne s’appelle")
	if raw := string(term.Raw()); strings.ContainsAny(raw, "\x1b\x07\x08\x7f\u009b\u202e\u200b") {
		t.Errorf("said %q", raw)
	}
}
