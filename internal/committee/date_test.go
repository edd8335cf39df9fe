package committee

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// days draws any day a Date may hold.
func days() *rapid.Generator[Date] {
	first := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(2199, 12, 31, 0, 0, 0, 0, time.UTC)
	return rapid.Map(rapid.IntRange(0, int((last.Unix()-first.Unix())/86400)), func(n int) Date {
		return DateOf(first.AddDate(0, 0, n))
	})
}

// season draws a day of a few years, so that days meet.
func season() *rapid.Generator[Date] {
	return rapid.Map(rapid.IntRange(0, 800), func(n int) Date { return Date("2017-01-01").Add(n) })
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2017-10-30", "2016-02-29", "1900-01-01", "2199-12-31"} {
		t.Run("reads "+s, func(t *testing.T) {
			d, err := ParseDate(s)
			wantNil(t, err)
			if string(d) != s {
				t.Errorf("got %s", d)
			}
		})
	}
	for _, s := range []string{"", "2017-02-29", "2017-2-1", "30/10/2017", "2017-10-30 ", "1899-12-31", "2200-01-01", "2017-10-30T00:00:00Z", "2018-Q1"} {
		t.Run("refuses "+s, func(t *testing.T) {
			_, err := ParseDate(s)
			wantField(t, err, FieldDate, ReasonNotADate)
		})
	}
}

func TestParseDue(t *testing.T) {
	for _, s := range []string{"2018-01-31", "2018-Q1", "2018-Q4"} {
		t.Run("reads "+s, func(t *testing.T) {
			d, err := ParseDue(s)
			wantNil(t, err)
			if string(d) != s {
				t.Errorf("got %s", d)
			}
		})
	}
	for _, s := range []string{"", "2018-Q0", "2018-Q5", "2018-Q", "2018-Q12", "18-Q1", "+018-Q1", "T1 2018", "2018-q1", "2018-02-30", "2018-Q1-Q2"} {
		t.Run("refuses "+s, func(t *testing.T) {
			_, err := ParseDue(s)
			wantField(t, err, FieldDue, ReasonNotADue)
		})
	}
}

func TestDueLast(t *testing.T) {
	for _, row := range []struct {
		name string
		due  Due
		last Date
	}{
		{"a day is its own last day", DueOn("2018-01-31"), "2018-01-31"},
		{"the first quarter ends in March", DueQuarter(2018, 1), "2018-03-31"},
		{"the second quarter ends in June", DueQuarter(2018, 2), "2018-06-30"},
		{"the third quarter ends in September", DueQuarter(2018, 3), "2018-09-30"},
		{"the fourth quarter ends the year", DueQuarter(2018, 4), "2018-12-31"},
		{"no due date has no last day", "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := row.due.Last(); got != row.last {
				t.Errorf("got %s, want %s", got, row.last)
			}
		})
	}
	t.Run("a quarter tells its year and number", func(t *testing.T) {
		if y, q, ok := DueQuarter(2018, 3).Quarter(); y != 2018 || q != 3 || !ok {
			t.Errorf("got %d %d %v", y, q, ok)
		}
	})
	for _, d := range []Due{"", "2018-01-31", "2018-Q7", "2018-Qx", "abcd-Q1"} {
		t.Run("no quarter in "+string(d), func(t *testing.T) {
			if y, q, ok := d.Quarter(); y != 0 || q != 0 || ok {
				t.Errorf("got %d %d %v", y, q, ok)
			}
		})
	}
}

func TestDateNotKnown(t *testing.T) {
	for _, d := range []Date{"", "not a day"} {
		if got := d.Add(3); got != "" {
			t.Errorf("%q three days later is %q, want not known", d, got)
		}
		if got := d.Days("2018-01-01"); got != 0 {
			t.Errorf("%d days from %q, want 0", got, d)
		}
		if got := Date("2018-01-01").Days(d); got != 0 {
			t.Errorf("%d days to %q, want 0", got, d)
		}
		if got := d.Year(); got != 0 {
			t.Errorf("the year of %q is %d, want 0", d, got)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	t.Run("the day depends on the clock's own zone", func(t *testing.T) {
		at := time.Date(2017, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3*3600))
		if got := DateOf(at); got != "2017-12-31" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("the whole range is counted", func(t *testing.T) {
		if got := Date("1900-01-01").Days("2199-12-31"); got != 109_572 {
			t.Errorf("got %d days", got)
		}
	})
	t.Run("from one day to another and back", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			d, e := days().Draw(t, "d"), days().Draw(t, "e")
			n := d.Days(e)
			if got := d.Add(n); got != e {
				t.Fatalf("%s + %d days is %s, want %s", d, n, got, e)
			}
			if e.Days(d) != -n {
				t.Fatalf("%d days there, %d back", n, e.Days(d))
			}
			if (n > 0) != (d < e) || (n == 0) != (d == e) {
				t.Fatalf("%s and %s compare otherwise than their %d days", d, e, n)
			}
			if p, err := ParseDate(string(d)); err != nil || p != d || d.Year() != d.Time().Year() {
				t.Fatalf("%s read again is %s, %v", d, p, err)
			}
		})
	})
}

func TestQuarterHoldsItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := days().Draw(t, "d")
		q := DueQuarter(d.Year(), (int(d.Time().Month())+2)/3)
		if q.Last() < d {
			t.Fatalf("%s is after the end of %s", d, q)
		}
		if d.Days(q.Last()) > 91 {
			t.Fatalf("%s is more than a quarter before the end of %s", d, q)
		}
		if q.Last().Add(1).Time().Day() != 1 {
			t.Fatalf("%s ends on %s", q, q.Last())
		}
		if p, err := ParseDue(string(q)); err != nil || p != q {
			t.Fatalf("%s read again is %s, %v", q, p, err)
		}
	})
}

func TestClock(t *testing.T) {
	for _, c := range []Clock{"", "00:00", "09:05", "23:59"} {
		t.Run("keeps "+string(c), func(t *testing.T) { wantNil(t, c.valid(FieldTime)) })
	}
	for _, c := range []Clock{"9:05", "24:00", "10:60", "10h30", "10:30:00"} {
		t.Run("refuses "+string(c), func(t *testing.T) { wantField(t, c.valid(FieldTime), FieldTime, ReasonNotATime) })
	}
}
