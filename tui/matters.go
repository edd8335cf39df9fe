package tui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// mattersBook is what the matters arising need of the file.
type mattersBook interface {
	Matters(context.Context, committee.MeetingID, register.Query) (register.Window[register.MatterLine], error)
	AnswerMatter(context.Context, register.Answer) (committee.Thing, error)
}

// mattersPage goes through what arises from earlier meetings: an answer is one
// key, and the next matter follows. It holds a window of them, as lists do.
type mattersPage struct {
	d       *desk
	id      committee.MeetingID
	item    committee.AgendaItemID
	browser widget.Browser[register.MatterLine]
	filtering
	answered bool // the rows came, or why they did not
	stale    bool // they are being read anew: keys wait
	// noting is the matter whose answer is under way: once it is in the file,
	// the cursor goes on to the next that waits for one.
	noting        committee.Thing
	width, height int
}

// newMatters opens the matters arising at a meeting, under the item for them.
func newMatters(d *desk, id committee.MeetingID, item committee.AgendaItemID) page {
	p := mattersPage{d: d, id: id, item: item, filtering: filtering{filter: newFilter(d)}}
	book, order := d.book, &matterOrder{at: map[committee.Thing]int{}}
	p.browser = widget.NewBrowser(widget.BrowserConfig[register.MatterLine]{
		ID: func(l register.MatterLine) string { return target(l.Thing) }, Columns: matterColumns(d, 0), Styles: d.styles,
		Load: func(ctx context.Context, q register.Query) (register.Window[register.MatterLine], error) {
			if q.After != "" || q.Before != "" { // there are more than are read at once
				return book.Matters(ctx, id, q)
			}
			whole := q
			whole.After, whole.Before, whole.Around, whole.Last, whole.Limit = "", "", "", false, mostMatters
			if w, err := book.Matters(ctx, id, whole); err != nil || w.First && w.Final {
				return order.keep(w), err
			}
			return book.Matters(ctx, id, q)
		},
		Fail: func(err error) tea.Cmd { return send(failedQuietlyMsg{err}) },
	})
	p.browser = p.browser.SetWords(p.browserWords())
	return p
}

func (p mattersPage) browserWords() widget.BrowserWords {
	w := p.d.words()
	return widget.BrowserWords{Empty: w.Matters.Empty, NoMatch: w.List.NothingFound, Loading: w.Common.Loading, Failed: p.d.loc.Error}
}

// Init loads the matters, or loads them anew.
func (p mattersPage) Init() tea.Cmd { return p.browser.Reload() }

// Place tells which register the page belongs to.
func (p mattersPage) Place() place { return atMeetings }

// Saving tells whether rows are still to come: keys wait for them.
func (p mattersPage) Saving() bool { return (!p.answered || p.stale) && !p.typing }

// Title is what is gone through.
func (p mattersPage) Title() string { return p.d.words().Matters.Title }

// Side counts the matters, and says what they are narrowed to.
func (p mattersPage) Side() string {
	side := ""
	if n := p.browser.Total(); n >= 0 {
		side = p.d.loc.Count(p.d.words().Matters.Left, n)
	}
	if f := p.browser.Query().Filter; f != "" && !p.typing {
		side = p.d.words().List.Filtered + " " + f + " " + p.d.styles.Glyph.Dot + " " + side
	}
	return side
}

// Update takes answers, and text while a filter is typed.
func (p mattersPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height = msg.width, msg.height
		return p.resize()
	case restyledMsg:
		p.browser = p.browser.SetStyles(p.d.styles).SetColumns(matterColumns(p.d, p.width)).SetWords(p.browserWords())
		p.filter = dressed(p.filter, p.d.styles)
		return p, nil
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return slices.Contains(mattersKinds, t.Kind) }) {
			return p, nil
		}
		p.stale = true
		return p, p.browser.Reload()
	case savedMsg:
		var cmd tea.Cmd
		if !p.noting.Zero() && msg.thing == p.noting {
			p, cmd = p.goesOn()
		}
		p.noting = committee.Thing{}
		return p, cmd
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.typing {
			return typeFilter(p.d, p, msg)
		}
		return p, nil
	}
	return p.read(msg)
}

