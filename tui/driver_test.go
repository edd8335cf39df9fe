package tui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/starter"
	"suivi/store"
	"suivi/tui"
)

// today is the day every frame is drawn on.
var today = time.Date(2017, 12, 15, 10, 42, 0, 0, time.UTC)

func clock() time.Time { return today }

// user runs the screens as a person does: keys in, frames out. Commands run at
// once, one after the other.
type user struct {
	t     testing.TB
	model tea.Model
	book  *store.Store
	quit  bool
}

// packed are the files of the starter packs, made once for all tests.
var packed struct {
	sync.Mutex
	files map[string]string
}

// packFile is a file that holds a starter pack; the caller copies it.
func packFile(t testing.TB, pack string) string {
	t.Helper()
	packed.Lock()
	defer packed.Unlock()
	if f, ok := packed.files[pack]; ok {
		return f
	}
	dir, err := os.MkdirTemp("", "suivi-tui")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, pack+".suivi")
	s, err := store.Create(path, store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	if pack != "empty" {
		if _, err := starter.Load(context.Background(), s, pack, committee.French, committee.DateOf(today)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if packed.files == nil {
		packed.files = map[string]string{}
	}
	packed.files[pack] = path
	return path
}

// opened copies a starter pack's file and opens it.
func opened(t testing.TB, pack string) *store.Store {
	t.Helper()
	data, err := os.ReadFile(packFile(t, pack))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "comite.suivi")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// visit opens the screens on a starter pack, at a size, in a language.
func visit(t testing.TB, pack string, width, height int, loc *i18n.Locale, change ...func(*tui.Config)) *user {
	t.Helper()
	s := opened(t, pack)
	cfg := tui.Config{
		Book: s.As(committee.Actor{Name: "Awa Secrétaire"}), Path: "/home/awa/comite.suivi", Locale: loc, Now: clock, NoColor: true,
		Actor: committee.Actor{Name: "Awa Secrétaire"},
		As:    func(_ tui.Book, a committee.Actor) tui.Book { return s.As(a) },
	}
	for _, c := range change {
		c(&cfg)
	}
	u := &user{t: t, model: tui.New(cfg), book: s}
	u.run(u.model.Init())
	u.send(tea.WindowSizeMsg{Width: width, Height: height})
	return u
}

// secretary opens the example at 80×24 in French.
func secretary(t testing.TB) *user { return visit(t, "example", 80, 24, i18n.For(committee.French)) }

func (u *user) send(m tea.Msg) {
	u.t.Helper()
	if _, ok := m.(tea.QuitMsg); ok {
		u.quit = true
		return
	}
	next, cmd := u.model.Update(m)
	u.model = next
	u.run(cmd)
}

func (u *user) run(cmd tea.Cmd) {
	u.t.Helper()
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			u.run(c)
		}
	default:
		u.send(m)
	}
}

var named = map[string]tea.KeyPressMsg{
	"tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"space": {Code: tea.KeySpace, Text: " "},
}

// press presses keys by their names: "enter", "ctrl+s", "g".
func (u *user) press(names ...string) *user {
	u.t.Helper()
	for _, name := range names {
		k, ok := named[name]
		if rest, ctrl := strings.CutPrefix(name, "ctrl+"); ctrl {
			r, _ := utf8.DecodeRuneInString(rest)
			k, ok = tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl}, true
		}
		if !ok {
			r, _ := utf8.DecodeRuneInString(name)
			k = tea.KeyPressMsg{Code: r, Text: name}
		}
		u.send(k)
	}
	return u
}

// write types text, one character at a time.
func (u *user) write(s string) *user {
	u.t.Helper()
	for _, r := range s {
		u.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return u
}

func (u *user) resize(width, height int) *user {
	u.send(tea.WindowSizeMsg{Width: width, Height: height})
	return u
}

// raw is the frame as it is sent to the terminal.
func (u *user) raw() string {
	return u.model.(interface{ View() tea.View }).View().Content
}

// frame is the screen as plain text, without spaces at the ends of rows.
func (u *user) frame() string {
	rows := strings.Split(ansi.Strip(u.raw()), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

func (u *user) sees(said ...string) *user {
	u.t.Helper()
	frame := strings.ReplaceAll(strings.ReplaceAll(u.frame(), "\u00a0", " "), "\u202f", " ")
	for _, s := range said {
		if !strings.Contains(frame, s) {
			u.t.Fatalf("the screen does not show %q:\n%s", s, frame)
		}
	}
	return u
}

func (u *user) misses(said ...string) *user {
	u.t.Helper()
	frame := strings.ReplaceAll(strings.ReplaceAll(u.frame(), "\u00a0", " "), "\u202f", " ")
	for _, s := range said {
		if strings.Contains(frame, s) {
			u.t.Fatalf("the screen shows %q:\n%s", s, frame)
		}
	}
	return u
}

// golden compares the frame with the one that was looked at and kept.
// GOLDEN=write keeps the frames anew.
func (u *user) golden(name string) {
	u.t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := u.frame()
	if os.Getenv("GOLDEN") == "write" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			u.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			u.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		u.t.Fatal(err)
	}
	if got != string(want) {
		u.t.Errorf("%s has changed:\n--- was\n%s\n--- is\n%s", name, want, got)
	}
}
