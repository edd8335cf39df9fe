package tui

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// journalColumns are those of the journal. In the history of a thing what a
// line is about is said only where it is about something else.
func journalColumns(d *desk, of committee.Thing) []widget.Column[register.JournalLine] {
	w := d.words()
	type line = register.JournalLine
	role := func(l line) theme.Role {
		if l.Undone || l.Cut {
			return theme.Muted
		}
		return theme.Text
	}
	when := widget.Column[line]{Title: w.Journal.When, Min: ansi.StringWidth(d.stamped(anyTime)), Cell: func(l line) string { return d.stamped(l.At) }, Role: role}
	what := widget.Column[line]{Title: w.Journal.What, Min: 20, Grow: 3, Role: role, Cell: func(l line) string {
		switch {
		case l.Cut:
			return keysShown(d, w.Journal.Cut)
		case l.Thing == of:
			return ""
		}
		return strings.TrimSpace(cited(d, l.Thing.Kind, l.Name.Ref) + " " + i18n.Capital(lineWords(d, l)))
	}}
	did := widget.Column[line]{Title: w.Journal.Did, Min: 16, Max: 30, Grow: 2, Cell: func(l line) string { return lineDid(d, l) }, Role: role}
	who := widget.Column[line]{Title: w.Journal.Who, Min: 10, Max: 20, Grow: 1, Drop: 1, Role: role, Cell: func(l line) string {
		if l.Cut {
			return ""
		}
		return d.signed(l.By.Name)
	}}
	if of.Zero() {
		return []widget.Column[line]{when, what, did, who}
	}
	did.Max, what.Min, what.Grow, what.Drop = 0, 10, 1, 2
	return []widget.Column[line]{when, did, who, what}
}

// anyTime is as wide as any other when it is written.
const anyTime = "2017-12-31T12:00:00Z"

// lineWords are the words of what a line is about; its kind when it has none.
func lineWords(d *desk, l register.JournalLine) string {
	if l.Name.Full != "" {
		return l.Name.Full
	}
	return d.words().States.Kind[l.Thing.Kind].One
}

// lineDid is what was done, and whether it was taken back since.
func lineDid(d *desk, l register.JournalLine) string {
	w := d.words().Journal
	if l.Cut {
		return ""
	}
	did := d.loc.Done(l.Verb, l.Thing.Kind)
	switch {
	case l.Verb == committee.VerbCapture && l.Entry == committee.EntryVote:
		did = w.Voted
	case l.Verb == committee.VerbUndo:
		did = fmt.Sprintf(w.Undid, d.loc.Done(l.Did, l.Thing.Kind))
	case l.Verb == committee.VerbRedo:
		did = fmt.Sprintf(w.Redid, d.loc.Done(l.Did, l.Thing.Kind))
	}
	if l.Undone {
		did += " (" + w.Undone + ")"
	}
	return did
}

func (d *desk) signed(name string) string {
	if name == "" {
		return d.words().Journal.Nobody
	}
	return name
}

// stamped is when a line was written, as a column holds it.
func (d *desk) stamped(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return ""
	}
	t = t.In(d.now().Location())
	return d.loc.DateShort(committee.DateOf(t)) + " " + t.Format("15:04")
}

