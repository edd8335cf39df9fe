package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui"
)

func TestTabsKeepTheirFilter(t *testing.T) {
	u := secretary(t)
	u.press("6").sees("▸ Structures", "EX-JUST", "12 lignes")
	u.press("/").write("just").press("enter").sees("1 ligne")
	u.press("tab").sees("▸ Fonctions", "16 lignes")
	u.press("tab", "tab").sees("▸ Groupes de travail", "EX-GT1")
	u.press("tab").sees("▸ Structures", "filtre : just", "1 ligne").misses("EX-SANTE")
	u.press("shift+tab").sees("▸ Groupes de travail")
}

func TestTabWithinAFilterKeepsIt(t *testing.T) {
	u := secretary(t)
	u.press("6", "/").write("sante").press("tab").sees("▸ Structures", "EX-SANTE", "1 ligne")
}

func TestNewHolderThroughNestedForms(t *testing.T) {
	u := secretary(t)
	u.press("6", "tab", "/").write("brigade").press("enter", "enter").sees("Aujourd’hui", "Yaya Tréma")
	u.press("m").write("Nouvelle Venue").press("ctrl+n").sees("Nom *", "Nouvelle Venue")
	u.press("ctrl+s").sees("Personne *", "Nouvelle Venue")
	u.press("ctrl+s").sees("Aujourd’hui", "Nouvelle Venue")
	held, err := u.book.Mandates(context.Background(), register.Query{Filter: "nouvelle venue"})
	if err != nil || len(held.Rows) != 1 {
		t.Fatalf("the file holds %d such mandates, %v", len(held.Rows), err)
	}
	if got := held.Rows[0]; got.Kind != committee.Titular || !got.InForce {
		t.Errorf("the mandate is %+v", got)
	}
}

func TestNestedFormsFillTheFieldThatAsked(t *testing.T) {
	u := secretary(t)
	u.press("6", "tab", "tab", "enter", "m", "tab", "tab").write("Chargée de liaison").press("ctrl+n")
	u.press("tab").write("Institut du lac").press("ctrl+n").sees("Institut du lac")
	u.press("ctrl+s").sees("Structure *", "Institut du lac")
	u.press("ctrl+s").sees("Fonction *", "Chargée de liaison").misses("Institut du lac")
	u.press("ctrl+s").sees("Chargée de liaison · Institut du lac")
}

func TestMandateEndsOnTheDayGiven(t *testing.T) {
	u := secretary(t)
	u.press("6", "tab", "/").write("brigade").press("enter", "enter")
	u.press("t").sees("Choisissez d’abord un mandat sur la fiche.")
	for range 12 {
		if u.press("down"); u.onMarker("depuis") {
			break
		}
	}
	u.press("t").sees("Mettre fin au mandat de", "15/12/2017")
	u.press("ctrl+s").sees("au 15/12/2017", "terminé")
	u.press("t").sees("a déjà pris fin")
	u.press("enter").sees("Début du mandat", "15/12/2017")
}

func TestReferenceLeadsToWhatRestsOnIt(t *testing.T) {
	u := visit(t, "bamako-2017", 80, 24, i18n.For(committee.French))
	u.press("7", "/").write("glo.act").press("enter", "enter").sees("Ce qui s’y rattache  2", "non renseigné dans la source")
	u.press("down", "enter").sees("Établir quel bailleur a financé")
}

func TestReaderIsToldWhyNothingCanBeAdded(t *testing.T) {
	u := visit(t, "example", 80, 24, i18n.For(committee.English), reader)
	u.press("6").misses("n new")
	u.press("n").sees("read-only")
}

func reader(c *tui.Config) { c.Actor.ReadOnly = true }

// onMarker tells whether the row in focus holds some words.
func (u *user) onMarker(words string) bool {
	for _, row := range strings.Split(u.frame(), "\n") {
		if strings.Contains(row, "▌") && strings.Contains(row, words) {
			return true
		}
	}
	return false
}
