package tui

import (
	"context"
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

// entryBlock lists the lines of the minutes under their items.
func entryBlock(d *desk, s register.MeetingSheet) widget.Block {
	var rows []widget.Row
	var of committee.AgendaItemID
	for _, e := range s.Entries {
		if e.Item != of {
			of = e.Item
			rows = append(rows, widget.Row{Text: itemNumbered(d, s, e.Item), Role: theme.Accent})
		}
		rows = append(rows, entryRow(d, e, s.Names))
	}
	b := listed(d.words().Meeting.Entries, rows, orMissing(d, s.Meeting.Stamp, d.words().Meeting.NoEntry))
	b.Count = strconv.Itoa(len(s.Entries))
	return b
}

// itemNumbered is an item with its number on the agenda; one that was taken
// off it keeps its title.
func itemNumbered(d *desk, s register.MeetingSheet, id committee.AgendaItemID) string {
	for _, item := range s.Items {
		if item.ID == id {
			return strconv.Itoa(item.Position) + " " + item.Title
		}
	}
	return calledAs(d, s.Names, thing(committee.KindAgendaItem, id))
}

func entryRows(d *desk, entries []committee.Entry, names register.Names) []widget.Row {
	rows := make([]widget.Row, len(entries))
	for i, e := range entries {
		rows[i] = entryRow(d, e, names)
	}
	return rows
}

// entryRow is a line of the minutes: its time, what it is unless a mere note,
// its words, and what it gave rise to.
func entryRow(d *desk, e committee.Entry, names register.Names) widget.Row {
	w, dot := d.words(), " "+d.styles.Glyph.Dot+" "
	var parts []string
	if e.Kind != committee.Note {
		parts = append(parts, i18n.Capital(w.States.EntryKind[e.Kind].Full))
	}
	if e.Speaker != "" {
		parts = append(parts, calledAs(d, names, thing(committee.KindFunction, e.Speaker)))
	}
	parts = append(parts, e.Text)
	parts = append(parts, voteSaid(d, e))
	for _, t := range []committee.Thing{
		thing(committee.KindDecision, e.Decision), thing(committee.KindRecommendation, e.Recommendation), thing(committee.KindAction, e.Action),
	} {
		if !t.Zero() {
			parts = append(parts, names[t].Ref)
		}
	}
	at := d.loc.Clock(e.At)
	if at == "" {
		at = w.Common.None
	}
	return widget.Row{Label: at, Text: strings.Join(dropEmpty(parts), dot), Target: to(committee.KindEntry, e.ID), Long: true}
}

// recordLine is a line of the record that has no page of its own: of the
// attendance list or of the minutes.
type recordLine struct {
	thing committee.Thing
	stamp committee.Stamp
	said  string
	edit  func() page
}

// lineIn finds the line that a row in focus stands for.
func lineIn(d *desk, s register.MeetingSheet, target string) (recordLine, bool) {
	t := thingOf(target)
	switch t.Kind {
	case committee.KindEntry:
		for _, e := range s.Entries {
			if string(e.ID) == t.ID {
				return recordLine{t, e.Stamp, e.Text, func() page { return newEntryForm(d, s, e) }}, true
			}
		}
	case committee.KindAttendance:
		for _, a := range s.Attendance {
			if string(a.ID) == t.ID {
				return recordLine{t, a.Stamp, attendant(d, a, s.Names), func() page { return newAttendanceForm(d, s, a) }}, true
			}
		}
	}
	return recordLine{}, false
}

// visitRecord opens the form of a line of the record, or says why it is
// closed; it is nil for anything that has a page.
func visitRecord(d *desk, s register.MeetingSheet, target string) tea.Cmd {
	l, ok := lineIn(d, s, target)
	if !ok {
		return nil
	}
	if off := recordOff(d, committee.VerbRevise, l.thing.Kind, s.Meeting, l.stamp); off != "" {
		return send(noticedMsg{text: off, role: theme.Warn})
	}
	return push(l.edit())
}

// lineCommands take the line in focus off the record, after asking: it stands
// under the key that would put the whole page away.
func lineCommands(d *desk, s register.MeetingSheet, target string) []command {
	l, ok := lineIn(d, s, target)
	if !ok {
		return nil
	}
	w := d.words().Meeting
	off := recordOff(d, committee.VerbArchive, l.thing.Kind, s.Meeting, l.stamp)
	remove := act(keymap.Archive, off, func() tea.Cmd {
		gone := carry(d, w.Removed, func(ctx context.Context, b Book) (committee.Thing, error) {
			return l.thing, b.Archive(ctx, l.thing, l.stamp.Version, true)
		})
		return send(askedMsg{choiceDialog{d: d, title: w.RemoveTitle, lines: []string{l.said, w.RemoveLine}, choices: []choice{
			{key: "enter", show: "⏎ z", also: []string{"z"}, word: w.Remove, then: gone}, {key: "esc", word: d.words().Root.LeaveIt},
		}}})
	})
	remove.word = w.Remove
	return []command{remove}
}

// What a line of the minutes gave rise to, as fields of its form.
const (
	entryDecision       committee.Field = "entry_decision"
	entryRecommendation committee.Field = "entry_recommendation"
	entryAction         committee.Field = "entry_action"
)

// newEntryForm is the form of a line of the minutes, new or known. The text
// comes first: it is what is being said.
func newEntryForm(d *desk, s register.MeetingSheet, e committee.Entry) formPage {
	title := d.words().States.Kind[committee.KindEntry].One
	if e.ID == "" {
		title = i18n.Capital(d.words().States.Kind[committee.KindEntry].New)
		if s.Meeting.State == committee.InSession {
			e.At = d.clock()
		}
	}
	return newForm(d, formSpec{
		origin: made("entry", committee.KindEntry, e.ID, e.Version, entrySeed{s.Meeting, s.Items, e}).on(thing(committee.KindMeeting, s.Meeting.ID)),
		place:  atMeetings, title: title, fields: entryFields(d, s, e),
		save: func(v widget.Values) useCase {
			base := e
			base.Meeting, base.Item = s.Meeting.ID, chosen[committee.AgendaItemID](v, committee.FieldItem)
			base.Text, base.Kind, base.At = typed(v, committee.FieldText), chosen[committee.EntryKind](v, committee.FieldKind), clock(v, committee.FieldTime)
			base.Speaker = picked[committee.FunctionID](v, committee.FieldFunction)
			base.Decision, base.Recommendation = picked[committee.DecisionID](v, entryDecision), picked[committee.RecommendationID](v, entryRecommendation)
			base.Action = picked[committee.ActionID](v, entryAction)
			base.Votes = committee.Votes{For: whole(v, votesFor), Against: whole(v, votesAgainst), Abstain: whole(v, votesAbstain)}
			said, kind := savedNotice(d), i18n.Capital(d.words().States.EntryKind[base.Kind].Full)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveEntry(ctx, base)
				return saved{thing: thing(committee.KindEntry, after.ID), label: after.Text, notice: said(kind)}, err
			}
		},
	})
}

