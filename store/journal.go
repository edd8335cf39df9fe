package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"suivi/internal/committee"
)

// tx is one transaction: one use case, one line of the journal.
type tx struct {
	changer
	store   *Store
	verb    committee.Verb
	reverts int64
	changes []journalChange
	touched map[committee.Thing]int // where in changes
	// documents are those of the touched rows that were just written; the others
	// are read.
	documents map[committee.Thing]document
}

// journalEntry is one line of the journal. Its hash is SHA-256 over the hash
// of the line before and the JSON of the entry with its changes.
type journalEntry struct {
	Seq       int64           `json:"seq"`
	At        string          `json:"at"`
	Actor     string          `json:"actor"`
	ActorName string          `json:"actor_name"`
	Verb      committee.Verb  `json:"verb"`
	Thing     committee.Thing `json:"thing"`
	Why       string          `json:"why"`
	// Reverts is the line whose effect this one took back or made again; 0 for
	// none.
	Reverts int64           `json:"reverts,omitempty"`
	Changes []journalChange `json:"changes"`
	hash    string          // of this line
}

// journalChange is one touched row: the whole value before and after, as
// JSON; empty where there was none.
type journalChange struct {
	Thing  committee.Thing `json:"thing"`
	Before string          `json:"before"`
	After  string          `json:"after"`
}

// after is the hash of e when it follows the line whose hash is previous.
func (e journalEntry) after(previous string) string {
	b, err := json.Marshal(e)
	if err != nil {
		panic(err) // plain data
	}
	return chained(previous, b)
}

// chained is the hash of a line of which the JSON is given.
func chained(previous string, b []byte) string {
	sum := sha256.Sum256(append([]byte(previous+"\n"), b...))
	return hex.EncodeToString(sum[:])
}

// touch notes that a row changed. A row touched twice keeps its first before
// and its last after.
func (t *tx) touch(thing committee.Thing, before, after string) {
	delete(t.documents, thing)
	if i, ok := t.touched[thing]; ok {
		t.changes[i].After = after
		return
	}
	t.touched[thing] = len(t.changes)
	t.changes = append(t.changes, journalChange{Thing: thing, Before: before, After: after})
}

// write is the one way into the file: permission, one immediate transaction,
// the use case, one line of the journal, commit. A use case that changed
// nothing leaves no trace. When thing has no ID yet, the journal names the
// first changed row of its kind.
func (s *Store) write(ctx context.Context, verb committee.Verb, thing committee.Thing, why string, fn func(tx *tx) error) error {
	actor := s.actor
	actor.ReadOnly = s.ReadOnly()
	if err := committee.Can(actor, verb, thing.Kind); err != nil {
		return err
	}
	return s.transaction(ctx, func(t changer) error {
		x := &tx{changer: t, store: s, verb: verb, touched: map[committee.Thing]int{}, documents: map[committee.Thing]document{}}
		if err := fn(x); err != nil || len(x.changes) == 0 {
			return err
		}
		if err := x.index(ctx); err != nil {
			return err
		}
		if s.joined == nil {
			if err := turnDay(ctx, t, s.today()); err != nil {
				return err
			}
		}
		return x.append(ctx, thing, why)
	})
}

// transaction runs fn in a transaction of its own, or in a part of the joined
// one that is undone when fn fails.
func (s *Store) transaction(ctx context.Context, fn func(changer) error) error {
	if s.joined != nil {
		return s.fault(within(ctx, s.joined, fn))
	}
	if err := s.inPlace(); err != nil {
		return err
	}
	day := s.dayCopy(ctx)
	defer day.letGo()
	t, err := s.begin(ctx)
	if err != nil {
		return s.fault(err)
	}
	defer t.end()
	// Its turn may have been long in coming.
	if err := s.inPlace(); err != nil {
		return err
	}
	if err := fn(t); err != nil {
		return s.fault(err)
	}
	if err := t.commit(ctx); err != nil {
		return s.fault(err)
	}
	day.make()
	s.settle()
	return nil
}

func within(ctx context.Context, t changer, fn func(changer) error) error {
	if _, err := t.ExecContext(ctx, "SAVEPOINT use_case"); err != nil {
		return err
	}
	if err := fn(t); err != nil {
		_, back := t.ExecContext(ctx, "ROLLBACK TO use_case; RELEASE use_case")
		return errors.Join(err, back)
	}
	_, err := t.ExecContext(ctx, "RELEASE use_case")
	return err
}

// Together runs several use cases of fn's store in one transaction: each
// writes its own line of the journal, and none of them stays when fn fails.
// The store that fn is given serves one goroutine, until fn returns.
func (s *Store) Together(ctx context.Context, fn func(*Store) error) error {
	actor := s.actor
	actor.ReadOnly = s.ReadOnly()
	if err := committee.Can(actor, committee.VerbLoad, committee.KindCommittee); err != nil {
		return err
	}
	if s.joined == nil {
		defer s.roomy(ctx)()
	}
	return s.transaction(ctx, func(t changer) error {
		return s.indexOnce(ctx, t, fn)
	})
}

