package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// item writes one item of the agenda: who brought it, what was said, what came
// of it.
func (c *composer) item(number string, i committee.AgendaItem) {
	c.add(&Heading{2, fmt.Sprintf(c.w.Item.Title, number, i.Title)})
	w, before := &c.w.Item, len(c.doc.Blocks)
	f := c.facts()
	f.maybe(w.Presenter, c.office(i.Presenter, ""))
	if i.Group != "" {
		f.maybe(w.Group, c.full(committee.KindGroup, string(i.Group)))
		at := slices.IndexFunc(c.Groups, func(g committee.Group) bool { return g.ID == i.Group })
		if at >= 0 {
			f.maybe(w.Rapporteur, c.person(c.Groups[at].Rapporteur))
		}
	}
	f.maybe(w.Examined, c.examined(i))
	f.maybe(w.Presence, c.presenceAt(i))
	f.maybe(w.Recused, c.attendees(c.recused(i)))
	f.put()
	switch m := c.Origins[i.ID]; {
	case i.OfEveryMeeting(): // a second notice has its own, taken from the first
	case !m.Starts.Zero():
		c.say(fmt.Sprintf(w.AgainFrom, c.held(m), c.titled(m)))
	case i.From != "":
		c.say(w.Again)
	}
	c.paragraphs(i.Text)
	if !c.talk(i) && (i.Outcome == committee.DealtWith && i.Purpose == committee.NoPurpose || c.left(i)) {
		c.say(w.NoLine)
	}
	c.outcome(i)
	if len(c.doc.Blocks) == before {
		c.say(w.Nothing)
	}
}

// presenceAt is the presence in which an item was settled, or something under it;
// on each half-day where the item was dealt with on several, and it changed.
func (c *composer) presenceAt(i committee.AgendaItem) string {
	if i.Outcome != committee.DealtWith && !c.settledUnder(i.ID) {
		return ""
	}
	stages := c.Stages[i.ID]
	if len(stages) == 0 {
		return c.presence(i.Quorum)
	}
	if !slices.ContainsFunc(stages, func(s register.Stage) bool { return s.Quorum != stages[0].Quorum }) {
		return c.presence(stages[0].Quorum)
	}
	said := make([]string, len(stages))
	for n, s := range stages {
		said[n] = fmt.Sprintf(c.w.People.Half, c.loc.HalfDay(s.Half), c.presence(s.Quorum))
	}
	return strings.Join(said, "\n")
}

// settledUnder tells whether something was settled under an item: by a vote, or
// a decision or a recommendation that was ruled on here.
func (c *composer) settledUnder(item committee.AgendaItemID) bool {
	line := func(is func(committee.Entry) bool) bool {
		return slices.ContainsFunc(c.Entries, func(e committee.Entry) bool { return e.Item == item && is(e) })
	}
	return line(func(e committee.Entry) bool { return e.Kind == committee.EntryVote }) ||
		slices.ContainsFunc(c.Decisions, func(d committee.Decision) bool {
			here := d.Item == item || line(func(e committee.Entry) bool { return e.Decision == d.ID })
			return here && c.ruled(d.Words, d.Outcome).state != committee.Proposed
		}) ||
		slices.ContainsFunc(c.Recommendations, func(r committee.Recommendation) bool {
			here := r.Item == item || line(func(e committee.Entry) bool { return e.Recommendation == r.ID })
			return here && c.ruled(r.Words, r.Outcome).state != committee.Proposed
		})
}

