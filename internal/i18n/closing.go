package i18n

// BlocWords are the words of the recommendations adopted together.
type BlocWords struct {
	Title, Empty, Ticked, Excepted, Amended string
	Count                                   Plural // then how many there are
	Adopted                                 Plural
	RewordTitle, Wording, Earlier           string
	NoneTicked, Reworded                    string
	TakeBackIn                              string // what is excepted
	LeaveTitle, LeaveLine                   string
	Elsewhere                               string // with the meeting
}

// AdjournWords are the words of the page that adjourns a session.
type AdjournWords struct {
	Title, Checks, AllDone, Explain    string
	Failed, Awaited                    Plural
	NobodyNoted, NobodyNamed           string
	NeverCame                          string // with the person's name
	Question, Line, Nonetheless, Mend  string
	PromptTitle, ClosedAt, PassingOver string
	Early                              string // takes the day, and the last one planned
	SettleAll, Settled                 Plural
	ExplainAll, NoneLeft, Tackled      string
	EachItsOwn, AllPutOff, AllDealt    string
	// NotThis takes a key and the check that it does not settle.
	NotThis string
}

// SummaryWords are the words of what a meeting gave.
type SummaryWords struct {
	Title, Session, Actions, NoOwner, Incomplete string
	NoDecision, NoRecommendation, NoAction       string
	Overridden, PutOff, GoesTo, Waits, Referred  string
	Documents, NotWritten, NoWriter              string
	Answers                                      string // on matters arising
	Again                                        string // where the quorum was not there
	Written                                      Plural
}

var blocFrench = BlocWords{
	Title: "Adoption en bloc\u00a0: %s", Empty: "Aucune recommandation n’attend de décision sur ce point.",
	Ticked: "en bloc", Excepted: "exceptée", Amended: "amendée",
	Count:       Plural{"%d cochée sur %s", "%d cochées sur %s"},
	Adopted:     Plural{"%d recommandation adoptée", "%d recommandations adoptées ensemble"},
	RewordTitle: "Rédaction de %s", Wording: "Texte à adopter", Earlier: "Texte proposé", NoneTicked: "Aucune recommandation n’est cochée\u00a0: espace en reprend une.",
	TakeBackIn: "reprendre",
	Reworded:   "%s\u00a0: la rédaction sera adoptée ainsi",
	LeaveTitle: "Quitter l’adoption en bloc\u202f?",
	LeaveLine:  "Des rédactions ont été amendées\u202f; elles ne seront conservées qu’avec l’adoption.",
	Elsewhere:  "d’une autre réunion\u00a0: %s",
}

var blocEnglish = BlocWords{
	Title: "Adoption en bloc: %s", Empty: "No recommendation awaits a decision under this item.",
	Ticked: "en bloc", Excepted: "excepted", Amended: "amended",
	Count:       Plural{"%d ticked of %s", "%d ticked of %s"},
	Adopted:     Plural{"%d recommendation adopted", "%d recommendations adopted en bloc"},
	RewordTitle: "Wording of %s", Wording: "Text to adopt", Earlier: "Text as proposed", NoneTicked: "No recommendation is ticked: space takes one back in.",
	TakeBackIn: "take back in",
	Reworded:   "%s: the wording will be adopted like this",
	LeaveTitle: "Leave the adoption en bloc?",
	LeaveLine:  "Wordings were amended; they are kept only with the adoption.",
	Elsewhere:  "of another meeting: %s",
}

