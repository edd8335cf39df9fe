//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package draft

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// locked opens a lock file and locks it for as long as this program runs: the
// system lets go of it however the program ends. errHeld when a running
// program holds it.
func locked(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
	case errors.Is(err, syscall.EWOULDBLOCK):
		_ = f.Close()
		return nil, errHeld
	case err != nil && runs(f):
		// A file system without locks: the number of the program must do.
		_ = f.Close()
		return nil, errHeld
	}
	// On a full disk the lock alone must do.
	_ = f.Truncate(0)
	_, _ = f.WriteAt([]byte(strconv.Itoa(os.Getpid())), 0)
	return f, nil
}

// runs tells whether the program whose number a lock file holds still runs.
func runs(f *os.File) bool {
	said, _ := io.ReadAll(io.LimitReader(f, 32))
	pid, err := strconv.Atoi(strings.TrimSpace(string(said)))
	if err != nil || pid <= 0 || pid == os.Getpid() {
		return false
	}
	return syscall.Kill(pid, 0) == nil
}

// ours tells whether what info is about belongs to this user.
func ours(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && fmt.Sprint(stat.Uid) == strconv.Itoa(os.Getuid())
}
