package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// editsALine stands on a line of the minutes that is being edited here, and gives
// the way to save it as somebody else.
func editsALine(t *testing.T, key, typed string) (*user, func(register.Capture)) {
	t.Helper()
	ctx := context.Background()
	u := inTheRoom(t, 140, 40, french()).press(">").writing(key, typed)
	found, err := u.book.Meetings(ctx, register.Query{Filter: "05/2017"})
	if err != nil || len(found.Rows) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	s := must(u.book.Session(ctx, found.Rows[0].ID))
	e := s.Entries[len(s.Entries)-1]
	return u.press("e"), func(c register.Capture) {
		t.Helper()
		c.Kind, c.Item = e.Kind, e.Item
		if _, err := u.book.As(committee.Actor{Name: "Idrissa"}).ReviseLine(ctx, e.ID, e.Version, c); err != nil {
			t.Fatal(err)
		}
	}
}

// Both changed the words of a line: both are shown with what they began from, and
// nothing is saved before one has chosen.
func TestTwoVersionsOfALineAreChosenBetween(t *testing.T) {
	clash := func(t *testing.T) *user {
		u, save := editsALine(t, "n", "Le budget est prêt")
		save(register.Capture{Text: "Le budget est prêt, dit Idrissa"})
		u.press("end").write(" depuis hier").press("enter")
		return u.sees("À choisir", "à l’origine", "Le budget est prêt", "votre texte", "depuis hier", "(Idrissa, 10 h 42)", "dit Idrissa")
	}
	t.Run("mine", func(t *testing.T) {
		clash(t).press("ctrl+s").sees("Il reste 1 rubrique à choisir.").press("m", "ctrl+s").sees("10:42   Le budget est prêt depuis hier").misses("dit Idrissa", "À choisir")
	})
	t.Run("theirs", func(t *testing.T) {
		clash(t).press("f", "ctrl+s").sees("10:42   Le budget est prêt, dit Idrissa").misses("depuis hier", "À choisir")
	})
	t.Run("both, made one by hand", func(t *testing.T) {
		u := clash(t).press("e").sees("modifier · note › Le budget est prêt depuis hier / Le budget est prêt, dit Idrissa")
		u.press("enter").sees("10:42   Le budget est prêt depuis hier / Le budget est prêt, dit").misses("modifier ·", "À choisir")
	})
	t.Run("both, and the screen says what the keys then do", func(t *testing.T) {
		u := clash(t).press("e").sees("n’en faites qu’un : ⏎ ou ctrl+s l’enregistre, échap y renonce.", "⏎ enregistrer le texte réuni", "échap y renoncer")
		u.press("ctrl+s").sees("10:42   Le budget est prêt depuis hier / Le budget est prêt, dit").misses("modifier ·", "texte réuni")
		u.press("e").sees("⏎ enregistrer ", "échap finir").misses("texte réuni")
	})
	t.Run("back to the line, which is compared again", func(t *testing.T) {
		u := clash(t).press("esc").sees("modifier · note › Le budget est prêt depuis hier", "Quelqu’un d’autre a enregistré").misses("À choisir", "non enregistrée")
		u.press("enter").sees("À choisir", "dit Idrissa", "depuis hier").press("m", "ctrl+s").sees("10:42   Le budget est prêt depuis hier")
	})
}

// One changed the words and the other the due date: both stay, whoever came first,
// and what is taken over is shown before.
func TestWordsAndFactsOfALineAreBroughtTogether(t *testing.T) {
	u, save := editsALine(t, "a", "Saisir le décret @jus >15/01/2018")
	var a register.ActionLine
	for _, l := range must(u.book.Actions(context.Background(), register.Query{Filter: "décret"})).Rows {
		if l.Text == "Saisir le décret" {
			a = l
		}
	}
	justice := must(u.book.Action(context.Background(), a.ID)).Action.Institution
	save(register.Capture{Text: "Saisir le décret", Institution: justice, Due: "2018-02-28"})
	u.press("home").write("Vite, ").press("enter").sees("Repris du fichier", "{+28+}/[-01-]{+02+}/2018", "Idrissa", "Gardé de votre saisie", "{+Vite, +}Saisir")
	u.press("ctrl+s").sees("Vite, Saisir le décret", "28/02/2018").misses("Repris du fichier")
	if got := must(u.book.Action(context.Background(), a.ID)).Action; got.Due != "2018-02-28" || got.Text != "Vite, Saisir le décret" {
		t.Errorf("the file holds %+v", got)
	}
}

// The help of the two versions is a key away, as it is everywhere.
func TestTwoVersionsHaveTheirHelp(t *testing.T) {
	u, save := editsALine(t, "n", "Le budget est prêt")
	save(register.Capture{Text: "Le budget est prêt, dit Idrissa"})
	u.press("end").write(" depuis hier").press("enter").sees("À choisir", "? aide").press("?").sees("garder son propre texte", "prendre le texte du fichier").misses("À choisir")
	u.press("esc").sees("À choisir").press("m", "ctrl+s").sees("10:42   Le budget est prêt depuis hier")
}

// The key that saves elsewhere saves a line too.
func TestALineIsSavedByTheKeyThatSavesElsewhere(t *testing.T) {
	inTheRoom(t, 80, 24, french()).press(">", "n").write("Le quorum est constaté.").press("ctrl+s").sees("10:42   Le quorum est constaté.", "note ›")
}
