package document

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// session says what was held, where and when, and who was in the chair.
func (c *composer) session() {
	c.open(c.w.Parts.Session)
	m, w := c.Meeting, &c.w.Facts
	f := c.facts()
	f.is(w.Kind, c.loc.Words.States.MeetingKind[m.Kind].Full)
	f.maybe(w.Body, c.full(committee.KindGroup, string(m.Group)))
	f.is(w.Date, c.when(m))
	f.is(w.Place, m.Place)
	notice := ""
	if !m.Notice.Zero() {
		notice = fmt.Sprintf(w.NoticeOn, c.loc.Date(m.Notice))
	}
	f.is(w.Notice, notice)
	if c.Previous != nil {
		f.is(w.FirstNotice, c.called(*c.Previous)+c.loc.Words.Common.Comma+c.loc.Span(c.Previous.Starts, c.Previous.Last()))
	}
	f.is(w.Chair, c.officer(m.Chair))
	f.is(w.Secretary, c.officer(m.Secretary))
	var rapporteurs []string
	for _, g := range c.Groups {
		if who := c.full(committee.KindPerson, string(g.Rapporteur)); who != "" {
			rapporteurs = append(rapporteurs, fmt.Sprintf(c.w.Post, who, g.Name))
		}
	}
	f.is(w.Rapporteurs, c.loc.List(rapporteurs))
	f.maybe(w.Objectives, m.Objectives)
	f.put()
	c.say(c.opened())
	for _, p := range m.Breaks() {
		if p.On != p.Until || p.From != p.To { // within a minute nobody left the table
			c.say(c.pause(p))
		}
	}
	c.say(c.rose())
	c.nothing()
}

// nothing says of a session that rose that nothing was written of it: no line,
// and nothing that was settled, given, put off or answered. Of one that is only known from
// a document, nobody can tell.
func (c *composer) nothing() {
	came := len(c.Decisions) + len(c.Recommendations) + len(c.Actions) + len(c.MeetingRecord.Minutes) + len(c.Followed) + len(c.Advised)
	ended := slices.ContainsFunc(c.Items, func(i committee.AgendaItem) bool { return i.Outcome != committee.Pending })
	if c.Meeting.State == committee.Adjourned && !c.Meeting.FromSource() && came+len(c.Entries) == 0 && !ended {
		c.say(c.sitting().Empty)
	}
}

// sitting are the words for the kind of meeting.
func (c *composer) sitting() *i18n.MinutesSittingWords {
	if c.Meeting.Kind == committee.Workshop {
		return &c.w.Workshop
	}
	return &c.w.Sitting
}

// officer is who was named to preside or to keep the minutes, and that they never
// came where that was noted.
func (c *composer) officer(p committee.PersonID) string {
	who := c.person(p)
	if who != "" && committee.NeverCame(c.Attendance, p) {
		return fmt.Sprintf(c.w.Facts.Away, who)
	}
	return who
}

func (c *composer) opened() string {
	m, w := c.Meeting, c.sitting()
	if m.Opened == "" || m.Starts.Zero() {
		return w.OpenedUnknown
	}
	day, at := fmt.Sprintf(c.w.On, c.loc.DayInWords(m.Starts)), c.loc.Clock(m.Opened)
	if chair := c.person(m.Chair); chair != "" && !committee.NeverCame(c.Attendance, m.Chair) {
		return fmt.Sprintf(w.Opened, day, at, c.loc.Of(chair))
	}
	return fmt.Sprintf(w.OpenedAlone, day, at)
}

