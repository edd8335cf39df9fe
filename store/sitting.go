package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"suivi/internal/committee"
)

// instant is a day and a time of day.
type instant struct {
	on committee.Date
	at committee.Clock
}

// moment is now, on the injected clock.
func (s *Store) moment() instant {
	return momentOf(s.now())
}

func momentOf(t time.Time) instant {
	return instant{committee.DateOf(t), committee.Clock(t.Format("15:04"))}
}

// noted is when the journal says that something was done, in a time zone; false for
// what is no time: the check of the file tells of a journal that was tampered with.
func noted(stamp string, zone *time.Location) (instant, bool) {
	t, err := time.Parse(time.RFC3339Nano, stamp)
	return momentOf(t.In(zone)), err == nil
}

// said is when something was said: as given, else now. What is noted after the
// meeting was said on its last day.
func (s *Store) said(m committee.Meeting, on committee.Date, at committee.Clock) instant {
	now := s.moment()
	if on.Zero() {
		on = now.on
		if !m.Starts.Zero() {
			on = min(max(on, m.Starts), m.Last())
		}
	}
	if at == "" {
		at = now.at
	}
	return instant{on, at}
}

// countedAt is the moment whose presence counts for what was said on a day at
// a time: now, when neither is given.
func (s *Store) countedAt(m committee.Meeting, on committee.Date, at committee.Clock) instant {
	if on.Zero() && at == "" {
		return s.moment()
	}
	return s.said(m, on, at)
}

// dayOf is the day as a line keeps it: only where a meeting has several.
func dayOf(m committee.Meeting, on committee.Date) committee.Date {
	if m.Days() > 1 {
		return on
	}
	return ""
}

// sittingOn reads an item and the meeting whose agenda it is on.
func sittingOn(ctx context.Context, q querier, id committee.AgendaItemID) (i committee.AgendaItem, m committee.Meeting, err error) {
	i, err = agendaItems.load(ctx, q, string(id))
	switch {
	case errors.Is(err, committee.ErrNotFound):
		return i, m, missing(committee.FieldItem, string(id))
	case err != nil:
		return i, m, err
	case i.Proposed():
		return i, m, &committee.FieldError{Field: committee.FieldMeeting, Reason: committee.ReasonRequired}
	}
	m, err = meetings.load(ctx, q, string(i.Meeting))
	return i, m, err
}

// inSession refuses what is only done while people sit together.
func inSession(tx *tx, kind committee.Kind, m committee.Meeting) error {
	switch {
	case m.State != committee.InSession:
		return &committee.RefusedError{Verb: tx.verb, Kind: kind, Reason: committee.ReasonNotInSession, Detail: string(m.State)}
	}
	return resumed(tx, kind, m)
}

// resumed refuses what nobody decides while the session is interrupted.
func resumed(tx *tx, kind committee.Kind, m committee.Meeting) error {
	if m.Suspended() {
		return &committee.RefusedError{Verb: tx.verb, Kind: kind, Reason: committee.ReasonSuspended}
	}
	return nil
}

