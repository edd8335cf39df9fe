package committee

import (
	"reflect"
	"testing"
)

func proposedDecision() Decision {
	return Decision{
		ID: "d1", On: "2018-01-18", Meeting: "m1", Words: Wordings{{Number: 1, Text: "Le comité décide.", On: "2018-01-18"}},
		Outcome: Deliberation{State: Proposed},
	}
}

// decide applies one verb of deliberation; one that is none is refused here.
func decide(d Decision, v Verb, by Ruling) (Decision, error) {
	switch v {
	case VerbAdopt:
		return d.Adopt(by)
	case VerbReject:
		return d.Reject(by)
	case VerbDefer:
		return d.Defer(by)
	case VerbWithdraw:
		return d.Withdraw(by)
	case VerbAmend:
		by.Text = "Le comité décide autrement."
		return d.Amend(by)
	}
	return d, &RefusedError{Verb: v}
}

// decisionIn leads a decision to a state.
func decisionIn(t *testing.T, s DecisionState) Decision {
	t.Helper()
	by := Ruling{Meeting: "m1", On: "2018-01-18", Reason: "motif"}
	verbs := map[DecisionState]Verb{Adopted: VerbAdopt, Amended: VerbAdopt, Rejected: VerbReject, Deferred: VerbDefer, Withdrawn: VerbWithdraw}
	if s == Amended {
		by.Text = "Le comité décide en partie."
	}
	d, err := proposedDecision(), error(nil)
	if s != Proposed {
		d, err = decide(d, verbs[s], by)
	}
	wantNil(t, err)
	wantNil(t, d.Validate())
	if d.Outcome.State != s {
		t.Fatalf("got %s, want %s", d.Outcome.State, s)
	}
	return d
}

func TestDecisionTransitions(t *testing.T) {
	open, none := []Verb{VerbAdopt, VerbReject, VerbDefer, VerbWithdraw}, []Verb{}
	listed := map[DecisionState][]Verb{
		Proposed: open, Deferred: open, Adopted: {VerbAmend}, Amended: {VerbAmend}, Rejected: none, Withdrawn: none,
	}
	leads := map[Verb]DecisionState{VerbAdopt: Adopted, VerbReject: Rejected, VerbDefer: Deferred, VerbWithdraw: Withdrawn}
	later := Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif"}
	for _, s := range DecisionStates {
		t.Run("from "+string(s), func(t *testing.T) {
			from := decisionIn(t, s)
			wantAllowed(t, string(s), func(v Verb) error { return from.Outcome.Allows(KindDecision, v) }, listed[s]...)
			wantAllowed(t, string(s), func(v Verb) error {
				d, err := decide(from, v, later)
				if err != nil && !reflect.DeepEqual(d, from) {
					t.Errorf("%s refused, yet changed: %+v", v, d)
				}
				if to, ok := leads[v]; ok && err == nil && (d.Outcome.State != to || d.Outcome.Meeting != "m3" || d.Outcome.On != later.On) {
					t.Errorf("%s leads to %+v", v, d.Outcome)
				}
				return err
			}, listed[s]...)
		})
	}
	t.Run("a refusal names the noun and the state", func(t *testing.T) {
		_, err := decisionIn(t, Rejected).Adopt(later)
		wantRefused(t, err, VerbAdopt, ReasonState, string(Rejected))
		if re := err.(*RefusedError); re.Kind != KindDecision {
			t.Errorf("got %s", re.Kind)
		}
	})
	t.Run("adopting with a text once adopted is refused as an adoption", func(t *testing.T) {
		by := later
		by.Text = "Autre texte."
		_, err := decisionIn(t, Adopted).Adopt(by)
		wantRefused(t, err, VerbAdopt, ReasonState, string(Adopted))
	})
}

