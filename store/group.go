package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var groups = keep(noun[committee.Group]{
	kind: committee.KindGroup, table: "working_group",
	id:    func(v *committee.Group) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Group) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Group) []field {
		return []field{
			line("name", &v.Name), derived("name_key", key(v.Name)), line("acronym", &v.Acronym), plain("kind", &v.Kind),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting), body("purpose", &v.Purpose),
			to("chair", &v.Chair, committee.FieldChair, committee.KindPerson),
			to("rapporteur", &v.Rapporteur, committee.FieldRapporteur, committee.KindPerson), body("remarks", &v.Remarks),
		}
	},
	lists: func(v *committee.Group) []child {
		return []child{ties("group_member", "working_group", "institution", &v.Members, committee.FieldMembers, committee.KindInstitution)}
	},
	words: func(v *committee.Group) []string { return []string{v.Name, v.Acronym} },
	name:  naming{ref: "''", short: "coalesce(nullif(t.acronym, ''), t.name)", full: "t.name"},
})

// SaveGroup adds a group at version 0, else revises it.
func (s *Store) SaveGroup(ctx context.Context, g committee.Group) (committee.Group, error) {
	return save(ctx, s, groups, g, nil)
}

// Groups lists groups by name.
func (s *Store) Groups(ctx context.Context, query register.Query) (register.Window[register.GroupLine], error) {
	return lookUp(ctx, s, groupListing(), query)
}

func groupListing() listing[register.GroupLine] {
	const put = "(SELECT count(*) FROM recommendation r WHERE r.working_group = t.id AND r.archived = 0)"
	const members = "(SELECT count(*) FROM group_member g WHERE g.working_group = t.id)"
	return listing[register.GroupLine]{
		columns: "t.id, t.name, t.acronym, t.kind, coalesce(p.name, ''), t.archived, " + put + ", " + members,
		from:    "working_group t LEFT JOIN person p ON p.id = t.rapporteur",
		match:   "t.folded || ' ' || coalesce(p.folded, '')",
		orders: map[string]order{
			"": by("t.name_key"), "name": by("t.name_key"), "acronym": known("t.acronym", "t.name_key"), "kind": by("t.kind", "t.name_key"),
			"rapporteur": known("coalesce(p.name_key, '')", "t.name_key"), "recommendations": by(put, "t.name_key"), "members": by(members, "t.name_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindMeeting:     where("t.meeting = :of"),
			committee.KindInstitution: tied("group_member", "working_group", "institution"),
			committee.KindPerson:      where("(t.chair = :of OR t.rapporteur = :of)"),
		},
		scan: func(row scanner) (l register.GroupLine, err error) {
			err = row.Scan(&l.ID, &l.Name, &l.Acronym, &l.Kind, &l.Rapporteur, &l.Archived, &l.Recommendations, &l.Members)
			return l, err
		},
	}
}
