package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/termtest"
)

// spaced reads no-break spaces as spaces.
func spaced(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

// flat reads a text broken into lines as one line.
func flat(s string) string { return strings.Join(strings.Fields(spaced(s)), " ") }

func suivi(t *testing.T, dir string, args ...string) termtest.Result {
	t.Helper()
	return termtest.Run(t, termtest.Options{Args: args, Dir: dir})
}

func TestRefusalsArePlainInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		args            string
		code            int
		french, english string
	}{
		{"frob", 2, "« frob » n’est ni un fichier ni une commande.", "“frob” is neither a file nor a command."},
		{"chek", 2, "Vouliez-vous dire « suivi check » ?", "Did you mean “suivi check”?"},
		{"help chek", 2, "aucune commande ne s’appelle « chek »", "there is no command “chek”"},
		{"completion bash", 2, "« completion » n’est ni", "“completion” is neither"},
		{"__complete ''", 2, "aucune commande ne s’appelle « __complete »", "there is no command “__complete”"},
		{"--frob", 2, "l’option --frob n’existe pas.", "there is no option --frob."},
		{"-x", 2, "l’option -x n’existe pas.", "there is no option -x."},
		{"check --as Awa", 2, "l’option --as n’existe pas.", "there is no option --as."},
		{"--color", 2, "l’option --color attend une valeur.", "the option --color needs a value."},
		{"--color mauve", 2, "--color n’accepte pas « mauve ». Valeurs possibles : auto, always, never.", "--color does not take “mauve”. It takes: auto, always, never."},
		{"--lang de", 2, "Valeurs possibles : fr, en.", "It takes: fr, en."},
		{"--ascii=oui", 2, "--ascii n’accepte pas « oui ».", "--ascii does not take “oui”."},
		{"--clock hier", 2, "Il faut une date et une heure, par exemple 2017-12-15T10:00:00Z.", "It takes a date and time, such as 2017-12-15T10:00:00Z."},
		{"--=x", 2, "l’option « --=x » est mal écrite.", "the option “--=x” is not written correctly."},
		{"./a.suivi b", 2, "« b » est de trop : un seul fichier à la fois.", "“b” is one too many: one file at a time."},
		{"version x", 2, "« x » est de trop.", "“x” is not expected here."},
		{"init", 2, "il faut dire quel fichier créer.", "say which file to create."},
		{"init a.suivi --starter tout", 2, "Valeurs possibles : bamako-2017, checklist, example, empty.", "It takes: bamako-2017, checklist, example, empty."},
		{"init .", 1, "est un dossier", "is a folder"},
		{"backup", 2, "il faut dire quel fichier sauvegarder.", "say which file to back up."},
		{"backup a b c", 2, "« c » est de trop.", "“c” is not expected here."},
		{"backup a --age", 2, "l’option --age attend une valeur.", "the option --age needs a value."},
		{"backup a --age Awa", 2, "--age n’accepte pas « Awa ». Il faut une clé publique age", "--age does not take “Awa”. It takes a public age key"},
		{"backup a --age AGE-SECRET-KEY-1QQQ", 2, "« AGE-SECRET-K… »", "“AGE-SECRET-K…”"},
		{"backup absent.suivi", 1, "Le fichier « absent.suivi » n’existe pas.", "The file “absent.suivi” does not exist."},
		{"restore a.suivi", 2, "quelle sauvegarde remettre en place, puis quel fichier", "which backup to put back, then which file"},
		{"restore absent.suivi b.suivi", 1, "Le fichier « absent.suivi » n’existe pas.", "The file “absent.suivi” does not exist."},
		{"restore a b --identity absent", 1, "Le fichier « absent » n’existe pas.", "The file “absent” does not exist."},
		{"restore a b --identity .", 1, "« . » ne contient pas de clé secrète age.", "“.” holds no secret age key."},
		{"check absent.suivi", 1, "Le fichier « absent.suivi » n’existe pas.", "The file “absent.suivi” does not exist."},
		{"./absent.suivi", 1, "les écrans ont besoin d’un terminal", "the screens need a terminal"},
	} {
		for lang, want := range map[committee.Language]string{committee.French: c.french, committee.English: c.english} {
			t.Run(string(lang)+" "+c.args, func(t *testing.T) {
				args := append([]string{"--lang", string(lang)}, strings.Fields(c.args)...)
				got := suivi(t, "", args...)
				if got.Code != c.code || got.Out != "" {
					t.Errorf("code %d, output %q; want code %d and no output", got.Code, got.Out, c.code)
				}
				said := map[committee.Language]string{committee.French: "suivi : ", committee.English: "suivi: "}[lang]
				if text := spaced(got.Err); !strings.HasPrefix(text, said) || !strings.Contains(text, want) {
					t.Errorf("said %s\nwant %s%s", text, said, want)
				}
				help := map[committee.Language]string{committee.French: "Pour l’aide : suivi", committee.English: "For help: suivi"}[lang]
				if strings.Contains(spaced(got.Err), help) != (c.code == misused) {
					t.Errorf("the way to the help belongs to a misuse and to nothing else: %s", got.Err)
				}
			})
		}
	}
}

func TestHelpIsWhollyInTheLanguage(t *testing.T) {
	foreign := map[string][]string{
		"fr": {"Usage", "Flags", "flags", "Available", "command", "for", "default", "Error", "FILE", "print", "file"},
		"en": {"Utilisation", "FICHIER", "afficher", "fichier", "langue"},
	}
	for lang, words := range foreign {
		for _, args := range []string{"--help", "-h", "help", "help init", "init --help", "check --help", "help check", "dump --help", "help load", "help minutes", "backup --help", "help restore", "version -h", "help help"} {
			got := suivi(t, "", append([]string{"--lang", lang}, strings.Fields(args)...)...)
			if got.Code != 0 || got.Err != "" {
				t.Errorf("%s %s: code %d, said %q", lang, args, got.Code, got.Err)
			}
			for _, word := range strings.FieldsFunc(got.Out, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) }) {
				if slices.Contains(words, word) {
					t.Errorf("%s %s: %q in\n%s", lang, args, word, got.Out)
				}
			}
			for _, line := range strings.Split(got.Out, "\n") {
				if len([]rune(line)) > helpWidth {
					t.Errorf("%s %s: a line longer than %d: %s", lang, args, helpWidth, line)
				}
			}
		}
	}
}

func TestHelpSaysWhatThereIs(t *testing.T) {
	got := flat(suivi(t, "", "--help").Out)
	for _, want := range []string{
		"suivi [FICHIER] [options]", "init FICHIER créer un fichier", "check [FICHIER] vérifier un fichier",
		"backup FICHIER [DESTINATION] sauvegarder un fichier, même ouvert", "restore SAUVEGARDE FICHIER remettre une sauvegarde en place",
		"--lang fr|en", "--as PERSONNE", "--color auto|always|never", "--read-only", "--ascii", "-h, --help", "data_home/suivi/comite.suivi",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	if strings.Contains(got, "clock") {
		t.Error("the rehearsal clock is shown")
	}
	got = flat(suivi(t, "", "help", "init").Out)
	want := []string{"suivi init FICHIER [options]", "--starter bamako-2017|checklist|example|empty"}
	for _, pack := range starters() {
		want = append(want, pack+" "+flat(i18n.For(committee.French).Words.Welcome.Packs[pack].About))
	}
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %q in %s", w, got)
		}
	}
}

func TestVersionIsPrinted(t *testing.T) {
	for _, arg := range []string{"version", "--version"} {
		if got := suivi(t, "", arg); got.Code != 0 || !strings.HasPrefix(got.Out, "suivi, ") || got.Err != "" {
			t.Errorf("%s: %+v", arg, got)
		}
	}
}

func TestSystemLanguageIsFollowed(t *testing.T) {
	const french, english = "suivi, version de développement", "suivi, development version"
	for name, c := range map[string]struct {
		env  []string
		args []string
		want string
	}{
		"nothing set":              {[]string{"LANG="}, nil, french},
		"C":                        {[]string{"LANG=C"}, nil, french},
		"POSIX":                    {[]string{"LC_ALL=POSIX"}, nil, french},
		"another language":         {[]string{"LANG=bm_ML.UTF-8"}, nil, french},
		"French":                   {[]string{"LANG=fr_ML.UTF-8"}, nil, french},
		"English":                  {[]string{"LANG=en_GB.UTF-8"}, nil, english},
		"English, upper case":      {[]string{"LANG=EN"}, nil, english},
		"messages before the rest": {[]string{"LC_MESSAGES=en_US.UTF-8", "LANG=fr_FR"}, nil, english},
		"all before messages":      {[]string{"LC_ALL=fr_FR", "LC_MESSAGES=en_US", "LANG=en_US"}, nil, french},
		"asked":                    {[]string{"LANG=fr_FR"}, []string{"--lang", "en"}, english},
		"asked, joined":            {[]string{"LANG=en_GB"}, []string{"--lang=fr"}, french},
	} {
		t.Run(name, func(t *testing.T) {
			got := termtest.Run(t, termtest.Options{Env: c.env, Args: append([]string{"version"}, c.args...)})
			if !strings.HasPrefix(got.Out, c.want) {
				t.Errorf("said %q, want %q", got.Out, c.want)
			}
		})
	}
}

func TestChosenLanguageComesBeforeTheSystems(t *testing.T) {
	dir := t.TempDir()
	writeSettings(t, dir, "language = \"en\"\n")
	if got := suivi(t, dir, "version"); !strings.HasPrefix(got.Out, "suivi, development") {
		t.Errorf("said %q", got.Out)
	}
	if got := suivi(t, dir, "version", "--lang", "fr"); !strings.HasPrefix(got.Out, "suivi, version") {
		t.Errorf("asked for French: said %q", got.Out)
	}
}

// writeSettings puts a settings file in the home of a test.
func writeSettings(t *testing.T, dir, content string) string {
	t.Helper()
	path := filepath.Join(dir, "home", "config_home", "suivi", "reglages.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFaultySettingsAreSaidAndLeft(t *testing.T) {
	for content, want := range map[string]string{
		"a = 1\n<<<<\n":              "vos réglages sont mal écrits (",
		"language = \"tlh\"\n":       "vos réglages donnent à « language » une valeur qui n’existe pas (",
		strings.Repeat("#\n", 1<<20): "ce n’est pas un fichier de réglages : ",
	} {
		dir := t.TempDir()
		path := writeSettings(t, dir, content)
		got := suivi(t, dir, "version")
		if got.Code != 0 || !strings.Contains(spaced(got.Err), want) || !strings.Contains(got.Err, "reglages.toml") {
			t.Errorf("code %d, said %s\nwant %s", got.Code, got.Err, want)
		}
		if now, err := os.ReadFile(path); err != nil || string(now) != content {
			t.Errorf("the settings were changed: %v", err)
		}
	}
}
