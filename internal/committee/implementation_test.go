package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// stepOf is a step with all its verb needs.
func stepOf(v Verb, on Date) Step {
	return Step{Verb: v, On: on, Cause: ForFunding, Reason: "crédits non ouverts", By: "p1"}
}

// actionIn leads an action to an implementation state.
func actionIn(t *testing.T, s ImplementationState) Action {
	t.Helper()
	path := map[ImplementationState][]Verb{
		InProgress: {VerbStart}, Blocked: {VerbBlock}, Declared: {VerbDeclare},
		Validated: {VerbDeclare, VerbValidate}, Abandoned: {VerbAbandon},
	}
	a := goodAction()
	for _, v := range path[s] {
		var err error
		a, err = a.Advance(stepOf(v, "2018-01-10"))
		wantNil(t, err)
	}
	wantNil(t, a.Validate())
	if a.Implementation.State != s {
		t.Fatalf("got %s, want %s", a.Implementation.State, s)
	}
	return a
}

func TestImplementationTransitions(t *testing.T) {
	type row map[Verb]ImplementationState
	leads := map[ImplementationState]row{
		NotStarted: {VerbStart: InProgress, VerbBlock: Blocked, VerbDeclare: Declared, VerbAbandon: Abandoned},
		InProgress: {VerbBlock: Blocked, VerbDeclare: Declared, VerbAbandon: Abandoned},
		Blocked:    {VerbResume: InProgress, VerbDeclare: Declared, VerbAbandon: Abandoned},
		Declared:   {VerbValidate: Validated, VerbReturn: InProgress},
		Validated:  {VerbReopen: InProgress},
		Abandoned:  {VerbReopen: InProgress},
	}
	for _, s := range ImplementationStates {
		t.Run("from "+string(s), func(t *testing.T) {
			from := actionIn(t, s)
			var listed []Verb
			for v := range leads[s] {
				listed = append(listed, v)
			}
			wantAllowed(t, string(s), func(v Verb) error { return from.Implementation.Allows(KindAction, v) }, listed...)
			wantAllowed(t, string(s), func(v Verb) error {
				a, err := from.Advance(stepOf(v, "2018-02-01"))
				if err != nil && !reflect.DeepEqual(a, from) {
					t.Errorf("%s refused, yet changed: %+v", v, a.Implementation)
				}
				if err == nil && (a.Implementation.State != leads[s][v] || a.Implementation.Since != "2018-02-01") {
					t.Errorf("%s leads to %+v", v, a.Implementation)
				}
				return err
			}, listed...)
		})
	}
}

func TestImplementationSteps(t *testing.T) {
	for _, row := range []struct {
		name   string
		from   ImplementationState
		change func(*Step)
		verb   Verb
		field  Field
		reason Reason
	}{
		{"blocked needs a cause", InProgress, func(s *Step) { s.Cause = CauseUnsaid }, VerbBlock, FieldCause, ReasonNotListed},
		{"blocked for a listed cause", InProgress, func(s *Step) { s.Cause = "weather" }, VerbBlock, FieldCause, ReasonNotListed},
		{"blocked needs a reason", InProgress, func(s *Step) { s.Reason = " " }, VerbBlock, FieldReason, ReasonRequired},
		{"abandoned needs a reason", InProgress, func(s *Step) { s.Reason = "" }, VerbAbandon, FieldReason, ReasonRequired},
		{"returned needs a reason", Declared, func(s *Step) { s.Reason = "" }, VerbReturn, FieldReason, ReasonRequired},
		{"reopened needs a reason", Validated, func(s *Step) { s.Reason = "" }, VerbReopen, FieldReason, ReasonRequired},
		{"taken up again needs a reason", Abandoned, func(s *Step) { s.Reason = "" }, VerbReopen, FieldReason, ReasonRequired},
		{"a step is dated", NotStarted, func(s *Step) { s.On = "" }, VerbStart, FieldDate, ReasonRequired},
		{"a step is dated by a day", NotStarted, func(s *Step) { s.On = "2018-Q1" }, VerbStart, FieldDate, ReasonNotADate},
		{"not validated before it was declared", Declared, func(s *Step) { s.On = "2018-01-09" }, VerbValidate, FieldDate, ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			from, step := actionIn(t, row.from), stepOf(row.verb, "2018-02-01")
			row.change(&step)
			a, err := from.Advance(step)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(a, from) {
				t.Errorf("refused, yet changed: %+v", a.Implementation)
			}
		})
	}
	for _, cause := range BlockCauses {
		t.Run("blocked for "+string(cause), func(t *testing.T) {
			step := stepOf(VerbBlock, "2018-02-01")
			step.Cause = cause
			a, err := goodAction().Advance(step)
			wantNil(t, err)
			if a.Implementation.Cause != cause || a.Implementation.Reason != step.Reason {
				t.Errorf("got %+v", a.Implementation)
			}
		})
	}
}

