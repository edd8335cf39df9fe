package store

import (
	"cmp"
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// correction is a line of the attendance list before and after a change, and as it
// was earlier still.
type correction struct {
	seq           int64
	before, after committee.Attendance
	past          []committee.Attendance
}

// corrects tells whether the change says of somebody that they were there at a
// moment after all, or that they were not: no arrival was noted with it, and
// something had been noted of them before.
func (c correction) corrects(m committee.Meeting, then instant) bool {
	half, several := m.HalfOn(then.on, then.at)
	of := func(a committee.Attendance) committee.Presence {
		if several && len(c.before.HalfDays)+len(c.after.HalfDays) > 0 {
			return a.During(half)
		}
		return a.Presence
	}
	noted := func(a committee.Attendance) bool { return of(a) != committee.Awaited }
	there := func(a committee.Attendance) bool {
		return of(a) == committee.Present || of(a) == committee.Represented
	}
	if len(c.after.Movements) > len(c.before.Movements) || there(c.before) == there(c.after) {
		return false
	}
	return noted(c.before) || slices.ContainsFunc(c.past, noted)
}

// may tells whether the change can correct any moment at all.
func (c correction) may() bool {
	there := func(a committee.Attendance) bool {
		return a.Presence == committee.Present || a.Presence == committee.Represented
	}
	noted := func(a committee.Attendance) bool { return a.Presence != committee.Awaited || len(a.HalfDays) > 0 }
	changed := there(c.before) != there(c.after) || !slices.Equal(c.before.HalfDays, c.after.HalfDays)
	return changed && len(c.after.Movements) <= len(c.before.Movements) && (noted(c.before) || slices.ContainsFunc(c.past, noted))
}

// correctionsOf are the changes to the attendance list of a meeting while it first
// sat, as the journal has them.
func correctionsOf(ctx context.Context, q querier, id committee.MeetingID) ([]correction, error) {
	sat, err := imagesIn[committee.Meeting](ctx, q, imagesOfMeeting, id)
	if err != nil {
		return nil, err
	}
	lines, err := imagesIn[committee.Attendance](ctx, q, `SELECT c.seq, c.image_after FROM attendance t
		JOIN journal_change c ON c.kind = 'attendance' AND c.id = t.id
		WHERE t.meeting = ? AND c.image_after IS NOT NULL ORDER BY c.seq, c.n`, id)
	var all []correction
	past := map[committee.AttendanceID][]committee.Attendance{}
	for _, l := range lines {
		was := past[l.v.ID]
		at := slices.IndexFunc(sat, func(m imaged[committee.Meeting]) bool { return m.seq > l.seq })
		if at < 0 {
			at = len(sat)
		}
		if n := len(was); n > 0 && at > 0 && sat[at-1].v.State == committee.InSession && !sat[at-1].v.Reopened() {
			all = append(all, correction{l.seq, was[n-1], l.v, was[: n-1 : n-1]})
		}
		past[l.v.ID] = append(was, l.v)
	}
	return all, err
}

// correct reckons anew what a meeting in session kept of its presence until now,
// where somebody's presence was corrected: each with who was there then. In one that
// was reopened what was counted stays as it was.
func (s *Store) correct(ctx context.Context, tx *tx, before, after committee.Attendance) error {
	sheet := register.MeetingSheet{}
	var err error
	if sheet.Meeting, err = meetings.load(ctx, tx, string(after.Meeting)); err != nil {
		return err
	}
	m := sheet.Meeting
	if m.State != committee.InSession || m.Reopened() {
		return nil
	}
	past, err := imagesIn[committee.Attendance](ctx, tx, `SELECT seq, image_after FROM journal_change
		WHERE kind = 'attendance' AND id = ? AND image_after IS NOT NULL ORDER BY seq, n`, committee.MeetingID(after.ID))
	if err != nil {
		return err
	}
	c := correction{before: before, after: after}
	for _, p := range past {
		if p.v.Version < after.Version {
			c.past = append(c.past, p.v)
		}
	}
	if !c.may() {
		return nil
	}
	if err := recordOf(ctx, tx, &sheet); err != nil {
		return err
	}
	r := register.MeetingRecord{Meeting: m, Items: sheet.Items, Attendance: sheet.Attendance, Entries: sheet.Entries}
	a := amender{recorder{q: tx, now: s.moment(), MeetingRecord: &r}, tx, c}
	if err := a.turns(ctx); err != nil {
		return err
	}
	for _, amend := range []func(context.Context) error{a.opening, a.items, a.lines} {
		if err := amend(ctx); err != nil {
			return err
		}
	}
	return nil
}

// amender reckons anew what a record keeps, after a correction.
type amender struct {
	recorder
	tx *tx
	c  correction
}

func (a amender) opening(ctx context.Context) error {
	m := a.Meeting
	if m.Quorum.Zero() || !a.c.corrects(m, instant{m.Starts, m.Opened}) {
		return nil
	}
	var err error
	if m.Quorum, err = presenceAtOpening(ctx, a.q, m, a.Attendance); err == nil {
		_, err = meetings.save(ctx, a.tx, m)
	}
	return err
}

// items are those that were left: the one under way keeps the presence of now.
func (a amender) items(ctx context.Context) error {
	for _, i := range a.Items {
		if len(i.Spans) == 0 || i.UnderWay() || i.Quorum.Zero() {
			continue
		}
		last := i.Spans[len(i.Spans)-1]
		q, err := a.then(ctx, i.Quorum, i.Recused, instant{last.On, last.To}, a.Noted[string(i.ID)])
		if err != nil {
			return err
		}
		i.Quorum = q
		if _, err := agendaItems.save(ctx, a.tx, i); err != nil {
			return err
		}
	}
	return nil
}

func (a amender) lines(ctx context.Context) error {
	images, err := imagesIn[committee.AgendaItem](ctx, a.q, imagesOfItems, a.Meeting.ID)
	if err != nil {
		return err
	}
	for _, e := range a.Entries {
		if e.At == "" || e.Quorum.Zero() {
			continue
		}
		seq, recused := a.Noted[string(e.ID)], e.Ballot.Recused
		for _, i := range images {
			if i.v.ID == e.Item && i.seq <= seq {
				recused = i.v.Recused
			}
		}
		if e.Quorum, err = a.then(ctx, e.Quorum, recused, instant{cmp.Or(e.On, a.Meeting.Starts), e.At}, seq); err != nil {
			return err
		}
		if _, err := entries.save(ctx, a.tx, e); err != nil {
			return err
		}
	}
	return nil
}

// then is what is kept in place of a presence: that of its moment, by the list as it
// was corrected, but for who moved within that minute and was noted after it.
func (a amender) then(ctx context.Context, kept committee.Reckoning, recused []committee.AttendanceID, then instant, seq int64) (committee.Reckoning, error) {
	if !a.c.corrects(a.Meeting, then) {
		return kept, nil
	}
	p, err := presenceBefore(ctx, a.q, a.Meeting, a.Attendance, then, func(key string) bool {
		return seq > 0 && a.Noted[key] > seq
	})
	return p.replacing(kept, recused), err
}
