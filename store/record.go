package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// record is a value of the domain that is kept in a table.
type record interface{ Validate() error }

// noun describes how one kind of thing is kept. From it one mechanism loads,
// saves, names, archives and checks every kind.
type noun[T record] struct {
	kind  committee.Kind
	table string
	id    func(*T) *string
	stamp func(*T) *committee.Stamp
	// fields are the columns besides id, version, archived and folded.
	fields func(*T) []field
	// lists are the child tables, provenance aside; nil for none.
	lists func(*T) []child
	// tells are the things that a value names without a link to them; nil for
	// none.
	tells func(*T) []committee.Thing
	// namesake is the thing that a value without a name of its own is called by; nil
	// for none.
	namesake func(*T) committee.Thing
	// words are what filters look in.
	words func(*T) []string
	// name says how a line calls the thing: SQL over the alias t.
	name naming
	// guard checks a live value against the rest of the file, on every save;
	// nil for none. before is nil when the thing is added.
	guard func(ctx context.Context, tx *tx, before, v *T) error
	// leave checks whether a thing may be archived; nil for none.
	leave func(ctx context.Context, tx *tx, v *T) error
	// fixed things cannot be archived.
	fixed bool

	outline shape // filled by keep
	reads   reads
}

// naming holds SQL expressions over the alias t. full tells a thing from its
// like; short is the acronym or the title; ref is ” for nouns without numbers.
type naming struct{ ref, short, full string }

// keeper is a noun whatever its type.
type keeper interface {
	shape() shape
	find(ctx context.Context, q querier, id string) (any, error)
	inspect(ctx context.Context, q querier, id, logged string) error
	inspectSome(ctx context.Context, q querier, rest string, args []any, judge func(id, logged string, err error)) error
	shelve(ctx context.Context, tx *tx, id string, version int, archived bool) error
	page(ctx context.Context, q querier, after string, limit int) ([]dumped, error)
	put(ctx context.Context, tx *tx, value []byte, exact bool, accept func(id string) error) error
	depicts(id, image string) bool
	documents(ctx context.Context, q querier, ids []string) ([]document, error)
	reverser
}

// shape is what statements need to know of a noun.
type shape struct {
	kind   committee.Kind
	table  string
	name   naming
	fixed  bool
	fields []field
	lists  []child
}

// keepers holds every noun; keep fills it while the package starts.
var keepers = map[committee.Kind]keeper{}

// keep makes a noun known to the generic use cases.
func keep[T record](n noun[T]) *noun[T] {
	v := new(T)
	n.outline = shape{kind: n.kind, table: n.table, name: n.name, fixed: n.fixed, fields: n.fields(v), lists: n.children(v)}
	n.reads = readsOf(n.table, columnNames(n.all(v)), n.outline.lists)
	keepers[n.kind] = &n
	return &n
}

// saving is the verb of a save made from a version.
func saving(version int) committee.Verb {
	if version == 0 {
		return committee.VerbAdd
	}
	return committee.VerbRevise
}

func newID() string {
	id, err := uuid.NewV7()
	if err != nil { // the system has no randomness left
		return uuid.NewString()
	}
	return id.String()
}

func (n *noun[T]) thing(id string) committee.Thing { return committee.Thing{Kind: n.kind, ID: id} }

func (n *noun[T]) shape() shape { return n.outline }

func (n *noun[T]) children(v *T) []child {
	all := []child{provenance(n.kind, &n.stamp(v).Provenance)}
	if n.lists != nil {
		all = append(all, n.lists(v)...)
	}
	return all
}

// all is every column of the noun's own row.
func (n *noun[T]) all(v *T) []field {
	s := n.stamp(v)
	own := []field{
		plain("id", n.id(v)), plain("version", &s.Version), plain("archived", &s.Archived),
		derivedBy("folded", func() string { return text.Fold(strings.Join(n.words(v), " ")) }),
	}
	return append(own, n.fields(v)...)
}

// load reads one thing with its lists: committee.ErrNotFound when there is none.
func (n *noun[T]) load(ctx context.Context, q querier, id string) (T, error) {
	found, err := n.loadAll(ctx, q, "WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		var none T
		if err == nil {
			err = committee.ErrNotFound
		}
		return none, err
	}
	return found[0], nil
}

