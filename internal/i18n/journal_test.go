package i18n

import (
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestMomentsAreSaidFromToday(t *testing.T) {
	at := time.Date(2017, 12, 15, 10, 42, 0, 0, time.UTC)
	for _, tt := range []struct {
		lang          committee.Language
		today         committee.Date
		moment, since string
	}{
		{committee.French, "2017-12-15", "aujourd’hui à 10 h 42", "Depuis votre visite d’aujourd’hui à 10 h 42"},
		{committee.French, "2017-12-16", "hier à 10 h 42", "Depuis votre visite d’hier à 10 h 42"},
		{committee.French, "2018-01-02", "le 15/12/2017 à 10 h 42", "Depuis votre visite du 15/12/2017"},
		// A clock that was set back: the day is said as it was kept.
		{committee.French, "2017-12-01", "le 15/12/2017 à 10 h 42", "Depuis votre visite du 15/12/2017"},
		{committee.English, "2017-12-15", "today at 10:42", "Since your visit today at 10:42"},
		{committee.English, "2018-01-02", "on 15 Dec 2017 at 10:42", "Since your visit of 15 Dec 2017"},
	} {
		l := For(tt.lang)
		spaces := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
		if got := spaces.Replace(l.Moment(at, tt.today)); got != tt.moment {
			t.Errorf("on %s it is %q, want %q", tt.today, got, tt.moment)
		}
		if got := spaces.Replace(l.Since(at, tt.today)); got != tt.since {
			t.Errorf("on %s it is %q, want %q", tt.today, got, tt.since)
		}
	}
}

func TestWhoChangedItSinceIsSaid(t *testing.T) {
	e := &committee.OvertakenError{
		Verb: committee.VerbUndo, Thing: committee.Named{Thing: committee.Thing{Kind: committee.KindAction, ID: "x"}, Ref: "A-2017-12", Text: "Nommer"},
		By: "Issa\x1b[31m Keïta", Did: committee.VerbExtend, At: "2017-12-15T10:42:00Z",
	}
	said := For(committee.French).Error(e)
	for _, want := range []string{"Impossible d’annuler la modification", "l’action A-2017-12 a changé depuis", "échéance reportée", "Keïta", "15/12/2017"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q lacks %q", said, want)
		}
	}
	if strings.ContainsRune(said, '\x1b') {
		t.Errorf("%q holds a control character", said)
	}
	e.By = ""
	if said := For(committee.French).Error(e); !strings.Contains(said, "par quelqu’un qui n’a pas dit son nom") {
		t.Errorf("of an unsigned change: %q", said)
	}
	e.At, e.Thing.Ref = "", ""
	if said := For(committee.English).Error(e); !strings.Contains(said, "the action “Nommer” is no longer as this change had left it") {
		t.Errorf("when the journal knows of nobody: %q", said)
	}
}

func TestEveryGroupOfChangesHasWords(t *testing.T) {
	for name, words := range bothLanguages {
		for _, g := range register.VerbGroups {
			if words.Journal.Groups[g] == "" || words.Journal.GroupCounts[g].Other == "" {
				t.Errorf("%s has no words for %s", name, g)
			}
		}
		for verb := range words.States.Verb {
			if register.GroupOf(verb) == register.AnyVerb {
				t.Errorf("the verb %s is in no group", verb)
			}
		}
	}
}
