package tui_test

import (
	"slices"
	"strings"
	"testing"
)

// lines are the references of the rows in sight.
func (u *user) lines(prefix string) []string {
	var refs []string
	for _, row := range u.rows() {
		for _, word := range strings.Fields(row) {
			if strings.HasPrefix(word, prefix) {
				refs = append(refs, word)
				break
			}
		}
	}
	return refs
}

func TestFilterNarrowsAsOneTypes(t *testing.T) {
	still(t, "each letter", func(t *testing.T) {
		u := secretary(t).press("3", "/")
		all := len(u.lines("A-"))
		u.write("regle")
		some := u.lines("A-")
		if len(some) == 0 || len(some) >= all {
			t.Fatalf("%d rows of %d:\n%s", len(some), all, u.frame())
		}
		u.sees("règlement").press("backspace", "backspace", "backspace", "backspace", "backspace")
		if got := len(u.lines("A-")); got != all {
			t.Errorf("without a filter, %d rows instead of %d:\n%s", got, all, u.frame())
		}
	})
	still(t, "accents and case do not matter", func(t *testing.T) {
		u := secretary(t).press("2", "/").write("NUMÉRO gratuit")
		bare := secretary(t).press("2", "/").write("gratuit numero")
		if got, want := u.lines("R-"), bare.lines("R-"); len(got) == 0 || !slices.Equal(got, want) {
			t.Errorf("with accents %v, without %v", got, want)
		}
	})
	still(t, "letters that are keys elsewhere are text", func(t *testing.T) {
		u := secretary(t).press("2", "/").write("qnzL?g0")
		if u.quit {
			t.Fatal("q in the filter quits")
		}
		u.sees("/ qnzL?g0")
	})
}

func TestEnterKeepsTheFilterAndEscClearsIt(t *testing.T) {
	still(t, "enter, then esc in the list", func(t *testing.T) {
		u := secretary(t).press("3")
		before := u.frame()
		u.press("/").write("casablanca").sees("Rien ne correspond au filtre", "Échap")
		u.press("esc").misses("Rien ne correspond")
		if u.frame() != before {
			t.Errorf("the filter is not cleared:\n%s", u.frame())
		}
		u.press("/").typeKeys("former\n").sees("filtre : former")
		if got := len(u.lines("A-")); got == 0 || got > 18 {
			t.Errorf("enter does not keep the filter:\n%s", u.frame())
		}
		u.press("/").sees("/ former").press("enter").sees("filtre : former")
		if u.press("esc"); u.frame() != before {
			t.Errorf("esc does not clear the filter that was kept:\n--- was\n%s\n--- is\n%s", before, u.frame())
		}
		u.press("esc").sees("Prochaine réunion")
	})
	still(t, "a filter that finds nothing, kept", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("casablanca\n").sees("Rien ne correspond au filtre. Échap l’efface.")
		u.press("enter", "e", "b", "z") // nothing is there to act on
		u.press("esc").sees("A-2017-23")
	})
	still(t, "pasted", func(t *testing.T) {
		u := secretary(t).press("2", "/")
		u.paste("numéro\nd’appel\x1b\u202e ")
		if got := u.lines("R-"); len(got) != 1 {
			t.Errorf("%v for what was pasted:\n%s", got, u.frame())
		}
	})
}

func TestEmptyListsSayWhatToPress(t *testing.T) {
	still(t, "every register", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french())
		for _, k := range []string{"1", "2", "3", "4", "5", "6", "7"} {
			if u.press(k).sees("0 ligne"); !strings.Contains(u.frame(), " n ") {
				t.Errorf("an empty register does not say what to press:\n%s", u.frame())
			}
		}
	})
	still(t, "archives and views", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french()).press("3", "f")
		u.sees("Rien dans cette vue. f passe à la suivante.")
		u.press("3", "Z").sees("Rien n’est archivé ici. Z revient à la liste.")
		u.press("Z").misses("Rien n’est archivé")
	})
}

