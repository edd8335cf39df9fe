package store

import (
	"context"
	"database/sql"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Pending is what waits to be put on the agenda of a meeting, or
// committee.ErrNotFound.
func (s *Store) Pending(ctx context.Context, id committee.MeetingID) (p register.Pending, err error) {
	err = s.read(ctx, func(q querier) error {
		if p.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
			return err
		}
		a, err := agendaFor(ctx, q, p.Meeting)
		if err != nil {
			return err
		}
		p.Items = slices.Clone(a.items)
		a.recognize()
		p.Arising = a.has(committee.AgendaItem{Purpose: committee.MattersArising})
		t, err := templateOf(ctx, q, p.Meeting)
		if err != nil {
			return err
		}
		p.Template = a.follow(t.items())
		if p.Minutes, err = pendingMinutes(ctx, q, p.Meeting); err != nil {
			return err
		}
		if err = tiedByHand(ctx, q, a, &p); err != nil {
			return err
		}
		if p.PutOff, err = pendingItems(ctx, q, p.Meeting); err != nil {
			return err
		}
		of := register.Query{Limit: allRows, Moving: true}
		if p.Meeting.Group != "" {
			of.Of = groups.thing(string(p.Meeting.Group))
		}
		proposed, err := backlogListing().window(ctx, q, of)
		if err != nil {
			return err
		}
		p.Proposed = proposed.Rows
		p.Matters, err = openMatters(ctx, q, p.Meeting.Group)
		return err
	})
	return p, err
}

// tiedByHand finds the minutes for whose adoption the agenda has an item that was
// written by hand: it is not lengthened by them.
func tiedByHand(ctx context.Context, q querier, a agenda, p *register.Pending) error {
	p.Named, p.Alone, p.Listed = map[committee.MeetingID]bool{}, map[committee.MeetingID]bool{}, map[committee.MeetingID]string{}
	for _, l := range p.Minutes {
		of, err := meetings.load(ctx, q, string(l.ID))
		if err != nil {
			return err
		}
		p.Named[l.ID], p.Alone[l.ID] = a.tied(of, false) >= 0, a.tied(of, true) >= 0
		if at := a.listed(of); at >= 0 && !p.Named[l.ID] && (!p.Alone[l.ID] || len(p.Minutes) > 1) {
			p.Listed[l.ID] = a.items[at].Title
		}
	}
	return nil
}

// bodyOf are the arguments of a statement about the body that meets and what
// came before its meeting.
func bodyOf(m committee.Meeting) []any {
	return []any{sql.Named("meeting", m.ID), sql.Named("body", string(m.Group)), sql.Named("day", m.Starts), sql.Named("most", allRows)}
}

// pendingMinutes are the earlier meetings of the body whose minutes are drafted
// or circulate, and that no item of the meeting is about.
func pendingMinutes(ctx context.Context, q querier, m committee.Meeting) ([]register.MeetingLine, error) {
	l := meetingListing()
	answer, err := q.QueryContext(ctx, "SELECT "+l.columns+" FROM "+l.from+` WHERE t.archived = 0 AND `+meetingMinutesDue+`
		AND coalesce(t.working_group, '') = :body AND t.id <> :meeting AND (:day = '' OR t.starts <= :day)
		AND NOT EXISTS (SELECT 1 FROM agenda_item i WHERE i.concerns = t.id AND i.meeting = :meeting AND i.archived = 0)
		ORDER BY t.starts, t.start_time, t.id LIMIT :most`, bodyOf(m)...)
	return collect(answer, err, l.scan)
}

