package draft

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Left is a draft that a program left behind.
type Left struct {
	ID   string
	Head json.RawMessage
}

// mostLeft bounds how many drafts are looked at.
const mostLeft = 500

// Left finds the drafts of programs that are gone, the latest first, and takes
// them over: until Close no other program is offered them. broken are the
// files that could not be read; they were set aside, under the names given.
func (k *Keeper) Left() (left []Left, broken []string) {
	k.disk.Lock()
	defer k.disk.Unlock()
	var found []find
	for _, folder := range k.folders {
		for _, h := range k.abandoned(folder) {
			k.taken[h.path] = h
		}
	}
	for _, path := range k.files() {
		f, err := look(path)
		switch {
		case errors.Is(err, errNewer):
		case err != nil:
			if name, err := setAside(path); err == nil {
				broken = append(broken, name)
			}
		default:
			found = append(found, f)
		}
	}
	// Of two copies of one draft the one written last counts.
	slices.SortStableFunc(found, func(a, b find) int { return b.Seq - a.Seq })
	byTime := map[string]time.Time{}
	for _, f := range found {
		if _, known := byTime[f.ID]; !known {
			byTime[f.ID] = f.at
			left = append(left, Left{f.ID, f.Head})
			k.lie[f.ID] = nil
		}
		k.lie[f.ID] = append(k.lie[f.ID], spot{f.path, f.Seq})
	}
	slices.SortStableFunc(left, func(a, b Left) int { return byTime[b.ID].Compare(byTime[a.ID]) })
	return left, broken
}

// find is a draft as it was found.
type find struct {
	envelope
	path string
	at   time.Time
}

// abandoned takes the homes in a folder whose programs are gone.
func (k *Keeper) abandoned(folder string) []*home {
	info, err := os.Lstat(filepath.Dir(folder))
	if err != nil || !info.IsDir() || !ours(info) {
		return nil
	}
	entries, _ := os.ReadDir(folder)
	var homes []*home
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if own := k.homes[folder]; !e.IsDir() || own != nil && own.path == path || k.taken[path] != nil || len(homes) == mostLeft {
			continue
		}
		if lock, err := locked(filepath.Join(path, lockName)); err == nil {
			homes = append(homes, &home{path: path, lock: lock})
		}
	}
	return homes
}

// files are the drafts in the homes taken over that are not known yet.
func (k *Keeper) files() []string {
	known := map[string]bool{}
	for _, spots := range k.lie {
		for _, c := range spots {
			known[c.path] = true
		}
	}
	var paths []string
	for _, h := range k.taken {
		entries, _ := os.ReadDir(h.path)
		for _, e := range entries {
			path := filepath.Join(h.path, e.Name())
			if strings.HasSuffix(e.Name(), suffix) && !known[path] && len(paths) < mostLeft {
				paths = append(paths, path)
			}
		}
	}
	slices.Sort(paths)
	return paths
}

// errNewer says that a newer program wrote a draft: it is left to it.
var errNewer = errors.New("draft: written by a newer program")

// look reads a draft that may be anything.
func look(path string) (find, error) {
	data, err := read(path)
	if err != nil {
		return find{}, err
	}
	f := find{path: path}
	if err := json.Unmarshal(data, &f.envelope); err != nil {
		return find{}, err
	}
	switch {
	case f.What != whatItIs:
		return find{}, fmt.Errorf("draft: %s is none", path)
	case f.Format > format:
		return find{}, errNewer
	case f.ID+suffix != filepath.Base(path):
		return find{}, fmt.Errorf("draft: %s has another's name", path)
	}
	if info, err := os.Stat(path); err == nil {
		f.at = info.ModTime()
	}
	f.Body = nil
	return f, nil
}

// read reads a plain file of a size that a draft can have.
func read(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("draft: %s is not a plain file", path)
	case info.Size() > largest:
		return nil, fmt.Errorf("draft: %s is too large", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, largest))
}

// Body reads what a draft that was left holds. fs.ErrNotExist when it is gone.
func (k *Keeper) Body(id string) (json.RawMessage, error) {
	k.disk.Lock()
	defer k.disk.Unlock()
	if len(k.lie[id]) == 0 {
		return nil, fs.ErrNotExist
	}
	data, err := read(k.lie[id][0].path)
	if err != nil {
		return nil, err
	}
	var e envelope
	err = json.Unmarshal(data, &e)
	return e.Body, err
}

// SetAside takes a draft that cannot be used out of the way, without deleting
// it, and says where it now lies.
func (k *Keeper) SetAside(id string) (path string, err error) {
	k.disk.Lock()
	defer k.disk.Unlock()
	for _, c := range k.lie[id] {
		name, failed := setAside(c.path)
		if path == "" {
			path = name
		}
		err = errors.Join(err, failed)
	}
	delete(k.lie, id)
	return path, err
}

func setAside(path string) (string, error) {
	name, err := free(strings.TrimSuffix(path, suffix) + badSuffix)
	if err != nil {
		return "", err
	}
	return name, os.Rename(path, name)
}
