package committee

// EntryKind says what a line of the minutes is.
type EntryKind string

// The kinds of entry.
const (
	Note                EntryKind = "note"
	Statement           EntryKind = "statement"
	EntryDecision       EntryKind = "decision"
	EntryRecommendation EntryKind = "recommendation"
	EntryAction         EntryKind = "action"
	EntryVote           EntryKind = "vote"
	GoodPractice        EntryKind = "good_practice"
	Difficulty          EntryKind = "difficulty"
)

// EntryKinds lists what may be chosen.
var EntryKinds = []EntryKind{Note, Statement, EntryDecision, EntryRecommendation, EntryAction, EntryVote, GoodPractice, Difficulty}

// Entry is one timed line of the minutes, under one agenda item.
type Entry struct {
	ID EntryID `json:"id"`
	Stamp
	Meeting  MeetingID    `json:"meeting"`
	Item     AgendaItemID `json:"item"`
	Position int          `json:"position"` // within the item, from 1
	At       Clock        `json:"at"`
	Kind     EntryKind    `json:"kind"`
	Text     string       `json:"text"`
	// Speaker is whose statement it is, when it is one.
	Speaker FunctionID `json:"speaker"`
	// What the line gave rise to.
	Decision       DecisionID       `json:"decision"`
	Recommendation RecommendationID `json:"recommendation"`
	Action         ActionID         `json:"action"`
	Votes          Votes            `json:"votes"`
	// On is the day, in a meeting of several.
	On Date `json:"on,omitempty"`
	// SpeakerOf is the institution that speaks, when no function is said.
	SpeakerOf InstitutionID `json:"speaker_of,omitempty"`
	// Ballot is how a vote was taken, on a line that is one.
	Ballot Ballot `json:"ballot,omitzero"`
	// Quorum is the presence that was true for the vote.
	Quorum Reckoning `json:"quorum,omitzero"`
	// Bloc is the same number on the lines of recommendations that were adopted
	// together, from 1 in each meeting; 0 on the others. The first of them keeps
	// those that were Excepted.
	Bloc     int                `json:"bloc,omitempty"`
	Excepted []RecommendationID `json:"excepted,omitzero"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (e Entry) Validate() error {
	if e.Kind != EntryVote {
		if e.Votes.Counted() {
			return &FieldError{Field: FieldVotes, Reason: ReasonVotes}
		}
		if !e.Ballot.Zero() {
			return &FieldError{Field: FieldManner, Reason: ReasonVotes}
		}
	}
	return first(required(FieldMeeting, string(e.Meeting)), required(FieldItem, string(e.Item)),
		oneOf(FieldKind, e.Kind, EntryKinds...), required(FieldText, e.Text), short(FieldText, e.Text, MaxText), e.At.valid(FieldTime),
		e.On.valid(FieldDate), e.Votes.validate(), e.Ballot.validate(e.Votes), e.Quorum.validate(), e.Stamp.validate())
}

// LastAbout is the last of these lines that is about a recommendation; empty
// for none. Those before it only say that it was proposed.
func LastAbout(lines []Entry, id RecommendationID) (last EntryID) {
	for _, e := range lines {
		if e.Recommendation == id {
			last = e.ID
		}
	}
	return last
}

// Voice is what one voter said.
type Voice string

// The voices. VoiceNone takes no part in the vote.
const (
	VoiceFor     Voice = "for"
	VoiceAgainst Voice = "against"
	VoiceAbstain Voice = "abstain"
	VoiceNone    Voice = "none"
)

// Voices lists what may be chosen.
var Voices = []Voice{VoiceFor, VoiceAgainst, VoiceAbstain, VoiceNone}

// NamedVoice is the voice of one line of the attendance list.
type NamedVoice struct {
	Attendance AttendanceID `json:"attendance"`
	Voice      Voice        `json:"voice"`
}

// Ballot is how a vote was taken.
type Ballot struct {
	Manner Manner `json:"manner,omitempty"`
	// Casting is the chair's voice, when the voices are equal and the
	// committee's rule lets it settle the matter.
	Casting Voice `json:"casting,omitempty"`
	// Recused were out of the base: they have an interest in the matter.
	Recused []AttendanceID `json:"recused,omitzero"`
	// Named are the voices one by one, in a vote by name.
	Named []NamedVoice `json:"named,omitzero"`
}

// Zero tells whether nothing is said of how the vote was taken.
func (b Ballot) Zero() bool {
	return b.Manner == MannerUnsaid && b.Casting == "" && len(b.Recused) == 0 && len(b.Named) == 0
}

// Count adds up the voices of a vote by name.
func (b Ballot) Count() Votes {
	n := map[Voice]int{}
	for _, v := range b.Named {
		n[v.Voice]++
	}
	count := func(v Voice) *int { c := n[v]; return &c }
	return Votes{For: count(VoiceFor), Against: count(VoiceAgainst), Abstain: count(VoiceAbstain), None: count(VoiceNone)}
}

func (b Ballot) validate(v Votes) error {
	if err := first(oneOf(FieldManner, b.Manner, MannerUnsaid, Consensus, ShowOfHands, ByName, Secret),
		oneOf(FieldVotes, b.Casting, "", VoiceFor, VoiceAgainst), distinct(FieldPerson, b.Recused)); err != nil {
		return err
	}
	seen := map[AttendanceID]bool{}
	for _, n := range b.Named {
		if n.Attendance == "" || seen[n.Attendance] {
			return &FieldError{Field: FieldPerson, Reason: ReasonDuplicate}
		}
		seen[n.Attendance] = true
		if err := oneOf(FieldVotes, n.Voice, Voices...); err != nil {
			return err
		}
	}
	switch {
	case len(b.Named) > 0 && b.Manner != ByName, b.Manner == Consensus && v.Counted():
		return &FieldError{Field: FieldVotes, Reason: ReasonVotes}
	case b.Manner == ByName && !sameVotes(b.Count(), v):
		return &FieldError{Field: FieldVotes, Reason: ReasonVotes}
	case b.Casting != "" && (v.For == nil || v.Against == nil || *v.For != *v.Against):
		return &FieldError{Field: FieldVotes, Reason: ReasonNotTied}
	}
	return nil
}

func sameVotes(a, b Votes) bool {
	same := func(x, y *int) bool { return number(x) == number(y) }
	return same(a.For, b.For) && same(a.Against, b.Against) && same(a.Abstain, b.Abstain) && same(a.None, b.None)
}

// Tally is a vote ready to be settled: what was counted, and who could vote.
type Tally struct {
	Ballot
	Votes  Votes
	Voters int // present and not recused; 0 when the attendance was not taken
}

// Passed tells whether the proposal is carried: by consensus; or by more voices
// for than against, the chair's voice settling a tie. Which majority a
// committee's texts ask for beyond that is not known, and stays to be stated.
func (t Tally) Passed() bool {
	if t.Manner == Consensus {
		return true
	}
	f, a := number(t.Votes.For), number(t.Votes.Against)
	return f > a || f == a && t.Casting == VoiceFor
}

// Check refuses counts that are not the number of voters: a *FieldError whose
// Detail is the sum, a slash and the number of voters. Consensus needs no
// counts.
func (t Tally) Check() error {
	if t.Manner == Consensus {
		return nil
	}
	if t.Votes.For == nil || t.Votes.Against == nil {
		return &FieldError{Field: FieldVotes, Reason: ReasonRequired}
	}
	if sum := t.Votes.Sum(); t.Voters > 0 && sum != t.Voters {
		return &FieldError{Field: FieldVotes, Reason: ReasonSum, Detail: itoa(sum) + "/" + itoa(t.Voters)}
	}
	return nil
}
