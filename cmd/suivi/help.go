package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpWidth is how long the lines of the help are at most.
const helpWidth = 80

// entry is one line of a list in the help: what is typed, and what it does.
type entry struct{ typed, does string }

// help prints the page of a command.
func (p *program) help(cmd *cobra.Command) {
	w := p.words()
	p.say("%s", wrap(cmd.Long, 0))
	usage := []entry{{typed: cmd.UseLine() + " [" + strings.ToLower(w.Options) + "]"}}
	if cmd.HasAvailableSubCommands() {
		usage = append(usage, entry{typed: cmd.CommandPath() + " " + w.Command})
	}
	p.section(w.Usage, usage)
	var commands []entry
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			commands = append(commands, entry{c.Use, c.Short})
		}
	}
	p.section(w.Commands, commands)
	if cmd.Flags().Lookup("starter") != nil {
		var packs []entry
		for _, name := range starters() {
			packs = append(packs, entry{name, p.loc.Words.Welcome.Packs[name].About})
		}
		p.section(w.Starters, packs)
	}
	p.section(w.Options, flagEntries(cmd))
}

func flagEntries(cmd *cobra.Command) []entry {
	var list []entry
	add := func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		typed := "--" + f.Name
		if f.Shorthand != "" {
			typed = "-" + f.Shorthand + ", " + typed
		}
		if f.Value.Type() != "bool" {
			typed += " " + f.Value.Type()
		}
		list = append(list, entry{typed, f.Usage})
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	if !cmd.HasParent() {
		cmd.PersistentFlags().VisitAll(add)
	}
	return list
}

// section prints a title and its list; nothing when the list is empty.
func (p *program) section(title string, list []entry) {
	if len(list) == 0 {
		return
	}
	wide := 0
	for _, e := range list {
		if n := utf8.RuneCountInString(e.typed); e.does != "" && n <= helpWidth/2-4 {
			wide = max(wide, n)
		}
	}
	p.say("\n%s", title)
	for _, e := range list {
		n := utf8.RuneCountInString(e.typed)
		switch {
		case e.does == "":
			p.say("  %s", e.typed)
		case n > wide:
			p.say("  %s\n%s%s", e.typed, strings.Repeat(" ", wide+4), wrap(e.does, wide+4))
		default:
			p.say("  %s%s  %s", e.typed, strings.Repeat(" ", wide-n), wrap(e.does, wide+4))
		}
	}
}

// wrap breaks a text into lines that start after a margin. Only the first has
// no margin of its own. No-break spaces are kept.
func wrap(s string, margin int) string {
	var out strings.Builder
	left := helpWidth - margin
	for i, word := range strings.Split(s, " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n+1 > left:
			fmt.Fprintf(&out, "\n%s", strings.Repeat(" ", margin))
			left = helpWidth - margin
		default:
			out.WriteByte(' ')
			left--
		}
		out.WriteString(word)
		left -= n
	}
	return out.String()
}