var adjournFrench = AdjournWords{
	Title: "Lever la séance", Checks: "Avant de lever", AllDone: "Rien ne manque\u00a0: C lève la séance.",
	Explain: "⏎ va à ce qu’il faut compléter\u202f; C lève la séance malgré tout, et ce qui manque est consigné.",
	Failed:  Plural{"%d contrôle à revoir", "%d contrôles à revoir"}, Awaited: Plural{"%d personne à noter", "%d personnes à noter"},
	NobodyNoted: "la liste est vide", NobodyNamed: "personne n’est désigné", NeverCame: "%s (absence notée)",
	Question: "Lever la séance malgré ce qui manque\u202f?", Line: "Ce qui manque est consigné avec la réunion.",
	Nonetheless: "lever malgré tout", Mend: "revenir à la liste",
	Early:       "La séance est levée le %[1]s, avant le dernier jour prévu (%[2]s).",
	PromptTitle: "Lever la séance", ClosedAt: "Levée à", PassingOver: "Séance levée malgré ce qui suit\u00a0: %s.",
	SettleAll: Plural{"Conclure le point qui reste\u202f?", "Conclure les %d points qui restent\u202f?"}, Settled: Plural{"%d point conclu.", "%d points conclus."},
	ExplainAll: "* conclut d’un coup les points ni traités ni reportés.", NoneLeft: "Aucun point ne reste à conclure.", Tackled: "abordé",
	EachItsOwn: "traiter ce qui a été abordé, reporter le reste", AllPutOff: "tout reporter à la prochaine réunion", AllDealt: "tout noter comme traité",
	NotThis: "%[1]s ne règle pas ce contrôle (%[2]s)\u202f; ⏎ va à ce qu’il faut compléter.",
}

var adjournEnglish = AdjournWords{
	Title: "Adjourn the session", Checks: "Before adjourning", AllDone: "Nothing is missing: C adjourns the session.",
	Explain: "⏎ goes to what is to be completed; C adjourns nonetheless, and what is missing is recorded.",
	Failed:  Plural{"%d check to see to", "%d checks to see to"}, Awaited: Plural{"%d person to note", "%d people to note"},
	NobodyNoted: "the list is empty", NobodyNamed: "nobody is named", NeverCame: "%s (noted as absent)",
	Question: "Adjourn in spite of what is missing?", Line: "The checks passed over are recorded with the meeting.",
	Nonetheless: "adjourn nonetheless", Mend: "back to the list",
	Early:       "The session ends on %[1]s, before the last day planned (%[2]s).",
	PromptTitle: "Adjourn the session", ClosedAt: "Adjourned at", PassingOver: "Passed over: %s.",
	SettleAll: Plural{"Settle the item that is left?", "Settle the %d items that are left?"}, Settled: Plural{"%d item settled.", "%d items settled."},
	ExplainAll: "* settles at once the items neither dealt with nor postponed.", NoneLeft: "No item is left to settle.", Tackled: "taken up",
	EachItsOwn: "what was taken up is dealt with, the rest is postponed", AllPutOff: "all are postponed to the next meeting", AllDealt: "all are dealt with",
	NotThis: "%[1]s does not settle this check (%[2]s); ⏎ goes to what is to be completed.",
}

var summaryFrench = SummaryWords{
	Title: "Bilan de la séance", Session: "Séance", Actions: "Actions, par responsable", NoOwner: "Sans responsable", Incomplete: "incomplète",
	NoDecision: "Aucune décision.", NoRecommendation: "Aucune recommandation.", NoAction: "Aucune action.",
	Overridden: "Levée malgré ce qui suit", Answers: "Suites données", PutOff: "Points reportés ou renvoyés", GoesTo: "repris à\u00a0: %s", Waits: "attend la prochaine réunion", Referred: "renvoyé à %s",
	Again:     "A convoque une seconde fois, sans quorum requis.",
	Documents: "Documents", NotWritten: "Pas encore écrits\u00a0: w écrit le relevé de décisions et le projet de procès-verbal.",
	NoWriter: "Les documents ne peuvent pas être écrits d’ici.",
	Written:  Plural{"%d document écrit", "%d documents écrits"},
}

var summaryEnglish = SummaryWords{
	Title: "Summary", Session: "Session", Actions: "Actions, by owner", NoOwner: "Without owner", Incomplete: "incomplete",
	NoDecision: "No decision.", NoRecommendation: "No recommendation.", NoAction: "No action.",
	Overridden: "Checks passed over", Answers: "Answers on matters arising", PutOff: "Items postponed or referred", GoesTo: "taken up at: %s", Waits: "waits for the next meeting", Referred: "referred to %s",
	Again:     "A calls it again, on second notice: no quorum is then required.",
	Documents: "Documents", NotWritten: "Not written yet: w writes the record of decisions and the draft minutes.",
	NoWriter: "The documents cannot be written from here.",
	Written:  Plural{"%d document written", "%d documents written"},
}
