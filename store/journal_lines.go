package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Journal is the lines of the journal, the latest first. A thing in Query.Of
// narrows it to what touched that thing or a part of it. A window costs the
// same at any length of the journal: what an index answers is read from it,
// anything else is looked for in a bounded run of lines, and where that ends
// without enough of them the window holds a line that says so (Cut).
func (s *Store) Journal(ctx context.Context, query register.Query) (w register.Window[register.JournalLine], err error) {
	err = s.read(ctx, func(q querier) error {
		j := s.journalSearch(q, query)
		if w, err = j.window(ctx); err != nil {
			return err
		}
		return nameLines(ctx, q, w.Rows)
	})
	return w, err
}

// changesShown bounds how many rows of one line are shown.
const changesShown = 100

// JournalLine is one line with what it changed.
func (s *Store) JournalLine(ctx context.Context, seq int64) (sheet register.JournalSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Line, err = journalLine(ctx, q, seq); err != nil {
			return err
		}
		answer, err := q.QueryContext(ctx, `SELECT kind, id, coalesce(image_before, ''), coalesce(image_after, '')
			FROM journal_change WHERE seq = ? ORDER BY n LIMIT ?`, seq, changesShown)
		sheet.Changes, err = collect(answer, err, func(row scanner) (c register.RowChange, err error) {
			return c, row.Scan(&c.Thing.Kind, &c.Thing.ID, &c.Before, &c.After)
		})
		if err != nil {
			return err
		}
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM journal_change WHERE seq = ?", seq).Scan(&sheet.More); err != nil {
			return err
		}
		sheet.More -= len(sheet.Changes)
		if sheet.Names, err = namesIn(ctx, q, sheet.Changes); err != nil {
			return err
		}
		sheet.Fate, err = fate(ctx, q, seq)
		return err
	})
	return sheet, err
}

// fate is the line that last took a line back or made it again; nil for none.
func fate(ctx context.Context, q querier, seq int64) (*register.Change, error) {
	answer, err := q.QueryContext(ctx, journalColumns+" WHERE j.reverts = ? AND j.reverts > 0 ORDER BY j.seq DESC LIMIT 1", seq)
	found, err := collect(answer, err, scanJournalLine)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0].Change, nil
}

// journalColumns reads a line with whether it was taken back.
const journalColumns = `SELECT j.seq, j.at, j.actor, j.actor_name, j.verb, j.kind, j.id, j.why, j.reverts,
	coalesce((SELECT o.verb FROM journal o WHERE o.seq = j.reverts), ''),
	coalesce((SELECT r.verb FROM journal r WHERE r.reverts = j.seq AND r.reverts > 0 ORDER BY r.seq DESC LIMIT 1), '') = 'undo'
	FROM journal j`

func scanJournalLine(row scanner) (l register.JournalLine, err error) {
	err = row.Scan(&l.Seq, &l.At, &l.By.Person, &l.By.Name, &l.Verb, &l.Thing.Kind, &l.Thing.ID, &l.Why, &l.Reverts, &l.Did, &l.Undone)
	l.Actor = l.By.Name
	return l, err
}

// journalLine is one line, named.
func journalLine(ctx context.Context, q querier, seq int64) (register.JournalLine, error) {
	answer, err := q.QueryContext(ctx, journalColumns+" WHERE j.seq = ?", seq)
	found, err := collect(answer, err, scanJournalLine)
	if err == nil && len(found) == 0 {
		err = committee.ErrNotFound
	}
	if err != nil {
		return register.JournalLine{}, err
	}
	return found[0], nameLines(ctx, q, found[:1])
}

// nameLines names what each line is about.
func nameLines(ctx context.Context, q querier, lines []register.JournalLine) error {
	var things []committee.Thing
	for _, l := range lines {
		things = append(things, l.Thing)
	}
	known, err := namesOrSketches(ctx, q, things)
	if err != nil {
		return err
	}
	entries, err := entryKinds(ctx, q, things)
	for i := range lines {
		l := &lines[i]
		l.Name, l.Entry = known[l.Thing], entries[l.Thing]
	}
	return err
}

// entryKinds are the kinds of those of things that are lines of minutes; one that
// was undone is not there.
func entryKinds(ctx context.Context, q querier, things []committee.Thing) (map[committee.Thing]committee.EntryKind, error) {
	var ids []any
	for _, t := range things {
		if t.Kind == committee.KindEntry {
			ids = append(ids, t.ID)
		}
	}
	kinds := map[committee.Thing]committee.EntryKind{}
	if len(ids) == 0 {
		return kinds, nil
	}
	answer, err := q.QueryContext(ctx, "SELECT id, kind FROM entry WHERE id IN ("+marks(len(ids))+")", ids...)
	_, err = collect(answer, err, func(row scanner) (struct{}, error) {
		t, kind := committee.Thing{Kind: committee.KindEntry}, committee.EntryKind("")
		err := row.Scan(&t.ID, &kind)
		kinds[t] = kind
		return struct{}{}, err
	})
	return kinds, err
}

// mostAuthors bounds how many authors are listed.
const mostAuthors = 200

// JournalAuthors lists who signed lines of the journal, by name. It steps from
// one to the next in the index, whatever the number of lines.
func (s *Store) JournalAuthors(ctx context.Context) (authors []register.Author, err error) {
	err = s.read(ctx, func(q querier) error {
		at := register.Author{}
		compare := ">="
		for len(authors) < mostAuthors {
			answer, err := q.QueryContext(ctx, fmt.Sprintf(`SELECT actor, actor_name FROM journal
				WHERE (actor, actor_name) %s (?, ?) ORDER BY actor, actor_name LIMIT 1`, compare), at.Person, at.Name)
			found, err := collect(answer, err, func(row scanner) (a register.Author, err error) {
				return a, row.Scan(&a.Person, &a.Name)
			})
			if err != nil || len(found) == 0 {
				return err
			}
			at, compare = found[0], ">"
			authors = append(authors, at)
		}
		return nil
	})
	return authors, err
}

// cutMark stands before the number of a place at which a search stopped.
const cutMark = "…"

// lineSeq is the line that an ID of a list stands for; 0 for none.
func lineSeq(id string) int64 {
	seq, err := strconv.ParseInt(strings.TrimPrefix(id, cutMark), 10, 64)
	if err != nil || seq < 0 {
		return 0
	}
	return seq
}
