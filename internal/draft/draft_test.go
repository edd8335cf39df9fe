package draft_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"suivi/internal/draft"
)

const path = "/srv/comite.suivi"

// says is the content of a draft: a head and a body.
func says(head, body string) draft.Content {
	return func() (any, any, error) { return head, body, nil }
}

// left are the heads of what was left, the latest first.
func left(t *testing.T, k *draft.Keeper) (heads []string) {
	t.Helper()
	found, broken := k.Left()
	if len(broken) > 0 {
		t.Errorf("set aside: %v", broken)
	}
	for _, l := range found {
		var head string
		if err := json.Unmarshal(l.Head, &head); err != nil {
			t.Fatal(err)
		}
		heads = append(heads, head)
	}
	return heads
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("left %q, want %q", got, want)
	}
}

// files are the files under a folder, by kind of name.
func files(t *testing.T, folder, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*", "*", pattern))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestDraftOutlivesTheProgram(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "brouillons")
	first := draft.Open(path, []string{folder})
	first.Write("a", says("un", "corps"))
	first.Write("b", says("deux", "corps"))
	first.Drop("b")
	first.Close()
	second := draft.Open(path, []string{folder})
	want(t, left(t, second), "un")
	if body, err := second.Body("a"); err != nil || string(body) != `"corps"` {
		t.Errorf("body %s, %v", body, err)
	}
	if _, err := second.Body("b"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a draft that was dropped: %v", err)
	}
	second.Write("a", says("un bis", "corps bis"))
	second.Close()
	third := draft.Open(path, []string{folder})
	want(t, left(t, third), "un bis")
	third.Drop("a")
	third.Close()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestDraftIsOfOneFile(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "brouillons")
	a := draft.Open(filepath.Join(dir, "a.suivi"), []string{folder})
	a.Write("a", says("un", ""))
	a.Close()
	b := draft.Open(filepath.Join(dir, "b.suivi"), []string{folder})
	want(t, left(t, b))
	b.Close()
	t.Chdir(dir)
	again := draft.Open("a.suivi", []string{folder})
	want(t, left(t, again), "un")
	again.Close()
}

func TestDraftOfARunningProgramIsNotOffered(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "brouillons")
	first, second, third := draft.Open(path, []string{folder}), draft.Open(path, []string{folder}), draft.Open(path, []string{folder})
	first.Write("a", says("un", ""))
	first.Flush()
	want(t, left(t, second))
	first.Close()
	want(t, left(t, second), "un")
	want(t, left(t, third)) // the second has taken it over
	second.Close()
	want(t, left(t, third), "un")
	third.Close()
}

func TestDraftsFollowAFileSavedUnderAnotherName(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "brouillons")
	a, b := filepath.Join(dir, "a.suivi"), filepath.Join(dir, "b.suivi")
	k := draft.Open(a, []string{folder})
	k.Write("a", says("un", ""))
	k.Write("b", says("deux", ""))
	k.Follow(b)
	k.Write("b", says("deux bis", ""))
	k.Close()
	was, is := draft.Open(a, []string{folder}), draft.Open(b, []string{folder})
	want(t, left(t, was))
	if got := left(t, is); len(got) != 2 || got[0] != "deux bis" {
		t.Errorf("left %q", got)
	}
	is.Drop("a")
	is.Drop("b")
	is.Close()
	was.Close()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestLastWritingWins(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "brouillons")
	k := draft.Open(path, []string{folder})
	var made atomic.Int64
	for n := range 2000 {
		k.Write("a", func() (any, any, error) {
			made.Add(1)
			return fmt.Sprint(n), nil, nil
		})
	}
	k.Close()
	again := draft.Open(path, []string{folder})
	want(t, left(t, again), "1999")
	again.Close()
	if made.Load() == 2000 {
		t.Error("every writing was carried out, though newer ones waited")
	}
}

func TestDraftIsForItsUserAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "brouillons")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	k := draft.Open(path, []string{folder})
	defer k.Close()
	k.Write("a", says("un", ""))
	if _, err := k.Lend("texte"); err != nil {
		t.Fatal(err)
	}
	k.Flush()
	err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestWhereDraftsCannotLie(t *testing.T) {
	t.Run("another folder takes them", func(t *testing.T) {
		dir := t.TempDir()
		full, spare := filepath.Join(dir, "plein"), filepath.Join(dir, "secours")
		if err := os.WriteFile(full, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		k := draft.Open(path, []string{full, spare})
		k.Write("a", says("un", ""))
		k.Flush()
		if err := k.Fault(); err != nil || len(files(t, spare, "*.json")) != 1 {
			t.Fatalf("%v, %v", err, files(t, spare, "*.json"))
		}
		if err := os.Remove(full); err != nil {
			t.Fatal(err)
		}
		k.Write("a", says("deux", ""))
		k.Flush()
		if len(files(t, spare, "*.json")) != 0 || len(files(t, full, "*.json")) != 1 {
			t.Errorf("an old copy stays: %v, %v", files(t, spare, "*.json"), files(t, full, "*.json"))
		}
		k.Close()
		again := draft.Open(path, []string{full, spare})
		want(t, left(t, again), "deux")
		again.Close()
	})
}

func TestWhereNoDraftCanLie(t *testing.T) {
	t.Run("nowhere", func(t *testing.T) {
		full := filepath.Join(t.TempDir(), "plein")
		if err := os.WriteFile(full, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		k := draft.Open(path, []string{full})
		told := make(chan bool, 2)
		k.Watch(func() { told <- k.Fault() != nil })
		k.Write("a", says("un", ""))
		if !<-told {
			t.Error("told that there is no fault")
		}
		if err := os.Remove(full); err != nil {
			t.Fatal(err)
		}
		k.Write("a", says("deux", ""))
		if <-told {
			t.Errorf("the fault stays: %v", k.Fault())
		}
		k.Close()
		again := draft.Open(path, []string{full})
		want(t, left(t, again), "deux")
		again.Close()
	})
	t.Run("a folder that leads elsewhere", func(t *testing.T) {
		dir := t.TempDir()
		link := filepath.Join(dir, "lien")
		if err := os.Symlink(t.TempDir(), link); err != nil {
			t.Skip(err)
		}
		k := draft.Open(path, []string{link})
		defer k.Close()
		k.Write("a", says("un", ""))
		if k.Flush(); k.Fault() == nil {
			t.Error("drafts follow a link that anybody may have put there")
		}
	})
}

// Of two copies of a draft, one in each folder, the later one counts.
func TestLatestCopyCounts(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "un"), filepath.Join(dir, "deux")
	k := draft.Open(path, []string{one})
	for n := range 3 {
		k.Write("a", says(fmt.Sprint("tard ", n), ""))
		k.Flush()
	}
	k.Close()
	k = draft.Open(path, []string{two})
	k.Write("a", says("tôt", ""))
	k.Close()
	k = draft.Open(path, []string{two, one})
	want(t, left(t, k), "tard 2")
	k.Drop("a")
	k.Flush()
	if n := len(files(t, one, "*.json")) + len(files(t, two, "*.json")); n != 0 {
		t.Errorf("%d copies stay", n)
	}
	k.Close()
}

func TestDraftThatIsNone(t *testing.T) {
	good := `{"suivi":"brouillon","format":1,"id":"x","seq":1,"head":"un","body":"corps"}`
	for name, spoil := range map[string]func(path string) error{
		"empty":         func(p string) error { return os.WriteFile(p, nil, 0o600) },
		"cut":           func(p string) error { return os.WriteFile(p, []byte(good[:40]), 0o600) },
		"noise":         func(p string) error { return os.WriteFile(p, []byte("\x00\xff\x1b[31m"), 0o600) },
		"another thing": func(p string) error { return os.WriteFile(p, []byte(`{"suivi":"autre"}`), 0o600) },
		"a list":        func(p string) error { return os.WriteFile(p, []byte(`[]`), 0o600) },
		"climbing": func(p string) error {
			return os.WriteFile(p, []byte(strings.Replace(good, `"x"`, `"../../x"`, 1)), 0o600)
		},
		"deep":     func(p string) error { return os.WriteFile(p, []byte(strings.Repeat("[", 1<<20)), 0o600) },
		"a folder": func(p string) error { return os.Mkdir(p, 0o700) },
		"a link":   func(p string) error { return os.Symlink("/dev/zero", p) },
		"huge": func(p string) error {
			return errors.Join(os.WriteFile(p, []byte(good), 0o600), os.Truncate(p, 1<<34))
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "brouillons")
			k := draft.Open(path, []string{folder})
			k.Write("a", says("bon", ""))
			k.Write("x", says("un", "corps"))
			k.Close()
			at := files(t, folder, "x.json")[0]
			if err := errors.Join(os.Remove(at), spoil(at)); err != nil {
				t.Fatal(err)
			}
			k = draft.Open(path, []string{folder})
			found, broken := k.Left()
			if len(found) != 1 || string(found[0].Head) != `"bon"` || len(broken) != 1 {
				t.Errorf("found %v, set aside %v", found, broken)
			}
			if _, err := os.Lstat(filepath.Join(filepath.Dir(at), "x.illisible")); err != nil {
				t.Errorf("it is not set aside: %v", err)
			}
			k.Close()
			k = draft.Open(path, []string{folder})
			if found, broken := k.Left(); len(found) != 1 || len(broken) != 0 {
				t.Errorf("again: found %v, set aside %v", found, broken)
			}
			k.Close()
		})
	}
	t.Run("of a newer program", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "brouillons")
		k := draft.Open(path, []string{folder})
		k.Write("x", says("un", "corps"))
		k.Close()
		at := files(t, folder, "x.json")[0]
		if err := os.WriteFile(at, []byte(strings.Replace(good, `"format":1`, `"format":2`, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		want(t, left(t, k))
		k.Close()
		if _, err := os.Lstat(at); err != nil {
			t.Error(err)
		}
	})
}

