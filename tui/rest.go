package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// A page shows the first rows of a long list, then how many there are more:
// that row opens the list, narrowed to what the page is about.

// restMark begins the target of such a row; the part of the page follows.
const restMark = "rest:"

// cutShort says below a list how much of it the page leaves out.
func cutShort(d *desk, b widget.Block, cut register.Cut, part register.Part) widget.Block {
	rest, ok := cut[part]
	if !ok {
		return b
	}
	w := d.words().Sheet
	said := w.Rest
	total := d.loc.Number(len(b.Rows) + rest.Rows)
	if rest.More {
		said, total = w.RestMore, total+"+"
	}
	row := widget.Row{Text: d.loc.Count(said, rest.Rows), Role: theme.Muted}
	if _, listed := restLists[part]; listed {
		row.Target = restMark + string(part)
	}
	b.Rows, b.Count = append(b.Rows, row), total
	return b
}

// restLists open the lists that pages show the beginning of.
var restLists = map[register.Part]func(d *desk, of committee.Thing, name string) page{
	register.PartActions: func(d *desk, of committee.Thing, name string) page {
		q := register.Query{Of: of}
		if of.Kind == committee.KindFunction {
			q.Scope = register.Open // what its page shows
		}
		return newListOf(d, actions, q, name)
	},
	register.PartSupported: func(d *desk, of committee.Thing, name string) page {
		return newListOf(d, actions, register.Query{Of: of, Scope: register.Supported}, name)
	},
	register.PartRecommendations: func(d *desk, of committee.Thing, name string) page {
		return newListOf(d, recommendations, register.Query{Of: of}, name)
	},
	register.PartDecisions: func(d *desk, of committee.Thing, name string) page {
		return newListOf(d, decisions, register.Query{Of: of}, name)
	},
	register.PartMeetings: func(d *desk, of committee.Thing, name string) page {
		return newListOf(d, meetings, register.Query{Of: of}, name)
	},
	register.PartFunctions: func(d *desk, of committee.Thing, name string) page {
		return newListOf(d, functions, register.Query{Of: of}, name)
	},
}

// openRest opens the list behind such a row; nil when the target is another.
func openRest(d *desk, target string, of committee.Thing, name string) tea.Cmd {
	part, ok := strings.CutPrefix(target, restMark)
	if !ok {
		return nil
	}
	if open, ok := restLists[register.Part(part)]; ok {
		return push(open(d, of, name))
	}
	return nil
}
