package tui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// meetingBook is what the meetings, their agenda, their attendance list and
// their minutes need of the file.
type meetingBook interface {
	Meetings(context.Context, register.Query) (register.Window[register.MeetingLine], error)
	Meeting(context.Context, committee.MeetingID) (register.MeetingSheet, error)
	SaveMeeting(context.Context, committee.Meeting) (committee.Meeting, error)
	ConveneMeeting(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	OpenMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock) (committee.Meeting, error)
	Checks(ctx context.Context, id committee.MeetingID) ([]register.Check, error)
	AdjournMeeting(ctx context.Context, id committee.MeetingID, version int, at committee.Clock, overridden ...committee.Override) (committee.Meeting, error)
	PostponeMeeting(ctx context.Context, id committee.MeetingID, version int, to committee.Date, reason string) (committee.Meeting, error)
	CancelMeeting(ctx context.Context, id committee.MeetingID, version int, reason string) (committee.Meeting, error)
	ReopenMeeting(ctx context.Context, id committee.MeetingID, version int, reason string) (committee.Meeting, error)
	CirculateMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	AdoptMinutes(ctx context.Context, id committee.MeetingID, version int, at committee.MeetingID, on committee.Date) (committee.Meeting, error)
	SignMinutes(ctx context.Context, id committee.MeetingID, version int, on committee.Date) (committee.Meeting, error)
	CorrectMinutes(ctx context.Context, id committee.MeetingID, version int, c committee.Correction) (committee.Meeting, error)
	AgendaItem(context.Context, committee.AgendaItemID) (register.AgendaItemSheet, error)
	SaveAgendaItem(context.Context, committee.AgendaItem) (committee.AgendaItem, error)
	MoveAgendaItem(ctx context.Context, id committee.AgendaItemID, version, by int) (committee.AgendaItem, error)
	SettleAgendaItem(ctx context.Context, id committee.AgendaItemID, version int, outcome committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error)
	SaveAttendance(context.Context, committee.Attendance) (committee.Attendance, error)
	SaveEntry(context.Context, committee.Entry) (committee.Entry, error)
	prepareBook
}

// meetings are the sessions of the committee and of its groups, and the
// workshops.
var meetings noun[register.MeetingLine, register.MeetingSheet]

func init() {
	meetings = noun[register.MeetingLine, register.MeetingSheet]{
		kind: committee.KindMeeting, place: atMeetings,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.MeetingLine], error) {
			return b.Meetings(ctx, q)
		},
		id:     func(l register.MeetingLine) string { return string(l.ID) },
		column: meetingColumns,
		scopes: []register.Scope{register.All, register.Upcoming, register.MinutesDue},
		empty:  func(w *i18n.Words) string { return w.Meeting.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.MeetingSheet, error) {
			return b.Meeting(ctx, committee.MeetingID(id))
		},
		stamp:    func(s register.MeetingSheet) committee.Stamp { return s.Meeting.Stamp },
		title:    func(d *desk, s register.MeetingSheet) string { return meetingTitle(d, s.Meeting) },
		block:    meetingBlocks,
		commands: meetingCommands,
		create:   func(d *desk) page { return newMeetingForm(d, register.MeetingSheet{}) },
		edit:     func(d *desk, s register.MeetingSheet) page { return newMeetingForm(d, s) },
		visit:    visitRecord,
		also: func(d *desk) []command {
			return []command{act(keymap.Backlog, "", func() tea.Cmd { return push(newBacklog(d)) })}
		},
	}
}

// meetingName is how people speak of a meeting: by its kind and its number
// once it has one, by its title before and when its kind has none.
func meetingName(d *desk, l register.MeetingLine) string {
	kind := i18n.Capital(d.words().States.MeetingKind[l.Kind].Full)
	switch {
	case l.Ref != "":
		return fmt.Sprintf(d.words().Meeting.Named, kind, l.Ref)
	case l.Title != "":
		return l.Title
	}
	return kind
}

func meetingTitle(d *desk, m committee.Meeting) string {
	return meetingName(d, register.MeetingLine{Ref: m.Ref, Kind: m.Kind, Title: m.Title})
}