func TestDecisionRuling(t *testing.T) {
	t.Run("a rejection needs a reason", func(t *testing.T) {
		_, err := proposedDecision().Reject(Ruling{On: "2018-01-18"})
		wantField(t, err, FieldReason, ReasonRequired)
	})
	t.Run("an amendment needs a reason", func(t *testing.T) {
		_, err := decisionIn(t, Adopted).Amend(Ruling{On: "2018-06-01", Text: "Autre texte."})
		wantField(t, err, FieldReason, ReasonRequired)
	})
	t.Run("an amendment keeps the wording it replaces", func(t *testing.T) {
		d, err := decide(decisionIn(t, Amended), VerbAmend, Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif"})
		wantNil(t, err)
		wantNil(t, d.Validate())
		if len(d.Words) != 3 || !reflect.DeepEqual(d.Words[:2], decisionIn(t, Amended).Words) || d.Outcome.State != Amended {
			t.Errorf("got %+v", d.Words)
		}
	})
}

// What the plenary adopted is before it again while the same meeting sits.
func TestADecisionIsPutAgain(t *testing.T) {
	vote := Ruling{Meeting: "m1", On: "2018-01-18", Reason: "rejetée par 4 voix"}
	for _, s := range []DecisionState{Adopted, Amended} {
		t.Run("what was "+string(s), func(t *testing.T) {
			from := decisionIn(t, s)
			d, err := from.PutAgain("m1").Reject(vote)
			wantNil(t, err)
			wantNil(t, d.Validate())
			if d.Outcome.State != Rejected || d.Words.Adopted() || d.Words.Text() != from.Words.Text() || !from.Words.Adopted() {
				t.Errorf("got %+v from %+v", d, from)
			}
			d, err = from.PutAgain("m1").Defer(vote)
			wantNil(t, err)
			wantNil(t, d.Validate())
			d, err = d.Adopt(Ruling{Meeting: "m3", On: "2018-06-01"})
			wantNil(t, err)
			wantNil(t, d.Validate())
			if last := d.Words[len(d.Words)-1]; last.Meeting != "m3" {
				t.Errorf("adopted later it is %+v", last)
			}
		})
	}
	t.Run("what another meeting adopted or amended stays", func(t *testing.T) {
		amended, err := decide(decisionIn(t, Adopted), VerbAmend, Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif"})
		wantNil(t, err)
		for _, d := range []Decision{decisionIn(t, Adopted).PutAgain("m3"), amended.PutAgain("m1"), amended.PutAgain("m3")} {
			_, err := d.Reject(vote)
			wantRefused(t, err, VerbReject, ReasonState, string(Adopted))
		}
	})
	t.Run("what the same meeting rejected may be adopted by another vote", func(t *testing.T) {
		d, err := decisionIn(t, Rejected).PutAgain("m1").Adopt(Ruling{Meeting: "m1", On: "2018-01-18"})
		wantNil(t, err)
		wantNil(t, d.Validate())
		_, err = decisionIn(t, Rejected).PutAgain("m3").Adopt(Ruling{Meeting: "m3", On: "2018-06-01"})
		wantRefused(t, err, VerbAdopt, ReasonState, string(Rejected))
	})
	t.Run("what is still open, or withdrawn, is as it was", func(t *testing.T) {
		for _, s := range []DecisionState{Proposed, Deferred, Withdrawn} {
			if from := decisionIn(t, s); !reflect.DeepEqual(from.PutAgain("m1"), from) {
				t.Errorf("%s became %+v", s, from.PutAgain("m1"))
			}
		}
	})
}

func TestDecisionValidate(t *testing.T) {
	votes := func(m Manner, v Votes) func(*Decision) { return func(d *Decision) { d.Manner, d.Votes = m, v } }
	counted := Votes{For: ptr(8), Against: ptr(2), Abstain: ptr(0)}
	wantBroken(t, proposedDecision,
		broken[Decision]{"a show of hands is counted", votes(ShowOfHands, counted), "", ""},
		broken[Decision]{"a secret vote is counted", votes(Secret, counted), "", ""},
		broken[Decision]{"a vote may be noted without counts", votes(Secret, Votes{}), "", ""},
		broken[Decision]{"a consensus is not counted", votes(Consensus, counted), FieldVotes, ReasonVotes},
		broken[Decision]{"counts need a manner", votes(MannerUnsaid, Votes{For: ptr(1)}), FieldVotes, ReasonVotes},
		broken[Decision]{"counts are not negative", votes(Secret, Votes{Against: ptr(-1)}), FieldVotes, ReasonOutOfRange},
		broken[Decision]{"a manner is listed", votes("acclamation", Votes{}), FieldManner, ReasonNotListed},
		broken[Decision]{"a day is required", func(d *Decision) { d.On = "" }, FieldDate, ReasonRequired},
		broken[Decision]{"a wording is required", func(d *Decision) { d.Words = nil }, FieldText, ReasonRequired},
		broken[Decision]{"a review date is a day", func(d *Decision) { d.Review = "2018-Q1" }, FieldReview, ReasonNotADate},
		broken[Decision]{"adopted on a day", func(d *Decision) { d.Outcome.State, d.Words[0].Adopted = Adopted, true }, FieldState, ReasonRequired},
		broken[Decision]{"a recommendation once", func(d *Decision) { d.Recommendations = []RecommendationID{"r1", "r1"} }, FieldRecommendations, ReasonDuplicate},
	)
}
