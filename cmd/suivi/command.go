package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"suivi/internal/text"
)

// root is the command line. Every word that can be printed comes from the
// locale: cobra's own help, completion and messages are left out.
func (p *program) root() *cobra.Command {
	w := p.words()
	root := &cobra.Command{
		Use:           "suivi [" + w.File + "]",
		Short:         w.Root.Short,
		Long:          fmt.Sprintf(w.Root.Long, w.File, shown(defaultFile())),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		// The word cobra would add is English.
		DisableFlagsInUseLine: true,
		CompletionOptions:     cobra.CompletionOptions{DisableDefaultCmd: true},
		// How many letters may differ in a word that is taken for a command.
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.options.version {
				return p.printVersion()
			}
			return p.screens(cmd, args)
		},
	}
	root.SetArgs(p.args)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { p.help(cmd) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { p.help(cmd); return nil })
	root.SetFlagErrorFunc(p.optionError)
	p.screenOptions(root.Flags())
	p.commonOptions(root.PersistentFlags())
	help := p.helpCommand()
	root.SetHelpCommand(help)
	root.AddCommand(p.initCommand(), p.checkCommand(), p.backupCommand(), p.restoreCommand(), p.minutesCommand(), p.dumpCommand(), p.loadCommand(), p.generateCommand(), p.versionCommand())
	return root
}

// hidden finds a word of the command line that cobra would answer by itself,
// in its own language.
func hidden(args []string) (word string, found bool) {
	i := slices.IndexFunc(args, func(arg string) bool {
		return arg == cobra.ShellCompRequestCmd || arg == cobra.ShellCompNoDescRequestCmd
	})
	if i < 0 {
		return "", false
	}
	return args[i], true
}

func (p *program) versionCommand() *cobra.Command {
	w := p.words().Version
	return &cobra.Command{
		Use: "version", Short: w.Short, Long: w.Long, Args: p.atMost(0), DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error { return p.printVersion() },
	}
}

func (p *program) printVersion() error {
	p.say(p.words().VersionLine, p.version())
	return nil
}

// version is what the build knows of itself: a release, or the commit.
func (p *program) version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return p.words().Development
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 10 {
			return p.words().Development + " " + s.Value[:10]
		}
	}
	return p.words().Development
}

func (p *program) helpCommand() *cobra.Command {
	w := p.words()
	return &cobra.Command{
		Use: "help [" + w.Command + "]", Short: w.Help.Short, Long: w.Help.Long, Args: p.atMost(1), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				p.help(cmd.Root())
				return nil
			}
			for _, c := range cmd.Root().Commands() {
				if c.Name() == args[0] {
					p.help(c)
					return nil
				}
			}
			return p.unknown(cmd.Root(), w.NoSuchCommand, args[0])
		},
	}
}

// atMost refuses arguments beyond a number.
func (p *program) atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			if n == 0 {
				return misunderstood(cmd, p.words().TooMuch, args[n])
			}
			return misunderstood(cmd, p.words().TooMany, args[n])
		}
		return nil
	}
}

// unknown refuses a word, and offers the command that looks like it.
func (p *program) unknown(cmd *cobra.Command, format, typed string) error {
	said := fmt.Sprintf(format, text.Line(typed))
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		said += " " + fmt.Sprintf(p.words().Near, cmd.Name()+" "+near[0])
	}
	return &misuse{said, cmd.CommandPath() + " --help"}
}

// shown is a path as people read it, the home folder as ~.
func shown(path string) string {
	if home, err := os.UserHomeDir(); err == nil && home != "/" {
		if rest, found := strings.CutPrefix(path, home+string(os.PathSeparator)); found {
			path = "~" + string(os.PathSeparator) + rest
		}
	}
	return text.Line(path)
}
