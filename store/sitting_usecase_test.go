package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// sat is a group's meeting in session, with an item under way and somebody there.
type sat struct {
	desk
	m    committee.Meeting
	i    committee.AgendaItem
	next committee.AgendaItem
	a    committee.Attendance
}

func (d desk) sits() sat {
	d.t.Helper()
	return d.sitting(d.apart())
}

// plenary is an ordinary meeting in session today.
func (d desk) plenary() sat {
	d.t.Helper()
	return d.sitting(d.meeting(committee.Meeting{Starts: "2017-12-15"}))
}

func (d desk) sitting(m committee.Meeting) sat {
	d.t.Helper()
	s := sat{desk: d}
	s.a = must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID}))(d.t)
	s.i, s.next = d.item(m.ID, "Premier point"), d.item(m.ID, "Second point")
	s.m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(d.t)
	s.i = must(d.TakeUpItem(ctx, s.i.ID, s.i.Version))(d.t)
	return s
}

// adopting is a session with an item, under way, on earlier minutes that wait
// for their adoption.
func (d desk) adopting() (sat, committee.AgendaItem) {
	d.t.Helper()
	// Of a group: another meeting may be in session besides.
	m := d.apart()
	before := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: m.Group, Starts: "2017-11-02"})
	before = must(d.OpenMeeting(ctx, before.ID, before.Version, "09:00"))(d.t)
	before = must(d.adjourn(before, "12:00"))(d.t)
	before = must(d.CirculateMinutes(ctx, before.ID, before.Version, "2017-11-10"))(d.t)
	x := d.sitting(m)
	i := must(d.SaveAgendaItem(ctx, committee.AgendaItem{
		Meeting: x.m.ID, Kind: committee.ForDecisionItem, Title: "PV de novembre", Purpose: committee.MinutesAdoption, Concerns: before.ID, Position: 1,
	}))(d.t)
	return x, must(d.TakeUpItem(ctx, i.ID, i.Version))(d.t)
}

// capture captures a line under the first item.
func (s sat) capture(kind committee.EntryKind, text string) committee.Entry {
	s.t.Helper()
	return must(s.CaptureLine(ctx, register.Capture{Item: s.i.ID, Kind: kind, Text: text}))(s.t)
}

// now is the session as it is.
func (s sat) now(t *testing.T) register.Session {
	t.Helper()
	return must(s.Session(ctx, s.m.ID))(t)
}

func lineCases(d desk) map[string]func() func(s *Store) error {
	note := func(use func(s *Store, x sat, e committee.Entry) error) func() func(s *Store) error {
		return func() func(s *Store) error {
			x := d.sits()
			e := x.capture(committee.Note, "Une note")
			return func(s *Store) error { return use(s, x, e) }
		}
	}
	return map[string]func() func(s *Store) error{
		"CaptureLine": note(func(s *Store, x sat, _ committee.Entry) error {
			return fails(s.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.EntryDecision, Text: "Décide"}))
		}),
		"ReviseLine": note(func(s *Store, _ sat, e committee.Entry) error {
			return fails(s.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "Une autre note"}))
		}),
		"TurnLine": note(func(s *Store, _ sat, e committee.Entry) error {
			return fails(s.TurnLine(ctx, e.ID, e.Version, register.Capture{Kind: committee.EntryAction}))
		}),
		"MoveLine": note(func(s *Store, x sat, e committee.Entry) error {
			return fails(s.MoveLine(ctx, e.ID, e.Version, x.next.ID))
		}),
		"RemoveLine": note(func(s *Store, _ sat, e committee.Entry) error { return s.RemoveLine(ctx, e.ID, e.Version, true) }),
		"SplitLine": note(func(s *Store, _ sat, e committee.Entry) error {
			return fails(s.SplitLine(ctx, e.ID, e.Version, 3))
		}),
		"RecordVote": note(func(s *Store, x sat, _ committee.Entry) error {
			return fails(s.RecordVote(ctx, register.VoteCapture{Item: x.i.ID, Text: "Vote", Ballot: committee.Ballot{Manner: committee.Consensus}}))
		}),
		"AdoptTogether": func() func(s *Store) error {
			x, r := d.sits(), d.recommendation()
			return func(s *Store) error {
				return fails(s.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: r.ID, Version: r.Version}}))
			}
		},
		"AnswerMatter": func() func(s *Store) error {
			x, a := d.sits(), d.action(committee.Action{})
			return func(s *Store) error {
				return fails(s.AnswerMatter(ctx, register.Answer{
					Meeting: x.m.ID, Thing: actions.thing(string(a.ID)), Version: a.Version, Kind: register.AnswerLeave,
				}))
			}
		},
	}
}

func sittingCases(d desk) map[string]func() func(s *Store) error {
	sitting := func(use func(s *Store, x sat) error) func() func(s *Store) error {
		return func() func(s *Store) error {
			x := d.sits()
			return func(s *Store) error { return use(s, x) }
		}
	}
	return map[string]func() func(s *Store) error{
		"TakeUpItem": sitting(func(s *Store, x sat) error { return fails(s.TakeUpItem(ctx, x.next.ID, x.next.Version)) }),
		"ConcludeItem": sitting(func(s *Store, x sat) error {
			return fails(s.ConcludeItem(ctx, x.i.ID, x.i.Version, committee.DealtWith, "", ""))
		}),
		"SettleItems": sitting(func(s *Store, x sat) error {
			return s.SettleItems(ctx, x.m.ID, ending(committee.PutOff, x.i, x.next))
		}),
		"AdoptMinutesUnder": func() func(s *Store) error {
			_, i := d.adopting()
			return func(s *Store) error { return fails(s.AdoptMinutesUnder(ctx, i.ID, i.Version)) }
		},
		"SuspendMeeting": sitting(func(s *Store, x sat) error { return fails(s.SuspendMeeting(ctx, x.m.ID, x.m.Version)) }),
		"ResumeMeeting": func() func(s *Store) error {
			x := d.sits()
			m := must(d.SuspendMeeting(ctx, x.m.ID, x.m.Version))(d.t)
			return func(s *Store) error { return fails(s.ResumeMeeting(ctx, m.ID, m.Version)) }
		},
		"Attend": sitting(func(s *Store, x sat) error {
			return fails(s.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))
		}),
		"Move": sitting(func(s *Store, x sat) error { return fails(s.Move(ctx, x.a.ID, x.a.Version, true, "", "")) }),
		"Welcome": sitting(func(s *Store, x sat) error {
			return fails(s.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: x.m.ID, Institution: d.sante.ID}}))
		}),
	}
}
