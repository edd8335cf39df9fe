package committee

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNotFound says that the thing asked for is not in the file.
var ErrNotFound = errors.New("committee: not found")

// Field names a field of a form, so that a message can point at it.
type Field string

// Reason says which rule a value or a change breaks.
type Reason string

// FieldError says which field breaks which rule. Detail, when present, is
// data for the message: a bound, a name, the value as typed.
type FieldError struct {
	Field  Field
	Reason Reason
	Detail string
}

// Error is for logs; screens word the error themselves.
func (e *FieldError) Error() string {
	return strings.TrimSuffix(fmt.Sprintf("committee: field %s: %s: %s", e.Field, e.Reason, e.Detail), ": ")
}

// RefusedError says why a change may not happen now. State is the state that
// stands in the way, when one does.
type RefusedError struct {
	Verb   Verb
	Kind   Kind
	Reason Reason
	State  string
	Detail string
}

// Error is for logs; screens word the error themselves.
func (e *RefusedError) Error() string {
	return fmt.Sprintf("committee: %s %s refused: %s %s %s", e.Verb, e.Kind, e.Reason, e.State, e.Detail)
}

// ConflictError says that somebody saved the thing since it was read. Current
// is the value that is in the file now, of the noun's own type.
type ConflictError struct {
	Thing   Thing
	Current any
}

// Error is for logs; screens word the error themselves.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("committee: %s %s was changed meanwhile", e.Thing.Kind, e.Thing.ID)
}

// Named is a thing with the words people know it by.
type Named struct {
	Thing Thing
	Ref   string // R-2017-03; empty when the noun has no numbers
	Text  string
}

// InUseError says which things refer to the one that was to be archived.
type InUseError struct {
	Thing Thing
	By    []Named
	// Total counts all of them; By may be cut short.
	Total int
}

// Error is for logs; screens word the error themselves.
func (e *InUseError) Error() string {
	return fmt.Sprintf("committee: %s %s is referred to by %d things", e.Thing.Kind, e.Thing.ID, e.Total)
}

// OtherLineError says that another line of the minutes is about what a line was
// to take along: that one is to be taken out first.
type OtherLineError struct {
	About Named
	Line  Entry
	Item  string // the title of its item
}

// Error is for logs; screens word the error themselves.
func (e *OtherLineError) Error() string {
	return fmt.Sprintf("committee: line %s is about %s %s too", e.Line.ID, e.About.Thing.Kind, e.About.Thing.ID)
}

// OvertakenError says that a thing is no longer as the change that was to be
// taken back, or made again, had left it: who changed it since, how and when.
// By is empty for an unsigned change; Did and At are empty when the journal
// knows of none.
type OvertakenError struct {
	Verb  Verb // VerbUndo or VerbRedo
	Thing Named
	By    string
	Did   Verb
	At    string // RFC 3339, UTC
}

// Error is for logs; screens word the error themselves.
func (e *OvertakenError) Error() string {
	return fmt.Sprintf("committee: %s: %s %s was changed since, by %q at %s", e.Verb, e.Thing.Thing.Kind, e.Thing.Thing.ID, e.By, e.At)
}

// The reasons a field is refused.
const (
	ReasonRequired   Reason = "required"
	ReasonNegative   Reason = "negative"
	ReasonFraction   Reason = "fraction"
	ReasonOneRule    Reason = "one_rule"
	ReasonOutOfRange Reason = "out_of_range"
	ReasonNotListed  Reason = "not_listed"
	ReasonTooLong    Reason = "too_long"
	ReasonNotADate   Reason = "not_a_date"
	ReasonNotADue    Reason = "not_a_due"
	ReasonNotATime   Reason = "not_a_time"
	ReasonNotANumber Reason = "not_a_number"
	ReasonCurrency   Reason = "currency"    // a sum that is not in CFA francs
	ReasonBefore     Reason = "before"      // ends before it starts
	ReasonNotLater   Reason = "not_later"   // an extension must be later
	ReasonUnchanged  Reason = "unchanged"   // an amendment must change the text
	ReasonUnknown    Reason = "unknown"     // no such thing in the file
	ReasonDuplicate  Reason = "duplicate"   // another one has it
	ReasonArchived   Reason = "archived"    // the thing pointed at is archived
	ReasonPattern    Reason = "pattern"     // a numbering pattern lacks its parts
	ReasonWrongOwner Reason = "wrong_owner" // the function is not of that institution
	ReasonSelf       Reason = "self"        // points at itself
	ReasonByExtend   Reason = "by_extension"
	ReasonByAmend    Reason = "by_amendment"
	ReasonVotes      Reason = "votes"      // counts need a vote, or do not add up
	ReasonSum        Reason = "sum"        // the voices are not the voters; Detail is sum/voters
	ReasonNotTied    Reason = "not_tied"   // a casting vote settles a tie only
	ReasonNoCasting  Reason = "no_casting" // the rule gives the chair no casting vote
	ReasonOwnVote    Reason = "own_vote"   // a casting vote goes the way its chair voted by name
	ReasonNotTaken   Reason = "not_taken"  // this kind of line takes no such fact
	ReasonFuture     Reason = "future"
	ReasonText       Reason = "text"      // not readable text
	ReasonAmbiguous  Reason = "ambiguous" // several things answer to it
)

