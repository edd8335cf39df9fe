package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func proposedRecommendation() Recommendation {
	return Recommendation{
		ID: "r1", On: "2017-11-02", Group: "g1", Meeting: "m1",
		Words:          Wordings{{Number: 1, Text: "Désigner un point focal.", On: "2017-11-02"}},
		Outcome:        Deliberation{State: Proposed},
		Implementation: Implementation{State: NotStarted},
	}
}

// recommendationIn leads a recommendation to a decision state.
func recommendationIn(t *testing.T, s DecisionState) Recommendation {
	t.Helper()
	r, err := proposedRecommendation(), error(nil)
	ruling := Ruling{Meeting: "m2", On: "2018-01-18", Reason: "motif"}
	switch s {
	case Adopted:
		r, err = r.Adopt(ruling)
	case Amended:
		ruling.Text = "Désigner deux points focaux."
		r, err = r.Adopt(ruling)
	case Rejected:
		r, err = r.Reject(ruling)
	case Deferred:
		r, err = r.Defer(ruling)
	case Withdrawn:
		r, err = r.Withdraw(ruling)
	}
	wantNil(t, err)
	wantNil(t, r.Validate())
	if r.Outcome.State != s {
		t.Fatalf("got %s, want %s", r.Outcome.State, s)
	}
	return r
}

func TestRecommendationTransitions(t *testing.T) {
	open, none := []Verb{VerbAdopt, VerbReject, VerbDefer, VerbWithdraw}, []Verb{}
	listed := map[DecisionState][]Verb{
		Proposed: open, Deferred: open, Adopted: {VerbAmend}, Amended: {VerbAmend}, Rejected: none, Withdrawn: none,
	}
	later := Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif"}
	for _, s := range DecisionStates {
		t.Run("from "+string(s), func(t *testing.T) {
			r := recommendationIn(t, s)
			wantAllowed(t, string(s), func(v Verb) error { return r.Outcome.Allows(KindRecommendation, v) }, listed[s]...)
			wantAllowed(t, string(s), func(v Verb) error { return rule(r, v, later) }, listed[s]...)
		})
	}
}

// rule applies one verb of deliberation; one that is none is refused here.
func rule(r Recommendation, v Verb, by Ruling) error {
	var err error
	switch v {
	case VerbAdopt:
		_, err = r.Adopt(by)
	case VerbReject:
		_, err = r.Reject(by)
	case VerbDefer:
		_, err = r.Defer(by)
	case VerbWithdraw:
		_, err = r.Withdraw(by)
	case VerbAmend:
		by.Text = "Désigner trois points focaux."
		_, err = r.Amend(by)
	default:
		err = &RefusedError{Verb: v}
	}
	return err
}

