package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Load makes a new file from a dump. The file appears when all of it was read,
// the checksum agrees and the check of the file finds nothing; otherwise there
// is none. What is wrong with the dump is a *committee.DumpError, what would
// be wrong with the file a *register.UnsoundError. One that exists is never
// replaced: then the *committee.FileError says so.
func Load(ctx context.Context, path string, dump io.Reader, o Options) (e Extent, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return e, err
	}
	latest, err := latestVersion(o.filled().steps)
	if err != nil {
		return e, err
	}
	if err := vacant(path); err != nil {
		return e, err
	}
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+newID()+".new")
	defer func() {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(temporary + suffix)
		}
		var file *committee.FileError
		if errors.As(err, &file) && file.Path == temporary {
			file.Path = path
		}
	}()
	s, err := Create(temporary, o)
	if err != nil {
		return e, err
	}
	e, err = s.take(ctx, dump, latest)
	if err := errors.Join(err, s.Close()); err != nil {
		return e, err
	}
	return e, publish(temporary, path)
}

// take puts a dump into a new file and checks the file.
func (s *Store) take(ctx context.Context, dump io.Reader, latest int) (e Extent, err error) {
	l := &loader{in: newDumpReader(dump), latest: latest, rows: map[committee.Kind]int{}}
	err = s.reload(ctx, func(tx *tx) error {
		l.tx = tx
		return l.fault(l.load(ctx))
	})
	if err != nil {
		return e, err
	}
	e.Lines = int(l.head.Journal)
	for _, n := range l.rows {
		e.Rows += n
	}
	return e, l.check(ctx)
}

// loader reads a dump into a new file.
type loader struct {
	tx     *tx
	in     *dumpReader
	latest int // the shape of a file of this program
	head   dumpHeader
	rows   map[committee.Kind]int
	last   committee.Thing // the last row read
	seq    int64           // of the last line of the journal
	hash   string          // its hash
}

// fault says on which line of the dump an error came up.
func (l *loader) fault(err error) error {
	err = l.tx.store.fault(err)
	var dump *committee.DumpError
	var field *committee.FieldError
	var refused *committee.RefusedError
	var rule *committee.RuleError
	switch {
	case errors.As(err, &dump):
		switch dump.Reason {
		case committee.DumpForeign, committee.DumpNewer, committee.DumpAltered, committee.DumpCount:
		default:
			dump.Line = l.in.line
		}
		return dump
	case errors.As(err, &field), errors.As(err, &refused), errors.As(err, &rule):
		return &committee.DumpError{Line: l.in.line, Reason: committee.DumpValue, Err: err}
	}
	return err
}

func (l *loader) load(ctx context.Context) error {
	if err := l.header(); err != nil {
		return err
	}
	for {
		b, err := l.in.next(dumpLineAtMost)
		switch {
		case errors.Is(err, io.EOF):
			return &committee.DumpError{Reason: committee.DumpCut}
		case err != nil:
			return err
		case bytes.HasPrefix(b, []byte(rowStart)):
			err = l.row(ctx, b)
		case bytes.HasPrefix(b, []byte(entryStart)):
			err = l.entry(ctx, b)
		case bytes.HasPrefix(b, []byte(endStart)):
			return l.end(b)
		default:
			err = garbled(nil)
		}
		if err != nil {
			return err
		}
	}
}

func (l *loader) header() error {
	b, err := l.in.next(dumpHeaderAtMost)
	var long *committee.DumpError
	if err != nil && !errors.Is(err, io.EOF) && !errors.As(err, &long) {
		return err
	}
	// A newer format may have other fields: first who wrote it.
	var who struct {
		Suivi          string
		Format, Schema int
	}
	if err != nil || json.Unmarshal(b, &who) != nil || who.Suivi != dumpName {
		return &committee.DumpError{Reason: committee.DumpForeign}
	}
	if who.Format > dumpFormat || who.Schema > l.latest {
		return &committee.DumpError{Reason: committee.DumpNewer}
	}
	if err := unmarshal(b, &l.head); err != nil {
		return err
	}
	if l.head.Format != dumpFormat || l.head.Schema < 1 || l.head.Rows == nil || !bytes.Equal(marshaled(l.head), b) {
		return garbled(nil)
	}
	return nil
}

func (l *loader) row(ctx context.Context, b []byte) error {
	var row dumpRow
	if err := unmarshal(b, &row); err != nil {
		return err
	}
	k, known := keepers[row.Kind]
	switch {
	case !known:
		return &committee.DumpError{Reason: committee.DumpUnknownKind, Detail: string(row.Kind)}
	case !bytes.Equal(row.line(), b):
		return garbled(nil)
	case l.seq > 0:
		return &committee.DumpError{Reason: committee.DumpDisorder}
	}
	return k.put(ctx, l.tx, row.Value, l.head.Schema == l.latest, func(id string) error {
		was, now := slices.Index(kinds, l.last.Kind), slices.Index(kinds, row.Kind)
		if now < was || now == was && id <= l.last.ID {
			return &committee.DumpError{Reason: committee.DumpDisorder}
		}
		l.last = committee.Thing{Kind: row.Kind, ID: id}
		l.rows[row.Kind]++
		return nil
	})
}

