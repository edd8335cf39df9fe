package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// settingsBook is what the settings need of the file.
type settingsBook interface {
	Committee(context.Context) (committee.Committee, error)
	SaveCommittee(context.Context, committee.Committee) (committee.Committee, error)
	Axes(context.Context, register.Query) (register.Window[register.AxisLine], error)
	Axis(context.Context, committee.AxisID) (committee.Axis, error)
	SaveAxis(context.Context, committee.Axis) (committee.Axis, error)
	copiesBook
	Names(context.Context, []committee.Thing) (register.Names, error)
}

// settingsSheet is what the page shows.
type settingsSheet struct {
	committee committee.Committee
	axes      []axisInUse
	// base counts whom the quorum may be reckoned on.
	base     map[committee.QuorumBase]int
	names    register.Names
	copies   register.Copies
	readOnly bool
}

// axisInUse is an axis with how many actions it groups.
type axisInUse struct {
	committee.Axis
	actions int
}

// everyRow is more rows than a committee's settings ever count.
const everyRow = 10_000

func readSettings(ctx context.Context, b Book) (s settingsSheet, err error) {
	s.readOnly = b.ReadOnly()
	if s.committee, err = b.Committee(ctx); err != nil {
		return s, err
	}
	for _, archived := range []bool{false, true} {
		lines, err := b.Axes(ctx, register.Query{Archived: archived, Limit: everyRow})
		if err != nil {
			return s, err
		}
		for _, l := range lines.Rows {
			a, err := b.Axis(ctx, l.ID)
			if err != nil {
				return s, err
			}
			s.axes = append(s.axes, axisInUse{a, l.Actions})
		}
	}
	if s.base, err = quorumBase(ctx, b); err != nil {
		return s, err
	}
	if s.copies, err = b.Copies(ctx); err != nil {
		return s, err
	}
	var sources []committee.Thing
	for _, p := range s.committee.Provenance {
		sources = append(sources, thing(committee.KindReference, p.Reference))
	}
	s.names, err = b.Names(ctx, sources)
	return s, err
}

// quorumBase counts the member institutions, and their full members in office.
func quorumBase(ctx context.Context, b Book) (map[committee.QuorumBase]int, error) {
	base, member := map[committee.QuorumBase]int{}, map[string]bool{}
	bodies, err := b.Institutions(ctx, register.Query{Limit: everyRow})
	if err != nil {
		return nil, err
	}
	for _, i := range bodies.Rows {
		if i.Capacity != committee.Member {
			continue
		}
		base[committee.BaseInstitutions]++
		member[committee.Institution{Name: i.Name, Acronym: i.Acronym}.Short()] = true
	}
	mandates, err := b.Mandates(ctx, register.Query{Scope: register.InForce, Limit: everyRow})
	if err != nil {
		return nil, err
	}
	for _, m := range mandates.Rows {
		if m.Kind == committee.Titular && member[m.Institution] {
			base[committee.BaseMandates]++
		}
	}
	return base, nil
}

// settingsPage shows the committee, its rules, its axes, and who the user is.
type settingsPage struct {
	d      *desk
	number int
	sheet  settingsSheet
	ready  bool
	view   widget.Sheet
	wanted string // the axis just saved, to be in focus
}

func newSettings(d *desk) page {
	return settingsPage{d: d, number: d.number(), view: widget.NewSheet(d.styles)}
}

// Init reads the settings, or reads them anew.
func (p settingsPage) Init() tea.Cmd { return ask(p.d, p.number, 0, readSettings) }

// Place tells which register the page belongs to.
func (p settingsPage) Place() place { return atSettings }

// Title names the page.
func (p settingsPage) Title() string { return p.d.words().Root.Settings }

// Update takes the answer.
func (p settingsPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.view = p.view.Resize(msg.width, msg.height)
	case restyledMsg:
		p.view = p.view.SetStyles(p.d.styles)
		return p.show(), nil
	case copiedMsg, copiesSetMsg:
		return p, p.Init()
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return slices.Contains(settingsKinds, t.Kind) }) {
			return p, nil
		}
		return p, p.Init()
	case savedMsg:
		if msg.thing.Kind == committee.KindAxis {
			p.wanted = target(msg.thing)
		}
	case answer[settingsSheet]:
		if msg.page != p.number {
			return p, nil
		}
		if msg.err != nil {
			return p, send(failedQuietlyMsg{msg.err})
		}
		p.sheet, p.ready = msg.value, true
		return p.show(), nil
	}
	return p, nil
}

