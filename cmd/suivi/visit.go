package main

import (
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/internal/editor"
	"suivi/internal/register"
	"suivi/internal/settings"
	"suivi/internal/text"
	"suivi/store"
	"suivi/tui"
)

// visit is one stay in a file, from the first screen to the last.
type visit struct {
	*program
	drafts *draft.Keeper

	// copied brings what comes of the copies that the file makes of itself.
	copied chan error
	left   atomic.Bool // the screens are down: nobody listens any more

	mu   sync.Mutex
	path string
	open *store.Store // nil until the file is made
	// before is when each person of this visit was here last.
	before map[committee.PersonID]register.Visit
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
	v := &visit{program: p, path: path, copied: make(chan error, 10), drafts: draft.Open(path, draft.Folders())}
	config, err := v.enter(cmd.Context())
	if err != nil {
		return err
	}
	err = p.guarded(cmd.Context(), func(ctx context.Context) error {
		options, sizes := p.window()
		config.Resized, config.Measure = sizes, windowSize
		return tui.Run(ctx, config, options...)
	})
	v.leave()
	return err
}

// enter opens the file, if there is one, and says how the screens start.
func (v *visit) enter(ctx context.Context) (tui.Config, error) {
	config := tui.Config{
		Path: shown(v.path), Locale: v.loc, Now: v.now, Starters: starters(),
		NoColor: v.colorless(), ASCII: v.options.ascii || v.keeper.Settings().ASCII,
		Copied: v.copied, KeepCopies: v.keepCopies,
		Create: v.found, As: as, Remember: v.remember, Visited: v.visited, SaveAs: v.saveAs, Spare: v.spare,
		WriteDocuments: v.writeDocuments, Documents: v.documents,
		Drafts: v.drafts, Editor: editor.Chosen(os.Getenv),
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
	file.KeepCopies(v.copyPolicy())
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
	file.KeepCopies(v.copyPolicy())
	return file, nil
}

// copyPolicy is what the settings say of the copies a file makes of itself.
func (v *visit) copyPolicy() store.CopyPolicy {
	return store.CopyPolicy{Keep: v.keeper.Settings().CopiesKept(), Told: v.told}
}

// told says what came of a copy: on the screen, or after it.
func (v *visit) told(err error) {
	switch {
	case !v.left.Load():
		select {
		case v.copied <- err:
		default: // nobody has listened for a long time
		}
	case err != nil:
		v.complain(v.loc.Error(err))
	}
}

// keepCopies sets how many copies are kept, now and for the next visits.
func (v *visit) keepCopies(n int) error {
	err := v.keeper.Change(func(s *settings.Settings) { s.Copies = &n })
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open != nil {
		v.open.KeepCopies(v.copyPolicy())
	}
	return err
}

// remember keeps the language and who the person is for the next visit. Who
// one is with --as is not kept: it may be for one errand.
func (v *visit) remember(lang committee.Language, actor committee.Actor) error {
	path := v.where()
	return v.keeper.Change(func(s *settings.Settings) {
		s.Language = lang
		if v.options.as == "" && actor.Person != "" {
			me := s.File(path)
			me.Person, me.Name = actor.Person, actor.Name
			s.SetFile(path, me)
		}
	})
}

// leave closes the file and keeps when the visit was.
func (v *visit) leave() {
	v.drafts.Close()
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open == nil {
		return
	}
	seen, known := v.lastLine()
	if err := v.open.Close(); err != nil {
		v.fail(err)
	}
	err := v.keeper.Change(func(s *settings.Settings) {
		s.LastFile = v.path
		me := s.File(v.path)
		me.Visited = v.now()
		for person := range v.before {
			if known {
				me.See(person, seen)
			}
		}
		s.SetFile(v.path, me)
	})
	if err != nil {
		v.complain(fmt.Sprintf(v.words().Setting.NotSaved, text.Line(shown(v.keeper.Path()))))
	}
}
