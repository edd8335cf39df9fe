package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"suivi/internal/committee"
)

// The spaces that French puts inside numbers and before signs.
const (
	narrow = "\u202f"
	hard   = "\u00a0"
)

// Date is the day in full and in one width: 15/12/2017, 15 Dec 2017. A day
// that is not known is empty.
func (l *Locale) Date(d committee.Date) string { return l.day(d, "02/01/2006", "02 %s 2006") }

// DateShort is the day as a narrow column holds it: 15/12/17, 15 Dec 17.
func (l *Locale) DateShort(d committee.Date) string { return l.day(d, "02/01/06", "02 %s 06") }

// DateLong is the day with the day of the week: ven. 15/12/2017, Fri 15 Dec 2017.
func (l *Locale) DateLong(d committee.Date) string {
	t := d.Time()
	if t.IsZero() {
		return string(d)
	}
	return l.Words.Calendar.DaysShort[t.Weekday()] + " " + l.Date(d)
}

// day writes d by the French layout, or by the English one in which %s stands
// for the month.
func (l *Locale) day(d committee.Date, layoutFrench, layoutEnglish string) string {
	t := d.Time()
	switch {
	case t.IsZero():
		return string(d)
	case l.Lang == committee.French:
		return t.Format(layoutFrench)
	}
	return fmt.Sprintf(t.Format(layoutEnglish), l.Words.Calendar.MonthsShort[t.Month()-1])
}

// Span is the days from one to another, shortened when they share the year:
// 30/10 – 02/11/2017, 30 Oct – 02 Nov 2017. It is one day when the last one is
// missing or the same.
func (l *Locale) Span(from, to committee.Date) string {
	switch {
	case from.Zero():
		return l.Date(to)
	case to.Zero() || from == to:
		return l.Date(from)
	case from.Year() == to.Year():
		return l.day(from, "02/01", "02 %s") + hard + "– " + l.Date(to)
	}
	return l.Date(from) + hard + "– " + l.Date(to)
}

// Period is a time that may have no known beginning or no end yet: since a
// day, until a day, from a day to another. It is empty when neither is known.
func (l *Locale) Period(from, to committee.Date) string {
	w := l.Words.Calendar
	switch {
	case from.Zero() && to.Zero():
		return ""
	case from.Zero():
		return fmt.Sprintf(w.Until, l.Date(to))
	case to.Zero():
		return fmt.Sprintf(w.Since, l.Date(from))
	}
	return fmt.Sprintf(w.FromTo, l.Date(from), l.Date(to))
}

// Due is a day as by Date, or a quarter: T1 2018, Q1 2018.
func (l *Locale) Due(d committee.Due) string { return l.due(d, l.Date) }

// DueShort is a day as by DateShort, or a quarter as by Due.
func (l *Locale) DueShort(d committee.Due) string { return l.due(d, l.DateShort) }

func (l *Locale) due(d committee.Due, day func(committee.Date) string) string {
	if year, q, ok := d.Quarter(); ok {
		return fmt.Sprintf(l.Words.Calendar.Quarter, q, year)
	}
	return day(committee.Date(d))
}

// Clock is a time of day: 10 h 30, 10 h, 10:30. It is empty when not known.
func (l *Locale) Clock(c committee.Clock) string {
	t, err := time.Parse("15:04", string(c))
	switch {
	case err != nil || l.Lang != committee.French:
		return string(c)
	case t.Minute() == 0:
		return strconv.Itoa(t.Hour()) + hard + "h"
	}
	return fmt.Sprintf("%d"+hard+"h"+hard+"%02d", t.Hour(), t.Minute())
}

// Number is n with its digits in groups of three: 1 234, 1,234.
func (l *Locale) Number(n int) string { return l.grouped(int64(n)) }

// Amount is a sum in CFA francs: 200 000 000 FCFA, 200,000,000 FCFA.
func (l *Locale) Amount(a committee.Amount) string { return l.grouped(int64(a)) + narrow + "FCFA" }

// Percent is n as a percentage: 42 %, 42%.
func (l *Locale) Percent(n int) string {
	if l.Lang == committee.French {
		return strconv.Itoa(n) + narrow + "%"
	}
	return strconv.Itoa(n) + "%"
}

func (l *Locale) grouped(n int64) string {
	s, between := strconv.FormatInt(n, 10), ","
	if l.Lang == committee.French {
		between = narrow
	}
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	first := (len(s)-1)%3 + 1
	parts := []string{s[:first]}
	for i := first; i < len(s); i += 3 {
		parts = append(parts, s[i:i+3])
	}
	return sign + strings.Join(parts, between)
}
