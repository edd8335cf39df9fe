package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/store"
)

// standard stands for the standard output or input on the command line.
const standard = "-"

func (p *program) dumpCommand() *cobra.Command {
	w := &p.loc.Words.Dump
	return &cobra.Command{
		Use: "dump " + p.words().File + " [" + w.To + "]", Short: w.Dump.Short, Long: fmt.Sprintf(w.Dump.Long, w.To),
		Args: p.atMostTwo, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misunderstood(cmd, w.FileWanted)
			}
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			return p.notDumped(path, p.dump(cmd.Context(), path, strings.Join(args[1:], "")))
		},
	}
}

func (p *program) loadCommand() *cobra.Command {
	w := &p.loc.Words.Dump
	return &cobra.Command{
		Use: "load " + w.Export + " " + p.words().File, Short: w.Load.Short, Long: w.Load.Long,
		Args: p.atMostTwo, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return misunderstood(cmd, w.ExportWanted)
			}
			return p.notLoaded(args[0], p.load(cmd.Context(), args[0], args[1]))
		},
	}
}

// atMostTwo refuses a third argument.
func (p *program) atMostTwo(cmd *cobra.Command, args []string) error {
	if len(args) > 2 {
		return misunderstood(cmd, p.words().TooMuch, args[2])
	}
	return nil
}

// dump writes all that a file holds to a new file, or to the standard output.
func (p *program) dump(ctx context.Context, path, to string) error {
	s, err := store.Open(path, store.Options{ReadOnly: true, Now: p.now})
	if err != nil {
		return err
	}
	defer s.Close()
	if to == "" || to == standard {
		out := &outlet{Writer: p.out}
		if _, err = s.Dump(ctx, out); out.failed {
			return &refusal{sentence: p.loc.Words.Dump.OutputLost}
		}
		return err
	}
	// Interrupted, it takes back the file it has not finished.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	e, err := s.DumpFile(ctx, to)
	if err == nil {
		p.sayExtent(p.loc.Words.Dump.Written, to, e)
	}
	return err
}

// outlet remembers that what it writes to did not take everything.
type outlet struct {
	io.Writer
	failed bool
}

// Write passes on.
func (o *outlet) Write(b []byte) (int, error) {
	n, err := o.Writer.Write(b)
	o.failed = o.failed || err != nil
	return n, err
}

// load makes a new file from what dump wrote.
func (p *program) load(ctx context.Context, from, path string) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	in, err := source(ctx, from)
	if err != nil {
		return err
	}
	defer in.Close()
	e, err := store.Load(ctx, path, in, store.Options{Now: p.now})
	if err != nil {
		return unread(from, err)
	}
	p.sayExtent(p.loc.Words.Dump.Loaded, path, e)
	return nil
}

// source opens what is to be loaded.
func source(ctx context.Context, from string) (io.ReadCloser, error) {
	if from != standard {
		f, err := os.Open(from)
		return f, unread(from, err)
	}
	// Nobody can stop a read of the standard input: it goes on without us.
	in, out := io.Pipe()
	go func() {
		_, err := io.Copy(out, os.Stdin)
		_ = out.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { _ = out.CloseWithError(ctx.Err()) })
	return in, nil
}

// unread turns an error of the system about what is read into one that has
// words.
func unread(from string, err error) error {
	var system *fs.PathError
	if !errors.As(err, &system) {
		return err
	}
	reason := committee.FileTrouble
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = committee.FileMissing
	case errors.Is(err, fs.ErrPermission):
		reason = committee.FileNoPermission
	case errors.Is(err, syscall.EISDIR):
		reason = committee.FileFolder
	}
	return &committee.FileError{Path: from, Reason: reason, Detail: system.Err.Error()}
}

// sayExtent says which file was made and how much it holds.
func (p *program) sayExtent(format, path string, e store.Extent) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	w := &p.loc.Words.Dump
	p.say(format, shown(path), p.loc.Count(w.Rows, e.Rows), p.loc.Count(w.Lines, e.Lines))
}

// notDumped says why a file was not exported, and what to do.
func (p *program) notDumped(path string, err error) error {
	w, name := &p.loc.Words.Dump, text.Line(filepath.Base(path))
	var unsound *register.UnsoundError
	var long *committee.DumpError
	var file *committee.FileError
	switch {
	case errors.As(err, &unsound), errors.As(err, &long):
		return &refusal{sentence: fmt.Sprintf(w.NotWritten, name, p.loc.Error(err))}
	case errors.As(err, &file) && file.Reason == committee.FileReadOnly && file.Detail != "":
		return &refusal{sentence: fmt.Sprintf(w.Older, name)}
	}
	return err
}

// notLoaded says that there is no file, and why.
func (p *program) notLoaded(from string, err error) error {
	w := &p.loc.Words.Dump
	name := text.Line(filepath.Base(from))
	if from == standard {
		name = w.Input
	}
	var unsound *register.UnsoundError
	var dump *committee.DumpError
	if errors.As(err, &unsound) || errors.As(err, &dump) {
		return &refusal{sentence: fmt.Sprintf(w.NotLoaded, name, p.loc.Error(err))}
	}
	return err
}
