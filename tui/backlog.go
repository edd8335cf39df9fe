package tui

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// backlog are the items that are proposed and on no agenda yet. They share
// their page and their form with the items of agendas.
var backlog noun[register.PendingItem, register.AgendaItemSheet]

func init() {
	backlog = noun[register.PendingItem, register.AgendaItemSheet]{
		kind: committee.KindAgendaItem, place: atMeetings, apart: true,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.PendingItem], error) {
			return b.Proposals(ctx, q)
		},
		id:     func(l register.PendingItem) string { return string(l.Item.ID) },
		column: backlogColumns,
		empty:  func(w *i18n.Words) string { return w.Prepare.BacklogEmpty },
		sheet: func(ctx context.Context, b Book, id string) (register.AgendaItemSheet, error) {
			return b.AgendaItem(ctx, committee.AgendaItemID(id))
		},
		stamp:    func(s register.AgendaItemSheet) committee.Stamp { return s.Item.Stamp },
		title:    func(_ *desk, s register.AgendaItemSheet) string { return s.Item.Title },
		block:    itemBlocks,
		commands: itemCommands,
		create:   func(d *desk) page { return newItemForm(d, register.MeetingSheet{}, committee.AgendaItem{}) },
		edit:     func(d *desk, s register.AgendaItemSheet) page { return newItemForm(d, ofItem(s), s.Item) },
	}
}

// newBacklog is the list of the proposed items.
func newBacklog(d *desk) page {
	return newListOf(d, backlog, register.Query{}, d.words().Prepare.Backlog)
}

func backlogColumns(d *desk) []widget.Column[register.PendingItem] {
	w := d.words()
	type line = register.PendingItem
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldTitle], Min: 24, Grow: 3, Sort: "title", Cell: func(l line) string { return l.Item.Title }},
		{Title: w.Fields[committee.FieldKind], Min: 11, Drop: 2, Sort: "kind", Cell: func(l line) string { return w.States.ItemKind[l.Item.Kind].Short }},
		{Title: w.Fields[committee.FieldPresenter], Min: 12, Grow: 1, Drop: 1, Sort: "presenter", Cell: func(l line) string { return l.Presenter }},
		{Title: w.Prepare.Group, Min: 8, Drop: 4, Sort: "group", Cell: func(l line) string { return l.Group }},
		{Title: w.Prepare.InMinutes, Min: 4, Right: true, Drop: 3, Sort: "planned", Cell: func(l line) string { return number(l.Item.Planned) }},
		{Title: w.Prepare.Since, Min: 11, Sort: "since", Cell: func(l line) string { return d.loc.Date(l.On) }},
	}
}

// number writes a count; nothing for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// proposedCommands are the keys of an item that is only proposed.
func proposedCommands(d *desk, s register.AgendaItemSheet) []command {
	i := s.Item
	put := act(keymap.PutOnAgenda, archivedOff(d, committee.VerbMove, committee.KindAgendaItem, i.Stamp), func() tea.Cmd { return askAgenda(d, i) })
	still := archivedOff(d, committee.VerbMove, committee.KindAgendaItem, i.Stamp)
	cmds := []command{put}
	for _, c := range moveCommands(d, i, still, still) {
		cmds = append(cmds, quiet(c))
	}
	return cmds
}

// askAgenda asks on which agenda a proposed item is to be put.
func askAgenda(d *desk, i committee.AgendaItem) tea.Cmd {
	w := d.words()
	from := made("item_agenda", committee.KindAgendaItem, i.ID, i.Version, i)
	fields := []widget.Field{labelled(must(upcomingField(d)), w.Prepare.OnAgendaOf)}
	return prompt(d, from.by(keymap.PutOnAgenda.Show), w.Prepare.PutOn, i.Title, fields, func(v widget.Values) useCase {
		said, on := i.Title+" "+d.styles.Glyph.Dot+" "+w.Prepare.PutNotice, picked[committee.MeetingID](v, committee.FieldMeeting)
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.PutOnAgenda(ctx, i.ID, at(ctx, i.Version), on)
			return saved{thing: thing(committee.KindAgendaItem, i.ID), notice: said}, err
		}
	})
}

// upcomingField completes a meeting that is planned, convened or in session.
func upcomingField(d *desk) widget.Field {
	f, look := lookupField(d, committee.FieldMeeting, committee.KindMeeting), *d
	f.Complete = func(ctx context.Context, typed string) ([]register.Option, error) {
		w, err := look.book.Meetings(ctx, register.Query{Filter: typed, Scope: register.Upcoming, Limit: offered})
		options := make([]register.Option, len(w.Rows))
		for n, l := range w.Rows {
			options[n] = register.Option{Thing: thing(committee.KindMeeting, l.ID), Label: meetingName(&look, l), Detail: look.loc.Span(l.Starts, l.Ends)}
		}
		return options, err
	}
	return f
}

// itemTies says what an item takes up again, and whose minutes it adopts.
func itemTies(d *desk, f *facts, i committee.AgendaItem) {
	w := d.words().Prepare
	if i.From != "" {
		f.linked(w.TakesUp, thing(committee.KindAgendaItem, i.From))
	}
	if i.Concerns != "" {
		f.linked(w.Adopts, thing(committee.KindMeeting, i.Concerns))
	}
}