// The reasons a change is refused.
const (
	ReasonReadOnly       Reason = "read_only"
	ReasonState          Reason = "state"          // not from this state
	ReasonNotAdopted     Reason = "not_adopted"    // implementation before adoption
	ReasonAdoptedText    Reason = "adopted_text"   // adopted wording is amended, not edited
	ReasonNoDue          Reason = "no_due"         // nothing to extend
	ReasonClosed         Reason = "closed"         // done or abandoned
	ReasonInSession      Reason = "in_session"     // another meeting of the body is in session
	ReasonMeetingClosed  Reason = "meeting_closed" // the record can no longer be edited
	ReasonAdoptedPV      Reason = "adopted_minutes"
	ReasonNoText         Reason = "no_text"
	ReasonIsArchived     Reason = "is_archived"
	ReasonNotArchived    Reason = "not_archived"
	ReasonAppendOnly     Reason = "append_only"
	ReasonEdge           Reason = "edge" // already first or last
	ReasonEnded          Reason = "ended"
	ReasonSameMeeting    Reason = "same_meeting" // minutes are adopted at a later meeting
	ReasonConfirmed      Reason = "confirmed"
	ReasonNothingToUndo  Reason = "nothing_to_undo"
	ReasonNothingToRedo  Reason = "nothing_to_redo"
	ReasonNotLatest      Reason = "not_latest" // another change of one's own came after
	ReasonFoundation     Reason = "foundation" // the committee itself stays
	ReasonNotInSession   Reason = "not_in_session"
	ReasonSuspended      Reason = "suspended"        // the session is interrupted
	ReasonNoSecondNotice Reason = "no_second_notice" // only ordinary and extraordinary meetings are called again
	ReasonHadQuorum      Reason = "had_quorum"       // it needs no second notice
	ReasonCalledAgain    Reason = "called_again"     // it has its second notice
	ReasonNotHeldYet     Reason = "not_held_yet"     // its meeting is not open, and its day has not come
	ReasonOnAgenda       Reason = "on_agenda"        // it is on an agenda already
	ReasonLoaded         Reason = "loaded"           // loaded as a whole, not typed one by one
)

