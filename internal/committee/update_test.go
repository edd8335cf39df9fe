package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func goodUpdate() Update {
	return Update{ID: "u1", Action: "a1", On: "2017-12-04", Text: "9 structures sur 14", Percent: ptr(40), Author: "p1", By: "[EXEMPLE] A."}
}

func TestUpdateConfirm(t *testing.T) {
	for _, yes := range []Choice{Yes, No} {
		t.Run("the validating authority says "+string(yes)+", once", func(t *testing.T) {
			u, err := goodUpdate().Confirm(yes, "p2", "2017-12-06", "liste vérifiée")
			wantNil(t, err)
			wantNil(t, u.Validate())
			want := goodUpdate()
			want.Confirmed, want.ConfirmedBy, want.ConfirmedOn, want.ConfirmNote = yes, "p2", "2017-12-06", "liste vérifiée"
			if !reflect.DeepEqual(u, want) {
				t.Errorf("more than the confirmation changed: %+v", u)
			}
			for _, again := range []Choice{Yes, No} {
				got, err := u.Confirm(again, "p3", "2017-12-07", "autre avis")
				wantRefused(t, err, VerbConfirm, ReasonConfirmed, "")
				if !reflect.DeepEqual(got, u) {
					t.Errorf("refused, yet changed: %+v", got)
				}
			}
		})
	}
	for _, row := range []struct {
		name   string
		yes    Choice
		on     Date
		note   string
		field  Field
		reason Reason
	}{
		{"a refusal needs a reason", No, "2017-12-06", " ", FieldReason, ReasonRequired},
		{"yes or no", Unset, "2017-12-06", "", FieldState, ReasonNotListed},
		{"on a day", Yes, "", "", FieldDate, ReasonRequired},
		{"on a day that is one", Yes, "6/12/2017", "", FieldDate, ReasonNotADate},
		{"not before the report", Yes, "2017-12-03", "", FieldDate, ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			u, err := goodUpdate().Confirm(row.yes, "p2", row.on, row.note)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(u, goodUpdate()) {
				t.Errorf("refused, yet changed: %+v", u)
			}
		})
	}
	t.Run("a confirmation needs no words", func(t *testing.T) {
		_, err := goodUpdate().Confirm(Yes, "", "2017-12-04", "")
		wantNil(t, err)
	})
}

func TestUpdateValidate(t *testing.T) {
	wantBroken(t, goodUpdate,
		broken[Update]{"a percent may be left out", func(u *Update) { u.Percent = nil }, "", ""},
		broken[Update]{"words are required", func(u *Update) { u.Text = "" }, FieldText, ReasonRequired},
		broken[Update]{"a day is required", func(u *Update) { u.On = "" }, FieldDate, ReasonRequired},
		broken[Update]{"a percent is not negative", func(u *Update) { u.Percent = ptr(-1) }, FieldPercent, ReasonOutOfRange},
		broken[Update]{"blocked for a cause", func(u *Update) { u.State = Blocked }, FieldCause, ReasonNotListed},
		broken[Update]{"late is not declared", func(u *Update) { u.State = "late" }, FieldState, ReasonNotListed},
		broken[Update]{"evidence is short", func(u *Update) { u.Evidence = long(4*MaxLine + 1) }, FieldEvidence, ReasonTooLong},
		broken[Update]{"confirmed is yes or no", func(u *Update) { u.Confirmed, u.ConfirmedOn = "maybe", "2017-12-06" }, FieldState, ReasonNotListed},
		broken[Update]{"confirmed on a day", func(u *Update) { u.Confirmed = Yes }, FieldDate, ReasonRequired},
	)
}

