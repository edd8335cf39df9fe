package draft

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Lend writes a text to a file of its own, which another program may edit. It
// lies with the drafts, and is found again by Lent after a crash; Forget
// removes it.
func (k *Keeper) Lend(text string) (path string, err error) {
	k.disk.Lock()
	defer k.disk.Unlock()
	for _, folder := range k.folders {
		h, failed := k.home(folder)
		if failed == nil {
			path, failed = lend(h.path, text)
		}
		if failed == nil {
			return path, nil
		}
		err = errors.Join(err, failed)
	}
	return "", err
}

func lend(folder, text string) (string, error) {
	f, err := os.CreateTemp(folder, lentName+"*.txt")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// Lent reads a text that was lent by a program that is gone, and says where it
// lies. name is the last part of its path. fs.ErrNotExist when there is none.
func (k *Keeper) Lent(name string) (path, text string, err error) {
	if name != filepath.Base(name) || !strings.HasPrefix(name, lentName) {
		return "", "", fs.ErrNotExist
	}
	k.disk.Lock()
	defer k.disk.Unlock()
	for _, h := range k.taken {
		path := filepath.Join(h.path, name)
		data, err := read(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		return path, string(data), err
	}
	return "", "", fs.ErrNotExist
}
