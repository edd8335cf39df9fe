package tui_test

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui"
)

func TestTooSmallAWindowIsSaidInPlainWords(t *testing.T) {
	still(t, "and nothing acts unseen", func(t *testing.T) {
		u := secretary(t).press("3")
		before := u.frame()
		for _, size := range [][2]int{{59, 24}, {80, 11}, {30, 5}, {1, 1}, {2, 1}, {0, 0}} {
			u.resize(size[0], size[1]).press("z", "enter", "s", "n")
			u.fitsWithin(max(size[0], 1), max(size[1], 1))
			if size[0] == 59 || size[1] == 11 {
				u.sees("Fenêtre trop petite", "60 colonnes")
			}
		}
		if u.resize(80, 24); u.frame() != before {
			t.Errorf("back at its size the screen is another:\n%s", u.frame())
		}
	})
	still(t, "a form in hand is kept", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("ACTION UNE").resize(40, 10).write("PERDU").resize(80, 24)
		u.sees("ACTION UNE").misses("PERDU")
	})
	still(t, "a key that overtakes the word that it has grown again is kept", func(t *testing.T) {
		size := tea.WindowSizeMsg{Width: 80, Height: 1}
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) {
			c.Measure = func() (tea.WindowSizeMsg, error) { return size, nil }
		})
		u.press("3", "n").write("ACTION UNE").resize(80, 1).write(" PERDU")
		size.Height = 24
		u.write(" ET DEUX").sees("ACTION UNE ET DEUX").misses("PERDU").resize(80, 24).sees("ACTION UNE ET DEUX")
	})
	still(t, "quitting works", func(t *testing.T) {
		if u := secretary(t).resize(10, 3).press("q"); !u.quit {
			t.Error("q does not quit a window that is too small")
		}
	})
}

func (u *user) fitsWithin(width, height int) {
	u.t.Helper()
	rows := strings.Split(strings.TrimSuffix(u.frame(), "\n"), "\n")
	if len(rows) > height {
		u.t.Errorf("%d×%d: %d rows", width, height, len(rows))
	}
	for _, row := range rows {
		if n := len([]rune(row)); n > width {
			u.t.Errorf("%d×%d: a row of %d: %q", width, height, n, row)
		}
	}
}

func TestAbsurdSizesAreDrawn(t *testing.T) {
	for _, name := range []string{"home", "roadmap", "action", "action_form", "settings", "places", "help"} {
		still(t, name, func(t *testing.T) {
			screen(t, name, 500, 200, french()).fits(500, 200)
			u := screen(t, name, 80, 24, french()).resize(10_000, 10_000)
			if n := len(u.raw()); n > 2_000_000 {
				t.Errorf("%d bytes for a window of 10 000 × 10 000", n)
			}
		})
	}
}

var manySizes = [][2]int{{60, 12}, {80, 24}, {109, 30}, {110, 30}, {140, 40}, {200, 60}}

func TestEveryScreenFillsTheWindowExactly(t *testing.T) {
	everyScreen(t, 80, 24, french(), func(t *testing.T, open func() *user) {
		u := open()
		for _, size := range manySizes {
			u.resize(size[0], size[1]).fits(size[0], size[1])
		}
	})
}

// Long names, long texts and many rows stay within the window.
func TestLongDataStaysWithinTheWindow(t *testing.T) {
	still(t, "every screen", func(t *testing.T) {
		u := visit(t, "empty", 80, 24, french())
		u.crowd(200)
		for _, keys := range [][]string{
			{"0"},
			{"1"},
			{"1", "enter"},
			{"1", "enter", "enter"},
			{"2"},
			{"2", "enter"},
			{"3"},
			{"3", "G"},
			{"3", "enter"},
			{"3", "enter", "G"},
			{"3", "e"},
			{"3", "b"},
			{"3", "p"},
			{"3", "/", "l", "o", "n", "g"},
			{"4"},
			{"4", "enter"},
			{"5"},
			{"5", "enter"},
			{"6"},
			{"6", "enter"},
			{"6", "e"},
			{"6", "z"},
			{"6", "tab"},
			{"6", "tab", "enter"},
			{"7"},
			{"7", "enter"},
			{"8"},
			{"8", "e"},
			{"8", "i"},
			{"2", "m"},
			{"2", "enter", "N"},
		} {
			u.press("0").press(keys...)
			for _, size := range manySizes {
				u.resize(size[0], size[1]).fits(size[0], size[1])
				if t.Failed() {
					t.Fatalf("%v at %v:\n%s", keys, size, u.frame())
				}
			}
			u.escape()
		}
	})
}

// escape leaves whatever is open, down to home.
func (u *user) escape() *user {
	for range 6 {
		u.press("esc")
		if strings.Contains(u.frame(), "abandonner la saisie") {
			u.press("ctrl+x")
		}
	}
	return u
}