// sits refuses what a meeting would rule on while its session is interrupted; a
// meeting that is not in the file is for the link to refuse.
func sits(ctx context.Context, tx *tx, kind committee.Kind, id committee.MeetingID) error {
	if id == "" {
		return nil
	}
	m, err := meetings.load(ctx, tx, string(id))
	if errors.Is(err, committee.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return resumed(tx, kind, m)
}

// agendaOf is the agenda of a meeting, in order.
func agendaOf(ctx context.Context, q querier, id committee.MeetingID) ([]committee.AgendaItem, error) {
	return agendaItems.loadAll(ctx, q, "WHERE meeting = ? AND archived = 0 ORDER BY position, id", id)
}

// underWay is the item being dealt with; nil for none.
func underWay(items []committee.AgendaItem) *committee.AgendaItem {
	for n := range items {
		if items[n].UnderWay() {
			return &items[n]
		}
	}
	return nil
}

// stopClocks stops the clock of every item under way but one.
func stopClocks(ctx context.Context, tx *tx, items []committee.AgendaItem, but committee.AgendaItemID, now instant) error {
	for _, i := range items {
		if !i.UnderWay() || i.ID == but {
			continue
		}
		left, err := i.Leave(now.on, now.at)
		if err != nil {
			return err
		}
		if _, err := agendaItems.save(ctx, tx, left); err != nil {
			return err
		}
	}
	return nil
}

// TakeUpItem begins, or resumes, dealing with an item of a meeting in session:
// the clock of the one under way stops, and the item keeps the presence that
// is true now. Nobody stands back from it until it is said anew.
func (s *Store) TakeUpItem(ctx context.Context, id committee.AgendaItemID, version int) (i committee.AgendaItem, err error) {
	err = s.write(ctx, committee.VerbTakeUp, agendaItems.thing(string(id)), "", func(tx *tx) error {
		i, err = s.takeUp(ctx, tx, id, version)
		return err
	})
	return i, err
}

func (s *Store) takeUp(ctx context.Context, tx *tx, id committee.AgendaItemID, version int) (committee.AgendaItem, error) {
	_, m, err := sittingOn(ctx, tx, id)
	if err != nil {
		return committee.AgendaItem{}, err
	}
	now := s.moment()
	next, err := agendaItems.change(ctx, tx, string(id), version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
		if err := inSession(tx, committee.KindAgendaItem, m); err != nil {
			return i, err
		}
		if i.UnderWayOn(now.on) {
			return i, nil
		}
		p, err := presenceAt(ctx, tx, m, now)
		if err != nil {
			return i, err
		}
		i.Recused = nil
		return i.TakeUp(now.on, now.at, p.replacing(i.Quorum, nil))
	})
	if err != nil {
		return next, err
	}
	items, err := agendaOf(ctx, tx, m.ID)
	if err != nil {
		return next, err
	}
	return next, stopClocks(ctx, tx, items, id, now)
}

// ConcludeItem says how an item ended, as SettleAgendaItem does, and stops its
// clock. When it was under way, the next one that is pending is taken up.
func (s *Store) ConcludeItem(ctx context.Context, id committee.AgendaItemID, version int, outcome committee.ItemOutcome, to committee.GroupID, note string) (i committee.AgendaItem, err error) {
	err = s.write(ctx, committee.VerbSettle, agendaItems.thing(string(id)), note, func(tx *tx) error {
		i, err = s.conclude(ctx, tx, id, version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
			return s.settles(ctx, tx, i, outcome, to, note)
		})
		return err
	})
	return i, err
}

