package store

import (
	"errors"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestDirectorySheets(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	t.Run("an institution with its work", func(t *testing.T) {
		sheet := must(s.Institution(ctx, committee.InstitutionID(w[committee.KindInstitution])))(t)
		if len(sheet.Functions) != 1 || len(sheet.Groups) != 1 || len(sheet.Actions) != 1 || len(sheet.Supports) != 1 || len(sheet.Recommendations) != 1 {
			t.Errorf("got %+v", sheet)
		}
	})
	t.Run("a function with its holders", func(t *testing.T) {
		sheet := must(s.Function(ctx, committee.FunctionID(w[committee.KindFunction])))(t)
		if len(sheet.Mandates) != 1 || sheet.Mandates[0].Person != "Awa Traoré" || len(sheet.Actions) != 0 {
			t.Errorf("got %+v", sheet)
		}
		open := must(s.SaveAction(ctx, committee.Action{Text: "Former", Function: sheet.Function.ID}))(t)
		sheet = must(s.Function(ctx, sheet.Function.ID))(t)
		if len(sheet.Actions) != 1 || sheet.Actions[0].ID != open.ID {
			t.Errorf("the open action is not the one listed: %+v", sheet.Actions)
		}
	})
}

func TestSheetsOfPeopleAndGroups(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	source := committee.Thing{Kind: committee.KindReference, ID: w[committee.KindReference]}
	t.Run("a person with their mandates", func(t *testing.T) {
		sheet := must(s.Person(ctx, committee.PersonID(w[committee.KindPerson])))(t)
		if len(sheet.Mandates) != 1 || sheet.Mandates[0].Institution != "MJ" {
			t.Errorf("got %+v", sheet)
		}
	})
	t.Run("a group with what it put", func(t *testing.T) {
		sheet := must(s.Group(ctx, committee.GroupID(w[committee.KindGroup])))(t)
		if len(sheet.Recommendations) != 1 || len(sheet.Actions) != 1 || len(sheet.Meetings) != 1 {
			t.Errorf("got %+v", sheet)
		}
	})
	t.Run("a reference with what rests on it", func(t *testing.T) {
		sheet := must(s.Reference(ctx, committee.ReferenceID(w[committee.KindReference])))(t)
		if len(sheet.UsedBy) < 5 || sheet.UsedBy[0].Text == "" {
			t.Errorf("used by %+v", sheet.UsedBy)
		}
	})
	t.Run("names every thing it points at, its source included", func(t *testing.T) {
		sheet := must(s.Group(ctx, committee.GroupID(w[committee.KindGroup])))(t)
		for _, thing := range []committee.Thing{source, groups.thing(string(sheet.Group.ID)), people.thing(w[committee.KindPerson])} {
			if sheet.Names[thing] == (register.Name{}) {
				t.Errorf("%v has no name", thing)
			}
		}
	})
	t.Run("what is not in the file is not found", func(t *testing.T) {
		for name, ask := range map[string]func() error{
			"institution": func() error { _, err := s.Institution(ctx, "x"); return err },
			"function":    func() error { _, err := s.Function(ctx, "x"); return err },
			"person":      func() error { _, err := s.Person(ctx, "x"); return err },
			"group":       func() error { _, err := s.Group(ctx, "x"); return err },
			"reference":   func() error { _, err := s.Reference(ctx, "x"); return err },
			"axis":        func() error { _, err := s.Axis(ctx, "x"); return err },
			"mandate":     func() error { _, err := s.Mandate(ctx, "x"); return err },
			"any kind":    func() error { return s.Archive(ctx, committee.Thing{Kind: "dossier", ID: "x"}, 1, true) },
		} {
			if err := ask(); !errors.Is(err, committee.ErrNotFound) {
				t.Errorf("%s: got %v", name, err)
			}
		}
	})
}

func TestANewAxisIsLast(t *testing.T) {
	s := newStore(t)
	for _, name := range []string{"Prévention", "Poursuites", "Coordination"} {
		must(s.SaveAxis(ctx, committee.Axis{Name: name, Kind: committee.AxisOfPlan}))(t)
	}
	if w := must(s.Axes(ctx, register.Query{}))(t); w.Rows[2].Name != "Coordination" || w.Rows[2].Position != 3 {
		t.Errorf("got %+v", w.Rows)
	}
}
