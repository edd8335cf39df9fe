package i18n

import "suivi/internal/committee"

// MeetingWords are the words of the meetings.
type MeetingWords struct {
	Empty string
	// Named is a kind of meeting and its number.
	Named                       string
	Dates, MinutesShort, Items  string
	Body, Plenary               string
	Days                        Plural
	Time, Session               string
	FromTo, Until               string
	Opened, Closed              string
	FirstNotice                 string
	NoticeSent, NotSent         string
	Objectives                  string
	NoQuorum                    string
	Reached, NotReached         string
	Agenda, NoItem, NoItemYet   string
	Day                         string
	Length                      Plural
	Attendance, NoAttendance    string
	Entries, NoEntry            string
	Groups, Details             string
	NoRecommendation            string
	NoDecision, NoAction        string
	Minutes, NoMinutes          string
	Circulated, AdoptedAt       string
	Adopted, Signed, Correction string

	TitleHelp, EndsHelp, RecordClosed string
	AsCommittee                       string

	Convene, ConveneOn, GetsNumber                 string
	Open, OpenedAt, NotToday                       string
	AdjournShort, SummaryShort, ClosedAt, ClosedOn string
	Postpone, NewDate, NewDateHelp                 string
	Cancel, Reopen                                 string
	KeptPresence                                   string // what a reopened session keeps
	ReopenedFor                                    string // a reason
	SuspendedSince                                 string // a time of day
	Circulate, CirculateShort                      string
	AdoptMinutes, AdoptingAt                       string
	Sign, Correct, CorrectionText                  string

	RemoveTitle, RemoveLine, Remove, Removed string
}

var meetingFrench = MeetingWords{
	Empty: "Aucune réunion. n en prévoit une.",
	Named: "%[1]s n°\u00a0%[2]s",
	Dates: "Date", MinutesShort: "PV", Items: "Points",
	Body: "Instance", Plenary: "plénière",
	Days: Plural{"%d jour", "%d jours"},
	Time: "Horaire", Session: "Séance",
	FromTo: "de %[1]s à %[2]s", Until: "jusqu’à %s", FirstNotice: "Première convocation", Opened: "ouverte à %s", Closed: "levée à %s",
	NoticeSent: "Convocation", NotSent: "non envoyée",
	Objectives: "Objectifs",
	NoQuorum:   "aucune règle de quorum fixée",
	Reached:    "quorum atteint", NotReached: "quorum non atteint",
	Agenda: "Ordre du jour", NoItem: "Aucun point. i en ajoute un.", NoItemYet: "L’ordre du jour est vide\u00a0: i y ajoute un point.",
	Day:        "Jour %s",
	Length:     Plural{"%d min", "%d min"},
	Attendance: "Liste de présence", NoAttendance: "Personne n’est inscrit. y ajoute une ligne.",
	Entries: "Mentions du procès-verbal", NoEntry: "Aucune mention. m en ajoute une.",
	Groups: "Groupes de travail", Details: "Autres renseignements",
	NoRecommendation: "Aucune recommandation. r en propose une.",
	NoDecision:       "Aucune décision. D en inscrit une.", NoAction: "Aucune action n’en découle. N en inscrit une.",
	Minutes: "Procès-verbal", NoMinutes: "Il s’établit une fois la séance levée.",
	Circulated: "Diffusé le", AdoptedAt: "Adopté à la réunion", Adopted: "Adopté le", Signed: "Signé le", Correction: "Acte correctif",

	TitleHelp: "laissé vide, il reprend la nature\u00a0: «\u00a0Réunion ordinaire\u00a0»",
	EndsHelp:  "si la réunion dure plusieurs jours", RecordClosed: "Séance levée ou réunion annulée\u00a0: seuls ces champs se modifient",
	AsCommittee: "vide\u00a0: comme pour tout le comité (page Paramètres)",

	Convene: "Convoquer", ConveneOn: "Convocation envoyée le", GetsNumber: "La réunion reçoit alors son numéro.",
	Open: "Ouvrir la séance", OpenedAt: "Ouverte à", NotToday: "Attention, la date prévue est le %s.",
	AdjournShort: "lever", SummaryShort: "bilan", ClosedAt: "Levée à", ClosedOn: "Levée le",
	Postpone: "Reporter", NewDate: "Nouvelle date", NewDateHelp: "vide tant que la nouvelle date n’est pas connue",
	Cancel: "Annuler", Reopen: "Rouvrir la séance", KeptPresence: "La liste de présence peut être corrigée, mais les présences comptées en séance (à l’ouverture, par point, par vote) restent ce qu’elles étaient.",
	SuspendedSince: "séance suspendue depuis %s",
	ReopenedFor:    "Rouverte pour", Circulate: "Diffuser le procès-verbal", CirculateShort: "diffuser",
	AdoptMinutes: "Adopter le procès-verbal", AdoptingAt: "Réunion qui l’adopte",
	Sign: "Noter la signature", Correct: "Joindre un acte correctif", CorrectionText: "Texte de l’acte",

	RemoveTitle: "Retirer cette mention\u202f?", RemoveLine: "Elle ne figurera plus au procès-verbal\u202f; le journal du fichier la conserve.",
	Remove: "retirer", Removed: "Mention retirée.",
}

