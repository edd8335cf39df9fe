package committee

import (
	"errors"
	"slices"
	"testing"
)

func TestASessionDoesNotEndBeforeItOpened(t *testing.T) {
	m := Meeting{Kind: Ordinary, State: Planned, Title: "Réunion", Starts: "2018-01-18"}
	m, err := m.Open("10:00")
	if err != nil {
		t.Fatal(err)
	}
	var field *FieldError
	if _, err := m.Adjourn("09:50"); !errors.As(err, &field) || field.Field != FieldEndTime || field.Reason != ReasonBefore {
		t.Errorf("adjourned at 9:50 though opened at 10: %v", err)
	}
	if _, err := m.Adjourn("12:30"); err != nil {
		t.Errorf("adjourned at 12:30: %v", err)
	}
}

func TestASessionIsResumedOnAnotherDay(t *testing.T) {
	m := Meeting{Kind: Workshop, State: InSession, Title: "Atelier", Starts: "2017-10-30", Ends: "2017-11-02", Opened: "09:00"}
	step := func(name string, next func(Meeting, Date, Clock) (Meeting, error), on Date, at Clock) {
		t.Helper()
		var err error
		if m, err = next(m, on, at); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	step("lunch", Meeting.Suspend, "2017-10-30", "12:30")
	step("after lunch", Meeting.Resume, "2017-10-30", "14:00")
	step("evening", Meeting.Suspend, "2017-10-30", "17:30")
	step("the next day", Meeting.Resume, "2017-10-31", "09:05")
	step("evening again", Meeting.Suspend, "2017-10-31", "17:00")
	want := []Break{
		{"2017-10-30", "12:30", "2017-10-30", "14:00"}, {"2017-10-30", "17:30", "2017-10-31", "09:05"}, {"2017-10-31", "17:00", "2017-10-31", ""},
	}
	if got := m.Breaks(); !slices.Equal(got, want) {
		t.Errorf("interrupted %+v, want %+v", got, want)
	}
	if !m.Suspended() || m.Validate() != nil {
		t.Errorf("suspended %t, %v", m.Suspended(), m.Validate())
	}
}
