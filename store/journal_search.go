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

// How many lines one question looks at, for what no index answers, and how
// many at a time. Words cost more, as they are looked for in the things.
const (
	budget     = 100_000
	wordBudget = 10_000
	lineRun    = 5_000
	wordRun    = 1_000
	mostDeep   = 6
	// linesCounted is up to how many lines a filtered list is counted.
	linesCounted = 1_000
)

// journalSearch is a question to the journal.
type journalSearch struct {
	querier
	query register.Query
	where []string
	args  []any
	words []string
	// indexed tells that an index finds the lines in their order, or that they
	// are few: no run of other lines has to be passed.
	indexed bool
	floor   int64 // lines up to this one are not wanted
	limit   int
}

func (s *Store) journalSearch(q querier, query register.Query) *journalSearch {
	j := &journalSearch{querier: q, query: query, words: strings.Fields(text.Fold(query.Filter)), limit: query.Limit}
	if j.limit <= 0 {
		j.limit = 100
	}
	if len(j.words) > 10 {
		j.words = j.words[:10]
	}
	conditions, f := 0, query.Journal
	and := func(condition string, args ...any) {
		conditions++
		j.where, j.args = append(j.where, condition), append(j.args, args...)
	}
	me := register.Author{Person: s.actor.Person, Name: signature(s.actor.Name)}
	const signed = "j.actor = ? AND j.actor_name = ?"
	others := false
	switch query.Scope {
	case register.MyChanges:
		and(signed, me.Person, me.Name)
	case register.OtherChanges, register.SinceVisit:
		others = true
		and("(j.actor <> ? OR j.actor_name <> ?)", me.Person, me.Name)
	}
	if query.Scope == register.SinceVisit {
		j.floor = f.Seen
	}
	if f.Signed {
		and(signed, f.By.Person, f.By.Name)
	}
	if f.Kind != "" {
		and("j.kind = ?", f.Kind)
	}
	if verbs := f.Verbs.Verbs(); len(verbs) > 0 {
		others = true // no index has the verbs
		names := make([]any, len(verbs))
		for i, v := range verbs {
			names[i] = v
		}
		and("j.verb IN ("+marks(len(verbs))+")", names...)
	}
	j.indexed = conditions == 0 || conditions == 1 && !others
	if !query.Of.Zero() {
		j.indexed = true
		touched, args := touching(query.Of)
		and("j.seq IN ("+touched+")", args...)
	}
	return j
}

// partsOf are the things that have no page of their own, or that make up
// another: a column that says of which.
var partsOf = map[committee.Kind][]struct {
	part   committee.Kind
	column string
}{
	committee.KindAction:    {{committee.KindUpdate, "action"}, {committee.KindExtension, "action"}},
	committee.KindMeeting:   {{committee.KindAgendaItem, "meeting"}, {committee.KindAttendance, "meeting"}, {committee.KindEntry, "meeting"}},
	committee.KindGuideline: {{committee.KindArticle, "guideline"}},
	committee.KindFunction:  {{committee.KindMandate, "function"}},
	committee.KindPerson:    {{committee.KindMandate, "person"}},
}

// touching is a statement for the lines that touched a thing or its parts.
func touching(thing committee.Thing) (string, []any) {
	statement := "SELECT seq FROM journal WHERE kind = ? AND id = ? UNION SELECT seq FROM journal_change WHERE kind = ? AND id = ?"
	args := []any{thing.Kind, thing.ID, thing.Kind, thing.ID}
	for _, p := range partsOf[thing.Kind] {
		// The parts first: they are few, the changes of their kind are not.
		statement += fmt.Sprintf(" UNION SELECT c.seq FROM %s t CROSS JOIN journal_change c WHERE t.%s = ? AND c.kind = ? AND c.id = t.id",
			keepers[p.part].shape().table, p.column)
		args = append(args, thing.ID, p.part)
	}
	return statement, args
}

// window answers with a run of lines.
func (j *journalSearch) window(ctx context.Context) (w register.Window[register.JournalLine], err error) {
	last, err := j.last(ctx)
	if err != nil {
		return w, err
	}
	if err := j.sinceDay(ctx, last); err != nil {
		return w, err
	}
	q := j.query
	switch at := lineSeq(q.After + q.Before + q.Around); {
	case at == 0 && q.Last:
		w.Rows, w.First, err = j.run(ctx, false, j.floor, last, j.limit)
		slices.Reverse(w.Rows)
		w.Final = true
	case at == 0:
		w.Rows, w.Final, err = j.run(ctx, true, last+1, last, j.limit)
		w.First = true
	case q.After != "":
		w.Rows, w.Final, err = j.run(ctx, true, at, last, j.limit)
	case q.Before != "":
		w.Rows, w.First, err = j.run(ctx, false, at, last, j.limit)
		slices.Reverse(w.Rows)
	default:
		err = j.around(ctx, at, last, &w)
	}
	if err == nil && !q.Moving {
		err = j.total(ctx, &w, last)
	}
	return w, err
}

func (j *journalSearch) last(ctx context.Context) (seq int64, err error) {
	err = j.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM journal").Scan(&seq)
	return seq, err
}

// sinceDay raises the floor to the last line before the first day wanted. The
// lines are in the order of their time, but for a clock that was set back: then
// some of its lines are shown or left out too many.
func (j *journalSearch) sinceDay(ctx context.Context, last int64) error {
	day := j.query.Journal.Since
	if day.Zero() {
		return nil
	}
	low, high := int64(0), last // the line sought is after low, up to high+1
	for low < high {
		middle := (low + high + 1) / 2
		var at string
		if err := j.QueryRowContext(ctx, "SELECT at FROM journal WHERE seq >= ? ORDER BY seq LIMIT 1", middle).Scan(&at); err != nil {
			return err
		}
		if at < string(day) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	j.floor = max(j.floor, low)
	return nil
}

// around is a window that holds a line, near its middle.
func (j *journalSearch) around(ctx context.Context, at, last int64, w *register.Window[register.JournalLine]) error {
	above, first, err := j.run(ctx, false, at, last, j.limit)
	if err != nil {
		return err
	}
	slices.Reverse(above)
	below, final, err := j.run(ctx, true, at+1, last, j.limit)
	if err != nil {
		return err
	}
	up := min(len(above), j.limit/2)
	down := min(len(below), j.limit-up)
	up = min(len(above), j.limit-down)
	w.Rows = append(slices.Clone(above[len(above)-up:]), below[:down]...)
	w.First, w.Final = first && up == len(above), final && down == len(below)
	return nil
}

// total counts the lines that match, where that costs little.
func (j *journalSearch) total(ctx context.Context, w *register.Window[register.JournalLine], last int64) error {
	cut := slices.ContainsFunc(w.Rows, func(l register.JournalLine) bool { return l.Cut })
	switch {
	case w.First && w.Final && !cut:
		w.Total = len(w.Rows)
		return nil
	case len(j.where) == 0 && len(j.words) == 0:
		w.Total = int(last - min(j.floor, last))
		return nil
	case !j.indexed || len(j.words) > 0:
		w.Total = -1
		return nil
	}
	args := append(slices.Clone(j.args), j.floor, linesCounted+1)
	err := j.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM journal j WHERE "+
		strings.Join(append(slices.Clone(j.where), "j.seq > ?"), " AND ")+" LIMIT ?)", args...).Scan(&w.Total)
	w.More = w.Total > linesCounted
	w.Total = min(w.Total, linesCounted)
	return err
}
