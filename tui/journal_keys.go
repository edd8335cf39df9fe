package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// Commands are the keys of the list, or of the chosen line's page.
func (p journalPage) Commands() []command {
	w := p.d.words()
	switch {
	case p.typing:
		return []command{{key: keymap.Move}, {key: keymap.CompletionTake, word: w.List.KeepFilter}, {key: keymap.Back, word: w.List.ClearFilter}}
	case p.reading:
		return p.readingCommands()
	}
	cmds := []command{p.browse(keymap.Move)}
	if line, ok := p.browser.Selected(); ok {
		cmds = append(cmds, p.openCommand(line))
	}
	if p.browser.Query().Of.Zero() {
		cmds = append(cmds, p.turnCommand(keymap.Scope, p.nextView))
	}
	cmds = append(cmds, p.turnCommand(keymap.Filter, p.startFilter), act(keymap.Narrow, "", p.choose))
	if q := p.browser.Query(); q.Filter != "" || q.Journal.Narrows() {
		cmds = append(cmds, p.turnCommand(keymap.Back, func(p journalPage) (page, tea.Cmd) { return p.widen() }))
	}
	tab := p.turnCommand(keymap.Tab, func(p journalPage) (page, tea.Cmd) { return p.focus(true), nil })
	tab.word = w.Journal.Read
	cmds = append(cmds, tab)
	if line, ok := p.browser.Selected(); ok && !line.Cut && line.Thing != p.browser.Query().Of {
		cmds = append(cmds, quiet(act(keymap.History, "", func() tea.Cmd { return push(newHistory(p.d, line.Thing, lineName(p.d, line))) })))
	}
	return append(cmds, quiet(p.browse(keymap.PageDown)), quiet(p.browse(keymap.PageUp)), quiet(p.browse(keymap.Top)), quiet(p.browse(keymap.Bottom)))
}

// readingCommands are those of the chosen line's page.
func (p journalPage) readingCommands() []command {
	scroll := func(k keymap.Key) command {
		return command{key: k, do: func(now page, name string) (page, tea.Cmd) {
			j, ok := now.(journalPage)
			if ok {
				j.aside = scrollSheet(j.aside, name)
				return j, nil
			}
			return now, nil
		}}
	}
	cmds := []command{scroll(keymap.Move)}
	if focused, ok := p.aside.Focused(); ok {
		cmds = append(cmds, act(keymap.Open, "", func() tea.Cmd { return send(openedMsg{thingOf(focused)}) }))
	}
	back := func(k keymap.Key) command {
		c := p.turnCommand(k, func(p journalPage) (page, tea.Cmd) { return p.focus(false), nil })
		c.word = p.d.words().Journal.Back
		return c
	}
	return append(cmds, back(keymap.Back), quiet(back(keymap.Tab)),
		quiet(scroll(keymap.PageDown)), quiet(scroll(keymap.PageUp)), quiet(scroll(keymap.Top)), quiet(scroll(keymap.Bottom)))
}

// focus gives the keys to the line's page, or back to the list.
func (p journalPage) focus(reading bool) journalPage {
	p.reading = reading
	p.aside = p.aside.SetActive(reading)
	return p
}

// turnCommand is a command that turns the page into its next value.
func (p journalPage) turnCommand(k keymap.Key, turn func(journalPage) (page, tea.Cmd)) command {
	return command{key: k, do: func(now page, _ string) (page, tea.Cmd) {
		j, ok := now.(journalPage)
		if !ok {
			return now, nil
		}
		return turn(j)
	}}
}

// openCommand opens what the line is about; in a history, which is about it
// already, it goes to what the line changed. At the place where a search
// stopped it goes on.
func (p journalPage) openCommand(line register.JournalLine) command {
	w := p.d.words().Journal
	switch {
	case line.Cut:
		c := p.turnCommand(keymap.Open, func(p journalPage) (page, tea.Cmd) { return p.deeper() })
		c.word = w.Deeper
		return c
	case line.Thing == p.browser.Query().Of:
		c := p.turnCommand(keymap.Open, func(p journalPage) (page, tea.Cmd) { return p.focus(true), nil })
		c.word = w.Read
		return c
	case line.Name.Gone:
		return act(keymap.Open, p.d.words().Sheet.NotFound, func() tea.Cmd { return nil })
	}
	return act(keymap.Open, "", func() tea.Cmd { return p.follow(line.Thing) })
}

// follow opens a thing; what has no page of its own opens the page that shows
// it.
func (p journalPage) follow(t committee.Thing) tea.Cmd {
	if newPage(p.d, t) != nil {
		return send(openedMsg{t})
	}
	switch t.Kind {
	case committee.KindCommittee, committee.KindAxis:
		return push(newSettings(p.d))
	}
	for _, c := range p.sheet.Changes {
		if p.ready && c.Thing == t {
			if owner := ownerTold(c); !owner.Zero() {
				return send(openedMsg{owner})
			}
		}
	}
	return send(noticedMsg{text: p.d.words().Root.NoPage, role: theme.Warn})
}

// browse is a command that moves the cursor.
func (p journalPage) browse(k keymap.Key) command {
	return command{key: k, do: func(now page, name string) (page, tea.Cmd) {
		j, ok := now.(journalPage)
		if !ok {
			return now, nil
		}
		switch {
		case keymap.PageDown.Matches(name):
			return j.browsed(j.browser.Page(1))
		case keymap.PageUp.Matches(name):
			return j.browsed(j.browser.Page(-1))
		case keymap.Bottom.Matches(name):
			return j.browsed(j.browser.Bottom())
		case name == "up" || name == "k":
			return j.move(-1)
		case name == "down" || name == "j":
			return j.move(1)
		}
		return j.browsed(j.browser.Top())
	}}
}

func (p journalPage) startFilter(now journalPage) (page, tea.Cmd) {
	now.typing = true
	now.filter.SetValue(now.browser.Query().Filter)
	now.filter.CursorEnd()
	focus := now.filter.Focus()
	next, cmd := now.resize()
	return next, tea.Batch(focus, cmd)
}

func (p journalPage) nextView(now journalPage) (page, tea.Cmd) {
	q, views := now.browser.Query(), now.views()
	at := 0
	for i, v := range views {
		if v == q.Scope {
			at = i
		}
	}
	q.Scope, q.Journal.Deep = views[(at+1)%len(views)], 0
	return now.query(q)
}

// widen shows every line again.
func (p journalPage) widen() (page, tea.Cmd) {
	p.filter.SetValue("")
	q := p.browser.Query()
	q.Filter, q.Journal = "", register.JournalFilter{Seen: q.Journal.Seen}
	return p.query(q)
}

func (p journalPage) narrow(f register.JournalFilter) (page, tea.Cmd) {
	q := p.browser.Query()
	f.Seen = q.Journal.Seen
	q.Journal = f
	return p.query(q)
}

// choose asks which lines are wanted, once it is known who signed any.
func (p journalPage) choose() tea.Cmd {
	book, number, now := p.d.book, p.number, p.browser.Query().Journal
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		authors, err := book.JournalAuthors(ctx)
		if err != nil {
			return failedQuietlyMsg{err}
		}
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) { return r.Update(askedMsg{newChooser(r.d, number, now, authors)}) }}
	}
}
