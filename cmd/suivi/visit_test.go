//go:build unix

package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"suivi/internal/settings"
	"suivi/internal/termtest"
)

// kept reads the settings of a test's home.
func kept(t *testing.T, dir string) settings.Settings {
	t.Helper()
	k, err := settings.Open(filepath.Join(dir, "home", "config_home", "suivi", "reglages.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return k.Settings()
}

// quit leaves the screens and wants them to end well.
func quit(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("q")
	if code := term.Exit(); code != done {
		t.Errorf("code %d, want %d\n%s", code, done, term.Screen())
	}
	if on := term.LeftOn(); len(on) > 0 {
		t.Errorf("left on: %q", on)
	}
}

// signatures are the names that the journal of a file was signed with.
func signatures(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var names sql.NullString
	if err := db.QueryRow("SELECT group_concat(DISTINCT actor_name) FROM journal WHERE actor_name <> ''").Scan(&names); err != nil {
		t.Fatal(err)
	}
	return names.String
}

func TestFirstVisitMakesTheFileAndAsksWho(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "home", "data_home", "suivi", "comite.suivi")
	term := play(t, termtest.Options{Dir: dir})
	term.WaitFor("Bienvenue", "Ce fichier n’existe pas encore : ~/data_home/suivi/comite.suivi", "L’atelier de Bamako (2017)")
	if exists(path) {
		t.Error("the file is there before anything was chosen")
	}
	term.Press("enter")
	term.WaitFor("Qui êtes-vous ?")
	term.Type("Aïssata Coulibaly")
	term.Press("ctrl+s")
	term.WaitFor("Bonjour Aïssata Coulibaly", "À traiter", "ven. 15/12/2017")
	quit(t, term)

	s := kept(t, dir)
	if s.LastFile != path || s.File(path).Name != "Aïssata Coulibaly" || s.File(path).Person == "" {
		t.Errorf("kept %+v", s)
	}
	if on := s.File(path).Visited.UTC().Format("2006-01-02T15:04:05Z"); on != rehearsalClock {
		t.Errorf("visited %s, want %s", on, rehearsalClock)
	}
	if got := suivi(t, dir, "check"); got.Code != done {
		t.Errorf("check: %+v", got)
	}
	if person(t, path, "Autre"); strings.Contains(signatures(t, path), "Autre") {
		t.Error("a change without a name was signed")
	}

	again := play(t, termtest.Options{Dir: dir})
	again.WaitFor("À traiter")
	if again.Has("Qui êtes-vous") {
		t.Error("who one is is asked again")
	}
	quit(t, again)
}

func TestQuestionPutOffIsNotAskedAtEachVisit(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := play(t, termtest.Options{Dir: dir, Args: []string{path}})
	term.WaitFor("Qui êtes-vous ?")
	term.Press("esc")
	term.WaitFor("Vos modifications ne porteront pas de nom")
	quit(t, term)
	term = play(t, termtest.Options{Dir: dir})
	term.WaitFor("Prochaine réunion")
	if term.Has("Qui êtes-vous") {
		t.Error("the question is asked again")
	}
	quit(t, term)
}

func TestWhoIsSaidOnTheCommandLine(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	awa := person(t, path, "Awa Traoré")
	person(t, path, "Awa Diarra")
	person(t, path, "Issa Keïta")
	person(t, path, "Issa Keïta")
	for name, want := range map[string]string{
		"Moussa":     "suivi : personne ne s’appelle « Moussa » dans ce fichier.",
		"awa":        "Noms voisins : Awa Diarra et Awa Traoré.",
		"Issa K":     "personne ne s’appelle « Issa K »",
		"issa keita": "plusieurs personnes s’appellent « issa keita »",
	} {
		term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", name, path}, Width: 200})
		if code := term.Exit(); code != refused || !term.Has(want) {
			t.Errorf("--as %s: code %d\n%s\nwant %s", name, code, term.Row(0), want)
		}
	}
	for _, name := range []string{"AWA TRAORE", string(awa.ID)} {
		term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", name, path}})
		term.WaitFor("Prochaine réunion")
		if term.Has("Qui êtes-vous") {
			t.Errorf("--as %s: asked all the same", name)
		}
		quit(t, term)
	}
	if me := kept(t, dir).File(path); me.Person != "" {
		t.Errorf("who was said for one visit is kept: %+v", me)
	}
}

func TestReadOnlyVisitAsksAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", path}})
	term.WaitFor("Prochaine réunion")
	quit(t, term)
	term = play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", "./absent.suivi"}})
	if code := term.Exit(); code != refused || !term.Has("« absent.suivi » n’existe pas.") {
		t.Errorf("code %d\n%s", code, term.Screen())
	}
}

