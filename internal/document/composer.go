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

// composer writes a paper on a meeting, in the meeting's language.
type composer struct {
	register.MeetingRecord
	loc *i18n.Locale
	w   *i18n.MinutesWords
	doc Document
	// part counts the headings that are numbered.
	part int
	// told are the decisions, recommendations and actions that were written.
	told map[string]bool
	// brief is the record of decisions: no discussion, so that what is decided
	// says itself how it was voted.
	brief bool
}

func newComposer(r register.MeetingRecord) *composer {
	loc := i18n.For(LanguageOf(r))
	return &composer{MeetingRecord: r, loc: loc, w: &loc.Words.Minutes, doc: Document{Language: loc.Lang}, told: map[string]bool{}}
}

// LanguageOf is the language of a meeting's papers: the meeting's, else the
// committee's.
func LanguageOf(r register.MeetingRecord) committee.Language {
	if r.Meeting.Language != "" {
		return r.Meeting.Language
	}
	return r.Committee.Language
}

// head writes what both papers begin with.
func (c *composer) head(title, status string) {
	issuer := strings.Split(strings.TrimSpace(c.Committee.Header), "\n")
	switch name := c.Committee.Name; {
	case strings.TrimSpace(c.Committee.Header) == "":
		issuer = []string{name}
	case !strings.Contains(text.Fold(c.Committee.Header), text.Fold(name)):
		// A header of the state alone does not say whose paper it is.
		issuer = append(issuer, name)
	}
	m := c.Meeting
	subject := []string{c.called(m)}
	// A title that was left empty repeats the kind, in the language of whoever
	// saved it.
	repeats := func(l *i18n.Locale) bool {
		return i18n.Capital(m.Title) == i18n.Capital(l.Words.States.MeetingKind[m.Kind].Full)
	}
	if !slices.ContainsFunc(i18n.Locales(), repeats) {
		subject = append(subject, m.Title)
	}
	if m.Group != "" {
		subject = append(subject, c.full(committee.KindGroup, string(m.Group)))
	}
	if when := c.when(m); when != "" {
		subject = append(subject, when)
	}
	c.doc.Head = Head{Issuer: issuer, Title: title, Subject: strings.Join(subject, "\n"), Status: status}
	c.doc.Head.Marking = c.marking()
}

// marking says who may read the paper; where that is not known, as any other fact
// that is missing.
func (c *composer) marking() Text {
	name := fmt.Sprintf(c.w.Fact, c.w.Confidentiality)
	if who := cmp.Or(strings.TrimSpace(c.Meeting.Confidentiality), strings.TrimSpace(c.Committee.Confidentiality)); who != "" {
		return Stressed(name+" "+who, "")
	}
	return Stressed(name, c.missing(c.w.Confidentiality))
}

// called is the kind of a meeting, with its number: Réunion ordinaire n° 01/2018.
func (c *composer) called(m committee.Meeting) string {
	kind := i18n.Capital(c.loc.Words.States.MeetingKind[m.Kind].Full)
	if m.Ref == "" {
		return kind
	}
	return fmt.Sprintf(c.loc.Words.Meeting.Named, kind, m.Ref)
}

// when is the days of a meeting, in words.
func (c *composer) when(m committee.Meeting) string {
	switch {
	case m.Starts.Zero():
		return ""
	case m.Days() > 1:
		return fmt.Sprintf(c.w.FromTo, c.loc.DayInWords(m.Starts), c.loc.DayInWords(m.Last()))
	}
	return c.loc.DayInWords(m.Starts)
}

func (c *composer) add(b ...Block) { c.doc.Blocks = append(c.doc.Blocks, b...) }

func (c *composer) say(sentence string) { c.add(&Paragraph{Plain(sentence)}) }

// open begins a numbered part.
func (c *composer) open(title string) {
	c.part++
	c.add(&Heading{1, fmt.Sprintf(c.w.Part, strconv.Itoa(c.part), title)})
}

// paragraphs adds a stored text of several lines.
func (c *composer) paragraphs(s string) {
	for p := range strings.SplitSeq(s, "\n\n") {
		if strings.TrimSpace(p) != "" {
			c.say(p)
		}
	}
}

// factList collects facts whose names end as the language has it.
type factList struct {
	c     *composer
	facts []Fact
}

func (c *composer) facts() *factList { return &factList{c: c} }

// is adds a fact; one that is not known says so.
func (f *factList) is(name, value string) {
	if value == "" {
		value = f.c.missing(name)
	}
	f.maybe(name, value)
}

// maybe adds a fact unless it is not known.
func (f *factList) maybe(name, value string) {
	if value != "" {
		f.facts = append(f.facts, Fact{fmt.Sprintf(f.c.w.Fact, name), value})
	}
}

// put writes the facts one a line; in a row in the record of decisions, which is
// to hold on a page.
func (f *factList) put() {
	switch {
	case len(f.facts) == 0:
	case f.c.brief:
		var row Text
		for n, fact := range f.facts {
			value := " " + fact.Value
			if n < len(f.facts)-1 {
				value += between
			}
			row = append(row, Run{Text: fact.Name, Strong: true}, Run{Text: value})
		}
		f.c.add(&Paragraph{row})
	default:
		f.c.add(&Facts{f.facts})
	}
}

