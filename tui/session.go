package tui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// sessionBook is what a meeting in session needs of the file.
type sessionBook interface {
	Session(context.Context, committee.MeetingID) (register.Session, error)
	Touched(context.Context, committee.AgendaItemID) (register.Touched, error)
	CaptureLine(context.Context, register.Capture) (committee.Entry, error)
	ReviseLine(ctx context.Context, id committee.EntryID, version int, c register.Capture) (committee.Entry, error)
	TurnLine(ctx context.Context, id committee.EntryID, version int, c register.Capture) (committee.Entry, error)
	MoveLine(ctx context.Context, id committee.EntryID, version int, to committee.AgendaItemID) (committee.Entry, error)
	RemoveLine(ctx context.Context, id committee.EntryID, version int, withMade bool) error
	SplitLine(ctx context.Context, id committee.EntryID, version, at int) ([2]committee.Entry, error)
	TakeUpItem(ctx context.Context, id committee.AgendaItemID, version int) (committee.AgendaItem, error)
	AdoptMinutesUnder(ctx context.Context, id committee.AgendaItemID, version int) (committee.Meeting, error)
	SettleItems(ctx context.Context, id committee.MeetingID, all []committee.AgendaItem) error
	ConcludeItem(ctx context.Context, id committee.AgendaItemID, version int, o committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error)
	SuspendMeeting(ctx context.Context, id committee.MeetingID, version int) (committee.Meeting, error)
	ResumeMeeting(ctx context.Context, id committee.MeetingID, version int) (committee.Meeting, error)
	Move(ctx context.Context, id committee.AttendanceID, version int, arrival bool, on committee.Date, at committee.Clock) (committee.Attendance, error)
}

// sessionPage is a meeting as it is run: its agenda, the minutes of the item
// that is being written, and who is there.
type sessionPage struct {
	d      *desk
	number int
	turn   int
	id     committee.MeetingID
	width  int
	height int
	spare  int // rows that the keys leave while a line is typed

	session   register.Session
	rules     committee.Committee
	names     vocabulary
	ready     bool // it was read once
	asking    bool // it is being read
	stale     bool // the file changed since it was asked
	failed    string
	ticking   bool
	comparing comparedLine
	edition   int // counts what is drawn of the lines

	// item is the one in sight, and written; it follows the one under way
	// until another is chosen, on the agenda.
	item    committee.AgendaItemID
	current committee.AgendaItemID // the one that was under way when last read
	agenda  bool                   // the agenda has the keys, not the minutes
	digits  int                    // the first digit of the number of an item, which may have a second; 0 for none
	beside  readItem               // what it touches when it is not the one under way
	line    committee.EntryID      // the chosen line; empty for the last
	theirs  bool                   // what others did is being read
	panel   bool                   // the right part is in sight where there is no room for it
	room    bool                   // the wording stands alone, for the room
	minutes minutes
	lost    string // the quorum is not there: what is said of it

	typed    typedLine
	sent     []sentLine // typed, and not in the file yet, the oldest first
	lastSent int
	saving   bool        // the first of sent is on its way
	told     bool        // other pages know of every line saved
	form     widget.Form // stands for what is typed among the drafts; it has no field
}

func newSession(d *desk, id committee.MeetingID) page { return sessionOn(d, id) }

func sessionOn(d *desk, id committee.MeetingID) sessionPage {
	return sessionPage{d: d, number: d.number(), id: id, typed: newTypedLine(), told: true, form: widget.NewForm(widget.FormConfig{})}
}

// minuteMsg says that a minute has passed.
type minuteMsg struct{ page int }

// Init reads the meeting and the names that lines may hold.
func (p sessionPage) Init() tea.Cmd { return tea.Batch(p.ask(), readVocabulary(p.d, p.number)) }

// Number tells this page from the others.
func (p sessionPage) Number() int { return p.number }

// Place tells which register the page belongs to.
func (p sessionPage) Place() place { return atMeetings }

// Shows is the thing the page is about.
func (p sessionPage) Shows() committee.Thing { return thing(committee.KindMeeting, p.id) }

