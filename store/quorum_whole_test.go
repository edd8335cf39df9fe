package store

import (
	"testing"

	"suivi/internal/committee"
)

// Who stands back from an item is still in the room: the quorum of the session
// counts them, as it turns and as it is, and the item keeps its smaller base.
func TestTheQuorumOfTheSessionCountsWhoStandsBack(t *testing.T) {
	d := newDesk(t)
	x, sante, _ := d.counting(t)
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
	sante = must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
	x.recuse(t, 0, x.a.ID)
	if v := x.now(t); v.Quorum.Base != 1 || v.Whole != (committee.Reckoning{Rule: true, Base: 2, Required: 2, Present: 2}) {
		t.Errorf("less who stood back it is %+v, of the session %+v", v.Quorum, v.Whole)
	}
	standAt(t, 10, 30)
	must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
	if i := x.now(t).Items[0]; i.Quorum.Base != 1 || i.Quorum.Present != 0 {
		t.Errorf("the item keeps %+v", i.Quorum)
	}
	r := must(d.MeetingRecord(ctx, x.m.ID))(t)
	if len(r.Turns) != 1 || r.Turns[0].Quorum.Base != 2 || r.Turns[0].Quorum.Present != 1 {
		t.Errorf("the presence turned to %+v", r.Turns)
	}
}