// journalBlocks are what a line says: who did what when and why, then what
// changed in each row.
func journalBlocks(d *desk, s register.JournalSheet) []widget.Block {
	w, l := d.words(), s.Line
	lead := newFacts(d, committee.Stamp{}, s.Names)
	kind := w.States.Kind[l.Thing.Kind].One
	if l.Entry == committee.EntryVote {
		kind = w.States.EntryKind[l.Entry].Full
	}
	name := strings.TrimSpace(kind + " " + lineName(d, l))
	row := widget.Row{Text: i18n.Capital(name), Role: theme.Strong, Long: true}
	switch {
	case l.Name.Gone:
		row.Text += " (" + w.Journal.Gone + ")"
	case newPage(d, l.Thing) != nil:
		row.Target = target(l.Thing)
	}
	lead.rows = append(lead.rows, row)
	lead.row(w.Journal.Did, i18n.Capital(lineDid(d, l)), theme.Text)
	lead.row(w.Journal.Who, d.signed(l.By.Name), theme.Text).row(w.Journal.When, i18n.Capital(d.moment(l.At)), theme.Text)
	if l.Why != "" && l.Verb != committee.VerbReport { // its words are the report's own, told below
		lead.fact(whyLabel(d, s), l.Why)
	}
	if s.Fate != nil {
		label := w.Journal.UndoneBy
		if s.Fate.Verb == committee.VerbRedo {
			label = w.Journal.RedoneBy
		}
		lead.row(label, i18n.Capital(d.moment(s.Fate.At)), theme.Text)
	}
	blocks := []widget.Block{lead.block("")}
	if l.Verb == committee.VerbLoad {
		return append(blocks, widget.Block{Title: w.Journal.Changed, Empty: w.Journal.Loaded})
	}
	for _, c := range s.Changes {
		blocks = append(blocks, changeBlock(d, l, c, s.Names))
	}
	if s.More > 0 {
		blocks = append(blocks, widget.Block{Title: d.loc.Count(w.Journal.MoreRows, s.More)})
	}
	return blocks
}

// reasoned are the verbs that ask for a reason; what is said with any other is a
// remark.
var reasoned = []committee.Verb{
	committee.VerbAdd, committee.VerbPostpone, committee.VerbCancel, committee.VerbReopen, committee.VerbBlock, committee.VerbAbandon, committee.VerbReturn,
	committee.VerbExtend, committee.VerbReject, committee.VerbDefer, committee.VerbWithdraw, committee.VerbAmend, committee.VerbRepeal,
}

// whyLabel is the name of what was said with a line: a reason, what became of an
// item, or a remark.
func whyLabel(d *desk, s register.JournalSheet) string {
	w, l := d.words(), s.Line
	switch {
	case l.Verb == committee.VerbSettle:
		var settled committee.AgendaItem
		for _, c := range s.Changes {
			if c.Thing == l.Thing && json.Unmarshal([]byte(c.After), &settled) != nil {
				settled = committee.AgendaItem{}
			}
		}
		return cmp.Or(w.Agenda.Why[settled.Outcome], w.Agenda.Note)
	case slices.Contains(reasoned, l.Verb):
		return w.Fields[committee.FieldReason]
	}
	return w.Fields[committee.FieldRemarks]
}

// changeBlock is what changed in one row.
func changeBlock(d *desk, l register.JournalLine, c register.RowChange, names register.Names) widget.Block {
	w := d.words()
	b := widget.Block{Title: w.Journal.Changed, Empty: w.Journal.Same}
	switch {
	case c.Before == "":
		b.Title = w.Journal.Added
	case c.After == "":
		b.Title = w.Journal.Removed
	}
	if c.Thing != l.Thing {
		b.Title += w.Sheet.Colon + strings.TrimSpace(w.States.Kind[c.Thing.Kind].One+" "+calledAs(d, names, c.Thing))
	}
	for _, f := range differences(d, c, names) {
		b.Rows = append(b.Rows, f.rows(d)...)
	}
	return b
}

// ownerTold is the thing on whose page a row is shown that has none itself.
func ownerTold(c register.RowChange) committee.Thing {
	image := c.After
	if image == "" {
		image = c.Before
	}
	var of struct{ Action, Meeting, Function string }
	if json.Unmarshal([]byte(image), &of) != nil {
		return committee.Thing{}
	}
	switch c.Thing.Kind {
	case committee.KindUpdate, committee.KindExtension:
		return committee.Thing{Kind: committee.KindAction, ID: of.Action}
	case committee.KindAttendance, committee.KindEntry:
		return committee.Thing{Kind: committee.KindMeeting, ID: of.Meeting}
	case committee.KindMandate:
		return committee.Thing{Kind: committee.KindFunction, ID: of.Function}
	}
	return committee.Thing{}
}
