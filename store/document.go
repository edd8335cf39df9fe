package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"suivi/internal/committee"
)

// WriteDocument writes a file that is no committee's, readable by its owner
// alone; it appears when it is whole. One that exists is replaced only when
// that is asked for, and never when it is a folder, a link, or what SQLite
// works with: then the *committee.FileError says so.
func WriteDocument(path string, content []byte, replace bool) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := vacant(path); err != nil && !(replace && replaceable(path)) {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return systemFault(path, err)
	}
	defer os.Remove(t.Name())
	defer t.Close()
	_, err = t.Write(content)
	if err == nil {
		err = t.Sync()
	}
	if err == nil {
		err = t.Close()
	}
	var system *os.PathError
	if errors.As(err, &system) { // the name it has meanwhile says nothing
		err = system.Err
	}
	switch {
	case err != nil:
		return systemFault(path, err)
	case !replace:
		return publish(t.Name(), path)
	}
	if err := os.Rename(t.Name(), path); err != nil {
		return systemFault(path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// replaceable tells whether a document may take the place of what is there:
// not of a committee's file, nor of what lies beside one.
func replaceable(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	for _, side := range []string{"-wal", "-shm", "-journal"} {
		if of, found := strings.CutSuffix(path, side); found && exists(of) {
			return false
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	return !bytes.HasPrefix(head[:n], []byte("SQLite format 3"))
}

// DocumentTaken tells whether an error says that a file of that name exists.
func DocumentTaken(err error) bool {
	var e *committee.FileError
	return errors.As(err, &e) && (e.Reason == committee.FileExists || e.Reason == committee.FileFolder)
}