func (l *loader) entry(ctx context.Context, b []byte) error {
	var line dumpEntry
	var e journalEntry
	if err := unmarshal(b, &line); err != nil {
		return err
	}
	if err := unmarshal(line.Entry, &e); err != nil {
		return err
	}
	if !bytes.Equal(line.line(), b) || !bytes.Equal(marshaled(e), line.Entry) || len(e.Changes) == 0 {
		return garbled(nil)
	}
	if e.Seq != l.seq+1 || chained(l.hash, line.Entry) != line.Hash {
		return &committee.DumpError{Reason: committee.DumpChain}
	}
	if err := e.clean(); err != nil {
		return err
	}
	l.seq, l.hash = e.Seq, line.Hash
	return l.tx.insert(ctx, e, line.Hash)
}

// clean refuses a line of the journal that this program would not write so,
// or that speaks of what it does not know.
func (e journalEntry) clean() error {
	kept := e
	verb, kind, id := string(e.Verb), string(e.Thing.Kind), e.Thing.ID
	fields := []field{
		line("at", &kept.At), line("actor", &kept.Actor), line("actor_name", &kept.ActorName), body("why", &kept.Why),
		line("verb", &verb), line("kind", &kind), line("id", &id),
	}
	was := []string{e.At, e.Actor, e.ActorName, e.Why, verb, kind, id}
	cleanFields(fields)
	for i, f := range fields {
		if *f.at.(*string) != was[i] {
			return &committee.DumpError{Reason: committee.DumpUnclean, Detail: f.column}
		}
	}
	for _, c := range e.Changes {
		k, known := keepers[c.Thing.Kind]
		if !known {
			return &committee.DumpError{Reason: committee.DumpUnknownKind, Detail: string(c.Thing.Kind)}
		}
		for _, image := range []string{c.Before, c.After} {
			if image != "" && !k.depicts(c.Thing.ID, image) {
				return garbled(nil)
			}
		}
	}
	return nil
}

func (l *loader) end(b []byte) error {
	if !bytes.Equal(dumpEnd(l.in.sum), b) {
		return &committee.DumpError{Reason: committee.DumpAltered}
	}
	for _, kind := range kinds {
		if l.rows[kind] != l.head.Rows[kind] {
			return &committee.DumpError{Reason: committee.DumpCount, Detail: fmt.Sprintf("%s: %d / %d", kind, l.rows[kind], l.head.Rows[kind])}
		}
	}
	if l.seq != l.head.Journal || l.hash != l.head.Hash {
		return &committee.DumpError{Reason: committee.DumpCount, Detail: fmt.Sprintf("journal: %d / %d", l.seq, l.head.Journal)}
	}
	if _, err := l.in.next(dumpLineAtMost); !errors.Is(err, io.EOF) {
		return &committee.DumpError{Reason: committee.DumpTrailing}
	}
	return nil
}

// check checks the whole new file, and says which line of the dump the first
// finding is about.
func (l *loader) check(ctx context.Context) error {
	s := l.tx.store
	found, err := s.Check(ctx)
	if err != nil || len(found) == 0 {
		return err
	}
	e := &register.UnsoundError{Finding: found[0]}
	if e.Finding.Kind == register.FindingLink && e.Finding.Thing.Zero() {
		if e.Finding.Thing, err = s.unlinked(ctx); err != nil {
			return err
		}
	}
	e.Line, err = l.lineOf(ctx, e.Finding)
	return errors.Join(err, e)
}

// lineOf is where the dump holds what a finding is about; 0 when it is about
// nothing that it holds.
func (l *loader) lineOf(ctx context.Context, f Finding) (int, error) {
	line, all := 1, 1
	for _, n := range l.rows {
		all += n
	}
	if f.Seq > 0 {
		return all + int(f.Seq), nil
	}
	for _, kind := range kinds {
		if kind != f.Thing.Kind {
			line += l.rows[kind]
			continue
		}
		var there bool
		var before int
		err := l.tx.store.reader.QueryRowContext(ctx,
			fmt.Sprintf("SELECT coalesce(sum(id = ?1), 0), coalesce(sum(id <= ?1), 0) FROM %s", keepers[kind].shape().table), f.Thing.ID).Scan(&there, &before)
		if !there {
			return 0, err
		}
		return line + before, err
	}
	return 0, nil
}

// unlinked is a thing of which a part points at nothing.
func (s *Store) unlinked(ctx context.Context) (thing committee.Thing, err error) {
	var table, row string
	err = s.reader.QueryRowContext(ctx, `SELECT "table", rowid FROM pragma_foreign_key_check LIMIT 1`).Scan(&table, &row)
	if err != nil {
		return thing, s.fault(err)
	}
	for _, kind := range kinds {
		shape := keepers[kind].shape()
		column := ""
		if shape.table == table {
			column = "id"
		}
		for _, list := range shape.lists {
			if list.table == table && list.kind == "" {
				column = list.owner
			}
			if list.table == table && list.kind == kind { // a table that several kinds share
				column = fmt.Sprintf("CASE kind WHEN '%s' THEN %s ELSE '' END", kind, list.owner)
			}
		}
		if column == "" {
			continue
		}
		err := s.reader.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE rowid = ?", column, table), row).Scan(&thing.ID)
		if err != nil {
			return thing, s.fault(err)
		}
		if thing.ID != "" {
			thing.Kind = kind
			return thing, nil
		}
	}
	return thing, nil
}
