package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// homeBook is what the first screen needs of the file.
type homeBook interface {
	Home(context.Context) (register.Home, error)
}

// homePage is the first screen: the next meeting, what waits, and how the
// roadmap stands. Each line opens what it speaks of.
type homePage struct {
	d      *desk
	number int
	turn   int
	home   register.Home
	since  *register.Since // what others changed since the last visit, once known
	asked  bool            // an answer came, good or bad
	ready  bool
	view   widget.Sheet
}

func newHome(d *desk) homePage {
	return homePage{d: d, number: d.number(), view: widget.NewSheet(d.styles)}
}

// Init reads the figures, or reads them anew.
func (p homePage) Init() tea.Cmd {
	figures := ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.Home, error) { return b.Home(ctx) })
	return tea.Batch(figures, p.askSince())
}

// Saving tells whether the figures are still to come: keys wait for them.
func (p homePage) Saving() bool { return !p.asked }

// Place tells which register the page belongs to.
func (p homePage) Place() place { return atHome }

// Title is the committee's name.
func (p homePage) Title() string {
	if !p.ready {
		return p.d.words().Root.Home
	}
	return p.home.Committee.Name
}

// Side is the day.
func (p homePage) Side() string { return p.d.loc.DateLong(p.d.today()) }

// Update takes the answer.
func (p homePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.view = p.view.Resize(msg.width, msg.height)
		return p.show(), nil
	case restyledMsg:
		p.view = p.view.SetStyles(p.d.styles)
		return p.show(), nil
	case changedMsg:
		p.turn++
		return p, p.Init()
	case answer[register.Home]:
		if msg.page != p.number || msg.turn != p.turn {
			return p, nil
		}
		p.asked = true
		if msg.err != nil {
			return p, send(failedQuietlyMsg{msg.err})
		}
		p.home, p.ready = msg.value, true
		return p.show(), nil
	case visitedMsg:
		p.since = nil
		return p, p.askSince()
	case answer[register.Since]:
		if msg.page != p.number || msg.turn != p.turn {
			return p, nil
		}
		if msg.err != nil {
			return p, send(failedQuietlyMsg{msg.err})
		}
		p.since = &msg.value
		return p.show(), nil
	}
	return p, nil
}

// View draws the screen.
func (p homePage) View() string { return p.view.View() }

// Commands are the keys of the screen.
func (p homePage) Commands() []command {
	scroll := func(k keymap.Key, quiet bool) command {
		return command{key: k, quiet: quiet, do: func(now page, name string) (page, tea.Cmd) {
			h, ok := now.(homePage)
			if ok {
				h.view = scrollSheet(h.view, name)
				return h, nil
			}
			return now, nil
		}}
	}
	cmds := []command{scroll(keymap.Move, false)}
	if focused, ok := p.view.Focused(); ok {
		cmds = append(cmds, act(keymap.Open, "", func() tea.Cmd { return p.follow(focused) }))
	}
	return append(cmds, scroll(keymap.PageDown, true), scroll(keymap.PageUp, true), scroll(keymap.Top, true), scroll(keymap.Bottom, true))
}

// follow opens the line in focus: a thing, or a register on one of its views.
func (p homePage) follow(focused string) tea.Cmd {
	scope, ok := strings.CutPrefix(focused, "view:")
	if !ok {
		return p.open(thingOf(focused))
	}
	at, view, _ := strings.Cut(scope, ":")
	q := register.Query{Scope: register.Scope(view)}
	switch at {
	case "meetings":
		return push(newListOf(p.d, meetings, q, ""))
	case "recommendations":
		return push(newListOf(p.d, recommendations, q, ""))
	case "guidelines":
		return push(newListOf(p.d, guidelines, q, ""))
	case "journal":
		return push(newJournal(p.d, q))
	}
	return push(newListOf(p.d, actions, q, ""))
}

// open opens a thing; an axis or an institution opens its actions.
func (p homePage) open(t committee.Thing) tea.Cmd {
	switch t.Kind {
	case committee.KindMeeting:
		if next := p.home.Next; next != nil && string(next.ID) == t.ID && next.State == committee.InSession {
			return push(newSession(p.d, next.ID))
		}
	case committee.KindAxis, committee.KindInstitution:
		for _, part := range append(append([]register.Progress{}, p.home.ByAxis...), p.home.ByInstitution...) {
			if part.Thing == t {
				return push(newListOf(p.d, actions, register.Query{Of: t, Scope: register.Standing}, part.Name))
			}
		}
	}
	return send(openedMsg{t})
}

