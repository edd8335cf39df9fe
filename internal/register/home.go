package register

import "suivi/internal/committee"

// Home is what the first screen shows.
type Home struct {
	Committee committee.Committee
	// Next is the meeting in session, else the next one to be held, else one
	// whose day has passed without it; nil when none is planned.
	Next *MeetingLine
	// Pause is the suspension of its session that lasts; zero when there is none.
	Pause committee.Span
	// MinutesToAdopt counts the minutes that wait for adoption.
	MinutesToAdopt int
	// Missing says what the next meeting still lacks.
	Missing Missing

	Actions     int // on the roadmap
	Late        int
	LateBlocked int // late and blocked at once
	DueSoon     int // within 30 days
	Blocked     int
	ToValidate  int
	Incomplete  int // without owner or due date
	Awaiting    int // recommendations that await a decision
	// Uncovered counts the articles that no action carries out, UncoveredIn
	// the guidelines they are in.
	Uncovered, UncoveredIn int
	Guidelines             map[committee.GuidelineState]int

	Total         Progress
	ByAxis        []Progress
	ByInstitution []Progress
}

// Missing says what a meeting still lacks before it can be held.
type Missing struct {
	Date, Place, Notice, Agenda, Chair, Secretary bool
}

// Progress is how far a part of the roadmap is: done against expected today.
type Progress struct {
	Thing    committee.Thing // the axis or the institution; zero for actions without one
	Name     string
	Actions  int // not abandoned
	Done     int // declared or validated
	Late     int
	Percent  int // mean of the actions' percentages
	Expected int // mean of what was expected by today
}
