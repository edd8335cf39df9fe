//go:build unix

package main

import (
	"regexp"
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
	home := term.Screen()
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
	form := term.Screen()
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

// A terminal may claim any size: the screens would need a cell for each of its
// millions, so they do not come up.
func TestStoryWindowThatClaimsToBeHuge(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	term := play(t, termtest.Options{
		Dir: dir, Args: []string{"--read-only", path}, Width: 200, ClaimedWidth: 3000, ClaimedHeight: 2000,
	})
	if code := term.Exit(); code != refused {
		t.Errorf("code %d, want %d", code, refused)
	}
	if !term.Has("suivi : le terminal annonce une taille impossible") || strings.Contains(string(term.Raw()), "\x1b[?1049h") {
		t.Errorf("said\n%s", term.Screen())
	}
	wantNoTrace(t, term)
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