// pause says when the session was suspended and, where that is known, resumed.
func (c *composer) pause(p committee.Break) string {
	w, day := c.sitting(), fmt.Sprintf(c.w.On, c.loc.DayInWords(p.On))
	from, to := c.loc.Clock(p.From), c.loc.Clock(p.To)
	switch {
	case p.On != p.Until && p.To != "":
		return fmt.Sprintf(w.SuspendedOver, day, from, fmt.Sprintf(c.w.On, c.loc.DayInWords(p.Until)), to)
	case p.To == "":
		return fmt.Sprintf(w.Interrupted, day, from)
	case c.Meeting.Days() > 1:
		return fmt.Sprintf(w.SuspendedOn, day, from, to)
	}
	return fmt.Sprintf(w.Suspended, from, to)
}

// rose says when the meeting was adjourned.
func (c *composer) rose() string {
	m, w := c.Meeting, c.sitting()
	switch {
	case m.State != committee.Adjourned:
		return w.Not
	case m.Closed == "":
		return w.ClosedUnknown
	case m.Days() > 1:
		return fmt.Sprintf(w.ClosedOn, fmt.Sprintf(c.w.On, c.loc.DayInWords(m.Rose())), c.loc.Clock(m.Closed))
	}
	return fmt.Sprintf(w.Closed, c.loc.Clock(m.Closed))
}

// reopened says when the session was reopened for a correction, by whom and why.
func (c *composer) reopened() {
	for _, r := range c.Reopened {
		by := ""
		if r.By != "" {
			by = fmt.Sprintf(c.w.Facts.ReopenedBy, r.By)
		}
		said := fmt.Sprintf(c.sitting().Reopened, fmt.Sprintf(c.w.On, c.loc.DayInWords(r.On)), c.loc.Clock(r.At), by)
		if why := strings.TrimSpace(r.Why); why != "" {
			said += " " + fmt.Sprintf(c.w.Item.Line, c.w.Item.Reason, why)
		}
		c.say(said)
	}
}

// quorum says the base, what was required and what was reached; or that there
// is no rule.
func (c *composer) quorum() {
	c.open(c.w.Parts.Quorum)
	w := &c.w.Quorum
	q, by := c.reckoned()
	if said := c.noQuorum(q); said != "" {
		c.say(said)
		return
	}
	f := c.facts()
	base := c.loc.Number(q.Base)
	if kind := c.Committee.Quorum.Base; kind != committee.BaseUnset {
		base = fmt.Sprintf(c.w.Post, base, c.loc.Words.States.QuorumBase[kind].Full)
	}
	f.is(w.Base, base)
	if q.Required > 0 {
		f.is(w.Required, c.loc.Seats(c.Committee.Quorum.Base, q.Required))
	}
	present := w.Present
	if c.Committee.Quorum.Proxies == committee.Yes {
		present = w.Counted
	}
	f.is(present, fmt.Sprintf(c.w.Post, c.loc.Seats(c.Committee.Quorum.Base, q.Present), by))
	f.put()
	switch {
	case q.Required == 0 && c.Meeting.Kind == committee.SecondNotice:
		c.say(w.NotRequired)
	default:
		c.say(c.quorumTold(q))
	}
	if said := c.relisted(); said != "" {
		c.say(said)
	}
}

// relisted says that the list was corrected since the presence was counted; it
// is empty where it was not.
func (c *composer) relisted() string {
	if !c.Relisted || c.Meeting.Quorum.Zero() {
		return ""
	}
	return c.w.Quorum.Relisted
}

// quorumTold says whether the quorum was there, and when it came or was lost.
func (c *composer) quorumTold(opening committee.Reckoning) string {
	w, reached, changes := &c.w.Quorum, opening.Reached(), ""
	before := committee.Span{On: c.Meeting.Starts, To: c.Meeting.Opened}
	for _, p := range c.presences() {
		if !c.Meeting.Quorum.Zero() && p.q.Reached() != reached {
			word := w.Lost
			if reached = p.q.Reached(); reached {
				word = w.Came
			}
			changes += " " + fmt.Sprintf(word, c.moment(p.span.On, c.turned(before, p)), strconv.Itoa(p.item+1))
		}
		before = p.span
	}
	switch {
	case changes != "" && opening.Reached():
		return w.ReachedFirst + changes
	case changes != "":
		return w.NotReachedFirst + changes
	case opening.Reached():
		return w.Reached
	}
	return w.NotReached
}

