package store

import (
	"testing"

	"suivi/internal/committee"
)

// A session that was opened without its quorum, and had it later, is not called on
// second notice; one that never had it is.
func TestNoSecondNoticeOfASessionThatHadItsQuorumLater(t *testing.T) {
	for name, comes := range map[string]bool{"it came": true, "it never came": false} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			x, sante, _ := d.counting(t)
			x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
			x.capture(committee.Note, "L’appel est fait")
			standAt(t, 10, 45)
			if comes {
				sante = must(d.Move(ctx, sante.ID, sante.Version, true, "", ""))(t)
				standAt(t, 10, 50)
				must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
			}
			m := x.now(t).Meeting
			if !m.Quorum.Missed() {
				t.Fatalf("the opening has %+v", m.Quorum)
			}
			standAt(t, 11, 0)
			m = must(d.AdjournMeeting(ctx, m.ID, m.Version, "11:00", passed(must(d.Checks(ctx, m.ID))(t))...))(t)
			if got := must(d.Meeting(ctx, m.ID))(t).HadQuorum; got != comes {
				t.Errorf("the meeting says that it had it: %t", got)
			}
			if got := must(d.MeetingRecord(ctx, m.ID))(t).HadQuorum; got != comes {
				t.Errorf("the record says that it had it: %t", got)
			}
			_, err := d.CallAgain(ctx, m.ID, m.Version, "2018-01-18", "")
			if comes {
				refused(t, err, committee.ReasonHadQuorum)
			} else if err != nil {
				t.Errorf("it is refused: %v", err)
			}
		})
	}
}
