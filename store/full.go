package store

import (
	"errors"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// noRoom tells whether the system refused to write for want of room: a disk
// that is full SQLite tells itself, a quota that is used up or a bound on the
// size of files it takes for a failing disk.
func noRoom(e sqlite3.Error) bool {
	return errors.Is(e.SystemErrno, syscall.ENOSPC) || errors.Is(e.SystemErrno, syscall.EDQUOT) || errors.Is(e.SystemErrno, syscall.EFBIG)
}
