package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var people = keep(noun[committee.Person]{
	kind: committee.KindPerson, table: "person",
	id:    func(v *committee.Person) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Person) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Person) []field {
		return []field{
			line("name", &v.Name), derived("name_key", key(v.Name)), line("phone", &v.Phone), line("email", &v.Email), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Person) []string { return []string{v.Name, v.Email, v.Phone} },
	name:  naming{ref: "''", short: "t.name", full: "t.name"},
})

// SavePerson adds a person at version 0, else revises it. Two people may have
// the same name.
func (s *Store) SavePerson(ctx context.Context, p committee.Person) (committee.Person, error) {
	return save(ctx, s, people, p, nil)
}

// People lists people by name, with a function held today.
func (s *Store) People(ctx context.Context, query register.Query) (register.Window[register.PersonLine], error) {
	return lookUp(ctx, s, personListing(s.today()), query)
}

func personListing(today committee.Date) listing[register.PersonLine] {
	return listing[register.PersonLine]{
		columns: "t.id, t.name, coalesce(f.title, ''), coalesce(nullif(i.acronym, ''), i.name, ''), t.archived",
		from: `person t LEFT JOIN mandate h ON h.id = (SELECT m.id FROM mandate m
				WHERE m.person = t.id AND m.archived = 0 AND ` + inForce + `
				ORDER BY m.kind <> 'titular', m.from_date DESC, m.id DESC LIMIT 1)
			LEFT JOIN post f ON f.id = h.function LEFT JOIN institution i ON i.id = f.institution`,
		match: "t.folded || ' ' || coalesce(f.folded, '') || ' ' || coalesce(i.folded, '')",
		orders: map[string]order{
			"": by("t.name_key"), "name": by("t.name_key"), "function": known("coalesce(f.title_key, '')", "t.name_key"),
			"institution": known("coalesce(i.name_key, '')", "t.name_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindFunction: where("t.id IN (SELECT person FROM mandate WHERE function = :of AND archived = 0)"),
			committee.KindInstitution: where(`t.id IN (SELECT m.person FROM mandate m JOIN post x ON x.id = m.function
				WHERE x.institution = :of AND m.archived = 0)`),
		},
		args: []any{sql.Named("today", today)},
		scan: func(row scanner) (l register.PersonLine, err error) {
			err = row.Scan(&l.ID, &l.Name, &l.Function, &l.Institution, &l.Archived)
			return l, err
		},
	}
}
