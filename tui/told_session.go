package tui

import (
	"cmp"
	"fmt"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// dotted joins what is said of one fact by dots, without what is not given.
func (t *teller) dotted(parts ...string) string {
	return strings.Join(dropEmpty(parts), " "+t.d.styles.Glyph.Dot+" ")
}

// yes tells a mark that is there or not; nothing is said where it is not.
func (t *teller) yes(label string, marked bool) {
	said := ""
	if marked {
		said = t.d.words().Common.Yes
	}
	t.say(label, said)
}

// purpose tells what an item is for.
func (t *teller) purpose(p committee.ItemPurpose) {
	w := t.d.words().Prepare
	said, ok := w.Purposes[p]
	if !ok {
		said = string(p)
	}
	t.say(w.Purpose, said)
}

// spans tells stretches of time, each with its day: a meeting may last several.
func (t *teller) spans(label string, spans []committee.Span) {
	w := t.d.words()
	items := make([]string, len(spans))
	for i, s := range spans {
		said := fmt.Sprintf(w.Minutes.Item.Since, t.d.loc.Clock(s.From))
		if !s.Open() {
			said = fmt.Sprintf(w.Meeting.FromTo, t.d.loc.Clock(s.From), t.d.loc.Clock(s.To))
		}
		items[i] = t.dotted(t.d.loc.Date(s.On), said)
	}
	t.list(label, items)
}

// reckoning tells a presence that was counted: « 9 présents, 7 requis sur 12 ».
// Where no rule required any, it is only out of how many.
func (t *teller) reckoning(q committee.Reckoning) {
	if q.Zero() {
		t.field(committee.FieldQuorum, "")
		return
	}
	w, said := t.d.words(), t.d.loc.QuorumOf(i18n.Unsaid, q)
	if !q.Rule {
		if q.Required == 0 {
			said = fmt.Sprintf(w.Common.OutOf, t.d.loc.Present(i18n.Unsaid, q.Present), t.d.loc.Number(q.Base))
		}
		said += w.Common.Comma + w.Meeting.NoQuorum
	}
	t.field(committee.FieldQuorum, said)
}

// ballot tells how a vote was taken.
func (t *teller) ballot(b committee.Ballot) {
	w := t.d.words()
	t.field(committee.FieldManner, term(w.States.Manner, b.Manner))
	t.say(w.Vote.Casting, term(w.Sitting.Voice, b.Casting))
	links(t, w.Journal.StoodBack, committee.KindAttendance, b.Recused)
	items := make([]string, len(b.Named))
	for i, n := range b.Named {
		items[i] = t.called(thing(committee.KindAttendance, n.Attendance)) + w.Sheet.Colon + term(w.Sitting.Voice, n.Voice)
	}
	t.list(w.Journal.Voices, items)
}

// followUps tells what meetings answered about a recommendation.
func (t *teller) followUps(all []committee.FollowUp) {
	w := t.d.words()
	items := make([]string, len(all))
	for i, f := range all {
		percent := ""
		if f.Percent != nil {
			percent = t.d.loc.Percent(*f.Percent)
		}
		items[i] = t.dotted(t.d.loc.Date(f.On), t.called(thing(committee.KindMeeting, f.Meeting)), f.By, term(w.States.Implementation, f.State),
			term(w.States.Cause, f.Cause), percent, t.d.loc.Due(f.From), t.d.loc.Due(f.To), f.Text)
	}
	t.list(w.Journal.FollowUps, items)
}

// overridden tells the checks that were passed over, with what each was about.
func (t *teller) overridden(all []committee.Override) {
	w := t.d.words()
	items := make([]string, len(all))
	for i, o := range all {
		parts := []string{cmp.Or(t.d.loc.CheckSaid(o), string(o.Check)), t.called(committee.Thing{Kind: o.Kind, ID: o.Thing})}
		items[i] = strings.Join(dropEmpty(parts), w.Sheet.Colon)
	}
	t.list(w.Summary.Overridden, items)
}
