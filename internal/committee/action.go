package committee

import "strconv"

// Action is a line of the roadmap: a verb and a deliverable, owned by a
// function of an institution.
type Action struct {
	ID ActionID `json:"id"`
	Stamp
	Mark
	On              Date               `json:"date"` // the day it was given; its year numbers it
	Text            string             `json:"text"`
	Institution     InstitutionID      `json:"institution"`
	Function        FunctionID         `json:"function"`
	Supporting      []InstitutionID    `json:"supporting"`
	Axis            AxisID             `json:"axis"`
	Group           GroupID            `json:"group"`
	Meeting         MeetingID          `json:"origin"`
	Item            AgendaItemID       `json:"item"`
	Start           Date               `json:"start"`
	Due             Due                `json:"due"`
	FirstDue        Due                `json:"first_due"` // never overwritten once given
	Priority        Priority           `json:"priority"`
	Indicator       string             `json:"indicator"`
	Verification    string             `json:"verification"`
	Cost            *Amount            `json:"cost"`
	Funding         string             `json:"funding"`
	Implementation  Implementation     `json:"implementation"`
	Recommendations []RecommendationID `json:"recommendations"`
	Articles        []ArticleID        `json:"articles"`
	Decisions       []DecisionID       `json:"decisions"`
	References      []ReferenceID      `json:"references"`
	Remarks         string             `json:"remarks"`
}

// Late tells whether the action is still open after its due date.
func (a Action) Late(today Date) bool { return a.Implementation.Late(a.Due, today) }

// Advance carries out one step of the implementation.
func (a Action) Advance(s Step) (Action, error) {
	var err error
	a.Implementation, err = a.Implementation.advance(KindAction, s)
	return a, err
}

// Revise checks an edit of the action's own fields against what was saved: the
// state moves by steps, and a due date once given moves by an extension.
func (a Action) Revise(to Action) (Action, error) {
	if a.Due != to.Due && !a.FirstDue.Zero() {
		return a, &FieldError{Field: FieldDue, Reason: ReasonByExtend}
	}
	to.Mark, to.Implementation, to.FirstDue = a.Mark, a.Implementation, a.FirstDue
	if to.FirstDue.Zero() {
		to.FirstDue = to.Due
	}
	return kept(a, to)
}

// Extend grants a later due date and keeps the first one. The extension comes
// back filled with the date it replaces.
func (a Action) Extend(e Extension) (Action, Extension, error) {
	switch {
	case a.Due.Zero():
		return a, e, &RefusedError{Verb: VerbExtend, Kind: KindAction, Reason: ReasonNoDue}
	case !a.Implementation.State.Open():
		return a, e, &RefusedError{Verb: VerbExtend, Kind: KindAction, Reason: ReasonState, State: string(a.Implementation.State)}
	}
	e.Action, e.From = a.ID, a.Due
	if err := e.Validate(); err != nil {
		return a, e, err
	}
	a.Due = e.To
	return a, e, nil
}

// Report applies a progress report: its declared percent, and its declared
// state through the same steps as the keys. A percent above 0 starts what was
// not started, and what is still blocked takes the cause last reported.
func (a Action) Report(u Update) (Action, error) {
	if err := u.Validate(); err != nil {
		return a, err
	}
	was, next := a.Implementation.State, a
	if verb := u.verb(was); verb != "" {
		var err error
		if next, err = a.Advance(Step{Verb: verb, On: u.On, Cause: u.Cause, Reason: u.Text}); err != nil {
			return a, err
		}
	} else if u.State == Blocked && u.Cause != a.Implementation.Cause {
		next.Implementation.Cause, next.Implementation.Reason = u.Cause, u.Text
	}
	if u.Percent != nil {
		now := next.Implementation
		if *u.Percent != now.Percent && !now.State.Open() && (now.State != Abandoned || was == Abandoned) {
			return a, &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: strconv.Itoa(now.Percent)}
		}
		next.Implementation.Percent = *u.Percent
	}
	return kept(a, next)
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (a Action) Validate() error {
	if err := first(a.Start.valid(FieldStart), a.Due.valid(FieldDue), a.FirstDue.valid(FieldDue),
		notBefore(FieldDue, a.Due.Last(), a.Start)); err != nil {
		return err
	}
	if a.FirstDue.Zero() != a.Due.Zero() || a.FirstDue.Last() > a.Due.Last() {
		return &FieldError{Field: FieldDue, Reason: ReasonByExtend}
	}
	if a.Function != "" && a.Institution == "" {
		return &FieldError{Field: FieldInstitution, Reason: ReasonRequired}
	}
	return first(required(FieldText, a.Text), short(FieldText, a.Text, 4*MaxLine), dated(FieldDate, a.On), a.Implementation.validate(),
		oneOf(FieldPriority, a.Priority, PriorityUnsaid, High, Medium, Low), validAmount(FieldCost, a.Cost),
		short(FieldIndicator, a.Indicator, 4*MaxLine), short(FieldVerification, a.Verification, 4*MaxLine),
		short(FieldFunding, a.Funding, MaxLine), distinct(FieldSupporting, a.Supporting), distinct(FieldRecommendations, a.Recommendations),
		distinct(FieldArticles, a.Articles), distinct(FieldReferences, a.References),
		short(FieldRemarks, a.Remarks, MaxText), a.Stamp.validate())
}

