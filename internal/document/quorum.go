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
