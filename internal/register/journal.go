package register

import "suivi/internal/committee"

// The views of the journal.
const (
	MyChanges    Scope = "my_changes"     // made by whoever asks
	SinceVisit   Scope = "since_visit"    // made by others after JournalFilter.Seen
	OtherChanges Scope = "others_changes" // made by others
)

// VerbGroup is what several verbs have in common.
type VerbGroup string

// The groups of verbs. Every verb is in one.
const (
	AnyVerb   VerbGroup = ""
	Additions VerbGroup = "additions"
	Revisions VerbGroup = "revisions"
	Rulings   VerbGroup = "rulings"    // what the plenary decided of a text
	Reports   VerbGroup = "reports"    // where the implementation stands
	Delays    VerbGroup = "delays"     // later due dates
	Sittings  VerbGroup = "sittings"   // the life of meetings and of their minutes
	Shelvings VerbGroup = "shelvings"  // archived, restored, ended
	TakenBack VerbGroup = "taken_back" // undone and made again
)

// VerbGroups lists the groups of verbs.
var VerbGroups = []VerbGroup{Additions, Revisions, Rulings, Reports, Delays, Sittings, Shelvings, TakenBack}

// Verbs are the verbs of a group.
func (g VerbGroup) Verbs() []committee.Verb {
	return map[VerbGroup][]committee.Verb{
		Additions: {committee.VerbAdd, committee.VerbLoad},
		Revisions: {committee.VerbRevise, committee.VerbMove},
		Rulings: {
			committee.VerbAdopt, committee.VerbAmend, committee.VerbReject, committee.VerbDefer, committee.VerbWithdraw,
			committee.VerbExamine, committee.VerbEnforce, committee.VerbRepeal,
		},
		Reports: {
			committee.VerbStart, committee.VerbBlock, committee.VerbResume, committee.VerbDeclare, committee.VerbValidate, committee.VerbReturn,
			committee.VerbAbandon, committee.VerbReopen, committee.VerbReport, committee.VerbConfirm,
		},
		Delays: {committee.VerbExtend},
		Sittings: {
			committee.VerbConvene, committee.VerbOpen, committee.VerbAdjourn, committee.VerbPostpone, committee.VerbCancel,
			committee.VerbPrepare,
			committee.VerbTakeUp, committee.VerbSuspend, committee.VerbAttend, committee.VerbCapture, committee.VerbTurn,
			committee.VerbSettle, committee.VerbCirculate, committee.VerbSign, committee.VerbCorrect,
		},
		Shelvings: {committee.VerbArchive, committee.VerbRestore, committee.VerbEnd},
		TakenBack: {committee.VerbUndo, committee.VerbRedo},
	}[g]
}

// GroupOf is the group a verb is in.
func GroupOf(verb committee.Verb) VerbGroup {
	for _, g := range VerbGroups {
		for _, v := range g.Verbs() {
			if v == verb {
				return g
			}
		}
	}
	return AnyVerb
}

// Author is who signed a line of the journal; the zero author signed none.
type Author struct {
	Person committee.PersonID
	Name   string
}

// JournalFilter narrows the journal; the lists of nouns ignore it.
type JournalFilter struct {
	// Signed narrows to the lines of By, which may be the zero author.
	Signed bool
	By     Author
	Kind   committee.Kind
	Verbs  VerbGroup
	// Since is the first day that is shown.
	Since committee.Date
	// Seen is the last line seen at an earlier visit, for SinceVisit.
	Seen int64
	// Deep widens the search for rare lines: each step looks four times farther.
	Deep int
}

// JournalLine is one line of the journal in a list.
type JournalLine struct {
	Change
	By Author
	// Entry is what kind of line of the minutes it is about; empty for another
	// thing.
	Entry committee.EntryKind
	// Reverts is the line whose effect this one took back or made again, and
	// Did what that line did.
	Reverts int64
	Did     committee.Verb
	// Undone tells that the effect of the line was taken back and still is.
	Undone bool
	// Cut marks no line but a place at which the search for rare lines
	// stopped: Seq and At are those of the last line it looked at.
	Cut bool
}

// RowChange is what a line did to one row: the row as the journal holds it,
// in JSON, before and after; empty where there was none.
type RowChange struct {
	Thing         committee.Thing
	Before, After string
}

// JournalSheet is a line with what it changed. Names covers every thing the
// rows point at, then and now.
type JournalSheet struct {
	Line JournalLine
	// Fate is the line that last took it back or made it again; nil for none.
	Fate    *Change
	Changes []RowChange
	// More counts the changes that are left out.
	More  int
	Names Names
}

// Undoable is a change that can be taken back, or made again, and what that
// will do to each row.
type Undoable struct {
	Line    JournalLine
	Changes []RowChange
	Names   Names
}

// Since is what others changed after a line of the journal.
type Since struct {
	Total int
	More  bool // there are more than were counted
	// Groups counts the changes by what was done, the most frequent first.
	Groups []GroupCount
}

// GroupCount counts the changes of a group.
type GroupCount struct {
	Group VerbGroup
	Count int
}

// Visit is an earlier visit of somebody to a file: the last line of the
// journal seen, and when (RFC 3339). The zero visit is none.
type Visit struct {
	Seq int64
	At  string
}

// Narrows tells whether the filter leaves lines out.
func (f JournalFilter) Narrows() bool {
	return f.Signed || f.Kind != "" || f.Verbs != AnyVerb || !f.Since.Zero()
}
