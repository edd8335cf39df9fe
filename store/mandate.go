package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var mandates = keep(noun[committee.Mandate]{
	kind: committee.KindMandate, table: "mandate",
	id:    func(v *committee.Mandate) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Mandate) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Mandate) []field {
		return []field{
			to("person", &v.Person, committee.FieldPerson, committee.KindPerson),
			to("function", &v.Function, committee.FieldFunction, committee.KindFunction),
			plain("kind", &v.Kind), plain("from_date", &v.From), plain("to_date", &v.To), line("act", &v.Act), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Mandate) []string { return []string{v.Act} },
	name: naming{
		ref: "''", short: "(SELECT p.name FROM person p WHERE p.id = t.person)",
		full: "(SELECT p.name FROM person p WHERE p.id = t.person) || ' · ' || (SELECT f.title FROM post f WHERE f.id = t.function)",
	},
})

// SaveMandate adds a mandate at version 0, else revises it.
func (s *Store) SaveMandate(ctx context.Context, m committee.Mandate) (committee.Mandate, error) {
	return save(ctx, s, mandates, m, nil)
}

// EndMandate closes a mandate on a day, the last one it covers.
func (s *Store) EndMandate(ctx context.Context, id committee.MandateID, version int, on committee.Date) (committee.Mandate, error) {
	return alter(ctx, s, mandates, committee.VerbEnd, string(id), version, "", func(m committee.Mandate) (committee.Mandate, error) {
		return m.End(on)
	})
}

// Mandate is one mandate.
func (s *Store) Mandate(ctx context.Context, id committee.MandateID) (m committee.Mandate, err error) {
	err = s.read(ctx, func(q querier) error {
		m, err = mandates.load(ctx, q, string(id))
		return err
	})
	return m, err
}

// Mandates lists mandates by person; of a person, a function or an institution.
func (s *Store) Mandates(ctx context.Context, query register.Query) (register.Window[register.MandateLine], error) {
	return lookUp(ctx, s, mandateListing(s.today()), query)
}

func mandateListing(today committee.Date) listing[register.MandateLine] {
	const covers = "((t.from_date = '' OR t.from_date <= :today) AND (t.to_date = '' OR t.to_date >= :today))"
	return listing[register.MandateLine]{
		columns: `t.id, t.person, t.function, p.name, f.title, coalesce(nullif(i.acronym, ''), i.name),
			t.kind, t.from_date, t.to_date, t.archived, ` + covers,
		from:  "mandate t JOIN person p ON p.id = t.person JOIN post f ON f.id = t.function JOIN institution i ON i.id = f.institution",
		match: "p.folded || ' ' || f.folded || ' ' || i.folded || ' ' || t.folded",
		orders: map[string]order{
			"": by("p.name_key"), "person": by("p.name_key"), "function": by("f.title_key", "p.name_key"),
			"institution": by("i.name_key", "p.name_key"), "kind": by("t.kind", "p.name_key"), "from": known("t.from_date"),
			"to": by("coalesce(nullif(t.to_date, ''), '9999')", "t.from_date"), "in_force": by(covers, "p.name_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindPerson: where("t.person = :of"), committee.KindFunction: where("t.function = :of"), committee.KindInstitution: where("f.institution = :of"),
		},
		scopes: map[register.Scope]narrowing{register.InForce: where(covers)},
		args:   []any{sql.Named("today", today)},
		scan: func(row scanner) (l register.MandateLine, err error) {
			err = row.Scan(&l.ID, &l.PersonID, &l.FunctionID, &l.Person, &l.Function, &l.Institution, &l.Kind, &l.From, &l.To, &l.Archived, &l.InForce)
			return l, err
		},
	}
}

// heldBy lists the mandates of a thing, the latest first.
func heldBy(ctx context.Context, q querier, today committee.Date, of committee.Thing, cut *register.Cut) ([]register.MandateLine, error) {
	return mandateListing(today).first(ctx, q, register.Query{Of: of, Sort: "to", Desc: true}, register.PartMandates, cut)
}
