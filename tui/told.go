package tui

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// told is one fact of a row of the journal, under the label its form has.
type told struct {
	label string
	text  string
	// items are several facts of one kind; listed tells that there may be some.
	items  []string
	listed bool
	// long texts are compared word by word.
	long bool
}

// teller tells every fact of a row, those that are not given too, always in
// the same order: so that two states of a row are compared fact by fact.
type teller struct {
	d     *desk
	names register.Names
	facts []told
}

func (t *teller) say(label, said string) { t.facts = append(t.facts, told{label: label, text: said}) }

func (t *teller) field(f committee.Field, said string) { t.say(t.d.words().Fields[f], said) }

func (t *teller) long(label, said string) {
	t.facts = append(t.facts, told{label: label, text: said, long: true})
}

func (t *teller) longField(f committee.Field, said string) { t.long(t.d.words().Fields[f], said) }

func (t *teller) list(label string, items []string) {
	t.facts = append(t.facts, told{label: label, items: items, listed: true})
}

func (t *teller) date(f committee.Field, day committee.Date) { t.field(f, t.d.loc.Date(day)) }

// link tells what a thing points at by its name, never by its key.
func (t *teller) link(label string, at committee.Thing) { t.say(label, t.called(at)) }

func (t *teller) called(at committee.Thing) string {
	if at.Zero() {
		return ""
	}
	if n, ok := t.names[at]; ok {
		return calledShort(t.d, at.Kind, n)
	}
	return t.d.words().Journal.Unknown
}

// links tells a list of links of one kind.
func links[ID ~string](t *teller, label string, kind committee.Kind, ids []ID) {
	items := make([]string, len(ids))
	for i, id := range ids {
		items[i] = t.called(thing(kind, id))
	}
	t.list(label, items)
}

// term is the word for a value; one that this program does not know stands as
// it is in the file.
func term[T ~string](words map[T]i18n.Term, v T) string {
	if w, ok := words[v]; ok && v != "" {
		return w.Full
	}
	return string(v)
}

// state is term for values of which the empty one is a state like the others.
func state[T ~string](words map[T]i18n.Term, v T) string {
	if w, ok := words[v]; ok {
		return w.Full
	}
	return string(v)
}

// count tells a number that 0 means is not given.
func (t *teller) count(label string, n int) {
	if n == 0 {
		t.say(label, "")
		return
	}
	t.say(label, t.d.loc.Number(n))
}

// maybe is a number that may not be given.
func (t *teller) maybe(label string, n *int) {
	if n == nil {
		t.say(label, "")
		return
	}
	t.say(label, t.d.loc.Number(*n))
}

// stamp tells whether a thing is archived, and where its facts come from.
func (t *teller) stamp(s committee.Stamp) {
	w := t.d.words()
	archived := ""
	if s.Archived {
		archived = w.Common.Yes
	}
	t.say(w.Journal.Archived, archived)
	items := make([]string, len(s.Provenance))
	for i, p := range s.Provenance {
		parts := []string{strings.TrimSpace(t.called(thing(committee.KindReference, p.Reference)) + " " + p.Locator), term(w.States.Certainty, p.Certainty), p.Note}
		items[i] = strings.Join(dropEmpty(parts), " "+t.d.styles.Glyph.Dot+" ")
	}
	t.list(w.Fields[committee.FieldProvenance], items)
}

// tellers tell the rows of each kind.
var tellers = map[committee.Kind]func(*teller, string) error{}

// tells makes a teller of a noun.
func tells[T any](tell func(*teller, T), stamp func(T) committee.Stamp) func(*teller, string) error {
	return func(t *teller, image string) error {
		var v T
		if image != "" {
			if err := json.Unmarshal([]byte(image), &v); err != nil {
				return err
			}
		}
		tell(t, v)
		t.stamp(stamp(v))
		return nil
	}
}

// factsTold are the facts of a row; none for one that cannot be read.
func factsTold(d *desk, kind committee.Kind, image string, names register.Names) []told {
	tell, ok := tellers[kind]
	t := &teller{d: d, names: names}
	if !ok || tell(t, image) != nil {
		return nil
	}
	return t.facts
}

// difference is a fact that changed. lone tells that the whole row came or
// went: only one side of it is shown.
type difference struct {
	before, after told
	lone          bool
}

