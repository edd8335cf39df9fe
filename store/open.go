package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"suivi/internal/committee"
)

// Options says how a file is opened.
type Options struct {
	// ReadOnly opens for reading even a file that could be written.
	ReadOnly bool
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// NewID makes the keys of new rows; UUIDs of version 7 when nil.
	NewID func() string

	// Copies are those that the file makes of itself; none when zero.
	Copies CopyPolicy

	wait      time.Duration // for a lock; 10 s when zero
	steps     fs.FS         // the migrations; the program's own when nil
	older     bool          // an older file is read as it is, to be copied
	mostPages int           // how large a copy may become; what the disk holds when zero
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = newID
	}
	if o.wait == 0 {
		o.wait = 10 * time.Second
	}
	if o.steps == nil {
		o.steps = migrations
	}
	return o
}

// Open opens an existing file. A file that cannot be written opens for
// reading. What is wrong with a file is a *committee.FileError, and such a
// file is left as it was.
func Open(path string, o Options) (*Store, error) {
	o = o.filled()
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	latest, err := latestVersion(o.steps)
	if err != nil {
		return nil, err
	}
	opened.Lock()
	defer opened.Unlock()
	if !opened.holds(path) {
		if err := inspectFile(path, latest); err != nil {
			return nil, err
		}
	}
	f := &file{path: path, now: o.Now, newID: o.NewID, wait: o.wait, options: o, readOnly: o.ReadOnly || !writable(path)}
	if f.info, err = os.Stat(path); err != nil {
		return nil, systemFault(path, err)
	}
	if err := f.connect(o, latest); err != nil {
		return nil, f.fault(errors.Join(err, f.disconnect()))
	}
	s := &Store{file: f}
	// Somebody may have put another file there while this one was waited for.
	if err := s.inPlace(); err != nil {
		return nil, errors.Join(err, f.disconnect())
	}
	f.sides = sidesOf(path)
	f.watch.begin(f.lastSeq())
	opened.files = append(opened.files, f)
	s.KeepCopies(o.Copies)
	return s, nil
}

// opened holds the files that this program has open. Looking into one of them
// by hand would drop SQLite's locks on it: on POSIX systems closing any
// descriptor of a file drops every lock the program holds on it.
var opened openFiles

type openFiles struct {
	sync.Mutex
	files []*file
}

func (o *openFiles) holds(path string) bool {
	info, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(o.files, func(f *file) bool { return os.SameFile(f.info, info) })
}

func (f *file) close() error {
	f.copies.running.Wait()
	f.watch.end()
	f.part()
	opened.Lock()
	defer opened.Unlock()
	opened.files = slices.DeleteFunc(opened.files, func(o *file) bool { return o == f })
	f.settler.stop()
	return f.disconnect()
}

// Create makes a new file and opens it. It never overwrites one: then the
// *committee.FileError says that it exists. A missing folder is made.
func Create(path string, o Options) (*Store, error) {
	o = o.filled()
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if info, err := os.Lstat(path); err == nil {
		reason := committee.FileExists
		if info.IsDir() {
			reason = committee.FileFolder
		}
		return nil, &committee.FileError{Path: path, Reason: reason}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, systemFault(path, err)
	}
	if share := networkShare(filepath.Dir(path)); share != "" {
		return nil, &committee.FileError{Path: path, Reason: committee.FileNetworkShare, Detail: share}
	}
	if err := build(path, o); err != nil {
		return nil, fault(path, err)
	}
	return Open(path, o)
}

// build makes the file under another name and gives it its own when it is
// whole, so that nobody ever opens half of one.
func build(path string, o Options) error {
	// CreateTemp makes it 0600, where SQLite would make it 0644.
	t, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return systemFault(path, err)
	}
	temporary := t.Name()
	defer os.Remove(temporary)
	if err := t.Close(); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", dsn(temporary, url.Values{"mode": {"rw"}, "_foreign_keys": {"1"}, "_synchronous": {"FULL"}, "_txlock": {"immediate"}}))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if err := fill(db, o.steps); err != nil {
		return errors.Join(err, db.Close())
	}
	if err := db.Close(); err != nil {
		return err
	}
	return publish(temporary, path)
}

func fill(db *sql.DB, steps fs.FS) error {
	ctx := context.Background()
	if _, err := db.ExecContext(ctx, "PRAGMA application_id = "+strconv.Itoa(applicationID)); err != nil {
		return err
	}
	if err := applySteps(ctx, db, steps); err != nil {
		return err
	}
	_, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
	return err
}

