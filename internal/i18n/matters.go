package i18n

import "suivi/internal/register"

// MattersWords are the words of the matters arising.
type MattersWords struct {
	Title, Empty                   string
	Owner, Age, Carried, Last, Due string
	Answer, Answered, Nobody       string
	Days, Months                   Plural
	CarriedOver                    Plural
	Left                           Plural
	GivenOn, NoUpdate, UpdateOn    string
	// Answers are what was answered, as the notice says it.
	Answers                                             map[register.AnswerKind]string
	ProgressTitle, BlockedTitle, ExtendTitle            string
	AbandonTitle, RemarkTitle, Remark, NewDue, WhichOne string
	Noted                                               string
}

var mattersFrench = MattersWords{
	Title: "Affaires découlant", Empty: "Rien n’est en suspens\u00a0: ni action ni recommandation ouverte.",
	Owner: "Responsable", Age: "Âge", Carried: "Reports", Last: "Dernier point", Due: "Échéance",
	Answer: "Réponse", Answered: "répondu", Nobody: "sans responsable",
	Days: Plural{"%d j", "%d j"}, Months: Plural{"%d mois", "%d mois"},
	CarriedOver: Plural{"revenue à %d réunion", "revenue à %d réunions"},
	Left:        Plural{"%d affaire", "%d affaires"},
	GivenOn:     "Donnée le %s", NoUpdate: "aucun point n’a été fait", UpdateOn: "%[1]s, le %[2]s",
	Answers: map[register.AnswerKind]string{
		register.AnswerDone: "réalisé", register.AnswerProgress: "en cours", register.AnswerBlocked: "bloqué",
		register.AnswerExtend: "échéance reportée", register.AnswerAbandon: "abandonné", register.AnswerLeave: "laissé en l’état",
	},
	ProgressTitle: "En cours\u00a0: %s", BlockedTitle: "Bloqué\u00a0: %s", ExtendTitle: "Reporter l’échéance\u00a0: %s",
	AbandonTitle: "Abandonner\u00a0: %s", RemarkTitle: "Répondre\u00a0: %s", Remark: "Observation", NewDue: "Nouvelle échéance", WhichOne: "Réponse",
	Noted: "%[1]s\u00a0: %[2]s",
}

var mattersEnglish = MattersWords{
	Title: "Matters arising", Empty: "Nothing is pending: no open action or recommendation.",
	Owner: "Owner", Age: "Age", Carried: "Carried", Last: "Last update", Due: "Due",
	Answer: "Answer", Answered: "answered", Nobody: "no owner",
	Days: Plural{"%d d", "%d d"}, Months: Plural{"%d month", "%d months"},
	CarriedOver: Plural{"came back to %d meeting", "came back to %d meetings"},
	Left:        Plural{"%d matter", "%d matters"},
	GivenOn:     "Given on %s", NoUpdate: "no progress was reported", UpdateOn: "%[1]s, on %[2]s",
	Answers: map[register.AnswerKind]string{
		register.AnswerDone: "done", register.AnswerProgress: "in progress", register.AnswerBlocked: "blocked",
		register.AnswerExtend: "due date extended", register.AnswerAbandon: "abandoned", register.AnswerLeave: "left as it is",
	},
	ProgressTitle: "In progress: %s", BlockedTitle: "Blocked: %s", ExtendTitle: "Extend the due date: %s",
	AbandonTitle: "Abandon: %s", RemarkTitle: "Answer: %s", Remark: "Remark", NewDue: "New due date", WhichOne: "Answer",
	Noted: "%[1]s: %[2]s",
}
