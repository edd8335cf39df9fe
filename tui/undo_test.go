package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui"
)

// onRow opens a register and puts the cursor on the row that the words find.
func (u *user) onRow(place, words string) *user {
	u.t.Helper()
	return u.press(place, "/").typeKeys(words + "\n")
}

func TestAMistakeIsTakenBack(t *testing.T) {
	still(t, "the question names it, yes carries it out, ctrl+r makes it again", func(t *testing.T) {
		u := visit(t, "example", 120, 40, french()).onRow("2", "R-2017-25").press("a", "ctrl+s").sees("R-2017-25 · adoptée")
		u.press("u").sees("Annuler : R-2017-25", "adoptée, aujourd’hui à 10 h 42 ?", "⏎ o    oui, annuler", "échap  non, ne rien changer")
		u.sees("Décision : adoptée → proposée", "Date : 15/12/2017 → —")
		u.press("esc").misses("Annuler :").sees("adoptée")
		u.press("u", "o").sees("Annulé : R-2017-25, adoptée. ctrl+r refait.", "proposée").misses("Annuler : R")
		u.press("ctrl+r").sees("Refaire : R-2017-25").press("enter").sees("Refait : R-2017-25, adoptée. u annule.", "✓ adoptée")
		u.press("ctrl+r").sees("Rien à refaire : votre dernière modification n’est pas une annulation.")
		u.press("u", "n").misses("Annuler :")
	})
	still(t, "one change after the other, then nothing", func(t *testing.T) {
		u := secretary(t).onRow("3", "A-2017-49").press("s").sees("en cours").press("b", "right", "tab").write("ATTENTE").press("ctrl+s").sees("bloquée")
		u.press("u").sees("déclarée bloquée", "ATTENTE").press("enter").sees("en cours")
		u.press("u", "enter").sees("non entamée")
		u.press("u").sees("Rien à annuler")
	})
	still(t, "a record that was just added: its page is left", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("LOUER L’ANNEXE").press("ctrl+s").sees("A-2017-61 · ").press("enter").sees("A-2017-61", "LOUER L’ANNEXE")
		u.press("u").sees("Sortira du fichier : action « A-2017-61 LOUER L’ANNEXE ». Le journal en", "garde la trace.").press("o")
		u.sees("60 lignes", "Annulé : A-2017-61, ajoutée").misses("LOUER L’ANNEXE\n")
		u.press("ctrl+r").sees("Reviendra dans le fichier : action « A-2017-61").press("o").sees("61 lignes", "A-2017-61")
	})
	still(t, "what is typed is text", func(t *testing.T) {
		u := secretary(t).press("3", "/").write("u").sees("/ u").misses("Annuler :")
		u.press("esc", "n").write("u").misses("Annuler :")
	})
}

func TestWhatStaysSaysWhy(t *testing.T) {
	ctx := context.Background()
	still(t, "somebody changed it since", func(t *testing.T) {
		u := secretary(t).onRow("3", "A-2017-49").press("s").sees("en cours")
		found, err := u.book.Actions(ctx, register.Query{Filter: "A-2017-49"})
		if err != nil {
			t.Fatal(err)
		}
		a, err := u.book.Action(ctx, found.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		issa := u.book.As(committee.Actor{Name: "Issa Keïta"})
		if _, err := issa.AdvanceAction(ctx, a.Action.ID, a.Action.Version, committee.Step{Verb: committee.VerbDeclare, On: "2017-12-15"}); err != nil {
			t.Fatal(err)
		}
		u.press("u").sees("Impossible d’annuler la modification : l’action A-2017-49 a changé depuis", "(déclarée réalisée, par Issa Keïta, le 15/12/2017 à 10 h 42")
	})
	still(t, "others refer to it", func(t *testing.T) {
		u := secretary(t).press("6", "n").write("PASSAGÈRE").press("ctrl+s")
		found, err := u.book.Institutions(ctx, register.Query{Filter: "passagere"})
		if err != nil || len(found.Rows) != 1 {
			t.Fatal(found, err)
		}
		issa := u.book.As(committee.Actor{Name: "Issa Keïta"})
		if _, err := issa.SaveAction(ctx, committee.Action{Text: "Louer", Institution: found.Rows[0].ID}); err != nil {
			t.Fatal(err)
		}
		u.press("u", "o").sees("Impossible d’annuler la modification. Une fiche renvoie encore à cette", "structure : action A-2017-61")
	})
	still(t, "who may only read", func(t *testing.T) {
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) {
			c.Actor.ReadOnly = true
			c.Book = c.As(c.Book, c.Actor)
		})
		u.press("u").sees("lecture seule")
	})
	still(t, "in English", func(t *testing.T) {
		u := visit(t, "example", 120, 40, i18n.For(committee.English)).onRow("2", "R-2017-25").press("a", "ctrl+s")
		u.press("u").sees("Undo: R-2017-25", "adopted, today at 10:42?", "⏎ y  yes, undo").press("y").sees("Undone: R-2017-25, adopted. ctrl+r redoes it.")
	})
}

// A line taken out with what it made is put back by one undo, which says of
// each record where it goes.
func TestUndoSaysWhichRecordsLeaveTheArchives(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("a", "Louer l’annexe").press("z", "z").sees("Ligne retirée")
	u.press("u").sees("Sortira des archives : action « A-2017-61").misses("Fiche archivée").press("o").sees("Annulé : ", "ctrl+r refait.", "Louer l’annexe")
	u.press("ctrl+r").sees("Refaire : ", "Ira aux archives : action « A-2017-61").press("o").sees("Refait : ", "u annule.")
}
