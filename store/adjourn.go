package store

import (
	"context"
	"slices"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Checks are those that fail before a session is adjourned, in the order of
// committee.CheckKinds.
func (s *Store) Checks(ctx context.Context, id committee.MeetingID) (failed []register.Check, err error) {
	err = s.read(ctx, func(q querier) error {
		failed, err = checksOf(ctx, q, id, s.moment(), s.now().Location())
		return err
	})
	return failed, err
}

func checksOf(ctx context.Context, q querier, id committee.MeetingID, now instant, zone *time.Location) ([]register.Check, error) {
	sheet := register.MeetingSheet{}
	var err error
	if sheet.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
		return nil, err
	}
	if err := recordOf(ctx, q, &sheet); err != nil {
		return nil, err
	}
	c, err := theCommittee(ctx, q)
	if err != nil {
		return nil, err
	}
	all := append(checkOffices(sheet), checkPresence(sheet, c.Quorum)...)
	all = append(all, checkHalves(sheet, now)...)
	if sheet.Meeting.ShortNotice(c.NoticeDays) {
		all = append(all, register.Check{Override: committee.Override{Check: committee.CheckNotice}, Count: 1})
	}
	missed, err := checkMissed(ctx, q, sheet, zone)
	if err != nil {
		return nil, err
	}
	all = append(all, missed...)
	for _, i := range sheet.Items {
		if i.Outcome == committee.Pending {
			all = append(all, concerning(committee.CheckItem, agendaItems.thing(string(i.ID))))
		}
	}
	made, err := checkMade(ctx, q, id)
	if err != nil {
		return nil, err
	}
	for _, e := range sheet.Entries {
		if e.Kind == committee.EntryVote && (committee.Tally{Ballot: e.Ballot, Votes: e.Votes, Voters: e.Quorum.Present}).Check() != nil {
			all = append(all, concerning(committee.CheckVote, entries.thing(string(e.ID))))
		}
	}
	all = append(all, made...)
	slices.SortStableFunc(all, func(a, b register.Check) int {
		return slices.Index(committee.CheckKinds, a.Check) - slices.Index(committee.CheckKinds, b.Check)
	})
	return namedChecks(ctx, q, all)
}

func concerning(check committee.CheckKind, thing committee.Thing) register.Check {
	return register.Check{Override: committee.Override{Check: check, Kind: thing.Kind, Thing: thing.ID}, Count: 1}
}

// unfit is something that was settled without the quorum.
func unfit(thing committee.Thing, q committee.Reckoning) register.Check {
	c := concerning(committee.CheckMissed, thing)
	c.Quorum = q
	return c
}

// checkOffices looks for who presides and who keeps the minutes: somebody is
// named, and is not noted as away all along.
func checkOffices(sheet register.MeetingSheet) (all []register.Check) {
	for _, o := range []struct {
		check committee.CheckKind
		who   committee.PersonID
	}{{committee.CheckChair, sheet.Meeting.Chair}, {committee.CheckSecretary, sheet.Meeting.Secretary}} {
		switch {
		case o.who == "":
			all = append(all, register.Check{Override: committee.Override{Check: o.check}, Count: 1})
		case committee.NeverCame(sheet.Attendance, o.who):
			all = append(all, concerning(o.check, people.thing(string(o.who))))
		}
	}
	return all
}

// checkPresence looks at the attendance list and at the quorum.
func checkPresence(sheet register.MeetingSheet, rule committee.Quorum) (all []register.Check) {
	awaited := 0
	for _, a := range sheet.Attendance {
		if a.Presence == committee.Awaited {
			awaited++
		}
	}
	if awaited > 0 || len(sheet.Attendance) == 0 {
		all = append(all, register.Check{Override: committee.Override{Check: committee.CheckAttendance}, Count: awaited})
	}
	noted := !sheet.Meeting.Quorum.Zero() || slices.ContainsFunc(sheet.Items, func(i committee.AgendaItem) bool { return !i.Quorum.Zero() })
	m := sheet.Meeting
	// A group and a second notice require nobody.
	if rule.Set() && m.Group == "" && m.Kind != committee.SecondNotice && !noted {
		all = append(all, register.Check{Override: committee.Override{Check: committee.CheckQuorum}, Count: 1})
	}
	return all
}

