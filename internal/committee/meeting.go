package committee

// MeetingKind says what a meeting is.
type MeetingKind string

// The kinds of meeting.
const (
	Ordinary      MeetingKind = "ordinary"
	Extraordinary MeetingKind = "extraordinary"
	SecondNotice  MeetingKind = "second_notice"
	GroupMeeting  MeetingKind = "group"
	Workshop      MeetingKind = "workshop"
)

// MeetingKinds lists what may be chosen.
var MeetingKinds = []MeetingKind{Ordinary, Extraordinary, SecondNotice, GroupMeeting, Workshop}

// MeetingState is where a meeting is in its life.
type MeetingState string

// The states of a meeting.
const (
	Planned   MeetingState = "planned"
	Convened  MeetingState = "convened"
	InSession MeetingState = "in_session"
	Adjourned MeetingState = "adjourned"
	Postponed MeetingState = "postponed"
	Cancelled MeetingState = "cancelled"
)

// MeetingStates lists the states in the order of their life.
var MeetingStates = []MeetingState{Planned, Convened, InSession, Adjourned, Postponed, Cancelled}

// MinutesState is where the minutes of a meeting are in their life.
type MinutesState string

// The states of minutes; NoMinutes until the meeting adjourned.
const (
	NoMinutes         MinutesState = ""
	MinutesDraft      MinutesState = "draft"
	MinutesCirculated MinutesState = "circulated"
	MinutesAdopted    MinutesState = "adopted"
	MinutesSigned     MinutesState = "signed"
)

// Meeting is a session of the committee or of a group, or a workshop.
type Meeting struct {
	ID MeetingID `json:"id"`
	Stamp
	Mark               // given when an ordinary, extraordinary or second-notice meeting is convened
	Kind  MeetingKind  `json:"kind"`
	State MeetingState `json:"state"`
	Title string       `json:"title"`
	// Group is the body that meets; empty for the plenary.
	Group       GroupID   `json:"group"`
	Place       string    `json:"place"`
	Starts      Date      `json:"starts"`
	Ends        Date      `json:"ends"` // the last day; the first when empty
	StartTime   Clock     `json:"start_time"`
	EndTime     Clock     `json:"end_time"`
	Notice      Date      `json:"notice"` // when the notice went out
	FirstNotice MeetingID `json:"first_notice"`
	Chair       PersonID  `json:"chair"`
	Secretary   PersonID  `json:"secretary"`
	Language    Language  `json:"language"`
	Objectives  string    `json:"objectives"`
	Reason      string    `json:"reason"` // of a postponement or a cancellation
	Opened      Clock     `json:"opened"`
	Closed      Clock     `json:"closed"`
	// ClosedOn is the day it was adjourned on, where that was before its last.
	ClosedOn   Date          `json:"closed_on,omitempty"`
	Minutes    Minutes       `json:"minutes"`
	References []ReferenceID `json:"references"`
	Remarks    string        `json:"remarks"`
	// Pauses are the suspensions, the last one open while it lasts.
	Pauses []Span `json:"pauses,omitzero"`
	// Quorum is the presence when the session was opened.
	Quorum Reckoning `json:"quorum,omitzero"`
	// Overridden are the checks that the secretary passed over to adjourn.
	Overridden []Override `json:"overridden,omitzero"`
	// Confidentiality says who may read the minutes, Distribution to whom they
	// go; empty for what the committee says.
	Confidentiality string `json:"confidentiality,omitzero"`
	Distribution    string `json:"distribution,omitzero"`
}

// Minutes is the life of a meeting's minutes. Adopted text never changes:
// corrections are linked to it.
type Minutes struct {
	State        MinutesState `json:"state"`
	CirculatedOn Date         `json:"circulated_on"`
	AdoptedAt    MeetingID    `json:"adopted_at"`
	AdoptedOn    Date         `json:"adopted_on"`
	SignedOn     Date         `json:"signed_on"`
	Corrections  []Correction `json:"corrections"`
}

// Correction is a corrective act linked to adopted minutes.
type Correction struct {
	On   Date   `json:"on"`
	Text string `json:"text"`
	By   string `json:"by"`
}

