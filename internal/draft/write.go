package draft

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// largest is how much of a draft is written or read: more than every field of
// a form can hold.
const largest = 16 << 20

// mostUnsynced is how long a draft may wait to be safe from a power cut. It is
// safe from everything that ends the program as soon as it is written.
const mostUnsynced = time.Second

// write keeps a draft in the first folder that takes it.
func (k *Keeper) write(id string, content Content) error {
	k.disk.Lock()
	defer k.disk.Unlock()
	seq := 1
	if c := k.lie[id]; len(c) > 0 {
		seq = c[0].seq + 1
	}
	data, err := sealed(id, seq, content)
	if err != nil {
		return err
	}
	var failed error
	for _, folder := range k.folders {
		path, err := k.place(folder, id, data)
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		for _, old := range k.lie[id] {
			if old.path != path {
				_ = os.Remove(old.path)
			}
		}
		k.lie[id] = []spot{{path, seq}}
		k.syncLater(path)
		return nil
	}
	if failed == nil {
		failed = errors.New("draft: there is no folder for drafts")
	}
	return failed
}

// sealed is the file of a draft.
func sealed(id string, seq int, content Content) ([]byte, error) {
	head, body, err := content()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err = enc.Encode(struct {
		What   string `json:"suivi"`
		Format int    `json:"format"`
		ID     string `json:"id"`
		Seq    int    `json:"seq"`
		Head   any    `json:"head"`
		Body   any    `json:"body"`
	}{whatItIs, format, id, seq, head, body})
	if err == nil && out.Len() > largest {
		err = fmt.Errorf("draft: %d bytes are too many", out.Len())
	}
	return out.Bytes(), err
}

// place writes a draft in a folder: where it lies already, or with this
// program's own.
func (k *Keeper) place(folder, id string, data []byte) (string, error) {
	for _, c := range k.lie[id] {
		if filepath.Dir(filepath.Dir(c.path)) == folder {
			return c.path, replace(c.path, data)
		}
	}
	h, err := k.home(folder)
	if err != nil {
		return "", err
	}
	path := filepath.Join(h.path, id+suffix)
	return path, replace(path, data)
}

// replace puts data at path in one step: the file holds what it held or the
// new, never half of it.
func replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), tempName+"*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// remove deletes a draft wherever it lies.
func (k *Keeper) remove(id string) {
	k.disk.Lock()
	defer k.disk.Unlock()
	for _, c := range k.lie[id] {
		_ = os.Remove(c.path)
	}
	delete(k.lie, id)
}

// syncLater has the disk hold a draft within mostUnsynced, however often it is
// written meanwhile.
func (k *Keeper) syncLater(path string) {
	if len(k.unsynced) == 0 {
		k.timer = time.AfterFunc(mostUnsynced, func() {
			k.disk.Lock()
			paths := k.dirty()
			k.disk.Unlock()
			syncAll(paths) // the disk may take its time: writing goes on
		})
	}
	k.unsynced[path] = true
}

func (k *Keeper) sync() { syncAll(k.dirty()) }

// dirty are the files to sync, their folders too; they count as done.
func (k *Keeper) dirty() []string {
	var paths []string
	for path := range k.unsynced {
		paths = append(paths, path, filepath.Dir(path))
	}
	clear(k.unsynced)
	slices.Sort(paths)
	return slices.Compact(paths)
}

func syncAll(paths []string) {
	for _, path := range paths {
		if f, err := os.Open(path); err == nil {
			_ = f.Sync()
			_ = f.Close()
		}
	}
}
