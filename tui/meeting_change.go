package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// meetingCommands are the keys of a meeting. Those that its state asks for
// next stand in the footer; the help shows them all.
func meetingCommands(d *desk, s register.MeetingSheet, target string) []command {
	cmds := append(append(meetingSteps(d, s, ""), recordCommands(d, s, target)...), preparing(d, s)...)
	for i, c := range cmds {
		switch m := s.Meeting; {
		case m.State != committee.InSession:
		case c.key.Show == keymap.OpenSession.Show:
			cmds[i] = act(keymap.OpenSession, "", func() tea.Cmd { return push(newSession(d, m.ID)) })
		}
	}
	cmds = append(cmds, closing(d, s.Meeting))
	next := nextKeys(s.Meeting)
	if wantsAgain(d, s) {
		next = append([]keymap.Key{keymap.CallAgain}, next...)
	}
	return append(lineCommands(d, s, target), ahead(cmds, next...)...)
}

// closing adjourns a session after its checks; once that is done the same key
// shows what came of it.
func closing(d *desk, m committee.Meeting) command {
	w := d.words().Meeting
	if m.State == committee.Adjourned && !m.Archived {
		c := act(keymap.Adjourn, "", func() tea.Cmd { return push(newSummary(d, m.ID)) })
		c.word = w.SummaryShort
		return c
	}
	c := act(keymap.Adjourn, stepOff(d, m, committee.VerbAdjourn), func() tea.Cmd { return push(newAdjourn(d, m.ID)) })
	c.word = w.AdjournShort
	return c
}

// ahead puts the commands of some keys first, in that order, and leaves the
// others out of the footer.
func ahead(cmds []command, first ...keymap.Key) []command {
	out := leading(cmds, first...)
	for i, c := range out {
		out[i].quiet = c.quiet || !among(c.key, first)
	}
	return out
}

// leading puts the commands of some keys first, in that order; the others
// follow as they are.
func leading(cmds []command, first ...keymap.Key) []command {
	out := make([]command, 0, len(cmds))
	for n, k := range first {
		for _, c := range cmds {
			if c.key.Show == k.Show && !among(k, first[:n]) {
				out = append(out, c)
			}
		}
	}
	for _, c := range cmds {
		if !among(c.key, first) {
			out = append(out, c)
		}
	}
	return out
}

func among(k keymap.Key, keys []keymap.Key) bool {
	return slices.ContainsFunc(keys, func(o keymap.Key) bool { return o.Show == k.Show })
}

// nextKeys are the likely next steps, the likeliest first.
func nextKeys(m committee.Meeting) []keymap.Key {
	switch {
	case m.State == committee.Planned || m.State == committee.Postponed:
		return []keymap.Key{keymap.PrepareAgenda, keymap.Convene, keymap.AddItem, keymap.Expect, keymap.OpenSession, keymap.AddAttendance}
	case m.State == committee.Convened:
		return []keymap.Key{keymap.OpenSession, keymap.PrepareAgenda, keymap.AddItem, keymap.Expect, keymap.AddAttendance}
	case m.State == committee.InSession:
		return []keymap.Key{keymap.OpenSession, keymap.Adjourn, keymap.AddAttendance, keymap.AddDecision, keymap.AddRecommendation, keymap.MakeAction}
	case m.Minutes.State == committee.MinutesDraft:
		return []keymap.Key{keymap.Adjourn, keymap.Circulate, keymap.Reconvene, keymap.MakeAction}
	case m.Minutes.State == committee.MinutesCirculated:
		return []keymap.Key{keymap.AdoptMinutes, keymap.MakeAction}
	case m.Minutes.State == committee.MinutesAdopted:
		return []keymap.Key{keymap.Sign, keymap.Correct, keymap.MakeAction}
	case m.Minutes.State == committee.MinutesSigned:
		return []keymap.Key{keymap.Correct, keymap.MakeAction}
	}
	return nil
}

