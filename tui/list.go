package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

const (
	// besideWidth is the width from which the chosen thing stands beside the list.
	besideWidth = 110
	// settled is how long the cursor rests before the chosen thing is read. It
	// is longer than the time between two keys of one held down: what stands
	// beside the list would be sent for each, 30 times what the cursor takes.
	settled = 150 * time.Millisecond
	// mostFilter is how many characters a filter takes.
	mostFilter = 200
)

// listPage is the one list of all nouns.
type listPage[L, S any] struct {
	d       *desk
	n       noun[L, S]
	number  int
	browser widget.Browser[L]
	filtering
	scope    int
	ofName   string // what the list is narrowed to
	aside    widget.Sheet
	chosen   string // the ID the cursor is on
	sheet    S      // of the chosen thing, once read
	ready    bool   // sheet is that of chosen
	answered bool   // the rows came, or why they did not
	known    bool   // some sheet was read: its keys stand in for the next one's
	turn     int    // of the question under way
	width    int
	height   int
}

// settledMsg says that the cursor of a list rested on a row.
type settledMsg struct{ page, turn int }

// heldMsg brings the sheet a command waited for. It is for the page on top
// only: on a list left meanwhile the key is dropped.
type heldMsg[S any] struct {
	page      int
	id, press string
	sheet     S
	err       error
}

func (heldMsg[S]) topOnly() {}

func newList[L, S any](d *desk, n noun[L, S]) listPage[L, S] {
	q := register.Query{}
	if len(n.scopes) > 0 {
		q.Scope = n.scopes[0]
	}
	return newListOf(d, n, q, "")
}

// newListOf opens a list on a view, or narrowed to what is tied to a thing,
// by its name.
func newListOf[L, S any](d *desk, n noun[L, S], q register.Query, ofName string) listPage[L, S] {
	p := listPage[L, S]{d: d, n: n, number: d.number(), ofName: ofName, filtering: filtering{filter: newFilter(d)}, aside: widget.NewSheet(d.styles).SetActive(false)}
	p.scope = max(slices.Index(n.scopes, q.Scope), 0)
	book := d.book
	p.browser = widget.NewBrowser(widget.BrowserConfig[L]{
		ID: n.id, Columns: n.column(d), Styles: d.styles, Query: q, Words: p.browserWords(),
		Load: func(ctx context.Context, q register.Query) (register.Window[L], error) { return n.lines(ctx, book, q) },
		Fail: func(err error) tea.Cmd { return send(failedQuietlyMsg{err}) },
	})
	return p
}

func newFilter(d *desk) textinput.Model {
	in := textinput.New()
	in.Prompt = "/ "
	in.CharLimit = mostFilter
	in.KeyMap.Paste.SetEnabled(false)
	return dressed(in, d.styles)
}

// pasted is what of a paste may go into a filter that holds a text already,
// with a word on what was cut.
func (d *desk) pasted(before string, paste tea.PasteMsg) (tea.PasteMsg, tea.Cmd) {
	paste.Content = text.Line(paste.Content[:min(len(paste.Content), 8*mostFilter)])
	if utf8.RuneCountInString(before+paste.Content) <= mostFilter {
		return paste, nil
	}
	return paste, send(noticedMsg{text: fmt.Sprintf(d.words().Form.Cut, mostFilter), role: theme.Warn})
}

// dressed gives the filter the look of the rest.
func dressed(in textinput.Model, st theme.Styles) textinput.Model {
	look := textinput.StyleState{Prompt: st.Style(theme.Key), Text: st.Style(theme.Text), Placeholder: st.Style(theme.Muted), Suggestion: st.Style(theme.Muted)}
	styles := in.Styles()
	styles.Focused, styles.Blurred, styles.Cursor.Blink, styles.Cursor.Color = look, look, false, lipgloss.NoColor{}
	in.SetStyles(styles)
	return in
}

func (p listPage[L, S]) browserWords() widget.BrowserWords {
	w := p.d.words()
	empty := p.n.empty(w)
	if q := p.browser.Query(); q.Filter != "" {
		empty = w.List.NothingFound
	} else if q.Archived {
		empty = w.List.NothingArchived
	} else if q.Scope != register.All {
		empty = w.List.NothingInView
	}
	return widget.BrowserWords{Empty: empty, Loading: w.Common.Loading, Failed: p.d.loc.Error}
}

// Init loads the rows, or loads them anew.
func (p listPage[L, S]) Init() tea.Cmd { return p.browser.Reload() }

// Place tells which register the page belongs to.
func (p listPage[L, S]) Place() place { return p.n.place }

// Saving tells whether the first rows are still to come, or the one of what was
// saved: keys wait for them.
func (p listPage[L, S]) Saving() bool { return !p.answered && !p.typing }

// Title is the register's name, with the view and what the list is narrowed to.
func (p listPage[L, S]) Title() string {
	w := p.d.words()
	title := p.n.place.title(w)
	switch {
	case p.n.apart:
		title = p.ofName
	case p.ofName != "":
		title += w.Sheet.Colon + p.ofName
	}
	q := p.browser.Query()
	if q.Scope != register.All {
		title += " (" + w.List.Scopes[q.Scope] + p.viewNumber() + ")"
	}
	if q.Archived {
		title += " (" + w.List.Archives + ")"
	}
	return title
}

// viewNumber says which of the views f goes through this is.
func (p listPage[L, S]) viewNumber() string {
	n := slices.Index(p.n.scopes, p.browser.Query().Scope)
	if n < 1 {
		return ""
	}
	return " " + p.d.styles.Glyph.Dot + " " + strconv.Itoa(n) + "/" + strconv.Itoa(len(p.n.scopes)-1)
}

