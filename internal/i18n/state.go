package i18n

import (
	"strings"

	"suivi/internal/committee"
)

// Term is the word for a value: Full in a sentence or on a page, Short, of at
// most 12 cells, in the column of a list.
type Term struct{ Full, Short string }

// Noun is what a kind of thing is called.
type Noun struct {
	One, Many string
	New       string // « nouvelle action »
	The, This string // « l’action », « cette action »
	Feminine  bool
}

// VerbWords are the words of something done: the infinitive on a key or in a
// refusal, the past participle in the journal, which agrees in French.
type VerbWords struct {
	Do                 string
	Done, DoneFeminine string
	// Cannot is the beginning of a refusal: « Impossible d’adopter ».
	Cannot string
}

// StateWords are the words of every value of the domain that is chosen from a
// list.
type StateWords struct {
	Decision       map[committee.DecisionState]Term
	Implementation map[committee.ImplementationState]Term
	Cause          map[committee.BlockCause]Term
	MeetingKind    map[committee.MeetingKind]Term
	Meeting        map[committee.MeetingState]Term
	Minutes        map[committee.MinutesState]Term
	ItemKind       map[committee.ItemKind]Term
	ItemOutcome    map[committee.ItemOutcome]Term
	Presence       map[committee.Presence]Term
	Quality        map[committee.Quality]Term
	EntryKind      map[committee.EntryKind]Term
	Guideline      map[committee.GuidelineState]Term
	Institution    map[committee.InstitutionKind]Term
	Capacity       map[committee.Capacity]Term
	Mandate        map[committee.MandateKind]Term
	Group          map[committee.GroupKind]Term
	Reference      map[committee.ReferenceKind]Term
	Axis           map[committee.AxisKind]Term
	Priority       map[committee.Priority]Term
	Manner         map[committee.Manner]Term
	QuorumBase     map[committee.QuorumBase]Term
	Choice         map[committee.Choice]Term
	Certainty      map[committee.Certainty]Term
	Language       map[committee.Language]Term

	Kind map[committee.Kind]Noun
	Verb map[committee.Verb]VerbWords
	// MinutesVerb holds the verbs that, done to a meeting, are done to its
	// minutes.
	MinutesVerb map[committee.Verb]VerbWords
	// LineVerb holds those that are called otherwise of a line of the minutes.
	LineVerb map[committee.Verb]VerbWords
}

// noMinutes is the state of a meeting without minutes, as a refusal names it;
// the states of minutes follow it.
const noMinutes = "minutes_"

// state is the word for the state in which a thing of a kind is, and whether
// it is that of its minutes.
func (w *StateWords) state(kind committee.Kind, state string) (word string, minutes bool) {
	if s, ok := strings.CutPrefix(state, noMinutes); ok {
		return w.Minutes[committee.MinutesState(s)].Full, true
	}
	switch kind {
	case committee.KindMeeting:
		return w.Meeting[committee.MeetingState(state)].Full, false
	case committee.KindGuideline, committee.KindArticle:
		return w.Guideline[committee.GuidelineState(state)].Full, false
	}
	if t, ok := w.Decision[committee.DecisionState(state)]; ok {
		return t.Full, false
	}
	return w.Implementation[committee.ImplementationState(state)].Full, false
}
