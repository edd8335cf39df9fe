package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// goTo makes an item the one under way, by its place on the agenda; one that is
// concluded already is only shown.
func (p sessionPage) goTo(at int) (page, tea.Cmd) {
	if at < 0 || at >= len(p.session.Items) {
		return p, send(noticedMsg{text: fmt.Sprintf(p.d.words().Session.NoSuchItem, at+1), role: theme.Warn})
	}
	if p.session.Items[at].Outcome != committee.Pending {
		return p.shows(at), nil
	}
	return p.takeUp(at)
}

// shows brings an item in sight, and leaves it as it is.
func (p sessionPage) shows(at int) sessionPage {
	p.item, p.line, p.agenda = p.session.Items[at].ID, "", false
	return p.lay()
}

// reads tells whether another item than the one under way is in sight.
func (p sessionPage) reads() bool {
	at := p.at()
	return at >= 0 && p.session.Current() >= 0 && !p.session.Items[at].UnderWay()
}

// takesUpAgain is the key that takes up the item in sight, though it be
// concluded.
func (p sessionPage) takesUpAgain(off string) command {
	at := p.at()
	if off == "" && p.session.Items[at].UnderWayOn(p.d.today()) {
		off = p.d.words().Session.UnderWayNow
	}
	c := waits(p.turned(keymap.TakeUpAgain, off, func(p sessionPage) (page, tea.Cmd) { return p.takeUp(p.at()) }))
	c.quiet = at < 0 || p.session.Items[at].UnderWay() || p.session.Items[at].Outcome == committee.Pending
	return c
}

// takeUp makes an item the one under way, by its place on the agenda.
func (p sessionPage) takeUp(at int) (page, tea.Cmd) {
	w, i := p.d.words().Session, p.session.Items[at]
	p = p.shows(at)
	if i.UnderWayOn(p.d.today()) {
		return p, nil
	}
	said, about := fmt.Sprintf(w.TakenUp, at+1, i.Title), thing(committee.KindAgendaItem, i.ID)
	take := carry(p.d, said, func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.TakeUpItem(ctx, i.ID, i.Version)
		return about, err
	})
	look := *p.d // what it needs is taken now: it runs beside the screen
	return p, func() tea.Msg {
		msg := take()
		failed, ok := msg.(failedMsg)
		if !ok || !underWayIn(conflictOf(failed.err), look.today()) {
			return msg
		}
		return savedMsg{thing: about, notice: said + " " + look.takenUpBy(about)}
	}
}

// underWayIn tells whether what a save ran into is an item that is under way: a
// colleague took it up first.
func underWayIn(c *committee.ConflictError, today committee.Date) bool {
	if c == nil {
		return false
	}
	i, ok := c.Current.(committee.AgendaItem)
	return ok && i.UnderWayOn(today)
}

// takenUpBy says that an item was taken up already, and by whom.
func (d *desk) takenUpBy(item committee.Thing) string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	since, err := d.book.Changes(ctx, item, mostSince)
	if err != nil || len(since) == 0 {
		return d.words().Session.TakenUpAlready
	}
	// An arrival, or another item that ended, touches the one under way as well.
	did := max(slices.IndexFunc(since, func(c register.Change) bool { return c.Verb == committee.VerbTakeUp || c.Verb == committee.VerbSettle }), 0)
	return fmt.Sprintf(d.words().Session.TakenUpBy, d.who(since[did].Actor))
}

// step goes to the item before, or to the next one that is not concluded. The
// first item in sight is begun with when none is under way; while an earlier
// item than that is read, its neighbours are read.
func (p sessionPage) step(by int) (page, tea.Cmd) {
	w, at, now := p.d.words().Session, p.at(), p.session.Current()
	switch {
	case by < 0 && at == 0:
		return p, send(noticedMsg{text: w.NoPrevious, role: theme.Warn})
	case p.reads() && (by < 0 || at < now):
		return p.shows(at + by), nil
	case by < 0:
		return p.goTo(at - 1)
	case now < 0 && p.session.Items[at].Outcome == committee.Pending:
		return p.takeUp(at)
	}
	if now < 0 {
		now = at
	}
	for to := now + 1; to < len(p.session.Items); to++ {
		if p.session.Items[to].Outcome == committee.Pending {
			return p.takeUp(to)
		}
	}
	return p, send(noticedMsg{text: w.NoNext, role: theme.Warn})
}

func concluded(d *desk, i committee.AgendaItem, o committee.ItemOutcome) string {
	return fmt.Sprintf(d.words().Session.Concluded, i.Title, d.words().States.ItemOutcome[o].Full)
}

// dealt is the item in sight dealt with.
func (p sessionPage) dealt() tea.Cmd { return dealtWith(p.d, p.session.Items[p.at()]) }

func dealtWith(d *desk, i committee.AgendaItem) tea.Cmd {
	return carry(d, concluded(d, i, committee.DealtWith), func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.ConcludeItem(ctx, i.ID, i.Version, committee.DealtWith, "", i.NoteKept(committee.DealtWith))
		return thing(committee.KindAgendaItem, i.ID), err
	})
}

