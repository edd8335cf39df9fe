package committee

// DecisionState is what the plenary did with a proposal.
type DecisionState string

// The decision states of recommendations and decisions.
const (
	Proposed  DecisionState = "proposed"
	Adopted   DecisionState = "adopted"
	Amended   DecisionState = "adopted_amended"
	Rejected  DecisionState = "rejected"
	Deferred  DecisionState = "deferred"
	Withdrawn DecisionState = "withdrawn"
)

// DecisionStates lists the decision states in the order of their life.
var DecisionStates = []DecisionState{Proposed, Adopted, Amended, Rejected, Deferred, Withdrawn}

// Open tells whether the plenary may still decide.
func (s DecisionState) Open() bool { return s == Proposed || s == Deferred }

// InEffect tells whether the proposal was adopted, amended or not.
func (s DecisionState) InEffect() bool { return s == Adopted || s == Amended }

// Deliberation is the decision state of a proposal, with where, when and why.
type Deliberation struct {
	State   DecisionState `json:"state"`
	Reason  string        `json:"reason"` // required when rejected
	Meeting MeetingID     `json:"meeting"`
	On      Date          `json:"on"`
}

// Ruling is what the plenary says of a proposal: where and when, and, as the
// verb needs, the reason or the amended text.
type Ruling struct {
	Meeting MeetingID
	On      Date
	Reason  string
	Text    string // the amended wording, for an adoption with amendments
	By      string // who wrote the amended wording
}

// deliberationFrom lists the states each verb may start from. What was put off
// may be put off again.
var deliberationFrom = map[Verb][]DecisionState{
	VerbAdopt:    {Proposed, Deferred},
	VerbReject:   {Proposed, Deferred},
	VerbDefer:    {Proposed, Deferred},
	VerbWithdraw: {Proposed, Deferred},
	VerbAmend:    {Adopted, Amended},
}

// Allows tells whether verb may be applied in this state: nil, or a
// *RefusedError. VerbAmend is the change of a wording already adopted.
func (d Deliberation) Allows(kind Kind, verb Verb) error {
	for _, s := range deliberationFrom[verb] {
		if s == d.State {
			return nil
		}
	}
	return &RefusedError{Verb: verb, Kind: kind, Reason: ReasonState, State: string(d.State)}
}

// rule rules on what was proposed on a day, not before it nor before the
// ruling that put it off.
func (d Deliberation) rule(kind Kind, verb Verb, to DecisionState, proposed Date, r Ruling) (Deliberation, error) {
	if err := d.Allows(kind, verb); err != nil {
		return d, err
	}
	if to == Rejected {
		if err := required(FieldReason, r.Reason); err != nil {
			return d, err
		}
	}
	if err := first(short(FieldReason, r.Reason, MaxText), dated(FieldDate, r.On), notBefore(FieldDate, r.On, max(proposed, d.On))); err != nil {
		return d, err
	}
	if d.State == to && r.On == d.On {
		return d, &FieldError{Field: FieldDate, Reason: ReasonNotLater, Detail: string(d.On)}
	}
	return Deliberation{State: to, Reason: r.Reason, Meeting: r.Meeting, On: r.On}, nil
}

// adopt rules on a proposal with its text: as it is, or amended when there is
// an r.Text, which must differ from it.
func (d Deliberation) adopt(kind Kind, w Wordings, proposed Date, r Ruling) (Deliberation, Wordings, error) {
	to := Adopted
	if r.Text != "" {
		to = Amended
	}
	next, err := d.rule(kind, VerbAdopt, to, proposed, r)
	if err != nil {
		return d, w, err
	}
	words := w
	if r.Text != "" {
		words, err = w.Amend(Wording{Text: r.Text, On: r.On, By: r.By, Meeting: r.Meeting, Why: r.Reason})
		if err != nil {
			return d, w, err
		}
	}
	words, err = words.Adopt(r.Meeting, r.On)
	if err != nil {
		return d, w, err
	}
	return next, words, nil
}

func (d Deliberation) validate(w Wordings) error {
	if err := first(oneOf(FieldState, d.State, DecisionStates...), d.On.valid(FieldDate), w.validate()); err != nil {
		return err
	}
	if len(w) == 0 {
		return &FieldError{Field: FieldText, Reason: ReasonRequired}
	}
	if !d.State.InEffect() && w.Adopted() {
		return &FieldError{Field: FieldState, Reason: ReasonNotListed, Detail: string(d.State)}
	}
	if d.State == Rejected {
		return required(FieldReason, d.Reason)
	}
	if d.State.InEffect() && (!w.Adopted() || d.On.Zero()) {
		return &FieldError{Field: FieldState, Reason: ReasonRequired}
	}
	return nil
}

// Manner is how a decision was taken.
type Manner string

// The manners of deciding; MannerUnsaid when it was not noted.
const (
	MannerUnsaid Manner = ""
	Consensus    Manner = "consensus"
	ShowOfHands  Manner = "show_of_hands"
	ByName       Manner = "by_name"
	Secret       Manner = "secret"
)

