package widget

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/tui/theme"
)

// item is a row of the tests.
type item struct {
	id, text string
	percent  int
}

// source answers questions as a register does, and remembers them.
type source struct {
	items  []item
	asked  []register.Query
	loaded int // rows handed out
	fail   error
}

func numbered(n int) *source {
	s := &source{items: make([]item, n)}
	for i := range s.items {
		s.items[i] = item{id: fmt.Sprintf("A-%06d", i+1), text: fmt.Sprintf("Action numéro %d", i+1), percent: i % 101}
	}
	return s
}

func (s *source) load(_ context.Context, q register.Query) (register.Window[item], error) {
	s.asked = append(s.asked, q)
	if s.fail != nil {
		return register.Window[item]{}, s.fail
	}
	list := s.items
	if q.Filter != "" || q.Sort != "" || q.Desc {
		list = nil
		for _, it := range s.items {
			if strings.Contains(it.text, q.Filter) {
				list = append(list, it)
			}
		}
		slices.SortStableFunc(list, func(a, b item) int {
			if q.Desc {
				a, b = b, a
			}
			if q.Sort == "percent" && a.percent != b.percent {
				return a.percent - b.percent
			}
			return strings.Compare(a.id, b.id)
		})
	}
	at := func(id string) int { return slices.IndexFunc(list, func(it item) bool { return it.id == id }) }
	limit := q.Limit
	from, to := 0, min(limit, len(list))
	switch {
	case q.After != "":
		from = at(q.After) + 1
		to = min(from+limit, len(list))
	case q.Before != "":
		to = max(at(q.Before), 0)
		from = max(to-limit, 0)
	case q.Last:
		from, to = max(len(list)-limit, 0), len(list)
	case q.Around != "" && at(q.Around) >= 0:
		from = max(at(q.Around)-limit/2, 0)
		to = min(from+limit, len(list))
	}
	s.loaded += to - from
	return register.Window[item]{Rows: slices.Clone(list[from:to]), Total: len(list), First: from == 0, Final: to == len(list)}, nil
}

func itemColumns() []Column[item] {
	return []Column[item]{
		{Title: "N°", Min: 8, Sort: "id", Cell: func(i item) string { return i.id }},
		{Title: "Action", Min: 10, Grow: 1, Cell: func(i item) string { return i.text }},
		{Title: "Échéance", Min: 8, Drop: 1, Cell: func(item) string { return "31/01/18" }},
		{
			Title: "%", Min: 4, Right: true, Drop: 2, Sort: "percent", Cell: func(i item) string { return fmt.Sprint(i.percent) },
			Role: func(i item) theme.Role { return map[bool]theme.Role{true: theme.Bad}[i.percent == 0] },
		},
	}
}

func itemBrowser(s *source) Browser[item] {
	return NewBrowser(BrowserConfig[item]{
		ID: func(i item) string { return i.id }, Columns: itemColumns(), Load: s.load,
		Words: BrowserWords{
			Empty: "Aucune action.\nn pour en saisir une.", NoMatch: "Rien ne correspond.", Loading: "Lecture",
			Failed: func(err error) string { return "Illisible : " + err.Error() },
		},
		Styles: theme.New(theme.Options{Dark: true}),
	})
}

// settleDown runs commands and hands their messages back until none is left.
func settleDown[T any](t testing.TB, b Browser[T], cmd tea.Cmd) Browser[T] {
	t.Helper()
	for n := 0; cmd != nil; n++ {
		if n > 200 {
			t.Fatal("the browser never stops asking")
		}
		b, cmd = b.Update(cmd())
	}
	return b
}

// opened is a browser of a source at a size, loaded.
func opened(t testing.TB, s *source, w, h int) Browser[item] {
	t.Helper()
	b, cmd := itemBrowser(s).Resize(w, h)
	b = settleDown(t, b, cmd)
	return settleDown(t, b, b.Init())
}

// frame is what a person sees: plain lines, which must fill the area exactly.
func frame(t testing.TB, view string, w, h int) []string {
	t.Helper()
	lines := strings.Split(ansi.Strip(view), "\n")
	if len(lines) != h {
		t.Fatalf("%d lines in an area of %d:\n%s", len(lines), h, view)
	}
	for _, l := range lines {
		if got := ansi.StringWidth(l); got != w {
			t.Errorf("a line of %d cells in an area of %d: %q", got, w, l)
		}
	}
	return lines
}

// looksLike compares a frame with the lines wanted, ends of lines aside.
func looksLike(t testing.TB, got []string, want string) {
	t.Helper()
	wanted := strings.Split(strings.Trim(want, "\n"), "\n")
	for i := range got {
		got[i] = strings.TrimRight(got[i], " ")
	}
	shown := strings.TrimRight(strings.Join(got, "\n"), "\n")
	if want = strings.Join(wanted, "\n"); shown != want {
		t.Errorf("the screen shows\n%s\nwanted\n%s", shown, want)
	}
}

// where is the ID selected and its line of the screen.
func where(b Browser[item]) (string, int) {
	it, _ := b.Selected()
	return it.id, b.cursor - b.top
}
