//go:build unix

package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// Where SQLite has its locks in a file: whoever has it open holds one byte of
// these for reading, in WAL mode for as long as it is open.
const sharedFirst, sharedSize = 0x40000002, 510

// claim is a file that nobody else has open, and that nobody can begin to use
// until it is let go.
type claim struct{ f *os.File }

// claimed claims a file. inUse tells that another program has it open. This
// program must not have it open: letting go would drop its own locks.
func claimed(path string) (c claim, inUse bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		inUse, err = held(path) // one can still be asked for
		return claim{}, inUse, err
	}
	if err != nil {
		return claim{}, false, err
	}
	err = syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, allOfIt())
	if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
		return claim{}, true, f.Close()
	}
	if err != nil {
		return claim{}, false, errors.Join(err, f.Close())
	}
	return claim{f}, false, nil
}

func (c claim) letGo() {
	if c.f != nil {
		_ = c.f.Close()
	}
}

// held tells whether another program has a file open. This program must not.
func held(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	lock := allOfIt()
	if err := syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, lock); err != nil {
		return false, err
	}
	return lock.Type != syscall.F_UNLCK, nil
}

func allOfIt() *syscall.Flock_t {
	return &syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: sharedFirst, Len: sharedSize}
}
