package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Conditions on a meeting, for SQL over the alias t: planned, convened or in
// session; minutes drafted or circulated.
const (
	meetingUpcoming   = "t.state_rank <= 2"
	meetingMinutesDue = "t.minutes_rank BETWEEN 1 AND 2"
)

// Meetings lists meetings, the newest first.
func (s *Store) Meetings(ctx context.Context, query register.Query) (register.Window[register.MeetingLine], error) {
	return lookUp(ctx, s, meetingListing(), query)
}

func meetingListing() listing[register.MeetingLine] {
	return listing[register.MeetingLine]{
		columns: `t.id, t.ref, t.kind, t.state, t.title, coalesce(nullif(g.acronym, ''), g.name, ''), t.place, t.starts, t.ends,
			t.start_time, t.notice, t.minutes_state, t.archived, t.items`,
		from: "meeting t LEFT JOIN working_group g ON g.id = t.working_group",
		kind: committee.KindMeeting, ties: []tie{namedBy("g", "working_group", "working_group")},
		orders: map[string]order{
			"": known("t.starts", "t.start_time"), "starts": known("t.starts", "t.start_time"), "ref": by("t.year", "t.number"),
			"title": by("t.beginning"), "kind": by("t.kind_rank", "t.starts"), "state": by("t.state_rank", "t.starts"),
			"body": driven("g", groupKey), "minutes": by("t.minutes_rank", "t.starts"), "items": by("t.items"),
		},
		latest: true,
		of: map[committee.Kind]narrowing{
			committee.KindGroup: where("t.working_group = :of"), committee.KindPerson: where("(t.chair = :of OR t.secretary = :of)"),
			committee.KindMeeting:   where("(t.first_notice = :of OR t.adopted_at = :of)"),
			committee.KindReference: tied("meeting_reference", "meeting", "reference"),
		},
		scopes: map[register.Scope]narrowing{register.Upcoming: where(meetingUpcoming), register.MinutesDue: where(meetingMinutesDue)},
		scan: func(row scanner) (l register.MeetingLine, err error) {
			err = row.Scan(&l.ID, &l.Ref, &l.Kind, &l.State, &l.Title, &l.Body, &l.Place, &l.Starts, &l.Ends,
				&l.StartTime, &l.Notice, &l.Minutes, &l.Archived, &l.Items)
			return l, err
		},
	}
}