// pendingItems are the items that wait for a later meeting. Those that the
// program makes the matter of do not: they are made anew. A second notice takes
// back those of its first meeting that another meeting is to take up.
func pendingItems(ctx context.Context, q querier, m committee.Meeting) ([]register.PendingItem, error) {
	var first committee.MeetingID
	if m.Kind == committee.SecondNotice {
		first = m.FirstNotice
	}
	answer, err := q.QueryContext(ctx, `SELECT t.id, coalesce(nullif(b.ref, ''), b.title), b.starts, `+presenterName+`, `+groupName+`
		FROM agenda_item t JOIN meeting b ON b.id = t.meeting
		LEFT JOIN post f ON f.id = t.presenter LEFT JOIN institution o ON o.id = f.institution LEFT JOIN working_group g ON g.id = t.working_group
		WHERE t.archived = 0 AND t.purpose = '' AND b.archived = 0 AND b.id <> :meeting AND (:day = '' OR b.starts <= :day)
		AND t.id IN (
			SELECT i.id FROM agenda_item i WHERE i.outcome = 'postponed' AND i.archived = 0
			UNION ALL SELECT i.id FROM agenda_item i WHERE i.outcome = 'referred' AND i.archived = 0 AND i.referred_to = :body
			UNION ALL SELECT i.id FROM meeting c JOIN agenda_item i ON i.meeting = c.id WHERE c.state = 'cancelled' AND i.outcome = '')
		AND (t.outcome = 'referred' OR coalesce(b.working_group, '') = :body)
		AND NOT EXISTS (SELECT 1 FROM agenda_item n WHERE n.from_item = t.id AND n.archived = 0
			AND (b.id <> :first OR n.meeting = :meeting OR n.outcome <> '' OR n.meeting NOT IN (SELECT id FROM meeting WHERE state IN `+toBeHeld+`)))
		ORDER BY b.starts, t.position, t.id LIMIT :most`, append(bodyOf(m), sql.Named("first", first))...)
	found, err := collect(answer, err, func(row scanner) (p register.PendingItem, err error) {
		return p, row.Scan(&p.Item.ID, &p.Meeting, &p.On, &p.Presenter, &p.Group)
	})
	if err != nil {
		return nil, err
	}
	for n := range found {
		if found[n].Item, err = agendaItems.load(ctx, q, string(found[n].Item.ID)); err != nil {
			return nil, err
		}
		if found[n].Carried, err = carried(ctx, q, found[n].Item.ID); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// carried is how many meetings an item was on without being dealt with, itself
// and those that it takes up again.
func carried(ctx context.Context, q querier, id committee.AgendaItemID) (n int, err error) {
	err = q.QueryRowContext(ctx, `WITH RECURSIVE back (id, from_item, meeting) AS (
			SELECT id, from_item, meeting FROM agenda_item WHERE id = ?
			UNION SELECT i.id, i.from_item, i.meeting FROM agenda_item i JOIN back b ON i.id = b.from_item)
		SELECT count(*) FROM back JOIN meeting m ON m.id = back.meeting WHERE m.state <> 'cancelled'`, id).Scan(&n)
	return n, err
}

// openMatters counts the actions and the adopted recommendations that are still
// open: those of a group, or all of them.
func openMatters(ctx context.Context, q querier, of committee.GroupID) (n int, err error) {
	narrowed := ""
	if of != "" {
		narrowed = " AND working_group = :body"
	}
	err = q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM roadmap_action WHERE pending = 'yes'`+narrowed+`)
		+ (SELECT count(*) FROM recommendation WHERE archived = 0 AND outcome_state IN ('adopted', 'adopted_amended') AND state IN `+openActions+narrowed+`)`,
		sql.Named("body", string(of))).Scan(&n)
	return n, err
}

// What presenter and group of an item are called, for SQL.
const (
	presenterName = "coalesce(f.title || ', ' || coalesce(nullif(o.acronym, ''), o.name), '')"
	groupName     = "coalesce(nullif(g.acronym, ''), g.name, '')"
)

// Proposals lists the committee's backlog: items that are proposed and on no
// agenda yet, in their order.
func (s *Store) Proposals(ctx context.Context, query register.Query) (register.Window[register.PendingItem], error) {
	return lookUp(ctx, s, backlogListing(), query)
}

func backlogListing() listing[register.PendingItem] {
	// The first line of the journal that touched it; what was loaded has the day
	// of the load.
	const since = `coalesce((SELECT substr(j.at, 1, 10) FROM journal_change c JOIN journal j ON j.seq = c.seq
		WHERE c.kind = 'agenda_item' AND c.id = t.id ORDER BY c.seq LIMIT 1), '')`
	return listing[register.PendingItem]{
		columns: `t.id, t.version, t.archived, t.position, t.kind, t.title, t.text, t.planned, coalesce(t.presenter, ''), coalesce(t.working_group, ''), ` +
			presenterName + ", " + groupName + ", " + since,
		from: `agenda_item t LEFT JOIN post f ON f.id = t.presenter LEFT JOIN institution o ON o.id = f.institution
			LEFT JOIN working_group g ON g.id = t.working_group`,
		match: "t.folded || ' ' || coalesce(f.folded, '') || ' ' || coalesce(o.folded, '') || ' ' || coalesce(g.folded, '')",
		orders: map[string]order{
			"": by("t.position"), "title": by("t.folded"), "kind": by("t.kind", "t.position"), "since": known(since),
			"presenter": known(presenterName), "group": known(groupName), "planned": by("t.planned"),
		},
		of: map[committee.Kind]narrowing{
			committee.KindGroup: where("t.working_group = :of"), committee.KindFunction: where("t.presenter = :of"),
		},
		where: []string{"t.meeting IS NULL"},
		scan: func(row scanner) (l register.PendingItem, err error) {
			i := &l.Item
			err = row.Scan(&i.ID, &i.Version, &i.Archived, &i.Position, &i.Kind, &i.Title, &i.Text, &i.Planned, &i.Presenter, &i.Group,
				&l.Presenter, &l.Group, &l.On)
			return l, err
		},
	}
}
