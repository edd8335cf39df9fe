package committee

import (
	"errors"
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
