package widget

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
)

// loadDeadline bounds one question.
const loadDeadline = 10 * time.Second

// landing is where the cursor goes in rows that replace the window.
type landing int

const (
	landOnFollowed landing = iota
	landOnFirst
	landOnLast
	landNowhere // the rows extend the window
)

// question is one thing asked of the source.
type question struct {
	query   register.Query
	land    landing
	changed bool   // another list than the one shown: moves wait for it
	again   bool   // the same rows, which may no longer be as many
	back    string // the row to stay on when the one looked for is not there
	retried bool
}

// browserLoadedMsg is the answer to one question of one browser.
type browserLoadedMsg[T any] struct {
	owner, asked uint64
	window       register.Window[T]
	err          error
}

// bare is a query without the anchors of a window.
func bare(q register.Query) register.Query {
	q.After, q.Before, q.Around, q.Last, q.Limit, q.Moving = "", "", "", false, 0, false
	return q
}

// Ask changes filter, scope or sort. The row last gone to is selected again
// when the new list holds it.
func (b Browser[T]) Ask(q register.Query) (Browser[T], tea.Cmd) {
	b.query = bare(q)
	b.follow = b.chosen
	return b.jump(question{query: b.around(b.follow), changed: true})
}

// Select goes to the row of an ID, or stays where it is when the list does not
// hold that row.
func (b Browser[T]) Select(id string) (Browser[T], tea.Cmd) {
	if i := b.find(id); i >= 0 && !b.changing() {
		b.owed = 0
		return b.step(i - b.cursor)
	}
	back := b.id(b.cursor)
	b.follow, b.chosen = id, id
	return b.jump(question{query: b.around(id), changed: true, back: back})
}

// SortNext sorts by the next column shown, after the last one in the list's
// own order. The selected row stays selected.
func (b Browser[T]) SortNext() (Browser[T], tea.Cmd) {
	keys := []string{""}
	for _, c := range b.columns {
		if c.Sort != "" && !slices.Contains(keys, c.Sort) {
			keys = append(keys, c.Sort)
		}
	}
	at := slices.Index(keys, b.query.Sort)
	b.query.Sort, b.query.Desc = keys[(at+1)%len(keys)], false
	return b.sorted()
}

// Reverse turns the order round. The selected row stays selected.
func (b Browser[T]) Reverse() (Browser[T], tea.Cmd) {
	b.query.Desc = !b.query.Desc
	return b.sorted()
}

func (b Browser[T]) sorted() (Browser[T], tea.Cmd) {
	if !b.changing() {
		b.follow = b.id(b.cursor)
	}
	return b.jump(question{query: b.around(b.follow), changed: true})
}

// around asks for a window that holds the row of an ID, or for the first rows.
func (b Browser[T]) around(id string) register.Query {
	q := b.query
	q.Around, q.Limit = id, 3*b.page()
	return q
}

// jump asks for rows that replace the window. What was asked before is no
// longer wanted.
func (b Browser[T]) jump(q question) (Browser[T], tea.Cmd) {
	b.owed, b.again = 0, false
	if b.current == nil {
		return b.ask(q)
	}
	// One question at a time: this one follows as soon as the source lets go.
	b.next = &q
	b.cancel()
	return b, nil
}

// reload asks for the same rows again. A question already out is let be, or a
// busy file would never be shown.
func (b Browser[T]) reload() (Browser[T], tea.Cmd) {
	if b.current != nil {
		b.again = true
		return b, nil
	}
	if b.follow = b.id(b.cursor); b.follow == "" {
		b.follow = b.chosen
	}
	return b.ask(question{query: b.around(b.follow), again: true})
}

func (b Browser[T]) ask(q question) (Browser[T], tea.Cmd) {
	ctx, cancel := context.WithCancel(context.Background())
	// The rows of a list are counted once: keys only move in it.
	q.query.Moving = b.loaded && !q.again && bare(q.query) == b.counted
	b.asked++
	b.current, b.next, b.failed, b.cancel = &q, nil, nil, cancel
	load, owner, asked := b.config.Load, b.owner, b.asked
	return b, func() tea.Msg {
		defer cancel()
		ctx, stop := context.WithTimeout(ctx, loadDeadline)
		defer stop()
		w, err := load(ctx, q.query)
		return browserLoadedMsg[T]{owner: owner, asked: asked, window: w, err: err}
	}
}

// answered takes the answer to the current question.
func (b Browser[T]) answered(msg browserLoadedMsg[T]) (Browser[T], tea.Cmd) {
	q := *b.current
	b.current = nil
	if b.next != nil {
		return b.ask(*b.next)
	}
	if msg.err != nil {
		b.err, b.owed, b.again = msg.err, 0, false
		if q.land != landNowhere {
			b.failed = &q
		}
		b = b.settle()
		if b.config.Fail == nil {
			return b, nil
		}
		return b, b.config.Fail(msg.err)
	}
	b.err, b.loaded = nil, true
	if !q.query.Moving {
		b.total, b.beyond, b.counted = msg.window.Total, msg.window.More, bare(q.query)
	}
	switch {
	case q.land == landNowhere && q.query.After != "":
		b = b.append(msg.window)
	case q.land == landNowhere:
		b = b.prepend(msg.window)
	default:
		var retry *question
		if b, retry = b.replace(q, msg.window); retry != nil {
			return b.ask(*retry)
		}
	}
	if b.again {
		b.again = false
		return b.reload()
	}
	if b.owed != 0 {
		return b.step(0)
	}
	return b.fill()
}

