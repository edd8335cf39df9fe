package tui

import (
	"context"
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/widget"
)

// newGuestForm is the form of somebody who was not expected: present at once.
func newGuestForm(d *desk, m committee.Meeting) formPage {
	w := d.words()
	person := lookupField(d, committee.FieldPerson, committee.KindPerson)
	person.New = true
	institution := lookupField(d, committee.FieldInstitution, committee.KindInstitution)
	institution.New = true
	qualities := []committee.Quality{committee.AsGuest, committee.AsExpert, committee.AsObserver, committee.AsTitular, committee.AsAlternate}
	return newForm(d, formSpec{
		origin: made("attend_guest", committee.KindAttendance, "", 0, m).on(thing(committee.KindMeeting, m.ID)),
		place:  atMeetings, title: w.Attend.GuestTitle,
		fields: []widget.Field{
			hint(person, w.Attend.GuestHelp), institution,
			functionField(d, committee.FieldFunction, committee.FieldInstitution),
			choiceField(d, committee.FieldCapacity, committee.AsGuest, qualities, full(w.States.Quality)),
		},
		adds: []string{string(committee.FieldPerson), string(committee.FieldInstitution)},
		save: func(v widget.Values) useCase {
			g := register.Guest{PersonName: typed(v, committee.FieldPerson), InstitutionName: typed(v, committee.FieldInstitution), Attendance: committee.Attendance{
				Meeting: m.ID, Person: picked[committee.PersonID](v, committee.FieldPerson), Function: picked[committee.FunctionID](v, committee.FieldFunction),
				Institution: picked[committee.InstitutionID](v, committee.FieldInstitution), Quality: chosen[committee.Quality](v, committee.FieldCapacity),
			}}
			who := typed(v, committee.FieldPerson)
			for _, f := range []committee.Field{committee.FieldFunction, committee.FieldInstitution} {
				if who == "" {
					who = typed(v, f)
				}
			}
			said := fmt.Sprintf(w.Attend.Noted, who, w.States.Presence[committee.Present].Full)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.Welcome(ctx, g)
				return saved{thing: thing(committee.KindAttendance, after.ID), label: who, notice: said}, err
			}
		},
	})
}
