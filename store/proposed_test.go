package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What was put to an item before the session is known in it, until a line is about
// it.
func TestASessionKnowsWhatWasPutToItsItems(t *testing.T) {
	x := newDesk(t).plenary()
	v := must(x.SaveDecision(ctx, committee.Decision{Item: x.next.ID}, "Le siège est à Bamako"))(t)
	r := must(x.SaveRecommendation(ctx, committee.Recommendation{Item: x.next.ID}, "Nommer un point focal"))(t)
	must(x.SaveDecision(ctx, committee.Decision{Meeting: x.m.ID}, "Sous aucun point"))(t)
	got := x.now(t).Proposed
	if len(got) != 2 || got[0] != (register.Proposal{Item: x.next.ID, Thing: decisions.thing(string(v.ID)), Ref: v.Ref, Text: "Le siège est à Bamako", State: committee.Proposed}) ||
		got[1].Thing != recommendations.thing(string(r.ID)) {
		t.Errorf("put are %+v", got)
	}
	must(x.AdoptDecision(ctx, v.ID, v.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
	if got := x.now(t).Proposed; len(got) != 1 || got[0].Ref != r.Ref {
		t.Errorf("put are still %+v", got)
	}
}

func TestWhatWasPutToItemsIsFoundByItem(t *testing.T) {
	s := newDesk(t).Store
	for _, kind := range []committee.Kind{committee.KindDecision, committee.KindRecommendation} {
		// What is gone through is the agenda of the meeting, which is found by it.
		p := strings.ReplaceAll(plan(t, s, upheld+fmt.Sprintf(proposedFor, kind), []any{"m"}), "SCAN b", "")
		if strings.Contains(p, "SCAN") || strings.Contains(p, "outcome") {
			t.Errorf("%s: %s", kind, p)
		}
	}
}

// What was put to an item that waited is put to the one that takes it up again,
// and to the one after that, until it is ruled on; the meeting that put it off
// stays as it was.
func TestWhatWasPutToAnItemFollowsIt(t *testing.T) {
	x := newDesk(t).plenary()
	v := must(x.SaveDecision(ctx, committee.Decision{Item: x.next.ID}, "Le siège est à Bamako"))(t)
	r := must(x.SaveRecommendation(ctx, committee.Recommendation{Item: x.next.ID, Addressees: []committee.InstitutionID{x.justice.ID}}, "Nommer un point focal"))(t)
	undecided := func(id committee.MeetingID) (all []string) {
		for _, c := range must(x.Checks(ctx, id))(t) {
			if c.Check == committee.CheckDecision || c.Check == committee.CheckProposed {
				all = append(all, c.Thing)
			}
		}
		return all
	}
	at := x.m
	for n, starts := range []committee.Date{"2017-12-15", "2017-12-15"} {
		coming := x.meeting(committee.Meeting{Starts: starts.Add(1 + n)})
		items := must(x.Meeting(ctx, at.ID))(t).Items
		last := items[len(items)-1]
		must(x.ConcludeItem(ctx, last.ID, last.Version, committee.PutOff, "", "faute de temps"))(t)
		at = must(x.adjourn(must(x.Meeting(ctx, at.ID))(t).Meeting, "10:15"))(t)
		standOn(t, 16+n, 10, 15)
		at = must(x.OpenMeeting(ctx, coming.ID, must(x.Meeting(ctx, coming.ID))(t).Meeting.Version, "09:00"))(t)
		s := must(x.Session(ctx, at.ID))(t)
		if len(s.Proposed) != 2 || s.Proposed[0].Item != s.Items[0].ID || s.Proposed[0].Thing.ID != string(v.ID) || s.Proposed[1].Thing.ID != string(r.ID) {
			t.Fatalf("put to %+v are %+v", s.Items, s.Proposed)
		}
		if got := undecided(at.ID); !slices.Equal(got, []string{string(v.ID), string(r.ID)}) {
			t.Errorf("left undecided are %v", got)
		}
	}
	s := must(x.Session(ctx, at.ID))(t)
	must(x.RecordVote(ctx, register.VoteCapture{
		Item: s.Items[0].ID, Ballot: committee.Ballot{Manner: committee.Consensus}, Decision: v.ID, Version: v.Version, Text: "Le siège est à Bamako",
	}))(t)
	must(x.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: at.ID, On: "2017-12-17"}))(t)
	s = must(x.Session(ctx, at.ID))(t)
	if len(s.Proposed) != 0 || len(undecided(at.ID)) != 0 || len(s.Entries) != 2 || s.Entries[1].Recommendation != r.ID {
		t.Errorf("put are still %+v, undecided %v, with %+v", s.Proposed, undecided(at.ID), s.Entries)
	}
	if got := must(x.Decision(ctx, v.ID))(t).Decision; got.Item != x.next.ID || got.Meeting != x.m.ID || got.Outcome.Meeting != at.ID {
		t.Errorf("it is %+v", got)
	}
}

// So it is where the meeting is called again for want of quorum.
func TestWhatWasPutToAnItemFollowsItToASecondNotice(t *testing.T) {
	d := newDesk(t)
	first := d.meeting(committee.Meeting{Starts: "2017-12-01"})
	first = must(d.ConveneMeeting(ctx, first.ID, first.Version, "2017-11-20"))(t)
	first = must(d.OpenMeeting(ctx, first.ID, first.Version, "09:00"))(t)
	budget := d.putOff(first.ID, "Budget")
	v := must(d.SaveDecision(ctx, committee.Decision{Item: budget.ID}, "Arrêter le budget"))(t)
	first = must(d.adjourn(first, "09:30"))(t)
	again := must(d.CallAgain(ctx, first.ID, first.Version, "2017-12-15", ""))(t)
	must(d.OpenMeeting(ctx, again.ID, again.Version, "09:00"))(t)
	s := must(d.Session(ctx, again.ID))(t)
	if len(s.Proposed) != 1 || s.Proposed[0].Thing.ID != string(v.ID) || s.Proposed[0].Item != s.Items[0].ID {
		t.Errorf("put to %+v are %+v", s.Items, s.Proposed)
	}
	if failed := must(d.Checks(ctx, again.ID))(t); !slices.ContainsFunc(failed, func(c register.Check) bool { return c.Thing == string(v.ID) }) {
		t.Errorf("failing are %+v", failed)
	}
}
