package store

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"suivi/internal/committee"
)

func TestJournal(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	t.Run("holds the whole of a thing, lists and versions included", func(t *testing.T) {
		for kind, id := range w {
			logged := must(lastImage(ctx, s.reader, committee.Thing{Kind: kind, ID: id}))(t)
			now := must(json.Marshal(must(keepers[kind].find(ctx, s.reader, id))(t)))(t)
			if logged != string(now) {
				t.Errorf("%s is logged as\n%s, want\n%s", kind, logged, now)
			}
		}
	})
	t.Run("says who did what, when, to which thing", func(t *testing.T) {
		i := institution(t, s.As(committee.Actor{Person: "p1", Name: "Issa Koné"}), "Santé", "MS")
		c := must(s.Changes(ctx, institutions.thing(string(i.ID)), 10))(t)
		if len(c) != 1 || c[0].Actor != "Issa Koné" || c[0].Verb != committee.VerbAdd || c[0].At != clock.UTC().Format(time.RFC3339Nano) ||
			c[0].Thing != institutions.thing(string(i.ID)) || c[0].Name.Short != "MS" {
			t.Errorf("got %+v", c)
		}
	})
	t.Run("keeps what was there before", func(t *testing.T) {
		i := institution(t, s, "Avant", "")
		i.Name = "Après"
		must(s.SaveInstitution(ctx, i))(t)
		e := must(journalAfter(ctx, s.reader, int64(journalLines(t, s)-1), 1))(t)[0]
		var before committee.Institution
		if err := json.Unmarshal([]byte(e.Changes[0].Before), &before); err != nil || before.Name != "Avant" || before.Version != 1 {
			t.Errorf("before is %s, %v", e.Changes[0].Before, err)
		}
	})
}

func TestOneUseCaseIsOneLine(t *testing.T) {
	s := newStore(t)
	t.Run("a use case that fails leaves no trace", func(t *testing.T) {
		lines := journalLines(t, s)
		failed := errors.New("no")
		err := s.write(ctx, committee.VerbAdd, committee.Thing{Kind: committee.KindPerson}, "", func(tx *tx) error {
			must(people.save(ctx, tx, committee.Person{Name: "Fantôme"}))(t)
			return failed
		})
		if !errors.Is(err, failed) || journalLines(t, s) != lines {
			t.Errorf("got %v and %d lines", err, journalLines(t, s)-lines)
		}
		if p := must(s.People(ctx, query("fantome")))(t); p.Total != 0 {
			t.Error("it was kept")
		}
	})
	t.Run("one use case over several rows is one line", func(t *testing.T) {
		lines := journalLines(t, s)
		err := s.write(ctx, committee.VerbLoad, committee.Thing{Kind: committee.KindPerson}, "modèle", func(tx *tx) error {
			for _, name := range []string{"Une", "Deux"} {
				p := must(people.save(ctx, tx, committee.Person{Name: name}))(t)
				p.Phone = "1"
				must(people.save(ctx, tx, p))(t)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		e := must(journalAfter(ctx, s.reader, int64(lines), 10))(t)
		if len(e) != 1 || len(e[0].Changes) != 2 || e[0].Why != "modèle" || e[0].Changes[1].Before != "" {
			t.Errorf("got %+v", e)
		}
	})
}

func TestNumbersAreNeverGivenTwice(t *testing.T) {
	s := newStore(t)
	mark := func(year int) committee.Mark { return must(giveMark(ctx, s.reader, committee.KindAction, year))(t) }
	add := func(m committee.Mark) committee.Action {
		a := committee.Action{Mark: m, On: "2017-12-15", Text: "Faire", Implementation: committee.Implementation{State: committee.NotStarted}}
		return must(save(ctx, s, actions, a, func(_ *tx, _, v *committee.Action) error { v.Mark = m; return nil }))(t)
	}
	if m := mark(2017); m.Ref != "A-2017-01" {
		t.Errorf("first is %+v", m)
	}
	a := add(mark(2017))
	if err := s.Archive(ctx, actions.thing(string(a.ID)), 1, false); err != nil {
		t.Fatal(err)
	}
	if m := mark(2017); m.Ref != "A-2017-02" {
		t.Errorf("after an archived one: %+v", m)
	}
	if m := mark(2018); m.Ref != "A-2018-01" {
		t.Errorf("another year starts with %+v", m)
	}
}

func TestCompletion(t *testing.T) {
	s := newStore(t)
	justice := institution(t, s, "Ministère de la Justice", "MJDH")
	institution(t, s, "Office des Nations unies contre la drogue et le crime", "ONUDC")
	institution(t, s, "Ordre des avocats · Justice pour tous", "")
	other := institution(t, s, "Direction de l'Éducation", "DE")
	must(s.SaveFunction(ctx, committee.Function{Institution: justice.ID, Title: "Secrétaire général"}))(t)
	must(s.SaveFunction(ctx, committee.Function{Institution: other.ID, Title: "Secrétaire"}))(t)
	for typed, want := range map[string]string{"onu": "ONUDC", "MJ": "MJDH", "justice min": "MJDH", "education": "DE", "l'edu": "DE", "ordre": "Ordre des avocats · Justice pour tous"} {
		o := must(s.Complete(ctx, committee.KindInstitution, typed, committee.Thing{}, 5))(t)
		if len(o) == 0 || o[0].Label != want {
			t.Errorf("%q offers %+v, want %s first", typed, o, want)
		}
	}
	if o := must(s.Complete(ctx, committee.KindFunction, "secr", institutions.thing(string(justice.ID)), 5))(t); len(o) != 1 || o[0].Label != "Secrétaire général" {
		t.Errorf("functions of Justice: %+v", o)
	}
	if o := must(s.Complete(ctx, committee.KindInstitution, "", committee.Thing{}, 2))(t); len(o) != 2 {
		t.Errorf("nothing typed offers %+v", o)
	}
	if o := must(s.Complete(ctx, committee.KindInstitution, "zzz", committee.Thing{}, 2))(t); len(o) != 0 {
		t.Errorf("offers %+v", o)
	}
}
