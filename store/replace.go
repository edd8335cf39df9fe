package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"suivi/internal/committee"
)

// beside are the files that SQLite keeps beside one.
var beside = []string{"-wal", "-shm"}

// replace keeps what is there and gives the whole new file its name.
func (r *Restored) replace(ctx context.Context, temporary string, latest int, at time.Time) error {
	was, there, err := settled(ctx, r.Path, latest)
	if err != nil {
		return err
	}
	c, err := take(r.Path)
	if err != nil {
		return err
	}
	defer c.letGo()
	if err := ctx.Err(); err != nil {
		return err // from here on it is done to its end
	}
	if exists(r.Path) || walOf(r.Path) {
		if r.Kept, err = keepAside(r.Path, at); err != nil {
			return err
		}
	}
	// A -wal that stayed would be replayed over the new file.
	for _, suffix := range beside {
		if err := os.Remove(r.Path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return systemFault(r.Path, err)
		}
	}
	if err := syncFolder(filepath.Dir(r.Path)); err != nil {
		return err
	}
	if err := os.Rename(temporary, r.Path); err != nil {
		return systemFault(r.Path, err)
	}
	if there && was.seq > r.tail.seq {
		r.Lost = int(was.seq - r.tail.seq)
	}
	return syncFolder(filepath.Dir(r.Path))
}

// settled puts what stands in the -wal of the old file where it belongs, so
// that what is kept is one file. One that is damaged, or whose -wal is not its
// own, stays as it is: they are kept together. It gives the end of its journal.
func settled(ctx context.Context, path string, latest int) (end tail, known bool, err error) {
	if !exists(path) {
		return end, false, nil
	}
	if walOf(path) && (paired(ctx, path, latest) != nil || merge(ctx, path) != nil) {
		return end, false, ctx.Err()
	}
	s, err := still(path)
	if err != nil {
		return end, false, err
	}
	defer s.disconnect()
	if _, err := s.shape(ctx); err != nil {
		return end, false, ctx.Err()
	}
	end, _, err = lastLine(ctx, s.reader)
	return end, err == nil, ctx.Err()
}

// merge brings the -wal of a file into it, and removes it.
func merge(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite3", dsn(path, url.Values{"mode": {"rw"}, "_synchronous": {"FULL"}}))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	var busy, log, done int
	err = db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done)
	if err == nil && busy != 0 {
		err = &committee.FileError{Path: path, Reason: committee.FileInUse}
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return fault(path, err)
	}
	return nil
}

// keepAside gives what is there a second name, its -wal and -shm with it.
func keepAside(path string, at time.Time) (kept string, err error) {
	for _, kept = range free(filepath.Dir(path), dated(path, "remplace", at), "") {
		if !exists(path) { // a -wal whose file is gone
			return kept + "-wal", secondName(path+"-wal", kept+"-wal")
		}
		if err = secondName(path, kept); nameTaken(err) {
			continue
		}
		if err != nil {
			return "", err
		}
		for _, suffix := range beside {
			if suffix == "-shm" && !exists(path+"-wal") {
				continue // it says nothing without it
			}
			if err := secondName(path+suffix, kept+suffix); err != nil && exists(path+suffix) {
				return "", err
			}
		}
		return kept, nil
	}
	return "", err
}

// secondName leaves a file where it is under another name too. Where the file
// system knows no such thing it is moved.
func secondName(path, kept string) error {
	err := os.Link(path, kept)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist) || exists(kept):
		return &committee.FileError{Path: kept, Reason: committee.FileExists}
	case errors.Is(err, fs.ErrNotExist):
		return systemFault(path, err)
	}
	if err := os.Rename(path, kept); err != nil {
		return systemFault(kept, err)
	}
	return nil
}

// confirm opens the file as it now is, and looks at its end.
func (r *Restored) confirm(ctx context.Context) error {
	// Opening it for reading leaves an older one as it is.
	latest, err := latestVersion(migrations)
	if err != nil {
		return err
	}
	f := &file{path: r.Path, readOnly: true, now: time.Now}
	if f.info, err = os.Stat(r.Path); err != nil {
		return systemFault(r.Path, err)
	}
	err = f.connect(Options{older: true}.filled(), latest)
	if err == nil && r.tail.seq > 0 {
		var there []string
		there, err = collectText(ctx, f.reader, "SELECT hash FROM journal WHERE seq = ?", r.tail.seq)
		if err == nil && (len(there) != 1 || there[0] != r.tail.hash) {
			err = &committee.FileError{Path: r.Path, Reason: committee.FileReplaced}
		}
	}
	return f.fault(errors.Join(err, f.disconnect()))
}

// duplicate copies the bytes of a file into a new one.
func duplicate(ctx context.Context, from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return systemFault(from, err)
	}
	defer source.Close()
	t, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return systemFault(to, err)
	}
	_, err = io.Copy(t, reading{ctx, source})
	if err = errors.Join(err, t.Sync(), t.Close()); err != nil {
		return systemFault(from, err)
	}
	return nil
}

// removeAll removes a file and what SQLite left beside it.
func removeAll(path string) {
	for _, suffix := range append([]string{""}, beside...) {
		_ = os.Remove(path + suffix)
	}
}