func TestTextThatIsLent(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "brouillons")
	k := draft.Open(path, []string{folder})
	lent, err := k.Lend("le texte")
	if err != nil || !strings.HasSuffix(lent, ".txt") {
		t.Fatal(lent, err)
	}
	if _, _, err := k.Lent(filepath.Base(lent)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("this program's own is not what was left: %v", err)
	}
	k.Write("a", says("un", ""))
	k.Close()
	if err := os.WriteFile(lent, []byte("le texte, repris"), 0o600); err != nil {
		t.Fatal(err)
	}
	k = draft.Open(path, []string{folder})
	want(t, left(t, k), "un")
	if at, text, err := k.Lent(filepath.Base(lent)); at != lent || text != "le texte, repris" || err != nil {
		t.Errorf("%s, %q, %v", at, text, err)
	}
	for _, name := range []string{"", "../" + filepath.Base(lent), lent, "verrou", "a.json", "texte-autre.txt"} {
		if _, _, err := k.Lent(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", name, err)
		}
	}
	k.Forget(lent)
	k.Drop("a")
	k.Close()
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// What a key costs with 200,000 characters in the form: handing the draft on,
// and what the one who writes then does beside the screen.
func BenchmarkWrite(b *testing.B) {
	text := strings.Repeat("é ", 100_000)
	for _, flush := range []bool{false, true} {
		b.Run(map[bool]string{false: "handing on", true: "writing"}[flush], func(b *testing.B) {
			k := draft.Open(path, []string{filepath.Join(b.TempDir(), "brouillons")})
			defer k.Close()
			for range b.N {
				k.Write("a", says("un", text))
				if flush {
					k.Flush()
				}
			}
		})
	}
}
