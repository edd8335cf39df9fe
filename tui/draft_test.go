package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/tui"
)

// sitter is a user whose typing is kept, and who comes back.
type sitter struct {
	*user
	keeper *draft.Keeper
	folder string
	config tui.Config
}

// sits opens the screens with drafts kept in a folder of the test's.
func sits(t *testing.T, pack string, width, height int, change ...func(*tui.Config)) *sitter {
	t.Helper()
	s := &sitter{folder: filepath.Join(t.TempDir(), "brouillons")}
	s.keeper = s.open()
	s.user = visit(t, pack, width, height, french(), append(change, func(c *tui.Config) {
		c.Drafts = s.keeper
		s.config = *c
	})...)
	t.Cleanup(func() { s.keeper.Close() })
	return s
}

func (s *sitter) open() *draft.Keeper {
	return draft.Open("/home/awa/comite.suivi", []string{s.folder})
}

// press and write give back the sitter.
func (s *sitter) press(keys ...string) *sitter {
	s.t.Helper()
	s.user.press(keys...)
	return s
}

func (s *sitter) write(text string) *sitter {
	s.t.Helper()
	s.user.write(text)
	return s
}

func (s *sitter) sees(said ...string) *sitter {
	s.t.Helper()
	s.user.sees(said...)
	return s
}

func (s *sitter) misses(said ...string) *sitter {
	s.t.Helper()
	s.user.misses(said...)
	return s
}

func (s *sitter) goes(label string) *sitter {
	s.t.Helper()
	s.field(label)
	return s
}

func (s *sitter) finds(typed string) *sitter {
	s.t.Helper()
	s.typeKeys(typed)
	return s
}

// returns ends the program as it stands and starts it again.
func (s *sitter) returns() *sitter {
	s.t.Helper()
	s.keeper.Close()
	return s.starts()
}

// starts starts the program again.
func (s *sitter) starts() *sitter {
	s.t.Helper()
	s.keeper = s.open()
	s.config.Drafts = s.keeper
	next := &user{t: s.t, model: tui.New(s.config), book: s.book}
	next.run(next.model.Init())
	next.send(tea.WindowSizeMsg{Width: s.width(), Height: s.height()})
	s.user = next
	return s
}

func (s *sitter) width() int  { return len([]rune(s.rows()[1])) }
func (s *sitter) height() int { return len(s.rows()) }

// kept are the files that hold drafts.
func (s *sitter) kept() []string {
	s.t.Helper()
	s.keeper.Flush()
	found, err := filepath.Glob(filepath.Join(s.folder, "*", "*", "*.json"))
	if err != nil {
		s.t.Fatal(err)
	}
	return found
}

func (s *sitter) wantKept(n int) *sitter {
	s.t.Helper()
	if found := s.kept(); len(found) != n {
		s.t.Errorf("%d drafts, want %d: %v\n%s", len(found), n, found, s.frame())
	}
	return s
}

const offered = "Saisies non enregistrées"

func TestDraftIsOfferedAndResumed(t *testing.T) {
	still(t, "a new recommendation", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("2", "n").write("Ouvrir un centre").goes("Proposée le").write("03/12/2017").wantKept(1)
		s.returns().sees(offered, "Nouvelle recommandation · le 15/12/2017 à 10 h 42", "« Ouvrir un centre »", "⏎      reprendre", "x      supprimer", "échap  plus tard")
		s.press("enter").sees("Nouvelle recommandation", "Saisie reprise", "Ouvrir un centre")
		if at := s.chosen(); !strings.HasPrefix(at, "Proposée le") || !strings.Contains(at, "03/12/2017") {
			t.Errorf("the field in hand is %q\n%s", at, s.frame())
		}
		s.wantKept(1).press("ctrl+s").sees("Enregistré", "Ouvrir un centre")
		s.wantKept(0).returns().misses(offered)
	})
	still(t, "a thing already known, on its page", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "/").finds("A-2017-35\n").press("e", "end").write(" SUITE").returns()
		s.sees(offered, "A-2017-35 · modification").press("enter").sees("SUITE", "A-2017-35 › A-2017-35 · modification")
		s.press("ctrl+s").sees("A-2017-35 · Enregistré", "SUITE", "Découle de")
	})
	still(t, "a reason", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "/").finds("A-2017-35\n").press("x").write("Plus de crédits").wantKept(1).returns()
		s.sees(offered, "Abandonner", "« Plus de crédits »").press("enter").sees("Abandonner", "A-2017-35", "Plus de crédits")
		s.press("ctrl+s").sees("A-2017-35 · abandonnée").wantKept(0).returns().misses(offered)
	})
	still(t, "a form opened from another", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").goes("Structure responsable").write("OFFICE NEUF").press("ctrl+n").goes("Sigle").write("ON")
		s.wantKept(1).returns().sees(offered, "Nouvelle action › Nouvelle structure").press("enter").sees("OFFICE NEUF", "ON", "Nouvelle structure")
		s.press("ctrl+s").sees("Nouvelle action", "ACTION UNE", "ON").misses("inconnu du fichier").press("ctrl+s").sees("ACTION UNE", "ON")
		s.wantKept(0)
	})
	still(t, "a form with another opened from it, and not touched", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").goes("Structure responsable").write("OFFICE NEUF").press("ctrl+n").returns().press("enter")
		s.sees("Nouvelle structure", "OFFICE NEUF").press("esc").sees("Nouvelle action", "OFFICE NEUF")
	})
}

