package i18n

import (
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

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
	Noted, RemarkNoted                                  string
	// Already says that a matter was answered in this meeting, Again answers it
	// once more.
	Already, Again string
	// ExtendedTo, At, With and Remarked are the parts of an answer as it is read
	// back: the new date, the progress, a state with its cause, a remark after all
	// that.
	ExtendedTo, At, With, Remarked string
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
		register.AnswerDone: "réalisée", register.AnswerProgress: "en cours", register.AnswerBlocked: "bloquée",
		register.AnswerExtend: "échéance reportée", register.AnswerAbandon: "abandonnée", register.AnswerLeave: "laissée en l’état",
	},
	ProgressTitle: "En cours\u00a0: %s", BlockedTitle: "Bloquée\u00a0: %s", ExtendTitle: "Reporter l’échéance\u00a0: %s",
	AbandonTitle: "Abandonner\u00a0: %s", RemarkTitle: "Répondre\u00a0: %s", Remark: "Observation", NewDue: "Nouvelle échéance", WhichOne: "Réponse",
	Noted: "%[1]s\u00a0: %[2]s", RemarkNoted: "observation notée",
	Already: "%s a déjà une réponse de cette réunion.", Again: "répondre de nouveau\u00a0: %s",
	ExtendedTo: "échéance reportée au %s", At: "avancement %s", With: "%[1]s (%[2]s)", Remarked: "%[1]s\u00a0: %[2]s",
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
	Noted: "%[1]s: %[2]s", RemarkNoted: "remark noted",
	Already: "%s was answered in this meeting already.", Again: "answer again: %s",
	ExtendedTo: "due date extended to %s", At: "progress %s", With: "%[1]s (%[2]s)", Remarked: "%[1]s: %[2]s",
}

// Answer words an answer on a matter arising: the state and the progress
// declared, the new due date, and the remark, called one when it stands alone; that
// the matter is left as it is, when it says nothing of these.
func (l *Locale) Answer(f committee.FollowUp) string {
	w := &l.Words.Matters
	var facts []string
	if f.State != "" {
		state := l.Words.States.Implementation[f.State].Full
		if f.Cause != committee.CauseUnsaid {
			state = fmt.Sprintf(w.With, state, l.Words.States.Cause[f.Cause].Full)
		}
		facts = append(facts, state)
	}
	if f.Percent != nil {
		facts = append(facts, fmt.Sprintf(w.At, l.Percent(*f.Percent)))
	}
	if !f.To.Zero() {
		facts = append(facts, fmt.Sprintf(w.ExtendedTo, l.Due(f.To)))
	}
	remarked := f.Text != "" && !Unremarked(f)
	switch {
	case len(facts) == 0 && remarked:
		facts = append(facts, w.Remark)
	case len(facts) == 0:
		facts = append(facts, l.Words.Sitting.Answer[register.AnswerLeave].Full)
	}
	said := Capital(strings.Join(facts, l.Words.Common.Comma))
	if !remarked {
		return said
	}
	return fmt.Sprintf(w.Remarked, said, f.Text)
}

// Answers words several answers, one a line.
func (l *Locale) Answers(all []committee.FollowUp) string {
	said := make([]string, len(all))
	for n, f := range all {
		said[n] = l.Answer(f)
	}
	return strings.Join(said, "\n")
}

// Unremarked tells whether an answer came without a remark: what stands for one
// are the program's own words, in one language or the other.
func Unremarked(f committee.FollowUp) bool {
	return slices.ContainsFunc(Locales(), func(l *Locale) bool {
		w := &l.Words.Sitting
		return f.Text == w.Done || f.Text == w.Progress || f.Text == w.LeftAsIs
	})
}
