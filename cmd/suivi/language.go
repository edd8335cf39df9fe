package main

import (
	"strings"

	"suivi/internal/committee"
)

// language is the language to speak: as asked on the command line, else as
// chosen before, else as the system is set. It is French wherever nothing says
// English: an unknown or absent system language is no choice of English.
func language(args []string, chosen committee.Language, env func(string) string) committee.Language {
	if asked := askedLanguage(args); asked != "" {
		return asked
	}
	if chosen != "" {
		return chosen
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "en") {
				return committee.English
			}
			break
		}
	}
	return committee.French
}

// askedLanguage looks for --lang before the command line is read for good: the
// words that refuse a bad command line are in that language too.
func askedLanguage(args []string) committee.Language {
	var asked committee.Language
	for i, arg := range args {
		value, joined := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return asked
		case arg == "--lang" && i+1 < len(args):
			value = args[i+1]
		case !joined:
			continue
		}
		if l := committee.Language(value); l == committee.French || l == committee.English {
			asked = l
		}
	}
	return asked
}
