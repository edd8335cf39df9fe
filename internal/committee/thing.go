package committee

// Kind names a noun of the domain. Its value is what the file and the journal hold.
type Kind string

// Every kind of thing the file keeps.
const (
	KindCommittee      Kind = "committee"
	KindAxis           Kind = "axis"
	KindInstitution    Kind = "institution"
	KindFunction       Kind = "function"
	KindPerson         Kind = "person"
	KindMandate        Kind = "mandate"
	KindGroup          Kind = "group"
	KindReference      Kind = "reference"
	KindMeeting        Kind = "meeting"
	KindAgendaItem     Kind = "agenda_item"
	KindAttendance     Kind = "attendance"
	KindEntry          Kind = "entry"
	KindDecision       Kind = "decision"
	KindRecommendation Kind = "recommendation"
	KindGuideline      Kind = "guideline"
	KindArticle        Kind = "article"
	KindAction         Kind = "action"
	KindUpdate         Kind = "update"
	KindExtension      Kind = "extension"
)

// Typed keys. Each is a UUID in text form, empty while the thing has not been
// saved or the link is not made.
type (
	CommitteeID      string
	AxisID           string
	InstitutionID    string
	FunctionID       string
	PersonID         string
	MandateID        string
	GroupID          string
	ReferenceID      string
	MeetingID        string
	AgendaItemID     string
	AttendanceID     string
	EntryID          string
	DecisionID       string
	RecommendationID string
	GuidelineID      string
	ArticleID        string
	ActionID         string
	UpdateID         string
	ExtensionID      string
)

// Thing points at one row of the file.
type Thing struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// Zero tells whether t points at nothing.
func (t Thing) Zero() bool { return t.ID == "" }

// Stamp is what every kept thing carries besides its own facts.
type Stamp struct {
	// Version counts the saves; 0 before the first. A save made from an old
	// version is a conflict.
	Version int `json:"version"`
	// Archived things are out of lists and completions and can be restored.
	Archived bool `json:"archived"`
	// Provenance says which document the facts came from.
	Provenance []Provenance `json:"provenance"`
}

// Revision is the version, for those who hold a noun of a kind they do not know.
func (s Stamp) Revision() int { return s.Version }

// FromSource tells whether the facts came from a document, so that a missing
// one is missing in that document.
func (s Stamp) FromSource() bool {
	for _, p := range s.Provenance {
		if p.Certainty == Given || p.Certainty == Deduced || p.Certainty == Uncertain {
			return true
		}
	}
	return false
}

func (s Stamp) validate() error {
	for _, p := range s.Provenance {
		if err := p.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Certainty says how sure a fact taken from a document is.
type Certainty string

// How sure a fact is, and where it comes from when no document gives it.
const (
	Given       Certainty = "given"       // the source says it
	Deduced     Certainty = "deduced"     // drawn from the account, not official
	Uncertain   Certainty = "uncertain"   // the source is ambiguous
	Documentary Certainty = "documentary" // made by the program to complete the file
	Generic     Certainty = "generic"     // generic model, from no source
	Fictional   Certainty = "fictional"   // example data
)

// Provenance ties a row to the place in the document its facts came from.
type Provenance struct {
	Reference ReferenceID `json:"reference"`
	Locator   string      `json:"locator"` // where in the document: a paragraph, a page
	Certainty Certainty   `json:"certainty"`
	Note      string      `json:"note"`
}

// Validate reports a certainty outside the list as a *FieldError.
func (p Provenance) Validate() error {
	return first(oneOf(FieldProvenance, p.Certainty, Given, Deduced, Uncertain, Documentary, Generic, Fictional),
		short(FieldProvenance, p.Locator, MaxLine), short(FieldProvenance, p.Note, MaxText))
}

// Actor is who does something: a person of the file, or nobody yet known.
type Actor struct {
	Person PersonID
	Name   string
	// ReadOnly actors may read, search and print; they change nothing.
	ReadOnly bool
}

// Verb names what is done to a thing; the journal keeps it.
type Verb string

// What can be done.
const (
	VerbAdd       Verb = "add"
	VerbRevise    Verb = "revise"
	VerbArchive   Verb = "archive"
	VerbRestore   Verb = "restore"
	VerbAdopt     Verb = "adopt"
	VerbAmend     Verb = "amend"
	VerbReject    Verb = "reject"
	VerbDefer     Verb = "defer"
	VerbWithdraw  Verb = "withdraw"
	VerbReopen    Verb = "reopen"
	VerbStart     Verb = "start"
	VerbBlock     Verb = "block"
	VerbResume    Verb = "resume"
	VerbDeclare   Verb = "declare_done"
	VerbValidate  Verb = "validate"
	VerbReturn    Verb = "return"
	VerbAbandon   Verb = "abandon"
	VerbExtend    Verb = "extend"
	VerbReport    Verb = "report"
	VerbConfirm   Verb = "confirm"
	VerbConvene   Verb = "convene"
	VerbOpen      Verb = "open"
	VerbAdjourn   Verb = "adjourn"
	VerbPostpone  Verb = "postpone"
	VerbCancel    Verb = "cancel"
	VerbMove      Verb = "move"
	VerbSettle    Verb = "settle"
	VerbTakeUp    Verb = "take_up"
	VerbSuspend   Verb = "suspend"
	VerbPrepare   Verb = "prepare"
	VerbAttend    Verb = "attend"
	VerbCapture   Verb = "capture"
	VerbTurn      Verb = "turn"
	VerbCirculate Verb = "circulate"
	VerbSign      Verb = "sign"
	VerbCorrect   Verb = "correct"
	VerbExamine   Verb = "examine"
	VerbEnforce   Verb = "bring_into_force"
	VerbRepeal    Verb = "repeal"
	VerbEnd       Verb = "end"
	VerbLoad      Verb = "load"
	VerbUndo      Verb = "undo"
	VerbRedo      Verb = "redo"
)

// Can answers every permission question: nil when actor may do verb to a
// thing of kind, a *RefusedError otherwise.
func Can(actor Actor, verb Verb, kind Kind) error {
	if actor.ReadOnly {
		return &RefusedError{Verb: verb, Kind: kind, Reason: ReasonReadOnly}
	}
	return nil
}
