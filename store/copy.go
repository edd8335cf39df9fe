package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// moment is a connection that reads the file as it stood at one moment,
// whatever is written meanwhile. Nobody waits for it.
type moment struct{ conn *sql.Conn }

// now is the state of the file at this moment. It must be let go.
func (f *file) moment(ctx context.Context, db *sql.DB) (*moment, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	m := &moment{conn}
	// A transaction reads nothing, and so holds no state, until it is asked.
	for _, statement := range []string{"BEGIN", "SELECT count(*) FROM sqlite_schema"} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return nil, errors.Join(err, m.letGo())
		}
	}
	return m, nil
}

func (m *moment) letGo() error {
	_, _ = m.conn.ExecContext(context.Background(), "ROLLBACK") // it holds nothing when BEGIN failed
	return m.conn.Close()
}

// pagesAtOnce is how much is copied between two looks at whether to go on:
// 4 MiB.
const pagesAtOnce = 1024

// draft makes a whole copy of a moment, on the disk, without a name of its
// own: the caller publishes it as what it is for, or removes it.
func (f *file) draft(ctx context.Context, m *moment, folder, as string) (path string, err error) {
	// CreateTemp makes it 0600, where SQLite would make it 0644.
	t, err := os.CreateTemp(folder, draftPattern(filepath.Base(f.at().path)))
	if err != nil {
		return "", systemFault(as, err)
	}
	defer func() {
		if err = errors.Join(err, t.Close()); err != nil {
			_ = os.Remove(t.Name())
			err = fault(as, err)
		}
	}()
	// Nobody else knows the name, and half a copy is thrown away: neither locks
	// nor a journal are needed, and some disks know no locks.
	db, err := sql.Open("sqlite3", dsn(t.Name(), url.Values{"mode": {"rw"}, "nolock": {"1"}, "_journal_mode": {"OFF"}, "_synchronous": {"OFF"}}))
	if err != nil {
		return "", err
	}
	db.SetMaxOpenConns(1)
	if most := f.options.mostPages; most > 0 {
		_, err = db.ExecContext(ctx, "PRAGMA max_page_count = "+strconv.Itoa(most))
	}
	if err == nil {
		err = m.copyTo(ctx, db)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return "", err
	}
	if err := t.Sync(); err != nil {
		return "", systemFault(as, err)
	}
	return t.Name(), nil
}

// copyTo copies the moment page by page.
func (m *moment) copyTo(ctx context.Context, to *sql.DB) error {
	target, err := to.Conn(ctx)
	if err != nil {
		return err
	}
	defer target.Close()
	return target.Raw(func(t any) error {
		return m.conn.Raw(func(s any) error {
			b, err := t.(*sqlite3.SQLiteConn).Backup("main", s.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			return errors.Join(step(ctx, b), parted(b.Finish()))
		})
	})
}

func step(ctx context.Context, b *sqlite3.SQLiteBackup) error {
	for left := -1; ; left = b.Remaining() {
		if err := ctx.Err(); err != nil {
			return err
		}
		done, err := b.Step(pagesAtOnce)
		if done || err != nil {
			return parted(err)
		}
		if b.Remaining() == left || b.PageCount() == 0 {
			// The driver keeps silent about a file that is busy.
			return sqlite3.Error{Code: sqlite3.ErrBusy}
		}
	}
}

// parted parts the code of an error from what the driver leaves mixed in it.
func parted(err error) error {
	var e sqlite3.Error
	if errors.As(err, &e) && e.ExtendedCode == 0 {
		e.ExtendedCode, e.Code = sqlite3.ErrNoExtended(e.Code), e.Code&0xff
		return e
	}
	return err
}

// copyTo makes a whole copy of the file, checked and on the disk before it has
// its name. A copy that is there already stays.
func (f *file) copyTo(ctx context.Context, path string) error {
	m, err := f.moment(ctx, f.writer)
	if err != nil {
		return err
	}
	temporary, err := f.draft(ctx, m, filepath.Dir(path), path)
	ends := tail{}
	if err == nil {
		ends, _, err = lastLine(ctx, m.conn)
	}
	if err = errors.Join(err, m.letGo()); err != nil {
		return err
	}
	defer os.Remove(temporary)
	if err := f.sameAs(ctx, temporary, ends); err != nil {
		return err
	}
	err = publish(temporary, path)
	if nameTaken(err) {
		return nil
	}
	return err
}

// sameAs tells whether a copy of the file is whole: SQLite finds nothing wrong
// with it, and its journal ends as the file's own.
func (f *file) sameAs(ctx context.Context, copied string, ends tail) error {
	s, err := still(copied)
	if err != nil {
		return err
	}
	defer s.disconnect()
	err = quick(ctx, s.reader)
	got := tail{}
	if err == nil {
		got, _, err = lastLine(ctx, s.reader)
	}
	if err == nil && got != ends {
		err = &errUnpaired{"the journal of the copy ends elsewhere"}
	}
	var no *errUnpaired
	if errors.As(err, &no) {
		return &committee.FileError{Path: f.at().path, Reason: committee.FileDamaged, Detail: no.why}
	}
	return f.fault(err)
}

// still opens a file that nobody changes, and leaves nothing beside it. It is
// not one of the files that are open: it is disconnected, not closed.
func still(path string) (*Store, error) {
	db, err := sql.Open("sqlite3", dsn(path, url.Values{"mode": {"ro"}, "immutable": {"1"}, "_query_only": {"1"}}))
	if err != nil {
		return nil, err
	}
	return &Store{file: &file{path: path, readOnly: true, now: time.Now, reader: db}}, nil
}

// nameTaken tells whether an error says that a name is not free.
func nameTaken(err error) bool {
	var e *committee.FileError
	return errors.As(err, &e) && e.Reason == committee.FileExists
}

// draftPattern is how copies are called that have no name of their own yet.
func draftPattern(name string) string { return "." + name + ".*.new" }

// stale is how old a copy without a name is before it is taken for one that a
// power cut left behind.
const stale = 24 * time.Hour

// sweep removes what was left in a folder of copies that were never finished.
func sweep(folder, name string) {
	before, after, _ := strings.Cut(draftPattern(name), "*")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && strings.HasPrefix(e.Name(), before) && strings.HasSuffix(e.Name(), after) &&
			time.Since(info.ModTime()) > stale {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// stamp is a moment as it stands in the name of a file.
const stamp = "20060102T150405"

// dated is the name of something beside a file: comite.sauvegarde-20180112T093000.suivi.
func dated(path, what string, at time.Time) string {
	return stem(path) + "." + what + "-" + at.Format(stamp) + ".suivi"
}

// stem is the name of a file without its folder and our ending.
func stem(path string) string { return strings.TrimSuffix(filepath.Base(path), ".suivi") }
