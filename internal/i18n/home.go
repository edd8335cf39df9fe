package i18n

// HomeWords are the words of the first screen.
type HomeWords struct {
	Next, NoNext, InSession, Held, Postponed string
	Today, Tomorrow                          string
	InDays                                   Plural
	Items                                    Plural
	Missing                                  string // then what is missing
	Date, Place, Notice, Agenda              string
	Chair, Secretary                         string

	ToDo, NothingToDo                         string
	Late, LateOne, DueSoon, Blocked, Awaiting Plural
	ToValidate, Incomplete, Uncovered         Plural
	UncoveredIn                               Plural
	MinutesToAdopt                            Plural
	Guidelines, NoGuideline                   string

	Roadmap, Done, Expected, NoAction string
	DoneCount                         Plural
	ByAxis, ByInstitution             string
	WithoutAxis, WithoutInstitution   string
	Actions, LateShort                Plural
}

var homeFrench = HomeWords{
	Next: "Prochaine réunion", NoNext: "Aucune réunion n’est prévue. ⏎ ouvre le registre, puis n en prévoit une.",
	InSession: "Réunion en séance", Held: "date passée", Postponed: "reportée, date à fixer",
	Today: "aujourd’hui", Tomorrow: "demain", InDays: Plural{"dans %d jour", "dans %d jours"},
	Items:   Plural{"%d point à l’ordre du jour", "%d points à l’ordre du jour"},
	Missing: "Il manque\u00a0:", Date: "la date", Place: "le lieu", Notice: "la convocation", Agenda: "l’ordre du jour",
	Chair: "la présidence de séance", Secretary: "le secrétariat de séance",

	ToDo: "À traiter", NothingToDo: "Rien à traiter pour le moment.",
	Late:    Plural{"%d action en retard", "%d actions en retard"},
	LateOne: Plural{"dont %d bloquée", "dont %d bloquées"},
	DueSoon: Plural{"%d échéance sous 30 jours", "%d échéances sous 30 jours"},
	Blocked: Plural{"%d action bloquée", "%d actions bloquées"}, Awaiting: Plural{"%d recommandation attend une décision", "%d recommandations attendent une décision"},
	ToValidate:     Plural{"%d action déclarée réalisée, à valider", "%d actions déclarées réalisées, à valider"},
	Incomplete:     Plural{"%d action sans responsable ou sans échéance", "%d actions sans responsable ou sans échéance"},
	Uncovered:      Plural{"%d article sans action", "%d articles sans action"},
	UncoveredIn:    Plural{"%d ligne directrice", "%d lignes directrices"},
	MinutesToAdopt: Plural{"%d procès-verbal attend son adoption", "%d procès-verbaux attendent leur adoption"},
	Guidelines:     "Lignes directrices", NoGuideline: "Aucune ligne directrice. ⏎ ouvre le registre, puis n en ajoute une.",

	Roadmap: "Feuille de route", Done: "avancement moyen", Expected: "attendu à ce jour",
	NoAction:  "La feuille de route est vide. ⏎ l’ouvre, puis n y inscrit une action.",
	DoneCount: Plural{"%d réalisée", "%d réalisées"},
	ByAxis:    "Par axe", ByInstitution: "Par structure responsable", WithoutAxis: "sans axe", WithoutInstitution: "sans structure responsable",
	Actions: Plural{"%d action", "%d actions"}, LateShort: Plural{"%d en retard", "%d en retard"},
}

var homeEnglish = HomeWords{
	Next: "Next meeting", NoNext: "No meeting is planned. ⏎ opens the register, then n plans one.",
	InSession: "Meeting in session", Held: "date passed", Postponed: "postponed, date to be set",
	Today: "today", Tomorrow: "tomorrow", InDays: Plural{"in %d day", "in %d days"},
	Items:   Plural{"%d agenda item", "%d agenda items"},
	Missing: "Still missing:", Date: "the date", Place: "the place", Notice: "the notice", Agenda: "the agenda",
	Chair: "the chair", Secretary: "the recording secretary",

	ToDo: "To deal with", NothingToDo: "Nothing to deal with for now.",
	Late:    Plural{"%d action late", "%d actions late"},
	LateOne: Plural{"%d of them blocked", "%d of them blocked"},
	DueSoon: Plural{"%d action due within 30 days", "%d actions due within 30 days"},
	Blocked: Plural{"%d action blocked", "%d actions blocked"}, Awaiting: Plural{"%d recommendation awaits a decision", "%d recommendations await a decision"},
	ToValidate:     Plural{"%d action declared done, to validate", "%d actions declared done, to validate"},
	Incomplete:     Plural{"%d action without owner or due date", "%d actions without owner or due date"},
	Uncovered:      Plural{"%d article without an action", "%d articles without an action"},
	UncoveredIn:    Plural{"%d guideline", "%d guidelines"},
	MinutesToAdopt: Plural{"minutes of %d meeting await adoption", "minutes of %d meetings await adoption"},
	Guidelines:     "Guidelines", NoGuideline: "No guideline. ⏎ opens the register, then n adds one.",

	Roadmap: "Roadmap", Done: "average progress", Expected: "expected by today",
	NoAction:  "The roadmap is empty. ⏎ opens it, then n adds an action.",
	DoneCount: Plural{"%d done", "%d done"},
	ByAxis:    "By axis", ByInstitution: "By responsible institution", WithoutAxis: "without an axis", WithoutInstitution: "without an institution",
	Actions: Plural{"%d action", "%d actions"}, LateShort: Plural{"%d late", "%d late"},
}
