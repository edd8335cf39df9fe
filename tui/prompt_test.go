package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui"
)

// In the smallest window the field in hand is in sight, whatever the form.
func TestFieldInHandIsInSight(t *testing.T) {
	for _, name := range []string{"action_form", "recommendation_form", "meeting_form", "meeting_entry_form", "settings_form", "action_block", "action_report", "action_extend", "recommendation_amend"} {
		still(t, name, func(t *testing.T) {
			u := screen(t, name, 60, 12, french())
			seen := map[string]bool{}
			for range 24 {
				at := u.chosen()
				if at == "" || strings.HasPrefix(at, "A-2017") || strings.HasPrefix(at, "R-2017") {
					t.Fatalf("no field in hand in sight:\n%s", u.frame())
				}
				seen[strings.Fields(at)[0]] = true
				u.press("tab").fits(60, 12)
			}
			if len(seen) < 2 {
				t.Errorf("tab goes nowhere: %v\n%s", seen, u.frame())
			}
		})
	}
}

// A question shows all of its answers in the smallest window.
func TestQuestionsShowEveryAnswer(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 24}} {
		still(t, "leaving a form", func(t *testing.T) {
			u := secretary(t).resize(size[0], size[1]).press("3", "n").write("ACTION UNE").press("esc")
			u.sees("Quitter le formulaire", "enregistrer", "abandonner", "échap   continuer").fits(size[0], size[1])
		})
		still(t, "archiving", func(t *testing.T) {
			u := secretary(t).resize(size[0], size[1]).press("6").focus("EX-JUST").press("z")
			u.sees("Archiver quand même", "y renvoient", "z      archiver", "échap  laisser").fits(size[0], size[1])
		})
		still(t, "quitting", func(t *testing.T) {
			u := secretary(t).resize(size[0], size[1]).press("3", "n").write("ACTION UNE").press("ctrl+c")
			u.sees("Quitter sans enregistrer", "ctrl+c ", "échap   rester").fits(size[0], size[1])
		})
		still(t, "a conflict", func(t *testing.T) {
			u := secretary(t).resize(size[0], size[1]).press("3", "/").typeKeys("A-2017-35\n\n").press("e").press("end").write(" MIENNE")
			u.other("A-2017-35", renamed).press("ctrl+s")
			u.sees("À choisir", "m mon texte", "f fichier", "échap retour").fits(size[0], size[1])
		})
		still(t, "where to go", func(t *testing.T) {
			secretary(t).resize(size[0], size[1]).press("g").sees("Accueil", "Réunions", "Répertoire", "Références", "Paramètres").fits(size[0], size[1])
		})
	}
}

// A key pressed twice before the first was answered acts once.
func TestAKeyPressedTwiceAtOnceActsOnce(t *testing.T) {
	twice := func(u *user, k string) { u.ahead(k, k) }
	for _, from := range []string{"page", "list", "at once"} {
		still(t, "a prompt from the "+from, func(t *testing.T) {
			u := visit(t, "example", 80, 70, french()).press("3").hasty("A-2017-35")
			switch from {
			case "page":
				u.press("enter")
			case "list":
				u.press("up", "down")
			}
			twice(u, "b")
			u.sees("Déclarer bloquée").press("esc").misses("Déclarer bloquée")
		})
		still(t, "a start from the "+from, func(t *testing.T) {
			u := visit(t, "example", 80, 70, french()).press("3").hasty("A-2017-49")
			switch from {
			case "page":
				u.press("enter")
			case "list":
				u.press("up", "down")
			}
			twice(u, "s")
			u.sees("en cours").misses("entre-temps")
		})
		still(t, "a form from the "+from, func(t *testing.T) {
			u := visit(t, "example", 80, 70, french()).press("3").hasty("A-2017-49")
			switch from {
			case "page":
				u.press("enter")
			case "list":
				u.press("up", "down")
			}
			title := u.title()
			twice(u, "e")
			u.press("esc", "ctrl+x") // the second letter was typed in the form
			if u.title() != title {
				t.Errorf("leaving the form does not lead back: %q, was %q", u.title(), title)
			}
		})
	}
	still(t, "saving", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE")
		var cmds []tea.Cmd
		for range 2 {
			next, cmd := u.model.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
			u.model = next
			cmds = append(cmds, cmd)
		}
		for _, cmd := range cmds {
			u.run(cmd)
		}
		u.sees("61 lignes")
	})
}

// What is saved while a filter or a view hides it is said all the same, and
// the list is left as it was.
func TestSavingUnderAFilter(t *testing.T) {
	still(t, "a filter", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("former\n")
		rows := u.lines("A-")
		u.press("n").write("TOUT AUTRE CHOSE").press("ctrl+s").sees("Enregistré", "filtre : former")
		if got := u.lines("A-"); len(got) < len(rows) {
			t.Errorf("%v were in sight, now %v\n%s", rows, got, u.frame())
		}
		u.press("down", "enter").sees("Structure responsable")
	})
	still(t, "a state that leaves the view", func(t *testing.T) {
		u := secretary(t).press("3", "f", "f", "f", "f").sees("bloquées", "3 lignes")
		u.press("s").sees("2 lignes")
		if u.chosen() == "" {
			t.Errorf("no row is chosen any more:\n%s", u.frame())
		}
		u.press("s", "s").sees("Rien dans cette vue")
		u.press("s", "b", "e", "enter").sees("Rien dans cette vue")
	})
}