func TestDraftOfAThingChangedMeanwhile(t *testing.T) {
	still(t, "a form", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "/").finds("A-2017-35\n").press("e", "end").write(" MIENNE")
		s.keeper.Close()
		s.other("A-2017-35", renamed)
		s.starts().press("enter").sees("MIENNE").press("ctrl+s").sees("modifiée pendant votre saisie", "MIENNE", "LA LEUR").wantKept(1)
	})
	still(t, "a prompt", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "/").finds("A-2017-35\n").press("x").write("MOTIF")
		s.keeper.Close()
		s.other("A-2017-35", renamed)
		s.starts().press("enter").sees("MOTIF").press("ctrl+s").sees("vient de modifier cette fiche", "MOTIF", "LA LEUR").wantKept(1)
	})
}

func TestDraftPutOffOrGivenUp(t *testing.T) {
	still(t, "later", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").returns().sees(offered).press("esc").misses(offered)
		s.press("3", "8").sees("b brouillons").press("b").sees(offered, "ACTION UNE").press("esc")
		s.wantKept(1).returns().sees(offered, "ACTION UNE").press("enter").sees("Nouvelle action", "ACTION UNE")
	})
	still(t, "opened by hand", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").returns().press("esc", "2", "n").misses("attend ici").press("esc", "3", "n")
		s.sees("Une saisie non enregistrée attend ici", "ACTION UNE").press("enter").sees("Nouvelle action", "ACTION UNE", "Saisie reprise")
		s.press("ctrl+s").sees("61 lignes").wantKept(0)
	})
	still(t, "a prompt opened by hand", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "/").finds("A-2017-35\n").press("x").write("MOTIF UN").returns().press("esc", "3", "/").finds("A-2017-35\n")
		s.press("R").press("x").sees("attend ici", "MOTIF UN").press("enter").sees("Abandonner", "MOTIF UN").press("ctrl+s").sees("A-2017-35 · abandonnée")
		s.misses("MOTIF UN").wantKept(0)
	})
	still(t, "opened by hand and begun anew", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").returns().press("esc", "3", "n").sees("attend ici").press("esc").write("ACTION DEUX")
		s.wantKept(2).press("ctrl+s").sees("ACTION DEUX").wantKept(1)
	})
	still(t, "given up", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").returns().press("x").sees("Supprimer cette saisie ?", "ACTION UNE", "ctrl+x  supprimer", "échap   la garder")
		s.press("esc").sees(offered).press("x", "ctrl+x").misses(offered).sees("Saisie supprimée").wantKept(0).returns().misses(offered)
	})
	still(t, "in a small window", func(t *testing.T) {
		s := sits(t, "example", 60, 12).press("3", "n").write("ACTION UNE").returns().sees(offered, "ACTION UNE", "⏎      reprendre", "x      supprimer", "échap  plus tard")
		s.fits(60, 12)
	})
	still(t, "several", func(t *testing.T) {
		s := sits(t, "example", 80, 24)
		for _, text := range []string{"ACTION UNE", "ACTION DEUX", "ACTION TROIS"} {
			s.press("3", "n")
			if s.instead() {
				s.press("esc")
			}
			s.write(text).returns().sees(offered, text).press("esc")
		}
		s.returns().sees("ACTION UNE", "ACTION DEUX", "ACTION TROIS", "↑↓ choisir").press("down", "x", "ctrl+x").sees(offered).misses("ACTION DEUX")
		s.press("down", "enter").sees("Nouvelle action", "ACTION UNE").wantKept(2)
	})
	still(t, "who reads only is not asked", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE")
		s.config.Actor.ReadOnly = true
		s.returns().misses(offered).press("8").misses("brouillons").wantKept(1)
	})
}

