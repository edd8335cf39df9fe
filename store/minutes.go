package store

import (
	"context"
	"errors"

	"suivi/internal/committee"
)

// CirculateMinutes sends the draft minutes of a meeting round; its record is
// closed from then on.
func (s *Store) CirculateMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error) {
	return alter(ctx, s, meetings, committee.VerbCirculate, string(id), version, "", func(m committee.Meeting) (committee.Meeting, error) {
		return m.AdvanceMinutes(committee.VerbCirculate, "", on)
	})
}

// AdoptMinutes adopts the minutes of a meeting at a later one of the same body.
func (s *Store) AdoptMinutes(ctx context.Context, id committee.MeetingID, version int, at committee.MeetingID, on committee.Date) (m committee.Meeting, err error) {
	err = s.write(ctx, committee.VerbAdopt, meetings.thing(string(id)), "", func(tx *tx) error {
		if err := sits(ctx, tx, committee.KindMeeting, at); err != nil {
			return err
		}
		m, err = adoptAt(ctx, tx, id, version, at, on)
		return err
	})
	return m, err
}

func adoptAt(ctx context.Context, tx *tx, id committee.MeetingID, version int, at committee.MeetingID, on committee.Date) (committee.Meeting, error) {
	return meetings.change(ctx, tx, string(id), version, func(m committee.Meeting) (committee.Meeting, error) {
		next, err := m.AdvanceMinutes(committee.VerbAdopt, at, on)
		if err != nil {
			return m, err
		}
		return next, mayAdopt(ctx, tx, m, at)
	})
}

// mayAdopt refuses a meeting that is not of the same body, that will not be
// held, or that comes before the one whose minutes it would adopt.
func mayAdopt(ctx context.Context, q querier, m committee.Meeting, at committee.MeetingID) error {
	other, err := meetings.load(ctx, q, string(at))
	switch {
	case errors.Is(err, committee.ErrNotFound):
		return missing(committee.FieldMeeting, string(at))
	case err != nil:
		return err
	case other.Group != m.Group || other.State == committee.Cancelled:
		return &committee.FieldError{Field: committee.FieldMeeting, Reason: committee.ReasonNotListed}
	case other.Starts < m.Starts:
		return &committee.RefusedError{Verb: committee.VerbAdopt, Kind: committee.KindMeeting, Reason: committee.ReasonSameMeeting}
	}
	return nil
}

// SignMinutes signs adopted minutes.
func (s *Store) SignMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error) {
	return alter(ctx, s, meetings, committee.VerbSign, string(id), version, "", func(m committee.Meeting) (committee.Meeting, error) {
		return m.AdvanceMinutes(committee.VerbSign, "", on)
	})
}

// CorrectMinutes links a corrective act to minutes that are adopted or signed.
// Without a name it is the actor's.
func (s *Store) CorrectMinutes(ctx context.Context, id committee.MeetingID, version int, c committee.Correction) (committee.Meeting, error) {
	cleanFields([]field{body("text", &c.Text), line("by_name", &c.By)})
	if c.By == "" {
		c.By = s.actor.Name
	}
	return alter(ctx, s, meetings, committee.VerbCorrect, string(id), version, c.Text, func(m committee.Meeting) (committee.Meeting, error) {
		return m.Correct(c)
	})
}
