package starter

import "suivi/internal/committee"

type meetingRow struct {
	row
	Kind        committee.MeetingKind `toml:"kind"`
	Title       string                `toml:"title"`
	Group       string                `toml:"group"`
	Place       string                `toml:"place"`
	Starts      committee.Date        `toml:"starts"`
	Ends        committee.Date        `toml:"ends"`
	StartTime   committee.Clock       `toml:"start_time"`
	EndTime     committee.Clock       `toml:"end_time"`
	FirstNotice string                `toml:"first_notice"`
	Chair       string                `toml:"chair"`
	Secretary   string                `toml:"secretary"`
	Objectives  string                `toml:"objectives"`
	References  []string              `toml:"references"`
	Remarks     string                `toml:"remarks"`
	Steps       []stepRow             `toml:"steps"`

	Confidentiality string `toml:"confidentiality"`
	Distribution    string `toml:"distribution"`
}

type itemRow struct {
	row
	Meeting   string                `toml:"meeting"`
	Kind      committee.ItemKind    `toml:"kind"`
	Title     string                `toml:"title"`
	Text      string                `toml:"text"`
	Planned   int                   `toml:"planned"`
	Presenter string                `toml:"presenter"`
	Group     string                `toml:"group"`
	Day       int                   `toml:"day"`
	Outcome   committee.ItemOutcome `toml:"outcome"`
	To        string                `toml:"to"`
	Note      string                `toml:"note"`
	From      string                `toml:"from"` // the item of an earlier meeting that it takes up
}

type attendanceRow struct {
	row
	Meeting       string             `toml:"meeting"`
	Person        string             `toml:"person"`
	Function      string             `toml:"function"`
	Institution   string             `toml:"institution"`
	Quality       committee.Quality  `toml:"quality"`
	Presence      committee.Presence `toml:"presence"`
	RepresentedBy string             `toml:"represented_by"`
	HalfDays      []halfDayRow       `toml:"half_days"`
	Movements     []movementRow      `toml:"movements"`
	Remarks       string             `toml:"remarks"`
}

type halfDayRow struct {
	Day       int                `toml:"day"`
	Afternoon bool               `toml:"afternoon"`
	Presence  committee.Presence `toml:"presence"`
}

type movementRow struct {
	At      committee.Clock `toml:"at"`
	Arrival bool            `toml:"arrival"`
}

type votesRow struct {
	For     *int `toml:"for"`
	Against *int `toml:"against"`
	Abstain *int `toml:"abstain"`
}

func (v votesRow) counted() committee.Votes {
	return committee.Votes{For: v.For, Against: v.Against, Abstain: v.Abstain}
}

type entryRow struct {
	row
	Item           string              `toml:"item"`
	At             committee.Clock     `toml:"at"`
	Kind           committee.EntryKind `toml:"kind"`
	Text           string              `toml:"text"`
	Speaker        string              `toml:"speaker"`
	Decision       string              `toml:"decision"`
	Recommendation string              `toml:"recommendation"`
	Action         string              `toml:"action"`
	Votes          votesRow            `toml:"votes"`
}

type decisionRow struct {
	row
	On              committee.Date   `toml:"on"`
	Text            string           `toml:"text"`
	Meeting         string           `toml:"meeting"`
	Item            string           `toml:"item"`
	Manner          committee.Manner `toml:"manner"`
	Votes           votesRow         `toml:"votes"`
	Review          committee.Date   `toml:"review"`
	Recommendations []string         `toml:"recommendations"`
	Addressees      []string         `toml:"addressees"`
	References      []string         `toml:"references"`
	Remarks         string           `toml:"remarks"`
	Steps           []stepRow        `toml:"steps"`
}

type recommendationRow struct {
	row
	On         committee.Date     `toml:"on"`
	Text       string             `toml:"text"`
	Group      string             `toml:"group"`
	Meeting    string             `toml:"meeting"`
	Item       string             `toml:"item"`
	Addressees []string           `toml:"addressees"`
	Axis       string             `toml:"axis"`
	Priority   committee.Priority `toml:"priority"`
	Due        committee.Due      `toml:"due"`
	Measures   string             `toml:"measures"`
	Articles   []string           `toml:"articles"`
	References []string           `toml:"references"`
	Remarks    string             `toml:"remarks"`
	Steps      []stepRow          `toml:"steps"`
}

type guidelineRow struct {
	row
	Heading    string    `toml:"heading"`
	Purpose    string    `toml:"purpose"`
	LegalBasis string    `toml:"legal_basis"`
	Axis       string    `toml:"axis"`
	Meeting    string    `toml:"meeting"`
	References []string  `toml:"references"`
	Remarks    string    `toml:"remarks"`
	Steps      []stepRow `toml:"steps"`
}

type articleRow struct {
	row
	Guideline string    `toml:"guideline"`
	Heading   string    `toml:"heading"`
	Text      string    `toml:"text"`
	Remarks   string    `toml:"remarks"`
	Steps     []stepRow `toml:"steps"`
}

type actionRow struct {
	row
	On              committee.Date     `toml:"on"` // the day of the load when empty
	Text            string             `toml:"text"`
	Institution     string             `toml:"institution"`
	Function        string             `toml:"function"`
	Supporting      []string           `toml:"supporting"`
	Axis            string             `toml:"axis"`
	Group           string             `toml:"group"`
	Meeting         string             `toml:"meeting"`
	Item            string             `toml:"item"`
	Start           committee.Date     `toml:"start"`
	Due             committee.Due      `toml:"due"`
	Priority        committee.Priority `toml:"priority"`
	Indicator       string             `toml:"indicator"`
	Verification    string             `toml:"verification"`
	Cost            *committee.Amount  `toml:"cost"`
	Funding         string             `toml:"funding"`
	Recommendations []string           `toml:"recommendations"`
	Articles        []string           `toml:"articles"`
	Decisions       []string           `toml:"decisions"`
	References      []string           `toml:"references"`
	Remarks         string             `toml:"remarks"`
	Steps           []stepRow          `toml:"steps"`
}

// stepRow is one change in the life of a row. Do is the verb; the others are
// what the verb needs.
type stepRow struct {
	Do       committee.Verb                `toml:"do"`
	On       committee.Date                `toml:"on"`
	Time     committee.Clock               `toml:"time"` // open, adjourn
	At       string                        `toml:"at"`   // the meeting
	By       string                        `toml:"by"`   // the person
	Reason   string                        `toml:"reason"`
	Text     string                        `toml:"text"`
	Cause    committee.BlockCause          `toml:"cause"`
	State    committee.ImplementationState `toml:"state"`
	Percent  *int                          `toml:"percent"`
	Evidence string                        `toml:"evidence"`
	Due      committee.Due                 `toml:"due"`
	Yes      committee.Choice              `toml:"yes"` // confirm: what the validating authority says
}
