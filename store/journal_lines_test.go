package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// lineIDs are the numbers of lines; a place where the search stopped is negative.
func lineIDs(w register.Window[register.JournalLine]) []int64 {
	var all []int64
	for _, l := range w.Rows {
		if l.Cut {
			all = append(all, -l.Seq)
			continue
		}
		all = append(all, l.Seq)
	}
	return all
}

// padded appends lines to a journal that nobody checks, of one author each
// thousand, all about one thing.
func padded(t testing.TB, s *Store, lines int) {
	t.Helper()
	_, err := s.writer.ExecContext(ctx, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
		INSERT INTO journal (seq, at, actor, actor_name, verb, kind, id, why, reverts, hash)
		SELECT (SELECT coalesce(max(seq), 0) FROM journal) + i, '2017-12-15T10:15:00Z', '', 'Remplissage ' || (i / 1000 % 20), 'revise', 'action', 'x', '', 0, printf('%064d', i)
		FROM n`, lines)
	if err != nil {
		t.Fatal(err)
	}
}

func TestJournalWindows(t *testing.T) {
	s := newStore(t)
	for i := range 12 {
		must(s.As(committee.Actor{Name: []string{"Awa", "Issa"}[i%2]}).SavePerson(ctx, committee.Person{Name: fmt.Sprint("Personne ", i)}))(t)
	}
	for name, tt := range map[string]struct {
		query        register.Query
		want         []int64
		total        int
		first, final bool
	}{
		"the latest first": {register.Query{Limit: 3}, []int64{12, 11, 10}, 12, true, false},
		"those after one":  {register.Query{Limit: 3, After: "10"}, []int64{9, 8, 7}, 12, false, false},
		"the last ones":    {register.Query{Limit: 3, After: "3"}, []int64{2, 1}, 12, false, true},
		"those before one": {register.Query{Limit: 3, Before: "5"}, []int64{8, 7, 6}, 12, false, false},
		"up to the first":  {register.Query{Limit: 3, Before: "10"}, []int64{12, 11}, 12, true, false},
		"around one":       {register.Query{Limit: 4, Around: "6"}, []int64{8, 7, 6, 5}, 12, false, false},
		"from the oldest":  {register.Query{Limit: 3, Last: true}, []int64{3, 2, 1}, 12, false, true},
		"no such line":     {register.Query{Limit: 2, Around: "x"}, []int64{12, 11}, 12, true, false},
		"by one author":    {register.Query{Limit: 2, Journal: register.JournalFilter{Signed: true, By: register.Author{Name: "Issa"}}}, []int64{12, 10}, 6, true, false},
		"by words":         {register.Query{Filter: "personne ISSA"}, []int64{12, 10, 8, 6, 4, 2}, 6, true, true},
		"by words after":   {register.Query{Filter: "issa", Limit: 2, After: "8"}, []int64{6, 4}, -1, false, false},
		"no such words":    {register.Query{Filter: "zzz"}, nil, 0, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := must(s.Journal(ctx, tt.query))(t)
			if got := lineIDs(w); !slices.Equal(got, tt.want) || w.Total != tt.total || w.First != tt.first || w.Final != tt.final {
				t.Errorf("lines %v of %d, first %v, final %v", got, w.Total, w.First, w.Final)
			}
		})
	}
}

func TestJournalNarrowed(t *testing.T) {
	d := newDesk(t) // lines 1 to 5
	issa := register.Author{Person: d.person.ID, Name: d.person.Name}
	other := d.As(committee.Actor{Person: issa.Person, Name: issa.Name})
	a := d.action(committee.Action{Due: "2018-01-31", Text: "Équiper le centre"})                                                    // 6
	a = must(other.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-06-30", Reason: "Décret attendu"}))(t) // 7
	a = must(other.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Loué"}))(t)                                  // 8
	u := must(d.Action(ctx, a.ID))(t).Updates[0]
	must(d.ConfirmUpdate(ctx, u.ID, u.Version, committee.Yes, d.person.ID, "2017-12-15", ""))(t) // 9
	undone(t, d.Store)                                                                           // 10
	for name, tt := range map[string]struct {
		query register.Query
		want  []int64
	}{
		"one's own":         {register.Query{Scope: register.MyChanges}, []int64{10, 9, 6, 5, 4, 3, 2, 1}},
		"others'":           {register.Query{Scope: register.OtherChanges}, []int64{8, 7}},
		"others' since":     {register.Query{Scope: register.SinceVisit, Journal: register.JournalFilter{Seen: 7}}, []int64{8}},
		"of a kind":         {register.Query{Journal: register.JournalFilter{Kind: committee.KindInstitution}}, []int64{2, 1}},
		"of a group":        {register.Query{Journal: register.JournalFilter{Verbs: register.Delays}}, []int64{7}},
		"of both":           {register.Query{Journal: register.JournalFilter{Verbs: register.Reports, Kind: committee.KindAction, Signed: true, By: issa}}, []int64{8}},
		"from a day":        {register.Query{Journal: register.JournalFilter{Since: "2017-12-15", Kind: committee.KindMandate}}, []int64{5}},
		"from a later day":  {register.Query{Journal: register.JournalFilter{Since: "2017-12-16"}}, nil},
		"by the reason":     {register.Query{Filter: "decret"}, []int64{7}},
		"by the reference":  {register.Query{Filter: "a-2017-01"}, []int64{10, 9, 8, 7, 6}},
		"by words of both":  {register.Query{Filter: "moussa equiper"}, []int64{8, 7}},
		"about one thing":   {register.Query{Of: actions.thing(string(a.ID))}, []int64{10, 9, 8, 7, 6}},
		"about one, words":  {register.Query{Of: actions.thing(string(a.ID)), Filter: "decret moussa"}, []int64{7}},
		"about one, by one": {register.Query{Of: actions.thing(string(a.ID)), Scope: register.OtherChanges}, []int64{8, 7}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := lineIDs(must(d.Journal(ctx, tt.query))(t)); !slices.Equal(got, tt.want) {
				t.Errorf("lines %v, want %v", got, tt.want)
			}
		})
	}
	t.Run("who signed", func(t *testing.T) {
		if got := must(d.JournalAuthors(ctx))(t); !slices.Equal(got, []register.Author{{Name: "Awa Traoré"}, issa}) {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("a line with what it changed", func(t *testing.T) {
		s := must(d.JournalLine(ctx, 9))(t)
		if !s.Line.Undone || s.Fate == nil || s.Fate.Seq != 10 || len(s.Changes) != 1 || s.Changes[0].Thing.ID != string(u.ID) ||
			s.Names[people.thing(string(d.person.ID))].Full != d.person.Name {
			t.Errorf("got %+v", s)
		}
	})
}

// What no index answers is looked for in a bounded run of lines; the window
// says where it stopped, and goes on from there when it is asked to.
func TestASearchForRareLinesStopsAndGoesOn(t *testing.T) {
	s := newStore(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Aiguille"}))(t)
	padded(t, s, 3*wordBudget)
	query := register.Query{Filter: "aiguille"}
	w := must(s.Journal(ctx, query))(t)
	if len(w.Rows) != 1 || !w.Rows[0].Cut || !w.Final || w.Rows[0].Seq != 2*wordBudget+2 || w.Rows[0].At == "" || w.Total != -1 {
		t.Errorf("it stopped with %+v", w)
	}
	query.After = cutMark + fmt.Sprint(w.Rows[0].Seq)
	if w = must(s.Journal(ctx, query))(t); len(w.Rows) != 1 || !w.Rows[0].Cut || w.Rows[0].Seq != wordBudget+2 {
		t.Errorf("it went on to %+v", w)
	}
	query.After, query.Journal.Deep = "", 1
	if w = must(s.Journal(ctx, query))(t); len(w.Rows) != 1 || w.Rows[0].Cut || w.Rows[0].Seq != 1 {
		t.Errorf("four times as deep it found %+v", w)
	}
	t.Run("not where an index answers", func(t *testing.T) {
		w := must(s.Journal(ctx, register.Query{Scope: register.MyChanges}))(t)
		if got := lineIDs(w); !slices.Equal(got, []int64{1}) || w.Total != 1 {
			t.Errorf("got %v", got)
		}
	})
	t.Run("upwards too", func(t *testing.T) {
		w := must(s.Journal(ctx, register.Query{Filter: "zzz", Last: true}))(t)
		if got := lineIDs(w); !slices.Equal(got, []int64{-wordBudget}) || !w.First {
			t.Errorf("got %v, %v", got, w.First)
		}
	})
}

func TestSinceAVisit(t *testing.T) {
	d := newDesk(t)
	seen := must(d.LastLine(ctx))(t)
	other := d.As(committee.Actor{Name: "Issa"})
	if since := must(d.Since(ctx, seen))(t); since.Total != 0 || len(since.Groups) != 0 {
		t.Errorf("nothing was done, and it counts %+v", since)
	}
	for range 3 {
		a := must(other.SaveAction(ctx, committee.Action{Text: "Faire", Due: "2018-01-31"}))(t)
		must(other.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-06-30", Reason: "retard"}))(t)
		d.action(committee.Action{})
	}
	must(other.SavePerson(ctx, committee.Person{Name: "Y"}))(t)
	since := must(d.Since(ctx, seen))(t)
	want := []register.GroupCount{{Group: register.Additions, Count: 4}, {Group: register.Delays, Count: 3}}
	if since.Total != 7 || since.More || !slices.Equal(since.Groups, want) {
		t.Errorf("it counts %+v", since)
	}
	padded(t, d.Store, 2_000)
	if since := must(d.Since(ctx, seen))(t); since.Total != 1_000 || !since.More {
		t.Errorf("of many it counts %d, %v", since.Total, since.More)
	}
	if since := must(d.Since(ctx, 1_000_000))(t); since.Total != 0 {
		t.Errorf("after the last line it counts %+v", since)
	}
}

func TestEveryVerbIsInAGroup(t *testing.T) {
	for _, g := range register.VerbGroups {
		if len(g.Verbs()) == 0 {
			t.Errorf("%s has no verbs", g)
		}
	}
	if g := register.GroupOf(committee.VerbExtend); g != register.Delays {
		t.Errorf("an extension is in %q", g)
	}
}

// What the journal's screens ask costs the same whatever its length.
func BenchmarkJournal(b *testing.B) {
	for _, lines := range []int{500, 500_000} {
		store, err := Create(filepath.Join(b.TempDir(), "b.suivi"), options())
		if err != nil {
			b.Fatal(err)
		}
		defer store.Close()
		if _, err := store.SavePerson(ctx, committee.Person{Name: "Aiguille"}); err != nil {
			b.Fatal(err)
		}
		padded(b, store, lines)
		for name, query := range map[string]register.Query{
			"first": {}, "middle": {Around: fmt.Sprint(lines / 2)}, "mine": {Scope: register.MyChanges}, "others": {Scope: register.OtherChanges},
			"kind": {Journal: register.JournalFilter{Kind: committee.KindPerson}}, "rare words": {Filter: "aiguille"},
			"history": {Of: committee.Thing{Kind: committee.KindPerson, ID: "none"}}, "rare verb": {Journal: register.JournalFilter{Verbs: register.Delays}}, "day": {Journal: register.JournalFilter{Since: "2018-01-01"}},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, lines), func(b *testing.B) {
				for b.Loop() {
					if _, err := store.Journal(ctx, query); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("undo/%d", lines), func(b *testing.B) {
			for b.Loop() {
				if _, err := store.NextUndo(ctx); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
