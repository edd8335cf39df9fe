package capture

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
)

// FactKind says what a fact on a line is about.
type FactKind string

// The kinds of fact, each with the sign it is typed behind.
const (
	FactWho      FactKind = "who"      // @ or &: an institution or a function
	FactSupport  FactKind = "support"  // +: an institution that helps
	FactGroup    FactKind = "group"    // # or §: a group or an axis
	FactPriority FactKind = "priority" // !
	FactDue      FactKind = "due"      // >
	FactCost     FactKind = "cost"     // $
)

// FactKinds lists every kind, in the order of the help.
var FactKinds = []FactKind{FactWho, FactSupport, FactGroup, FactPriority, FactDue, FactCost}

// signs are the signs of the facts. On the French AZERTY keyboard @ and # need
// AltGr: & (the key of 1, without shift) and § (shift and the key of !) stand
// for them there. Neither is followed by a letter in French prose, which
// writes « R & D » and « § 3 ».
var signs = map[rune]FactKind{
	'@': FactWho, '&': FactWho, '+': FactSupport, '#': FactGroup, '§': FactGroup, '!': FactPriority, '>': FactDue, '$': FactCost,
}

// quotes may hold the words of a fact together: @"secrétaire général".
var quotes = map[rune]rune{'"': '"', '«': '»', '“': '”'}

// Takes lists the facts that a kind of line has a place for; none for votes.
func Takes(line committee.EntryKind) []FactKind {
	switch line {
	case committee.EntryAction:
		return slices.Clone(FactKinds)
	case committee.EntryRecommendation:
		return []FactKind{FactWho, FactGroup, FactPriority, FactDue}
	case committee.EntryDecision:
		return []FactKind{FactWho, FactDue}
	case committee.Note, committee.Statement, committee.GoodPractice, committee.Difficulty:
		return []FactKind{FactWho}
	}
	return nil
}

// Repeats tells whether a line may carry several facts of the kind: the
// supporting institutions, and the addressees of what the plenary rules on.
func Repeats(line committee.EntryKind, kind FactKind) bool {
	return kind == FactSupport || kind == FactWho && addressed(line)
}

// addressed tells whether the line names addressees, which are institutions.
func addressed(line committee.EntryKind) bool {
	return line == committee.EntryRecommendation || line == committee.EntryDecision
}

// Field is the field of the form that a fact fills on a kind of line. The
// speaker of a note or a statement is in committee.FieldFunction.
func Field(line committee.EntryKind, f Fact) committee.Field {
	switch f.Kind {
	case FactWho:
		switch {
		case addressed(line):
			return committee.FieldAddressees
		case line == committee.EntryAction:
			return committee.FieldInstitution
		}
		return committee.FieldFunction
	case FactSupport:
		return committee.FieldSupporting
	case FactGroup:
		if f.Thing.Kind == committee.KindAxis {
			return committee.FieldAxis
		}
		return committee.FieldGroup
	case FactPriority:
		return committee.FieldPriority
	case FactDue:
		if line == committee.EntryDecision {
			return committee.FieldReview
		}
		return committee.FieldDue
	}
	return committee.FieldCost
}

// A Span is the bytes of the typed line from From up to To.
type Span struct{ From, To int }

// A Fact is one fact of a line: where it stands, sign included, and what it
// was read as, or why it was not.
type Fact struct {
	Kind FactKind
	Span
	// Thing is the institution, function, group or axis; Under the
	// institution of a function.
	Thing, Under committee.Thing
	Priority     committee.Priority
	Due          committee.Due
	Cost         committee.Amount
	// Reason is empty when the fact was understood: ReasonUnknown,
	// ReasonAmbiguous with the Count of candidates, ReasonNotListed,
	// ReasonNotADue, ReasonNotADate, ReasonNotANumber, ReasonCurrency, ReasonOutOfRange,
	// ReasonDuplicate, ReasonNotTaken.
	Reason committee.Reason
	Count  int
}

// A mark is the sign of a fact where it stands in a line.
type mark struct {
	kind FactKind
	at   int // of the sign
	body int // of what follows it
	// spaced tells that a space stands between the two, or that nothing follows.
	spaced bool
}

