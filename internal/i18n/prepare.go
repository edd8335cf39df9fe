package i18n

import "suivi/internal/committee"

// PrepareWords are the words of the preparation of a meeting: its agenda, the
// time there is, its notice, those expected, the proposed items.
type PrepareWords struct {
	Title, Done                      string
	Usual                            string
	Items                            Plural
	Minutes, MinutesDraft            string
	Listed                           string // takes the item that is about these minutes
	Matters, MattersItem             string
	Open                             Plural
	PutOff                           string
	Carried                          Plural
	Proposed, ProposedOn             string
	Nothing, NothingTicked           string
	Agenda                           string
	Hours, HoursMinutes, JustMinutes string
	InMinutes, Semicolon             string
	Planned, PlannedFor, Over        string

	NoticeBefore, NoticeAsked       Plural
	NoticeSameDay, NoticeUnset      string
	NoticeNever                     string
	NoticeBy                        string
	Expected                        Plural
	NobodyMore                      string
	Again, AgainOn, AgainNotice     string
	AgainWhy, AgainDone             string
	Purpose                         string // what an item is for
	Purposes                        map[committee.ItemPurpose]string
	Backlog, BacklogEmpty, Since    string
	New, Group, NoneRequired        string
	PutOn, OnAgendaOf, PutNotice    string
	State, TakesUp, Adopts, TakenUp string
}

var prepareFrench = PrepareWords{
	Title: "Préparer l’ordre du jour", Done: "ordre du jour préparé",
	Usual: "Points habituels", Items: Plural{"%d point", "%d points"},
	Minutes: "Procès-verbaux à adopter", MinutesDraft: "à diffuser avant d’être adopté", Listed: "déjà à l’ordre du jour\u00a0: %s",
	Matters: "Affaires découlant", MattersItem: "Affaires découlant des procès-verbaux précédents",
	Open:     Plural{"%d question ouverte", "%d questions ouvertes"},
	PutOff:   "Points en attente",
	Carried:  Plural{"%d fois reporté", "%d fois reporté"},
	Proposed: "Points proposés", ProposedOn: "proposé le %s",
	Nothing: "L’ordre du jour contient déjà tout ce qui attend.", NothingTicked: "Rien n’est coché.",
	Agenda: "Déjà inscrits",
	Hours:  "%s\u00a0h", HoursMinutes: "%[1]s\u00a0h\u00a0%[2]s", JustMinutes: "%s\u00a0min", InMinutes: "Min", Semicolon: "\u202f; ",
	Planned: "%s prévues", PlannedFor: "%[1]s prévues pour %[2]s", Over: "L’ordre du jour dépasse de %s le temps disponible.",

	NoticeBefore: Plural{"%d jour avant", "%d jours avant"}, NoticeAsked: Plural{"au lieu de %d jour", "au lieu de %d jours"},
	NoticeNever: "convocation non envoyée", NoticeSameDay: "le jour même", NoticeUnset: "délai non fixé par le Comité", NoticeBy: "à envoyer au plus tard le %s",
	Expected:   Plural{"%d personne ou structure attendue inscrite", "%d personnes ou structures attendues inscrites"},
	NobodyMore: "Toutes les personnes attendues figurent déjà sur la liste.",
	Again:      "Convoquer une seconde fois", AgainOn: "Date de la seconde réunion", AgainNotice: "Seconde convocation",
	AgainWhy: "Même ordre du jour, même lieu\u202f; aucun quorum n’est requis.", AgainDone: "seconde convocation préparée",
	Purpose: "Objet", Purposes: map[committee.ItemPurpose]string{
		committee.NoPurpose: "aucun en particulier", committee.Opening: "ouverture", committee.AgendaAdoption: "adoption de l’ordre du jour",
		committee.MinutesAdoption: "adoption d’un procès-verbal", committee.MattersArising: "affaires découlant", committee.Closing: "clôture",
	},
	Backlog: "Points proposés", BacklogEmpty: "Aucun point proposé. n en propose un.", Since: "Proposé le",
	New: "Nouveau point proposé", Group: "Groupe", NoneRequired: "aucun quorum requis sur seconde convocation",
	PutOn: "Inscrire à un ordre du jour", OnAgendaOf: "Réunion", PutNotice: "inscrit à l’ordre du jour",
	State: "proposé, à aucun ordre du jour", TakesUp: "Reprend le point", Adopts: "Procès-verbal de", TakenUp: "repris de %s",
}

var prepareEnglish = PrepareWords{
	Title: "Prepare the agenda", Done: "agenda prepared",
	Usual: "Usual items", Items: Plural{"%d item", "%d items"},
	Minutes: "Minutes to adopt", MinutesDraft: "to be circulated before they are adopted", Listed: "already on the agenda: %s",
	Matters: "Matters arising", MattersItem: "Matters arising from earlier minutes",
	Open:     Plural{"%d open matter", "%d open matters"},
	PutOff:   "Items waiting",
	Carried:  Plural{"carried over %d time", "carried over %d times"},
	Proposed: "Proposed items", ProposedOn: "proposed on %s",
	Nothing: "Everything that waits is already on the agenda.", NothingTicked: "Nothing is ticked.",
	Agenda: "Already on it",
	Hours:  "%s\u00a0h", HoursMinutes: "%[1]s\u00a0h\u00a0%[2]s", JustMinutes: "%s\u00a0min", InMinutes: "Min", Semicolon: "; ",
	Planned: "%s planned", PlannedFor: "%[1]s planned for %[2]s", Over: "The agenda is %s longer than the time available.",

	NoticeBefore: Plural{"%d day before", "%d days before"}, NoticeAsked: Plural{"instead of %d day", "instead of %d days"},
	NoticeNever: "notice not sent", NoticeSameDay: "on the same day", NoticeUnset: "the committee sets no notice period", NoticeBy: "to be sent by %s",
	Expected:   Plural{"%d expected person or institution added", "%d expected people or institutions added"},
	NobodyMore: "All those expected are already on the list.",
	Again:      "Call on second notice", AgainOn: "Date of the second meeting", AgainNotice: "Second notice",
	AgainWhy: "Same agenda, same place; no quorum is required.", AgainDone: "second notice prepared",
	Purpose: "Purpose", Purposes: map[committee.ItemPurpose]string{
		committee.NoPurpose: "none in particular", committee.Opening: "opening", committee.AgendaAdoption: "adoption of the agenda",
		committee.MinutesAdoption: "adoption of minutes", committee.MattersArising: "matters arising", committee.Closing: "closing",
	},
	Backlog: "Proposed items", BacklogEmpty: "No proposed item. n proposes one.", Since: "Proposed on",
	New: "New proposed item", Group: "Group", NoneRequired: "no quorum required on second notice",
	PutOn: "Put on an agenda", OnAgendaOf: "Meeting", PutNotice: "put on the agenda",
	State: "proposed, on no agenda", TakesUp: "Takes up item", Adopts: "Minutes of", TakenUp: "taken up from %s",
}
