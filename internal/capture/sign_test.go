package capture

import (
	"slices"
	"testing"

	"suivi/internal/committee"
)

// The name of a person leads to what they hold, where nothing is called so, and
// what they hold is spelt by its own name.
func TestAPersonLeadsToWhatTheyHold(t *testing.T) {
	v := NewVocabulary(append(circle[:len(circle):len(circle)],
		Candidate{Thing: circle[9].Thing, Also: []string{"Awa Diarra"}}, Candidate{Thing: circle[7].Thing, Also: []string{"Moussa Justice"}}, Candidate{Thing: circle[8].Thing, Also: []string{"Ali Diarra"}}))
	for typed, want := range map[string]string{
		"@awa saisir": "saisir | @dgp-cab", "@Awa Diarra saisir": "saisir | @dgp-cab", "@moussa": " | @mj-sg", "@diarra": "@diarra | ?who ambiguous 2",
		"@justice": " | @mjdh", "@Moussa Justice": " | @mj-sg",
	} {
		if got := said(Read(committee.EntryAction, typed, v, today, committee.French)); got != want {
			t.Errorf("%q is %s, not %s", typed, got, want)
		}
	}
	c, _ := v.Complete(committee.EntryAction, "@awa", 4)
	if len(c.Candidates) != 1 || !slices.Equal(c.Candidates[0].Led(c.Prefix), []string{"Awa Diarra"}) || len(c.Candidates[0].Led("chef")) > 0 {
		t.Fatalf("offered %+v", c.Candidates)
	}
	if got, _ := v.Insert("@awa", c.Span, c.Candidates[0]); got != `@"Chef de cabinet" ` && got != "@Chef de cabinet " {
		t.Errorf("it is spelt %q", got)
	}
}

// A value may stand one space after its sign when it is understood up to the
// next sign or the end; else the sign is marked, and all of it stays text.
func TestAValueOneSpaceAfterItsSign(t *testing.T) {
	listen(t, committee.EntryAction, []heard{
		{"Saisir > 31/03/2018", "Saisir | >2018-03-31"},
		{"Saisir > 31/03/2018. ! haute", "Saisir. | >2018-03-31 | !high"},
		{"Saisir @ mjdh + onudc # gt2 ! haute > 15/01/2018 $ 2 000 000", "Saisir | @mjdh | +onudc | #gt2 | !high | >2018-01-15 | $2000000"},
		{"Saisir @ mjdh/secr >J + 7", "Saisir | @mj-sg | >2017-12-22"},
		{"Saisir > J + 7 @dgp", "Saisir | >2017-12-22 | @dgp"},
		{`Saisir @ "chef de cabinet" demain`, "Saisir demain | @dgp-cab"},
		{`Saisir @ "inconnu + dgp"`, `Saisir @ "inconnu + dgp" | ?who unknown`},
		{"Saisir > 31/02/2018", "Saisir > 31/02/2018 | ?due not_a_due"},
		{"Saisir @ dgp et rendre compte", "Saisir @ dgp et rendre compte | ?who unknown"},
		{"un délai > 3 mois de plus", "un délai > 3 mois de plus | ?due not_a_due"},
		{"Saisir >  31/03/2018", "Saisir | >2018-03-31"},
		{"Saisir > 31/03/2018 > 30/04/2018", "Saisir > 30/04/2018 | >2018-03-31 | ?due duplicate"},
		{"Attention ! Il faut", "Attention ! Il faut | ?priority not_listed"},
		{"a + b", "a + b | ?support unknown"},
		{"100 $", "100 $ | ?cost not_a_number"},
		{"+ ! > $", "+ ! > $ | ?support unknown | ?priority not_listed | ?due not_a_due | ?cost not_a_number"},
	})
	listen(t, committee.EntryDecision, []heard{{"Créer > 15/06/2018", "Créer | >2018-06-15"}, {"Créer > T1 2018", "Créer > T1 2018 | ?due not_a_date"}})
	for _, line := range []committee.EntryKind{committee.Note, committee.Statement, committee.EntryVote} {
		listen(t, line, []heard{{"un taux > 5 ! + tard", "un taux > 5 ! + tard"}, {"dit > 31/03/2018", "dit > 31/03/2018"}, {"dit # gt1", "dit # gt1 | ?group not_taken"}})
	}
}
