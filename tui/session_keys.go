package tui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// Commands are the keys of a session: those of the line while one is typed,
// else those of the lines, the items and the people.
func (p sessionPage) Commands() []command {
	if p.typed.open {
		return p.typingCommands()
	}
	return looking(p.keys())
}

// keys are the keys while no line is typed.
func (p sessionPage) keys() []command {
	if !p.ready {
		return []command{p.leaves()}
	}
	if p.digits > 0 {
		return p.numberCommands()
	}
	if p.room {
		return p.roomCommands()
	}
	cmds := append(append(p.captures(), p.adopting()), p.itemCommands()...)
	cmds = append(append(append(cmds, p.meetingCommands()...), p.lineCommands()...), p.goesOut(), p.leaves())
	return leading(cmds, p.foremost()...)
}

// roomCommands are the keys of the wording alone: a new one, the one in sight
// edited, another one.
func (p sessionPage) roomCommands() []command {
	cmds := append(p.captures(), p.turned(keymap.Room, "", p.toRoom))
	for _, c := range p.lineCommands() {
		if c.key.Show == keymap.EditLine.Show || c.key.Show == keymap.Move.Show {
			cmds = append(cmds, c)
		}
	}
	return append(leading(cmds, append(slices.Clone(writing), keymap.EditLine, keymap.Room)...), p.leaves())
}

// writing are the keys of the lines that are written most.
var writing = []keymap.Key{keymap.NoteLine, keymap.DecisionLine, keymap.RecommendationLine, keymap.ActionLine, keymap.VoteLine}

// foremost are the keys in the order in which they matter now: those that the
// meeting, and the item in sight, wait for; those that write; then those of
// what has the keys, an item of the agenda or a line of the minutes. The footer
// shows as many as it has room for.
func (p sessionPage) foremost() []keymap.Key {
	var first []keymap.Key
	if p.waitsForItem() {
		first = append(first, keymap.NextItem)
	}
	if p.reads() { // the ways out of reading
		first = append(first, keymap.Back, keymap.TakeUpAgain)
	}
	if p.session.Meeting.Suspended() { // nothing goes on before it is resumed
		first = append(first, keymap.Suspend)
	}
	if q := p.session.Quorum; !p.session.Roll.Taken() || q.Rule && q.Present == 0 {
		first = append(first, keymap.TakeAttendance)
	}
	if at := p.at(); at >= 0 {
		switch i := p.session.Items[at]; {
		case i.Purpose == committee.MinutesAdoption:
			first = append(first, keymap.AdoptHere)
		case i.Purpose == committee.MattersArising, i18n.UsualItem(i.Title).Purpose == committee.MattersArising:
			first = append(first, keymap.Matters)
		case p.awaited():
			first = append(first, keymap.Together)
		}
	}
	items := []keymap.Key{keymap.NextItem, keymap.DealtGoOn}
	lines := []keymap.Key{keymap.EditLine, keymap.TurnLine, keymap.MoveLine, keymap.RemoveLine}
	ends := []keymap.Key{keymap.PostponeItem, keymap.ReferItem, keymap.DropItem, keymap.LateItem}
	people := []keymap.Key{keymap.Movement, keymap.TakeAttendance, keymap.Focus, keymap.Beside, keymap.CloseSession}
	if p.agenda {
		return slices.Concat(first, []keymap.Key{keymap.TakeUp}, items, ends, writing, people)
	}
	return slices.Concat(first, writing, items, lines, people, []keymap.Key{
		keymap.Room, keymap.Suspend, keymap.Together, keymap.Matters, keymap.PostponeItem, keymap.ReferItem, keymap.DropItem, keymap.LateItem,
	})
}

