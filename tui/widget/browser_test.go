package widget

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/tui/theme"
)

func TestBrowserFrames(t *testing.T) {
	s := numbered(3)
	s.items[1].text = "Nommer un point focal par structure, avec un suppléant"
	for _, c := range []struct {
		w, h int
		want string
	}{
		{60, 5, `
   N°        Action                          Échéance     %
   A-000001  Action numéro 1                 31/01/18     0
 ▌ A-000002  Nommer un point focal par str…  31/01/18     1
   A-000003  Action numéro 3                 31/01/18     2
`},
		{38, 5, `
   N°        Action          Échéance
   A-000001  Action numéro…  31/01/18
 ▌ A-000002  Nommer un poi…  31/01/18
   A-000003  Action numéro…  31/01/18
`},
		{30, 3, `
   N°        Action
   A-000001  Action numéro 1
 ▌ A-000002  Nommer un point…
`},
		{16, 2, `
   N°     Acti…
 ▌ A-00…  Nomm…
`},
		{30, 1, ` ▌ A-000002  Nommer un point…`},
	} {
		t.Run(fmt.Sprintf("%dx%d", c.w, c.h), func(t *testing.T) {
			b := opened(t, s, c.w, c.h)
			b, cmd := b.Move(1)
			b = settleDown(t, b, cmd)
			looksLike(t, frame(t, b.View(), c.w, c.h), c.want)
		})
	}
	for w := range 70 {
		for h := range 6 {
			if w > 0 && h > 0 {
				frame(t, opened(t, s, w, h).View(), w, h)
			}
		}
	}
}

func TestBrowserShowsTheSort(t *testing.T) {
	b := opened(t, numbered(3), 60, 4)
	header := func() string { return frame(t, b.View(), 60, 4)[0] }
	for _, want := range []string{"N°▲", "▲%", "N°  "} {
		next, cmd := b.SortNext()
		if b = settleDown(t, next, cmd); !strings.Contains(header(), want) {
			t.Errorf("the titles are %q, wanted %q in them", header(), want)
		}
	}
	b, cmd := b.SortNext()
	b = settleDown(t, b, cmd)
	b, cmd = b.Reverse()
	if b = settleDown(t, b, cmd); !strings.Contains(header(), "N°▼") {
		t.Errorf("the titles are %q", header())
	}
	if id, _ := where(b); id != "A-000001" {
		t.Errorf("sorting moved the selection to %s", id)
	}
}

func TestBrowserWorkPerKeyIsBounded(t *testing.T) {
	const w, h = 80, 22
	perKey := map[int]int{}
	for _, n := range []int{1_000, 100_000} {
		s := numbered(n)
		b := opened(t, s, w, h)
		press := func(act func(Browser[item]) (Browser[item], tea.Cmd)) {
			before, asked := s.loaded, len(s.asked)
			next, cmd := act(b)
			b = settleDown(t, next, cmd)
			perKey[n] = max(perKey[n], s.loaded-before)
			if len(s.asked)-asked > 3 {
				t.Errorf("%d questions for one key", len(s.asked)-asked)
			}
			if len(b.rows) > 6*h {
				t.Errorf("%d rows held", len(b.rows))
			}
		}
		press(Browser[item].Bottom)
		if id, _ := where(b); id != fmt.Sprintf("A-%06d", n) {
			t.Errorf("the bottom is %s", id)
		}
		for range 300 {
			press(func(b Browser[item]) (Browser[item], tea.Cmd) { return b.Move(-1) })
		}
		press(Browser[item].Top)
		for range 30 {
			press(func(b Browser[item]) (Browser[item], tea.Cmd) { return b.Page(1) })
		}
		if id, _ := where(b); id != fmt.Sprintf("A-%06d", 1+30*20) {
			t.Errorf("thirty pages down is %s", id)
		}
		press(func(b Browser[item]) (Browser[item], tea.Cmd) { return b.Select("A-000900") })
		if b.Total() != n {
			t.Errorf("the total is %d", b.Total())
		}
	}
	if perKey[100_000] > perKey[1_000] || perKey[100_000] > 5*h {
		t.Errorf("rows loaded per key: %v", perKey)
	}
}

