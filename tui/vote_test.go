package tui_test

import (
	"context"
	"strconv"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// Whoever stands back may take the quorum away: the form reckons it without them,
// and asks once more before it is recorded.
func TestAVoteFromWhichTheQuorumStandsBackTakesOneStepMore(t *testing.T) {
	u := inTheRoom(t, 80, 40, french()).press(">")
	for _, who := range []string{"just", "fam", "abri"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.press("v").field("Mis aux voix").press("end").field("Question").write("Faut-il poursuivre ?").field("Mode").press("right")
	u.field("Pour").write("5").field("Contre").write("0").misses("Quorum non atteint").field("Se retirent").write("ex-route").press("enter")
	u.sees("! Quorum non atteint : 5 structures présentes sur 6 requises", "Sera consigné").press("ctrl+s")
	u.sees("Sans quorum (5 présents sur 6 requis) : encore ctrl+s l’enregistre.").misses("10:42 V").press("ctrl+s").sees("10:42 V Faut-il poursuivre")
}

// How many vote is said before a voice is typed, and why it stays the same where a
// delegation keeps its voice; who stands back is found by institution as well.
func TestTheFormOfAVoteSaysHowManyVote(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	v := p.session()
	person := must(p.book.SavePerson(context.Background(), committee.Person{Name: "Kadia Fictive"}))
	must(p.book.Welcome(context.Background(), register.Guest{Attendance: committee.Attendance{
		Meeting: p.id, Person: person.ID, Institution: v.Attendance[1].Institution, Quality: committee.AsTitular,
	}}))
	p.opens("vote").field("Mode").press("right").sees(strconv.Itoa(p.session().Quorum.Present)+" votants").misses(" = ", "garde sa voix")
	p.field("Se retirent").write("route").sees("Kadia Fictive").write("zz").press("ctrl+u").write("kadia").press("enter")
	p.sees("EX-ROUTE garde sa voix : ", strconv.Itoa(p.session().Quorum.Present)+" votants")
}

// What is voted on is read whole, whatever field is in hand.
func TestTheTextPutToTheVoteIsReadWhole(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">")
	u.writing("d", "Le comité arrête, pour la durée de l’année 2018, le budget de fonctionnement du secrétariat et des trois groupes de travail, tel qu’il figure au tableau annexé à la présente décision et dans la limite des crédits ouverts au budget de l’État.")
	u.press("v").sees("annexé à la présente décision", "de l’État.").field("Mode").press("right").sees("de l’État.", "Pour")
}

// In a vote by name whoever is represented is with the name of who votes for them.
func TestAVoteByNameSaysWhoVotesForWhoeverIsRepresented(t *testing.T) {
	p := inSession(t, 1, 80, 40, french())
	a := p.session().Attendance[1]
	a.Presence, a.RepresentedBy, a.RepresentedAs = committee.Represented, "Awa Diarra-Traoré", committee.AsAlternate
	must(p.book.SaveAttendance(t.Context(), a))
	p.opens("attend").press("end", "p")
	p.opens("vote").field("Mode").press("right", "right").sees("(par Awa Diarra-Traoré)").press("tab").sees("(par Awa Diarra-Traoré)").press("p").sees("pour  (par Awa Diarra-Traoré)")
}

// A vote that was miscounted is taken again, by v or by e on its line: what it
// settled is offered once more, after what still waits, and settled otherwise by the
// next count.
func TestAMiscountedVoteOnARecommendationIsTakenAgain(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	p.opens("home").press("9", "g", "a", "enter", "2", "v").sees("‹ R-2017-27  Publier un rapport annuel.")
	votes := func(yes, no string) {
		p.field("Mode").press("right").field("Pour").write(yes).field("Contre").write(no).press("ctrl+s", "ctrl+s")
	}
	is := func(text string, want committee.DecisionState) {
		t.Helper()
		for _, r := range p.session().Recommendations {
			if r.Text == text && r.Decision != want {
				t.Errorf("it is %s, want %s\n%s", r.Decision, want, p.frame())
			}
		}
	}
	votes("0", "2")
	is("Publier un rapport annuel.", committee.Rejected)
	p.press("v").sees("‹ R-2017-26  Tenir", "R-2017-27  Publier un rapport annuel.").press("esc")
	p.press("e").sees("Vote : Rapport du groupe", "‹ R-2017-27  Publier")
	votes("2", "0")
	is("Publier un rapport annuel.", committee.Adopted)
	p.press("v").sees("‹ R-2017-26  Tenir")
	votes("2", "0")
	is("Tenir un registre commun.", committee.Adopted)
	p.press("v").sees("‹ une nouvelle décision").press("esc") // a new vote does not begin on what is settled
	p.press("e").sees("‹ R-2017-26  Tenir")
	votes("0", "2")
	is("Tenir un registre commun.", committee.Rejected)
	p.writing("n", "Une note.").press("v").sees("‹ une nouvelle décision").press("right", "right").sees("‹ de nouveau : R-2017-26  Tenir").press("esc")
}

// A half-day whose attendance was not taken is named before the session rises, and
// leads to the list.
func TestAHalfDayWithoutAttendanceIsNamedBeforeTheSessionRises(t *testing.T) {
	for loc, said := range map[*i18n.Locale]string{french(): "présences non relevées : J1 matin", i18n.For(committee.English): "attendance not taken: D1 morning"} {
		p := inSession(t, 2, 100, 40, loc)
		p.opens("home").press("9", "g", "a", "enter").writing("n", "Une note.")
		a := p.session().Attendance[0]
		must(p.book.Attend(t.Context(), a.ID, a.Version, register.Attending{Presence: committee.Present, Day: 2}))
		p.opens("adjourn").sees(said).press("down", "enter").misses(said)
	}
}

// A half-day whose attendance was not taken opens the list on that half-day, not
// on the one that it is.
func TestTheCheckOfAHalfDayOpensTheListOnIt(t *testing.T) {
	p := inSession(t, 2, 100, 40, french())
	a := p.session().Attendance[0]
	must(p.book.Attend(t.Context(), a.ID, a.Version, register.Attending{Presence: committee.Present, Day: 1}))
	must(p.book.SaveEntry(t.Context(), committee.Entry{
		Meeting: p.id, Item: p.items[0].ID, Kind: committee.Note, Text: "Une note.", On: committee.DateOf(today).Add(1), At: "15:00",
	}))
	for _, key := range []string{"enter", "y"} {
		p.opens("adjourn").sees("présences non relevées : J2 après-midi").press("down", key).sees("Présence : sam. 16/12/2017, après-midi").press("esc")
	}
	p.opens("attend").sees("Présence : ven. 15/12/2017, matin")
}
