package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
)

// Folders are where drafts lie, the best first: with the user's state; where
// that cannot be written, because its disk is full say, with what lasts until
// the session ends, then with temporary files: both are often in memory.
func Folders() []string {
	folders := []string{filepath.Join(xdg.StateHome, "suivi", "brouillons")}
	if info, err := os.Stat(xdg.RuntimeDir); err == nil && info.IsDir() {
		folders = append(folders, filepath.Join(xdg.RuntimeDir, "suivi-brouillons"))
	}
	return append(folders, filepath.Join(os.TempDir(), "suivi-brouillons-"+strconv.Itoa(os.Getuid())))
}

// key is the name of the folder of one committee's file: two ways of writing
// its path are one.
func key(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if real, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(real, filepath.Base(path)) // it is not there yet
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}

// Names inside the folder of a file.
const (
	lockName  = "verrou"
	suffix    = ".json"
	badSuffix = ".illisible"
	lentName  = "texte-"
	tempName  = ".ecrit-"
)

// home is the folder of one program's drafts, and the lock that says it runs.
type home struct {
	path string
	lock *os.File
}

// leave lets go of a home, and removes it when no draft lies in it.
func (h *home) leave() {
	left := false
	entries, _ := os.ReadDir(h.path)
	for _, e := range entries {
		left = left || e.Name() != lockName && !strings.HasPrefix(e.Name(), tempName)
	}
	_ = h.lock.Close()
	if left {
		return
	}
	for _, e := range entries {
		_ = os.Remove(filepath.Join(h.path, e.Name()))
	}
	_ = os.Remove(h.path)
}

// home is this program's own in a folder; it is made when first needed.
func (k *Keeper) home(folder string) (*home, error) {
	if h := k.homes[folder]; h != nil {
		if _, err := os.Lstat(h.path); err == nil {
			return h, nil
		}
		_ = h.lock.Close() // somebody tidied up
		delete(k.homes, folder)
	}
	if err := private(filepath.Dir(folder)); err != nil {
		return nil, err
	}
	if err := private(folder); err != nil {
		return nil, err
	}
	for range 3 {
		path, err := os.MkdirTemp(folder, "suivi-")
		if err != nil {
			return nil, err
		}
		lock, err := locked(filepath.Join(path, lockName))
		if errors.Is(err, errHeld) {
			continue // another program that starts now took it for one left behind
		}
		if err != nil {
			_ = os.RemoveAll(path)
			return nil, err
		}
		k.homes[folder] = &home{path: path, lock: lock}
		return k.homes[folder], nil
	}
	return nil, errHeld
}

// Follow has the drafts lie with another path: the committee's file was saved
// under another name. What programs that are gone left stays where it is.
func (k *Keeper) Follow(path string) {
	k.Flush()
	k.disk.Lock()
	defer k.disk.Unlock()
	for i, from := range k.folders {
		to := filepath.Join(filepath.Dir(from), key(path))
		k.folders[i] = to
		h := k.homes[from]
		delete(k.homes, from)
		if h == nil {
			continue
		}
		moved := filepath.Join(to, filepath.Base(h.path))
		if private(to) != nil || os.Rename(h.path, moved) != nil {
			h.leave() // what is typed from now on lies with the new path
			continue
		}
		for id, spots := range k.lie {
			for j, s := range spots {
				if filepath.Dir(s.path) == h.path {
					k.lie[id][j].path = filepath.Join(moved, filepath.Base(s.path))
				}
			}
		}
		h.path = moved
		k.homes[to] = h
		_ = os.Remove(from) // unless others' drafts lie there
	}
}

// errHeld says that a running program holds a lock.
var errHeld = errors.New("draft: the program that left this still runs")

// private makes a folder that nobody else may read, or sees to it that the one
// that is there is such a folder.
func private(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	info, err := os.Lstat(folder)
	switch {
	case err != nil:
		return err
	case !info.IsDir() || !ours(info):
		return fmt.Errorf("draft: %s is not a folder of this user", folder)
	case info.Mode().Perm()&0o077 != 0:
		return os.Chmod(folder, 0o700)
	}
	return nil
}

// free is a name beside path that nothing has.
func free(path string) (string, error) {
	for n := 1; n < 1000; n++ {
		name := path
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fmt.Errorf("draft: no free name beside %s", path)
}