func TestImplementationFacts(t *testing.T) {
	advance := func(t *testing.T, a Action, v Verb) Implementation {
		t.Helper()
		next, err := a.Advance(stepOf(v, "2018-02-01"))
		wantNil(t, err)
		return next.Implementation
	}
	t.Run("declared done is 100 percent, dated, not validated", func(t *testing.T) {
		want := Implementation{State: Declared, Since: "2018-02-01", Percent: 100, DeclaredOn: "2018-02-01"}
		if got := advance(t, goodAction(), VerbDeclare); got != want {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("validated keeps the day it was declared", func(t *testing.T) {
		want := Implementation{State: Validated, Since: "2018-02-01", Percent: 100, DeclaredOn: "2018-01-10", ValidatedOn: "2018-02-01", ValidatedBy: "p1"}
		if got := advance(t, actionIn(t, Declared), VerbValidate); got != want {
			t.Errorf("got %+v", got)
		}
	})
	for state, verb := range map[ImplementationState]Verb{Declared: VerbReturn, Validated: VerbReopen} {
		t.Run(string(verb)+" is no longer done", func(t *testing.T) {
			want := Implementation{State: InProgress, Since: "2018-02-01", Percent: 99}
			if got := advance(t, actionIn(t, state), verb); got != want {
				t.Errorf("got %+v", got)
			}
		})
	}
	t.Run("resumed forgets what it waited for", func(t *testing.T) {
		want := Implementation{State: InProgress, Since: "2018-02-01"}
		if got := advance(t, actionIn(t, Blocked), VerbResume); got != want {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("blocked keeps the percent", func(t *testing.T) {
		a := actionIn(t, InProgress)
		a.Implementation.Percent = 40
		if got := advance(t, a, VerbBlock); got.Percent != 40 {
			t.Errorf("got %d", got.Percent)
		}
	})
}

func TestLate(t *testing.T) {
	for _, row := range []struct {
		name  string
		state ImplementationState
		due   Due
		today Date
		want  bool
	}{
		{"not late on the day itself", InProgress, "2018-01-31", "2018-01-31", false},
		{"late the day after", InProgress, "2018-01-31", "2018-02-01", true},
		{"not late on the last day of the quarter", NotStarted, "2018-Q1", "2018-03-31", false},
		{"late the day after the quarter", NotStarted, "2018-Q1", "2018-04-01", true},
		{"the fourth quarter ends the year", NotStarted, "2017-Q4", "2018-01-01", true},
		{"blocked and late at once", Blocked, "2018-01-31", "2018-02-01", true},
		{"never late without a due date", InProgress, "", "2018-02-01", false},
		{"done as declared is never late", Declared, "2018-01-31", "2020-01-01", false},
		{"done as validated is never late", Validated, "2018-01-31", "2020-01-01", false},
		{"abandoned is never late", Abandoned, "2018-01-31", "2020-01-01", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			a := actionIn(t, row.state)
			a.Due, a.FirstDue = row.due, row.due
			if got := a.Late(row.today); got != row.want {
				t.Errorf("got %v", got)
			}
			if a.Late(row.today) && row.state == Blocked && a.Implementation.State != Blocked {
				t.Error("being late hides that it is blocked")
			}
		})
	}
}

func TestImplementationValidate(t *testing.T) {
	set := func(i Implementation) func(*Action) { return func(a *Action) { a.Implementation = i } }
	wantBroken(t, goodAction,
		broken[Action]{"a state is listed", set(Implementation{}), FieldState, ReasonNotListed},
		broken[Action]{"late is no state", set(Implementation{State: "late"}), FieldState, ReasonNotListed},
		broken[Action]{"a percent is at most 100", set(Implementation{State: InProgress, Percent: 101}), FieldPercent, ReasonOutOfRange},
		broken[Action]{"a percent is not negative", set(Implementation{State: InProgress, Percent: -1}), FieldPercent, ReasonOutOfRange},
		broken[Action]{"all of it may be there before it is said to be done", set(Implementation{State: InProgress, Percent: 100}), "", ""},
		broken[Action]{"nothing of what is not started", set(Implementation{State: NotStarted, Percent: 10}), FieldPercent, ReasonOutOfRange},
		broken[Action]{"all of what is done", set(Implementation{State: Declared, DeclaredOn: "2018-01-10", Percent: 90}), FieldPercent, ReasonOutOfRange},
		broken[Action]{"declared on a day", set(Implementation{State: Declared, Percent: 100}), FieldDate, ReasonRequired},
		broken[Action]{"validated on a day", set(Implementation{State: Validated, Percent: 100, DeclaredOn: "2018-01-10"}), FieldDate, ReasonRequired},
		broken[Action]{"blocked for a cause", set(Implementation{State: Blocked, Reason: "x"}), FieldCause, ReasonNotListed},
		broken[Action]{"blocked for a reason", set(Implementation{State: Blocked, Cause: ForSecurity}), FieldReason, ReasonRequired},
		broken[Action]{"abandoned for a reason", set(Implementation{State: Abandoned}), FieldReason, ReasonRequired},
		broken[Action]{"no validation of what is not validated", set(Implementation{State: InProgress, ValidatedOn: "2018-01-10"}), FieldState, ReasonNotListed},
		broken[Action]{"no declaration of what is not done", set(Implementation{State: InProgress, DeclaredOn: "2018-01-10"}), FieldState, ReasonNotListed},
	)
}

func anyStep() *rapid.Generator[Step] {
	verbs := []Verb{VerbStart, VerbBlock, VerbResume, VerbDeclare, VerbValidate, VerbReturn, VerbAbandon, VerbReopen, VerbAdopt, ""}
	return rapid.Custom(func(t *rapid.T) Step {
		return Step{
			Verb: rapid.SampledFrom(verbs).Draw(t, "verb"), On: anyDay().Draw(t, "on"),
			Cause:  rapid.SampledFrom(append(BlockCauses[:len(BlockCauses):len(BlockCauses)], "", "weather")).Draw(t, "cause"),
			Reason: rapid.SampledFrom([]string{"motif", "motif", ""}).Draw(t, "reason"), By: "p1",
		}
	})
}