func (p settingsPage) show() settingsPage {
	if !p.ready {
		return p
	}
	p.view = p.view.Set(settingsBlocks(p.d, p.sheet))
	if p.wanted != "" {
		p.view, p.wanted = p.view.Focus(p.wanted), ""
	}
	return p
}

// View draws the settings.
func (p settingsPage) View() string { return p.view.View() }

// Commands are the keys of the page, then those of the axis in focus.
func (p settingsPage) Commands() []command {
	cmds := []command{p.scroll(keymap.Move, false)}
	focused, ok := p.view.Focused()
	if ok {
		cmds = append(cmds, act(keymap.Open, "", func() tea.Cmd { return p.follow(focused) }))
	}
	cmds = append(cmds, p.d.draftsCommand())
	who := act(keymap.SameIdentity, p.d.can(committee.VerbAdd, committee.KindPerson), func() tea.Cmd { return push(newWho(p.d)) })
	if p.d.actor.Name == "" {
		cmds = append(cmds, who) // what the other screens send here for
	}
	if p.ready {
		cmds = append(cmds,
			act(keymap.Edit, p.d.can(committee.VerbRevise, committee.KindCommittee), func() tea.Cmd { return push(newCommitteeForm(p.d, p.sheet)) }),
			act(keymap.AddAxis, p.d.can(committee.VerbAdd, committee.KindAxis), func() tea.Cmd { return push(newAxisForm(p.d, committee.Axis{})) }))
	}
	if cmds = append(cmds, p.askCopies()); p.d.actor.Name != "" {
		cmds = append(cmds, who)
	}
	if p.ready && p.sheet.committee.ID != "" {
		cmds = append(cmds, quiet(act(keymap.History, "", func() tea.Cmd { return p.history(focused) })))
	}
	if a, ok := p.axis(focused); ok {
		cmds = append(cmds, putAway(p.d, thing(committee.KindAxis, a.ID), a.Stamp))
	} else {
		cmds = append(cmds, quiet(act(keymap.Archive, p.d.words().Settings.ChooseAxis, func() tea.Cmd { return nil })))
	}
	return append(cmds, p.scroll(keymap.PageDown, true), p.scroll(keymap.PageUp, true), p.scroll(keymap.Top, true), p.scroll(keymap.Bottom, true))
}

// history opens that of the axis in focus, else the committee's.
func (p settingsPage) history(focused string) tea.Cmd {
	if a, ok := p.axis(focused); ok {
		return push(newHistory(p.d, thing(committee.KindAxis, a.ID), a.Name))
	}
	return push(newHistory(p.d, thing(committee.KindCommittee, p.sheet.committee.ID), p.sheet.committee.Name))
}

// askCopies sets how many copies the file keeps of itself.
func (p settingsPage) askCopies() command {
	off := p.d.can(committee.VerbRevise, committee.KindCommittee)
	if off == "" && (p.d.keepCopies == nil || !p.ready) {
		off = p.d.words().Backup.CopiesFixed
	}
	return act(keymap.Copies, off, func() tea.Cmd { return askCopies(p.d, p.sheet.copies) })
}

func (p settingsPage) axis(focused string) (axisInUse, bool) {
	for _, a := range p.sheet.axes {
		if focused == to(committee.KindAxis, a.ID) {
			return a, true
		}
	}
	return axisInUse{}, false
}

// follow opens the form of the axis in focus, or the page of anything else.
func (p settingsPage) follow(focused string) tea.Cmd {
	a, ok := p.axis(focused)
	if !ok {
		return send(openedMsg{thingOf(focused)})
	}
	if off := archivedOff(p.d, committee.VerbRevise, committee.KindAxis, a.Stamp); off != "" {
		return send(noticedMsg{text: off, role: theme.Warn})
	}
	return push(newAxisForm(p.d, a.Axis))
}

func (p settingsPage) scroll(k keymap.Key, quiet bool) command {
	return command{key: k, quiet: quiet, do: func(now page, name string) (page, tea.Cmd) {
		s, ok := now.(settingsPage)
		if !ok {
			return now, nil
		}
		s.view = scrollSheet(s.view, name)
		return s, nil
	}}
}
