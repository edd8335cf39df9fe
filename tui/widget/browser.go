// Package widget is the parts that screens are made of: lists, sheets, forms and
// bars. It knows no word of the domain.
package widget

import (
	"context"
	"slices"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/tui/theme"
)

// Column is one column of a browser.
type Column[T any] struct {
	Title string
	// Min is the width; a column with Grow takes its share of what is left
	// over, up to Max; 0 is no limit.
	Min, Max, Grow int
	Right          bool // aligned right
	// Drop: when width is short, the columns with the greatest Drop vanish
	// first; 0 never vanishes.
	Drop int
	// Sort is the key to sort by; empty when the column is not sorted by.
	Sort string
	Cell func(T) string
	Role func(T) theme.Role // nil is theme.Text
}

// BrowserWords are the words of a browser.
type BrowserWords struct {
	Empty   string             // nothing to list: what to press; may have several lines
	NoMatch string             // the filter matches nothing; Empty when empty
	Loading string             // before the first answer
	Failed  func(error) string // nil says nothing
}

// BrowserConfig is what a browser is made of.
type BrowserConfig[T any] struct {
	ID      func(T) string
	Columns []Column[T]
	Load    func(context.Context, register.Query) (register.Window[T], error)
	Words   BrowserWords
	Styles  theme.Styles
	Query   register.Query      // asked first; its anchors and limit are the browser's own
	Fail    func(error) tea.Cmd // told of every failed load; may be nil
}

// Browser is a list of any noun. It holds a window of some three screens of
// rows and asks for the next as the cursor nears an end, so that a key costs
// the same at any length. It is a value: every method returns the next one.
type Browser[T any] struct {
	config BrowserConfig[T]
	owner  uint64 // whose answers are whose
	query  register.Query

	rows         []T
	first, final bool // the window touches the ends of the list
	total        int
	beyond       bool           // there are more than total
	counted      register.Query // what total counts
	loaded       bool           // an answer came
	err          error

	cursor, top int    // rows of the window: the selected one, the first one drawn
	line        int    // the line of the screen on which the selected row belongs
	follow      string // the ID to find in the next answer
	chosen      string // the row the person last went to, come back to after a filter
	owed        int    // moves to make once the rows are there

	asked   uint64 // the number of the last question
	current *question
	failed  *question // its answer was an error, and the rows are still the old ones
	next    *question // asked once the current one is answered, whose answer is then dropped
	again   bool      // reload once the current one is answered
	cancel  context.CancelFunc

	width, height int
	columns       []placed[T]
}

var browsers atomic.Uint64

// NewBrowser makes a browser; Init loads its first rows.
func NewBrowser[T any](c BrowserConfig[T]) Browser[T] {
	return Browser[T]{config: c, owner: browsers.Add(1), query: bare(c.Query)}
}

// Init loads the first rows, or loads again.
func (b Browser[T]) Init() tea.Cmd { return b.Reload() }

// Reload loads again and keeps the selected row on its line of the screen.
func (b Browser[T]) Reload() tea.Cmd {
	owner := b.owner
	return func() tea.Msg { return browserStaleMsg{owner} }
}

// browserStaleMsg says that the rows of a browser are no longer those of the file.
type browserStaleMsg struct{ owner uint64 }

// Update takes the browser's own messages and leaves all others alone.
func (b Browser[T]) Update(msg tea.Msg) (Browser[T], tea.Cmd) {
	switch msg := msg.(type) {
	case browserStaleMsg:
		if msg.owner == b.owner {
			return b.reload()
		}
	case browserLoadedMsg[T]:
		if msg.owner == b.owner && msg.asked == b.asked && b.current != nil {
			return b.answered(msg)
		}
	}
	return b, nil
}

// Resize gives the browser its area. A larger one may need more rows.
func (b Browser[T]) Resize(w, h int) (Browser[T], tea.Cmd) {
	b.width, b.height = max(w, 0), max(h, 0)
	b.columns = place(b.config.Columns, b.width-browserMargins)
	return b.settle().fill()
}

// Selected is the row under the cursor; false when there is none.
func (b Browser[T]) Selected() (T, bool) {
	if len(b.rows) == 0 {
		var none T
		return none, false
	}
	return b.rows[b.cursor], true
}

// Rows are the rows of the window, in order: those in sight and some around
// them. They are not to be changed.
func (b Browser[T]) Rows() []T { return b.rows }

// Query is what the list answers, without the anchors of its window.
func (b Browser[T]) Query() register.Query { return b.query }

// Total counts the rows that match, loaded or not.
func (b Browser[T]) Total() int { return b.total }

// Beyond tells whether there are more rows than Total.
func (b Browser[T]) Beyond() bool { return b.beyond }

// Loading tells whether a question is out.
func (b Browser[T]) Loading() bool { return b.current != nil }

// Err is why the last load failed; nil when it did not.
func (b Browser[T]) Err() error { return b.err }

// MoreAbove tells whether rows stand above the first one drawn.
func (b Browser[T]) MoreAbove() bool { return b.loaded && (b.top > 0 || !b.first) }

// MoreBelow tells whether rows stand below the last one drawn.
func (b Browser[T]) MoreBelow() bool {
	return b.loaded && (b.top+b.body() < len(b.rows) || !b.final)
}

// SetStyles changes the look.
func (b Browser[T]) SetStyles(s theme.Styles) Browser[T] {
	b.config.Styles = s
	return b
}

// SetWords changes the words.
func (b Browser[T]) SetWords(w BrowserWords) Browser[T] {
	b.config.Words = w
	return b
}

// SetColumns changes the columns; the sort stays.
func (b Browser[T]) SetColumns(c []Column[T]) Browser[T] {
	b.config.Columns = c
	b.columns = place(c, b.width-browserMargins)
	return b
}

// id is the ID of the row at i; empty beyond the window.
func (b Browser[T]) id(i int) string {
	if i < 0 || i >= len(b.rows) {
		return ""
	}
	return b.config.ID(b.rows[i])
}

// find is where the row of an ID is in the window, -1 when it is not.
func (b Browser[T]) find(id string) int {
	if id == "" {
		return -1
	}
	return slices.IndexFunc(b.rows, func(row T) bool { return b.config.ID(row) == id })
}
