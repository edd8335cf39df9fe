//go:build unix

package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/termtest"
)

func TestStoryFileThatCannotBeUsedIsSaidPlainlyAndLeft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := must(os.ReadFile(begun(t, dir, "example")))(t)
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"signature overwritten": {overwritten(whole, 0, 16, 'x'), "n’a pas été créé par suivi, il n’est pas modifié."},
		"page size overwritten": {overwritten(whole, 16, 2, 0xff), "est endommagé. Repartez de la dernière copie de sauvegarde."},
		"schema overwritten":    {overwritten(whole, 100, 3000, 0xff), "est endommagé. Repartez de la dernière copie de sauvegarde."},
		"cut in half":           {whole[:len(whole)/2], "est endommagé. Repartez de la dernière copie de sauvegarde."},
		"a letter":              {[]byte(strings.Repeat("Bamako, le 15 décembre 2017. ", 200)), "n’a pas été créé par suivi, il n’est pas modifié."},
		"nothing in it":         {nil, "est vide : ce n’est pas un fichier de suivi."},
		"newer":                 {version(whole, 9000), "vient d’une version plus récente de suivi. Mettez le programme à jour pour l’ouvrir."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, "comite.suivi")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			refusedAtTheDoor(t, dir, path, c.want)
			if now := must(os.ReadFile(path))(t); !bytes.Equal(now, c.content) {
				t.Error("the file was changed")
			}
			if left := content(t, dir); len(left) != 1 {
				t.Errorf("left beside it: %d files", len(left)-1)
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		path := filepath.Join(dir, "comite.suivi")
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		refusedAtTheDoor(t, dir, path, "est un dossier, il faut un fichier.")
	})
}

// refusedAtTheDoor wants one plain sentence, no screen and no stack trace.
func refusedAtTheDoor(t *testing.T, dir, path, want string) {
	t.Helper()
	term := play(t, termtest.Options{Dir: dir, Args: []string{path}, Width: 200})
	if code := term.Exit(); code != refused {
		t.Errorf("code %d, want %d", code, refused)
	}
	if said := strings.TrimSpace(term.Screen()); !strings.HasPrefix(spaced(said), "suivi : ") || !term.Has(want) || strings.Contains(said, "\n") {
		t.Errorf("said\n%s\nwant %s", said, want)
	}
	wantNoTrace(t, term)
	if strings.Contains(string(term.Raw()), "\x1b[?1049h") {
		t.Error("the screens came up")
	}
}

// wantNoTrace wants nothing of the program's inside on the terminal.
func wantNoTrace(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	for _, inside := range []string{"goroutine", "panic", ".go:", "sqlite", "SQL", "runtime error"} {
		if strings.Contains(string(term.Raw()), inside) {
			t.Errorf("%q reached the terminal:\n%s", inside, term.Screen())
		}
	}
}

// A file damaged deep inside is refused as one whose header is, and the check
// finds it damaged too.
func TestStoryFileDamagedInTheMiddle(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	whole := must(os.ReadFile(path))(t)
	damaged := overwritten(whole, len(whole)/4, len(whole)/2, 0xff)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	refusedAtTheDoor(t, dir, path, "est endommagé. Repartez de la dernière copie de sauvegarde.")
	got := suivi(t, dir, "check", path)
	if got.Code != refused || strings.Contains(got.Out+got.Err, "goroutine") || !strings.Contains(got.Out+got.Err, "endommag") {
		t.Errorf("check: %+v", got)
	}
	if now := must(os.ReadFile(path))(t); !bytes.Equal(now, damaged) {
		t.Error("the file was changed")
	}
}

// overwritten is a copy of b with n bytes from at set to one value.
func overwritten(b []byte, at, n int, value byte) []byte {
	damaged := bytes.Clone(b)
	for i := at; i < at+n; i++ {
		damaged[i] = value
	}
	return damaged
}

// version is a copy of a database file with another user_version.
func version(b []byte, n uint32) []byte {
	c := bytes.Clone(b)
	binary.BigEndian.PutUint32(c[60:], n)
	return c
}