func TestLanguageOfTheScreenIsKept(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", path}})
	term.WaitFor("Prochaine réunion")
	term.Press("L")
	term.WaitFor("Next meeting")
	quit(t, term)
	if got := suivi(t, dir, "check"); !strings.Contains(got.Out, "is in order") {
		t.Errorf("said %+v", got)
	}
	term = play(t, termtest.Options{Dir: dir, Args: []string{"--lang", "fr"}})
	term.WaitFor("Prochaine réunion")
	quit(t, term)
	if kept(t, dir).Language != "en" {
		t.Error("a language asked for once was kept")
	}
}

func TestUnusableFileIsRefusedBeforeTheScreens(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lettre.odt"), []byte(strings.Repeat("PK lettre", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	term := play(t, termtest.Options{Dir: dir, Args: []string{"lettre.odt"}})
	if code := term.Exit(); code != refused || !term.Has("suivi : Le fichier « lettre.odt » n’a pas été créé par suivi") {
		t.Errorf("code %d\n%s", code, term.Screen())
	}
	if strings.Contains(string(term.Raw()), "\x1b[?1049h") {
		t.Error("the screens came up")
	}
}

var colour = regexp.MustCompile("\x1b\\[[0-9;:]*[34]8[;:]|\x1b\\[([0-9;]*;)?[349][0-7](;[0-9;]*)?m")

func TestColourIsAsAsked(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "bamako-2017")
	for name, c := range map[string]struct {
		env  []string
		args []string
		want bool
	}{
		"a terminal":               {nil, nil, true},
		"NO_COLOR":                 {[]string{"NO_COLOR=1"}, nil, false},
		"dumb":                     {[]string{"TERM=dumb"}, nil, false},
		"never":                    {nil, []string{"--color", "never"}, false},
		"auto":                     {[]string{"NO_COLOR=1"}, []string{"--color", "auto"}, false},
		"always, against NO_COLOR": {[]string{"NO_COLOR=1"}, []string{"--color", "always"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			term := play(t, termtest.Options{Dir: dir, Env: c.env, Args: append([]string{"--read-only", path}, c.args...)})
			term.WaitFor("Prochaine réunion")
			quit(t, term)
			if got := colour.FindString(string(term.Raw())); (got != "") != c.want {
				t.Errorf("colour %q, want %v", got, c.want)
			}
		})
	}
}

func TestClosedWindowEndsTheVisit(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	for name, end := range map[string]func(*termtest.Terminal){
		"window closed": (*termtest.Terminal).HangUp,
		"SIGHUP":        func(term *termtest.Terminal) { term.Signal(syscall.SIGHUP) },
		"SIGTERM":       func(term *termtest.Terminal) { term.Signal(syscall.SIGTERM) },
	} {
		t.Run(name, func(t *testing.T) {
			term := play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", path}})
			term.WaitFor("Prochaine réunion")
			end(term)
			if code := term.Exit(); code != done {
				t.Errorf("code %d, want %d\n%s", code, done, term.Screen())
			}
			if kept(t, dir).LastFile != path {
				t.Error("the visit is not kept")
			}
		})
	}
}

func TestFaultySettingsDoNotStopTheScreens(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	old := writeSettings(t, dir, "language = \"klingon\"\n")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--read-only", path}, Width: 160})
	term.WaitFor("Prochaine réunion")
	quit(t, term)
	if !term.Has("vos réglages donnent à « language » une valeur qui n’existe pas") {
		t.Errorf("not said:\n%s", term.Screen())
	}
	if copied, err := os.ReadFile(old + ".1"); err != nil || string(copied) != "language = \"klingon\"\n" {
		t.Errorf("no copy of the old settings: %q, %v", copied, err)
	}
	if kept(t, dir).LastFile != path {
		t.Error("the visit is not kept")
	}
}
