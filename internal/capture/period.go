package capture

import (
	"time"

	"suivi/internal/committee"
)

// named reads aujourd’hui, demain, the day after tomorrow.
func (r reading) named() (committee.Due, bool) {
	n, ok := relative[joined(r.tokens)]
	if !ok {
		return "", false
	}
	return dueOn(r.today.AddDate(0, 0, n))
}

// dayName is the day of the week a word names, alone or before a date.
func (r reading) dayName(word string, alone bool) (time.Weekday, bool) {
	if n, ok := frenchOnly[word]; ok && (r.lang == committee.French || !alone) {
		return time.Weekday(n), true
	}
	n, ok := weekdays[word]
	return time.Weekday(n), ok
}

// weekday reads vendredi (the next one after today), vendredi prochain, last
// friday, lundi en huit, and a date that names its day: ven. 19/01/2018, which
// must be that day.
func (r reading) weekday() (committee.Due, bool) {
	t := r.tokens
	if len(t) > 1 && (thisWords[t[0].word] || nextWords[t[0].word] || lastWords[t[0].word]) {
		t = append(append([]token{}, t[1:]...), t[0])
	}
	day, ok := r.dayName(t[0].word, len(t) == 1)
	if !ok {
		return "", false
	}
	after := (int(day) - int(r.today.Weekday()) + 7) % 7
	if after == 0 {
		after = 7
	}
	switch rest := joined(t[1:]); {
	case rest == "" || nextWords[rest]:
	case thisWords[rest]:
		after %= 7
	case lastWords[rest]:
		after -= 7
		if after == 0 {
			after = -7
		}
	case rest == "en huit" || rest == "en 8" || rest == "week":
		after += 7
	case rest == "en quinze" || rest == "en 15":
		after += 14
	default:
		return r.onDay(day, t[1:])
	}
	return dueOn(r.today.AddDate(0, 0, after))
}

// onDay reads a date that must fall on a day of the week.
func (r reading) onDay(day time.Weekday, rest []token) (committee.Due, bool) {
	if len(rest) > 0 && leading[rest[0].word] {
		rest = rest[1:]
	}
	r.tokens = rest
	for _, way := range []func(reading) (committee.Due, bool){reading.numeric, reading.monthDay} {
		if due, ok := way(r); ok && committee.Date(due).Time().Weekday() == day {
			return due, true
		}
	}
	return "", false
}

// shift reads +30j, j+7, -3 days, dans 3 mois, in a week, il y a 2 jours, 3
// days ago.
func (r reading) shift() (committee.Due, bool) {
	t, sign := r.tokens, 1
	switch {
	case len(t) == 3 && days[t[0].word] && t[1].sign != 0 && t[2].digits != "":
		t = []token{t[1], t[2], t[0]}
		fallthrough
	case t[0].sign == '+' || t[0].sign == '-':
		if t[0].sign == '-' {
			sign = -1
		}
		t = t[1:]
	case later[t[0].word]:
		t = t[1:]
	case len(t) > 3 && joined(t[:3]) == earlier:
		t, sign = t[3:], -1
	case len(t) > 2 && ago[t[len(t)-1].word]:
		t, sign = t[:len(t)-1], -1
	default:
		return "", false
	}
	if len(t) != 2 {
		return "", false
	}
	n, u := t[0].number, units[t[1].word]
	if t[0].digits == "" {
		n = cardinals[t[0].word]
	}
	if n > 9999 || t[0].digits == "" && n == 0 || u == (unit{}) {
		return "", false
	}
	return dueOn(addMonths(r.today, sign*n*u.months).AddDate(0, 0, sign*n*u.days))
}

// A period has a first and a last day; quarter is its number when it is one.
type period struct {
	from, to time.Time
	quarter  int
	month    bool
}

func monthFrom(year, month int) period {
	return period{from: time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), to: time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC), month: true}
}

func quarterFrom(year, quarter int) period {
	p := monthFrom(year, 3*quarter-2)
	return period{from: p.from, to: monthFrom(year, 3*quarter).to, quarter: quarter}
}

