package tui

import (
	"context"
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/text"
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
			a := committee.Attendance{
				Meeting: m.ID, Person: picked[committee.PersonID](v, committee.FieldPerson), Function: picked[committee.FunctionID](v, committee.FieldFunction),
				Institution: picked[committee.InstitutionID](v, committee.FieldInstitution), Quality: chosen[committee.Quality](v, committee.FieldCapacity),
			}
			who := typed(v, committee.FieldPerson)
			for _, f := range []committee.Field{committee.FieldFunction, committee.FieldInstitution} {
				if who == "" {
					who = typed(v, f)
				}
			}
			said := fmt.Sprintf(w.Attend.Noted, who, w.States.Presence[committee.Present].Full)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := welcome(ctx, b, a, typed(v, committee.FieldPerson), typed(v, committee.FieldInstitution))
				return saved{thing: thing(committee.KindAttendance, after.ID), label: who, notice: said}, err
			}
		},
	})
}

// welcome adds a guest, and first the institution and the person of those names
// where the file does not know them.
func welcome(ctx context.Context, b Book, a committee.Attendance, person, institution string) (committee.Attendance, error) {
	if a.Institution == "" && a.Function == "" && institution != "" {
		id, err := knownAs(ctx, b, committee.KindInstitution, institution)
		if a.Institution = committee.InstitutionID(id); err == nil && id == "" {
			var i committee.Institution
			i, err = b.SaveInstitution(ctx, committee.Institution{Name: institution})
			a.Institution = i.ID
		}
		if err != nil {
			return a, err
		}
	}
	if a.Person == "" && person != "" {
		id, err := knownAs(ctx, b, committee.KindPerson, person)
		if a.Person = committee.PersonID(id); err == nil && id == "" {
			var p committee.Person
			p, err = b.SavePerson(ctx, committee.Person{Name: person})
			a.Person = p.ID
		}
		if err != nil {
			return a, err
		}
	}
	return b.Welcome(ctx, a)
}

// knownAs is what has exactly that name in the file: a guest whose save failed
// halfway is not entered twice. Empty for nothing.
func knownAs(ctx context.Context, b Book, kind committee.Kind, name string) (string, error) {
	found, err := b.Complete(ctx, kind, name, committee.Thing{}, offered)
	for _, o := range found {
		if text.Fold(o.Label) == text.Fold(name) {
			return o.Thing.ID, err
		}
	}
	return "", err
}
