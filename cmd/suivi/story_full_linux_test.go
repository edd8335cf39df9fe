package main

import (
	"os/exec"
	"testing"

	"golang.org/x/sys/unix"

	"suivi/internal/termtest"
)

// room bounds how large a file the program may write from now on, as a full
// disk does.
func room(t *testing.T, cmd *exec.Cmd, bytes uint64) {
	t.Helper()
	if err := unix.Prlimit(cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: unix.RLIM_INFINITY}, nil); err != nil {
		t.Fatal(err)
	}
}

// On a full disk a save fails in plain words, the form stays, and saving works
// again once there is room. The draft, small as it is, may still find some.
func TestStoryDiskFullWhileSaving(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		room uint64
		kept bool
	}{{"no room at all", 0, false}, {"room for a draft", 8 << 10, true}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := begun(t, dir, "example")
			var program *exec.Cmd
			term := play(t, termtest.Options{Dir: dir, Args: []string{"--as", secretary, path}, Prepare: func(cmd *exec.Cmd) { program = cmd }})
			term.WaitFor("À traiter")
			term.Press("3")
			term.WaitFor("60 lignes", "n créer")
			term.Press("n")
			inField(t, term, "Action")
			term.Type("Louer")
			waitKept(t, draftsOf(dir), "Louer")
			room(t, program, c.room)
			term.Type(" l’annexe")
			if c.kept {
				waitKept(t, draftsOf(dir), "Louer l’annexe")
			} else {
				term.WaitFor("Le brouillon ne peut pas être gardé : enregistrez dès que possible.")
			}
			term.Press("ctrl+s")
			waitRow(t, term, "▌ Action", "Louer l’annexe")
			term.WaitFor("disque est plein", "s      enregistrer sous un autre nom")
			term.Press("esc")
			term.WaitFor("ctrl+s enregistrer")
			if s := opened(t, path); must(s.Home(background))(t).Total.Actions != 58 {
				t.Error("something was saved")
			}
			room(t, program, unix.RLIM_INFINITY)
			term.Type("!")
			waitKept(t, draftsOf(dir), "Louer l’annexe!")
			term.Press("ctrl+s")
			term.WaitFor("A-2017-61 · ")
			quit(t, term)
			s := opened(t, path)
			sound(t, s)
			if got := sheetOf(t, s, "A-2017-61").Action.Text; got != "Louer l’annexe!" {
				t.Errorf("the action is %q", got)
			}
			if left := keptDrafts(t, draftsOf(dir)); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}
