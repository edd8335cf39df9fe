//go:build unix

package main

import (
	"os/exec"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"suivi/internal/termtest"
)

func TestStoryWindowOfEverySize(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter", "4 actions en retard", "q quitter") // drawn to its end
	home := term.Still()
	term.Resize(1, 1)
	term.Wait("one cell of the plain word", func(screen string) bool { return screen == "F" })
	term.Resize(59, 24)
	term.WaitFor("Fenêtre trop petite", "Rien n’est perdu.")
	term.Resize(80, 11)
	term.WaitFor("Fenêtre trop petite : il faut au moins 60 colonnes et 12 lignes.")
	term.Resize(80, 24)
	term.Wait("the frame as it was", func(screen string) bool { return screen == home })

	term.Press("3")
	term.WaitFor("60 lignes")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe")
	waitRow(t, term, "▌ Action", "Louer l’annexe")
	form := term.Still()
	term.Resize(200, 60)
	term.Wait("the frame of the wide window", func(screen string) bool {
		rows := strings.Split(screen, "\n")
		return len([]rune(rows[1])) == 200 && strings.Contains(rows[59], "ctrl+s")
	})
	term.Resize(59, 24)
	term.WaitFor("Fenêtre trop petite")
	term.Resize(80, 24)
	term.Wait("the form as it was", func(screen string) bool { return screen == form })
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ")
	quit(t, term)
	s := opened(t, path)
	sound(t, s)
	if text := sheetOf(t, s, "A-2017-61").Action.Text; text != "Louer l’annexe" {
		t.Errorf("the action is %q", text)
	}
}

// A window may shrink to nothing at any moment: in a form half filled in,
// under a question, in a prompt.
func TestStoryWindowOfOneCell(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	shrinks := func(shown string) {
		t.Helper()
		term.WaitFor(shown)
		before := term.Still()
		term.Resize(1, 1)
		term.Wait("one cell of the plain word", func(screen string) bool { return screen == "F" })
		term.Resize(80, 24)
		waitScreen(t, term, "the frame as it was", before)
	}
	inForm(t, term)
	shrinks("ctrl+s")
	term.Press("esc")
	shrinks("Quitter le formulaire ?")
	term.Press("esc")
	term.WaitGone("Quitter le formulaire ?")
	term.Press("ctrl+s")
	waitRow(t, term, "▌ A-2017-61")
	term.Press("b", "right", "tab")
	inField(t, term, "Motif")
	term.Type("Le local est pris.")
	shrinks("Le local est pris.")
	term.Press("ctrl+s")
	term.WaitFor("bloquée")
	quit(t, term)
	s := opened(t, path)
	sound(t, s)
	got := sheetOf(t, s, "A-2017-61").Action
	if got.Text != "Louer l’annexe" || got.Implementation.Reason != "Le local est pris." {
		t.Errorf("the file holds %+v", got)
	}
}

// A terminal may claim any size: a cell for each of its millions would take
// all the memory of the machine. The frame takes what it can show, and the rest
// stays empty.
func TestStoryWindowThatClaimsToBeHuge(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := play(t, termtest.Options{
		Dir: dir, Args: []string{"--as", secretary, path},
		Width: 500, Height: 200, ClaimedWidth: 10_000, ClaimedHeight: 10_000, Prepare: sparing,
	})
	term.WaitFor("À traiter", "4 actions en retard", "q quitter")
	if title := []rune(term.Row(0)); len(title) < 490 || !strings.Contains(term.Row(199), "q quitter") {
		t.Errorf("the frame does not take 500×200:\n%s", term.Screen())
	}
	if colour.FindString(string(term.Raw())) == "" {
		t.Error("the colours are gone")
	}
	inForm(t, term)
	term.Resize(80, 24)
	term.WaitFor("▌ Action", "Louer l’annexe", "ctrl+s", "échap quitter")
	claims(t, term)
	quit(t, term)
	restored(t, term)
	sound(t, opened(t, path))
}

func TestStoryWindowThatBecomesHuge(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", secretary, path}, Prepare: sparing})
	inForm(t, term)
	claims(t, term)
	quit(t, term)
	restored(t, term)
	sound(t, opened(t, path))
}

// claims makes the window of a form claim sizes it does not have, while one
// types on, and saves what was typed.
func claims(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	text, want := "Louer l’annexe", term.Still()
	for i, size := range [][2]int{{10_000, 10_000}, {3_000, 300}, {65_535, 1}, {0, 0}} {
		letter := string(rune('a' + i))
		want = strings.Replace(want, text, text+letter, 1)
		text += letter
		term.Claim(size[0], size[1])
		term.Claim(80, 24)
		term.Type(letter)
		waitScreen(t, term, "the frame as it was, and a letter more", want)
	}
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ")
	waitRow(t, term, text)
}

// sparing lets a program have 4 GB of memory and no more: one that takes what
// a window claims fails instead of stopping the machine. What watches for
// races reserves far more than that.
func sparing(cmd *exec.Cmd) {
	info, _ := debug.ReadBuildInfo()
	if slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return
	}
	program := cmd.Path
	cmd.Path = "/bin/sh"
	cmd.Args = append([]string{"sh", "-c", `ulimit -v 4000000; exec "$0" "$@"`, program}, cmd.Args[1:]...)
}

// signs finds the arrows, boxes, blocks and marks that a plain terminal cannot
// draw. Letters and punctuation belong to the texts.
var signs = regexp.MustCompile(`[\x{2190}-\x{2BFF}\x{00B7}\x{203A}]`)

func TestStoryPlainTerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", secretary, "--ascii", path}, Env: []string{"NO_COLOR=1"}, Width: 120})
	seen := func(where string) {
		t.Helper()
		if found := signs.FindString(term.Screen()); found != "" {
			t.Errorf("%s: %q in\n%s", where, found, term.Screen())
		}
	}
	term.WaitFor("À traiter", "4 actions en retard")
	seen("home")
	for _, p := range []struct{ place, shown string }{
		{"1", "6 lignes"}, {"2", "25 lignes"}, {"4", "LD-1"}, {"5", "D-2017-"}, {"6", "EX-TRAV"}, {"7", "00-001"}, {"8", "Base légale"}, {"3", "60 lignes"},
	} {
		term.Press(p.place)
		term.WaitFor(p.shown)
		seen("register " + p.place)
	}
	for _, c := range []struct{ key, where, shown string }{
		{"?", "help", "Les touches de cet écran"}, {"e", "a form", "ctrl+s"}, {"p", "a prompt", "ctrl+s"},
	} {
		term.Press(c.key)
		term.WaitFor(c.shown)
		seen(c.where)
		term.Press("esc")
		term.WaitGone(c.shown)
	}
	term.Press("enter")
	term.WaitFor("> A-2017-", "Suivi et moyens")
	seen("a page")
	quit(t, term)
	if got := colour.FindString(string(term.Raw())); got != "" {
		t.Errorf("colour %q in spite of NO_COLOR", got)
	}
}

// waitScreen waits for a whole screen, in which no-break spaces count as spaces;
// rows that stay otherwise are told.
func waitScreen(t *testing.T, term *termtest.Terminal, what, want string) {
	t.Helper()
	last, there := "", false
	defer func() {
		if there {
			return
		}
		is := strings.Split(last, "\n")
		for n, row := range strings.Split(want, "\n") {
			if n >= len(is) || is[n] != row {
				t.Logf("row %d is not %q", n, row)
			}
		}
	}()
	want = spaced(want)
	term.Wait(what, func(screen string) bool { last = spaced(screen); return last == want })
	there = true
}
