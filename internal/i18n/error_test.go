package i18n

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"suivi/internal/committee"
)

type (
	field   = committee.FieldError
	refused = committee.RefusedError
)

var errorCases = []struct {
	name            string
	err             error
	french, english string
}{
	{"nothing", nil, "", ""},
	{
		"a field to fill in", &field{Field: committee.FieldName, Reason: committee.ReasonRequired},
		"Nom\u00a0: à renseigner.", "Name: to be filled in.",
	},
	{
		"a field with words of its own", &field{Field: committee.FieldReason, Reason: committee.ReasonRequired},
		"Motif\u00a0: indiquez-le, il est obligatoire ici.", "Reason: give one, it is required here.",
	},
	{
		"bounds", &field{Field: committee.FieldPlanned, Reason: committee.ReasonOutOfRange, Detail: "0–1440"},
		"Durée prévue\u00a0: de 0 à 1\u202f440.", "Planned duration: from 0 to 1,440.",
	},
	{
		"a lower bound", &field{Field: committee.FieldNumber, Reason: committee.ReasonOutOfRange, Detail: "1–"},
		"Numéro\u00a0: 1 au moins.", "Number: at least 1.",
	},
	{
		"a percentage the state fixes", &field{Field: committee.FieldPercent, Reason: committee.ReasonOutOfRange, Detail: "100"},
		"Taux\u00a0: ce taux ne s’accorde pas avec l’état.", "Progress: this percentage does not agree with the state.",
	},
	{
		"a length", &field{Field: committee.FieldRemarks, Reason: committee.ReasonTooLong, Detail: "200000"},
		"Observations\u00a0: texte trop long, 200\u202f000 caractères au plus.", "Remarks: this text is too long, 200,000 characters at most.",
	},
	{
		"a day to respect", &field{Field: committee.FieldDate, Reason: committee.ReasonBefore, Detail: "2018-01-15"},
		"Date\u00a0: ne peut pas précéder le 15/01/2018.", "Date: cannot come before 15 Jan 2018.",
	},
	{
		"a quarter to pass", &field{Field: committee.FieldDue, Reason: committee.ReasonNotLater, Detail: "2018-Q1"},
		"Échéance\u00a0: doit être plus tardive que celle qui est déjà fixée (T1 2018).", "Due date: must be later than the one already set (Q1 2018).",
	},
	{
		"what was typed", &field{Field: committee.FieldTime, Reason: committee.ReasonNotATime, Detail: "midi\x1b[31m"},
		"Heure\u00a0: «\u00a0midi[31m\u00a0» n’est pas une heure\u202f; écrivez par exemple 10h30.", "Time: “midi[31m” is not a time; write for example 10:30.",
	},
	{
		"a key of the file is not shown", &field{Field: committee.FieldAxis, Reason: committee.ReasonUnknown, Detail: "0190d8a4-7d5c-7c11-9d8e-2f6f6a3b1c22"},
		"Axe\u00a0: introuvable dans le fichier.", "Axis: not found in the file.",
	},
	{
		"a refusal names the state",
		&refused{Verb: committee.VerbValidate, Kind: committee.KindAction, Reason: committee.ReasonState, State: string(committee.NotStarted)},
		"Impossible de valider\u00a0: l’action est «\u00a0non entamée\u00a0».", "Cannot validate: the action is “not started”.",
	},
	{
		"a refusal names the state and the rule",
		&refused{Verb: committee.VerbStart, Kind: committee.KindRecommendation, Reason: committee.ReasonNotAdopted, State: string(committee.Proposed)},
		"Impossible de démarrer\u00a0: la recommandation est «\u00a0proposée\u00a0»\u202f; la mise en œuvre commence après l’adoption.",
		"Cannot start: the recommendation is “proposed”; implementation starts after adoption.",
	},
	{
		"a refusal names the state of the minutes",
		&refused{Verb: committee.VerbAdopt, Kind: committee.KindMeeting, Reason: committee.ReasonState, State: "minutes_draft"},
		"Impossible d’adopter\u00a0: la réunion a un procès-verbal à l’état «\u00a0projet\u00a0».", "Cannot adopt: the meeting has minutes in the state “draft”.",
	},
	{
		"a refusal without minutes",
		&refused{Verb: committee.VerbSign, Kind: committee.KindMeeting, Reason: committee.ReasonState, State: "minutes_"},
		"Impossible de signer\u00a0: la réunion n’a pas encore de procès-verbal.", "Cannot sign: the meeting has no minutes yet.",
	},
	{
		"a refusal with a day", &refused{Verb: committee.VerbEnd, Kind: committee.KindMandate, Reason: committee.ReasonEnded, Detail: "2017-12-31"},
		"Impossible de mettre fin au mandat\u00a0: le mandat a déjà pris fin le 31/12/2017.", "Cannot end the mandate: the mandate already ended on 31 Dec 2017.",
	},
	{
		"reading only", &refused{Verb: committee.VerbArchive, Kind: committee.KindAction, Reason: committee.ReasonReadOnly},
		"Impossible d’archiver\u00a0: vous consultez le fichier en lecture seule.", "Cannot archive: you are reading the file in read-only mode.",
	},
	{
		"a conflict", &committee.ConflictError{Thing: committee.Thing{Kind: committee.KindAction, ID: "x"}},
		"Quelqu’un d’autre a enregistré cette action entre-temps. Votre saisie est conservée\u00a0: comparez, puis enregistrez de nouveau.",
		"Somebody else saved this action since you opened it. What you typed is kept: compare, then save again.",
	},
	{
		"in use", &committee.InUseError{Thing: committee.Thing{Kind: committee.KindInstitution}, Total: 5, By: []committee.Named{
			{Thing: committee.Thing{Kind: committee.KindAction}, Ref: "A-2017-12"},
			{Thing: committee.Thing{Kind: committee.KindFunction}, Text: "Secrétaire général"},
		}},
		"5 fiches renvoient encore à cette structure\u00a0: action A-2017-12, fonction «\u00a0Secrétaire général\u00a0» et 3 autres.",
		"5 records still refer to this institution: action A-2017-12, function “Secrétaire général” and 3 others.",
	},
	{
		"another line", &committee.OtherLineError{
			About: committee.Named{Ref: "R-2017-04"}, Line: committee.Entry{At: "11:40", Text: "Former les greffiers."}, Item: "Budget",
		},
		"Une autre ligne porte aussi sur R-2017-04\u00a0: retirez d’abord la ligne de 11\u00a0h\u00a040, «\u00a0Former les greffiers.\u00a0» (Budget).",
		"Another line is about R-2017-04 too: first take out the line at 11:40, “Former les greffiers.” (Budget).",
	},
	{
		"in use once", &committee.InUseError{Thing: committee.Thing{Kind: committee.KindAxis}, Total: 1, By: []committee.Named{{Thing: committee.Thing{Kind: committee.KindAction}, Ref: "A-1"}}},
		"Une fiche renvoie encore à cet axe\u00a0: action A-1.", "One record still refers to this axis: action A-1.",
	},
	{
		"a file", &committee.FileError{Path: "/x/y/comité.suivi", Reason: committee.FileMissing},
		"Le fichier «\u00a0comité.suivi\u00a0» n’existe pas.", "The file “comité.suivi” does not exist.",
	},
	{
		"a file with a detail", &committee.FileError{Path: "/x/c.suivi", Reason: committee.FileTrouble, Detail: "EIO"},
		"Le disque ou le système n’a pas pu lire ou écrire «\u00a0c.suivi\u00a0» (EIO).", "The disk or the system could not read or write “c.suivi” (EIO).",
	},
	{
		"a file too slow", fmt.Errorf("store: %w", context.DeadlineExceeded),
		errorFrench.Slow, errorEnglish.Slow,
	},
	{"not there", fmt.Errorf("store: %w", committee.ErrNotFound), errorFrench.NotFound, errorEnglish.NotFound},
	{"interrupted", context.Canceled, errorFrench.Stopped, errorEnglish.Stopped},
	{"unexpected", errors.New("sql: no rows in result set"), errorFrench.Unexpected, errorEnglish.Unexpected},
}