// Side counts the rows.
func (p listPage[L, S]) Side() string {
	w := p.d.words()
	said := w.List.Count
	if p.browser.Beyond() {
		said = w.List.CountMore
	}
	side := p.d.loc.Count(said, p.browser.Total())
	if f := p.browser.Query().Filter; f != "" && !p.typing {
		side = w.List.Filtered + " " + f + " · " + side
	}
	return side
}

// Update takes answers, and text while a filter is typed.
func (p listPage[L, S]) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height = msg.width, msg.height
		return p.resize()
	case restyledMsg:
		p.browser = p.browser.SetStyles(p.d.styles).SetColumns(p.n.column(p.d)).SetWords(p.browserWords())
		p.aside, p.filter = p.aside.SetStyles(p.d.styles), dressed(p.filter, p.d.styles)
		return p.show(), nil
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return p.n.lists(t, p.width >= besideWidth) }) {
			return p, nil
		}
		next, cmd := p.rest(true)
		return next, tea.Batch(p.browser.Reload(), cmd)
	case savedMsg:
		if msg.thing.Kind == p.n.kind {
			var cmd tea.Cmd
			p.browser, cmd = p.browser.Select(msg.thing.ID)
			p.answered = !p.browser.Loading() // keys wait: they are for its row
			return p, cmd
		}
		return p, nil
	case settledMsg:
		return p.settled(msg)
	case answer[S]:
		return p.read(msg)
	case heldMsg[S]:
		return p.hold(msg)
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

func (p listPage[L, S]) resize() (page, tea.Cmd) {
	width, height := p.width, p.height
	if p.width >= besideWidth {
		width = p.width * 3 / 5
		p.aside = p.aside.Resize(p.width-width-3, p.height)
	}
	if p.typing {
		height--
	}
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Resize(width, height)
	p.filter.SetWidth(p.width - 6)
	return p, cmd
}

// rest waits for the cursor to settle on a row before its sheet is read; anew
// reads it again though the row is the same.
func (p listPage[L, S]) rest(anew bool) (page, tea.Cmd) {
	id := ""
	if line, ok := p.browser.Selected(); ok {
		id = p.n.id(line)
	}
	if id == p.chosen && !anew {
		return p, nil
	}
	wait := settled
	if p.chosen == "" || p.chosen == id {
		wait = 0 // the rows have just come: nobody is on the way to another one
	}
	p.chosen, p.ready = id, false
	p.turn++
	if id == "" {
		p.aside = p.aside.Set(nil)
		return p, nil
	}
	page, turn := p.number, p.turn
	return p, tea.Tick(wait, func(time.Time) tea.Msg { return settledMsg{page, turn} })
}

func (p listPage[L, S]) settled(msg settledMsg) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn || p.chosen == "" {
		return p, nil
	}
	id, n := p.chosen, p.n
	return p, ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (S, error) { return n.sheet(ctx, b, id) })
}

func (p listPage[L, S]) read(msg answer[S]) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn {
		return p, nil
	}
	if msg.err != nil {
		return p, send(failedQuietlyMsg{msg.err})
	}
	p.sheet, p.ready, p.known = msg.value, true, true
	return p.show(), nil
}

// show writes the chosen thing beside the list.
func (p listPage[L, S]) show() listPage[L, S] {
	if p.ready {
		title, blocks := p.n.title(p.d, p.sheet), p.n.block(p.d, p.sheet)
		if len(blocks) == 0 || len(blocks[0].Rows) == 0 || blocks[0].Rows[0].Text != title {
			blocks = append([]widget.Block{{Title: title}}, blocks...)
		}
		p.aside = p.aside.Set(blocks).Top()
	}
	return p
}

// hold runs the command that waited for its sheet.
func (p listPage[L, S]) hold(msg heldMsg[S]) (page, tea.Cmd) {
	if msg.page != p.number {
		return p, nil
	}
	if msg.err != nil {
		return p, send(failedQuietlyMsg{msg.err})
	}
	for _, c := range thingCommands(p.d, p.n, msg.id, msg.sheet, "") {
		if c.do == nil || !c.key.Matches(msg.press) {
			continue
		}
		if c.off != "" {
			return p, send(noticedMsg{text: c.off, role: theme.Warn})
		}
		return c.do(p, msg.press)
	}
	return p, nil
}

func (p listPage[L, S]) withLine(f filtering) listPage[L, S] {
	p.filtering = f
	return p
}

// asked asks the list for what the filter says.
func (p listPage[L, S]) asked(filter string) (listPage[L, S], tea.Cmd) {
	q := p.browser.Query()
	q.Filter = strings.TrimSpace(text.Line(filter))
	return p.query(q)
}

func (p listPage[L, S]) query(q register.Query) (listPage[L, S], tea.Cmd) {
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Ask(q)
	p.browser = p.browser.SetWords(p.browserWords())
	return p, cmd
}

func (p listPage[L, S]) move(n int) (page, tea.Cmd) {
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Move(n)
	next, rest := p.rest(false)
	return next, tea.Batch(cmd, rest)
}

// View draws the list, and the chosen thing beside it where there is room.
func (p listPage[L, S]) View() string {
	body := p.browser.View()
	if p.typing {
		body = " " + p.filter.View() + "\n" + body
	}
	if p.width < besideWidth {
		return body
	}
	left := fill(strings.Split(body, "\n"), p.height)
	right := fill(strings.Split(p.aside.View(), "\n"), p.height)
	width := p.width * 3 / 5
	bar := p.d.styles.Paint(theme.Rule, p.d.styles.Glyph.Wall)
	for i := range left {
		pad := strings.Repeat(" ", max(width-ansi.StringWidth(left[i]), 0))
		left[i] = ansi.Truncate(left[i], width, "") + pad + bar + " " + right[i]
	}
	return strings.Join(left, "\n")
}
