package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// CopyPolicy says which copies a file makes of itself: one for each day on
// which something changes, as it stood before the first change of that day.
type CopyPolicy struct {
	// Keep is how many are kept, the newest; none are made when 0.
	Keep int
	// Told hears of each copy: nil when it was made, a *committee.CopyError when
	// it could not be. It is called from another goroutine and must not wait.
	Told func(error)
}

// copies is the making of copies of one open file.
type copies struct {
	running sync.WaitGroup

	mu     sync.Mutex
	policy CopyPolicy
	last   string    // the copy that is there, or being made
	again  time.Time // when one that failed is tried again
}

// copyPatience is how long after a copy failed it is tried again, copyWait how
// long a change waits at most for a connection that is free.
const (
	copyPatience = time.Hour
	copyWait     = 200 * time.Millisecond
)

// KeepCopies sets which copies the file makes of itself from now on.
func (s *Store) KeepCopies(p CopyPolicy) {
	s.copies.mu.Lock()
	defer s.copies.mu.Unlock()
	s.copies.policy = p
}

// Copies tells of the copies that the file makes of itself.
func (s *Store) Copies(context.Context) (register.Copies, error) {
	path := s.Path()
	s.copies.mu.Lock()
	defer s.copies.mu.Unlock()
	c := register.Copies{Folder: copyFolder(path), Keep: s.copies.policy.Keep}
	days := copyDays(path)
	if c.Made = len(days); c.Made > 0 {
		c.Last = days[c.Made-1]
	}
	return c, nil
}

// copyFolder is where the copies of a file lie: comite.copies beside it.
func copyFolder(path string) string { return filepath.Join(filepath.Dir(path), stem(path)+".copies") }

func copyPath(path string, day committee.Date) string {
	return filepath.Join(copyFolder(path), stem(path)+"-"+string(day)+".suivi")
}

// copyDays are the days of which there is a copy, the oldest first.
func copyDays(path string) []committee.Date {
	entries, err := os.ReadDir(copyFolder(path))
	if err != nil {
		return nil
	}
	var days []committee.Date
	for _, e := range entries {
		rest, begins := strings.CutPrefix(e.Name(), stem(path)+"-")
		day, ends := strings.CutSuffix(rest, ".suivi")
		if d := committee.Date(day); begins && ends && e.Type().IsRegular() && !d.Time().IsZero() {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	return days
}

// dayCopy is the copy of a day that is still to be made: the file as it stood
// before the change that is under way. Nil when none is due.
type dayCopy struct {
	file     *file
	of, path string
	from     *moment
}

// dayCopy holds the file as it stands, when no change was made to it today. It
// costs nothing once a copy of the day is there.
func (f *file) dayCopy(ctx context.Context) *dayCopy {
	now, b := f.now(), f.at()
	path := copyPath(b.path, committee.DateOf(now))
	f.copies.mu.Lock()
	due := f.copies.policy.Keep > 0 && f.copies.last != path && !now.Before(f.copies.again)
	if due && exists(path) {
		f.copies.last, due = path, false
	}
	f.copies.mu.Unlock()
	if !due {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, copyWait)
	defer cancel()
	from, err := f.moment(ctx, b.reader)
	if err != nil {
		return nil // the next change has another try
	}
	return &dayCopy{file: f, of: b.path, path: path, from: from}
}

// letGo forgets a copy that was not made.
func (c *dayCopy) letGo() {
	if c != nil && c.from != nil {
		_ = c.from.letGo()
	}
}

// make makes the copy beside what goes on, once: nobody waits for it but the
// closing of the file.
func (c *dayCopy) make() {
	if c == nil {
		return
	}
	all := &c.file.copies
	all.mu.Lock()
	policy, begun := all.policy, all.last == c.path
	all.last = c.path
	all.mu.Unlock()
	if begun {
		return
	}
	from := c.from
	c.from = nil
	all.running.Go(func() {
		err := c.file.copyDay(from, c.of, c.path, policy.Keep)
		if err != nil {
			err = &committee.CopyError{Err: err}
			all.mu.Lock()
			all.last, all.again = "", c.file.now().Add(copyPatience)
			all.mu.Unlock()
		}
		if policy.Told != nil {
			policy.Told(err)
		}
	})
}

// copyDay makes and checks the copy of a day, and puts away the oldest.
func (f *file) copyDay(from *moment, of, path string, keep int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("store: the copy of the day: %v", r)
		}
	}()
	ctx := context.Background()
	temporary, err := f.dayDraft(ctx, from, path)
	ends := tail{}
	if err == nil {
		ends, _, err = lastLine(ctx, from.conn)
	}
	if err = errors.Join(err, from.letGo()); err != nil {
		return err
	}
	defer os.Remove(temporary)
	if err := f.sameAs(ctx, temporary, ends); err != nil {
		return err
	}
	// Of two programs the first to be ready has made it.
	if err := publish(temporary, path); err != nil && !nameTaken(err) {
		return err
	}
	days := copyDays(of)
	for _, old := range days[:max(0, len(days)-keep)] {
		if err := os.Remove(copyPath(of, old)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return systemFault(copyPath(of, old), err)
		}
	}
	return nil
}

func (f *file) dayDraft(ctx context.Context, from *moment, path string) (temporary string, err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", systemFault(folder, err)
	}
	sweep(folder, filepath.Base(f.at().path))
	return f.draft(ctx, from, folder, path)
}
