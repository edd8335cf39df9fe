package committee

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day without a clock, in the form 2006-01-02; empty when
// not known. Dates compare as text.
type Date string

// DateOf is the day of t, in t's own time zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// ParseDate reads 2006-01-02. Anything else is a *FieldError.
func ParseDate(s string) (Date, error) {
	if t, err := time.Parse(time.DateOnly, s); err != nil || t.Year() < 1900 || t.Year() > 2199 {
		return "", &FieldError{Field: FieldDate, Reason: ReasonNotADate, Detail: s}
	}
	return Date(s), nil
}

// Zero tells whether the day is not known.
func (d Date) Zero() bool { return d == "" }

// Time is the day at midnight UTC; the zero time when the day is not known.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Year is the year of the day, 0 when not known.
func (d Date) Year() int {
	t := d.Time()
	if t.IsZero() {
		return 0
	}
	return t.Year()
}

// Add is the day n days later, or earlier when n is negative. A day not known
// stays so.
func (d Date) Add(n int) Date {
	t := d.Time()
	if t.IsZero() {
		return ""
	}
	return DateOf(t.AddDate(0, 0, n))
}

// Days is the number of days from d to e; 0 when either is not known.
func (d Date) Days(e Date) int {
	from, to := d.Time(), e.Time()
	if from.IsZero() || to.IsZero() {
		return 0
	}
	// A time.Duration holds 292 years only.
	return int((to.Unix() - from.Unix()) / (24 * 60 * 60))
}

func (d Date) valid(f Field) error {
	if d.Zero() {
		return nil
	}
	if _, err := ParseDate(string(d)); err != nil {
		return &FieldError{Field: f, Reason: ReasonNotADate, Detail: string(d)}
	}
	return nil
}

// Due is when something is due: a day (2018-01-31) or a quarter (2018-Q1);
// empty when no date was given.
type Due string

// DueOn is the due date on a day.
func DueOn(d Date) Due { return Due(d) }

// DueQuarter is the due date at the end of quarter q (1 to 4) of year.
func DueQuarter(year, q int) Due { return Due(fmt.Sprintf("%04d-Q%d", year, q)) }

// ParseDue reads 2006-01-02 or 2006-Q1. Anything else is a *FieldError.
func ParseDue(s string) (Due, error) {
	if y, q, ok := strings.Cut(s, "-Q"); ok {
		year, err := strconv.Atoi(y)
		if err == nil && len(y) == 4 && year >= 1900 && year <= 2199 && len(q) == 1 && q >= "1" && q <= "4" {
			return Due(s), nil
		}
	} else if d, err := ParseDate(s); err == nil {
		return Due(d), nil
	}
	return "", &FieldError{Field: FieldDue, Reason: ReasonNotADue, Detail: s}
}

// Zero tells whether no due date was given.
func (d Due) Zero() bool { return d == "" }

// Quarter is the year and the quarter; ok is false when d is a day.
func (d Due) Quarter() (year, quarter int, ok bool) {
	y, q, ok := strings.Cut(string(d), "-Q")
	if !ok || len(q) != 1 || q < "1" || q > "4" {
		return 0, 0, false
	}
	year, err := strconv.Atoi(y)
	if err != nil {
		return 0, 0, false
	}
	return year, int(q[0] - '0'), true
}

// Last is the last day on which the thing is not late: the day itself, or the
// last day of the quarter.
func (d Due) Last() Date {
	if year, q, ok := d.Quarter(); ok {
		return DateOf(time.Date(year, time.Month(q*3+1), 0, 0, 0, 0, 0, time.UTC))
	}
	return Date(d)
}

func (d Due) valid(f Field) error {
	if d.Zero() {
		return nil
	}
	if _, err := ParseDue(string(d)); err != nil {
		return &FieldError{Field: f, Reason: ReasonNotADue, Detail: string(d)}
	}
	return nil
}

// Clock is a time of day, 15:04; empty when not known.
type Clock string

func (c Clock) valid(f Field) error {
	if c == "" {
		return nil
	}
	if _, err := time.Parse("15:04", string(c)); err != nil || len(c) != 5 {
		return &FieldError{Field: f, Reason: ReasonNotATime, Detail: string(c)}
	}
	return nil
}

// Amount is a sum in whole CFA francs.
type Amount int64

// MaxAmount bounds an amount, in francs: a thousand billion.
const MaxAmount Amount = 1_000_000_000_000

func validAmount(f Field, a *Amount) error {
	if a == nil {
		return nil
	}
	if *a < 0 {
		return &FieldError{Field: f, Reason: ReasonNegative}
	}
	if *a > MaxAmount {
		return &FieldError{Field: f, Reason: ReasonOutOfRange, Detail: fmt.Sprintf("0–%d", MaxAmount)}
	}
	return nil
}
