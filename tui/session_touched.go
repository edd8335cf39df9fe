package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// readItem is an item that is not under way, and what it touches: of the one
// under way, the session tells.
type readItem struct {
	item    committee.AgendaItemID
	touches register.Touched
}

// touched is what the item in sight touches; false while that is not known.
func (p sessionPage) touched() (register.Touched, bool) {
	if at := p.session.Current(); at >= 0 && p.session.Items[at].ID == p.item {
		return p.session.Touched, true
	}
	return p.beside.touches, p.beside.item == p.item
}

// looks asks what the item in sight touches where that is not known.
func (p sessionPage) looks() tea.Cmd {
	if _, known := p.touched(); known || !p.ready || p.item == "" {
		return nil
	}
	item := p.item
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (readItem, error) {
		t, err := b.Touched(ctx, item)
		return readItem{item, t}, err
	})
}

// looking looks, after a key, at what the item then in sight touches.
func looking(cmds []command) []command {
	for n, c := range cmds {
		if c.do == nil {
			continue
		}
		cmds[n].do = func(now page, name string) (page, tea.Cmd) { return looked(c.do(now, name)) }
	}
	return cmds
}

func looked(next page, cmd tea.Cmd) (page, tea.Cmd) {
	if s, ok := next.(sessionPage); ok {
		return s, tea.Batch(cmd, s.looks())
	}
	return next, cmd
}
