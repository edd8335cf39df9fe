package store

import (
	"context"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// PrepareAgenda makes the agenda of a meeting, in one change: the items of the
// template, one for each earlier minutes to adopt, one for the matters arising,
// those taken up again and those of the backlog. They come in the order of an
// agenda among what is there; what is there stays, and nothing is added twice:
// an item that was written by hand and has a usual title is taken for what it
// says, and keeps its words. In session what is added is marked so, and comes after
// the item under way. It is refused once the session was adjourned.
func (s *Store) PrepareAgenda(ctx context.Context, id committee.MeetingID, version int, p register.Preparation) (m committee.Meeting, err error) {
	err = s.write(ctx, committee.VerbPrepare, meetings.thing(string(id)), "", func(tx *tx) error {
		if m, err = toPrepare(ctx, tx, id, version); err != nil {
			return err
		}
		a, err := agendaFor(ctx, tx, m)
		if err != nil {
			return err
		}
		if err := a.fill(ctx, tx, p); err != nil {
			return err
		}
		return a.keep(ctx, tx)
	})
	return m, err
}

// fill adds what a preparation asks for. The template comes last: what it would
// leave to be filled in may be there by then.
func (a *agenda) fill(ctx context.Context, tx *tx, p register.Preparation) error {
	a.recognize()
	if err := fillMinutes(ctx, tx, a, p); err != nil {
		return err
	}
	if err := fillPutOff(ctx, tx, a, p); err != nil {
		return err
	}
	if err := fillProposed(ctx, tx, a, p); err != nil {
		return err
	}
	return fillTemplate(ctx, tx, a, p)
}

// toPrepare is a meeting read at a version, whose session was not adjourned.
func toPrepare(ctx context.Context, tx *tx, id committee.MeetingID, version int) (committee.Meeting, error) {
	m, err := meetings.load(ctx, tx, string(id))
	switch {
	case err != nil:
		return m, err
	case m.Version != version:
		return m, &committee.ConflictError{Thing: meetings.thing(string(id)), Current: m}
	case m.Archived:
		return m, &committee.RefusedError{Verb: tx.verb, Kind: committee.KindMeeting, Reason: committee.ReasonIsArchived}
	}
	return m, m.Allows(committee.VerbPrepare)
}

// fillMinutes adds the adoption of earlier minutes, and the matters arising.
func fillMinutes(ctx context.Context, tx *tx, a *agenda, p register.Preparation) error {
	l, err := spokenAt(ctx, tx, a.meeting)
	if err != nil {
		return err
	}
	words := &l.Words.Template
	for _, id := range p.Minutes {
		of, err := meetings.load(ctx, tx, string(id))
		if err != nil {
			return err
		}
		if id == a.meeting.ID {
			return &committee.FieldError{Field: committee.FieldMeeting, Reason: committee.ReasonSelf}
		}
		if at := a.tied(of, len(p.Minutes) == 1); at >= 0 && !a.has(committee.AgendaItem{Purpose: committee.MinutesAdoption, Concerns: id}) {
			a.items[at].Purpose, a.items[at].Concerns = committee.MinutesAdoption, id
			continue
		}
		i := point(committee.MinutesAdoption, committee.ForDecisionItem, minutesTitle(l, of), register.MinutesPlanned)
		i.Concerns = id
		a.addOnce(i)
	}
	if p.Matters {
		a.addOnce(point(committee.MattersArising, committee.Discussion, words.Matters, register.MattersPlanned))
	}
	return nil
}

// minutesTitle says which minutes are to be adopted: by the kind, the number
// and the day of their meeting, or by its title when it has no number.
func minutesTitle(l *i18n.Locale, of committee.Meeting) string {
	name := of.Title
	if of.Ref != "" {
		name = fmt.Sprintf(l.Words.Meeting.Named, l.Words.States.MeetingKind[of.Kind].Full, of.Ref)
	}
	if !of.Starts.Zero() {
		name += l.Words.Common.Comma + l.Span(of.Starts, of.Ends)
	}
	return withinLine(fmt.Sprintf(l.Words.Template.Minutes, name))
}

// withinLine cuts a title made of others to what one may hold.
func withinLine(title string) string {
	if runes := []rune(title); len(runes) > committee.MaxLine {
		return string(runes[:committee.MaxLine-1]) + "…"
	}
	return title
}

// fillPutOff takes items up again that earlier meetings did not deal with, as
// new items: the record of those meetings stays as it was.
func fillPutOff(ctx context.Context, tx *tx, a *agenda, p register.Preparation) error {
	for _, id := range p.PutOff {
		earlier, err := agendaItems.load(ctx, tx, string(id))
		switch {
		case err != nil:
			return err
		case earlier.Meeting == a.meeting.ID:
			return &committee.FieldError{Field: committee.FieldItem, Reason: committee.ReasonSelf}
		}
		next := takenUp(earlier)
		if a.meeting.Kind == committee.SecondNotice && a.meeting.FirstNotice == earlier.Meeting && !a.has(next) {
			if next, err = takenBack(ctx, tx, earlier, a.meeting); err != nil {
				return err
			}
		}
		if taken, err := successor(ctx, tx, id); err != nil {
			return err
		} else if taken && next.ID == "" && !a.has(committee.AgendaItem{From: id}) {
			return &committee.RefusedError{Verb: tx.verb, Kind: committee.KindAgendaItem, Reason: committee.ReasonOnAgenda}
		}
		a.addOnce(next)
	}
	return nil
}

// takenUp is a new item that takes an earlier one up again.
func takenUp(earlier committee.AgendaItem) committee.AgendaItem {
	return committee.AgendaItem{
		Kind: earlier.Kind, Title: earlier.Title, Text: earlier.Text, Planned: earlier.Planned,
		Presenter: earlier.Presenter, Group: earlier.Group, From: earlier.ID,
	}
}

// successor tells whether a later item takes an item up again.
func successor(ctx context.Context, q querier, id committee.AgendaItemID) (taken bool, err error) {
	err = q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM agenda_item WHERE from_item = ? AND archived = 0)", id).Scan(&taken)
	return taken, err
}

