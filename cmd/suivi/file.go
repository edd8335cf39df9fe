package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/store"
)

// defaultFile is the file of those who name none.
func defaultFile() string { return filepath.Join(xdg.DataHome, "suivi", "comite.suivi") }

// file is the full path of the file that the command line is about: the one it
// names, else SUIVI_FILE, else the last one opened, which must still be there,
// else the default.
func (p *program) file(cmd *cobra.Command, args []string) (string, error) {
	path := defaultFile()
	switch last := p.keeper.Settings().LastFile; {
	case len(args) > 0 && !cmd.HasParent() && bareWord(args[0]):
		return "", p.unknown(cmd.Root(), p.words().NoSuchFileOrCommand, args[0])
	case len(args) > 1:
		return "", misunderstood(cmd, p.words().TooMany, args[1])
	case len(args) == 1:
		path = args[0]
	case os.Getenv("SUIVI_FILE") != "":
		path = os.Getenv("SUIVI_FILE")
	case last != "" && !exists(last):
		// Another committee's file is not opened in its place without a word.
		return "", misunderstood(cmd, p.words().LastGone, last, path)
	case last != "":
		path = last
	}
	return filepath.Abs(path)
}

// bareWord tells whether an argument is more likely a mistyped command than a
// file to be made: nothing is called so, and it does not look like a file.
func bareWord(arg string) bool {
	return !strings.ContainsAny(arg, `./\`) && !exists(arg)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// missing tells whether an error says that the file is not there, nor perhaps
// the folder it would be in.
func missing(err error) bool {
	var e *committee.FileError
	return errors.As(err, &e) && (e.Reason == committee.FileMissing || e.Reason == committee.FileNoFolder)
}

func (p *program) openFile(path string) (*store.Store, error) {
	return store.Open(path, store.Options{ReadOnly: p.options.readOnly, Now: p.now})
}

// actor is who acts on the file: as asked on the command line, else as settled
// in an earlier visit if that person is still there, else nobody yet.
func (p *program) actor(ctx context.Context, s *store.Store) (committee.Actor, error) {
	who := committee.Actor{ReadOnly: p.options.readOnly}
	if p.options.as != "" {
		person, err := p.called(ctx, s, p.options.as)
		who.Person, who.Name = person.ID, person.Name
		return who, err
	}
	before := p.keeper.Settings().File(s.Path()).Person
	if before == "" {
		return who, nil
	}
	sheet, err := s.Person(ctx, before)
	if errors.Is(err, committee.ErrNotFound) || sheet.Person.Archived {
		return who, nil
	}
	who.Person, who.Name = sheet.Person.ID, sheet.Person.Name
	return who, err
}

// called finds the person of the file who has a name or an identifier. Case
// and accents do not count; a part of a name is not enough to sign for somebody.
func (p *program) called(ctx context.Context, s *store.Store, name string) (committee.Person, error) {
	sheet, err := s.Person(ctx, committee.PersonID(strings.TrimSpace(name)))
	if err == nil || !errors.Is(err, committee.ErrNotFound) {
		return sheet.Person, err
	}
	name = text.Line(name)
	like, err := s.People(ctx, register.Query{Filter: name, Limit: 20})
	if err != nil {
		return committee.Person{}, err
	}
	var same []register.PersonLine
	for _, line := range like.Rows {
		if text.Fold(strings.TrimSpace(line.Name)) == text.Fold(strings.TrimSpace(name)) {
			same = append(same, line)
		}
	}
	if len(same) == 1 {
		return committee.Person{ID: same[0].ID, Name: same[0].Name}, nil
	}
	return committee.Person{}, p.notOne(name, same, like.Rows)
}

// notOne says that nobody, or more than one person, has a name.
func (p *program) notOne(name string, same, like []register.PersonLine) error {
	w := p.words()
	var others []string
	if len(same) > 1 {
		for _, line := range same {
			others = append(others, fmt.Sprintf("%s (%s)", line.ID, text.Line(strings.Trim(line.Function+", "+line.Institution, ", "))))
		}
		return &refusal{sentence: fmt.Sprintf(w.SeveralCalled, name, p.loc.List(others))}
	}
	said := fmt.Sprintf(w.NobodyCalled, name)
	for _, line := range like[:min(len(like), 5)] {
		others = append(others, text.Line(line.Name))
	}
	if len(others) > 0 {
		said += " " + fmt.Sprintf(w.Nearby, p.loc.List(others))
	}
	return &refusal{sentence: said}
}