// recordCommands add to the record of a meeting and to what comes of it. On
// an agenda item they act under it, and move it.
func recordCommands(d *desk, s register.MeetingSheet, target string) []command {
	m := s.Meeting
	at := slices.IndexFunc(s.Items, func(i committee.AgendaItem) bool { return to(committee.KindAgendaItem, i.ID) == target })
	var item committee.AgendaItemID
	if at >= 0 {
		item = s.Items[at].ID
	}
	minute := recordOff(d, committee.VerbAdd, committee.KindEntry, m, m.Stamp)
	if minute == "" && len(s.Items) == 0 {
		minute = d.words().Meeting.NoItemYet
	}
	cmds := []command{
		act(keymap.AddItem, recordOff(d, committee.VerbAdd, committee.KindAgendaItem, m, m.Stamp), func() tea.Cmd {
			return push(newItemForm(d, s, committee.AgendaItem{}))
		}),
		act(keymap.AddAttendance, recordOff(d, committee.VerbAdd, committee.KindAttendance, m, m.Stamp), func() tea.Cmd {
			return push(newAttendanceForm(d, s, committee.Attendance{}))
		}),
		act(keymap.AddEntry, minute, func() tea.Cmd { return push(newEntryForm(d, s, committee.Entry{Item: entryUnder(s, target, item)})) }),
	}
	cmds = append(cmds, followCommands(d, s, item, m.Stamp)...)
	if at < 0 {
		return cmds
	}
	up := recordOff(d, committee.VerbMove, committee.KindAgendaItem, m, s.Items[at].Stamp)
	down, edge := up, d.loc.Error(&committee.RefusedError{Verb: committee.VerbMove, Kind: committee.KindAgendaItem, Reason: committee.ReasonEdge})
	if up == "" && at == 0 {
		up = edge
	}
	if down == "" && at == len(s.Items)-1 {
		down = edge
	}
	return append(cmds, moveCommands(d, s.Items[at], up, down)...)
}

// entryUnder is the item a new line of the minutes goes under: the one in
// focus or that of the line in focus, else the one that is being discussed.
func entryUnder(s register.MeetingSheet, target string, item committee.AgendaItemID) committee.AgendaItemID {
	if item != "" || len(s.Items) == 0 {
		return item
	}
	for _, e := range s.Entries {
		if to(committee.KindEntry, e.ID) == target {
			return e.Item
		}
	}
	for _, i := range s.Items {
		if i.Outcome == committee.Pending {
			return i.ID
		}
	}
	return s.Items[len(s.Items)-1].ID
}

// followCommands make what comes of a meeting, with the meeting and the item
// filled in.
func followCommands(d *desk, s register.MeetingSheet, item committee.AgendaItemID, stamp committee.Stamp) []command {
	m, on := s.Meeting, recordDay(d, s.Meeting)
	names := register.Names{thing(committee.KindMeeting, m.ID): {Ref: m.Ref, Short: m.Title, Full: m.Title}}
	for t, n := range s.Names {
		names[t] = n
	}
	off := func(k committee.Kind) string { return archivedOff(d, committee.VerbAdd, k, stamp) }
	return []command{
		act(keymap.AddDecision, off(committee.KindDecision), func() tea.Cmd {
			v := committee.Decision{Meeting: m.ID, Item: item, On: on}
			return push(newDecisionForm(d, register.DecisionSheet{Decision: v, Names: names}))
		}),
		act(keymap.AddRecommendation, off(committee.KindRecommendation), func() tea.Cmd {
			r := committee.Recommendation{Meeting: m.ID, Item: item, Group: m.Group, On: on}
			return push(newRecommendationForm(d, register.RecommendationSheet{Recommendation: r, Names: names}))
		}),
		act(keymap.MakeAction, off(committee.KindAction), func() tea.Cmd {
			a := committee.Action{Meeting: m.ID, Item: item, Group: m.Group, On: on}
			return push(newActionForm(d, register.ActionSheet{Action: a, Names: names}))
		}),
	}
}

