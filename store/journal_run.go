package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// run reads lines that match, from a place on (exclusive): towards the older
// ones, or towards the newer ones. end tells whether there are no more, or
// that the search stopped, which the last row then says.
func (j *journalSearch) run(ctx context.Context, older bool, from, last int64, limit int) (found []register.JournalLine, end bool, err error) {
	step, left := int64(lineRun), int64(budget)
	switch {
	case !j.query.Of.Zero(), j.indexed && len(j.words) == 0:
		step, left = last+1, last+1 // one question is enough
	case len(j.words) > 0:
		step, left = wordRun, wordBudget
	}
	for range min(j.query.Journal.Deep, mostDeep) {
		left *= 4
	}
	for len(found) <= limit && !j.beyond(older, from, last) {
		if left <= 0 {
			return j.stopped(ctx, found, from, limit)
		}
		wanted := limit + 1 - len(found)
		if len(j.words) > 0 {
			wanted = int(step) // which of them are meant is seen below
		}
		some, err := j.read(ctx, older, from, step, wanted)
		if err != nil {
			return nil, false, err
		}
		if some, err = j.matching(ctx, some); err != nil {
			return nil, false, err
		}
		found = append(found, some...)
		left -= step
		if older {
			from -= step
		} else {
			from += step
		}
	}
	end = len(found) <= limit
	found, err = j.whole(ctx, found[:min(len(found), limit)])
	return found, end, err
}

// beyond tells whether no line is left in a direction.
func (j *journalSearch) beyond(older bool, from, last int64) bool {
	if older {
		return from <= j.floor+1
	}
	return from >= last
}

// stopped closes a run at the place where the search gave up.
func (j *journalSearch) stopped(ctx context.Context, found []register.JournalLine, from int64, limit int) ([]register.JournalLine, bool, error) {
	cut := register.JournalLine{Cut: true}
	cut.Seq = from
	if err := j.QueryRowContext(ctx, "SELECT at FROM journal WHERE seq = ?", from).Scan(&cut.At); err != nil {
		return nil, false, err
	}
	found, err := j.whole(ctx, found[:min(len(found), limit)])
	return append(found, cut), true, err
}

// read reads, of lines from a place on, what words are looked for in: at most
// limit lines, none farther than span.
func (j *journalSearch) read(ctx context.Context, older bool, from, span int64, limit int) ([]register.JournalLine, error) {
	low, high, order := max(from, j.floor), from+span, "j.seq"
	if older {
		low, high, order = max(from-span-1, j.floor), from-1, "j.seq DESC"
	}
	where := append(slices.Clone(j.where), "j.seq > ?", "j.seq <= ?")
	answer, err := j.QueryContext(ctx, fmt.Sprintf("SELECT j.seq, j.actor_name, j.kind, j.id, j.why FROM journal j WHERE %s ORDER BY %s LIMIT ?",
		strings.Join(where, " AND "), order), append(slices.Clone(j.args), low, high, limit)...)
	return collect(answer, err, func(row scanner) (l register.JournalLine, err error) {
		return l, row.Scan(&l.Seq, &l.By.Name, &l.Thing.Kind, &l.Thing.ID, &l.Why)
	})
}

// whole reads the rest of lines.
func (j *journalSearch) whole(ctx context.Context, found []register.JournalLine) ([]register.JournalLine, error) {
	lines := make([]register.JournalLine, 0, len(found)+1)
	for some := range slices.Chunk(found, 500) {
		seqs := make([]any, len(some))
		for i, l := range some {
			seqs[i] = l.Seq
		}
		answer, err := j.QueryContext(ctx, journalColumns+" WHERE j.seq IN ("+marks(len(seqs))+")", seqs...)
		read, err := collect(answer, err, scanJournalLine)
		if err != nil {
			return nil, err
		}
		by := make(map[int64]register.JournalLine, len(read))
		for _, l := range read {
			by[l.Seq] = l
		}
		for _, l := range some {
			lines = append(lines, by[l.Seq])
		}
	}
	return lines, nil
}

// matching keeps the lines in which every word occurs: in who made it, in why,
// or in what filters of lists look for in the thing.
func (j *journalSearch) matching(ctx context.Context, lines []register.JournalLine) ([]register.JournalLine, error) {
	for _, word := range j.words {
		if len(lines) == 0 {
			return nil, nil
		}
		var rest []committee.Thing
		own := make([]bool, len(lines))
		for i, l := range lines {
			own[i] = strings.Contains(text.Fold(l.By.Name), word) || strings.Contains(text.Fold(l.Why), word)
			if !own[i] {
				rest = append(rest, l.Thing)
			}
		}
		named, err := j.thingsWith(ctx, rest, word)
		if err != nil {
			return nil, err
		}
		var kept []register.JournalLine
		for i, l := range lines {
			if own[i] || named[l.Thing] {
				kept = append(kept, l)
			}
		}
		lines = kept
	}
	return lines, nil
}

// thingsWith finds those of some things in whose words or reference a word is.
func (j *journalSearch) thingsWith(ctx context.Context, things []committee.Thing, word string) (map[committee.Thing]bool, error) {
	ids, found := map[committee.Kind][]string{}, map[committee.Thing]bool{}
	for _, t := range things {
		_, seen := found[t]
		if _, ok := keepers[t.Kind]; ok && !t.Zero() && !seen {
			found[t] = false
			ids[t.Kind] = append(ids[t.Kind], t.ID)
		}
	}
	for kind, wanted := range ids {
		s := keepers[kind].shape()
		for some := range slices.Chunk(wanted, 500) {
			args := make([]any, 0, len(some)+2)
			for _, id := range some {
				args = append(args, id)
			}
			with, err := collectText(ctx, j, fmt.Sprintf(`SELECT t.id FROM %s t WHERE t.id IN (%s)
				AND (instr(t.folded, ?) > 0 OR instr(lower(coalesce(%s, '')), ?) > 0)`, s.table, marks(len(some)), s.name.ref), append(args, word, word)...)
			if err != nil {
				return nil, err
			}
			for _, id := range with {
				found[committee.Thing{Kind: kind, ID: id}] = true
			}
		}
	}
	return found, nil
}
