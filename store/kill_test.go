package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
)

// writeUntilKilled changes the file without end, and says each change once it
// is made: its kind, its ID and its version.
func writeUntilKilled(path string) int {
	s, err := Open(path, options())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	s = s.As(committee.Actor{Name: "Awa Traoré"})
	said := func(kind committee.Kind, id string, version int) { fmt.Printf("%s %s %d\n", kind, id, version) }
	for {
		a, err := s.SaveAction(ctx, committee.Action{Text: "Former des relais", Due: "2018-01-15"})
		if err == nil {
			said(committee.KindAction, string(a.ID), a.Version)
			_, err = s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-15", Text: strings.Repeat("neuf structures ", 200), State: committee.InProgress})
		}
		if err == nil {
			said(committee.KindAction, string(a.ID), a.Version+1)
			_, err = s.GrantExtension(ctx, a.Version+1, committee.Extension{Action: a.ID, To: "2018-03-31", On: "2017-12-15", Reason: "crédits"})
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		said(committee.KindAction, string(a.ID), a.Version+2)
	}
}

// acknowledged reads what a writer says until it is killed at a moment.
func acknowledged(t *testing.T, path string, after time.Duration) map[string]int {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "SUIVI_TEST_WRITE="+path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaint strings.Builder
	c.Stderr = &complaint
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	made, lines := map[string]int{}, bufio.NewScanner(out)
	for lines.Scan() {
		var kind, id string
		var version int
		if n, _ := fmt.Sscan(lines.Text(), &kind, &id, &version); n != 3 {
			break // cut in the middle of a word
		}
		if made[id] = version; len(made) == 1 && version == 1 {
			time.AfterFunc(after, func() { _ = c.Process.Kill() })
		}
	}
	if err := c.Wait(); err == nil || complaint.Len() > 0 {
		t.Fatalf("the writer ended by itself: %v %s", err, complaint.String())
	}
	return made
}

// Two hundred times a program is killed while it writes, at a moment that
// nobody chose. Each change that it said was made is there, and the file is
// sound.
func TestKilledWhileWriting(t *testing.T) {
	for part := range 2 {
		t.Run(fmt.Sprint("file ", part+1), func(t *testing.T) {
			t.Parallel()
			path := closedFile(t)
			for round := range 100 {
				killed(t, path, round)
			}
		})
	}
}

func killed(t *testing.T, path string, round int) {
	t.Helper()
	made := acknowledged(t, path, time.Duration(rand.IntN(12_000))*time.Microsecond)
	s, err := Open(path, options())
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	for id, version := range made {
		a, err := s.Action(ctx, committee.ActionID(id))
		if err != nil || a.Action.Version < version {
			t.Fatalf("round %d: version %d of %s was made, and the file has %d: %v", round, version, id, a.Action.Version, err)
		}
	}
	if round%25 == 24 {
		if found := must(s.Check(ctx))(t); len(found) > 0 {
			t.Fatalf("round %d: found %+v", round, found)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
