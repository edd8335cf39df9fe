// Package capture reads what people type, in French and in English alike, into
// typed values: days, due dates, times of day, sums, percentages, and the lines
// of the minutes with facts inside.
package capture

import (
	"time"

	"suivi/internal/committee"
)

// Date reads a day: 15/01, 15 janv. 2018, vendredi, demain, +30j, in 3 weeks,
// fin du mois, mi-mars… Both languages are understood; lang only settles what
// both could mean. Anything else, an impossible day or no text at all is a
// *committee.FieldError with ReasonNotADate and the text as its Detail.
//
// A day without a year is of today's year, or of the next one when that is
// more than six months past.
func Date(typed string, today committee.Date, lang committee.Language) (committee.Date, error) {
	r := newReading(typed, today, lang)
	r.dayOnly = true
	if due, ok := r.read(); ok {
		if d, err := committee.ParseDate(string(due)); err == nil {
			return d, nil
		}
	}
	return "", &committee.FieldError{Field: committee.FieldDate, Reason: committee.ReasonNotADate, Detail: typed}
}

// Due reads a due date: whatever Date reads, but that a day without a year is
// the next one to come, a quarter (T1 2018, 1er trimestre,
// Q1, the next to end when it has no year), or a month with its year, which is
// due on its last day. Anything else is a *committee.FieldError with
// ReasonNotADue and the text as its Detail.
func Due(typed string, today committee.Date, lang committee.Language) (committee.Due, error) {
	r := newReading(typed, today, lang)
	r.ahead = true
	if due, ok := r.read(); ok {
		if d, err := committee.ParseDue(string(due)); err == nil {
			return d, nil
		}
	}
	return "", &committee.FieldError{Field: committee.FieldDue, Reason: committee.ReasonNotADue, Detail: typed}
}

// A reading is a text cut into tokens, with what its words are relative to.
type reading struct {
	tokens  []token
	today   time.Time
	lang    committee.Language
	dayOnly bool
	ahead   bool // what has no year is to come
}

func newReading(typed string, today committee.Date, lang committee.Language) reading {
	return reading{tokens: tokens(typed), today: today.Time(), lang: lang}
}

// read tries every way to say a day, then again without the little words in
// front: « avant le 15 janvier ».
func (r reading) read() (committee.Due, bool) {
	if r.today.IsZero() {
		return "", false
	}
	for len(r.tokens) > 0 {
		for _, way := range []func(reading) (committee.Due, bool){
			reading.numeric, reading.named, reading.monthDay, reading.weekday, reading.shift, reading.edge, reading.quarter, reading.month,
		} {
			if due, ok := way(r); ok {
				return due, true
			}
		}
		if !leading[r.tokens[0].word] {
			break
		}
		r.tokens = r.tokens[1:]
	}
	return "", false
}

// on is a day of the calendar, if there is such a day.
func on(year, month, day int) (committee.Due, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", false
	}
	return dueOn(t)
}

func dueOn(t time.Time) (committee.Due, bool) {
	d, err := committee.ParseDate(string(committee.DateOf(t)))
	return committee.DueOn(d), err == nil
}

// near is a day and a month without a year.
func (r reading) near(month, day int) (committee.Due, bool) {
	if r.ahead {
		if due, ok := r.since(committee.DateOf(r.today), month, day); ok {
			return due, true
		}
		// The calendar of the file ends before it comes again.
	}
	return r.since(committee.DateOf(addMonths(r.today, -6)), month, day)
}

// since is the first such day from an edge on, this year or the next.
func (r reading) since(edge committee.Date, month, day int) (committee.Due, bool) {
	for year := r.today.Year(); year <= r.today.Year()+1; year++ {
		if due, ok := on(year, month, day); ok && committee.Date(due) >= edge {
			return due, true
		}
	}
	return "", false
}

// addMonths keeps the day of the month where it can: a month after 31 January
// is the end of February.
func addMonths(t time.Time, n int) time.Time {
	next := t.AddDate(0, n, 0)
	if next.Day() != t.Day() {
		return next.AddDate(0, 0, -next.Day())
	}
	return next
}

// year reads a year of four digits, or of two: 18 is 2018, 85 is 1985.
func year(t token) (int, bool) {
	switch {
	case len(t.digits) == 4:
		return t.number, true
	case len(t.digits) == 2 && t.number < 70:
		return 2000 + t.number, true
	case len(t.digits) == 2:
		return 1900 + t.number, true
	}
	return 0, false
}

// numeric reads 15/01, 15/1/18, 15-01-2018, 15.01.2018, 2018-01-15, 2018-Q1.
func (r reading) numeric() (committee.Due, bool) {
	t := r.tokens
	switch shape(t) {
	case "9/9":
		if y, ok := year(t[2]); ok && len(t[2].digits) == 4 {
			return r.wholeMonth(y, t[0].number)
		}
		return r.near(t[2].number, t[0].number)
	case "9/9/9":
		if len(t[0].digits) == 4 {
			return on(t[0].number, t[2].number, t[4].number)
		}
		if y, ok := year(t[4]); ok {
			return on(y, t[2].number, t[0].number)
		}
	case "9/a9":
		if _, ok := quarters[t[2].word]; ok && len(t[0].digits) == 4 {
			return r.quarterOf(t[0].number, t[3].number)
		}
	}
	return "", false
}

// monthDay reads 15 janvier, 1er mars 2018, January 15, 15 Jan 18, 15-janv-2018.
func (r reading) monthDay() (committee.Due, bool) {
	t := plain(r.tokens)
	if len(t) < 2 {
		return "", false
	}
	day, month := t[0], months[t[1].word]
	if t[0].word != "" {
		day, month = t[1], months[t[0].word]
	}
	if month == 0 || day.digits == "" || len(day.digits) > 2 {
		return "", false
	}
	switch len(t) {
	case 2:
		return r.near(month, day.number)
	case 3:
		if y, ok := year(t[2]); ok {
			return on(y, month, day.number)
		}
	}
	return "", false
}

// month reads janvier 2018 as a due date: its last day.
func (r reading) month() (committee.Due, bool) {
	t := plain(r.tokens)
	if len(t) != 2 || len(t[1].digits) != 4 {
		return "", false
	}
	return r.wholeMonth(t[1].number, months[t[0].word])
}

func (r reading) wholeMonth(year, month int) (committee.Due, bool) {
	if r.dayOnly || month < 1 || month > 12 {
		return "", false
	}
	return dueOn(time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC))
}

// quarterOf is a quarter as a due date.
func (r reading) quarterOf(year, quarter int) (committee.Due, bool) {
	if r.dayOnly || quarter < 1 || quarter > 4 {
		return "", false
	}
	due, err := committee.ParseDue(string(committee.DueQuarter(year, quarter)))
	return due, err == nil
}

// quarter reads T1 2018, 1T2018, 1er trimestre 2018, Q1, first quarter of 2018,
// ce trimestre.
func (r reading) quarter() (committee.Due, bool) {
	p, ok := r.period(plain(r.tokens))
	if !ok || p.quarter == 0 {
		return "", false
	}
	return r.quarterOf(p.from.Year(), p.quarter)
}