// The fields of the forms.
const (
	FieldName            Field = "name"
	FieldAcronym         Field = "acronym"
	FieldKind            Field = "kind"
	FieldCapacity        Field = "capacity"
	FieldLanguage        Field = "language"
	FieldQuorum          Field = "quorum"
	FieldNoticeDays      Field = "notice_days"
	FieldCirculationDays Field = "circulation_days"
	FieldNumbers         Field = "numbers"
	FieldProvenance      Field = "provenance"
	FieldInstitution     Field = "institution"
	FieldFunction        Field = "function"
	FieldPerson          Field = "person"
	FieldGroup           Field = "group"
	FieldAxis            Field = "axis"
	FieldTitle           Field = "title"
	FieldNumber          Field = "number"
	FieldDate            Field = "date"
	FieldFrom            Field = "from"
	FieldTo              Field = "to"
	FieldStarts          Field = "starts"
	FieldEnds            Field = "ends"
	FieldStartTime       Field = "start_time"
	FieldEndTime         Field = "end_time"
	FieldTime            Field = "time"
	FieldPlace           Field = "place"
	FieldMeeting         Field = "meeting"
	FieldItem            Field = "item"
	FieldFirstNotice     Field = "first_notice"
	FieldNotice          Field = "notice"
	FieldReason          Field = "reason"
	FieldCause           Field = "cause"
	FieldText            Field = "text"
	FieldHeading         Field = "heading"
	FieldAddressees      Field = "addressees"
	FieldSupporting      Field = "supporting"
	FieldPriority        Field = "priority"
	FieldDue             Field = "due"
	FieldStart           Field = "start"
	FieldIndicator       Field = "indicator"
	FieldVerification    Field = "verification"
	FieldCost            Field = "cost"
	FieldFunding         Field = "funding"
	FieldPercent         Field = "percent"
	FieldEvidence        Field = "evidence"
	FieldState           Field = "state"
	FieldManner          Field = "manner"
	FieldVotes           Field = "votes"
	FieldReview          Field = "review"
	FieldPlanned         Field = "planned"
	FieldOutcome         Field = "outcome"
	FieldPresence        Field = "presence"
	FieldRemarks         Field = "remarks"
	FieldPurpose         Field = "purpose"
	FieldMeasures        Field = "measures"
	FieldEmail           Field = "email"
	FieldRecommendations Field = "recommendations"
	FieldArticles        Field = "articles"
	FieldDecisions       Field = "decisions"
	FieldReferences      Field = "references"
	FieldMembers         Field = "members"
	FieldGuideline       Field = "guideline"
	FieldBy              Field = "by"
	FieldPosition        Field = "position"
	FieldDay             Field = "day"
	FieldChair           Field = "chair"
	FieldSecretary       Field = "secretary"
	FieldRapporteur      Field = "rapporteur"
	FieldPresenter       Field = "presenter"
	FieldLegalBasis      Field = "legal_basis"
	FieldURL             Field = "url"
	FieldHeader          Field = "header"
	FieldAliases         Field = "aliases"
	FieldSignatories     Field = "signatories"
	FieldLateItems       Field = "late_items"
	FieldContact         Field = "contact"
	FieldAct             Field = "act"
	FieldConfidentiality Field = "confidentiality"
	FieldDistribution    Field = "distribution"
)

// MaxLine and MaxText bound what a field may hold, in characters.
const (
	MaxLine = 500
	MaxText = 200_000
)

func required(f Field, s string) error {
	if strings.TrimSpace(s) == "" {
		return &FieldError{Field: f, Reason: ReasonRequired}
	}
	return short(f, s, MaxText)
}

func short(f Field, s string, limit int) error {
	if len(s) > limit && len([]rune(s)) > limit {
		return &FieldError{Field: f, Reason: ReasonTooLong, Detail: fmt.Sprint(limit)}
	}
	return nil
}

// dated refuses a day that is missing or that is none.
func dated(f Field, d Date) error { return first(required(f, string(d)), d.valid(f)) }

// notBefore refuses a day earlier than the one it follows, when both are known.
func notBefore(f Field, d, earlier Date) error {
	if !d.Zero() && d < earlier {
		return &FieldError{Field: f, Reason: ReasonBefore, Detail: string(earlier)}
	}
	return nil
}

// distinct refuses a link made twice, or made to nothing.
func distinct[T ~string](f Field, links []T) error {
	seen := make(map[T]bool, len(links))
	for _, l := range links {
		switch {
		case l == "":
			return &FieldError{Field: f, Reason: ReasonUnknown}
		case seen[l]:
			return &FieldError{Field: f, Reason: ReasonDuplicate}
		}
		seen[l] = true
	}
	return nil
}

// kept is to when it breaks no rule, else was with the rule it breaks: a
// refused change leaves the value as it was.
func kept[T interface{ Validate() error }](was, to T) (T, error) {
	if err := to.Validate(); err != nil {
		return was, err
	}
	return to, nil
}

func oneOf[T ~string](f Field, v T, listed ...T) error {
	for _, l := range listed {
		if v == l {
			return nil
		}
	}
	return &FieldError{Field: f, Reason: ReasonNotListed, Detail: string(v)}
}

// first returns the first error that is not nil.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
