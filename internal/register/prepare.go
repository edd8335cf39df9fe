package register

import "suivi/internal/committee"

// Pending is what waits to be put on the agenda of a meeting. What is on it
// already does not wait.
type Pending struct {
	Meeting committee.Meeting
	// Items are those that are on the agenda, in order.
	Items []committee.AgendaItem
	// Template are the items that meetings of this kind have and that this one
	// lacks.
	Template []committee.AgendaItem
	// Minutes are the earlier meetings of the same body whose minutes wait for
	// adoption. Only those that circulate can be adopted as they are; a draft is
	// listed too, as it may circulate before the meeting.
	Minutes []MeetingLine
	// Named are those for whose adoption the agenda has an item that was written by
	// hand; Alone those that such an item stands for where they are the only ones
	// to be adopted.
	Named, Alone map[committee.MeetingID]bool
	// Listed are the titles of items that were written by hand and seem to be about
	// these minutes among others, as « Procès-verbaux de juillet et d’octobre ».
	Listed map[committee.MeetingID]string
	// PutOff are items that an earlier meeting of the body postponed, or that a
	// cancelled one left, or that were referred to this group, and that no later
	// item takes up; Proposed are those of the backlog.
	PutOff   []PendingItem
	Proposed []PendingItem
	// Matters is how many actions and recommendations are still open: those of
	// the group when a group meets. Arising tells that the item for them is on
	// the agenda already.
	Matters int
	Arising bool
}

// PendingItem is an item that waits, with where it was last.
type PendingItem struct {
	Item committee.AgendaItem
	// Meeting is the reference or the title of the meeting that it was on, and
	// On its first day. An item of the backlog was on none: On is then the day
	// it was proposed, empty when that is not known.
	Meeting string
	On      committee.Date
	// Carried is how many meetings it was on without being dealt with; one that
	// was cancelled does not count.
	Carried int
	// Presenter and Group are what these are called; empty for none.
	Presenter string
	Group     string
}

// Preparation is what an agenda is made of.
type Preparation struct {
	// Template adds the items that meetings of this kind have.
	Template bool
	// Minutes, PutOff and Proposed are what is taken over of Pending.
	Minutes  []committee.MeetingID
	PutOff   []committee.AgendaItemID
	Proposed []committee.AgendaItemID
	// Matters adds the item for the matters arising.
	Matters bool
}

// What items that the program makes are planned to take, in minutes.
const (
	MinutesPlanned = 10 // the adoption of earlier minutes
	MattersPlanned = 30 // the matters arising
)

// Sum adds up what items are planned to take, in minutes.
func Sum(items []committee.AgendaItem) int {
	sum := 0
	for _, i := range items {
		sum += i.Planned
	}
	return sum
}
