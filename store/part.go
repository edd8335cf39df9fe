package store

import (
	"io/fs"
	"os"

	"suivi/internal/committee"
)

// sides are the files beside one, as they were when it was opened; nil for one
// that is not there.
type sides [2]fs.FileInfo

func sidesOf(path string) (s sides) {
	for i, ending := range beside {
		if info, err := os.Stat(path + ending); err == nil {
			s[i] = info
		}
	}
	return s
}

// inPlace tells whether what lay beside the file still does.
func (s sides) inPlace(path string) bool {
	for i, ending := range beside {
		if s[i] == nil {
			continue
		}
		if now, err := os.Stat(path + ending); err != nil || !os.SameFile(now, s[i]) {
			return false
		}
	}
	return true
}

// part takes away what lies beside a name that leads to another file now: it
// belongs to the one that is open here, and SQLite would take it for the
// other's. What it holds goes into the open file first. From then on the name
// is given up for good, even when the file should come back to it.
func (f *file) part() {
	b := f.at()
	if troubleOf(b.inPlace()) != committee.FileReplaced || b.parted || b.writer == nil {
		return
	}
	opened.Lock()
	here := opened.holds(b.path)
	opened.Unlock()
	if here {
		return
	}
	// Somebody may work with the other file, and with what lies beside.
	if inUse, err := held(b.path); inUse || err != nil {
		return
	}
	var busy, pages, done int
	if err := b.writer.QueryRow("PRAGMA wal_checkpoint(FULL)").Scan(&busy, &pages, &done); err != nil || busy != 0 || pages != done {
		return
	}
	f.moving.Lock()
	f.parted = true
	f.moving.Unlock()
	for i, ending := range beside {
		if now, err := os.Stat(b.path + ending); err == nil && b.sides[i] != nil && os.SameFile(now, b.sides[i]) {
			_ = os.Remove(b.path + ending)
		}
	}
}
