package capture

import (
	"strings"
	"time"
)

// The words that dates are said with, folded: no accents, lower case. Both
// languages stand together.

// set is the words of s, for lists of words without a value.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// table gives each word of a row the number of the row, from first.
func table(first int, rows ...string) map[string]int {
	m := map[string]int{}
	for i, row := range rows {
		for _, w := range strings.Fields(row) {
			m[w] = first + i
		}
	}
	return m
}

var months = table(
	1,
	"janvier janv jan january", "fevrier fevr fev february feb", "mars march mar", "avril avr april apr",
	"mai may", "juin june jun", "juillet juil july jul", "aout august aug", "septembre september sept sep",
	"octobre october oct", "novembre november nov", "decembre december dec",
)

var weekdays = table(
	int(time.Sunday),
	"dimanche dim sunday sun", "lundi lun monday mon", "mardi tuesday tues tue", "mercredi mer wednesday wed",
	"jeudi jeu thursday thurs thur thu", "vendredi ven friday fri", "samedi sam saturday sat",
)

// frenchOnly holds the short day that is a month in English.
var frenchOnly = map[string]int{"mar": int(time.Tuesday)}

// relative are the days named by their distance from today.
var relative = map[string]int{
	"aujourd hui": 0, "ce jour": 0, "today": 0,
	"demain": 1, "tomorrow": 1,
	"apres demain": 2, "day after tomorrow": 2, "the day after tomorrow": 2,
	"hier": -1, "yesterday": -1,
	"avant hier": -2, "day before yesterday": -2, "the day before yesterday": -2,
}

// leading may stand before a date and change nothing.
var leading = set("le la l au a pour avant d ici du on by before the until")

// tying may stand inside a date and change nothing.
var tying = set("de du d des l la le les of the")

// ordinal ends a number: 1er, 15th.
var ordinal = set("er e eme ere nd rd st th")

// days are the letters that count days from today: j+7.
var days = set("j d")

// A unit is a span of days or of months.
type unit struct{ days, months int }

var units = spans(map[string]unit{
	"j jour jours d day days":                   {days: 1},
	"s sem semaine semaines w wk week weeks":    {days: 7},
	"quinzaine quinzaines fortnight fortnights": {days: 14},
	"m mo mois month months":                    {months: 1},
	"t trimestre trimestres quarter quarters":   {months: 3},
	"semestre semestres":                        {months: 6},
	"a an ans annee annees y yr year years":     {months: 12},
})

func spans(rows map[string]unit) map[string]unit {
	m := map[string]unit{}
	for row, u := range rows {
		for w := range set(row) {
			m[w] = u
		}
	}
	return m
}

var cardinals = table(
	1,
	"un une a an one", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight",
	"neuf nine", "dix ten", "onze eleven", "douze twelve", "treize thirteen", "quatorze fourteen", "quinze fifteen",
)

// later and earlier stand before a number and a unit, ago after them.
var (
	later   = set("dans in sous within ici")
	ago     = set("ago")
	earlier = "il y a"
)

// The words for the edges of a period.
var (
	ending    = set("fin end")
	beginning = set("debut beginning start")
	middle    = set("mi mid")
)

// nextWords and thisWords say which of several periods or days is meant.
var (
	nextWords = set("prochain prochaine suivant suivante next")
	lastWords = set("dernier derniere passe passee last")
	thisWords = set("ce cet cette this courant courante present presente")
)

var quarters = set("t q trim trimestre quarter")

var ordinals = table(1, "premier first", "deuxieme second", "troisieme third", "quatrieme fourth")

// The periods that have no name of their own.
var (
	weekWords  = set("semaine week")
	monthWords = set("mois month")
	yearWords  = set("annee an year")
	// current may end one of them.
	current = "en cours"
)
