// Package committee is the domain: the nouns a coordination committee works
// with, their states, the rules that bind them and the errors a person can
// meet. It is pure: standard library only, no clock, no file, no screen.
package committee

// Language is the language of a document or of a screen.
type Language string

// The languages suivi speaks.
const (
	French  Language = "fr"
	English Language = "en"
)

// Choice is a rule that the committee's texts settle with yes or no; it is
// Unset until the committee gives a value.
type Choice string

// The values of a Choice.
const (
	Unset Choice = ""
	Yes   Choice = "yes"
	No    Choice = "no"
)

// Committee holds what is true of the committee as a whole: its names, its
// legal basis and the rules that its own texts set. A rule that no text gives
// stays unset and is shown as unset.
type Committee struct {
	ID CommitteeID `json:"id"`
	Stamp
	Name       string   `json:"name"`
	Acronym    string   `json:"acronym"`
	Aliases    []string `json:"aliases"`
	LegalBasis string   `json:"legal_basis"`
	// Header is printed at the top of documents: state, ministry, committee.
	Header   string    `json:"header"`
	Language Language  `json:"language"`
	Quorum   Quorum    `json:"quorum"`
	Numbers  Numbering `json:"numbers"`
	// NoticeDays is the least number of days between notice and meeting; 0 is unset.
	NoticeDays int `json:"notice_days"`
	// CirculationDays is how long minutes circulate before adoption; 0 is unset.
	CirculationDays int    `json:"circulation_days"`
	Signatories     string `json:"signatories"`
	// LateItems says whether a point off the agenda needs that nobody objects.
	LateItems Choice `json:"late_items"`
	Remarks   string `json:"remarks"`
	// Confidentiality and Distribution are those of every meeting's minutes that
	// has none of its own.
	Confidentiality string `json:"confidentiality,omitzero"`
	Distribution    string `json:"distribution,omitzero"`
}

// QuorumBase says whom the quorum counts.
type QuorumBase string

// The bases a quorum can be reckoned on.
const (
	BaseUnset        QuorumBase = ""
	BaseInstitutions QuorumBase = "institutions" // member institutions
	BaseMandates     QuorumBase = "mandates"     // titular members with a mandate in force
)

// Quorum is the committee's quorum rule. It is unset while both the fraction
// and the number are zero.
type Quorum struct {
	Base QuorumBase `json:"base"`
	// Numerator and Denominator are a fraction of the base: 1/2, 2/3.
	Numerator   int `json:"numerator"`
	Denominator int `json:"denominator"`
	// Number is a fixed number of members, in place of the fraction.
	Number      int    `json:"number"`
	Proxies     Choice `json:"proxies"`
	MaxProxies  int    `json:"max_proxies"` // per bearer; 0 is unset
	Remote      Choice `json:"remote"`
	CastingVote Choice `json:"casting_vote"`
}

// Set tells whether the committee gave a quorum rule.
func (q Quorum) Set() bool { return q.Number > 0 || q.Denominator > 0 }

// MoreThanHalf is the rule of « 50 % + 1 », to be given its base: among up to
// 5,000 members, 5,001 of 10,000 is the first whole number above half of them.
var MoreThanHalf = Quorum{Numerator: 5001, Denominator: 10_000}

// MoreThanHalf tells whether the rule is more than half of the base.
func (q Quorum) MoreThanHalf() bool {
	return q.Numerator == MoreThanHalf.Numerator && q.Denominator == MoreThanHalf.Denominator
}

// Required is the number of members that must be there out of base; it is
// rounded up, and 0 when no rule is set.
func (q Quorum) Required(base int) int {
	switch {
	case q.Number > 0:
		return q.Number
	case q.Denominator > 0:
		return (base*q.Numerator + q.Denominator - 1) / q.Denominator
	}
	return 0
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (c Committee) Validate() error {
	switch {
	case c.NoticeDays < 0 || c.NoticeDays > 365:
		return &FieldError{Field: FieldNoticeDays, Reason: ReasonOutOfRange, Detail: "0–365"}
	case c.CirculationDays < 0 || c.CirculationDays > 365:
		return &FieldError{Field: FieldCirculationDays, Reason: ReasonOutOfRange, Detail: "0–365"}
	}
	return first(required(FieldName, c.Name), short(FieldName, c.Name, MaxLine), short(FieldAcronym, c.Acronym, 40),
		oneOf(FieldLanguage, c.Language, French, English), oneOf(FieldLateItems, c.LateItems, Unset, Yes, No), c.Quorum.validate(),
		short(FieldLegalBasis, c.LegalBasis, MaxText), short(FieldHeader, c.Header, MaxText),
		short(FieldSignatories, c.Signatories, MaxText), short(FieldRemarks, c.Remarks, MaxText),
		short(FieldConfidentiality, c.Confidentiality, MaxLine), short(FieldDistribution, c.Distribution, MaxText),
		c.Stamp.validate(), c.Numbers.Validate())
}

// maxQuorum bounds the numbers of a quorum rule.
const maxQuorum = 10_000

func (q Quorum) validate() error {
	switch {
	case q.Numerator < 0 || q.Denominator < 0 || q.Number < 0 || q.MaxProxies < 0:
		return &FieldError{Field: FieldQuorum, Reason: ReasonNegative}
	case q.Denominator > maxQuorum || q.Number > maxQuorum || q.MaxProxies > maxQuorum:
		return &FieldError{Field: FieldQuorum, Reason: ReasonOutOfRange, Detail: "0–10000"}
	case q.Denominator > 0 && (q.Numerator == 0 || q.Numerator > q.Denominator),
		q.Denominator == 0 && q.Numerator > 0:
		return &FieldError{Field: FieldQuorum, Reason: ReasonFraction}
	case q.Denominator > 0 && q.Number > 0:
		return &FieldError{Field: FieldQuorum, Reason: ReasonOneRule}
	case q.Set() && q.Base == BaseUnset:
		// A rule that counts nobody would always be met.
		return &FieldError{Field: FieldQuorum, Reason: ReasonRequired}
	}
	for _, v := range []Choice{q.Proxies, q.Remote, q.CastingVote} {
		if err := oneOf(FieldQuorum, v, Unset, Yes, No); err != nil {
			return err
		}
	}
	return oneOf(FieldQuorum, q.Base, BaseUnset, BaseInstitutions, BaseMandates)
}

// AxisKind tells an axis of a plan from a theme of a meeting.
type AxisKind string

// The kinds of axis.
const (
	AxisOfPlan AxisKind = "axis"
	Theme      AxisKind = "theme"
)

// Axis is a line of work under which recommendations and actions are grouped.
// Axes are data: plans differ.
type Axis struct {
	ID AxisID `json:"id"`
	Stamp
	Code     string   `json:"code"`
	Name     string   `json:"name"`
	Kind     AxisKind `json:"kind"`
	Position int      `json:"position"`
	Remarks  string   `json:"remarks"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (a Axis) Validate() error {
	return first(required(FieldName, a.Name), short(FieldName, a.Name, MaxLine), short(FieldNumber, a.Code, 40),
		oneOf(FieldKind, a.Kind, AxisOfPlan, Theme), short(FieldRemarks, a.Remarks, MaxText), a.Stamp.validate())
}