// f goes through every view and comes back to the first; the title says which.
func TestViewsGoRound(t *testing.T) {
	for _, tt := range []struct {
		key   string
		views []string
	}{
		{"3", []string{"", "(ouvertes · 1/6)", "(en retard · 2/6)", "(échéance sous 30 jours · 3/6)", "(bloquées · 4/6)", "(à valider · 5/6)", "(sans responsable ou sans échéance · 6/6)", ""}},
		{"2", []string{"", "(en attente de décision · 1/1)", ""}},
		{"1", []string{"", "(à venir · 1/2)", "(PV à adopter · 2/2)", ""}},
		{"4", []string{"", "(articles sans action · 1/1)", ""}},
	} {
		still(t, "register "+tt.key, func(t *testing.T) {
			u := visit(t, "example", 140, 40, french()).press(tt.key)
			first := u.frame()
			for i, view := range tt.views {
				if i > 0 {
					u.press("f")
				}
				if !strings.Contains(u.title(), view) || view == "" && strings.Contains(u.title(), "(") {
					t.Errorf("view %d is said to be %q", i, u.title())
				}
			}
			if u.frame() != first {
				t.Errorf("once round the list is another:\n%s", u.frame())
			}
		})
	}
}

// < sorts by the next column, > turns the order; the chosen row stays chosen.
func TestSortAndReverse(t *testing.T) {
	still(t, "roadmap", func(t *testing.T) {
		u := visit(t, "example", 80, 70, french()).press("3", "<")
		up := u.lines("A-")
		if !slices.IsSorted(up) || len(up) != 60 {
			t.Errorf("sorted by number: %v\n%s", up, u.frame())
		}
		u.sees("▲").press(">").sees("▼")
		down := u.lines("A-")
		slices.Reverse(down)
		if !slices.Equal(up, down) {
			t.Errorf("reversed, the rows are %v", down)
		}
	})
	still(t, "the chosen row stays", func(t *testing.T) {
		u := secretary(t).press("3", "down", "down")
		was := strings.Fields(u.chosen())[0]
		u.press("<")
		if got := u.chosen(); !strings.HasPrefix(got, was) {
			t.Errorf("%s was chosen; sorted, it is %q", was, got)
		}
		u.press(">")
		if got := u.chosen(); !strings.HasPrefix(got, was) {
			t.Errorf("%s was chosen; reversed, it is %q", was, got)
		}
	})
	still(t, "every column comes round", func(t *testing.T) {
		u := secretary(t).press("2")
		first := u.frame()
		for range 12 {
			if u.press("<"); u.frame() == first {
				return
			}
		}
		t.Errorf("sorting never comes back to the list's own order:\n%s", u.frame())
	})
}

// Putting away says who refers to the thing, and asks; nothing is lost.
func TestArchiveAndRestore(t *testing.T) {
	still(t, "what others refer to", func(t *testing.T) {
		u := secretary(t).press("6").focus("EX-JUST")
		u.press("z").sees("Archiver quand même", "fiches y renvoient", "EX-JUST", "z      archiver", "échap  laisser")
		u.press("esc").misses("Archiver quand même").focus("EX-JUST")
		u.press("z", "z").sees("Archivé").misses("EX-JUST", "Archiver quand même")
		u.press("Z").sees("archives", "EX-JUST", "1 ligne").press("z").sees("Rétabli").sees("Rien n’est archivé ici")
		u.press("Z").sees("EX-JUST")
	})
	still(t, "what nobody refers to", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french()).press("3", "n").write("ARCHIVE ME").press("ctrl+s").sees("ARCHIVE ME")
		u.press("z").sees("Archivé").misses("ARCHIVE ME", "quand même")
	})
	still(t, "from its page", func(t *testing.T) {
		u := secretary(t).press("5", "/").typeKeys("D-2017-03\n\n").press("z")
		if strings.Contains(u.frame(), "quand même") {
			u.press("z")
		}
		u.sees("fiche archivée")
		u.press("e")
		if !strings.Contains(u.refusal(), "archivée") {
			t.Errorf("e on an archived page: %q\n%s", u.refusal(), u.frame())
		}
		u.press("z").sees("Rétabli").misses("fiche archivée")
	})
}