// recordDay is the day of what is noted of a meeting: today, or its last day
// when it is written up later.
func recordDay(d *desk, m committee.Meeting) committee.Date {
	if last := m.Last(); !last.Zero() && last < d.today() {
		return last
	}
	return d.today()
}

// meetingStep is a change of state of a meeting or of its minutes, and what
// has to be known for it.
type meetingStep struct {
	key    keymap.Key
	verb   committee.Verb
	title  string
	why    string
	fields []widget.Field
	run    func(context.Context, Book, widget.Values) error
}

// meetingSteps are the commands that move a meeting through its life; each asks
// something first. why is what is explained, when it is known already.
func meetingSteps(d *desk, s register.MeetingSheet, why string) []command {
	steps := append(sessionSteps(d, s), minutesSteps(d, s.Meeting)...)
	cmds := make([]command, len(steps))
	for n, step := range steps {
		if why != "" {
			step.why = why
		}
		cmds[n] = askMeeting(d, s.Meeting, step)
	}
	return cmds
}

func sessionSteps(d *desk, s register.MeetingSheet) []meetingStep {
	w, m := d.words().Meeting, s.Meeting
	reason := []widget.Field{reasonField(d)}
	due := labelled(dateField(d, committee.FieldStarts, ""), w.NewDate)
	due.Help = w.NewDateHelp
	return []meetingStep{
		{
			keymap.Convene, committee.VerbConvene, w.Convene, getsNumber(d, m),
			[]widget.Field{labelled(happenedField(d, committee.FieldNotice), w.ConveneOn)},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.ConveneMeeting(ctx, m.ID, at(ctx, m.Version), day(v, committee.FieldNotice))
				return err
			},
		},
		{
			keymap.OpenSession, committee.VerbOpen, w.Open, notToday(d, m),
			[]widget.Field{must(labelled(clockField(d, committee.FieldStartTime, d.clock()), w.OpenedAt))},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.OpenMeeting(ctx, m.ID, at(ctx, m.Version), clock(v, committee.FieldStartTime))
				return err
			},
		},
		{
			keymap.Postpone, committee.VerbPostpone, w.Postpone, "",
			[]widget.Field{due, reasonField(d)},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.PostponeMeeting(ctx, m.ID, at(ctx, m.Version), day(v, committee.FieldStarts), typed(v, committee.FieldReason))
				return err
			},
		},
		{
			keymap.Cancel, committee.VerbCancel, w.Cancel, "", reason,
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.CancelMeeting(ctx, m.ID, at(ctx, m.Version), typed(v, committee.FieldReason))
				return err
			},
		},
		{
			keymap.Reconvene, committee.VerbReopen, w.Reopen, keepsPresence(d, m), reason,
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.ReopenMeeting(ctx, m.ID, at(ctx, m.Version), typed(v, committee.FieldReason))
				return err
			},
		},
	}
}

func minutesSteps(d *desk, m committee.Meeting) []meetingStep {
	w := d.words().Meeting
	on := happenedField(d, committee.FieldDate)
	return []meetingStep{
		{
			keymap.Circulate, committee.VerbCirculate, w.Circulate, "",
			[]widget.Field{on},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.CirculateMinutes(ctx, m.ID, at(ctx, m.Version), day(v, committee.FieldDate))
				return err
			},
		},
		{
			keymap.AdoptMinutes, committee.VerbAdopt, w.AdoptMinutes, "",
			[]widget.Field{labelled(must(otherMeetingField(d, m.ID)), w.AdoptingAt), on},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.AdoptMinutes(ctx, m.ID, at(ctx, m.Version), picked[committee.MeetingID](v, committee.FieldMeeting), day(v, committee.FieldDate))
				return err
			},
		},
		{
			keymap.Sign, committee.VerbSign, w.Sign, "",
			[]widget.Field{on},
			func(ctx context.Context, b Book, v widget.Values) error {
				_, err := b.SignMinutes(ctx, m.ID, at(ctx, m.Version), day(v, committee.FieldDate))
				return err
			},
		},
		{
			keymap.Correct, committee.VerbCorrect, w.Correct, "",
			[]widget.Field{labelled(must(longField(d, committee.FieldText, "")), w.CorrectionText), on, lineField(d, committee.FieldBy, d.actor.Name)},
			func(ctx context.Context, b Book, v widget.Values) error {
				c := committee.Correction{On: day(v, committee.FieldDate), Text: typed(v, committee.FieldText), By: typed(v, committee.FieldBy)}
				_, err := b.CorrectMinutes(ctx, m.ID, at(ctx, m.Version), c)
				return err
			},
		},
	}
}