// loadAll reads the things that rest, a WHERE and ORDER BY clause, selects.
func (n *noun[T]) loadAll(ctx context.Context, q querier, rest string, args ...any) ([]T, error) {
	found, err := n.rows(ctx, q, rest, args...)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(found, manyOwners) {
		if err := n.loadLists(ctx, q, some); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// loadLists reads the lists of a few things, in one statement.
func (n *noun[T]) loadLists(ctx context.Context, q querier, found []T) error {
	if len(found) == 0 {
		return nil
	}
	lists, ids := make(map[string][]child, len(found)), make([]string, len(found))
	for i := range found {
		ids[i] = *n.id(&found[i])
		lists[ids[i]] = n.children(&found[i])
	}
	return n.reads.into(ctx, q, ids, lists)
}

// rows reads the things that rest selects, without their lists.
func (n *noun[T]) rows(ctx context.Context, q querier, rest string, args ...any) ([]T, error) {
	answer, err := q.QueryContext(ctx, n.reads.rows+rest, args...)
	return collect(answer, err, func(row scanner) (T, error) {
		var v T
		return v, row.Scan(cells(n.all(&v))...)
	})
}

func loadChild(ctx context.Context, q querier, c child, id string) error {
	where, args := c.where(id)
	answer, err := q.QueryContext(ctx, selectFrom(columnNames(c.columns), c.table, "WHERE "+where+" ORDER BY n"), args...)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		c.grow()
		return struct{}{}, row.Scan(cells(c.at(c.len() - 1))...)
	})
	return err
}

// save writes v within a transaction: it adds at version 0, else revises the
// version v was read at. A *committee.ConflictError carries the value in the
// file when that version is old. Nothing is written when nothing changed.
func (n *noun[T]) save(ctx context.Context, tx *tx, v T) (T, error) {
	n.clean(&v)
	before, err := n.before(ctx, tx, &v)
	if err != nil {
		return v, err
	}
	return n.saveOver(ctx, tx, before, image(before), v)
}

// saveOver writes v over what the file was just read to hold: nil and no image
// for nothing. v is clean, and was made from a copy of before.
func (n *noun[T]) saveOver(ctx context.Context, tx *tx, before *T, was string, v T) (T, error) {
	if err := n.check(ctx, tx, before, &v); err != nil {
		return v, err
	}
	if before != nil && image(&v) == was {
		return v, nil
	}
	n.stamp(&v).Version++
	if err := n.write(ctx, tx, before, &v); err != nil {
		return v, err
	}
	tx.touch(n.thing(*n.id(&v)), was, image(&v))
	if tx.store.joined == nil {
		tx.documents[n.thing(*n.id(&v))] = n.document(&v)
	}
	return v, nil
}

// change applies fn to a thing read at a version, and saves it.
func (n *noun[T]) change(ctx context.Context, tx *tx, id string, version int, fn func(T) (T, error)) (T, error) {
	v, err := n.load(ctx, tx, id)
	if err != nil {
		return v, err
	}
	if n.stamp(&v).Version != version {
		return v, &committee.ConflictError{Thing: n.thing(id), Current: v}
	}
	if n.stamp(&v).Archived {
		return v, &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonIsArchived}
	}
	before, was := v, image(&v)
	next, err := fn(v)
	if err != nil {
		return v, err
	}
	n.clean(&next)
	return n.saveOver(ctx, tx, &before, was, next)
}

func (n *noun[T]) clean(v *T) {
	for _, c := range n.children(v) {
		c.tidy()
		for i := range c.len() {
			cleanFields(c.at(i))
		}
	}
	cleanFields(n.fields(v))
}

func cleanFields(fields []field) {
	for _, f := range fields {
		if f.clean != nil {
			f.clean()
		}
	}
}

// before is what the file holds; nil for a thing that is new. It gives a new
// thing its ID.
func (n *noun[T]) before(ctx context.Context, tx *tx, v *T) (*T, error) {
	id, version := n.id(v), n.stamp(v).Version
	if *id == "" && version == 0 {
		*id = tx.store.newID()
		return nil, nil
	}
	found, err := n.load(ctx, tx, *id)
	switch {
	case errors.Is(err, committee.ErrNotFound) && version == 0:
		return nil, nil
	case err != nil:
		return nil, err
	case n.stamp(&found).Version != version:
		return nil, &committee.ConflictError{Thing: n.thing(*id), Current: found}
	}
	return &found, nil
}

func (n *noun[T]) check(ctx context.Context, tx *tx, before, v *T) error {
	now := n.stamp(v)
	if before != nil && n.stamp(before).Archived && now.Archived {
		return &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonIsArchived}
	}
	if err := n.valid(v); err != nil {
		return err
	}
	if now.Archived {
		if n.leave != nil {
			return n.leave(ctx, tx, v)
		}
		return nil
	}
	if err := n.checkLinks(ctx, tx, before, v); err != nil {
		return err
	}
	if n.guard != nil {
		return n.guard(ctx, tx, before, v)
	}
	return nil
}

