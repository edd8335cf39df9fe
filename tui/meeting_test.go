package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// meetingCalled is the meeting of the file with a title.
func (u *user) meetingCalled(title string) register.MeetingSheet {
	u.t.Helper()
	ctx := context.Background()
	found, err := u.book.Meetings(ctx, register.Query{Limit: 50})
	if err != nil {
		u.t.Fatal(err)
	}
	for _, l := range found.Rows {
		if l.Title == title {
			s, err := u.book.Meeting(ctx, l.ID)
			if err != nil {
				u.t.Fatal(err)
			}
			return s
		}
	}
	u.t.Fatalf("no meeting is called %q", title)
	return register.MeetingSheet{}
}

// aMeeting plans a meeting today with two items, and opens its page.
func aMeeting(t *testing.T) *user {
	t.Helper()
	u := visit(t, "empty", 80, 40, i18n.For(committee.French)).press("1", "n", "tab", "tab")
	u.write("15/12/2017").press("ctrl+s", "enter")
	for _, item := range []string{"Ouverture", "Budget"} {
		u.press("i").write(item).press("ctrl+s")
	}
	return u
}

func TestAMeetingLivesFromItsPlanToItsSignedMinutes(t *testing.T) {
	u := aMeeting(t).sees("Réunion ordinaire", "○ prévue", "non envoyée", "1  Ouverture", "2  Budget", "aucune règle de quorum fixée")
	u.press("c").sees("Convoquer : Réunion ordinaire", "reçoit alors son numéro").press("enter")
	u.sees("Réunion ordinaire n° 01/2017", "◐ convoquée")
	u.press("o").sees("10:42").press("enter").sees("Séance n° 01/2017").press("ctrl+g").sees("▸ en séance", "o séance", "t lever")
	u.press("t").sees("la liste est vide", "point ni traité ni reporté : Budget").press("C", "enter").sees("Levée à").press("enter")
	u.sees("Bilan de la séance").press("esc").sees("✓ levée", "d diffuser")
	u.press("d", "enter").sees("◐ diffusé", "a adopter le PV")

	u.press("esc", "n", "tab", "tab").write("20/12/2017").press("ctrl+s")
	u.press("G", "enter").sees("n° 01/2017").press("a").write("ordinaire").press("down", "enter", "ctrl+s")
	u.sees("● adopté", "s signer le PV").press("s", "enter").sees("✓ signé", "C correctif")
}

func TestAKeyThatTheStateForbidsSaysWhy(t *testing.T) {
	u := aMeeting(t).press("t").sees("Impossible de lever la séance : la réunion est « prévue ».")
	u.press("a").sees("Impossible d’adopter : la réunion est « prévue ».")
	u.press("o", "enter", "ctrl+g", "t", "C", "enter", "enter", "esc", "d", "enter")
	u.press("i").sees("la séance est levée")
	u.press("e").sees("seuls ces champs se modifient", "Références", "Observations").misses("Premier jour", "Lieu")
}

func TestAMeetingWithoutADayIsNotConvened(t *testing.T) {
	u := visit(t, "empty", 80, 24, i18n.For(committee.French)).press("1", "n", "ctrl+s", "enter")
	u.press("c").sees("Premier jour : à renseigner.")
}

func TestPostponingNeedsItsReason(t *testing.T) {
	u := aMeeting(t).press("p").write("20/12").press("tab", "ctrl+s").sees("à renseigner")
	u.write("salle indisponible").press("ctrl+s").sees("→ reportée", "mer. 20/12/2017", "salle indisponible")
	if m := u.meetingCalled("Réunion ordinaire").Meeting; m.State != committee.Postponed || m.Starts != "2017-12-20" {
		t.Errorf("the file holds %q on %s", m.State, m.Starts)
	}
}

func TestTheKindNamesAMeetingWithoutTitle(t *testing.T) {
	u := visit(t, "empty", 80, 24, i18n.For(committee.French)).press("1", "n", "right", "ctrl+s")
	u.sees("Réunion extraordinaire")
	u.press("n", "right", "right").sees("Première convocation").press("ctrl+s").sees("à renseigner")
}

func TestItemsMoveOnTheAgenda(t *testing.T) {
	u := aMeeting(t).press("down", "K").sees("1  Budget", "2  Ouverture", "point déplacé")
	u.press("K").sees("il n’y a plus rien de ce côté")
	u.press("J").sees("1  Ouverture", "2  Budget")
}

func TestANewItemStandsBeforeAnyOtherBusiness(t *testing.T) {
	u := aMeeting(t).press("i").write("Divers").press("tab", "right", "right", "right", "right", "right", "ctrl+s")
	u.sees("3  Divers · points divers")
	u.press("i").write("Calendrier").press("ctrl+s").sees("3  Calendrier", "4  Divers")
	last, m := committee.AgendaItem{Title: "Récapitulation", Kind: committee.Information, Purpose: committee.Closing}, u.meetingCalled("Réunion ordinaire")
	last.Meeting = m.Meeting.ID
	if _, err := u.book.SaveAgendaItem(context.Background(), last); err != nil {
		t.Fatal(err)
	}
	u.press("esc", "enter").sees("5  Récapitulation").press("i").write("Budget de 2018").press("ctrl+s").sees("4  Budget de 2018", "5  Divers", "6  Récapitulation")
}

func TestAnItemIsSettledByOneKey(t *testing.T) {
	u := aMeeting(t).press("down", "enter").sees("Budget", "○ à traiter", "m mention", "d traité")
	u.press("d").sees("✓ traité", "o à traiter")
	u.press("d").sees("Ce point est déjà noté « traité ».")
	u.press("p").write("rapport attendu").press("enter").sees("→ reporté", "rapport attendu")
	u.press("t", "ctrl+s").sees("à renseigner")
	u.press("esc", "o").sees("○ à traiter").misses("rapport attendu")
}

