package widget

import (
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
)

// held is a browser whose question is out: the command that will answer it.
func held(t *testing.T, b Browser[item], cmd tea.Cmd) (Browser[item], tea.Cmd) {
	t.Helper()
	b, cmd = b.Update(cmd())
	if cmd == nil || !b.Loading() {
		t.Fatal("no question is out")
	}
	return b, cmd
}

func TestBrowserMovesWhileItReloads(t *testing.T) {
	for _, far := range []int{3, 25, 400} {
		t.Run(fmt.Sprint(far), func(t *testing.T) {
			b := opened(t, numbered(1000), 60, 12)
			b, cmd := b.Select("A-000300")
			b = settleDown(t, b, cmd)
			b, answer := held(t, b, b.Reload())
			for range far {
				b, cmd = b.Move(1)
				if cmd != nil {
					t.Fatal("a second question went out")
				}
			}
			b = settleDown(t, b, answer)
			if id, _ := where(b); id != fmt.Sprintf("A-%06d", 300+far) {
				t.Errorf("%d rows down is %s", far, id)
			}
		})
	}
}

func TestBrowserIsShownHoweverOftenItReloads(t *testing.T) {
	s := numbered(50)
	b := opened(t, s, 60, 12)
	b, answer := held(t, b, b.Reload())
	for range 10 {
		s.items = s.items[1:]
		b, _ = b.Update(b.Reload()())
	}
	asked := len(s.asked)
	b, next := b.Update(answer())
	if b.Total() != 40 {
		t.Errorf("the first answer was not shown: total %d", b.Total())
	}
	b = settleDown(t, b, next)
	if n := len(s.asked) - asked; n > 4 {
		t.Errorf("%d questions for ten reloads", n)
	}
	if id, _ := where(b); id != "A-000011" || b.Loading() {
		t.Errorf("selected %s, loading %v", id, b.Loading())
	}
}

func TestBrowserAsksAgainAfterAFailedFilter(t *testing.T) {
	s := numbered(200)
	b := opened(t, s, 60, 12)
	s.fail = errors.New("occupé")
	b, cmd := b.Ask(register.Query{Filter: "numéro 15"})
	b = settleDown(t, b, cmd)
	if b.Total() != 200 || b.Query().Filter != "numéro 15" {
		t.Errorf("after a failure: total %d, filter %q", b.Total(), b.Query().Filter)
	}
	s.fail = nil
	b, cmd = b.Move(1)
	b = settleDown(t, b, cmd)
	if id, _ := where(b); id != "A-000150" || b.Total() != 11 {
		t.Errorf("the key went to %s of %d", id, b.Total())
	}
}

func TestBrowserTellsThePageOfAFailure(t *testing.T) {
	s := numbered(3)
	s.fail = errors.New("illisible")
	b := itemBrowser(s)
	var told error
	b.config.Fail = func(err error) tea.Cmd {
		told = err
		return nil
	}
	b = settleDown(t, b, b.Init())
	if !errors.Is(told, s.fail) {
		t.Errorf("the page was told %v", told)
	}
	s.fail = nil
	b, cmd := b.Move(1)
	if b = settleDown(t, b, cmd); b.Total() != 3 {
		t.Error("a key does not try the first load again")
	}
}

func TestBrowserTakesOnlyItsOwnMessages(t *testing.T) {
	b := opened(t, numbered(30), 60, 12)
	for _, msg := range []tea.Msg{tea.KeyPressMsg{Code: tea.KeyDown}, tea.WindowSizeMsg{Width: 1, Height: 1}, nil, browserStaleMsg{b.owner + 1}} {
		next, cmd := b.Update(msg)
		if cmd != nil || next.View() != b.View() {
			t.Errorf("%T was taken", msg)
		}
	}
}