var meetingEnglish = MeetingWords{
	Empty: "No meeting. n plans one.",
	Named: "%[1]s no.\u00a0%[2]s",
	Dates: "Date", MinutesShort: "Minutes", Items: "Items",
	Body: "Body", Plenary: "plenary",
	Days: Plural{"%d day", "%d days"},
	Time: "Time", Session: "Session",
	FromTo: "%[1]s to %[2]s", Until: "until %s", FirstNotice: "First notice", Opened: "opened at %s", Closed: "adjourned at %s",
	NoticeSent: "Notice", NotSent: "not sent",
	Objectives: "Objectives",
	NoQuorum:   "no quorum rule is set",
	Reached:    "quorum reached", NotReached: "quorum not reached",
	Agenda: "Agenda", NoItem: "No item. i adds one.", NoItemYet: "The agenda is empty: i adds an item.",
	Day:        "Day %s",
	Length:     Plural{"%d min", "%d min"},
	Attendance: "Attendance list", NoAttendance: "Nobody is on it. y adds a line.",
	Entries: "Lines of the minutes", NoEntry: "No line. m adds one.",
	Groups: "Working groups", Details: "Other information",
	NoRecommendation: "No recommendation. r proposes one.",
	NoDecision:       "No decision. D enters one.", NoAction: "No action follows from it. N adds one.",
	Minutes: "Minutes", NoMinutes: "They are drawn up once the session is adjourned.",
	Circulated: "Circulated on", AdoptedAt: "Adopted at meeting", Adopted: "Adopted on", Signed: "Signed on", Correction: "Corrective act",

	TitleHelp: "left empty, it follows the kind: “Ordinary meeting”",
	EndsHelp:  "when the meeting lasts several days", RecordClosed: "Meeting adjourned or cancelled: only these fields can be edited",
	AsCommittee: "empty: as for the whole committee (Settings page)",

	Convene: "Convene", ConveneOn: "Notice sent on", GetsNumber: "The meeting then gets its number.",
	Open: "Open the session", OpenedAt: "Opened at", NotToday: "Note the planned date: %s.",
	AdjournShort: "adjourn", SummaryShort: "summary", ClosedAt: "Adjourned at", ClosedOn: "Adjourned on",
	Postpone: "Postpone", NewDate: "New date", NewDateHelp: "empty while the new date is not known",
	Cancel: "Cancel", Reopen: "Reopen the session", KeptPresence: "The attendance list can be corrected, but the presence counted in session (at the opening, by item, by vote) stays what it was.",
	SuspendedSince: "session suspended since %s",
	ReopenedFor:    "Reopened for", Circulate: "Circulate the minutes", CirculateShort: "circulate",
	AdoptMinutes: "Adopt the minutes", AdoptingAt: "Meeting that adopts them",
	Sign: "Note the signing", Correct: "Link a corrective act", CorrectionText: "Text of the act",

	RemoveTitle: "Remove this line?", RemoveLine: "It will no longer stand in the minutes; the file’s journal keeps it.",
	Remove: "remove", Removed: "Line removed.",
}

