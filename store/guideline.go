package store

import (
	"context"

	"suivi/internal/committee"
)

var guidelines = keep(noun[committee.Guideline]{
	kind: committee.KindGuideline, table: "guideline",
	id:    func(v *committee.Guideline) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Guideline) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Guideline) []field {
		return []field{
			plain("number", &v.Number), line("heading", &v.Heading), body("purpose", &v.Purpose), body("legal_basis", &v.LegalBasis),
			plain("state", &v.State), plain("since", &v.Since),
			to("adopted_at", &v.AdoptedAt, committee.FieldMeeting, committee.KindMeeting),
			plain("adopted_on", &v.AdoptedOn), plain("in_force_on", &v.InForceOn), body("reason", &v.Reason),
			to("axis", &v.Axis, committee.FieldAxis, committee.KindAxis),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting), body("remarks", &v.Remarks),
		}
	},
	lists: func(v *committee.Guideline) []child {
		return []child{ties("guideline_reference", "guideline", "reference", &v.References, committee.FieldReferences, committee.KindReference)}
	},
	words: func(v *committee.Guideline) []string { return []string{v.Heading, v.Purpose} },
	name:  naming{ref: "coalesce(nullif(CAST(t.number AS TEXT), '0'), '')", short: "t.heading", full: "t.heading"},
})

// SaveGuideline adds a guideline, whose text is missing until an article has
// one, under the next number when it has none; or revises one. The state never
// changes by a revision.
func (s *Store) SaveGuideline(ctx context.Context, g committee.Guideline) (committee.Guideline, error) {
	return save(ctx, s, guidelines, g, func(tx *tx, before, v *committee.Guideline) (err error) {
		if before == nil {
			v.State, v.Since, v.Reason = committee.TextMissing, "", ""
			v.AdoptedAt, v.AdoptedOn, v.InForceOn = "", "", ""
			if v.Number == 0 {
				v.Number, err = next(ctx, tx, "number", "guideline", "number > 0")
			}
			return err
		}
		v.State, v.Since, v.Reason = before.State, before.Since, before.Reason
		v.AdoptedAt, v.AdoptedOn, v.InForceOn = before.AdoptedAt, before.AdoptedOn, before.InForceOn
		if v.Number == 0 {
			v.Number = before.Number
		}
		return nil
	})
}

// AdvanceGuideline changes the state of a guideline: VerbExamine, VerbAdopt,
// VerbEnforce, VerbReopen (for revision) or VerbRepeal. Adopting it adopts the
// wordings of its articles, of which one at least must have a text.
func (s *Store) AdvanceGuideline(ctx context.Context, id committee.GuidelineID, version int, verb committee.Verb, r committee.Ruling) (g committee.Guideline, err error) {
	r = s.ruled(r)
	err = s.write(ctx, verb, guidelines.thing(string(id)), r.Reason, func(tx *tx) error {
		g, err = guidelines.change(ctx, tx, string(id), version, func(g committee.Guideline) (committee.Guideline, error) {
			return g.Advance(verb, r)
		})
		if err != nil || verb != committee.VerbAdopt {
			return err
		}
		return adoptArticles(ctx, tx, g, r)
	})
	return g, err
}

func adoptArticles(ctx context.Context, tx *tx, g committee.Guideline, r committee.Ruling) error {
	all, err := articles.loadAll(ctx, tx, "WHERE guideline = ? AND archived = 0 AND text <> '' ORDER BY number", g.ID)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return &committee.RefusedError{Verb: committee.VerbAdopt, Kind: committee.KindGuideline, Reason: committee.ReasonNoText}
	}
	for _, a := range all {
		if a.Words, err = a.Words.Adopt(r.Meeting, r.On); err != nil {
			return err
		}
		if _, err := articles.save(ctx, tx, a); err != nil {
			return err
		}
	}
	return nil
}
