package i18n

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// NamesMinutes tells whether a title is about minutes, and names the month of the
// meeting that they are of: « Procès-verbaux de juillet et d’octobre ». One that
// names another year does not.
func NamesMinutes(title string, m committee.Meeting) bool {
	said := words(title)
	about := slices.ContainsFunc(said, func(w string) bool {
		return w == "pv" || w == "minutes" || strings.HasPrefix(w, "verba")
	}) || strings.Contains(text.FoldWords(title), "compte rendu") || strings.Contains(text.FoldWords(title), "comptes rendus")
	if !about || m.Starts.Zero() || !slices.Contains(MonthsNamed(title), m.Starts.Time().Month()) {
		return false
	}
	years := slices.DeleteFunc(said, func(w string) bool {
		n, err := strconv.Atoi(w)
		return err != nil || n < 1000
	})
	return len(years) == 0 || slices.Contains(years, strconv.Itoa(m.Starts.Time().Year()))
}

// MonthsNamed are the months that a title names, in either language.
func MonthsNamed(title string) (all []time.Month) {
	said := words(title)
	for n := range 12 {
		if slices.ContainsFunc(Locales(), func(l *Locale) bool { return slices.Contains(said, text.Fold(l.Words.Calendar.Months[n])) }) {
			all = append(all, time.Month(n+1))
		}
	}
	return all
}

// ReportsOfGroups tells whether a title is about the reports of several groups at
// once: « Rapports des trois groupes de travail ».
func ReportsOfGroups(title string) bool {
	said := words(title)
	report := slices.ContainsFunc(said, func(w string) bool {
		return strings.HasPrefix(w, "rapport") || strings.HasPrefix(w, "report") || strings.HasPrefix(w, "restitution")
	})
	return report && (slices.Contains(said, "groupes") || slices.Contains(said, "groups"))
}

// words are those of a title, folded, and its numbers.
func words(title string) []string {
	return strings.FieldsFunc(text.Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
