package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

var isAbsent = register.Attending{Presence: committee.Absent}

// kept is the presence that an item, or a line, keeps.
func wantKept(t *testing.T, what string, q committee.Reckoning, present int) {
	t.Helper()
	if q.Present != present {
		t.Errorf("%s keeps %+v, want %d present", what, q, present)
	}
}

// Who is noted as absent after all was never there, though lines were written since:
// what was kept of the opening, of the items and of their lines is reckoned anew, each
// with who was there then.
func TestACorrectedPresenceIsBelievedAfterALine(t *testing.T) {
	d := newDesk(t)
	m, justice, sante, i := d.opening()
	second := d.item(m.ID, "Second point")
	justice = must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
	sante = must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
	d.welcomed(t, m, i)
	x := sat{desk: d, m: m, i: i}
	standAt(t, 10, 10)
	vote := must(x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.Consensus}, Free: true}))(t)
	standAt(t, 10, 15)
	must(d.TakeUpItem(ctx, second.ID, second.Version))(t)
	sante = must(d.Attend(ctx, sante.ID, sante.Version, isAbsent))(t)
	d.wantOpening(t, m.ID, 1)
	wantKept(t, "the first item", x.now(t).Items[0].Quorum, 1)
	wantKept(t, "the vote", x.line(t, vote.ID).Quorum, 1)
	t.Run("and who arrives then changes nothing of before", func(t *testing.T) {
		standAt(t, 10, 20)
		sante = must(d.Move(ctx, sante.ID, sante.Version, true, "", ""))(t)
		d.wantOpening(t, m.ID, 1)
		wantKept(t, "the first item", x.now(t).Items[0].Quorum, 1)
		wantKept(t, "the vote", x.line(t, vote.ID).Quorum, 1)
		wantKept(t, "the second item", x.now(t).Items[1].Quorum, 2)
	})
	t.Run("a correction later heeds who came in between", func(t *testing.T) {
		standAt(t, 10, 30)
		justice = must(d.Attend(ctx, justice.ID, justice.Version, register.Attending{Presence: committee.Excused}))(t)
		d.wantOpening(t, m.ID, 0)
		wantKept(t, "the second item", x.now(t).Items[1].Quorum, 1)
		justice = must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 1)
		wantKept(t, "the vote", x.line(t, vote.ID).Quorum, 1)
		wantKept(t, "the second item", x.now(t).Items[1].Quorum, 2)
	})
	t.Run("and the record tells the arrival as the turn", func(t *testing.T) {
		r := must(d.MeetingRecord(ctx, m.ID))(t)
		last := register.Turn{}
		for _, turn := range r.Turns {
			if turn.Quorum.Reached() != (turn.At >= "10:20") {
				t.Errorf("it tells %+v", turn)
			}
			last = turn
		}
		if !last.Moved || last.At != "10:20" {
			t.Errorf("it tells at last %+v", last)
		}
	})
	t.Run("a slip of the finger is mended by the next key", func(t *testing.T) {
		justice = must(d.Attend(ctx, justice.ID, justice.Version, register.Attending{Presence: committee.Awaited}))(t)
		d.wantOpening(t, m.ID, 0)
		must(d.Attend(ctx, justice.ID, justice.Version, isPresent))(t)
		d.wantOpening(t, m.ID, 1)
	})
}

// In a meeting of several days a correction is of its half-day only.
func TestACorrectionOfAHalfDayLeavesTheOthers(t *testing.T) {
	d := newDesk(t)
	x := d.atelier()
	x.note(t, &x.sante, committee.Present, 1, false)
	must(d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.Note, Text: "Mot de bienvenue"}))(t)
	was := x.now(t).Meeting.Quorum
	x.note(t, &x.sante, committee.Present, 1, true)
	x.note(t, &x.sante, committee.Absent, 1, true)
	if q := x.now(t).Meeting.Quorum; q != was {
		t.Errorf("a correction of the afternoon changes the opening to %+v, from %+v", q, was)
	}
	x.note(t, &x.sante, committee.Absent, 1, false)
	wantKept(t, "the opening", x.now(t).Meeting.Quorum, was.Present-1)
}
