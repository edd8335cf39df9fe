package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"suivi/internal/committee"
)

var meetings = keep(noun[committee.Meeting]{
	kind: committee.KindMeeting, table: "meeting",
	id:    func(v *committee.Meeting) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Meeting) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Meeting) []field {
		m := &v.Minutes
		return slices.Concat(markFields(&v.Mark), quorumFields(&v.Quorum), []field{
			plain("kind", &v.Kind), plain("state", &v.State), line("title", &v.Title),
			to("working_group", &v.Group, committee.FieldGroup, committee.KindGroup), line("place", &v.Place),
			plain("starts", &v.Starts), plain("ends", &v.Ends), plain("start_time", &v.StartTime), plain("end_time", &v.EndTime),
			plain("notice", &v.Notice), to("first_notice", &v.FirstNotice, committee.FieldFirstNotice, committee.KindMeeting),
			to("chair", &v.Chair, committee.FieldChair, committee.KindPerson),
			to("secretary", &v.Secretary, committee.FieldSecretary, committee.KindPerson),
			plain("language", &v.Language), body("objectives", &v.Objectives), body("reason", &v.Reason),
			plain("opened", &v.Opened), plain("closed", &v.Closed), plain("closed_on", &v.ClosedOn), plain("minutes_state", &m.State),
			plain("circulated_on", &m.CirculatedOn), to("adopted_at", &m.AdoptedAt, committee.FieldMeeting, committee.KindMeeting),
			plain("adopted_on", &m.AdoptedOn), plain("signed_on", &m.SignedOn), body("remarks", &v.Remarks),
			line("confidentiality", &v.Confidentiality), body("distribution", &v.Distribution),
		})
	},
	lists: func(v *committee.Meeting) []child {
		return []child{
			rows("meeting_correction", "meeting", &v.Minutes.Corrections, func(c *committee.Correction) []field {
				return []field{plain("date", &c.On), body("text", &c.Text), line("by_name", &c.By)}
			}),
			spans("meeting_pause", "meeting", &v.Pauses),
			rows("meeting_override", "meeting", &v.Overridden, func(o *committee.Override) []field {
				return []field{plain("failed", &o.Check), line("kind", (*string)(&o.Kind)), line("thing", &o.Thing)}
			}),
			ties("meeting_reference", "meeting", "reference", &v.References, committee.FieldReferences, committee.KindReference),
		}
	},
	tells: func(v *committee.Meeting) []committee.Thing {
		var all []committee.Thing
		for _, o := range v.Overridden {
			all = append(all, committee.Thing{Kind: o.Kind, ID: o.Thing})
		}
		return all
	},
	words: func(v *committee.Meeting) []string { return []string{v.Title, v.Ref, bare(v.Ref), v.Place} },
	name:  naming{ref: "t.ref", short: "t.title", full: "t.title"},
	guard: func(ctx context.Context, tx *tx, _, v *committee.Meeting) error { return alone(ctx, tx, v) },
})

// alone refuses a meeting in session while another of the same body is.
func alone(ctx context.Context, tx *tx, m *committee.Meeting) error {
	if m.State != committee.InSession {
		return nil
	}
	var other string
	err := tx.QueryRowContext(ctx, `SELECT coalesce(nullif(ref, ''), title) FROM meeting
		WHERE state = 'in_session' AND archived = 0 AND id <> ? AND coalesce(working_group, '') = ?`, m.ID, m.Group).Scan(&other)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return &committee.RefusedError{Verb: tx.verb, Kind: committee.KindMeeting, Reason: committee.ReasonInSession, Detail: other}
}

// SaveMeeting adds a meeting, planned and without a number, or revises one.
// State, number and minutes never change by a revision, nor does the day of the
// notice but while the meeting is in session. Once the record is closed only remarks, references, provenance, and to whom the
// minutes go and how confidential they are, may be revised.
func (s *Store) SaveMeeting(ctx context.Context, m committee.Meeting) (committee.Meeting, error) {
	return save(ctx, s, meetings, m, func(_ *tx, before, v *committee.Meeting) error {
		was := committee.Meeting{State: committee.Planned}
		if before != nil {
			was = *before
		}
		v.Mark, v.State, v.Reason = was.Mark, was.State, was.Reason
		if was.State != committee.InSession {
			v.Notice = was.Notice
		}
		v.Opened, v.Closed, v.ClosedOn, v.Minutes = was.Opened, was.Closed, was.ClosedOn, was.Minutes
		v.Pauses, v.Quorum, v.Overridden = was.Pauses, was.Quorum, was.Overridden
		if before == nil || before.RecordOpen() {
			return nil
		}
		meetings.clean(v)
		was.Remarks, was.References, was.Provenance, was.Archived = v.Remarks, v.References, v.Provenance, v.Archived
		was.Confidentiality, was.Distribution = v.Confidentiality, v.Distribution
		if !same(was, *v) {
			return closed(committee.VerbRevise, committee.KindMeeting, was)
		}
		return nil
	})
}