// Last is the last day of the meeting.
func (m Meeting) Last() Date {
	if m.Ends.Zero() {
		return m.Starts
	}
	return m.Ends
}

// Days is how many days the meeting lasts; 0 when its date is not set.
func (m Meeting) Days() int {
	if m.Starts.Zero() {
		return 0
	}
	return m.Starts.Days(m.Last()) + 1
}

// Numbered tells whether meetings of this kind get a number.
func (m Meeting) Numbered() bool {
	return m.Kind == Ordinary || m.Kind == Extraordinary || m.Kind == SecondNotice
}

// RecordOpen tells whether agenda, attendance and minutes may be edited: not
// once the session is adjourned, unless it is reopened, nor when the meeting
// will not be held. What is only known of a meeting from a document may still
// be completed.
func (m Meeting) RecordOpen() bool {
	switch m.State {
	case Cancelled:
		return false
	case Adjourned:
		return m.FromSource() && m.Minutes.State == NoMinutes
	}
	return true
}

var meetingFrom = map[Verb][]MeetingState{
	VerbConvene:  {Planned, Postponed},
	VerbOpen:     {Planned, Convened},
	VerbAdjourn:  {InSession},
	VerbPostpone: {Planned, Convened, Postponed},
	VerbCancel:   {Planned, Convened, Postponed},
	VerbReopen:   {Adjourned},
	VerbPrepare:  {Planned, Convened, Postponed, InSession},
}

// Allows tells whether verb may be applied in this state: nil, or a *RefusedError.
func (m Meeting) Allows(verb Verb) error {
	refused := &RefusedError{Verb: verb, Kind: KindMeeting, Reason: ReasonState, State: string(m.State)}
	if states, ok := minutesFrom[verb]; ok {
		for _, s := range states {
			if s == m.Minutes.State {
				return nil
			}
		}
		if verb == VerbCirculate && m.State == Adjourned && m.Minutes.State == NoMinutes {
			return nil
		}
		if m.Minutes.State != NoMinutes {
			refused.State = "minutes_" + string(m.Minutes.State)
		}
		return refused
	}
	for _, s := range meetingFrom[verb] {
		if s == m.State {
			if verb == VerbReopen && m.Minutes.State != NoMinutes && m.Minutes.State != MinutesDraft {
				refused.Reason = ReasonMeetingClosed
				return refused
			}
			return nil
		}
	}
	return refused
}

// Convene sends the notice out on a day.
func (m Meeting) Convene(on Date) (Meeting, error) {
	if err := m.Allows(VerbConvene); err != nil {
		return m, err
	}
	if err := first(required(FieldStarts, string(m.Starts)), dated(FieldNotice, on)); err != nil {
		return m, err
	}
	next := m
	next.State, next.Notice, next.Reason = Convened, on, ""
	return kept(m, next)
}

// Open puts the meeting in session at a time of day. One meeting at a time is
// in session per body; the file checks that.
func (m Meeting) Open(at Clock) (Meeting, error) {
	if err := m.Allows(VerbOpen); err != nil {
		return m, err
	}
	if m.Starts.Zero() {
		return m, &FieldError{Field: FieldStarts, Reason: ReasonRequired}
	}
	next := m
	next.State, next.Opened = InSession, at
	return kept(m, next)
}

// Rose is the day the meeting was adjourned on, the last day it was to last
// where nothing else is kept.
func (m Meeting) Rose() Date {
	if m.ClosedOn.Zero() {
		return m.Last()
	}
	return m.ClosedOn
}

// Adjourn ends the session on its last day at a time of day; its minutes become
// a draft, but for a meeting that is only known from a document.
func (m Meeting) Adjourn(at Clock) (Meeting, error) { return m.AdjournOn(m.Last(), at) }

