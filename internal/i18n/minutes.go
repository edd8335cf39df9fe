package i18n

import (
	"fmt"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// MinutesWords are the words of the minutes and of the record of decisions.
type MinutesWords struct {
	Minutes, Record string // the titles
	Confidentiality string
	// The status: of minutes by where they are in their life, and of both papers
	// while the session is not adjourned.
	Draft, DraftCirculated, AdoptedOn, SignedOn, Unfinished string
	// Files are how the names of their files begin: the record, the draft, the
	// adopted minutes.
	Files MinutesFileWords
	// NotNoted stands for what was not noted.
	NotNoted NotNotedWords
	// Fact ends a name before its value, Part numbers a heading.
	Fact, Part string
	// On and FromTo are days in a sentence, AtTime adds the time of day.
	On, FromTo, AtTime string
	// DayInWords takes day of the week, day, month and year; First is the first
	// of a month.
	DayInWords, First string
	// Of and OfVowel join a name to what is said of it.
	Of, OfVowel string
	// Post is a function and its institution.
	Post string

	Parts    MinutesPartWords
	Facts    MinutesFactWords
	Sitting  MinutesSittingWords // of a meeting
	Workshop MinutesSittingWords
	People   MinutesPeopleWords
	Quorum   MinutesQuorumWords
	Columns  MinutesColumnWords
	Item     MinutesItemWords
	Votes    MinutesVoteWords
	Came     MinutesCameWords
}

// NotNotedWords say that something was not noted, as they agree with its name.
type NotNotedWords struct{ One, Feminine, Many, FeminineMany string }

// MinutesFileWords begin the names of files.
type MinutesFileWords struct{ Record, Draft, Minutes string }

// MinutesPartWords are the headings.
type MinutesPartWords struct {
	Session, People, Quorum, Agenda, Earlier, FollowUp, Items, Reports, Other, Recap, Closing, Remarks, Signatures, Annexes string
	Decisions, Recommendations, Actions, Left, Gone, Beyond, Proposed                                                       string
}

// MinutesFactWords are the names of facts, and the sentences that stand for
// them.
type MinutesFactWords struct {
	Kind, Body, Date, Place, Notice, FirstNotice, Chair, Secretary, Rapporteurs, Objectives string

	NoticeOn string
	// Away is somebody named for an office who never came.
	Away                                         string
	AgendaIs, AgendaAdopted, AgendaLate, NotSaid string
	LateItem, NoAgenda                           string
	// AgendaLateThen is for an agenda that more was added to after its adoption.
	AgendaLateThen                                 string
	EarlierAdopted                                 string
	Next, NextUnknown                              string
	Overridden, ReopenedBy                         string
	SignsChair, SignsSecretary, SignsRapporteur    string
	Distribution, References, Corrections, Correct string
}

// MinutesSittingWords say when a meeting was opened, suspended and adjourned.
type MinutesSittingWords struct {
	// Opened takes the day, the time and who was in the chair, as by Of.
	Opened, OpenedAlone, OpenedUnknown  string
	Suspended, SuspendedOn, Interrupted string
	// SuspendedOver takes the day and the time of either end.
	SuspendedOver                        string
	Closed, ClosedOn, ClosedUnknown, Not string
	// Reopened takes the day, the time and, after a comma, who did.
	Reopened string
	// Empty is said of a meeting of which nothing was written.
	Empty string
}

// MinutesPeopleWords are the words of the attendance.
type MinutesPeopleWords struct {
	Present, Represented, Excused, Absent, Guests, Unnoted, HalfDays string

	Nobody, Remote, By, Half string
	// RepresentedBy takes that somebody was represented, and by whom.
	RepresentedBy string
	// Uncounted is said of a proxy that does not count.
	Uncounted string
}

// MinutesQuorumWords are the words of the quorum.
type MinutesQuorumWords struct {
	NoRule, NotRequired, NotRequiredGroup, NotReckoned string
	Base, Required                                     string
	// Present is who was counted, Counted where those represented are; AtOpening
	// and FromList say by what.
	Present, Counted, AtOpening, FromList string
	Reached, NotReached                   string
	// ReachedFirst and NotReachedFirst are said of the opening when it changed
	// after that; Came and Lost take the time and the item.
	ReachedFirst, NotReachedFirst, Came, Lost string
	// NoMore and NotThere say, after when the session rose, that the quorum was not
	// there then: no longer, or at no time. They give no cause.
	NoMore, NotThere string
	// Relisted is said where the attendance list was corrected afterwards.
	Relisted string
	// PresentReached and PresentMissed are a presence, its base and the quorum.
	PresentReached, PresentMissed, PresentOf string
}

// MinutesColumnWords are the titles of columns.
type MinutesColumnWords struct {
	Name, Function, Institution, Quality, RepresentedBy, HalfDays string
	Ref, Matter, Owner, Due, Answer                               string
	Decision, Taken, Recommendation, Addressees, Action           string
	Item, Outcome                                                 string
}

// MinutesItemWords are the words of an item of the agenda.
type MinutesItemWords struct {
	Title                                  string
	Presenter, Group, Rapporteur, Examined string
	Span, SpanOn, Since, Moment            string
	Recused, Presence                      string
	// AgainFrom takes the days of the meeting and its name.
	Again, AgainFrom                               string
	PutOff, Withdrawn, Referred, Pending, UnderWay string
	// Left is of an item that was taken up and not concluded.
	Left                                        string
	NoLine, Nothing                             string
	Line, Said, Statement, Practice, Difficulty string
	Arrival, Departure                          string
	Decision, Recommendation, Action            string
	Earlier, Reason, Review, ReviewOn           string
	Manner, Counted                             string
	ByCasting                                   string // takes what was decided
}

// MinutesVoteWords are the words of a vote.
type MinutesVoteWords struct {
	// Put and Considered take what was put to a vote, or to a consensus.
	Put, Considered                   string
	Result, Presence, Recused, Voices string
	// Vote is the result beside what was voted.
	Vote string
	// EnBloc takes who adopts and what, EnBlocBut what was excepted too.
	EnBloc, EnBlocBut string
	// BlocOfWhich takes what is adopted en bloc and what of it is amended,
	// BlocAllAmended what is all amended; BlocAdopted and BlocAmended say of one that it was
	// adopted so.
	BlocOfWhich, BlocAllAmended, BlocAdopted, BlocAmended string
	Plenary, Group, Workshop                              string
	// Decision and Recommendation name what is put to a vote by its number, where
	// its wording stands below; Deferral takes one of them.
	Decision, Recommendation, Deferral string
}

// MinutesCameWords are the words of what a meeting gave.
type MinutesCameWords struct {
	NoDecision, NoRecommendation, NoAction, Nobody string
	Group, Addressees, Due, Priority               string
	Supporting, Cost, Axis                         string
}

var minutesFrench = MinutesWords{
	Minutes: "Procès-verbal", Record: "Relevé de décisions", Confidentiality: "Confidentialité",
	Draft: "PROJET", DraftCirculated: "PROJET diffusé le %s", AdoptedOn: "Adopté le %s", SignedOn: "Adopté le %[1]s, signé le %[2]s",
	Unfinished: "PROVISOIRE\u00a0: la séance n’est pas levée",
	Files:      MinutesFileWords{Record: "releve-de-decisions", Draft: "projet-de-pv", Minutes: "pv"},
	NotNoted:   NotNotedWords{One: "non renseigné", Feminine: "non renseignée", Many: "non renseignés", FeminineMany: "non renseignées"},
	Fact:       "%s\u00a0:", Part: "%[1]s. %[2]s",
	On: "le %s", FromTo: "du %[1]s au %[2]s", AtTime: "%[1]s à %[2]s",
	DayInWords: "%[1]s %[2]s %[3]s %[4]s", First: "1er", Of: "de %s", OfVowel: "d’%s", Post: "%[1]s (%[2]s)",
	Parts: MinutesPartWords{
		Session: "Séance", People: "Participation", Quorum: "Quorum", Agenda: "Adoption de l’ordre du jour",
		Earlier: "Adoption des procès-verbaux antérieurs", FollowUp: "Affaires découlant des procès-verbaux",
		Items: "Examen des points inscrits à l’ordre du jour", Reports: "Restitution des groupes de travail", Other: "Points divers",
		Recap: "Récapitulation", Closing: "Prochaine réunion et levée de la séance", Remarks: "Remarques sur ce projet",
		Signatures: "Signatures et diffusion", Annexes: "Annexes",
		Decisions: "Décisions", Recommendations: "Recommandations", Actions: "Actions", Left: "Points qui restent à traiter", Gone: "Points reportés, renvoyés ou retirés", Proposed: "Restent proposées",
		Beyond: "Autres décisions, recommandations et actions",
	},
	Facts: MinutesFactWords{
		Kind: "Nature", Body: "Instance", Date: "Date", Place: "Lieu", Notice: "Convocation", FirstNotice: "Première convocation",
		Chair: "Présidence", Secretary: "Secrétariat", Rapporteurs: "Rapporteurs", Objectives: "Objet",
		NoticeOn: "envoyée le %s", Away: "%s (absence notée)",
		AgendaIs: "L’ordre du jour est le suivant\u00a0:", AgendaAdopted: "L’ordre du jour est adopté.",
		AgendaLate: "L’ordre du jour est adopté, avec les points ajoutés en séance.", NotSaid: "L’adoption de l’ordre du jour n’est pas renseignée.",
		AgendaLateThen: "L’ordre du jour est adopté, avec les points ajoutés en séance jusque-là.",
		LateItem:       "%s (point ajouté en séance)", NoAgenda: "Aucun ordre du jour n’est renseigné.",
		EarlierAdopted: "Le procès-verbal de la réunion tenue %[1]s (%[2]s) est adopté.",
		Next:           "La prochaine réunion est prévue %s.", NextUnknown: "La date de la prochaine réunion n’est pas fixée.",
		Overridden: "La séance a été levée alors que ceci restait à régler\u00a0:", ReopenedBy: ", par %s",
		SignsChair: "Pour la présidence de séance", SignsSecretary: "Pour le secrétariat de séance", SignsRapporteur: "Rapporteur",
		Distribution: "Liste de diffusion", References: "Documents", Corrections: "Actes correctifs", Correct: "Acte du %[1]s\u00a0: %[2]s",
	},
	Sitting: MinutesSittingWords{
		Opened:      "La séance est ouverte %[1]s à %[2]s sous la présidence %[3]s.",
		OpenedAlone: "La séance est ouverte %[1]s à %[2]s.", OpenedUnknown: "L’heure d’ouverture de la séance n’est pas renseignée.",
		Suspended: "La séance est suspendue à %[1]s et reprise à %[2]s.", SuspendedOn: "La séance est suspendue %[1]s à %[2]s et reprise à %[3]s.",
		SuspendedOver: "La séance est suspendue %[1]s à %[2]s et reprise %[3]s à %[4]s.", Interrupted: "La séance est suspendue %[1]s à %[2]s.",
		Closed: "La séance est levée à %s.", ClosedOn: "La séance est levée %[1]s à %[2]s.",
		ClosedUnknown: "L’heure de levée de la séance n’est pas renseignée.", Not: "La séance n’est pas levée.",
		Reopened: "La séance est rouverte %[1]s à %[2]s pour correction%[3]s.", Empty: "Rien n’a été consigné au cours de cette séance.",
	},
	Workshop: MinutesSittingWords{
		Opened:      "Les travaux sont ouverts %[1]s à %[2]s sous la présidence %[3]s.",
		OpenedAlone: "Les travaux sont ouverts %[1]s à %[2]s.", OpenedUnknown: "L’heure d’ouverture des travaux n’est pas renseignée.",
		Suspended: "Les travaux sont suspendus à %[1]s et repris à %[2]s.", SuspendedOn: "Les travaux sont suspendus %[1]s à %[2]s et repris à %[3]s.",
		SuspendedOver: "Les travaux sont suspendus %[1]s à %[2]s et repris %[3]s à %[4]s.", Interrupted: "Les travaux sont suspendus %[1]s à %[2]s.",
		Closed: "Les travaux sont clos à %s.", ClosedOn: "Les travaux sont clos %[1]s à %[2]s.",
		ClosedUnknown: "L’heure de clôture des travaux n’est pas renseignée.", Not: "Les travaux ne sont pas clos.",
		Reopened: "Les travaux sont rouverts %[1]s à %[2]s pour correction%[3]s.", Empty: "Rien n’a été consigné au cours de ces travaux.",
	},
	People: MinutesPeopleWords{
		Present: "Présents", Represented: "Représentés", Excused: "Excusés", Absent: "Absents", Guests: "Invités, experts et observateurs",
		Unnoted: "Présence non relevée", HalfDays: "Présence par demi-journée",
		Nobody: "Liste de présence\u00a0: non renseignée.", Remote: "%s, à distance", By: "%[1]s (%[2]s)", RepresentedBy: "%[1]s par %[2]s", Half: "%[1]s\u00a0: %[2]s",
		Uncounted: "ne compte pas pour le quorum",
	},
	Quorum: MinutesQuorumWords{
		NoRule:           "Aucune règle de quorum n’est fixée.",
		NotRequired:      "La réunion se tient sur seconde convocation\u00a0: aucun quorum n’est requis.",
		NotRequiredGroup: "Aucun quorum n’est requis pour une réunion de groupe de travail.",
		NotReckoned:      "La présence n’a pas été relevée\u00a0: le quorum n’est pas renseigné.",
		Base:             "Base", Required: "Quorum requis", Present: "Présents", Counted: "Présents ou représentés",
		AtOpening: "à l’ouverture", FromList: "d’après la liste de présence",
		Reached: "Le quorum est atteint.", NotReached: "Le quorum n’est pas atteint.",
		ReachedFirst: "Le quorum est atteint à l’ouverture.", NotReachedFirst: "Le quorum n’est pas atteint à l’ouverture.",
		Came: "Il est atteint %[1]s, au point %[2]s.", Lost: "Il n’est plus atteint %[1]s, au point %[2]s.",
		NoMore: "Le quorum n’était alors plus atteint.", NotThere: "Le quorum n’était pas atteint.",
		Relisted:       "La liste de présence a été corrigée après la réouverture\u00a0: les présences comptées ici, par point et par vote, sont celles de la séance.",
		PresentReached: "%[1]s, quorum de %[2]s atteint",
		PresentMissed:  "%[1]s, quorum de %[2]s non atteint",
		PresentOf:      "%[1]s sur %[2]s",
	},
	Columns: MinutesColumnWords{
		Name: "Prénoms et nom", Function: "Fonction", Institution: "Structure", Quality: "Qualité", RepresentedBy: "Représenté par",
		HalfDays: "Demi-journées", Ref: "N°", Matter: "Recommandation ou action", Owner: "Responsable", Due: "Échéance", Answer: "Suite donnée",
		Decision: "Décision", Taken: "Issue", Recommendation: "Recommandation", Addressees: "Destinataires", Action: "Action",
		Item: "Point", Outcome: "Suite",
	},
	Item: MinutesItemWords{
		Title: "Point %[1]s – %[2]s", Presenter: "Présentation", Group: "Groupe de travail", Rapporteur: "Rapporteur", Examined: "Examen",
		Span: "de %[1]s à %[2]s", SpanOn: "%[1]s de %[2]s à %[3]s", Since: "à partir de %s", Moment: "à %s", Recused: "Retrait (intérêt déclaré)",
		Presence: "Présence", Again: "Ce point avait été reporté ou renvoyé par une réunion antérieure.",
		AgainFrom: "Ce point est repris de l’ordre du jour de la réunion tenue %[1]s (%[2]s).",
		PutOff:    "Le point est reporté à la prochaine réunion.", Withdrawn: "Le point est retiré de l’ordre du jour.",
		Referred: "Le point est renvoyé à un groupe de travail (%s).", Pending: "Le point n’a pas été traité.", UnderWay: "Le point est en cours d’examen.",
		Left: "L’examen du point n’est pas achevé.", NoLine: "Les échanges ne sont pas renseignés.", Nothing: "Rien n’est consigné sous ce point.",
		Line: "%[1]s\u00a0: %[2]s", Said: "%[1]s\u00a0: «\u00a0%[2]s\u00a0»", Statement: "Déclaration", Practice: "Bonne pratique", Difficulty: "Difficulté",
		Arrival: "Arrivée", Departure: "Départ",
		Decision: "Décision %s", Recommendation: "Recommandation %s", Action: "Action %s",
		Earlier: "Texte antérieur", Reason: "Motif", Review: "À réexaminer", ReviewOn: "le %s",
		Manner: "%[1]s %[2]s", Counted: "%[1]s par %[2]s", ByCasting: "%s, par la voix prépondérante de la présidence",
	},
	Votes: MinutesVoteWords{
		Vote: "Vote", Put: "Mis aux voix\u00a0: %s", Considered: "Mis en délibération\u00a0: %s", Result: "Résultat", Presence: "Présence au moment du vote",
		Recused: "Retrait (intérêt déclaré)", Voices: "Voix nominatives",
		EnBloc:         "%[1]s adopte en bloc les recommandations %[2]s.",
		EnBlocBut:      "%[1]s adopte en bloc les recommandations %[2]s, à l’exception de %[3]s.",
		BlocAllAmended: "%s, toutes avec amendements", BlocOfWhich: "%[1]s, dont %[2]s avec amendements", BlocAdopted: "adoptée en bloc", BlocAmended: "adoptée en bloc, avec amendements",
		Plenary: "Le Comité", Group: "Le groupe de travail", Workshop: "L’atelier",
		Decision: "la décision %s", Recommendation: "la recommandation %s", Deferral: "l’ajournement de %s",
	},
	Came: MinutesCameWords{
		NoDecision: "Aucune décision n’est inscrite.", NoRecommendation: "Aucune recommandation n’est inscrite.", NoAction: "Aucune action n’est inscrite.",
		Nobody: "Sans structure responsable", Group: "Groupe de travail", Addressees: "Destinataires", Due: "Échéance", Priority: "Priorité", Supporting: "Partenaires d’appui", Cost: "Coût prévu", Axis: "Axe",
	},
}

// DayInWords is a day as a sentence has it: jeudi 18 janvier 2018, Thursday 18
// January 2018. A day that is not known is empty.
func (l *Locale) DayInWords(d committee.Date) string {
	t := d.Time()
	if t.IsZero() {
		return text.Line(string(d))
	}
	w, day := &l.Words.Minutes, fmt.Sprint(t.Day())
	if t.Day() == 1 {
		day = w.First
	}
	return fmt.Sprintf(w.DayInWords, l.Words.Calendar.Days[t.Weekday()], day, l.Words.Calendar.Months[t.Month()-1], fmt.Sprint(t.Year()))
}

// Of is a name as it follows what is said of it: de Fanta, d’Awa.
func (l *Locale) Of(name string) string {
	w := &l.Words.Minutes
	words := text.Words(name)
	if len(words) > 0 && words[0].From == 0 && strings.ContainsAny(words[0].Folded[:1], "aeiou") {
		return fmt.Sprintf(w.OfVowel, name)
	}
	return fmt.Sprintf(w.Of, name)
}

// NotNotedOf says that what has a name in the papers was not noted.
func (w *MinutesWords) NotNotedOf(name string) string {
	switch name {
	case w.Confidentiality, w.Facts.Kind, w.Facts.Date, w.Facts.Notice, w.Facts.Chair, w.Facts.Distribution, w.Quorum.Base,
		w.Came.Due, w.Columns.Due, w.Columns.Function, w.Columns.Institution, w.Columns.Quality:
		return w.NotNoted.Feminine
	case w.Facts.Rapporteurs, w.Came.Addressees, w.Columns.Addressees, w.Columns.Name, w.People.Present:
		return w.NotNoted.Many
	case w.Parts.FollowUp:
		return w.NotNoted.FeminineMany
	}
	return w.NotNoted.One
}