func TestActionValidate(t *testing.T) {
	wantBroken(t, goodAction,
		broken[Action]{"an owner may be missing", func(a *Action) { a.Institution, a.Function = "", "" }, "", ""},
		broken[Action]{"a due date may be missing", func(a *Action) { a.Due, a.FirstDue = "", "" }, "", ""},
		broken[Action]{"a text is required", func(a *Action) { a.Text = "\n" }, FieldText, ReasonRequired},
		broken[Action]{"a text is short", func(a *Action) { a.Text = long(4*MaxLine + 1) }, FieldText, ReasonTooLong},
		broken[Action]{"a day is required", func(a *Action) { a.On = "" }, FieldDate, ReasonRequired},
		broken[Action]{"a function needs its institution", func(a *Action) { a.Institution = "" }, FieldInstitution, ReasonRequired},
		broken[Action]{"starts before it is due", func(a *Action) { a.Start = "2018-02-01" }, FieldDue, ReasonBefore},
		broken[Action]{"starts within the quarter it is due in", func(a *Action) { a.Start, a.Due = "2018-03-31", "2018-Q1" }, "", ""},
		broken[Action]{"a start is a day", func(a *Action) { a.Start = "2018-Q1" }, FieldStart, ReasonNotADate},
		broken[Action]{"a due date is a day or a quarter", func(a *Action) { a.Due = "2018-13-01" }, FieldDue, ReasonNotADue},
		broken[Action]{"the first due date goes with the due date", func(a *Action) { a.FirstDue = "" }, FieldDue, ReasonByExtend},
		broken[Action]{"the first due date outlives none", func(a *Action) { a.Due = "" }, FieldDue, ReasonByExtend},
		broken[Action]{"the first due date comes first", func(a *Action) { a.FirstDue = "2018-02-01" }, FieldDue, ReasonByExtend},
		broken[Action]{"a priority is listed", func(a *Action) { a.Priority = "urgent" }, FieldPriority, ReasonNotListed},
		broken[Action]{"a cost may be zero", func(a *Action) { a.Cost = ptr(Amount(0)) }, "", ""},
		broken[Action]{"a cost is not negative", func(a *Action) { a.Cost = ptr(Amount(-1)) }, FieldCost, ReasonNegative},
		broken[Action]{"a cost is bounded", func(a *Action) { a.Cost = ptr(MaxAmount + 1) }, FieldCost, ReasonOutOfRange},
		broken[Action]{"a partner once", func(a *Action) { a.Supporting = []InstitutionID{"i2", "i3", "i2"} }, FieldSupporting, ReasonDuplicate},
		broken[Action]{"a link leads somewhere", func(a *Action) { a.Recommendations = []RecommendationID{""} }, FieldRecommendations, ReasonUnknown},
	)
}

func TestActionAnySteps(t *testing.T) {
	steps, dues := anyStep(), anyDue()
	rapid.Check(t, func(t *rapid.T) {
		a := goodAction()
		firstDue := a.FirstDue
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			next, err := a, error(nil)
			switch rapid.IntRange(0, 3).Draw(t, "do") {
			case 0:
				next, err = a.Advance(steps.Draw(t, "step"))
			case 1:
				next, err = a.Report(anyUpdate().Draw(t, "update"))
			case 2:
				e := Extension{To: dues.Draw(t, "to"), On: anyDay().Draw(t, "on"), Reason: "motif"}
				if next, e, err = a.Extend(e); err == nil && (e.From != a.Due || e.To != next.Due) {
					t.Fatalf("extension %+v from %s to %s", e, a.Due, next.Due)
				}
			case 3:
				to := a
				to.Due, to.Start = dues.Draw(t, "due"), anyDay().Draw(t, "start")
				next, err = a.Revise(to)
			}
			if err != nil && !reflect.DeepEqual(next, a) {
				t.Fatalf("refused (%v), yet changed: %+v", err, next)
			}
			if next.Due.Last() < a.Due.Last() {
				t.Fatalf("due %s became %s", a.Due, next.Due)
			}
			if a = next; a.Validate() != nil {
				t.Fatalf("%+v: %v", a, a.Validate())
			}
			if a.FirstDue != firstDue {
				t.Fatalf("the first due date %s became %s", firstDue, a.FirstDue)
			}
			if !a.Implementation.State.Open() && a.Late("2199-12-31") {
				t.Fatalf("late while %s", a.Implementation.State)
			}
		}
	})
}

func anyDue() *rapid.Generator[Due] {
	return rapid.OneOf(rapid.Map(anyDay(), DueOn),
		rapid.Map(rapid.IntRange(0, 12), func(n int) Due { return DueQuarter(2017+n/4, n%4+1) }))
}

func anyUpdate() *rapid.Generator[Update] {
	return rapid.Custom(func(t *rapid.T) Update {
		return Update{
			On: anyDay().Draw(t, "on"), Text: "point", Cause: rapid.SampledFrom(append(BlockCauses[:2:2], "")).Draw(t, "cause"),
			State:   rapid.SampledFrom([]ImplementationState{"", "", InProgress, Blocked, Declared, Abandoned, Validated}).Draw(t, "state"),
			Percent: rapid.SampledFrom([]*int{nil, ptr(0), ptr(40), ptr(100), ptr(120)}).Draw(t, "percent"),
		}
	})
}
