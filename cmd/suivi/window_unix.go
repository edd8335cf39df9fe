//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/keyboard"
	"suivi/tui"
)

// keys is where the screens read keys and pasted texts.
func keys() []tea.ProgramOption { return []tea.ProgramOption{tea.WithInput(keyboard.New(os.Stdin))} }

// windowSizes are the sizes that the window takes from now on.
func windowSizes() <-chan tea.WindowSizeMsg {
	resized, sizes := make(chan os.Signal, 1), make(chan tea.WindowSizeMsg)
	signal.Notify(resized, syscall.SIGWINCH)
	go func() {
		for range resized {
			if size, err := windowSize(); err == nil {
				sizes <- tui.Bounded(size)
			}
		}
	}()
	return sizes
}
