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
	return first(r.Outcome.validate(r.Words), r.Implementation.validate(), required(FieldDate, string(r.On)), r.On.valid(FieldDate), r.Due.valid(FieldDue),
		oneOf(FieldPriority, r.Priority, PriorityUnsaid, High, Medium, Low), distinct(FieldAddressees, r.Addressees),
		distinct(FieldArticles, r.Articles), distinct(FieldReferences, r.References),
		short(FieldText, r.Measures, MaxText), short(FieldRemarks, r.Remarks, MaxText), r.Stamp.validate())
}