// AdjournOn is Adjourn on one of the days of the meeting. One that is reopened
// and adjourned at the same hour as before rose on the day it did.
func (m Meeting) AdjournOn(on Date, at Clock) (Meeting, error) {
	if err := m.Allows(VerbAdjourn); err != nil {
		return m, err
	}
	next := m
	if next.State = Adjourned; m.Closed == "" || at != m.Closed {
		next.ClosedOn = ""
		if on < m.Last() {
			next.ClosedOn = on
		}
	}
	next.Closed = at
	if !m.FromSource() {
		// What minutes there are of a meeting known from a document, only a
		// document can say.
		next.Minutes.State = MinutesDraft
	}
	return kept(m, next)
}

// Postpone moves the meeting to a later day, or to a day not yet known, and
// keeps how many days it lasts. The reason is required.
func (m Meeting) Postpone(to Date, reason string) (Meeting, error) {
	if err := m.Allows(VerbPostpone); err != nil {
		return m, err
	}
	if err := first(required(FieldReason, reason), to.valid(FieldStarts)); err != nil {
		return m, err
	}
	if !to.Zero() && to <= m.Starts {
		return m, &FieldError{Field: FieldStarts, Reason: ReasonNotLater, Detail: string(m.Starts)}
	}
	next := m
	if to.Zero() {
		next.Ends = ""
	} else if !m.Ends.Zero() {
		next.Ends = to.Add(m.Days() - 1)
	}
	next.State, next.Starts, next.Reason, next.Notice = Postponed, to, reason, ""
	return kept(m, next)
}

// Cancel calls the meeting off. The reason is required.
func (m Meeting) Cancel(reason string) (Meeting, error) {
	if err := m.Allows(VerbCancel); err != nil {
		return m, err
	}
	if err := required(FieldReason, reason); err != nil {
		return m, err
	}
	next := m
	next.State, next.Reason = Cancelled, reason
	return kept(m, next)
}

// Reopen puts an adjourned meeting back in session for a correction, before
// its minutes circulate. The reason is required.
func (m Meeting) Reopen(reason string) (Meeting, error) {
	if err := m.Allows(VerbReopen); err != nil {
		return m, err
	}
	if err := required(FieldReason, reason); err != nil {
		return m, err
	}
	next := m
	next.State, next.Minutes, next.Reason = InSession, Minutes{}, reason
	return kept(m, next)
}

var minutesFrom = map[Verb][]MinutesState{
	VerbCirculate: {MinutesDraft},
	VerbAdopt:     {MinutesCirculated},
	VerbSign:      {MinutesAdopted},
	VerbCorrect:   {MinutesAdopted, MinutesSigned},
}

// AdvanceMinutes circulates (VerbCirculate), adopts (VerbAdopt, at a later
// meeting) or signs (VerbSign) the minutes.
func (m Meeting) AdvanceMinutes(verb Verb, at MeetingID, on Date) (Meeting, error) {
	if err := m.Allows(verb); err != nil {
		return m, err
	}
	if err := dated(FieldDate, on); err != nil {
		return m, err
	}
	next := m
	switch verb {
	case VerbCirculate:
		next.Minutes.State, next.Minutes.CirculatedOn = MinutesCirculated, on
	case VerbAdopt:
		if at == "" {
			return m, &FieldError{Field: FieldMeeting, Reason: ReasonRequired}
		}
		if at == m.ID {
			return m, &FieldError{Field: FieldMeeting, Reason: ReasonSelf}
		}
		next.Minutes.State, next.Minutes.AdoptedAt, next.Minutes.AdoptedOn = MinutesAdopted, at, on
	case VerbSign:
		next.Minutes.State, next.Minutes.SignedOn = MinutesSigned, on
	default:
		return m, &RefusedError{Verb: verb, Kind: KindMeeting, Reason: ReasonState, State: string(m.State)}
	}
	return kept(m, next)
}

// Correct links a corrective act to minutes that are adopted or signed.
func (m Meeting) Correct(c Correction) (Meeting, error) {
	if err := m.Allows(VerbCorrect); err != nil {
		return m, err
	}
	if err := first(c.validate(), notBefore(FieldDate, c.On, m.Minutes.AdoptedOn)); err != nil {
		return m, err
	}
	m.Minutes.Corrections = append(append([]Correction{}, m.Minutes.Corrections...), c)
	return m, nil
}

