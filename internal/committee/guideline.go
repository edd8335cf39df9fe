package committee

// GuidelineState is where a guideline is in its life.
type GuidelineState string

// The states of a guideline.
const (
	TextMissing   GuidelineState = "text_missing"
	Draft         GuidelineState = "draft"
	Examined      GuidelineState = "examined"
	GuideAdopted  GuidelineState = "adopted"
	InForce       GuidelineState = "in_force"
	UnderRevision GuidelineState = "revised"
	Repealed      GuidelineState = "repealed"
)

// GuidelineStates lists the states in the order of their life.
var GuidelineStates = []GuidelineState{TextMissing, Draft, Examined, GuideAdopted, InForce, UnderRevision, Repealed}

// Guideline is an operationalization guideline: a heading, and articles that
// carry the text.
type Guideline struct {
	ID GuidelineID `json:"id"`
	Stamp
	Number     int            `json:"number"` // its place: LD-2
	Heading    string         `json:"heading"`
	Purpose    string         `json:"purpose"`
	LegalBasis string         `json:"legal_basis"`
	State      GuidelineState `json:"state"`
	Since      Date           `json:"since"`
	AdoptedAt  MeetingID      `json:"adopted_at"`
	AdoptedOn  Date           `json:"adopted_on"`
	InForceOn  Date           `json:"in_force_on"`
	Reason     string         `json:"reason"` // of a revision or a repeal
	Axis       AxisID         `json:"axis"`
	Meeting    MeetingID      `json:"origin"`
	References []ReferenceID  `json:"references"`
	Remarks    string         `json:"remarks"`
}

// guidelineFrom lists the states each verb may start from, and where it leads.
var guidelineFrom = map[Verb]struct {
	from []GuidelineState
	to   GuidelineState
}{
	VerbExamine: {[]GuidelineState{Draft}, Examined},
	VerbAdopt:   {[]GuidelineState{Draft, Examined, UnderRevision}, GuideAdopted},
	VerbEnforce: {[]GuidelineState{GuideAdopted}, InForce},
	VerbReopen:  {[]GuidelineState{GuideAdopted, InForce}, UnderRevision},
	VerbRepeal:  {[]GuidelineState{GuideAdopted, InForce, UnderRevision}, Repealed},
}

// Allows tells whether verb may be applied in this state: nil, or a *RefusedError.
func (g Guideline) Allows(verb Verb) error {
	for _, s := range guidelineFrom[verb].from {
		if s == g.State {
			return nil
		}
	}
	reason := ReasonState
	if g.State == TextMissing {
		reason = ReasonNoText
	}
	return &RefusedError{Verb: verb, Kind: KindGuideline, Reason: reason, State: string(g.State)}
}

// Advance changes the state: examine, adopt, bring into force, reopen for
// revision (VerbReopen) or repeal. The last two need a reason.
func (g Guideline) Advance(verb Verb, r Ruling) (Guideline, error) {
	if err := g.Allows(verb); err != nil {
		return g, err
	}
	if err := first(dated(FieldDate, r.On), short(FieldReason, r.Reason, MaxText)); err != nil {
		return g, err
	}
	if verb == VerbEnforce {
		if err := notBefore(FieldDate, r.On, g.AdoptedOn); err != nil {
			return g, err
		}
	}
	if verb == VerbReopen || verb == VerbRepeal {
		if err := required(FieldReason, r.Reason); err != nil {
			return g, err
		}
	}
	g.State, g.Since, g.Reason = guidelineFrom[verb].to, r.On, r.Reason
	switch verb {
	case VerbAdopt:
		// A revised text is not in force until it is brought into force again.
		g.AdoptedAt, g.AdoptedOn, g.InForceOn = r.Meeting, r.On, ""
	case VerbEnforce:
		g.InForceOn = r.On
	}
	return g, nil
}

// Draft writes the text of an article of the guideline. It replaces a draft;
// under revision it puts a new draft after an adopted wording, which stays as
// it is. A guideline whose text was missing becomes a draft. Once the
// guideline is adopted it is refused: AmendArticle then changes the text.
func (g Guideline) Draft(a Article, text string, on Date, by string) (Guideline, Article, error) {
	if a.Words.Text() == text {
		return g, a, nil
	}
	if !g.Editable() {
		return g, a, &RefusedError{Verb: VerbRevise, Kind: KindArticle, Reason: ReasonAdoptedText, State: string(g.State)}
	}
	if err := dated(FieldDate, on); err != nil {
		return g, a, err
	}
	words, err := a.Words, error(nil)
	if g.State == UnderRevision && words.Adopted() {
		words, err = words.Amend(Wording{Text: text, On: on, By: by})
	} else {
		words, err = words.Draft(text, on, by)
	}
	if err != nil {
		return g, a, err
	}
	a.Words = words
	if g.State == TextMissing {
		g.State, g.Since = Draft, on
	}
	return g, a, nil
}

// AmendArticle changes an article of the guideline by a new version adopted at
// once. It is refused unless the guideline is adopted or in force.
func (g Guideline) AmendArticle(a Article, r Ruling) (Article, error) {
	if g.State != GuideAdopted && g.State != InForce {
		return a, &RefusedError{Verb: VerbAmend, Kind: KindArticle, Reason: ReasonState, State: string(g.State)}
	}
	return a.Amend(r)
}

// Editable tells whether the articles' texts may be edited as drafts.
func (g Guideline) Editable() bool {
	return g.State == TextMissing || g.State == Draft || g.State == Examined || g.State == UnderRevision
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (g Guideline) Validate() error {
	if g.Number < 0 {
		return &FieldError{Field: FieldNumber, Reason: ReasonNegative}
	}
	if g.State == Repealed || g.State == UnderRevision {
		if err := required(FieldReason, g.Reason); err != nil {
			return err
		}
	}
	return first(required(FieldHeading, g.Heading), short(FieldHeading, g.Heading, MaxLine),
		oneOf(FieldState, g.State, GuidelineStates...), g.Since.valid(FieldDate), g.AdoptedOn.valid(FieldDate),
		g.InForceOn.valid(FieldDate), distinct(FieldReferences, g.References), short(FieldText, g.Purpose, MaxText),
		short(FieldLegalBasis, g.LegalBasis, MaxText), short(FieldRemarks, g.Remarks, MaxText), g.Stamp.validate())
}

// Article is a numbered part of a guideline, with the versions of its text.
type Article struct {
	ID ArticleID `json:"id"`
	Stamp
	Guideline GuidelineID `json:"guideline"`
	Number    int         `json:"number"`
	Heading   string      `json:"heading"`
	Words     Wordings    `json:"words"`
	Remarks   string      `json:"remarks"`
}

// Amend changes an adopted article by a new version; the earlier one is kept.
func (a Article) Amend(r Ruling) (Article, error) {
	if !a.Words.Adopted() {
		return a, &RefusedError{Verb: VerbAmend, Kind: KindArticle, Reason: ReasonState, State: string(Draft)}
	}
	var err error
	a.Words, err = a.Words.amendAdopted(r)
	return a, err
}

// Validate reports the first field that breaks a rule as a *FieldError. An
// article may be without a text while the text is not available.
func (a Article) Validate() error {
	if a.Number < 1 {
		return &FieldError{Field: FieldNumber, Reason: ReasonOutOfRange, Detail: "1–"}
	}
	return first(required(FieldGuideline, string(a.Guideline)), short(FieldHeading, a.Heading, MaxLine), a.Words.validate(),
		short(FieldRemarks, a.Remarks, MaxText), a.Stamp.validate())
}
