package register

import (
	"fmt"

	"suivi/internal/committee"
)

// FindingKind says what a check of the file found wrong.
type FindingKind string

// What can be found.
const (
	FindingDamage      FindingKind = "damage"       // the database itself; Detail is SQLite's word
	FindingLink        FindingKind = "link"         // points at a thing that is not there
	FindingOrphan      FindingKind = "orphan"       // part of a thing that is not there; Detail is the table
	FindingBroken      FindingKind = "broken"       // breaks a rule of its noun; Err says which
	FindingComputed    FindingKind = "computed"     // a computed column is wrong; Detail names it
	FindingNotInLog    FindingKind = "not_in_log"   // no journal line made this thing
	FindingDiffers     FindingKind = "differs"      // not what the journal last wrote
	FindingGone        FindingKind = "gone"         // the journal knows it, the file has lost it
	FindingChain       FindingKind = "chain"        // a line of the journal was altered, or the one before it
	FindingGap         FindingKind = "gap"          // lines of the journal are missing before Seq
	FindingUnreadable  FindingKind = "unreadable"   // could not be read; Detail says why
	FindingVersions    FindingKind = "versions"     // versions of a text do not follow one another
	FindingDuplicate   FindingKind = "duplicate"    // a reference given twice; Detail is it
	FindingWrongOwner  FindingKind = "wrong_owner"  // a function that is not of the institution
	FindingUnknownKind FindingKind = "unknown_kind" // the journal names a kind that this program does not know
	FindingIndex       FindingKind = "index"        // the words of the search are not those of its documents
	FindingUnindexed   FindingKind = "unindexed"    // things that the search does not find; Detail counts them
	FindingMisindexed  FindingKind = "misindexed"   // things that it finds by other words than theirs; Detail counts them
	FindingOverindexed FindingKind = "overindexed"  // things that it knows and that are not there; Detail counts them
	FindingTally       FindingKind = "tally"        // what the home screen adds up is not what the rows add up to
)

// FindingKinds lists what can be found.
var FindingKinds = []FindingKind{
	FindingDamage, FindingLink, FindingOrphan, FindingBroken, FindingComputed, FindingNotInLog, FindingDiffers, FindingGone,
	FindingChain, FindingGap, FindingUnreadable, FindingVersions, FindingDuplicate, FindingWrongOwner, FindingUnknownKind,
	FindingIndex, FindingUnindexed, FindingMisindexed, FindingOverindexed, FindingTally,
}

// Derived tells that the facts are not concerned: what is wrong can be made
// anew from them.
func (k FindingKind) Derived() bool {
	return k == FindingIndex || k == FindingUnindexed || k == FindingMisindexed || k == FindingOverindexed || k == FindingTally
}

// Finding is one thing that a check of the file found wrong.
type Finding struct {
	Kind   FindingKind
	Thing  committee.Thing // zero when it is not about one
	Name   Name
	Seq    int64 // of the journal line, when it is about one
	Detail string
	Err    error // the rule that is broken
}

// UnsoundError says that a file was not exported, or not made from an export,
// because a check finds this.
type UnsoundError struct {
	Finding Finding
	Line    int // of the export; 0 when it is about none
}

// Error is for logs; screens word the error themselves.
func (e *UnsoundError) Error() string { return fmt.Sprintf("line %d: %+v", e.Line, e.Finding) }