// recused are those who stood back from an item: from a vote on it, or at all.
func (c *composer) recused(i committee.AgendaItem) []committee.AttendanceID {
	all := slices.Clone(i.Recused)
	for _, e := range c.Entries {
		for _, id := range e.Ballot.Recused {
			if e.Item == i.ID && !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// examined says when an item was dealt with.
func (c *composer) examined(i committee.AgendaItem) string {
	w := &c.w.Item
	var said []string
	for _, s := range c.sat(i) {
		from, to := c.loc.Clock(s.From), c.loc.Clock(s.To)
		switch {
		case s.Open():
			said = append(said, fmt.Sprintf(w.Since, from))
		case s.From == s.To:
			said = append(said, c.moment(s.On, s.From))
		case c.Meeting.Days() > 1:
			said = append(said, fmt.Sprintf(w.SpanOn, fmt.Sprintf(c.w.On, c.loc.Date(s.On)), from, to))
		default:
			said = append(said, fmt.Sprintf(w.Span, from, to))
		}
	}
	return c.loc.List(said)
}

// ran tells whether an item was really dealt with in a span, by its clock alone.
func (c *composer) ran(s committee.Span) bool {
	if s.Open() || c.Meeting.Days() < 2 {
		return s.From != s.To
	}
	return s.Minutes(s.On, s.To) >= committee.ReallyRan
}

// within tells whether a line was written in a span.
func within(line, s committee.Span) bool {
	return line.On == s.On && line.From >= s.From && (s.Open() || line.From <= s.To)
}

// sat are the spans in which an item was dealt with. One within a minute, in a
// meeting of several days one of a few, counts where a line was written in it, or
// the item concluded: else it was passed by on the way to another.
func (c *composer) sat(i committee.AgendaItem) []committee.Span {
	var lines []committee.Span
	for _, e := range c.Entries {
		if e.Item == i.ID {
			lines = append(lines, committee.Span{On: c.dayOf(e, i), From: e.At, To: e.At})
		}
	}
	var all []committee.Span
	for n, s := range i.Spans {
		concluded := i.Outcome != committee.Pending && n == len(i.Spans)-1
		if (c.ran(s) || concluded || slices.ContainsFunc(lines, func(l committee.Span) bool { return within(l, s) })) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	if len(all) == 0 && len(lines) > 0 { // moved to it from another item
		return slices.Compact(slices.Clone(i.Spans))
	}
	return all
}

// outcome says how an item ended, unless it was dealt with.
func (c *composer) outcome(i committee.AgendaItem) {
	if said := c.ended(i); said != "" {
		c.say(said)
	}
	if why := strings.TrimSpace(i.Note); moved(i) && why != "" {
		c.paragraphs(fmt.Sprintf(c.w.Item.Line, c.w.Item.Reason, why))
		return
	}
	c.paragraphs(i.Note)
}

// moved tells whether an item went elsewhere, or nowhere: its note says why.
func moved(i committee.AgendaItem) bool {
	return i.Outcome == committee.PutOff || i.Outcome == committee.Referred || i.Outcome == committee.ItemWithdrawn
}

func (c *composer) ended(i committee.AgendaItem) string {
	w := &c.w.Item
	switch {
	case i.Outcome == committee.PutOff:
		return w.PutOff
	case i.Outcome == committee.ItemWithdrawn:
		return w.Withdrawn
	case i.Outcome == committee.Referred:
		return fmt.Sprintf(w.Referred, c.full(committee.KindGroup, string(i.ReferredTo)))
	case i.Outcome == committee.DealtWith:
		return ""
	case c.left(i):
		return w.Left
	case i.UnderWay():
		return w.UnderWay
	case !i.OfEveryMeeting() && len(c.sat(i)) == 0:
		return w.Pending
	}
	return ""
}

// left tells whether an item was taken up and left without a conclusion.
func (c *composer) left(i committee.AgendaItem) bool {
	return i.Outcome == committee.Pending && i.Purpose == committee.NoPurpose && len(c.sat(i)) > 0 && !i.UnderWay()
}

// event is a line of the minutes, or a movement.
type event struct {
	on       committee.Date
	at       committee.Clock
	entry    committee.Entry
	who      string // of a movement
	arrival  bool
	movement bool
	seq      int64 // when it was noted; 0 where that is not known
}

func (e event) key() string { return string(e.on) + " " + string(e.at) }

// talk writes what happened under an item, in order, and then what came of it
// without a line of its own. It tells whether there was anything.
func (c *composer) talk(i committee.AgendaItem) bool {
	var events []event
	for _, e := range c.Entries {
		if e.Item == i.ID {
			events = append(events, event{on: c.dayOf(e, i), at: e.At, entry: e, seq: c.Noted[string(e.ID)]})
		}
	}
	for _, m := range c.moved(i.ID) {
		at := slices.IndexFunc(events, func(e event) bool {
			return e.at != "" && (e.key() > m.key() || e.key() == m.key() && m.seq > 0 && e.seq > m.seq)
		})
		if at < 0 {
			at = len(events)
		}
		events = slices.Insert(events, at, m)
	}
	before := len(c.doc.Blocks)
	l := &list{c: c}
	for _, e := range events {
		if e.movement {
			word := c.w.Item.Departure
			if e.arrival {
				word = c.w.Item.Arrival
			}
			l.add(c.time(e), fmt.Sprintf(c.w.Item.Line, word, e.who))
			continue
		}
		c.entry(l, e)
	}
	l.put()
	c.untold(func(of committee.AgendaItemID) bool { return of == i.ID })
	return len(c.doc.Blocks) > before
}

// itemOf is the item of a line; the zero item where it is not of this agenda.
func (c *composer) itemOf(e committee.Entry) (item committee.AgendaItem) {
	if at := slices.IndexFunc(c.Items, func(i committee.AgendaItem) bool { return i.ID == e.Item }); at >= 0 {
		item = c.Items[at]
	}
	return item
}

// dayOf is the day of a line.
func (c *composer) dayOf(e committee.Entry, i committee.AgendaItem) committee.Date {
	switch {
	case !e.On.Zero():
		return e.On
	case i.Day > 0:
		return c.Meeting.Starts.Add(i.Day - 1)
	}
	return c.Meeting.Starts
}

// time is when something happened; empty when it was not noted.
func (c *composer) time(e event) string {
	if c.Meeting.Days() > 1 && e.at != "" {
		return c.loc.Date(e.on) + c.loc.Words.Common.Comma + c.loc.Clock(e.at)
	}
	return c.loc.Clock(e.at)
}

// moved are the arrivals and departures during an item, in order.
func (c *composer) moved(item committee.AgendaItemID) []event {
	var all []event
	for _, a := range c.Attendance {
		for n, m := range a.Movements {
			e := event{seq: c.Noted[register.MovementKey(a.ID, n)], on: cmp.Or(m.On, c.Meeting.Starts), at: m.At, who: c.attendee(a), arrival: m.Arrival, movement: true}
			under := m.Item
			if !slices.ContainsFunc(c.Items, func(i committee.AgendaItem) bool { return i.ID == under }) {
				under = c.during(e)
			}
			if under == item {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b event) int { return cmp.Or(strings.Compare(a.key(), b.key()), cmp.Compare(a.seq, b.seq)) })
	return all
}

// during is the item that was dealt with at a time: the last that was taken up
// before it, or of which a line was noted before it where no clock ran.
func (c *composer) during(e event) committee.AgendaItemID {
	type start struct {
		key  string
		item committee.AgendaItemID
	}
	var clocks, lines []start
	for _, i := range c.Items {
		for _, s := range i.Spans {
			clocks = append(clocks, start{string(s.On) + " " + string(s.From), i.ID})
		}
		for _, line := range c.Entries {
			if line.Item == i.ID && line.At != "" {
				lines = append(lines, start{event{on: c.dayOf(line, i), at: line.At}.key(), i.ID})
			}
		}
	}
	starts := clocks
	if len(starts) == 0 {
		starts = lines
	}
	slices.SortStableFunc(starts, func(a, b start) int { return strings.Compare(a.key, b.key) })
	item := committee.AgendaItemID("")
	if len(c.Items) > 0 {
		item = c.Items[0].ID
	}
	for _, s := range starts {
		if s.key <= e.key() {
			item = s.item
		}
	}
	return item
}

// list collects lines until something else is written.
type list struct {
	c     *composer
	items []Text
}

func (l *list) add(time, said string) {
	if time == "" {
		l.items = append(l.items, Plain(said))
		return
	}
	l.items = append(l.items, Stressed(time, "– "+said))
}

// put writes the lines.
func (l *list) put() {
	if len(l.items) > 0 {
		l.c.add(&List{Items: l.items})
	}
	l.items = nil
}

// entry writes one line of the minutes by its kind.
func (c *composer) entry(l *list, e event) {
	w, line, at := &c.w.Item, e.entry, c.time(e)
	speaker := c.office(line.Speaker, line.SpeakerOf)
	switch line.Kind {
	case committee.EntryDecision:
		if d, ok := c.decision(line.Decision); ok {
			l.put()
			c.decided(at, d)
			return
		}
		l.add(at, fmt.Sprintf(w.Line, i18n.Capital(c.loc.Words.States.EntryKind[line.Kind].Full), line.Text))
	case committee.EntryRecommendation:
		if said := c.enBloc(line); said != "" {
			l.add(at, said)
		}
		r, ok := c.recommendation(line.Recommendation)
		switch {
		case ok && c.settling(r) == line.ID:
			l.put()
			c.recommended(at, r)
		case ok: // what became of it is written where that was said
			ref, proposed := fmt.Sprintf(w.Recommendation, r.Ref), c.loc.Words.States.Decision[committee.Proposed].Full
			l.add(at, fmt.Sprintf(w.Line, fmt.Sprintf(c.w.People.By, ref, proposed), line.Text))
		default:
			l.add(at, fmt.Sprintf(w.Line, i18n.Capital(c.loc.Words.States.EntryKind[line.Kind].Full), line.Text))
		}
	case committee.EntryAction:
		if a, ok := c.action(line.Action); ok {
			l.put()
			c.given(at, a)
			return
		}
		l.add(at, fmt.Sprintf(w.Line, i18n.Capital(c.loc.Words.States.EntryKind[line.Kind].Full), line.Text))
	case committee.EntryVote:
		l.add(at, c.put(line))
		l.put()
		c.voted(line)
		c.settled(line)
	case committee.Statement:
		said := w.Statement
		if speaker != "" {
			said += c.loc.Words.Common.Comma + speaker
		}
		l.add(at, fmt.Sprintf(w.Said, said, line.Text))
	case committee.GoodPractice:
		l.add(at, fmt.Sprintf(w.Line, w.Practice, line.Text))
	case committee.Difficulty:
		l.add(at, fmt.Sprintf(w.Line, w.Difficulty, line.Text))
	default:
		if speaker != "" {
			l.add(at, fmt.Sprintf(w.Line, speaker, line.Text))
			return
		}
		l.add(at, line.Text)
	}
}
