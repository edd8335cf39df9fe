package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/starter"
	"suivi/store"
)

// The numbers of actions that a large committee may have.
const (
	fewestActions = 1
	usualActions  = 100_000
	mostActions   = 1_000_000
)

// generateCommand is hidden: it is for trials and measurements.
func (p *program) generateCommand() *cobra.Command {
	w := &p.loc.Words.Generate
	actions := strconv.Itoa(usualActions)
	cmd := &cobra.Command{
		Use: "generate " + p.words().File, Short: w.Command.Short, Long: w.Command.Long, Hidden: true,
		Args: p.atMost(1), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misunderstood(cmd, p.words().FileWanted)
			}
			n, err := strconv.Atoi(actions)
			if err != nil || n < fewestActions || n > mostActions {
				return misunderstood(cmd, w.BadNumber, p.loc.Number(fewestActions), p.loc.Number(mostActions))
			}
			return p.generate(cmd.Context(), args[0], n)
		},
	}
	cmd.Flags().Var(named{&actions, "N"}, "actions", w.Actions)
	return cmd
}

func (p *program) generate(ctx context.Context, path string, actions int) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	large, err := starter.NewLarge(actions)
	if err != nil {
		return err
	}
	s, err := store.Create(path, store.Options{Now: large.Now, NewID: large.NewID})
	if err != nil {
		return err
	}
	err = large.Fill(ctx, func(ctx context.Context, fn func(starter.Sitting) error) error {
		return s.Together(ctx, func(s *store.Store) error {
			return fn(func(by committee.Actor) starter.Desk { return s.As(by) })
		})
	})
	if err != nil {
		return errors.Join(err, s.Close(), remove(path))
	}
	if err := s.Close(); err != nil {
		return err
	}
	p.say(p.loc.Words.Generate.Made, shown(path), p.loc.Number(actions), p.loc.Date(starter.LargeEnds))
	return nil
}