// read takes rows; the page opens on the first that waits for an answer.
func (p mattersPage) read(msg tea.Msg) (page, tea.Cmd) {
	loading := p.browser.Loading()
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Update(msg)
	if !loading || p.browser.Loading() {
		return p, cmd
	}
	first := !p.answered
	p.answered, p.stale = true, false
	if l, ok := p.browser.Selected(); !first || !ok || !l.Answered {
		return p, cmd
	}
	next, more := p.goesOn()
	return next, tea.Batch(cmd, more)
}

// goesOn goes from the chosen matter to the next that waits for an answer, from
// the last one on to the first; where none waits, it stays.
func (p mattersPage) goesOn() (mattersPage, tea.Cmd) {
	l, ok := p.browser.Selected()
	rows := p.browser.Rows()
	at := slices.IndexFunc(rows, func(r register.MatterLine) bool { return r.Thing == l.Thing })
	if !ok || at < 0 {
		return p, nil
	}
	var cmd tea.Cmd
	for _, r := range slices.Concat(rows[at+1:], rows[:at]) {
		if !r.Answered {
			p.browser, cmd = p.browser.Select(target(r.Thing))
			break
		}
	}
	return p, cmd
}

// mostMatters is how many are read at once; more are read by windows.
const mostMatters = 200

// matterOrder keeps the matters in the order in which they were first shown,
// whatever an answer makes of their due dates, where they are read at once.
type matterOrder struct {
	sync.Mutex
	at map[committee.Thing]int
}

func (o *matterOrder) keep(w register.Window[register.MatterLine]) register.Window[register.MatterLine] {
	o.Lock()
	defer o.Unlock()
	for _, l := range w.Rows {
		if _, known := o.at[l.Thing]; !known {
			o.at[l.Thing] = len(o.at)
		}
	}
	slices.SortStableFunc(w.Rows, func(a, b register.MatterLine) int { return cmp.Compare(o.at[a.Thing], o.at[b.Thing]) })
	return w
}

// detailHeight is what stands below the list: the chosen matter in full.
const detailHeight = 6

func (p mattersPage) resize() (page, tea.Cmd) {
	room := p.height - detailHeight - 1
	if p.typing {
		room--
	}
	var cmd tea.Cmd
	p.browser, cmd = p.browser.SetColumns(matterColumns(p.d, p.width)).Resize(p.width, max(room, 3))
	p.filter.SetWidth(p.width - 6)
	return p, cmd
}

func (p mattersPage) withLine(f filtering) mattersPage {
	p.filtering = f
	return p
}

func (p mattersPage) move(n int) (page, tea.Cmd) {
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Move(n)
	return p, cmd
}

func (p mattersPage) asked(filter string) (mattersPage, tea.Cmd) {
	q := p.browser.Query()
	q.Filter = strings.TrimSpace(text.Line(filter))
	var cmd tea.Cmd
	p.browser, cmd = p.browser.Ask(q)
	return p, cmd
}

// mattersWide is the width from which the state of a matter is in words on its
// row; else its sign is, and the words stand below with the chosen one.
const mattersWide = 100

func matterColumns(d *desk, width int) []widget.Column[register.MatterLine] {
	w := d.words()
	type line = register.MatterLine
	state := widget.Column[line]{Title: w.Fields[committee.FieldState], Min: 14, Drop: 1, Cell: func(l line) string { return implementation(d, l.State, false) }}
	owner := widget.Column[line]{Title: w.Matters.Owner, Min: 12, Max: 30, Grow: 2, Cell: func(l line) string { return ownerOr(d, l.Owner) }}
	if width < mattersWide { // the room is for the words
		state = widget.Column[line]{Min: 1, Cell: func(l line) string { return implementationGlyph(d, l.State) }}
		owner.Min, owner.Grow = 11, 0
	}
	columns := []widget.Column[line]{
		{
			Title: "", Min: 1, Cell: func(l line) string {
				if l.Answered {
					return d.styles.Glyph.Check
				}
				return ""
			}, Role: func(line) theme.Role { return theme.Good },
		},
		{Title: w.List.Number, Min: 9, Cell: func(l line) string { return l.Ref }},
		{Title: w.Fields[committee.FieldText], Min: 16, Grow: 4, Cell: func(l line) string { return l.Text }, Role: matterRole},
		owner,
		{Title: w.Matters.Due, Min: 11, Cell: func(l line) string { return matterDue(d, l) }, Role: func(l line) theme.Role {
			if l.Late {
				return theme.Bad
			}
			return theme.Text
		}},
		state,
	}
	if width < mattersWide {
		return columns
	}
	return append(columns, []widget.Column[line]{
		{Title: "%", Min: 3, Right: true, Drop: 4, Cell: func(l line) string { return strconv.Itoa(l.Percent) }},
		{Title: w.Matters.Age, Min: 9, Right: true, Drop: 2, Cell: func(l line) string { return ageSaid(d, l.Age) }},
		{Title: w.Matters.Carried, Min: 7, Right: true, Drop: 3, Cell: func(l line) string { return strconv.Itoa(l.Carried) }},
	}...)
}

