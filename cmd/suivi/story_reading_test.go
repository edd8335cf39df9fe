//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"suivi/internal/termtest"
)

// nobody is a user without rights of their own, on every system we know.
const nobody = 65534

// withoutRights starts the program as somebody who may read and no more; the
// superuser of a test may write everywhere.
func withoutRights(t *testing.T, dir string) func(*exec.Cmd) {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	home := filepath.Join(dir, "home")
	if err := os.MkdirAll(home, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]os.FileMode{filepath.Dir(dir): 0o755, dir: 0o755} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chown(home, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "program")
	binary := must(os.ReadFile(must(os.Executable())(t)))(t)
	if err := os.WriteFile(program, binary, 0o755); err != nil {
		t.Fatal(err)
	}
	return func(c *exec.Cmd) {
		c.Path = program
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
}

func TestStoryReadOnlyFileShowsEverythingAndChangesNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file, folder os.FileMode
		args         []string
		rights       bool
	}{
		"asked for":                          {0o600, 0o700, []string{"--read-only"}, true},
		"no right to the file":               {0o444, 0o777, nil, false},
		"no right to the file, nor folder":   {0o444, 0o555, nil, false},
		"no right to the folder round it":    {0o666, 0o555, nil, false},
		"no right to the file, and asked so": {0o444, 0o777, []string{"--read-only"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, folder := t.TempDir(), ""
			folder = filepath.Join(dir, "bureau")
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			path := begun(t, folder, "example")
			o := termtest.Options{Dir: dir, Args: append(c.args, path), Width: 150}
			if !c.rights {
				o.Prepare = withoutRights(t, dir)
			}
			lock(t, path, c.file)
			lock(t, folder, c.folder)
			before := content(t, folder)
			term := play(t, o)
			opensForReading(t, term)
			if c.rights {
				readEverything(term)
			} else {
				readRoadmap(term)
			}
			quit(t, term)
			after := content(t, folder)
			if after["comite.suivi"] != before["comite.suivi"] {
				t.Error("the file was changed")
			}
			delete(after, "comite.suivi")
			for name, left := range after {
				t.Errorf("left beside the file: %s, %d bytes", name, len(left))
			}
		})
	}
}

// lock sets the mode of a file or folder, and lets the test clean up.
func lock(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(path, 0o700) })
}

// opensForReading wants the first screen, which says that nothing can change.
func opensForReading(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.WaitFor("À traiter", "4 actions en retard")
	if term.Has("Qui êtes-vous") {
		t.Error("a reader is asked who they are")
	}
	if !term.Has("lecture seule") {
		t.Error("the first screen does not say that the file is only read")
	}
}

// readRoadmap reads one register and one page.
func readRoadmap(term *termtest.Terminal) {
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	refuseToChange(term, "3", "nep")
	term.Press("enter")
	term.WaitFor("› Feuille de route › A-", "Découle de")
	refuseToChange(term, "3", "etz")
}

// readEverything goes through the registers; wherever a key would change
// something, it says why it does not.
func readEverything(term *termtest.Terminal) {
	for _, r := range []struct{ place, line, page, keys string }{
		{"1", "6 lignes", "› Réunions › [EX", "nceotpxdaimyrDNCzRs"},
		{"2", "25 lignes", "› Recommandations › R-", "neamrpwNsbdvxozR"},
		{"3", "60 lignes", "› Feuille de route › A-", "nesbdvRxotpcz"},
		{"4", "LD-1", "› Lignes directrices › LD-", "neisavxRz"},
		{"5", "D-2017-", "› Décisions › D-", "neamrpwNz"},
		{"6", "EX-TRAV", "› Répertoire › EX-", "neiz"},
		{"7", "Intitulé", "› Références › décret", "nez"},
	} {
		term.Press(r.place)
		term.WaitFor(r.line, "échap retour")
		refuseToChange(term, r.place, r.keys)
		term.Press("enter")
		term.WaitFor(r.page)
		refuseToChange(term, r.place, "ez")
	}
	term.Press("8")
	term.WaitFor("Base légale", "échap retour")
	refuseToChange(term, "8", "ei")
}

// refuseToChange presses keys and wants each to say why it does nothing.
func refuseToChange(term *termtest.Terminal, place, keys string) {
	const why = "vous consultez le fichier en lecture seule"
	for _, key := range keys {
		term.Press("f12") // no key of ours: it only puts the last reason away
		term.WaitGone(why)
		term.Press(string(key))
		term.Wait("register "+place+" to say why "+string(key)+" cannot act", func(screen string) bool {
			return strings.Contains(spaced(screen), why)
		})
	}
}
