package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"suivi/internal/committee"
	"suivi/internal/envelope"
)

// BackupOptions says how a backup is made.
type BackupOptions struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// For encrypts the backup so that only they can read it; nobody when nil.
	For *envelope.Lock
}

// Copied is a backup that was made.
type Copied struct {
	Path string
	Contents
}

// Backup copies a file, which may be open and written meanwhile, as it stands
// now. to is the new file, or a folder; empty for the folder of the file. A
// name is then made of the moment. Nothing is ever replaced. The copy has its
// name only when it was checked and lies on the disk; it may hold findings. A
// file of which the bytes are damaged is a *committee.FileError.
func Backup(ctx context.Context, from, to string, o BackupOptions) (c Copied, err error) {
	s, err := Open(from, Options{ReadOnly: true, Now: o.Now, older: true})
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ending := ""
	if o.For != nil {
		ending = envelope.Ending
	}
	names, err := target(s.path, to, ending, s.now())
	if err != nil {
		return c, err
	}
	folder, done, err := s.workshop(names[0], o.For != nil)
	if err != nil {
		return c, err
	}
	defer done()
	temporary, err := s.copied(ctx, folder, names[0], &c)
	if err != nil {
		return c, err
	}
	defer os.Remove(temporary)
	if o.For != nil {
		if temporary, err = sealed(ctx, temporary, names[0], o.For); err != nil {
			return c, err
		}
		defer os.Remove(temporary)
	}
	c.Path, err = publishFirst(temporary, names)
	return c, err
}

// copied makes a checked copy that has no name yet.
func (f *file) copied(ctx context.Context, folder, as string, c *Copied) (path string, err error) {
	m, err := f.moment(ctx, f.reader)
	if err != nil {
		return "", f.fault(err)
	}
	path, err = f.draft(ctx, m, folder, as)
	if err = errors.Join(err, m.letGo()); err != nil {
		return "", err
	}
	c.Contents, err = examine(ctx, path)
	if detail, yes := c.damaged(); err == nil && yes {
		err = &committee.FileError{Path: f.path, Reason: committee.FileDamaged, Detail: detail}
	}
	if err != nil {
		_ = os.Remove(path)
		return "", err
	}
	return path, nil
}

// namesAtMost is how many backups of one second find a name.
const namesAtMost = 50

// target lists the names a backup may have, the first free one to be taken:
// the one that is asked for, or those made of the moment.
func target(from, to, ending string, at time.Time) ([]string, error) {
	folder := filepath.Dir(from)
	if to != "" {
		full, err := filepath.Abs(to)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(full)
		isFolder := err == nil && info.IsDir()
		if strings.HasSuffix(to, string(os.PathSeparator)) && !isFolder {
			return nil, &committee.FileError{Path: filepath.Join(full, filepath.Base(from)), Reason: committee.FileNoFolder}
		}
		if !isFolder {
			if !strings.HasSuffix(full, ending) {
				full += ending
			}
			if _, err := os.Lstat(full); err == nil {
				return nil, &committee.FileError{Path: full, Reason: committee.FileExists}
			}
			return []string{full}, nil
		}
		folder = full
	}
	return free(folder, dated(from, "sauvegarde", at), ending), nil
}

// free lists names of which the first free one may be taken: x.suivi,
// x-2.suivi, …
func free(folder, name, ending string) []string {
	names := []string{filepath.Join(folder, name+ending)}
	for n := 2; n <= namesAtMost; n++ {
		names = append(names, filepath.Join(folder, nthName(name, n)+ending))
	}
	return names
}

// nthName is the name that comes after another: x-2.suivi after x.suivi.
func nthName(name string, n int) string {
	return strings.TrimSuffix(name, ".suivi") + "-" + strconv.Itoa(n) + ".suivi"
}

func publishFirst(temporary string, names []string) (path string, err error) {
	for _, path = range names {
		if err = publish(temporary, path); !nameTaken(err) {
			return path, err
		}
	}
	return path, err
}

// workshop is the folder in which a copy is made: where it will lie; but what
// is to be encrypted lies in plain only beside the file itself, or, where that
// cannot be, in a folder that nobody else can enter.
func (f *file) workshop(to string, secret bool) (folder string, done func(), err error) {
	folder, done = filepath.Dir(to), func() {}
	if secret {
		folder = filepath.Dir(f.path)
	}
	if !secret || folderWritable(folder) {
		sweep(folder, filepath.Base(f.path))
		return folder, done, nil
	}
	if folder, err = os.MkdirTemp("", "suivi-"); err != nil {
		return "", done, systemFault(to, err)
	}
	return folder, func() { _ = os.RemoveAll(folder) }, nil
}

// sealed encrypts a file into another that has no name yet.
func sealed(ctx context.Context, from, to string, lock *envelope.Lock) (path string, err error) {
	source, err := os.Open(from)
	if err != nil {
		return "", systemFault(to, err)
	}
	defer source.Close()
	// The name is gone at once: whatever happens now, the plain copy is too.
	_ = os.Remove(from)
	t, err := os.CreateTemp(filepath.Dir(to), draftPattern(filepath.Base(to)))
	if err != nil {
		return "", systemFault(to, err)
	}
	defer func() {
		if err = errors.Join(err, t.Close()); err != nil {
			_ = os.Remove(t.Name())
		}
	}()
	w, err := lock.Writer(t)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(w, reading{ctx, source})
	if err = errors.Join(err, w.Close()); err == nil {
		err = t.Sync()
	}
	if err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", systemFault(to, err)
	}
	return t.Name(), nil
}

// reading is a reader that stops when nobody waits for it any more.
type reading struct {
	ctx context.Context
	io.Reader
}

func (r reading) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}
