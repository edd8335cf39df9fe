package tui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// prepareBook prepares meetings, and keeps the items that are proposed.
type prepareBook interface {
	Pending(context.Context, committee.MeetingID) (register.Pending, error)
	PrepareAgenda(ctx context.Context, id committee.MeetingID, version int, p register.Preparation) (committee.Meeting, error)
	Proposals(context.Context, register.Query) (register.Window[register.PendingItem], error)
	PutOnAgenda(ctx context.Context, id committee.AgendaItemID, version int, on committee.MeetingID) (committee.AgendaItem, error)
	ExpectAttendance(ctx context.Context, id committee.MeetingID, version int) (int, error)
	CallAgain(ctx context.Context, id committee.MeetingID, version int, starts committee.Date, reason string) (committee.Meeting, error)
}

// preparePage shows what waits to be put on the agenda of a meeting, each with
// a box to tick.
type preparePage struct {
	d      *desk
	number int
	turn   int
	id     committee.MeetingID
	what   register.Pending
	ready  bool
	stale  bool
	failed string
	// ticks are the boxes by their target. What was not seen before is ticked
	// or not as its kind usually is.
	ticks map[string]bool
	view  widget.Sheet
}

// Targets of the boxes that are about no thing.
const (
	usualBox   = "usual"
	mattersBox = "matters"
)

func newPrepare(d *desk, id committee.MeetingID) page {
	return preparePage{d: d, number: d.number(), id: id, stale: true, ticks: map[string]bool{}, view: widget.NewSheet(d.styles)}
}

// Init reads what waits.
func (p preparePage) Init() tea.Cmd {
	id := p.id
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.Pending, error) { return b.Pending(ctx, id) })
}

// Place tells which register the page belongs to.
func (p preparePage) Place() place { return atMeetings }

// Number is what the page's messages carry.
func (p preparePage) Number() int { return p.number }

// Saving tells whether what waits is being read: keys wait.
func (p preparePage) Saving() bool { return p.stale }

// Title says what is being prepared.
func (p preparePage) Title() string { return p.d.words().Prepare.Title }

// Side holds what would be planned against the time there is.
func (p preparePage) Side() string {
	if !p.ready {
		return ""
	}
	return heldAgainst(p.d, p.what.Meeting, p.after())
}

// Update takes answers, and passes the rest to the sheet.
func (p preparePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.view = p.view.Resize(msg.width, msg.height)
	case restyledMsg:
		p.view = p.view.SetStyles(p.d.styles)
		return p.show(), nil
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return meetings.shows(string(p.id), t) }) {
			return p, nil
		}
		p.turn++
		p.stale = true
		return p, p.Init()
	case answer[register.Pending]:
		if msg.page != p.number || msg.turn != p.turn {
			return p, nil
		}
		p.stale = false
		if p.failed = ""; msg.err != nil {
			p.failed = p.d.loc.Error(msg.err)
			return p, send(failedQuietlyMsg{msg.err})
		}
		p.what, p.ready = msg.value, true
		return p.usually().show(), nil
	}
	return p, nil
}

// usually ticks what is new as its kind usually is: what only is proposed, and
// minutes that do not circulate or that an item seems to be about already, are for
// the person to choose; so are minutes and matters arising where a workshop meets,
// and all that waits where the meeting is extraordinary, and deals with its object only, or
// a second notice, which has the agenda of its first.
func (p preparePage) usually() preparePage {
	p.ticks = maps.Clone(p.ticks)
	first := func(box string, ticked bool) {
		if _, seen := p.ticks[box]; !seen {
			p.ticks[box] = ticked
		}
	}
	made := len(p.what.Items) == 0
	for _, i := range p.what.Items {
		made = made || i.Purpose != committee.NoPurpose
	}
	first(usualBox, made) // an agenda written by hand has its own opening
	usual := p.what.Meeting.Kind != committee.Extraordinary
	follows := usual && p.what.Meeting.Kind != committee.Workshop
	first(mattersBox, follows)
	for _, m := range p.what.Minutes {
		first(to(committee.KindMeeting, m.ID), follows && m.Minutes == committee.MinutesCirculated && p.what.Listed[m.ID] == "")
	}
	for _, i := range p.what.PutOff {
		here := p.what.Meeting.Kind == committee.Workshop || !i.Item.Kind.OfWorkshops() || p.what.Meeting.Group != ""
		first(to(committee.KindAgendaItem, i.Item.ID), usual && here && p.what.Meeting.Kind != committee.SecondNotice)
	}
	for _, i := range p.what.Proposed {
		first(to(committee.KindAgendaItem, i.Item.ID), false)
	}
	return p
}