// The keys of a session that stand in columns below it: those that write, those
// of the items, those of the meeting. They stay in their place.
var (
	narrowTable = [][]keymap.Key{
		{keymap.NoteLine, keymap.StatementLine, keymap.DecisionLine, keymap.RecommendationLine, keymap.ActionLine, keymap.VoteLine},
		{keymap.PracticeLine, keymap.DifficultyLine, keymap.NextItem, keymap.PreviousItem, keymap.LateItem, keymap.DropItem},
		{keymap.DealtGoOn, keymap.PostponeItem, keymap.ReferItem, keymap.Suspend, keymap.Movement, keymap.Help},
	}
	wideTable = [][]keymap.Key{
		{keymap.NoteLine, keymap.StatementLine, keymap.DecisionLine, keymap.RecommendationLine, keymap.ActionLine, keymap.VoteLine, keymap.PracticeLine, keymap.DifficultyLine},
		{keymap.NextItem, keymap.PreviousItem, keymap.LateItem, keymap.DealtGoOn, keymap.PostponeItem, keymap.ReferItem, keymap.DropItem, keymap.CloseSession},
		{keymap.Movement, keymap.TakeAttendance, keymap.Suspend, keymap.Room, keymap.Matters, keymap.LeaveSession, keymap.Help},
	}
)

// KeyTable are the keys that stand in columns below a session that is open.
func (p sessionPage) KeyTable() [][]keymap.Key {
	switch {
	case !p.tabled() || !p.ready || p.digits > 0 || p.session.Meeting.State != committee.InSession:
		return nil
	case p.wide():
		return wideTable
	}
	return narrowTable
}

// tabled tells whether there is room for the keys in columns.
func (p sessionPage) tabled() bool { return p.spare == len(narrowTable)-1 }

// typingCommands are the keys while a line is typed.
func (p sessionPage) typingCommands() []command {
	keep, end := command{key: keymap.KeepLine}, command{key: keymap.EndLine}
	if p.typed.both {
		keep.word, end.word = p.d.words().Conflict.SaveBoth, p.d.words().Conflict.LeaveBoth
	}
	cmds := []command{keep}
	if len(p.typed.offers()) > 0 {
		cmds = append(cmds, command{key: keymap.Move}, command{key: keymap.TakeName})
	}
	if p.typed.entry.ID != "" {
		cmds = append(cmds, command{key: keymap.SplitLine})
	}
	return append(cmds, end)
}

// turned is a command that turns the page into its next value.
func (p sessionPage) turned(k keymap.Key, off string, turn func(sessionPage) (page, tea.Cmd)) command {
	return command{key: k, off: off, do: func(now page, _ string) (page, tea.Cmd) {
		if s, ok := now.(sessionPage); ok {
			return turn(s)
		}
		return now, nil
	}}
}

// waits is a command whose answer decides what the next keys mean.
func waits(c command) command {
	c.once = true
	return c
}

// leaves goes back: to the session from the room view, to the last line from a
// chosen one, to the item under way from one that is read, else to the page
// under it. A session that runs is not left so: it says which key does that.
func (p sessionPage) leaves() command {
	c := waits(p.turned(keymap.Back, "", func(p sessionPage) (page, tea.Cmd) {
		switch {
		case p.room:
			p.room = false
			return p.lay(), nil
		case p.panel:
			p.panel = false
			return p.lay(), nil
		case p.line != "": // it may be the esc of a line that enter has closed already
			p.line = ""
			return p.lay(), nil
		case p.reads():
			return p.shows(p.session.Current()), nil
		case p.runsNow():
			return p, send(noticedMsg{text: p.Keeps(), role: theme.Accent})
		}
		return p, send(poppedMsg{})
	}))
	c.word = p.d.styles.Glyph.Previous
	c.quiet = p.runsNow() && !p.inner()
	if p.line != "" && !p.room && !p.panel {
		c.word = p.d.words().Session.LastLine
		return c
	}
	if !p.room && !p.panel && p.ready && p.reads() {
		c.word = fmt.Sprintf(p.d.words().Session.BackTo, p.session.Current()+1)
	}
	return c
}