// matterRole lets what is answered step back.
func matterRole(l register.MatterLine) theme.Role {
	if l.Answered {
		return theme.Muted
	}
	return theme.Text
}

func ownerOr(d *desk, owner string) string {
	if owner == "" {
		return d.words().Matters.Nobody
	}
	return owner
}

// matterDue is the due date, with a mark when it is past; the word stands
// below, with the chosen matter.
func matterDue(d *desk, l register.MatterLine) string {
	due := d.loc.DueShort(l.Due)
	if l.Late {
		return d.styles.Glyph.Late + " " + due
	}
	return due
}

// ageSaid is an age in days, in months when it is long.
func ageSaid(d *desk, days int) string {
	if days < 90 {
		return d.loc.Count(d.words().Matters.Days, days)
	}
	return d.loc.Count(d.words().Matters.Months, days/30)
}

// View draws the list, and the chosen matter in full below it.
func (p mattersPage) View() string {
	body := p.browser.View()
	if p.typing {
		body = " " + p.filter.View() + "\n" + body
	}
	rule := p.d.styles.Paint(theme.Rule, strings.Repeat(p.d.styles.Glyph.Rule, p.width))
	lines := append(fill(strings.Split(body, "\n"), max(p.height-detailHeight-1, 3)), rule)
	return strings.Join(append(lines, p.detail()...), "\n")
}

// detail is the chosen matter: its words, who answers for it, how late it is
// and what was last heard of it.
func (p mattersPage) detail() []string {
	l, ok := p.browser.Selected()
	if !ok {
		return nil
	}
	d, w, g := p.d, p.d.words(), p.d.styles.Glyph
	dot, room := " "+g.Dot+" ", max(p.width-4, 10)
	var out []string
	add := func(role theme.Role, said string, most int) {
		lines := strings.Split(ansi.Wrap(text.Line(said), room, ""), "\n")
		if len(lines) > most {
			lines = append(lines[:most-1], ansi.Truncate(strings.Join(lines[most-1:], " "), room, g.Ellipsis))
		}
		for _, line := range lines {
			out = append(out, "   "+d.styles.Paint(role, line))
		}
	}
	add(theme.Strong, l.Ref+"  "+l.Text, 2)
	due := ""
	if !l.Due.Zero() {
		due = w.Matters.Due + w.Sheet.Colon + d.loc.Due(l.Due)
	}
	facts := []string{ownerOr(d, l.Owner), due, implementation(d, l.State, false)}
	role := theme.Text
	if l.Late {
		facts, role = append(facts, g.Late+" "+w.Common.Late), theme.Bad
	}
	add(role, strings.Join(dropEmpty(facts), dot), 1)
	age := fmt.Sprintf(w.Matters.GivenOn, d.loc.Date(l.Given)) + dot + ageSaid(d, l.Age)
	if l.Carried > 0 {
		age += dot + d.loc.Count(w.Matters.CarriedOver, l.Carried)
	}
	if l.Answered {
		age += dot + g.Check + " " + w.Matters.Answered
	}
	add(theme.Muted, age, 1)
	last := w.Matters.NoUpdate
	if l.Last != "" {
		if last = fmt.Sprintf(w.Common.Quote, l.Last); !l.LastOn.Zero() {
			last = fmt.Sprintf(w.Matters.UpdateOn, last, d.loc.Date(l.LastOn))
		}
	}
	add(theme.Muted, w.Matters.Last+w.Sheet.Colon+last, 2)
	return fill(out, detailHeight)
}
