package store

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"suivi/internal/committee"
	"suivi/internal/envelope"
)

// RestoreOptions says how a backup is put back.
type RestoreOptions struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// Key opens an encrypted backup; nil when there is none.
	Key *envelope.Key
	// Force puts back even a backup in which a check finds something.
	Force bool
}

// Restored is a backup that was put back.
type Restored struct {
	// Path is the file as it is now, Kept where what was there lies; empty when
	// nothing was.
	Path, Kept string
	// Lost is how many lines the journal of what was there had more; 0 when that
	// could not be read.
	Lost int
	Contents
}

// Restore puts a backup in the place of a file. The backup is copied and
// checked first; where the check finds something, the findings come with a
// *committee.FileError. What was there is kept beside, under a dated name. The
// file is refused while another program has it open. Whatever error comes, the
// file is what it was, or what the backup is.
func Restore(ctx context.Context, from, to string, o RestoreOptions) (r Restored, err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	latest, err := latestVersion(migrations)
	if err != nil {
		return r, err
	}
	if from, err = filepath.Abs(from); err != nil {
		return r, err
	}
	if to, err = destination(to); err != nil {
		return r, err
	}
	if err := apart(from, to); err != nil {
		return r, err
	}
	opened.Lock()
	defer opened.Unlock()
	if err := idle(to); err != nil {
		return r, err
	}
	temporary, err := incoming(ctx, from, to, o)
	if err != nil {
		return r, err
	}
	defer removeAll(temporary)
	if r.Contents, err = examine(ctx, temporary); err != nil {
		return r, about(from, to, err)
	}
	if r.unsound() && !o.Force {
		return r, &committee.FileError{Path: from, Reason: committee.FileUnsound}
	}
	r.Path = to
	if err := r.replace(ctx, temporary, latest, o.Now()); err != nil {
		return r, err
	}
	return r, r.confirm(ctx)
}

// destination is the full path of the file to be, whatever link leads to it; its
// folder is made.
func destination(to string) (string, error) {
	to, err := filepath.Abs(to)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(to); err == nil {
		to = real
	}
	if info, err := os.Lstat(to); err == nil && !info.Mode().IsRegular() {
		reason := committee.FileNotOurs
		if info.IsDir() {
			reason = committee.FileFolder
		}
		return "", &committee.FileError{Path: to, Reason: reason}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return "", systemFault(to, err)
	}
	if share := networkShare(filepath.Dir(to)); share != "" {
		return "", &committee.FileError{Path: to, Reason: committee.FileNetworkShare, Detail: share}
	}
	return to, nil
}

// apart refuses a backup that cannot be one, or that is the file itself.
func apart(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return systemFault(from, err)
	}
	reason := committee.FileReason("")
	now, err := os.Stat(to)
	switch {
	case info.IsDir():
		reason = committee.FileFolder
	case !info.Mode().IsRegular():
		reason = committee.FileNotOurs
	case info.Size() == 0:
		reason = committee.FileEmpty
	case err == nil && os.SameFile(info, now):
		reason = committee.FileItself
	default:
		return nil
	}
	return &committee.FileError{Path: from, Reason: reason}
}

// idle refuses a file that somebody has open.
func idle(path string) error {
	c, err := take(path)
	if err == nil {
		c.letGo()
	}
	return err
}

// take claims a file, if it is there.
func take(path string) (claim, error) {
	if opened.holds(path) {
		return claim{}, &committee.FileError{Path: path, Reason: committee.FileInUse}
	}
	c, inUse, err := claimed(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return claim{}, nil
	case err != nil:
		return claim{}, systemFault(path, err)
	case inUse:
		return claim{}, &committee.FileError{Path: path, Reason: committee.FileInUse}
	}
	return c, nil
}

// incoming is the backup, in plain and whole, beside the file it is to be.
func incoming(ctx context.Context, from, to string, o RestoreOptions) (path string, err error) {
	latest, err := latestVersion(migrations)
	if err != nil {
		return "", err
	}
	sweep(filepath.Dir(to), filepath.Base(to))
	path, err = brought(ctx, from, to, o.Key)
	if err != nil {
		return "", err
	}
	if err := whole(ctx, path, from, latest, o.Force); err != nil {
		removeAll(path)
		return "", about(from, to, err)
	}
	return path, nil
}

