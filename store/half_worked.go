package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

// worked are the half-days on which an item was dealt with: a line was noted under
// it, it was settled, or its clock really ran. All on which it was taken up, where
// that leaves none.
func (r recorder) worked(ctx context.Context, i committee.AgendaItem) ([]committee.HalfDay, error) {
	m, all := r.Meeting, r.Meeting.HalvesOf(i.Spans)
	if len(all) < 2 {
		return all, nil
	}
	counts := map[committee.HalfDay]bool{}
	at := func(on committee.Date, at committee.Clock) {
		if half, ok := m.HalfOn(on, at); ok {
			counts[half] = true
		}
	}
	for _, s := range i.Spans {
		if s.Minutes(r.now.on, r.now.at) >= committee.ReallyRan {
			for _, half := range m.HalvesOf([]committee.Span{s}) {
				counts[half] = true
			}
		}
	}
	for _, e := range r.Entries {
		if e.Item == i.ID && !e.On.Zero() {
			at(e.On, e.At)
		}
	}
	settled, err := collectText(ctx, r.q, "SELECT at FROM journal WHERE kind = 'agenda_item' AND id = ? AND verb = 'settle'", i.ID)
	if err != nil {
		return nil, err
	}
	for _, said := range settled {
		if then, known := noted(said, r.zone); known {
			at(then.on, then.at)
		}
	}
	left := slices.DeleteFunc(slices.Clone(all), func(h committee.HalfDay) bool { return !counts[h] })
	if len(left) == 0 {
		return all, nil
	}
	return left, nil
}
