// Package tui is the screens of suivi: pages over the registers of one
// committee's file.
package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/internal/i18n"
	"suivi/internal/register"
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
	// Visited tells when somebody was here last, and notes that they are now;
	// nil when nobody keeps it.
	Visited func(committee.Actor) register.Visit
	// SaveAs saves all that is open in another file and goes on there; it tells
	// the path as people read it. Spare proposes one. Nil where there is none.
	SaveAs func(ctx context.Context, book Book, path string) (string, error)
	Spare  func() string
	// WriteDocuments writes the record of decisions and the draft minutes of a
	// meeting beside the file, in its language, as new files: what is there
	// stays. It tells their paths as people read them; those that were written
	// before an error too. Nil where there is nowhere to write.
	WriteDocuments func(ctx context.Context, meeting committee.MeetingID) ([]string, error)
	// Documents tells the paths of those that were written before. Nil where
	// there are none.
	Documents func(register.MeetingRecord) []string
	// Copied brings what comes of the copies that the file makes of itself: nil
	// for one that was made. Nobody listens when it is nil.
	Copied <-chan error
	// KeepCopies sets how many are kept, from now on; nil when that cannot be.
	KeepCopies func(n int) error
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
	// Drafts keeps what is typed and not saved; nil when nothing does.
	Drafts *draft.Keeper
	// Editor is the command of the person's own editor, for long texts; empty
	// when none is chosen.
	Editor string
	// NoEditor starts no editor and does not speak of one: the person sits at
	// another machine.
	NoEditor bool
	// Resized brings each new size of a window that Bubble Tea is not let
	// measure itself; nil when it is.
	Resized <-chan tea.WindowSizeMsg
	// Measure is the size that the window has now; nil when it is only told.
	Measure func() (tea.WindowSizeMsg, error)
}

// ErrPanic says that the screens stopped on a fault of the program; the
// terminal is restored and what was saved is in the file.
var ErrPanic = tea.ErrProgramPanic

// Run shows the screens until the user quits. Options are for the terminal:
// input, output, size.
func Run(ctx context.Context, cfg Config, options ...tea.ProgramOption) error {
	options = append([]tea.ProgramOption{tea.WithFPS(frameRate), tea.WithFilter(bounded)}, options...)
	pace := &pace{}
	watched, leave := context.WithCancel(ctx)
	defer leave()
	program := tea.NewProgram(paced{newScreens(cfg, &vigil{watched}), pace}, options...)
	pace.program = program
	ended := make(chan struct{})
	defer close(ended)
	go resize(program, cfg.Resized, ended)
	if cfg.Drafts != nil {
		cfg.Drafts.Watch(func() { go program.Send(draftNudgeMsg{}) })
	}
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

// resize tells the program the sizes that its window takes.
func resize(program *tea.Program, sizes <-chan tea.WindowSizeMsg, ended <-chan struct{}) {
	for {
		select {
		case <-ended:
			return
		case size := <-sizes:
			program.Send(size)
		}
	}
}

// Bounded is a size of the window within what the screens take up: a cell is
// made for each, and a terminal may claim any number. The rest stays empty.
func Bounded(size tea.WindowSizeMsg) tea.WindowSizeMsg {
	return tea.WindowSizeMsg{Width: min(size.Width, mostWidth), Height: min(size.Height, mostHeight)}
}

// bounded keeps an absurd size from the renderer too.
func bounded(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		return Bounded(size)
	}
	return msg
}

// New makes the model that Run runs.
func New(cfg Config) tea.Model { return newScreens(cfg, nil) }

// newScreens makes the model, with one who follows the file or none.
func newScreens(cfg Config, v *vigil) tea.Model {
	d := &desk{
		saves: newSaves(), vigil: v,
		book: cfg.Book, loc: cfg.Locale, now: cfg.Now, actor: cfg.Actor, path: cfg.Path,
		styles: theme.New(theme.Options{Dark: true, NoColor: cfg.NoColor, ASCII: cfg.ASCII}),
		editor: cfg.Editor, noExec: cfg.NoEditor,
	}
	d.keepCopies, d.writeDocuments, d.documents = cfg.KeepCopies, cfg.WriteDocuments, cfg.Documents
	return keeping(cfg, d, newModel(cfg, d))
}

// newModel makes the first screens.
func newModel(cfg Config, d *desk) root {
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