// runsNow tells whether the meeting sits: nothing typed unseen may lead away
// from it then.
func (p sessionPage) runsNow() bool {
	return p.ready && p.session.Meeting.State == committee.InSession && !p.session.Meeting.Suspended()
}

// Keeps says, while the meeting sits, which key leaves its page.
func (p sessionPage) Keeps() string {
	if !p.runsNow() {
		return ""
	}
	return p.d.words().Session.GoesOn
}

// goesOut leaves the page, by a key that no text holds. The session goes on.
func (p sessionPage) goesOut() command {
	c := waits(p.turned(keymap.LeaveSession, "", func(p sessionPage) (page, tea.Cmd) { return p, send(poppedMsg{}) }))
	c.quiet = !p.runsNow() || p.inner()
	return c
}

// inner tells whether esc goes back to the session itself.
func (p sessionPage) inner() bool { return p.room || p.panel || p.line != "" || p.reads() }

// settling are the kinds of line from which something comes.
var settling = []committee.EntryKind{committee.EntryDecision, committee.EntryRecommendation, committee.EntryAction}

// captures open a line, each kind with its key.
func (p sessionPage) captures() []command {
	off := recordOff(p.d, committee.VerbAdd, committee.KindEntry, p.session.Meeting, p.session.Meeting.Stamp)
	if off == "" && p.at() < 0 {
		off = p.d.words().Session.NoAgenda
	}
	var cmds []command
	for _, c := range captureKeys {
		off := off
		if off == "" && slices.Contains(settling, c.kind) {
			off = p.resumed(committee.VerbCapture, committee.KindEntry)
		}
		cmds = append(cmds, p.turned(c.key, off, func(p sessionPage) (page, tea.Cmd) { return p.writes(c.kind) }))
		if c.kind == committee.EntryAction {
			cmds = append(cmds, p.votes(off))
		}
	}
	return cmds
}

// votes opens the page of a vote: on what the chosen line puts, when it puts
// something.
func (p sessionPage) votes(off string) command {
	if off == "" {
		off = p.resumed(committee.VerbCapture, committee.KindEntry)
	}
	return waits(p.turned(keymap.VoteLine, off, func(p sessionPage) (page, tea.Cmd) {
		about := committee.Thing{}
		switch t := p.gaveRise(); t.Kind {
		// What was voted on is voted on again when its line is chosen, not by being
		// the last.
		case committee.KindDecision:
			if l := p.session.Decisions[committee.DecisionID(t.ID)]; p.line != "" || l.State.Open() || l.Manner == committee.MannerUnsaid {
				about = t
			}
		case committee.KindRecommendation:
			if p.line != "" || p.session.Recommendations[committee.RecommendationID(t.ID)].Decision.Open() {
				about = t
			}
		}
		return p, push(newVote(p.d, p.session, p.item, about))
	}))
}

// runs tells why the session cannot be run now: it is not open.
func (p sessionPage) runs(verb committee.Verb, kind committee.Kind) string {
	m := p.session.Meeting
	if off := recordOff(p.d, verb, kind, m, m.Stamp); off != "" {
		return off
	}
	if m.State != committee.InSession {
		return p.d.loc.Error(&committee.RefusedError{Verb: verb, Kind: kind, Reason: committee.ReasonState, State: string(m.State)})
	}
	return ""
}

// resumed tells why nothing is decided now: the session does not run, or is
// interrupted.
func (p sessionPage) resumed(verb committee.Verb, kind committee.Kind) string {
	off := p.runs(verb, kind)
	if off == "" && p.session.Meeting.Suspended() {
		off = p.d.loc.Error(&committee.RefusedError{Verb: verb, Kind: kind, Reason: committee.ReasonSuspended})
	}
	return off
}