// chosen is what is ticked and still waits.
func (p preparePage) chosen() register.Preparation {
	w := p.what
	c := register.Preparation{
		Template: p.ticks[usualBox] && len(w.Template) > 0, Matters: p.ticks[mattersBox] && !w.Arising && w.Matters > 0,
	}
	for _, m := range w.Minutes {
		if p.ticks[to(committee.KindMeeting, m.ID)] {
			c.Minutes = append(c.Minutes, m.ID)
		}
	}
	ticked := func(items []register.PendingItem) (ids []committee.AgendaItemID) {
		for _, i := range items {
			if p.ticks[to(committee.KindAgendaItem, i.Item.ID)] {
				ids = append(ids, i.Item.ID)
			}
		}
		return ids
	}
	c.PutOff, c.Proposed = ticked(w.PutOff), ticked(w.Proposed)
	return c
}

// after are the items that the agenda would have, in no order.
func (p preparePage) after() []committee.AgendaItem {
	c := p.chosen()
	all := append([]committee.AgendaItem{}, p.what.Items...)
	if c.Template {
		all = append(all, p.usual()...)
	}
	if c.Matters {
		all = append(all, committee.AgendaItem{Planned: register.MattersPlanned})
	}
	for _, id := range c.Minutes {
		if !p.what.Named[id] && (len(c.Minutes) > 1 || !p.what.Alone[id]) {
			all = append(all, committee.AgendaItem{Planned: register.MinutesPlanned})
		}
	}
	return append(all, p.takenUp()...)
}

// takenUp are the items that are ticked among those put off and proposed.
func (p preparePage) takenUp() (all []committee.AgendaItem) {
	for _, some := range [][]register.PendingItem{p.what.PutOff, p.what.Proposed} {
		for _, i := range some {
			if p.ticks[to(committee.KindAgendaItem, i.Item.ID)] {
				all = append(all, i.Item)
			}
		}
	}
	return all
}

// usual are the items of the template that are added: those for which nothing
// that is taken up stands, as the report of a group that was put off does.
func (p preparePage) usual() []committee.AgendaItem {
	first := 0 // the day of what has none
	if p.what.Meeting.Days() > 1 {
		first = 1
	}
	taken := p.takenUp()
	return slices.DeleteFunc(slices.Clone(p.what.Template), func(i committee.AgendaItem) bool {
		return i.Purpose == committee.NoPurpose && slices.ContainsFunc(taken, func(o committee.AgendaItem) bool {
			kind := o.Kind
			if i18n.UsualItem(o.Title).Other {
				kind = committee.AnyOtherBusiness
			}
			return kind == i.Kind && o.Group == i.Group && i.Day == first
		})
	})
}

func (p preparePage) show() preparePage {
	if p.ready {
		p.view = p.view.Set(p.blocks())
	}
	return p
}

// box is a row with a box to tick.
func (p preparePage) box(target string, parts ...string) widget.Row {
	mark := "[ ]"
	if p.ticks[target] {
		mark = "[x]"
	}
	text := strings.Join(dropEmpty(parts), " "+p.d.styles.Glyph.Dot+" ")
	return widget.Row{Label: mark, Text: text, Target: target, Long: true, Answers: true}
}

