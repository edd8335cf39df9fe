package widget

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/tui/theme"
)

func plainSheet(w, h int, blocks ...Block) Sheet {
	return NewSheet(theme.New(theme.Options{NoColor: true})).Resize(w, h).Set(blocks)
}

func actionBlocks() []Block {
	return []Block{
		{Rows: []Row{
			{Label: "Responsable", Text: "Justice · Secrétaire général", Target: "function:1"},
			{Label: "Échéance", Text: "31/01/2018 (d’abord 15/12/2017), accordée par le comité en séance"},
			{Label: "Taux", Text: "40 %", Bar: &Gauge{Percent: 40, Expected: 55}},
		}},
		{Title: "DÉCISIONS", Empty: "Aucune décision."},
		{Title: "ACTIONS", Count: "2", Rows: []Row{
			{Label: "A-2017-12", Text: "Nommer un point focal par structure membre du comité", Target: "action:12"},
			{Label: "A-2017-9", Text: "Ouvrir la ligne budgétaire", Target: "action:9", Role: theme.Bad},
		}},
	}
}

func TestSheetFrame(t *testing.T) {
	s := plainSheet(50, 12, actionBlocks()...)
	looksLike(t, frame(t, s.View(), 50, 12), `
 ▌ Responsable  Justice · Secrétaire général    ›
   Échéance     31/01/2018 (d’abord 15/12/2017),
                accordée par le comité en séance
   Taux         ██████░░┊░░░░░░░  40 %

 DÉCISIONS
   Aucune décision.

 ACTIONS  2
   A-2017-12  Nommer un point focal par struct… ›
   A-2017-9   Ouvrir la ligne budgétaire        ›
`)
	s = plainSheet(50, 3, actionBlocks()...).Move(1)
	looksLike(t, frame(t, s.View(), 50, 3), `
   Échéance     31/01/2018 (d’abord 15/12/2017), ↑
                accordée par le comité en séance
   Taux         ██████░░┊░░░░░░░  40 %           ↓
`)
	if target, ok := s.Focused(); ok {
		t.Errorf("%s is in focus and not on the screen", target)
	}
	for w := 1; w < 60; w++ {
		frame(t, plainSheet(w, 15, actionBlocks()...).View(), w, 15)
	}
	if view := plainSheet(50, 12, actionBlocks()...).SetActive(false).View(); strings.Contains(view, "▌") {
		t.Error("a sheet without the keys shows a marker")
	}
}

// mixed is blocks with targets far apart, long texts and long targets.
func mixed() []Block {
	long := strings.TrimSpace(strings.Repeat("mot ", 150))
	return []Block{
		{Rows: []Row{{Text: long}, {Label: "Lien", Text: "un", Target: "a"}, {Label: "Lien", Text: "deux", Target: "b"}}},
		{Title: "TEXTE", Rows: []Row{{Text: long}, {Text: long, Target: "c", Long: true}, {Text: "trois", Target: "a"}, {Text: long}}},
	}
}

func TestSheetWalkReachesEveryTargetAndEveryLine(t *testing.T) {
	for _, h := range []int{1, 2, 3, 7, 20, 200} {
		for _, way := range []int{1, -1} {
			s := plainSheet(30, h, mixed()...)
			if way < 0 {
				s = s.Bottom()
			}
			lines, targets := map[int]bool{}, map[int]bool{}
			for range 3 * s.Lines() {
				for i := s.scroll; i < min(s.scroll+h, s.Lines()); i++ {
					lines[i] = true
				}
				if target, ok := s.Focused(); ok {
					targets[s.focus] = true
					if !strings.Contains(s.View(), "▌") || target == "" {
						t.Fatalf("height %d: %q is in focus without a marker", h, target)
					}
				}
				s = s.Move(way)
			}
			if len(lines) != s.Lines() || len(targets) != 4 {
				t.Errorf("height %d, way %d: passed %d of %d lines and %d of 4 targets", h, way, len(lines), s.Lines(), len(targets))
			}
			if s.MoreBelow() && way > 0 || s.MoreAbove() && way < 0 {
				t.Errorf("height %d: the walk stops before the end", h)
			}
		}
	}
}

func TestSheetWalksLinksAndPages(t *testing.T) {
	s := plainSheet(30, 7, mixed()...)
	if _, ok := s.Focused(); ok {
		t.Error("a target below the screen is in focus")
	}
	for _, want := range []string{"a", "b", "c", "a", "a"} {
		s = s.Next()
		if got, ok := s.Focused(); got != want || !ok {
			t.Errorf("the next link is %q, want %q", got, want)
		}
	}
	s = s.Prev()
	if got, _ := s.Focused(); got != "c" {
		t.Errorf("the link before is %q", got)
	}
	for range 40 {
		s = s.Page(1)
	}
	if s.MoreBelow() {
		t.Error("paging does not reach the end")
	}
	if s = s.Top(); s.MoreAbove() {
		t.Error("the top is not the top")
	}
	if got, ok := s.Focus("b").Focused(); got != "b" || !ok {
		t.Errorf("focusing b gives %q", got)
	}
}

