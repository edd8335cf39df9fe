package document

import (
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// Quorum says of a meeting how its quorum stood, in the words of its minutes:
// whether it was there, and when it came or was lost; or why none is to be had.
func Quorum(r register.MeetingRecord, loc *i18n.Locale) string {
	c := newComposer(r)
	c.loc, c.w = loc, &loc.Words.Minutes
	q, _ := c.reckoned()
	if said := c.noQuorum(q); said != "" {
		return said
	}
	if q.Required == 0 && c.Meeting.Kind == committee.SecondNotice {
		return c.w.Quorum.NotRequired
	}
	return strings.TrimSpace(c.quorumTold(q) + " " + c.relisted())
}

// reckoned is the presence that counts, and by what: the one at the opening, or
// else by the list.
func (c *composer) reckoned() (q committee.Reckoning, by string) {
	if c.Meeting.Quorum.Zero() {
		return c.Counted, c.w.Quorum.FromList
	}
	return c.Meeting.Quorum, c.w.Quorum.AtOpening
}

// noQuorum says why there is no quorum to speak of; it is empty when there is.
func (c *composer) noQuorum(q committee.Reckoning) string {
	w := &c.w.Quorum
	switch {
	case c.Meeting.Group != "":
		return w.NotRequiredGroup
	case !c.Committee.Quorum.Set() && !q.Rule:
		return w.NoRule
	case c.Meeting.Quorum.Zero() && !slices.ContainsFunc(c.Attendance, func(a committee.Attendance) bool { return a.Presence != committee.Awaited || there(a) }):
		return w.NotReckoned
	}
	return ""
}

// roseThus says when the meeting was adjourned and, where the quorum was not there
// then, that it was not: of that moment, and not why.
func (c *composer) roseThus() string {
	said, w := c.rose(), &c.w.Quorum
	if c.Meeting.State != committee.Adjourned || c.Meeting.Closed == "" {
		return said
	}
	reached, lacked := c.atClose()
	switch {
	case !lacked:
		return said
	case reached:
		return said + " " + w.NoMore
	}
	return said + " " + w.NotThere
}

// atClose tells whether the quorum was there at some time of the session, and
// whether it is known to have lacked as that rose: by the last presence that was
// counted. One that leaves out those who stood back from an item, or on which
// nobody was noted, tells neither.
func (c *composer) atClose() (reached, lacked bool) {
	last := c.Meeting.Quorum
	if last.Zero() || c.noQuorum(last) != "" || last.Required == 0 {
		return false, false
	}
	reached = last.Reached()
	whole := true
	for _, p := range c.presences() {
		reached = reached || p.q.Reached()
		last, whole = p.q, !c.stoodBack(c.Items[p.item])
	}
	return reached, whole && last.Present > 0 && last.Missed()
}

// stoodBack tells whether anybody stood back from an item, or from a vote under it.
func (c *composer) stoodBack(i committee.AgendaItem) bool {
	return len(i.Recused) > 0 || slices.ContainsFunc(c.Entries, func(e committee.Entry) bool { return e.Item == i.ID && len(e.Ballot.Recused) > 0 })
}
