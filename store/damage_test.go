package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
)

// written is a closed file with actions and people in it, and its bytes.
func written(t *testing.T) (path string, data []byte) {
	t.Helper()
	s := newStore(t)
	for i := range 120 {
		must(s.SaveAction(ctx, committee.Action{Text: fmt.Sprintf("Former les relais %d %s", i, strings.Repeat("du district ", 30))}))(t)
		must(s.SavePerson(ctx, committee.Person{Name: fmt.Sprintf("Awa %d", i)}))(t)
	}
	must(s.SaveAction(ctx, committee.Action{Text: "Recenser les zibelines"}))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	return s.Path(), data
}

// occurrences are the places of a word in a file.
func occurrences(data []byte, word string) (at []int) {
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte(word))
		if i < 0 {
			return at
		}
		at = append(at, from+i)
		from += i + len(word)
	}
}

// A letter is altered on the disk, one place at a time: in the row, in what
// lists are filtered by, in the journal. SQLite finds nothing wrong with that;
// the check does.
func TestALetterAlteredOnTheDiskIsFound(t *testing.T) {
	_, data := written(t)
	places := append(occurrences(data, "zibelines"), occurrences(data, "Recenser")...)
	if len(places) < 4 {
		t.Fatalf("the words are in %d places only", len(places))
	}
	for i, at := range places {
		altered := bytes.Clone(data)
		altered[at+3] ^= 0x04
		path := filepath.Join(t.TempDir(), fmt.Sprintf("altéré%d.suivi", i))
		if err := os.WriteFile(path, altered, 0o600); err != nil {
			t.Fatal(err)
		}
		s := must(Open(path, options()))(t)
		if found := must(s.Check(ctx))(t); len(found) == 0 {
			t.Errorf("a letter altered at %d (…%s…) goes unnoticed", at, altered[at-8:at+12])
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A page of the disk is lost: what stands elsewhere is read, what stood there
// is said to be damaged, and the check says so too.
func TestALostPageLeavesTheRestReadable(t *testing.T) {
	_, data := written(t)
	h := int(data[16])<<8 | int(data[17])
	var read, lost, told int
	for _, at := range occurrences(data, "relais 60 ") {
		broken := bytes.Clone(data)
		page := at / h * h
		copy(broken[page:page+h], bytes.Repeat([]byte{0xA5}, h))
		path := filepath.Join(t.TempDir(), fmt.Sprintf("page%d.suivi", at))
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, options())
		if err != nil {
			fileError(t, err, committee.FileDamaged)
			continue
		}
		if w, err := s.People(ctx, query("")); err == nil && w.Total == 120 {
			read++
		}
		q := query("")
		q.Limit = 1000
		var e *committee.FileError
		if _, err := s.Actions(ctx, q); errors.As(err, &e) && e.Reason == committee.FileDamaged {
			lost++
		}
		if found := must(s.Check(ctx))(t); len(found) > 0 {
			told++
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if read == 0 || lost == 0 || told == 0 {
		t.Errorf("people read %d times, actions said to be damaged %d times, damage told %d times", read, lost, told)
	}
}

// The clock of the machine was put right, by a year: nothing depends on it
// but what it says of itself.
func TestTheClockSetBack(t *testing.T) {
	path := closedFile(t)
	for _, at := range []time.Time{clock, clock.AddDate(-1, 0, 0), clock.AddDate(-40, 0, 0), clock.AddDate(2, 0, 0), time.Unix(0, 0)} {
		s := must(Open(path, Options{Now: func() time.Time { return at }}))(t)
		a := must(s.SaveAction(ctx, committee.Action{Text: "Former", Due: "2018-01-15"}))(t)
		must(s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-15", Text: "commencé", State: committee.InProgress}))(t)
		changes := must(s.Changes(ctx, committee.Thing{}, 2))(t)
		if len(changes) != 2 || changes[0].Verb != committee.VerbReport || changes[1].Verb != committee.VerbAdd {
			t.Errorf("at %v the latest changes are %+v", at, changes)
		}
		if found := must(s.Check(ctx))(t); len(found) > 0 {
			t.Errorf("at %v the check finds %+v", at, found)
		}
		if _, err := s.Home(ctx); err != nil {
			t.Errorf("at %v: %v", at, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
