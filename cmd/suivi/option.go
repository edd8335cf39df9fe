package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"suivi/internal/committee"
	"suivi/internal/settings"
	"suivi/internal/text"
)

// options are what the command line asks for.
type options struct {
	lang, as, color, starter string
	readOnly, ascii, version bool
	clock                    time.Time
}

// choice is an option that takes one of a few values.
type choice struct {
	value   *string
	allowed []string
}

func (c choice) String() string { return *c.value }

// Type is what the help shows in place of the value.
func (c choice) Type() string { return strings.Join(c.allowed, "|") }

// Set refuses what is not in the list.
func (c choice) Set(s string) error {
	for _, a := range c.allowed {
		if s == a {
			*c.value = s
			return nil
		}
	}
	return errors.New("not listed")
}

// named is an option that takes any text; the help calls it by name.
type named struct {
	value *string
	name  string
}

func (n named) String() string { return *n.value }

// Type is what the help shows in place of the value.
func (n named) Type() string { return n.name }

// Set takes the text as it is.
func (n named) Set(s string) error {
	*n.value = s
	return nil
}

// moment is an option that takes an instant.
type moment struct{ value *time.Time }

const momentExample = "2017-12-15T10:00:00Z"

func (m moment) String() string { return "" }

// Type is what the help shows in place of the value.
func (m moment) Type() string { return momentExample }

// Set reads the instant.
func (m moment) Set(s string) error {
	t, err := time.Parse(time.RFC3339, s)
	*m.value = t
	return err
}

// commonOptions are those that every command takes.
func (p *program) commonOptions(f *pflag.FlagSet) {
	w, o := p.words(), &p.options
	f.Var(choice{&o.lang, []string{string(committee.French), string(committee.English)}}, "lang", w.Option.Lang)
	f.BoolP("help", "h", false, w.Option.Help)
	// A rehearsal, or a test, plays on the day it is about: the clock then
	// stands still at this instant, in the file as on the screens.
	f.Var(moment{&o.clock}, "clock", "")
	f.Lookup("clock").Hidden = true
}

// screenOptions are those of the screens.
func (p *program) screenOptions(f *pflag.FlagSet) {
	w, o := p.words(), &p.options
	f.Var(named{&o.as, w.Person}, "as", w.Option.As)
	f.BoolVar(&o.readOnly, "read-only", false, w.Option.ReadOnly)
	f.Var(choice{&o.color, []string{string(settings.ColorAuto), string(settings.ColorAlways), string(settings.ColorNever)}}, "color", w.Option.Color)
	f.BoolVar(&o.ascii, "ascii", false, w.Option.ASCII)
	f.BoolVar(&o.version, "version", false, w.Option.Version)
}

// misuse says what cannot be understood in the command line, and which
// command tells more.
type misuse struct{ sentence, help string }

func (m *misuse) Error() string { return m.sentence }

// misunderstood makes a misuse; what was typed is cleaned before it is shown.
func misunderstood(cmd *cobra.Command, format string, typed ...string) error {
	args := make([]any, len(typed))
	for i, s := range typed {
		args[i] = text.Line(s)
	}
	return &misuse{fmt.Sprintf(format, args...), cmd.CommandPath() + " --help"}
}

// optionError words what the reading of the options refused.
func (p *program) optionError(cmd *cobra.Command, err error) error {
	w := p.words()
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return misunderstood(cmd, w.UnknownOption, name)
	case errors.As(err, &lacking):
		return misunderstood(cmd, w.OptionNeedsValue, "--"+lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		flag := invalid.GetFlag()
		said := w.BadOptionValue
		switch v := flag.Value.(type) {
		case choice:
			said += " " + fmt.Sprintf(w.Allowed, strings.Join(v.allowed, ", "))
		case moment:
			said += " " + fmt.Sprintf(w.BadClock, momentExample)
		case recipients:
			// It may be a secret key, given by mistake: no more of it is shown.
			return misunderstood(cmd, said+" "+p.backupWords().BadPublicKey, "--"+flag.Name, begins(invalid.GetValue()))
		}
		return misunderstood(cmd, said, "--"+flag.Name, invalid.GetValue())
	case errors.As(err, &syntax):
		return misunderstood(cmd, w.BadOption, syntax.GetSpecifiedFlag())
	}
	return err
}
