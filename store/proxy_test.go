package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A proxy is its bearer's: one who has too many, or is not there, bears no more.
func TestProxiesCountByTheirBearer(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	d.rule(committee.Quorum{Base: committee.BaseInstitutions, Number: 1, Proxies: committee.Yes, MaxProxies: 1})
	holder := must(d.SavePerson(ctx, committee.Person{Name: "Aïssata Koné"}))(t)
	bears := must(d.Welcome(ctx, committee.Attendance{Meeting: x.m.ID, Person: holder.ID, Quality: committee.AsGuest}))(t)
	third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
	var all []committee.Attendance
	for _, of := range []committee.InstitutionID{d.sante.ID, third.ID} {
		all = append(all, must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: of}))(t))
	}
	by := func(t *testing.T, n int, name string) {
		t.Helper()
		all[n] = must(d.Attend(ctx, all[n].ID, all[n].Version, register.Attending{Presence: committee.Represented, By: name, As: committee.AsProxy}))(t)
	}
	are := func(t *testing.T, present int, first, second register.Uncounted) {
		t.Helper()
		v := x.now(t)
		if v.Quorum.Present != present || v.Uncounted[all[0].ID] != first || v.Uncounted[all[1].ID] != second {
			t.Errorf("present %d, not counted %v", v.Quorum.Present, v.Uncounted)
		}
	}
	t.Run("one bearer however the name is written", func(t *testing.T) {
		by(t, 0, "Aïssata Koné")
		by(t, 1, "aissata  kone")
		are(t, 1, "", register.HolderFull)
	})
	t.Run("somebody who is not in the file bears one as well", func(t *testing.T) {
		by(t, 1, "Mme Ba")
		are(t, 2, "", "")
	})
	t.Run("not once the bearer has left", func(t *testing.T) {
		bears = must(d.Move(ctx, bears.ID, bears.Version, false, "", ""))(t)
		are(t, 1, register.HolderAway, "")
		must(d.Attend(ctx, bears.ID, bears.Version, register.Attending{Presence: committee.Absent}))(t)
		are(t, 1, register.HolderAway, "")
	})
}
