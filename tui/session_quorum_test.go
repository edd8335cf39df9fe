package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Who stands back from an item is still in the room: the session has its quorum, and
// only the vote says that it has not.
func TestStandingBackDoesNotLoseTheQuorumOfTheSession(t *testing.T) {
	ctx := context.Background()
	u := inTheRoom(t, 80, 24, french()).press(">")
	for _, who := range []string{"just", "fam", "abri"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s").misses("Arrivée ou départ")
	}
	u.sees("6 prés., 6 req. ✓")
	found := must(u.book.Meetings(ctx, register.Query{Filter: "05/2017"}))
	s := must(u.book.Session(ctx, found.Rows[0].ID))
	must(u.book.RecordVote(ctx, register.VoteCapture{
		Item: s.Items[s.Current()].ID, Text: "Qui se retire ?", Free: true,
		Ballot: committee.Ballot{Manner: committee.Consensus, Recused: []committee.AttendanceID{s.Voices[0].Attendance}},
	}))
	u.press("ctrl+g", "enter").sees("Qui se retire", "6 prés., 6 req. ✓").misses("Quorum perdu", "Quorum non atteint")
	u.press("v").sees("Quorum non atteint : 5 structures présentes sur 6 requises")
}
