package store

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"suivi/internal/committee"
)

// clock is where the tests' time stands.
var clock = time.Date(2017, 12, 15, 10, 15, 0, 0, time.UTC)

var ctx = context.Background()

func options() Options { return Options{Now: func() time.Time { return clock }} }

// newStore is a file of its own for one test.
func newStore(t *testing.T) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "comité.suivi"), options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s.As(committee.Actor{Name: "Awa Traoré"})
}

// must returns a value that had to come without an error.
func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// fieldError fails the test unless err points at the field for the reason.
func fieldError(t *testing.T, err error, field committee.Field, reason committee.Reason) {
	t.Helper()
	var e *committee.FieldError
	if !errors.As(err, &e) || e.Field != field || e.Reason != reason {
		t.Fatalf("got %v, want field %s refused for %s", err, field, reason)
	}
}

// refused fails the test unless err refuses for the reason.
func refused(t *testing.T, err error, reason committee.Reason) {
	t.Helper()
	var e *committee.RefusedError
	if !errors.As(err, &e) || e.Reason != reason {
		t.Fatalf("got %v, want refused for %s", err, reason)
	}
}

// journalLines counts the lines of the journal.
func journalLines(t *testing.T, s *Store) int {
	t.Helper()
	var n int
	if err := s.reader.QueryRow("SELECT count(*) FROM journal").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// institution adds one, for tests about something else.
func institution(t *testing.T, s *Store, name, acronym string) committee.Institution {
	t.Helper()
	return must(s.SaveInstitution(ctx, committee.Institution{Name: name, Acronym: acronym}))(t)
}

func ptr[T any](v T) *T { return &v }

// roundTrip saves a value in which every field holds something, reads it back
// and finds it equal.
func roundTrip[T record](t *testing.T, s *Store, n *noun[T], v T) T {
	t.Helper()
	full(t, string(n.kind), reflect.ValueOf(v))
	n.stamp(&v).Version = 0
	saved := must(save(ctx, s, n, v, nil))(t)
	*n.id(&v), n.stamp(&v).Version = *n.id(&saved), 1
	if !reflect.DeepEqual(saved, v) {
		t.Errorf("%s came back as\n%+v, want\n%+v", n.kind, saved, v)
	}
	read := must(n.load(ctx, s.reader, *n.id(&v)))(t)
	if !reflect.DeepEqual(read, saved) {
		t.Errorf("%s read as\n%+v, want\n%+v", n.kind, read, saved)
	}
	return saved
}

// full fails when a field of a sample is empty: then it proves nothing.
func full(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch {
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if name == "ID" || name == "Archived" {
				continue
			}
			full(t, path+"."+name, v.Field(i))
		}
	case v.Kind() == reflect.Slice && v.Len() > 0:
		full(t, path+"[0]", v.Index(0))
	case v.IsZero() && path != "committee.Quorum.Number": // it excludes the fraction
		t.Errorf("the sample leaves %s empty", path)
	}
}

func TestEveryFieldOfEveryNounIsKept(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	if findings := must(s.Check(ctx))(t); len(findings) > 0 {
		t.Errorf("a fresh file has findings: %+v", findings)
	}
	for kind := range keepers {
		if _, ok := w[kind]; !ok {
			t.Errorf("no sample of %s", kind)
		}
	}
}

func TestEveryThingHasAName(t *testing.T) {
	s := newStore(t)
	for kind, id := range newWorld(t, s) {
		thing := committee.Thing{Kind: kind, ID: id}
		n := must(s.Names(ctx, []committee.Thing{thing}))(t)[thing]
		if n.Full == "" || n.Short == "" {
			t.Errorf("%s is called %+v", kind, n)
		}
	}
}
