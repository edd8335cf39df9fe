//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd)

package draft

import (
	"errors"
	"io/fs"
	"os"
)

// locked makes a lock file anew and keeps it open: where there is no flock, a
// file that a running program has open cannot be removed.
func locked(path string) (*os.File, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errHeld
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errHeld
	}
	return f, err
}

// ours cannot be told here: the user's own folders are their own.
func ours(fs.FileInfo) bool { return true }
