package tui_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// editing opens the form of a recommendation, and gives the way to save it as
// somebody else, from what is in the file then.
func editing(t *testing.T, u *user, ref string) (committee.RecommendationID, func(who string, change func(*committee.Recommendation), text string)) {
	t.Helper()
	ctx := context.Background()
	u.press("2", "/").typeKeys(ref + "\n").press("e")
	found, err := u.book.Recommendations(ctx, register.Query{Filter: ref})
	if err != nil || len(found.Rows) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	id := found.Rows[0].ID
	return id, func(who string, change func(*committee.Recommendation), text string) {
		t.Helper()
		sheet, err := u.book.Recommendation(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		r := sheet.Recommendation
		change(&r)
		if text == "" {
			text = r.Words.Text()
		}
		if _, err := u.book.As(committee.Actor{Name: who}).SaveRecommendation(ctx, r, text); err != nil {
			t.Fatal(err)
		}
	}
}

func (u *user) recommendation(id committee.RecommendationID) committee.Recommendation {
	u.t.Helper()
	sheet, err := u.book.Recommendation(context.Background(), id)
	if err != nil {
		u.t.Fatal(err)
	}
	return sheet.Recommendation
}

func due(d committee.Due) func(*committee.Recommendation) {
	return func(r *committee.Recommendation) { r.Due = d }
}

func nothing(*committee.Recommendation) {}

// Saving after somebody else changes only what was typed: their due date stays
// when one only wrote remarks, and both are shown before.
func TestSavingKeepsWhatOthersChanged(t *testing.T) {
	still(t, "a recommendation's due date", func(t *testing.T) {
		u := secretary(t)
		id, save := editing(t, u, "R-2017-13")
		save("Idrissa", due("2018-06-30"), "")
		u.field("Observations").write("REMARQUE").press("ctrl+s")
		u.sees("Repris du fichier", "Échéance", "30/06/2018", "Gardé de votre saisie", "REMARQUE", "Idrissa")
		u.misses("À choisir", "Enregistré")
		if r := u.recommendation(id); r.Remarks != "" {
			t.Error("it is saved before the person has seen it")
		}
		u.press("ctrl+s").sees("R-2017-13 · Enregistré")
		if r := u.recommendation(id); r.Due != "2018-06-30" || r.Remarks != "REMARQUE" {
			t.Errorf("due %q, remarks %q", r.Due, r.Remarks)
		}
	})
}

type savesAs = func(who string, change func(*committee.Recommendation), text string)

// opened25 is a form of R-2017-25, and what saves it elsewhere.
func opened25(t *testing.T) (*user, committee.RecommendationID, savesAs) {
	u := visit(t, "example", 80, 40, french())
	id, save := editing(t, u, "R-2017-25")
	return u, id, save
}

// both25 is that form once two people changed the same text and the same date.
func both25(t *testing.T) (*user, committee.RecommendationID, savesAs) {
	u, id, save := opened25(t)
	save("Idrissa", due("2018-06-30"), "LE TEXTE D’IDRISSA")
	u.field("Texte").write(" AVANT TOUT").field("Échéance").press("ctrl+u").write("31/12/2018").press("ctrl+s")
	u.sees("À choisir", "à l’origine", "votre texte", "dans le fichier", "(Idrissa, 10 h 42)", "{+ AVANT TOUT+}", "31/12/2018", "30/06/2018")
	return u, id, save
}

// What both changed is chosen, field by field, with what it was at first.
func TestChoosingBetweenTwoVersions(t *testing.T) {
	still(t, "mine here, theirs there", func(t *testing.T) {
		u, id, _ := both25(t)
		u.press("ctrl+s").sees("Il reste 2 rubriques à choisir.")
		u.press("m").press("ctrl+s").sees("Il reste 1 rubrique à choisir.")
		u.press("f").press("ctrl+s").sees("R-2017-25 · Enregistré")
		if r := u.recommendation(id); !strings.HasSuffix(r.Words.Text(), " AVANT TOUT") || r.Due != "2018-06-30" {
			t.Errorf("the file holds %q, %s", r.Words.Text(), r.Due)
		}
	})
	still(t, "all theirs, all mine", func(t *testing.T) {
		u, id, _ := both25(t)
		u.press("F", "M", "ctrl+s").sees("R-2017-25 · Enregistré")
		if r := u.recommendation(id); !strings.HasSuffix(r.Words.Text(), " AVANT TOUT") || r.Due != "2018-12-31" {
			t.Errorf("the file holds %q, %s", r.Words.Text(), r.Due)
		}
	})
	still(t, "both, to be merged by hand", func(t *testing.T) {
		u, id, _ := both25(t)
		u.press("e").sees("les deux, à réunir à la main").press("m")
		u.press("ctrl+s").sees("Les deux textes se suivent dans « Texte »", "AVANT TOUT", "LE TEXTE D’IDRISSA", "31/12/2018")
		u.press("ctrl+s").sees("R-2017-25 · Enregistré")
		r := u.recommendation(id)
		if text := r.Words.Text(); !strings.HasSuffix(text, " AVANT TOUT\n\nLE TEXTE D’IDRISSA") || r.Due != "2018-12-31" {
			t.Errorf("the file holds %q, %s", text, r.Due)
		}
	})
	still(t, "a date cannot be merged", func(t *testing.T) {
		u, _, _ := both25(t)
		u.press("m").press("e").sees("Cette rubrique ne peut pas recevoir les deux")
	})
	still(t, "back to the form, all of it there", func(t *testing.T) {
		u, _, _ := both25(t)
		u.press("m", "esc").sees("AVANT TOUT", "31/12/2018", "modification").misses("À choisir")
		u.press("ctrl+s").sees("À choisir", "à choisir : m, f ou e", "à choisir : m ou f")
	})
}

func TestChoosingAgainAndWhatNeedsNoChoice(t *testing.T) {
	still(t, "somebody saves again meanwhile", func(t *testing.T) {
		u, id, save := both25(t)
		save("Kadi", nothing, "LE TEXTE DE KADI")
		u.press("M", "ctrl+s")
		u.sees("À choisir", "LE TEXTE D’IDRISSA", "LE TEXTE [-D’IDRISSA-]{+DE KADI+}", "(Kadi, 10 h 42)")
		u.press("m", "ctrl+s").sees("R-2017-25 · Enregistré")
		if r := u.recommendation(id); !strings.HasSuffix(r.Words.Text(), " AVANT TOUT") || r.Due != "2018-12-31" {
			t.Errorf("the file holds %q, %s", r.Words.Text(), r.Due)
		}
	})
	still(t, "both wrote the same", func(t *testing.T) {
		u, id, save := opened25(t)
		save("Idrissa", due("2018-12-31"), "")
		u.field("Échéance").press("ctrl+u").write("31/12/2018").press("ctrl+s").misses("À choisir").press("ctrl+s").sees("Enregistré")
		if r := u.recommendation(id); r.Due != "2018-12-31" {
			t.Errorf("due %s", r.Due)
		}
	})
	still(t, "the text was adopted meanwhile", func(t *testing.T) {
		u, id, _ := opened25(t)
		if _, err := u.book.As(committee.Actor{Name: "Idrissa"}).AdoptRecommendation(context.Background(), id, u.recommendation(id).Version, committee.Ruling{On: "2017-12-15"}); err != nil {
			t.Fatal(err)
		}
		u.field("Texte").write(" AVANT TOUT").field("Observations").write("REMARQUE").press("ctrl+s")
		u.sees("Ne se saisit plus ici", "AVANT TOUT", "REMARQUE", "Idrissa").press("esc").sees("AVANT TOUT")
		u.press("ctrl+s", "ctrl+s").sees("R-2017-25 · Enregistré")
		if r := u.recommendation(id); r.Remarks != "REMARQUE" || strings.Contains(r.Words.Text(), "AVANT TOUT") {
			t.Errorf("the file holds %q, %q", r.Words.Text(), r.Remarks)
		}
	})
}

// The frames of two versions, with a text and a date changed on both sides, one
// field taken over and one kept.
func TestConflictScreens(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, size := range sizes {
			name := "conflict_" + string(lang) + "_" + strconv.Itoa(size.width)
			still(t, name, func(t *testing.T) {
				loc := i18n.For(lang)
				u := visit(t, "example", size.width, size.height, loc)
				_, save := editing(t, u, "R-2017-25")
				save("Idrissa", func(r *committee.Recommendation) { r.Due, r.Measures = "2018-06-30", "Deux bus par semaine" }, "Prendre en charge le transport jusqu’aux services d’accueil.")
				label := loc.Words.Fields
				u.write(" Sans retard.").field(label[committee.FieldDue]).press("ctrl+u").write("31/12/2018")
				u.field(label[committee.FieldRemarks]).write("À revoir").press("ctrl+s").fits(size.width, size.height)
				u.golden(name)
				u.press("e").fits(size.width, size.height)
				u.golden(name + "_chosen")
			})
		}
	}
}
