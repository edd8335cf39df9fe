package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/envelope"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/store"
)

// recipients is an option that may be given several times: public keys.
type recipients struct {
	keys *[]string
	name string
}

func (r recipients) String() string { return "" }

// Type is what the help shows in place of the value.
func (r recipients) Type() string { return r.name }

// Set takes one more key.
func (r recipients) Set(s string) error {
	if _, err := envelope.NewLock([]string{s}); err != nil {
		return err
	}
	*r.keys = append(*r.keys, s)
	return nil
}

// begins is enough of a word to know it again.
func begins(s string) string {
	const enough = 12
	if cut := text.Limit(s, enough); cut != s {
		return cut + "…"
	}
	return s
}

func (p *program) backupWords() *i18n.BackupWords { return &p.loc.Words.Backup }

func (p *program) backupCommand() *cobra.Command {
	w := p.backupWords()
	var keys []string
	cmd := &cobra.Command{
		Use: "backup " + p.words().File + " [" + w.To + "]", Short: w.Backup.Short, Long: fmt.Sprintf(w.Backup.Long, w.To),
		Args: p.fromTo(1, w.SourceWanted), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			to := ""
			if len(args) > 1 {
				to = args[1]
			}
			return p.backup(cmd, args[0], to, keys)
		},
	}
	cmd.Flags().Var(recipients{&keys, w.Key}, "age", w.Age)
	return cmd
}

// fromTo takes a file and another one; least says how many must be there.
func (p *program) fromTo(least int, wanted string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return misunderstood(cmd, wanted)
		case len(args) > 2:
			return misunderstood(cmd, p.words().TooMuch, args[2])
		}
		return nil
	}
}

// interruptible ends with what the person interrupts.
func interruptible(cmd *cobra.Command) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}

func (p *program) backup(cmd *cobra.Command, from, to string, keys []string) error {
	ctx, stop := interruptible(cmd)
	defer stop()
	o, w := store.BackupOptions{Now: p.now}, p.backupWords()
	if len(keys) > 0 {
		lock, err := envelope.NewLock(keys)
		if err != nil {
			return misunderstood(cmd, w.BadPublicKey)
		}
		o.For = lock
	}
	from, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	made, err := store.Backup(ctx, from, to, o)
	if err != nil {
		return err
	}
	p.say(w.Made, shown(made.Path))
	if made.Lines == 0 {
		p.say("%s", w.CheckedEmpty)
	} else {
		p.say(w.Checked, p.loc.Count(w.Records, made.Records), p.loc.Count(w.Lines, made.Lines), p.when(made.Last))
	}
	if len(keys) > 0 {
		p.say("%s", p.loc.Count(w.Sealed, len(keys)))
	}
	if len(made.Findings) == 0 {
		return nil
	}
	p.report(made.Findings, from)
	p.say("%s", w.Faithful)
	return &refusal{said: true}
}

// report says what a check found, and how much.
func (p *program) report(findings []register.Finding, path string) {
	for _, f := range findings {
		p.say("%s", p.loc.Finding(f))
	}
	p.say("%s", p.loc.Count(p.words().Findings, len(findings), text.Line(filepath.Base(path))))
}

// when is a moment on the clock of this machine.
func (p *program) when(t time.Time) string {
	t = t.Local()
	return fmt.Sprintf(p.backupWords().At, p.loc.Date(committee.DateOf(t)), p.loc.Clock(committee.Clock(t.Format("15:04"))))
}

// ago is how long ago that was, in days.
func (p *program) ago(t time.Time) string {
	w := p.backupWords()
	days := committee.DateOf(t.Local()).Days(committee.DateOf(p.now().Local()))
	if days <= 0 {
		return w.Today
	}
	return p.loc.Count(w.Ago, days)
}

func (p *program) restoreCommand() *cobra.Command {
	w := p.backupWords()
	identity, force := "", false
	cmd := &cobra.Command{
		Use: "restore " + w.Saved + " " + p.words().File, Short: w.Restore.Short, Long: w.Restore.Long,
		Args: p.fromTo(2, w.BothWanted), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			o := store.RestoreOptions{Now: p.now, Force: force}
			if identity != "" {
				key, err := p.readKey(identity)
				if err != nil {
					return err
				}
				o.Key = key
			}
			return p.restore(cmd, args[0], args[1], o)
		},
	}
	cmd.Flags().Var(named{&identity, p.words().File}, "identity", w.Identity)
	cmd.Flags().BoolVar(&force, "force", false, w.Force)
	return cmd
}

// readKey reads the file of a secret key.
func (p *program) readKey(path string) (*envelope.Key, error) {
	key, err := envelope.ReadKey(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &committee.FileError{Path: path, Reason: committee.FileMissing}
	case errors.Is(err, fs.ErrPermission):
		return nil, &committee.FileError{Path: path, Reason: committee.FileNoPermission}
	case err != nil:
		return nil, &refusal{sentence: fmt.Sprintf(p.backupWords().BadKeyFile, text.Line(filepath.Base(path)))}
	}
	return key, nil
}

func (p *program) restore(cmd *cobra.Command, from, to string, o store.RestoreOptions) error {
	ctx, stop := interruptible(cmd)
	defer stop()
	w := p.backupWords()
	done, err := store.Restore(ctx, from, to, o)
	if len(done.Findings) > 0 {
		p.report(done.Findings, from)
	}
	if err != nil {
		if len(done.Findings) > 0 && !o.Force {
			return &refusal{sentence: p.loc.Error(err) + " " + w.ForceIt}
		}
		return err
	}
	p.say(w.PutBack, shown(done.Path))
	if done.Last.IsZero() {
		p.say("%s", w.UntilEmpty)
	} else {
		p.say(w.Until, p.when(done.Last), p.ago(done.Last), p.loc.Count(w.Records, done.Records), p.loc.Count(w.Lines, done.Lines))
	}
	if done.Kept != "" {
		p.say(w.Kept, shown(done.Kept))
	}
	if done.Lost > 0 {
		p.say("%s", p.loc.Count(w.KeptMore, done.Lost))
	}
	return nil
}