// SettleItems concludes, in one change, items of a meeting, each as it was read
// but for the outcome that it shall have, dealt with or postponed: their clocks
// stop, and nothing else is taken up. Items of another meeting are refused.
func (s *Store) SettleItems(ctx context.Context, id committee.MeetingID, all []committee.AgendaItem) error {
	now := s.moment()
	return s.write(ctx, committee.VerbSettle, agendaItems.thing(""), "", func(tx *tx) error {
		for _, one := range all {
			_, err := agendaItems.change(ctx, tx, string(one.ID), one.Version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
				if i.Meeting != id {
					return i, &committee.FieldError{Field: committee.FieldItem, Reason: committee.ReasonNotListed}
				}
				next, err := i.Settle(one.Outcome, "", i.NoteKept(one.Outcome))
				if err != nil {
					return i, err
				}
				return next.Leave(now.on, now.at)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// AdoptMinutesUnder adopts the minutes that an item is about, at the meeting of
// its agenda and today, which concludes the item.
func (s *Store) AdoptMinutesUnder(ctx context.Context, id committee.AgendaItemID, version int) (m committee.Meeting, err error) {
	err = s.write(ctx, committee.VerbAdopt, meetings.thing(""), "", func(tx *tx) error {
		i, err := agendaItems.load(ctx, tx, string(id))
		if err != nil {
			return err
		}
		at, err := meetings.load(ctx, tx, string(i.Meeting))
		if err != nil {
			return err
		}
		if err := resumed(tx, committee.KindMeeting, at); err != nil {
			return err
		}
		if m, err = meetings.load(ctx, tx, string(i.Concerns)); err != nil {
			return err
		}
		if m, err = adoptAt(ctx, tx, m.ID, m.Version, i.Meeting, s.moment().on); err != nil {
			return err
		}
		_, err = s.conclude(ctx, tx, id, version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
			return s.settles(ctx, tx, i, committee.DealtWith, "", i.NoteKept(committee.DealtWith))
		})
		return err
	})
	return m, err
}

// conclude settles an item and goes on with the next.
func (s *Store) conclude(ctx context.Context, tx *tx, id committee.AgendaItemID, version int,
	settle func(committee.AgendaItem) (committee.AgendaItem, error),
) (committee.AgendaItem, error) {
	now, wasUnderWay := s.moment(), false
	done, err := agendaItems.change(ctx, tx, string(id), version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
		wasUnderWay = i.UnderWay()
		next, err := settle(i)
		if err != nil {
			return i, err
		}
		return next.Leave(now.on, now.at)
	})
	if err != nil || !wasUnderWay {
		return done, err
	}
	items, err := agendaOf(ctx, tx, done.Meeting)
	if err != nil {
		return done, err
	}
	at := slices.IndexFunc(items, func(i committee.AgendaItem) bool { return i.ID == id })
	for _, later := range items[at+1:] {
		if later.Outcome == committee.Pending {
			_, err := s.takeUp(ctx, tx, later.ID, later.Version)
			return done, err
		}
	}
	return done, nil
}

// SuspendMeeting interrupts a session; the clock of the item under way stops.
func (s *Store) SuspendMeeting(ctx context.Context, id committee.MeetingID, version int) (committee.Meeting, error) {
	return s.interrupt(ctx, committee.VerbSuspend, id, version, committee.Meeting.Suspend,
		func(tx *tx, items []committee.AgendaItem, now instant) error {
			return stopClocks(ctx, tx, items, "", now)
		})
}

// ResumeMeeting takes an interrupted session up again, at the item where it
// was interrupted.
func (s *Store) ResumeMeeting(ctx context.Context, id committee.MeetingID, version int) (committee.Meeting, error) {
	return s.interrupt(ctx, committee.VerbResume, id, version, committee.Meeting.Resume, func(tx *tx, items []committee.AgendaItem, now instant) error {
		m, err := meetings.load(ctx, tx, string(id))
		if err != nil {
			return err
		}
		last := lastLeft(items, m.Breaks())
		if last == nil {
			return nil
		}
		p, err := presenceAt(ctx, tx, m, now)
		if err != nil {
			return err
		}
		next, err := last.TakeUp(now.on, now.at, p.replacing(last.Quorum, last.Recused))
		if err == nil {
			_, err = agendaItems.save(ctx, tx, next)
		}
		return err
	})
}

func (s *Store) interrupt(ctx context.Context, verb committee.Verb, id committee.MeetingID, version int,
	change func(committee.Meeting, committee.Date, committee.Clock) (committee.Meeting, error),
	clocks func(*tx, []committee.AgendaItem, instant) error,
) (m committee.Meeting, err error) {
	now := s.moment()
	err = s.write(ctx, verb, meetings.thing(string(id)), "", func(tx *tx) error {
		m, err = meetings.change(ctx, tx, string(id), version, func(m committee.Meeting) (committee.Meeting, error) {
			return change(m, now.on, now.at)
		})
		if err != nil {
			return err
		}
		items, err := agendaOf(ctx, tx, id)
		if err != nil {
			return err
		}
		return clocks(tx, items, now)
	})
	return m, err
}

// lastLeft is the item that the last suspension interrupted: its clock stopped
// as the suspension began, and it is not settled. nil for none.
func lastLeft(items []committee.AgendaItem, breaks []committee.Break) *committee.AgendaItem {
	if len(breaks) == 0 {
		return nil
	}
	began := breaks[len(breaks)-1]
	var last *committee.AgendaItem
	for n := range items {
		i := &items[n]
		if len(i.Spans) == 0 || i.Outcome != committee.Pending {
			continue
		}
		s := i.Spans[len(i.Spans)-1]
		if s.On != began.On || s.To != began.From {
			continue
		}
		// Of two that were left in that minute, the one taken up last.
		if last == nil || s.From >= last.Spans[len(last.Spans)-1].From {
			last = i
		}
	}
	return last
}
