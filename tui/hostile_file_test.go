package tui_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/store"
	"suivi/tui"
)

// Another program may have written anything anywhere, in the journal too:
// whatever stands in a text is drawn clean, and nothing stops on it.
func TestHostileTextInEveryColumn(t *testing.T) {
	for _, pack := range []string{"example", "bamako-2017"} {
		path := packCopy(t, pack)
		soil(t, path)
		for _, sc := range swept(screens, forms) {
			if sc.pack != pack {
				continue
			}
			still(t, sc.name, func(t *testing.T) {
				u := sitting(t, path, 80, 24)
				u.press(sc.keys...).clean("80").typeKeys(sc.typed).clean("typed")
				u.resize(140, 40).clean("140")
				u.hit("f1").clean("help")
			})
		}
	}
}

// packCopy is a copy of a starter pack's file.
func packCopy(t *testing.T, pack string) string {
	t.Helper()
	data, err := os.ReadFile(packFile(t, pack))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "comite.suivi")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sitting opens the screens on a file.
func sitting(t *testing.T, path string, width, height int) *user {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	actor := committee.Actor{Name: "Awa"}
	u := &user{t: t, book: s, model: tui.New(tui.Config{Book: s.As(actor), Path: path, Locale: french(), Now: clock, NoColor: true, Actor: actor})}
	u.run(u.model.Init())
	return u.resize(width, height)
}

// soil adds a hostile text to every text of a file that may hold one.
func soil(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?_foreign_keys=0")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, name := range listed(t, db, "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
		if _, err := db.Exec(`DROP TRIGGER "` + name + `"`); err != nil {
			t.Fatal(err)
		}
	}
	soiled := 0
	for _, c := range textColumns(t, db) {
		done, err := db.Exec(c.in("UPDATE %t SET %c = %c || ? WHERE %c <> ''"), hostile)
		if err != nil {
			continue // the file itself keeps it out
		}
		if n, _ := done.RowsAffected(); n > 0 {
			soiled++
		}
	}
	if soiled < 60 {
		t.Fatalf("only %d columns hold a hostile text", soiled)
	}
}

// column is a column of texts that the file does not tie to others.
type column struct{ table, name string }

// in puts the column's names in a statement, for %t and %c.
func (c column) in(statement string) string {
	return strings.NewReplacer("%t", `"`+c.table+`"`, "%c", `"`+c.name+`"`).Replace(statement)
}

// textColumns are the columns of a file that hold texts: neither keys, nor
// what an index for searching keeps for itself.
func textColumns(t testing.TB, db *sql.DB) []column {
	t.Helper()
	var columns []column
	for _, pair := range listed(t, db, `SELECT m.name || '.' || c.name FROM pragma_table_list() l JOIN sqlite_master m ON m.name = l.name
		JOIN pragma_table_info(m.name) c WHERE l.type = 'table' AND c.type = 'TEXT' AND c.pk = 0
		AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name)`) {
		table, name, _ := strings.Cut(pair, ".")
		columns = append(columns, column{table, name})
	}
	return columns
}

// listed are the texts that a query answers.
func listed(t testing.TB, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}
