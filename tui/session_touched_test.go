package tui_test

import (
	"testing"

	"suivi/internal/committee"
)

// The right part is about the item in sight, be it under way or only read.
func TestWhatAnItemTouchesIsThatOfTheItemInSight(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">").writing("r", "Ouvrir un registre").press(">").sees("Les recommandations et les")
	u.press("tab", "up").sees("lecture 1/6 · en cours 2").misses("Les recommandations et les").press("down", "down").sees("Ni recommandation ni action")
}

// On an item that names no minutes, those that circulate are offered.
func TestMinutesAreAdoptedOnAnItemThatNamesNone(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").misses("A adopter").press("A")
	u.sees("Quel procès-verbal la réunion adopte-t-elle ?", "1      Réunion sur seconde convocation n° 03/2017 · 20/07/2017", "échap  n’en adopter aucun")
	u.press("1").sees("✓ Procès-verbal adopté : Réunion sur seconde convocation n° 03/2017")
	earlier := u.meetingCalled("[EXEMPLE] Réunion sur seconde convocation de juillet 2017").Meeting
	if earlier.Minutes.State != committee.MinutesAdopted {
		t.Errorf("the minutes are %q", earlier.Minutes.State)
	}
	u.press("u").sees("adopté").press("enter")
}

// The item for the matters arising is about all that is in hand.
func TestTheMattersArisingTouchWhatIsInHand(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">", ">", "P").sees("Les recommandations et les actions", "en cours : o.").misses("Ni recommandation")
	u.press("o").sees("Affaires découlant")
}
