package widget

import tea "charm.land/bubbletea/v2"

const (
	defaultPage = 24  // before the first size is known
	maxPage     = 300 // whatever size a terminal claims
)

// page is how many rows make a screen, for loading.
func (b Browser[T]) page() int {
	if b.height == 0 {
		return defaultPage
	}
	return min(max(b.body(), 5), maxPage)
}

// body is how many lines the rows have on the screen.
func (b Browser[T]) body() int {
	lines := b.height
	if b.headed() {
		lines--
	}
	if b.complains() {
		lines--
	}
	return max(lines, 1)
}

// changing tells whether another list than the one shown was asked for.
func (b Browser[T]) changing() bool {
	q := b.current
	if b.next != nil {
		q = b.next
	}
	return q != nil && q.changed
}

// Move goes n rows down, or up when n is negative.
func (b Browser[T]) Move(n int) (Browser[T], tea.Cmd) {
	if b.failed != nil {
		// What is shown is not what was asked for: a key asks again.
		b.owed = n
		return b.ask(*b.failed)
	}
	if b.changing() {
		b.owed += n
		return b, nil
	}
	b.err = nil
	return b.settle().step(n)
}

// Page goes n screens down, or up when n is negative.
func (b Browser[T]) Page(n int) (Browser[T], tea.Cmd) { return b.Move(n * max(b.body()-1, 1)) }

// Top goes to the first row.
func (b Browser[T]) Top() (Browser[T], tea.Cmd) {
	if b.first && !b.changing() {
		b.owed = 0
		return b.step(-len(b.rows))
	}
	q := b.query
	q.Limit = 3 * b.page()
	return b.jump(question{query: q, land: landOnFirst, changed: true})
}

// Bottom goes to the last row.
func (b Browser[T]) Bottom() (Browser[T], tea.Cmd) {
	if b.final && !b.changing() {
		b.owed = 0
		return b.step(len(b.rows))
	}
	q := b.query
	q.Last, q.Limit = true, 3*b.page()
	return b.jump(question{query: q, land: landOnLast, changed: true})
}

// step moves inside the window and owes what lies beyond its ends.
func (b Browser[T]) step(n int) (Browser[T], tea.Cmd) {
	if len(b.rows) == 0 {
		b.owed = 0
		return b, nil
	}
	last := len(b.rows) - 1
	to := b.cursor + n + b.owed
	b.owed = 0
	switch {
	case to > last && !b.final:
		b.owed = to - last
	case to < 0 && !b.first:
		b.owed = to
	}
	to = min(max(to, 0), last)
	b.line = min(max(to-b.top, 0), b.body()-1)
	b.cursor = to
	b = b.settle()
	b.follow = b.id(b.cursor)
	b.chosen = b.follow
	return b.fill()
}

// settle puts the selected row on its line of the screen, as far as there are
// rows to fill the others.
func (b Browser[T]) settle() Browser[T] {
	b.cursor = min(max(b.cursor, 0), max(len(b.rows)-1, 0))
	body := b.body()
	b.line = min(max(b.line, 0), body-1)
	b.top = min(max(b.cursor-b.line, 0), max(len(b.rows)-body, 0))
	return b
}