// outcomeSeed is what the prompt about an item's end is made of.
type outcomeSeed struct {
	Items []committee.AgendaItem `json:"items"`
	Item  committee.AgendaItem   `json:"item"`
}

// conclude concludes the item in sight by a key that asks.
func (p sessionPage) conclude(k keymap.Key) tea.Cmd {
	return conclude(p.d, outcomeSeed{p.session.Items, p.session.Items[p.at()]}, k)
}

// conclude asks what goes with an outcome: the group the item is referred to,
// and a note. The key is the one that asks.
func conclude(d *desk, s outcomeSeed, k keymap.Key) tea.Cmd {
	i, w := s.Item, d.words()
	o, title := committee.PutOff, w.Session.PostponeTitle
	switch k.Show {
	case keymap.DropItem.Show:
		o, title = committee.ItemWithdrawn, w.Session.DropTitle
	case keymap.ReferItem.Show:
		o, title = committee.Referred, w.Session.ReferTitle
	}
	note := labelled(lineField(d, committee.FieldRemarks, ""), noteLabel(d, o))
	note.Max = 4 * committee.MaxLine
	fields := []widget.Field{note}
	if o == committee.Referred {
		group := labelled(must(lookupField(d, committee.FieldGroup, committee.KindGroup)), w.Agenda.ReferredTo)
		fields = []widget.Field{group, note}
	}
	from := made("session_outcome", committee.KindAgendaItem, i.ID, i.Version, s).on(thing(committee.KindMeeting, i.Meeting)).by(k.Show)
	return prompt(d, from, title, i.Title, fields, func(v widget.Values) useCase {
		to, why := picked[committee.GroupID](v, committee.FieldGroup), typed(v, committee.FieldRemarks)
		said := saved{thing: thing(committee.KindAgendaItem, i.ID), notice: concluded(d, i, o)}
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.ConcludeItem(ctx, i.ID, at(ctx, i.Version), o, to, why)
			return said, err
		}
	})
}

// lateSeed is what the prompt of a late item is made of.
type lateSeed struct {
	Meeting committee.MeetingID `json:"meeting"`
	Place   int                 `json:"place"` // 0 for the end
	Why     string              `json:"why"`
}

// late is the prompt of an item that comes up in session; it goes before what
// closes the agenda.
func (p sessionPage) late() tea.Cmd {
	s := lateSeed{Meeting: p.id, Place: itemPlace(p.session.Items, committee.Discussion)}
	if p.rules.LateItems == committee.Yes {
		s.Why = p.d.words().Session.LateRule
	}
	return lateItem(p.d, s)
}

// lateItem asks for an item that comes up in session.
func lateItem(d *desk, s lateSeed) tea.Cmd {
	w := d.words()
	from := made("session_late", committee.KindAgendaItem, committee.AgendaItemID(""), 0, s).on(thing(committee.KindMeeting, s.Meeting))
	fields := []widget.Field{
		must(lineField(d, committee.FieldTitle, "")),
		labelled(numberField(d, committee.FieldPlanned, nil, 0, 24*60), w.Agenda.PlannedIn),
		presenterField(d, ""),
	}
	return prompt(d, from, w.Session.LateTitle, s.Why, fields, func(v widget.Values) useCase {
		i := committee.AgendaItem{
			Meeting: s.Meeting, Kind: committee.Discussion, Late: true, Position: s.Place,
			Title: typed(v, committee.FieldTitle), Presenter: picked[committee.FunctionID](v, committee.FieldPresenter),
		}
		if n := whole(v, committee.FieldPlanned); n != nil {
			i.Planned = *n
		}
		said := fmt.Sprintf(w.Session.Added, i.Title)
		return func(ctx context.Context, b Book) (saved, error) {
			after, err := b.SaveAgendaItem(ctx, i)
			return saved{thing: thing(committee.KindAgendaItem, after.ID), label: after.Title, notice: said}, err
		}
	})
}

// suspend interrupts the session, or takes it up again.
func (p sessionPage) suspend() tea.Cmd {
	m, w := p.session.Meeting, p.d.words().Session
	if m.Suspended() {
		return carry(p.d, w.Back, func(ctx context.Context, b Book) (committee.Thing, error) {
			_, err := b.ResumeMeeting(ctx, m.ID, m.Version)
			return thing(committee.KindMeeting, m.ID), err
		})
	}
	return carry(p.d, w.SuspendedAt, func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.SuspendMeeting(ctx, m.ID, m.Version)
		return thing(committee.KindMeeting, m.ID), err
	})
}

// movementSeed is what the prompt of a movement is made of.
type movementSeed struct {
	Meeting    committee.MeetingID    `json:"meeting"`
	Attendance []committee.Attendance `json:"attendance"`
	Called     []string               `json:"called"`
	Presences  []committee.Presence   `json:"presences"`
	// There are those who are there, by their place on the list: they may
	// leave, the others may come.
	There []bool `json:"there"`
}

