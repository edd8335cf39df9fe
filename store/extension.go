package store

import (
	"context"

	"suivi/internal/committee"
)

var extensions = keep(noun[committee.Extension]{
	kind: committee.KindExtension, table: "due_extension", fixed: true,
	id:    func(v *committee.Extension) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Extension) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Extension) []field {
		return []field{
			to("action", &v.Action, committee.FieldText, committee.KindAction),
			plain("from_due", &v.From), derived("from_last", string(v.From.Last())),
			plain("to_due", &v.To), derived("to_last", string(v.To.Last())), plain("date", &v.On), line("by_name", &v.By),
			to("meeting", &v.Meeting, committee.FieldMeeting, committee.KindMeeting), body("reason", &v.Reason),
		}
	},
	words: func(v *committee.Extension) []string { return []string{v.Reason, v.By} },
	name:  naming{ref: "(SELECT a.ref FROM roadmap_action a WHERE a.id = t.action)", short: "t.reason", full: "t.reason"},
})

// GrantExtension gives an action, read at a version, a later due date and
// keeps the extension. Without a day it is today's; without a name the actor
// granted it.
func (s *Store) GrantExtension(ctx context.Context, version int, e committee.Extension) (a committee.Action, err error) {
	if e.On.Zero() {
		e.On = s.today()
	}
	e.Version, e.Archived = 0, false
	extensions.clean(&e)
	if e.By == "" {
		e.By = s.actor.Name
	}
	err = s.write(ctx, committee.VerbExtend, actions.thing(string(e.Action)), e.Reason, func(tx *tx) error {
		a, err = s.extend(ctx, tx, version, e)
		return err
	})
	return a, err
}

func (s *Store) extend(ctx context.Context, tx *tx, version int, e committee.Extension) (a committee.Action, err error) {
	a, err = actions.change(ctx, tx, string(e.Action), version, func(a committee.Action) (next committee.Action, err error) {
		next, e, err = a.Extend(e)
		return next, err
	})
	if err == nil {
		_, err = extensions.save(ctx, tx, e)
	}
	return a, err
}
