package register

import "suivi/internal/committee"

// SearchQuery is what a person looks for in the whole file.
type SearchQuery struct {
	// Words is what was typed: every word must occur in a row, as a word or as
	// the beginning of one, accents and case aside; words between quotes as they
	// stand. What looks like a reference finds the thing it names first.
	Words string
	// Kinds narrows the search; none searches everything.
	Kinds []committee.Kind
	// Limit is how many hits at most; 0 means 50.
	Limit int
	// Room is how many characters of a sentence are wanted; 0 means 160.
	Room int
}

// SearchAnswer is what was found, the best first.
type SearchAnswer struct {
	Hits []Hit
	// Total counts what was found; when More is set, there is more than was
	// looked at.
	Total int
	More  bool
}

// Hit is one row whose words are those that were looked for.
type Hit struct {
	Thing committee.Thing
	// Page is the thing on whose page the row is shown: itself, or what it is a
	// part of.
	Page committee.Thing
	// Name is what the page is known by.
	Name Name
	// Of is what the row belongs to: the meeting of an agenda item or of a
	// decision, the guideline of an article, the institution of an action; zero
	// for none.
	Of Name
	// Title is what the page is called, Sentence the words found where they
	// stand. Told tells that the sentence is out of the title.
	Title, Sentence Marked
	Told            bool
	// On is the day of the row, zero when it has none.
	On committee.Date
	// How it stands; empty for what has no such state.
	Decision       committee.DecisionState
	Implementation committee.ImplementationState
	Meeting        committee.MeetingState
	Guideline      committee.GuidelineState
	Archived       bool
}

// Marked is a text with the places that are pointed out, in order.
type Marked struct {
	Text  string
	Marks []Place
}

// Place is a run of bytes in a text.
type Place struct{ From, To int }