// fillProposed moves items of the backlog onto the agenda. One that is on it
// already stays there.
func fillProposed(ctx context.Context, tx *tx, a *agenda, p register.Preparation) error {
	for _, id := range p.Proposed {
		i, err := agendaItems.load(ctx, tx, string(id))
		switch {
		case err != nil:
			return err
		case i.Meeting == a.meeting.ID:
			continue
		case !i.Proposed():
			return &committee.RefusedError{Verb: tx.verb, Kind: committee.KindAgendaItem, Reason: committee.ReasonOnAgenda}
		case i.Archived:
			return &committee.RefusedError{Verb: tx.verb, Kind: committee.KindAgendaItem, Reason: committee.ReasonIsArchived}
		}
		a.add(i, rankOf(i))
	}
	return nil
}

func fillTemplate(ctx context.Context, tx *tx, a *agenda, p register.Preparation) error {
	if !p.Template {
		return nil
	}
	t, err := templateOf(ctx, tx, a.meeting)
	if err != nil {
		return err
	}
	a.follow(t.items())
	return nil
}

// PutOnAgenda moves an item of the backlog onto the agenda of a meeting, before
// any other business. It is refused for an item that is on an agenda, and once
// the meeting's session was adjourned.
func (s *Store) PutOnAgenda(ctx context.Context, id committee.AgendaItemID, version int, on committee.MeetingID) (put committee.AgendaItem, err error) {
	err = s.write(ctx, committee.VerbMove, agendaItems.thing(string(id)), "", func(tx *tx) error {
		m, err := meetings.load(ctx, tx, string(on))
		if err != nil {
			return err
		}
		if err := m.Allows(committee.VerbPrepare); err != nil {
			return err
		}
		a, err := agendaFor(ctx, tx, m)
		if err != nil {
			return err
		}
		put, err = agendaItems.change(ctx, tx, string(id), version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
			if !i.Proposed() {
				return i, &committee.RefusedError{Verb: tx.verb, Kind: committee.KindAgendaItem, Reason: committee.ReasonOnAgenda}
			}
			a.add(i, rankOf(i))
			n := slices.IndexFunc(a.items, func(o committee.AgendaItem) bool { return o.ID == id })
			a.items[n].Position = n + 1
			return a.items[n], nil
		})
		if err != nil {
			return err
		}
		a.items[put.Position-1] = put
		return a.keep(ctx, tx)
	})
	return put, err
}