func meetingColumns(d *desk) []widget.Column[register.MeetingLine] {
	w := d.words()
	type line = register.MeetingLine
	minutes := stateWidth(w.States.Minutes)
	return []widget.Column[line]{
		{Title: w.List.Number, Min: 7, Sort: "ref", Cell: func(l line) string { return l.Ref }},
		{Title: w.Meeting.Dates, Min: 9, Sort: "starts", Cell: func(l line) string { return d.loc.DateShort(l.Starts) }},
		{Title: w.Fields[committee.FieldKind], Min: 10, Drop: 3, Sort: "kind", Cell: func(l line) string { return w.States.MeetingKind[l.Kind].Short }},
		{Title: w.Fields[committee.FieldTitle], Min: 45 - minutes, Grow: 3, Sort: "title", Cell: func(l line) string { return l.Title }},
		{Title: w.Meeting.Body, Min: 9, Max: 18, Grow: 1, Drop: 4, Sort: "body", Cell: func(l line) string { return meetingBody(d, l) }},
		{
			Title: w.Fields[committee.FieldState], Min: 11, Sort: "state",
			Cell: func(l line) string { return meetingState(d, l.State) }, Role: func(l line) theme.Role { return meetingRole(l.State) },
		},
		{Title: w.Meeting.MinutesShort, Min: minutes, Drop: 1, Sort: "minutes", Cell: func(l line) string { return minutesState(d, l.Minutes) }},
		{Title: w.Meeting.Items, Min: 6, Right: true, Drop: 2, Sort: "items", Cell: func(l line) string { return strconv.Itoa(l.Items) }},
	}
}

// meetingBody is who meets: a group, or the plenary; a workshop without a
// group gathers more than the committee.
func meetingBody(d *desk, l register.MeetingLine) string {
	if l.Body == "" && l.Kind != committee.Workshop {
		return d.words().Meeting.Plenary
	}
	return l.Body
}

// meetingState writes a state as a glyph and a word.
func meetingState(d *desk, s committee.MeetingState) string {
	g := d.styles.Glyph
	mark := map[committee.MeetingState]string{
		committee.Planned: g.Open, committee.Convened: g.Half, committee.InSession: g.Current,
		committee.Adjourned: g.Validated, committee.Postponed: g.Arrow, committee.Cancelled: g.Abandoned,
	}[s]
	return mark + " " + d.words().States.Meeting[s].Short
}

// meetingStands is the state of a meeting with its label; a session that is
// suspended says since when.
func meetingStands(d *desk, m committee.Meeting) (label, said string, role theme.Role) {
	w := d.words()
	label, said, role = w.Fields[committee.FieldState], meetingState(d, m.State), meetingRole(m.State)
	if pause := m.Pause(); pause.From != "" {
		return label, d.styles.Glyph.Current + " " + suspendedSince(d, pause), theme.Warn
	}
	return label, said, role
}

// suspendedSince says that a session is suspended, and since when.
func suspendedSince(d *desk, since committee.Span) string {
	said := fmt.Sprintf(d.words().Meeting.SuspendedSince, d.loc.Clock(since.From))
	if since.On != d.today() {
		said += d.words().Common.Comma + d.loc.DateLong(since.On)
	}
	return said
}

func meetingRole(s committee.MeetingState) theme.Role {
	switch s {
	case committee.InSession:
		return theme.Accent
	case committee.Postponed:
		return theme.Warn
	case committee.Cancelled:
		return theme.Muted
	}
	return theme.Text
}

// minutesState writes the state of minutes as a glyph and a word.
func minutesState(d *desk, s committee.MinutesState) string {
	g := d.styles.Glyph
	word := d.words().States.Minutes[s].Short
	mark := map[committee.MinutesState]string{
		committee.MinutesDraft: g.Open, committee.MinutesCirculated: g.Half,
		committee.MinutesAdopted: g.Declared, committee.MinutesSigned: g.Validated,
	}[s]
	return strings.TrimSpace(mark + " " + word)
}