// Typing tells that letters are words of a line.
func (p sessionPage) Typing() bool { return p.typed.open }

// Unsaved tells whether leaving the program would cut something short.
func (p sessionPage) Unsaved() bool { return len(p.sent) > 0 || p.typed.open && p.typed.text() != "" }

// Saving tells that the meeting is being read, or that a line is on its way to
// the file, while none is typed: keys wait, as they are for what is then shown
// and might leave the page.
func (p sessionPage) Saving() bool {
	return !p.ready && p.failed == "" || (p.saving || p.asking) && !p.typed.open
}

// Brief keeps the way out of the program out of the footer.
func (p sessionPage) Brief() bool { return true }

// Whole tells that the page takes the whole screen but its last line.
func (p sessionPage) Whole() bool { return p.room }

// ask reads the meeting.
func (p sessionPage) ask() tea.Cmd {
	id := p.id
	return ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.Session, error) { return b.Session(ctx, id) })
}

// reload reads the meeting anew, one question at a time.
func (p sessionPage) reload() (sessionPage, tea.Cmd) {
	if p.asking {
		p.stale = true
		return p, nil
	}
	p.asking, p.stale = true, false
	p.turn++
	return p, p.ask()
}

// Title is the meeting, and whether it was reopened for a correction.
func (p sessionPage) Title() string {
	if !p.ready {
		return p.d.words().Common.Loading
	}
	w, m := p.d.words().Session, p.session.Meeting
	of, named := w.Of, w.Named
	if m.Reopened() {
		of, named = w.OfReopened, w.NamedReopened
	}
	if m.Ref != "" {
		return fmt.Sprintf(named, m.Ref)
	}
	return fmt.Sprintf(of, meetingTitle(p.d, m))
}

// Side is the time, the quorum, and the item that is written.
func (p sessionPage) Side() string {
	if !p.ready {
		return ""
	}
	w := p.d.words().Session
	parts := []string{string(p.d.clock()), p.quorumShort()}
	if (p.reads() || p.waitsForItem() || p.session.Meeting.Reopened()) && !p.wide() { // there is no room for all
		parts = parts[1:]
	}
	switch m := p.session.Meeting; {
	case m.State == committee.Adjourned:
		parts = append(parts, w.Adjourned)
	case m.State != committee.InSession:
		parts = append(parts, w.NotOpen)
	case m.Suspended():
		parts = append(parts, w.Suspended)
	default:
		parts = append(parts, p.pointShort())
	}
	return strings.Join(dropEmpty(parts), "  ")
}

// quorumShort is how the quorum stands, in a few words.
func (p sessionPage) quorumShort() string {
	q, g := p.session.Whole, p.d.styles.Glyph
	if !q.Rule {
		return ""
	}
	if q.Required == 0 {
		return p.d.words().Session.NotRequired
	}
	mark := g.Check
	if !q.Reached() {
		mark = g.Late
	}
	switch {
	case p.wide():
		return p.d.words().Session.QuorumShort + p.d.words().Sheet.Colon + p.d.loc.HereAndNeeded(q) + " " + mark
	case p.reads(), p.session.Meeting.Reopened(): // there is no room for the numbers
		return p.d.words().Session.QuorumShort + " " + mark
	}
	return p.d.loc.HereAndNeededBrief(q) + " " + mark
}

// pointShort is the item that is written, and the time of the one under way,
// which is named where it is another.
func (p sessionPage) pointShort() string {
	w, at := p.d.words().Session, p.at()
	if at < 0 {
		return w.NoItem
	}
	if now := p.session.Current(); p.reads() {
		said := fmt.Sprintf(w.Reading, at+1, len(p.session.Items), now+1)
		return said + "  " + p.clockOf(p.session.Items[now])
	}
	said := fmt.Sprintf(w.Point, at+1, len(p.session.Items))
	if p.waitsForItem() {
		return said + " " + w.ToTakeUp
	}
	if i := p.session.Items[at]; i.UnderWay() {
		return said + "  " + p.clockOf(i)
	}
	return said
}

