package starter

import (
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func (b *builder) meetings(f *file) {
	for _, r := range f.Meetings {
		id, stamp := begin[committee.MeetingID](b, f, committee.KindMeeting, r.row)
		v := committee.Meeting{
			ID: id, Stamp: stamp, Kind: r.Kind, State: committee.Planned, Title: r.Title, Place: r.Place,
			Group:  link[committee.GroupID](b, committee.KindGroup, r.Group),
			Starts: r.Starts, Ends: r.Ends, StartTime: r.StartTime, EndTime: r.EndTime,
			FirstNotice: link[committee.MeetingID](b, committee.KindMeeting, r.FirstNotice),
			Chair:       link[committee.PersonID](b, committee.KindPerson, r.Chair),
			Secretary:   link[committee.PersonID](b, committee.KindPerson, r.Secretary),
			Language:    committee.French, Objectives: r.Objectives, Remarks: r.Remarks,
			Confidentiality: r.Confidentiality, Distribution: r.Distribution,
			References: links[committee.ReferenceID](b, committee.KindReference, r.References),
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Meeting, id), saving(b.desk.SaveMeeting, v))
		var steps []step[committee.Meeting]
		for _, s := range r.Steps {
			steps = append(steps, b.meetingStep(v, s))
		}
		live(b, string(id), life[committee.Meeting]{
			read: func(ctx context.Context) (committee.Meeting, error) {
				s, err := b.desk.Meeting(ctx, id)
				return s.Meeting, err
			},
			state: func(m committee.Meeting) any {
				// No correction is the same as an empty list of them.
				m.Minutes.Corrections = append([]committee.Correction{}, m.Minutes.Corrections...)
				return []any{m.State, m.Notice, m.Opened, m.Closed, m.Minutes}
			},
		}, v, steps)
	}
}

func (b *builder) meetingStep(m committee.Meeting, s stepRow) step[committee.Meeting] {
	type meeting = committee.Meeting
	at := link[committee.MeetingID](b, committee.KindMeeting, s.At)
	d := b.desk
	var st step[meeting]
	var use func(context.Context, meeting) (meeting, error)
	st.on, st.rank = s.On, atRuling
	switch s.Do {
	case committee.VerbConvene:
		st.rank = atNotice
		st.plan = func(m meeting) (meeting, error) { return m.Convene(s.On) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			return d.ConveneMeeting(ctx, m.ID, m.Version, s.On)
		}
	case committee.VerbOpen:
		st.on, st.rank = m.Starts, atOpening
		st.plan = func(m meeting) (meeting, error) { return m.Open(s.Time) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			return d.OpenMeeting(ctx, m.ID, m.Version, s.Time)
		}
	case committee.VerbAdjourn:
		st.on, st.rank = m.Last(), atAdjourning
		st.plan = func(m meeting) (meeting, error) { return m.Adjourn(s.Time) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			return adjourn(ctx, d, m, s.Time)
		}
	case committee.VerbCorrect:
		c := committee.Correction{On: s.On, Text: s.Text, By: b.named(s.By)}
		st.plan = func(m meeting) (meeting, error) { return m.Correct(c) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			return d.CorrectMinutes(ctx, m.ID, m.Version, c)
		}
	case committee.VerbAdopt:
		st.plan = func(m meeting) (meeting, error) { return m.AdvanceMinutes(s.Do, at, s.On) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			return d.AdoptMinutes(ctx, m.ID, m.Version, at, s.On)
		}
	case committee.VerbCirculate, committee.VerbSign:
		st.rank = afterwards
		st.plan = func(m meeting) (meeting, error) { return m.AdvanceMinutes(s.Do, "", s.On) }
		use = func(ctx context.Context, m meeting) (meeting, error) {
			if s.Do == committee.VerbSign {
				return d.SignMinutes(ctx, m.ID, m.Version, s.On)
			}
			return d.CirculateMinutes(ctx, m.ID, m.Version, s.On)
		}
	default:
		st.plan = func(m meeting) (meeting, error) { return m, errVerb }
	}
	st.take = func(ctx context.Context, m meeting) error {
		_, err := use(ctx, m)
		return err
	}
	return st
}

// adjourn ends a session whatever its record lacks: that is what a pack or an
// example is made to hold.
func adjourn(ctx context.Context, d Desk, m committee.Meeting, at committee.Clock) (committee.Meeting, error) {
	failed, err := d.Checks(ctx, m.ID)
	if err != nil {
		return m, err
	}
	var passed []committee.Override
	for _, c := range failed {
		passed = append(passed, c.Override)
	}
	return d.AdjournMeeting(ctx, m.ID, m.Version, at, passed...)
}

// held is what the record of a meeting hangs on: its key's ID and its days.
type held struct {
	id     committee.MeetingID
	starts committee.Date
	last   committee.Date
}

func (b *builder) heldOn(key string) held {
	id := link[committee.MeetingID](b, committee.KindMeeting, key)
	return b.days[id]
}