func TestRecommendationRuling(t *testing.T) {
	at := Ruling{Meeting: "m2", On: "2018-01-18"}
	t.Run("adopted as it is keeps one version", func(t *testing.T) {
		r, err := proposedRecommendation().Adopt(at)
		wantNil(t, err)
		want := Deliberation{State: Adopted, Meeting: "m2", On: "2018-01-18"}
		if r.Outcome != want || len(r.Words) != 1 || !r.Words.Adopted() || r.Words[0].Meeting != "m2" {
			t.Errorf("got %+v", r)
		}
	})
	t.Run("adopted as amended keeps what was proposed", func(t *testing.T) {
		ruling := at
		ruling.Text, ruling.By = "Désigner deux points focaux.", "le secrétariat"
		r, err := proposedRecommendation().Adopt(ruling)
		wantNil(t, err)
		if r.Outcome.State != Amended || len(r.Words) != 2 || r.Words[0].Adopted || r.Words[0].Text != "Désigner un point focal." ||
			!r.Words[1].Adopted || r.Words[1].By != "le secrétariat" || r.Words.Text() != ruling.Text {
			t.Errorf("got %+v", r.Words)
		}
	})
	t.Run("adopted as amended changes the text", func(t *testing.T) {
		ruling := at
		ruling.Text = proposedRecommendation().Words.Text()
		_, err := proposedRecommendation().Adopt(ruling)
		wantField(t, err, FieldText, ReasonUnchanged)
	})
	t.Run("a rejection needs a reason", func(t *testing.T) {
		_, err := proposedRecommendation().Reject(at)
		wantField(t, err, FieldReason, ReasonRequired)
	})
	t.Run("a deferral needs none", func(t *testing.T) {
		_, err := proposedRecommendation().Defer(at)
		wantNil(t, err)
	})
	for _, v := range []Verb{VerbAdopt, VerbReject, VerbDefer, VerbWithdraw} {
		t.Run(string(v)+" is dated", func(t *testing.T) {
			wantField(t, rule(proposedRecommendation(), v, Ruling{Reason: "motif"}), FieldDate, ReasonRequired)
			wantField(t, rule(proposedRecommendation(), v, Ruling{Reason: "motif", On: "2018-02-30"}), FieldDate, ReasonNotADate)
		})
		t.Run(string(v)+" does not come before the proposal", func(t *testing.T) {
			wantField(t, rule(proposedRecommendation(), v, Ruling{Reason: "motif", On: "2017-11-01"}), FieldDate, ReasonBefore)
		})
		t.Run(string(v)+" does not come before the deferral", func(t *testing.T) {
			wantField(t, rule(recommendationIn(t, Deferred), v, Ruling{Reason: "motif", On: "2018-01-17"}), FieldDate, ReasonBefore)
		})
	}
	t.Run("put off again on a later day only", func(t *testing.T) {
		_, err := recommendationIn(t, Deferred).Defer(at)
		wantField(t, err, FieldDate, ReasonNotLater)
	})
	t.Run("what was put off is adopted the same day", func(t *testing.T) {
		_, err := recommendationIn(t, Deferred).Adopt(at)
		wantNil(t, err)
	})
}

func TestRecommendationAmend(t *testing.T) {
	amend := Ruling{Meeting: "m3", On: "2018-06-01", Reason: "erreur matérielle", Text: "Désigner trois points focaux.", By: "B"}
	r, err := recommendationIn(t, Adopted).Amend(amend)
	t.Run("a new version is adopted and the earlier stays", func(t *testing.T) {
		wantNil(t, err)
		wantNil(t, r.Validate())
		want := Wording{Number: 2, Text: amend.Text, On: "2018-06-01", By: "B", Meeting: "m3", Adopted: true, Why: amend.Reason}
		if len(r.Words) != 2 || r.Words[1] != want || r.Words[0].Text != "Désigner un point focal." || !r.Words[0].Adopted {
			t.Errorf("got %+v", r.Words)
		}
	})
	t.Run("the decision stands as it was taken", func(t *testing.T) {
		if r.Outcome != recommendationIn(t, Adopted).Outcome {
			t.Errorf("got %+v", r.Outcome)
		}
	})
	for _, row := range []struct {
		name   string
		change func(*Ruling)
		field  Field
		reason Reason
	}{
		{"a reason is required", func(r *Ruling) { r.Reason = "" }, FieldReason, ReasonRequired},
		{"a day is required", func(r *Ruling) { r.On = "" }, FieldDate, ReasonRequired},
		{"the day is one", func(r *Ruling) { r.On = "1/6/2018" }, FieldDate, ReasonNotADate},
		{"the day is not before the adoption", func(r *Ruling) { r.On = "2018-01-17" }, FieldDate, ReasonBefore},
		{"the text changes", func(r *Ruling) { r.Text = "Désigner un point focal." }, FieldText, ReasonUnchanged},
		{"a text is required", func(r *Ruling) { r.Text = "" }, FieldText, ReasonRequired},
	} {
		t.Run(row.name, func(t *testing.T) {
			by := amend
			row.change(&by)
			got, err := recommendationIn(t, Adopted).Amend(by)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(got, recommendationIn(t, Adopted)) {
				t.Errorf("refused, yet changed: %+v", got)
			}
		})
	}
}

