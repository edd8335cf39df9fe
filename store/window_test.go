package store

import (
	"fmt"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func query(filter string) register.Query { return register.Query{Filter: filter} }

// crowd fills a file with institutions of which many sort alike.
func crowd(t *testing.T, s *Store) {
	t.Helper()
	kinds := []committee.InstitutionKind{committee.StateBody, committee.Donor, committee.InstitutionUnsaid}
	for i := range 23 {
		v := committee.Institution{Name: fmt.Sprintf("Élément %02d", 22-i), Kind: kinds[i%3]}
		if i%4 == 0 {
			v.Acronym = fmt.Sprintf("E%d", i)
		}
		must(s.SaveInstitution(ctx, v))(t)
	}
}

func ids(rows []register.InstitutionLine) []string {
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = string(r.ID)
	}
	return all
}

// Whatever the order, walking down and up by windows meets every row once.
func TestWindowsMeetEveryRow(t *testing.T) {
	s := newStore(t)
	crowd(t, s)
	for key := range institutionListing("2017-12-15").orders {
		for _, desc := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s desc=%v", key, desc), func(t *testing.T) {
				q := register.Query{Sort: key, Desc: desc, Limit: 1000}
				all := must(s.Institutions(ctx, q))(t)
				if len(all.Rows) != 23 || all.Total != 23 || !all.First || !all.Final {
					t.Fatalf("all rows: %d of %d, first %v, final %v", len(all.Rows), all.Total, all.First, all.Final)
				}
				q.Limit = 5
				if down := walk(t, s, q, true); !slices.Equal(down, ids(all.Rows)) {
					t.Error("walking down differs")
				}
				q.Last = true
				if up := walk(t, s, q, false); !slices.Equal(up, ids(all.Rows)) {
					t.Error("walking up differs")
				}
				around(t, s, register.Query{Sort: key, Desc: desc, Limit: 6}, ids(all.Rows))
			})
		}
	}
}

func walk(t *testing.T, s *Store, q register.Query, down bool) []string {
	t.Helper()
	var met []string
	for range 10 {
		w := must(s.Institutions(ctx, q))(t)
		got := ids(w.Rows)
		q.Last, q.After, q.Before = false, "", ""
		if down {
			if met = append(met, got...); w.Final {
				return met
			}
			q.After = met[len(met)-1]
			continue
		}
		if met = append(got, met...); w.First {
			return met
		}
		q.Before = met[0]
	}
	t.Fatal("the walk does not end")
	return nil
}

func around(t *testing.T, s *Store, q register.Query, all []string) {
	t.Helper()
	for i, id := range all {
		q.Around = id
		w := must(s.Institutions(ctx, q))(t)
		got := ids(w.Rows)
		at := slices.Index(got, id)
		if len(got) != 6 || at < 0 || !slices.Equal(got, all[i-at:i-at+6]) {
			t.Fatalf("around row %d: %d rows, it is at %d", i, len(got), at)
		}
		if w.First != (i == at) || w.Final != (i-at+6 == len(all)) {
			t.Fatalf("around row %d: first %v, final %v", i, w.First, w.Final)
		}
	}
}

