package committee

import "strings"

// InstitutionKind says what an institution is.
type InstitutionKind string

// The kinds of institution.
const (
	StateBody         InstitutionKind = "state"
	CivilSociety      InstitutionKind = "civil_society"
	UnitedNations     InstitutionKind = "un"
	Regional          InstitutionKind = "regional"
	Donor             InstitutionKind = "donor"
	PeerAbroad        InstitutionKind = "peer_abroad"
	InstitutionOther  InstitutionKind = "other"
	International     InstitutionKind = "international"
	InstitutionUnsaid InstitutionKind = ""
)

// Capacity says in what capacity an institution sits on the committee.
type Capacity string

// The capacities; CapacityUnsaid when no text gives one.
const (
	CapacityUnsaid Capacity = ""
	Member         Capacity = "member"
	Observer       Capacity = "observer"
	Partner        Capacity = "partner"
)

// Institution is a body that can own an action or be addressed by a recommendation.
type Institution struct {
	ID InstitutionID `json:"id"`
	Stamp
	Name     string          `json:"name"`
	Acronym  string          `json:"acronym"`
	Kind     InstitutionKind `json:"kind"`
	Capacity Capacity        `json:"capacity"`
	Contact  string          `json:"contact"`
	Remarks  string          `json:"remarks"`
}

