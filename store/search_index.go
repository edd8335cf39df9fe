package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// documentsAtOnce is how many documents are made at a time.
const documentsAtOnce = 100

// changer changes rows: a transaction.
type changer interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// unindexed are the things that several use cases in one transaction touched:
// their documents are made once, when the last one is done.
type unindexed struct {
	things []committee.Thing
	seen   map[committee.Thing]bool
}

func newUnindexed() *unindexed { return &unindexed{seen: map[committee.Thing]bool{}} }

func (u *unindexed) add(thing committee.Thing) {
	if !u.seen[thing] {
		u.seen[thing] = true
		u.things = append(u.things, thing)
	}
}

// index brings the documents of the touched rows up to date, removed ones
// included, in the transaction that touched them.
func (t *tx) index(ctx context.Context) error {
	touched := t.store.unindexed
	if touched == nil {
		touched = newUnindexed()
	}
	for _, c := range t.changes {
		touched.add(c.Thing)
	}
	if t.store.unindexed != nil {
		return nil
	}
	return indexAll(ctx, t, touched.things, t.documents)
}

// indexAll makes the documents of things; those that are known need not be read. An index that is damaged stands in
// the way of no fact: then it stays as it was, the check of the file says so,
// and it can be made anew.
func indexAll(ctx context.Context, x changer, things []committee.Thing, known map[committee.Thing]document) error {
	w := &indexer{changer: x, known: known}
	err := w.each(ctx, things)
	if !w.begun {
		return err
	}
	for _, index := range []string{"search_index", "search_line_index"} {
		if err == nil {
			// What it would write with the commit, where it could only fail. Given
			// apart, the word lets the statement be kept for the next change.
			_, err = x.ExecContext(ctx, "INSERT INTO "+index+" ("+index+") VALUES (?)", "flush")
		}
	}
	var fault sqlite3.Error
	if errors.As(err, &fault) && fault.ExtendedCode == sqlite3.ErrCorruptVTab {
		_, err = x.ExecContext(ctx, "ROLLBACK TO search")
	}
	if err != nil {
		return err
	}
	_, err = x.ExecContext(ctx, "RELEASE search")
	return err
}

// indexer writes documents, in a part of its own of the transaction.
type indexer struct {
	changer
	known map[committee.Thing]document
	begun bool
}

// begin makes the part, before the first document that changes.
func (w *indexer) begin(ctx context.Context) error {
	if w.begun {
		return nil
	}
	w.begun = true
	_, err := w.ExecContext(ctx, "SAVEPOINT search")
	return err
}

// indexOnce runs several use cases in one transaction, and makes the documents
// of all that they touched at its end.
func (s *Store) indexOnce(ctx context.Context, t changer, fn func(*Store) error) error {
	if s.unindexed != nil { // whoever began will do it
		return fn(&Store{file: s.file, actor: s.actor, joined: t, unindexed: s.unindexed})
	}
	later := newUnindexed()
	if err := fn(&Store{file: s.file, actor: s.actor, joined: t, unindexed: later}); err != nil {
		return err
	}
	if err := indexAll(ctx, t, later.things, nil); err != nil {
		return err
	}
	return turnDay(ctx, t, s.today())
}

// each brings the documents of things up to date, in their order.
func (w *indexer) each(ctx context.Context, things []committee.Thing) error {
	for some := range slices.Chunk(things, documentsAtOnce) {
		wanted, err := documentsOf(ctx, w, slices.DeleteFunc(slices.Clone(some), func(t committee.Thing) bool { _, known := w.known[t]; return known }))
		if err != nil {
			return err
		}
		maps.Copy(wanted, w.known)
		for _, thing := range some {
			if err := w.one(ctx, thing, wanted[thing]); err != nil {
				return err
			}
		}
	}
	return nil
}

