package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var references = keep(noun[committee.Reference]{
	kind: committee.KindReference, table: "reference",
	id:    func(v *committee.Reference) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Reference) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Reference) []field {
		return []field{
			plain("kind", &v.Kind), line("title", &v.Title), derived("title_key", key(v.Title)), line("number", &v.Number),
			plain("date", &v.Date), line("period", &v.Period), line("url", &v.URL), plain("amount", &v.Amount), body("remarks", &v.Remarks),
		}
	},
	words: func(v *committee.Reference) []string { return []string{v.Title, v.Number, v.Period} },
	name:  naming{ref: "''", short: "coalesce(nullif(t.number, ''), t.title)", full: "t.title"},
})

// SaveReference adds a reference at version 0, else revises it.
func (s *Store) SaveReference(ctx context.Context, r committee.Reference) (committee.Reference, error) {
	return save(ctx, s, references, r, nil)
}

// References lists references by title.
func (s *Store) References(ctx context.Context, query register.Query) (register.Window[register.ReferenceLine], error) {
	return lookUp(ctx, s, referenceListing(), query)
}

func referenceListing() listing[register.ReferenceLine] {
	return listing[register.ReferenceLine]{
		columns: "t.id, t.kind, t.title, t.number, t.date, t.period, t.archived",
		from:    "reference t",
		match:   "t.folded",
		orders: map[string]order{
			"": by("t.title_key"), "title": by("t.title_key"), "kind": by("t.kind", "t.title_key"), "number": known("t.number", "t.title_key"),
			"date": known("t.date", "t.title_key"), "period": known("t.period", "t.title_key"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindMeeting:        tied("meeting_reference", "reference", "meeting"),
			committee.KindDecision:       tied("decision_reference", "reference", "decision"),
			committee.KindRecommendation: tied("recommendation_reference", "reference", "recommendation"),
			committee.KindGuideline:      tied("guideline_reference", "reference", "guideline"),
			committee.KindAction:         tied("action_reference", "reference", "action"),
		},
		scan: func(row scanner) (l register.ReferenceLine, err error) {
			err = row.Scan(&l.ID, &l.Kind, &l.Title, &l.Number, &l.Date, &l.Period, &l.Archived)
			return l, err
		},
	}
}

// Reference is a document with the live things that rest on it.
func (s *Store) Reference(ctx context.Context, id committee.ReferenceID) (sheet register.ReferenceSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Reference, err = references.load(ctx, q, string(id)); err != nil {
			return err
		}
		by, err := referrers(ctx, q, references.thing(string(id)))
		if err != nil {
			return err
		}
		if sheet.UsedBy, err = named(ctx, q, by); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, references.points(&sheet.Reference))
		return err
	})
	return sheet, err
}
