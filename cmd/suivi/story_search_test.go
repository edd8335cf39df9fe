//go:build unix

package main

import (
	"os"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestStoryWhatWasSaidOnceIsFoundByTwoWords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	s := opened(t, path)
	minute := func(text string) bool {
		for _, l := range must(s.Meetings(background, register.Query{Limit: 100}))(t).Rows {
			items := must(s.Meeting(background, l.ID))(t).Items
			if len(items) == 0 {
				continue
			}
			e := committee.Entry{Meeting: l.ID, Item: items[0].ID, Kind: committee.Note, Text: text}
			if _, err := s.SaveEntry(background, e); err == nil {
				return true
			}
		}
		return false
	}
	if !minute("La Gendarmerie rappelle l’incident du 12. Deux véhicules ont été saisis à Sikasso, un troisième à Kayes.") {
		t.Fatal("no meeting takes a line of minutes")
	}

	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("ctrl+f")
	term.WaitFor("Tapez un ou plusieurs mots")
	term.Type("vehicules saisis")
	term.WaitFor("1 résultat", "Deux véhicules ont été saisis à Sikasso")
	waitRow(t, term, "▌ procès-verbal")
	term.Press("enter")
	term.WaitFor("Mentions du procès-verbal", "Deux véhicules ont été saisis", "à Sikasso")
	term.Press("esc")
	term.WaitFor("vehicules saisis", "1 résultat")
	term.Press("esc")
	term.WaitFor("À traiter")
	quit(t, term)
	sound(t, s)
}

func TestStoryTheSearchIsMadeAnew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	for lang, want := range map[string]string{"fr": "L’index de la recherche de « ", "en": "The search index of “"} {
		got := suivi(t, dir, "check", "--rebuild-search", "--lang", lang, path)
		if got.Code != done || !strings.HasPrefix(spaced(got.Out), want) {
			t.Errorf("code %d, said %s %s", got.Code, got.Out, got.Err)
		}
	}
	if got := suivi(t, dir, "check", path); got.Code != done {
		t.Errorf("check says %s", got.Out)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() != 0 {
		if got := suivi(t, dir, "check", "--rebuild-search", path); got.Code != refused || !strings.Contains(got.Err, "lecture") {
			t.Errorf("code %d, said %s %s", got.Code, got.Out, got.Err)
		}
	}
}