func (p preparePage) blocks() []widget.Block {
	d, w, m := p.d, p.d.words(), p.what.Meeting
	f := newFacts(d, m.Stamp, nil)
	f.rows = append(f.rows, widget.Row{Text: strings.Join(dropEmpty([]string{meetingTitle(d, m), meetingDays(d, m), meetingHours(d, m)}), " "+d.styles.Glyph.Dot+" "), Long: true, Role: theme.Strong})
	there := d.loc.Count(w.Prepare.Items, len(p.what.Items))
	if n := register.Sum(p.what.Items); n > 0 {
		there += " " + d.styles.Glyph.Dot + " " + lengthSaid(d, n)
	}
	f.fact(w.Prepare.Agenda, there)
	if over := tooMuch(d, m, p.after()); over != "" {
		f.row("", over, theme.Warn)
	}
	blocks := []widget.Block{f.block("")}
	for _, b := range []widget.Block{
		{Title: w.Prepare.Usual, Rows: p.usualRows()},
		{Title: w.Prepare.Minutes, Rows: p.minutesRows()},
		{Title: w.Prepare.Matters, Rows: p.mattersRows()},
		{Title: w.Prepare.PutOff, Rows: p.itemRows(p.what.PutOff)},
		{Title: w.Prepare.Proposed, Rows: p.itemRows(p.what.Proposed)},
	} {
		if len(b.Rows) > 0 {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 1 {
		blocks = append(blocks, widget.Block{Rows: []widget.Row{{Text: w.Prepare.Nothing, Long: true}}})
	}
	return blocks
}

// usualRows are the box of the template, then what is in it.
func (p preparePage) usualRows() []widget.Row {
	d, items := p.d, p.usual()
	if len(p.what.Template) == 0 {
		return nil
	}
	kind := i18n.Capital(d.words().States.MeetingKind[p.what.Meeting.Kind].Full)
	row := p.box(usualBox, kind, d.loc.Count(d.words().Prepare.Items, len(items)), lengthSaid(d, register.Sum(items)))
	titles := make([]string, len(items))
	for n, i := range items {
		titles[n] = i.Title
	}
	if len(titles) == 0 {
		return []widget.Row{row}
	}
	return []widget.Row{row, {Under: true, Text: strings.Join(titles, " "+d.styles.Glyph.Dot+" "), Long: true, Role: theme.Muted}}
}

func (p preparePage) minutesRows() []widget.Row {
	d := p.d
	rows := make([]widget.Row, len(p.what.Minutes))
	for n, m := range p.what.Minutes {
		note, listed := "", ""
		if m.Minutes == committee.MinutesDraft {
			note = d.words().Prepare.MinutesDraft
		}
		if title := p.what.Listed[m.ID]; title != "" {
			listed = fmt.Sprintf(d.words().Prepare.Listed, title)
		}
		rows[n] = p.box(to(committee.KindMeeting, m.ID), meetingName(d, m), d.loc.Span(m.Starts, m.Ends), minutesState(d, m.Minutes), note, listed)
	}
	return rows
}

func (p preparePage) mattersRows() []widget.Row {
	d, w := p.d, p.d.words().Prepare
	if p.what.Arising || p.what.Matters == 0 {
		return nil
	}
	return []widget.Row{p.box(mattersBox, w.MattersItem, d.loc.Count(w.Open, p.what.Matters), lengthSaid(d, register.MattersPlanned))}
}

func (p preparePage) itemRows(items []register.PendingItem) []widget.Row {
	d, w := p.d, p.d.words()
	rows := make([]widget.Row, len(items))
	for n, i := range items {
		length, where, carried := "", "", ""
		if i.Item.Planned > 0 {
			length = lengthSaid(d, i.Item.Planned)
		}
		switch {
		case i.Meeting != "":
			where = strings.TrimSpace(itemOutcome(d, i.Item.Outcome) + " " + i.Meeting)
		case !i.On.Zero():
			where = fmt.Sprintf(w.Prepare.ProposedOn, d.loc.Date(i.On))
		}
		if i.Carried > 1 {
			carried = d.loc.Count(w.Prepare.Carried, i.Carried)
		}
		rows[n] = p.box(to(committee.KindAgendaItem, i.Item.ID), i.Item.Title, length, where, carried, i.Presenter)
	}
	return rows
}

// View draws the boxes.
func (p preparePage) View() string {
	if !p.ready && p.failed != "" {
		return "\n   " + p.d.styles.Paint(theme.Bad, p.failed)
	}
	return p.view.View()
}

// Commands are the keys of the boxes.
func (p preparePage) Commands() []command {
	cmds := []command{p.turned(keymap.Move, false)}
	if focused, ok := p.view.Focused(); ok {
		cmds = append(cmds, command{key: keymap.Tick, do: func(now page, _ string) (page, tea.Cmd) {
			return tick(now, focused), nil
		}})
	}
	if p.ready {
		cmds = append(cmds, act(keymap.PrepareNow, p.off(), p.apply))
	}
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, p.turned(k, true))
	}
	return cmds
}

// tick ticks a box of a page, or takes the tick away.
func tick(now page, box string) page {
	p, ok := now.(preparePage)
	if !ok {
		return now
	}
	p.ticks = maps.Clone(p.ticks)
	p.ticks[box] = !p.ticks[box]
	return p.show()
}

func (p preparePage) turned(k keymap.Key, quiet bool) command {
	return command{key: k, quiet: quiet, do: func(now page, name string) (page, tea.Cmd) {
		s, ok := now.(preparePage)
		if !ok {
			return now, nil
		}
		s.view = scrollSheet(s.view, name)
		return s, nil
	}}
}

// off says why nothing can be put on the agenda now.
func (p preparePage) off() string {
	m := p.what.Meeting
	if said := archivedOff(p.d, committee.VerbPrepare, committee.KindMeeting, m.Stamp); said != "" {
		return said
	}
	if err := m.Allows(committee.VerbPrepare); err != nil {
		return p.d.loc.Error(err)
	}
	if c := p.chosen(); !c.Template && !c.Matters && len(c.Minutes)+len(c.PutOff)+len(c.Proposed) == 0 {
		return p.d.words().Prepare.NothingTicked
	}
	return ""
}

// apply puts what is ticked on the agenda; the page then closes.
func (p preparePage) apply() tea.Cmd {
	book, saves, m, chosen := p.d.book, p.d.saves, p.what.Meeting, p.chosen()
	said := savedMsg{
		thing: thing(committee.KindMeeting, m.ID), from: p.number,
		notice: meetingTitle(p.d, m) + " " + p.d.styles.Glyph.Dot + " " + p.d.words().Prepare.Done,
	}
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		if _, err := book.PrepareAgenda(ctx, m.ID, m.Version, chosen); err != nil {
			return failedMsg{err}
		}
		return said
	}
}
