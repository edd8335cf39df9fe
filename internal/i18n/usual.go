package i18n

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// Usual is what an item of an agenda is known for by its title alone.
type Usual struct {
	Purpose committee.ItemPurpose
	Other   bool // any other business
}

// titles are how an item may be called, folded: by a title that is no longer,
// or by one that begins so.
type titles struct {
	usual         Usual
	whole, begins []string
}

// usualTitles are those of both languages. « Ouverture d’un centre d’accueil »
// opens no session: what may be the subject of an item is not among them.
var usualTitles = []titles{
	{
		Usual{Purpose: committee.Opening},
		[]string{"ouverture", "opening", "bienvenue", "welcome"},
		[]string{
			"ouverture de la seance", "ouverture de la session", "ouverture de la reunion", "ouverture de l'atelier", "ouverture des travaux",
			"ouverture officielle", "ouverture solennelle", "ouverture et ", "ouverture, ", "ceremonie d'ouverture", "allocution d'ouverture", "allocutions d'ouverture",
			"discours d'ouverture", "mot d'ouverture", "mots d'ouverture", "mot de bienvenue", "mots de bienvenue", "verification du quorum",
			"opening of the session", "opening of the meeting", "opening of the workshop", "opening ceremony", "opening remarks", "opening and ", "opening, ",
			"welcome remarks", "words of welcome", "quorum check",
		},
	},
	{
		Usual{Purpose: committee.AgendaAdoption},
		[]string{"ordre du jour", "agenda"},
		[]string{
			"adoption de l'ordre du jour", "approbation de l'ordre du jour", "examen et adoption de l'ordre du jour", "adoption de l'agenda",
			"adoption du programme", "presentation et adoption du programme", "adoption of the agenda", "approval of the agenda", "adoption of the programme",
		},
	},
	{
		Usual{Purpose: committee.MinutesAdoption},
		nil,
		[]string{
			"adoption du proces-verbal", "adoption des proces-verbaux", "adoption du pv", "adoption des pv", "adoption du compte rendu",
			"approbation du proces-verbal", "approbation des proces-verbaux", "approbation du pv", "approbation du compte rendu",
			"examen et adoption du proces-verbal", "examen et adoption du pv", "lecture et adoption du proces-verbal", "lecture et adoption du pv",
			"adoption of the minutes", "approval of the minutes", "adoption of minutes", "minutes of ",
		},
	},
	{
		Usual{Purpose: committee.MattersArising},
		[]string{"suivi des recommandations", "suivi des decisions", "follow-up"},
		[]string{
			"affaires decoulant", "questions decoulant", "points decoulant", "suites du proces-verbal", "suites du pv", "suites de la reunion precedente",
			"suites des reunions precedentes", "suites donnees aux recommandations", "suites donnees aux decisions", "suivi des recommandations de la reunion",
			"suivi des recommandations des reunions", "suivi des recommandations anterieures", "suivi des recommandations precedentes",
			"matters arising", "business arising", "follow-up to the minutes", "follow-up to earlier",
		},
	},
	{
		Usual{Purpose: committee.Closing},
		[]string{"cloture", "closing", "adjournment", "prochaine reunion", "next meeting"},
		[]string{
			"cloture de la seance", "cloture de la session", "cloture de la reunion", "cloture de l'atelier", "cloture des travaux", "cloture officielle",
			"ceremonie de cloture", "mot de cloture", "discours de cloture", "levee de la seance", "recapitulation des decisions", "recapitulation of decisions", "date de la prochaine reunion",
			"closing of the session", "closing of the meeting", "closing of the workshop", "closing ceremony", "closing remarks", "date of the next meeting",
		},
	},
	{Usual{Other: true}, []string{"divers", "autres", "aob"}, []string{"points divers", "questions diverses", "autres questions", "any other business", "other business", "other matters"}},
}

// UsualItem tells what an item is by a title that agendas usually have, in
// either language and under any number; it is zero for any other title.
func UsualItem(title string) Usual {
	folded := strings.TrimSpace(text.Fold(title))
	if mark, rest, marked := strings.Cut(folded, "]"); marked && strings.HasPrefix(mark, "[") { // [EXEMPLE]
		folded = rest
	}
	folded = strings.TrimLeftFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	folded = strings.TrimRight(folded, " .;:")
	for _, t := range usualTitles {
		if slices.Contains(t.whole, folded) {
			return t.usual
		}
		for _, phrase := range t.begins {
			if rest, ok := strings.CutPrefix(folded, phrase); ok && !goesOn(phrase, rest) {
				return t.usual
			}
		}
	}
	return Usual{}
}

// goesOn tells whether a word of the phrase goes on into the rest.
func goesOn(phrase, rest string) bool {
	ends := strings.HasSuffix(phrase, " ")
	return !ends && rest != "" && unicode.IsLetter([]rune(rest)[0])
}

// NamesMeeting tells whether a title names a meeting: by its number, or by the
// day it began, as people of either language write it.
func NamesMeeting(title string, m committee.Meeting) bool {
	said := text.FoldWords(title) + " "
	t := m.Starts.Time()
	ways := []string{m.Ref}
	for _, lang := range []committee.Language{committee.French, committee.English} {
		l := For(lang)
		if t.IsZero() {
			break
		}
		month := l.Words.Calendar.Months[t.Month()-1]
		day := strconv.Itoa(t.Day())
		ways = append(ways, l.Date(m.Starts), l.DateShort(m.Starts), day+" "+month, month+" "+day+" ", month+" "+day+",")
		if t.Day() == 1 {
			ways = append(ways, "1er "+month)
		}
	}
	return slices.ContainsFunc(ways, func(way string) bool {
		before, _, found := strings.Cut(said, text.Fold(way))
		return way != "" && found && (before == "" || !unicode.IsDigit(rune(before[len(before)-1])))
	})
}
