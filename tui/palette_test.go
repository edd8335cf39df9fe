package tui_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

func TestPaletteFindsCommandsAndScreensByTheirWords(t *testing.T) {
	for _, c := range []struct{ typed, first, key string }{
		{"fiche modif", "Modifier la fiche", "e"},
		{"ECHEANCE reporter", "Reporter l’échéance", "t"},
		{"blocked caus", "Déclarer bloquée, avec la cause et le motif", "b"},
		{"lignes dir", "Lignes directrices", "g l"},
		{"quit", "Quitter suivi", "q"},
		{"trees", "", ""},
		{"new decision", "", ""},
		{"create decision", "Créer : décision", ""},
		{"recomandation aw", "", ""},
		{"recomandatio", "Recommandations", "g r"},
		{"fdr", "Feuille de route", "g f"},
		{"late", "Feuille de route : en retard", ""},
		{"personnes", "Personnes", ""},
		{"sauvegarder", "Enregistrer tout le fichier sous un autre nom", "ctrl+w"},
		{"langue", "Passer du français à l’anglais", "L"},
		{"delete", "Archiver la fiche", "z"},
	} {
		still(t, c.typed, func(t *testing.T) {
			u := secretary(t).press("3", "enter", ":").write(c.typed)
			row := plain(u.paletteRow())
			if c.first == "" {
				u.sees("Aucune commande ne ressemble à cela.")
				return
			}
			if !strings.Contains(row, c.first) || !strings.HasSuffix(strings.TrimSpace(row), c.key) {
				t.Errorf("%q finds first %q, not %q with its key %q:\n%s", c.typed, row, c.first, c.key, u.frame())
			}
		})
	}
}

// plain reads no-break spaces as spaces.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// paletteRow is the entry that enter would run.
func (u *user) paletteRow() string {
	rows := strings.Split(u.frame(), "\n")
	for i := len(rows) - 1; i >= 0; i-- {
		if strings.Contains(rows[i], "▸") {
			return rows[i]
		}
	}
	return ""
}

func TestPaletteRunsWhatIsChosen(t *testing.T) {
	still(t, "a command of the page, as its key does", func(t *testing.T) {
		byKey := secretary(t).press("3", "enter", "e").frame()
		byWords := secretary(t).press("3", "enter", ":").write("modifier").press("enter").frame()
		if byKey != byWords {
			t.Errorf("the palette opens something else:\n%s\n%s", byKey, byWords)
		}
	})
	still(t, "a command of the chosen row of a list", func(t *testing.T) {
		byKey := secretary(t).press("3", "t").frame()
		if byWords := secretary(t).press("3", ":").write("reporter echeance").press("enter").frame(); byKey != byWords {
			t.Errorf("the palette opens something else:\n%s\n%s", byKey, byWords)
		}
	})
	still(t, "a view, a register, a new form, the language", func(t *testing.T) {
		u := secretary(t).press(":").write("en retard").press("enter").sees("Feuille de route (en retard")
		u.press(":").write("decisions").press("enter").sees("D-2017-")
		u.press(":").write("creer personne").press("enter").sees("Nouvelle personne")
		u.press("esc", ":").write("anglais").press("enter").sees("Decisions")
	})
	still(t, "keys typed ahead wait for what was chosen", func(t *testing.T) {
		secretary(t).press("3", ":").typeKeys("creer action\nEssai").sees("Nouvelle action", "Essai")
	})
	still(t, "quitting", func(t *testing.T) {
		if u := secretary(t).press(":").write("quitter").press("enter"); !u.quit {
			t.Errorf("the program goes on:\n%s", u.frame())
		}
	})
}

func TestPaletteSaysWhyACommandCannotActNow(t *testing.T) {
	still(t, "what acts elsewhere says where", func(t *testing.T) {
		u := secretary(t).press(":").write("lever la seance")
		u.sees("pas ici", "Se fait sur une réunion.")
		u.press("enter").sees("Commandes et écrans", "Se fait sur une réunion.")
	})
	still(t, "what the state does not allow says why", func(t *testing.T) {
		u := secretary(t).press("2", "/").typeKeys("R-2017-13\n\n")
		u.press(":").write("rejeter").sees("pas ici", "Impossible de rejeter")
	})
	still(t, "a reader may not write", func(t *testing.T) {
		u := visit(t, "example", 80, 24, i18n.For(committee.French), reader)
		u.press(":").write("creer action").sees("pas ici", "lecture seule")
	})
}

// What begins with the words comes first, even when it cannot act: another
// command is not carried out in its place.
func TestPalettePrefersWhatBeginsSo(t *testing.T) {
	u := secretary(t).press("3").focus("A-2017-49").press(":").write("valider")
	if at := u.paletteRow(); !strings.Contains(at, "▸ Valider ce qui est déclaré réalisé") {
		t.Errorf("chosen: %q\n%s", at, u.frame())
	}
	u.press("enter").sees("Commandes et écrans")
}

func TestPaletteClosesAndLeavesTheScreenAsItWas(t *testing.T) {
	still(t, "", func(t *testing.T) {
		u := secretary(t).press("3", "down", "down")
		before := u.frame()
		for _, out := range [][]string{{"esc"}, {"backspace"}, {"x", "backspace", "backspace"}, {"down", "pgdown", "esc"}} {
			u.press(":")
			if u.press(out...); u.frame() != before {
				t.Errorf("%v leaves another screen:\n%s", out, u.frame())
			}
		}
	})
}

// Every key of the program has its line, but for those that only move, and
// the palette's own.
func TestPaletteHoldsEveryCommand(t *testing.T) {
	still(t, "", func(t *testing.T) {
		w := i18n.For(committee.French).Words.Keys
		for _, word := range []i18n.KeyWord{w.Adopt, w.Validate, w.Convene, w.MoveUp, w.Enforce, w.EndMandate, w.SaveForm, w.Scope, w.Help, w.Restore} {
			u := visit(t, "example", 140, 40, i18n.For(committee.French)).press(":").write(word.Long)
			if row := strings.ToLower(plain(u.paletteRow())); !strings.Contains(row, strings.ToLower(plain(word.Long))) {
				t.Errorf("%q is not found:\n%s", word.Long, u.frame())
			}
		}
	})
}