func (c Correction) validate() error {
	return first(required(FieldText, c.Text), dated(FieldDate, c.On), short(FieldBy, c.By, MaxLine))
}

// validate checks the minutes of a meeting whose last day is held: each step
// follows the one before.
func (n Minutes) validate(held Date) error {
	for _, c := range n.Corrections {
		if err := c.validate(); err != nil {
			return err
		}
	}
	return first(oneOf(FieldState, n.State, NoMinutes, MinutesDraft, MinutesCirculated, MinutesAdopted, MinutesSigned),
		n.CirculatedOn.valid(FieldDate), n.AdoptedOn.valid(FieldDate), n.SignedOn.valid(FieldDate),
		notBefore(FieldDate, n.CirculatedOn, held), notBefore(FieldDate, n.AdoptedOn, max(held, n.CirculatedOn)),
		notBefore(FieldDate, n.SignedOn, max(held, n.AdoptedOn)))
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (m Meeting) Validate() error {
	if err := first(m.Starts.valid(FieldStarts), m.Ends.valid(FieldEnds), m.Notice.valid(FieldNotice)); err != nil {
		return err
	}
	switch {
	case m.State == Convened && m.Starts.Zero():
		return &FieldError{Field: FieldStarts, Reason: ReasonRequired}
	case !m.Notice.Zero() && !m.Starts.Zero() && m.Notice > m.Starts:
		return &FieldError{Field: FieldNotice, Reason: ReasonBefore}
	case m.Minutes.State != NoMinutes && m.State != Adjourned:
		return &FieldError{Field: FieldState, Reason: ReasonNotListed, Detail: string(m.State)}
	case !m.Ends.Zero() && (m.Starts.Zero() || m.Ends < m.Starts):
		return &FieldError{Field: FieldEnds, Reason: ReasonBefore}
	case m.Days() > 60:
		return &FieldError{Field: FieldEnds, Reason: ReasonOutOfRange, Detail: "60"}
	case m.Kind == GroupMeeting && m.Group == "":
		return &FieldError{Field: FieldGroup, Reason: ReasonRequired}
	case m.Kind == SecondNotice && m.FirstNotice == "":
		return &FieldError{Field: FieldFirstNotice, Reason: ReasonRequired}
	case m.FirstNotice != "" && m.FirstNotice == m.ID:
		return &FieldError{Field: FieldFirstNotice, Reason: ReasonSelf}
	case m.Days() > 0 && m.Rose() == m.Starts && m.Opened != "" && m.Closed != "" && m.Closed < m.Opened:
		return &FieldError{Field: FieldEndTime, Reason: ReasonBefore}
	case m.Days() == 1 && m.StartTime != "" && m.EndTime != "" && m.EndTime < m.StartTime:
		return &FieldError{Field: FieldEndTime, Reason: ReasonBefore}
	case (m.State == Postponed || m.State == Cancelled):
		if err := required(FieldReason, m.Reason); err != nil {
			return err
		}
	}
	return first(required(FieldTitle, m.Title), short(FieldTitle, m.Title, MaxLine), oneOf(FieldKind, m.Kind, MeetingKinds...),
		oneOf(FieldState, m.State, MeetingStates...),
		m.StartTime.valid(FieldStartTime), m.EndTime.valid(FieldEndTime), m.Opened.valid(FieldStartTime), m.Closed.valid(FieldEndTime),
		oneOf(FieldLanguage, m.Language, "", French, English), short(FieldPlace, m.Place, MaxLine), short(FieldText, m.Objectives, MaxText),
		short(FieldReason, m.Reason, MaxText), distinct(FieldReferences, m.References), short(FieldRemarks, m.Remarks, MaxText),
		short(FieldConfidentiality, m.Confidentiality, MaxLine), short(FieldDistribution, m.Distribution, MaxText),
		m.ClosedOn.valid(FieldDate), m.Minutes.validate(m.Rose()), spansValid(m.Pauses), m.Quorum.validate(), overridesValid(m.Overridden), m.Stamp.validate())
}
