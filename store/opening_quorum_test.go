package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// opening is a plenary of two institutions, both required, with its list and
// one item, before it opens.
func (d desk) opening() (m committee.Meeting, justice, sante committee.Attendance, i committee.AgendaItem) {
	d.t.Helper()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 2, Proxies: committee.No})
	m = d.meeting(committee.Meeting{Starts: "2017-12-15"})
	justice = must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: d.person.ID}))(d.t)
	sante = must(d.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Institution: d.sante.ID}))(d.t)
	return m, justice, sante, d.item(m.ID, "Premier point")
}

func (d desk) wantOpening(t *testing.T, id committee.MeetingID, present int) {
	t.Helper()
	if q := must(d.Meeting(ctx, id))(t).Meeting.Quorum; q.Present != present || q.Base != 2 {
		t.Errorf("the meeting opened with %+v, want %d present", q, present)
	}
}

// Who comes, or leaves, does so under the item that is under way.
func TestAMovementKeepsTheItemUnderWay(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	standAt(t, 10, 20)
	x.a = must(d.Move(ctx, x.a.ID, x.a.Version, true, "", "10:20"))(t)
	must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
	x.a = must(d.Move(ctx, x.a.ID, x.a.Version, false, "", ""))(t)
	x.a = must(d.Move(ctx, x.a.ID, x.a.Version, true, "", "10:18"))(t)
	if m := x.a.Movements; m[0].Item != x.i.ID || m[1].Item != x.next.ID || m[2].Item != "" {
		t.Errorf("the movements are %+v", m)
	}
}

var isPresent = register.Attending{Presence: committee.Present}

func TestThePresenceAtTheOpening(t *testing.T) {
	t.Run("is that of those noted when the session opens", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		standAt(t, 10, 5)
		must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
		d.wantOpening(t, m.ID, 1)
		must(d.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: committee.Note, Text: "Mot de bienvenue"}))(t)
		standAt(t, 10, 20)
		must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		must(d.TakeUpItem(ctx, i.ID, i.Version))(t)
		d.wantOpening(t, m.ID, 1)
	})
	t.Run("is not that of who arrives before the first item is taken up", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		standAt(t, 10, 5)
		must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
		justice = must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		standAt(t, 10, 20)
		must(d.Move(ctx, sante.ID, sante.Version, true, "", ""))(t)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 1)
		i = must(d.TakeUpItem(ctx, i.ID, i.Version))(t)
		if i.Quorum.Present != 2 {
			t.Errorf("the item begins with %+v", i.Quorum)
		}
	})
	t.Run("is still that of who leaves before the first item is taken up", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, _ := d.opening()
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		sante = must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		standAt(t, 10, 5)
		must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
		standAt(t, 10, 15)
		must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
		d.wantOpening(t, m.ID, 2)
	})
	t.Run("is that of the whole roll, called under the first item", func(t *testing.T) {
		d := newDesk(t)
		m, justice, sante, i := d.opening()
		standAt(t, 10, 5)
		must(d.OpenMeeting(ctx, m.ID, m.Version, "10:05"))(t)
		must(d.TakeUpItem(ctx, i.ID, i.Version))(t)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 2)
	})
}
