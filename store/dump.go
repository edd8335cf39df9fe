package store

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Extent is how much a dump holds.
type Extent struct {
	Rows  int
	Lines int // of the journal
}

// Windows of a dump: enough to be quick, few enough to take no memory.
const (
	rowsAtOnce  = 100
	linesAtOnce = 16
)

// Dump writes everything the file holds, as of one moment, in the format of
// docs/format.md: the same bytes for the same content. A file in which the
// check finds something is refused with a *register.UnsoundError, so that what
// is written in full can be loaded. After an error what was written lacks its
// end, and Load refuses it.
func (s *Store) Dump(ctx context.Context, w io.Writer) (e Extent, err error) {
	err = s.read(ctx, func(q querier) error {
		out := bufio.NewWriterSize(w, 1<<16)
		d := &dumper{checker: &checker{querier: q}, out: dumpWriter{out: out, sum: sha256.New()}}
		if err := d.dump(ctx); err != nil {
			return err
		}
		e = d.extent()
		return out.Flush()
	})
	return e, err
}

// DumpFile writes a dump into a new file, readable by its owner alone. It
// appears when it is whole. One that exists is never replaced: then the
// *committee.FileError says so.
func (s *Store) DumpFile(ctx context.Context, path string) (e Extent, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return e, err
	}
	if err := vacant(path); err != nil {
		return e, err
	}
	t, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return e, systemFault(path, err)
	}
	defer os.Remove(t.Name())
	defer t.Close()
	e, err = s.Dump(ctx, t)
	if err == nil {
		err = t.Sync()
	}
	if err == nil {
		err = t.Close()
	}
	var system *os.PathError
	if errors.As(err, &system) { // the name it has meanwhile says nothing
		return e, systemFault(path, system.Err)
	}
	if err != nil {
		return e, err
	}
	return e, publish(t.Name(), path)
}

// vacant refuses a path at which there is something.
func vacant(path string) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return nil // what is wrong, making the file says
	case info.IsDir():
		return &committee.FileError{Path: path, Reason: committee.FileFolder}
	}
	return &committee.FileError{Path: path, Reason: committee.FileExists}
}

// dumper writes a dump while it checks what it reads.
type dumper struct {
	*checker
	head dumpHeader
	out  dumpWriter
}

func (d *dumper) dump(ctx context.Context) error {
	parts := []func(context.Context) error{d.relations, d.header, d.rows, d.journal}
	for _, part := range parts {
		if err := part(ctx); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	_, err := d.out.out.Write(append(dumpEnd(d.out.sum), '\n'))
	return err
}

func (d *dumper) extent() Extent {
	e := Extent{Lines: int(d.head.Journal)}
	for _, n := range d.head.Rows {
		e.Rows += n
	}
	return e
}

// unsound is the first thing that was found wrong.
func (d *dumper) unsound(ctx context.Context) error {
	if len(d.found) == 0 {
		return nil
	}
	d.found = d.found[:1]
	d.nameThings(ctx)
	return &register.UnsoundError{Finding: d.found[0]}
}

// relations checks what one row alone does not show.
func (d *dumper) relations(ctx context.Context) error {
	for _, part := range []func(context.Context){d.keys, d.orphans, d.versions, d.marks, d.owners} {
		part(ctx)
	}
	for _, kind := range kinds {
		d.gone(ctx, keepers[kind])
	}
	return d.unsound(ctx)
}

func (d *dumper) header(ctx context.Context) error {
	d.head = dumpHeader{Suivi: dumpName, Format: dumpFormat, Rows: map[committee.Kind]int{}}
	for _, kind := range kinds {
		var n int
		if err := d.QueryRowContext(ctx, "SELECT count(*) FROM "+keepers[kind].shape().table).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			d.head.Rows[kind] = n
		}
	}
	if err := d.QueryRowContext(ctx, "PRAGMA user_version").Scan(&d.head.Schema); err != nil {
		return err
	}
	err := d.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0), coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), '') FROM journal`).
		Scan(&d.head.Journal, &d.head.Hash)
	if err != nil {
		return err
	}
	return d.out.write(marshaled(d.head))
}

func (d *dumper) rows(ctx context.Context) error {
	for _, kind := range kinds {
		n, err := d.rowsOf(ctx, kind)
		if err != nil {
			return err
		}
		if n != d.head.Rows[kind] { // an index has lost some
			d.add(Finding{Kind: register.FindingDamage, Detail: fmt.Sprintf("%s: %d / %d", kind, n, d.head.Rows[kind])})
			return d.unsound(ctx)
		}
	}
	return nil
}

func (d *dumper) rowsOf(ctx context.Context, kind committee.Kind) (n int, err error) {
	k, after := keepers[kind], ""
	for {
		page, err := k.page(ctx, d, after, rowsAtOnce)
		if err != nil {
			return n, unreadable(ctx, k.shape().table, err)
		}
		for _, row := range page {
			thing := committee.Thing{Kind: kind, ID: row.id}
			logged, err := lastImage(ctx, d, thing)
			if err != nil {
				return n, unreadable(ctx, "journal_change", err)
			}
			d.judge(thing, logged, row.agrees(logged))
			if err := d.unsound(ctx); err != nil {
				return n, err
			}
			if err := d.line(thing, dumpRow{Kind: kind, Value: []byte(row.image)}.line()); err != nil {
				return n, err
			}
			n, after = n+1, row.id
		}
		if len(page) < rowsAtOnce {
			return n, nil
		}
	}
}

func (d *dumper) journal(ctx context.Context) error {
	var last int64
	previous := ""
	for {
		lines, err := journalAfter(ctx, d, last, linesAtOnce)
		if err != nil {
			return unreadable(ctx, "journal", err)
		}
		for _, e := range lines {
			d.link(e, last, previous)
			if err := d.unsound(ctx); err != nil {
				return err
			}
			if err := d.line(e.Thing, dumpEntry{Entry: marshaled(e), Hash: e.hash}.line()); err != nil {
				return err
			}
			last, previous = e.Seq, e.hash
		}
		if len(lines) < linesAtOnce {
			break
		}
	}
	if last != d.head.Journal {
		d.add(Finding{Kind: register.FindingDamage, Detail: fmt.Sprintf("journal: %d / %d", last, d.head.Journal)})
	}
	return d.unsound(ctx)
}

// line writes a line about a thing. What is no text is damage of the file.
func (d *dumper) line(thing committee.Thing, b []byte) error {
	err := d.out.write(b)
	var e *committee.DumpError
	if errors.As(err, &e) && e.Reason == committee.DumpNotText {
		return &register.UnsoundError{Finding: Finding{Kind: register.FindingUnreadable, Thing: thing, Detail: e.Detail}}
	}
	return err
}

// unreadable tells what could not be read from a file that could not be read
// at all.
func unreadable(ctx context.Context, what string, err error) error {
	var e sqlite3.Error
	if errors.As(err, &e) || ctx.Err() != nil {
		return err
	}
	return &register.UnsoundError{Finding: Finding{Kind: register.FindingUnreadable, Detail: what + ": " + err.Error()}}
}
