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
	"suivi/internal/text"
)

// Minutes are the minutes of a meeting, in the order of the form: a draft until
// they are adopted. What was not noted is said to be so; a part with nothing in
// it is left out unless the form wants it.
func Minutes(r register.MeetingRecord) Document {
	c := newComposer(r)
	c.head(c.w.Minutes, c.minutesStatus())
	c.session()
	c.people()
	c.quorum()
	c.agenda()
	c.earlier()
	c.followUp()
	c.items()
	c.recapitulation()
	c.closing()
	c.remarks()
	c.signatures()
	c.annexes()
	return c.doc
}

// adopted tells whether the minutes are final.
func (c *composer) adopted() bool {
	state := c.Meeting.Minutes.State
	return state == committee.MinutesAdopted || state == committee.MinutesSigned
}

func (c *composer) minutesStatus() string {
	n := c.Meeting.Minutes
	switch n.State {
	case committee.MinutesCirculated:
		return fmt.Sprintf(c.w.DraftCirculated, c.loc.Date(n.CirculatedOn))
	case committee.MinutesAdopted:
		return fmt.Sprintf(c.w.AdoptedOn, c.loc.Date(n.AdoptedOn))
	case committee.MinutesSigned:
		return fmt.Sprintf(c.w.SignedOn, c.loc.Date(n.AdoptedOn), c.loc.Date(n.SignedOn))
	}
	return c.w.Draft
}

// of are the items that the program makes the matter of, in one way.
func (c *composer) of(p committee.ItemPurpose) []committee.AgendaItem {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i committee.AgendaItem) bool { return i.Purpose != p })
}

// agenda lists the items and says whether they were adopted.
func (c *composer) agenda() {
	c.open(c.w.Parts.Agenda)
	w := &c.w.Facts
	if len(c.Items) == 0 {
		c.say(w.NoAgenda)
		return
	}
	l := &List{Ordered: true}
	for _, i := range c.Items {
		title := i.Title
		if i.Late {
			title = fmt.Sprintf(w.LateItem, title)
		}
		l.Items = append(l.Items, Plain(title))
	}
	c.say(w.AgendaIs)
	c.add(l)
	adoption := c.of(committee.AgendaAdoption)
	dealt := slices.ContainsFunc(adoption, func(i committee.AgendaItem) bool { return i.Outcome == committee.DealtWith })
	switch {
	case c.adoptsAgenda(adoption): // what is written below says so itself
	case dealt:
		c.say(c.agendaAdopted())
	default:
		c.say(w.NotSaid)
	}
	for _, i := range adoption {
		c.talk(i)
	}
}

// agendaAdopted says that the agenda was adopted, and whether with items that were
// added in session: with those that were on it by then.
func (c *composer) agendaAdopted() string {
	w := &c.w.Facts
	late := func(after bool) bool {
		return slices.ContainsFunc(c.Items, func(i committee.AgendaItem) bool { return i.Late && c.Unadopted[i.ID] == after })
	}
	switch {
	case late(false) && late(true):
		return w.AgendaLateThen
	case late(false):
		return w.AgendaLate
	}
	return w.AgendaAdopted
}

// adoptsAgenda tells whether what is written under the items of its adoption says
// that the agenda is adopted: a line, or a decision that was taken there.
func (c *composer) adoptsAgenda(items []committee.AgendaItem) bool {
	under := func(id committee.AgendaItemID) bool {
		return slices.ContainsFunc(items, func(i committee.AgendaItem) bool { return i.ID == id })
	}
	decided := slices.ContainsFunc(c.Decisions, func(d committee.Decision) bool {
		here := under(d.Item) || slices.ContainsFunc(c.Entries, func(e committee.Entry) bool { return e.Decision == d.ID && under(e.Item) })
		return here && c.ruled(d.Words, d.Outcome).state != committee.Proposed
	})
	return decided || slices.ContainsFunc(c.Entries, func(e committee.Entry) bool {
		said := text.Fold(e.Text)
		named := strings.Contains(said, "ordre du jour") || strings.Contains(said, "agenda")
		return under(e.Item) && named && strings.Contains(said, "adopt")
	})
}