// closed is the refusal of a change to a record that is closed.
func closed(verb committee.Verb, kind committee.Kind, m committee.Meeting) error {
	refused := &committee.RefusedError{Verb: verb, Kind: kind, Reason: committee.ReasonMeetingClosed}
	if kind == committee.KindMeeting {
		refused.State = string(m.State)
	}
	return refused
}

// recordOpen refuses a change to the record of a meeting that is closed.
func recordOpen(ctx context.Context, tx *tx, kind committee.Kind, of ...committee.MeetingID) error {
	for _, id := range of {
		m, err := meetings.load(ctx, tx, string(id))
		if err != nil {
			return err
		}
		// Making an adjournment again closes the record over what it did to it.
		if _, with := tx.touched[meetings.thing(string(id))]; with && tx.reverts > 0 {
			continue
		}
		if !m.RecordOpen() {
			return closed(tx.verb, kind, m)
		}
	}
	return nil
}

// ConveneMeeting sends the notice of a meeting out on a day. A meeting of a
// numbered kind then gets its number.
func (s *Store) ConveneMeeting(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error) {
	return s.callMeeting(ctx, committee.VerbConvene, id, version, func(_ *tx, m committee.Meeting) (committee.Meeting, error) { return m.Convene(on) })
}

// OpenMeeting puts a meeting in session at a time of day, unless another one
// of the same body is. A meeting that was never convened gets its number now. The
// presence noted by then is that of the opening.
func (s *Store) OpenMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock) (committee.Meeting, error) {
	return s.callMeeting(ctx, committee.VerbOpen, id, version, func(tx *tx, m committee.Meeting) (committee.Meeting, error) {
		m, err := m.Open(at)
		if err != nil {
			return m, err
		}
		list, err := listOf(ctx, tx, m)
		if err != nil || !slices.ContainsFunc(list, func(a committee.Attendance) bool { return a.Presence != committee.Awaited }) {
			return m, err
		}
		m.Quorum, err = presenceAtOpening(ctx, tx, m, list)
		return m, err
	})
}

// callMeeting is a change of state that gives the number, once.
func (s *Store) callMeeting(ctx context.Context, verb committee.Verb, id committee.MeetingID, version int,
	fn func(*tx, committee.Meeting) (committee.Meeting, error),
) (m committee.Meeting, err error) {
	err = s.write(ctx, verb, meetings.thing(string(id)), "", func(tx *tx) error {
		m, err = meetings.change(ctx, tx, string(id), version, func(m committee.Meeting) (committee.Meeting, error) {
			m, err := fn(tx, m)
			if err != nil || !m.Numbered() || m.Number > 0 {
				return m, err
			}
			m.Mark, err = giveMark(ctx, tx, committee.KindMeeting, m.Starts.Year())
			return m, err
		})
		return err
	})
	return m, err
}

// PostponeMeeting puts a meeting off to a later day, or to a day not yet
// known. The reason is required.
func (s *Store) PostponeMeeting(ctx context.Context, id committee.MeetingID, version int, to committee.Date, reason string) (committee.Meeting, error) {
	return alter(ctx, s, meetings, committee.VerbPostpone, string(id), version, reason, func(m committee.Meeting) (committee.Meeting, error) {
		return m.Postpone(to, typed(reason))
	})
}

// CancelMeeting calls a meeting off. The reason is required.
func (s *Store) CancelMeeting(ctx context.Context, id committee.MeetingID, version int, reason string) (committee.Meeting, error) {
	return alter(ctx, s, meetings, committee.VerbCancel, string(id), version, reason, func(m committee.Meeting) (committee.Meeting, error) {
		return m.Cancel(typed(reason))
	})
}

// ReopenMeeting puts an adjourned meeting back in session for a correction,
// before its minutes circulate. The reason is required.
func (s *Store) ReopenMeeting(ctx context.Context, id committee.MeetingID, version int, reason string) (committee.Meeting, error) {
	return alter(ctx, s, meetings, committee.VerbReopen, string(id), version, reason, func(m committee.Meeting) (committee.Meeting, error) {
		return m.Reopen(typed(reason))
	})
}
