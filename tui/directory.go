package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// directoryBook is what the directory needs of the file.
type directoryBook interface {
	Institutions(context.Context, register.Query) (register.Window[register.InstitutionLine], error)
	Institution(context.Context, committee.InstitutionID) (register.InstitutionSheet, error)
	SaveInstitution(context.Context, committee.Institution) (committee.Institution, error)
	Functions(context.Context, register.Query) (register.Window[register.FunctionLine], error)
	Function(context.Context, committee.FunctionID) (register.FunctionSheet, error)
	SaveFunction(context.Context, committee.Function) (committee.Function, error)
	People(context.Context, register.Query) (register.Window[register.PersonLine], error)
	Person(context.Context, committee.PersonID) (register.PersonSheet, error)
	SavePerson(context.Context, committee.Person) (committee.Person, error)
	Mandates(context.Context, register.Query) (register.Window[register.MandateLine], error)
	Mandate(context.Context, committee.MandateID) (committee.Mandate, error)
	SaveMandate(context.Context, committee.Mandate) (committee.Mandate, error)
	EndMandate(ctx context.Context, id committee.MandateID, version int, on committee.Date) (committee.Mandate, error)
	Groups(context.Context, register.Query) (register.Window[register.GroupLine], error)
	Group(context.Context, committee.GroupID) (register.GroupSheet, error)
	SaveGroup(context.Context, committee.Group) (committee.Group, error)
}

// directoryPage holds the four lists of the directory, one of them in sight.
type directoryPage struct {
	d     *desk
	tabs  []page
	at    int
	width int
}

func newDirectory(d *desk) page {
	return directoryPage{d: d, tabs: []page{newList(d, institutions), newList(d, functions), newList(d, people), newList(d, groups)}}
}

// Init loads the lists.
func (p directoryPage) Init() tea.Cmd {
	cmds := make([]tea.Cmd, len(p.tabs))
	for i, t := range p.tabs {
		cmds[i] = t.Init()
	}
	return tea.Batch(cmds...)
}

// Place tells which register the page belongs to.
func (p directoryPage) Place() place { return atDirectory }

// Title is that of the list in sight.
func (p directoryPage) Title() string { return p.tabs[p.at].Title() }

// Typing tells whether a filter is being typed.
func (p directoryPage) Typing() bool { return typing(p.tabs[p.at]) }

// Saving tells whether the list in sight is still to come.
func (p directoryPage) Saving() bool {
	s, ok := p.tabs[p.at].(saver)
	return ok && s.Saving()
}

// Side is that of the list in sight.
func (p directoryPage) Side() string {
	if s, ok := p.tabs[p.at].(sider); ok {
		return s.Side()
	}
	return ""
}

// Update hands typing to the list in sight and all else to every list.
func (p directoryPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return p.turned(func(now page) (page, tea.Cmd) { return now.Update(msg) })
	case areaMsg:
		p.width = m.width
		msg = areaMsg{width: m.width, height: max(m.height-1, 1)}
	}
	cmds := make([]tea.Cmd, len(p.tabs))
	p.tabs = slices.Clone(p.tabs)
	for i, t := range p.tabs {
		p.tabs[i], cmds[i] = t.Update(msg)
	}
	return p, tea.Batch(cmds...)
}

// turned replaces the list in sight by what a turn makes of it.
func (p directoryPage) turned(turn func(page) (page, tea.Cmd)) (page, tea.Cmd) {
	next, cmd := turn(p.tabs[p.at])
	p.tabs = slices.Clone(p.tabs)
	p.tabs[p.at] = next
	return p, cmd
}

// Commands are those of the list in sight, and the key that goes to the next.
func (p directoryPage) Commands() []command {
	cmds := slices.Clone(p.tabs[p.at].Commands())
	for i, c := range cmds {
		if c.do == nil {
			continue
		}
		cmds[i].do = func(now page, pressed string) (page, tea.Cmd) {
			dir, ok := now.(directoryPage)
			if !ok {
				return now, nil
			}
			return dir.turned(func(list page) (page, tea.Cmd) { return c.do(list, pressed) })
		}
	}
	if p.Typing() {
		return cmds
	}
	next := command{key: keymap.Tab, do: func(now page, pressed string) (page, tea.Cmd) {
		dir, ok := now.(directoryPage)
		if !ok {
			return now, nil
		}
		step := 1
		if pressed == "shift+tab" {
			step = len(dir.tabs) - 1
		}
		dir.at = (dir.at + step) % len(dir.tabs)
		return dir, nil
	}}
	return slices.Insert(cmds, min(2, len(cmds)), next)
}

// View draws the names of the lists, then the one in sight.
func (p directoryPage) View() string {
	w, s := p.d.words().Directory, p.d.styles
	names := []string{w.Institutions, w.Functions, w.People, w.Groups}
	for i, name := range names {
		if i == p.at {
			names[i] = s.Paint(theme.Strong, s.Glyph.Current+" "+name)
		} else {
			names[i] = s.Paint(theme.Muted, "  "+name)
		}
	}
	return ansi.Truncate(" "+strings.Join(names, "  "), p.width, s.Glyph.Ellipsis) + "\n" + p.tabs[p.at].View()
}
