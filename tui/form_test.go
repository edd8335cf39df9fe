package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// field goes to a field of the form in hand by its label.
func (u *user) field(label string) *user {
	u.t.Helper()
	for range 40 {
		if strings.HasPrefix(u.chosen(), label) {
			return u
		}
		u.press("tab")
	}
	u.t.Fatalf("no field is called %s:\n%s", label, u.frame())
	return u
}

func TestFieldsAreCheckedOnLeaving(t *testing.T) {
	still(t, "a date that is none", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Échéance").write("31/02/2018")
		u.misses("n’est ni un jour").press("tab").sees("n’est ni un jour ni un")
		u.press("shift+tab")
		for range len("31/02/2018") {
			u.press("backspace")
		}
		u.write("T1 2018").sees("T1 2018 (sam. 31/03/2018)").press("tab").misses("n’est ni un jour")
	})
	still(t, "what is understood is shown while typing", func(t *testing.T) {
		u := secretary(t).press("3", "n").field("Échéance").write("+30j").sees("dim. 14/01/2018")
		u.field("Coût").write("1,5 million").sees("1 500 000 FCFA")
	})
	still(t, "an institution that the file does not know", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Structure responsable").write("INCONNUE").press("tab")
		u.sees("inconnu du fichier").press("ctrl+s").sees("inconnu du fichier", "Nouvelle action")
	})
	still(t, "a text that must be there", func(t *testing.T) {
		u := secretary(t).press("3", "n").press("ctrl+s").sees("à renseigner", "Nouvelle action")
		if !strings.HasPrefix(u.chosen(), "Action") {
			t.Errorf("the field at fault is not in hand:\n%s", u.frame())
		}
	})
	still(t, "a percentage out of bounds", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n").press("p").write("POINT").field("Taux").write("140").press("tab")
		u.sees("!").press("ctrl+s").sees("Faire le point", "POINT")
	})
}

func TestNestedCreationComesBackWithTheThing(t *testing.T) {
	still(t, "one level", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Structure responsable").write("OFFICE NEUF")
		u.sees("ctrl+n").press("ctrl+n").sees("Nom *", "OFFICE NEUF").press("ctrl+s")
		u.sees("Nouvelle action", "ACTION UNE", "OFFICE NEUF").misses("inconnu du fichier")
		u.press("ctrl+s").press("enter").sees("ACTION UNE", "OFFICE NEUF")
	})
	still(t, "two levels", func(t *testing.T) {
		u := secretary(t).press("2", "n").write("TEXTE UN").field("Groupe de travail").write("GROUPE NEUF").press("ctrl+n").sees("GROUPE NEUF")
		u.field("Membres").sees("des structures : quelques lettres, ou espace pour la liste").write("OFFICE NEUF").press("ctrl+n").sees("Nom *").press("ctrl+s")
		u.sees("GROUPE NEUF", "OFFICE NEUF").press("ctrl+s").sees("Nouvelle recommandation", "TEXTE UN", "GROUPE NEUF").misses("OFFICE NEUF")
		u.press("ctrl+s").press("enter").sees("TEXTE UN", "GROUPE NEUF")
	})
	still(t, "given up", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Structure responsable").write("OFFICE NEUF").press("ctrl+n")
		u.press("esc")
		if strings.Contains(u.frame(), "Quitter le formulaire") {
			u.press("ctrl+x")
		}
		u.sees("Nouvelle action", "ACTION UNE", "OFFICE NEUF")
	})
	still(t, "what was made is in the file though the outer form is left", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Structure responsable").write("OFFICE NEUF").press("ctrl+n", "ctrl+s")
		u.press("esc", "ctrl+x").press("6", "/").write("OFFICE NEUF").sees("1 ligne")
	})
}

func TestLeavingAFormAsks(t *testing.T) {
	still(t, "nothing typed", func(t *testing.T) {
		secretary(t).press("3", "n", "esc").sees("60 lignes")
	})
	still(t, "go on", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").press("esc").sees("Quitter le formulaire", "ctrl+s  enregistrer", "ctrl+x  abandonner", "échap   continuer")
		u.press("q", "n", "enter").sees("Quitter le formulaire") // none of the answers
		u.press("esc").misses("Quitter le formulaire").write(" BIS").sees("ACTION UNE BIS")
	})
	still(t, "give up", func(t *testing.T) {
		secretary(t).press("3", "n").write("ACTION UNE").press("esc", "ctrl+x").sees("60 lignes").press("/").write("ACTION UNE").sees("Rien ne correspond")
	})
	still(t, "save", func(t *testing.T) {
		secretary(t).press("3", "n").write("ACTION UNE").press("esc", "ctrl+s").sees("61 lignes", "ACTION UNE", "Enregistré")
	})
	still(t, "save what cannot be saved", func(t *testing.T) {
		u := secretary(t).press("3", "n").field("Échéance").write("JAMAIS").press("esc", "ctrl+s")
		u.sees("Nouvelle action", "JAMAIS").misses("Quitter le formulaire")
	})
	still(t, "quitting points it out", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").press("ctrl+c").sees("Quitter sans enregistrer")
		if u.quit {
			t.Fatal("ctrl+c quits a form in hand without a word")
		}
		u.press("esc").sees("ACTION UNE").press("ctrl+c", "ctrl+c")
		if !u.quit {
			t.Error("q does not quit")
		}
	})
	still(t, "quitting a prompt too, and a question in front of a form", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n").press("x").write("MOTIF").press("ctrl+c").sees("Quitter sans enregistrer")
		u.press("esc").sees("Abandonner", "MOTIF").escape()
		u.press("3", "n").write("ACTION UNE").press("esc").sees("Quitter le formulaire").press("ctrl+c").sees("Quitter sans enregistrer")
		if u.quit {
			t.Error("ctrl+c in the question quits at once")
		}
	})
}

