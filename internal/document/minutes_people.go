package document

import (
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
)

// people lists who was there and who was not, with function and institution.
func (c *composer) people() {
	c.open(c.w.Parts.People)
	if len(c.Attendance) == 0 {
		c.say(c.w.People.Nobody)
		return
	}
	w := &c.w.People
	// Of a list with a member on it those who did not come are said to be so.
	listed := slices.ContainsFunc(c.Attendance, func(a committee.Attendance) bool { return !visiting(a) })
	lists := []struct {
		title string
		of    func(committee.Attendance) bool
	}{
		{w.Present, func(a committee.Attendance) bool { return there(a) && !visiting(a) }},
		{w.Represented, func(a committee.Attendance) bool { return a.Presence == committee.Represented }},
		{w.Excused, func(a committee.Attendance) bool { return a.Presence == committee.Excused }},
		{w.Absent, func(a committee.Attendance) bool { return a.Presence == committee.Absent }},
		{w.Guests, func(a committee.Attendance) bool { return there(a) && visiting(a) }},
		{w.Unnoted, func(a committee.Attendance) bool { return a.Presence == committee.Awaited && !there(a) }},
	}
	for n, l := range lists {
		of := slices.DeleteFunc(slices.Clone(c.Attendance), func(a committee.Attendance) bool { return !l.of(a) })
		if len(of) == 0 && (n > 0 || listed) {
			continue
		}
		c.add(&Heading{2, l.title})
		if len(of) == 0 {
			c.say(c.missing(l.title))
			continue
		}
		c.add(c.peopleTable(of))
	}
	c.halfDays()
}

// there tells whether somebody was present, be it for a half-day.
func there(a committee.Attendance) bool {
	return a.Presence == committee.Present || a.Presence == committee.Awaited && slices.ContainsFunc(a.HalfDays, func(h committee.HalfDay) bool {
		return h.Presence == committee.Present || h.Presence == committee.Represented
	})
}

func visiting(a committee.Attendance) bool {
	return a.Quality.Visiting()
}

func (c *composer) peopleTable(of []committee.Attendance) *Table {
	w := &c.w.Columns
	t := &Table{Columns: []Column{share(w.Name, 3), share(w.Function, 3), share(w.Institution, 4), share(w.Quality, 2)}}
	represented := of[0].Presence == committee.Represented
	if represented {
		t.Columns[3] = share(w.RepresentedBy, 3)
	}
	// Of those who did not come a quality is seldom noted.
	if !there(of[0]) && !represented && !slices.ContainsFunc(of, func(a committee.Attendance) bool { return a.Quality != committee.QualityUnsaid }) {
		t.Columns = t.Columns[:3]
	}
	for _, a := range of {
		function, institution := a.Function, a.Institution
		if function == "" {
			function = c.Offices[a.Person]
		}
		if institution == "" {
			institution = c.Posts[function]
		}
		quality := ""
		if a.Quality != committee.QualityUnsaid {
			quality = c.loc.Words.States.Quality[a.Quality].Full
		}
		quality = c.known(w.Quality, quality)
		if represented {
			quality = c.representedBy(a)
		}
		if a.Remote {
			quality = fmt.Sprintf(c.w.People.Remote, quality)
		}
		cells := []string{
			c.known(w.Name, c.full(committee.KindPerson, string(a.Person))), c.known(w.Function, c.short(committee.KindFunction, string(function))),
			c.known(w.Institution, c.full(committee.KindInstitution, string(institution))), quality,
		}
		t.Rows = append(t.Rows, cells[:len(t.Columns)])
	}
	return t
}

// representedBy names those who represent somebody. That a proxy does not count is
// said where it never does: by half-days, their table says the rest.
func (c *composer) representedBy(a committee.Attendance) string {
	all := c.bearersOf(a)
	var names []string
	for _, b := range all {
		if counts := (bearer{by: b.by, as: b.as}); !b.lost || !slices.Contains(all, counts) {
			names = append(names, c.bearer(b))
		}
	}
	said := c.known(c.w.Columns.RepresentedBy, c.loc.List(names))
	if len(names) == 0 && c.lost(a) {
		return fmt.Sprintf(c.w.People.By, said, c.w.People.Uncounted)
	}
	return said
}

// lost tells whether a proxy of the list as a whole does not count for the quorum,
// where one is to be had.
func (c *composer) lost(a committee.Attendance) bool {
	q, _ := c.reckoned()
	return c.Uncounted[a.ID] != "" && c.noQuorum(q) == ""
}