// AgendaWords are the words of the agenda items.
type AgendaWords struct {
	PlannedHelp, PlannedIn                  string
	NoDay, ReferredTo, Note                 string
	PutOff, Withdraw, Refer, Already, Noted string
	Moved, PresenterHelp                    string
	// Why are the reasons of what becomes of an item; of other ends it is a Note.
	Why map[committee.ItemOutcome]string
}

var agendaFrench = AgendaWords{
	PresenterHelp: "une fonction\u202f; une structure ou une personne mène aux siennes",
	PlannedHelp:   "en minutes", PlannedIn: "Durée prévue (min)",
	NoDay: "non précisé", ReferredTo: "Renvoyé à", Note: "Précision",
	PutOff: "Reporter à la prochaine réunion", Withdraw: "Retirer de l’ordre du jour", Refer: "Renvoyer à un groupe de travail",
	Already: "Ce point est déjà noté «\u00a0%s\u00a0».", Noted: "point noté «\u00a0%s\u00a0»",
	Moved: "point déplacé",
	Why: map[committee.ItemOutcome]string{
		committee.PutOff: "Motif du report", committee.Referred: "Motif du renvoi", committee.ItemWithdrawn: "Motif du retrait",
	},
}

var agendaEnglish = AgendaWords{
	PresenterHelp: "a function; an institution or a person leads to theirs",
	PlannedHelp:   "in minutes", PlannedIn: "Planned duration (min)",
	NoDay: "not specified", ReferredTo: "Referred to", Note: "Detail",
	PutOff: "Postpone to the next meeting", Withdraw: "Withdraw from the agenda", Refer: "Refer to a working group",
	Already: "This item is already marked “%s”.", Noted: "item marked “%s”",
	Moved: "item moved",
	Why: map[committee.ItemOutcome]string{
		committee.PutOff: "Reason for postponing", committee.Referred: "Reason for referring", committee.ItemWithdrawn: "Reason for withdrawing",
	},
}

// AttendanceWords are the words of the attendance list.
type AttendanceWords struct {
	PersonHelp, MandateHelp, RepresentedBy      string
	Holder                                      string // the line of who represents
	HalfDays, Morning, Afternoon, Half, ShortAM string
	ShortPM, NotNoted                           string
	Movements, MovementsHelp, MovementWrong     string
	// Arrival and Departure are written after a time, and read back: their
	// first letters differ.
	Arrival, Departure string
}

var attendanceFrench = AttendanceWords{
	PersonHelp: "vide si le nom n’est pas connu", MandateHelp: "structure et fonction laissées vides\u00a0: celles du mandat de la personne", RepresentedBy: "Représenté par", Holder: "Mandataire inscrit",
	HalfDays: "Demi-journées", Morning: "matin", Afternoon: "après-midi", Half: "%[1]s, %[2]s", ShortAM: "J%s matin", ShortPM: "J%s après-midi", NotNoted: "non noté",
	Movements: "Arrivées, départs", MovementsHelp: "10h15 arrivée, 11h40 départ", MovementWrong: "«\u00a0%s\u00a0» ne se lit pas\u202f; écrivez par exemple 10h15 arrivée, 11h40 départ",
	Arrival: "arrivée", Departure: "départ",
}

var attendanceEnglish = AttendanceWords{
	PersonHelp: "empty when the name is not known", MandateHelp: "institution and function left empty: those of the person’s mandate", RepresentedBy: "Represented by", Holder: "Proxy holder on the list",
	HalfDays: "Half-days", Morning: "morning", Afternoon: "afternoon", Half: "%[1]s, %[2]s", ShortAM: "D%s morning", ShortPM: "D%s afternoon", NotNoted: "not noted",
	Movements: "Arrivals, departures", MovementsHelp: "10:15 arrival, 11:40 departure", MovementWrong: "“%s” cannot be read; write for example 10:15 arrival, 11:40 departure",
	Arrival: "arrival", Departure: "departure",
}

// EntryWords are the words of the lines of the minutes.
type EntryWords struct {
	Text, TextHelp, Speaker string
}

var entryFrench = EntryWords{
	Text: "Mention", TextHelp: "ctrl+s enregistre, entrée va à la ligne", Speaker: "Intervenant (fonction)",
}

var entryEnglish = EntryWords{
	Text: "Line", TextHelp: "ctrl+s saves, enter starts a new line", Speaker: "Speaker (function)",
}