// other saves the action of that reference as somebody else would.
func (u *user) other(ref string, change func(*committee.Action)) *user {
	u.t.Helper()
	s := u.book.As(committee.Actor{Name: "Moussa Autre"})
	w, err := s.Actions(context.Background(), register.Query{Filter: ref})
	if err != nil || len(w.Rows) != 1 {
		u.t.Fatalf("%s: %d rows, %v", ref, len(w.Rows), err)
	}
	sheet, err := s.Action(context.Background(), w.Rows[0].ID)
	if err != nil {
		u.t.Fatal(err)
	}
	change(&sheet.Action)
	if _, err := s.SaveAction(context.Background(), sheet.Action); err != nil {
		u.t.Fatal(err)
	}
	return u
}

// renamed is a change that somebody else makes.
func renamed(a *committee.Action) { a.Text = "LA LEUR" }

func TestSavingWhatSomebodyElseSaved(t *testing.T) {
	conflict := func(t *testing.T) *user {
		t.Helper()
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n\n").press("e").press("end").write(" MIENNE")
		u.other("A-2017-35", func(a *committee.Action) { a.Text, a.Remarks = "LA LEUR", "REMARQUE LEUR" })
		return u.press("ctrl+s").sees("À choisir", "MIENNE", "LEUR", "Repris du fichier", "REMARQUE LEUR", "m mon texte", "f fichier", "échap retour")
	}
	still(t, "mine over it", func(t *testing.T) {
		conflict(t).press("m", "ctrl+s").sees("MIENNE", "Enregistré").misses("LA LEUR", "À choisir").press("G").sees("REMARQUE LEUR")
	})
	still(t, "the file's", func(t *testing.T) {
		u := conflict(t).press("f", "ctrl+s").sees("LA LEUR").misses("MIENNE")
		u.press("e").press("end").write(" BIS").press("ctrl+s").sees("LA LEUR BIS", "Enregistré")
	})
	still(t, "go on", func(t *testing.T) {
		u := conflict(t).press("esc").sees("MIENNE").misses("À choisir").write(" ENCORE")
		u.press("ctrl+s").sees("ENCORE+}").press("m", "ctrl+s").sees("MIENNE ENCORE", "Enregistré")
	})
	still(t, "twice", func(t *testing.T) {
		u := conflict(t).press("esc")
		u.other("A-2017-35", func(a *committee.Action) { a.Text = "ENCORE LA LEUR" })
		u.press("ctrl+s").sees("ENCORE").press("m", "ctrl+s").sees("MIENNE", "Enregistré")
	})
	still(t, "from the list", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n").press("e").press("end").write(" MIENNE")
		u.other("A-2017-35", func(a *committee.Action) { a.Text = "LA LEUR A-2017-35" })
		u.press("ctrl+s").press("f", "ctrl+s").sees("LA LEUR").press("e").press("end").write(" BIS").press("ctrl+s").sees("Enregistré")
	})
}

// A prompt that meets somebody else's save keeps what was typed, and the next
// try goes through.
func TestPromptsMeetAConflict(t *testing.T) {
	for _, page := range []bool{false, true} {
		still(t, map[bool]string{false: "from the list", true: "from the page"}[page], func(t *testing.T) {
			u := secretary(t).press("3", "/").typeKeys("A-2017-35\n")
			if page {
				u.press("enter")
			}
			u.press("b", "right", "tab").write("ATTENTE DU DECRET")
			u.other("A-2017-35", func(a *committee.Action) { a.Remarks = "AUTRE" })
			u.press("ctrl+s")
			if strings.Contains(u.frame(), "bloquée ·") {
				return // taken over the other change, which it does not touch
			}
			u.sees("ATTENTE DU DECRET", "Moussa Autre vient de modifier cette fiche (modifiée)").press("ctrl+s")
			u.misses("vient de modifier").sees("bloqu")
		})
	}
}

// A save that the file refuses marks the field and keeps the rest.
func TestRefusedSaveMarksTheField(t *testing.T) {
	still(t, "a due date once set", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n").press("e").field("Échéance")
		for range len("05/01/2018") {
			u.press("backspace")
		}
		u.write("31/05/2018").press("ctrl+s").sees("ne change que par un report", "31/05/2018")
		if !strings.HasPrefix(u.chosen(), "Échéance") {
			t.Errorf("the field at fault is not in hand:\n%s", u.frame())
		}
	})
	still(t, "a start after the end", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").field("Échéance").write("01/02/2018").field("Date de début").write("01/03/2018")
		u.press("ctrl+s").sees("précède", "Nouvelle action")
	})
}

// Somebody who goes on typing while the question stands neither saves nor
// loses anything by that.
func TestLettersDoNotAnswerTheQuestionOfLeaving(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		u := visit(t, "example", 80, 24, i18n.For(lang)).press("3", "n").write("ACTION UNE").press("esc").sees("ctrl+s", "ctrl+x")
		u.write("sxoyqnd ").sees("ctrl+s", "ctrl+x").press("esc").sees("ACTION UNE")
		u.press("ctrl+c").write("sxoyqnd ").sees("ctrl+c").press("esc").sees("ACTION UNE")
		if u.quit {
			t.Fatal("a letter left the program")
		}
	}
	u := inTheRoom(t, 80, 24, french()).press("n").write("À moitié dite").press("esc").write("sx ").sees("Cette ligne n’est pas enregistrée")
	u.press("esc").sees("note › À moitié dite")
}