func TestBrowserPassesEveryRowBothWays(t *testing.T) {
	s := numbered(500)
	b := opened(t, s, 60, 12)
	for _, way := range []int{1, -1} {
		for range 499 {
			last, _ := where(b)
			next, cmd := b.Move(way)
			b = settleDown(t, next, cmd)
			id, line := where(b)
			if strings.Compare(id, last) != way {
				t.Fatalf("from %s to %s", last, id)
			}
			if shown := frame(t, b.View(), 60, 12)[line+1]; !strings.HasPrefix(shown, " ▌ "+id) {
				t.Fatalf("%s is selected, its line shows %q", id, shown)
			}
		}
		if b.MoreBelow() == (way == 1) || b.MoreAbove() == (way == -1) {
			t.Errorf("at an end: above %v, below %v", b.MoreAbove(), b.MoreBelow())
		}
	}
}

func TestBrowserKeepsTheSelectionWhenRowsComeAbove(t *testing.T) {
	s := numbered(400)
	b := opened(t, s, 60, 12)
	b, cmd := b.Select("A-000200")
	b = settleDown(t, b, cmd)
	b, cmd = b.Move(3)
	b = settleDown(t, b, cmd)
	id, line := where(b)
	for i := range 70 {
		s.items = slices.Insert(s.items, 0, item{id: fmt.Sprintf("A-%06d-bis", i)})
	}
	b = settleDown(t, b, b.Reload())
	if now, at := where(b); now != id || at != line {
		t.Errorf("%s on line %d became %s on line %d", id, line, now, at)
	}
	if b.Total() != 470 {
		t.Errorf("the total is %d", b.Total())
	}
}

func TestBrowserGoesToTheNeighbourOfARowThatIsGone(t *testing.T) {
	s := numbered(1000)
	b := opened(t, s, 60, 12)
	b, cmd := b.Select("A-000500")
	b = settleDown(t, b, cmd)
	s.items = slices.DeleteFunc(s.items, func(i item) bool { return i.id == "A-000500" })
	b = settleDown(t, b, b.Reload())
	if id, _ := where(b); id != "A-000501" {
		t.Errorf("the selection went to %s", id)
	}
}

func TestBrowserComesBackAfterAFilter(t *testing.T) {
	s := numbered(5000)
	b := opened(t, s, 60, 12)
	b, cmd := b.Select("A-003210")
	b = settleDown(t, b, cmd)
	for _, filter := range []string{"zzz", "numéro 12", "zzz", ""} {
		b, cmd = b.Ask(register.Query{Filter: filter})
		b = settleDown(t, b, cmd)
		if filter == "zzz" {
			looksLike(t, frame(t, b.View(), 60, 12)[2:3], "   Rien ne correspond.")
			if _, ok := b.Selected(); ok || b.Total() != 0 {
				t.Error("nothing matches, yet something is selected")
			}
			b, cmd = b.Move(1)
			b = settleDown(t, b, cmd)
			b = settleDown(t, b, b.Reload())
		}
	}
	if id, _ := where(b); id != "A-003210" {
		t.Errorf("the selection came back to %s", id)
	}
}

func TestBrowserSelectOfWhatIsNotThereStays(t *testing.T) {
	b := opened(t, numbered(1000), 60, 12)
	b, cmd := b.Select("A-000500")
	b = settleDown(t, b, cmd)
	b, cmd = b.Select("A-nowhere")
	b = settleDown(t, b, cmd)
	if id, _ := where(b); id != "A-000500" {
		t.Errorf("the selection went to %s", id)
	}
}

func TestBrowserDropsStaleAnswers(t *testing.T) {
	s := numbered(100)
	b := opened(t, s, 60, 12)
	b, first := b.Ask(register.Query{Filter: "numéro 1"})
	old := first()
	b, none := b.Ask(register.Query{Filter: "numéro 2"})
	b, again := b.Ask(register.Query{Filter: "numéro 33"})
	if none != nil || again != nil {
		t.Fatal("a second question went out before the first was answered")
	}
	asked := len(s.asked)
	b, next := b.Update(old)
	b = settleDown(t, b, next)
	if len(s.asked) != asked+1 {
		t.Errorf("%d questions after the first answer, want only the last one", len(s.asked)-asked)
	}
	if b.Total() != 1 || b.Loading() {
		t.Errorf("total %d, loading %v", b.Total(), b.Loading())
	}
	if b, cmd := b.Update(old); cmd != nil || b.Total() != 1 {
		t.Error("an answer given twice was taken twice")
	}
	other := opened(t, numbered(7), 60, 12)
	if other, _ = other.Update(old); other.Total() != 7 {
		t.Error("an answer to another browser was taken")
	}
}

