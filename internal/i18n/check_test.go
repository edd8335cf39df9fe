package i18n

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestFindingsAreSentences(t *testing.T) {
	thing := committee.Thing{Kind: committee.KindAction, ID: "0190aaaa-0000-7000-8000-000000000001"}
	named := register.Name{Ref: "A-2017-03", Short: "Nommer un point focal"}
	for _, c := range []struct {
		finding         register.Finding
		french, english string
	}{
		{
			register.Finding{Kind: register.FindingDiffers, Thing: thing, Name: named},
			"L’action A-2017-03 «\u00a0Nommer un point focal\u00a0»\u00a0: la fiche n’est pas telle que le journal l’a enregistrée en dernier.",
			"The action A-2017-03 “Nommer un point focal”: the record is not as the journal last saved it.",
		},
		{
			register.Finding{Kind: register.FindingGone, Thing: thing},
			"L’action «\u00a0" + thing.ID + "\u00a0»\u00a0: la fiche figure au journal, mais n’est plus dans le fichier.",
			"The action “" + thing.ID + "”: the record is in the journal, but no longer in the file.",
		},
		{
			register.Finding{Kind: register.FindingChain, Seq: 1234},
			"Ligne 1\u202f234 du journal\u00a0: cette ligne, ou la précédente, a été altérée.",
			"Line 1,234 of the journal: this line, or the one before it, was altered.",
		},
		{
			register.Finding{Kind: register.FindingDamage, Detail: "row 3 missing\x1b[2J"},
			"Le contenu du fichier est endommagé (détail technique\u00a0: row 3 missing[2J).",
			"The content of the file is damaged (technical detail: row 3 missing[2J).",
		},
		{
			register.Finding{Kind: register.FindingDuplicate, Detail: "R-2017-03"},
			"Un même numéro a été donné deux fois\u00a0: R-2017-03.",
			"The same number was given twice: R-2017-03.",
		},
		{
			register.Finding{Kind: register.FindingBroken, Thing: thing, Name: named, Err: &committee.FieldError{Field: committee.FieldDue, Reason: committee.ReasonBefore}},
			"", "",
		},
	} {
		french, english := For(committee.French).Finding(c.finding), For(committee.English).Finding(c.finding)
		if c.french != "" && french != c.french || french == english {
			t.Errorf("%s: %s\nwant %s", c.finding.Kind, french, c.french)
		}
		if c.english != "" && english != c.english {
			t.Errorf("%s: %s\nwant %s", c.finding.Kind, english, c.english)
		}
	}
	for _, kind := range register.FindingKinds {
		for name, words := range bothLanguages {
			if words.Check.Found[kind] == "" {
				t.Errorf("%s has no words for %s", name, kind)
			}
		}
	}
}
