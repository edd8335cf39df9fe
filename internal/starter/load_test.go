package starter_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/starter"
	"suivi/store"
)

// The real file does what a load needs.
var _ starter.Desk = (*store.Store)(nil)

const today committee.Date = "2017-12-15"

func create(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Create(filepath.Join(t.TempDir(), "comite.suivi"), store.Options{
		Now: func() time.Time { return today.Time().Add(9 * time.Hour) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func load(t *testing.T, s *store.Store, pack string) starter.Report {
	t.Helper()
	r, err := starter.Load(context.Background(), s, pack, committee.French, today)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Left) > 0 {
		t.Fatalf("%s: rows left: %v", pack, r.Left)
	}
	return r
}

func journal(t *testing.T, s *store.Store) int {
	t.Helper()
	lines, err := s.Changes(context.Background(), committee.Thing{}, 100_000)
	if err != nil {
		t.Fatal(err)
	}
	return len(lines)
}

func TestEveryPackLoadsIntoAFileOnce(t *testing.T) {
	s := create(t)
	for _, p := range starter.Packs() {
		if r := load(t, s, p.Key); !r.Changed() {
			t.Errorf("%s: nothing was loaded", p.Key)
		}
	}
	lines := journal(t, s)
	for _, p := range starter.Packs() {
		if r := load(t, s, p.Key); r.Changed() {
			t.Errorf("%s again: %+v", p.Key, r)
		}
	}
	if again := journal(t, s); again != lines {
		t.Errorf("the journal went from %d to %d lines", lines, again)
	}
	findings, err := s.Check(context.Background())
	if err != nil || len(findings) > 0 {
		t.Errorf("the file does not hold together: %v, %v", findings, err)
	}
}

// halting is a file that fails in the middle of a load.
type halting struct {
	*store.Store
	left int
}

var errHalted = errors.New("halted")

func (h *halting) SaveEntry(ctx context.Context, e committee.Entry) (committee.Entry, error) {
	if h.left--; h.left < 0 {
		return e, errHalted
	}
	return h.Store.SaveEntry(ctx, e)
}

func TestInterruptedLoadOfAFileIsResumed(t *testing.T) {
	s, ctx := create(t), context.Background()
	if _, err := starter.Load(ctx, &halting{s, 20}, "example", committee.French, today); !errors.Is(err, errHalted) {
		t.Fatal(err)
	}
	load(t, s, "example")
	h, err := s.Home(ctx)
	if err != nil || h.Late != 4 || h.LateBlocked != 1 || h.DueSoon != 7 || h.Awaiting != 5 || h.Uncovered != 3 || h.MinutesToAdopt != 2 {
		t.Errorf("%+v, %v", h, err)
	}
	if h.Next == nil || h.Next.Starts != "2018-01-18" || h.Total.Percent != 42 || h.Total.Actions != 58 {
		t.Errorf("%+v, %+v", h.Next, h.Total)
	}
	lines := journal(t, s)
	if load(t, s, "example"); journal(t, s) != lines {
		t.Error("the load after the resumed one wrote")
	}
}

func TestArchivedRowStaysArchived(t *testing.T) {
	s, ctx := create(t), context.Background()
	load(t, s, "bamako-2017")
	w, err := s.Axes(ctx, register.Query{Limit: 1})
	if err != nil || len(w.Rows) == 0 {
		t.Fatal(err)
	}
	a, err := s.Axis(ctx, w.Rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Archive(ctx, committee.Thing{Kind: committee.KindAxis, ID: string(a.ID)}, a.Version, true); err != nil {
		t.Fatal(err)
	}
	if r := load(t, s, "bamako-2017"); r.Changed() {
		t.Errorf("%+v", r)
	}
}

func TestReferencesOfTheExampleAreGivenInOrder(t *testing.T) {
	s, ctx := create(t), context.Background()
	load(t, s, "example")
	w, err := s.Meetings(ctx, register.Query{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range w.Rows {
		got[string(m.Starts)] = m.Ref
	}
	for day, ref := range map[string]string{
		"2017-02-15": "01/2017", "2017-05-16": "", "2017-07-13": "02/2017", "2017-07-20": "03/2017", "2017-10-26": "04/2017", "2018-01-18": "",
	} {
		if got[day] != ref {
			t.Errorf("the meeting of %s has number %q, want %q", day, got[day], ref)
		}
	}
	actions, err := s.Actions(ctx, register.Query{Sort: "ref", Limit: 1})
	if err != nil || actions.Total != 60 || actions.Rows[0].Ref != "A-2017-01" {
		t.Errorf("%+v, %v", actions, err)
	}
}
