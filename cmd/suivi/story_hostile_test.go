//go:build unix

package main

import (
	"database/sql"
	"regexp"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
)

// hostile is what a text must not do to a terminal: retitle the window, paint,
// leave the alternate screen, link, reverse the reading order, hide letters,
// open a sequence and never close it.
const hostile = "A\x1b]0;VOL\x07B\x1b[31mC\x1b[?1049lD\u009b32mE\x1b]8;;http://vol\x1b\\F\u202eG\u2066H\u200bI\x08J\x7fK\u0085L\x9dM" +
	"\x1b_N\x1b^O\x1bXP\u009fQ\x90R\x1bPS\x1b]52;c;dm9s"

// letters are those of hostile that a person may read.
const letters = "ABCDEFGHIJKLMNOPQRS"

// ours are the sequences that the program may send: colours, movements and
// modes, the window's title in its own words, the question for its colour.
var ours = regexp.MustCompile(`\x1b\[[0-9;:?<=>]*[ $]?[@-~]|\x1bM|\x1b\]2;(suivi · [\p{L}\p{M}’. -]+)?\x07|\x1b\]11;\?\x07`)

// wantHarmless wants nothing of a hostile text to have reached the terminal.
func wantHarmless(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	raw := string(term.Raw())
	for _, bad := range []string{
		"\x1b]0;VOL", "\x1b[31mC", "\x1b[?1049lD", "\u009b", "\x1b]8;", "\u202e", "\u2066", "\u200b", "\x7f", "\u0085", "\x9dM", "\x90R", "\u009f",
	} {
		if strings.Contains(raw, bad) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
	rest := ours.ReplaceAllString(raw, "")
	if at := strings.IndexFunc(rest, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\r\n\b\t", r) }); at >= 0 {
		t.Errorf("not of the program's own: %q", rest[at:min(at+20, len(rest))])
	}
	if title := term.Title(); !strings.HasPrefix(title, "suivi · ") || strings.ContainsAny(title, "\x07\x1b") || strings.Contains(title, "VOL") {
		t.Errorf("the window is called %q", title)
	}
}

// harmless tells whether a text kept in the file is clean.
func harmless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r >= 0x7f && r < 0xa0 || strings.ContainsRune("\u202e\u2066\u200b\ufffd", r)
	})
}

func TestStoryHostileTextPastedInAField(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	person(t, path, "Awa Traoré")
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", "Awa Traoré", path}})
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("La feuille de route est vide.")
	term.Press("n")
	inField(t, term, "Action")
	term.Paste("action " + hostile)
	waitRow(t, term, "▌ Action", "52;c;dm9s")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-01 · ")
	waitRow(t, term, "▌ A-2017-01", "action A")
	term.Press("/")
	term.Paste("action " + hostile)
	waitRow(t, term, " / ", "52;c;dm9s")
	term.Press("esc")
	waitRow(t, term, "▌ A-2017-01", "action A")
	term.Press("enter")
	term.WaitFor("› A-2017-01", "Découle de")
	term.Press("6")
	term.WaitFor("Répertoire", "n créer")
	term.Press("n")
	inField(t, term, "Nom")
	term.Paste("structure " + hostile)
	term.Press("ctrl+s")
	term.WaitFor("1 ligne", "échap retour")
	waitRow(t, term, "▌", "structure A")
	term.Press("enter")
	term.WaitFor("› structure A")
	wantHarmless(t, term)
	quit(t, term)

	s := opened(t, path)
	sound(t, s)
	keptClean(t, sheetOf(t, s, "A-2017-01").Action.Text)
	keptClean(t, only(t, must(s.Institutions(background, register.Query{}))(t), nil).Name)
}

// keptClean wants the letters of a hostile text in the file, and nothing else
// of it that acts.
func keptClean(t *testing.T, text string) {
	t.Helper()
	if !harmless(text) {
		t.Errorf("the file holds %q", text)
	}
	rest := text
	for _, letter := range letters {
		_, after, found := strings.Cut(rest, string(letter))
		if !found {
			t.Fatalf("%q lost the letter %c", text, letter)
		}
		rest = after
	}
}

// Another program may have written anything in the file: it is cleaned again
// where it is drawn.
func TestStoryHostileTextAlreadyInTheFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "empty")
	awa := person(t, path, "Awa Traoré")
	s := opened(t, path)
	i := must(s.SaveInstitution(background, committee.Institution{Name: "Justice", Acronym: "JUST"}))(t)
	must(s.SaveAction(background, committee.Action{Text: "Nommer un point focal", On: "2017-12-15", Institution: i.ID}))(t)
	must(s.SaveMeeting(background, committee.Meeting{Kind: committee.Ordinary, Title: "Réunion", Starts: "2018-01-18"}))(t)
	must(s.SaveCommittee(background, committee.Committee{Name: "Comité", Language: committee.French, Numbers: committee.DefaultNumbering()}))(t)
	inject(t, path)
	term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", string(awa.ID), path}})
	term.WaitFor("À traiter", "suivi › comité A", "réunion A")
	term.Press("1")
	term.WaitFor("1 ligne", "n créer")
	waitRow(t, term, "▌", "réunion A")
	term.Press("enter")
	term.WaitFor("› réunion A", "Convocation")
	term.Press("e")
	waitRow(t, term, "Intitulé", "réunion A")
	term.Press("esc")
	term.WaitGone("ctrl+s")
	term.Press("3")
	waitRow(t, term, "▌ A-2017-01", "action A")
	term.Press("enter")
	term.WaitFor("› A-2017-01", "structure A", "action A")
	term.Press("6")
	term.WaitFor("1 ligne", "n créer")
	waitRow(t, term, "▌", "structure A")
	term.Press("enter")
	term.WaitFor("› structure A", "action A")
	term.Press("8")
	term.WaitFor("Le comité", "comité A")
	term.Press("G")
	term.WaitFor("personne A")
	wantHarmless(t, term)
	quit(t, term)
}

// inject writes hostile texts in the tables, past every rule of ours.
func inject(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path+"?_foreign_keys=0")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, c := range []struct{ statement, value string }{
		{"UPDATE committee SET name = ?1", "comité "},
		{"UPDATE institution SET name = ?1, acronym = ?1", "structure "},
		{"UPDATE roadmap_action SET text = ?1, remarks = ?1", "action "},
		{"UPDATE meeting SET title = ?1, place = ?1", "réunion "},
		{"UPDATE person SET name = ?1", "personne "},
	} {
		if _, err := db.Exec(c.statement, c.value+hostile); err != nil {
			t.Fatalf("%s: %v", c.statement, err)
		}
	}
}