// valid checks a value on its own.
func (n *noun[T]) valid(v *T) error {
	if err := (*v).Validate(); err != nil {
		return err
	}
	for _, p := range n.stamp(v).Provenance {
		if err := p.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// checkLinks refuses links to nothing, and links newly made to archived things.
func (n *noun[T]) checkLinks(ctx context.Context, q querier, before, v *T) error {
	var had []string
	if before != nil {
		for _, l := range n.links(before) {
			had = append(had, l.id())
		}
	}
	for _, l := range n.links(v) {
		id := l.id()
		if id == "" || slices.Contains(had, id) {
			continue
		}
		archived, err := archivedState(ctx, q, l.kind, id)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return &committee.FieldError{Field: l.field, Reason: committee.ReasonUnknown, Detail: id}
		case err != nil:
			return err
		case archived:
			return &committee.FieldError{Field: l.field, Reason: committee.ReasonArchived, Detail: id}
		}
	}
	return nil
}

func (n *noun[T]) links(v *T) []*link {
	var all []*link
	for _, f := range n.fields(v) {
		if f.link != nil {
			all = append(all, f.link)
		}
	}
	for _, c := range n.children(v) {
		for i := range c.len() {
			for _, f := range c.at(i) {
				if f.link != nil {
					all = append(all, f.link)
				}
			}
		}
	}
	return all
}

func archivedState(ctx context.Context, q querier, kind committee.Kind, id string) (archived bool, err error) {
	k, ok := keepers[kind]
	if !ok {
		return false, sql.ErrNoRows
	}
	err = q.QueryRowContext(ctx, "SELECT archived FROM "+k.shape().table+" WHERE id = ?", id).Scan(&archived)
	return archived, err
}

func (n *noun[T]) write(ctx context.Context, tx *tx, before, v *T) error {
	fields := n.all(v)
	names := columnNames(fields)
	if before == nil {
		statement := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", n.table, strings.Join(names, ", "), marks(len(names)))
		if _, err := tx.ExecContext(ctx, statement, cells(fields)...); err != nil {
			return err
		}
	} else {
		// A column that is set is written anew in each of its indexes.
		fields = changed(n.all(before), fields)
		statement := fmt.Sprintf("UPDATE %s SET %s = ? WHERE id = ? AND version = ?", n.table, strings.Join(columnNames(fields), " = ?, "))
		args := append(cells(fields), *n.id(v), n.stamp(before).Version)
		if _, err := tx.ExecContext(ctx, statement, args...); err != nil {
			return err
		}
	}
	old := n.children(new(T))
	if before != nil {
		old = n.children(before)
	}
	for i, c := range n.children(v) {
		if err := writeChild(ctx, tx, old[i], c, *n.id(v)); err != nil {
			return err
		}
	}
	return nil
}

// find, inspect and shelve serve the generic use cases.
func (n *noun[T]) find(ctx context.Context, q querier, id string) (any, error) {
	return n.load(ctx, q, id)
}

func (n *noun[T]) shelve(ctx context.Context, tx *tx, id string, version int, archived bool) error {
	v, err := n.load(ctx, tx, id)
	if err != nil {
		return err
	}
	s := n.stamp(&v)
	switch {
	case n.fixed:
		return &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonAppendOnly}
	case s.Version != version:
		return &committee.ConflictError{Thing: n.thing(id), Current: v}
	case s.Archived && archived:
		return &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonIsArchived}
	case !s.Archived && !archived:
		return &committee.RefusedError{Verb: tx.verb, Kind: n.kind, Reason: committee.ReasonNotArchived}
	}
	s.Archived = archived
	_, err = n.save(ctx, tx, v)
	return err
}

// differsError says that a row is not what the journal last wrote, and which
// rule it then breaks, if any.
type differsError struct{ rule error }

// Error is for logs.
func (e *differsError) Error() string { return "store: the row differs from the journal" }

// inspect reads one row again for the check of the file and tells what is
// wrong with it. logged is its image in the journal, empty when it has none.
func (n *noun[T]) inspect(ctx context.Context, q querier, id, logged string) error {
	v, err := n.load(ctx, q, id)
	if err != nil {
		return err
	}
	if err := n.agrees(&v, image(&v), logged); err != nil {
		return err
	}
	return n.checkDerived(ctx, q, &v)
}

func (n *noun[T]) checkDerived(ctx context.Context, q querier, v *T) error {
	fields := n.derivedFields(v)
	row := q.QueryRowContext(ctx, selectFrom(columnNames(fields), n.table, "WHERE id = ?"), *n.id(v))
	if err := row.Scan(cells(fields)...); err != nil {
		return err
	}
	return disagreeing(fields)
}

// derivedError says that a computed column does not hold what it should.
type derivedError struct{ column string }

// Error is for logs.
func (e *derivedError) Error() string { return "store: derived column " + e.column }

// image is the JSON of a value, empty for nil.
func image[T any](v *T) string {
	if v == nil {
		return ""
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // values of the domain are plain data
	}
	return string(b)
}
