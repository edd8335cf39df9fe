package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

func TestMinutesOfAMeetingAreWritten(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "example")
	minutes := well(t, suivi(t, dir, "minutes", path, "01/2017")).Out
	for _, want := range []string{
		"# Procès-verbal\n", "**Adopté le 20/07/2017, signé le 27/07/2017**", "La séance est ouverte le mercredi 15 février 2017 à 9 h 42 sous la présidence de",
		"**10 h 46 – Décision D-2017-01** (adoptée par 7 voix pour, 0 contre et 1 abstention, à main levée)", "> \\[EXEMPLE] Le règlement intérieur est adopté.",
	} {
		if !strings.Contains(spaced(minutes), want) {
			t.Errorf("no %q in\n%s", want, minutes)
		}
	}
	text := well(t, suivi(t, dir, "minutes", path, "01/2017", "--record", "--format", "text", "--lang", "en")).Out
	if !strings.Contains(text, "Relevé de décisions\n") || strings.Contains(text, "Présents") || strings.Contains(text, "\\[") {
		t.Errorf("the record of decisions in text is\n%s", text)
	}
	if last := suivi(t, dir, "minutes", path, "last", "--out", "-").Out; !strings.Contains(last, "extraordinaire") || !strings.Contains(last, "**PROJET**") {
		t.Errorf("the last one is\n%s", last)
	} else {
		for _, word := range []string{"dernière", "derniere", "dernier"} {
			if got := suivi(t, dir, "minutes", path, word, "--out", "-"); got.Code != done || got.Out != last {
				t.Errorf("by %q code %d, it is\n%s", word, got.Code, got.Out)
			}
		}
	}
}