func (p homePage) show() homePage {
	if p.ready {
		w := p.d.words().Home
		blocks := append([]widget.Block{p.nextMeeting(), p.toDo()}, p.sinceVisit()...)
		p.view = p.view.Set(append(blocks, p.guidelines(), p.roadmap(),
			p.progress(w.ByAxis, p.home.ByAxis, w.WithoutAxis), p.progress(w.ByInstitution, p.home.ByInstitution, w.WithoutInstitution)))
	}
	return p
}

func (p homePage) nextMeeting() widget.Block {
	w, h := p.d.words().Home, p.home
	if h.Next == nil {
		return widget.Block{Title: w.Next, Rows: []widget.Row{{Text: keysShown(p.d, w.NoNext), Target: "view:meetings:"}}}
	}
	title, state := w.Next, p.d.words().States.Meeting[h.Next.State].Full
	switch {
	case h.Pause.From != "":
		title, state = i18n.Capital(p.d.words().Session.Suspended), suspendedSince(p.d, h.Pause)
	case h.Next.State == committee.InSession:
		title = w.InSession
	}
	dot := " " + p.d.styles.Glyph.Dot + " "
	head := []string{meetingName(p.d, *h.Next), p.d.loc.Span(h.Next.Starts, h.Next.Ends), p.d.loc.Clock(h.Next.StartTime), p.away(*h.Next)}
	second := []string{p.d.loc.Count(w.Items, h.Next.Items), state}
	rows := []widget.Row{
		{Text: strings.Join(dropEmpty(head), dot), Target: to(committee.KindMeeting, h.Next.ID), Role: theme.Strong, Long: true},
		{Text: strings.Join(second, dot)},
	}
	if missing := p.missing(); missing != "" {
		rows = append(rows, widget.Row{Text: missing, Role: theme.Warn, Long: true})
	}
	return widget.Block{Title: title, Rows: rows}
}

// away says how far the next meeting is.
func (p homePage) away(m register.MeetingLine) string {
	w := p.d.words().Home
	switch days := p.d.today().Days(m.Starts); {
	case m.State == committee.InSession:
		return ""
	case m.Starts.Zero():
		return w.Postponed
	case days == 0:
		return w.Today
	case days == 1:
		return w.Tomorrow
	case days < 0:
		return w.Held
	default:
		return p.d.loc.Count(w.InDays, days)
	}
}

