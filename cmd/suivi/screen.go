package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"suivi/internal/settings"
)

// guarded runs the screens so that they end well whatever happens: the
// terminal's window closed, an interruption, an error of the program's own.
func (p *program) guarded(ctx context.Context, show func(context.Context) error) error {
	// Left to itself SIGHUP kills at once, and nothing is put away; so does
	// SIGTERM until Bubble Tea listens to it.
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	caught := setTrap()
	err := show(ctx)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, tea.ErrProgramPanic):
		p.crash(caught.text())
		return &refusal{said: true}
	case errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return nil
	}
	return err
}

// terminal tells whether somebody can see and answer.
func terminal() bool {
	return term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd())
}

// colorless tells whether the screens go without colour.
func (p *program) colorless() bool {
	asked := settings.Color(p.options.color)
	if asked == settings.ColorUnset && os.Getenv("NO_COLOR") != "" {
		return true
	}
	if asked == settings.ColorUnset {
		asked = p.keeper.Settings().Color
	}
	switch asked {
	case settings.ColorAlways:
		return false
	case settings.ColorNever:
		return true
	}
	return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
}

// environment is what Bubble Tea reads the terminal's abilities from, the
// choice of colour included: its own reading of NO_COLOR would overrule it.
func (p *program) environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(pair string) bool {
		return strings.HasPrefix(pair, "NO_COLOR=") || strings.HasPrefix(pair, "CLICOLOR")
	})
	if p.colorless() {
		return append(env, "NO_COLOR=1")
	}
	return env
}