// itemCommands go through the agenda.
func (p sessionPage) itemCommands() []command {
	off := p.runs(committee.VerbSettle, committee.KindAgendaItem)
	none := off
	if none == "" && p.at() < 0 {
		none = p.d.words().Session.NoAgenda
	}
	ends := none
	if ends == "" {
		ends = p.resumed(committee.VerbSettle, committee.KindAgendaItem)
	}
	asks := func(k keymap.Key) command {
		return waits(p.turned(k, ends, func(p sessionPage) (page, tea.Cmd) { return p, p.conclude(k) }))
	}
	goes := func(k keymap.Key, by int) command {
		return waits(p.turned(k, none, func(p sessionPage) (page, tea.Cmd) { return p.step(by) }))
	}
	digits := command{key: keymap.ToItem, off: none, once: true, quiet: true, do: func(now page, name string) (page, tea.Cmd) {
		n, _ := keymap.Digit(name)
		if s, ok := now.(sessionPage); ok {
			return s.digit(n)
		}
		return now, nil
	}}
	add := p.d.can(committee.VerbAdd, committee.KindAgendaItem)
	if add == "" {
		add = off
	}
	next := goes(keymap.NextItem, 1)
	if p.waitsForItem() {
		next.word = fmt.Sprintf(p.d.words().Session.TakesUp, p.at()+1)
		next.brief = p.d.words().Keys.TakeUp.Short
	}
	return []command{
		next,
		waits(p.turned(keymap.DealtGoOn, cmp.Or(ends, p.settled()), func(p sessionPage) (page, tea.Cmd) { return p, p.dealt() })),
		goes(keymap.PreviousItem, -1), digits, p.takesUpAgain(none),
		asks(keymap.PostponeItem), asks(keymap.ReferItem), asks(keymap.DropItem),
		waits(p.turned(keymap.LateItem, add, func(p sessionPage) (page, tea.Cmd) { return p, p.late() })),
	}
}

// settled says that the item in sight, which is only read, ended otherwise than
// dealt with: one key does not make it forget how.
func (p sessionPage) settled() string {
	at := p.at()
	if at < 0 || p.session.Items[at].UnderWay() {
		return ""
	}
	switch o := p.session.Items[at].Outcome; o {
	case committee.Pending, committee.DealtWith:
		return ""
	default:
		return fmt.Sprintf(p.d.words().Session.Settled, p.d.words().States.ItemOutcome[o].Short)
	}
}

// meetingCommands are about the people and the screen.
func (p sessionPage) meetingCommands() []command {
	w := p.d.words().Session
	move := p.runs(committee.VerbMove, committee.KindAttendance)
	if move == "" && len(p.session.Attendance) == 0 {
		move = w.NobodyListed
	}
	suspend := waits(p.turned(keymap.Suspend, p.runs(committee.VerbSuspend, committee.KindMeeting), func(p sessionPage) (page, tea.Cmd) {
		return p, p.suspend()
	}))
	if p.session.Meeting.Suspended() {
		suspend.word, suspend.brief = w.Resume, w.Resume
	}
	cmds := []command{waits(p.turned(keymap.Movement, move, func(p sessionPage) (page, tea.Cmd) { return p, p.moves() })), suspend}
	focus := p.turned(keymap.Focus, "", func(p sessionPage) (page, tea.Cmd) {
		p.agenda = !p.agenda
		return p.lay(), nil
	})
	beside := p.turned(keymap.Beside, "", func(p sessionPage) (page, tea.Cmd) {
		p.panel = !p.panel
		return p.lay(), nil
	})
	beside.quiet = p.wide()
	attend := waits(p.turned(keymap.TakeAttendance, "", func(p sessionPage) (page, tea.Cmd) { return p, push(newAttend(p.d, p.id)) }))
	matters := waits(p.turned(keymap.Matters, "", func(p sessionPage) (page, tea.Cmd) { return p, push(newMatters(p.d, p.id, p.item)) }))
	bloc := waits(p.turned(keymap.Together, p.resumed(committee.VerbAdopt, committee.KindRecommendation), func(p sessionPage) (page, tea.Cmd) {
		return p, together(p.d, p.id, p.item)
	}))
	bloc.quiet = !p.awaited()
	end := waits(p.turned(keymap.CloseSession, p.runs(committee.VerbAdjourn, committee.KindMeeting), func(p sessionPage) (page, tea.Cmd) {
		return p, push(newAdjourn(p.d, p.id))
	}))
	cmds = append(cmds, attend, matters, bloc, end)
	return append(cmds, focus, beside, p.turned(keymap.Room, "", p.toRoom))
}

