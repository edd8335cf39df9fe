package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Taking back is one more line of the journal, which reverts an earlier one.
// The last line that reverts a line says whether its effect stands; that one,
// or the line itself, is how it was left.

// NextUndo is the actor's own last change that stands, and what taking it back
// will do. It is refused with a *committee.RefusedError when there is none or
// when it stays, with a *committee.OvertakenError when somebody changed since
// what it left.
func (s *Store) NextUndo(ctx context.Context) (register.Undoable, error) {
	return s.nextBack(ctx, committee.VerbUndo)
}

// NextRedo is the actor's own change that was taken back last, when they
// changed nothing since, and what making it again will do. It is refused as
// NextUndo is.
func (s *Store) NextRedo(ctx context.Context) (register.Undoable, error) {
	return s.nextBack(ctx, committee.VerbRedo)
}

// Undo takes back the change that NextUndo names, by its line. It is refused
// when that is no longer the one, when others refer to what would go, and when
// the rules do not allow what would come back.
func (s *Store) Undo(ctx context.Context, seq int64) error {
	return s.takeBack(ctx, committee.VerbUndo, seq)
}

// Redo makes the change that NextRedo names again, by its line. It is refused
// as Undo is.
func (s *Store) Redo(ctx context.Context, seq int64) error {
	return s.takeBack(ctx, committee.VerbRedo, seq)
}

func (s *Store) nextBack(ctx context.Context, verb committee.Verb) (u register.Undoable, err error) {
	err = s.read(ctx, func(q querier) error {
		b, err := s.reversible(ctx, q, verb)
		if err != nil {
			return err
		}
		if err := b.untouched(ctx, q); err != nil {
			return err
		}
		for _, c := range b.steps() {
			u.Changes = append(u.Changes, register.RowChange{Thing: c.Thing, Before: c.After, After: c.Before})
		}
		if u.Line, err = journalLine(ctx, q, b.line.Seq); err != nil {
			return err
		}
		u.Names, err = namesIn(ctx, q, u.Changes)
		return err
	})
	return u, err
}

func (s *Store) takeBack(ctx context.Context, verb committee.Verb, seq int64) error {
	var thing committee.Thing
	err := s.read(ctx, func(q querier) error {
		l, err := journalLine(ctx, q, seq)
		thing = l.Thing
		return err
	})
	if err != nil {
		return err
	}
	var b reversal
	err = s.write(ctx, verb, thing, "", func(tx *tx) error {
		if b, err = s.reversible(ctx, tx, verb); err != nil {
			return err
		}
		if b.line.Seq != seq {
			return &committee.RefusedError{Verb: verb, Kind: thing.Kind, Reason: committee.ReasonNotLatest}
		}
		if err := b.untouched(ctx, tx); err != nil {
			return err
		}
		return tx.reverting(ctx, seq, func() error { return b.carryOut(ctx, tx) })
	})
	// What the rows would point at again is no longer in the file.
	var rule *committee.RuleError
	if errors.As(err, &rule) && rule.Rule == committee.RuleLink {
		return s.read(ctx, func(q querier) error { return b.overtaken(ctx, q, thing) })
	}
	return err
}

// reversal is a line that is to be taken back, or made again.
type reversal struct {
	verb committee.Verb
	line journalEntry // the line itself
	left journalEntry // the line that left the rows as they should still be
}

// mostWalked bounds how many lines of one's own are looked at.
const mostWalked = 10_000

// reversible finds the line that comes next.
func (s *Store) reversible(ctx context.Context, q querier, verb committee.Verb) (b reversal, err error) {
	b.verb = verb
	seq, err := s.latestOwn(ctx, q, verb == committee.VerbRedo)
	if err != nil {
		return b, err
	}
	if seq == 0 {
		none := committee.ReasonNothingToUndo
		if verb == committee.VerbRedo {
			none = committee.ReasonNothingToRedo
		}
		return b, &committee.RefusedError{Reason: none}
	}
	left := seq
	if err := q.QueryRowContext(ctx, "SELECT coalesce(max(seq), ?1) FROM journal WHERE reverts = ?1 AND reverts > 0", seq).Scan(&left); err != nil {
		return b, err
	}
	if b.line, err = entryAt(ctx, q, seq); err != nil {
		return b, err
	}
	if b.left, err = entryAt(ctx, q, left); err != nil {
		return b, err
	}
	if b.line.Verb == committee.VerbLoad {
		return b, &committee.RefusedError{Verb: verb, Kind: b.line.Thing.Kind, Reason: committee.ReasonLoaded}
	}
	for _, c := range b.line.Changes {
		if c.Thing.Kind == committee.KindCommittee && c.Before == "" {
			return b, &committee.RefusedError{Verb: verb, Kind: c.Thing.Kind, Reason: committee.ReasonFoundation}
		}
	}
	return b, nil
}

