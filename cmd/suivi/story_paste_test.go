//go:build unix

package main

import (
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
)

// A megabyte, pasted by mistake: what fits is kept, the rest is said to be
// cut, and one goes on.
func TestStoryMegabytePasted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	onHome(t, term)
	megabyte := strings.Repeat("Un mot d’été. ", 1<<20/16)
	term.Press("3")
	term.WaitFor("60 lignes")
	term.Press("n")
	inField(t, term, "Action")
	term.Paste(megabyte)
	term.WaitFor("texte trop long")
	term.Press("home")
	waitRow(t, term, "▌ Action", "Un mot d’été. Un mot")
	term.Press("ctrl+s")
	waitRow(t, term, "▌ A-2017-61")
	term.Press("/")
	term.Paste(megabyte)
	term.WaitFor("texte trop long")
	term.Press("esc")
	term.WaitFor("61 lignes")
	term.Press("2")
	term.WaitFor("25 lignes")
	term.Press("n")
	inField(t, term, "Texte")
	term.Paste(strings.ReplaceAll(megabyte, "Un", "\n"))
	term.WaitFor("texte trop long")
	term.Press("ctrl+s")
	waitRow(t, term, "▌ R-2017-26")
	term.Paste(megabyte) // nothing takes it
	term.Press("?")
	term.WaitFor("Les touches de cet écran")
	term.Press("esc")
	quit(t, term)
	restored(t, term)

	s := opened(t, path)
	sound(t, s)
	if text := sheetOf(t, s, "A-2017-61").Action.Text; utf8.RuneCountInString(text) > 4*committee.MaxLine || !strings.HasPrefix(megabyte, text) {
		t.Errorf("the action is %d characters long: %.80s…", utf8.RuneCountInString(text), text)
	}
	r := only(t, must(s.Recommendations(background, register.Query{Filter: "R-2017-26"}))(t), nil)
	if n := utf8.RuneCountInString(r.Text); n > committee.MaxText {
		t.Errorf("the recommendation is %d characters long", n)
	}
}

// A pasted text may begin a sequence and never end it: the keys pressed after
// it are keys again.
func TestStoryPasteThatOpensASequence(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	term := sits(t, dir, begun(t, dir, "example"))
	inForm(t, term)
	for _, opens := range []string{"\x1b]52;c;", "\x1b_", "\x1bP", "\x1bX", "\x1b^", "\x1b[", "\x1bO", "\x1b", "\x9d", "\x90", "\x9b1", "\x9f", "\u0090", "\xc3", "\x1b[200~", "\x1b[20"} {
		term.Press("end", "ctrl+u")
		waitRow(t, term, "▌ Action *                ")
		term.Paste("ÉTÉ" + opens)
		term.Type("FIN")
		waitRow(t, term, "▌ Action", "ÉTÉ", "FIN")
	}
	wantHarmless(t, term)
	term.Press("esc")
	term.WaitFor("Quitter le formulaire ?")
	term.Press("ctrl+x")
	term.WaitFor("60 lignes")
	quit(t, term)
	restored(t, term)
}

// Bytes of any kind, as from a cat on the keyboard or a line gone wrong: most
// letters are commands. Whatever they do, the file is whole.
func TestStoryGarbage(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		dir := t.TempDir()
		path := begun(t, dir, "example")
		term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", secretary, path}, Width: 120, Height: 40})
		onHome(t, term)
		dice := rand.New(rand.NewPCG(seed, 3))
		noise := make([]byte, 3000)
		for i := range noise {
			// What is still on its way when the program has left is for the
			// terminal's line, where three of the bytes stop or end programs.
			for noise[i] = byte(dice.Uint32()); strings.IndexByte("q\x03\x1a\x1c", noise[i]) >= 0; {
				noise[i] = byte(dice.Uint32())
			}
		}
		term.Type(string(noise))
		term.Signal(syscall.SIGTERM)
		if code := term.Exit(); code != done {
			t.Errorf("code %d, want %d\n%s", code, done, term.Screen())
		}
		restored(t, term)
		sound(t, opened(t, path))
	}
}
