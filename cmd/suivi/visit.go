package main

import (
	"context"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/settings"
	"suivi/internal/text"
	"suivi/store"
	"suivi/tui"
)

// visit is one stay in a file, from the first screen to the last.
type visit struct {
	*program
	path string

	mu   sync.Mutex
	open *store.Store // nil until the file is made
}

// screens opens the file and shows it until the person leaves.
func (p *program) screens(cmd *cobra.Command, args []string) error {
	path, err := p.file(cmd, args)
	if err != nil {
		return err
	}
	if !terminal() {
		return &refusal{sentence: p.words().NoTerminal}
	}
	if absurd() {
		return &refusal{sentence: p.words().AbsurdTerminal}
	}
	v := &visit{program: p, path: path}
	config, err := v.enter(cmd.Context())
	if err != nil {
		return err
	}
	err = p.guarded(cmd.Context(), func(ctx context.Context) error {
		return tui.Run(ctx, config, tea.WithEnvironment(p.environment()))
	})
	v.leave()
	return err
}

// enter opens the file, if there is one, and says how the screens start.
func (v *visit) enter(ctx context.Context) (tui.Config, error) {
	config := tui.Config{
		Path: shown(v.path), Locale: v.loc, Now: v.now, Starters: starters(),
		NoColor: v.colorless(), ASCII: v.options.ascii || v.keeper.Settings().ASCII,
		Create: v.found, As: as, Remember: v.remember,
	}
	file, err := v.openFile(v.path)
	// There is nothing to read, and nobody to be, in a file still to be made.
	if missing(err) && !v.options.readOnly && v.options.as == "" {
		return config, nil
	}
	if err != nil {
		return config, err
	}
	v.open = file
	actor, err := v.actor(ctx, file)
	if err != nil {
		_ = file.Close()
		return config, err
	}
	config.Actor, config.Book = actor, file.As(actor)
	// Whoever put the question off once is not asked at each visit.
	config.AskWho = actor.Person == "" && v.keeper.Settings().File(v.path).Visited.IsZero()
	return config, nil
}

// as signs what is done to an open file.
func as(book tui.Book, actor committee.Actor) tui.Book {
	if file, ok := book.(*store.Store); ok {
		return file.As(actor)
	}
	return book
}

// found makes the file of this visit.
func (v *visit) found(ctx context.Context, pack string, lang committee.Language) (tui.Book, error) {
	file, _, err := v.create(ctx, v.path, pack, lang)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.open = file
	return file, nil
}

// remember keeps the language and who the person is for the next visit. Who
// one is with --as is not kept: it may be for one errand.
func (v *visit) remember(lang committee.Language, actor committee.Actor) error {
	return v.keeper.Change(func(s *settings.Settings) {
		s.Language = lang
		if v.options.as == "" && actor.Person != "" {
			me := s.File(v.path)
			me.Person, me.Name = actor.Person, actor.Name
			s.SetFile(v.path, me)
		}
	})
}

// leave closes the file and keeps when the visit was.
func (v *visit) leave() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open == nil {
		return
	}
	if err := v.open.Close(); err != nil {
		v.fail(err)
	}
	err := v.keeper.Change(func(s *settings.Settings) {
		s.LastFile = v.path
		me := s.File(v.path)
		me.Visited = v.now()
		s.SetFile(v.path, me)
	})
	if err != nil {
		v.complain(fmt.Sprintf(v.words().Setting.NotSaved, text.Line(shown(v.keeper.Path()))))
	}
}
