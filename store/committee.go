package store

import (
	"context"

	"suivi/internal/committee"
)

var committees = keep(noun[committee.Committee]{
	kind: committee.KindCommittee, table: "committee", fixed: true,
	id:    func(v *committee.Committee) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Committee) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Committee) []field {
		q, n := &v.Quorum, &v.Numbers
		return []field{
			line("name", &v.Name), line("acronym", &v.Acronym), lines("aliases", &v.Aliases), body("legal_basis", &v.LegalBasis),
			body("header", &v.Header), plain("language", &v.Language), plain("quorum_base", &q.Base),
			plain("quorum_numerator", &q.Numerator), plain("quorum_denominator", &q.Denominator), plain("quorum_number", &q.Number),
			plain("quorum_proxies", &q.Proxies), plain("quorum_max_proxies", &q.MaxProxies), plain("quorum_remote", &q.Remote),
			plain("quorum_casting_vote", &q.CastingVote), line("number_recommendation", &n.Recommendation), line("number_action", &n.Action),
			line("number_decision", &n.Decision), line("number_meeting", &n.Meeting), plain("notice_days", &v.NoticeDays),
			plain("circulation_days", &v.CirculationDays), body("signatories", &v.Signatories), plain("late_items", &v.LateItems),
			body("remarks", &v.Remarks), line("confidentiality", &v.Confidentiality), body("distribution", &v.Distribution),
		}
	},
	words: func(v *committee.Committee) []string { return append([]string{v.Name, v.Acronym}, v.Aliases...) },
	name:  naming{ref: "''", short: "coalesce(nullif(t.acronym, ''), t.name)", full: "t.name"},
})

// theCommittee is the committee of the file; before the first save, what a
// committee starts with.
func theCommittee(ctx context.Context, q querier) (committee.Committee, error) {
	found, err := committees.loadAll(ctx, q, "")
	if err != nil || len(found) > 0 {
		if err != nil {
			return committee.Committee{}, err
		}
		return found[0], nil
	}
	return committee.Committee{Language: committee.French, Numbers: committee.DefaultNumbering()}, nil
}

// Committee is the committee of the file; before the first save, what a
// committee starts with, at version 0.
func (s *Store) Committee(ctx context.Context) (c committee.Committee, err error) {
	err = s.read(ctx, func(q querier) error {
		c, err = theCommittee(ctx, q)
		return err
	})
	return c, err
}

// SaveCommittee adds the committee at version 0, else revises it. A file has
// one: adding a second is a conflict with the first.
func (s *Store) SaveCommittee(ctx context.Context, c committee.Committee) (committee.Committee, error) {
	return save(ctx, s, committees, c, func(tx *tx, before, v *committee.Committee) error {
		if before != nil {
			return nil
		}
		now, err := theCommittee(ctx, tx)
		if err == nil && now.ID != "" {
			err = &committee.ConflictError{Thing: committees.thing(string(now.ID)), Current: now}
		}
		return err
	})
}