// differences are the facts of a row that changed.
func differences(d *desk, c register.RowChange, names register.Names) []difference {
	before, after := factsTold(d, c.Thing.Kind, c.Before, names), factsTold(d, c.Thing.Kind, c.After, names)
	if len(before) != len(after) {
		return nil
	}
	lone := c.Before == "" || c.After == ""
	var all []difference
	for i := range before {
		if c.Before == "" { // nothing is said of what is not there
			before[i].text = ""
		}
		if c.After == "" {
			after[i].text = ""
		}
		if before[i].text != after[i].text || !slices.Equal(before[i].items, after[i].items) {
			all = append(all, difference{before[i], after[i], lone})
		}
	}
	return all
}

// spans is the difference as parts that were kept, added or removed.
func (f difference) spans(d *desk) []widget.Span {
	none, was, is := d.words().Common.None, f.before.text, f.after.text
	switch {
	case f.lone:
		return []widget.Span{{Text: was + is, Role: theme.Text}}
	case f.before.long && was != "" && is != "":
		return widget.WordDiff(was, is)
	}
	if was == "" {
		was = none
	}
	if is == "" {
		is = none
	}
	return []widget.Span{{Text: was + " " + d.styles.Glyph.Arrow + " " + is, Role: theme.Text}}
}

// rows is the difference on a page.
func (f difference) rows(d *desk) []widget.Row {
	if !f.before.listed {
		return []widget.Row{{Label: f.before.label, Spans: f.spans(d), Long: true}}
	}
	var rows []widget.Row
	add := func(item string, role theme.Role) {
		row := widget.Row{Label: f.before.label, Spans: []widget.Span{{Text: item, Role: role}}, Long: true}
		if len(rows) > 0 {
			row.Label, row.Under = "", true
		}
		rows = append(rows, row)
	}
	gone, added := theme.Removed, theme.Added
	if f.lone {
		gone, added = theme.Text, theme.Text
	}
	for _, item := range f.before.items {
		if !slices.Contains(f.after.items, item) {
			add(item, gone)
		}
	}
	for _, item := range f.after.items {
		if !slices.Contains(f.before.items, item) {
			add(item, added)
		}
	}
	if len(rows) == 0 { // the same in another order
		add(strings.Join(f.after.items, ", "), theme.Text)
	}
	return rows
}

// lines is the difference in a question, in a line or two: of long texts only
// what is around the changes.
func (f difference) lines(d *desk) []string {
	var all []string
	for _, row := range f.rows(d) {
		var b strings.Builder
		for i, s := range row.Spans {
			said := text.Line(s.Marked())
			if s.Role == theme.Text {
				said = abridged(d, text.Line(s.Text), i > 0, i < len(row.Spans)-1)
			}
			b.WriteString(said)
		}
		label := row.Label
		if label != "" {
			label += d.words().Sheet.Colon
		}
		all = append(all, label+b.String())
	}
	return all
}

// nearby is how much of a kept text is shown beside a change.
const nearby = 24

// abridged keeps of a text what is beside a change, on the left of it or on
// the right.
func abridged(d *desk, s string, left, right bool) string {
	mark := d.styles.Glyph.Ellipsis
	most := nearby
	if left && right {
		most *= 2
	}
	if !left && !right {
		return ansi.Truncate(s, 8*nearby, mark)
	}
	if ansi.StringWidth(s) <= most+1 {
		return s
	}
	head, tail := "", ""
	if left {
		head = ansi.Truncate(s, nearby, "")
	}
	if right {
		tail = ansi.TruncateLeft(s, ansi.StringWidth(s)-nearby, "")
	}
	return head + mark + tail
}

// versions tells each version of a text, but for its words.
func (t *teller) versions(words committee.Wordings) {
	w := t.d.words().Sheet
	items := make([]string, len(words))
	for i, v := range words {
		said := w.DraftWording
		if v.Adopted {
			said = w.AdoptedWording
		}
		parts := []string{
			w.Version + " " + strconv.Itoa(v.Number), said, t.d.loc.Date(v.On), t.called(thing(committee.KindMeeting, v.Meeting)), v.By, v.Why,
		}
		items[i] = strings.Join(dropEmpty(parts), " "+t.d.styles.Glyph.Dot+" ")
	}
	t.list(w.Versions, items)
}