// publish gives a whole file its name, unless the name is taken.
func publish(temporary, path string) error {
	err := os.Link(temporary, path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &committee.FileError{Path: path, Reason: committee.FileExists}
	case err != nil: // a file system without links
		if _, taken := os.Lstat(path); taken == nil {
			return &committee.FileError{Path: path, Reason: committee.FileExists}
		}
		if err := os.Rename(temporary, path); err != nil {
			return systemFault(path, err)
		}
	}
	return syncFolder(filepath.Dir(path))
}

// statements is how many prepared statements a connection keeps: preparing
// costs more than running for most of ours.
const statements = "80"

// writerCache is how many KiB of pages the writing connection keeps.
const writerCache = "2000"

// readerCache is how many KiB of pages each reading connection keeps: what it
// reads again is in the system's own cache too.
const readerCache = "500"

// roomy gives the writing connection the memory that many use cases in one
// transaction work faster with, until done is called.
func (f *file) roomy(ctx context.Context) (done func()) {
	set := func(ctx context.Context, pragmas string) {
		_, _ = f.at().writer.ExecContext(ctx, pragmas) // it only costs time when it fails
	}
	set(ctx, "PRAGMA cache_size = -65536")
	return func() {
		set(context.WithoutCancel(ctx), "PRAGMA cache_size = -"+writerCache+"; PRAGMA shrink_memory")
	}
}

// connect opens the connections, migrating an older file first.
func (f *file) connect(o Options, latest int) (err error) {
	busy := strconv.Itoa(int(min(o.wait/2, 5*time.Second).Milliseconds()))
	read := url.Values{"mode": {"rw"}, "_busy_timeout": {busy}, "_foreign_keys": {"1"}, "_query_only": {"1"}, "_stmt_cache_size": {statements}, "_cache_size": {"-" + readerCache}}
	// Where reading was only asked for, the connection may write, though it asks
	// nothing of the kind: the files that WAL needs beside go with its close.
	if f.readOnly && !(writable(f.path) && folderWritable(filepath.Dir(f.path))) {
		read.Set("mode", "ro")
		if !exists(f.path + "-wal") {
			// Nothing of ours may be left beside a file that is not ours to write:
			// its owner could then not open it.
			read.Set("immutable", "1")
		}
	}
	if !f.readOnly {
		write := url.Values{
			// SQLite's own waiting cannot be given up: begin waits instead.
			"mode": {"rw"}, "_busy_timeout": {"0"}, "_foreign_keys": {"1"},
			"_journal_mode": {"WAL"}, "_synchronous": {"FULL"}, "_txlock": {"immediate"},
			"_stmt_cache_size": {statements},
		}
		f.writer = f.pool(dsn(f.path, write))
		f.writer.SetMaxOpenConns(1)
		if err := patiently(f.writer, o.wait); err != nil {
			return err
		}
		if err := f.migrate(context.Background(), o, latest); err != nil {
			return err
		}
		// What a statement may have to take back is kept in memory: in a file, one
		// would be made for each row with many indexes.
		if _, err := f.writer.Exec("PRAGMA temp_store = MEMORY"); err != nil {
			return err
		}
	}
	f.reader = f.pool(dsn(f.path, read))
	f.reader.SetMaxOpenConns(3)
	f.reader.SetMaxIdleConns(3)
	if err := patiently(f.reader, o.wait); err != nil {
		return err
	}
	return f.ours(latest, o.older)
}

// ours asks the file itself once more, as the header on the disk may be older
// than what stands in the -wal file.
func (f *file) ours(latest int, older bool) error {
	var id, version int
	if err := f.reader.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if err := f.reader.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case id != applicationID:
		return &committee.FileError{Path: f.path, Reason: committee.FileNotOurs}
	case version > latest:
		return &committee.FileError{Path: f.path, Reason: committee.FileNewer, Detail: strconv.Itoa(version)}
	case version < latest && !older: // it cannot be migrated
		return &committee.FileError{Path: f.path, Reason: committee.FileReadOnly, Detail: strconv.Itoa(version)}
	}
	return nil
}

// patiently makes the first connection. Switching to WAL, recovering and the
// last close elsewhere answer "busy" without waiting, so it asks again.
func patiently(db *sql.DB, wait time.Duration) error {
	return whenFree(wait, func() error {
		_, err := db.Exec("SELECT count(*) FROM sqlite_schema")
		return err
	})
}

// whenFree does something again until no other program stands in its way.
func whenFree(wait time.Duration, do func() error) error {
	until := time.Now().Add(wait)
	for {
		err := do()
		if err == nil || !busy(err) || time.Now().After(until) {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (f *file) disconnect() error {
	var errs []error
	for _, db := range []*sql.DB{f.reader, f.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// dsn is the address of a file, whatever characters its path has.
func dsn(path string, options url.Values) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: options.Encode()}
	return u.String()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
