package main

import (
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"suivi/tui"
)

// unmeasured is a terminal that Bubble Tea does not take for one, and so does
// not measure.
type unmeasured struct{ io.Writer }

// Terminal is the terminal itself, for a program that is lent the screen.
func (unmeasured) Terminal() *os.File { return os.Stdout }

// window is what the screens are told of the terminal, and the sizes that its
// window takes afterwards. As a rule Bubble Tea finds them out by itself; but at
// the start it makes a cell for each that the terminal claims to have, and one
// that claims millions would take all the memory. Its sizes come from here.
func (p *program) window() ([]tea.ProgramOption, <-chan tea.WindowSizeMsg) {
	env := p.environment()
	claimed, err := windowSize()
	size := tui.Bounded(claimed)
	if err != nil || size == claimed {
		return append(keys(), tea.WithEnvironment(env)), nil
	}
	return append(
		keys(),
		tea.WithOutput(unmeasured{os.Stdout}),
		tea.WithWindowSize(size.Width, size.Height),
		// What it draws is for a terminal all the same.
		tea.WithEnvironment(append(env, "TTY_FORCE=1")),
	), windowSizes()
}

func windowSize() (tea.WindowSizeMsg, error) {
	width, height, err := term.GetSize(os.Stdout.Fd())
	return tea.WindowSizeMsg{Width: width, Height: height}, err
}
