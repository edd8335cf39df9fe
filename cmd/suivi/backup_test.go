package main

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"suivi/internal/termtest"
)

// at runs the program on a day.
func at(t *testing.T, dir, clock string, args ...string) termtest.Result {
	t.Helper()
	return suivi(t, dir, append(args, "--clock", clock)...)
}

// says fails unless the program did what was asked and says so, line by line.
func says(t *testing.T, got termtest.Result, code int, lines ...string) {
	t.Helper()
	said := strings.Split(strings.TrimRight(spaced(got.Out+got.Err), "\n"), "\n")
	if got.Code != code || len(said) != len(lines) {
		t.Fatalf("%+v", got)
	}
	for i, line := range lines {
		if !strings.Contains(said[i], line) {
			t.Errorf("line %d: %s\nwant %s", i+1, said[i], line)
		}
	}
}

func TestBackupIsMadeAndPutBack(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "bamako-2017")
	says(t, at(t, dir, rehearsalClock, "backup", "comite.suivi"), done,
		"Sauvegarde faite : "+path[:len(path)-len(".suivi")]+".sauvegarde-20171215T100000.suivi",
		" lignes de journal, la dernière du 15/12/2017 à 10 h.")
	person(t, path, "Aïssata Coulibaly")
	says(t, at(t, dir, "2017-12-18T09:30:00Z", "restore", "comite.sauvegarde-20171215T100000.suivi", "comite.suivi"), done,
		"Sauvegarde remise en place : "+path,
		"Elle va jusqu’au 15/12/2017 à 10 h (il y a 3 jours) : ",
		"Ce qui était là est gardé : "+path[:len(path)-len(".suivi")]+".remplace-20171218T093000.suivi",
		"1 modification plus récente n’est plus que là.")
	says(t, suivi(t, dir, "check", path), done, "est en ordre")
	says(t, at(t, dir, "2017-12-15T12:00:00Z", "restore", "comite.sauvegarde-20171215T100000.suivi", "neuf.suivi", "--lang", "en"), done,
		"Backup put back: "+filepath.Join(dir, "neuf.suivi"),
		"It goes up to 15 Dec 2017 at 10:00 (today): ")
	if got := suivi(t, dir, "backup", "comite.suivi", "neuf.suivi"); got.Code != refused || !strings.Contains(spaced(got.Err), "« neuf.suivi » existe déjà") {
		t.Errorf("%+v", got)
	}
}

func TestSealedBackupNeedsItsKey(t *testing.T) {
	dir := t.TempDir()
	begun(t, dir, "bamako-2017")
	var public []string
	for _, name := range []string{"une.txt", "autre.txt"} {
		id, err := age.GenerateX25519Identity()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(id.String()+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		public = append(public, id.Recipient().String())
	}
	says(t, at(t, dir, rehearsalClock, "backup", "comite.suivi", "cle-usb.suivi", "--age", public[0]), done,
		"Sauvegarde faite : "+filepath.Join(dir, "cle-usb.suivi.age"), "Vérifiée", "Chiffrée : une seule clé l’ouvre.")
	if b, err := os.ReadFile(filepath.Join(dir, "cle-usb.suivi.age")); err != nil || bytes.Contains(b, []byte("Bamako")) {
		t.Errorf("it can be read: %v", err)
	}
	says(t, suivi(t, dir, "restore", "cle-usb.suivi.age", "b.suivi"), refused, "est chiffrée. Donnez le fichier de la clé par l’option --identity.")
	says(t, suivi(t, dir, "restore", "cle-usb.suivi.age", "b.suivi", "--identity", "autre.txt"), refused, "n’a pas été chiffrée pour cette clé.")
	got := suivi(t, dir, "restore", "cle-usb.suivi.age", "b.suivi", "--identity", "une.txt")
	if got.Code != done || !strings.Contains(spaced(got.Out), "Sauvegarde remise en place : ") {
		t.Errorf("%+v", got)
	}
	says(t, suivi(t, dir, "check", "b.suivi"), done, "est en ordre")
	both := at(t, dir, rehearsalClock, "backup", "comite.suivi", "--age", public[0], "--age", public[1])
	if both.Code != done || !strings.Contains(spaced(both.Out), "Chiffrée : 2 clés l’ouvrent, une suffit.") {
		t.Errorf("%+v", both)
	}
}

func TestBackupThatIsNotIntactIsNotPutBack(t *testing.T) {
	dir := t.TempDir()
	path := begun(t, dir, "bamako-2017")
	alter(t, path, "UPDATE person SET version = 7 WHERE id = ?", person(t, path, "Aïssata Coulibaly").ID)
	got := at(t, dir, rehearsalClock, "backup", "comite.suivi", "copie.suivi")
	out := spaced(got.Out)
	if got.Code != refused || !strings.Contains(out, "Sauvegarde faite : ") || !strings.Contains(out, "1 point à signaler dans « comite.suivi ».") || !strings.Contains(out, "La copie est fidèle") {
		t.Errorf("%+v", got)
	}
	before := inFolder(t, dir)
	got = at(t, dir, rehearsalClock, "restore", "copie.suivi", "comite.suivi")
	if got.Code != refused || !strings.Contains(spaced(got.Out), "Aïssata Coulibaly » : la fiche n’est pas telle") ||
		!strings.Contains(spaced(got.Err), "n’est pas intacte : elle n’a pas été remise en place, rien n’a été touché. L’option --force") {
		t.Errorf("%+v", got)
	}
	if after := inFolder(t, dir); after != before {
		t.Errorf("the folder held %s, it holds %s", before, after)
	}
	if got = at(t, dir, rehearsalClock, "restore", "copie.suivi", "comite.suivi", "--force"); got.Code != done {
		t.Errorf("%+v", got)
	}
}

// alter changes a file behind the program's back.
func alter(t *testing.T, path, statement string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement, args...); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// inFolder lists the files of a folder, hidden ones too.
func inFolder(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}
