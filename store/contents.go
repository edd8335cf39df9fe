package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Contents says what a copy of a file holds, and what a check of it found.
type Contents struct {
	// Records are the things of every kind, Lines those of the journal.
	Records, Lines int
	// Last is when the last line of the journal was written; zero when there is
	// none.
	Last     time.Time
	Findings []Finding

	tail tail
}

// tail is the last line of a journal: two files with the same one have the
// same history.
type tail struct {
	seq  int64
	hash string
}

// damaged is the first finding that says that the bytes themselves are wrong.
func (c Contents) damaged() (detail string, yes bool) {
	for _, f := range c.Findings {
		if f.Kind == register.FindingDamage || f.Kind == register.FindingUnreadable {
			return f.Detail, true
		}
	}
	return "", false
}

// unsound tells whether a finding is more than what can be made anew.
func (c Contents) unsound() bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool { return !f.Kind.Derived() })
}

// examine reads the whole of a file that nobody changes. The error is for one
// that is not ours, or that this program is too old for.
func examine(ctx context.Context, path string) (c Contents, err error) {
	latest, err := latestVersion(migrations)
	if err != nil {
		return c, err
	}
	s, err := still(path)
	if err != nil {
		return c, err
	}
	defer s.disconnect()
	version, err := s.shape(ctx)
	switch {
	case err != nil:
		return c, s.fault(err)
	case version > latest:
		return c, &committee.FileError{Path: path, Reason: committee.FileNewer, Detail: strconv.Itoa(version)}
	case version < latest:
		return asOpened(ctx, path)
	}
	if c.Findings, err = s.Check(ctx); err != nil {
		return c, err
	}
	err = s.count(ctx, &c)
	if _, yes := c.damaged(); yes {
		err = nil // it was said already
	}
	return c, s.fault(err)
}

// asOpened examines an older file as it will be once it is opened: only then
// does this program know what its rows should be.
func asOpened(ctx context.Context, path string) (c Contents, err error) {
	opened := path + ".opened"
	defer removeAll(opened)
	if err := duplicate(ctx, path, opened); err != nil {
		return c, err
	}
	db, err := sql.Open("sqlite3", dsn(opened, url.Values{"mode": {"rw"}, "_foreign_keys": {"1"}, "_synchronous": {"OFF"}, "_txlock": {"immediate"}}))
	if err != nil {
		return c, err
	}
	db.SetMaxOpenConns(1)
	if err = errors.Join(applySteps(ctx, db, migrations), db.Close()); err != nil {
		if ctx.Err() == nil {
			err = &committee.FileError{Path: path, Reason: committee.FileDamaged, Detail: err.Error()}
		}
		return c, err
	}
	return examine(ctx, opened)
}

// shape is the version of a file of ours.
func (f *file) shape(ctx context.Context) (version int, err error) {
	var id int
	if err := f.reader.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if id != applicationID {
		return 0, &committee.FileError{Path: f.path, Reason: committee.FileNotOurs}
	}
	return version, f.reader.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
}

func (f *file) count(ctx context.Context, c *Contents) (err error) {
	for _, kind := range kinds {
		var n int
		if err := f.reader.QueryRowContext(ctx, "SELECT count(*) FROM "+keepers[kind].shape().table).Scan(&n); err != nil {
			return err
		}
		c.Records += n
	}
	if err := f.reader.QueryRowContext(ctx, "SELECT count(*) FROM journal").Scan(&c.Lines); err != nil {
		return err
	}
	c.tail, c.Last, err = lastLine(ctx, f.reader)
	return err
}

// lastLine is the end of the journal; zero when there is none.
func lastLine(ctx context.Context, q querier) (t tail, at time.Time, err error) {
	lines, err := q.QueryContext(ctx, "SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1")
	_, err = collect(lines, err, func(row scanner) (s string, err error) {
		err = row.Scan(&t.seq, &t.hash, &s)
		if when, wrong := time.Parse(time.RFC3339Nano, s); wrong == nil {
			at = when
		}
		return s, err
	})
	return t, at, err
}