func yearFrom(year int) period {
	return period{from: monthFrom(year, 1).from, to: monthFrom(year, 12).to}
}

// edge reads fin du mois, fin janvier, fin 2018, end of next month, début mars,
// mi-mars, fin de semaine (its Friday).
func (r reading) edge() (committee.Due, bool) {
	t := plain(r.tokens)
	if len(t) < 2 {
		return "", false
	}
	p, ok := r.period(t[1:])
	if !ok {
		return "", false
	}
	switch {
	case ending[t[0].word]:
		return dueOn(p.to)
	case beginning[t[0].word]:
		return dueOn(p.from)
	case middle[t[0].word] && p.month:
		return dueOn(p.from.AddDate(0, 0, 14))
	}
	return "", false
}

// period reads a month, a quarter, a year or a week: janvier, janvier 2018,
// 2018, T1 2018, mois, next month, ce trimestre, semaine prochaine. One without
// a year is the next that has not ended; a month follows the rule of days.
func (r reading) period(t []token) (period, bool) {
	if p, ok := r.quarterPeriod(t); ok {
		return p, true
	}
	switch {
	case len(t) == 1 && len(t[0].digits) == 4:
		return yearFrom(t[0].number), true
	case len(t) == 2 && months[t[0].word] != 0 && t[1].digits != "":
		y, ok := year(t[1])
		return monthFrom(y, months[t[0].word]), ok
	case len(t) == 1 && months[t[0].word] != 0:
		month := months[t[0].word]
		first, ok := r.near(month, 15)
		return monthFrom(committee.Date(first).Year(), month), ok
	}
	return r.relativePeriod(t)
}

// quarterPeriod reads T1, T1 2018, 1T2018, 1er trimestre 2018, first quarter.
func (r reading) quarterPeriod(t []token) (period, bool) {
	if len(t) < 2 || len(t) > 3 {
		return period{}, false
	}
	n := t[0]
	switch {
	case quarters[t[0].word]:
		n = t[1]
	case !quarters[t[1].word]:
		return period{}, false
	}
	q := n.number
	if n.digits == "" {
		q = ordinals[n.word]
	}
	if q < 1 || q > 4 || len(n.digits) > 1 {
		return period{}, false
	}
	if len(t) == 3 {
		y, ok := year(t[2])
		return quarterFrom(y, q), ok
	}
	p := quarterFrom(r.today.Year(), q)
	if p.to.Before(r.today) {
		p = quarterFrom(r.today.Year()+1, q)
	}
	return p, true
}

// relativePeriod reads mois, ce mois, mois prochain, next quarter, l’année, la
// semaine prochaine.
func (r reading) relativePeriod(t []token) (period, bool) {
	if n := len(t); n > 2 && joined(t[n-2:]) == current {
		t = t[:n-2]
	}
	next, what := 0, ""
	for _, k := range t {
		switch {
		case nextWords[k.word] && next == 0:
			next = 1
		case thisWords[k.word] && next == 0:
		case what == "" && k.word != "":
			what = k.word
		default:
			return period{}, false
		}
	}
	y, m := r.today.Year(), int(r.today.Month())
	switch {
	case monthWords[what]:
		return monthFrom(y, m+next), true
	case what == "trimestre" || what == "quarter":
		p := quarterFrom(y, (m+2)/3+next)
		p.quarter = (p.quarter-1)%4 + 1
		return p, true
	case yearWords[what]:
		return yearFrom(y + next), true
	case weekWords[what]:
		return r.week(next), true
	}
	return period{}, false
}

// week is the working week of today, or the one after it when it is over.
func (r reading) week(next int) period {
	monday := r.today.AddDate(0, 0, -(int(r.today.Weekday())+6)%7)
	if monday.AddDate(0, 0, 4).Before(r.today) && next == 0 {
		next = 1
	}
	monday = monday.AddDate(0, 0, 7*next)
	return period{from: monday, to: monday.AddDate(0, 0, 4)}
}
