package tui

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// visitedMsg says that it is known when the person was here last.
type visitedMsg struct{}

// visited asks when whoever acts was here last.
func (r root) visited() tea.Cmd {
	last, actor := r.cfg.Visited, r.d.actor
	if last == nil || r.d.book == nil {
		return nil
	}
	return func() tea.Msg {
		v := last(actor)
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) {
			if r.d.actor != actor {
				return r, nil
			}
			r.d.visit = v
			return r.tell(visitedMsg{})
		}}
	}
}

// askSince counts what others changed since the last visit; nothing is asked
// before it is known when that was, nor at a first one.
func (p homePage) askSince() tea.Cmd {
	seen := p.d.visit
	if seen.At == "" {
		return nil
	}
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.Since, error) { return b.Since(ctx, seen.Seq) })
}

// sinceView is the target of the journal on the changes since the last visit.
const sinceView = "view:journal:" + string(register.SinceVisit)

// sinceVisit is what others changed since the last visit; none at a first one.
func (p homePage) sinceVisit() []widget.Block {
	w := p.d.words().Journal
	at, err := time.Parse(time.RFC3339, p.d.visit.At)
	if err != nil || p.since == nil {
		return nil
	}
	b := widget.Block{Title: p.d.loc.Since(at.In(p.d.now().Location()), p.d.today()), Empty: w.NoChange}
	if n := p.since.Total; n > 0 {
		said := p.d.loc.Count(w.Changes, n)
		if p.since.More {
			said = fmt.Sprintf(w.ManyChanges, p.d.loc.Number(n))
		}
		var groups []string
		for _, g := range p.since.Groups {
			groups = append(groups, p.d.loc.Count(w.GroupCounts[g.Group], g.Count))
		}
		b.Rows = []widget.Row{{Text: said + p.d.words().Sheet.Colon + strings.Join(groups, ", "), Target: sinceView, Role: theme.Text, Long: true}}
	}
	return []widget.Block{b}
}
