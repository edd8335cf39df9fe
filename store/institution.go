package store

import (
	"context"
	"database/sql"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var institutions = keep(noun[committee.Institution]{
	kind: committee.KindInstitution, table: "institution",
	id:    func(v *committee.Institution) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Institution) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Institution) []field {
		return []field{
			line("name", &v.Name), derived("name_key", key(v.Name)), line("acronym", &v.Acronym), derived("acronym_key", key(v.Acronym)),
			plain("kind", &v.Kind), plain("capacity", &v.Capacity), line("contact", &v.Contact), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Institution) []string { return []string{v.Name, v.Acronym, v.Contact} },
	name:  naming{ref: "''", short: "coalesce(nullif(t.acronym, ''), t.name)", full: "t.name"},
})

// openActions are the states in which work is expected, for SQL.
const openActions = "('not_started', 'in_progress', 'blocked')"

// SaveInstitution adds an institution at version 0, else revises it. Two live
// institutions cannot have the same name or the same acronym.
func (s *Store) SaveInstitution(ctx context.Context, i committee.Institution) (committee.Institution, error) {
	return save(ctx, s, institutions, i, nil)
}

// Institutions lists institutions by name.
func (s *Store) Institutions(ctx context.Context, query register.Query) (register.Window[register.InstitutionLine], error) {
	return lookUp(ctx, s, institutionListing(s.today()), query)
}

func institutionListing(today committee.Date) listing[register.InstitutionLine] {
	const posts = "(SELECT count(*) FROM post f WHERE f.institution = t.id AND f.archived = 0)"
	const open = "(SELECT count(*) FROM roadmap_action a WHERE a.institution = t.id AND a.pending = 'yes')"
	const late = "(SELECT count(*) FROM roadmap_action a WHERE a.institution = t.id AND a.pending = 'yes'" +
		" AND a.due_last <> '' AND a.due_last < :today)"
	return listing[register.InstitutionLine]{
		columns: "t.id, t.name, t.acronym, t.kind, t.capacity, t.archived, " + posts + ", " + open + ", " + late,
		from:    "institution t",
		match:   "t.folded",
		orders: map[string]order{
			"": by("t.name_key"), "name": by("t.name_key"), "acronym": known("t.acronym_key", "t.name_key"),
			"kind": by("t.kind", "t.name_key"), "capacity": by("t.capacity", "t.name_key"),
			"functions": by(posts, "t.name_key"), "open": by(open, "t.name_key"), "late": by(late, "t.name_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindGroup:          tied("group_member", "institution", "working_group"),
			committee.KindRecommendation: tied("recommendation_addressee", "institution", "recommendation"),
			committee.KindDecision:       tied("decision_addressee", "institution", "decision"),
			committee.KindAction:         tied("action_support", "institution", "action"),
		},
		args: []any{sql.Named("today", today)},
		scan: func(row scanner) (l register.InstitutionLine, err error) {
			err = row.Scan(&l.ID, &l.Name, &l.Acronym, &l.Kind, &l.Capacity, &l.Archived, &l.Functions, &l.Open, &l.Late)
			return l, err
		},
	}
}
