package store

import (
	"context"
	"encoding/json"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// imaged is a value as a line of the journal left it.
type imaged[T any] struct {
	seq int64
	v   T
}

// imagesIn reads values as the journal left them.
func imagesIn[T any](ctx context.Context, q querier, statement string, id committee.MeetingID) ([]imaged[T], error) {
	answer, err := q.QueryContext(ctx, statement, id)
	return collect(answer, err, func(row scanner) (i imaged[T], err error) {
		var image string
		if err := row.Scan(&i.seq, &image); err != nil {
			return i, err
		}
		return i, json.Unmarshal([]byte(image), &i.v)
	})
}

// What the journal holds of a meeting, of its attendance list and of its agenda, in
// order. What was written down from a document was not noted as it happened.
const (
	imagesOfMeeting = `SELECT seq, image_after FROM journal_change WHERE kind = 'meeting' AND id = ? AND image_after IS NOT NULL ORDER BY seq, n`
	imagesOfList    = `SELECT c.seq, c.image_after FROM attendance t JOIN journal_change c ON c.kind = 'attendance' AND c.id = t.id
		JOIN journal j ON j.seq = c.seq
		WHERE t.meeting = ? AND t.archived = 0 AND c.image_after IS NOT NULL AND j.verb = 'attend' ORDER BY c.seq, c.n`
	imagesOfItems = `SELECT c.seq, c.image_after FROM agenda_item t JOIN journal_change c ON c.kind = 'agenda_item' AND c.id = t.id
		JOIN journal j ON j.seq = c.seq
		WHERE t.meeting = ? AND t.archived = 0 AND c.image_after IS NOT NULL AND j.verb NOT IN ('add', 'revise', 'load') ORDER BY c.seq, c.n`
)

// turns reads from the journal in which order things were noted, and the presence
// as items were taken up and as people came or left, once the roll was called.
func (r recorder) turns(ctx context.Context) error {
	r.Noted = map[string]int64{}
	answer, err := r.q.QueryContext(ctx, `SELECT c.id, min(c.seq) FROM entry e JOIN journal_change c ON c.kind = 'entry' AND c.id = e.id
		JOIN journal j ON j.seq = c.seq WHERE e.meeting = ? AND e.archived = 0 AND j.verb NOT IN ('add', 'revise', 'load') GROUP BY c.id`, r.Meeting.ID)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		id, seq := "", int64(0)
		err := row.Scan(&id, &seq)
		r.Noted[id] = seq
		return struct{}{}, err
	})
	if err != nil {
		return err
	}
	moved, err := r.movements(ctx)
	if err != nil {
		return err
	}
	mended, err := correctionsOf(ctx, r.q, r.Meeting.ID)
	if err != nil {
		return err
	}
	called, err := r.rollCalled(ctx, mended)
	if err != nil {
		return err
	}
	items, err := imagesIn[committee.AgendaItem](ctx, r.q, imagesOfItems, r.Meeting.ID)
	before := map[committee.AgendaItemID]committee.AgendaItem{}
	for _, i := range items {
		if err := r.turn(ctx, i, before[i.v.ID], moved[i.seq], called, mended); err != nil {
			return err
		}
		before[i.v.ID] = i.v
	}
	return err
}

// turn keeps the presence of an item as a line of the journal left it, where it was
// taken up then or somebody moved; moved are these. Whoever stood back counts.
func (r recorder) turn(ctx context.Context, i imaged[committee.AgendaItem], before committee.AgendaItem, moved []committee.Movement, called int64, mended []correction) (err error) {
	if !slices.Equal(i.v.Spans, before.Spans) {
		r.Noted[string(i.v.ID)] = i.seq
	}
	if i.seq <= called || i.v.Quorum.Zero() || !i.v.UnderWay() {
		return nil
	}
	t := register.Turn{Item: i.v.ID, Seq: i.seq, Quorum: i.v.Quorum}
	if len(i.v.Spans) > len(before.Spans) {
		last := i.v.Spans[len(i.v.Spans)-1]
		t.On, t.At = last.On, last.From
		if t.Quorum, err = r.whole(ctx, i, instant{t.On, t.At}, mended); err != nil {
			return err
		}
		r.Turns = append(r.Turns, t)
	}
	for _, m := range moved {
		t.Moved = true
		if t.On, t.At = m.On, m.At; m.On.Zero() {
			t.On = r.Meeting.Starts
		}
		if t.Quorum, err = r.whole(ctx, i, instant{t.On, t.At}, mended); err != nil {
			return err
		}
		r.Turns = append(r.Turns, t)
	}
	return nil
}

