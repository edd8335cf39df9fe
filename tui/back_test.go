package tui_test

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// focus moves down until the row with the marker holds the words.
func (u *user) focus(words string) *user {
	u.t.Helper()
	for range 200 {
		if strings.Contains(u.chosen(), words) {
			return u
		}
		u.press("down")
	}
	u.t.Fatalf("no row to walk to holds %q:\n%s", words, u.frame())
	return u
}

// From an article one walks to what recommends it, to what carries it out, and
// all the way back, each page as it was left.
func TestLinksAreWalkedBothWays(t *testing.T) {
	still(t, "article, recommendation, action and back", func(t *testing.T) {
		u := secretary(t).press("4")
		var left []string
		follow := func(words, lands string) {
			u.focus(words)
			left = append(left, u.frame())
			if u.press("enter"); !strings.Contains(u.title(), lands) {
				t.Fatalf("%s leads elsewhere than to %s:\n%s", words, lands, u.frame())
			}
		}
		follow("LD-4", "LD-4")
		follow("Article 1", "LD-4 art")
		follow("R-2017-13", "R-2017-13")
		follow("A-2017-34", "A-2017-34")
		u.press("G").sees("Points d’avancement")
		for i := len(left) - 1; i >= 0; i-- {
			if u.press("esc"); u.frame() != left[i] {
				t.Fatalf("back is not where it was left:\n--- was\n%s\n--- is\n%s", left[i], u.frame())
			}
		}
	})
	still(t, "action, recommendation, article, guideline", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("A-2017-34\n\n")
		u.focus("R-2017-13").press("enter").focus("LD-4 art. 1").press("enter").focus("LD-4  ").press("enter")
		u.sees("Couverture")
		u.press("esc", "esc", "esc", "esc")
		if !strings.Contains(u.chosen(), "A-2017-34") {
			t.Errorf("back in the list another row is chosen:\n%s", u.frame())
		}
	})
	still(t, "decision and recommendation", func(t *testing.T) {
		u := secretary(t).press("5", "/").typeKeys("D-2017-08\n\n")
		u.focus("R-2017-09").press("enter").focus("D-2017-08").press("enter")
		u.sees("Statue sur")
	})
}

func TestListKeepsFilterAndCursorAfterBack(t *testing.T) {
	still(t, "roadmap", func(t *testing.T) {
		u := secretary(t).press("3", "/").typeKeys("former\n").press("down")
		before := u.frame()
		u.press("enter").press("esc")
		if u.frame() != before {
			t.Errorf("the list is not as it was left:\n--- was\n%s\n--- is\n%s", before, u.frame())
		}
	})
	still(t, "a tab of the directory", func(t *testing.T) {
		u := secretary(t).press("6", "tab", "down", "down")
		before := u.frame()
		u.press("enter", "esc")
		if u.frame() != before {
			t.Errorf("the directory is not as it was left:\n--- was\n%s\n--- is\n%s", before, u.frame())
		}
	})
}

var number = regexp.MustCompile(`\d+`)

// What home counts is what the list behind it counts, under a title that says
// which view it is.
func TestHomeCountsWhatItsListsShow(t *testing.T) {
	for _, pack := range []string{"example", "bamako-2017", "checklist"} {
		still(t, pack, func(t *testing.T) {
			u := visit(t, pack, 140, 60, french())
			home, walked := u.model, 0
			for _, line := range u.toDo() {
				u.back(home).focus(line).press("enter")
				want, _ := strconv.Atoi(number.FindString(line))
				said := number.FindAllString(u.title(), -1)
				if len(said) == 0 || said[len(said)-1] != strconv.Itoa(want) {
					t.Errorf("home says %q; the list says %q", line, u.title())
				}
				if !strings.Contains(u.title(), "(") {
					t.Errorf("%q opens a list whose title does not say which view it is: %q", line, u.title())
				}
				walked++
			}
			if pack == "example" && walked < 5 {
				t.Errorf("only %d lines of home lead to a list:\n%s", walked, u.back(home).frame())
			}
		})
	}
}

// toDo are the lines of home under « À traiter ».
func (u *user) toDo() []string {
	var lines []string
	in := false
	for _, row := range u.rows() {
		switch {
		case strings.HasPrefix(row, " À traiter"):
			in = true
		case in && strings.TrimSpace(row) == "":
			return lines
		case in && strings.HasSuffix(row, "›"):
			lines = append(lines, strings.TrimSpace(strings.Trim(row, " ▌›")))
		}
	}
	return lines
}

