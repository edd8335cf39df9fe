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
		sheet, err = meetingSheet(ctx, q, id, s.today())
		return err
	})
	return sheet, err
}

func meetingSheet(ctx context.Context, q querier, id committee.MeetingID, today committee.Date) (sheet register.MeetingSheet, err error) {
	if sheet.Meeting, err = meetings.load(ctx, q, string(id)); err != nil {
		return sheet, err
	}
	if err := recordOf(ctx, q, &sheet); err != nil {
		return sheet, err
	}
	of := meetings.thing(string(id))
	if sheet.Recommendations, sheet.Decisions, sheet.Actions, err = cameOf(ctx, q, of, today); err != nil {
		return sheet, err
	}
	if sheet.Groups, err = groupListing().every(ctx, q, register.Query{Of: of}); err != nil {
		return sheet, err
	}
	if err := reckon(ctx, q, &sheet, today); err != nil {
		return sheet, err
	}
	things := meetings.points(&sheet.Meeting)
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

// cameOf lists what came of a meeting or of an agenda item, by number.
func cameOf(ctx context.Context, q querier, of committee.Thing, today committee.Date) (
	recommended []register.RecommendationLine, decided []register.DecisionLine, given []register.ActionLine, err error,
) {
	query := register.Query{Of: of, Sort: "ref"}
	if recommended, err = recommendationListing(today).every(ctx, q, query); err != nil {
		return recommended, decided, given, err
	}
	if decided, err = decisionListing().every(ctx, q, query); err != nil {
		return recommended, decided, given, err
	}
	given, err = actionListing(today).every(ctx, q, query)
	return recommended, decided, given, err
}

// AgendaItem is one item of an agenda with its lines of the minutes and what
// came of it, or committee.ErrNotFound.
func (s *Store) AgendaItem(ctx context.Context, id committee.AgendaItemID) (sheet register.AgendaItemSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Item, err = agendaItems.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Meeting, err = meetings.load(ctx, q, string(sheet.Item.Meeting)); err != nil {
			return err
		}
		if sheet.Entries, err = entries.loadAll(ctx, q, "WHERE item = ? AND archived = 0 ORDER BY position, id", id); err != nil {
			return err
		}
		sheet.Recommendations, sheet.Decisions, sheet.Actions, err = cameOf(ctx, q, agendaItems.thing(string(id)), s.today())
		if err != nil {
			return err
		}
		things := append(agendaItems.points(&sheet.Item), meetings.points(&sheet.Meeting)...)
		sheet.Names, err = names(ctx, q, append(things, pointsOf(entries, sheet.Entries)...))
		return err
	})
	return sheet, err
}