// whole is the presence of an item at a moment with those who stood back from it,
// who are in the room, and as it was corrected since.
func (r recorder) whole(ctx context.Context, i imaged[committee.AgendaItem], then instant, mended []correction) (committee.Reckoning, error) {
	m := r.Meeting
	stale := slices.ContainsFunc(mended, func(c correction) bool { return c.seq > i.seq && c.corrects(m, then) })
	if len(i.v.Recused) == 0 && !stale {
		return i.v.Quorum, nil
	}
	m.State = committee.InSession // as it was
	p, err := presenceBefore(ctx, r.q, m, r.Attendance, then, func(key string) bool { return r.Noted[key] > i.seq })
	return p.less(nil), err
}

// rollCalled is the last line of the journal that counted the presence at the
// opening, but for those that corrected it.
func (r recorder) rollCalled(ctx context.Context, mended []correction) (seq int64, err error) {
	images, err := imagesIn[committee.Meeting](ctx, r.q, imagesOfMeeting, r.Meeting.ID)
	was := committee.Reckoning{}
	for _, m := range images {
		corrected := slices.ContainsFunc(mended, func(c correction) bool {
			return c.seq == m.seq && c.corrects(m.v, instant{m.v.Starts, m.v.Opened})
		})
		if m.v.Quorum != was && !corrected {
			seq = m.seq
		}
		was = m.v.Quorum
	}
	return seq, err
}

// movements are the comings and goings that stand, by the line of the journal that
// noted them.
func (r recorder) movements(ctx context.Context) (map[int64][]committee.Movement, error) {
	images, err := imagesIn[committee.Attendance](ctx, r.q, imagesOfList, r.Meeting.ID)
	by := map[int64][]committee.Movement{}
	for _, a := range r.Attendance {
		for n, m := range a.Movements {
			at := slices.IndexFunc(images, func(i imaged[committee.Attendance]) bool {
				return i.v.ID == a.ID && len(i.v.Movements) > n && i.v.Movements[n] == m
			})
			if at >= 0 {
				seq := images[at].seq
				by[seq] = append(by[seq], m)
				r.Noted[register.MovementKey(a.ID, n)] = seq
			}
		}
	}
	return by, err
}

// unadopted reads which items were added in session after the agenda was adopted,
// as the journal has it.
func (r recorder) unadopted(ctx context.Context) error {
	r.Unadopted = map[committee.AgendaItemID]bool{}
	answer, err := r.q.QueryContext(ctx, `WITH adopted (seq) AS (
			SELECT max(c.seq) FROM agenda_item a JOIN journal_change c ON c.kind = 'agenda_item' AND c.id = a.id
			WHERE a.meeting = ?1 AND a.archived = 0 AND a.purpose = 'agenda_adoption' AND a.outcome = 'dealt_with'
				AND json_extract(c.image_after, '$.outcome') = 'dealt_with' AND coalesce(json_extract(c.image_before, '$.outcome'), '') <> 'dealt_with')
		SELECT i.id FROM agenda_item i WHERE i.meeting = ?1 AND i.archived = 0 AND i.late = 1 AND (SELECT min(c.seq) FROM journal_change c
			WHERE c.kind = 'agenda_item' AND c.id = i.id AND json_extract(c.image_after, '$.meeting') = ?1) > (SELECT seq FROM adopted)`, r.Meeting.ID)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		id := committee.AgendaItemID("")
		err := row.Scan(&id)
		r.Unadopted[id] = true
		return struct{}{}, err
	})
	return err
}