func meetingBlocks(d *desk, s register.MeetingSheet) []widget.Block {
	w := d.words()
	blocks := []widget.Block{meetingLead(d, s), agendaBlock(d, s), attendanceBlock(d, s), entryBlock(d, s)}
	blocks = append(
		blocks,
		cutShort(d, listed(w.Root.Recommendations, recommendationRows(d, s.Recommendations), orMissing(d, s.Meeting.Stamp, w.Meeting.NoRecommendation)), s.Cut, register.PartRecommendations),
		cutShort(d, listed(w.Root.Decisions, decisionRows(d, s.Decisions), orMissing(d, s.Meeting.Stamp, w.Meeting.NoDecision)), s.Cut, register.PartDecisions),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Meeting.NoAction), s.Cut, register.PartActions),
		minutesBlock(d, s),
	)
	blocks = append(blocks, some(w.Meeting.Groups, meetingGroupRows(d, s.Groups))...)
	blocks = append(blocks, meetingDetails(d, s))
	return append(blocks, provenance(d, s.Meeting.Stamp, s.Names)...)
}

// meetingLead are the facts of a meeting that its notice would give, and how
// the session stands.
func meetingLead(d *desk, s register.MeetingSheet) widget.Block {
	w, m := d.words(), s.Meeting
	f := newFacts(d, m.Stamp, s.Names)
	f.rows = append(f.rows, widget.Row{Text: m.Title, Long: true, Role: theme.Strong})
	kind := i18n.Capital(w.States.MeetingKind[m.Kind].Full)
	if m.Ref != "" {
		kind = meetingTitle(d, m)
	}
	f.text(committee.FieldKind, kind)
	f.row(meetingStands(d, m))
	switch sat := m.State == committee.InSession || m.State == committee.Adjourned; {
	case m.Reason != "" && sat:
		f.fact(w.Meeting.ReopenedFor, m.Reason)
	case m.Reason != "":
		f.text(committee.FieldReason, m.Reason)
	}
	switch {
	case m.Group != "":
		f.linked(w.Meeting.Body, thing(committee.KindGroup, m.Group))
	case m.Kind != committee.Workshop:
		f.fact(w.Meeting.Body, w.Meeting.Plenary)
	}
	f.fact(w.Meeting.Dates, meetingDays(d, m)).fact(w.Meeting.Time, meetingHours(d, m)).text(committee.FieldPlace, m.Place)
	meetingNotice(d, f, s)
	if m.FirstNotice != "" || m.Kind == committee.SecondNotice {
		f.linked(w.Meeting.FirstNotice, thing(committee.KindMeeting, m.FirstNotice))
	}
	if s.Again != "" {
		f.linked(w.Prepare.AgainNotice, thing(committee.KindMeeting, s.Again))
	}
	f.link(committee.FieldChair, thing(committee.KindPerson, m.Chair)).link(committee.FieldSecretary, thing(committee.KindPerson, m.Secretary))
	if said := sessionSaid(d, m); said != "" {
		f.fact(w.Meeting.Session, said)
	}
	said, role := quorumSaid(d, s)
	f.row(w.Fields[committee.FieldQuorum], said, role)
	if m.Minutes.State != committee.NoMinutes {
		f.fact(w.Meeting.Minutes, minutesState(d, m.Minutes.State))
	} else if m.State == committee.Adjourned {
		f.fact(w.Meeting.Minutes, "")
	}
	f.ifAny(committee.FieldConfidentiality, m.Confidentiality).ifAny(committee.FieldDistribution, m.Distribution)
	if m.Objectives != "" {
		f.fact(w.Meeting.Objectives, m.Objectives)
	}
	return f.block("")
}

// meetingDays writes the days of a meeting and how many they are.
func meetingDays(d *desk, m committee.Meeting) string {
	switch {
	case m.Starts.Zero():
		return ""
	case m.Days() == 1:
		return d.loc.DateLong(m.Starts)
	}
	return d.loc.Span(m.Starts, m.Ends) + " " + d.styles.Glyph.Dot + " " + d.loc.Count(d.words().Meeting.Days, m.Days())
}

func meetingHours(d *desk, m committee.Meeting) string {
	from, until := d.loc.Clock(m.StartTime), d.loc.Clock(m.EndTime)
	switch {
	case until == "":
		return from
	case from == "":
		return fmt.Sprintf(d.words().Meeting.Until, until)
	}
	return fmt.Sprintf(d.words().Meeting.FromTo, from, until)
}

