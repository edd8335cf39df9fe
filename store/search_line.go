package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
)

// numberedKinds are those whose long lists have words of their own: each row
// has a number, which its words are reached by. The place of a kind, counted
// from one, begins the keys of its words.
var numberedKinds = []committee.Kind{committee.KindAction, committee.KindRecommendation, committee.KindDecision}

// The key of a row's words: the kind, the year and the number.
const (
	lineKind = 10_000_000_000_000_000
	lineYear = 1_000_000_000_000
)

// lineKey is the key of the words of a row, for SQL over the alias t.
func lineKey(place int) string {
	return fmt.Sprintf("%d + t.year * %d + t.number", (place+1)*lineKind, lineYear)
}

// lines counts the words of the long lists that are not those of their rows'
// documents, and those of no document.
func (c *checker) lines(ctx context.Context) (other, surplus int) {
	var documents []string
	for place, kind := range numberedKinds {
		documents = append(documents, fmt.Sprintf("SELECT d.id FROM search_document d WHERE d.kind = '%s'", kind))
		var n int
		err := c.QueryRowContext(ctx, fmt.Sprintf(`SELECT count(*) FROM %s t JOIN search_document d ON d.kind = '%s' AND d.id = t.id
			LEFT JOIN search_line l ON l.doc = %s WHERE l.id IS NOT t.id OR l.folded <> d.folded`,
			keepers[kind].shape().table, kind, lineKey(place))).Scan(&n)
		if c.unreadable("search_line", err) {
			return other, surplus
		}
		other += n
	}
	err := c.QueryRowContext(ctx, "SELECT count(*) FROM search_line WHERE id NOT IN ("+strings.Join(documents, " UNION ALL ")+")").Scan(&surplus)
	c.unreadable("search_line", err)
	return other, surplus
}

// shelf is where the words of the rows of a long list are, for SQL over the
// alias t.
type shelf struct {
	key    string // of a row's words; indexes of the list hold what it is made of
	folded string // the words of a row
	keys   string // a statement: the keys of the rows whose own words an argument asks for
	mark   string // what that asks for in the language of the index ends with it
	some   string // a statement: the words of some rows
	rows   string // the rows of the keys in :keys
	// written are keys as one argument.
	written func(keys []string) string
}

// numberedShelf is that of a kind whose rows have numbers.
func numberedShelf(place int, table string) shelf {
	low, high := (place+1)*lineKind, (place+2)*lineKind-1
	some := fmt.Sprintf("SELECT folded FROM (SELECT folded FROM search_line WHERE doc BETWEEN %d AND %d ORDER BY doc", low, high)
	return shelf{
		key:    "(" + lineKey(place) + ")",
		folded: "(SELECT d.folded FROM search_line d WHERE d.doc = " + lineKey(place) + ")",
		keys:   fmt.Sprintf("SELECT docid key FROM search_line_index WHERE folded MATCH :%%s AND docid BETWEEN %d AND %d", low, high),
		some:   some + " LIMIT :some) UNION ALL " + some + " DESC LIMIT :some)",
		rows: fmt.Sprintf("json_each(:keys) k CROSS JOIN %s ON t.year = k.value / %d %% 10000 AND t.number = k.value %% %[2]d",
			table, lineYear),
		written: func(keys []string) string { return "[" + strings.Join(keys, ",") + "]" },
	}
}

// shelf says where the words of the rows of a long list are.
func (l listing[L]) shelf() shelf {
	table, _ := l.parts()
	if place := slices.Index(numberedKinds, l.kind); place >= 0 {
		return numberedShelf(place, table)
	}
	document := "search_document d WHERE d.kind = '" + string(l.kind) + "'"
	return shelf{
		key:     "t.id",
		folded:  "(SELECT d.folded FROM " + document + " AND d.id = t.id)",
		keys:    "SELECT d.id key FROM search_index c CROSS JOIN search_document d ON d.doc = c.docid WHERE c.folded MATCH :%s",
		mark:    ` "` + kindMark(l.kind) + `"`,
		some:    "SELECT d.folded FROM " + document + " ORDER BY d.id DESC LIMIT :some",
		rows:    "json_each(:keys) k CROSS JOIN " + table + " ON t.id = k.value",
		written: listed,
	}
}

// listed is a list of IDs as one argument.
func listed(ids []string) string {
	b, err := json.Marshal(ids)
	if err != nil {
		panic(err) // plain text
	}
	return string(b)
}
