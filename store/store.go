// Package store keeps the committee's file: one SQLite database, its use
// cases, and the journal of everything that was done to it.
package store

import (
	"context"
	"database/sql"
	"io/fs"
	"os"
	"time"

	"suivi/internal/committee"
)

// Store is an open file, bound to the person who acts on it. It is safe for
// use by several goroutines.
type Store struct {
	*file
	actor committee.Actor
}

// file is what every binding of an open file shares.
type file struct {
	path     string
	info     fs.FileInfo
	readOnly bool
	now      func() time.Time
	writer   *sql.DB
	reader   *sql.DB
}

// As returns the same open file bound to another actor.
func (s *Store) As(actor committee.Actor) *Store {
	return &Store{file: s.file, actor: actor}
}

// Actor is who acts through this binding.
func (s *Store) Actor() committee.Actor { return s.actor }

// Path is where the file is.
func (s *Store) Path() string { return s.path }

// ReadOnly tells whether nothing can be written: the file was opened for
// reading, or the actor may only read.
func (s *Store) ReadOnly() bool { return s.readOnly || s.actor.ReadOnly }

// Close closes the file. The store cannot be used afterwards.
func (s *Store) Close() error { return s.close() }

// today is the day on the injected clock.
func (s *Store) today() committee.Date { return committee.DateOf(s.now()) }

// querier reads: a transaction or a pool. Use cases compose over it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanner is a row being read.
type scanner interface{ Scan(dest ...any) error }

// read runs fn on one snapshot of the file.
func (s *Store) read(ctx context.Context, fn func(q querier) error) error {
	t, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(err)
	}
	defer t.Rollback() //nolint:errcheck // nothing was written
	return s.fault(fn(t))
}

// inPlace refuses to write to a file that was renamed or replaced under the
// open connection: SQLite would write to the old one without an error.
func (s *Store) inPlace() error {
	now, err := os.Stat(s.path)
	if err != nil || !os.SameFile(now, s.info) {
		return &committee.FileError{Path: s.path, Reason: committee.FileReplaced}
	}
	return nil
}

// collect reads every row of an answer.
func collect[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}
