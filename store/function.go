package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var functions = keep(noun[committee.Function]{
	kind: committee.KindFunction, table: "post",
	id:    func(v *committee.Function) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Function) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Function) []field {
		return []field{
			to("institution", &v.Institution, committee.FieldInstitution, committee.KindInstitution),
			line("title", &v.Title), derived("title_key", key(v.Title)), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Function) []string { return []string{v.Title} },
	name: naming{
		ref: "''", short: "t.title",
		full: "t.title || ' · ' || (SELECT coalesce(nullif(i.acronym, ''), i.name) FROM institution i WHERE i.id = t.institution)",
	},
})

// ownedBy refuses a function that is not of the institution. Either may be missing.
func ownedBy(ctx context.Context, q querier, function committee.FunctionID, institution committee.InstitutionID) error {
	if function == "" || institution == "" {
		return nil
	}
	f, err := functions.load(ctx, q, string(function))
	if err != nil {
		return err
	}
	if f.Institution != institution {
		return &committee.FieldError{Field: committee.FieldFunction, Reason: committee.ReasonWrongOwner}
	}
	return nil
}

// SaveFunction adds a function at version 0, else revises it. It stays with
// its institution once actions or mandates refer to it.
func (s *Store) SaveFunction(ctx context.Context, f committee.Function) (committee.Function, error) {
	return save(ctx, s, functions, f, func(tx *tx, before, v *committee.Function) error {
		if before == nil || before.Institution == v.Institution {
			return nil
		}
		return inUse(ctx, tx, functions.thing(string(v.ID)))
	})
}

// Functions lists functions by institution and title, with today's holders.
func (s *Store) Functions(ctx context.Context, query register.Query) (register.Window[register.FunctionLine], error) {
	return lookUp(ctx, s, functionListing(s.today()), query)
}

// inForce tells, for SQL, whether the mandate m covers today.
const inForce = "(m.from_date = '' OR m.from_date <= :today) AND (m.to_date = '' OR m.to_date >= :today)"

// holder is, for SQL, the mandate of the titular of the function t today.
const holder = `(SELECT m.id FROM mandate m WHERE m.function = t.id AND m.archived = 0 AND m.kind = 'titular' AND ` + inForce + `
	ORDER BY m.from_date DESC, m.id DESC LIMIT 1)`

func functionListing(today committee.Date) listing[register.FunctionLine] {
	const open = "(SELECT count(*) FROM roadmap_action a WHERE a.function = t.id AND a.pending = 'yes')"
	return listing[register.FunctionLine]{
		columns: "t.id, t.title, t.institution, coalesce(nullif(i.acronym, ''), i.name), coalesce(p.name, ''), " + open + ", t.archived",
		from: `post t JOIN institution i ON i.id = t.institution
			LEFT JOIN mandate h ON h.id = ` + holder + ` LEFT JOIN person p ON p.id = h.person`,
		match: "t.folded || ' ' || i.folded || ' ' || coalesce(p.folded, '')",
		orders: map[string]order{
			"": by("i.name_key", "t.title_key"), "title": by("t.title_key", "i.name_key"), "institution": by("i.name_key", "t.title_key"),
			"holder": known("coalesce(p.name_key, '')", "t.title_key"), "open": by(open, "t.title_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindInstitution: where("t.institution = :of"),
			committee.KindPerson:      where("t.id IN (SELECT function FROM mandate WHERE person = :of AND archived = 0)"),
		},
		args: []any{sql.Named("today", today)},
		scan: func(row scanner) (l register.FunctionLine, err error) {
			err = row.Scan(&l.ID, &l.Title, &l.Of, &l.Institution, &l.Holder, &l.Open, &l.Archived)
			return l, err
		},
	}
}
