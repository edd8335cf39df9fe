package i18n

// CommonWords are what every page says.
type CommonWords struct {
	Yes, No, Unset string
	// None stands for a fact that is not there, NotInSource for one that the
	// document the thing came from does not give.
	None, NotInSource   string
	ArchivedState, Late string
	Today               string
	Required            string
	// And joins the last two of a list, Comma the others.
	And, Comma string
	Others     Plural
	// MoreLines counts those of a question that have no room.
	MoreLines Plural
	// OutOf counts a part of a whole.
	OutOf string
	// Quote puts its value in quotation marks.
	Quote string

	Loading        string
	Saved          string
	Added          string
	ArchivedNotice string
	Restored       string
	Cancelled      string
	NothingToDo    string
	NothingFound   string
	ReadOnly       string
	TooSmall       string
}

var commonFrench = CommonWords{
	Yes: "oui", No: "non", Unset: "à fixer",
	None: "—", NotInSource: "non renseigné dans la source",
	ArchivedState: "fiche archivée", Late: "en retard",
	Today:    "aujourd’hui",
	Required: "obligatoire",
	And:      " et ", Comma: ", ",
	Others: Plural{"%d autre", "%d autres"}, MoreLines: Plural{"et %d autre ligne", "et %d autres lignes"},
	OutOf: "%s sur %s",
	Quote: "«\u00a0%s\u00a0»",

	Loading:        "Chargement…",
	Saved:          "Enregistré.",
	Added:          "Ajouté.",
	ArchivedNotice: "Archivé\u00a0: sorti des listes, rien n’est effacé.",
	Restored:       "Rétabli.",
	Cancelled:      "Annulé, rien n’a été modifié.",
	NothingToDo:    "Rien à faire.",
	NothingFound:   "Aucun résultat.",
	ReadOnly:       "lecture seule",
	TooSmall:       "Agrandissez la fenêtre\u00a0: il faut au moins %s colonnes et %s lignes.",
}

var commonEnglish = CommonWords{
	Yes: "yes", No: "no", Unset: "not set",
	None: "—", NotInSource: "not given in the source",
	ArchivedState: "archived", Late: "late",
	Today:    "today",
	Required: "required",
	And:      " and ", Comma: ", ",
	Others: Plural{"%d other", "%d others"}, MoreLines: Plural{"and %d more line", "and %d more lines"},
	OutOf: "%s of %s",
	Quote: "“%s”",

	Loading:        "Loading…",
	Saved:          "Saved.",
	Added:          "Added.",
	ArchivedNotice: "Archived: out of the lists, nothing is deleted.",
	Restored:       "Restored.",
	Cancelled:      "Cancelled, nothing was changed.",
	NothingToDo:    "Nothing to do.",
	NothingFound:   "No result.",
	ReadOnly:       "read-only",
	TooSmall:       "Enlarge the window: at least %s columns and %s rows are needed.",
}

// CalendarWords are the names of days, months and quarters. Days start on
// Sunday, as time.Weekday does.
type CalendarWords struct {
	Days, DaysShort     [7]string
	Months, MonthsShort [12]string
	Quarter             string // its number, then the year
	Since, Until        string
	FromTo              string
}

var calendarFrench = CalendarWords{
	Days:      [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	DaysShort: [7]string{"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."},
	Months: [12]string{
		"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre",
	},
	MonthsShort: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
	Quarter:     "T%d %d",
	Since:       "depuis le %s", Until: "jusqu’au %s", FromTo: "du %s au %s",
}

var calendarEnglish = CalendarWords{
	Days:      [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	DaysShort: [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
	Months: [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},
	MonthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	Quarter:     "Q%d %d",
	Since:       "since %s", Until: "until %s", FromTo: "%s to %s",
}
