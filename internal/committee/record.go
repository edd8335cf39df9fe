package committee

// ItemKind says what an agenda item is for.
type ItemKind string

// The kinds of agenda item.
const (
	Information      ItemKind = "information"
	Discussion       ItemKind = "discussion"
	ForDecisionItem  ItemKind = "decision"
	Module           ItemKind = "module"
	GroupWork        ItemKind = "group_work"
	ReportBack       ItemKind = "report_back"
	AnyOtherBusiness ItemKind = "any_other_business"
)

// ItemKinds lists what may be chosen.
var ItemKinds = []ItemKind{Information, Discussion, ForDecisionItem, Module, GroupWork, ReportBack, AnyOtherBusiness}

// ItemOutcome says how an item ended.
type ItemOutcome string

// The outcomes; Pending until the item ended.
const (
	Pending       ItemOutcome = ""
	DealtWith     ItemOutcome = "dealt_with"
	PutOff        ItemOutcome = "postponed" // to the next meeting
	ItemWithdrawn ItemOutcome = "withdrawn"
	Referred      ItemOutcome = "referred" // to a group
)

// ItemOutcomes lists what may be chosen.
var ItemOutcomes = []ItemOutcome{Pending, DealtWith, PutOff, ItemWithdrawn, Referred}

// AgendaItem is one point of a meeting's agenda.
type AgendaItem struct {
	ID AgendaItemID `json:"id"`
	Stamp
	Meeting    MeetingID   `json:"meeting"`
	Position   int         `json:"position"` // from 1
	Kind       ItemKind    `json:"kind"`
	Title      string      `json:"title"`
	Text       string      `json:"text"`
	Planned    int         `json:"planned"` // minutes; 0 when not planned
	Presenter  FunctionID  `json:"presenter"`
	Group      GroupID     `json:"group"`
	Day        int         `json:"day"` // of a workshop, from 1; 0 when not said
	Outcome    ItemOutcome `json:"outcome"`
	ReferredTo GroupID     `json:"referred_to"`
	Note       string      `json:"note"`
	// Purpose says what the program does for the item; Concerns is the meeting
	// whose minutes it adopts.
	Purpose  ItemPurpose `json:"purpose,omitempty"`
	Concerns MeetingID   `json:"concerns,omitempty"`
	// From is the item of an earlier meeting that it takes up again.
	From AgendaItemID `json:"from,omitempty"`
	// Late tells that it came when the meeting was already in session.
	Late bool `json:"late,omitempty"`
	// Spans are when it was taken up, the last one open while it is.
	Spans []Span `json:"spans,omitzero"`
	// Recused take no part in it: they have an interest in it.
	Recused []AttendanceID `json:"recused,omitzero"`
	// Quorum is the presence that was true when it was last taken up, or at the
	// last movement since.
	Quorum Reckoning `json:"quorum,omitzero"`
}

// Proposed tells whether the item is only proposed: it is in the committee's
// backlog, on no agenda yet.
func (i AgendaItem) Proposed() bool { return i.Meeting == "" }

// Gathers tells whether what a workshop proposed under any of its items is
// decided on under this one: it decides, or reports back, for no group in
// particular.
func (i AgendaItem) Gathers(m Meeting) bool {
	return m.Kind == Workshop && i.Group == "" && i.Purpose == NoPurpose && (i.Kind == ForDecisionItem || i.Kind == ReportBack)
}

// ItemPurpose is what an item is for where the program makes its matter.
type ItemPurpose string

// The purposes; NoPurpose for an item like any other.
const (
	NoPurpose       ItemPurpose = ""
	Opening         ItemPurpose = "opening"         // welcome, attendance, quorum
	AgendaAdoption  ItemPurpose = "agenda_adoption" // late items are asked for here
	MinutesAdoption ItemPurpose = "minutes_adoption"
	MattersArising  ItemPurpose = "matters_arising"
	Closing         ItemPurpose = "closing" // recapitulation, next meeting
)

// ItemPurposes lists what may be chosen.
var ItemPurposes = []ItemPurpose{NoPurpose, Opening, AgendaAdoption, MinutesAdoption, MattersArising, Closing}

