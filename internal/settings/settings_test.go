package settings_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"suivi/internal/committee"
	"suivi/internal/settings"
)

// home gives the test a configuration folder of its own.
func home(t *testing.T) string {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "config"))
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return settings.Path()
}

func open(t *testing.T) *settings.Keeper {
	t.Helper()
	k, err := settings.Open(settings.Path())
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func change(t *testing.T, k *settings.Keeper, do func(*settings.Settings)) {
	t.Helper()
	if err := k.Change(do); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFirstUseHasNoSettingsAndWritesNone(t *testing.T) {
	path := home(t)
	if s := open(t).Settings(); s.Language != "" || s.LastFile != "" || s.Color != "" || s.ASCII {
		t.Errorf("settings %+v, want none", s)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading made a file: %v", err)
	}
}

func TestWhatIsChosenIsFoundAgain(t *testing.T) {
	path := home(t)
	left := time.Date(2017, 12, 15, 10, 0, 0, 0, time.UTC)
	me := settings.File{Person: "0190-p1", Name: "Aïssata « Aï » Coulibaly", Visited: left}
	change(t, open(t), func(s *settings.Settings) {
		s.Language, s.LastFile, s.Color, s.ASCII = committee.English, "/srv/comité.suivi", settings.ColorNever, true
		s.SetFile("/srv/../srv/comité.suivi", me)
	})
	s := open(t).Settings()
	if s.Language != committee.English || s.LastFile != "/srv/comité.suivi" || s.Color != settings.ColorNever || !s.ASCII {
		t.Errorf("settings %+v", s)
	}
	if got := s.File("/srv/comité.suivi"); !got.Visited.Equal(left) || got.Person != me.Person || got.Name != me.Name {
		t.Errorf("file %+v, want %+v", got, me)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("file mode %v, %v; want 0600", info.Mode(), err)
	}
	if folder, err := os.Stat(filepath.Dir(path)); err != nil || folder.Mode().Perm() != 0o700 {
		t.Errorf("folder mode %v, %v; want 0700", folder.Mode(), err)
	}
	if rest, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(rest) != 1 {
		t.Errorf("files left behind: %v", rest)
	}
}

func TestCopiesAreKeptUntilNoneIsChosen(t *testing.T) {
	home(t)
	k := open(t)
	if n := k.Settings().CopiesKept(); n != settings.DefaultCopies {
		t.Errorf("%d by default", n)
	}
	for _, want := range []int{0, 3} {
		change(t, k, func(s *settings.Settings) { s.Copies = &want })
		if n := open(t).Settings().CopiesKept(); n != want {
			t.Errorf("%d found again, want %d", n, want)
		}
	}
}

func TestTwoWindowsKeepEachOthersChanges(t *testing.T) {
	home(t)
	one, two := open(t), open(t)
	change(t, one, func(s *settings.Settings) { s.Language = committee.English })
	change(t, two, func(s *settings.Settings) { s.SetFile("/a.suivi", settings.File{Person: "p"}) })
	s := open(t).Settings()
	if s.Language != committee.English || s.File("/a.suivi").Person != "p" {
		t.Errorf("settings %+v: a change was lost", s)
	}
}

// The committee's file may be called anything; what else was chosen stays
// readable.
func TestPathThatIsNoTextIsNotKept(t *testing.T) {
	for _, path := range []string{"/tmp/\x1b]0;a.suivi", "/tmp/\x9d.suivi", "/tmp/a\nb.suivi"} {
		home(t)
		change(t, open(t), func(s *settings.Settings) {
			s.Language, s.LastFile = committee.English, path
			s.SetFile(path, settings.File{Name: "Awa"})
			s.SetFile("/srv/comité.suivi", settings.File{Name: "Moussa"})
		})
		s := open(t).Settings()
		if s.Language != committee.English || s.LastFile != "" || s.File(path).Name != "" || s.File("/srv/comité.suivi").Name != "Moussa" {
			t.Errorf("%q: settings %+v", path, s)
		}
	}
}

func TestFaultyFileIsSaidAndKept(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    settings.FaultError
	}{
		"not TOML":          {"language = \"en\"\n<<<<<<< HEAD\n", settings.FaultError{Reason: settings.Garbled, Line: 2}},
		"binary":            {"\x00\x01\x02\xff\xfe", settings.FaultError{Reason: settings.Garbled, Line: 1}},
		"a type":            {"language = 5\n", settings.FaultError{Reason: settings.Garbled}},
		"a language":        {"language = \"klingon\"\n", settings.FaultError{Reason: settings.BadValue, Key: "language"}},
		"a colour":          {"color = \"mauve\"\n", settings.FaultError{Reason: settings.BadValue, Key: "color"}},
		"copies":            {"copies = -1\n", settings.FaultError{Reason: settings.BadValue, Key: "copies"}},
		"many copies":       {"copies = 1001\n", settings.FaultError{Reason: settings.BadValue, Key: "copies"}},
		"a path":            {"last_file = \"/tmp/\\u001b[2J\"\n", settings.FaultError{Reason: settings.BadValue, Key: "last_file"}},
		"larger than a MiB": {strings.Repeat("#", 1<<20) + "\n", settings.FaultError{Reason: settings.NotOurs}},
	} {
		t.Run(name, func(t *testing.T) {
			path := home(t)
			put(t, path, c.content)
			k, err := settings.Open(path)
			var fault *settings.FaultError
			if !errors.As(err, &fault) {
				t.Fatalf("error %v, want a fault", err)
			}
			if c.want.Path = path; *fault != c.want {
				t.Errorf("fault %+v, want %+v", *fault, c.want)
			}
			if s := k.Settings(); s.Language != "" || s.Color != "" || s.LastFile != "" {
				t.Errorf("settings %+v, want the defaults", s)
			}
			if now, _ := os.ReadFile(path); string(now) != c.content {
				t.Error("reading changed the file")
			}
			change(t, k, func(s *settings.Settings) { s.Language = committee.French })
			change(t, k, func(s *settings.Settings) { s.ASCII = true })
			if s := open(t).Settings(); s.Language != committee.French || !s.ASCII {
				t.Errorf("settings %+v after the change", s)
			}
			copies, _ := filepath.Glob(path + ".*")
			if len(copies) != 1 {
				t.Fatalf("copies %v, want one", copies)
			}
			if kept, _ := os.ReadFile(copies[0]); string(kept) != c.content {
				t.Error("the copy is not what the file held")
			}
		})
	}
}

func TestHostileNamesAreCleaned(t *testing.T) {
	path := home(t)
	put(t, path, "[file.\"/a.suivi\"]\nname = \"Ali\\u001b]0;x\\u0007\\u202egnp\"\n")
	if got := open(t).Settings().File("/a.suivi").Name; strings.ContainsAny(got, "\x1b\x07\u202e") {
		t.Errorf("name %q", got)
	}
}

func TestLinkStaysALink(t *testing.T) {
	path := home(t)
	real := filepath.Join(t.TempDir(), "dotfiles.toml")
	put(t, real, "ascii = true\n")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, path); err != nil {
		t.Skip(err)
	}
	change(t, open(t), func(s *settings.Settings) { s.Language = committee.English })
	if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if s := open(t).Settings(); s.Language != committee.English || !s.ASCII {
		t.Errorf("settings %+v", s)
	}
}