// latestOwn walks the actor's lines, the latest first, to the one that is to be
// taken back or made again; 0 when there is none.
func (s *Store) latestOwn(ctx context.Context, q querier, redo bool) (int64, error) {
	answer, err := q.QueryContext(ctx, "SELECT seq, verb, reverts FROM journal WHERE actor = ? AND actor_name = ? ORDER BY seq DESC LIMIT ?",
		string(s.actor.Person), signature(s.actor.Name), mostWalked)
	if err != nil {
		return 0, err
	}
	defer answer.Close()
	settled := map[int64]bool{} // lines of which a later one said whether they stand
	undone := map[int64]bool{}
	for answer.Next() {
		var seq, reverts int64
		var verb committee.Verb
		if err := answer.Scan(&seq, &verb, &reverts); err != nil {
			return 0, err
		}
		switch {
		case reverts == 0 && redo:
			return 0, nil // a change of one's own ends what can be made again
		case reverts == 0 && !undone[seq]:
			return seq, nil
		case reverts == 0 || settled[reverts]:
			continue
		case redo && verb == committee.VerbUndo:
			return reverts, nil
		}
		settled[reverts], undone[reverts] = true, verb == committee.VerbUndo
	}
	return 0, answer.Err()
}

// signature is a name as the journal keeps it.
func signature(name string) string {
	cleanFields([]field{line("actor_name", &name)})
	return name
}

// steps are what the rows went through, the last first.
func (b reversal) steps() []journalChange {
	steps := slices.Clone(b.left.Changes)
	slices.Reverse(steps)
	return steps
}

// untouched refuses when a row is no longer as it was left.
func (b reversal) untouched(ctx context.Context, q querier) error {
	for _, c := range b.left.Changes {
		k, ok := keepers[c.Thing.Kind]
		if !ok {
			return committee.ErrNotFound
		}
		stands, err := k.stands(ctx, q, c.Thing.ID, c.After)
		if err != nil {
			return err
		}
		if !stands {
			return b.overtaken(ctx, q, c.Thing)
		}
	}
	return nil
}

// overtaken says who changed a thing since.
func (b reversal) overtaken(ctx context.Context, q querier, thing committee.Thing) error {
	e := &committee.OvertakenError{Verb: b.verb, Thing: committee.Named{Thing: thing}}
	known, err := namesOrSketches(ctx, q, []committee.Thing{thing})
	if err != nil {
		return err
	}
	e.Thing.Ref, e.Thing.Text = known[thing].Ref, known[thing].Full
	err = q.QueryRowContext(ctx, `SELECT j.actor_name, j.verb, j.at FROM journal_change c JOIN journal j ON j.seq = c.seq
		WHERE c.kind = ? AND c.id = ? AND c.seq > ? ORDER BY c.seq DESC LIMIT 1`, thing.Kind, thing.ID, b.left.Seq).Scan(&e.By, &e.Did, &e.At)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return e
}

// carryOut brings every row back to what it was, the last step first, then
// checks the rules.
func (b reversal) carryOut(ctx context.Context, tx *tx) error {
	var checks []func() error
	for _, c := range b.steps() {
		check, err := keepers[c.Thing.Kind].become(ctx, tx, c.Thing.ID, c.Before)
		if err != nil {
			return err
		}
		checks = append(checks, check)
	}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// entryAt is a line of the journal with its changes.
func entryAt(ctx context.Context, q querier, seq int64) (journalEntry, error) {
	found, err := journalAfter(ctx, q, seq-1, 1)
	if err == nil && (len(found) == 0 || found[0].Seq != seq) {
		err = committee.ErrNotFound
	}
	if err != nil {
		return journalEntry{}, err
	}
	return found[0], nil
}