func TestALineOfTheMinutesGoesUnderTheItemInFocus(t *testing.T) {
	u := aMeeting(t).press("o", "enter", "ctrl+g", "down", "m")
	u.sees("2 Budget", "10:42").write("Le budget est présenté.").press("ctrl+s")
	s := u.meetingCalled("Réunion ordinaire")
	if len(s.Entries) != 1 || s.Entries[0].Item != s.Items[1].ID || s.Entries[0].At != "10:42" {
		t.Fatalf("the file holds %+v", s.Entries)
	}
	u.press("down").sees("10 h 42  Le budget est présenté.").press("enter").write(" Bis.").press("ctrl+s")
	u.sees("Le budget est présenté. Bis.")
}

func TestAVoteAsksForItsCounts(t *testing.T) {
	u := aMeeting(t).press("m").misses("Voix pour").write("Le budget est voté.").press("tab", "tab")
	u.press("v").sees("Voix pour", "Abstentions").press("tab").write("7").press("tab").write("2").press("tab").write("1").press("ctrl+s")
	u.press("pgdown").sees("7 pour, 2 contre, 1 abstention")
}

func TestALineOfTheRecordIsRemovedAfterAsking(t *testing.T) {
	u := aMeeting(t).press("m").write("Une erreur.").press("ctrl+s", "down", "down", "down")
	u.press("z").sees("Retirer cette mention ?", "Une erreur.", "⏎ z    retirer").press("esc").sees("Une erreur.")
	u.press("z", "enter").sees("Mention retirée.").press("u", "enter").sees("Une erreur.")
	u.press("z", "z").sees("Mention retirée.").misses("Une erreur.")
	if s := u.meetingCalled("Réunion ordinaire"); s.Meeting.Archived || len(s.Entries) != 0 {
		t.Errorf("the file holds %+v", s.Entries)
	}
}

func TestArrivalsAndDeparturesAreReadAndShown(t *testing.T) {
	u := visit(t, "example", 100, 30, i18n.For(committee.French)).press("1", "enter", "y", "tab")
	u.write("EX-JUST").press("enter", "tab", "tab", "tab", "tab")
	u.write("10h15 jamais").press("tab").sees("« 10h15 jamais » ne se lit pas")
	u.press("shift+tab", "ctrl+u")
	u.write("10h15 arr, dép 11:40").press("ctrl+s").press("pgdown").sees("EX-JUST", "10 h 15 arrivée, 11 h 40 départ")
}

func TestAMemberAttendsInTheFunctionTheyHold(t *testing.T) {
	u := visit(t, "example", 100, 40, i18n.For(committee.French)).press("1", "enter", "y")
	u.write("harouna").press("enter", "ctrl+s").sees("[EXEMPLE] Harouna Alinéa · [EXEMPLE] Secrétaire général · EX-JUST · titulaire")
}

func TestHalfDaysOfAWorkshopAreNoted(t *testing.T) {
	u := visit(t, "bamako-2017", 100, 60, i18n.For(committee.French)).press("1", "enter", "y", "tab")
	u.write("OIM").press("enter", "tab", "tab", "tab").sees("lun. 30/10/2017, matin", "jeu. 02/11/2017, après-midi")
	u.press("tab", "p", "tab", "a", "ctrl+s").sees("présent J1 matin", "absent J1 après-midi")
}

func TestADecisionOfAnItemKnowsItsMeeting(t *testing.T) {
	u := aMeeting(t).press("down", "enter", "D").sees("Réunion ordinaire").write("Le budget est adopté.").press("ctrl+s")
	s := u.meetingCalled("Réunion ordinaire")
	if len(s.Decisions) != 1 {
		t.Fatalf("the meeting has %d decisions", len(s.Decisions))
	}
	d, err := u.book.Decision(context.Background(), s.Decisions[0].ID)
	if err != nil || d.Decision.Item != s.Items[1].ID {
		t.Errorf("the decision is under %q, %v", d.Decision.Item, err)
	}
	u.sees("D-2017-01", "Le budget est adopté.")
}

func TestWhatAMeetingLacksInItsSourceIsSaid(t *testing.T) {
	visit(t, "bamako-2017", 80, 24, i18n.For(committee.English)).press("1", "enter").
		sees("Chair", "not given in the source", "no quorum rule is set", "30 Oct – 02 Nov 2017 · 4 days")
}

// Meetings are told apart by their titles: these have the room, at 80 columns
// before what the minutes are at.
func TestTheListOfMeetingsHasRoomForTheirTitles(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		still(t, string(lang), func(t *testing.T) {
			u := visit(t, "example", 80, 24, i18n.For(lang)).press("1")
			u.sees("[EXEMPLE] Première réunion ordinaire", "[EXEMPLE] Atelier de programmation de tr", "✓")
			u.resize(140, 40).sees("[EXEMPLE] Première réunion ordinai", "◐ ") // what the minutes are at is back
		})
	}
}

func TestAnItemIsNotDealtWithBeforeItsMeeting(t *testing.T) {
	u := visit(t, "example", 100, 40, i18n.For(committee.French)).press("1", "enter", "end", "home", "down", "down", "down", "enter")
	u.sees("Procès-verbaux de juillet", "○ à traiter").press("d").sees("la réunion n’est pas ouverte et son jour n’est pas venu", "○ à traiter")
	u.press("p").sees("Reporter")
}