// checkMissed looks for what was settled without the quorum: decisions, adopted
// recommendations, and the votes that settled neither.
func checkMissed(ctx context.Context, q querier, sheet register.MeetingSheet, zone *time.Location) (all []register.Check, err error) {
	m, told := sheet.Meeting, map[committee.Thing]bool{}
	look := func(of committee.Thing, item committee.AgendaItemID, o committee.Deliberation) error {
		then, err := ruledThen(ctx, q, m, sheet.Attendance, of, o, zone)
		if err != nil {
			return err
		}
		if q := m.ReckonedFor(of, item, o.State.InEffect(), sheet.Entries, sheet.Items, then); q.Missed() {
			told[of] = true
			all = append(all, unfit(of, q))
		}
		return nil
	}
	decided, err := decisions.loadAll(ctx, q, "WHERE outcome_meeting = ? AND archived = 0 AND outcome_state IN ('adopted', 'adopted_amended', 'rejected') ORDER BY year, number", m.ID)
	if err != nil {
		return nil, err
	}
	for _, d := range decided {
		if err := look(decisions.thing(string(d.ID)), d.Item, d.Outcome); err != nil {
			return nil, err
		}
	}
	advised, err := recommendations.loadAll(ctx, q, "WHERE outcome_meeting = ? AND archived = 0 AND outcome_state IN ('adopted', 'adopted_amended') ORDER BY year, number", m.ID)
	if err != nil {
		return nil, err
	}
	for _, r := range advised {
		if err := look(recommendations.thing(string(r.ID)), r.Item, r.Outcome); err != nil {
			return nil, err
		}
	}
	for _, e := range sheet.Entries {
		settled := told[decisions.thing(string(e.Decision))] || told[recommendations.thing(string(e.Recommendation))]
		if e.Kind == committee.EntryVote && e.Quorum.Missed() && !settled {
			all = append(all, unfit(entries.thing(string(e.ID)), e.Quorum))
		}
	}
	return all, nil
}

// leftUndecided are the recommendations put to a plenary that it left as they
// were proposed: those recorded there, unless their item waits for later, those
// put to an item that one of its own takes up again, on the same condition, those
// spoken of under an item dealt with, and those of the group whose item was; what
// a group meets on, and what another meeting left, is decided elsewhere.
const leftUndecided = upheld + `SELECT t.id FROM recommendation t WHERE t.archived = 0 AND t.outcome_state = 'proposed'
	AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = ?1 AND m.working_group IS NULL)
	AND t.id IN (
		SELECT r.id FROM recommendation r LEFT JOIN agenda_item i ON i.id = r.item
			WHERE r.meeting = ?1 AND coalesce(i.outcome, '') NOT IN ('postponed', 'referred')
		UNION SELECT r.id FROM back b CROSS JOIN recommendation r ON r.item = b.was WHERE b.was <> b.item AND b.outcome NOT IN ('postponed', 'referred')
		UNION SELECT e.recommendation FROM entry e JOIN agenda_item i ON i.id = e.item
			WHERE e.meeting = ?1 AND e.archived = 0 AND e.recommendation IS NOT NULL AND i.outcome = 'dealt_with'
		UNION SELECT r.id FROM agenda_item i JOIN recommendation r ON r.working_group = i.working_group LEFT JOIN meeting o ON o.id = r.meeting
			WHERE i.meeting = ?1 AND i.archived = 0 AND i.outcome = 'dealt_with' AND (r.meeting IS NULL OR o.working_group = i.working_group))
	ORDER BY t.year, t.number`

// notSettled are the decisions put to a meeting that it left as they were proposed:
// those made there, and those put to an item that one of its own takes up again,
// unless that waits for later once more.
const notSettled = upheld + `SELECT t.id FROM decision t WHERE t.archived = 0 AND t.outcome_state = 'proposed' AND t.id IN (
		SELECT d.id FROM decision d WHERE d.meeting = ?1
		UNION SELECT d.id FROM back b CROSS JOIN decision d ON d.item = b.was WHERE b.was <> b.item AND b.outcome NOT IN ('postponed', 'referred'))
	ORDER BY t.year, t.number`

// checkMade looks at what was made at a meeting, through its indexes.
func checkMade(ctx context.Context, q querier, id committee.MeetingID) (all []register.Check, err error) {
	for _, c := range []struct {
		check     committee.CheckKind
		kind      committee.Kind
		statement string
	}{
		{committee.CheckDecision, committee.KindDecision, notSettled},
		{committee.CheckProposed, committee.KindRecommendation, leftUndecided},
		{committee.CheckAction, committee.KindAction, `SELECT t.id FROM roadmap_action t WHERE t.meeting = ? AND t.archived = 0
			AND (t.institution IS NULL OR t.due = '') ORDER BY t.year, t.number`},
		{committee.CheckAddressee, committee.KindRecommendation, `SELECT t.id FROM recommendation t WHERE (t.meeting = ?1 OR t.outcome_meeting = ?1) AND t.archived = 0
			AND t.outcome_state NOT IN ('rejected', 'withdrawn')
			AND NOT EXISTS (SELECT 1 FROM recommendation_addressee l WHERE l.recommendation = t.id) ORDER BY t.year, t.number`},
	} {
		answer, err := q.QueryContext(ctx, c.statement, id)
		ids, err := collect(answer, err, func(row scanner) (id string, err error) { return id, row.Scan(&id) })
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			all = append(all, concerning(c.check, committee.Thing{Kind: c.kind, ID: id}))
		}
	}
	return all, nil
}

