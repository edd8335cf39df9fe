package tui_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// chosenResult is the row of the search that enter would open.
func (u *user) chosenResult() string {
	for _, row := range u.rows() {
		if strings.HasPrefix(strings.TrimSpace(row), "▌") {
			return row
		}
	}
	return ""
}

func TestSearchOpensWhatIsFoundAndComesBack(t *testing.T) {
	still(t, "a page, and back to the same result", func(t *testing.T) {
		u := secretary(t).press("3", "ctrl+f").write("enqueteurs")
		first := u.chosenResult()
		u.press("down", "down")
		third := u.chosenResult()
		if first == third || third == "" {
			t.Fatalf("the cursor stays:\n%s", u.frame())
		}
		before := u.frame()
		u.press("enter").misses("Chercher")
		u.press("esc")
		if u.frame() != before {
			t.Errorf("not the results that were left:\n%s\n%s", before, u.frame())
		}
		u.press("esc").sees("Feuille de route")
	})
	still(t, "a line of the minutes, in its meeting", func(t *testing.T) {
		u := secretary(t)
		u.minute("Deux véhicules ont été saisis à Sikasso")
		u.press("ctrl+f").write("vehic sais").sees("procès-verbal", "Deux véhicules ont été saisis à Sikasso")
		u.press("enter").sees("Deux véhicules ont été saisis à Sikasso")
		if row := u.chosenResult(); !strings.Contains(row, "véhicules") {
			t.Errorf("the line is not the one in focus: %q\n%s", row, u.frame())
		}
		u.press("esc").sees("Chercher")
	})
	still(t, "a reference in any spelling", func(t *testing.T) {
		secretary(t).press("ctrl+f").write("r2017/13").press("enter").sees("R-2017-13")
		secretary(t).press("ctrl+f").write("ld1 art 1").press("enter").sees("LD-1 art. 1")
	})
}

// minute adds a line to the minutes of the meeting in session.
func (u *user) minute(what string) {
	u.t.Helper()
	ctx := context.Background()
	for _, l := range must(u.book.Meetings(ctx, register.Query{})).Rows {
		sheet := must(u.book.Meeting(ctx, l.ID))
		if len(sheet.Items) == 0 {
			continue
		}
		_, err := u.book.SaveEntry(ctx, committee.Entry{Meeting: l.ID, Item: sheet.Items[0].ID, Kind: committee.Note, Text: what})
		if err == nil {
			return
		}
	}
	u.t.Fatal("no meeting takes a line")
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestSearchOpensEveryKindOfResult(t *testing.T) {
	still(t, "every part", func(t *testing.T) {
		u := visit(t, "example", 140, 40, french())
		u.minute("[EXEMPLE] mot")
		w, seen := french().Words, map[string]bool{}
		for _, words := range []string{"exemple", "ministere", "mot", "horizon", "prevention", "zamarien", "vacances judiciaires", "ordinaire", "poursuites"} {
			u.press("ctrl+f").write(words)
			for range 8 {
				for range 4 {
					row := u.chosenResult()
					if row == "" {
						break
					}
					u.press("enter").misses(w.Root.NoPage, "Chercher")
					seen[strings.Fields(strings.TrimPrefix(row, "▌"))[0]] = true
					u.press("esc").sees("Chercher").press("down")
				}
				u.press("tab")
			}
			u.press("esc")
		}
		for _, kind := range []string{
			"action", "recommandation", "structure", "personne", "réunion", "ligne", "article", "décision", "procès-verbal", "point", "axe", "comité", "avancement", "report",
		} {
			if !seen[kind] {
				t.Errorf("nothing of the kind %q was found: %v", kind, seen)
			}
		}
	})
}

// A progress report has no page of its own: the action opens where it stands.
func TestSearchOpensAReportWhereItStands(t *testing.T) {
	still(t, "in the middle of its action", func(t *testing.T) {
		secretary(t).press("ctrl+f").write("soixante chauffeurs").press("enter").sees("A-2017-03", "Points d’avancement", "Deux sessions tenues, soixante chauffeurs.")
	})
}

func TestSearchRemembersTheLastOne(t *testing.T) {
	still(t, "typing replaces it", func(t *testing.T) {
		u := secretary(t).press("ctrl+f").write("enqueteurs").press("tab", "tab", "tab", "esc")
		u.press("ctrl+f").sees("enqueteurs", "‹Feuille de route›", "ce qui est tapé remplace ces mots")
		u.write("session").sees("session").misses("enqueteurs", "remplace")
	})
	still(t, "keys that correct keep it", func(t *testing.T) {
		secretary(t).press("ctrl+f").write("session").press("esc", "ctrl+f", "backspace").write("s").sees("sessios", "Aucune fiche")
	})
	still(t, "enter opens it again", func(t *testing.T) {
		u := secretary(t).press("ctrl+f").write("enqueteurs").press("down", "enter")
		opened := u.frame()
		if again := u.press("0", "ctrl+f", "enter").frame(); again[strings.Index(again, "\n"):] != opened[strings.Index(opened, "\n"):] {
			t.Errorf("another page opens:\n%s\n%s", opened, again)
		}
	})
}

func TestSearchIsNotForTextFields(t *testing.T) {
	still(t, "a form", func(t *testing.T) { secretary(t).press("2", "n", "ctrl+f").misses("Chercher") })
	still(t, "a filter", func(t *testing.T) { secretary(t).press("2", "/", "ctrl+f").misses("Chercher") })
}

// later runs what was put off.
func (u *user) later(cmds []tea.Cmd) {
	for _, c := range cmds {
		u.run(c)
	}
}

// hurry presses keys without an answer to any of them.
func (u *user) hurry(keys ...tea.KeyPressMsg) (cmds []tea.Cmd) {
	for _, k := range keys {
		next, cmd := u.model.Update(k)
		u.model, cmds = next, append(cmds, cmd)
	}
	return cmds
}

func TestSearchFollowsFastFingers(t *testing.T) {
	key := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
	still(t, "enter opens what the whole word finds", func(t *testing.T) {
		u := secretary(t).press("ctrl+f")
		u.later(u.hurry(key('r'), key('2'), key('0'), key('1'), key('7'), key('-'), key('1'), key('3'), named["enter"]))
		u.sees("R-2017-13").misses("Chercher")
	})
	still(t, "keys after enter are for the page that opens", func(t *testing.T) {
		u := secretary(t).press("ctrl+f").write("r2017-13")
		u.later(u.hurry(named["enter"], key('e')))
		u.sees("R-2017-13 · modification")
	})
	still(t, "an answer to what is no longer typed is not shown", func(t *testing.T) {
		u := secretary(t).press("ctrl+f")
		cmds := u.hurry(key('s'))
		u.later(u.hurry(key('e'), key('s'), key('s'), key('i'), key('o'), key('n'), key('x')))
		u.later(cmds)
		u.sees("Aucune fiche")
	})
}

func TestSearchFollowsTheFile(t *testing.T) {
	still(t, "what was changed on a page that it opened", func(t *testing.T) {
		u := secretary(t).press("ctrl+f").write("a2017-8").sees("✓ validée").press("enter", "o").write("motif").press("ctrl+s", "esc")
		u.sees("Chercher", "A-2017-08", "◐ en cours").misses("✓ validée")
	})
}
