package store

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// applicationID marks our files in the header of the database: "SUIV".
const applicationID = 0x53554956

// header is what the first hundred bytes of a database say.
type header struct {
	pageSize, pages, version, application int64
}

// inspectFile tells what is wrong with a file without touching it: not even
// the files that SQLite makes beside one appear.
func inspectFile(path string, latest int) error {
	info, err := os.Stat(path)
	if err != nil {
		return systemFault(path, err)
	}
	wrong := func(r committee.FileReason, detail string) error {
		return &committee.FileError{Path: path, Reason: r, Detail: detail}
	}
	if info.IsDir() {
		return wrong(committee.FileFolder, "")
	}
	if !info.Mode().IsRegular() {
		return wrong(committee.FileNotOurs, "")
	}
	if share := networkShare(filepath.Dir(path)); share != "" {
		return wrong(committee.FileNetworkShare, share)
	}
	if info.Size() == 0 {
		return wrong(committee.FileEmpty, "")
	}
	h, ok, err := readHeader(path)
	switch {
	case err != nil:
		return systemFault(path, err)
	case !ok || h.application != applicationID:
		return wrong(committee.FileNotOurs, "")
	case h.version > int64(latest):
		return wrong(committee.FileNewer, strconv.FormatInt(h.version, 10))
	case exists(path + "-wal"):
		// The rest of the file may be there: SQLite has to say.
		return interrupted(path, latest)
	case h.pageSize < 512 || info.Size() < h.pages*h.pageSize:
		return wrong(committee.FileDamaged, "")
	}
	return readable(path)
}

func readHeader(path string) (h header, ok bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return h, false, err
	}
	defer f.Close()
	b := make([]byte, 100)
	if _, err := io.ReadFull(f, b); err != nil {
		return h, false, ignoreShort(err)
	}
	if !bytes.HasPrefix(b, []byte("SQLite format 3\x00")) {
		return h, false, nil
	}
	at := func(i int) int64 { return int64(binary.BigEndian.Uint32(b[i:])) }
	h = header{pageSize: int64(binary.BigEndian.Uint16(b[16:])), pages: at(28), version: at(60), application: at(68)}
	if h.pageSize == 1 {
		h.pageSize = 65536
	}
	return h, true, nil
}

func ignoreShort(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// readable reads the shape of a file that nobody has open.
func readable(path string) error {
	before, err := os.Stat(path)
	if err != nil {
		return systemFault(path, err)
	}
	db, err := sql.Open("sqlite3", dsn(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	var tables, lines int
	err = db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables)
	if err == nil {
		err = db.QueryRow("SELECT count(*) FROM (SELECT seq FROM journal ORDER BY seq DESC LIMIT 50)").Scan(&lines)
	}
	if err == nil {
		return nil
	}
	// Somebody who opened it meanwhile may have moved pages under our eyes.
	after, failed := os.Stat(path)
	if failed == nil && (exists(path+"-wal") || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
		return nil
	}
	return &committee.FileError{Path: path, Reason: committee.FileDamaged, Detail: err.Error()}
}

// systemFault turns an error of the operating system into one a person can meet.
func systemFault(path string, err error) error {
	reason := committee.FileTrouble
	switch {
	case errors.Is(err, fs.ErrNotExist) && !exists(filepath.Dir(path)):
		reason = committee.FileNoFolder
	case errors.Is(err, fs.ErrNotExist):
		reason = committee.FileMissing
	case errors.Is(err, fs.ErrPermission):
		reason = committee.FileNoPermission
	case errors.Is(err, fs.ErrExist):
		reason = committee.FileExists
	case errors.Is(err, syscall.ENOSPC):
		reason = committee.FileDiskFull
	case errors.Is(err, syscall.EROFS):
		reason = committee.FileReadOnly
	case errors.Is(err, syscall.ENOTDIR):
		reason = committee.FileNoFolder
	}
	return &committee.FileError{Path: path, Reason: reason, Detail: err.Error()}
}

func busy(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrLocked)
}

// syncFolder makes a new name in a folder last through a power cut.
func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return systemFault(folder, err)
	}
	_ = d.Sync() // some systems cannot; the file itself is synced
	return d.Close()
}
