package register

import "suivi/internal/committee"

// Session is a meeting as it is run: all that the screen of a session shows.
type Session struct {
	Meeting    committee.Meeting
	Items      []committee.AgendaItem
	Entries    []committee.Entry // of every item, in the order of the minutes
	Attendance []committee.Attendance
	// Roll tells who is there now: in a meeting of several days, on the half-day
	// that it is.
	Roll committee.Roll
	// Quorum is the presence now, by the committee's rule, less those who stood
	// back from the item under way; Whole is that of the session, with them, and
	// Counting says what counts in both.
	Quorum   committee.Reckoning
	Whole    committee.Reckoning
	Counting committee.Quorum
	// Halves are the presence on each half-day of a meeting of several days, two
	// a day, as each ended.
	Halves []committee.Reckoning
	// Voters are how many may vote on the item under way: those present, less
	// those who stood back.
	Voters int
	// Voices are those who count now, each with what they count for; nobody is
	// left out for standing back.
	Voices []Voice
	// Presence reckons the presence now for whoever stands back.
	Presence Presence
	// Uncounted says of the proxies that do not count now why they do not, where
	// proxies count.
	Uncounted map[committee.AttendanceID]Uncounted
	// HalvesUncounted says the same of each half-day, as it ended.
	HalvesUncounted []map[committee.AttendanceID]Uncounted
	// Touched is what the item under way touches: the recommendations, the
	// actions and the decisions that are tied to it, to its group, or to the
	// item that it takes up again.
	Touched Touched
	// Answered are the matters arising that were answered here, with the answers.
	Answered []Answered
	// Minutes are the earlier meetings whose minutes were adopted here.
	Minutes []committee.Meeting
	// Proposed is what was put to an item and waits for a decision, no line of the
	// meeting being about it yet, by number.
	Proposed []Proposal
	// Facts are what the lines gave rise to, by ID, to be shown beside them.
	Decisions       map[committee.DecisionID]DecisionLine
	Recommendations map[committee.RecommendationID]RecommendationLine
	Actions         map[committee.ActionID]ActionLine
	Names           Names
}

// Proposal is a decision or a recommendation put to an item of the agenda, still
// to be decided on.
type Proposal struct {
	Item  committee.AgendaItemID
	Thing committee.Thing
	Ref   string
	Text  string
	State committee.DecisionState
}

// Uncounted says why a proxy does not count.
type Uncounted string

// The reasons.
const (
	HolderFull Uncounted = "holder_full" // its holder bears as many as the rule allows
	HolderAway Uncounted = "holder_away" // its holder has not come, or has left
	// HolderUnlisted is a proxy of somebody who is not on the attendance list.
	HolderUnlisted Uncounted = "holder_unlisted"
)

// Sitting is the presence now at the plenary that is in session, and what is
// counted in it; zero while none is.
type Sitting struct {
	Quorum committee.Reckoning
	Base   committee.QuorumBase
}

// Voice is somebody who counts, for the institution or the seat in Of. All those
// of one institution have one voice together.
type Voice struct {
	Attendance committee.AttendanceID `json:"attendance"`
	Of         string                 `json:"of"`
}

// Current is the item under way, by its place in Items; -1 for none.
func (s Session) Current() int {
	for n, i := range s.Items {
		if i.UnderWay() {
			return n
		}
	}
	return -1
}

// Touched is what an agenda item is about. Lists are cut to a few rows.
type Touched struct {
	// Minutes are the meetings whose minutes the item is there to adopt.
	Minutes         []committee.Meeting
	Recommendations []RecommendationLine
	Decisions       []DecisionLine
	Actions         []ActionLine
	More            int // rows that are left out
}