// offers are those whom a movement can concern; where the words typed name none
// of them, those whom it cannot: how they stand says why.
func (s movementSeed) offers(d *desk, typed string, arrival bool) []register.Option {
	var may, others []register.Option
	for n, a := range s.Attendance {
		if n >= min(len(s.Called), len(s.Presences), len(s.There)) || !answersTo(s.Called[n], typed) {
			continue
		}
		is := strings.Join(dropEmpty([]string{d.words().States.Presence[s.Presences[n]].Full, movementsSaid(d, a.Movements, d.loc.Clock)}), " "+d.styles.Glyph.Dot+" ")
		o := register.Option{Thing: thing(committee.KindAttendance, a.ID), Label: s.Called[n], Detail: is}
		if s.There[n] == arrival {
			others = append(others, o)
		} else {
			may = append(may, o)
		}
	}
	if len(may) == 0 && strings.TrimSpace(typed) != "" {
		may = others
	}
	return may[:min(len(may), offered)]
}

// usual is the movement that somebody on the list can make; for nobody yet, that
// of those who are there, as long as there are any.
func (s movementSeed) usual(id committee.AttendanceID) string {
	there := slices.Contains(s.There, true)
	for n, a := range s.Attendance {
		if a.ID == id && n < len(s.There) {
			there = s.There[n]
		}
	}
	if there {
		return "out"
	}
	return "in"
}

const fieldMovement committee.Field = "movement"

// movement asks who comes or goes, and when.
func movement(d *desk, s movementSeed) tea.Cmd {
	w := d.words()
	who := labelled(must(lookupField(d, committee.FieldPerson, committee.KindAttendance)), w.Session.MoveWho)
	look := *d // what it needs is taken now: it runs beside the screen
	who.CompleteWith = func(_ context.Context, words string, v widget.Values) ([]register.Option, error) {
		return s.offers(&look, words, typed(v, fieldMovement) == "in"), nil
	}
	moves := map[string]string{"out": w.Session.Departure, "in": w.Session.Arrival}
	which := labelled(choiceField(d, fieldMovement, s.usual(""), []string{"out", "in"}, moves), w.Session.MoveWhat)
	which.Follows = func(v widget.Values) string { return s.usual(picked[committee.AttendanceID](v, committee.FieldPerson)) }
	fields := []widget.Field{
		who, which,
		must(clockField(d, committee.FieldTime, d.clock())),
	}
	on := d.today()
	from := made("session_movement", committee.KindAttendance, committee.AttendanceID(""), 0, s).on(thing(committee.KindMeeting, s.Meeting))
	return prompt(d, from, w.Session.MovementTitle, "", fields, func(v widget.Values) useCase {
		id, arrival, when := picked[committee.AttendanceID](v, committee.FieldPerson), typed(v, fieldMovement) == "in", clock(v, committee.FieldTime)
		said, version := w.Session.Departed, 0
		if arrival {
			said = w.Session.Arrived
		}
		for n, a := range s.Attendance {
			if a.ID == id && n < len(s.Called) {
				said, version = fmt.Sprintf(said, s.Called[n], d.loc.Clock(when)), a.Version
			}
		}
		return func(ctx context.Context, b Book) (saved, error) {
			_, err := b.Move(ctx, id, at(ctx, version), arrival, on, when)
			return saved{thing: thing(committee.KindAttendance, id), notice: said}, err
		}
	})
}

// answersTo tells whether every word typed begins a word of a name.
func answersTo(name, typed string) bool {
	words := text.Words(name)
	for _, w := range text.Words(typed) {
		if !slices.ContainsFunc(words, func(n text.Word) bool { return strings.HasPrefix(n.Folded, w.Folded) }) {
			return false
		}
	}
	return true
}

// moves is the prompt about somebody on the list.
func (p sessionPage) moves() tea.Cmd {
	s, roll := movementSeed{Meeting: p.id, Attendance: p.session.Attendance}, p.session.Roll
	for _, a := range p.session.Attendance {
		s.Called = append(s.Called, attendant(p.d, a, p.session.Names))
		s.Presences, s.There = append(s.Presences, roll.Presence(a)), append(s.There, roll.There(a))
	}
	return movement(p.d, s)
}

// sessionMakers make the page and its prompts again.
func sessionMakers() map[string]maker {
	return map[string]maker{
		"session": formOf(resumedSession),
		"session_outcome": promptOf(func(d *desk, s outcomeSeed, _ register.Names, step string) tea.Cmd {
			for _, k := range []keymap.Key{keymap.PostponeItem, keymap.ReferItem, keymap.DropItem} {
				if k.Show == step {
					return conclude(d, s, k)
				}
			}
			return nil
		}),
		"session_late": promptOf(func(d *desk, s lateSeed, _ register.Names, _ string) tea.Cmd { return lateItem(d, s) }),
		"session_move": promptOf(func(d *desk, s moveSeed, _ register.Names, _ string) tea.Cmd { return moveFar(d, s) }),
		"session_movement": promptOf(func(d *desk, s movementSeed, _ register.Names, _ string) tea.Cmd {
			return movement(d, s)
		}),
	}
}
