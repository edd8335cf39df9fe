package store

import (
	"testing"

	"suivi/internal/committee"
)

// Before a vote the form reckons the presence for those whom it says stand back;
// the file then keeps the same.
func TestThePresenceOfASessionReckonsAsTheFileDoes(t *testing.T) {
	for name, base := range map[string]committee.QuorumBase{"by institutions": committee.BaseInstitutions, "by mandates": committee.BaseMandates} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.rule(committee.Quorum{Base: base, Numerator: 2, Denominator: 3, Proxies: committee.No, Remote: committee.No})
			x, all := d.three(t)
			all = append(all, must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: d.sante.ID, Presence: committee.Present}))(t))
			far := committee.Attendance{Meeting: x.m.ID, Institution: must(d.SaveInstitution(ctx, committee.Institution{Name: "Tourisme", Capacity: committee.Member}))(t).ID, Presence: committee.Present, Remote: true}
			all = append(all, must(d.SaveAttendance(ctx, far))(t))
			p := must(presenceAt(ctx, d.reader, x.now(t).Meeting, d.moment()))(t)
			s := x.now(t).Presence
			for some := range 1 << len(all) {
				var recused []committee.AttendanceID
				for n, a := range all {
					if some&(1<<n) != 0 {
						recused = append(recused, a.ID)
					}
				}
				if got, want := s.Less(recused), p.less(recused); got != want {
					t.Errorf("without %05b of them it is %+v, want %+v", some, got, want)
				}
			}
		})
	}
}
