package tui_test

import (
	"testing"

	"suivi/internal/committee"
)

// What was settled without quorum is listed, with where it is, and kept.
func TestWhatWasSettledWithoutQuorumIsAmongTheChecks(t *testing.T) {
	u := inTheRoom(t, 100, 30, french()).press(">")
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.press("d").write("Le budget est arrêté.").press("enter", "esc").press("C")
	u.sees("! sans le quorum requis : D-2017-13", "5 structures", "présentes sur 6 requises").press("enter").sees("Le budget est arrêté.", "Réunion qui statue").press("esc")
	u.press("C", "enter").sees("Séance levée malgré ce qui suit : sans le quorum requis").press("ctrl+s").sees("Levée malgré ce qui suit", "sans le quorum requis : D-2017-13")
}

// The keys of the checks are those of the session, and one settles all that is
// left of the agenda.
func TestChecksAreSettledByTheKeysOfTheSession(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("adjourn")
	p.sees("ni reporté : Ouverture  t traité  p reporter  R renvoyer", "quorum non constaté  y présences")
	p.press("d").misses("Circonscrire").press("down", "down", "t").sees("Ouverture : traité").misses("ni reporté : Ouverture")
	p.press("p").sees("Reporter le point", "Rapport du groupe").press("esc")
	p.press("*").sees("Reporter les 2 points qui restent ?", "Rapport du groupe", "Divers").press("esc").sees("ni reporté : Divers")
	p.press("*", "enter").sees("2 points reportés.").misses("ni reporté").press("*").sees("Aucun point ne reste à reporter.")
	if items := p.session().Items; items[0].Outcome != committee.DealtWith || items[1].Outcome != committee.PutOff || items[2].Outcome != committee.PutOff {
		t.Errorf("the file holds %+v", items)
	}
	p.press("u", "enter").sees("ni reporté : Divers", "ni reporté : Rapport du groupe")
}
