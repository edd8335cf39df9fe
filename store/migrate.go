package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

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

// afterSteps is what no SQL can do for a version: it is done when the last
// step has been applied, in the same transaction.
var afterSteps = map[int]func(context.Context, changer) error{
	3: func(ctx context.Context, t changer) error {
		_, err := rebuildIndex(ctx, t)
		return err
	},
}

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
	if err := whenFree(o.wait, func() error { return applySteps(ctx, f.writer, o.steps) }); err != nil {
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
	// Only now have the tables every column that the program knows.
	for after := version + 1; after <= len(names); after++ {
		if step, ok := afterSteps[after]; ok {
			if err := step(ctx, t); err != nil {
				return fmt.Errorf("after migration %d: %w", after, err)
			}
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
