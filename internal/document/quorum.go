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
// whether it is known to have lacked as that rose: by the last presence of it that
// was counted. One on which nobody was noted tells neither.
func (c *composer) atClose() (reached, lacked bool) {
	last := c.Meeting.Quorum
	if last.Zero() || c.noQuorum(last) != "" || last.Required == 0 {
		return false, false
	}
	reached = last.Reached()
	for _, p := range c.presences() {
		reached = reached || p.q.Reached()
		last = p.q
	}
	return reached, last.Present > 0 && last.Missed()
}

// whole tells whether a presence is that of the session: nobody who counts stood
// back from it.
func (c *composer) whole(q committee.Reckoning, recused []committee.AttendanceID) bool {
	return register.Whole(c.Meeting, q) && !slices.ContainsFunc(c.Attendance, func(a committee.Attendance) bool {
		return !a.Quality.Visiting() && slices.Contains(recused, a.ID)
	})
}