// documentsOf are the documents that things should have; those that should
// have none are left out.
func documentsOf(ctx context.Context, q querier, things []committee.Thing) (map[committee.Thing]document, error) {
	ids := map[committee.Kind][]string{}
	for _, t := range things {
		ids[t.Kind] = append(ids[t.Kind], t.ID)
	}
	all := map[committee.Thing]document{}
	for kind, some := range ids {
		k, ok := keepers[kind]
		if !ok {
			continue
		}
		found, err := k.documents(ctx, q, some)
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			all[d.thing] = d
		}
	}
	return all, nil
}

// one gives a thing the document it should have. Words that stay keep their
// place; new ones are the latest.
func (w *indexer) one(ctx context.Context, thing committee.Thing, wanted document) error {
	var doc int64
	held := document{thing: thing}
	err := w.QueryRowContext(ctx, "SELECT doc, archived, folded, shown FROM search_document WHERE kind = ? AND id = ?", thing.Kind, thing.ID).
		Scan(&doc, &held.archived, &held.folded, &held.shown)
	none := errors.Is(err, sql.ErrNoRows)
	switch {
	case err != nil && !none:
		return err
	case !none && held == wanted, none && wanted.folded == "":
		return nil
	}
	if err := w.begin(ctx); err != nil {
		return err
	}
	if !none && held.folded == wanted.folded {
		_, err := w.ExecContext(ctx, "UPDATE search_document SET archived = ?, shown = ? WHERE doc = ?", wanted.archived, wanted.shown, doc)
		return err
	}
	if !none {
		// In this order: the index asks the document which words to forget.
		if _, err := w.ExecContext(ctx, "DELETE FROM search_index WHERE docid = ?", doc); err != nil {
			return err
		}
		if _, err := w.ExecContext(ctx, "DELETE FROM search_document WHERE doc = ?", doc); err != nil {
			return err
		}
	}
	if err := w.line(ctx, thing, wanted.folded); err != nil || wanted.folded == "" {
		return err
	}
	doc, err = insertDocument(ctx, w, wanted)
	if err != nil {
		return err
	}
	_, err = w.ExecContext(ctx, "INSERT INTO search_index (docid, folded) VALUES (?, ?)", doc, wanted.folded)
	return err
}

// line gives a row of a long list the words that its filter looks in.
func (w *indexer) line(ctx context.Context, thing committee.Thing, folded string) error {
	place := slices.Index(numberedKinds, thing.Kind)
	if place < 0 {
		return nil
	}
	key, table := lineKey(place), keepers[thing.Kind].shape().table
	answer, err := w.QueryContext(ctx, "SELECT doc FROM search_line WHERE id = ?1 UNION ALL SELECT "+key+" FROM "+table+" t WHERE t.id = ?1", thing.ID)
	docs, err := collect(answer, err, func(row scanner) (doc int64, err error) { return doc, row.Scan(&doc) })
	if err != nil {
		return err
	}
	if folded != "" && len(docs) == 2 && docs[0] == docs[1] { // it keeps its number
		// First of all: the index asks the line which words to forget.
		if _, err := w.ExecContext(ctx, "DELETE FROM search_line_index WHERE docid = ?", docs[0]); err != nil {
			return err
		}
		return w.all(ctx, []any{folded, docs[0]}, "UPDATE search_line SET folded = ? WHERE doc = ?", "INSERT INTO search_line_index (folded, docid) VALUES (?, ?)")
	}
	// Another row may still hold the number: it is given its own in turn.
	for _, doc := range slices.Compact(docs) {
		if err := w.all(ctx, []any{doc}, "DELETE FROM search_line_index WHERE docid = ?", "DELETE FROM search_line WHERE doc = ?"); err != nil {
			return err
		}
	}
	if folded == "" {
		return nil
	}
	return w.all(ctx, []any{folded, thing.ID},
		"INSERT INTO search_line (doc, id, folded) SELECT "+key+", t.id, ? FROM "+table+" t WHERE t.id = ?",
		"INSERT INTO search_line_index (docid, folded) SELECT "+key+", ? FROM "+table+" t WHERE t.id = ?")
}