// replace takes a new window and finds the cursor's place in it, or says what
// must be asked first.
func (b Browser[T]) replace(q question, w register.Window[T]) (Browser[T], *question) {
	old := b
	b.rows, b.first, b.final = w.Rows, w.First, w.Final
	switch q.land {
	case landOnLast:
		b.cursor, b.line = len(b.rows)-1, b.body()-1
	case landOnFirst:
		b.cursor, b.line = 0, 0
	default:
		at, instead := b.seek(q, old)
		if instead != "" {
			old.follow = instead
			if old.chosen == q.query.Around {
				old.chosen = instead
			}
			return old, &question{query: b.around(instead), retried: q.retried || instead != b.follow}
		}
		if b.cursor = at; at < 0 && q.changed {
			b.line = 0
		}
	}
	b = b.settle()
	// A row that a filter hides stays the chosen one, to come back to.
	kept := q.land == landOnFollowed && (q.changed || b.chosen != old.id(old.cursor))
	if b.chosen == "" || !kept {
		b.chosen = b.id(b.cursor)
	}
	return b, nil
}

// seek is the place of the followed row in a new window, or of what is nearest
// to it, -1 when nothing is; or the ID to ask around instead.
func (b Browser[T]) seek(q question, old Browser[T]) (at int, instead string) {
	at = b.find(b.follow)
	switch {
	case at >= 0:
		return at, ""
	case q.back != "" && q.back != b.follow:
		return -1, q.back
	case q.changed:
		return -1, ""
	case q.query.Around != b.follow:
		return -1, b.follow // the cursor went on while the question was out
	}
	at, beside := b.nearest(old)
	if at >= 0 || q.retried {
		return at, ""
	}
	return -1, beside
}

// nearest is the place of the row that stood closest after the old cursor, or
// else before it, and the ID of the closest one of all; -1 when none is left.
func (b Browser[T]) nearest(old Browser[T]) (at int, beside string) {
	places := make(map[string]int, len(b.rows))
	for i := range b.rows {
		places[b.id(i)] = i
	}
	order := make([]int, 0, len(old.rows))
	for i := old.cursor + 1; i < len(old.rows); i++ {
		order = append(order, i)
	}
	for i := old.cursor - 1; i >= 0; i-- {
		order = append(order, i)
	}
	for _, i := range order {
		if beside == "" {
			beside = old.id(i)
		}
		if at, ok := places[old.id(i)]; ok {
			return at, beside
		}
	}
	return -1, beside
}

// append adds the rows after the window and lets those far above go.
func (b Browser[T]) append(w register.Window[T]) Browser[T] {
	b.rows = slices.Concat(b.rows, b.unknown(w.Rows))
	b.final = w.Final || len(w.Rows) == 0
	if drop := min(len(b.rows)-4*b.page(), b.top-b.page()); drop > 0 {
		b.rows, b.first = slices.Clone(b.rows[drop:]), false
		b.cursor -= drop
	}
	return b.settle()
}

// prepend adds the rows before the window and lets those far below go.
func (b Browser[T]) prepend(w register.Window[T]) Browser[T] {
	rows := b.unknown(w.Rows)
	b.rows = slices.Concat(rows, b.rows)
	b.first = w.First || len(w.Rows) == 0
	b.cursor += len(rows)
	b = b.settle()
	if keep := max(4*b.page(), b.top+b.body()+b.page()); keep < len(b.rows) {
		b.rows, b.final = slices.Clone(b.rows[:keep]), false
	}
	return b
}

// unknown is the rows that the window does not hold yet: one that changed its
// place since the last answer must not stand twice.
func (b Browser[T]) unknown(rows []T) []T {
	known := make(map[string]bool, len(b.rows))
	for i := range b.rows {
		known[b.id(i)] = true
	}
	fresh := make([]T, 0, len(rows))
	for _, row := range rows {
		if id := b.config.ID(row); !known[id] {
			known[id] = true
			fresh = append(fresh, row)
		}
	}
	return fresh
}

// fill asks for more rows when an end of the window is less than a screen away.
func (b Browser[T]) fill() (Browser[T], tea.Cmd) {
	if b.current != nil || len(b.rows) == 0 || b.err != nil {
		return b, nil
	}
	q := b.query
	q.Limit = b.page()
	switch {
	case !b.final && len(b.rows)-(b.top+b.body()) < b.page():
		q.After = b.id(len(b.rows) - 1)
	case !b.first && b.top < b.page():
		q.Before = b.id(0)
	default:
		return b, nil
	}
	return b.ask(question{query: q, land: landNowhere})
}
