package store

import (
	"context"
	"errors"

	"suivi/internal/committee"
)

var updates = keep(noun[committee.Update]{
	kind: committee.KindUpdate, table: "progress_update", fixed: true,
	id:    func(v *committee.Update) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Update) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Update) []field {
		return []field{
			to("action", &v.Action, committee.FieldText, committee.KindAction), plain("date", &v.On), body("text", &v.Text),
			plain("state", &v.State), plain("cause", &v.Cause), plain("percent", &v.Percent), body("evidence", &v.Evidence),
			to("author", &v.Author, committee.FieldBy, committee.KindPerson), line("by_name", &v.By),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting), plain("confirmed", &v.Confirmed),
			to("confirmed_by", &v.ConfirmedBy, committee.FieldBy, committee.KindPerson),
			plain("confirmed_on", &v.ConfirmedOn), body("confirm_note", &v.ConfirmNote),
		}
	},
	words: func(v *committee.Update) []string { return []string{v.Text, v.By} },
	name:  naming{ref: "(SELECT a.ref FROM roadmap_action a WHERE a.id = t.action)", short: "t.text", full: "t.text"},
})

// ReportProgress appends a progress report to its action, read at a version,
// and applies to the action what the report declares. Without a day it is
// today's; without an author it is the actor's.
func (s *Store) ReportProgress(ctx context.Context, version int, u committee.Update) (a committee.Action, err error) {
	if u.On.Zero() {
		u.On = s.today()
	}
	u.Version, u.Archived = 0, false
	u.Confirmed, u.ConfirmedBy, u.ConfirmedOn, u.ConfirmNote = committee.Unset, "", "", ""
	updates.clean(&u)
	err = s.write(ctx, committee.VerbReport, actions.thing(string(u.Action)), u.Text, func(tx *tx) error {
		a, err = s.report(ctx, tx, version, u)
		return err
	})
	return a, err
}

func (s *Store) report(ctx context.Context, tx *tx, version int, u committee.Update) (a committee.Action, err error) {
	if err := s.sign(ctx, tx, &u); err != nil {
		return a, err
	}
	a, err = actions.change(ctx, tx, string(u.Action), version, func(a committee.Action) (committee.Action, error) { return a.Report(u) })
	if err == nil {
		_, err = updates.save(ctx, tx, u)
	}
	return a, err
}

// sign says whose report it is, with the name they have now.
func (s *Store) sign(ctx context.Context, q querier, u *committee.Update) error {
	switch {
	case u.By != "":
	case u.Author == "":
		u.Author, u.By = s.actor.Person, s.actor.Name
	default:
		p, err := people.load(ctx, q, string(u.Author))
		if errors.Is(err, committee.ErrNotFound) {
			return &committee.FieldError{Field: committee.FieldBy, Reason: committee.ReasonUnknown}
		}
		u.By = p.Name
		return err
	}
	return nil
}

// ConfirmUpdate keeps what the validating authority says of a report, once.
// Without a person it is the actor who says it.
func (s *Store) ConfirmUpdate(ctx context.Context, id committee.UpdateID, version int, yes committee.Choice, by committee.PersonID, on committee.Date, note string) (committee.Update, error) {
	note = typed(note)
	if by == "" {
		by = s.actor.Person
	}
	return alter(ctx, s, updates, committee.VerbConfirm, string(id), version, note, func(u committee.Update) (committee.Update, error) {
		return u.Confirm(yes, by, on, note)
	})
}
