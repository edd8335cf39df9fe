package store

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestIntroduce(t *testing.T) {
	ctx := context.Background()
	t.Run("a newcomer gets person, institution, function and mandate in one journal entry", func(t *testing.T) {
		s := newStore(t)
		p, err := s.Introduce(ctx, register.Introduction{
			Name: "Awa Exemple", InstitutionName: "Ministère de la Justice", FunctionTitle: "Secrétaire", Kind: committee.Titular,
		})
		if err != nil {
			t.Fatal(err)
		}
		held, err := s.Mandates(ctx, register.Query{Of: committee.Thing{Kind: committee.KindPerson, ID: string(p.ID)}})
		if err != nil || len(held.Rows) != 1 || held.Rows[0].Function != "Secrétaire" || held.Rows[0].Institution != "Ministère de la Justice" {
			t.Errorf("mandates: %+v, %v", held.Rows, err)
		}
		if n := journalLines(t, s); n != 1 {
			t.Errorf("%d journal entries, want 1", n)
		}
	})
	t.Run("a function without an institution is refused and nothing is kept", func(t *testing.T) {
		s := newStore(t)
		_, err := s.Introduce(ctx, register.Introduction{Name: "Awa Exemple", FunctionTitle: "Secrétaire", Kind: committee.Titular})
		fieldError(t, err, committee.FieldInstitution, committee.ReasonRequired)
		if n := journalLines(t, s); n != 0 {
			t.Errorf("%d journal entries, want none", n)
		}
	})
	t.Run("an institution known by its acronym is taken, not made again", func(t *testing.T) {
		s := newStore(t)
		known, err := s.SaveInstitution(ctx, committee.Institution{Name: "Ministère de la Justice", Acronym: "MJ"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Introduce(ctx, register.Introduction{Name: "Awa Exemple", InstitutionName: "mj", FunctionTitle: "Secrétaire", Kind: committee.Titular}); err != nil {
			t.Fatal(err)
		}
		all, err := s.Institutions(ctx, register.Query{})
		if err != nil || all.Total != 1 || all.Rows[0].ID != known.ID {
			t.Errorf("institutions: %+v, %v", all.Rows, err)
		}
	})
}
