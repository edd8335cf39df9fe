package i18n

import "suivi/internal/committee"

// CaptureWords are the words of the line that is typed with facts inside.
type CaptureWords struct {
	// Facts are the names of the facts, by the field that each fills on its
	// kind of line.
	Facts map[committee.Field]string
	// Reasons say why a fact was not read; Ambiguous counts the candidates.
	Reasons   map[committee.Reason]string
	Ambiguous Plural
	// Legends say in one line which signs a kind of line takes, Keys which
	// keys stand for those that are hard to reach.
	Legends map[committee.EntryKind]string
	Keys    string
	// Led takes the people by whose mandate a name is offered.
	Led string
}

var captureFrench = CaptureWords{
	Facts: map[committee.Field]string{
		committee.FieldInstitution: "structure ou fonction", committee.FieldAddressees: "structure destinataire", committee.FieldFunction: "intervenant",
		committee.FieldSupporting: "appui", committee.FieldGroup: "groupe", committee.FieldAxis: "axe", committee.FieldPriority: "priorité",
		committee.FieldDue: "échéance", committee.FieldReview: "réexamen", committee.FieldCost: "coût",
	},
	Reasons: map[committee.Reason]string{
		committee.ReasonUnknown:    "introuvable dans le fichier",
		committee.ReasonAmbiguous:  "à préciser",
		committee.ReasonDuplicate:  "déjà indiqué sur cette ligne",
		committee.ReasonNotTaken:   "ne s’indique pas sur ce genre de ligne",
		committee.ReasonNotListed:  "écrivez haute, moyenne ou basse, ou 1, 2, 3",
		committee.ReasonNotADue:    "ce n’est ni un jour ni un trimestre",
		committee.ReasonNotADate:   "ce n’est pas un jour",
		committee.ReasonNotANumber: "ce n’est pas un montant en FCFA",
		committee.ReasonCurrency:   "montant dans une autre devise\u00a0: les coûts sont en FCFA",
		committee.ReasonOutOfRange: "montant trop élevé",
	},
	Ambiguous: Plural{"%d possibilité\u00a0: précisez", "%d possibilités\u00a0: précisez"},
	Legends: map[committee.EntryKind]string{
		committee.EntryAction:         "@ structure ou fonction · + appui · # groupe ou axe ·\u00a0! priorité · > échéance · $ coût",
		committee.EntryRecommendation: "@ destinataire · # groupe ou axe ·\u00a0! priorité · > échéance",
		committee.EntryDecision:       "@ destinataire · > réexamen",
		committee.Note:                "@ intervenant", committee.Statement: "@ intervenant",
		committee.GoodPractice: "@ intervenant", committee.Difficulty: "@ intervenant",
	},
	Keys: "& vaut @ et § vaut #", Led: "mandat en cours de %s",
}

var captureEnglish = CaptureWords{
	Facts: map[committee.Field]string{
		committee.FieldInstitution: "institution or function", committee.FieldAddressees: "addressee", committee.FieldFunction: "speaker",
		committee.FieldSupporting: "support", committee.FieldGroup: "group", committee.FieldAxis: "axis", committee.FieldPriority: "priority",
		committee.FieldDue: "due date", committee.FieldReview: "review date", committee.FieldCost: "cost",
	},
	Reasons: map[committee.Reason]string{
		committee.ReasonUnknown:    "not found in the file",
		committee.ReasonAmbiguous:  "be more precise",
		committee.ReasonDuplicate:  "already given on this line",
		committee.ReasonNotTaken:   "has no place on this kind of line",
		committee.ReasonNotListed:  "write high, medium or low, or 1, 2, 3",
		committee.ReasonNotADue:    "neither a day nor a quarter",
		committee.ReasonNotADate:   "not a day",
		committee.ReasonNotANumber: "not an amount in FCFA",
		committee.ReasonCurrency:   "amount in another currency: costs are in FCFA",
		committee.ReasonOutOfRange: "this amount is too large",
	},
	Ambiguous: Plural{"%d candidate: be more precise", "%d candidates: be more precise"},
	Legends: map[committee.EntryKind]string{
		committee.EntryAction:         "@ institution or function · + support · # group or axis · ! priority · > due date · $ cost",
		committee.EntryRecommendation: "@ addressee · # group or axis · ! priority · > due date",
		committee.EntryDecision:       "@ addressee · > review date",
		committee.Note:                "@ speaker", committee.Statement: "@ speaker",
		committee.GoodPractice: "@ speaker", committee.Difficulty: "@ speaker",
	},
	Keys: "& stands for @ and § for #", Led: "office held by %s",
}

// Unread says why a fact of a typed line was not read; count is that of the
// candidates where it is ambiguous.
func (l *Locale) Unread(reason committee.Reason, count int) string {
	w := l.Words.Capture
	if reason == committee.ReasonAmbiguous && count > 0 {
		return l.Count(w.Ambiguous, count)
	}
	if said := w.Reasons[reason]; said != "" {
		return said
	}
	return l.Words.Reasons[reason]
}