// A part of the roadmap leads to its own actions.
func TestHomeLeadsToTheActionsOfAnAxis(t *testing.T) {
	still(t, "axis and institution", func(t *testing.T) {
		u := visit(t, "example", 140, 60, french())
		home := u.model
		for _, row := range u.rows() {
			if !strings.Contains(row, "┊") || !strings.Contains(row, "action") || strings.Contains(row, "réalisé ") {
				continue
			}
			name, rest, _ := strings.Cut(strings.Trim(row, " ▌›"), "  ")
			counted := regexp.MustCompile(`(\d+) actions?`).FindStringSubmatch(rest)
			if counted == nil {
				t.Fatalf("no count in %q", row)
			}
			u.back(home).focus(name).press("enter")
			if !strings.Contains(u.title(), strings.TrimSuffix(name, "…")) {
				t.Errorf("%q opens a list that does not name it: %q", name, u.title())
			}
			if said := number.FindAllString(u.title(), -1); said[len(said)-1] != counted[1] {
				t.Errorf("home says %s actions of %q; the list says %q", counted[1], name, u.title())
			}
		}
	})
}

// Under a title, the figures of the parts stand in columns: numbers end alike,
// and what is late begins alike.
func TestFiguresOfHomeStandInColumns(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, width := range []int{80, 140} {
			still(t, fmt.Sprint(lang, width), func(t *testing.T) {
				counts, lates := map[int]bool{}, map[int]bool{}
				for _, row := range visit(t, "example", width, 60, i18n.For(lang)).rows() {
					if !strings.Contains(row, "EX-") || !strings.Contains(row, " action") {
						continue
					}
					before, after, _ := strings.Cut(row, " action")
					counts[ansi.StringWidth(before)] = true
					if at := number.FindStringIndex(after); at != nil {
						lates[ansi.StringWidth(before+" action"+after[:at[1]])] = true
					}
				}
				if len(counts) != 1 || len(lates) != 1 {
					t.Errorf("counts end in columns %v, what is late in %v", counts, lates)
				}
			})
		}
	}
}

// Articles without an action are counted as what the list behind shows.
func TestHomeCountsArticlesAsItsListDoes(t *testing.T) {
	still(t, "two articles of one guideline", func(t *testing.T) {
		u := visit(t, "empty", 140, 60, french())
		ctx := context.Background()
		g, err := u.book.SaveGuideline(ctx, committee.Guideline{Heading: "OBJET"})
		if err != nil {
			t.Fatal(err)
		}
		for _, heading := range []string{"UN", "DEUX"} {
			if _, err := u.book.SaveArticle(ctx, committee.Article{Guideline: g.ID, Heading: heading}, "TEXTE"); err != nil {
				t.Fatal(err)
			}
		}
		u.press("0").focus("sans action")
		u.sees("2 articles sans action (1 ligne directrice)")
		if u.press("enter"); !strings.Contains(u.title(), "1 ligne") {
			t.Errorf("home counts one guideline; the list says %q", u.title())
		}
	})
}

// What is said of a key that could not act goes with the next key, and esc does
// what the footer says of it all the same.
func TestEscGoesBackWhateverIsSaid(t *testing.T) {
	still(t, "after a refusal on a list", func(t *testing.T) {
		u := secretary(t).press("2", "s").sees("!")
		if u.refusal() == "" {
			t.Fatalf("nothing is refused:\n%s", u.frame())
		}
		u.press("esc").sees("À traiter").misses("Recommandations  ")
	})
	still(t, "after the quorum was lost", func(t *testing.T) {
		u := inTheRoom(t, 80, 24, french()).press(">", "y").sees("Présence")
		u.press("d", "down", "d", "down", "d", "down", "d")
		u.sees("Quorum perdu").press("esc").sees("Séance n°", "point 1/6").press("n").sees("note ›")
	})
	still(t, "after an adoption en bloc without a tick", func(t *testing.T) {
		p := inSession(t, 1, 100, 30, french()).opens("bloc")
		p.press("space", "down", "space", "ctrl+s").sees("Aucune recommandation n’est cochée").press("esc").misses("0 cochée", "exceptée")
	})
}