// all runs statements that take the same arguments.
func (w *indexer) all(ctx context.Context, args []any, statements ...string) error {
	for _, s := range statements {
		if _, err := w.ExecContext(ctx, s, args...); err != nil {
			return err
		}
	}
	return nil
}

// rebuildLines makes the words of the long lists anew from the documents.
func rebuildLines(ctx context.Context, x changer) error {
	statements := []string{"DELETE FROM search_line"}
	for place, kind := range numberedKinds {
		statements = append(statements, fmt.Sprintf(
			"INSERT INTO search_line (doc, id, folded) SELECT %s, t.id, d.folded FROM %s t JOIN search_document d ON d.kind = '%s' AND d.id = t.id ORDER BY t.year, t.number",
			lineKey(place), keepers[kind].shape().table, kind))
	}
	for _, command := range []string{"rebuild", "optimize"} {
		statements = append(statements, "INSERT INTO search_line_index (search_line_index) VALUES ('"+command+"')")
	}
	for _, s := range statements {
		if _, err := x.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

func insertDocument(ctx context.Context, x changer, d document) (doc int64, err error) {
	added, err := x.ExecContext(ctx, "INSERT INTO search_document (kind, id, archived, folded, shown) VALUES (?, ?, ?, ?, ?)",
		d.thing.Kind, d.thing.ID, d.archived, d.folded, d.shown)
	if err != nil {
		return 0, err
	}
	return added.LastInsertId()
}

// rebuildIndex makes every document and the index anew from the rows, those
// that changed last being the latest, and counts the documents.
func rebuildIndex(ctx context.Context, x changer) (documents int, err error) {
	if _, err := x.ExecContext(ctx, "DELETE FROM search_document"); err != nil {
		return 0, err
	}
	things, err := byLastChange(ctx, x)
	if err != nil {
		return 0, err
	}
	for some := range slices.Chunk(things, documentsAtOnce) {
		wanted, err := documentsOf(ctx, x, some)
		if err != nil {
			return 0, err
		}
		for _, thing := range some {
			d, ok := wanted[thing]
			if !ok {
				continue
			}
			if _, err := insertDocument(ctx, x, d); err != nil {
				return 0, err
			}
			documents++
		}
	}
	// The index reads the documents itself, whatever state it was in.
	for _, command := range []string{"rebuild", "optimize"} {
		if _, err := x.ExecContext(ctx, "INSERT INTO search_index (search_index) VALUES (?)", command); err != nil {
			return 0, err
		}
	}
	return documents, rebuildLines(ctx, x)
}

// byLastChange is every thing of the file, in the order of the journal.
func byLastChange(ctx context.Context, q querier) ([]committee.Thing, error) {
	type placed struct {
		thing committee.Thing
		seq   int64
	}
	var all []placed
	for _, kind := range kinds {
		answer, err := q.QueryContext(ctx, fmt.Sprintf(
			"SELECT t.id, coalesce((SELECT max(c.seq) FROM journal_change c WHERE c.kind = ? AND c.id = t.id), 0) FROM %s t ORDER BY t.id",
			keepers[kind].shape().table), kind)
		some, err := collect(answer, err, func(row scanner) (p placed, err error) {
			p.thing.Kind = kind
			return p, row.Scan(&p.thing.ID, &p.seq)
		})
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return int(a.seq - b.seq) })
	things := make([]committee.Thing, len(all))
	for i, p := range all {
		things[i] = p.thing
	}
	return things, nil
}

// RebuildSearch makes the index of the search anew from the rows, adds up anew
// what is added up of them, and counts the rows in the index. No fact changes: the journal says nothing of it.
func (s *Store) RebuildSearch(ctx context.Context) (documents int, err error) {
	actor := s.actor
	actor.ReadOnly = s.ReadOnly()
	if err := committee.Can(actor, committee.VerbRevise, committee.KindCommittee); err != nil {
		return 0, err
	}
	err = s.transaction(ctx, func(t changer) error {
		if err := recount(ctx, t); err != nil {
			return err
		}
		documents, err = rebuildIndex(ctx, t)
		return err
	})
	return documents, err
}