func TestError(t *testing.T) {
	for _, c := range errorCases {
		t.Run(c.name, func(t *testing.T) {
			if got := For(committee.French).Error(c.err); got != c.french {
				t.Errorf("\n%s\nwant\n%s", got, c.french)
			}
			if got := For(committee.English).Error(c.err); got != c.english {
				t.Errorf("\n%s\nwant\n%s", got, c.english)
			}
		})
	}
}

func TestFaultLeavesTheFieldOut(t *testing.T) {
	err := fmt.Errorf("x: %w", &field{Field: committee.FieldDue, Reason: committee.ReasonByExtend})
	if got := For(committee.French).Fault(err); got != "Une échéance fixée ne change que par un report, avec son motif." {
		t.Error(got)
	}
}

// Every error that the domain can make reads as words: no key of the code, no
// hole in the format.
func TestEveryErrorReads(t *testing.T) {
	domain := enumerations(t)
	var errs []error
	for reason := range domain["Reason"] {
		for _, detail := range []string{"", "2018-01-31", "0–100", "12", "Texte"} {
			for f := range domain["Field"] {
				errs = append(errs, &field{Field: committee.Field(f), Reason: committee.Reason(reason), Detail: detail})
			}
			for v := range domain["Verb"] {
				for _, state := range []string{"", "adopted", "blocked", "in_session", "minutes_signed", "text_missing"} {
					errs = append(errs,
						&refused{Verb: committee.Verb(v), Kind: committee.KindAction, Reason: committee.Reason(reason), State: state, Detail: detail},
						&refused{Verb: committee.Verb(v), Kind: committee.KindGuideline, Reason: committee.Reason(reason), State: state, Detail: detail})
				}
			}
		}
	}
	for k := range domain["Kind"] {
		thing := committee.Thing{Kind: committee.Kind(k)}
		errs = append(errs, &committee.ConflictError{Thing: thing}, &committee.InUseError{Thing: thing, Total: 2})
	}
	for r := range domain["FileReason"] {
		errs = append(errs, &committee.FileError{Path: "/x/y", Reason: committee.FileReason(r)}, &committee.FileError{Reason: committee.FileReason(r), Detail: "nfs"})
	}
	for r := range domain["Rule"] {
		errs = append(errs, &committee.RuleError{Rule: committee.Rule(r), Detail: "actions.ref"})
	}
	for _, l := range []*Locale{For(committee.French), For(committee.English)} {
		for _, err := range errs {
			got := l.Error(err)
			if got == l.Words.Errors.Unexpected || strings.Contains(got, "%!") || strings.Contains(got, "_") || strings.Contains(got, "committee:") || !strings.HasSuffix(got, ".") {
				t.Errorf("%v reads %q", err, got)
			}
			if wrong := untypographic(got); l.Lang == committee.French && wrong != "" {
				t.Errorf("%q: %s", got, wrong)
			}
		}
	}
}