// between stands between facts in a row.
const between = " · "

// missing is what stands where something was not noted, or is not in the
// document that the meeting is known from, as it agrees with the name of that.
func (c *composer) missing(name string) string {
	agreed := c.w.NotNotedOf(name)
	if c.Meeting.FromSource() {
		return strings.Replace(c.loc.Words.Common.NotInSource, c.w.NotNoted.One, agreed, 1)
	}
	return agreed
}

// known is a value, or what stands where what has this name is not known.
func (c *composer) known(name, s string) string {
	if strings.TrimSpace(s) == "" {
		return c.missing(name)
	}
	return s
}

// full and short are what a thing is called; empty for none.
func (c *composer) full(kind committee.Kind, id string) string {
	return c.Names[committee.Thing{Kind: kind, ID: id}].Full
}

func (c *composer) short(kind committee.Kind, id string) string {
	return c.Names[committee.Thing{Kind: kind, ID: id}].Short
}

// office is a function and its institution: Secrétaire général (Ministère de la
// Justice).
func (c *composer) office(f committee.FunctionID, i committee.InstitutionID) string {
	return c.post(f, i, c.full)
}

// owner is a function and the acronym of its institution, for tables.
func (c *composer) owner(a committee.Action) string {
	return c.post(a.Function, a.Institution, c.short)
}

func (c *composer) post(f committee.FunctionID, i committee.InstitutionID, name func(committee.Kind, string) string) string {
	if i == "" {
		i = c.Posts[f]
	}
	function, institution := c.short(committee.KindFunction, string(f)), name(committee.KindInstitution, string(i))
	switch {
	case function == "":
		return institution
	case institution == "":
		return function
	}
	return fmt.Sprintf(c.w.Post, function, institution)
}

// person is somebody with what they hold.
func (c *composer) person(p committee.PersonID) string {
	name := c.full(committee.KindPerson, string(p))
	if name == "" {
		return ""
	}
	if office := c.office(c.Offices[p], ""); office != "" {
		return name + c.loc.Words.Common.Comma + office
	}
	return name
}

// attendee is who a line of the attendance list is: by name, else by function,
// else by institution.
func (c *composer) attendee(a committee.Attendance) string {
	if name := c.full(committee.KindPerson, string(a.Person)); name != "" {
		if post := c.office(a.Function, a.Institution); post != "" {
			return name + c.loc.Words.Common.Comma + post
		}
		return name
	}
	return c.office(a.Function, a.Institution)
}

// attendees names lines of the list by ID.
func (c *composer) attendees(ids []committee.AttendanceID) string {
	var names []string
	for _, id := range ids {
		for _, a := range c.Attendance {
			if a.ID == id {
				names = append(names, c.attendee(a))
			}
		}
	}
	return c.loc.List(names)
}

// institutions names institutions in a row: in full, or as name calls them.
func (c *composer) institutions(ids []committee.InstitutionID, name func(committee.Kind, string) string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = name(committee.KindInstitution, string(id))
	}
	return c.loc.List(names)
}

// presence is a presence that was counted; empty when none was.
func (c *composer) presence(q committee.Reckoning) string {
	w := &c.w.Quorum
	if q.Zero() {
		return ""
	}
	base := c.Committee.Quorum.Base
	present, required := fmt.Sprintf(w.PresentOf, c.loc.Seats(base, q.Present), c.loc.Number(q.Base)), c.loc.Number(q.Required)
	if c.byProxy() {
		present += " " + c.loc.Here(base, q.Present)
	}
	switch {
	case !q.Rule || q.Required == 0:
		return present
	case q.Reached():
		return fmt.Sprintf(w.PresentReached, present, required)
	}
	return fmt.Sprintf(w.PresentMissed, present, required)
}

// byProxy tells whether what was counted may have had somebody in it who was
// represented: the rule counts them, and there is one.
func (c *composer) byProxy() bool {
	return c.Committee.Quorum.Proxies == committee.Yes && slices.ContainsFunc(c.Attendance, committee.Attendance.Represented)
}

// missed is the presence in which something was settled without the quorum;
// empty where it was there, or none is required.
func (c *composer) missed(of committee.Kind, id string, item committee.AgendaItemID, state committee.DecisionState) string {
	switch state {
	case committee.Adopted, committee.Amended, committee.Rejected:
	default:
		return ""
	}
	q := c.Meeting.ReckonedFor(committee.Thing{Kind: of, ID: id}, item, state.InEffect(), c.Entries, c.Items,
		c.Then[committee.Thing{Kind: of, ID: id}])
	if !q.Missed() {
		return ""
	}
	return c.presence(q)
}

// share is a column that is wrapped, whole one that is not.
func share(title string, of int) Column { return Column{Title: title, Share: of} }

func whole(title string) Column { return Column{Title: title, Whole: true} }