// Capture is one line typed in session, with the facts understood in it. Which
// facts a kind takes: a note and a statement take a speaker; a decision
// addressees and a review date; a recommendation addressees, group, axis,
// priority and due date; an action all but addressees, review and speaker. A
// fact that the kind does not take is refused as a *committee.FieldError.
type Capture struct {
	Item committee.AgendaItemID
	Kind committee.EntryKind
	Text string
	// On and At are when it was said; now when they are empty.
	On committee.Date
	At committee.Clock

	Speaker     committee.FunctionID
	SpeakerOf   committee.InstitutionID
	Institution committee.InstitutionID
	Function    committee.FunctionID
	Supporting  []committee.InstitutionID
	Addressees  []committee.InstitutionID
	Group       committee.GroupID
	Axis        committee.AxisID
	Priority    committee.Priority
	Due         committee.Due
	Review      committee.Date
	Cost        *committee.Amount
}

// VoteCapture is a vote taken on an item. It settles, in the same change, what
// it is about: Decision or Recommendation, read at Version, is adopted, with
// Text as its amended wording when that differs, or rejected; with neither, a
// decision of this wording is made, adopted or rejected. A decision that the
// same meeting adopted on the spot is settled anew. PutOff votes are motions to
// put Decision or Recommendation off, whose Text they quote: carried, it is
// deferred, and lost, it stays as it is. Free votes settle nothing: only the
// line is kept. Those who stand back in the ballot do so from
// the item from then on, in the same change; nil leaves those who did.
type VoteCapture struct {
	Item           committee.AgendaItemID
	Text           string
	On             committee.Date
	At             committee.Clock
	Ballot         committee.Ballot
	Votes          committee.Votes
	Decision       committee.DecisionID
	Recommendation committee.RecommendationID
	Version        int
	PutOff         bool
	Free           bool
}

// Guest is somebody who comes and was not expected. The names are those of a
// person and of an institution that the line does not point at: what has that
// name in the file is meant, and it is made where nothing has.
type Guest struct {
	committee.Attendance
	PersonName, InstitutionName string
}

// Attending is what is noted of somebody expected, with one key. In a meeting
// of several days it is noted for the half-day of Day and Afternoon as well.
type Attending struct {
	Presence  committee.Presence
	By        string                 // who represents
	Holder    committee.AttendanceID // their line of the list, where it is known
	As        committee.Quality      // AsAlternate or AsProxy
	Remote    bool
	Day       int // from 1; 0 in a meeting of one day
	Afternoon bool
	// Late notes an arrival at a time, for somebody who comes when the session
	// is already open.
	On committee.Date
	At committee.Clock
}

// Ruled is one of several recommendations that are adopted together, read at a
// version; Text is its amended wording, empty when it is adopted as it is.
type Ruled struct {
	ID      committee.RecommendationID
	Version int
	Text    string
}

// MatterLine is one thing that arises from earlier meetings: an action or an
// adopted recommendation that is still open.
type MatterLine struct {
	Thing   committee.Thing
	Version int
	Ref     string
	Text    string
	Owner   string // institution, and function, or addressees
	Due     committee.Due
	State   committee.ImplementationState
	Percent int
	Late    bool
	// Given is the day it was given; Age the days since.
	Given committee.Date
	Age   int
	// Carried is how many meetings of the body were held since it was given.
	Carried int
	// Last is the last progress report, its words and its day; of a recommendation
	// the last of the measures taken, whose day is only known of a remark made at a
	// meeting.
	Last   string
	LastOn committee.Date
	// Answered tells that it was answered in this meeting already.
	Answered bool
}

// AnswerKind is what is answered about a matter arising.
type AnswerKind string

// The answers.
const (
	AnswerDone     AnswerKind = "done"
	AnswerProgress AnswerKind = "progress" // Percent
	AnswerBlocked  AnswerKind = "blocked"  // Cause, Remark
	AnswerExtend   AnswerKind = "extend"   // Due, Remark
	AnswerAbandon  AnswerKind = "abandon"  // Remark
	AnswerLeave    AnswerKind = "leave"    // as it is
)

// AnswerKinds lists what may be answered.
var AnswerKinds = []AnswerKind{AnswerDone, AnswerProgress, AnswerBlocked, AnswerExtend, AnswerAbandon, AnswerLeave}

