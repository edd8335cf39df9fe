package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Meeting is one meeting with its record and what came of it, or
// committee.ErrNotFound.
func (s *Store) Meeting(ctx context.Context, id committee.MeetingID) (sheet register.MeetingSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		sheet, err = meetingSheet(ctx, q, id, s.moment())
		return err
	})
	return sheet, err
}

func meetingSheet(ctx context.Context, q querier, id committee.MeetingID, now instant) (sheet register.MeetingSheet, err error) {
	if sheet.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
		return sheet, err
	}
	if err := recordOf(ctx, q, &sheet); err != nil {
		return sheet, err
	}
	of := meetings.thing(string(id))
	came, err := cameOf(ctx, q, of, now.on)
	if err != nil {
		return sheet, err
	}
	sheet.Recommendations, sheet.Decisions, sheet.Actions, sheet.Cut = came.recommended, came.decided, came.given, came.cut
	if sheet.Groups, err = groupListing().every(ctx, q, register.Query{Of: of}); err != nil {
		return sheet, err
	}
	if err := reckon(ctx, q, &sheet, now); err != nil {
		return sheet, err
	}
	c, err := theCommittee(ctx, q)
	if err != nil {
		return sheet, err
	}
	sheet.NoticeDays = c.NoticeDays
	if sheet.Again, err = calledAgain(ctx, q, id); err != nil {
		return sheet, err
	}
	if sheet.HadQuorum, err = hadQuorum(ctx, q, sheet.Meeting, now); err != nil {
		return sheet, err
	}
	things := append(meetings.points(&sheet.Meeting), meetings.thing(string(sheet.Again)))
	things = append(things, pointsOf(agendaItems, sheet.Items)...)
	things = append(things, pointsOf(attendances, sheet.Attendance)...)
	sheet.Names, err = names(ctx, q, append(things, pointsOf(entries, sheet.Entries)...))
	return sheet, err
}

// recordOf reads the agenda by position, the attendance list by institution
// and person, and the minutes in the order of the agenda.
func recordOf(ctx context.Context, q querier, sheet *register.MeetingSheet) (err error) {
	id := sheet.Meeting.ID
	if sheet.Items, err = agendaItems.loadAll(ctx, q, "WHERE meeting = ? AND archived = 0 ORDER BY position, id", id); err != nil {
		return err
	}
	if sheet.Attendance, err = attendances.loadAll(ctx, q, `WHERE meeting = ? AND archived = 0 ORDER BY
		coalesce((SELECT i.name_key FROM institution i WHERE i.id = attendance.institution), char(1114111)),
		coalesce((SELECT p.name_key FROM person p WHERE p.id = attendance.person), ''), id`, id); err != nil {
		return err
	}
	sheet.Entries, err = entries.loadAll(ctx, q, `WHERE meeting = ? AND archived = 0 ORDER BY
		(SELECT i.position FROM agenda_item i WHERE i.id = entry.item), item, position, id`, id)
	return err
}

// outcome is what came of a meeting or of an agenda item, by number.
type outcome struct {
	recommended []register.RecommendationLine
	decided     []register.DecisionLine
	given       []register.ActionLine
	cut         register.Cut
}

func cameOf(ctx context.Context, q querier, of committee.Thing, today committee.Date) (o outcome, err error) {
	query := register.Query{Of: of, Sort: "ref"}
	if o.recommended, err = recommendationListing(today).first(ctx, q, query, register.PartRecommendations, &o.cut); err != nil {
		return o, err
	}
	if o.decided, err = decisionListing().first(ctx, q, query, register.PartDecisions, &o.cut); err != nil {
		return o, err
	}
	o.given, err = actionListing(today).first(ctx, q, query, register.PartActions, &o.cut)
	return o, err
}

// AgendaItem is one item of an agenda with its lines of the minutes and what
// came of it, or committee.ErrNotFound.
func (s *Store) AgendaItem(ctx context.Context, id committee.AgendaItemID) (sheet register.AgendaItemSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Item, err = agendaItems.load(ctx, q, string(id)); err != nil {
			return err
		}
		if !sheet.Item.Proposed() {
			if sheet.Meeting, err = meetings.load(ctx, q, string(sheet.Item.Meeting)); err != nil {
				return err
			}
		}
		if sheet.Entries, err = entries.loadAll(ctx, q, "WHERE item = ? AND archived = 0 ORDER BY position, id", id); err != nil {
			return err
		}
		came, err := cameOf(ctx, q, agendaItems.thing(string(id)), s.today())
		if err != nil {
			return err
		}
		sheet.Recommendations, sheet.Decisions, sheet.Actions, sheet.Cut = came.recommended, came.decided, came.given, came.cut
		things := agendaItems.points(&sheet.Item)
		if !sheet.Item.Proposed() {
			things = append(things, meetings.points(&sheet.Meeting)...)
		}
		sheet.Names, err = names(ctx, q, append(things, pointsOf(entries, sheet.Entries)...))
		return err
	})
	return sheet, err
}