// whole makes the copy of a backup one file of ours.
func whole(ctx context.Context, path, from string, latest int, force bool) error {
	h, ok, err := readHeader(path)
	switch {
	case err != nil:
		return systemFault(from, err)
	case !ok || h.application != applicationID:
		return &committee.FileError{Path: from, Reason: committee.FileNotOurs}
	case !walOf(from):
		return nil
	}
	// Somebody copied an open file with all there was beside it.
	if err := duplicate(ctx, from+"-wal", path+"-wal"); err != nil {
		return err
	}
	if err := paired(ctx, path, latest); err != nil && !force {
		return err
	}
	return merge(ctx, path)
}

// brought copies the bytes of a backup, opened if it is encrypted.
func brought(ctx context.Context, from, to string, key *envelope.Key) (path string, err error) {
	source, err := os.Open(from)
	if err != nil {
		return "", systemFault(from, err)
	}
	defer source.Close()
	clear, err := opens(reading{ctx, source}, from, key)
	if err != nil {
		return "", err
	}
	t, err := os.CreateTemp(filepath.Dir(to), draftPattern(filepath.Base(to)))
	if err != nil {
		return "", systemFault(to, err)
	}
	defer func() {
		if err = errors.Join(err, t.Close()); err != nil {
			_ = os.Remove(t.Name())
		}
	}()
	return t.Name(), pour(ctx, t, clear, from, to)
}

// pour writes all of a backup and tells which of the two ends was at fault.
func pour(ctx context.Context, t *os.File, clear io.Reader, from, to string) error {
	said := &hearing{Reader: clear}
	_, err := io.Copy(t, said)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case said.err != nil && isSystem(said.err):
		return systemFault(from, said.err)
	case said.err != nil: // an encrypted file that was altered or cut short
		return &committee.FileError{Path: from, Reason: committee.FileUnsound, Detail: said.err.Error()}
	}
	if err == nil {
		err = t.Sync()
	}
	if err != nil {
		return systemFault(to, err)
	}
	return nil
}

// hearing is a reader that remembers what went wrong with it.
type hearing struct {
	io.Reader
	err error
}

func (h *hearing) Read(b []byte) (int, error) {
	n, err := h.Reader.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		h.err = err
	}
	return n, err
}

// isSystem tells an error of the disk from one of what it holds.
func isSystem(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path)
}

// opens gives the bytes of a backup in plain.
func opens(r io.Reader, from string, key *envelope.Key) (io.Reader, error) {
	begin := bufio.NewReader(r)
	first, err := begin.Peek(envelope.MagicSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, systemFault(from, err)
	}
	if !envelope.Sealed(first) {
		return begin, nil
	}
	if key == nil {
		return nil, &committee.FileError{Path: from, Reason: committee.FileSealed}
	}
	clear, err := key.Reader(begin)
	switch {
	case errors.Is(err, envelope.ErrWrongKey):
		return nil, &committee.FileError{Path: from, Reason: committee.FileWrongKey}
	case err != nil:
		return nil, &committee.FileError{Path: from, Reason: committee.FileUnsound, Detail: err.Error()}
	}
	return clear, nil
}

// about makes an error about the copy of a backup one about the backup, or
// about the file it is to be, where the disk is at fault. A backup is not said
// to be damaged as the file would be: it is no remedy.
func about(from, to string, err error) error {
	var e *committee.FileError
	if !errors.As(err, &e) {
		return err
	}
	path := from
	switch e.Reason {
	case committee.FileDiskFull, committee.FileNoPermission, committee.FileReadOnly, committee.FileTrouble:
		path = to
	case committee.FileDamaged:
		e = &committee.FileError{Reason: committee.FileUnsound, Detail: e.Detail}
	}
	return &committee.FileError{Path: path, Reason: e.Reason, Detail: e.Detail}
}