// sessionSaid is when the session was really opened and adjourned.
func sessionSaid(d *desk, m committee.Meeting) string {
	var parts []string
	if m.Opened != "" {
		parts = append(parts, fmt.Sprintf(d.words().Meeting.Opened, d.loc.Clock(m.Opened)))
	}
	if m.Closed != "" && m.State == committee.Adjourned {
		closed := fmt.Sprintf(d.words().Meeting.Closed, d.loc.Clock(m.Closed))
		if m.Days() > 1 {
			closed += d.words().Common.Comma + d.loc.DateLong(m.Rose())
		}
		parts = append(parts, closed)
	}
	return strings.Join(parts, d.words().Common.Comma)
}

// quorumSaid is what the quorum asks for and, once attendance was taken,
// whether it is reached.
func quorumSaid(d *desk, s register.MeetingSheet) (string, theme.Role) {
	w, dot := d.words().Meeting, " "+d.styles.Glyph.Dot+" "
	q := committee.Reckoning{Rule: true, Base: s.Base, Required: s.Required, Present: s.Present}
	if s.Required == 0 {
		none := w.NoQuorum
		if s.Meeting.Kind == committee.SecondNotice {
			none = d.words().Prepare.NoneRequired
		}
		if s.Present > 0 {
			return none + dot + d.loc.Present(s.Counting.Base, s.Present), theme.Muted
		}
		return none, theme.Muted
	}
	said := d.loc.QuorumOf(s.Counting.Base, q)
	taken := s.Meeting.State == committee.InSession || s.Meeting.State == committee.Adjourned
	switch {
	case s.Present == 0 && !taken:
		return d.loc.Needed(s.Counting.Base, q), theme.Text
	case q.Reached():
		return d.styles.Glyph.Check + " " + w.Reached + dot + said, theme.Good
	}
	return d.styles.Glyph.Abandoned + " " + w.NotReached + dot + said, theme.Warn
}

// minutesBlock is the life of the minutes: each step that was taken, and the
// corrective acts.
func minutesBlock(d *desk, s register.MeetingSheet) widget.Block {
	w, n := d.words().Meeting, s.Meeting.Minutes
	if n.State == committee.NoMinutes {
		return widget.Block{Title: w.Minutes, Empty: orMissing(d, s.Meeting.Stamp, w.NoMinutes)}
	}
	f := newFacts(d, committee.Stamp{}, s.Names)
	f.text(committee.FieldState, minutesState(d, n.State))
	for _, step := range []struct {
		label string
		on    committee.Date
	}{{w.Circulated, n.CirculatedOn}, {w.Adopted, n.AdoptedOn}, {w.Signed, n.SignedOn}} {
		if !step.on.Zero() {
			f.fact(step.label, d.loc.Date(step.on))
		}
	}
	if n.AdoptedAt != "" {
		f.linked(w.AdoptedAt, thing(committee.KindMeeting, n.AdoptedAt))
	}
	for _, c := range n.Corrections {
		said := d.loc.Date(c.On)
		if c.By != "" {
			said += " " + d.styles.Glyph.Dot + " " + c.By
		}
		f.fact(w.Correction, said)
		f.rows = append(f.rows, widget.Row{Text: c.Text, Long: true})
	}
	return f.block(w.Minutes)
}

func meetingGroupRows(d *desk, lines []register.GroupLine) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		parts := []string{l.Name, l.Rapporteur, d.loc.Count(d.words().List.Recommendations, l.Recommendations)}
		rows[i] = widget.Row{
			Label: l.Acronym, Text: strings.Join(dropEmpty(parts), " "+d.styles.Glyph.Dot+" "), Target: to(committee.KindGroup, l.ID), Long: true,
		}
	}
	return rows
}

func meetingDetails(d *desk, s register.MeetingSheet) widget.Block {
	w, m := d.words(), s.Meeting
	f := newFacts(d, m.Stamp, s.Names)
	f.text(committee.FieldLanguage, w.States.Language[m.Language].Full)
	f.links(committee.FieldReferences, things(committee.KindReference, m.References)).text(committee.FieldRemarks, m.Remarks)
	return f.block(w.Meeting.Details)
}
