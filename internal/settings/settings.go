// Package settings keeps what one user of a machine prefers: the language, the
// file last opened, and for each file who they are and when they last looked.
package settings

import (
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// Color says when colour is used.
type Color string

// The choices of colour; ColorUnset leaves it to the terminal, as ColorAuto does.
const (
	ColorUnset  Color = ""
	ColorAuto   Color = "auto"
	ColorAlways Color = "always"
	ColorNever  Color = "never"
)

// Colors lists what may be chosen.
var Colors = []Color{ColorAuto, ColorAlways, ColorNever}

// Settings are one user's preferences. The zero value is what holds before
// anything was chosen.
type Settings struct {
	// Language is empty until one is chosen; the system's then decides.
	Language committee.Language `toml:"language,omitempty"`
	// LastFile is the file that was opened last, as a full path.
	LastFile string `toml:"last_file,omitempty"`
	Color    Color  `toml:"color,omitempty"`
	// ASCII asks for glyphs that every terminal has.
	ASCII bool            `toml:"ascii,omitempty"`
	Files map[string]File `toml:"file,omitempty"`
}

// File is what a user keeps about one committee's file.
type File struct {
	// Person says who the user is in that file, Name how they were called there.
	Person committee.PersonID `toml:"person,omitempty"`
	Name   string             `toml:"name,omitempty"`
	// Visited is when the user last left the file.
	Visited time.Time `toml:"visited,omitempty"`
}

// File is what is kept about the file at a path.
func (s Settings) File(path string) File { return s.Files[Key(path)] }

// SetFile keeps what is known about the file at a path.
func (s *Settings) SetFile(path string, f File) {
	files := map[string]File{}
	for name, kept := range s.Files {
		files[name] = kept
	}
	files[Key(path)] = f
	s.Files = files
}

// Key is the form in which the path of a file is kept, so that two ways of
// writing it are one file.
func Key(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	return full
}

// check says which value is none that could have been chosen, and cleans the
// others: the file may have been written by hand.
func (s *Settings) check() (bad string) {
	switch {
	case !slices.Contains([]committee.Language{"", committee.French, committee.English}, s.Language):
		return "language"
	case s.Color != ColorUnset && !slices.Contains(Colors, s.Color):
		return "color"
	case strings.ContainsFunc(s.LastFile, unicode.IsControl):
		return "last_file"
	}
	for path, f := range s.Files {
		f.Person, f.Name = committee.PersonID(text.Line(string(f.Person))), text.Line(f.Name)
		s.Files[path] = f
	}
	return ""
}
