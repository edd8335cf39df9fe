package tui_test

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What was settled without quorum is listed, with where it is, and kept.
func TestWhatWasSettledWithoutQuorumIsAmongTheChecks(t *testing.T) {
	u := inTheRoom(t, 100, 30, french()).press(">")
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.press("d").write("Le budget est arrêté.").press("enter", "enter", "esc").press("C")
	u.sees("! décision prise sans le quorum requis : D-2017-13", "5 structures", "présentes sur 6 requises").press("enter").sees("Le budget est arrêté.", "Réunion qui statue").press("esc")
	u.press("C", "enter").sees("Séance levée malgré ce qui suit : décision prise sans le quorum requis").press("ctrl+s").sees("Levée malgré ce qui suit", "décision prise sans le quorum requis : D-2017-13")
}

// The keys of the checks are those of the session, and one settles all that is
// left of the agenda.
func TestChecksAreSettledByTheKeysOfTheSession(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("adjourn")
	p.sees("ni reporté : Ouverture  t traité  p reporter  R renvoyer", "quorum non constaté  y présences")
	p.press("d").misses("Circonscrire").press("down", "down", "t").sees("Ouverture : traité").misses("ni reporté : Ouverture")
	p.press("p").sees("Reporter le point", "Rapport du groupe").press("esc")
	p.press("*").sees("Conclure les 2 points qui restent ?", "Rapport du groupe", "Divers").press("esc").sees("ni reporté : Divers")
	p.press("*", "p").sees("2 points conclus.").misses("ni reporté").press("*").sees("Aucun point ne reste à conclure.")
	if items := p.session().Items; items[0].Outcome != committee.DealtWith || items[1].Outcome != committee.PutOff || items[2].Outcome != committee.PutOff {
		t.Errorf("the file holds %+v", items)
	}
	p.press("u", "enter").sees("ni reporté : Divers", "ni reporté : Rapport du groupe")
	p.press("*", "t")
	if items := p.session().Items; items[1].Outcome != committee.DealtWith || items[2].Outcome != committee.DealtWith {
		t.Errorf("the file holds %+v", items)
	}
}

// What the meeting was on is not postponed by the key that settles the rest.
func TestWhatWasTakenUpIsNotPostponedWithTheRest(t *testing.T) {
	p := inSession(t, 1, 100, 40, french())
	for _, i := range p.session().Items[:2] {
		_, err := p.book.TakeUpItem(t.Context(), i.ID, i.Version)
		must(i, err)
	}
	p.opens("adjourn")
	p.press("*").sees("Ouverture · abordé", "Rapport du groupe · abordé", "traiter ce qui a été abordé, reporter le reste").press("enter")
	if items := p.session().Items; items[0].Outcome != committee.DealtWith || items[2].Outcome != committee.PutOff {
		t.Errorf("the file holds %+v", items)
	}
}

// A key that settles another check says that it does not settle this one.
func TestAKeyOfAnotherCheckSaysSo(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("adjourn")
	p.sees("▌ ! présences incomplètes").press("t").sees("t ne règle pas ce contrôle (présences incomplètes)", "⏎ va à ce qu’il faut compléter")
	p.press("down", "down").sees("▌ ! point ni traité ni reporté : Ouverture").press("y").sees("y ne règle pas ce contrôle (point ni traité ni reporté)")
	if items := p.session().Items; items[0].Outcome != committee.Pending {
		t.Errorf("the file holds %+v", items)
	}
}

// The question whether to adjourn says how many checks it has no room for.
func TestTheQuestionCountsTheChecksItHasNoRoomFor(t *testing.T) {
	inSession(t, 1, 80, 16, french()).opens("adjourn").press("C").sees("Lever la séance malgré ce qui manque", "Ce qui manque est consigné", "! présences incomplètes", "… et 7 autres lignes", "lever malgré tout")
	inSession(t, 1, 80, 40, french()).opens("adjourn").press("C").sees("Lever la séance malgré ce qui manque", "R-2017-27").misses("autres lignes")
}

// Nobody presides or writes: the check leads to that field, and the next to the
// other one; what the meeting left undecided is decided where it is listed.
func TestOfficesAndUndecidedRecommendationsAreAmongTheChecks(t *testing.T) {
	p := inSession(t, 1, 140, 40, french())
	m := p.session().Meeting
	m.Chair, m.Secretary = "", ""
	must(p.book.SaveMeeting(t.Context(), m))
	p.opens("adjourn").sees("présidence de séance à préciser : personne n’est désigné  e modifier", "secrétariat de séance à préciser")
	p.press("e").sees("▌ Président(e) de séance").write("alin").press("tab").press("ctrl+s").sees("▌ ! secrétariat").misses("présidence de séance à préciser")
	p.press("enter").sees("▌ Secrétaire de séance").press("esc")
	p.sees("recommandation laissée sans décision : R-2017-26").press("down", "down", "down", "down", "down", "down", "r").sees("Rejeter").write("sans objet").press("ctrl+s")
	p.misses("sans décision : R-2017-26").sees("sans décision : R-2017-27")
	p.press("C", "enter").sees("recommandation laissée sans décision", "secrétariat de séance à préciser").press("enter")
	p.sees("Levée malgré ce qui suit", "recommandation laissée sans décision : R-2017-27", "secrétariat de séance à préciser")
	r, err := p.book.Recommendations(t.Context(), register.Query{Filter: "R-2017-26"})
	if rows := must(r, err).Rows; len(rows) != 1 || rows[0].Decision != committee.Rejected {
		t.Errorf("the file holds %+v", rows)
	}
}