func entryFields(d *desk, s register.MeetingSheet, e committee.Entry) []widget.Field {
	w := d.words()
	kind := e.Kind
	if kind == "" {
		kind = committee.Note
	}
	is := func(k committee.EntryKind, f widget.Field) widget.Field {
		f.When = func(v widget.Values) bool { return chosen[committee.EntryKind](v, committee.FieldKind) == k }
		return f
	}
	gave := func(f committee.Field, k committee.Kind, when committee.EntryKind, o register.Option) widget.Field {
		return is(when, labelled(lookupField(d, f, k, o), i18n.Capital(w.States.Kind[k].One)))
	}
	count := func(f committee.Field, label string, n *int) widget.Field {
		return is(committee.EntryVote, labelled(numberField(d, f, n, 0, 10_000), label))
	}
	return []widget.Field{
		hint(labelled(must(longField(d, committee.FieldText, e.Text)), w.Entry.Text), w.Entry.TextHelp),
		must(entryItemField(d, s, e.Item)),
		must(choiceField(d, committee.FieldKind, kind, committee.EntryKinds, full(w.States.EntryKind))),
		count(votesFor, w.Decision.For, e.Votes.For),
		count(votesAgainst, w.Decision.Against, e.Votes.Against),
		count(votesAbstain, w.Decision.Abstain, e.Votes.Abstain),
		gave(entryDecision, committee.KindDecision, committee.EntryDecision, option(d, s.Names, committee.KindDecision, e.Decision)),
		gave(entryRecommendation, committee.KindRecommendation, committee.EntryRecommendation, option(d, s.Names, committee.KindRecommendation, e.Recommendation)),
		gave(entryAction, committee.KindAction, committee.EntryAction, option(d, s.Names, committee.KindAction, e.Action)),
		clockField(d, committee.FieldTime, e.At),
		labelled(lookupField(d, committee.FieldFunction, committee.KindFunction, option(d, s.Names, committee.KindFunction, e.Speaker)), w.Entry.Speaker),
	}
}

// entryItemField chooses among the items of the meeting; an item that was
// taken off the agenda stays where it stood.
func entryItemField(d *desk, s register.MeetingSheet, item committee.AgendaItemID) widget.Field {
	var ids []committee.AgendaItemID
	words := map[committee.AgendaItemID]string{}
	for _, i := range s.Items {
		ids = append(ids, i.ID)
		words[i.ID] = itemNumbered(d, s, i.ID)
	}
	if _, ok := words[item]; !ok && item != "" {
		ids = append(ids, item)
		words[item] = itemNumbered(d, s, item)
	}
	return choiceField(d, committee.FieldItem, item, ids, words)
}
