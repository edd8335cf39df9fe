package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// welcomed opens a meeting, takes its first item up and notes a word of welcome.
func (d desk) welcomed(t *testing.T, m committee.Meeting, i committee.AgendaItem) {
	t.Helper()
	standAt(t, 10, 5)
	must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
	must(d.TakeUpItem(ctx, i.ID, i.Version))(t)
	must(d.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: committee.Note, Text: "Mot de bienvenue"}))(t)
}

// The roll is often called after a word of welcome was already noted.
func TestTheRollThatIsCalledAfterALine(t *testing.T) {
	t.Run("counts all of it for the opening", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		d.welcomed(t, m, i)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 2)
	})
	t.Run("also where an absence was known before", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		justice = must(d.Attend(ctx, justice.ID, justice.Version, register.Attending{Presence: committee.Excused}))(t)
		d.welcomed(t, m, i)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 2)
	})
	t.Run("also when it is called under the second item", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		second := d.item(m.ID, "Vérification du quorum")
		d.welcomed(t, m, i)
		must(d.TakeUpItem(ctx, second.ID, second.Version))(t)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 2)
	})
	t.Run("without who arrives during it", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		d.welcomed(t, m, i)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Absent}))(t)
		standAt(t, 10, 6)
		must(d.Move(ctx, sante.ID, sante.Version, true, "", ""))(t)
		d.wantOpening(t, m.ID, 1)
	})
	t.Run("until something is written or left after it began", func(t *testing.T) {
		for name, next := range map[string]func(t *testing.T, d desk, i, second committee.AgendaItem){
			"a line": func(t *testing.T, d desk, i, _ committee.AgendaItem) {
				must(d.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: committee.Note, Text: "Tour de table"}))(t)
			},
			"an item": func(t *testing.T, d desk, _, second committee.AgendaItem) {
				must(d.TakeUpItem(ctx, second.ID, second.Version))(t)
			},
		} {
			t.Run(name, func(t *testing.T) {
				d := newDesk(t)
				m, justice, sante, i := d.opening()
				second := d.item(m.ID, "Second point")
				d.welcomed(t, m, i)
				must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
				next(t, d, i, second)
				must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
				d.wantOpening(t, m.ID, 1)
			})
		}
	})
}
