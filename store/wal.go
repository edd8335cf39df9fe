package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// walHeader is the size of a -wal file in which nothing is written yet.
const walHeader = 32

// errUnpaired says why a file and its -wal do not go together.
type errUnpaired struct{ why string }

func (e *errUnpaired) Error() string { return "store: the -wal is not of this file: " + e.why }

// errUnseen says that the two could not be looked at together.
var errUnseen = errors.New("store: the -wal could not be read")

// paired looks at a file that has a -wal beside it and that nobody has open:
// the program, or the machine, stopped while it was. SQLite replays a -wal
// over whatever file it lies beside. Where that is a backup put back by hand,
// pages of two times are mixed. What the file says without its -wal has to be
// the beginning of what it says with it.
func paired(ctx context.Context, path string, latest int) error {
	err := together(ctx, path, latest)
	var no *errUnpaired
	if errors.As(err, &no) {
		reason := committee.FileMixed
		if byItself(ctx, path) != nil {
			reason = committee.FileDamaged
		}
		return &committee.FileError{Path: path, Reason: reason, Detail: no.why}
	}
	return nil // what else may be wrong, opening it says
}

// interrupted looks at a file that may have been left open by a program that
// is no more. Where another has it open, that one has looked.
func interrupted(path string, latest int) error {
	if inUse, err := held(path); err != nil || inUse || !walOf(path) {
		return nil
	}
	return paired(context.Background(), path, latest)
}

// walOf tells whether something is written in the -wal of a file.
func walOf(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > walHeader
}

// byItself asks SQLite whether the file without its -wal is whole.
func byItself(ctx context.Context, path string) error {
	s, err := still(path)
	if err != nil {
		return err
	}
	defer s.disconnect()
	return quick(ctx, s.reader)
}

func quick(ctx context.Context, q querier) error {
	var verdict string
	if err := q.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return &errUnpaired{verdict}
	}
	return nil
}

// together reads the file with its -wal. A reading connection writes neither,
// not even when it is closed.
func together(ctx context.Context, path string, latest int) error {
	db, err := sql.Open("sqlite3", dsn(path, url.Values{"mode": {"ro"}, "_query_only": {"1"}, "_busy_timeout": {"1000"}}))
	if err != nil {
		return errUnseen
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return unseen(err)
	}
	defer t.Rollback() //nolint:errcheck // nothing was written
	var version int
	if err := t.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return unseen(err)
	}
	if err := quick(ctx, t); err != nil || version != latest {
		return unseen(err) // what this program knows of an older shape is no more than that
	}
	return unseen(follows(ctx, t, withoutWal(ctx, path)))
}

// unseen tells what is wrong with the pages from what is wrong with reading
// them.
func unseen(err error) error {
	var e sqlite3.Error
	var no *errUnpaired
	switch {
	case err == nil, errors.As(err, &no):
		return err
	case errors.As(err, &e) && (e.Code == sqlite3.ErrCorrupt || e.Code == sqlite3.ErrNotADB || e.Code == sqlite3.ErrError):
		return &errUnpaired{e.Error()}
	}
	return errUnseen
}

// withoutWal is the end of the journal in the file without its -wal; -1 where
// it cannot be read: the machine may have stopped while SQLite was writing it.
func withoutWal(ctx context.Context, path string) tail {
	s, err := still(path)
	if err != nil {
		return tail{seq: -1}
	}
	defer s.disconnect()
	t, _, err := lastLine(ctx, s.reader)
	if err != nil {
		return tail{seq: -1}
	}
	return t
}

// linesAgain is how much of the journal is read again where its beginning is
// not known.
const linesAgain = 200

// follows tells whether the journal goes on from where it began, and whether
// the rows touched since are as it left them.
func follows(ctx context.Context, q querier, began tail) error {
	last, _, err := lastLine(ctx, q)
	if err != nil {
		return err
	}
	if began.seq < 0 {
		began = tail{seq: max(0, last.seq-linesAgain)}
	}
	previous, err := collectText(ctx, q, "SELECT hash FROM journal WHERE seq = ?", began.seq)
	switch {
	case err != nil:
		return err
	case began.seq == 0:
		previous = []string{""}
	case len(previous) == 0, began.hash != "" && previous[0] != began.hash:
		return &errUnpaired{fmt.Sprintf("journal line %d is another one", began.seq)}
	}
	touched := map[committee.Thing]bool{}
	for at, hash := began.seq, previous[0]; ; {
		lines, err := journalAfter(ctx, q, at, 200)
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			break
		}
		for _, e := range lines {
			if e.Seq != at+1 || e.after(hash) != e.hash {
				return &errUnpaired{fmt.Sprintf("journal line %d does not follow", e.Seq)}
			}
			at, hash = e.Seq, e.hash
			for _, c := range e.Changes {
				touched[c.Thing] = true
			}
		}
	}
	return asLeft(ctx, q, touched)
}

// asLeft tells whether things are as the journal left them.
func asLeft(ctx context.Context, q querier, touched map[committee.Thing]bool) error {
	for thing := range touched {
		k, known := keepers[thing.Kind]
		logged, err := lastImage(ctx, q, thing)
		if err != nil {
			return err
		}
		if !known || logged == "" {
			continue
		}
		var differs *differsError
		err = k.inspect(ctx, q, thing.ID, logged)
		if errors.As(err, &differs) || errors.Is(err, committee.ErrNotFound) || errors.Is(err, sql.ErrNoRows) {
			return &errUnpaired{fmt.Sprintf("%s %s is not as the journal left it", thing.Kind, thing.ID)}
		}
		if s := (sqlite3.Error{}); errors.As(err, &s) {
			return err
		}
	}
	return nil
}