func TestRecommendationImplementation(t *testing.T) {
	for _, s := range DecisionStates {
		t.Run("nothing is carried out while "+string(s), func(t *testing.T) {
			r := recommendationIn(t, s)
			got, err := r.Advance(Step{Verb: VerbStart, On: "2018-02-01"})
			if s.InEffect() {
				wantNil(t, err)
				wantNil(t, got.Validate())
				return
			}
			wantRefused(t, err, VerbStart, ReasonNotAdopted, string(s))
		})
		t.Run("late only when adopted, not while "+string(s), func(t *testing.T) {
			r := recommendationIn(t, s)
			r.Due = "2018-Q1"
			if r.Late("2018-03-31") || r.Late("2018-04-01") != s.InEffect() {
				t.Errorf("late on the last day: %v, the day after: %v", r.Late("2018-03-31"), r.Late("2018-04-01"))
			}
		})
	}
}

func TestRecommendationValidate(t *testing.T) {
	wantBroken(t, proposedRecommendation,
		broken[Recommendation]{"a text is required", func(r *Recommendation) { r.Words = nil }, FieldText, ReasonRequired},
		broken[Recommendation]{"a day is required", func(r *Recommendation) { r.On = "" }, FieldDate, ReasonRequired},
		broken[Recommendation]{"a due date is one", func(r *Recommendation) { r.Due = "bientôt" }, FieldDue, ReasonNotADue},
		broken[Recommendation]{"a priority is listed", func(r *Recommendation) { r.Priority = "urgent" }, FieldPriority, ReasonNotListed},
		broken[Recommendation]{"a decision state is listed", func(r *Recommendation) { r.Outcome.State = "" }, FieldState, ReasonNotListed},
		broken[Recommendation]{"rejected with its reason", func(r *Recommendation) { r.Outcome.State = Rejected }, FieldReason, ReasonRequired},
		broken[Recommendation]{"adopted with its wording", func(r *Recommendation) { r.Outcome.State = Adopted }, FieldState, ReasonRequired},
		broken[Recommendation]{"no adopted wording in a proposal", func(r *Recommendation) { r.Words[0].Adopted = true }, FieldState, ReasonNotListed},
		broken[Recommendation]{"no implementation of a proposal", func(r *Recommendation) { r.Implementation.State = InProgress }, FieldState, ReasonNotListed},
		broken[Recommendation]{"an addressee once", func(r *Recommendation) { r.Addressees = []InstitutionID{"i1", "i1"} }, FieldAddressees, ReasonDuplicate},
	)
}

func TestRecommendationAnySteps(t *testing.T) {
	rulings, steps := anyRuling(), anyStep()
	rapid.Check(t, func(t *rapid.T) {
		r := proposedRecommendation()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			next, err := r, error(nil)
			by := rulings.Draw(t, "ruling")
			switch rapid.IntRange(0, 5).Draw(t, "do") {
			case 0:
				next, err = r.Adopt(by)
			case 1:
				next, err = r.Reject(by)
			case 2:
				next, err = r.Defer(by)
			case 3:
				next, err = r.Withdraw(by)
			case 4:
				next, err = r.Amend(by)
			case 5:
				next, err = r.Advance(steps.Draw(t, "step"))
			}
			if err != nil && !reflect.DeepEqual(next, r) {
				t.Fatalf("refused (%v), yet changed: %+v", err, next)
			}
			if r = next; r.Validate() != nil {
				t.Fatalf("%+v: %v", r, r.Validate())
			}
		}
	})
}