// awaited tells whether a recommendation is known to wait for its adoption under
// the item in sight.
func (p sessionPage) awaited() bool {
	for _, o := range proposalsOf(p.session, p.item, committee.Thing{}) {
		if o.Thing.Kind == committee.KindRecommendation {
			return true
		}
	}
	return false
}

func (p sessionPage) toRoom(now sessionPage) (page, tea.Cmd) {
	now.room = !now.room
	return now.lay(), nil
}

// lineCommands are about the chosen line, and about what has the keys.
func (p sessionPage) lineCommands() []command {
	revise := p.lineOff(committee.VerbRevise)
	edit, turn := revise, revise
	if e, ok := p.chosen(); ok && e.Kind == committee.EntryVote {
		edit, turn = p.retaken(e), p.d.words().Session.VoteStays
	}
	does := func(k keymap.Key, off string, cmd func(sessionPage) tea.Cmd) command {
		return waits(p.turned(k, off, func(p sessionPage) (page, tea.Cmd) { return p, cmd(p) }))
	}
	scroll := command{key: keymap.Move, quiet: true, do: func(now page, name string) (page, tea.Cmd) {
		if s, ok := now.(sessionPage); ok {
			return s.moveTo(name), nil
		}
		return now, nil
	}}
	page, top := scroll, scroll
	page.key, top.key = keymap.PageDown, keymap.Top
	up, bottom := page, top
	up.key, bottom.key = keymap.PageUp, keymap.Bottom
	return []command{
		scroll, p.opens(),
		does(keymap.EditLine, edit, sessionPage.revisesChosen),
		does(keymap.TurnLine, turn, sessionPage.turnLine),
		does(keymap.MoveLine, revise, sessionPage.moveLine),
		does(keymap.RemoveLine, p.lineOff(committee.VerbArchive), sessionPage.removeLine),
		page, up, top, bottom,
	}
}

// opens takes up the item chosen on the agenda, or opens what the chosen line
// gave rise to.
func (p sessionPage) opens() command {
	off := ""
	if !p.agenda && p.gaveRise().Zero() {
		off = p.d.words().Session.NoFact
	} else if p.agenda {
		off = p.runs(committee.VerbSettle, committee.KindAgendaItem)
	}
	c := waits(p.turned(keymap.TakeUp, off, func(p sessionPage) (page, tea.Cmd) {
		if p.agenda {
			return p.goTo(p.at())
		}
		return p, send(openedMsg{p.gaveRise()})
	}))
	c.quiet = !p.agenda
	return c
}

// most is more than there are lines, or items.
func (p sessionPage) most() int {
	return len(p.session.Entries) + len(p.session.Items) + len(p.session.Answered)
}

// moveTo goes up or down what has the keys.
func (p sessionPage) moveTo(name string) page {
	by := map[string]int{"up": -1, "k": -1, "down": 1, "j": 1}[name]
	switch {
	case keymap.PageDown.Matches(name):
		by = p.minutes.pageful()
	case keymap.PageUp.Matches(name):
		by = -p.minutes.pageful()
	case keymap.Top.Matches(name):
		by = -p.most()
	case keymap.Bottom.Matches(name):
		by = p.most()
	}
	if !p.agenda {
		return p.choose(by)
	}
	if n := len(p.session.Items); n > 0 {
		p.item, p.line = p.session.Items[min(max(p.at()+by, 0), n-1)].ID, ""
	}
	return p.lay()
}
