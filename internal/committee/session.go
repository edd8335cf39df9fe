package committee

import (
	"strconv"
	"strings"
)

// Span is a stretch of time within one day. To is empty while it lasts.
type Span struct {
	On   Date  `json:"on"`
	From Clock `json:"from"`
	To   Clock `json:"to"`
}

// Open tells whether the span still lasts.
func (s Span) Open() bool { return s.To == "" }

// Minutes is how long the span lasted until a time of day, when it is open.
func (s Span) Minutes(on Date, now Clock) int {
	to := s.To
	if s.Open() {
		if on != s.On { // it was left running over night
			return 0
		}
		to = now
	}
	return max(to.minutes()-s.From.minutes(), 0)
}

// minutes is the time since midnight.
func (c Clock) minutes() int {
	if len(c) != 5 {
		return 0
	}
	h, _ := strconv.Atoi(string(c[:2]))
	m, _ := strconv.Atoi(string(c[3:]))
	return 60*h + m
}

func spansValid(spans []Span) error {
	for i, s := range spans {
		if err := first(dated(FieldDate, s.On), required(FieldTime, string(s.From)), s.From.valid(FieldTime), s.To.valid(FieldTime)); err != nil {
			return err
		}
		if !s.Open() && s.To < s.From || s.Open() && i < len(spans)-1 {
			return &FieldError{Field: FieldTime, Reason: ReasonBefore}
		}
	}
	return nil
}

// begun and ended are spans with a new one, or with the last one closed. A span
// of another day is closed where it began: how long it lasted is not known.
func begun(spans []Span, on Date, at Clock) []Span {
	return append(ended(spans, on, at), Span{On: on, From: at})
}

func ended(spans []Span, on Date, at Clock) []Span {
	next := append([]Span{}, spans...)
	if n := len(next); n > 0 && next[n-1].Open() {
		last := &next[n-1]
		last.To = last.From
		if last.On == on && at > last.From {
			last.To = at
		}
	}
	return next
}

// ReallyRan is how many minutes the clock of an item runs, in a meeting of several
// days, before it counts as dealt with then though nothing was noted: whoever steps
// onto an item and goes on has not dealt with it.
const ReallyRan = 5

// UnderWay tells whether the item is being dealt with.
func (i AgendaItem) UnderWay() bool { return len(i.Spans) > 0 && i.Spans[len(i.Spans)-1].Open() }

// UnderWayOn tells whether the item is being dealt with on a day: what was left
// running over night ended with its own.
func (i AgendaItem) UnderWayOn(on Date) bool { return i.UnderWay() && i.Spans[len(i.Spans)-1].On == on }

// Used is how many minutes the item has taken until now.
func (i AgendaItem) Used(on Date, now Clock) int {
	used := 0
	for _, s := range i.Spans {
		used += s.Minutes(on, now)
	}
	return used
}

// TakeUp begins, or resumes, dealing with the item, in the presence reckoned.
func (i AgendaItem) TakeUp(on Date, at Clock, q Reckoning) (AgendaItem, error) {
	next := i
	next.Spans, next.Quorum = begun(i.Spans, on, at), q
	return kept(i, next)
}

// Leave stops the item's clock; it is not settled by that.
func (i AgendaItem) Leave(on Date, at Clock) (AgendaItem, error) {
	next := i
	next.Spans = ended(i.Spans, on, at)
	return kept(i, next)
}

// Suspended tells whether the session is interrupted.
func (m Meeting) Suspended() bool { return len(m.Pauses) > 0 && m.Pauses[len(m.Pauses)-1].Open() }

// Pause is the suspension of a session that lasts; zero when there is none.
func (m Meeting) Pause() Span {
	if m.State != InSession || !m.Suspended() {
		return Span{}
	}
	return m.Pauses[len(m.Pauses)-1]
}

// Reopened tells whether the session is open for a correction: it was adjourned
// before, and the time at which it rose is kept.
func (m Meeting) Reopened() bool { return m.State == InSession && m.Closed != "" }

// Suspend interrupts a session at a time of day.
func (m Meeting) Suspend(on Date, at Clock) (Meeting, error) {
	if m.State != InSession || m.Suspended() {
		return m, &RefusedError{Verb: VerbSuspend, Kind: KindMeeting, Reason: ReasonState, State: string(m.State)}
	}
	next := m
	next.Pauses = begun(m.Pauses, on, at)
	return kept(m, next)
}

// A pause that lasts over night is kept as what is left of the one day and what
// is gone of the other.
const (
	midnight  = "00:00"
	nightfall = "23:59"
)

