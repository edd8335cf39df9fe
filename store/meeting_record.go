package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// MeetingRecord is a meeting with all that its minutes and its record of
// decisions say, as of one moment, or committee.ErrNotFound.
func (s *Store) MeetingRecord(ctx context.Context, id committee.MeetingID) (r register.MeetingRecord, err error) {
	err = s.read(ctx, func(q querier) error {
		if r.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
			return err
		}
		if r.Committee, err = theCommittee(ctx, q); err != nil {
			return err
		}
		w := recorder{q: q, now: s.moment(), zone: s.now().Location(), MeetingRecord: &r}
		for _, read := range []func(context.Context) error{w.sat, w.came, w.followed, w.neighbours, w.reopened, w.turns, w.unadopted, w.offices, w.posts, w.names} {
			if err := read(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	return r, err
}

// recorder reads the record of a meeting, part by part.
type recorder struct {
	q    querier
	now  instant
	zone *time.Location
	*register.MeetingRecord
}

// sat reads the agenda, the attendance list, the lines of the minutes, the
// presence that the list makes and the proxies that it does not count.
func (r recorder) sat(ctx context.Context) error {
	sheet := register.MeetingSheet{Meeting: r.Meeting}
	if err := recordOf(ctx, r.q, &sheet); err != nil {
		return err
	}
	r.Items, r.Attendance, r.Entries = sheet.Items, sheet.Attendance, sheet.Entries
	// Whoever came is on the list, though they left before the end.
	sheet.Meeting.State = committee.Planned
	p, err := presenceOf(ctx, r.q, sheet.Meeting, sheet.Attendance, r.now)
	if err != nil {
		return err
	}
	r.Counted, r.Uncounted = p.less(nil), p.lost
	_, r.HalvesUncounted = p.halves()
	return r.stages(ctx)
}

// stages reckons the presence of the items that were taken up on several
// half-days, on each on which they were dealt with and that was noted; of the last
// on which it was taken up, the item keeps it.
func (r recorder) stages(ctx context.Context) error {
	r.Stages = map[committee.AgendaItemID][]register.Stage{}
	if r.Meeting.Days() < 2 {
		return nil
	}
	p, err := presenceOf(ctx, r.q, r.Meeting, r.Attendance, r.now)
	if err != nil {
		return err
	}
	for _, i := range r.Items {
		all := r.Meeting.HalvesOf(i.Spans)
		if len(all) < 2 || i.Quorum.Zero() {
			continue
		}
		halves, err := r.worked(ctx, i)
		if err != nil {
			return err
		}
		for _, half := range halves {
			if half == all[len(all)-1] {
				r.Stages[i.ID] = append(r.Stages[i.ID], register.Stage{Half: half, Quorum: i.Quorum})
			} else if q, noted := p.during(half, i.Recused); noted {
				r.Stages[i.ID] = append(r.Stages[i.ID], register.Stage{Half: half, Quorum: q})
			}
		}
	}
	return nil
}

// came reads what the meeting gave: what was put or ruled on there, worded
// there or given there.
func (r recorder) came(ctx context.Context) (err error) {
	ruled := func(table string, kind committee.Kind) string {
		return "WHERE archived = 0 AND id IN (SELECT id FROM " + table + " WHERE meeting = :of UNION SELECT id FROM " + table + ` WHERE outcome_meeting = :of
			UNION SELECT id FROM wording WHERE meeting = :of AND kind = '` + string(kind) + "') ORDER BY year, number, id"
	}
	of := sql.Named("of", r.Meeting.ID)
	if r.Decisions, err = decisions.loadAll(ctx, r.q, ruled("decision", committee.KindDecision), of); err != nil {
		return err
	}
	if r.Recommendations, err = recommendations.loadAll(ctx, r.q, ruled("recommendation", committee.KindRecommendation), of); err != nil {
		return err
	}
	if r.Actions, err = actions.loadAll(ctx, r.q, "WHERE archived = 0 AND meeting = ? ORDER BY year, number, id", r.Meeting.ID); err != nil {
		return err
	}
	if r.Minutes, err = minutesAdoptedAt(ctx, r.q, r.Meeting.ID); err != nil {
		return err
	}
	return r.hours(ctx)
}

// hours reckons the presence at the hour at which each thing was ruled on.
func (r recorder) hours(ctx context.Context) error {
	r.Then = map[committee.Thing]committee.Reckoning{}
	ruled := map[committee.Thing]committee.Deliberation{}
	for _, d := range r.Decisions {
		ruled[decisions.thing(string(d.ID))] = d.Outcome
	}
	for _, v := range r.Recommendations {
		ruled[recommendations.thing(string(v.ID))] = v.Outcome
	}
	for of, o := range ruled {
		q, err := ruledThen(ctx, r.q, r.Meeting, r.Attendance, of, o, r.zone)
		if err != nil {
			return err
		}
		if !q.Zero() {
			r.Then[of] = q
		}
	}
	return nil
}

// minutesAdoptedAt are the meetings whose minutes a meeting adopted.
func minutesAdoptedAt(ctx context.Context, q querier, id committee.MeetingID) ([]committee.Meeting, error) {
	return meetings.loadAll(ctx, q, "WHERE archived = 0 AND adopted_at = ? ORDER BY starts, start_time, id", id)
}

// answered reads the answers that the meeting gave on earlier recommendations
// and actions, and these.
func (r recorder) answered(ctx context.Context) (err error) {
	if r.Updates, err = updates.loadAll(ctx, r.q, "WHERE meeting = ? ORDER BY date, id", r.Meeting.ID); err != nil {
		return err
	}
	if r.Extensions, err = extensions.loadAll(ctx, r.q, "WHERE meeting = ? ORDER BY date, to_last, id", r.Meeting.ID); err != nil {
		return err
	}
	r.Followed, err = actions.loadAll(ctx, r.q, `WHERE id IN (SELECT action FROM progress_update WHERE meeting = :of
		UNION SELECT action FROM due_extension WHERE meeting = :of) ORDER BY year, number, id`, sql.Named("of", r.Meeting.ID))
	if err != nil {
		return err
	}
	r.Advised, err = recommendations.loadAll(ctx, r.q, `WHERE id IN (SELECT recommendation FROM recommendation_follow_up WHERE meeting = ?)
		ORDER BY year, number, id`, r.Meeting.ID)
	return err
}

// followed reads the answers, with the due dates that there were before them.
func (r recorder) followed(ctx context.Context) error {
	if err := r.answered(ctx); err != nil {
		return err
	}
	for n := range r.Followed {
		a := &r.Followed[n]
		err := r.q.QueryRowContext(ctx, `SELECT from_due FROM due_extension WHERE action = ? AND (meeting = ? OR date > ?)
			ORDER BY date, to_last, id LIMIT 1`, a.ID, r.Meeting.ID, r.Meeting.Last()).Scan(&a.Due)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	for n := range r.Advised {
		r.Advised[n].Due = r.Advised[n].DueAt(r.Meeting.ID, r.Meeting.Last())
	}
	return nil
}

// neighbours reads the meetings before and after, and the groups.
func (r recorder) neighbours(ctx context.Context) (err error) {
	m := r.Meeting
	if m.FirstNotice != "" {
		first, err := meetings.load(ctx, r.q, string(m.FirstNotice))
		if err != nil && !errors.Is(err, committee.ErrNotFound) {
			return err
		}
		if err == nil {
			r.Previous = &first
		}
	}
	next, err := meetings.loadAll(ctx, r.q, `WHERE archived = 0 AND starts > ? AND state <> 'cancelled' AND coalesce(working_group, '') = ?
		ORDER BY starts, start_time, id LIMIT 1`, m.Last(), m.Group)
	if err != nil {
		return err
	}
	if len(next) > 0 && !m.Starts.Zero() {
		r.Next = &next[0]
	}
	if r.Again, err = calledAgain(ctx, r.q, m.ID); err != nil {
		return err
	}
	if r.HadQuorum, err = hadQuorum(ctx, r.q, m, r.now); err != nil {
		return err
	}
	if err := r.origins(ctx); err != nil {
		return err
	}
	if err := r.takenUp(ctx); err != nil {
		return err
	}
	r.Groups, err = groups.loadAll(ctx, r.q, `WHERE archived = 0 AND (id = :group OR meeting = :of
		OR id IN (SELECT working_group FROM agenda_item WHERE meeting = :of AND archived = 0)) ORDER BY name_key, id`,
		sql.Named("group", m.Group), sql.Named("of", m.ID))
	return err
}

// reopened reads from the journal when the session was reopened, but for what was
// taken back, and whether the attendance list was changed since.
func (r recorder) reopened(ctx context.Context) error {
	answer, err := r.q.QueryContext(ctx, journalColumns+" WHERE j.kind = ? AND j.id = ? AND j.verb = ? ORDER BY j.seq",
		committee.KindMeeting, r.Meeting.ID, committee.VerbReopen)
	lines, err := collect(answer, err, scanJournalLine)
	since := int64(0)
	for _, l := range lines {
		then, known := noted(l.At, r.zone)
		if l.Undone || !known {
			continue
		}
		r.Reopened = append(r.Reopened, register.Reopening{On: then.on, At: then.at, By: l.By.Name, Why: l.Why})
		if since == 0 {
			since = l.Seq
		}
	}
	if err != nil || since == 0 {
		return err
	}
	return r.q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM attendance a JOIN journal_change c ON c.kind = 'attendance' AND c.id = a.id
		WHERE a.meeting = ? AND c.seq > ?)`, r.Meeting.ID, since).Scan(&r.Relisted)
}

// origins reads the meetings that items were taken up from; one that was only
// proposed comes from none.
func (r recorder) origins(ctx context.Context) error {
	r.Origins = map[committee.AgendaItemID]committee.Meeting{}
	for _, i := range r.Items {
		if i.From == "" {
			continue
		}
		found, err := meetings.loadAll(ctx, r.q, "WHERE id = (SELECT meeting FROM agenda_item WHERE id = ?)", i.From)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			r.Origins[i.ID] = found[0]
		}
	}
	return nil
}

// takenUp reads the meetings that have the items which waited on their agendas.
func (r recorder) takenUp(ctx context.Context) error {
	r.TakenUp = map[committee.AgendaItemID]committee.Meeting{}
	for _, i := range r.Items {
		if i.Outcome != committee.PutOff {
			continue
		}
		found, err := meetings.loadAll(ctx, r.q, `WHERE id IN (SELECT n.meeting FROM agenda_item n WHERE n.from_item = ? AND n.archived = 0)
			ORDER BY starts DESC, id DESC LIMIT 1`, i.ID)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			r.TakenUp[i.ID] = found[0]
		}
	}
	return nil
}

// offices finds what each person who appears held on the first day, in full
// rather than as an alternate.
func (r recorder) offices(ctx context.Context) error {
	wanted := []committee.PersonID{r.Meeting.Chair, r.Meeting.Secretary}
	for _, a := range r.Attendance {
		wanted = append(wanted, a.Person)
	}
	for _, g := range r.Groups {
		wanted = append(wanted, g.Chair, g.Rapporteur)
	}
	slices.Sort(wanted)
	wanted = slices.DeleteFunc(slices.Compact(wanted), func(p committee.PersonID) bool { return p == "" })
	r.Offices = make(map[committee.PersonID]committee.FunctionID, len(wanted))
	for _, p := range wanted {
		var function committee.FunctionID
		err := r.q.QueryRowContext(ctx, `SELECT m.function FROM mandate m WHERE m.person = :person AND m.archived = 0 AND `+inForce+`
			ORDER BY m.kind <> 'titular', m.kind <> 'alternate', m.from_date, m.id LIMIT 1`,
			sql.Named("person", p), sql.Named("today", r.Meeting.Starts)).Scan(&function)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		r.Offices[p] = function
	}
	return nil
}

// posts finds the institution of every function that appears.
func (r recorder) posts(ctx context.Context) error {
	r.Posts = map[committee.FunctionID]committee.InstitutionID{}
	var wanted []committee.FunctionID
	for _, i := range r.Items {
		wanted = append(wanted, i.Presenter)
	}
	for _, e := range r.Entries {
		wanted = append(wanted, e.Speaker)
	}
	for _, a := range r.Attendance {
		wanted = append(wanted, a.Function)
	}
	for _, f := range r.Offices {
		wanted = append(wanted, f)
	}
	slices.Sort(wanted)
	wanted = slices.DeleteFunc(slices.Compact(wanted), func(f committee.FunctionID) bool { return f == "" })
	for some := range slices.Chunk(wanted, 500) {
		args := make([]any, len(some))
		for i, f := range some {
			args[i] = f
		}
		answer, err := r.q.QueryContext(ctx, "SELECT id, institution FROM post WHERE id IN ("+marks(len(some))+")", args...)
		_, err = collect(answer, err, func(row scanner) (struct{}, error) {
			var f committee.FunctionID
			var i committee.InstitutionID
			err := row.Scan(&f, &i)
			r.Posts[f] = i
			return struct{}{}, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// names names all that the record points at.
func (r recorder) names(ctx context.Context) (err error) {
	things := slices.Concat(meetings.points(&r.Meeting), pointsOf(agendaItems, r.Items), pointsOf(attendances, r.Attendance), pointsOf(entries, r.Entries),
		pointsOf(decisions, r.Decisions), pointsOf(recommendations, r.Recommendations), pointsOf(actions, r.Actions), pointsOf(meetings, r.Minutes),
		pointsOf(updates, r.Updates), pointsOf(extensions, r.Extensions), pointsOf(actions, r.Followed), pointsOf(recommendations, r.Advised), pointsOf(groups, r.Groups))
	for f, i := range r.Posts {
		things = append(things, committee.Thing{Kind: committee.KindFunction, ID: string(f)}, institutions.thing(string(i)))
	}
	r.Names, err = names(ctx, r.q, things)
	return err
}

// MeetingCalled is the meeting that has a reference or an ID; "" for the one in
// session, the last one where several bodies sit, else the last one that was
// adjourned. Without one it is committee.ErrNotFound.
func (s *Store) MeetingCalled(ctx context.Context, name string) (id committee.MeetingID, err error) {
	err = s.read(ctx, func(q querier) error {
		if name == "" {
			err = q.QueryRowContext(ctx, `SELECT id FROM meeting WHERE archived = 0 AND state IN ('in_session', 'adjourned')
				ORDER BY state = 'in_session' DESC, coalesce(nullif(closed_on, ''), nullif(ends, ''), starts) DESC, closed DESC, starts DESC, id DESC
				LIMIT 1`).Scan(&id)
		} else {
			err = q.QueryRowContext(ctx, "SELECT id FROM meeting WHERE id = :name OR ref = :name AND ref <> ''", sql.Named("name", name)).Scan(&id)
		}
		if errors.Is(err, sql.ErrNoRows) {
			return committee.ErrNotFound
		}
		return err
	})
	return id, err
}

// MeetingsOn are the meetings that sat on a day, or are to, in their order.
func (s *Store) MeetingsOn(ctx context.Context, day committee.Date) (all []committee.Meeting, err error) {
	err = s.read(ctx, func(q querier) error {
		all, err = meetings.loadAll(ctx, q, `WHERE archived = 0 AND starts <> '' AND :day BETWEEN starts AND max(starts, ends)
			ORDER BY starts, start_time, id`, sql.Named("day", day))
		return err
	})
	return all, err
}
