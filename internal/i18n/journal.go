package i18n

import (
	"fmt"
	"strings"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// JournalWords are the words of the journal, of the history of a thing and of
// what is taken back.
type JournalWords struct {
	When, Who, Did, What         string
	HistoryOf, Nobody            string
	Empty, NoHistory, Cut, CutAt string
	NothingChosen, Deeper, Read  string
	Show                         string
	Changed, Same, Loaded, Gone  string
	Added, Removed, Back         string
	MoreRows                     Plural
	Undid, Redid, Undone         string
	Voted                        string // of a line that a vote gave
	UndoneBy, RedoneBy           string
	Unknown, Archived            string

	// Facts that no form asks for.
	Ref, StateSince, DeclaredOn, ValidatedOn, ConfirmedOn string
	PutOn, FirstDue, From, To, AdoptedOn, InForceOn       string

	// Facts that a meeting in session makes.
	NoPart, Voices, StoodBack, EnBloc, Excepted, SpeakerOf string
	Pauses, TakenUp, AddedSitting                          string
	FollowUps                                              string

	// The choice of lines.
	Choose, By, Anybody, AnyKind, AnyVerb, Since, SinceHelp string
	Kinds, Verbs                                            string
	Groups                                                  map[register.VerbGroup]string

	// What is taken back.
	AskUndo, AskRedo, Yes, YesAgain, No string
	YesKey, Leaves, ComesBack           string
	// Shelved and Unshelved say that a record will be archived, or no longer.
	Shelved, Unshelved string
	// LineOut and LineBack say so of a line of the minutes, by its words alone.
	LineOut, LineBack                  string
	DidUndo, DidRedo                   string
	MoreFacts                          Plural
	Overtaken, OvertakenUnsigned, Lost string
	Cannot                             string

	// What changed since the last visit.
	Today, Yesterday, On                string
	VisitToday, VisitYesterday, VisitOn string
	Changes                             Plural
	ManyChanges, NoChange               string
	GroupCounts                         map[register.VerbGroup]Plural
}

var journalFrench = JournalWords{
	When: "Date", Who: "Par", Did: "Modification", What: "Fiche",
	HistoryOf: "Historique\u00a0: %s", Nobody: "anonyme",
	Empty: "Le journal est vide\u00a0: rien n’a encore été enregistré.", NoHistory: "Le journal ne dit rien de cette fiche.",
	Cut: "⏎ cherche plus loin", CutAt: "Rien d’autre jusqu’au %s. La recherche s’est arrêtée là pour ne pas faire attendre\u00a0: ⏎ la reprend plus loin.",
	NothingChosen: "Aucune ligne ne correspond à ce choix. Échap les montre toutes.", Deeper: "chercher plus loin", Read: "détail", Show: "montrer",
	Changed: "Ce qui a changé", Same: "Aucune rubrique n’a changé.", Loaded: "Fin du chargement d’un fichier entier\u00a0: les lignes qui précèdent en viennent.",
	Gone: "retirée du fichier, son ajout ayant été annulé", Added: "Ajout", Removed: "Retrait", Back: "revenir à la liste",
	MoreRows: Plural{"et %d autre fiche", "et %d autres fiches"},
	Undid:    "annulation\u00a0: %s", Redid: "refait\u00a0: %s", Undone: "annulé", Voted: "mise aux voix en séance",
	UndoneBy: "Annulé", RedoneBy: "Annulé, puis refait",
	Unknown: "élément inconnu", Archived: "Fiche archivée",

	Ref: "Numéro", StateSince: "Depuis le", DeclaredOn: "Déclarée réalisée le", ValidatedOn: "Validée le", ConfirmedOn: "Avis donné le",
	PutOn: "Présentée le", FirstDue: "Première échéance", From: "Échéance d’avant", To: "Nouvelle échéance", AdoptedOn: "Adoptée le", InForceOn: "En vigueur depuis",

	NoPart: "Ne prennent pas part au vote", Voices: "Voix exprimées", StoodBack: "Se sont retirés", EnBloc: "Adoption en bloc", Excepted: "À l’exception de", SpeakerOf: "Intervenant (structure)",
	Pauses: "Suspension", TakenUp: "Abordé", AddedSitting: "Inscrit en séance", FollowUps: "Suites données en réunion",

	Choose: "Choisir les lignes", By: "Par", Anybody: "tout le monde", AnyKind: "toutes les fiches", AnyVerb: "toutes les modifications",
	Since: "Depuis le", SinceHelp: "un jour\u00a0: 15/12, hier, lundi\u202f; vide, depuis le début", Kinds: "Nature de la fiche", Verbs: "Modification",
	Groups: map[register.VerbGroup]string{
		register.Additions: "ajouts", register.Revisions: "modifications de fiches", register.Rulings: "décisions sur les textes",
		register.Reports: "mises à jour de l’avancement", register.Delays: "reports d’échéance", register.Sittings: "vie des réunions",
		register.Shelvings: "archivages et fins de mandat", register.TakenBack: "annulations",
	},

	AskUndo: "Annuler\u00a0: %[1]s — %[2]s, %[3]s\u202f?", AskRedo: "Refaire\u00a0: %[1]s — %[2]s, %[3]s\u202f?",
	YesKey: "o", Leaves: "Sortira du fichier\u00a0: %[1]s %[2]s. Le journal en garde la trace.", ComesBack: "Reviendra dans le fichier\u00a0: %[1]s %[2]s.",
	Shelved: "Ira aux archives\u00a0: %[1]s %[2]s.", Unshelved: "Sortira des archives\u00a0: %[1]s %[2]s.",
	LineOut: "Sera retirée du procès-verbal\u00a0: %[2]s.", LineBack: "Reviendra au procès-verbal\u00a0: %[2]s.",
	Yes: "oui, annuler", YesAgain: "oui, refaire", No: "non, ne rien changer",
	DidUndo: "Annulé\u00a0: %[1]s, %[2]s. ctrl+r refait.", DidRedo: "Refait\u00a0: %[1]s, %[2]s. u annule.",
	MoreFacts: Plural{"… et %d autre rubrique", "… et %d autres rubriques"},
	Overtaken: "%[1]s\u00a0: %[2]s a changé depuis (%[3]s, par %[4]s, %[5]s)", OvertakenUnsigned: "%[1]s\u00a0: %[2]s a changé depuis (%[3]s, par quelqu’un qui n’a pas dit son nom, %[4]s)",
	Lost:   "%[1]s\u00a0: %[2]s n’est plus dans l’état où cette modification l’avait laissé",
	Cannot: "%[1]s. %[2]s",

	Today: "aujourd’hui à %s", Yesterday: "hier à %s", On: "le %[1]s à %[2]s",
	VisitToday: "Depuis votre visite d’aujourd’hui à %s", VisitYesterday: "Depuis votre visite d’hier à %s", VisitOn: "Depuis votre visite du %s",
	Changes:     Plural{"%d changement", "%d changements"},
	ManyChanges: "plus de %s changements", NoChange: "Personne d’autre n’a rien modifié.",
	GroupCounts: map[register.VerbGroup]Plural{
		register.Additions: {"%d ajout", "%d ajouts"}, register.Revisions: {"%d fiche modifiée", "%d fiches modifiées"},
		register.Rulings: {"%d décision", "%d décisions"}, register.Reports: {"%d mise à jour", "%d mises à jour"},
		register.Delays: {"%d report d’échéance", "%d reports d’échéance"}, register.Sittings: {"%d étape de réunion", "%d étapes de réunion"},
		register.Shelvings: {"%d archivage ou fin de mandat", "%d archivages ou fins de mandat"}, register.TakenBack: {"%d annulation", "%d annulations"},
	},
}

var journalEnglish = JournalWords{
	When: "Date", Who: "By", Did: "Change", What: "Record",
	HistoryOf: "History: %s", Nobody: "unsigned",
	Empty: "The journal is empty: nothing was saved yet.", NoHistory: "The journal says nothing of this record.",
	Cut: "⏎ looks further", CutAt: "Nothing else back to %s. The search stopped there so as not to keep you waiting: ⏎ takes it further.",
	NothingChosen: "Nothing matches this choice. esc shows them all.", Deeper: "look further", Read: "details", Show: "show",
	Changed: "What changed", Same: "No field changed.", Loaded: "The end of a load of a whole file: the lines before come from it.",
	Gone: "no longer in the file, as its addition was undone", Added: "Addition", Removed: "Removal", Back: "back to the list",
	MoreRows: Plural{"and %d more record", "and %d more records"},
	Undid:    "undone: %s", Redid: "made again: %s", Undone: "undone", Voted: "put to the vote in session",
	UndoneBy: "Undone", RedoneBy: "Undone, then made again",
	Unknown: "unknown item", Archived: "Archived",

	Ref: "Number", StateSince: "Since", DeclaredOn: "Declared done on", ValidatedOn: "Validated on", ConfirmedOn: "Opinion given on",
	PutOn: "Put on", FirstDue: "First due date", From: "Due date before", To: "New due date", AdoptedOn: "Adopted on", InForceOn: "In force since",

	NoPart: "Not taking part in the vote", Voices: "Votes by name", StoodBack: "Recused", EnBloc: "Adopted en bloc", Excepted: "With the exception of", SpeakerOf: "Speaker (institution)",
	Pauses: "Suspension", TakenUp: "Taken up", AddedSitting: "Added in session", FollowUps: "Answers given at meetings",

	Choose: "Choose lines", By: "By", Anybody: "everybody", AnyKind: "all records", AnyVerb: "all changes",
	Since: "Since", SinceHelp: "a day: 15/12, yesterday, Monday; empty, from the beginning", Kinds: "Kind of record", Verbs: "Change",
	Groups: map[register.VerbGroup]string{
		register.Additions: "additions", register.Revisions: "edited records", register.Rulings: "rulings on texts",
		register.Reports: "progress updates", register.Delays: "extensions", register.Sittings: "life of meetings",
		register.Shelvings: "archived records and ended mandates", register.TakenBack: "undone changes",
	},

	AskUndo: "Undo: %[1]s — %[2]s, %[3]s?", AskRedo: "Redo: %[1]s — %[2]s, %[3]s?",
	YesKey: "y", Leaves: "Will leave the file: %[1]s %[2]s. The journal keeps it.", ComesBack: "Will come back to the file: %[1]s %[2]s.",
	Shelved: "Will be archived: %[1]s %[2]s.", Unshelved: "Will no longer be archived: %[1]s %[2]s.",
	LineOut: "Will be taken out of the minutes: %[2]s.", LineBack: "Will come back to the minutes: %[2]s.",
	Yes: "yes, undo", YesAgain: "yes, redo", No: "no, change nothing",
	DidUndo: "Undone: %[1]s, %[2]s. ctrl+r redoes it.", DidRedo: "Redone: %[1]s, %[2]s. u undoes it.",
	MoreFacts: Plural{"… and %d more field", "… and %d more fields"},
	Overtaken: "%[1]s: %[2]s was changed since (%[3]s, by %[4]s, %[5]s)", OvertakenUnsigned: "%[1]s: %[2]s was changed since (%[3]s, by somebody who gave no name, %[4]s)",
	Lost:   "%[1]s: %[2]s is no longer as this change had left it",
	Cannot: "%[1]s. %[2]s",

	Today: "today at %s", Yesterday: "yesterday at %s", On: "on %[1]s at %[2]s",
	VisitToday: "Since your visit today at %s", VisitYesterday: "Since your visit yesterday at %s", VisitOn: "Since your visit of %s",
	Changes:     Plural{"%d change", "%d changes"},
	ManyChanges: "more than %s changes", NoChange: "Nobody else changed anything.",
	GroupCounts: map[register.VerbGroup]Plural{
		register.Additions: {"%d addition", "%d additions"}, register.Revisions: {"%d edited record", "%d edited records"},
		register.Rulings: {"%d ruling", "%d rulings"}, register.Reports: {"%d progress update", "%d progress updates"},
		register.Delays: {"%d extension", "%d extensions"}, register.Sittings: {"%d step of a meeting", "%d steps of meetings"},
		register.Shelvings: {"%d archived or ended", "%d archived or ended"}, register.TakenBack: {"%d undone change", "%d undone changes"},
	},
}

// Moment is a time as it is said on a day: today at 10:42, on 12/12/2017 at
// 10:42. It is in the time zone that t has.
func (l *Locale) Moment(t time.Time, today committee.Date) string {
	w := l.Words.Journal
	day, clock := committee.DateOf(t), l.Clock(committee.Clock(t.Format("15:04")))
	switch day {
	case today:
		return fmt.Sprintf(w.Today, clock)
	case today.Add(-1):
		return fmt.Sprintf(w.Yesterday, clock)
	}
	return fmt.Sprintf(w.On, l.Date(day), clock)
}

// Since is the title of what changed since a visit at a time, in the time zone
// that t has.
func (l *Locale) Since(t time.Time, today committee.Date) string {
	w := l.Words.Journal
	day, clock := committee.DateOf(t), l.Clock(committee.Clock(t.Format("15:04")))
	switch day {
	case today:
		return fmt.Sprintf(w.VisitToday, clock)
	case today.Add(-1):
		return fmt.Sprintf(w.VisitYesterday, clock)
	}
	return fmt.Sprintf(w.VisitOn, l.Date(day))
}

// overtaken says who changed since what was to be taken back.
func (l *Locale) overtaken(e *committee.OvertakenError) string {
	w := l.Words.Journal
	cannot := l.Words.States.Verb[e.Verb].Cannot
	name := e.Thing.Ref
	if name == "" {
		name = fmt.Sprintf(l.Words.Common.Quote, l.shown("", e.Thing.Text))
	}
	the := strings.TrimSpace(l.Words.States.Kind[e.Thing.Thing.Kind].The + " " + name)
	at, err := time.Parse(time.RFC3339Nano, e.At)
	if err != nil {
		return fmt.Sprintf(w.Lost, cannot, the)
	}
	at = at.Local()
	when := fmt.Sprintf(w.On, l.Date(committee.DateOf(at)), l.Clock(committee.Clock(at.Format("15:04"))))
	did := l.Done(e.Did, e.Thing.Thing.Kind)
	if e.By == "" {
		return fmt.Sprintf(w.OvertakenUnsigned, cannot, the, did, when)
	}
	return fmt.Sprintf(w.Overtaken, cannot, the, did, l.shown("", e.By), when)
}