// lostOn tells the same of a half-day.
func (c *composer) lostOn(a committee.Attendance, half committee.HalfDay) bool {
	n := half.Place()
	q, _ := c.reckoned()
	return n >= 0 && n < len(c.HalvesUncounted) && c.HalvesUncounted[n][a.ID] != "" && c.noQuorum(q) == ""
}

// halfDays says on which half-days of a workshop each was there.
func (c *composer) halfDays() {
	w := &c.w.Columns
	t := &Table{Columns: []Column{share(w.Name, 2), share(w.HalfDays, 3)}}
	for _, a := range c.Attendance {
		if len(a.HalfDays) == 0 {
			continue
		}
		halves := slices.Clone(a.HalfDays)
		slices.SortStableFunc(halves, committee.HalfDay.Compare)
		var said []string
		for _, p := range committee.Presences {
			bearers := []bearer{{}}
			if all := c.bearersOf(a); p == committee.Represented && len(all) > 0 {
				bearers = all
			}
			for _, b := range bearers {
				said = append(said, c.half(a, halves, p, b)...)
			}
		}
		t.Rows = append(t.Rows, []string{c.attendee(a), strings.Join(said, "\n")})
	}
	if len(t.Rows) > 0 {
		c.add(&Heading{2, c.w.People.HalfDays}, t)
	}
}

// half says on which half-days somebody's presence was this one, represented by
// this bearer; nothing where it was on none.
func (c *composer) half(a committee.Attendance, halves []committee.HalfDay, p committee.Presence, b bearer) []string {
	var on []string
	for _, h := range halves {
		if h.Presence != p || p == committee.Represented && c.bearerOn(a, h) != b {
			continue
		}
		on = append(on, c.loc.HalfDay(h))
	}
	if len(on) == 0 {
		return nil
	}
	is := c.loc.Words.States.Presence[p].Full
	if b.by != "" {
		is = fmt.Sprintf(c.w.People.RepresentedBy, is, c.bearer(b))
	}
	return []string{fmt.Sprintf(c.w.People.Half, is, c.loc.List(on))}
}

// bearer is who represents somebody, in what quality, and whether that is lost for
// the quorum.
type bearer struct {
	by   string
	as   committee.Quality
	lost bool
}

// bearerOn is who represents somebody on a half-day.
func (c *composer) bearerOn(a committee.Attendance, half committee.HalfDay) bearer {
	by, as := a.Bearer(half)
	return bearer{by, as, c.lostOn(a, half)}
}

// bearersOf are all who represent somebody, each once, in the order of the
// half-days; whom the line names where no half-day names anybody.
func (c *composer) bearersOf(a committee.Attendance) []bearer {
	var all []bearer
	halves := slices.Clone(a.HalfDays)
	slices.SortStableFunc(halves, committee.HalfDay.Compare)
	for _, h := range halves {
		if b := c.bearerOn(a, h); h.Presence == committee.Represented && b.by != "" && !slices.Contains(all, b) {
			all = append(all, b)
		}
	}
	if len(all) == 0 && a.RepresentedBy != "" {
		all = append(all, bearer{a.RepresentedBy, a.RepresentedAs, c.lost(a)})
	}
	return all
}

// bearer names who represents somebody, and says whether it is as the alternate
// or by proxy, and whether that counts: what nobody noted is a proxy, but in a
// document that the meeting is only known from.
func (c *composer) bearer(b bearer) string {
	if b.as == committee.QualityUnsaid && !c.Meeting.FromSource() {
		b.as = committee.AsProxy
	}
	var is []string
	if b.as != committee.QualityUnsaid {
		is = append(is, c.loc.Words.States.Quality[b.as].Full)
	}
	if b.lost {
		is = append(is, c.w.People.Uncounted)
	}
	if len(is) == 0 {
		return b.by
	}
	return fmt.Sprintf(c.w.People.By, b.by, strings.Join(is, c.loc.Words.Common.Comma))
}

// voter is who a line of the list is, with who voted in their place at a moment.
func (c *composer) voter(a committee.Attendance, on committee.Date, at committee.Clock) string {
	name, is, b := c.attendee(a), a.Presence, bearer{by: a.RepresentedBy, as: a.RepresentedAs}
	if half, several := c.Meeting.HalfOn(on, at); several && len(a.HalfDays) > 0 {
		is = a.During(half)
		b.by, b.as = a.Bearer(half)
	}
	if is != committee.Represented || b.by == "" {
		return name
	}
	return name + c.loc.Words.Common.Comma + fmt.Sprintf(c.w.People.RepresentedBy, c.loc.Words.States.Presence[is].Full, c.bearer(b))
}
