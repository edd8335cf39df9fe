package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func goodAction() Action {
	return Action{
		ID: "a1", Mark: Mark{Ref: "A-2017-12", Year: 2017, Number: 12}, On: "2017-11-02",
		Text: "Nommer un point focal par structure", Institution: "i1", Function: "f1",
		Due: "2018-01-31", FirstDue: "2018-01-31", Implementation: Implementation{State: NotStarted},
	}
}

func TestActionRevise(t *testing.T) {
	t.Run("its own fields change", func(t *testing.T) {
		to := goodAction()
		to.Text, to.Priority, to.Cost = "Nommer deux points focaux", High, ptr(Amount(2_000_000))
		got, err := goodAction().Revise(to)
		wantNil(t, err)
		if !reflect.DeepEqual(got, to) {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("number, state and first due date stay", func(t *testing.T) {
		to := goodAction()
		to.Mark, to.FirstDue, to.Implementation = Mark{Ref: "A-1"}, "2017-12-01", Implementation{State: Validated}
		got, err := goodAction().Revise(to)
		wantNil(t, err)
		if !reflect.DeepEqual(got, goodAction()) {
			t.Errorf("got %+v", got)
		}
	})
	for _, due := range []Due{"2018-02-28", "2017-12-31", ""} {
		t.Run("a due date once given moves by an extension, not to "+string(due), func(t *testing.T) {
			to := goodAction()
			to.Due = due
			got, err := goodAction().Revise(to)
			wantField(t, err, FieldDue, ReasonByExtend)
			if !reflect.DeepEqual(got, goodAction()) {
				t.Errorf("refused, yet changed: %+v", got)
			}
		})
	}
	t.Run("a due date given later is the first one", func(t *testing.T) {
		from := goodAction()
		from.Due, from.FirstDue = "", ""
		wantNil(t, from.Validate())
		got, err := from.Revise(goodAction())
		wantNil(t, err)
		if got.Due != "2018-01-31" || got.FirstDue != "2018-01-31" {
			t.Errorf("got %s, first %s", got.Due, got.FirstDue)
		}
	})
	t.Run("a revision that breaks a rule changes nothing", func(t *testing.T) {
		to := goodAction()
		to.Text = ""
		got, err := goodAction().Revise(to)
		wantField(t, err, FieldText, ReasonRequired)
		if !reflect.DeepEqual(got, goodAction()) {
			t.Errorf("got %+v", got)
		}
	})
}

var grant = Extension{To: "2018-Q2", On: "2018-01-18", Meeting: "m2", Reason: "crédits ouverts en avril"}

func TestActionExtend(t *testing.T) {
	t.Run("the first due date is kept, the one replaced is noted", func(t *testing.T) {
		a, e, err := goodAction().Extend(grant)
		wantNil(t, err)
		wantNil(t, a.Validate())
		if a.Due != "2018-Q2" || a.FirstDue != "2018-01-31" || e.From != "2018-01-31" || e.Action != "a1" {
			t.Errorf("due %s, first %s, extension %+v", a.Due, a.FirstDue, e)
		}
		again := grant
		again.To = "2018-12-31"
		a, e, err = a.Extend(again)
		wantNil(t, err)
		if a.Due != "2018-12-31" || a.FirstDue != "2018-01-31" || e.From != "2018-Q2" {
			t.Errorf("due %s, first %s, extension %+v", a.Due, a.FirstDue, e)
		}
	})
}

func TestActionExtendRefused(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(*Extension)
		field  Field
		reason Reason
	}{
		{"not to the same day", func(e *Extension) { e.To = "2018-01-31" }, FieldDue, ReasonNotLater},
		{"not to an earlier day", func(e *Extension) { e.To = "2018-01-30" }, FieldDue, ReasonNotLater},
		{"not to a quarter that ends earlier", func(e *Extension) { e.To = "2017-Q4" }, FieldDue, ReasonNotLater},
		{"to a date", func(e *Extension) { e.To = "" }, FieldDue, ReasonRequired},
		{"to a day or a quarter", func(e *Extension) { e.To = "bientôt" }, FieldDue, ReasonNotADue},
		{"on a day", func(e *Extension) { e.On = "" }, FieldDate, ReasonRequired},
		{"on a day that is one", func(e *Extension) { e.On = "18/01/2018" }, FieldDate, ReasonNotADate},
		{"for a reason", func(e *Extension) { e.Reason = "" }, FieldReason, ReasonRequired},
	} {
		t.Run(row.name, func(t *testing.T) {
			e := grant
			row.change(&e)
			a, _, err := goodAction().Extend(e)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(a, goodAction()) {
				t.Errorf("refused, yet changed: %+v", a)
			}
		})
	}
	t.Run("a quarter is extended past its end", func(t *testing.T) {
		a := goodAction()
		a.Due, a.FirstDue = "2018-Q1", "2018-Q1"
		within := grant
		within.To = "2018-03-31"
		_, _, err := a.Extend(within)
		wantField(t, err, FieldDue, ReasonNotLater)
	})
	t.Run("there is nothing to extend without a due date", func(t *testing.T) {
		a := goodAction()
		a.Due, a.FirstDue = "", ""
		_, _, err := a.Extend(grant)
		wantRefused(t, err, VerbExtend, ReasonNoDue, "")
	})
	for _, s := range ImplementationStates {
		t.Run("extended while "+string(s), func(t *testing.T) {
			_, _, err := actionIn(t, s).Extend(grant)
			if s.Open() {
				wantNil(t, err)
				return
			}
			wantRefused(t, err, VerbExtend, ReasonState, string(s))
		})
	}
}

func TestActionReport(t *testing.T) {
	report := func(s ImplementationState, percent *int) Update {
		u := Update{Action: "a1", On: "2018-02-01", Text: "9 structures sur 14", State: s, Percent: percent}
		if s == Blocked {
			u.Cause = ForCapacity
		}
		return u
	}
	for _, row := range []struct {
		name    string
		from    ImplementationState
		u       Update
		state   ImplementationState
		percent int
	}{
		{"words alone change nothing", NotStarted, report("", nil), NotStarted, 0},
		{"a percent starts the work", NotStarted, report("", ptr(40)), InProgress, 40},
		{"nothing done starts nothing", NotStarted, report("", ptr(0)), NotStarted, 0},
		{"started as declared", NotStarted, report(InProgress, ptr(10)), InProgress, 10},
		{"a percent while in progress", InProgress, report("", ptr(60)), InProgress, 60},
		{"all of it is not yet declared done", InProgress, report("", ptr(100)), InProgress, 100},
		{"the same state again", InProgress, report(InProgress, nil), InProgress, 0},
		{"blocked as declared", InProgress, report(Blocked, ptr(20)), Blocked, 20},
		{"resumed as declared", Blocked, report(InProgress, nil), InProgress, 0},
		{"declared done is 100 percent", InProgress, report(Declared, nil), Declared, 100},
		{"abandoned where it stood", InProgress, report(Abandoned, ptr(30)), Abandoned, 30},
		{"words on what is validated", Validated, report("", nil), Validated, 100},
	} {
		t.Run(row.name, func(t *testing.T) {
			a, err := actionIn(t, row.from).Report(row.u)
			wantNil(t, err)
			if a.Implementation.State != row.state || a.Implementation.Percent != row.percent {
				t.Errorf("got %+v", a.Implementation)
			}
		})
	}
	t.Run("the words of the report are the reason", func(t *testing.T) {
		a, err := actionIn(t, InProgress).Report(report(Blocked, nil))
		wantNil(t, err)
		if a.Implementation.Cause != ForCapacity || a.Implementation.Reason != "9 structures sur 14" || a.Implementation.Since != "2018-02-01" {
			t.Errorf("got %+v", a.Implementation)
		}
	})
	t.Run("still blocked, for another cause since the same day", func(t *testing.T) {
		a, err := actionIn(t, Blocked).Report(report(Blocked, nil))
		wantNil(t, err)
		if a.Implementation.Cause != ForCapacity || a.Implementation.Reason != "9 structures sur 14" || a.Implementation.Since != "2018-01-10" {
			t.Errorf("got %+v", a.Implementation)
		}
	})
}

func TestActionReportRefused(t *testing.T) {
	report := Update{Action: "a1", On: "2018-02-01", Text: "fait"}
	for _, row := range []struct {
		name   string
		from   ImplementationState
		change func(*Update)
		field  Field
		reason Reason
	}{
		{"done is not less than done", InProgress, func(u *Update) { u.State, u.Percent = Declared, ptr(80) }, FieldPercent, ReasonOutOfRange},
		{"the percent of what is done stands", Declared, func(u *Update) { u.Percent = ptr(80) }, FieldPercent, ReasonOutOfRange},
		{"the percent of what is abandoned stands", Abandoned, func(u *Update) { u.Percent = ptr(80) }, FieldPercent, ReasonOutOfRange},
		{"a report never validates", Declared, func(u *Update) { u.State = Validated }, FieldState, ReasonNotListed},
		{"a report never undoes the start", InProgress, func(u *Update) { u.State = NotStarted }, FieldState, ReasonNotListed},
		{"blocked for a cause", InProgress, func(u *Update) { u.State = Blocked }, FieldCause, ReasonNotListed},
		{"in words", InProgress, func(u *Update) { u.Text = "" }, FieldText, ReasonRequired},
		{"on a day", InProgress, func(u *Update) { u.On = "" }, FieldDate, ReasonRequired},
		{"at most 100", InProgress, func(u *Update) { u.Percent = ptr(101) }, FieldPercent, ReasonOutOfRange},
	} {
		t.Run(row.name, func(t *testing.T) {
			from, u := actionIn(t, row.from), report
			row.change(&u)
			a, err := from.Report(u)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(a, from) {
				t.Errorf("refused, yet changed: %+v", a.Implementation)
			}
		})
	}
	for from, s := range map[ImplementationState]ImplementationState{Validated: Blocked, Abandoned: Declared, Declared: InProgress} {
		t.Run(string(from)+" is not reported "+string(s), func(t *testing.T) {
			u := report
			u.State, u.Cause = s, ForOtherCause
			verbs := map[ImplementationState]Verb{Blocked: VerbBlock, Declared: VerbDeclare, InProgress: VerbStart}
			_, err := actionIn(t, from).Report(u)
			wantRefused(t, err, verbs[s], ReasonState, string(from))
		})
	}
}

func TestExpected(t *testing.T) {
	for _, row := range []struct {
		name  string
		start Date
		due   Due
		today Date
		want  int
	}{
		{"nothing without a due date", "2018-01-01", "", "2018-06-01", 0},
		{"nothing before the start", "2018-01-11", "2018-01-21", "2018-01-10", 0},
		{"nothing on the first day", "2018-01-11", "2018-01-21", "2018-01-11", 0},
		{"half of the way", "2018-01-11", "2018-01-21", "2018-01-16", 50},
		{"rounded down", "2018-01-01", "2018-01-04", "2018-01-02", 33},
		{"all of it on the last day", "2018-01-11", "2018-01-21", "2018-01-21", 100},
		{"all of it afterwards", "2018-01-11", "2018-01-21", "2019-01-01", 100},
		{"a quarter runs to its end", "2018-01-01", "2018-Q1", "2018-03-30", 98},
		{"without a start all is expected at the end", "", "2018-01-21", "2018-01-20", 0},
		{"a single day", "2018-01-21", "2018-01-21", "2018-01-21", 100},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := Expected(row.start, row.due, row.today); got != row.want {
				t.Errorf("got %d, want %d", got, row.want)
			}
		})
	}
	t.Run("never goes back, and agrees with late", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			start, today := season().Draw(t, "start"), season().Draw(t, "today")
			due := DueOn(season().Draw(t, "due"))
			now, tomorrow := Expected(start, due, today), Expected(start, due, today.Add(1))
			if now < 0 || tomorrow > 100 || now > tomorrow {
				t.Fatalf("%d today, %d tomorrow", now, tomorrow)
			}
			if late := (Implementation{State: InProgress}).Late(due, today); late && now != 100 {
				t.Fatalf("late, yet %d expected", now)
			}
		})
	})
}