func anyRuling() *rapid.Generator[Ruling] {
	return rapid.Custom(func(t *rapid.T) Ruling {
		return Ruling{
			Meeting: rapid.SampledFrom([]MeetingID{"m2", "m3", ""}).Draw(t, "meeting"), On: anyDay().Draw(t, "on"),
			Reason: rapid.SampledFrom([]string{"motif", ""}).Draw(t, "reason"),
			Text:   rapid.SampledFrom([]string{"", "un", "deux", " "}).Draw(t, "text"),
		}
	})
}

// anyDay is most often a day, sometimes missing or none.
func anyDay() *rapid.Generator[Date] {
	return rapid.OneOf(season(), season(), season(), season(), rapid.SampledFrom([]Date{"", "30/10/2017", "2017-02-29"}))
}

func TestRecommendationFollowUp(t *testing.T) {
	adopted := recommendationIn(t, Adopted)
	adopted.Due = "2018-01-31"
	answer := FollowUp{Meeting: "m4", On: "2018-01-18", By: "le secrétariat", Text: "arrêté signé"}
	t.Run("is refused until it is adopted, when it declares a state", func(t *testing.T) {
		f := answer
		f.State = InProgress
		_, err := recommendationIn(t, Proposed).FollowUp(f)
		wantRefused(t, err, VerbStart, ReasonNotAdopted, string(Proposed))
	})
	t.Run("left as it is keeps the answer and changes nothing else", func(t *testing.T) {
		r, err := adopted.FollowUp(answer)
		wantNil(t, err)
		if len(r.FollowUps) != 1 || r.FollowUps[0] != answer || r.Implementation != adopted.Implementation || len(adopted.FollowUps) != 0 {
			t.Errorf("got %+v", r)
		}
	})
	t.Run("progress is a step and a percentage", func(t *testing.T) {
		f := answer
		f.State, f.Percent = InProgress, ptr(40)
		r, err := adopted.FollowUp(f)
		wantNil(t, err)
		if r.Implementation.State != InProgress || r.Implementation.Percent != 40 || r.Implementation.Since != f.On {
			t.Errorf("got %+v", r.Implementation)
		}
	})
	t.Run("blocked again takes the cause given last", func(t *testing.T) {
		f := answer
		f.State, f.Cause = Blocked, ForFunding
		r, err := adopted.FollowUp(f)
		wantNil(t, err)
		f.Cause, f.Text = ForDecision, "avis attendu"
		r, err = r.FollowUp(f)
		wantNil(t, err)
		if i := r.Implementation; i.Cause != ForDecision || i.Reason != "avis attendu" || len(r.FollowUps) != 2 {
			t.Errorf("got %+v", r)
		}
		f.Cause = CauseUnsaid
		_, err = r.FollowUp(f)
		wantField(t, err, FieldCause, ReasonNotListed)
	})
}

func TestRecommendationExtendedByFollowUp(t *testing.T) {
	adopted := recommendationIn(t, Adopted)
	adopted.Due = "2018-01-31"
	answer := FollowUp{Meeting: "m4", On: "2018-01-18", By: "le secrétariat", Text: "arrêté signé"}
	t.Run("an extension keeps the due date of before", func(t *testing.T) {
		f := answer
		f.To = "2018-03-31"
		r, err := adopted.FollowUp(f)
		wantNil(t, err)
		if r.Due != "2018-03-31" || r.FollowUps[0].From != "2018-01-31" {
			t.Errorf("got %+v", r)
		}
		if r.DueAt("m4", "2018-01-18") != "2018-01-31" || r.DueAt("m3", "2018-01-10") != "2018-01-31" || r.DueAt("m5", "2018-02-20") != "2018-03-31" {
			t.Error("a meeting finds the due date of another day")
		}
		_, err = r.FollowUp(f)
		wantField(t, err, FieldDue, ReasonNotLater)
	})
	t.Run("says something", func(t *testing.T) {
		f := answer
		f.Text = " "
		_, err := adopted.FollowUp(f)
		wantField(t, err, FieldReason, ReasonRequired)
	})
}
