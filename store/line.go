package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// ReviseLine gives a line of the minutes other words and other facts, and keeps
// in step what it gave rise to. What was adopted at the meeting that is in
// session is amended: the earlier wording is kept. Once it is over an adopted
// wording is refused.
func (s *Store) ReviseLine(ctx context.Context, id committee.EntryID, version int, c register.Capture) (e committee.Entry, err error) {
	err = s.write(ctx, committee.VerbRevise, entries.thing(string(id)), "", func(tx *tx) error {
		c.Text = typed(c.Text)
		e, err = entries.change(ctx, tx, string(id), version, func(e committee.Entry) (committee.Entry, error) {
			if c.Kind == "" {
				c.Kind = e.Kind
			}
			if c.Kind != e.Kind {
				return e, &committee.FieldError{Field: committee.FieldKind, Reason: committee.ReasonNotListed, Detail: string(c.Kind)}
			}
			if err := takes(c); err != nil {
				return e, err
			}
			e.Text, e.Speaker, e.SpeakerOf = c.Text, c.Speaker, c.SpeakerOf
			if !c.On.Zero() {
				e.On = c.On
			}
			if c.At != "" {
				e.At = c.At
			}
			return e, nil
		})
		if err != nil {
			return err
		}
		m, err := meetings.load(ctx, tx, string(e.Meeting))
		if err != nil || e.Kind == committee.EntryVote {
			return err
		}
		return s.keepInStep(ctx, tx, m, e, c)
	})
	return e, err
}

// keepInStep gives what a line gave rise to the line's words and facts.
func (s *Store) keepInStep(ctx context.Context, tx *tx, m committee.Meeting, e committee.Entry, c register.Capture) error {
	if e.Decision != "" {
		d, err := decisions.load(ctx, tx, string(e.Decision))
		if err != nil {
			return err
		}
		d.Addressees, d.Review = c.Addressees, c.Review
		r, err := s.correction(ctx, tx, m, e)
		if err != nil {
			return err
		}
		if d.Words, err = s.reworded(m, d.Outcome, d.Words, r, d.Amend); err != nil {
			return err
		}
		if _, err := decisions.save(ctx, tx, d); err != nil {
			return err
		}
	}
	if e.Recommendation != "" {
		r, err := recommendations.load(ctx, tx, string(e.Recommendation))
		if err != nil {
			return err
		}
		r.Group, r.Addressees, r.Axis, r.Priority, r.Due = c.Group, c.Addressees, c.Axis, c.Priority, c.Due
		amend := func(ruling committee.Ruling) (committee.Decision, error) {
			next, err := r.Amend(ruling)
			return committee.Decision{Words: next.Words}, err
		}
		corrected, err := s.correction(ctx, tx, m, e)
		if err != nil {
			return err
		}
		if r.Words, err = s.reworded(m, r.Outcome, r.Words, corrected, amend); err != nil {
			return err
		}
		if _, err := recommendations.save(ctx, tx, r); err != nil {
			return err
		}
	}
	if e.Action == "" {
		return nil
	}
	return s.actionInStep(ctx, tx, m, e, c)
}

// correction is the ruling that corrects a wording while the meeting sits.
func (s *Store) correction(ctx context.Context, q querier, m committee.Meeting, e committee.Entry) (committee.Ruling, error) {
	l, err := spokenAt(ctx, q, m)
	return s.ruled(committee.Ruling{
		Meeting: m.ID, On: s.said(m, e.On, e.At).on, Text: e.Text, Reason: l.Words.Sitting.Corrected,
	}), err
}

// reworded are wordings with a line's text: drafted anew, or amended where they
// were adopted at the meeting in session.
func (s *Store) reworded(m committee.Meeting, outcome committee.Deliberation, words committee.Wordings, r committee.Ruling,
	amend func(committee.Ruling) (committee.Decision, error),
) (committee.Wordings, error) {
	if words.Text() == r.Text || !outcome.State.InEffect() || m.State != committee.InSession || outcome.Meeting != m.ID {
		return words.Draft(r.Text, r.On, r.By)
	}
	r.On = max(r.On, outcome.On)
	next, err := amend(r)
	return next.Words, err
}

// actionInStep gives an action the facts of its line. A due date that was
// mistyped is corrected while the meeting that gave it sits, unless it was
// extended since.
func (s *Store) actionInStep(ctx context.Context, tx *tx, m committee.Meeting, e committee.Entry, c register.Capture) error {
	a, err := actions.load(ctx, tx, string(e.Action))
	if err != nil {
		return err
	}
	next := actionOf(a, c)
	if next.Institution, err = ownerOf(ctx, tx, next.Function, next.Institution); err != nil {
		return err
	}
	if m.State == committee.InSession && a.Meeting == m.ID && a.Due == a.FirstDue {
		next.FirstDue = next.Due
	} else if next, err = a.Revise(next); err != nil {
		return err
	}
	_, err = actions.save(ctx, tx, next)
	return err
}

// TurnLine makes a line one of another kind: what the new kind needs is made
// of its words and facts, and what the old kind had made under the item is
// archived. It is refused like RemoveLine is.
func (s *Store) TurnLine(ctx context.Context, id committee.EntryID, version int, c register.Capture) (e committee.Entry, err error) {
	err = s.write(ctx, committee.VerbTurn, entries.thing(string(id)), "", func(tx *tx) error {
		var was committee.Entry
		e, err = entries.change(ctx, tx, string(id), version, func(e committee.Entry) (committee.Entry, error) {
			if c.Kind == e.Kind {
				return e, &committee.FieldError{Field: committee.FieldKind, Reason: committee.ReasonUnchanged}
			}
			item, m, err := sittingOn(ctx, tx, e.Item)
			if err != nil {
				return e, err
			}
			if c.Text == "" {
				c.Text = e.Text
			}
			was = e
			e.Decision, e.Recommendation, e.Action, e.Quorum = "", "", "", committee.Reckoning{}
			return e, s.express(ctx, tx, m, item, c, &e)
		})
		if err != nil {
			return err
		}
		return unmake(ctx, tx, was)
	})
	return e, err
}
