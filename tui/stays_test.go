package tui_test

import (
	"testing"

	"suivi/internal/committee"
)

// Whoever says who they are goes on where they were asked, not at home.
func TestSayingWhoOneIsLeavesOneWhereOneWas(t *testing.T) {
	u := visit(t, "example", 100, 40, french()).press("g", "p").sees("Paramètres", "Base légale").press("I").sees("Qui êtes-vous ?")
	u.write("Salimata Test").press("ctrl+s").sees("Paramètres", "Base légale", "Salimata Test").misses("Prochaine réunion")
	u.press("esc").sees("Prochaine réunion")
}

// What is proposed for an agenda leaves one in the list of what is proposed.
func TestProposingAnItemLeavesOneInTheBacklog(t *testing.T) {
	visit(t, "example", 100, 40, french()).press("1", "b", "n").write("Calendrier").press("ctrl+s").sees("Points proposés", "Calendrier", "1 ligne")
}

// A session that is over offers no key that it would refuse.
func TestASessionThatIsOverOffersNoNote(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).sees("n ouvre une note").press("C", "C", "enter", "enter").sees("Bilan de la séance")
	u.press("esc").sees("Séance n° 05/2017", "Rien n’est écrit sur ce point.").misses("n ouvre une note")
}

// What the agenda is said to take before it is prepared is what it takes then: an
// item written by hand stands for the adoption of minutes, and is not counted twice.
func TestTheSumBeforePreparingIsThatOfTheAgenda(t *testing.T) {
	u := waiting(t)
	m := u.meetingCalled("Réunion de décembre").Meeting
	must(u.book.SaveAgendaItem(t.Context(), committee.AgendaItem{Meeting: m.ID, Kind: committee.ForDecisionItem, Title: "Adoption du procès-verbal", Planned: 20}))
	u.press("P").sees("Préparer l’ordre du jour", "1 h 15 prévues pour 1 h 30").press("enter").sees("1 h 15 prévues pour 1 h 30")
}
