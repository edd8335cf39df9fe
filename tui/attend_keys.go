package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// attendSeed is what the prompts about a line of the attendance list are made
// of: the line, who it is about, and the half-day that is noted.
type attendSeed struct {
	Meeting committee.Meeting    `json:"meeting"`
	Line    committee.Attendance `json:"line"`
	Name    string               `json:"name"`
	Half    int                  `json:"half"`
	// There tells whether they are there on that half-day: they may leave, else
	// only arrive.
	There bool `json:"there"`
}

// The movements that a prompt offers.
const (
	movesIn  = "arrival"
	movesOut = "departure"
)

// attending is a presence on the half-day that is noted.
func (s attendSeed) attending(is committee.Presence) register.Attending {
	a := register.Attending{Presence: is}
	if s.Half >= 0 {
		half := committee.HalfAt(s.Half)
		a.Day, a.Afternoon = half.Day, half.Afternoon
	}
	return a
}

// presence is that of the line on the half-day that is noted.
func (s attendSeed) presence() committee.Presence {
	if s.Half < 0 {
		return s.Line.Presence
	}
	return presenceOn(s.Line, s.Half)
}

// bearer is who represents on the half-day that is noted, and in what quality.
func (s attendSeed) bearer() (by string, as committee.Quality) {
	if s.Half < 0 {
		return s.Line.RepresentedBy, s.Line.RepresentedAs
	}
	return s.Line.Bearer(committee.HalfAt(s.Half))
}

// on is the day of a movement: that of the half-day, where there are several.
func (s attendSeed) on() committee.Date {
	if s.Half < 0 {
		return ""
	}
	return s.Meeting.Starts.Add(s.Half / 2)
}

// Commands are the keys of the list, those that note a presence first.
func (p attendPage) Commands() []command {
	w := p.d.words()
	if p.typing {
		return []command{{key: keymap.Move}, {key: keymap.CompletionTake, word: w.List.KeepFilter}, {key: keymap.Back, word: w.List.ClearFilter}}
	}
	if !p.ready {
		return nil
	}
	cmds := []command{quiet(p.browse(keymap.Move))}
	cmds = append(cmds, p.presences()...)
	off := recordOff(p.d, committee.VerbAdd, committee.KindAttendance, p.session.Meeting, p.session.Meeting.Stamp)
	cmds = append(cmds, act(keymap.AddGuest, off, func() tea.Cmd { return push(newGuestForm(p.d, p.session.Meeting)) }))
	cmds = append(cmds, p.movements()...)
	cmds = append(cmds, p.expects())
	if p.half >= 0 {
		cmds = append(cmds, p.turned(keymap.HalfDay, "", func(p attendPage, name string) (page, tea.Cmd) {
			n, by := 2*p.session.Meeting.Days(), 1
			if name == "shift+tab" {
				by = n - 1
			}
			p.half = (p.half + by) % n
			return p.lay(), nil
		}))
	}
	cmds = append(cmds, p.turned(keymap.Filter, "", func(p attendPage, _ string) (page, tea.Cmd) {
		p.typing = true
		p.filter.CursorEnd()
		focus := p.filter.Focus()
		return p.lay(), focus
	}))
	if p.filter.Value() != "" {
		cmds = append(cmds, p.turned(keymap.Back, "", func(p attendPage, _ string) (page, tea.Cmd) {
			p.filter.SetValue("")
			return p.lay(), nil
		}))
	}
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, quiet(p.browse(k)))
	}
	return cmds
}

// expects is the key that puts those who are expected on the list: it stands in
// the footer while nobody is.
func (p attendPage) expects() command {
	m := p.session.Meeting
	off := archivedOff(p.d, committee.VerbPrepare, committee.KindMeeting, m.Stamp)
	if off == "" {
		off = refusalOf(p.d, m.Allows(committee.VerbPrepare))
	}
	c := act(keymap.Expect, off, func() tea.Cmd { return expect(p.d, m) })
	c.quiet = len(p.session.Attendance) > 0
	return c
}

// turned is a command that turns the page into its next value.
func (p attendPage) turned(k keymap.Key, off string, turn func(p attendPage, name string) (page, tea.Cmd)) command {
	return command{key: k, off: off, do: func(now page, name string) (page, tea.Cmd) {
		if a, ok := now.(attendPage); ok {
			return turn(a, name)
		}
		return now, nil
	}}
}