// OfEveryMeeting tells whether each meeting has such an item of its own: it is
// never taken up again from an earlier one.
func (i AgendaItem) OfEveryMeeting() bool {
	return i.Purpose == Opening || i.Purpose == AgendaAdoption || i.Purpose == Closing
}

// OfWorkshops tells whether only a workshop has such items: its modules, and
// the sessions of its groups.
func (k ItemKind) OfWorkshops() bool { return k == Module || k == GroupWork }

// Settle says how the item ended; referring needs the group.
func (i AgendaItem) Settle(o ItemOutcome, to GroupID, note string) (AgendaItem, error) {
	next := i
	next.Outcome, next.ReferredTo, next.Note = o, to, note
	return kept(i, next)
}

// NoteKept is the note that an item keeps when it ends so and nothing is said of
// it: what explained another end does not stay.
func (i AgendaItem) NoteKept(o ItemOutcome) string {
	if i.Outcome != Pending && i.Outcome != o {
		return ""
	}
	return i.Note
}

// AllowsOutcome tells whether an item of the meeting may have ended so on a day:
// nil, or a *RefusedError. Nothing is dealt with before the meeting; what is only
// known from a document was.
func (m Meeting) AllowsOutcome(o ItemOutcome, on Date) error {
	begun := m.State == InSession || m.State == Adjourned || !m.Starts.Zero() && m.Starts <= on
	if o != DealtWith || begun || m.FromSource() {
		return nil
	}
	return &RefusedError{Verb: VerbSettle, Kind: KindAgendaItem, Reason: ReasonNotHeldYet}
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (i AgendaItem) Validate() error {
	switch {
	case i.Outcome == Referred && i.ReferredTo == "":
		return &FieldError{Field: FieldGroup, Reason: ReasonRequired}
	case i.Outcome != Referred && i.ReferredTo != "":
		return &FieldError{Field: FieldOutcome, Reason: ReasonNotListed, Detail: string(i.Outcome)}
	case i.Planned < 0 || i.Planned > 24*60:
		return &FieldError{Field: FieldPlanned, Reason: ReasonOutOfRange, Detail: "0–1440"}
	case i.Day < 0 || i.Day > 60:
		return &FieldError{Field: FieldDay, Reason: ReasonOutOfRange, Detail: "1–60"}
	case i.Proposed() && (i.Outcome != Pending || len(i.Spans) > 0):
		return &FieldError{Field: FieldMeeting, Reason: ReasonRequired}
	case i.Purpose == MinutesAdoption && i.Concerns == "" && i.Meeting != "":
		return &FieldError{Field: FieldMeeting, Reason: ReasonRequired}
	case i.From != "" && i.From == i.ID:
		return &FieldError{Field: FieldItem, Reason: ReasonSelf}
	}
	return first(required(FieldTitle, i.Title), short(FieldTitle, i.Title, MaxLine),
		oneOf(FieldKind, i.Kind, ItemKinds...), oneOf(FieldOutcome, i.Outcome, ItemOutcomes...), short(FieldText, i.Text, MaxText),
		short(FieldRemarks, i.Note, MaxText), oneOf(FieldKind, i.Purpose, ItemPurposes...), spansValid(i.Spans),
		distinct(FieldPerson, i.Recused), i.Quorum.validate(), i.Stamp.validate())
}

// Presence says whether somebody expected was there.
type Presence string

// The presences; Awaited until attendance is taken.
const (
	Awaited     Presence = ""
	Present     Presence = "present"
	Represented Presence = "represented"
	Excused     Presence = "excused"
	Absent      Presence = "absent"
)

// Presences lists what may be chosen.
var Presences = []Presence{Awaited, Present, Represented, Excused, Absent}

// Quality says in what quality somebody attends.
type Quality string

// The qualities; QualityUnsaid when it was not noted.
const (
	QualityUnsaid Quality = ""
	AsTitular     Quality = "titular"
	AsAlternate   Quality = "alternate"
	AsProxy       Quality = "proxy"
	AsGuest       Quality = "guest"
	AsExpert      Quality = "expert"
	AsObserver    Quality = "observer"
)

// Qualities lists what may be chosen.
var Qualities = []Quality{QualityUnsaid, AsTitular, AsAlternate, AsProxy, AsGuest, AsExpert, AsObserver}

// Visiting tells whether somebody takes part without a voice.
func (q Quality) Visiting() bool { return q == AsGuest || q == AsExpert || q == AsObserver }

// Attendance is one line of a meeting's attendance list. The person may be
// unknown: then the function or the institution stands.
type Attendance struct {
	ID AttendanceID `json:"id"`
	Stamp
	Meeting       MeetingID     `json:"meeting"`
	Person        PersonID      `json:"person"`
	Function      FunctionID    `json:"function"`
	Institution   InstitutionID `json:"institution"`
	Quality       Quality       `json:"quality"`
	Presence      Presence      `json:"presence"`
	RepresentedBy string        `json:"represented_by"`
	// RepresentedAs says whether who represents is the alternate, who sits in
	// full right, or bears a proxy; AsProxy when it was not noted.
	RepresentedAs Quality `json:"represented_as,omitempty"`
	// Holder is the line of the list of who represents, where that is one of it.
	Holder AttendanceID `json:"holder,omitempty"`
	// Remote tells that the presence is at a distance.
	Remote bool `json:"remote,omitempty"`
	// HalfDays is kept in workshops: one entry per half-day noted.
	HalfDays  []HalfDay  `json:"half_days"`
	Movements []Movement `json:"movements"`
	Remarks   string     `json:"remarks"`
}

// HalfDay is the presence on one half-day of a workshop.
type HalfDay struct {
	Day       int      `json:"day"` // from 1
	Afternoon bool     `json:"afternoon"`
	Presence  Presence `json:"presence"`
	// By and As say who represents on that half-day; where By is empty it is
	// whom the line names.
	By     string       `json:"represented_by,omitempty"`
	As     Quality      `json:"represented_as,omitempty"`
	Holder AttendanceID `json:"holder,omitempty"`
}

// Movement is an arrival or a departure during a meeting.
type Movement struct {
	At      Clock `json:"at"`
	Arrival bool  `json:"arrival"`
	// On is the day, in a meeting of several.
	On Date `json:"on,omitempty"`
	// Item is the item under way when it was noted, as it happened; empty where
	// none was, or where it was noted later.
	Item AgendaItemID `json:"item,omitempty"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (a Attendance) Validate() error {
	if a.Person == "" && a.Function == "" && a.Institution == "" {
		return &FieldError{Field: FieldPerson, Reason: ReasonRequired}
	}
	if a.Presence == Represented {
		if err := required(FieldBy, a.RepresentedBy); err != nil {
			return err
		}
	}
	if a.RepresentedAs != QualityUnsaid && !a.Represented() {
		return &FieldError{Field: FieldCapacity, Reason: ReasonNotListed, Detail: string(a.RepresentedAs)}
	}
	for _, m := range a.Movements {
		if err := first(required(FieldTime, string(m.At)), m.At.valid(FieldTime), m.On.valid(FieldDate)); err != nil {
			return err
		}
	}
	type half struct {
		day       int
		afternoon bool
	}
	seen := make(map[half]bool, len(a.HalfDays))
	for _, h := range a.HalfDays {
		if seen[half{h.Day, h.Afternoon}] {
			return &FieldError{Field: FieldDay, Reason: ReasonDuplicate}
		}
		seen[half{h.Day, h.Afternoon}] = true
		if h.Day < 1 || h.Day > 60 {
			return &FieldError{Field: FieldDay, Reason: ReasonOutOfRange, Detail: "1–60"}
		}
		if h.Presence != Represented && (h.By != "" || h.As != QualityUnsaid) {
			return &FieldError{Field: FieldBy, Reason: ReasonNotListed, Detail: h.By}
		}
		if err := first(oneOf(FieldPresence, h.Presence, Presences...), oneOf(FieldCapacity, h.As, QualityUnsaid, AsAlternate, AsProxy), short(FieldBy, h.By, MaxLine)); err != nil {
			return err
		}
	}
	return first(required(FieldMeeting, string(a.Meeting)), oneOf(FieldPresence, a.Presence, Presences...),
		oneOf(FieldCapacity, a.Quality, Qualities...), oneOf(FieldCapacity, a.RepresentedAs, QualityUnsaid, AsAlternate, AsProxy), short(FieldBy, a.RepresentedBy, MaxLine),
		short(FieldRemarks, a.Remarks, MaxText), a.Stamp.validate())
}
