package keymap

import (
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// groups lists the groups in the order the help shows them.
var groups = []Group{Everywhere, Lists, Pages, Forms, Conflicts, Proposals, Progress, Meetings, Agenda, Session, Attending, Arising, Voting, EnBloc, Closing, Guidelines, Directory}

// Word is what a group is called.
func (g Group) Word(w i18n.KeyGroups) string {
	return [...]string{
		Everywhere: w.Everywhere, Lists: w.Lists, Pages: w.Pages, Forms: w.Forms, Proposals: w.Proposals,
		Progress: w.Progress, Meetings: w.Meetings, Agenda: w.Agenda, Session: w.Session,
		Attending: w.Attending, Arising: w.Arising, Voting: w.Voting, EnBloc: w.EnBloc, Closing: w.Closing, Guidelines: w.Guidelines, Directory: w.Directory, Conflicts: w.Conflicts,
	}[g]
}

// Table writes every key in Markdown, one table for each group: the key, the
// others that do the same, and what they do.
func Table(lang committee.Language) string {
	loc := i18n.For(lang)
	w := loc.Words.Keys
	var b strings.Builder
	for _, g := range groups {
		fmt.Fprintf(&b, "\n| %s | | |\n|---|---|---|\n", g.Word(w.Groups))
		for _, k := range All {
			if k.Group == g {
				fmt.Fprintf(&b, "| %s |%s | %s |\n", code(loc.Key(k.Show)), k.also(loc), k.Word(w).Long)
			}
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// arrows are the keys that have a sign and a name.
var arrows = strings.NewReplacer("up", "↑", "down", "↓", "left", "←", "right", "→", "enter", "⏎")

// also lists the keys that do the same as the one written. A digit is also had
// without shift where a French keyboard has it; that is no other key.
func (k Key) also(loc *i18n.Locale) string {
	if k.Show == Places.Show {
		return ""
	}
	var others strings.Builder
	for _, p := range k.Press {
		if name := arrows.Replace(p); !strings.Contains(k.Show, name) && !slices.Contains(written[k.Show], p) {
			others.WriteString(" " + code(loc.Key(name)))
		}
	}
	return others.String()
}

// written lists the keys that are written other than they are called.
var written = map[string][]string{"pgdn": {"pgdown"}, "pgup": {"pgup"}}

func code(key string) string { return "`" + key + "`" }