// waitsForItem tells whether no item is under way, and the one in sight can be
// taken up.
func (p sessionPage) waitsForItem() bool {
	at := p.at()
	return at >= 0 && p.runsNow() && p.session.Current() < 0 && p.session.Items[at].Outcome == committee.Pending
}

// clockOf is how long an item has taken, of how long it was given.
func (p sessionPage) clockOf(i committee.AgendaItem) string {
	used := strconv.Itoa(i.Used(p.d.today(), p.d.clock())) + "′"
	if i.Planned == 0 {
		return used
	}
	return used + "/" + strconv.Itoa(i.Planned) + "′"
}

// at is the place of the item in sight; -1 for none.
func (p sessionPage) at() int { return p.place(p.item) }

func (p sessionPage) place(id committee.AgendaItemID) int {
	for n, i := range p.session.Items {
		if i.ID == id {
			return n
		}
	}
	return -1
}

// Update takes answers, keys while a line is typed, and the rest.
func (p sessionPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height, p.spare = msg.width, msg.height, msg.spare
		return p.lay(), nil
	case restyledMsg:
		p.edition++
		return p.weigh().lay(), nil
	case changedMsg:
		return p.changed(msg)
	case answer[register.Session]:
		return p.answered(msg)
	case answer[readItem]:
		if msg.page == p.number && msg.turn == p.turn && msg.err == nil && msg.value.item == p.item {
			p.beside = msg.value
		}
		return p, nil
	case answer[vocabulary]:
		if msg.page == p.number && msg.err == nil {
			p.names, p.rules = msg.value, msg.value.rules
			p.edition++
			p = p.readAgain().lay()
		}
		return p, nil
	case lineConflictMsg:
		return p.conflicted(msg)
	case lineSavedMsg:
		return p.savedLine(msg)
	case lineLeftMsg:
		return p.left(msg)
	case lineOpenedMsg:
		return p.openLine(msg)
	case minuteMsg:
		if msg.page == p.number {
			p.ticking = false
			return p.lay().tick()
		}
	case tea.PasteMsg:
		if p.typed.open {
			return p.write(msg)
		}
	case tea.KeyPressMsg:
		if p.typed.open {
			return p.press(msg)
		}
	}
	return p, nil
}

// changed reads the meeting again when what it shows was changed.
func (p sessionPage) changed(msg changedMsg) (page, tea.Cmd) {
	shows := func(t committee.Thing) bool { return meetings.shows(string(p.id), t) }
	named := func(t committee.Thing) bool { return vocabularyKinds[t.Kind] }
	if !msg.touches(shows) {
		return p, nil
	}
	p.theirs = p.theirs || msg.others != nil
	next, cmd := p.reload()
	// What was saved here names its kind; a name that changed is read again.
	if msg.others != nil && msg.touches(named) || msg.others == nil && (vocabularyKinds[msg.thing.Kind] || msg.thing.Zero()) {
		cmd = tea.Batch(cmd, readVocabulary(p.d, p.number))
	}
	return next, cmd
}

// answered takes the meeting as it is now.
func (p sessionPage) answered(msg answer[register.Session]) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn {
		return p, nil
	}
	p.asking = false
	if p.stale {
		return p.again()
	}
	if msg.err != nil {
		p.failed = p.d.loc.Error(msg.err)
		return p, send(failedQuietlyMsg{msg.err})
	}
	was, first := p.session, !p.ready
	hand, held := p.chosen()
	p.edition++
	p.session, p.ready, p.failed, p.beside = msg.value, true, "", readItem{}
	p = p.follow().dropSaved().weigh()
	if p.theirs && held {
		p = p.holds(hand)
	}
	p.theirs = false
	var said tea.Cmd
	if !first {
		said = p.quorumTold(was)
	}
	next, tick := p.lay().tick()
	next, save := next.flush()
	return next, tea.Batch(said, tick, save, next.looks())
}

func (p sessionPage) again() (page, tea.Cmd) {
	next, cmd := p.reload()
	return next, cmd
}