// crowd fills the file with names of 200 characters, texts of 5,000, and n
// actions.
func (u *user) crowd(n int) {
	u.t.Helper()
	ctx, s := context.Background(), u.book.As(committee.Actor{Name: "Awa"})
	must := func(err error) {
		u.t.Helper()
		if err != nil {
			u.t.Fatal(err)
		}
	}
	name := strings.Repeat("Nom fort long, ", 13) + "final"
	word := strings.Repeat("m", 180)
	body := strings.Repeat("Un texte long où il est dit beaucoup. ", 130)
	day := committee.DateOf(today)
	c, err := s.Committee(ctx)
	must(err)
	c.Name, c.Language, c.Numbers = name, committee.French, committee.DefaultNumbering()
	c.Header = body[:1000]
	_, err = s.SaveCommittee(ctx, c)
	must(err)
	i, err := s.SaveInstitution(ctx, committee.Institution{Name: name, Remarks: body})
	must(err)
	_, err = s.SaveInstitution(ctx, committee.Institution{Name: word, Acronym: strings.Repeat("W", 40)})
	must(err)
	f, err := s.SaveFunction(ctx, committee.Function{Title: name, Institution: i.ID})
	must(err)
	m, err := s.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: name, Place: name, Starts: "2017-11-02", Objectives: body, Language: committee.French})
	must(err)
	_, err = s.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: word, Text: body})
	must(err)
	r, err := s.SaveRecommendation(ctx, committee.Recommendation{On: day, Meeting: m.ID, Addressees: []committee.InstitutionID{i.ID}}, body)
	must(err)
	_, err = s.SaveDecision(ctx, committee.Decision{On: day, Meeting: m.ID}, body)
	must(err)
	g, err := s.SaveGuideline(ctx, committee.Guideline{Heading: name, Purpose: body})
	must(err)
	_, err = s.SaveArticle(ctx, committee.Article{Guideline: g.ID, Heading: name}, body)
	must(err)
	_, err = s.SaveReference(ctx, committee.Reference{Kind: committee.Law, Title: name, Remarks: body})
	must(err)
	for k := range n {
		_, err = s.SaveAction(ctx, committee.Action{
			On: day, Text: strconv.Itoa(k) + " " + name, Institution: i.ID, Function: f.ID, Due: "2018-01-31", Remarks: body,
			Recommendations: []committee.RecommendationID{r.ID}, Indicator: word, Meeting: m.ID,
		})
		must(err)
	}
}

var colour = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// NO_COLOR: bold, underline and reverse may stay; no colour does.
func TestNoColourMeansNone(t *testing.T) {
	everyScreen(t, 110, 40, french(), func(t *testing.T, open func() *user) {
		for _, seq := range colour.FindAllString(open().raw(), -1) {
			for _, code := range strings.FieldsFunc(strings.TrimSuffix(seq[2:], "m"), func(r rune) bool { return r == ';' || r == ':' }) {
				if n, _ := strconv.Atoi(code); n >= 30 && n < 60 || n >= 90 {
					t.Fatalf("a colour: %q", seq)
				}
			}
		}
	})
}

// A terminal of plain ASCII gets no other glyph of ours; what is left outside
// is the letters of the language and of the data.
func TestPlainTerminalGetsPlainGlyphs(t *testing.T) {
	ascii := func(c *tui.Config) { c.ASCII = true }
	letters := regexp.MustCompile(`[\p{L}\p{M}’«»°…–—œ§\x{a0}\x{202f}\x00-\x7f]`)
	for _, sc := range swept(screens) {
		still(t, sc.name, func(t *testing.T) {
			u := screen(t, sc.name, 120, 40, french(), ascii)
			if left := letters.ReplaceAllString(u.frame(), ""); left != "" {
				t.Errorf("glyphs that are not ASCII: %q\n%s", left, u.frame())
			}
			for _, glyph := range "│─█░┊▌›✓✗●○◐▲▼▸↑↓←→" {
				if strings.ContainsRune(u.frame(), glyph) {
					t.Errorf("%c on a plain terminal:\n%s", glyph, u.frame())
				}
			}
		})
	}
}

func TestBackgroundIsFollowed(t *testing.T) {
	still(t, "light and dark", func(t *testing.T) {
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) { c.NoColor = false }).press("3")
		dark, words := u.raw(), u.frame()
		u.send(tea.BackgroundColorMsg{Color: white{}})
		if u.raw() == dark {
			t.Error("on a light background the colours are those of a dark one")
		}
		if u.frame() != words {
			t.Errorf("the background changes what is said:\n%s", u.frame())
		}
	})
}

// white is the colour of a light terminal.
type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }
