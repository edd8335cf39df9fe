package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

var entries = keep(noun[committee.Entry]{
	kind: committee.KindEntry, table: "entry",
	id:    func(v *committee.Entry) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Entry) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Entry) []field {
		return slices.Concat(votesFields(&v.Votes), quorumFields(&v.Quorum), []field{
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting),
			to("item", &v.Item, committee.FieldItem, committee.KindAgendaItem), plain("position", &v.Position),
			plain("at_time", &v.At), plain("kind", &v.Kind), body("text", &v.Text),
			to("speaker", &v.Speaker, committee.FieldFunction, committee.KindFunction),
			to("decision", &v.Decision, committee.FieldText, committee.KindDecision),
			to("recommendation", &v.Recommendation, committee.FieldRecommendations, committee.KindRecommendation),
			to("action", &v.Action, committee.FieldText, committee.KindAction),
			plain("date", &v.On), to("speaker_of", &v.SpeakerOf, committee.FieldInstitution, committee.KindInstitution),
			plain("manner", &v.Ballot.Manner), plain("casting", &v.Ballot.Casting), plain("bloc", &v.Bloc),
		})
	},
	lists: func(v *committee.Entry) []child {
		b := &v.Ballot
		return []child{
			ties("entry_recused", "entry", "attendance", &b.Recused, committee.FieldPerson, committee.KindAttendance),
			ties("entry_excepted", "entry", "recommendation", &v.Excepted, committee.FieldRecommendations, committee.KindRecommendation),
			rows("entry_voice", "entry", &b.Named, func(n *committee.NamedVoice) []field {
				return []field{to("attendance", &n.Attendance, committee.FieldPerson, committee.KindAttendance), plain("voice", &n.Voice)}
			}),
		}
	},
	words: func(v *committee.Entry) []string { return []string{v.Text} },
	name:  naming{ref: "''", short: "t.text", full: "t.text"},
	guard: func(ctx context.Context, tx *tx, before, v *committee.Entry) error {
		of := []committee.MeetingID{v.Meeting}
		if before != nil && before.Meeting != v.Meeting {
			of = append(of, before.Meeting)
		}
		return recordOpen(ctx, tx, committee.KindEntry, of...)
	},
	leave: func(ctx context.Context, tx *tx, v *committee.Entry) error {
		return recordOpen(ctx, tx, committee.KindEntry, v.Meeting)
	},
})

// SaveEntry adds a line to the minutes under an agenda item, at the end unless
// it has a position, or revises one. The meeting is the item's. It is refused
// once the record is closed.
func (s *Store) SaveEntry(ctx context.Context, e committee.Entry) (committee.Entry, error) {
	return save(ctx, s, entries, e, func(tx *tx, before, v *committee.Entry) (err error) {
		if err := placed(ctx, tx, v.Item, &v.Meeting); err != nil {
			return err
		}
		if before != nil && before.Item == v.Item {
			if v.Position < 1 || v.Position == before.Position {
				v.Position = before.Position
				return nil
			}
		} else if before != nil {
			v.Position = 0
		}
		if v.Position < 1 {
			v.Position, err = next(ctx, tx, "position", "entry", "item = ?", v.Item)
			return err
		}
		at := func(e *committee.Entry) *int { return &e.Position }
		return makeRoom(ctx, tx, entries, "item = ?", string(v.Item), string(v.ID), at, v.Position)
	})
}
