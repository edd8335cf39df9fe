package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A colleague's line comes below the one in hand: the next key is still for that
// one.
func TestAColleaguesLineDoesNotTakeThePlaceOfTheOneInHand(t *testing.T) {
	ctx := context.Background()
	u := inTheRoom(t, 100, 30, french()).press(">").writing("n", "Ma note du moment.")
	found, err := u.book.Meetings(ctx, register.Query{Filter: "05/2017"})
	if err != nil || len(found.Rows) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	id := found.Rows[0].ID
	other := u.elsewhere("Idrissa")
	if _, err := other.s.CaptureLine(ctx, register.Capture{Kind: committee.Note, Item: must(u.book.Session(ctx, id)).Items[0].ID, Text: "Une ligne d’Idrissa."}); err != nil {
		t.Fatal(err)
	}
	other.news().sees("Une ligne d’Idrissa.").press("e").sees("modifier · note › Ma note du moment.").press("esc", "esc")
	u.writing("n", "Encore une note.").press("e").sees("modifier · note › Encore une note.")
}

// An item that was referred or put off is only read when one comes back to it: one
// key does not make it forget so.
func TestASettledItemKeepsItsEnd(t *testing.T) {
	u := inTheRoom(t, 100, 30, french()).press(">", "p", "ctrl+s").sees("reporté", "point 2/6").press("<").sees("lecture 1/6")
	u.press("t").sees("Ce point est reporté : T en reprend l’examen")
	if strings.Contains(u.frame(), ": traité") {
		t.Error("one key makes it dealt with")
	}
	u.press("T", "t").sees("traité")
}

// The lists of a session that runs are no way out of the program by one letter.
func TestQDoesNotQuitFromTheListsOfASession(t *testing.T) {
	for _, list := range []string{"y", "o", "B", "C"} {
		u := inTheRoom(t, 100, 30, french()).press(">", list)
		if u.misses("q quitter").press("q"); u.quit {
			t.Errorf("q quits from %s", list)
		}
	}
	u := inTheRoom(t, 100, 30, french()).press(">", "y", "q").sees("La séance continue : échap y revient, ctrl+c quitte suivi.")
	if u.press("ctrl+c"); !u.quit {
		t.Error("ctrl+c does not quit")
	}
}
