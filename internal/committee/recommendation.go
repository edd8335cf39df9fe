package committee

// Priority is how much something presses.
type Priority string

// The priorities; PriorityUnsaid when none was given.
const (
	PriorityUnsaid Priority = ""
	High           Priority = "high"
	Medium         Priority = "medium"
	Low            Priority = "low"
)

// Recommendation is what a working group puts to the plenary. What the
// plenary decided and how far it is carried out are two states.
type Recommendation struct {
	ID RecommendationID `json:"id"`
	Stamp
	Mark
	On             Date            `json:"date"` // the day it was proposed; its year numbers it
	Words          Wordings        `json:"words"`
	Outcome        Deliberation    `json:"outcome"`
	Implementation Implementation  `json:"implementation"`
	Group          GroupID         `json:"group"`
	Meeting        MeetingID       `json:"origin"`
	Item           AgendaItemID    `json:"item"`
	Addressees     []InstitutionID `json:"addressees"`
	Axis           AxisID          `json:"axis"`
	Priority       Priority        `json:"priority"`
	Due            Due             `json:"due"`
	Measures       string          `json:"measures"` // measures taken
	Articles       []ArticleID     `json:"articles"`
	References     []ReferenceID   `json:"references"`
	Remarks        string          `json:"remarks"`
	// FollowUps are the answers that later meetings gave, in their order.
	FollowUps []FollowUp `json:"follow_ups,omitzero"`
}

// FollowUp is what a meeting answered about a recommendation of an earlier one.
type FollowUp struct {
	Meeting MeetingID           `json:"meeting"`
	On      Date                `json:"date"`
	By      string              `json:"by"`
	State   ImplementationState `json:"state"` // declared there; empty for none
	Cause   BlockCause          `json:"cause"` // when declared blocked
	Percent *int                `json:"percent"`
	// From and To are the due dates of an extension; empty for none.
	From Due    `json:"from"`
	To   Due    `json:"to"`
	Text string `json:"text"`
}

// DueAt is the due date that the recommendation had when a meeting, whose last
// day is given, took it up.
func (r Recommendation) DueAt(m MeetingID, last Date) Due {
	for _, f := range r.FollowUps {
		if !f.To.Zero() && (f.Meeting == m || f.On > last) {
			return f.From
		}
	}
	return r.Due
}

// FollowUp keeps the answer of a meeting: a step of the implementation where
// it declares another state, a later due date where it extends, and the answer
// itself. It is refused until the recommendation is adopted.
func (r Recommendation) FollowUp(f FollowUp) (Recommendation, error) {
	next := r
	if f.State != "" && f.State != r.Implementation.State {
		verb := Update{State: f.State}.verb(r.Implementation.State)
		var err error
		if next, err = r.Advance(Step{Verb: verb, On: f.On, Cause: f.Cause, Reason: f.Text}); err != nil {
			return r, err
		}
	}
	if f.State == Blocked && next.Implementation.State == Blocked {
		next.Implementation.Cause, next.Implementation.Reason = f.Cause, f.Text
	}
	if !f.To.Zero() {
		if f.To.Last() <= r.Due.Last() {
			return r, &FieldError{Field: FieldDue, Reason: ReasonNotLater, Detail: string(r.Due)}
		}
		f.From, next.Due = r.Due, f.To
	}
	if f.Percent != nil {
		next.Implementation.Percent = *f.Percent
	}
	next.FollowUps = append(append([]FollowUp{}, r.FollowUps...), f)
	return kept(r, next)
}

func (f FollowUp) validate() error {
	if f.Percent != nil && (*f.Percent < 0 || *f.Percent > 100) {
		return &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: "0–100"}
	}
	if f.State == Blocked {
		if err := oneOf(FieldCause, f.Cause, BlockCauses...); err != nil {
			return err
		}
	}
	return first(required(FieldMeeting, string(f.Meeting)), dated(FieldDate, f.On), short(FieldBy, f.By, MaxLine),
		oneOf(FieldState, f.State, "", InProgress, Blocked, Declared, Abandoned), f.From.valid(FieldDue), f.To.valid(FieldDue),
		oneOf(FieldCause, f.Cause, append([]BlockCause{CauseUnsaid}, BlockCauses...)...), required(FieldReason, f.Text))
}

// Late tells whether the recommendation was adopted, is still open and its due
// date has passed.
func (r Recommendation) Late(today Date) bool {
	return r.Outcome.State.InEffect() && r.Implementation.Late(r.Due, today)
}

// Adopt adopts the recommendation; with ruling.Text it is adopted as amended.
func (r Recommendation) Adopt(ruling Ruling) (Recommendation, error) {
	var err error
	r.Outcome, r.Words, err = r.Outcome.adopt(KindRecommendation, r.Words, r.On, ruling)
	return r, err
}

// Reject turns the recommendation down; a reason is required.
func (r Recommendation) Reject(ruling Ruling) (Recommendation, error) {
	return r.rule(VerbReject, Rejected, ruling)
}

// Defer puts the recommendation off.
func (r Recommendation) Defer(ruling Ruling) (Recommendation, error) {
	return r.rule(VerbDefer, Deferred, ruling)
}

// Withdraw takes the recommendation back.
func (r Recommendation) Withdraw(ruling Ruling) (Recommendation, error) {
	return r.rule(VerbWithdraw, Withdrawn, ruling)
}

func (r Recommendation) rule(v Verb, to DecisionState, ruling Ruling) (Recommendation, error) {
	var err error
	r.Outcome, err = r.Outcome.rule(KindRecommendation, v, to, r.On, ruling)
	return r, err
}

// Amend changes an adopted recommendation by a new version, adopted at a
// meeting; the earlier wording is kept.
func (r Recommendation) Amend(ruling Ruling) (Recommendation, error) {
	var err error
	r.Words, err = r.Outcome.amend(KindRecommendation, r.Words, ruling)
	return r, err
}

// PutAgain is a recommendation put once more to the meeting that adopted or
// rejected it, as [Decision.PutAgain] says. One that is being carried out is
// returned unchanged.
func (r Recommendation) PutAgain(at MeetingID) Recommendation {
	if r.Implementation.State == NotStarted || r.Implementation.State == "" {
		r.Outcome, r.Words = r.Outcome.putAgain(r.Words, at)
	}
	return r
}

// Advance carries out one step of the implementation. It is refused until the
// recommendation is adopted.
func (r Recommendation) Advance(s Step) (Recommendation, error) {
	if !r.Outcome.State.InEffect() {
		return r, &RefusedError{Verb: s.Verb, Kind: KindRecommendation, Reason: ReasonNotAdopted, State: string(r.Outcome.State)}
	}
	var err error
	r.Implementation, err = r.Implementation.advance(KindRecommendation, s)
	return r, err
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (r Recommendation) Validate() error {
	if !r.Outcome.State.InEffect() && r.Implementation.State != NotStarted {
		return &FieldError{Field: FieldState, Reason: ReasonNotListed, Detail: string(r.Implementation.State)}
	}
	for _, f := range r.FollowUps {
		if err := f.validate(); err != nil {
			return err
		}
	}
	return first(r.Outcome.validate(r.Words), r.Implementation.validate(), required(FieldDate, string(r.On)), r.On.valid(FieldDate), r.Due.valid(FieldDue),
		oneOf(FieldPriority, r.Priority, PriorityUnsaid, High, Medium, Low), distinct(FieldAddressees, r.Addressees),
		distinct(FieldArticles, r.Articles), distinct(FieldReferences, r.References),
		short(FieldText, r.Measures, MaxText), short(FieldRemarks, r.Remarks, MaxText), r.Stamp.validate())
}
