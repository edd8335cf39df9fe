package tui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// agendaItems are the points of the agendas; they are reached from their
// meeting and have no list of their own.
var agendaItems noun[struct{}, register.AgendaItemSheet]

func init() {
	agendaItems = noun[struct{}, register.AgendaItemSheet]{
		kind: committee.KindAgendaItem, place: atMeetings,
		sheet: func(ctx context.Context, b Book, id string) (register.AgendaItemSheet, error) {
			return b.AgendaItem(ctx, committee.AgendaItemID(id))
		},
		stamp:    func(s register.AgendaItemSheet) committee.Stamp { return s.Item.Stamp },
		title:    func(_ *desk, s register.AgendaItemSheet) string { return s.Item.Title },
		block:    itemBlocks,
		commands: itemCommands,
		edit:     func(d *desk, s register.AgendaItemSheet) page { return newItemForm(d, ofItem(s), s.Item) },
		fixed: func(d *desk, s register.AgendaItemSheet) string {
			return recordOff(d, committee.VerbRevise, committee.KindAgendaItem, s.Meeting, s.Item.Stamp)
		},
		visit: func(d *desk, s register.AgendaItemSheet, target string) tea.Cmd {
			return visitRecord(d, ofItem(s), target)
		},
	}
}

// ofItem is what an item's sheet knows of its meeting, as a meeting's sheet.
func ofItem(s register.AgendaItemSheet) register.MeetingSheet {
	return register.MeetingSheet{Meeting: s.Meeting, Items: []committee.AgendaItem{s.Item}, Entries: s.Entries, Names: s.Names}
}

// itemOutcome writes how an item ended as a glyph and a word.
func itemOutcome(d *desk, o committee.ItemOutcome) string {
	g := d.styles.Glyph
	mark := map[committee.ItemOutcome]string{
		committee.Pending: g.Open, committee.DealtWith: g.Validated, committee.PutOff: g.Arrow,
		committee.ItemWithdrawn: g.Abandoned, committee.Referred: g.Arrow,
	}[o]
	return mark + " " + d.words().States.ItemOutcome[o].Short
}

// agendaBlock lists the items in order, each to be walked to; the days of a
// workshop stand between them.
func agendaBlock(d *desk, s register.MeetingSheet) widget.Block {
	w, m := d.words(), s.Meeting
	held := m.State == committee.InSession || m.State == committee.Adjourned
	var rows []widget.Row
	day := 0
	for i, item := range s.Items {
		if item.Day != day && m.Days() > 1 {
			day = item.Day
			rows = append(rows, widget.Row{Text: dayHeld(d, m, day, s.Items), Role: theme.Accent})
		}
		row := widget.Row{
			Label: itemLabel(d, i+1, len(s.Items), item, held), Text: itemSaid(d, item), Target: to(committee.KindAgendaItem, item.ID), Long: true,
		}
		if item.Outcome != committee.Pending {
			row.Role = theme.Muted
		}
		rows = append(rows, row)
	}
	b := widget.Block{Title: w.Meeting.Agenda, Count: strconv.Itoa(len(s.Items)), Rows: rows, Empty: w.Meeting.NoItem}
	if said := heldAgainst(d, m, s.Items); said != "" {
		b.Count += " " + d.styles.Glyph.Dot + " " + said
	}
	if over := tooMuch(d, m, s.Items); over != "" && !held {
		b.Rows = append(b.Rows, widget.Row{Text: over, Role: theme.Warn})
	}
	return b
}

// itemLabel is the number of an item, then how it ended. Before the session
// nothing has been dealt with yet, and saying so on each row would say nothing.
func itemLabel(d *desk, n, of int, item committee.AgendaItem, held bool) string {
	number := fmt.Sprintf("%*d", len(strconv.Itoa(of)), n)
	if !held && item.Outcome == committee.Pending {
		return number
	}
	return number + "  " + itemOutcome(d, item.Outcome)
}

// itemSaid is an item in one row.
func itemSaid(d *desk, item committee.AgendaItem) string {
	parts := []string{item.Title}
	if item.Planned > 0 {
		parts = append(parts, d.loc.Count(d.words().Meeting.Length, item.Planned))
	}
	parts = append(parts, d.words().States.ItemKind[item.Kind].Full)
	return strings.Join(parts, " "+d.styles.Glyph.Dot+" ")
}