// instead tells whether a draft of the form just opened is offered.
func (s *sitter) instead() bool { return strings.Contains(s.frame(), "attend ici") }

func TestDraftGoesWithItsForm(t *testing.T) {
	still(t, "left", func(t *testing.T) {
		sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").wantKept(1).press("esc", "ctrl+x").sees("60 lignes").wantKept(0)
	})
	still(t, "emptied again", func(t *testing.T) {
		sits(t, "example", 80, 24).press("3", "n").write("A").wantKept(1).press("backspace").wantKept(0)
	})
	still(t, "a save that fails keeps it", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("6", "n").write("[EXEMPLE] Ministère de la Justice de Zamarie").press("ctrl+s").wantKept(1)
		s.sees("Nouvelle structure").returns().sees(offered)
	})
	still(t, "kept on quitting", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").press("ctrl+c")
		s.sees("ctrl+c  garder comme brouillon et quitter", "ctrl+x  abandonner la saisie et quitter", "échap   rester").press("ctrl+c")
		if !s.quit {
			t.Fatal("q does not quit")
		}
		s.wantKept(1).returns().sees(offered, "ACTION UNE")
	})
	still(t, "given up on quitting", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").press("ctrl+c", "ctrl+x")
		if !s.quit {
			t.Fatal("x does not quit")
		}
		s.wantKept(0).returns().misses(offered)
	})
	still(t, "in haste", func(t *testing.T) {
		sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").press("ctrl+c", "ctrl+c").wantKept(1)
	})
}

// Two programs at once do not offer each other what is being typed.
func TestDraftOfAProgramThatRunsIsItsOwn(t *testing.T) {
	still(t, "two at once", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE").wantKept(1)
		first := s.keeper
		s.starts().misses(offered).press("8").misses("brouillons").wantKept(1)
		first.Close()
		s.returns().sees(offered, "ACTION UNE")
		second := s.keeper
		s.starts().misses(offered)
		second.Close()
	})
}

// Who one is comes first.
func TestDraftIsOfferedAfterTheQuestionWhoOneIs(t *testing.T) {
	still(t, "left open", func(t *testing.T) {
		s := sits(t, "example", 80, 24).press("3", "n").write("ACTION UNE")
		s.config.AskWho, s.config.Actor = true, committee.Actor{}
		s.returns().sees("Qui êtes-vous").misses(offered).press("esc").sees(offered, "par Awa Secrétaire")
	})
	still(t, "in the question itself", func(t *testing.T) {
		s := sits(t, "empty", 80, 24, func(c *tui.Config) { c.AskWho, c.Actor = true, committee.Actor{} }).write("Issa Keïta").returns()
		s.sees("attend ici", "Issa Keïta").press("enter").sees("Qui êtes-vous", "Issa Keïta", "Saisie reprise").press("ctrl+s").sees("Issa Keïta").wantKept(0)
	})
}

func TestDraftThatCannotBeKeptIsSaid(t *testing.T) {
	still(t, "no folder", func(t *testing.T) {
		s := sits(t, "example", 80, 24)
		if err := os.WriteFile(s.folder, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s.press("3", "n").write("ACTION")
		s.keeper.Flush()
		s.write(" UNE").sees("Le brouillon ne peut pas être gardé", "ACTION UNE").write(" ET").sees("ne peut pas être gardé")
		s.press("ctrl+c").sees("et le brouillon ne peut pas être", "ctrl+c  quitter quand même", "échap   rester").press("esc")
		if err := os.Remove(s.folder); err != nil {
			t.Fatal(err)
		}
		// It is said with the letter itself, or with the next key.
		if s.write("S"); !strings.Contains(s.frame(), "de nouveau gardé") {
			s.keeper.Flush()
			s.press("left")
		}
		s.sees("de nouveau gardé")
		s.keeper.Flush()
		s.wantKept(1).press("ctrl+s").sees("Enregistré", "ACTION UNE ETS")
	})
}