// counted is a presence that the record keeps: true at the end of a span of
// time, which for a line is a minute.
type counted struct {
	item int // its place on the agenda
	span committee.Span
	seq  int64 // when it was noted; 0 where that is not known
	q    committee.Reckoning
	fact bool // somebody moved, or something was settled with it
}

// presences are those that the items and their lines keep, and those as items were
// taken up and people moved, by the clock and, within a minute, as they were noted.
// An item keeps the one that was true when it was last left. Those that leave out
// who stood back are not of the session.
func (c *composer) presences() []counted {
	var all []counted
	for n, i := range c.Items {
		for _, e := range c.Entries {
			if e.Item == i.ID && e.At != "" && !e.Quorum.Zero() && c.whole(e.Quorum, e.Ballot.Recused) {
				all = append(all, counted{n, committee.Span{On: c.dayOf(e, i), From: e.At, To: e.At}, c.Noted[string(e.ID)], e.Quorum, true})
			}
		}
		if len(i.Spans) > 0 && !i.Quorum.Zero() && c.whole(i.Quorum, i.Recused) {
			all = append(all, counted{n, i.Spans[len(i.Spans)-1], c.Noted[string(i.ID)], i.Quorum, false})
		}
	}
	for _, t := range c.Turns { // an item is left as the next is taken up: after it
		if n := slices.IndexFunc(c.Items, func(i committee.AgendaItem) bool { return i.ID == t.Item }); n >= 0 {
			all = append(all, counted{n, committee.Span{On: t.On, From: t.At, To: t.At}, t.Seq, t.Quorum, t.Moved})
		}
	}
	all = slices.DeleteFunc(all, c.overtaken)
	slices.SortStableFunc(all, func(a, b counted) int {
		x, y := a.span, b.span
		noted := 0
		if a.seq > 0 && b.seq > 0 {
			noted = cmp.Compare(a.seq, b.seq)
		}
		return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(cmp.Or(x.To, "24:00"), cmp.Or(y.To, "24:00")), noted, cmp.Compare(x.From, y.From))
	})
	return all
}

// overtaken tells of a presence that somebody's coming or going, noted after it as
// having been before it, shows not to have been so.
func (c *composer) overtaken(p counted) bool {
	return !p.fact && p.seq > 0 && slices.ContainsFunc(c.Turns, func(t register.Turn) bool {
		return t.Moved && t.Seq > p.seq && t.On == p.span.On && p.span.To != "" && t.At < p.span.To
	})
}

// turned is when a presence became what it is, since the one before it: at the
// last arrival, or departure; else as its item was taken up, or, where the one
// before was during the item, by its end.
func (c *composer) turned(before committee.Span, p counted) committee.Clock {
	since := before.To
	if before.On != p.span.On {
		since = ""
	}
	at := p.span.From
	if since > at {
		at = cmp.Or(p.span.To, since)
	}
	last := committee.Clock("")
	for _, a := range c.Attendance {
		for _, m := range a.Movements {
			within := m.At > since && (m.At <= p.span.To || p.span.Open()) && cmp.Or(m.On, c.Meeting.Starts) == p.span.On
			if within && m.Arrival == p.q.Reached() {
				last = max(last, m.At)
			}
		}
	}
	return cmp.Or(last, at)
}

// moment is a time of day as a sentence has it, with its day where the meeting
// has several.
func (c *composer) moment(on committee.Date, at committee.Clock) string {
	if c.Meeting.Days() > 1 {
		return fmt.Sprintf(c.w.AtTime, fmt.Sprintf(c.w.On, c.loc.Date(on)), c.loc.Clock(at))
	}
	return fmt.Sprintf(c.w.Item.Moment, c.loc.Clock(at))
}
