package committee

import "fmt"

// DumpReason says why a dump cannot be loaded.
type DumpReason string

// The reasons.
const (
	DumpForeign      DumpReason = "foreign"       // does not begin as a dump does
	DumpNewer        DumpReason = "newer"         // written by a newer suivi
	DumpCut          DumpReason = "cut"           // the end is missing
	DumpAltered      DumpReason = "altered"       // the checksum does not agree
	DumpTrailing     DumpReason = "trailing"      // something follows the end
	DumpLong         DumpReason = "long"          // a line longer than any should be; Detail is the bound in MiB
	DumpNotText      DumpReason = "not_text"      // not UTF-8, or a character that is never kept; Detail names it
	DumpGarbled      DumpReason = "garbled"       // not written as a dump is
	DumpUnknownKind  DumpReason = "unknown_kind"  // Detail is the kind
	DumpUnknownField DumpReason = "unknown_field" // Detail is the field
	DumpDisorder     DumpReason = "disorder"      // out of order, or there twice
	DumpCount        DumpReason = "count"         // not as many as announced
	DumpUnclean      DumpReason = "unclean"       // a text that would change when kept; Detail is the field
	DumpValue        DumpReason = "value"         // breaks a rule; Err says which
	DumpChain        DumpReason = "chain"         // the journal's hashes do not follow
)

// DumpReasons lists the reasons.
var DumpReasons = []DumpReason{
	DumpForeign, DumpNewer, DumpCut, DumpAltered, DumpTrailing, DumpLong, DumpNotText, DumpGarbled, DumpUnknownKind, DumpUnknownField,
	DumpDisorder, DumpCount, DumpUnclean, DumpValue, DumpChain,
}

// DumpError says what is wrong with a dump, and where. Detail, when present,
// is data for the message.
type DumpError struct {
	Line   int // from 1; 0 when it is about no line
	Reason DumpReason
	Detail string
	Err    error // the rule that is broken
}

// Error is for logs; screens word the error themselves.
func (e *DumpError) Error() string {
	return fmt.Sprintf("dump line %d: %s %s %v", e.Line, e.Reason, e.Detail, e.Err)
}
