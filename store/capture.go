package store

import (
	"context"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// CaptureLine adds a line at the end of its item's minutes and makes what the
// line gives rise to: a decision, adopted at once, which keeps the presence that
// is true for it; a recommendation, proposed; an action of the roadmap. It is refused once the record is closed, and for a
// fact that the kind of line does not take.
func (s *Store) CaptureLine(ctx context.Context, c register.Capture) (e committee.Entry, err error) {
	err = s.write(ctx, committee.VerbCapture, entries.thing(""), "", func(tx *tx) error {
		e, err = s.captureLine(ctx, tx, c)
		return err
	})
	return e, err
}

func (s *Store) captureLine(ctx context.Context, tx *tx, c register.Capture) (committee.Entry, error) {
	item, m, err := sittingOn(ctx, tx, c.Item)
	if err != nil {
		return committee.Entry{}, err
	}
	e, err := s.lineOf(ctx, tx, m, item, c.On, c.At)
	if err != nil {
		return e, err
	}
	if err := s.express(ctx, tx, m, item, c, &e); err != nil {
		return e, err
	}
	if e.Decision != "" {
		if e.Quorum, err = s.keptWith(ctx, tx, m, item, c.On, c.At); err != nil {
			return e, err
		}
	}
	return entries.save(ctx, tx, e)
}

// lineOf is a line at the end of an item, without its words.
func (s *Store) lineOf(ctx context.Context, q querier, m committee.Meeting, item committee.AgendaItem, on committee.Date, at committee.Clock) (e committee.Entry, err error) {
	when := s.said(m, on, at)
	e = committee.Entry{Meeting: m.ID, Item: item.ID, On: dayOf(m, when.on), At: when.at}
	e.Position, err = next(ctx, q, "position", "entry", "item = ?", item.ID)
	return e, err
}

// express gives a line what was typed, and makes what its kind gives rise to.
func (s *Store) express(ctx context.Context, tx *tx, m committee.Meeting, item committee.AgendaItem, c register.Capture, e *committee.Entry) error {
	// Nothing is made for a line that has no words.
	c.Text = typed(c.Text)
	e.Kind, e.Text, e.Speaker, e.SpeakerOf = c.Kind, c.Text, c.Speaker, c.SpeakerOf
	if err := takes(c); err != nil {
		return err
	}
	if err := e.Validate(); err != nil {
		return err
	}
	if !ofWords(c.Kind) {
		if err := resumed(tx, committee.KindEntry, m); err != nil {
			return err
		}
	}
	day := s.said(m, e.On, e.At).on
	switch c.Kind {
	case committee.EntryDecision:
		d, err := s.decide(ctx, tx, committee.Decision{On: day, Meeting: m.ID, Item: item.ID, Addressees: c.Addressees, Review: c.Review}, c.Text)
		e.Decision = d.ID
		return err
	case committee.EntryRecommendation:
		r := committee.Recommendation{
			On: day, Meeting: m.ID, Item: item.ID, Group: c.Group, Addressees: c.Addressees, Axis: c.Axis, Priority: c.Priority, Due: c.Due,
		}
		if r.Group == "" {
			r.Group = item.Group
		}
		if err := s.drafted(ctx, tx, &r, c.Text); err != nil {
			return err
		}
		r, err := recommendations.save(ctx, tx, r)
		e.Recommendation = r.ID
		return err
	case committee.EntryAction:
		a := actionOf(committee.Action{On: day, Meeting: m.ID, Item: item.ID}, c)
		if a.Group == "" {
			a.Group = item.Group
		}
		if err := s.given(ctx, tx, &a); err != nil {
			return err
		}
		a, err := actions.save(ctx, tx, a)
		e.Action = a.ID
		return err
	}
	return nil
}

// decide takes a decision at its meeting, on its day, with its wording.
func (s *Store) decide(ctx context.Context, tx *tx, d committee.Decision, text string) (committee.Decision, error) {
	if err := s.put(ctx, tx, &d, text); err != nil {
		return d, err
	}
	d, err := d.Adopt(committee.Ruling{Meeting: d.Meeting, On: d.On})
	if err != nil {
		return d, err
	}
	return decisions.save(ctx, tx, d)
}

// actionOf is an action with the facts of a line.
func actionOf(a committee.Action, c register.Capture) committee.Action {
	a.Text, a.Institution, a.Function, a.Supporting = c.Text, c.Institution, c.Function, c.Supporting
	a.Axis, a.Group, a.Priority, a.Due, a.Cost = c.Axis, c.Group, c.Priority, c.Due, c.Cost
	return a
}

// takes refuses the first fact that the kind of line does not take.
func takes(c register.Capture) error {
	words := ofWords(c.Kind)
	decided, advised, ordered := c.Kind == committee.EntryDecision, c.Kind == committee.EntryRecommendation, c.Kind == committee.EntryAction
	for _, f := range []struct {
		field        committee.Field
		given, taken bool
	}{
		{committee.FieldFunction, c.Speaker != "", words},
		{committee.FieldInstitution, c.SpeakerOf != "", words},
		{committee.FieldInstitution, c.Institution != "", ordered},
		{committee.FieldFunction, c.Function != "", ordered},
		{committee.FieldSupporting, len(c.Supporting) > 0, ordered},
		{committee.FieldAddressees, len(c.Addressees) > 0, decided || advised},
		{committee.FieldGroup, c.Group != "", advised || ordered},
		{committee.FieldAxis, c.Axis != "", advised || ordered},
		{committee.FieldPriority, c.Priority != committee.PriorityUnsaid, advised || ordered},
		{committee.FieldDue, !c.Due.Zero(), advised || ordered},
		{committee.FieldReview, !c.Review.Zero(), decided},
		{committee.FieldCost, c.Cost != nil, ordered},
	} {
		if f.given && !f.taken {
			return &committee.FieldError{Field: f.field, Reason: committee.ReasonNotTaken}
		}
	}
	return nil
}

// MoveLine moves a line to the end of another item of the same meeting, with
// what it gave rise to.
func (s *Store) MoveLine(ctx context.Context, id committee.EntryID, version int, to committee.AgendaItemID) (e committee.Entry, err error) {
	err = s.write(ctx, committee.VerbMove, entries.thing(string(id)), "", func(tx *tx) error {
		e, err = entries.change(ctx, tx, string(id), version, func(e committee.Entry) (committee.Entry, error) {
			if err := placed(ctx, tx, to, &e.Meeting); err != nil {
				return e, err
			}
			if e.Item == to {
				return e, nil
			}
			if err := moveMade(ctx, tx, e, to); err != nil {
				return e, err
			}
			e.Item = to
			e.Position, err = next(ctx, tx, "position", "entry", "item = ?", to)
			return e, err
		})
		return err
	})
	return e, err
}

// moveMade moves what a line gave rise to, where that is still under its item.
func moveMade(ctx context.Context, tx *tx, e committee.Entry, to committee.AgendaItemID) error {
	if err := moveUnder(ctx, tx, decisions, string(e.Decision), e.Item, to, func(v *committee.Decision) *committee.AgendaItemID { return &v.Item }); err != nil {
		return err
	}
	if err := moveUnder(ctx, tx, recommendations, string(e.Recommendation), e.Item, to, func(v *committee.Recommendation) *committee.AgendaItemID { return &v.Item }); err != nil {
		return err
	}
	return moveUnder(ctx, tx, actions, string(e.Action), e.Item, to, func(v *committee.Action) *committee.AgendaItemID { return &v.Item })
}

func moveUnder[T record](ctx context.Context, tx *tx, n *noun[T], id string, from, to committee.AgendaItemID, item func(*T) *committee.AgendaItemID) error {
	if id == "" {
		return nil
	}
	v, err := n.load(ctx, tx, id)
	if err != nil || *item(&v) != from || n.stamp(&v).Archived {
		return err
	}
	*item(&v) = to
	_, err = n.save(ctx, tx, v)
	return err
}

// RemoveLine takes a line out of the minutes; withMade archives what it gave
// rise to as well, where that is still under its item. It is refused with a
// *committee.OtherLineError while another line is about that, such as the one of
// its adoption, and with a *committee.InUseError when something else refers to
// it.
func (s *Store) RemoveLine(ctx context.Context, id committee.EntryID, version int, withMade bool) error {
	return s.write(ctx, committee.VerbArchive, entries.thing(string(id)), "", func(tx *tx) error {
		e, err := entries.load(ctx, tx, string(id))
		if err != nil {
			return err
		}
		if err := entries.shelve(ctx, tx, string(id), version, true); err != nil || !withMade {
			return err
		}
		return unmake(ctx, tx, e)
	})
}

// unmake archives what a line gave rise to, where that is still under its item.
// A vote only points at what it is about.
func unmake(ctx context.Context, tx *tx, e committee.Entry) error {
	if e.Kind == committee.EntryVote {
		return nil
	}
	if err := archiveUnder(ctx, tx, decisions, string(e.Decision), e, func(v *committee.Decision) committee.AgendaItemID { return v.Item }); err != nil {
		return err
	}
	if err := archiveUnder(ctx, tx, recommendations, string(e.Recommendation), e, func(v *committee.Recommendation) committee.AgendaItemID { return v.Item }); err != nil {
		return err
	}
	return archiveUnder(ctx, tx, actions, string(e.Action), e, func(v *committee.Action) committee.AgendaItemID { return v.Item })
}

func archiveUnder[T record](ctx context.Context, tx *tx, n *noun[T], id string, e committee.Entry, item func(*T) committee.AgendaItemID) error {
	if id == "" {
		return nil
	}
	v, err := n.load(ctx, tx, id)
	if err != nil || item(&v) != e.Item || n.stamp(&v).Archived {
		return err
	}
	if err := onlyLine(ctx, tx, e.Meeting, n.thing(id)); err != nil {
		return err
	}
	if err := inUse(ctx, tx, n.thing(id)); err != nil {
		return err
	}
	return n.shelve(ctx, tx, id, n.stamp(&v).Version, true)
}

// onlyLine refuses while another line of a meeting is about a thing, naming the
// last.
func onlyLine(ctx context.Context, q querier, of committee.MeetingID, t committee.Thing) error {
	others, err := entries.loadAll(ctx, q, `WHERE meeting = ? AND archived = 0 AND ? IN (decision, recommendation, action)
		ORDER BY date DESC, at_time DESC, position DESC, id LIMIT 1`, of, t.ID)
	if err != nil || len(others) == 0 {
		return err
	}
	e := &committee.OtherLineError{Line: others[0]}
	about, err := named(ctx, q, []committee.Thing{t, agendaItems.thing(string(others[0].Item))})
	if err != nil {
		return err
	}
	e.About, e.Item = about[0], about[1].Text
	return e
}

// SplitLine cuts a line of words in two after so many characters; the second
// half follows the first.
func (s *Store) SplitLine(ctx context.Context, id committee.EntryID, version, at int) (both [2]committee.Entry, err error) {
	err = s.write(ctx, committee.VerbRevise, entries.thing(string(id)), "", func(tx *tx) error {
		var rest string
		both[0], err = entries.change(ctx, tx, string(id), version, func(e committee.Entry) (committee.Entry, error) {
			if !ofWords(e.Kind) {
				return e, &committee.FieldError{Field: committee.FieldKind, Reason: committee.ReasonNotListed, Detail: string(e.Kind)}
			}
			all := []rune(e.Text)
			at := min(max(at, 0), len(all))
			e.Text, rest = strings.TrimSpace(string(all[:at])), strings.TrimSpace(string(all[at:]))
			if rest == "" {
				return e, &committee.FieldError{Field: committee.FieldText, Reason: committee.ReasonRequired}
			}
			return e, nil
		})
		if err != nil {
			return err
		}
		second := both[0]
		second.ID, second.Version, second.Provenance = "", 0, nil
		second.Text, second.Position = rest, both[0].Position+1
		place := func(e *committee.Entry) *int { return &e.Position }
		if err := makeRoom(ctx, tx, entries, "item = ?", string(second.Item), string(both[0].ID), place, second.Position); err != nil {
			return err
		}
		both[1], err = entries.save(ctx, tx, second)
		return err
	})
	return both, err
}

// ofWords tells whether a line of a kind is words only: nothing comes of it.
func ofWords(kind committee.EntryKind) bool {
	return kind == committee.Note || kind == committee.Statement || kind == committee.GoodPractice || kind == committee.Difficulty
}
