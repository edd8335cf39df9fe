package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// base is where an open file is at a moment: saving it under another name
// moves it.
type base struct {
	path           string
	info           fs.FileInfo
	sides          sides
	parted         bool // its name was given up
	readOnly       bool
	writer, reader *sql.DB
}

// at is where the file is now.
func (f *file) at() base {
	f.moving.RLock()
	defer f.moving.RUnlock()
	return base{path: f.path, info: f.info, sides: f.sides, parted: f.parted, readOnly: f.readOnly, writer: f.writer, reader: f.reader}
}

// inPlace refuses to write to a file that was moved, removed, replaced or made
// read-only under the open connection: SQLite would write to it without an
// error, wherever it is.
func (f *file) inPlace() error { return f.at().inPlace() }

func (b base) inPlace() error {
	wrong := func(r committee.FileReason) error { return &committee.FileError{Path: b.path, Reason: r} }
	now, err := os.Stat(b.path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !exists(filepath.Dir(b.path)):
		return wrong(committee.FileFolderGone)
	case errors.Is(err, fs.ErrNotExist):
		return wrong(committee.FileGone)
	case err != nil:
		return systemFault(b.path, err)
	case b.parted, !os.SameFile(now, b.info):
		return wrong(committee.FileReplaced)
	case b.readOnly:
		return nil
	case now.Mode().Perm()&0o222 == 0 && b.info.Mode().Perm()&0o222 != 0, !writable(b.path):
		return wrong(committee.FileReadOnly)
	case !b.sides.inPlace(b.path):
		return wrong(committee.FileUnsided)
	}
	return nil
}

// moved tells whether the names of the file and of what lies beside it no
// longer lead there: another program, or one more connection, would write to
// others, without a lock that this one sees.
func moved(err error) bool {
	switch troubleOf(err) {
	case committee.FileGone, committee.FileFolderGone, committee.FileReplaced, committee.FileUnsided:
		return true
	}
	return false
}

// pool opens connections to this very file: one that would be made to another
// file, which has its name now, is refused.
func (f *file) pool(address string) *sql.DB {
	return sql.OpenDB(connector{base: f.at(), address: address})
}

type connector struct {
	base    base
	address string
}

// Connect makes a connection. The file is looked at before and after: SQLite
// opens it by its name.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	if err := c.base.inPlace(); moved(err) {
		return nil, err
	}
	conn, err := c.Driver().Open(c.address)
	if err != nil {
		return nil, err
	}
	if err := c.base.inPlace(); moved(err) {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// Driver is SQLite's.
func (c connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

// look is a connection for reading. Where no new one can be made, one of those
// there are will do.
func (b base) look(ctx context.Context) (*sql.Conn, error) {
	conn, err := b.reader.Conn(ctx)
	for range 3 {
		if !moved(err) {
			break
		}
		b.reader.SetMaxOpenConns(max(b.reader.Stats().OpenConnections, 1))
		conn, err = b.reader.Conn(ctx)
	}
	return conn, err
}