// ahead presses keys that arrive together, before the first was answered.
func (u *user) ahead(keys ...string) *user {
	var cmds []tea.Cmd
	for _, k := range keys {
		press := tea.KeyPressMsg{Code: tea.KeyEscape}
		if k != "esc" {
			press = tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		}
		next, cmd := u.model.Update(press)
		u.model = next
		cmds = append(cmds, cmd)
	}
	for _, cmd := range cmds {
		u.run(cmd)
	}
	return u
}

// On a slow link keys arrive together: what follows the key that opens a form
// is typed in the form, and never acts on the list behind it.
func TestTypingAheadGoesWhereItIsMeant(t *testing.T) {
	still(t, "a new thing", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french()).press("3", "n").write("ACTION UNE").press("ctrl+s").sees("1 ligne")
		u.ahead("n", "z", "o", "n", "e").sees("Nouvelle action", "zone")
		u.press("esc", "ctrl+x").sees("1 ligne", "ACTION UNE")
	})
	still(t, "a reason", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n\n")
		u.ahead("x", "z", "o", "n", "e").sees("Abandonner", "zone").press("esc").misses("fiche archivée")
	})
	still(t, "a row not read yet", func(t *testing.T) {
		u := visit(t, "example", 80, 70, french()).press("3").hasty("A-2017-35")
		u.ahead("x", "z", "o", "n", "e").sees("Abandonner", "zone")
	})
	still(t, "after a form is left", func(t *testing.T) {
		u := secretary(t).press("3", "n").sees("Nouvelle action")
		u.ahead("esc", "/", "z", "n", "q").sees("/ znq")
	})
	still(t, "after a prompt is left", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-35\n\n").press("x").sees("Abandonner")
		u.ahead("esc", "2", "/", "z", "n", "q").sees("Recommandations", "/ znq")
	})
	still(t, "a filter", func(t *testing.T) {
		secretary(t).press("3").ahead("/", "z", "n", "q").sees("/ znq")
	})
	still(t, "a paste after a key that waits", func(t *testing.T) {
		u := visit(t, "example", 80, 70, french()).press("3").hasty("A-2017-35")
		u.ahead("/").paste("A-2017-12").sees("/ A-2017-12")
	})
	still(t, "a paste after the key that opens a form", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french()).press("3")
		next, cmd := u.model.Update(tea.KeyPressMsg{Code: 'n', Text: "n"})
		u.model = next
		next, more := u.model.Update(tea.PasteMsg{Content: "TEXTE COLLE"})
		u.model = next
		u.run(cmd)
		u.run(more)
		u.sees("Nouvelle action", "TEXTE COLLE")
	})
}

// Who is known already and looks at the question again stays who they are.
func TestLeavingTheQuestionWhoOneIs(t *testing.T) {
	still(t, "known", func(t *testing.T) {
		secretary(t).press("8", "I", "esc").misses("ne porteront pas de nom").press("G").sees("Awa Secrétaire")
	})
	still(t, "unknown", func(t *testing.T) {
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) { c.Actor, c.AskWho = committee.Actor{}, true })
		u.sees("Qui êtes-vous").press("esc").sees("ne porteront pas de nom", "Prochaine réunion")
	})
}

// The form says what it needs before it is saved: the people of the file are a
// key away, and what is to be filled in beside the institution is marked.
func TestTheQuestionWhoOneIsSaysWhatItNeeds(t *testing.T) {
	u := visit(t, "example", 80, 24, french(), func(c *tui.Config) { c.Actor, c.AskWho = committee.Actor{}, true })
	u.sees("dans la liste (espace)").press("space").sees("Assa Guillemet", "Awa Modèle").press("esc").write("Issa Keïta")
	u.sees("Structure  ", "Fonction  ", "Qualité").misses("Structure *", "Fonction *")
	u.press("tab").write("Office neuf").sees("Fonction *").misses("Structure *").press("tab", "ctrl+s").sees("▌ Fonction *", "à renseigner")
	u.write("Greffier").press("tab").sees("▌ Qualité").press("tab").sees("▌ Prénoms et nom *")
	u.press("shift+tab", "ctrl+s").sees("Bonjour Issa Keïta")
}

// A long text typed in a prompt is not lost by one key.
func TestLeavingAPromptWithALongText(t *testing.T) {
	still(t, "an amended wording", func(t *testing.T) {
		u := secretary(t).press("2", "/").typeKeys("R-2017-25\n").press("m").write("UNE REDACTION REPRISE MOT A MOT ").press("esc")
		if !strings.Contains(u.frame(), "REDACTION") && !strings.Contains(u.frame(), "n’est pas enregistré") {
			t.Errorf("one esc loses the wording without a question:\n%s", u.frame())
		}
	})
}
