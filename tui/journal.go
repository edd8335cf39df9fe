package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// journalBook is what the journal needs of the file.
type journalBook interface {
	Journal(context.Context, register.Query) (register.Window[register.JournalLine], error)
	JournalLine(context.Context, int64) (register.JournalSheet, error)
	JournalAuthors(context.Context) ([]register.Author, error)
	Since(context.Context, int64) (register.Since, error)
}

// journalPage is the journal as a list, with what the chosen line changed
// beside it, or below where there is no room. Narrowed to a thing it is the
// history of that thing.
type journalPage struct {
	d       *desk
	number  int
	turn    int // of the question under way
	ofName  string
	browser widget.Browser[register.JournalLine]
	filtering
	aside    widget.Sheet
	reading  bool // the keys are for the line's page, not for the list
	chosen   string
	sheet    register.JournalSheet // of the chosen line, once read
	ready    bool
	answered bool
	width    int
	height   int
}

// newJournal opens the journal on a view.
func newJournal(d *desk, q register.Query) journalPage {
	q.Journal.Seen = d.visit.Seq
	p := journalPage{d: d, number: d.number(), filtering: filtering{filter: newFilter(d)}, aside: widget.NewSheet(d.styles).SetActive(false)}
	book := d.book
	p.browser = widget.NewBrowser(widget.BrowserConfig[register.JournalLine]{
		ID: lineID, Columns: journalColumns(d, q.Of), Styles: d.styles, Query: q,
		Load: func(ctx context.Context, q register.Query) (register.Window[register.JournalLine], error) {
			return book.Journal(ctx, q)
		},
		Fail: func(err error) tea.Cmd { return send(failedQuietlyMsg{err}) },
	})
	p.browser = p.browser.SetWords(p.browserWords())
	return p
}

// newHistory opens the history of a thing, by its name.
func newHistory(d *desk, t committee.Thing, name string) journalPage {
	p := newJournal(d, register.Query{Of: t})
	p.ofName = name
	p.browser = p.browser.SetWords(p.browserWords())
	return p
}

// lineID names a row: the line, or the place at which a search stopped.
func lineID(l register.JournalLine) string {
	id := strconv.FormatInt(l.Seq, 10)
	if l.Cut {
		return "…" + id
	}
	return id
}

func (p journalPage) browserWords() widget.BrowserWords {
	w := p.d.words()
	q := p.browser.Query()
	empty := w.Journal.Empty
	switch {
	case q.Filter != "":
		empty = w.List.NothingFound
	case q.Journal.Narrows():
		empty = w.Journal.NothingChosen
	case !q.Of.Zero():
		empty = w.Journal.NoHistory
	case q.Scope != register.All:
		empty = w.List.NothingInView
	}
	return widget.BrowserWords{Empty: empty, Loading: w.Common.Loading, Failed: p.d.loc.Error}
}

// Init loads the lines, or loads them anew.
func (p journalPage) Init() tea.Cmd { return p.browser.Reload() }

// Place tells which register the page belongs to.
func (p journalPage) Place() place { return atJournal }

// Saving tells whether the first lines are still to come: keys wait for them.
func (p journalPage) Saving() bool { return !p.answered && !p.typing }

// Title is the journal with its view, or the history and whose it is.
func (p journalPage) Title() string {
	w, q := p.d.words(), p.browser.Query()
	if !q.Of.Zero() {
		return fmt.Sprintf(w.Journal.HistoryOf, p.ofName)
	}
	title := w.Root.Journal
	if q.Scope != register.All {
		title += " (" + w.List.Scopes[q.Scope] + ")"
	}
	return title
}

// Side counts the lines and says what they are narrowed to.
func (p journalPage) Side() string {
	w, q := p.d.words(), p.browser.Query()
	parts := p.narrowed(q.Journal)
	if q.Filter != "" && !p.typing {
		parts = append([]string{w.List.Filtered + " " + q.Filter}, parts...)
	}
	count := w.List.Count
	if p.browser.Beyond() {
		count = w.List.CountMore
	}
	if n := p.browser.Total(); n >= 0 {
		parts = append(parts, p.d.loc.Count(count, n))
	}
	return strings.Join(parts, " "+p.d.styles.Glyph.Dot+" ")
}

// Update takes answers, and text while a filter is typed.
func (p journalPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height = msg.width, msg.height
		return p.resize()
	case restyledMsg:
		p.browser = p.browser.SetStyles(p.d.styles).SetColumns(journalColumns(p.d, p.browser.Query().Of)).SetWords(p.browserWords())
		p.aside, p.filter = p.aside.SetStyles(p.d.styles), dressed(p.filter, p.d.styles)
		return p.show(), nil
	case changedMsg:
		next, cmd := p.rest(true)
		return next, tea.Batch(p.browser.Reload(), cmd)
	case settledMsg:
		return p.settled(msg)
	case answer[register.JournalSheet]:
		return p.read(msg)
	case journalChosenMsg:
		if msg.page == p.number {
			return p.narrow(msg.filter)
		}
		return p, nil
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.typing {
			return typeFilter(p.d, p, msg)
		}
		return p, nil
	}
	loading := p.browser.Loading()
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Update(msg)
	p.answered = p.answered || loading && !p.browser.Loading()
	next, rest := p.rest(false)
	return next, tea.Batch(cmd, rest)
}