func (p attendPage) browse(k keymap.Key) command {
	return p.turned(k, "", func(p attendPage, name string) (page, tea.Cmd) {
		p.roll = p.roll.moved(name)
		return p, nil
	})
}

// seed is what is known of the chosen line.
func (p attendPage) seed() attendSeed {
	a, _ := p.roll.selected()
	return attendSeed{Meeting: p.session.Meeting, Line: a, Name: attendant(p.d, a, p.session.Names), Half: p.half, There: p.there(a)}
}

// there tells whether somebody is there, on the half-day that is noted.
func (p attendPage) there(a committee.Attendance) bool {
	if p.half >= 0 && p.half != halfNow(p.d, p.session.Meeting) {
		half := committee.HalfAt(p.half)
		return committee.RollDuring(p.session.Meeting, p.session.Attendance, half).There(a)
	}
	return p.session.Roll.There(a)
}

// presences are the keys that note the chosen line.
func (p attendPage) presences() []command {
	off := p.off(committee.VerbAttend)
	cmds := make([]command, 0, 6)
	for _, note := range []struct {
		key keymap.Key
		is  committee.Presence
	}{{keymap.IsPresent, committee.Present}, {keymap.IsExcused, committee.Excused}, {keymap.IsAbsent, committee.Absent}} {
		cmds = append(cmds, p.once(note.key, off, func(p attendPage) tea.Cmd { return attend(p.d, p.seed(), p.seed().attending(note.is)) }))
	}
	cmds = append(cmds,
		p.once(keymap.IsRepresented, off, func(p attendPage) tea.Cmd { return represent(p.d, p.seed()) }),
		p.once(keymap.IsRemote, off, func(p attendPage) tea.Cmd {
			s := p.seed()
			a := s.attending(committee.Present)
			a.Remote = !s.Line.Remote
			return attend(p.d, s, a)
		}))
	open := act(keymap.Open, p.off(committee.VerbRevise), func() tea.Cmd {
		s := p.seed()
		return push(newAttendanceForm(p.d, register.MeetingSheet{Meeting: s.Meeting, Names: p.session.Names}, s.Line))
	})
	return append(cmds, quiet(open))
}

// movements are the keys of arrivals and departures.
func (p attendPage) movements() []command {
	off := p.off(committee.VerbMove)
	return []command{
		p.once(keymap.Departs, off, func(p attendPage) tea.Cmd { return moveNow(p.d, p.seed(), false) }),
		p.once(keymap.Arrives, off, func(p attendPage) tea.Cmd { return moveNow(p.d, p.seed(), true) }),
		p.once(keymap.MovedAt, off, func(p attendPage) tea.Cmd { return moveAt(p.d, p.seed()) }),
	}
}

// nobody says what stands in place of an empty list, and which key fills it.
func (p attendPage) nobody() string {
	if p.filter.Value() != "" {
		return p.d.words().List.NothingFound
	}
	return p.d.words().Attend.Empty
}

// off says why the chosen line may not be changed now, or that there is none.
func (p attendPage) off(verb committee.Verb) string {
	a, ok := p.roll.selected()
	if !ok {
		return p.nobody()
	}
	return recordOff(p.d, verb, committee.KindAttendance, p.session.Meeting, a.Stamp)
}

// once is a command on the chosen line, whose answer the next keys wait for.
// A presence that is noted lets the cursor go on; a movement does not.
func (p attendPage) once(k keymap.Key, off string, do func(attendPage) tea.Cmd) command {
	c := p.turned(k, off, func(p attendPage, _ string) (page, tea.Cmd) {
		s := p.seed()
		if p.noting = s.Line.ID; k.Show == keymap.Departs.Show || k.Show == keymap.Arrives.Show || k.Show == keymap.MovedAt.Show {
			p.noting = ""
		}
		return p, do(p)
	})
	c.once = true
	_, any := p.roll.selected()
	c.quiet = !any
	return c
}

// attend notes a presence.
func attend(d *desk, s attendSeed, a register.Attending) tea.Cmd {
	w := d.words()
	said := w.States.Presence[a.Presence].Full
	if a.Remote {
		said += " " + d.styles.Glyph.Dot + " " + w.Attend.AtDistance
	}
	return carry(d, fmt.Sprintf(w.Attend.Noted, s.Name, said), func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.Attend(ctx, s.Line.ID, s.Line.Version, a)
		return thing(committee.KindAttendance, s.Line.ID), err
	})
}

