package i18n

// ReferenceWords are the words of the laws, plans and documents that others
// rest on.
type ReferenceWords struct {
	Empty, Period, PeriodHelp, NumberHelp, DateHelp, Amount string
	UsedBy, NotUsed                                         string
}

var referenceFrench = ReferenceWords{
	Empty:  "Aucune référence. n ajoute une loi, un décret, un plan ou un document.",
	Period: "Période", PeriodHelp: "2015–2017, ou une date connue en partie", NumberHelp: "2012-023, 2011-036/PM-RM",
	DateHelp: "date du texte\u202f; vide si elle n’est pas connue", Amount: "Montant",
	UsedBy: "Ce qui s’y rattache", NotUsed: "Rien ne s’y rattache encore.",
}

var referenceEnglish = ReferenceWords{
	Empty:  "No reference. n adds a law, a decree, a plan or a document.",
	Period: "Period", PeriodHelp: "2015–2017, or a date known in part", NumberHelp: "2012-023, 2011-036/PM-RM",
	DateHelp: "date of the text; empty when it is not known", Amount: "Amount",
	UsedBy: "What refers to it", NotUsed: "Nothing refers to it yet.",
}