// Short is the acronym, or the name when there is none.
func (i Institution) Short() string {
	if i.Acronym != "" {
		return i.Acronym
	}
	return i.Name
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (i Institution) Validate() error {
	return first(
		required(FieldName, i.Name), short(FieldName, i.Name, MaxLine), short(FieldAcronym, i.Acronym, 40),
		oneOf(FieldKind, i.Kind, InstitutionUnsaid, StateBody, CivilSociety, UnitedNations, International, Regional, Donor, PeerAbroad, InstitutionOther),
		oneOf(FieldCapacity, i.Capacity, CapacityUnsaid, Member, Observer, Partner),
		short(FieldContact, i.Contact, MaxLine), short(FieldRemarks, i.Remarks, MaxText), i.Stamp.validate(),
	)
}

// Function is a post of an institution: what owns an action while people come and go.
type Function struct {
	ID FunctionID `json:"id"`
	Stamp
	Institution InstitutionID `json:"institution"`
	Title       string        `json:"title"`
	Remarks     string        `json:"remarks"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (f Function) Validate() error {
	return first(required(FieldInstitution, string(f.Institution)), required(FieldTitle, f.Title),
		short(FieldTitle, f.Title, MaxLine), short(FieldRemarks, f.Remarks, MaxText), f.Stamp.validate())
}

// Person is somebody who holds functions for a time.
type Person struct {
	ID PersonID `json:"id"`
	Stamp
	Name    string `json:"name"` // given names and family name
	Phone   string `json:"phone"`
	Email   string `json:"email"`
	Remarks string `json:"remarks"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (p Person) Validate() error {
	if p.Email != "" && (!strings.Contains(p.Email, "@") || strings.ContainsAny(p.Email, " \t\n")) {
		return &FieldError{Field: FieldEmail, Reason: ReasonNotListed, Detail: p.Email}
	}
	return first(required(FieldName, p.Name), short(FieldName, p.Name, MaxLine), short(FieldContact, p.Phone, MaxLine),
		short(FieldEmail, p.Email, MaxLine), short(FieldRemarks, p.Remarks, MaxText), p.Stamp.validate())
}

// MandateKind says in what quality a person holds a function.
type MandateKind string

// The kinds of mandate.
const (
	Titular             MandateKind = "titular"
	Alternate           MandateKind = "alternate"
	FocalPoint          MandateKind = "focal_point"
	ValidatingAuthority MandateKind = "validating_authority"
)

// Mandate is a person holding a function, from a day to a day. From is empty
// when the start is not known, To while it is in force.
type Mandate struct {
	ID MandateID `json:"id"`
	Stamp
	Person   PersonID    `json:"person"`
	Function FunctionID  `json:"function"`
	Kind     MandateKind `json:"kind"`
	From     Date        `json:"from"`
	To       Date        `json:"to"`
	Act      string      `json:"act"` // the act of appointment
	Remarks  string      `json:"remarks"`
}

// InForce tells whether the mandate covers the day.
func (m Mandate) InForce(on Date) bool {
	return (m.From.Zero() || m.From <= on) && (m.To.Zero() || m.To >= on)
}

// End closes the mandate on a day, the last one it covers. A mandate given
// for a term may end before it, not after.
func (m Mandate) End(on Date) (Mandate, error) {
	if err := dated(FieldTo, on); err != nil {
		return m, err
	}
	if !m.To.Zero() && m.To <= on {
		return m, &RefusedError{Verb: VerbEnd, Kind: KindMandate, Reason: ReasonEnded, Detail: string(m.To)}
	}
	ended := m
	ended.To = on
	return kept(m, ended)
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (m Mandate) Validate() error {
	return first(required(FieldPerson, string(m.Person)), required(FieldFunction, string(m.Function)),
		oneOf(FieldKind, m.Kind, Titular, Alternate, FocalPoint, ValidatingAuthority),
		m.From.valid(FieldFrom), m.To.valid(FieldTo), notBefore(FieldTo, m.To, m.From),
		short(FieldAct, m.Act, MaxLine), short(FieldRemarks, m.Remarks, MaxText), m.Stamp.validate())
}

// GroupKind tells a standing group from one made for a workshop.
type GroupKind string

// The kinds of group.
const (
	Standing   GroupKind = "standing"
	OfWorkshop GroupKind = "workshop"
)

// Group is a working group (commission, groupe de travail).
type Group struct {
	ID GroupID `json:"id"`
	Stamp
	Name       string          `json:"name"`
	Acronym    string          `json:"acronym"`
	Kind       GroupKind       `json:"kind"`
	Meeting    MeetingID       `json:"meeting"` // the workshop it was made for
	Purpose    string          `json:"purpose"`
	Chair      PersonID        `json:"chair"`
	Rapporteur PersonID        `json:"rapporteur"`
	Members    []InstitutionID `json:"members"`
	Remarks    string          `json:"remarks"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (g Group) Validate() error {
	if g.Kind == OfWorkshop && g.Meeting == "" {
		return &FieldError{Field: FieldMeeting, Reason: ReasonRequired}
	}
	return first(required(FieldName, g.Name), short(FieldName, g.Name, MaxLine), short(FieldAcronym, g.Acronym, 40),
		oneOf(FieldKind, g.Kind, Standing, OfWorkshop), distinct(FieldMembers, g.Members),
		short(FieldText, g.Purpose, MaxText), short(FieldRemarks, g.Remarks, MaxText), g.Stamp.validate())
}

// ReferenceKind says what a referenced document is.
type ReferenceKind string

// The kinds of reference.
const (
	Law            ReferenceKind = "law"
	Decree         ReferenceKind = "decree"
	Plan           ReferenceKind = "plan"
	Budget         ReferenceKind = "budget"
	Project        ReferenceKind = "project"
	Manual         ReferenceKind = "manual"
	SourceDocument ReferenceKind = "source"
	ReferenceOther ReferenceKind = "other"
)

// Reference is a document or a programme others rest on: law, decree, plan,
// budget, project, manual, source document.
type Reference struct {
	ID ReferenceID `json:"id"`
	Stamp
	Kind    ReferenceKind `json:"kind"`
	Title   string        `json:"title"`
	Number  string        `json:"number"`
	Date    Date          `json:"date"`
	Period  string        `json:"period"` // 2015–2017, or a date known only in part
	URL     string        `json:"url"`
	Amount  *Amount       `json:"amount"` // for a budget, in francs
	Remarks string        `json:"remarks"`
}

// Validate reports the first field that breaks a rule as a *FieldError.
func (r Reference) Validate() error {
	return first(required(FieldTitle, r.Title), short(FieldTitle, r.Title, MaxLine),
		oneOf(FieldKind, r.Kind, Law, Decree, Plan, Budget, Project, Manual, SourceDocument, ReferenceOther),
		r.Date.valid(FieldDate), short(FieldNumber, r.Number, MaxLine), short(FieldURL, r.URL, MaxLine),
		short(FieldDate, r.Period, MaxLine), validAmount(FieldCost, r.Amount), short(FieldRemarks, r.Remarks, MaxText), r.Stamp.validate())
}