// holds keeps the line in hand chosen when another person's has come after it:
// the next key is meant for it.
func (p sessionPage) holds(hand committee.Entry) sessionPage {
	if last, ok := p.chosen(); ok && p.line == "" && !p.typed.open && hand.Item == p.item && last.ID != hand.ID {
		p.line = hand.ID
	}
	return p
}

// follow brings the item under way in sight when it is another than before,
// and an item at all when none is.
func (p sessionPage) follow() sessionPage {
	current := committee.AgendaItemID("")
	if at := p.session.Current(); at >= 0 {
		current = p.session.Items[at].ID
	}
	if current != p.current && current != "" && !p.typed.open {
		p.item, p.line = current, ""
	}
	if !p.typed.open || current != "" {
		p.current = current
	}
	if p.at() >= 0 || len(p.session.Items) == 0 {
		return p
	}
	p.item = p.session.Items[0].ID
	for _, i := range p.session.Items {
		if i.Outcome == committee.Pending {
			p.item = i.ID
			break
		}
	}
	return p
}

// weigh notes whether the quorum is there, and words it when it is not.
func (p sessionPage) weigh() sessionPage {
	q, w := p.session.Whole, p.d.words().Session
	p.lost = ""
	if !q.Rule || q.Reached() || p.session.Meeting.State != committee.InSession {
		return p
	}
	if !p.session.Roll.Taken() {
		p.lost = w.NotTaken
		return p
	}
	p.lost = p.d.loc.Missed(p.session.Counting.Base, q)
	if p.wasReached() {
		p.lost = p.d.loc.Lost(p.session.Counting.Base, q)
	}
	return p
}

// wasReached tells whether the quorum was there before in this meeting.
func (p sessionPage) wasReached() bool {
	for _, i := range p.session.Items {
		if i.Quorum.Rule && register.Whole(p.session.Meeting, i.Quorum) && i.Quorum.Present > 0 && i.Quorum.Reached() {
			return true
		}
	}
	left := 0
	for _, a := range p.session.Attendance {
		if n := len(a.Movements); n > 0 && !a.Movements[n-1].Arrival {
			left++
		}
	}
	return left > 0 && p.session.Whole.Present+left >= p.session.Whole.Required
}

// quorumTold says at once that the quorum was lost, or is there.
func (p sessionPage) quorumTold(was register.Session) tea.Cmd {
	switch before, now := was.Whole, p.session.Whole; {
	case p.session.Meeting.State != committee.InSession:
		return nil // nothing changes any more
	case !before.Rule || !now.Rule || before.Reached() == now.Reached(), !p.session.Roll.Taken():
		return nil
	case now.Reached():
		return send(noticedMsg{text: p.d.words().Session.BackAgain, role: theme.Good})
	}
	return send(noticedMsg{text: p.d.loc.Lost(p.session.Counting.Base, p.session.Whole), role: theme.Warn, stays: true})
}

// tick waits for the next minute, as long as the meeting is in session and
// the screens run.
func (p sessionPage) tick() (sessionPage, tea.Cmd) {
	v := p.d.vigil
	if v == nil || p.ticking || p.session.Meeting.State != committee.InSession {
		return p, nil
	}
	p.ticking = true
	number, now := p.number, p.d.now()
	wait := now.Truncate(time.Minute).Add(time.Minute).Sub(now)
	return p, func() tea.Msg {
		timer := time.NewTimer(max(wait, time.Millisecond))
		defer timer.Stop()
		select {
		case <-timer.C:
			return minuteMsg{number}
		case <-v.ctx.Done():
			return nil
		}
	}
}

// tell says to the other pages that lines were written, once that is over: a
// list of a large file is not read again for every line.
func (p sessionPage) tell() (sessionPage, tea.Cmd) {
	if p.told || len(p.sent) > 0 {
		return p, nil
	}
	p.told = true
	return p, send(changedMsg{thing: thing(committee.KindEntry, committee.EntryID(""))})
}

// understood is what is typed, read as a line of a kind.
func (p sessionPage) understood(kind committee.EntryKind, typed string) capture.Line {
	return capture.Read(kind, typed, p.names.on(kind), p.d.today(), p.d.loc.Lang)
}
