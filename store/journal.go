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
	*sql.Tx
	store   *Store
	verb    committee.Verb
	changes []journalChange
	touched map[committee.Thing]int // where in changes
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
	Changes   []journalChange `json:"changes"`
	hash      string          // of this line
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
	sum := sha256.Sum256(append([]byte(previous+"\n"), b...))
	return hex.EncodeToString(sum[:])
}

// touch notes that a row changed. A row touched twice keeps its first before
// and its last after.
func (t *tx) touch(thing committee.Thing, before, after string) {
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
	if err := s.inPlace(); err != nil {
		return err
	}
	t, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(err)
	}
	defer t.Rollback() //nolint:errcheck // after a commit it does nothing
	x := &tx{Tx: t, store: s, verb: verb, touched: map[committee.Thing]int{}}
	if err := fn(x); err != nil {
		return s.fault(err)
	}
	if len(x.changes) == 0 {
		return nil
	}
	if err := x.append(ctx, thing, why); err != nil {
		return s.fault(err)
	}
	return s.fault(t.Commit())
}

// append writes the transaction's line of the journal.
func (t *tx) append(ctx context.Context, thing committee.Thing, why string) error {
	if thing.ID == "" {
		thing = t.subject(thing.Kind)
	}
	e := journalEntry{
		At: t.store.now().UTC().Format(time.RFC3339Nano), Actor: string(t.store.actor.Person), ActorName: t.store.actor.Name,
		Verb: t.verb, Thing: thing, Why: why, Changes: t.changes,
	}
	cleanFields([]field{line("actor_name", &e.ActorName), body("why", &e.Why)})
	var last int64
	var previous string
	err := t.QueryRowContext(ctx, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").Scan(&last, &previous)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	e.Seq = last + 1
	_, err = t.ExecContext(ctx,
		"INSERT INTO journal (seq, at, actor, actor_name, verb, kind, id, why, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.Seq, e.At, e.Actor, e.ActorName, e.Verb, e.Thing.Kind, e.Thing.ID, e.Why, e.after(previous))
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
		"SELECT seq, at, actor, actor_name, verb, kind, id, why, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)
	found, err := collect(answer, err, func(row scanner) (e journalEntry, err error) {
		err = row.Scan(&e.Seq, &e.At, &e.Actor, &e.ActorName, &e.Verb, &e.Thing.Kind, &e.Thing.ID, &e.Why, &e.hash)
		return e, err
	})
	if err != nil {
		return nil, err
	}
	for i := range found {
		answer, err := q.QueryContext(ctx,
			"SELECT kind, id, coalesce(image_before, ''), coalesce(image_after, '') FROM journal_change WHERE seq = ? ORDER BY n", found[i].Seq)
		found[i].Changes, err = collect(answer, err, func(row scanner) (c journalChange, err error) {
			err = row.Scan(&c.Thing.Kind, &c.Thing.ID, &c.Before, &c.After)
			return c, err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}
