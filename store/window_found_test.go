package store

import (
	"fmt"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A filter leaves the same rows whether it finds them beforehand or meets them
// on the way, and in every order of the list.
func TestFiltersOfALongList(t *testing.T) {
	d := newDesk(t)
	other := institution(t, d.Store, "Direction de la pêche", "DP")
	want := map[string][]string{}
	for i := range 1200 {
		a := committee.Action{Text: fmt.Sprintf("Relire le registre numéro %d", i)}
		if i%2 == 0 {
			a.Text += " avec soin"
		}
		if i%600 == 7 {
			a.Text += " à Kayes"
		}
		if i%3 == 0 {
			a.Institution = other.ID
		}
		ref := d.action(a).Ref
		for typed, is := range map[string]bool{
			"relire": true, "soin": i%2 == 0, "kayes": i%600 == 7, "peche": i%3 == 0, "soin peche": i%6 == 0,
			"kayes peche": i%600 == 7 && i%3 == 0, "soin kayes": false, "regis dp": i%3 == 0, "numero avec pec": i%6 == 0,
		} {
			if is {
				want[typed] = append(want[typed], ref)
			} else if want[typed] == nil {
				want[typed] = []string{}
			}
		}
	}
	for typed, refs := range want {
		for _, sort := range []string{"ref", "institution", "text", ""} {
			t.Run(fmt.Sprintf("%s by %q", typed, sort), func(t *testing.T) {
				all, total := walkThrough(t, d.Store, register.Query{Filter: typed, Sort: sort, Limit: 200})
				if total >= 0 && total != len(refs) {
					t.Errorf("says %d, want %d", total, len(refs))
				}
				refs := slices.Clone(refs)
				if sort == "ref" {
					slices.SortStableFunc(refs, func(a, b string) int { return len(a) - len(b) })
				} else {
					slices.Sort(refs)
					slices.Sort(all)
				}
				if !slices.Equal(all, refs) {
					t.Errorf("found %d, want %d:\n%v\n%v", len(all), len(refs), all, refs)
				}
			})
		}
	}
}

// walkThrough reads a list to its end, window by window, and gives the total
// that the first one says; -1 when it says that there are more.
func walkThrough(t *testing.T, s *Store, q register.Query) (refs []string, total int) {
	t.Helper()
	for total = -1; ; {
		w := must(s.Actions(ctx, q))(t)
		for _, l := range w.Rows {
			refs = append(refs, l.Ref)
		}
		if q.After == "" && !w.More {
			total = w.Total
		}
		if w.Final {
			return refs, total
		}
		q.After = string(w.Rows[len(w.Rows)-1].ID)
	}
}

// What a filter looks in follows a row: its words, its number, its end.
func TestTheWordsOfALineFollowItsRow(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{Text: "Réviser le décret"})
	a.Text = "Réviser la loi"
	a = must(d.SaveAction(ctx, a))(t)
	for typed, want := range map[string]int{"decret": 0, "loi": 1} {
		if w := must(d.Actions(ctx, query(typed)))(t); w.Total != want {
			t.Errorf("%s: found %d, want %d", typed, w.Total, want)
		}
	}
	behind(t, d.Store, "UPDATE search_line SET folded = ' §action autre '")
	found := false
	for _, f := range must(d.Check(ctx))(t) {
		found = found || f.Kind == register.FindingMisindexed
	}
	if !found {
		t.Error("the check does not see that the words are others")
	}
	must(d.RebuildSearch(ctx))(t)
	for _, f := range must(d.Check(ctx))(t) {
		t.Errorf("after making it anew: %+v", f)
	}
}

// A reference typed to its end is that row's, though it could begin others.
func TestAWholeReferenceIsNotTheBeginningOfOthers(t *testing.T) {
	d := newDesk(t)
	var first committee.Action
	for i := range 25 {
		if a := d.action(committee.Action{}); i == 1 {
			first = a
		}
	}
	for typed, want := range map[string]int{first.Ref: 1, "a2017/02": 1, "A 2017 002": 1, "a-2017-2": 7, "a-2017-025": 1, "a-2017-09": 1} {
		if refs, _ := walkThrough(t, d.Store, register.Query{Filter: typed, Limit: 50}); len(refs) != want {
			t.Errorf("%q leaves %q, want %d", typed, refs, want)
		}
	}
	if refs, _ := walkThrough(t, d.Store, register.Query{Filter: "--"}); len(refs) > 0 && len(refs) != 25 {
		t.Errorf("signs alone leave %q", refs)
	}
}
