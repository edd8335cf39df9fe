package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui"
)

// What was typed in one language is offered in the language of whoever is asked.
func TestADraftIsCalledInTheLanguageOfWhoeverIsAsked(t *testing.T) {
	still(t, "a form and one opened from it", func(t *testing.T) {
		s := sits(t, "example", 80, 24, func(c *tui.Config) { c.Locale = i18n.For(committee.English) }).press("3", "n").goes("Responsible institution").write("NEW OFFICE").press("ctrl+n").write("X")
		s.config.Locale = i18n.For(committee.French)
		s.returns().sees(offered, "Nouvelle action › Nouvelle structure").misses("New action")
	})
	still(t, "a line of a session", func(t *testing.T) {
		s := sits(t, "example", 80, 24, func(c *tui.Config) { c.Locale = i18n.For(committee.English) }).press("1", "o", "enter", "n").write("A word")
		s.config.Locale = i18n.For(committee.French)
		s.returns().sees(offered, "Ligne de séance", "« A word »").misses("Line of a session")
	})
}

// Whoever names an institution that is not in the file is told, before anything is
// saved, that it will be added.
func TestWhoAreYouSaysWhatItAdds(t *testing.T) {
	u := secretary(t).press("8", "I").write("Nadia Nouvelle").press("tab").sees("nouvelle personne : elle sera ajoutée au fichier")
	u.write("Office inconnu").sees("nouvelle structure : elle sera ajoutée au fichier")
	u.press("tab").write("Cheffe").press("tab").sees("nouvelle structure : elle sera ajoutée", "nouvelle fonction : elle sera ajoutée")
	u = secretary(t).press("8", "I").write("Nadia Nouvelle").press("tab").write("EX-JUST").press("tab")
	u.misses("nouvelle structure")
}

// The papers of a committee that nobody described yet are in the language in which
// it is being described.
func TestANewCommitteeHasItsPapersInTheLanguageOfTheScreen(t *testing.T) {
	for lang, said := range map[committee.Language]string{committee.English: "English", committee.French: "français"} {
		u := visit(t, "empty", 80, 40, i18n.For(lang)).press("8", "e")
		u.write("Commission").sees(said).press("ctrl+s")
		if c, err := u.book.Committee(context.Background()); err != nil || c.Name != "Commission" || c.Language != lang {
			t.Errorf("in %s the papers are in %s, %v", lang, c.Language, err)
		}
	}
}
