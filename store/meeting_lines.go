package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Conditions on a meeting, for SQL over the alias t.
const (
	meetingUpcoming   = "t.state IN ('planned', 'convened', 'in_session')"
	meetingMinutesDue = "t.minutes_state IN ('draft', 'circulated')"
)

// Meetings lists meetings, the newest first.
func (s *Store) Meetings(ctx context.Context, query register.Query) (register.Window[register.MeetingLine], error) {
	return lookUp(ctx, s, meetingListing(), query)
}

func meetingListing() listing[register.MeetingLine] {
	const items = "(SELECT count(*) FROM agenda_item a WHERE a.meeting = t.id AND a.archived = 0)"
	const bodyKey = "coalesce(nullif(g.acronym, ''), g.name_key)"
	minutes := []committee.MinutesState{
		committee.NoMinutes, committee.MinutesDraft, committee.MinutesCirculated, committee.MinutesAdopted, committee.MinutesSigned,
	}
	return listing[register.MeetingLine]{
		columns: `t.id, t.ref, t.kind, t.state, t.title, coalesce(nullif(g.acronym, ''), g.name, ''), t.place, t.starts, t.ends,
			t.start_time, t.notice, t.minutes_state, t.archived, ` + items,
		from:  "meeting t LEFT JOIN working_group g ON g.id = t.working_group",
		match: "t.folded || ' ' || coalesce(g.folded, '')",
		orders: map[string]order{
			"": known("t.starts", "t.start_time"), "starts": known("t.starts", "t.start_time"), "ref": by("t.year", "t.number"),
			"title": by("t.folded"), "kind": by(ranked("t.kind", committee.MeetingKinds), "t.starts"),
			"state": by(ranked("t.state", committee.MeetingStates), "t.starts"), "place": worded("t.place"), "notice": known("t.notice"),
			"body": worded(bodyKey), "group": worded(bodyKey), "minutes": by(ranked("t.minutes_state", minutes), "t.starts"), "items": by(items),
		},
		latest: true,
		of: map[committee.Kind]string{
			committee.KindGroup: "t.working_group = :of", committee.KindPerson: "(t.chair = :of OR t.secretary = :of)",
			committee.KindMeeting:   "(t.first_notice = :of OR t.adopted_at = :of)",
			committee.KindReference: "t.id IN (SELECT l.meeting FROM meeting_reference l WHERE l.reference = :of)",
		},
		scopes: map[register.Scope]string{register.Upcoming: meetingUpcoming, register.MinutesDue: meetingMinutesDue},
		scan: func(row scanner) (l register.MeetingLine, err error) {
			err = row.Scan(&l.ID, &l.Ref, &l.Kind, &l.State, &l.Title, &l.Body, &l.Place, &l.Starts, &l.Ends,
				&l.StartTime, &l.Notice, &l.Minutes, &l.Archived, &l.Items)
			return l, err
		},
	}
}
