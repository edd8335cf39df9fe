package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"suivi/internal/i18n"
	"suivi/internal/settings"
	"suivi/internal/text"
)

// The exit codes.
const (
	done    = 0
	refused = 1 // said in a plain sentence
	misused = 2 // the command line could not be understood
)

// program is one run of the command.
type program struct {
	args     []string
	out, err io.Writer
	loc      *i18n.Locale
	keeper   *settings.Keeper
	options  options
}

// garbagePercent is how much garbage may gather before it is collected, in
// percent of what is alive: the program is left open for days, on small
// machines, and makes little of it at a time.
const garbagePercent = 20

// run carries out the command line and gives the exit code.
func run(args []string) (code int) {
	debug.SetGCPercent(garbagePercent)
	p := &program{args: args, out: os.Stdout, err: os.Stderr, loc: i18n.For("")}
	// Nobody should ever be shown a stack trace.
	defer func() {
		if r := recover(); r != nil {
			p.crash(fmt.Sprintf("%v\n\n%s", r, debug.Stack()))
			code = refused
		}
	}()
	keeper, fault := settings.Open(settings.Path())
	p.keeper = keeper
	p.loc = i18n.For(language(args, keeper.Settings().Language, os.Getenv))
	if fault != nil {
		p.complain(p.settingFault(fault))
	}
	root := p.root()
	if word, found := hidden(args); found {
		return p.fail(p.unknown(root, p.words().NoSuchCommand, word))
	}
	return p.fail(root.ExecuteContext(context.Background()))
}

func (p *program) words() *i18n.CommandWords { return &p.loc.Words.Command }

// now is the clock: the real one, or the one --clock stopped.
func (p *program) now() time.Time {
	if !p.options.clock.IsZero() {
		return p.options.clock
	}
	return time.Now()
}

// say prints a result.
func (p *program) say(format string, args ...any) {
	_, _ = fmt.Fprintf(p.out, format+"\n", args...)
}

// complain prints a sentence on the side of errors.
func (p *program) complain(sentence string) {
	_, _ = fmt.Fprintf(p.err, p.words().Said+"\n", sentence)
}

// refusal is an error that is a sentence already.
type refusal struct {
	sentence string
	said     bool // it was printed as a result
}

func (r *refusal) Error() string { return r.sentence }

// fail says what is wrong and gives the exit code.
func (p *program) fail(err error) int {
	var wrong *misuse
	var no *refusal
	switch {
	case err == nil:
		return done
	case errors.As(err, &wrong):
		p.complain(wrong.sentence)
		_, _ = fmt.Fprintf(p.err, p.words().SeeHelp+"\n", wrong.help)
		return misused
	case errors.As(err, &no):
		if !no.said {
			p.complain(no.sentence)
		}
	default:
		p.complain(p.loc.Error(err))
		if p.loc.Error(err) == p.loc.Words.Errors.Unexpected {
			p.keep(err.Error())
		}
	}
	return refused
}

// settingFault words what is wrong with the settings file.
func (p *program) settingFault(err error) string {
	w := p.words().Setting
	var fault *settings.FaultError
	if !errors.As(err, &fault) {
		return fmt.Sprintf(w.Unreadable, text.Line(p.keeper.Path())) + " " + w.Defaults
	}
	path := text.Line(fault.Path)
	said := fmt.Sprintf(w.Unreadable, path)
	switch {
	case fault.Reason == settings.NotOurs:
		said = fmt.Sprintf(w.NotOurs, path)
	case fault.Reason == settings.Garbled && fault.Line > 0:
		said = fmt.Sprintf(w.GarbledAt, path, strconv.Itoa(fault.Line))
	case fault.Reason == settings.Garbled:
		said = fmt.Sprintf(w.Garbled, path)
	case fault.Reason == settings.BadValue:
		said = fmt.Sprintf(w.BadValue, path, fault.Key)
	}
	return said + " " + w.Defaults
}