// dayName is a day of a meeting with its date.
func dayName(d *desk, m committee.Meeting, day int) string {
	if day == 0 {
		return fmt.Sprintf(d.words().Meeting.Day, d.words().Agenda.NoDay)
	}
	return fmt.Sprintf(d.words().Meeting.Day, strconv.Itoa(day)) + " " + d.styles.Glyph.Dot + " " + d.loc.DateLong(m.Starts.Add(day-1))
}

func itemBlocks(d *desk, s register.AgendaItemSheet) []widget.Block {
	w, i := d.words(), s.Item
	f := newFacts(d, i.Stamp, s.Names)
	f.rows = append(f.rows, widget.Row{Text: i.Title, Long: true, Role: theme.Strong})
	f.term(committee.FieldKind, w.States.ItemKind[i.Kind], i.Kind != "")
	if i.Proposed() {
		f.row(w.Fields[committee.FieldState], w.Prepare.State, theme.Text)
	} else {
		f.rows = slices.Insert(f.rows, 1, widget.Row{
			Label: w.Fields[committee.FieldMeeting], Text: meetingTitle(d, s.Meeting), Target: to(committee.KindMeeting, i.Meeting),
		})
		f.row(w.Fields[committee.FieldOutcome], itemOutcome(d, i.Outcome), theme.Text)
	}
	itemTies(d, f, i)
	if i.ReferredTo != "" {
		f.linked(w.Agenda.ReferredTo, thing(committee.KindGroup, i.ReferredTo))
	}
	if i.Note != "" {
		f.fact(noteLabel(d, i.Outcome), i.Note)
	}
	if s.Meeting.Days() > 1 {
		day := ""
		if i.Day > 0 {
			day = dayName(d, s.Meeting, i.Day)
		}
		f.text(committee.FieldDay, day)
	}
	planned := ""
	if i.Planned > 0 {
		planned = d.loc.Count(w.Meeting.Length, i.Planned)
	}
	f.text(committee.FieldPlanned, planned).link(committee.FieldPresenter, thing(committee.KindFunction, i.Presenter))
	if i.Group != "" {
		f.link(committee.FieldGroup, thing(committee.KindGroup, i.Group))
	}
	f.ifAny(committee.FieldText, i.Text)
	if i.Proposed() {
		return append([]widget.Block{f.block("")}, provenance(d, i.Stamp, s.Names)...)
	}
	blocks := []widget.Block{
		f.block(""),
		listed(w.Meeting.Entries, entryRows(d, s.Entries, s.Names), w.Meeting.NoEntry),
		cutShort(d, listed(w.Root.Recommendations, recommendationRows(d, s.Recommendations), w.Meeting.NoRecommendation), s.Cut, register.PartRecommendations),
		cutShort(d, listed(w.Root.Decisions, decisionRows(d, s.Decisions), w.Meeting.NoDecision), s.Cut, register.PartDecisions),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Meeting.NoAction), s.Cut, register.PartActions),
	}
	return append(blocks, provenance(d, i.Stamp, s.Names)...)
}

// recordOff says why the record of a meeting may not be changed now.
func recordOff(d *desk, verb committee.Verb, kind committee.Kind, m committee.Meeting, s committee.Stamp) string {
	if said := archivedOff(d, verb, kind, s); said != "" {
		return said
	}
	if !m.RecordOpen() {
		return d.loc.Error(&committee.RefusedError{Verb: verb, Kind: kind, Reason: committee.ReasonMeetingClosed})
	}
	return ""
}

// itemCommands are the keys of an agenda item; the record comes first, as it
// is what a session asks for.
func itemCommands(d *desk, s register.AgendaItemSheet, target string) []command {
	i, m := s.Item, ofItem(s)
	if i.Proposed() {
		return proposedCommands(d, s)
	}
	cmds := []command{
		act(keymap.AddEntry, recordOff(d, committee.VerbAdd, committee.KindEntry, s.Meeting, i.Stamp), func() tea.Cmd {
			return push(newEntryForm(d, m, committee.Entry{Item: i.ID}))
		}),
		settleItem(d, s, keymap.Dealt, committee.DealtWith),
	}
	cmds = append(append(cmds, itemQuestions(d, s)...), settleItem(d, s, keymap.Pending, committee.Pending))
	cmds = append(cmds, followCommands(d, m, i.ID, i.Stamp)...)
	still := recordOff(d, committee.VerbMove, committee.KindAgendaItem, s.Meeting, i.Stamp)
	cmds = append(cmds, moveCommands(d, i, still, still)...)
	first := []keymap.Key{keymap.AddEntry, keymap.Dealt, keymap.PutOff, keymap.AddDecision, keymap.AddRecommendation, keymap.MakeAction}
	if i.Outcome != committee.Pending {
		first = []keymap.Key{keymap.AddEntry, keymap.Pending, keymap.AddDecision, keymap.AddRecommendation, keymap.MakeAction}
	}
	return append(lineCommands(d, m, target), ahead(cmds, first...)...)
}