func TestLists(t *testing.T) {
	s := newStore(t)
	crowd(t, s)
	justice := institution(t, s, "Ministère de la Justice", "MJDH")
	must(s.SaveFunction(ctx, committee.Function{Institution: justice.ID, Title: "Secrétaire général"}))(t)
	t.Run("every word is looked for, accents and case aside", func(t *testing.T) {
		w := must(s.Institutions(ctx, query("JUSTICE ministere")))(t)
		if w.Total != 1 || w.Rows[0].ID != justice.ID || w.Rows[0].Functions != 1 {
			t.Errorf("found %+v", w)
		}
		if w = must(s.Institutions(ctx, query("justice absent")))(t); w.Total != 0 || !w.First || !w.Final {
			t.Errorf("found %+v", w)
		}
	})
	t.Run("a character of a pattern is a character", func(t *testing.T) {
		if w := must(s.Institutions(ctx, query("%")))(t); w.Total != 0 {
			t.Errorf("found %d", w.Total)
		}
	})
	t.Run("names in another table are looked in", func(t *testing.T) {
		if w := must(s.Functions(ctx, query("general mjdh")))(t); w.Total != 1 || w.Rows[0].Institution != "MJDH" {
			t.Errorf("found %+v", w)
		}
	})
	t.Run("of another thing", func(t *testing.T) {
		w := must(s.Functions(ctx, register.Query{Of: institutions.thing(string(justice.ID))}))(t)
		if w.Total != 1 {
			t.Errorf("found %+v", w)
		}
		w = must(s.Functions(ctx, register.Query{Of: committee.Thing{Kind: committee.KindArticle, ID: "x"}}))(t)
		if w.Total != 0 {
			t.Errorf("found %+v of a thing that has none", w)
		}
	})
	t.Run("archived rows are apart", func(t *testing.T) {
		gone := institution(t, s, "Partie", "")
		if err := s.Archive(ctx, institutions.thing(string(gone.ID)), 1, false); err != nil {
			t.Fatal(err)
		}
		w := must(s.Institutions(ctx, register.Query{Archived: true}))(t)
		if w.Total != 1 || w.Rows[0].ID != gone.ID || !w.Rows[0].Archived {
			t.Errorf("found %+v", w)
		}
	})
	t.Run("an anchor that is gone starts from the top", func(t *testing.T) {
		w := must(s.Institutions(ctx, register.Query{Around: "nowhere", Limit: 3}))(t)
		if len(w.Rows) != 3 || !w.First {
			t.Errorf("found %+v", w)
		}
	})
}

func TestEveryDirectoryListSorts(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	today := s.today()
	everyOrder(t, s, axisListing())
	everyOrder(t, s, institutionListing(today))
	everyOrder(t, s, functionListing(today))
	everyOrder(t, s, personListing(today))
	everyOrder(t, s, mandateListing(today))
	everyOrder(t, s, groupListing())
	everyOrder(t, s, referenceListing())
}

// everyOrder asks a list in every way it can be asked.
func everyOrder[L any](t *testing.T, s *Store, l listing[L]) {
	t.Helper()
	for key := range l.orders {
		for _, desc := range []bool{false, true} {
			if w := must(lookUp(ctx, s, l, register.Query{Sort: key, Desc: desc}))(t); w.Total == 0 {
				t.Errorf("%s by %q is empty", l.from, key)
			}
		}
	}
	for kind := range l.of {
		must(lookUp(ctx, s, l, register.Query{Of: committee.Thing{Kind: kind, ID: "x"}}))(t)
	}
	for scope := range l.scopes {
		must(lookUp(ctx, s, l, register.Query{Scope: scope, Filter: "x"}))(t)
	}
}

func TestHolders(t *testing.T) {
	s := newStore(t)
	i := institution(t, s, "Justice", "MJ")
	f := must(s.SaveFunction(ctx, committee.Function{Institution: i.ID, Title: "SG"}))(t)
	before := must(s.SavePerson(ctx, committee.Person{Name: "Ancien"}))(t)
	now := must(s.SavePerson(ctx, committee.Person{Name: "Nouvelle"}))(t)
	must(s.SaveMandate(ctx, committee.Mandate{Person: before.ID, Function: f.ID, Kind: committee.Titular, To: "2017-12-14"}))(t)
	must(s.SaveMandate(ctx, committee.Mandate{Person: now.ID, Function: f.ID, Kind: committee.Titular, From: "2017-12-15"}))(t)
	if w := must(s.Functions(ctx, query("")))(t); w.Rows[0].Holder != "Nouvelle" {
		t.Errorf("held by %q", w.Rows[0].Holder)
	}
	w := must(s.Mandates(ctx, register.Query{Scope: register.InForce}))(t)
	if w.Total != 1 || w.Rows[0].Person != "Nouvelle" || !w.Rows[0].InForce {
		t.Errorf("in force: %+v", w.Rows)
	}
	if p := must(s.People(ctx, query("nouvelle")))(t); p.Rows[0].Function != "SG" || p.Rows[0].Institution != "MJ" {
		t.Errorf("found %+v", p.Rows)
	}
}