// Resume takes an interrupted session up again, be it on another day.
func (m Meeting) Resume(on Date, at Clock) (Meeting, error) {
	if m.State != InSession || !m.Suspended() {
		return m, &RefusedError{Verb: VerbResume, Kind: KindMeeting, Reason: ReasonState, State: string(m.State)}
	}
	next := m
	next.Pauses = ended(m.Pauses, on, at)
	if last := &next.Pauses[len(next.Pauses)-1]; last.On < on {
		last.To = nightfall
		next.Pauses = append(next.Pauses, Span{On: on, From: midnight, To: at})
	}
	return kept(m, next)
}

// Break is an interruption of a session. Until is the day on which it ended; To
// is empty while it lasts.
type Break struct {
	On    Date
	From  Clock
	Until Date
	To    Clock
}

// Breaks are the interruptions of a session, each whole.
func (m Meeting) Breaks() []Break {
	var all []Break
	for _, s := range m.Pauses {
		if n := len(all); n > 0 && s.From == midnight && all[n-1].To == nightfall {
			all[n-1].Until, all[n-1].To = s.On, s.To
			continue
		}
		all = append(all, Break{s.On, s.From, s.On, s.To})
	}
	return all
}

// CheckKind is one thing that is looked at before a session is adjourned.
type CheckKind string

// The checks, in the order in which they are shown.
const (
	CheckChair      CheckKind = "chair"      // nobody is named to preside, or who is named never came
	CheckSecretary  CheckKind = "secretary"  // the same of who keeps the minutes
	CheckAttendance CheckKind = "attendance" // nobody's presence was noted, or some was not
	CheckQuorum     CheckKind = "quorum"     // there is a rule, and no presence was reckoned
	CheckMissed     CheckKind = "missed"     // decided or voted without the quorum that the rule asks for
	CheckItem       CheckKind = "item"       // neither dealt with nor postponed
	CheckDecision   CheckKind = "decision"   // proposed, and not decided
	CheckProposed   CheckKind = "proposed"   // a recommendation put to the meeting, neither adopted nor rejected nor deferred
	CheckAction     CheckKind = "action"     // without owner or due date
	CheckVote       CheckKind = "vote"       // counts that do not add up
	CheckAddressee  CheckKind = "addressee"  // a recommendation to nobody
	CheckNotice     CheckKind = "notice"     // sent fewer days before than the committee asks, or never
)

// CheckKinds lists the checks.
var CheckKinds = []CheckKind{
	CheckChair, CheckSecretary, CheckAttendance, CheckQuorum, CheckMissed, CheckItem, CheckDecision, CheckProposed, CheckAction, CheckVote, CheckAddressee, CheckNotice,
}

// Override is a check that was passed over, with what it was about.
type Override struct {
	Check CheckKind `json:"check"`
	Kind  Kind      `json:"kind"` // of the thing; empty when it is about none
	Thing string    `json:"thing"`
}

// What the half-day of a check begins with, before its day.
const morningOf, afternoonOf = "morning-", "afternoon-"

// NotTaken is the check that fails for a half-day whose attendance was not taken.
func NotTaken(half HalfDay) Override {
	part := morningOf
	if half.Afternoon {
		part = afternoonOf
	}
	return Override{Check: CheckAttendance, Thing: part + itoa(half.Day)}
}

// Half is the half-day whose attendance was not taken; false where the check is
// about the whole list, or about something else.
func (o Override) Half() (half HalfDay, ok bool) {
	if o.Check != CheckAttendance || o.Kind != "" {
		return half, false
	}
	day, morning := strings.CutPrefix(o.Thing, morningOf)
	if !morning {
		day, half.Afternoon = strings.CutPrefix(o.Thing, afternoonOf)
	}
	n, err := strconv.Atoi(day)
	half.Day = n
	return half, (morning || half.Afternoon) && err == nil && n > 0
}

func overridesValid(all []Override) error {
	for _, o := range all {
		if err := first(oneOf(FieldState, o.Check, CheckKinds...),
			oneOf(FieldKind, o.Kind, "", KindAgendaItem, KindEntry, KindDecision, KindAction, KindRecommendation, KindPerson)); err != nil {
			return err
		}
		// The thing is known by its key, which nobody types.
		if strings.ContainsFunc(o.Thing, func(r rune) bool { return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }) {
			return &FieldError{Field: FieldKind, Reason: ReasonNotListed}
		}
	}
	return nil
}

// UncheckedError says that a session is not adjourned while these checks fail
// and were not passed over.
type UncheckedError struct{ Failed []Override }

// Error is for logs; screens word the error themselves.
func (e *UncheckedError) Error() string {
	return "committee: adjourn: " + strconv.Itoa(len(e.Failed)) + " checks fail"
}

func itoa(n int) string { return strconv.Itoa(n) }