// otherMeetingField completes a meeting other than one: its minutes are
// adopted at a later one.
func otherMeetingField(d *desk, than committee.MeetingID) widget.Field {
	f := lookupField(d, committee.FieldMeeting, committee.KindMeeting)
	every := f.Complete
	f.Complete = func(ctx context.Context, typed string) ([]register.Option, error) {
		found, err := every(ctx, typed)
		return slices.DeleteFunc(found, func(o register.Option) bool { return o.Thing.ID == string(than) }), err
	}
	return f
}

// askMeeting is the command that opens the prompt of a step.
func askMeeting(d *desk, m committee.Meeting, step meetingStep) command {
	var opens func() page
	if step.verb == committee.VerbOpen {
		opens = func() page { return newSession(d, m.ID) }
	}
	c := act(step.key, stepOff(d, m, step.verb), func() tea.Cmd {
		name := meetingTitle(d, m)
		from := made("meeting_step", committee.KindMeeting, m.ID, m.Version, meetingSeed{m, step.why})
		return prompt(d, from.by(step.key.Show), step.title+d.words().Sheet.Colon+name, step.why, step.fields, func(v widget.Values) useCase {
			said := name + " " + d.styles.Glyph.Dot + " " + d.loc.Done(step.verb, committee.KindMeeting)
			return func(ctx context.Context, b Book) (saved, error) {
				return saved{thing: thing(committee.KindMeeting, m.ID), notice: said, opens: opens}, step.run(ctx, b, v)
			}
		})
	})
	switch step.verb { // so that the footer holds the keys of a session
	case committee.VerbCirculate:
		c.word = d.words().Meeting.CirculateShort
	}
	return c
}

// stepOff says why a meeting cannot take a step now.
func stepOff(d *desk, m committee.Meeting, verb committee.Verb) string {
	if said := archivedOff(d, verb, committee.KindMeeting, m.Stamp); said != "" {
		return said
	}
	if err := m.Allows(verb); err != nil {
		return d.loc.Error(err)
	}
	if m.Starts.Zero() && (verb == committee.VerbConvene || verb == committee.VerbOpen) {
		return d.loc.Error(&committee.FieldError{Field: committee.FieldStarts, Reason: committee.ReasonRequired})
	}
	return ""
}

// keepsPresence says that correcting the list of a meeting that is reopened does
// not change what was counted in session, where something was.
func keepsPresence(d *desk, m committee.Meeting) string {
	if m.Quorum.Zero() {
		return ""
	}
	return d.words().Meeting.KeptPresence
}

// getsNumber says that the notice gives a meeting its number.
func getsNumber(d *desk, m committee.Meeting) string {
	if m.Numbered() && m.Number == 0 {
		return d.words().Meeting.GetsNumber
	}
	return ""
}

// notToday points out that a meeting is being opened on another day.
func notToday(d *desk, m committee.Meeting) string {
	if today := d.today(); m.Starts <= today && today <= m.Last() {
		return getsNumber(d, m)
	}
	return strings.TrimSpace(fmt.Sprintf(d.words().Meeting.NotToday, d.loc.Span(m.Starts, m.Ends)) + " " + getsNumber(d, m))
}
