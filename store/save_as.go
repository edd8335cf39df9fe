package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"suivi/internal/committee"
)

// SaveAs writes a whole copy of what is open to a new file, checks it, and
// goes on there: every binding of the open file does. Nothing is ever
// replaced. When it fails, all stays as it was; the *committee.FileError says
// why, of the new file.
func (s *Store) SaveAs(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := vacant(path); err != nil {
		return err
	}
	if share := networkShare(filepath.Dir(path)); share != "" {
		return &committee.FileError{Path: path, Reason: committee.FileNetworkShare, Detail: share}
	}
	if err := s.copyAs(ctx, path); err != nil {
		return fault(path, err)
	}
	next, err := Open(path, s.options)
	if err != nil {
		return err
	}
	s.move(next.file)
	return nil
}

// copyAs makes a checked copy of what the open connections read.
func (f *file) copyAs(ctx context.Context, path string) error {
	open, err := f.at().look(ctx) // where no new connection can be made, one is free now
	if err != nil {
		return err
	}
	if err := open.Close(); err != nil {
		return err
	}
	m, err := f.moment(ctx, f.at().reader)
	if err != nil {
		return err
	}
	temporary, err := f.draft(ctx, m, filepath.Dir(path), path)
	ends := tail{}
	if err == nil {
		ends, _, err = lastLine(ctx, m.conn)
	}
	if err = errors.Join(err, m.letGo()); err != nil {
		return err
	}
	defer os.Remove(temporary)
	if err := f.sameAs(ctx, temporary, ends); err != nil {
		return err
	}
	return publish(temporary, path)
}

// move takes the place of a file just opened, and closes the one left.
func (f *file) move(next *file) {
	f.part()
	opened.Lock()
	defer opened.Unlock()
	left := f.at()
	f.moving.Lock()
	f.path, f.info, f.sides, f.parted, f.readOnly = next.path, next.info, next.sides, false, next.readOnly
	f.writer, f.reader = next.writer, next.reader
	f.moving.Unlock()
	opened.files = slices.DeleteFunc(opened.files, func(o *file) bool { return o == next })
	_ = (&file{writer: left.writer, reader: left.reader}).disconnect() // nothing is written to it any more
}
