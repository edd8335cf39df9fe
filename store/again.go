package store

import (
	"context"
	"fmt"

	"suivi/internal/committee"
)

// CallAgain makes the meeting on second notice of one that could not be held
// for want of quorum: linked to it, with the same agenda, place, hours, chair,
// secretary and language. It requires no quorum, and gets its number when it is
// convened. The first meeting stays as it was. It is refused as
// [committee.Meeting.CallAgain] says, for a meeting whose quorum was reached after
// it was opened, and while another second notice of the same meeting stands.
func (s *Store) CallAgain(ctx context.Context, id committee.MeetingID, version int, starts committee.Date, reason string) (again committee.Meeting, err error) {
	key := s.newID()
	err = s.write(ctx, committee.VerbAdd, meetings.thing(key), typed(reason), func(tx *tx) error {
		first, err := meetings.load(ctx, tx, string(id))
		switch {
		case err != nil:
			return err
		case first.Version != version:
			return &committee.ConflictError{Thing: meetings.thing(string(id)), Current: first}
		case first.Archived:
			return &committee.RefusedError{Verb: committee.VerbConvene, Kind: committee.KindMeeting, Reason: committee.ReasonIsArchived}
		}
		if again, err = first.CallAgain(starts); err != nil {
			return err
		}
		if had, err := hadQuorum(ctx, tx, first, s.moment()); err != nil {
			return err
		} else if had {
			return &committee.RefusedError{Verb: committee.VerbConvene, Kind: committee.KindMeeting, Reason: committee.ReasonHadQuorum}
		}
		if second, err := calledAgain(ctx, tx, id); err != nil {
			return err
		} else if second != "" {
			return &committee.RefusedError{Verb: committee.VerbConvene, Kind: committee.KindMeeting, Reason: committee.ReasonCalledAgain}
		}
		again.ID = committee.MeetingID(key)
		return sameAgain(ctx, tx, first, &again)
	})
	return again, err
}

// calledAgain is the meeting on second notice of a meeting; empty for none.
func calledAgain(ctx context.Context, q querier, id committee.MeetingID) (again committee.MeetingID, err error) {
	err = q.QueryRowContext(ctx, `SELECT coalesce((SELECT id FROM meeting WHERE first_notice = ? AND kind = 'second_notice' AND archived = 0
		AND state <> 'cancelled' ORDER BY id LIMIT 1), '')`, id).Scan(&again)
	return again, err
}

// sameAgain writes the second meeting with the agenda of the first. What was
// withdrawn from that is left out.
func sameAgain(ctx context.Context, tx *tx, first committee.Meeting, again *committee.Meeting) error {
	l, err := spokenAt(ctx, tx, first)
	if err != nil {
		return err
	}
	words := l.Words.Template
	if title := fmt.Sprintf(words.Again, first.Title); len([]rune(title)) <= committee.MaxLine {
		again.Title = title
	}
	if *again, err = meetings.save(ctx, tx, *again); err != nil {
		return err
	}
	a, err := agendaFor(ctx, tx, first)
	if err != nil {
		return err
	}
	position := 0
	for _, i := range a.items {
		if i.Outcome == committee.ItemWithdrawn {
			continue
		}
		position++
		next, err := takenBack(ctx, tx, i, *again)
		if err != nil {
			return err
		}
		next.Meeting, next.Position, next.Day, next.Purpose, next.Concerns = again.ID, position, i.Day, i.Purpose, i.Concerns
		if i.Purpose == committee.Opening && i.Title == words.Opening {
			next.Title = words.OpeningAgain
		}
		if _, err := agendaItems.save(ctx, tx, next); err != nil {
			return err
		}
	}
	return nil
}

// toBeHeld are the states of a meeting that is still to come, for SQL.
const toBeHeld = "('planned', 'convened', 'postponed')"

// takenBack is the item of the second meeting that takes one of the first up
// again: the one that waits on another meeting, before it or after, when the
// first meeting postponed it, or else a new one. The other meeting keeps what it
// had of its own of what each meeting has, and no longer takes the first
// meeting's up by it.
func takenBack(ctx context.Context, tx *tx, i committee.AgendaItem, again committee.Meeting) (committee.AgendaItem, error) {
	found, err := agendaItems.loadAll(ctx, tx, `WHERE from_item = ? AND archived = 0 AND outcome = '' AND meeting IN (
		SELECT id FROM meeting WHERE state IN `+toBeHeld+` AND archived = 0 AND id <> ?)`, i.ID, again.ID)
	if err != nil || len(found) == 0 {
		return takenUp(i), err
	}
	waiting := found[0]
	if i.Purpose != committee.MattersArising && i.Kind != committee.ReportBack && i.Kind != committee.AnyOtherBusiness {
		return waiting, nil
	}
	if own, err := hadFirst(ctx, tx, waiting); err != nil || !own {
		return waiting, err
	}
	waiting.From = ""
	_, err = agendaItems.save(ctx, tx, waiting)
	return takenUp(i), err
}

// hadFirst tells whether an item stood on its agenda before it took an earlier
// one up, by the first line of the journal about it.
func hadFirst(ctx context.Context, q querier, i committee.AgendaItem) (own bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT coalesce((SELECT coalesce(json_extract(image_after, '$.from'), '') = '' FROM journal_change
		WHERE kind = 'agenda_item' AND id = ? ORDER BY seq, n LIMIT 1), 0)`, i.ID).Scan(&own)
	return own, err
}