func TestSheetKeepsItsPlace(t *testing.T) {
	blocks := mixed()
	s := plainSheet(30, 7, blocks...).Focus("b").Move(0)
	before := strings.Index(s.View(), "▌")
	more := append([]Block{{Title: "NOUVEAU", Rows: []Row{{Text: "ligne"}, {Text: "lien", Target: "z"}}}}, blocks...)
	s = s.Set(more)
	if got, ok := s.Focused(); got != "b" || !ok || strings.Index(s.View(), "▌") != before {
		t.Errorf("after rows came above, %q is in focus:\n%s", got, s.View())
	}
	s = s.Resize(22, 5)
	if got, ok := s.Focused(); got != "b" || !ok {
		t.Errorf("after a resize, %q is in focus", got)
	}
	s = s.Set(nil)
	if _, ok := s.Focused(); ok || s.Lines() != 0 {
		t.Error("an empty sheet has a focus")
	}
	frame(t, s.Move(1).Move(-1).Page(1).Next().Prev().Bottom().View(), 22, 5)
}

func TestSheetTakesKeysAndTheWheel(t *testing.T) {
	s := plainSheet(50, 12, actionBlocks()...)
	s, _ = s.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	if got, _ := s.Focused(); got != "action:12" {
		t.Errorf("down goes to %q", got)
	}
	s = plainSheet(30, 7, mixed()...)
	s, _ = s.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if !s.MoreAbove() {
		t.Error("the wheel does not scroll")
	}
}

func TestSheetMarksWhatAVersionChanges(t *testing.T) {
	row := Row{Spans: WordDiff("Le comité désigne un point focal.", "Le comité nomme un point focal et un suppléant.")}
	s := plainSheet(44, 3, Block{Rows: []Row{row}})
	looksLike(t, frame(t, s.View(), 44, 3), `
   Le comité [-désigne-]{+nomme+} un point
   focal{+ et un suppléant+}.
`)
	colour := s.SetStyles(theme.New(theme.Options{Dark: true}))
	if ansi.Strip(colour.View()) != ansi.Strip(s.View()) || !strings.Contains(colour.View(), "\x1b[38;2;127;196;127m{+nomme+}") {
		t.Errorf("in colour: %q", colour.View())
	}
	row.Target = "version:2"
	s = plainSheet(44, 3, Block{Rows: []Row{row}})
	looksLike(t, frame(t, s.View(), 44, 3), " ▌ Le comité [-désigne-]{+nomme+} un…     ›")
}

func TestSheetCleansWhatItDraws(t *testing.T) {
	hostile := "a\x1b[2Jb\u202ec\u0007d\x1b]8;;x\x07e"
	blocks := []Block{{Title: hostile, Count: hostile, Empty: hostile}, {Rows: []Row{
		{Label: hostile, Text: hostile + "\n" + hostile, Target: "x"}, {Text: hostile + "\r\n\tfin e\u0301te\u0301"}, {Spans: []Span{{hostile, theme.Added}, {hostile, theme.Text}}},
	}}}
	view := plainSheet(60, 12, blocks...).View()
	frame(t, view, 60, 12)
	if plain := ansi.Strip(view); strings.ContainsAny(plain, "\x1b\u0007\u202e\t\r") || strings.Contains(view, "\x1b[2J") || !strings.Contains(plain, "fin été ") {
		t.Errorf("drawn as %q", view)
	}
}

// crowdedSheet has a thousand rows to walk and a text of many lines.
func crowdedSheet() Sheet {
	rows := make([]Row, 1000)
	for i := range rows {
		rows[i] = Row{Label: fmt.Sprintf("A-2017-%d", i), Text: strings.Repeat("échéance reportée ", 20), Target: fmt.Sprint(i)}
	}
	return plainSheet(100, 40, Block{Title: "ACTIONS", Rows: rows}, Block{Rows: []Row{{Text: strings.Repeat("mot ", 50_000)}}})
}

func TestSheetWalksManyRows(t *testing.T) {
	s := crowdedSheet()
	for range 1000 {
		s = s.Move(1)
	}
	if got, _ := s.Focused(); got != "999" {
		t.Errorf("1,000 keys down is %q", got)
	}
}

// BenchmarkSheetMove is one key down in a sheet of a thousand rows, and its frame.
func BenchmarkSheetMove(b *testing.B) {
	s := crowdedSheet()
	for b.Loop() {
		s = s.Move(1)
		_ = s.View()
	}
}