func TestWhatCannotBeWrittenHoldsForTheSession(t *testing.T) {
	path := home(t)
	put(t, filepath.Dir(path), "a file where the folder should be")
	k, err := settings.Open(path)
	if err == nil {
		t.Error("no fault said")
	}
	if err := k.Change(func(s *settings.Settings) { s.Language = committee.English }); err == nil {
		t.Error("the failure to write was not said")
	}
	if k.Settings().Language != committee.English {
		t.Error("the change does not hold")
	}
}

func FuzzSettings(f *testing.F) {
	f.Add([]byte("language = \"fr\"\n[file.\"/a\"]\nperson = \"p\"\nvisited = 2017-12-15T10:00:00Z\n"))
	f.Add([]byte("file = 3"))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "reglages.toml")
		put(t, path, string(content))
		k, err := settings.Open(path)
		var fault *settings.FaultError
		if err != nil && !errors.As(err, &fault) {
			t.Fatalf("error %v is no fault", err)
		}
		change(t, k, func(s *settings.Settings) { s.Language = committee.English })
		again, err := settings.Open(path)
		if err != nil || again.Settings().Language != committee.English {
			t.Fatalf("what was written cannot be read again: %v", err)
		}
	})
}

// How far each person knows a file is kept apart, the unsigned one's too.
func TestHowFarAFileIsKnownIsKept(t *testing.T) {
	home(t)
	k := open(t)
	at := time.Date(2017, 12, 15, 10, 42, 0, 0, time.UTC)
	change(t, k, func(s *settings.Settings) {
		me := s.File("/a.suivi")
		me.See("0190-p1", settings.Seen{Seq: 12, At: at})
		s.SetFile("/a.suivi", me)
	})
	change(t, k, func(s *settings.Settings) {
		me := s.File("/a.suivi")
		me.See("", settings.Seen{Seq: 7, At: at})
		s.SetFile("/a.suivi", me)
	})
	f := open(t).Settings().File("/a.suivi")
	if got := f.SeenBy("0190-p1"); got.Seq != 12 || !got.At.Equal(at) {
		t.Errorf("of a person: %+v", got)
	}
	if got := f.SeenBy(""); got.Seq != 7 {
		t.Errorf("of the unsigned: %+v", got)
	}
	if got := f.SeenBy("0190-p2"); !got.At.IsZero() {
		t.Errorf("of somebody who was never there: %+v", got)
	}
}