// Votes are the counts of a vote; nil counts were not noted.
type Votes struct {
	For     *int `json:"for"`
	Against *int `json:"against"`
	Abstain *int `json:"abstain"`
	None    *int `json:"none,omitempty"` // present, and took no part
}

// Counted tells whether any count was noted.
func (v Votes) Counted() bool {
	return v.For != nil || v.Against != nil || v.Abstain != nil || v.None != nil
}

// Sum is how many voices were counted.
func (v Votes) Sum() int {
	return number(v.For) + number(v.Against) + number(v.Abstain) + number(v.None)
}

// number is a count, 0 when it was not noted.
func number(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

func (v Votes) validate() error {
	for _, n := range []*int{v.For, v.Against, v.Abstain, v.None} {
		if n != nil && (*n < 0 || *n > 10_000) {
			return &FieldError{Field: FieldVotes, Reason: ReasonOutOfRange, Detail: "0–10000"}
		}
	}
	return nil
}

// Decision is what the plenary decided, in its exact wording.
type Decision struct {
	ID DecisionID `json:"id"`
	Stamp
	Mark
	On      Date         `json:"date"` // the day it was put; its year numbers it
	Words   Wordings     `json:"words"`
	Outcome Deliberation `json:"outcome"`
	Meeting MeetingID    `json:"origin"` // where it was put
	Item    AgendaItemID `json:"item"`
	Manner  Manner       `json:"manner"`
	Votes   Votes        `json:"votes"`
	Review  Date         `json:"review"`
	// Recommendations it rules on, and institutions it addresses.
	Recommendations []RecommendationID `json:"recommendations"`
	Addressees      []InstitutionID    `json:"addressees"`
	References      []ReferenceID      `json:"references"`
	Remarks         string             `json:"remarks"`
}

// Adopt adopts the decision; with r.Text it is adopted as amended.
func (d Decision) Adopt(r Ruling) (Decision, error) {
	var err error
	d.Outcome, d.Words, err = d.Outcome.adopt(KindDecision, d.Words, d.On, r)
	return d, err
}

// Reject turns the decision down; a reason is required.
func (d Decision) Reject(r Ruling) (Decision, error) { return d.rule(VerbReject, Rejected, r) }

// Defer puts the decision off.
func (d Decision) Defer(r Ruling) (Decision, error) { return d.rule(VerbDefer, Deferred, r) }

// Withdraw takes the proposal back.
func (d Decision) Withdraw(r Ruling) (Decision, error) { return d.rule(VerbWithdraw, Withdrawn, r) }

func (d Decision) rule(v Verb, to DecisionState, r Ruling) (Decision, error) {
	var err error
	d.Outcome, err = d.Outcome.rule(KindDecision, v, to, d.On, r)
	return d, err
}

// PutAgain is a decision put once more to the meeting that adopted or rejected
// it: proposed, with its wording as it was. One that this meeting did not settle
// so, or that another amended, is returned unchanged.
func (d Decision) PutAgain(at MeetingID) Decision {
	d.Outcome, d.Words = d.Outcome.putAgain(d.Words, at)
	return d
}

// putAgain is a proposal put once more to the meeting that adopted or rejected
// it; unchanged where this meeting did not, or another amended it.
func (d Deliberation) putAgain(w Wordings, at MeetingID) (Deliberation, Wordings) {
	if settled := d.State.InEffect() || d.State == Rejected; !settled || at == "" || d.Meeting != at {
		return d, w
	}
	words := append(Wordings{}, w...)
	for n := range words {
		if words[n].Adopted && words[n].Meeting != at {
			return d, w
		}
		if words[n].Adopted = false; n == 0 {
			words[n].Meeting = ""
		}
	}
	return Deliberation{State: Proposed}, words
}

// Amend changes an adopted decision by a new version, adopted at a meeting;
// the earlier wording is kept.
func (d Decision) Amend(r Ruling) (Decision, error) {
	var err error
	d.Words, err = d.Outcome.amend(KindDecision, d.Words, r)
	return d, err
}

func (d Deliberation) amend(kind Kind, w Wordings, r Ruling) (Wordings, error) {
	if err := d.Allows(kind, VerbAmend); err != nil {
		return w, err
	}
	return w.amendAdopted(r)
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (d Decision) Validate() error {
	if err := d.Votes.validate(); err != nil {
		return err
	}
	if d.Votes.Counted() && (d.Manner == Consensus || d.Manner == MannerUnsaid) {
		return &FieldError{Field: FieldVotes, Reason: ReasonVotes}
	}
	return first(d.Outcome.validate(d.Words), required(FieldDate, string(d.On)), d.On.valid(FieldDate), d.Review.valid(FieldReview),
		oneOf(FieldManner, d.Manner, MannerUnsaid, Consensus, ShowOfHands, ByName, Secret), distinct(FieldRecommendations, d.Recommendations),
		distinct(FieldAddressees, d.Addressees), distinct(FieldReferences, d.References),
		short(FieldRemarks, d.Remarks, MaxText), d.Stamp.validate())
}
