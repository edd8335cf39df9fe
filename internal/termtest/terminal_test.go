//go:build unix

package termtest_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/termtest"
)

func TestMain(m *testing.M) {
	termtest.Main(m, program)
}

// program is a tiny program: it shows what it is sent.
func program() int {
	if len(os.Args) > 1 && os.Args[1] == "plain" {
		fmt.Printf("%s %s\n", os.Getenv("LANG"), strings.Join(os.Args[2:], "+"))
		fmt.Fprintln(os.Stderr, os.Getenv("HOME"))
		_, _ = fmt.Fscan(os.Stdin, new(string))
		return 7
	}
	fmt.Println("before")
	_, err := tea.NewProgram(model{}, tea.WithFPS(120)).Run()
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("after")
	return 3
}

type model struct {
	keys       []string
	typed      string
	ground     string
	asked      int
	wide, high int
}

func (m model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, tea.RequestCursorPosition)
}

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.wide, m.high = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.ground = map[bool]string{true: "dark", false: "light"}[msg.IsDark()]
	case tea.CursorPositionMsg:
		m.asked++
	case tea.PasteMsg:
		m.typed += "[" + msg.Content + "]"
	case tea.KeyPressMsg:
		if msg.String() == "q" {
			return m, tea.Quit
		}
		m.keys = append(m.keys, msg.String())
		m.typed += msg.Text
	}
	return m, nil
}

func (m model) View() tea.View {
	v := tea.NewView(fmt.Sprintf("%d×%d %s %d\nkeys %s\ntyped <%s>\n200\u202f000\u00a0FCFA",
		m.wide, m.high, m.ground, m.asked, strings.Join(m.keys, " "), m.typed))
	v.AltScreen, v.WindowTitle = true, "title; "+m.typed
	v.Cursor = tea.NewCursor(4, 2)
	return v
}

func start(t *testing.T) *termtest.Terminal {
	t.Helper()
	term := termtest.Start(t, termtest.Options{})
	term.WaitFor("80×24 dark 1")
	return term
}

func TestKeysArriveByTheirNames(t *testing.T) {
	keys := []string{
		"enter", "esc", "j", "tab", "shift+tab", "up", "down", "left", "right", "shift+up", "ctrl+right",
		"pgup", "pgdown", "home", "end", "insert", "delete", "backspace", "f1", "f4", "f5", "f12",
		"ctrl+s", "ctrl+c", "alt+x", "space", "?", "é", "A", "ctrl+enter",
	}
	term := termtest.Start(t, termtest.Options{Width: 200, Height: 10})
	term.WaitFor("200×10 dark")
	term.Press(keys...)
	term.WaitFor("keys " + strings.Join(keys, " "))
}

func TestTextArrivesAsTyped(t *testing.T) {
	term := start(t)
	term.Type("l’État, déjà : ɛɔɲŋ")
	term.WaitFor("typed <l’État, déjà : ɛɔɲŋ>")
	if got := term.Title(); got != "title; l’État, déjà : ɛɔɲŋ" {
		t.Errorf("title %q", got)
	}
	term.Paste("à coller")
	term.WaitFor("ɛɔɲŋ[à coller]>")
}

func TestScreenIsReadAsShown(t *testing.T) {
	term := start(t)
	if got := term.Row(3); got != "200\u202f000\u00a0FCFA" {
		t.Errorf("row %q", got)
	}
	if !term.Has("200 000 FCFA") {
		t.Error("no-break spaces should count as spaces")
	}
	if n := strings.Count(term.Screen(), "\n"); n != 23 {
		t.Errorf("%d rows, want 24", n+1)
	}
	if strings.Contains(term.Screen(), "before") {
		t.Error("the alternate screen should hide what was there")
	}
	if !bytes.Contains(term.Raw(), []byte("\x1b[?1049h")) {
		t.Error("raw output should hold the escape sequences")
	}
	x, y, visible := term.Cursor()
	if x != 4 || y != 2 || !visible {
		t.Errorf("cursor %d,%d visible %v", x, y, visible)
	}
}

func TestProgramIsToldOfAnotherSize(t *testing.T) {
	term := start(t)
	term.Resize(100, 30)
	term.WaitFor("100×30")
	term.Resize(20, 5)
	term.WaitFor("20×5")
	term.WaitGone("100×30")
}

func TestEndLeavesTheTerminalAsItWas(t *testing.T) {
	term := start(t)
	if on := strings.Join(term.LeftOn(), ", "); on != "alternate screen, bracketed paste" {
		t.Errorf("on while running: %q", on)
	}
	term.Press("q")
	if code := term.Exit(); code != 3 {
		t.Errorf("code %d, want 3", code)
	}
	term.WaitFor("before", "after")
	if on := term.LeftOn(); len(on) > 0 {
		t.Errorf("left on: %q", on)
	}
}

func TestSignalsReachTheProgram(t *testing.T) {
	term := start(t)
	term.Signal(syscall.SIGTERM)
	if code := term.Exit(); code != 3 {
		t.Errorf("SIGTERM: code %d, want 3", code)
	}
	term = start(t)
	term.HangUp()
	if code := term.Exit(); code != -1 {
		t.Errorf("hang-up: code %d, want -1", code)
	}
}

func TestRunWithoutTerminal(t *testing.T) {
	dir := t.TempDir()
	got := termtest.Run(t, termtest.Options{Args: []string{"plain", "a", "b"}, Env: []string{"LANG=en_GB.UTF-8"}, Dir: dir, Stdin: "x\n"})
	want := termtest.Result{Code: 7, Out: "en_GB.UTF-8 a+b\n", Err: dir + "/home\n"}
	if got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// spy is a test that notes its failure instead of failing.
type spy struct {
	*testing.T
	said string
}

func (s *spy) Fatalf(format string, args ...any) {
	s.said = fmt.Sprintf(format, args...)
	panic(s)
}

func failure(t *testing.T, do func(testing.TB)) (said string) {
	t.Helper()
	s := &spy{T: t}
	defer func() {
		if r := recover(); r != nil && r != s {
			panic(r)
		}
		said = s.said
	}()
	do(s)
	return ""
}

func TestFailuresShowTheScreen(t *testing.T) {
	said := failure(t, func(tb testing.TB) {
		term := termtest.Start(tb, termtest.Options{Timeout: 2 * time.Second})
		term.WaitFor("80×24 dark 1")
		term.WaitFor("nothing of the kind")
	})
	if !strings.Contains(said, "nothing of the kind") || !strings.Contains(said, "|80×24 dark 1") {
		t.Errorf("late: said %s", said)
	}
	said = failure(t, func(tb testing.TB) {
		term := termtest.Start(tb, termtest.Options{})
		term.WaitFor("dark")
		term.Press("q")
		term.WaitFor("nothing of the kind")
	})
	if !strings.Contains(said, "ended with code 3") || !strings.Contains(said, "|after") {
		t.Errorf("ended: said %s", said)
	}
}
