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
}

// Settle says how the item ended; referring needs the group.
func (i AgendaItem) Settle(o ItemOutcome, to GroupID, note string) (AgendaItem, error) {
	next := i
	next.Outcome, next.ReferredTo, next.Note = o, to, note
	return kept(i, next)
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
	}
	return first(required(FieldMeeting, string(i.Meeting)), required(FieldTitle, i.Title), short(FieldTitle, i.Title, MaxLine),
		oneOf(FieldKind, i.Kind, ItemKinds...), oneOf(FieldOutcome, i.Outcome, ItemOutcomes...), short(FieldText, i.Text, MaxText),
		short(FieldRemarks, i.Note, MaxText), i.Stamp.validate())
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
}

// Movement is an arrival or a departure during a meeting.
type Movement struct {
	At      Clock `json:"at"`
	Arrival bool  `json:"arrival"`
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
	for _, m := range a.Movements {
		if err := first(required(FieldTime, string(m.At)), m.At.valid(FieldTime)); err != nil {
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
		if err := oneOf(FieldPresence, h.Presence, Presences...); err != nil {
			return err
		}
	}
	return first(required(FieldMeeting, string(a.Meeting)), oneOf(FieldPresence, a.Presence, Presences...),
		oneOf(FieldCapacity, a.Quality, Qualities...), short(FieldBy, a.RepresentedBy, MaxLine),
		short(FieldRemarks, a.Remarks, MaxText), a.Stamp.validate())
}

// EntryKind says what a line of the minutes is.
type EntryKind string

// The kinds of entry.
const (
	Note                EntryKind = "note"
	Statement           EntryKind = "statement"
	EntryDecision       EntryKind = "decision"
	EntryRecommendation EntryKind = "recommendation"
	EntryAction         EntryKind = "action"
	EntryVote           EntryKind = "vote"
	GoodPractice        EntryKind = "good_practice"
	Difficulty          EntryKind = "difficulty"
)

// EntryKinds lists what may be chosen.
var EntryKinds = []EntryKind{Note, Statement, EntryDecision, EntryRecommendation, EntryAction, EntryVote, GoodPractice, Difficulty}

// Entry is one timed line of the minutes, under one agenda item.
type Entry struct {
	ID EntryID `json:"id"`
	Stamp
	Meeting  MeetingID    `json:"meeting"`
	Item     AgendaItemID `json:"item"`
	Position int          `json:"position"` // within the item, from 1
	At       Clock        `json:"at"`
	Kind     EntryKind    `json:"kind"`
	Text     string       `json:"text"`
	// Speaker is whose statement it is, when it is one.
	Speaker FunctionID `json:"speaker"`
	// What the line gave rise to.
	Decision       DecisionID       `json:"decision"`
	Recommendation RecommendationID `json:"recommendation"`
	Action         ActionID         `json:"action"`
	Votes          Votes            `json:"votes"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (e Entry) Validate() error {
	if e.Votes.Counted() && e.Kind != EntryVote {
		return &FieldError{Field: FieldVotes, Reason: ReasonVotes}
	}
	return first(required(FieldMeeting, string(e.Meeting)), required(FieldItem, string(e.Item)),
		oneOf(FieldKind, e.Kind, EntryKinds...), required(FieldText, e.Text), e.At.valid(FieldTime), e.Votes.validate(), e.Stamp.validate())
}
