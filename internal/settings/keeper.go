package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"
)

// largest is how much of a settings file is read; a larger one is no settings.
const largest = 1 << 20

// Reason says why a settings file is not used.
type Reason string

// The reasons.
const (
	Unreadable Reason = "unreadable" // it is there, and the system does not let it be read
	NotOurs    Reason = "not_ours"   // too large, or not a plain file
	Garbled    Reason = "garbled"    // the text breaks the rules of TOML
	BadValue   Reason = "bad_value"  // Key holds a value that nothing offers
)

// Reasons lists the reasons.
var Reasons = []Reason{Unreadable, NotOurs, Garbled, BadValue}

// FaultError says what is wrong with the settings file. Line and Key are given
// when they are known.
type FaultError struct {
	Path   string
	Reason Reason
	Line   int
	Key    string
}

// Error is for logs; screens word the error themselves.
func (e *FaultError) Error() string {
	return fmt.Sprintf("settings %s: %s line %d %s", e.Path, e.Reason, e.Line, e.Key)
}

// Path is where the user's settings are kept.
func Path() string { return filepath.Join(xdg.ConfigHome, "suivi", "reglages.toml") }

// Keeper holds the settings and writes them when one changes. It is safe for
// use by several goroutines.
type Keeper struct {
	path string

	mu     sync.Mutex
	values Settings
}

// Open reads the settings at a path. A file that is not there is no fault. A
// faulty one is a *FaultError; the keeper then holds the defaults, leaves the
// file alone until a setting changes, and keeps a copy of it then.
func Open(path string) (*Keeper, error) {
	values, err := read(path)
	return &Keeper{path: path, values: values}, err
}

// Path is where this keeper writes.
func (k *Keeper) Path() string { return k.path }

// Settings are the settings now.
func (k *Keeper) Settings() Settings {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.values
}

// Change changes settings and writes them. What another window of the program
// wrote meanwhile is kept, but for what the change sets. When writing fails
// the change holds for this session all the same. change may be called twice.
func (k *Keeper) Change(change func(*Settings)) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	change(&k.values)
	current, err := read(k.path)
	var fault *FaultError
	switch {
	case errors.As(err, &fault):
		current = k.values
		if err := setAside(k.path); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		change(&current)
	}
	if err := write(k.path, current); err != nil {
		return err
	}
	k.values = current
	return nil
}

func read(path string) (Settings, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Settings{}, nil
	case err != nil:
		return Settings{}, &FaultError{Path: path, Reason: Unreadable}
	case !info.Mode().IsRegular() || info.Size() > largest:
		return Settings{}, &FaultError{Path: path, Reason: NotOurs}
	}
	written, err := os.ReadFile(path)
	if err != nil {
		return Settings{}, &FaultError{Path: path, Reason: Unreadable}
	}
	var s Settings
	if _, err := toml.Decode(string(written), &s); err != nil {
		fault := &FaultError{Path: path, Reason: Garbled}
		if at := (toml.ParseError{}); errors.As(err, &at) {
			fault.Line = at.Position.Line
		}
		return Settings{}, fault
	}
	if bad := s.check(); bad != "" {
		return Settings{}, &FaultError{Path: path, Reason: BadValue, Key: bad}
	}
	return s, nil
}

// setAside keeps a copy of a faulty file under a name that is free.
func setAside(path string) error {
	from, err := os.Open(path)
	if err != nil {
		// What cannot be read cannot be copied: it is moved as it is.
		return moveAside(path)
	}
	defer func() { _ = from.Close() }()
	if info, err := from.Stat(); err != nil || !info.Mode().IsRegular() {
		return moveAside(path)
	}
	name, err := free(path)
	if err != nil {
		return err
	}
	to, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}

func moveAside(path string) error {
	name, err := free(path)
	if err != nil {
		return err
	}
	return os.Rename(path, name)
}

func free(path string) (string, error) {
	for n := 1; n < 1000; n++ {
		name := fmt.Sprintf("%s.%d", path, n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fmt.Errorf("settings: no free name beside %s", path)
}

// legible is s without the paths that are no text. A file may be called
// anything, but one such name would make the settings unreadable.
func (s Settings) legible() Settings {
	if !legible(s.LastFile) {
		s.LastFile = ""
	}
	s.Files = maps.Clone(s.Files)
	maps.DeleteFunc(s.Files, func(path string, _ File) bool { return !legible(path) })
	return s
}

func legible(path string) bool {
	return utf8.ValidString(path) && !strings.ContainsFunc(path, unicode.IsControl)
}

// write replaces the file in one step: it holds the old settings or the new
// ones, never half of them.
func write(path string, s Settings) error {
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(s.legible()); err != nil {
		return err
	}
	// A link leads to where the user keeps such files: it stays a link.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, ".reglages-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(text.Bytes())
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