func (b *builder) items(f *file) {
	positions := map[string]int{}
	for _, r := range f.Items {
		id, stamp := begin[committee.AgendaItemID](b, f, committee.KindAgendaItem, r.row)
		m := b.heldOn(r.Meeting)
		positions[r.Meeting]++
		v := committee.AgendaItem{
			ID: id, Stamp: stamp, Meeting: m.id, Position: positions[r.Meeting], Kind: r.Kind, Title: r.Title,
			Text: r.Text, Planned: r.Planned, Day: r.Day,
			Presenter: link[committee.FunctionID](b, committee.KindFunction, r.Presenter),
			Group:     link[committee.GroupID](b, committee.KindGroup, r.Group),
			From:      link[committee.AgendaItemID](b, committee.KindAgendaItem, r.From),
		}
		b.fail(v.Validate())
		b.add("", atSetup, b.onRecord(m.id, func(s register.MeetingSheet) bool {
			return slices.ContainsFunc(s.Items, func(i committee.AgendaItem) bool { return i.ID == id })
		}), saving(b.desk.SaveAgendaItem, v))
		if r.Outcome != committee.Pending {
			b.settle(v, m, r)
		}
	}
}

func (b *builder) settle(v committee.AgendaItem, m held, r itemRow) {
	type item = committee.AgendaItem
	to := link[committee.GroupID](b, committee.KindGroup, r.To)
	live(b, string(v.ID), life[item]{
		read: func(ctx context.Context) (item, error) {
			s, err := b.desk.AgendaItem(ctx, v.ID)
			return s.Item, err
		},
		state: func(i item) any { return i.Outcome },
	}, v, []step[item]{{
		on: m.last, rank: atSettling,
		plan: func(i item) (item, error) { return i.Settle(r.Outcome, to, r.Note) },
		take: func(ctx context.Context, i item) error {
			_, err := b.desk.SettleAgendaItem(ctx, i.ID, i.Version, r.Outcome, to, r.Note)
			return err
		},
	}})
}

// onRecord finds a row in the record of a meeting. When the record is closed
// the row counts as found: nothing can be added any more. The record is read
// once: this load closes it only after all its rows are there.
func (b *builder) onRecord(id committee.MeetingID, has func(register.MeetingSheet) bool) func(context.Context) error {
	return func(ctx context.Context) error {
		s, read := b.records[id]
		if !read {
			var err error
			if s, err = b.desk.Meeting(ctx, id); err != nil {
				return err
			}
			b.records[id] = s
		}
		if s.Meeting.RecordOpen() && !has(s) {
			return committee.ErrNotFound
		}
		return nil
	}
}

func (b *builder) attendance(f *file) {
	for _, r := range f.Attendance {
		id, stamp := begin[committee.AttendanceID](b, f, committee.KindAttendance, r.row)
		m := b.heldOn(r.Meeting)
		v := committee.Attendance{
			ID: id, Stamp: stamp, Meeting: m.id, Quality: r.Quality, Presence: r.Presence,
			RepresentedBy: r.RepresentedBy, Remarks: r.Remarks,
			Person:      link[committee.PersonID](b, committee.KindPerson, r.Person),
			Function:    link[committee.FunctionID](b, committee.KindFunction, r.Function),
			Institution: link[committee.InstitutionID](b, committee.KindInstitution, r.Institution),
		}
		for _, h := range r.HalfDays {
			v.HalfDays = append(v.HalfDays, committee.HalfDay{Day: h.Day, Afternoon: h.Afternoon, Presence: h.Presence})
		}
		for _, mv := range r.Movements {
			v.Movements = append(v.Movements, committee.Movement{At: mv.At, Arrival: mv.Arrival})
		}
		b.fail(v.Validate())
		b.add(m.starts, onRecord, b.onRecord(m.id, func(s register.MeetingSheet) bool {
			return slices.ContainsFunc(s.Attendance, func(a committee.Attendance) bool { return a.ID == id })
		}), saving(b.desk.SaveAttendance, v))
	}
}

func (b *builder) entries(f *file) {
	positions := map[string]int{}
	for _, r := range f.Entries {
		id, stamp := begin[committee.EntryID](b, f, committee.KindEntry, r.row)
		item := link[committee.AgendaItemID](b, committee.KindAgendaItem, r.Item)
		m := b.days[b.meetingOf[item]]
		positions[r.Item]++
		v := committee.Entry{
			ID: id, Stamp: stamp, Meeting: m.id, Item: item, Position: positions[r.Item], At: r.At, Kind: r.Kind, Text: r.Text,
			Speaker:        link[committee.FunctionID](b, committee.KindFunction, r.Speaker),
			Decision:       link[committee.DecisionID](b, committee.KindDecision, r.Decision),
			Recommendation: link[committee.RecommendationID](b, committee.KindRecommendation, r.Recommendation),
			Action:         link[committee.ActionID](b, committee.KindAction, r.Action),
			Votes:          r.Votes.counted(),
		}
		b.fail(v.Validate())
		b.add(m.starts, onRecord, b.onRecord(m.id, func(s register.MeetingSheet) bool {
			return slices.ContainsFunc(s.Entries, func(e committee.Entry) bool { return e.ID == id })
		}), saving(b.desk.SaveEntry, v))
	}
}
