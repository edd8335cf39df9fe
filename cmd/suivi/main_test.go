package main

import (
	"context"
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/i18n"
	"suivi/internal/termtest"
)

// rehearsalClock is the day the tests play on.
const rehearsalClock = "2017-12-15T10:00:00Z"

// TestMain makes the test binary the program when a test starts it as such,
// or one of the rehearsals that stand in for screens that fail.
func TestMain(m *testing.M) {
	termtest.Main(m, func() int {
		if len(os.Args) > 2 && os.Args[1] == "rehearse" {
			return rehearse(os.Args[2])
		}
		return run(os.Args[1:])
	})
}

// faulty is a screen with a fault of a kind.
type faulty struct{ kind string }

type startedMsg struct{}

func (f faulty) Init() tea.Cmd { return func() tea.Msg { return startedMsg{} } }

func (f faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	fault := func() tea.Msg { panic("a fault of the program") }
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "x" {
		switch f.kind {
		case "update":
			fault()
		case "command":
			return f, fault
		case "batch":
			return f, tea.Batch(fault, fault)
		}
	}
	return f, nil
}

func (f faulty) View() tea.View {
	v := tea.NewView("l’écran")
	v.AltScreen = true
	return v
}

// rehearse shows a faulty screen the way the program shows its own.
func rehearse(kind string) int {
	p := &program{out: os.Stdout, err: os.Stderr, loc: i18n.For("fr")}
	return p.fail(p.guarded(context.Background(), func(ctx context.Context) error {
		_, err := tea.NewProgram(faulty{kind}, tea.WithContext(ctx)).Run()
		return err
	}))
}
