package main

import (
	"context"
	"os"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/draft"
	"suivi/internal/i18n"
	"suivi/internal/settings"
	"suivi/internal/termtest"
	"suivi/tui"
)

// rehearsalClock is the day the tests play on.
const rehearsalClock = "2017-12-15T10:00:00Z"

// TestMain makes the test binary the program when a test starts it as such,
// or one of the rehearsals that stand in for screens that fail.
func TestMain(m *testing.M) {
	termtest.Main(m, func() int {
		if len(os.Args) > 3 && os.Args[1] == "rehearse" {
			return rehearseVisit(os.Args[3])
		}
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

// faultFile is the file that, once it is there, makes a rehearsed visit fail.
const faultFile = "faute"

// rehearseVisit shows the real screens of a file, until a fault of the program.
func rehearseVisit(path string) int {
	p := &program{out: os.Stdout, err: os.Stderr, loc: i18n.For("fr")}
	p.keeper, _ = settings.Open(settings.Path())
	v := &visit{program: p, path: path, drafts: draft.Open(path, draft.Folders())}
	config, err := v.enter(context.Background())
	if err != nil {
		return p.fail(err)
	}
	config.AskWho = false
	config.Now = func() time.Time {
		if _, err := os.Stat(faultFile); err == nil {
			panic("a fault of the program")
		}
		return p.now()
	}
	err = p.guarded(context.Background(), func(ctx context.Context) error { return tui.Run(ctx, config) })
	v.leave()
	return p.fail(err)
}