// beside tells whether the line's page stands beside the list.
func (p journalPage) beside() bool { return p.width >= besideWidth }

// listHeight is how many rows the list has: where its page stands below, the
// list has less than half.
func (p journalPage) listHeight() int {
	height := p.height
	if p.typing {
		height--
	}
	if p.beside() {
		return height
	}
	return max(height*2/5, 3)
}

func (p journalPage) resize() (page, tea.Cmd) {
	width := p.width
	if p.beside() {
		width = p.width * 3 / 5
		p.aside = p.aside.Resize(p.width-width-3, p.height)
	} else {
		p.aside = p.aside.Resize(p.width, max(p.height-p.listHeight()-1, 0))
	}
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Resize(width, p.listHeight())
	p.filter.SetWidth(p.width - 6)
	return p, cmd
}

// rest waits for the cursor to settle on a line before it is read; anew reads
// it again though it is the same.
func (p journalPage) rest(anew bool) (page, tea.Cmd) {
	id := ""
	if line, ok := p.browser.Selected(); ok {
		id = lineID(line)
	}
	if id == p.chosen && !anew {
		return p, nil
	}
	p.chosen, p.ready = id, false
	p.turn++
	if line, ok := p.browser.Selected(); !ok || line.Cut {
		p.aside = p.aside.Set(nil)
		if ok {
			said := fmt.Sprintf(p.d.words().Journal.CutAt, p.d.stamped(line.At))
			p.aside = p.aside.Set([]widget.Block{{Rows: []widget.Row{{Text: keysShown(p.d, said), Long: true}}}})
		}
		return p, nil
	}
	page, turn := p.number, p.turn
	return p, tea.Tick(settled, func(time.Time) tea.Msg { return settledMsg{page, turn} })
}

func (p journalPage) settled(msg settledMsg) (page, tea.Cmd) {
	line, ok := p.browser.Selected()
	if msg.page != p.number || msg.turn != p.turn || !ok {
		return p, nil
	}
	return p, ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.JournalSheet, error) { return b.JournalLine(ctx, line.Seq) })
}

func (p journalPage) read(msg answer[register.JournalSheet]) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn {
		return p, nil
	}
	if msg.err != nil {
		return p, send(failedQuietlyMsg{msg.err})
	}
	p.sheet, p.ready = msg.value, true
	return p.show(), nil
}

func (p journalPage) show() journalPage {
	if p.ready {
		p.aside = p.aside.Set(journalBlocks(p.d, p.sheet)).Top()
	}
	return p
}

func (p journalPage) withLine(f filtering) journalPage {
	p.filtering = f
	return p
}

func (p journalPage) asked(filter string) (journalPage, tea.Cmd) {
	q := p.browser.Query()
	q.Filter, q.Journal.Deep = strings.TrimSpace(text.Line(filter)), 0
	return p.query(q)
}

func (p journalPage) query(q register.Query) (journalPage, tea.Cmd) {
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Ask(q)
	p.browser = p.browser.SetWords(p.browserWords())
	return p, cmd
}

func (p journalPage) move(n int) (page, tea.Cmd) { return p.browsed(p.browser.Move(n)) }

func (p journalPage) browsed(b widget.Browser[register.JournalLine], cmd tea.Cmd) (page, tea.Cmd) {
	p.browser = b
	next, rest := p.rest(false)
	return next, tea.Batch(cmd, rest)
}

// deeper goes on with a search that stopped.
func (p journalPage) deeper() (page, tea.Cmd) {
	q := p.browser.Query()
	q.Journal.Deep++
	// The row before stays chosen: what is found stands below it.
	b, _ := p.browser.Move(-1)
	p.browser = b
	next, cmd := p.query(q)
	return next, cmd
}

// views are those that f goes through: since a visit when there was one.
func (p journalPage) views() []register.Scope {
	all := []register.Scope{register.All, register.MyChanges, register.SinceVisit, register.OtherChanges}
	if p.d.visit.At == "" {
		all = slices.Delete(all, 2, 3)
	}
	return all
}

// View draws the list and the chosen line's page.
func (p journalPage) View() string {
	body := p.browser.View()
	if p.typing {
		body = " " + p.filter.View() + "\n" + body
	}
	list := strings.Split(body, "\n")
	if !p.beside() {
		rule := p.d.styles.Paint(theme.Rule, strings.Repeat(p.d.styles.Glyph.Rule, p.width))
		top := p.height - max(p.height-p.listHeight()-1, 0) - 1
		return strings.Join(append(append(fill(list, top), rule), strings.Split(p.aside.View(), "\n")...), "\n")
	}
	left, right := fill(list, p.height), fill(strings.Split(p.aside.View(), "\n"), p.height)
	width := p.width * 3 / 5
	bar := p.d.styles.Paint(theme.Rule, p.d.styles.Glyph.Wall)
	for i := range left {
		pad := strings.Repeat(" ", max(width-ansi.StringWidth(left[i]), 0))
		left[i] = ansi.Truncate(left[i], width, "") + pad + bar + " " + right[i]
	}
	return strings.Join(left, "\n")
}
