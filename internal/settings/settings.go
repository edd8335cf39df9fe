// Package settings keeps what one user of a machine prefers: the language, the
// file last opened, and for each file who they are and when they last looked.
package settings

import (
	"maps"
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
	ASCII bool `toml:"ascii,omitempty"`
	// Copies is how many dated copies a file keeps of itself; nil until it is
	// chosen.
	Copies *int            `toml:"copies,omitempty"`
	Files  map[string]File `toml:"file,omitempty"`
}

// DefaultCopies and MostCopies are how many dated copies are kept until
// something else is chosen, and at most.
const (
	DefaultCopies = 14
	MostCopies    = 1000
)

// CopiesKept is how many dated copies a file keeps of itself; 0 for none.
func (s Settings) CopiesKept() int {
	if s.Copies == nil {
		return DefaultCopies
	}
	return *s.Copies
}

// File is what a user keeps about one committee's file.
type File struct {
	// Person says who the user is in that file, Name how they were called there.
	Person committee.PersonID `toml:"person,omitempty"`
	Name   string             `toml:"name,omitempty"`
	// Visited is when the user last left the file.
	Visited time.Time `toml:"visited,omitempty"`
	// Seen says, for each person the user was in that file, how far they know
	// its journal. Unsigned is the name of nobody.
	Seen map[string]Seen `toml:"seen,omitempty"`
}

// Unsigned stands for the person in File.Seen of whoever gives no name.
const Unsigned = "anonyme"

// Seen is how far somebody knows the journal of a file.
type Seen struct {
	// Seq is the last line they know, At when they were there.
	Seq int64     `toml:"seq"`
	At  time.Time `toml:"at"`
}

// SeenBy is how far a person knows the journal; the zero value when they were
// never there.
func (f File) SeenBy(person committee.PersonID) Seen { return f.Seen[seenKey(person)] }

// See keeps how far a person knows the journal.
func (f *File) See(person committee.PersonID, s Seen) {
	seen := maps.Clone(f.Seen)
	if seen == nil {
		seen = map[string]Seen{}
	}
	seen[seenKey(person)] = s
	f.Seen = seen
}

func seenKey(person committee.PersonID) string {
	if person == "" {
		return Unsigned
	}
	return string(person)
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
	case s.CopiesKept() < 0 || s.CopiesKept() > MostCopies:
		return "copies"
	case strings.ContainsFunc(s.LastFile, unicode.IsControl):
		return "last_file"
	}
	for path, f := range s.Files {
		f.Person, f.Name = committee.PersonID(text.Line(string(f.Person))), text.Line(f.Name)
		s.Files[path] = f
	}
	return ""
}
