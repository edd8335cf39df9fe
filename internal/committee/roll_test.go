package committee

import (
	"slices"
	"testing"
)

func TestTheHalfDayThatItIs(t *testing.T) {
	m := Meeting{Starts: "2017-10-30", Ends: "2017-11-02"}
	for _, c := range []struct {
		on   Date
		at   Clock
		want HalfDay
	}{
		{"2017-10-30", "09:00", HalfDay{Day: 1}},
		{"2017-10-31", "12:59", HalfDay{Day: 2}},
		{"2017-10-31", "13:00", HalfDay{Day: 2, Afternoon: true}},
		{"2017-11-02", "18:00", HalfDay{Day: 4, Afternoon: true}},
		{"2017-10-20", "15:00", HalfDay{Day: 1}},
		{"2017-12-15", "09:00", HalfDay{Day: 4, Afternoon: true}},
	} {
		if got, ok := m.HalfOn(c.on, c.at); !ok || got != c.want {
			t.Errorf("%s %s is %+v, %t, want %+v", c.on, c.at, got, ok, c.want)
		}
	}
	if _, ok := (Meeting{Starts: "2017-10-30"}).HalfOn("2017-10-30", "09:00"); ok {
		t.Error("a meeting of one day has half-days")
	}
}

func TestTheHalfDaysOfAnItem(t *testing.T) {
	m := Meeting{Starts: "2017-10-30", Ends: "2017-11-02"}
	spans := []Span{{On: "2017-10-31", From: "09:00", To: "13:00"}, {On: "2017-10-30", From: "11:00", To: "14:30"}, {On: "2017-10-31", From: "10:00"}}
	want := []HalfDay{{Day: 1}, {Day: 1, Afternoon: true}, {Day: 2}}
	if got := m.HalvesOf(spans); !slices.Equal(got, want) {
		t.Errorf("they are %+v, want %+v", got, want)
	}
	if got := (Meeting{Starts: "2017-10-30"}).HalvesOf(spans); len(got) > 0 {
		t.Errorf("a meeting of one day has %+v", got)
	}
}

func TestTheRollOfAWorkshop(t *testing.T) {
	morning, afternoon := HalfDay{Day: 1, Presence: Present}, HalfDay{Day: 1, Afternoon: true, Presence: Present}
	m := Meeting{State: InSession, Starts: "2017-10-30", Ends: "2017-11-02", Opened: "09:00"}
	lunch := m
	lunch.Pauses = []Span{{On: "2017-10-30", From: "12:30", To: "14:00"}}
	late := m
	late.Opened = "14:00"
	whole := Attendance{Presence: Present}
	first := Attendance{Presence: Present, HalfDays: []HalfDay{morning}}
	second := Attendance{Presence: Present, HalfDays: []HalfDay{afternoon}}
	left := first
	left.Movements = []Movement{{At: "11:00", On: "2017-10-30"}}
	back := left
	back.HalfDays = []HalfDay{morning, afternoon}
	for name, c := range map[string]struct {
		m     Meeting
		of    Attendance
		other Attendance
		on    Date
		at    Clock
		want  bool
	}{
		"where no half-day is noted the list decides":         {m, whole, whole, "2017-10-31", "09:00", true},
		"the morning's presence is the morning's":             {m, first, second, "2017-10-30", "10:00", true},
		"who comes in the afternoon is not there before":      {m, second, first, "2017-10-30", "10:00", false},
		"who came in the morning is not there after":          {m, first, second, "2017-10-30", "14:30", false},
		"a morning that runs on keeps its presence":           {m, first, first, "2017-10-30", "13:10", true},
		"but not after an interruption":                       {lunch, first, first, "2017-10-30", "14:10", false},
		"nor when it did not sit in the morning":              {late, first, first, "2017-10-30", "14:10", false},
		"another day is another half-day":                     {m, first, first, "2017-10-31", "09:00", false},
		"who is noted for another half-day only is not there": {m, whole, first, "2017-10-30", "10:00", false},
		"who left is not there":                               {m, left, second, "2017-10-30", "12:00", false},
		"nor while the morning runs on":                       {m, left, first, "2017-10-30", "13:10", false},
		"but is, noted again in the afternoon":                {m, back, first, "2017-10-30", "14:10", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := RollOf(c.m, []Attendance{c.of, c.other}, c.on, c.at).There(c.of); got != c.want {
				t.Errorf("there %t, want %t", got, c.want)
			}
		})
	}
}