// Expected is the percentage that should be reached by today for something
// running evenly from start to due; 0 without a due date.
func Expected(start Date, due Due, today Date) int {
	last := due.Last()
	switch {
	case due.Zero():
		return 0
	case last <= today:
		return 100
	case start.Zero() || start >= today || last <= start:
		return 0
	}
	return start.Days(today) * 100 / start.Days(last)
}

// Update is a dated progress report on an action. It is append-only: only the
// validating authority's word is added later, once.
type Update struct {
	ID UpdateID `json:"id"`
	Stamp
	Action   ActionID            `json:"action"`
	On       Date                `json:"date"`
	Text     string              `json:"text"`
	State    ImplementationState `json:"state"` // as declared; empty when unchanged
	Cause    BlockCause          `json:"cause"`
	Percent  *int                `json:"percent"` // as declared
	Evidence string              `json:"evidence"`
	Author   PersonID            `json:"author"`
	By       string              `json:"by"` // the author's name as it was then
	Meeting  MeetingID           `json:"meeting"`
	// Confirmed is Unset until the validating authority spoke.
	Confirmed   Choice   `json:"confirmed"`
	ConfirmedBy PersonID `json:"confirmed_by"`
	ConfirmedOn Date     `json:"confirmed_on"`
	ConfirmNote string   `json:"confirm_note"`
}

// verb is the step that leads from a state to the declared one; empty when
// the report declares no change.
func (u Update) verb(now ImplementationState) Verb {
	if u.State == "" && now == NotStarted && u.Percent != nil && *u.Percent > 0 {
		return VerbStart
	}
	if u.State == "" || u.State == now {
		return ""
	}
	switch u.State {
	case InProgress:
		if now == Blocked {
			return VerbResume
		}
		return VerbStart
	case Blocked:
		return VerbBlock
	case Declared:
		return VerbDeclare
	case Abandoned:
		return VerbAbandon
	}
	return VerbValidate
}

// Confirm records what the validating authority says of the report, once.
func (u Update) Confirm(yes Choice, by PersonID, on Date, note string) (Update, error) {
	if u.Confirmed != Unset {
		return u, &RefusedError{Verb: VerbConfirm, Kind: KindUpdate, Reason: ReasonConfirmed}
	}
	if yes == No {
		if err := required(FieldReason, note); err != nil {
			return u, err
		}
	}
	if err := first(oneOf(FieldState, yes, Yes, No), dated(FieldDate, on), notBefore(FieldDate, on, u.On),
		short(FieldReason, note, MaxText)); err != nil {
		return u, err
	}
	u.Confirmed, u.ConfirmedBy, u.ConfirmedOn, u.ConfirmNote = yes, by, on, note
	return u, nil
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (u Update) Validate() error {
	if u.Percent != nil && (*u.Percent < 0 || *u.Percent > 100) {
		return &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: "0–100"}
	}
	if u.State == Blocked {
		if err := oneOf(FieldCause, u.Cause, BlockCauses...); err != nil {
			return err
		}
	}
	if u.Confirmed != Unset {
		if err := dated(FieldDate, u.ConfirmedOn); err != nil {
			return err
		}
	}
	return first(required(FieldText, u.Text), dated(FieldDate, u.On),
		oneOf(FieldState, u.State, "", InProgress, Blocked, Declared, Abandoned), oneOf(FieldState, u.Confirmed, Unset, Yes, No),
		short(FieldEvidence, u.Evidence, 4*MaxLine), short(FieldBy, u.By, MaxLine), u.Stamp.validate())
}

// Extension is a new due date granted for an action. It never changes.
type Extension struct {
	ID ExtensionID `json:"id"`
	Stamp
	Action  ActionID  `json:"action"`
	From    Due       `json:"from"`
	To      Due       `json:"to"`
	On      Date      `json:"date"`
	By      string    `json:"by"` // who granted it
	Meeting MeetingID `json:"meeting"`
	Reason  string    `json:"reason"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (e Extension) Validate() error {
	if err := first(required(FieldDue, string(e.To)), e.To.valid(FieldDue), e.From.valid(FieldDue), dated(FieldDate, e.On),
		required(FieldReason, e.Reason), short(FieldBy, e.By, MaxLine), e.Stamp.validate()); err != nil {
		return err
	}
	if e.To.Last() <= e.From.Last() {
		return &FieldError{Field: FieldDue, Reason: ReasonNotLater, Detail: string(e.From)}
	}
	return nil
}
