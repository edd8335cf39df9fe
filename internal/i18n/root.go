package i18n

import "suivi/internal/register"

// RootWords are the words of the frame around every page.
type RootWords struct {
	Home, Meetings, Recommendations, Roadmap, Guidelines string
	Decisions, Directory, References, Settings, Journal  string

	TooSmall, HelpTitle, GoTitle, NoSuchPlace         string
	QuitTitle, QuitLine, QuitNow, QuitStay            string
	ArchiveTitle, ArchiveLine, ArchiveAnyway, LeaveIt string
	ReferredTo                                        Plural
	ReadOnly, NoPage, Unsigned                        string
}

var rootFrench = RootWords{
	Home: "Accueil", Meetings: "Réunions", Recommendations: "Recommandations", Roadmap: "Feuille de route", Guidelines: "Lignes directrices",
	Decisions: "Décisions", Directory: "Répertoire", References: "Références", Settings: "Paramètres", Journal: "Journal",
	TooSmall:    "Fenêtre trop petite\u00a0: il faut au moins 60 colonnes et 12 lignes. Rien n’est perdu.",
	HelpTitle:   "Les touches de cet écran",
	GoTitle:     "Aller à…",
	NoSuchPlace: "Aucun registre ne porte cette lettre\u00a0: g montre la liste.",
	QuitTitle:   "Quitter sans enregistrer\u202f?", QuitLine: "Une saisie en cours n’est pas enregistrée.", QuitNow: "quitter quand même", QuitStay: "rester",
	ArchiveTitle: "Archiver quand même\u202f?", ArchiveLine: "Rien n’est effacé\u00a0: les liens restent, et la fiche peut être rétablie.",
	ArchiveAnyway: "archiver", LeaveIt: "laisser",
	ReferredTo: Plural{"%d fiche y renvoie\u00a0:", "%d fiches y renvoient\u00a0:"},
	ReadOnly:   "lecture seule",
	Unsigned:   "anonyme",
	NoPage:     "Cet élément n’a pas de fiche à lui.",
}

var rootEnglish = RootWords{
	Home: "Home", Meetings: "Meetings", Recommendations: "Recommendations", Roadmap: "Roadmap", Guidelines: "Guidelines",
	Decisions: "Decisions", Directory: "Directory", References: "References", Settings: "Settings", Journal: "Journal",
	TooSmall:    "The window is too small: at least 60 columns and 12 rows are needed. Nothing is lost.",
	HelpTitle:   "The keys of this screen",
	GoTitle:     "Go to…",
	NoSuchPlace: "No register has this letter: g shows the list.",
	QuitTitle:   "Quit without saving?", QuitLine: "What is being typed is not saved.", QuitNow: "quit anyway", QuitStay: "stay",
	ArchiveTitle: "Archive anyway?", ArchiveLine: "Nothing is deleted: the links stay, and it can be restored.",
	ArchiveAnyway: "archive", LeaveIt: "leave it",
	ReferredTo: Plural{"%d record refers to it:", "%d records refer to it:"},
	ReadOnly:   "read-only",
	Unsigned:   "unsigned",
	NoPage:     "This has no page of its own.",
}

// ListWords are the words of every list.
type ListWords struct {
	Count, CountMore, Recommendations            Plural // CountMore: more than so many
	Number, Filtered, Archives                   string
	KeepFilter, ClearFilter                      string
	NothingFound, NothingArchived, NothingInView string
	Scopes                                       map[register.Scope]string
}

var listFrench = ListWords{
	Count: Plural{"%d ligne", "%d lignes"}, CountMore: Plural{"plus de %d ligne", "plus de %d lignes"}, Recommendations: Plural{"%d recommandation", "%d recommandations"},
	Number: "N°", Filtered: "filtre\u00a0:", Archives: "archives", KeepFilter: "garder", ClearFilter: "effacer",
	NothingFound:    "Rien ne correspond au filtre. Échap l’efface.",
	NothingArchived: "Rien n’est archivé ici. Z revient à la liste.",
	NothingInView:   "Rien dans cette vue. f passe à la suivante.",
	Scopes: map[register.Scope]string{
		register.All: "toutes", register.Open: "ouvertes", register.Late: "en retard", register.DueSoon: "échéance sous 30 jours",
		register.Blocked: "bloquées", register.ToValidate: "à valider", register.Incomplete: "sans responsable ou sans échéance",
		register.AwaitsDecision: "en attente de décision", register.Upcoming: "à venir", register.MinutesDue: "PV à adopter",
		register.WithoutAction: "articles sans action", register.InForce: "en fonction", register.Standing: "hors abandonnées", register.Supported: "en appui",
		register.MyChanges: "mes modifications", register.SinceVisit: "depuis ma visite", register.OtherChanges: "par d’autres",
	},
}

