package document_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
	"suivi/internal/starter"
	"suivi/store"
)

var update = flag.Bool("update", false, "write the golden files anew")

// open makes a file from a starter pack.
func open(t *testing.T, pack string) *store.Store {
	t.Helper()
	day := time.Date(2017, 12, 15, 10, 0, 0, 0, time.UTC)
	s, err := store.Create(filepath.Join(t.TempDir(), "comite.suivi"), store.Options{Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := starter.Load(context.Background(), s, pack, committee.French, committee.DateOf(day)); err != nil {
		t.Fatal(err)
	}
	return s
}

// recordAt is the record of the meeting that began on a day.
func recordAt(t *testing.T, s *store.Store, day committee.Date) register.MeetingRecord {
	t.Helper()
	all, err := s.Meetings(context.Background(), register.Query{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all.Rows {
		if m.Starts == day {
			r, err := s.MeetingRecord(context.Background(), m.ID)
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
	}
	t.Fatalf("no meeting on %s", day)
	return register.MeetingRecord{}
}

func TestPapersAreWhatTheyWere(t *testing.T) {
	files := map[string]*store.Store{"example": open(t, "example"), "bamako-2017": open(t, "bamako-2017")}
	for _, c := range []struct {
		pack, name string
		day        committee.Date
	}{
		{"example", "ordinaire", "2017-02-15"},
		{"example", "seconde", "2017-07-20"},
		{"example", "atelier", "2017-05-16"},
		{"bamako-2017", "bamako", "2017-10-30"},
	} {
		r := recordAt(t, files[c.pack], c.day)
		for _, lang := range []committee.Language{committee.French, committee.English} {
			r.Meeting.Language = lang
			for paper, d := range map[string]document.Document{"pv": document.Minutes(r), "releve": document.RecordOfDecisions(r)} {
				var markdown, text bytes.Buffer
				if err := document.Markdown(&markdown, d); err != nil {
					t.Fatal(err)
				}
				if err := document.PlainText(&text, d); err != nil {
					t.Fatal(err)
				}
				name := c.name + "-" + paper + "-" + string(lang)
				golden(t, name+".md", markdown.Bytes())
				golden(t, name+".txt", text.Bytes())
			}
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is now\n%s", name, got)
	}
}