// next is the first sign of a fact from a place on.
func next(typed string, from int) (mark, bool) {
	for i, r := range typed[from:] {
		if m, ok := markAt(typed, from+i, r); ok {
			return m, true
		}
	}
	return mark{}, false
}

// markAt tells whether a fact begins at i: a sign only counts at the beginning
// of a word and directly before what it may stand before, so that 50 %, a + b,
// R&D and « Attention ! » are text.
func markAt(typed string, i int, r rune) (mark, bool) {
	kind, ok := signs[r]
	if !ok {
		return mark{}, false
	}
	if before, _ := utf8.DecodeLastRuneInString(typed[:i]); i > 0 && !unicode.IsSpace(before) {
		return mark{}, false
	}
	m := mark{kind: kind, at: i, body: i + utf8.RuneLen(r)}
	after, _ := utf8.DecodeRuneInString(typed[m.body:])
	letter, number := unicode.IsLetter(after), unicode.IsDigit(after)
	switch r {
	case '@', '#':
		ok = letter || number || quotes[after] != 0
	case '&', '§', '+':
		ok = letter || quotes[after] != 0
	case '!':
		ok = letter || number
	case '>':
		ok = letter || number || after == '+'
	case '$':
		// A sum in another currency is marked as one, whichever is written first.
		ok = number || abroad(typed[m.body:])
	}
	return m, ok
}

// spacedAt tells whether a sign stands alone at i, its value after one space or
// missing. & and § are text then: « R & D », « § 3 »; so is a ! after a
// no-break space, which French puts there.
func spacedAt(typed string, i int, r rune) (mark, bool) {
	kind, ok := signs[r]
	before, _ := utf8.DecodeLastRuneInString(typed[:i])
	if !ok || r == '&' || r == '§' || i > 0 && !unicode.IsSpace(before) || r == '!' && (before == '\u00a0' || before == '\u202f') {
		return mark{}, false
	}
	m := mark{kind: kind, at: i, body: i + utf8.RuneLen(r), spaced: true}
	after, n := utf8.DecodeRuneInString(typed[m.body:])
	if n > 0 && !unicode.IsSpace(after) {
		return mark{}, false
	}
	m.body += n
	return m, true
}

// nextSign is the first sign from a place on, one that stands alone among them.
func nextSign(typed string, from int) (mark, bool) {
	for i, r := range typed[from:] {
		if m, ok := markAt(typed, from+i, r); ok {
			return m, true
		}
		if m, ok := spacedAt(typed, from+i, r); ok {
			return m, true
		}
	}
	return mark{}, false
}

// sign is where the sign of the fact ends.
func (m mark) sign(typed string) int {
	_, n := utf8.DecodeRuneInString(typed[m.at:])
	return m.at + n
}

// maxStretch bounds how far a fact without quotes may reach, in bytes.
const maxStretch = 240

// stretch is what the fact may take: up to the next sign.
func (m mark) stretch(typed string) string {
	end := min(len(typed), m.body+maxStretch)
	for end > m.body && end < len(typed) && !utf8.RuneStart(typed[end]) {
		end--
	}
	// The + of >+30j is no sign: no space stands before it.
	if after, ok := m.following(typed[:end]); ok {
		end = after.at
	}
	return typed[m.body:end]
}

// following is the sign that ends what the fact may take. After a space that is
// a sign alone as well, but for the + of « > J + 7 ».
func (m mark) following(typed string) (mark, bool) {
	if !m.spaced {
		return next(typed, m.body)
	}
	after, ok := nextSign(typed, m.body)
	for ok && m.kind == FactDue && after.spaced && after.kind == FactSupport {
		after, ok = nextSign(typed, after.body)
	}
	return after, ok
}

// unread is the fact with why it was not understood, on the first n bytes
// after its sign.
func (m mark) unread(n int, why committee.Reason) Fact {
	return Fact{Kind: m.kind, Span: Span{m.at, m.body + n}, Reason: why}
}

// parted tells whether a word can end before rest: a sign that ties it to a
// letter, as in justice.ml, does not end it.
func parted(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if n == 0 || unicode.IsSpace(r) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(rest[n:])
	return !unicode.In(r, unicode.L, unicode.N, unicode.M) && !unicode.IsLetter(after) && !unicode.IsNumber(after)
}
