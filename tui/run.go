// Package tui is the screens of suivi: pages over the registers of one
// committee's file.
package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/theme"
)

// Config is what the screens are started with.
type Config struct {
	// Book is the open file; nil when it does not exist yet, and then the
	// welcome screen offers to make it.
	Book Book
	// Path is the file's, as people read it.
	Path string
	// Create makes the file from a starter pack and opens it.
	Create func(ctx context.Context, starter string, lang committee.Language) (Book, error)
	// As is the open file with its changes signed by an actor.
	As func(Book, committee.Actor) Book
	// Remember keeps the language and who the user is for the next time.
	Remember func(committee.Language, committee.Actor) error
	// Locale words the screens.
	Locale *i18n.Locale
	Actor  committee.Actor
	// AskWho opens the file on the question who the user is.
	AskWho         bool
	NoColor, ASCII bool
	// Now is the clock; it must be set.
	Now func() time.Time
	// Starters are the packs that the welcome screen offers, in order.
	Starters []string
}

// ErrPanic says that the screens stopped on a fault of the program; the
// terminal is restored and what was saved is in the file.
var ErrPanic = tea.ErrProgramPanic

// Run shows the screens until the user quits. Options are for the terminal:
// input, output, size.
func Run(ctx context.Context, cfg Config, options ...tea.ProgramOption) error {
	options = append([]tea.ProgramOption{tea.WithFPS(120), tea.WithFilter(bounded)}, options...)
	program := tea.NewProgram(New(cfg), options...)
	// A program whose context ends is killed and leaves its readers running;
	// one that is told to quit puts everything away.
	stop := context.AfterFunc(ctx, program.Quit)
	defer stop()
	_, err := program.Run()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return err
	case errors.Is(err, tea.ErrInterrupted), err != nil && ctx.Err() != nil:
		return nil
	}
	return err
}

// bounded keeps an absurd size of the window from the renderer, which would
// make a cell for each.
func bounded(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		return tea.WindowSizeMsg{Width: min(size.Width, mostWidth), Height: min(size.Height, mostHeight)}
	}
	return msg
}

// New makes the model that Run runs.
func New(cfg Config) tea.Model {
	d := &desk{
		book: cfg.Book, loc: cfg.Locale, now: cfg.Now, actor: cfg.Actor, path: cfg.Path,
		styles: theme.New(theme.Options{Dark: true, NoColor: cfg.NoColor, ASCII: cfg.ASCII}),
	}
	if cfg.Book == nil {
		return newRoot(cfg, d, newWelcome(d, cfg))
	}
	d.actor.ReadOnly = d.actor.ReadOnly || cfg.Book.ReadOnly()
	pages := []page{newHome(d)}
	if cfg.AskWho && !d.actor.ReadOnly {
		pages = append(pages, newWho(d))
	}
	return newRoot(cfg, d, pages...)
}

func otherLanguage(l committee.Language) committee.Language {
	if l == committee.English {
		return committee.French
	}
	return committee.English
}

// remember keeps the language and the actor for the next time; a failure is
// said and nothing else.
func (r root) remember() tea.Cmd {
	keep, lang, actor := r.cfg.Remember, r.d.loc.Lang, r.d.actor
	if keep == nil {
		return nil
	}
	return func() tea.Msg {
		if err := keep(lang, actor); err != nil {
			return failedQuietlyMsg{err}
		}
		return nil
	}
}

// failedQuietlyMsg is an error to say without reloading what failed.
type failedQuietlyMsg struct{ err error }
