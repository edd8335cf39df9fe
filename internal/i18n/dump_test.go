package i18n

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestWhatIsWrongWithAnExportIsSaid(t *testing.T) {
	for _, c := range []struct {
		err             error
		french, english string
	}{
		{
			&committee.DumpError{Line: 1234, Reason: committee.DumpUnknownField, Detail: "titre\x1b[2J"},
			"Ligne 1\u202f234\u00a0: un champ que ce programme ne connaît pas s’y trouve (titre[2J).",
			"Line 1,234: it holds a field that this program does not know (titre[2J).",
		},
		{
			&committee.DumpError{Reason: committee.DumpAltered},
			"L’export a été altéré depuis qu’il a été écrit\u202f; refaites-le.", "The export was altered since it was written; make it again.",
		},
		{
			&committee.DumpError{Line: 3, Reason: committee.DumpGarbled},
			"Ligne 3\u00a0: elle n’est pas écrite comme l’écrit un export.", "Line 3: it is not written as an export writes it.",
		},
		{
			&committee.DumpError{Line: 3, Reason: committee.DumpValue, Err: &committee.FieldError{Field: committee.FieldName, Reason: committee.ReasonRequired}},
			"Ligne 3\u00a0: une valeur n’est pas admise\u00a0: Nom\u00a0: à renseigner.", "Line 3: a value is not accepted: Name: to be filled in.",
		},
		{
			&register.UnsoundError{Line: 12, Finding: register.Finding{Kind: register.FindingChain, Seq: 4}},
			"Ligne 12\u00a0: ligne 4 du journal\u00a0: cette ligne, ou la précédente, a été altérée.",
			"Line 12: line 4 of the journal: this line, or the one before it, was altered.",
		},
		{
			&register.UnsoundError{Finding: register.Finding{Kind: register.FindingDamage}},
			"Le contenu du fichier est endommagé.", "The content of the file is damaged.",
		},
	} {
		if got := For(committee.French).Error(c.err); got != c.french {
			t.Errorf("%v: %s\nwant %s", c.err, got, c.french)
		}
		if got := For(committee.English).Error(c.err); got != c.english {
			t.Errorf("%v: %s\nwant %s", c.err, got, c.english)
		}
	}
	for _, reason := range committee.DumpReasons {
		for lang, words := range bothLanguages {
			if words.Dump.Reasons[reason] == "" {
				t.Errorf("%s has no words for %s", lang, reason)
			}
		}
		e := &committee.DumpError{Line: 2, Reason: reason, Detail: "détail"}
		if got := For(committee.French).Error(e); strings.Contains(got, "%!") || got == For(committee.French).Words.Errors.Unexpected {
			t.Errorf("%s: %s", reason, got)
		}
	}
}