// earlier says which minutes were adopted, and what was said of them.
func (c *composer) earlier() {
	items := c.of(committee.MinutesAdoption)
	if len(c.MeetingRecord.Minutes) == 0 && len(items) == 0 {
		return
	}
	c.open(c.w.Parts.Earlier)
	said := map[committee.MeetingID]bool{}
	adopted := func(m committee.Meeting) {
		said[m.ID] = true
		c.minutesAdopted(m)
	}
	for _, i := range items {
		at := slices.IndexFunc(c.MeetingRecord.Minutes, func(m committee.Meeting) bool { return m.ID == i.Concerns })
		if at >= 0 {
			adopted(c.MeetingRecord.Minutes[at])
		} else {
			c.add(&Paragraph{Stressed(i.Title, "")})
		}
		if !c.talk(i) && at < 0 && i.Outcome == committee.DealtWith {
			c.say(c.w.Item.NoLine)
		}
		c.outcome(i)
	}
	for _, m := range c.MeetingRecord.Minutes {
		if !said[m.ID] {
			adopted(m)
		}
	}
}

// minutesAdopted says that the minutes of an earlier meeting were adopted.
func (c *composer) minutesAdopted(m committee.Meeting) {
	c.say(fmt.Sprintf(c.w.Facts.EarlierAdopted, c.held(m), c.titled(m)))
}

// titled is what an earlier meeting is called in a sentence: réunion ordinaire
// n° 01/2018, or its title where it has no number.
func (c *composer) titled(m committee.Meeting) string {
	if m.Ref == "" {
		return m.Title
	}
	return fmt.Sprintf(c.loc.Words.Meeting.Named, c.loc.Words.States.MeetingKind[m.Kind].Full, m.Ref)
}

// held is the days of a meeting as a sentence goes on: le jeudi 18 janvier 2018.
func (c *composer) held(m committee.Meeting) string {
	if m.Days() > 1 {
		return c.when(m)
	}
	return fmt.Sprintf(c.w.On, c.when(m))
}

// items writes the items one by one; the reports of the groups and the other
// business have parts of their own.
func (c *composer) items() {
	parts := []struct {
		title string
		of    func(committee.AgendaItem) bool
	}{
		{c.w.Parts.Items, func(i committee.AgendaItem) bool {
			return i.Kind != committee.ReportBack && i.Kind != committee.AnyOtherBusiness
		}},
		{c.w.Parts.Reports, func(i committee.AgendaItem) bool { return i.Kind == committee.ReportBack }},
		{c.w.Parts.Other, func(i committee.AgendaItem) bool { return i.Kind == committee.AnyOtherBusiness }},
	}
	for _, p := range parts {
		opened := false
		for n, i := range c.Items {
			if !p.of(i) || !ownPart(i) {
				continue
			}
			if !opened {
				c.open(p.title)
				opened = true
			}
			c.item(strconv.Itoa(n+1), i)
		}
	}
	c.rest()
}

// ownPart tells whether an item is written among the items, and not where the
// form has a part for it.
func ownPart(i committee.AgendaItem) bool {
	return i.Purpose == committee.NoPurpose || i.Purpose == committee.Opening
}

// closing says when the next meeting is, and when this one rose.
func (c *composer) closing() {
	c.open(c.w.Parts.Closing)
	for _, i := range c.of(committee.Closing) {
		c.talk(i)
	}
	if c.Next == nil {
		c.say(c.w.Facts.NextUnknown)
	} else {
		when := c.held(*c.Next)
		if c.Next.StartTime != "" && c.Next.Days() == 1 {
			when = fmt.Sprintf(c.w.AtTime, when, c.loc.Clock(c.Next.StartTime))
		}
		if c.Next.Place != "" {
			when += c.loc.Words.Common.Comma + c.Next.Place
		}
		c.say(fmt.Sprintf(c.w.Facts.Next, when))
	}
	c.say(c.roseThus())
	c.reopened()
}

