// Package register is what the registers show: questions a list asks, the
// lines and sheets that answer them. The store fills these values, the
// screens read them; neither knows the other.
package register

import "suivi/internal/committee"

// Scope narrows a list to what a line of the home screen counts.
type Scope string

// The scopes. Each is meant for the noun named beside it; a list of another
// noun ignores it.
const (
	All            Scope = ""
	Open           Scope = "open"            // actions: neither done nor abandoned
	Late           Scope = "late"            // actions
	Standing       Scope = "standing"        // actions: not abandoned
	DueSoon        Scope = "due_soon"        // actions: open, due within 30 days, not late
	Blocked        Scope = "blocked"         // actions
	ToValidate     Scope = "to_validate"     // actions: declared done, not validated
	Incomplete     Scope = "incomplete"      // actions: open, without owner or due date
	AwaitsDecision Scope = "awaits_decision" // recommendations: proposed or deferred
	Upcoming       Scope = "upcoming"        // meetings: planned, convened or in session
	MinutesDue     Scope = "minutes_due"     // meetings: minutes neither adopted nor signed
	WithoutAction  Scope = "without_action"  // guidelines: an article has no action
	InForce        Scope = "in_force"        // mandates that cover today
	Supported      Scope = "supported"       // actions: those that the institution of Query.Of supports
)

// Query is what a list asks. A window is anchored by the ID of a row, not by
// an offset, so that it costs the same at any depth.
type Query struct {
	// Filter is what the person typed: every word must begin a word of the row,
	// or of the name of something it is tied to, accents and case aside; or it
	// is a reference, in any spelling.
	Filter string
	Scope  Scope
	// Of narrows to rows tied to a thing: an institution's actions, a group's
	// recommendations, a guideline's articles, a meeting's decisions.
	Of committee.Thing
	// Sort is the key of a column; empty is the list's own order.
	Sort string
	Desc bool
	// Archived shows archived rows instead of live ones.
	Archived bool
	// Journal narrows the journal; other lists ignore it.
	Journal JournalFilter
	// At most one of these anchors the window: rows after the row of this ID,
	// rows before it, or a window that holds it. None is the first rows; Last
	// is the last rows.
	After, Before, Around string
	Last                  bool
	// Limit is how many rows at most; 0 means 100.
	Limit int
	// Moving says that the question was asked before and only other rows are
	// wanted: they are not counted again.
	Moving bool
}

// Window is a run of consecutive rows of a list.
type Window[T any] struct {
	Rows []T
	// Total counts the rows that match, before and after the window included;
	// -1 where they are too many to be counted for each question, or where that
	// was not asked for. More says that there are more than Total.
	Total int
	More  bool
	// First and Final tell whether the window touches the ends of the list.
	First, Final bool
}

// Names gives the words that things are known by.
type Names map[committee.Thing]Name

// Name is how a thing is called in a line: its reference when it has one, a
// short form and a full one.
type Name struct {
	Ref      string
	Short    string // acronym or title
	Full     string
	Archived bool
	// Gone tells that the thing is no longer in the file: its addition was
	// taken back.
	Gone bool
}

// Option is one thing a completion offers.
type Option struct {
	Thing  committee.Thing
	Label  string // what the field then shows
	Detail string // what tells it from its like
}

// Change is one line of the journal as people read it.
type Change struct {
	Seq   int64
	At    string // RFC 3339, UTC
	Actor string
	Verb  committee.Verb
	Thing committee.Thing
	Name  Name
	Why   string
}
