package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

var agendaItems = keep(noun[committee.AgendaItem]{
	kind: committee.KindAgendaItem, table: "agenda_item",
	id:    func(v *committee.AgendaItem) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.AgendaItem) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.AgendaItem) []field {
		return append([]field{
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting), plain("position", &v.Position), plain("kind", &v.Kind),
			line("title", &v.Title), body("text", &v.Text), plain("planned", &v.Planned),
			to("presenter", &v.Presenter, committee.FieldPresenter, committee.KindFunction),
			to("working_group", &v.Group, committee.FieldGroup, committee.KindGroup), plain("day", &v.Day), plain("outcome", &v.Outcome),
			to("referred_to", &v.ReferredTo, committee.FieldGroup, committee.KindGroup), body("note", &v.Note),
			plain("purpose", &v.Purpose), to("concerns", &v.Concerns, committee.FieldMeeting, committee.KindMeeting),
			to("from_item", &v.From, committee.FieldItem, committee.KindAgendaItem), plain("late", &v.Late),
		}, quorumFields(&v.Quorum)...)
	},
	lists: func(v *committee.AgendaItem) []child {
		return []child{
			spans("agenda_item_span", "item", &v.Spans),
			ties("agenda_item_recused", "item", "attendance", &v.Recused, committee.FieldPerson, committee.KindAttendance),
		}
	},
	words: func(v *committee.AgendaItem) []string { return []string{v.Title, v.Text} },
	name:  naming{ref: "''", short: "t.title", full: "t.title"},
	guard: func(ctx context.Context, tx *tx, _, v *committee.AgendaItem) error { return agendaOpen(ctx, tx, v) },
	leave: agendaOpen,
})

// agendaOpen refuses a change to the agenda of a meeting whose record is
// closed. What is only proposed is on no agenda.
func agendaOpen(ctx context.Context, tx *tx, v *committee.AgendaItem) error {
	if v.Proposed() {
		return nil
	}
	return recordOpen(ctx, tx, committee.KindAgendaItem, v.Meeting)
}

// SaveAgendaItem adds an item to a meeting's agenda, at the end unless it has
// a position, or revises one. One without a meeting is only proposed: it goes
// to the end of the backlog. Its meeting, position and outcome never change
// by a revision. It is refused once the record is closed.
func (s *Store) SaveAgendaItem(ctx context.Context, i committee.AgendaItem) (committee.AgendaItem, error) {
	return save(ctx, s, agendaItems, i, func(tx *tx, before, v *committee.AgendaItem) (err error) {
		if before != nil {
			v.Meeting, v.Position = before.Meeting, before.Position
			v.Outcome, v.ReferredTo, v.Note = before.Outcome, before.ReferredTo, before.Note
			v.Spans, v.Recused, v.Quorum = before.Spans, before.Recused, before.Quorum
			return nil
		}
		v.Outcome, v.ReferredTo, v.Note = committee.Pending, "", ""
		if v.Proposed() {
			v.Position, err = next(ctx, tx, "position", "agenda_item", "meeting IS NULL AND archived = 0")
			return err
		}
		if v.Position < 1 {
			v.Position, err = next(ctx, tx, "position", "agenda_item", "meeting = ?", v.Meeting)
			return err
		}
		at := func(i *committee.AgendaItem) *int { return &i.Position }
		return makeRoom(ctx, tx, agendaItems, "meeting = ?", string(v.Meeting), string(v.ID), at, v.Position)
	})
}

// MoveAgendaItem moves an item by places on the agenda, or one that is proposed
// in the backlog, up when negative. It
// is refused beyond either end.
func (s *Store) MoveAgendaItem(ctx context.Context, id committee.AgendaItemID, version, by int) (moved committee.AgendaItem, err error) {
	err = s.write(ctx, committee.VerbMove, agendaItems.thing(string(id)), "", func(tx *tx) error {
		var order []committee.AgendaItem
		moved, err = agendaItems.change(ctx, tx, string(id), version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
			if order, err = reordered(ctx, tx, i, by); err != nil {
				return i, err
			}
			return order[slices.IndexFunc(order, func(o committee.AgendaItem) bool { return o.ID == id })], nil
		})
		for n := 0; n < len(order) && err == nil; n++ {
			if order[n].ID != id {
				_, err = agendaItems.save(ctx, tx, order[n])
			}
		}
		return err
	})
	return moved, err
}

// reordered is the agenda with one item moved and every position set anew
// from those that are in use.
func reordered(ctx context.Context, tx *tx, item committee.AgendaItem, by int) ([]committee.AgendaItem, error) {
	rest, args := "WHERE meeting = ? AND archived = 0 ORDER BY position, id", []any{item.Meeting}
	if item.Proposed() {
		rest, args = "WHERE meeting IS NULL AND archived = 0 ORDER BY position, id", nil
	}
	all, err := agendaItems.loadAll(ctx, tx, rest, args...)
	if err != nil {
		return nil, err
	}
	positions := make([]int, len(all))
	for n, i := range all {
		positions[n] = i.Position
		if n > 0 {
			positions[n] = max(i.Position, positions[n-1]+1)
		}
	}
	from := slices.IndexFunc(all, func(i committee.AgendaItem) bool { return i.ID == item.ID })
	to := from + by
	if to < 0 || to >= len(all) {
		return nil, &committee.RefusedError{Verb: tx.verb, Kind: committee.KindAgendaItem, Reason: committee.ReasonEdge}
	}
	moving := all[from]
	all = slices.Insert(slices.Delete(all, from, from+1), to, moving)
	for n := range all {
		all[n].Position = positions[n]
	}
	return all, nil
}

// SettleAgendaItem says how an item ended; referring it needs the group. It is
// refused once the record is closed, and for an item said to be dealt with before
// its meeting is opened or its day has come.
func (s *Store) SettleAgendaItem(ctx context.Context, id committee.AgendaItemID, version int, outcome committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error) {
	var done committee.AgendaItem
	err := s.write(ctx, committee.VerbSettle, agendaItems.thing(string(id)), note, func(tx *tx) (err error) {
		done, err = agendaItems.change(ctx, tx, string(id), version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
			return s.settles(ctx, tx, i, outcome, to, note)
		})
		return err
	})
	return done, err
}

// settles is an item that ended so, where its meeting allows it today.
func (s *Store) settles(ctx context.Context, tx *tx, i committee.AgendaItem, o committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error) {
	if !i.Proposed() {
		m, err := meetings.load(ctx, tx, string(i.Meeting))
		if err != nil {
			return i, err
		}
		if err := m.AllowsOutcome(o, s.today()); err != nil {
			return i, err
		}
	}
	return i.Settle(o, to, note)
}
