// Package store keeps the committee's file: one SQLite database, its use
// cases, and the journal of everything that was done to it.
package store

import (
	"context"
	"database/sql"
	"io/fs"
	"sync"
	"time"

	"suivi/internal/committee"
)

// Store is an open file, bound to the person who acts on it. It is safe for
// use by several goroutines.
type Store struct {
	*file
	actor committee.Actor
	// joined is the transaction that several use cases share; nil for none.
	joined changer
	// unindexed gathers what it touched; nil outside of one.
	unindexed *unindexed
}

// file is what every binding of an open file shares.
type file struct {
	moving   sync.RWMutex // guards what saving under another name changes
	path     string
	info     fs.FileInfo
	sides    sides
	parted   bool // its name was given up
	readOnly bool
	writer   *sql.DB
	reader   *sql.DB

	now    func() time.Time
	newID  func() string
	wait   time.Duration // for another program to let go of the file
	watch  watch
	others others
	// options are those the file was opened with.
	options Options
	settler settler
	copies  copies
}

// As returns the same open file bound to another actor.
func (s *Store) As(actor committee.Actor) *Store {
	return &Store{file: s.file, actor: actor, joined: s.joined, unindexed: s.unindexed}
}

// Actor is who acts through this binding.
func (s *Store) Actor() committee.Actor { return s.actor }

// Path is where the file is.
func (s *Store) Path() string { return s.at().path }

// ReadOnly tells whether nothing can be written: the file was opened for
// reading, or the actor may only read.
func (s *Store) ReadOnly() bool { return s.at().readOnly || s.actor.ReadOnly }

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
	if s.joined != nil {
		return fn(s.joined)
	}
	conn, err := s.at().look(ctx)
	if err != nil {
		return s.fault(err)
	}
	defer conn.Close()
	// As for writing, a question that is given up keeps its connection.
	t, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return s.fault(err)
	}
	defer t.Rollback() //nolint:errcheck // nothing was written
	return s.fault(fn(t))
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