// Answer is what a meeting answers about a matter arising. It is kept as a
// dated update that knows the meeting, and as an extension where it is one.
type Answer struct {
	Meeting committee.MeetingID
	Thing   committee.Thing
	Version int
	Kind    AnswerKind
	Percent *int
	Cause   committee.BlockCause
	Due     committee.Due
	Remark  string // the reason, where one is required
}

// Check is one check that fails before a session is adjourned.
type Check struct {
	committee.Override
	Name Name // of the thing; zero when it is about none
	// Count is how many are concerned, for a check about none in particular.
	Count int
	// Quorum is the presence in which it was settled, for one that missed it.
	Quorum committee.Reckoning
}

// Stage is the presence on one of the half-days that an item was dealt with on.
type Stage struct {
	Half   committee.HalfDay
	Quorum committee.Reckoning
}

// Reopening is one time that an adjourned session was reopened for a correction.
type Reopening struct {
	On  committee.Date
	At  committee.Clock
	By  string // empty for nobody who signed
	Why string
}

// MeetingRecord is a meeting with all that its minutes and its record of
// decisions say, each thing whole.
type MeetingRecord struct {
	Committee       committee.Committee
	Meeting         committee.Meeting
	Previous        *committee.Meeting // whose second notice it is
	Items           []committee.AgendaItem
	Entries         []committee.Entry
	Attendance      []committee.Attendance
	Decisions       []committee.Decision       // taken, or put, here
	Recommendations []committee.Recommendation // adopted, rejected or put here
	Actions         []committee.Action         // given here
	// Minutes are the earlier meetings whose minutes were adopted here.
	Minutes []committee.Meeting
	// Origins are the earlier meetings that items were taken up from, by the
	// item here.
	Origins map[committee.AgendaItemID]committee.Meeting
	// TakenUp are the later meetings that took items up again, by the item here.
	TakenUp map[committee.AgendaItemID]committee.Meeting
	// Updates and Extensions are the answers given here, Followed the actions
	// that they are about, Advised the recommendations that were answered about;
	// these with the due dates they had before.
	Updates    []committee.Update
	Extensions []committee.Extension
	Followed   []committee.Action
	Advised    []committee.Recommendation
	// Groups are the group that met, those of the workshop, and those that an
	// item is of.
	Groups []committee.Group
	// Counted is the presence by the attendance list and the committee's rule:
	// what there is to say where none was reckoned in session.
	Counted committee.Reckoning
	// Uncounted says why proxies of the list never counted, where proxies count;
	// HalvesUncounted the same of each half-day of a meeting of several days.
	Uncounted       map[committee.AttendanceID]Uncounted
	HalvesUncounted []map[committee.AttendanceID]Uncounted
	// Then are the presences at the hour at which the meeting ruled on decisions and
	// recommendations, where it is known.
	Then map[committee.Thing]committee.Reckoning
	// Stages are the presences on the half-days that an item was dealt with on,
	// where it was on several.
	Stages map[committee.AgendaItemID][]Stage
	// Next is the next meeting of the body; nil for none.
	Next *committee.Meeting
	// Reopened are the times the session was reopened for a correction, in order.
	Reopened []Reopening
	// Relisted tells that the attendance list was changed once the session was
	// reopened: what was counted in session stays as it was.
	Relisted bool
	// Turns are the presences as items were taken up and as people came or left,
	// once the roll was called, whoever stood back; Noted tells when lines, movements and the ends of
	// items were noted, by the line of the journal: 0 where it does not know.
	Turns []Turn
	Noted map[string]int64
	// Unadopted are the items that were added in session once the agenda had been
	// adopted, which its adoption says nothing of.
	Unadopted map[committee.AgendaItemID]bool
	// Again is the meeting on second notice of this one; empty for none.
	Again committee.MeetingID
	// HadQuorum tells that the quorum was there at some time of the session.
	HadQuorum bool
	Names     Names
	// Offices are the functions that people held on the first day, Posts the
	// institutions that functions belong to.
	Offices map[committee.PersonID]committee.FunctionID
	Posts   map[committee.FunctionID]committee.InstitutionID
}