// reload is the one other way into a file, for a new one: fn brings rows
// together with the journal that tells of them. Links are not looked at while
// it does: whoever calls checks the whole file, and closes it.
func (s *Store) reload(ctx context.Context, fn func(*tx) error) error {
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return s.fault(err)
	}
	t, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(err)
	}
	defer t.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := fn(&tx{changer: t, store: s, verb: committee.VerbLoad, touched: map[committee.Thing]int{}, documents: map[committee.Thing]document{}}); err != nil {
		return s.fault(err)
	}
	// Rows came before those that they are counted with.
	if err := recount(ctx, t); err != nil {
		return s.fault(err)
	}
	if _, err := rebuildIndex(ctx, t); err != nil {
		return s.fault(err)
	}
	return s.fault(t.Commit())
}

// reverting runs fn while the transaction takes a line back: what otherwise
// only grows may shrink until fn returns.
func (t *tx) reverting(ctx context.Context, seq int64, fn func() error) error {
	t.reverts = seq
	return t.loosely(ctx, fn)
}

// loosely runs fn while what otherwise only grows may shrink.
func (t *tx) loosely(ctx context.Context, fn func() error) error {
	if _, err := t.ExecContext(ctx, "INSERT INTO reverting (seq) VALUES (?)", t.reverts); err != nil {
		return err
	}
	if err := fn(); err != nil {
		return err
	}
	_, err := t.ExecContext(ctx, "DELETE FROM reverting")
	return err
}

// append writes the transaction's line of the journal.
func (t *tx) append(ctx context.Context, thing committee.Thing, why string) error {
	if thing.ID == "" {
		thing = t.subject(thing.Kind)
	}
	e := journalEntry{
		At: t.store.now().UTC().Format(time.RFC3339Nano), Actor: string(t.store.actor.Person), ActorName: t.store.actor.Name,
		Verb: t.verb, Thing: thing, Why: why, Reverts: t.reverts, Changes: t.changes,
	}
	cleanFields([]field{line("actor_name", &e.ActorName), body("why", &e.Why)})
	var last int64
	var previous string
	err := t.QueryRowContext(ctx, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").Scan(&last, &previous)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if last > t.store.watch.since && !t.store.watch.is(last, previous) {
		t.store.others.meet()
	}
	e.Seq = last + 1
	hash := e.after(previous)
	t.store.watch.wrote(e.Seq, hash)
	return t.insert(ctx, e, hash)
}

// insert adds a line to the journal, with its hash.
func (t *tx) insert(ctx context.Context, e journalEntry, hash string) error {
	_, err := t.ExecContext(ctx,
		"INSERT INTO journal (seq, at, actor, actor_name, verb, kind, id, why, reverts, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.Seq, e.At, e.Actor, e.ActorName, e.Verb, e.Thing.Kind, e.Thing.ID, e.Why, e.Reverts, hash)
	if err != nil {
		return err
	}
	for i, c := range e.Changes {
		_, err := t.ExecContext(ctx,
			"INSERT INTO journal_change (seq, n, kind, id, image_before, image_after) VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''))",
			e.Seq, i+1, c.Thing.Kind, c.Thing.ID, c.Before, c.After)
		if err != nil {
			return err
		}
	}
	return nil
}

// subject is the first changed thing of a kind, or the first changed at all.
func (t *tx) subject(kind committee.Kind) committee.Thing {
	for _, c := range t.changes {
		if c.Thing.Kind == kind {
			return c.Thing
		}
	}
	return t.changes[0].Thing
}

// journalAfter reads the lines after one, the oldest first, with their changes.
func journalAfter(ctx context.Context, q querier, seq int64, limit int) ([]journalEntry, error) {
	answer, err := q.QueryContext(ctx,
		"SELECT seq, at, actor, actor_name, verb, kind, id, why, reverts, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)
	found, err := collect(answer, err, func(row scanner) (e journalEntry, err error) {
		err = row.Scan(&e.Seq, &e.At, &e.Actor, &e.ActorName, &e.Verb, &e.Thing.Kind, &e.Thing.ID, &e.Why, &e.Reverts, &e.hash)
		return e, err
	})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, nil
	}
	places := make(map[int64]int, len(found))
	for i, e := range found {
		places[e.Seq] = i
	}
	answer, err = q.QueryContext(ctx, `SELECT seq, kind, id, coalesce(image_before, ''), coalesce(image_after, '') FROM journal_change
		WHERE seq BETWEEN ? AND ? ORDER BY seq, n`, found[0].Seq, found[len(found)-1].Seq)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		var of int64
		var c journalChange
		err := row.Scan(&of, &c.Thing.Kind, &c.Thing.ID, &c.Before, &c.After)
		if i, ok := places[of]; ok && err == nil {
			found[i].Changes = append(found[i].Changes, c)
		}
		return struct{}{}, err
	})
	return found, err
}
