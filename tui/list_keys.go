package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// Commands are the keys of the list, then those of the chosen thing.
func (p listPage[L, S]) Commands() []command {
	if p.typing {
		return []command{{key: keymap.Move}, {key: keymap.CompletionTake, word: p.d.words().List.KeepFilter}, {key: keymap.Back, word: p.d.words().List.ClearFilter}}
	}
	cmds := []command{p.browse(keymap.Move, false)}
	if p.chosen != "" {
		cmds = append(cmds, act(keymap.Open, "", p.openChosen))
	}
	if p.n.create != nil {
		cmds = append(cmds, act(keymap.New, p.d.can(committee.VerbAdd, p.n.kind), func() tea.Cmd { return push(p.n.create(p.d)) }))
	}
	cmds = append(cmds, p.turnCommand(keymap.Filter, p.startFilter))
	if p.browser.Query().Filter != "" {
		cmds = append(cmds, p.turnCommand(keymap.Back, func(p listPage[L, S]) (page, tea.Cmd) {
			p.filter.SetValue("")
			return p.asked("")
		}))
	}
	if len(p.n.scopes) > 1 {
		cmds = append(cmds, p.turnCommand(keymap.Scope, p.nextScope))
	}
	cmds = append(cmds, p.chosenCommands()...)
	if p.n.also != nil {
		cmds = append(cmds, p.n.also(p.d)...)
	}
	cmds = append(cmds,
		quiet(p.turnCommand(keymap.Sort, func(p listPage[L, S]) (page, tea.Cmd) { return p.browsed(p.browser.SortNext()) })),
		quiet(p.turnCommand(keymap.Reverse, func(p listPage[L, S]) (page, tea.Cmd) { return p.browsed(p.browser.Reverse()) })),
		quiet(p.turnCommand(keymap.Archived, func(p listPage[L, S]) (page, tea.Cmd) {
			q := p.browser.Query()
			q.Archived = !q.Archived
			return p.query(q)
		})),
		p.browse(keymap.PageDown, false), p.browse(keymap.PageUp, false), p.browse(keymap.Top, false), p.browse(keymap.Bottom, false))
	return cmds
}

// turnCommand is a command that turns the list into its next value.
func (p listPage[L, S]) turnCommand(k keymap.Key, turn func(listPage[L, S]) (page, tea.Cmd)) command {
	return command{key: k, do: func(now page, _ string) (page, tea.Cmd) {
		list, ok := now.(listPage[L, S])
		if !ok {
			return now, nil
		}
		return turn(list)
	}}
}

// browse is a command that moves the cursor; Move stands for both directions
// in the footer and its keys are dispatched one by one.
func (p listPage[L, S]) browse(k keymap.Key, footer bool) command {
	return command{key: k, quiet: !footer, do: func(now page, name string) (page, tea.Cmd) {
		list, ok := now.(listPage[L, S])
		if !ok {
			return now, nil
		}
		switch {
		case keymap.PageDown.Matches(name):
			return list.browsed(list.browser.Page(1))
		case keymap.PageUp.Matches(name):
			return list.browsed(list.browser.Page(-1))
		case keymap.Bottom.Matches(name):
			return list.browsed(list.browser.Bottom())
		case name == "up" || name == "k":
			return list.move(-1)
		case name == "down" || name == "j":
			return list.move(1)
		}
		return list.browsed(list.browser.Top())
	}}
}

func (p listPage[L, S]) browsed(b widget.Browser[L], cmd tea.Cmd) (page, tea.Cmd) {
	p.browser = b
	next, rest := p.rest(false)
	return next, tea.Batch(cmd, rest)
}

func (p listPage[L, S]) openChosen() tea.Cmd {
	return send(openedMsg{committee.Thing{Kind: p.n.kind, ID: p.chosen}})
}

func (p listPage[L, S]) startFilter(now listPage[L, S]) (page, tea.Cmd) {
	now.typing = true
	now.filter.SetValue(now.browser.Query().Filter)
	now.filter.CursorEnd()
	focus := now.filter.Focus()
	next, cmd := now.resize()
	return next, tea.Batch(focus, cmd)
}

func (p listPage[L, S]) nextScope(now listPage[L, S]) (page, tea.Cmd) {
	now.scope = (now.scope + 1) % len(now.n.scopes)
	q := now.browser.Query()
	q.Scope = now.n.scopes[now.scope]
	return now.query(q)
}

// chosenCommands are those of the chosen thing. Until its sheet is read, the
// keys of the last one stand in the footer, and one that is pressed waits for
// the sheet rather than being lost.
func (p listPage[L, S]) chosenCommands() []command {
	if p.chosen == "" {
		return nil
	}
	cmds := thingCommands(p.d, p.n, p.chosen, p.sheet, "")
	if p.ready {
		return cmds
	}
	for i, c := range cmds {
		c.quiet = c.quiet || !p.known || c.off != ""
		c.off = ""
		c.do = func(now page, name string) (page, tea.Cmd) { return now, p.fetch(name) }
		cmds[i] = c
	}
	return cmds
}

// fetch reads the chosen thing for the key that was pressed.
func (p listPage[L, S]) fetch(press string) tea.Cmd {
	book, number, id, n := p.d.book, p.number, p.chosen, p.n
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		s, err := n.sheet(ctx, book, id)
		return heldMsg[S]{page: number, id: id, press: press, sheet: s, err: err}
	}
}

// thingCommands are the keys of one thing: its own, then edit and archive.
func thingCommands[L, S any](d *desk, n noun[L, S], id string, s S, target string) []command {
	t := committee.Thing{Kind: n.kind, ID: id}
	var cmds []command
	if n.commands != nil {
		cmds = n.commands(d, s, target)
	}
	cmds = append(cmds, quiet(act(keymap.History, "", func() tea.Cmd { return push(newHistory(d, t, n.title(d, s))) })))
	stamp := n.stamp(s)
	if n.edit != nil {
		off := d.can(committee.VerbRevise, n.kind)
		if off == "" && n.fixed != nil {
			off = n.fixed(d, s)
		}
		if off == "" && stamp.Archived {
			off = d.loc.Error(&committee.RefusedError{Verb: committee.VerbRevise, Kind: n.kind, Reason: committee.ReasonIsArchived})
		}
		cmds = append(cmds, act(keymap.Edit, off, func() tea.Cmd { return push(n.edit(d, s)) }))
	}
	for _, c := range cmds {
		if c.key.Show == keymap.Archive.Show {
			return cmds // the key acts on the line in focus
		}
	}
	return append(cmds, putAway(d, t, stamp))
}