func (p homePage) missing() string {
	w, m := p.d.words().Home, p.home.Missing
	var lacks []string
	for _, l := range []struct {
		is   bool
		word string
	}{{m.Date, w.Date}, {m.Place, w.Place}, {m.Agenda, w.Agenda}, {m.Notice, w.Notice}, {m.Chair, w.Chair}, {m.Secretary, w.Secretary}} {
		if l.is {
			lacks = append(lacks, l.word)
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	return w.Missing + " " + strings.Join(lacks, ", ")
}

func (p homePage) toDo() widget.Block {
	w, h := p.d.words().Home, p.home
	var rows []widget.Row
	add := func(n int, said, target string, role theme.Role) {
		if n > 0 {
			rows = append(rows, widget.Row{Text: said, Target: target, Role: role})
		}
	}
	late := p.d.loc.Count(w.Late, h.Late)
	if h.LateBlocked > 0 {
		late += ", " + p.d.loc.Count(w.LateOne, h.LateBlocked)
	}
	add(h.Late, late, "view:actions:"+string(register.Late), theme.Bad)
	add(h.DueSoon, p.d.loc.Count(w.DueSoon, h.DueSoon), "view:actions:"+string(register.DueSoon), theme.Text)
	add(h.Blocked, p.d.loc.Count(w.Blocked, h.Blocked), "view:actions:"+string(register.Blocked), theme.Bad)
	add(h.Awaiting, p.d.loc.Count(w.Awaiting, h.Awaiting), "view:recommendations:"+string(register.AwaitsDecision), theme.Text)
	add(h.ToValidate, p.d.loc.Count(w.ToValidate, h.ToValidate), "view:actions:"+string(register.ToValidate), theme.Text)
	add(h.MinutesToAdopt, p.d.loc.Count(w.MinutesToAdopt, h.MinutesToAdopt), "view:meetings:"+string(register.MinutesDue), theme.Text)
	add(h.Incomplete, p.d.loc.Count(w.Incomplete, h.Incomplete), "view:actions:"+string(register.Incomplete), theme.Text)
	add(h.Uncovered, p.d.loc.Count(w.Uncovered, h.Uncovered)+" ("+p.d.loc.Count(w.UncoveredIn, h.UncoveredIn)+")", "view:guidelines:"+string(register.WithoutAction), theme.Text)
	return widget.Block{Title: w.ToDo, Rows: rows, Empty: w.NothingToDo}
}

func (p homePage) guidelines() widget.Block {
	w := p.d.words()
	var parts []string
	for _, s := range committee.GuidelineStates {
		if n := p.home.Guidelines[s]; n > 0 {
			said := w.States.Guideline[s].Full + w.Sheet.Colon + p.d.loc.Number(n)
			parts = append(parts, strings.ReplaceAll(said, " ", "\u00a0")) // a state and its number stay together
		}
	}
	row := widget.Row{Text: strings.Join(parts, " "+p.d.styles.Glyph.Dot+" "), Target: "view:guidelines:", Long: true}
	if len(parts) == 0 {
		row.Text = keysShown(p.d, w.Home.NoGuideline)
	}
	return widget.Block{Title: w.Home.Guidelines, Rows: []widget.Row{row}}
}

// roadmap is the whole: done against the total, and against today.
func (p homePage) roadmap() widget.Block {
	w, t := p.d.words().Home, p.home.Total
	if t.Actions == 0 {
		return widget.Block{Title: w.Roadmap, Rows: []widget.Row{{Text: keysShown(p.d, w.NoAction), Target: "view:actions:"}}}
	}
	said := w.Done + " " + p.d.loc.Percent(t.Percent) + "   " + w.Expected + " " + p.d.loc.Percent(t.Expected)
	count := p.d.loc.Count(w.Actions, t.Actions) + ", " + p.d.loc.Count(w.DoneCount, t.Done)
	return widget.Block{Title: w.Roadmap, Count: count, Rows: []widget.Row{{
		Text: said, Target: "view:actions:" + string(register.Standing), Bar: &widget.Gauge{Percent: t.Percent, Expected: t.Expected},
	}}}
}

// progress is a block of the parts of the roadmap, their figures in columns.
func (p homePage) progress(title string, parts []register.Progress, without string) widget.Block {
	w, loc := p.d.words().Home, p.d.loc
	percents, counts, lates := figures{loc: loc}, figures{loc: loc}, figures{loc: loc}
	for _, part := range parts {
		percents.add(part.Percent, loc.Percent(part.Percent))
		counts.add(part.Actions, loc.Count(w.Actions, part.Actions))
		late := ""
		if part.Late > 0 {
			late = loc.Count(w.LateShort, part.Late)
		}
		lates.add(part.Late, late)
	}
	var rows []widget.Row
	for n, part := range parts {
		name, opens := part.Name, target(part.Thing)
		if part.Thing.Zero() {
			name, opens = without, "view:actions:"+string(register.Incomplete)
		}
		rows = append(rows, widget.Row{
			Label: name, Text: strings.TrimRight(percents.row(n)+"   "+counts.row(n)+"   "+lates.row(n), " "), Target: opens,
			Bar: &widget.Gauge{Percent: part.Percent, Expected: part.Expected},
		})
	}
	return widget.Block{Title: title, Rows: rows, Empty: p.d.words().Common.None}
}

// figures are the rows of a column, each a number and what follows it: the
// numbers end alike, and what comes after the column begins alike.
type figures struct {
	loc            *i18n.Locale
	said           []string
	lead           []int // of the numbers
	number, column int
}

func (f *figures) add(n int, said string) {
	lead := ansi.StringWidth(f.loc.Number(n))
	f.said, f.lead, f.number = append(f.said, said), append(f.lead, lead), max(f.number, lead)
	f.column = max(f.column, ansi.StringWidth(said)-lead)
}

// row is a row of the column, in the width of the column.
func (f *figures) row(n int) string {
	row := strings.Repeat(" ", f.number-f.lead[n]) + f.said[n]
	return row + strings.Repeat(" ", max(f.number+f.column-ansi.StringWidth(row), 0))
}
