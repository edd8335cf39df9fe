package committee

// ImplementationState is how far something adopted is carried out. Late is
// computed, never stored.
type ImplementationState string

// The implementation states.
const (
	NotStarted ImplementationState = "not_started"
	InProgress ImplementationState = "in_progress"
	Blocked    ImplementationState = "blocked"
	Declared   ImplementationState = "done_declared"
	Validated  ImplementationState = "done_validated"
	Abandoned  ImplementationState = "abandoned"
)

// ImplementationStates lists the states in the order of their life.
var ImplementationStates = []ImplementationState{NotStarted, InProgress, Blocked, Declared, Validated, Abandoned}

// Open tells whether work is still expected: not done, even as declared, and
// not abandoned.
func (s ImplementationState) Open() bool { return s == NotStarted || s == InProgress || s == Blocked }

// BlockCause says what something blocked waits for.
type BlockCause string

// The causes; CauseUnsaid while nothing is blocked.
const (
	CauseUnsaid   BlockCause = ""
	ForFunding    BlockCause = "funding"
	ForDecision   BlockCause = "decision"
	ForCapacity   BlockCause = "capacity"
	ForSecurity   BlockCause = "security"
	ForOtherCause BlockCause = "other"
)

// BlockCauses lists what may be chosen.
var BlockCauses = []BlockCause{ForFunding, ForDecision, ForCapacity, ForSecurity, ForOtherCause}

// Implementation is how far something is carried out, with what the state needs.
type Implementation struct {
	State   ImplementationState `json:"state"`
	Since   Date                `json:"since"`   // when the state was entered
	Cause   BlockCause          `json:"cause"`   // when blocked
	Reason  string              `json:"reason"`  // when blocked or abandoned
	Percent int                 `json:"percent"` // 0 to 100
	// DeclaredOn is when it was said to be done; ValidatedOn and ValidatedBy
	// when the validating authority confirmed it.
	DeclaredOn  Date     `json:"declared_on"`
	ValidatedOn Date     `json:"validated_on"`
	ValidatedBy PersonID `json:"validated_by"`
}

// Step is one change of the implementation state: the verb, the day, and what
// the verb needs.
type Step struct {
	Verb   Verb // VerbStart, VerbBlock, VerbResume, VerbDeclare, VerbValidate, VerbReturn, VerbAbandon, VerbReopen
	On     Date
	Cause  BlockCause // VerbBlock
	Reason string     // VerbBlock, VerbAbandon, VerbReturn, VerbReopen
	By     PersonID   // VerbValidate: who validated
}

// from lists the states each verb may start from.
var from = map[Verb][]ImplementationState{
	VerbStart:    {NotStarted},
	VerbBlock:    {NotStarted, InProgress},
	VerbResume:   {Blocked},
	VerbDeclare:  {NotStarted, InProgress, Blocked},
	VerbValidate: {Declared},
	VerbReturn:   {Declared},
	VerbAbandon:  {NotStarted, InProgress, Blocked},
	VerbReopen:   {Validated, Abandoned},
}

// Allows tells whether verb may be applied in this state: nil, or a *RefusedError.
func (i Implementation) Allows(kind Kind, verb Verb) error {
	for _, s := range from[verb] {
		if s == i.State {
			return nil
		}
	}
	return &RefusedError{Verb: verb, Kind: kind, Reason: ReasonState, State: string(i.State)}
}

func (i Implementation) advance(kind Kind, s Step) (Implementation, error) {
	if err := i.Allows(kind, s.Verb); err != nil {
		return i, err
	}
	if err := dated(FieldDate, s.On); err != nil {
		return i, err
	}
	switch s.Verb {
	case VerbBlock:
		if err := oneOf(FieldCause, s.Cause, BlockCauses...); err != nil {
			return i, err
		}
		fallthrough
	case VerbAbandon, VerbReturn, VerbReopen:
		if err := required(FieldReason, s.Reason); err != nil {
			return i, err
		}
	}
	if s.Verb == VerbValidate {
		if err := notBefore(FieldDate, s.On, i.DeclaredOn); err != nil {
			return i, err
		}
	}
	next := Implementation{Since: s.On, Percent: i.Percent}
	switch s.Verb {
	case VerbStart, VerbResume:
		next.State = InProgress
	case VerbReturn, VerbReopen:
		next.State, next.Percent = InProgress, min(i.Percent, 99)
	case VerbBlock:
		next.State, next.Cause, next.Reason = Blocked, s.Cause, s.Reason
	case VerbDeclare:
		next.State, next.Percent, next.DeclaredOn = Declared, 100, s.On
	case VerbValidate:
		next.State, next.Percent, next.DeclaredOn, next.ValidatedOn, next.ValidatedBy = Validated, 100, i.DeclaredOn, s.On, s.By
	case VerbAbandon:
		next.State, next.Reason = Abandoned, s.Reason
	}
	if err := next.validate(); err != nil {
		return i, err
	}
	return next, nil
}

// Late tells whether the thing is still open after the last day of its due
// date. It may be late and blocked at once.
func (i Implementation) Late(due Due, today Date) bool {
	return i.State.Open() && !due.Zero() && due.Last() < today
}

func (i Implementation) validate() error {
	if i.Percent < 0 || i.Percent > 100 {
		return &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: "0–100"}
	}
	if err := first(oneOf(FieldState, i.State, ImplementationStates...), i.Since.valid(FieldDate),
		i.DeclaredOn.valid(FieldDate), i.ValidatedOn.valid(FieldDate)); err != nil {
		return err
	}
	if err := i.consistent(); err != nil {
		return err
	}
	switch i.State {
	case Blocked:
		return first(oneOf(FieldCause, i.Cause, BlockCauses...), required(FieldReason, i.Reason))
	case Abandoned:
		return required(FieldReason, i.Reason)
	case Declared:
		return required(FieldDate, string(i.DeclaredOn))
	case Validated:
		return required(FieldDate, string(i.ValidatedOn))
	}
	return nil
}

// consistent refuses a percent or a day of being done that the state denies.
func (i Implementation) consistent() error {
	done := i.State == Declared || i.State == Validated
	switch {
	case i.State == NotStarted && i.Percent != 0:
		return &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: "0"}
	case done && i.Percent != 100:
		return &FieldError{Field: FieldPercent, Reason: ReasonOutOfRange, Detail: "100"}
	case !done && !i.DeclaredOn.Zero(), i.State != Validated && (!i.ValidatedOn.Zero() || i.ValidatedBy != ""):
		return &FieldError{Field: FieldState, Reason: ReasonNotListed, Detail: string(i.State)}
	}
	return notBefore(FieldDate, i.ValidatedOn, i.DeclaredOn)
}