func TestBrowserMovesWaitForTheRows(t *testing.T) {
	b := opened(t, numbered(1000), 60, 12)
	b, cmd := b.Ask(register.Query{Filter: "numéro 9"})
	b, none := b.Move(2)
	if none != nil {
		t.Fatal("a move asked before the list came")
	}
	b = settleDown(t, b, cmd)
	if id, _ := where(b); id != "A-000091" {
		t.Errorf("two rows down the new list is %s", id)
	}
	b, cmd = b.Move(100) // further than what is loaded
	b = settleDown(t, b, cmd)
	if id, _ := where(b); id != "A-000991" {
		t.Errorf("a hundred rows down is %s", id)
	}
}

func TestBrowserKeepsRowsWhenALoadFails(t *testing.T) {
	s := numbered(100)
	b := opened(t, s, 60, 6)
	s.fail = errors.New("disque\x1b[2J retiré")
	b = settleDown(t, b, b.Reload())
	lines := frame(t, b.View(), 60, 6)
	if !strings.Contains(lines[1], "A-000001") || !strings.Contains(lines[5], "! Illisible : disque") {
		t.Errorf("after a failure:\n%s", strings.Join(lines, "\n"))
	}
	s.fail = nil
	b, cmd := b.Move(1)
	b = settleDown(t, b, cmd)
	if lines = frame(t, b.View(), 60, 6); b.Err() != nil || strings.Contains(lines[5], "!") {
		t.Errorf("a key does not try again:\n%s", strings.Join(lines, "\n"))
	}
	if id, _ := where(b); id != "A-000002" {
		t.Errorf("the key went to %s", id)
	}
}

func TestBrowserSaysWhatToPress(t *testing.T) {
	b, _ := itemBrowser(&source{}).Resize(40, 5)
	looksLike(t, frame(t, b.View(), 40, 5)[2:3], "   Lecture")
	b = settleDown(t, b, b.Init())
	looksLike(t, frame(t, b.View(), 40, 5)[2:4], "   Aucune action.\n   n pour en saisir une.")
}

func TestBrowserCleansWhatItDraws(t *testing.T) {
	s := numbered(6)
	for i, hostile := range []string{
		"a\x1b]8;;http://x\x07b", "titre\x1b]0;x", "\u202egnol\u202c", "e\u0301te\u0301 e\u0301gale\u0301", "mot\nsuite\tfin", "\xff\xfe " + strings.Repeat("Z\u0489\u0300\u0301", 40),
	} {
		s.items[i].text = hostile
	}
	b := opened(t, s, 46, 7)
	lines := frame(t, b.View(), 46, 7)
	if view := b.View(); strings.ContainsAny(ansi.Strip(view), "\x1b\x07\u009d\u202e\u202c\t") || strings.Contains(view, "\x1b]") {
		t.Errorf("control characters reach the screen: %q", view)
	}
	if !strings.Contains(lines[4], "été égalé  ") {
		t.Errorf("accents in two parts are drawn as %q", lines[4])
	}
	if !strings.Contains(lines[5], "mot suite") {
		t.Errorf("a line break is drawn as %q", lines[5])
	}
}

func TestBrowserInASCII(t *testing.T) {
	b := opened(t, numbered(2), 30, 3).SetStyles(theme.New(theme.Options{ASCII: true, NoColor: true}))
	b, cmd := b.SortNext()
	b = settleDown(t, b, cmd)
	looksLike(t, frame(t, b.View(), 30, 3), `
   N°^       Action
 > A-000001  Action numéro 1
   A-000002  Action numéro 2
`)
}

func TestBrowserFillsALargerScreen(t *testing.T) {
	b := opened(t, numbered(1000), 60, 10)
	b, cmd := b.Resize(60, 200)
	b = settleDown(t, b, cmd)
	if last := frame(t, b.View(), 60, 200)[199]; !strings.Contains(last, "A-000199") {
		t.Errorf("the last line shows %q", last)
	}
}

func BenchmarkBrowserMove(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := numbered(n)
			s.asked = make([]register.Query, 0, 1<<16)
			browser := opened(b, s, 120, 40)
			way := 1
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%80 == 79 {
					way = -way
				}
				next, cmd := browser.Move(way)
				for cmd != nil {
					next, cmd = next.Update(cmd())
				}
				browser = next
				_ = browser.View()
			}
		})
	}
}
