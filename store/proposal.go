package store

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"suivi/internal/committee"
)

// typed is a text as it is kept.
func typed(s string) string {
	cleanFields([]field{body("text", &s)})
	return s
}

// ruled is what the plenary said, as it is kept. An amended wording without an
// author is the actor's.
func (s *Store) ruled(r committee.Ruling) committee.Ruling {
	cleanFields([]field{body("text", &r.Text), body("reason", &r.Reason), line("by", &r.By)})
	if r.Text != "" && r.By == "" {
		r.By = s.actor.Name
	}
	return r
}

// bare is a reference as people type it in a hurry: R-2017-03 is r201703.
func bare(ref string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, ref)
}

// placed gives what was made under an agenda item the item's meeting, and
// refuses an item of another one.
func placed(ctx context.Context, q querier, item committee.AgendaItemID, meeting *committee.MeetingID) error {
	if item == "" {
		return nil
	}
	i, err := agendaItems.load(ctx, q, string(item))
	switch {
	case errors.Is(err, committee.ErrNotFound):
		return &committee.FieldError{Field: committee.FieldItem, Reason: committee.ReasonUnknown}
	case err != nil:
		return err
	case *meeting == "":
		*meeting = i.Meeting
	case *meeting != i.Meeting:
		return &committee.FieldError{Field: committee.FieldItem, Reason: committee.ReasonNotListed}
	}
	return nil
}

// next is the number after the greatest that a column holds under an owner,
// archived rows included.
func next(ctx context.Context, q querier, column, table, where string, args ...any) (n int, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max("+column+"), 0) + 1 FROM "+table+" WHERE "+where, args...).Scan(&n)
	return n, err
}

// makeRoom moves live things under an owner one place on, when the place that
// the thing of an ID is to take is taken.
func makeRoom[T record](ctx context.Context, tx *tx, n *noun[T], where, owner, id string, position func(*T) *int, at int) error {
	behind, err := n.loadAll(ctx, tx, "WHERE "+where+" AND archived = 0 AND id <> ? AND position >= ? ORDER BY position, id", owner, id, at)
	if err != nil {
		return err
	}
	for i := range behind {
		if *position(&behind[i]) > at+i {
			return nil
		}
		*position(&behind[i]) = at + i + 1
		if _, err := n.save(ctx, tx, behind[i]); err != nil {
			return err
		}
	}
	return nil
}