// A meeting is asked for by a day of it as well, which of several is refused, and
// what the last one is is said beside the document.
func TestAMeetingIsAskedForByItsDay(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "example")
	for _, day := range []string{"2017-05-16", "17/05/2017"} {
		if got := well(t, suivi(t, dir, "minutes", path, day)); !strings.Contains(got.Out, "Atelier de programmation") || got.Err != "" {
			t.Errorf("%s: said %s, wrote\n%s", day, got.Err, got.Out)
		}
	}
	if got := suivi(t, dir, "minutes", path, "last"); got.Code != done || !strings.Contains(spaced(got.Err), "la réunion retenue est 04/2017 (26/10/2017), levée.") {
		t.Errorf("said %s", got.Err)
	}
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for _, title := range []string{"Atelier du matin", "Atelier du soir"} {
		m, err := s.SaveMeeting(ctx, committee.Meeting{Kind: committee.Workshop, Title: title, Starts: "2017-05-16"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err = s.OpenMeeting(ctx, m.ID, m.Version, "09:00"); title == "Atelier du matin" && err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got := suivi(t, dir, "minutes", path, "2017-05-16")
	if got.Code != refused || got.Out != "" || !strings.Contains(spaced(got.Err), "« 2017-05-16 » est le jour de plusieurs réunions : ") ||
		!strings.Contains(got.Err, "Atelier du matin") || strings.Contains(got.Err, "Atelier du soir") {
		t.Errorf("code %d, said %s", got.Code, got.Err)
	}
	if got := suivi(t, dir, "minutes", path, "last", "--lang", "en"); got.Code != done || !strings.Contains(got.Err, "the meeting taken is 2017-05-16 (Atelier du matin), in session.") {
		t.Errorf("while one sits: said %s", got.Err)
	}
	if got := suivi(t, dir, "minutes", path, "2017-05-19"); got.Code != refused || !strings.Contains(got.Err, "2017-05-16 ([EXEMPLE] Atelier de programmation") {
		t.Errorf("of no day: code %d, said %s", got.Code, got.Err)
	}
}

func TestADocumentIsANewFileUnlessForced(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "example")
	got := well(t, suivi(t, dir, "minutes", path, "01/2017", "--out", "pv.md"))
	if out := spaced(got.Out); !strings.HasPrefix(out, "Document écrit : ") || !strings.HasSuffix(out, "pv.md\n") {
		t.Errorf("said %s", out)
	}
	if info, err := os.Stat(filepath.Join(dir, "pv.md")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v; want 0600", info.Mode(), err)
	}
	if err := os.Symlink("pv.md", filepath.Join(dir, "lien.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "comite.suivi-wal"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"--out pv.md", "--out lien.md --force", "--out comite.suivi --force", "--out ./comite.suivi-wal --force"} {
		got := suivi(t, dir, append([]string{"minutes", path, "01/2017", "--record"}, strings.Fields(args)...)...)
		if got.Code != refused || got.Out != "" || !strings.Contains(spaced(got.Err), "existe déjà, il n’est pas remplacé") {
			t.Errorf("%s: code %d, said %s %s", args, got.Code, got.Out, got.Err)
		}
	}
	if again, err := os.ReadFile(path); err != nil || string(again) != string(whole) {
		t.Errorf("the committee’s file was touched: %v", err)
	}
	well(t, suivi(t, dir, "minutes", path, "01/2017", "--record", "--out", "pv.md", "--force"))
	content, err := os.ReadFile(filepath.Join(dir, "pv.md"))
	if err != nil || !strings.Contains(string(content), "# Relevé de décisions") {
		t.Errorf("forced it holds %s, %v", content, err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*.new*")); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v", left)
	}
}

func TestMinutesRefusesInPlainWords(t *testing.T) {
	dir := t.TempDir()
	begun(t, dir, "example")
	well(t, suivi(t, dir, "init", "vide.suivi", "--starter", "empty"))
	for _, c := range []struct {
		args            string
		code            int
		french, english string
	}{
		{"minutes", 2, "il faut dire quel fichier, puis quelle réunion.", "say which file, then which meeting."},
		{"minutes comite.suivi", 2, "puis quelle réunion.", "then which meeting."},
		{"minutes a b c", 2, "« c » est de trop.", "“c” is not expected here."},
		{"minutes comite.suivi last --format pdf", 2, "Valeurs possibles : md, text.", "It takes: md, text."},
		{"minutes absent.suivi last", 1, "« absent.suivi » n’existe pas", "“absent.suivi” does not exist"},
		{"minutes vide.suivi last", 1, "aucune réunion n’a encore été ouverte", "no meeting was opened in this file yet"},
		{"minutes vide.suivi 01/2018", 1, "aucune réunion n’a « 01/2018 » pour numéro, pour jour ni pour identifiant", "no meeting in this file has “01/2018”"},
		{"minutes comite.suivi 9/2017", 1, "Réunions tenues : 04/2017 (26/10/2017), 03/2017", "Meetings held: 04/2017 (26 Oct 2017), 03/2017"},
		{"minutes comite.suivi last --out nulle/part.md", 1, "nulle » n’existe pas.", "nulle” does not exist."},
		{"minutes comite.suivi last --out . --force", 1, "est un dossier", "is a folder"},
	} {
		for lang, want := range map[committee.Language]string{committee.French: c.french, committee.English: c.english} {
			got := suivi(t, dir, append([]string{"--lang", string(lang)}, strings.Fields(c.args)...)...)
			if got.Code != c.code || got.Out != "" || !strings.Contains(spaced(got.Err), want) {
				t.Errorf("%s: code %d, said %s\nwant code %d, %s", c.args, got.Code, spaced(got.Err), c.code, want)
			}
		}
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		full := termtest.Run(t, termtest.Options{Dir: dir, Args: []string{"minutes", "comite.suivi", "last"}, Prepare: within(`exec "$0" "$@" >/dev/full`)})
		if full.Code != refused || !strings.Contains(spaced(full.Err), "le document est incomplet") {
			t.Errorf("on a full disk: code %d, said %s", full.Code, full.Err)
		}
	}
}

// The screens write both papers beside the file, and nothing that is there is
// lost.
func TestDocumentsAreWrittenBesideTheFile(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "example")
	s, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	v := &visit{program: &program{}, path: path, open: s}
	workshop, ordinary := committee.MeetingID(""), committee.MeetingID("")
	all, err := s.Meetings(ctx, register.Query{Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all.Rows {
		switch {
		case m.Ref == "04/2017":
			ordinary = m.ID
		case m.Kind == committee.Workshop:
			workshop = m.ID
		}
	}
	for _, want := range [][]string{
		{"releve-de-decisions-04-2017.md", "releve-de-decisions-04-2017.txt", "projet-de-pv-04-2017.md", "projet-de-pv-04-2017.txt"},
		{"releve-de-decisions-04-2017-2.md", "releve-de-decisions-04-2017-2.txt", "projet-de-pv-04-2017-2.md", "projet-de-pv-04-2017-2.txt"},
	} {
		made, err := v.writeDocuments(ctx, ordinary)
		if err != nil || len(made) != len(want) {
			t.Fatalf("made %v, %v", made, err)
		}
		for i, name := range want {
			if filepath.Base(made[i]) != name {
				t.Errorf("made %s, want %s", made[i], name)
			}
			info, err := os.Stat(filepath.Join(dir, name))
			if err != nil || info.Mode().Perm() != 0o600 || info.Size() == 0 {
				t.Errorf("%s: %v, %v", name, info, err)
			}
		}
	}
	record, err := v.open.MeetingRecord(ctx, ordinary)
	if found := v.documents(record); err != nil || len(found) != 8 || filepath.Base(found[0]) != "releve-de-decisions-04-2017.md" || filepath.Base(found[7]) != "projet-de-pv-04-2017-2.txt" {
		t.Errorf("beside the file are %v, %v", found, err)
	}
	made, err := v.writeDocuments(ctx, workshop)
	if err != nil || len(made) != 4 || filepath.Base(made[2]) != "pv-atelier-2017-05-16.md" {
		t.Errorf("of the workshop: %v, %v", made, err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	if made, err := v.writeDocuments(ctx, ordinary); os.Getuid() != 0 && (err == nil || len(made) > 0) {
		t.Errorf("in a folder that cannot be written to: %v, %v", made, err)
	}
}