// itemQuestions are the outcomes that ask something first.
func itemQuestions(d *desk, s register.AgendaItemSheet) []command {
	return []command{
		settleItem(d, s, keymap.PutOff, committee.PutOff),
		settleItem(d, s, keymap.Refer, committee.Referred),
		settleItem(d, s, keymap.WithdrawItem, committee.ItemWithdrawn),
	}
}

// moveCommands move an item up and down its agenda; up and down say why it
// cannot go that way.
func moveCommands(d *desk, i committee.AgendaItem, up, down string) []command {
	move := func(by int) func() tea.Cmd {
		return func() tea.Cmd {
			said := i.Title + " " + d.styles.Glyph.Dot + " " + d.words().Agenda.Moved
			return carry(d, said, func(ctx context.Context, b Book) (committee.Thing, error) {
				_, err := b.MoveAgendaItem(ctx, i.ID, at(ctx, i.Version), by)
				return thing(committee.KindAgendaItem, i.ID), err
			})
		}
	}
	return []command{act(keymap.MoveUp, up, move(-1)), act(keymap.MoveDown, down, move(1))}
}

// noteLabel names the note on how an item ended: most often it is the reason.
func noteLabel(d *desk, o committee.ItemOutcome) string {
	return cmp.Or(d.words().Agenda.Why[o], d.words().Agenda.Note)
}

// settleItem is the command that says how an item ended. What ends it outside the
// session may be explained; a referral names the group.
func settleItem(d *desk, s register.AgendaItemSheet, k keymap.Key, o committee.ItemOutcome) command {
	w, i := d.words(), s.Item
	off := recordOff(d, committee.VerbSettle, committee.KindAgendaItem, s.Meeting, i.Stamp)
	if off == "" && i.Outcome == o {
		off = fmt.Sprintf(w.Agenda.Already, w.States.ItemOutcome[o].Full)
	}
	if err := s.Meeting.AllowsOutcome(o, d.today()); off == "" && err != nil {
		off = d.loc.Error(err)
	}
	note := labelled(lineField(d, committee.FieldRemarks, ""), noteLabel(d, o))
	note.Max = 4 * committee.MaxLine
	switch o {
	case committee.PutOff:
		return askItem(d, i, k, off, o, w.Agenda.PutOff, []widget.Field{note})
	case committee.ItemWithdrawn:
		return askItem(d, i, k, off, o, w.Agenda.Withdraw, []widget.Field{note})
	case committee.Referred:
		group := labelled(must(lookupField(d, committee.FieldGroup, committee.KindGroup)), w.Agenda.ReferredTo)
		return askItem(d, i, k, off, o, w.Agenda.Refer, []widget.Field{group, note})
	}
	return act(k, off, func() tea.Cmd {
		kept := i.NoteKept(o)
		return carry(d, settledNotice(d, i, o), func(ctx context.Context, b Book) (committee.Thing, error) {
			_, err := b.SettleAgendaItem(ctx, i.ID, at(ctx, i.Version), o, "", kept)
			return thing(committee.KindAgendaItem, i.ID), err
		})
	})
}

func askItem(d *desk, i committee.AgendaItem, k keymap.Key, off string, o committee.ItemOutcome, title string, fields []widget.Field) command {
	return act(k, off, func() tea.Cmd {
		from := made("item_outcome", committee.KindAgendaItem, i.ID, i.Version, i)
		return prompt(d, from.by(k.Show), title, i.Title, fields, func(v widget.Values) useCase {
			said := settledNotice(d, i, o)
			group, note := picked[committee.GroupID](v, committee.FieldGroup), typed(v, committee.FieldRemarks)
			return func(ctx context.Context, b Book) (saved, error) {
				_, err := b.SettleAgendaItem(ctx, i.ID, at(ctx, i.Version), o, group, note)
				return saved{thing: thing(committee.KindAgendaItem, i.ID), notice: said}, err
			}
		})
	})
}