var listEnglish = ListWords{
	Count: Plural{"%d entry", "%d entries"}, CountMore: Plural{"more than %d entry", "more than %d entries"}, Recommendations: Plural{"%d recommendation", "%d recommendations"},
	Number: "No.", Filtered: "filter:", Archives: "archives", KeepFilter: "keep", ClearFilter: "clear",
	NothingFound:    "Nothing matches the filter. esc clears it.",
	NothingArchived: "Nothing is archived here. Z goes back to the list.",
	NothingInView:   "Nothing in this view. f goes to the next one.",
	Scopes: map[register.Scope]string{
		register.All: "all", register.Open: "open", register.Late: "late", register.DueSoon: "due within 30 days",
		register.Blocked: "blocked", register.ToValidate: "to validate", register.Incomplete: "without owner or due date",
		register.AwaitsDecision: "awaiting a decision", register.Upcoming: "upcoming", register.MinutesDue: "minutes to adopt",
		register.WithoutAction: "articles without action", register.InForce: "in office", register.Standing: "not abandoned", register.Supported: "supporting",
		register.MyChanges: "my changes", register.SinceVisit: "since my visit", register.OtherChanges: "by others",
	},
}

// SheetWords are the words of every page of a thing.
type SheetWords struct {
	Version, Versions, DraftWording, AdoptedWording string
	GuidelineRef, ArticleRef                        string
	NotFound, Colon                                 string
	// Rest says how many rows a page does not show, RestMore that there are
	// more than so many.
	Rest, RestMore Plural
}

var sheetFrench = SheetWords{
	Version: "Version", Versions: "Versions du texte", DraftWording: "projet", AdoptedWording: "adoptée",
	GuidelineRef: "LD-", ArticleRef: "art.",
	Colon: "\u00a0: ", NotFound: "Cette fiche n’est plus dans le fichier.",
	Rest: Plural{"… et %d autre", "… et %d autres"}, RestMore: Plural{"… et plus de %d autre", "… et plus de %d autres"},
}

var sheetEnglish = SheetWords{
	Version: "Version", Versions: "Versions of the text", DraftWording: "draft", AdoptedWording: "adopted",
	GuidelineRef: "LD-", ArticleRef: "art.",
	Colon: ": ", NotFound: "This record is no longer in the file.",
	Rest: Plural{"… and %d other", "… and %d others"}, RestMore: Plural{"… and more than %d other", "… and more than %d others"},
}

// FormWords are the words of every form.
type FormWords struct {
	Required, Unknown, UnknownNew, Cut, Saving, Searching, NoMatch, Failed, NewHint string
	DateHelp, DueHelp, ClockHelp, AmountHelp                                        string
	LeaveTitle, LeaveLine, SaveNow, Discard, GoOn, Cancel                           string
	CloseList, Editing, LookupHelp                                                  string
}

var formFrench = FormWords{
	Required: "à renseigner", Unknown: "inconnu du fichier\u00a0: effacez, puis espace montre la liste",
	UnknownNew: "inconnu du fichier\u00a0: ctrl+n l’ajoute", Cut: "texte trop long\u00a0: coupé à %d caractères",
	Saving: "Enregistrement…", Searching: "recherche…", NoMatch: "aucune suggestion", Failed: "le fichier n’a pas répondu", NewHint: "ctrl+n pour créer «\u00a0%s\u00a0»",
	DateHelp:   "15/01, vendredi, demain, +30j, fin du mois",
	DueHelp:    "un jour (15/01, +30j, fin du mois) ou un trimestre (T1 2018)",
	ClockHelp:  "10h30 ou 10:30",
	AmountHelp: "en FCFA\u00a0: 200\u202f000\u202f000, 1,5 million",
	LeaveTitle: "Quitter le formulaire\u202f?", LeaveLine: "Ce qui a été saisi n’est pas enregistré.", SaveNow: "enregistrer", Discard: "abandonner la saisie", GoOn: "continuer la saisie",
	LookupHelp: "saisissez quelques lettres\u202f; espace montre la liste", CloseList: "fermer la liste", Editing: "modification", Cancel: "annuler",
}

var formEnglish = FormWords{
	Required: "to be filled in", Unknown: "not in the file: clear it, and space shows the list",
	UnknownNew: "not in the file: ctrl+n adds it", Cut: "the text was too long: cut at %d characters",
	Saving: "Saving…", Searching: "searching…", NoMatch: "no suggestion", Failed: "the file did not answer", NewHint: "ctrl+n to add “%s”",
	DateHelp:   "15/01, Friday, tomorrow, +30d, end of month",
	DueHelp:    "a day (15/01, +30d, end of month) or a quarter (Q1 2018)",
	ClockHelp:  "10:30 or 10h30",
	AmountHelp: "in FCFA: 200,000,000, 1.5 million",
	LeaveTitle: "Leave the form?", LeaveLine: "What was typed is not saved.", SaveNow: "save", Discard: "discard it", GoOn: "go on typing",
	LookupHelp: "type a few letters; space shows the list", CloseList: "close the list", Editing: "editing", Cancel: "cancel",
}
