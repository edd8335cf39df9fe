package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// keeps is another program that keeps the file for writing until it is let go.
func keeps(t *testing.T, s *Store) (letGo func()) {
	t.Helper()
	db := must(sql.Open("sqlite3", dsn(s.Path(), nil)))(t)
	conn := must(db.Conn(ctx))(t)
	must(conn.ExecContext(ctx, "BEGIN IMMEDIATE"))(t)
	return func() {
		_, err := conn.ExecContext(ctx, "ROLLBACK")
		if err = errors.Join(err, conn.Close(), db.Close()); err != nil {
			t.Error(err)
		}
	}
}

func TestWaitingForAnotherProgram(t *testing.T) {
	for name, play := range map[string]func(*testing.T){
		"it is told, and saves when the other lets go": func(t *testing.T) {
			s := newStore(t)
			letGo := keeps(t, s)
			told := make(chan struct{})
			saved := make(chan error)
			go func() {
				patient, cancel := context.WithTimeout(ctx, time.Hour)
				defer cancel()
				_, err := s.SavePerson(register.OnWaiting(patient, func() { close(told) }), committee.Person{Name: "Awa"})
				saved <- err
			}()
			<-told
			time.Sleep(30 * time.Second)
			if w := must(s.People(ctx, query("")))(t); w.Total != 0 {
				t.Error("reading does not go on meanwhile")
			}
			letGo()
			if err := <-saved; err != nil {
				t.Fatal(err)
			}
			if w := must(s.People(ctx, query("")))(t); w.Total != 1 {
				t.Error("it is not in the file")
			}
		},
		"it can be given up": func(t *testing.T) {
			s := newStore(t)
			letGo := keeps(t, s)
			defer letGo()
			patient, giveUp := context.WithTimeout(ctx, time.Hour)
			var left time.Time
			_, err := s.SavePerson(register.OnWaiting(patient, func() { left = time.Now(); giveUp() }), committee.Person{Name: "Awa"})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("told %v", err)
			}
			if late := time.Since(left); late > 100*time.Millisecond {
				t.Errorf("giving up took %s", late)
			}
			if w := must(s.People(ctx, query("")))(t); w.Total != 0 {
				t.Error("it is in the file")
			}
		},
		"whoever sets no end waits as long as the file is waited for": func(t *testing.T) {
			s := newStore(t)
			letGo := keeps(t, s)
			_, err := s.SavePerson(ctx, committee.Person{Name: "Awa"})
			fileError(t, err, committee.FileLocked)
			letGo()
			must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		},
	} {
		// The clock of the bubble runs when everybody waits.
		t.Run(name, func(t *testing.T) { synctest.Test(t, play) })
	}
}

// What stood in the file when it was opened is nobody's turn.
func TestAloneOnAFileNobodyIsGivenWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStore(t)
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = must(Open(s.Path(), options()))(t)
		defer s.Close()
		start := time.Now()
		for _, name := range []string{"Fatou", "Issa", "Oumou"} {
			must(s.SavePerson(ctx, committee.Person{Name: name}))(t)
		}
		if waited := time.Since(start); waited > 0 {
			t.Errorf("alone on the file, it gave way to others for %s", waited)
		}
	})
}

// writers is how many programs write at once.
const writers = 4

// writeAmong is one of several programs that write to one file, for a time or
// a number of times. It says for each change how long it waited, in
// microseconds.
func writeAmong(path, name, until string) int {
	s, err := Open(path, Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	s = s.As(committee.Actor{Name: name})
	times, _ := strconv.Atoi(until)
	length, _ := time.ParseDuration(until)
	out := bufio.NewWriter(os.Stdout)
	for n, start := 0, time.Now(); n < times || time.Since(start) < length; n++ {
		begun := time.Now()
		if n%5 == 0 {
			err = increase(s)
		} else {
			_, err = s.SavePerson(ctx, committee.Person{Name: name, Remarks: strconv.Itoa(n)})
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Fprintln(out, time.Since(begun).Microseconds())
	}
	if err := errors.Join(out.Flush(), s.Close()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// increase adds one to a number that all of them share.
func increase(s *Store) error {
	for {
		w, err := s.Institutions(ctx, query(""))
		if err != nil {
			return err
		}
		sheet, err := s.Institution(ctx, w.Rows[0].ID)
		if err != nil {
			return err
		}
		n, _ := strconv.Atoi(sheet.Institution.Remarks)
		sheet.Institution.Remarks = strconv.Itoa(n + 1)
		_, err = s.SaveInstitution(ctx, sheet.Institution)
		var conflict *committee.ConflictError
		if !errors.As(err, &conflict) {
			return err
		}
	}
}

// among plays several programs writing at once and wants every change in the
// file, the chain whole and nothing wrong. It gives the waits, longest last.
func among(t testing.TB, path, until string) []time.Duration {
	t.Helper()
	var all []*exec.Cmd
	var said [writers]strings.Builder
	for i := range writers {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "SUIVI_TEST_AMONG="+path, "SUIVI_TEST_NAME=P"+strconv.Itoa(i), "SUIVI_TEST_UNTIL="+until)
		c.Stdout, c.Stderr = &said[i], os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	var waits []time.Duration
	shared, own := 0, 0
	for i, c := range all {
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Fields(said[i].String()) {
			us, err := strconv.Atoi(line)
			if err != nil {
				t.Fatal(err)
			}
			waits = append(waits, time.Duration(us)*time.Microsecond)
			if n%5 == 0 {
				shared++
			} else {
				own++
			}
		}
	}
	inFile(t, path, shared, own)
	slices.Sort(waits)
	return waits
}

func inFile(t testing.TB, path string, shared, own int) {
	t.Helper()
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var people int // a list counts no further than anybody would scroll
	if err := s.reader.QueryRow("SELECT count(*) FROM person").Scan(&people); err != nil || people != own {
		t.Errorf("%d people are in the file, %d were saved: %v", people, own, err)
	}
	i, err := s.Institutions(ctx, query(""))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := s.Institution(ctx, i.Rows[0].ID)
	if err != nil || sheet.Institution.Remarks != strconv.Itoa(shared) {
		t.Errorf("the number is %s after %d were added: %v", sheet.Institution.Remarks, shared, err)
	}
	found, err := s.Check(ctx)
	if err != nil || len(found) > 0 {
		t.Errorf("the check found %+v, %v", found, err)
	}
}

// sharedFile is a file with the number that all share.
func sharedFile(t testing.TB) string {
	t.Helper()
	s, err := Create(t.TempDir()+"/partagé.suivi", options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.SaveInstitution(ctx, committee.Institution{Name: "Justice", Remarks: "0"})
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

func TestFourProgramsWriteAtOnce(t *testing.T) {
	waits := among(t, sharedFile(t), "250")
	t.Logf("%d changes, the longest wait %s", len(waits), waits[len(waits)-1])
}

// BenchmarkFourProgramsWriteAtOnce plays a minute of it, whatever b.N is.
func BenchmarkFourProgramsWriteAtOnce(b *testing.B) {
	var waits []time.Duration
	for range b.N {
		waits = append(waits, among(b, sharedFile(b), "60s")...)
	}
	slices.Sort(waits)
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(len(waits))/float64(b.N)/60, "changes/s")
	b.ReportMetric(ms(waits[len(waits)*99/100]), "ms-p99")
	b.ReportMetric(ms(waits[len(waits)-1]), "ms-longest")
}
