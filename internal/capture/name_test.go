package capture

import (
	"testing"

	"suivi/internal/committee"
)

// A name is taken whole with the signs it has inside, however its apostrophes
// and accents are typed, and what follows it stays text.
func TestANameWithSignsInsideIsTakenWhole(t *testing.T) {
	v := NewVocabulary([]Candidate{
		labelled(committee.KindGroup, "victims", "Victims' group"), labelled(committee.KindGroup, "appui", "Groupe d’appui"),
		labelled(committee.KindGroup, "bamako", "Groupe d’appui (Bamako)"), labelled(committee.KindGroup, "etudes", "Études, « veille » et suivi"),
		institutionOf("maison", "Maison de l’enfant & de la famille"), institutionOf("mali", "Police"), institutionOf("mali-2", "Police (Mali)"),
	})
	for typed, want := range map[string]string{
		"Saisir #Victims' group demain":               "Saisir demain | #victims",
		"Saisir #victims’ group, puis":                "Saisir, puis | #victims",
		"Saisir #Victims' demain":                     "Saisir ' demain | #victims",
		"Saisir #groupe d'appui demain":               "Saisir demain | #appui",
		"Saisir #GROUPE D’APPUI (bamako) demain":      "Saisir demain | #bamako",
		"Saisir #groupe d’appui (Kayes)":              "Saisir (Kayes) | #appui",
		"#etudes, « veille » et suivi : saisir":       "saisir | #etudes",
		"Saisir # Victims' group":                     "Saisir | #victims",
		"@maison de l'enfant & de la famille va":      "va | @maison",
		"Saisir +Maison de l’enfant & de la famille.": "Saisir. | +maison",
		"Saisir @police (mali)":                       "Saisir | @mali-2",
		"Saisir @police (malienne)":                   "Saisir (malienne) | @mali",
		"Saisir +police (mali) +police":               "Saisir | +mali-2 | +mali",
	} {
		if got := said(Read(committee.EntryAction, typed, v, today, committee.French)); got != want {
			t.Errorf("%q is %s, not %s", typed, got, want)
		}
	}
	c, ok := v.Complete(committee.EntryAction, "#Victims' gr", 12)
	if !ok || len(c.Candidates) != 1 {
		t.Fatalf("offered %+v", c)
	}
	if got, _ := v.Insert("#Victims' gr", c.Span, c.Candidates[0]); got != "#Victims' group " {
		t.Errorf("it is spelt %q", got)
	}
}
