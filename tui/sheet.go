package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// sheetPage shows one thing in full: every field, its links in both
// directions, its versions and what happened to it.
type sheetPage[L, S any] struct {
	d      *desk
	n      noun[L, S]
	number int
	turn   int
	id     string
	sheet  S
	ready  bool
	stale  bool   // it is yet to be read, or the file changed since it was
	wanted string // what was just added to it: comes into focus once read
	failed string // why it could not be read
	view   widget.Sheet
}

func newSheet[L, S any](d *desk, n noun[L, S], id string) sheetPage[L, S] {
	return sheetPage[L, S]{d: d, n: n, number: d.number(), id: id, stale: true, view: widget.NewSheet(d.styles)}
}

// seeking is the page with a part of it in focus, once read.
func (p sheetPage[L, S]) seeking(target string) page {
	p.wanted = target
	return p
}

// Init reads the thing, or reads it anew.
func (p sheetPage[L, S]) Init() tea.Cmd {
	id, n := p.id, p.n
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (S, error) { return n.sheet(ctx, b, id) })
}

// Place tells which register the page belongs to.
func (p sheetPage[L, S]) Place() place { return p.n.place }

// Shows is the thing the page is about.
func (p sheetPage[L, S]) Shows() committee.Thing { return committee.Thing{Kind: p.n.kind, ID: p.id} }

// Saving tells whether the thing is being read anew: its keys wait.
func (p sheetPage[L, S]) Saving() bool { return p.stale }

// Title is what the thing is known by.
func (p sheetPage[L, S]) Title() string {
	switch {
	case p.failed != "":
		return ""
	case !p.ready:
		return p.d.words().Common.Loading
	}
	return p.n.title(p.d, p.sheet)
}

// Side says that the thing is archived, when it is.
func (p sheetPage[L, S]) Side() string {
	if p.ready && p.n.stamp(p.sheet).Archived {
		return p.d.words().Common.ArchivedState
	}
	return ""
}

// Update takes answers and passes the rest to the sheet.
func (p sheetPage[L, S]) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.view = p.view.Resize(msg.width, msg.height)
	case restyledMsg:
		p.view = p.view.SetStyles(p.d.styles)
		return p.show(), nil
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return p.n.shows(p.id, t) }) {
			return p, nil
		}
		p.turn++
		p.stale = true
		return p, p.Init()
	case savedMsg:
		if msg.thing.Kind != p.n.kind {
			p.wanted = target(msg.thing)
		}
		return p, nil
	case answer[S]:
		if msg.page != p.number || msg.turn != p.turn {
			return p, nil
		}
		p.stale = false
		if p.failed = ""; msg.err != nil {
			p.failed = p.d.loc.Error(msg.err)
			return p, send(failedQuietlyMsg{msg.err})
		}
		p.sheet, p.ready = msg.value, true
		p = p.show()
		if p.wanted != "" {
			p.view, p.wanted = p.view.Focus(p.wanted), ""
		}
		return p, nil
	}
	return p, nil
}

func (p sheetPage[L, S]) show() sheetPage[L, S] {
	if p.ready {
		p.view = p.view.Set(p.n.block(p.d, p.sheet))
	}
	return p
}

// View draws the thing.
func (p sheetPage[L, S]) View() string {
	if !p.ready && p.failed != "" {
		return "\n   " + p.d.styles.Paint(theme.Bad, p.failed)
	}
	return p.view.View()
}

// Commands are the keys of the sheet, then those of the thing.
func (p sheetPage[L, S]) Commands() []command {
	cmds := []command{p.scroll(keymap.Move, true)}
	focused, ok := p.view.Focused()
	if ok {
		cmds = append(cmds, act(keymap.Open, "", func() tea.Cmd { return p.follow(focused) }))
	}
	if p.ready {
		cmds = append(cmds, thingCommands(p.d, p.n, p.id, p.sheet, focused)...)
	}
	return append(cmds, p.scroll(keymap.PageDown, true), p.scroll(keymap.PageUp, true), p.scroll(keymap.Top, true), p.scroll(keymap.Bottom, true))
}

// follow opens what is in focus: a page of its own, or what the noun does with it.
func (p sheetPage[L, S]) follow(focused string) tea.Cmd {
	if cmd := openRest(p.d, focused, committee.Thing{Kind: p.n.kind, ID: p.id}, p.Title()); cmd != nil {
		return cmd
	}
	if p.n.visit != nil {
		if cmd := p.n.visit(p.d, p.sheet, focused); cmd != nil {
			return cmd
		}
	}
	return send(openedMsg{thingOf(focused)})
}

func (p sheetPage[L, S]) scroll(k keymap.Key, quiet bool) command {
	return command{key: k, quiet: quiet, do: func(now page, name string) (page, tea.Cmd) {
		s, ok := now.(sheetPage[L, S])
		if !ok {
			return now, nil
		}
		s.view = scrollSheet(s.view, name)
		return s, nil
	}}
}

// scrollSheet moves a sheet by the key pressed.
func scrollSheet(v widget.Sheet, name string) widget.Sheet {
	switch {
	case keymap.PageDown.Matches(name):
		return v.Page(1)
	case keymap.PageUp.Matches(name):
		return v.Page(-1)
	case keymap.Bottom.Matches(name):
		return v.Bottom()
	case name == "up" || name == "k":
		return v.Move(-1)
	case name == "down" || name == "j":
		return v.Move(1)
	}
	return v.Top()
}