func settledNotice(d *desk, i committee.AgendaItem, o committee.ItemOutcome) string {
	return i.Title + " " + d.styles.Glyph.Dot + " " + fmt.Sprintf(d.words().Agenda.Noted, d.words().States.ItemOutcome[o].Full)
}

// newItemForm is the form of an agenda item, new or known.
func newItemForm(d *desk, s register.MeetingSheet, i committee.AgendaItem) formPage {
	title := i.Title
	if i.ID == "" {
		title = i18n.Capital(d.words().States.Kind[committee.KindAgendaItem].New)
	}
	if i.ID == "" && s.Meeting.ID == "" {
		title = d.words().Prepare.New
	}
	from := made("agenda_item", committee.KindAgendaItem, i.ID, i.Version, itemSeed{s.Meeting, s.Items, i})
	if s.Meeting.ID != "" {
		from = from.on(thing(committee.KindMeeting, s.Meeting.ID))
	}
	return newForm(d, formSpec{
		origin: from,
		place:  atMeetings, title: title, fields: itemFields(d, s, i),
		nested: map[string]func(string) page{
			string(committee.FieldGroup): func(typed string) page { return newGroupForm(d, groupNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := i
			base.Kind, base.Title, base.Text = chosen[committee.ItemKind](v, committee.FieldKind), typed(v, committee.FieldTitle), typed(v, committee.FieldText)
			base.Planned = 0
			if n := whole(v, committee.FieldPlanned); n != nil {
				base.Planned = *n
			}
			base.Presenter, base.Group = picked[committee.FunctionID](v, committee.FieldPresenter), picked[committee.GroupID](v, committee.FieldGroup)
			if v.Shows(string(committee.FieldDay)) {
				base.Day, _ = strconv.Atoi(typed(v, committee.FieldDay))
			}
			if base.ID == "" {
				base.Meeting, base.Position = s.Meeting.ID, itemPlace(s.Items, base.Kind)
			}
			said := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveAgendaItem(ctx, base)
				return saved{thing: thing(committee.KindAgendaItem, after.ID), label: after.Title, notice: said(after.Title)}, err
			}
		},
	})
}

// itemPlace is where a new item goes: at the end, but before any other business
// and what closes the meeting; 0 for the end.
func itemPlace(items []committee.AgendaItem, kind committee.ItemKind) (position int) {
	for _, i := range slices.Backward(items) {
		if i.Purpose != committee.Closing && (i.Kind != committee.AnyOtherBusiness || kind == committee.AnyOtherBusiness) {
			break
		}
		position = i.Position
	}
	return position
}

func itemFields(d *desk, s register.MeetingSheet, i committee.AgendaItem) []widget.Field {
	w := d.words()
	kind := i.Kind
	if i.ID == "" && kind == "" {
		kind = committee.Discussion
	}
	var planned *int
	if i.Planned > 0 {
		planned = &i.Planned
	}
	group := lookupField(d, committee.FieldGroup, committee.KindGroup, option(d, s.Names, committee.KindGroup, i.Group))
	group.New = true
	fields := []widget.Field{
		must(lineField(d, committee.FieldTitle, i.Title)),
		must(choiceField(d, committee.FieldKind, kind, committee.ItemKinds, full(w.States.ItemKind))),
		hint(labelled(numberField(d, committee.FieldPlanned, planned, 0, 24*60), w.Agenda.PlannedIn), w.Agenda.PlannedHelp),
	}
	if s.Meeting.Days() > 1 {
		day := i.Day
		if n := len(s.Items); i.ID == "" && n > 0 {
			day = s.Items[n-1].Day
		}
		fields = append(fields, dayField(d, s.Meeting, day))
	}
	return append(
		fields,
		presenterField(d, s.Meeting.Starts, option(d, s.Names, committee.KindFunction, i.Presenter)),
		group,
		longField(d, committee.FieldText, i.Text),
	)
}

// dayField chooses among the days of a meeting.
func dayField(d *desk, m committee.Meeting, day int) widget.Field {
	days, words := []string{"0"}, map[string]string{"0": d.words().Agenda.NoDay}
	for n := 1; n <= m.Days(); n++ {
		days = append(days, strconv.Itoa(n))
		words[strconv.Itoa(n)] = dayName(d, m, n)
	}
	return choiceField(d, committee.FieldDay, strconv.Itoa(day), days, words)
}
