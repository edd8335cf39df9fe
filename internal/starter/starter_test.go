package starter

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"suivi/internal/committee"
)

const today committee.Date = "2017-12-15"

// loaded is a desk that holds the packs.
func loaded(t *testing.T, packs ...string) *fake {
	t.Helper()
	f := newFake()
	for _, p := range packs {
		r, err := Load(context.Background(), f, p, committee.French, today)
		if err != nil {
			t.Fatal(err)
		}
		if !r.Changed() || len(r.Left) > 0 {
			t.Fatalf("%s: %+v", p, r)
		}
	}
	return f
}

func TestLoadingAgainChangesNothing(t *testing.T) {
	var every []string
	for _, p := range Packs() {
		every = append(every, p.Key)
	}
	f := loaded(t, every...)
	before, writes := image(t, f), f.writes
	for _, p := range every {
		r, err := Load(context.Background(), f, p, committee.French, today.Add(1))
		if err != nil || r.Changed() || len(r.Left) > 0 || r.Present == 0 {
			t.Errorf("%s again: %+v, %v", p, r, err)
		}
	}
	if f.writes != writes || image(t, f) != before {
		t.Errorf("the second load wrote %d times", f.writes-writes)
	}
}

func TestInterruptedLoadIsResumed(t *testing.T) {
	whole := loaded(t, "example")
	for stop := 1; stop < whole.writes; stop += 29 {
		f := newFake()
		f.stop = stop
		if _, err := Load(context.Background(), f, "example", committee.French, today); !errors.Is(err, errStopped) {
			t.Fatalf("stop at %d: %v", stop, err)
		}
		f.stop = 0
		if r, err := Load(context.Background(), f, "example", committee.French, today); err != nil || len(r.Left) > 0 {
			t.Fatalf("resumed after %d: %+v, %v", stop, r, err)
		}
		if image(t, f) != image(t, whole) {
			t.Fatalf("resumed after %d: not what an uninterrupted load gives", stop)
		}
	}
}

func TestRowTakenOverIsLeft(t *testing.T) {
	f := newFake()
	f.stop = loaded(t, "example").writes / 2
	ctx := context.Background()
	if _, err := Load(ctx, f, "example", committee.French, today); !errors.Is(err, errStopped) {
		t.Fatal(err)
	}
	f.stop = 0
	id := keyID[committee.RecommendationID](&builder{pack: "example"}, committee.KindRecommendation, "r-fiche")
	sheet, err := f.Recommendation(ctx, id)
	if err != nil || sheet.Recommendation.Outcome.State != committee.Proposed {
		t.Fatal("the load must be interrupted before the recommendation is adopted", err)
	}
	if _, err := f.RejectRecommendation(ctx, id, sheet.Recommendation.Version, committee.Ruling{On: today, Reason: "non"}); err != nil {
		t.Fatal(err)
	}
	r, err := Load(ctx, f, "example", committee.French, today)
	if err != nil || len(r.Left) != 1 || r.Left[0].ID != string(id) {
		t.Fatalf("%+v, %v", r.Left, err)
	}
	if sheet, _ = f.Recommendation(ctx, id); sheet.Recommendation.Outcome.State != committee.Rejected {
		t.Error("the load overruled a person")
	}
}

func TestCommitteeThatHasANameIsKept(t *testing.T) {
	f := loaded(t, "bamako-2017", "checklist")
	c, err := f.Committee(context.Background())
	if err != nil || c.Version != 1 || c.LegalBasis == "" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestGuidelinesOfSeveralPacksDoNotShareNumbers(t *testing.T) {
	seen := map[int]bool{}
	for _, g := range all[committee.Guideline](loaded(t, "bamako-2017", "checklist"), committee.KindGuideline) {
		if g.Number < 1 || seen[g.Number] {
			t.Errorf("number %d", g.Number)
		}
		seen[g.Number] = true
	}
}

func TestUnknownPackIsRefused(t *testing.T) {
	var field *committee.FieldError
	if _, err := Load(context.Background(), newFake(), "../data", committee.French, today); !errors.As(err, &field) {
		t.Error(err)
	}
}

func TestPackWithoutTheLanguageComesInFrench(t *testing.T) {
	f := newFake()
	if _, err := Load(context.Background(), f, "checklist", committee.English, today); err != nil {
		t.Fatal(err)
	}
	if c, _ := f.Committee(context.Background()); !strings.Contains(c.Name, "Comité") || c.Language != committee.English {
		t.Errorf("the committee is %q, its papers are in %s", c.Name, c.Language)
	}
}

func image(t *testing.T, f *fake) string {
	t.Helper()
	rows := map[string]any{}
	for thing, v := range f.rows {
		rows[string(thing.Kind)+thing.ID] = v
	}
	b, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