// namedChecks gives the things that checks are about the words people know them by.
func namedChecks(ctx context.Context, q querier, all []register.Check) ([]register.Check, error) {
	var things []committee.Thing
	for _, c := range all {
		things = append(things, committee.Thing{Kind: c.Kind, ID: c.Thing})
	}
	known, err := names(ctx, q, things)
	for n := range all {
		all[n].Name = known[things[n]]
	}
	return all, err
}

// AdjournMeeting ends a session at a time of day; its minutes become a draft
// and its record closes. While checks fail it is refused with a
// *committee.UncheckedError, unless each of them is passed over: the meeting
// keeps those. An hour that is still to come, or before the opening, is refused.
// Clocks stop, and what is postponed is put on the agenda of its
// second notice, or of the next meeting of the body that is planned or convened,
// as a new item that says which one it takes up.
func (s *Store) AdjournMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock, overridden ...committee.Override) (m committee.Meeting, err error) {
	err = s.write(ctx, committee.VerbAdjourn, meetings.thing(string(id)), "", func(tx *tx) error {
		m, err = s.adjourn(ctx, tx, id, version, at, overridden)
		return err
	})
	return m, err
}

func (s *Store) adjourn(ctx context.Context, tx *tx, id committee.MeetingID, version int, at committee.Clock, overridden []committee.Override) (committee.Meeting, error) {
	now := s.moment()
	if at != "" {
		now.at = at
	}
	items, err := agendaOf(ctx, tx, id)
	if err != nil {
		return committee.Meeting{}, err
	}
	// The record closes with the change of the meeting: what is on it goes first.
	if err := stopClocks(ctx, tx, items, "", now); err != nil {
		return committee.Meeting{}, err
	}
	m, err := meetings.change(ctx, tx, string(id), version, func(m committee.Meeting) (committee.Meeting, error) {
		if err := m.Allows(committee.VerbAdjourn); err != nil {
			return m, err
		}
		passed, err := passedOver(ctx, tx, m, overridden, s.moment(), s.now().Location())
		if err != nil {
			return m, err
		}
		if m.Suspended() {
			if m, err = m.Resume(now.on, now.at); err != nil {
				return m, err
			}
		}
		m.Overridden = passed
		on := s.said(m, "", "").on
		if present := s.moment(); on >= present.on && at > present.at {
			return m, &committee.FieldError{Field: committee.FieldEndTime, Reason: committee.ReasonFuture}
		}
		return m.AdjournOn(on, at)
	})
	if err != nil {
		return m, err
	}
	return m, s.carryOver(ctx, tx, m, items)
}

// passedOver are the checks that fail and were passed over; the others refuse.
// A meeting that is only known from a document passes them all: what it lacks
// is missing in the document.
func passedOver(ctx context.Context, q querier, m committee.Meeting, overridden []committee.Override, now instant, zone *time.Location) ([]committee.Override, error) {
	if m.FromSource() {
		return nil, nil
	}
	failed, err := checksOf(ctx, q, m.ID, now, zone)
	if err != nil {
		return nil, err
	}
	var passed, open []committee.Override
	for _, c := range failed {
		if slices.Contains(overridden, c.Override) {
			passed = append(passed, c.Override)
		} else {
			open = append(open, c.Override)
		}
	}
	if len(open) > 0 {
		return nil, &committee.UncheckedError{Failed: open}
	}
	return passed, nil
}

// carryOver puts what a meeting postponed on the agenda of its second notice, if
// there is one, or else of the next meeting of its body. A second notice has the agenda of its first meeting and takes
// nothing of another; the sessions of a workshop go to a workshop only. What
// has nowhere to go waits.
func (s *Store) carryOver(ctx context.Context, tx *tx, m committee.Meeting, items []committee.AgendaItem) error {
	if m.FromSource() || m.Starts.Zero() {
		return nil
	}
	coming, err := meetings.loadAll(ctx, tx, `WHERE state IN ('planned', 'convened') AND archived = 0 AND coalesce(working_group, '') = ?
		AND (kind <> 'second_notice' OR first_notice = ?) AND starts > ? ORDER BY kind <> 'second_notice', starts, start_time, id LIMIT 1`, m.Group, m.ID, m.Last())
	if err != nil || len(coming) == 0 {
		return err
	}
	a, err := agendaFor(ctx, tx, coming[0])
	if err != nil {
		return err
	}
	for _, i := range items {
		if i.Outcome != committee.PutOff || i.OfEveryMeeting() || staysAWorkshop(m, coming[0], i) {
			continue
		}
		if taken, err := successor(ctx, tx, i.ID); err != nil {
			return err
		} else if taken {
			continue
		}
		a.takeUp(i)
	}
	return a.keep(ctx, tx)
}

// staysAWorkshop tells whether an item of a workshop makes no sense at another
// meeting.
func staysAWorkshop(m, next committee.Meeting, i committee.AgendaItem) bool {
	return m.Kind == committee.Workshop && next.Kind != committee.Workshop && i.Kind.OfWorkshops()
}
