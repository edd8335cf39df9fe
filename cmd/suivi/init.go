package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/starter"
	"suivi/store"
)

// nothing is the starter of those who want none.
const nothing = "empty"

// starters lists what a new file can start from.
func starters() []string {
	var names []string
	for _, pack := range starter.Packs() {
		names = append(names, pack.Key)
	}
	return append(names, nothing)
}

func (p *program) initCommand() *cobra.Command {
	w := p.words()
	cmd := &cobra.Command{
		Use: "init " + w.File, Short: w.Init.Short, Long: w.Init.Long, Args: p.atMost(1), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misunderstood(cmd, w.FileWanted)
			}
			return p.initialize(cmd.Context(), args[0])
		},
	}
	p.options.starter = nothing
	cmd.Flags().Var(choice{&p.options.starter, starters()}, "starter", w.Option.Starter)
	return cmd
}

func (p *program) initialize(ctx context.Context, path string) error {
	// Interrupted, it takes back the file it has not finished.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	s, report, err := p.create(ctx, path, p.options.starter, p.loc.Lang)
	if err != nil {
		return err
	}
	w, n := p.words(), 0
	for _, added := range report.Added {
		n += added
	}
	p.say(w.Created, shown(path))
	if n > 0 {
		p.say("%s", p.loc.Count(w.Loaded, n, p.loc.Words.Welcome.Packs[report.Pack].Name))
	}
	return s.Close()
}

// create makes a file with its starting contents, or no file at all.
func (p *program) create(ctx context.Context, path, pack string, lang committee.Language) (*store.Store, starter.Report, error) {
	s, err := store.Create(path, store.Options{Now: p.now})
	if err != nil {
		return nil, starter.Report{}, err
	}
	if pack == nothing || pack == "" {
		return s, starter.Report{}, nil
	}
	loader := s.As(committee.Actor{Name: "suivi · " + pack})
	report, err := starter.Load(ctx, loader, pack, lang, committee.DateOf(p.now()))
	if err != nil {
		err = fmt.Errorf("starter %s: %w", pack, err)
		return nil, report, errors.Join(err, s.Close(), remove(path))
	}
	return s, report, nil
}

// remove takes back a file that was made a moment ago.
func remove(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}
