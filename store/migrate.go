package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations are the steps from one shape of the file to the next: 0001.sql…
var migrations = func() fs.FS {
	steps, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return steps
}()

func latestVersion(steps fs.FS) (int, error) {
	names, err := fs.Glob(steps, "*.sql")
	return len(names), err
}

// migrate brings an older file to the newest shape, after copying it.
func (f *file) migrate(ctx context.Context, o Options, latest int) error {
	var version, id int
	if err := f.writer.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := f.writer.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if id != applicationID || version >= latest {
		return nil // what else is wrong, ours says
	}
	name := strings.TrimSuffix(filepath.Base(f.path), filepath.Ext(f.path))
	stamp := f.now().UTC().Format("20060102T150405")
	copied := filepath.Join(filepath.Dir(f.path), fmt.Sprintf("%s.avant-v%d-%s.suivi", name, latest, stamp))
	if err := f.copyTo(ctx, copied); err != nil {
		return err
	}
	if err := applySteps(ctx, f.writer, o.steps); err != nil {
		return err
	}
	// The header on the disk says the version to whoever looks without opening.
	_, err := f.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// applySteps applies the missing steps in one transaction. The version is read
// again inside it: another program may have come first.
func applySteps(ctx context.Context, db *sql.DB, steps fs.FS) error {
	names, err := fs.Glob(steps, "*.sql")
	if err != nil {
		return err
	}
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() //nolint:errcheck // after a commit it does nothing
	var version int
	if err := t.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version >= len(names) {
		return nil
	}
	for _, name := range names[version:] {
		script, err := fs.ReadFile(steps, name)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("migration %s: %w", name, err)
		}
	}
	if err := checkKeys(ctx, t); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, "PRAGMA user_version = "+strconv.Itoa(len(names))); err != nil {
		return err
	}
	return t.Commit()
}

func checkKeys(ctx context.Context, q querier) error {
	var table string
	err := q.QueryRowContext(ctx, `SELECT "table" FROM pragma_foreign_key_check LIMIT 1`).Scan(&table)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		err = &committee.RuleError{Rule: committee.RuleLink, Detail: table}
	}
	return err
}

// copyTo makes a whole copy of the file, checked and on the disk before it has
// its name. A copy that is there already stays.
func (f *file) copyTo(ctx context.Context, path string) error {
	t, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return systemFault(path, err)
	}
	defer os.Remove(t.Name())
	defer t.Close()
	db, err := sql.Open("sqlite3", dsn(t.Name(), url.Values{"mode": {"rw"}, "_synchronous": {"FULL"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := backup(ctx, db, f.writer); err != nil {
		return err
	}
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return &committee.FileError{Path: f.path, Reason: committee.FileDamaged, Detail: verdict}
	}
	if err := db.Close(); err != nil {
		return err
	}
	if err := t.Sync(); err != nil {
		return systemFault(path, err)
	}
	err = publish(t.Name(), path)
	var e *committee.FileError
	if errors.As(err, &e) && e.Reason == committee.FileExists {
		return nil
	}
	return err
}

// backup copies a database page by page, as of one moment.
func backup(ctx context.Context, to, from *sql.DB) error {
	target, err := to.Conn(ctx)
	if err != nil {
		return err
	}
	defer target.Close()
	source, err := from.Conn(ctx)
	if err != nil {
		return err
	}
	defer source.Close()
	return target.Raw(func(t any) error {
		return source.Raw(func(s any) error {
			b, err := t.(*sqlite3.SQLiteConn).Backup("main", s.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			if _, err := b.Step(-1); err != nil {
				return errors.Join(err, b.Finish())
			}
			return b.Finish()
		})
	})
}