// remarks are for those who read the draft only.
func (c *composer) remarks() {
	if c.adopted() || len(c.Meeting.Overridden) == 0 {
		return
	}
	c.open(c.w.Parts.Remarks)
	l := &List{}
	for _, o := range c.Meeting.Overridden {
		said := c.lacking(o)
		if o.Check == committee.CheckNotice {
			said = fmt.Sprintf(c.w.Item.Line, said, c.loc.ShortNotice(c.Meeting, c.Committee.NoticeDays))
		}
		name := c.Names[committee.Thing{Kind: o.Kind, ID: o.Thing}]
		if of := name.Ref; of != "" {
			said = fmt.Sprintf(c.w.Post, said, of)
		} else if name.Full != "" {
			said = fmt.Sprintf(c.w.Item.Line, said, name.Full)
		}
		l.Items = append(l.Items, Plain(said))
	}
	c.say(c.w.Facts.Overridden)
	c.add(l)
}

// lacking says what was missing when the session rose; of an action that still
// lacks it, what that is.
func (c *composer) lacking(o committee.Override) string {
	w := &c.loc.Words.Sitting
	at := slices.IndexFunc(c.Actions, func(a committee.Action) bool { return string(a.ID) == o.Thing })
	if o.Check != committee.CheckAction || at < 0 {
		return c.loc.CheckSaid(o)
	}
	a := c.Actions[at]
	nobody, never := a.Institution == "", a.Due.Zero()
	switch {
	case nobody && never:
		return w.NoOwnerNorDue
	case nobody:
		return w.NoOwner
	case never:
		return w.NoDue
	}
	return c.loc.CheckSaid(o)
}

// signatures are the places to sign in: those of the committee's signatories, in
// their order, else those of the chair and of the secretary.
func (c *composer) signatures() {
	c.open(c.w.Parts.Signatures)
	s := &Signatures{}
	for line := range strings.SplitSeq(c.Committee.Signatories, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			s.Places = append(s.Places, c.places(line)...)
		}
	}
	if len(s.Places) == 0 {
		s.Places = []Signature{c.place(i18n.ChairSigns), c.place(i18n.SecretarySigns)}
	}
	c.add(s)
	f := c.facts()
	f.is(c.w.Facts.Distribution, cmp.Or(c.Meeting.Distribution, c.Committee.Distribution))
	f.put()
}

// places are those that a line of the signatories asks for: one in its own
// words, unless it names several who were at the meeting.
func (c *composer) places(line string) []Signature {
	var all []Signature
	for _, signer := range i18n.SignersOf(line) {
		all = append(all, c.place(signer))
	}
	switch len(all) {
	case 0:
		return []Signature{{Role: line}}
	case 1:
		all[0].Role = line
	}
	return all
}

// place is where somebody signs for what they did at the meeting.
func (c *composer) place(signer i18n.Signer) Signature {
	w, who := &c.w.Facts, func(p committee.PersonID) string {
		if committee.NeverCame(c.Attendance, p) {
			return ""
		}
		return c.known("", c.full(committee.KindPerson, string(p)))
	}
	switch signer {
	case i18n.ChairSigns:
		return Signature{w.SignsChair, who(c.Meeting.Chair)}
	case i18n.SecretarySigns:
		return Signature{w.SignsSecretary, who(c.Meeting.Secretary)}
	}
	if len(c.Groups) == 1 {
		return Signature{w.SignsRapporteur, who(c.Groups[0].Rapporteur)}
	}
	return Signature{Role: w.SignsRapporteur}
}

// annexes are the documents of the meeting, and the acts that corrected its
// minutes.
func (c *composer) annexes() {
	if len(c.Meeting.References) == 0 && len(c.Meeting.Minutes.Corrections) == 0 {
		return
	}
	c.open(c.w.Parts.Annexes)
	documents, acts := &List{Ordered: true}, &List{}
	for _, id := range c.Meeting.References {
		documents.Items = append(documents.Items, Plain(c.full(committee.KindReference, string(id))))
	}
	for _, a := range c.Meeting.Minutes.Corrections {
		acts.Items = append(acts.Items, Plain(fmt.Sprintf(c.w.Facts.Correct, c.loc.Date(a.On), a.Text)))
	}
	if len(documents.Items) > 0 {
		c.add(&Heading{2, c.w.Facts.References}, documents)
	}
	if len(acts.Items) > 0 {
		c.add(&Heading{2, c.w.Facts.Corrections}, acts)
	}
}