func movedNotice(d *desk, name string, arrival bool, at committee.Clock) string {
	said := d.words().Attend.Departed
	if arrival {
		said = d.words().Attend.Arrived
	}
	return fmt.Sprintf(said, name, d.loc.Clock(at))
}

// moveNow notes an arrival or a departure at the present time; of another
// half-day than the one that it is, it asks for the time. Who is there does not
// arrive, who is not does not leave.
func moveNow(d *desk, s attendSeed, arrival bool) tea.Cmd {
	switch w := d.words(); {
	case arrival && s.There:
		return send(noticedMsg{text: fmt.Sprintf(w.Attend.OnlyDeparts, s.Name), role: theme.Warn})
	case !arrival && !s.There:
		is := w.States.Presence[s.presence()].Full
		if n := len(s.Line.Movements); n > 0 && (s.presence() == committee.Present || s.presence() == committee.Represented) {
			is = fmt.Sprintf(w.Attend.LeftAt, d.loc.Clock(s.Line.Movements[n-1].At))
		}
		return send(noticedMsg{text: fmt.Sprintf(w.Attend.OnlyArrives, s.Name, is), role: theme.Warn})
	}
	if s.Half != halfNow(d, s.Meeting) {
		return moveAt(d, s)
	}
	now, on := d.clock(), s.on()
	return carry(d, movedNotice(d, s.Name, arrival, now), func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.Move(ctx, s.Line.ID, s.Line.Version, arrival, on, now)
		return thing(committee.KindAttendance, s.Line.ID), err
	})
}

// moveAt asks for the time of a movement, the only one that there can be:
// somebody who is there leaves, else they come.
func moveAt(d *desk, s attendSeed) tea.Cmd {
	w := d.words()
	which := movesIn
	if s.There {
		which = movesOut
	}
	fields := []widget.Field{
		labelled(choiceField(d, fieldMoved, which, []string{which}, map[string]string{movesIn: w.Attendance.Arrival, movesOut: w.Attendance.Departure}), w.Attend.Which),
		labelled(must(clockField(d, committee.FieldTime, d.clock())), w.Attend.At),
	}
	from := made("attend_moved", committee.KindAttendance, s.Line.ID, s.Line.Version, s).on(thing(committee.KindMeeting, s.Meeting.ID))
	return prompt(d, from, fmt.Sprintf(w.Attend.MovedTitle, s.Name), "", fields, func(v widget.Values) useCase {
		came, when, on := typed(v, fieldMoved) == movesIn, clock(v, committee.FieldTime), s.on()
		said := saved{thing: thing(committee.KindAttendance, s.Line.ID), notice: movedNotice(d, s.Name, came, when)}
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.Move(ctx, s.Line.ID, at(ctx, s.Line.Version), came, on, when)
			return said, err
		}
	})
}

// fieldMoved names the field that tells an arrival from a departure.
const fieldMoved committee.Field = "moved"

// panelMakers make again the forms and the prompts of the pages that a session
// opens.
func panelMakers() map[string]maker {
	return map[string]maker{
		"attend_represented": promptOf(func(d *desk, s attendSeed, _ register.Names, _ string) tea.Cmd { return represent(d, s) }),
		"attend_moved":       promptOf(func(d *desk, s attendSeed, _ register.Names, _ string) tea.Cmd { return moveAt(d, s) }),
		"matter_answer":      promptOf(func(d *desk, s matterSeed, _ register.Names, step string) tea.Cmd { return answerAsked(d, s, step) }),
		"bloc":               formOf(func(d *desk, s blocSeed, _ register.Names) page { return s.page(d) }),
		"bloc_wording":       promptOf(func(d *desk, s blocSeed, _ register.Names, _ string) tea.Cmd { return rewordBloc(d, s) }),
		"adjourn":            promptOf(func(d *desk, s adjournSeed, _ register.Names, _ string) tea.Cmd { return adjourn(d, s) }),
		"vote":               formOf(func(d *desk, s voteSeed, _ register.Names) page { return newVoteForm(d, s) }),
		"attend_guest":       formOf(func(d *desk, m committee.Meeting, _ register.Names) page { return newGuestForm(d, m) }),
	}
}
