package register

import "suivi/internal/committee"

// Every line holds what one row of a list shows, names already looked up.
type (
	// ActionLine is one row of the roadmap.
	ActionLine struct {
		ID          committee.ActionID
		Ref         string
		Text        string
		Axis        string
		Institution string // acronym or name
		Function    string
		Due         committee.Due
		FirstDue    committee.Due
		State       committee.ImplementationState
		Cause       committee.BlockCause
		Percent     int
		Priority    committee.Priority
		Late        bool
		Extensions  int
		LastUpdate  committee.Date
		Archived    bool
	}
	// RecommendationLine is one row of the list of recommendations.
	RecommendationLine struct {
		ID             committee.RecommendationID
		Ref            string
		Text           string
		Group          string
		Addressees     string // acronyms, comma-separated
		Axis           string
		Decision       committee.DecisionState
		Implementation committee.ImplementationState
		Due            committee.Due
		Priority       committee.Priority
		Late           bool
		Actions        int
		Archived       bool
	}
	// DecisionLine is one row of the list of decisions.
	DecisionLine struct {
		ID       committee.DecisionID
		Ref      string
		Text     string
		On       committee.Date
		State    committee.DecisionState
		Manner   committee.Manner
		Meeting  string
		Review   committee.Date
		Archived bool
	}
	// GuidelineLine is one row of the list of guidelines.
	GuidelineLine struct {
		ID            committee.GuidelineID
		Number        int
		Heading       string
		State         committee.GuidelineState
		Articles      int
		WithText      int // articles that have a text
		WithAction    int // articles that an action carries out
		Since         committee.Date
		WorkingTitle  bool // the heading is deduced or generic, not official
		Archived      bool
		Certainty     committee.Certainty
		Recommended   int // recommendations tied to its articles
		ActionsLinked int
	}
	// MeetingLine is one row of the list of meetings.
	MeetingLine struct {
		ID        committee.MeetingID
		Ref       string
		Kind      committee.MeetingKind
		State     committee.MeetingState
		Title     string
		Body      string // the group that meets; empty for the plenary
		Place     string
		Starts    committee.Date
		Ends      committee.Date
		StartTime committee.Clock
		Notice    committee.Date
		Minutes   committee.MinutesState
		Items     int
		Archived  bool
	}
	// InstitutionLine is one row of the list of institutions.
	InstitutionLine struct {
		ID        committee.InstitutionID
		Name      string
		Acronym   string
		Kind      committee.InstitutionKind
		Capacity  committee.Capacity
		Functions int
		Open      int // open actions it answers for
		Late      int
		Archived  bool
	}
	// FunctionLine is one row of the list of functions, with its holder today.
	FunctionLine struct {
		ID          committee.FunctionID
		Title       string
		Of          committee.InstitutionID
		Institution string
		Holder      string // titular in force today
		Open        int
		Archived    bool
	}
	// PersonLine is one row of the list of people, with a function held today.
	PersonLine struct {
		ID          committee.PersonID
		Name        string
		Function    string
		Institution string
		Archived    bool
	}
	// MandateLine is one holder of a function over time.
	MandateLine struct {
		ID          committee.MandateID
		PersonID    committee.PersonID
		FunctionID  committee.FunctionID
		Person      string
		Function    string
		Institution string
		Kind        committee.MandateKind
		From        committee.Date
		To          committee.Date
		InForce     bool
		Archived    bool
	}
	// GroupLine is one row of the list of groups.
	GroupLine struct {
		ID              committee.GroupID
		Name            string
		Acronym         string
		Kind            committee.GroupKind
		Rapporteur      string
		Recommendations int
		Members         int
		Archived        bool
	}
	// ReferenceLine is one row of the list of references.
	ReferenceLine struct {
		ID       committee.ReferenceID
		Kind     committee.ReferenceKind
		Title    string
		Number   string
		Date     committee.Date
		Period   string
		Archived bool
	}
	// AxisLine is one axis or theme.
	AxisLine struct {
		ID       committee.AxisID
		Code     string
		Name     string
		Kind     committee.AxisKind
		Position int
		Actions  int
		Archived bool
	}
	// ArticleLine is one article of a guideline.
	ArticleLine struct {
		ID              committee.ArticleID
		Number          int
		Heading         string
		Text            string
		Versions        int
		Adopted         bool
		Recommendations int
		Actions         int
		Archived        bool
	}
)

// Part is a list within a sheet.
type Part string

// The lists of sheets that may be long: a sheet holds their first rows.
const (
	PartActions         Part = "actions"
	PartSupported       Part = "supported"
	PartRecommendations Part = "recommendations"
	PartDecisions       Part = "decisions"
	PartMeetings        Part = "meetings"
	PartFunctions       Part = "functions"
	PartMandates        Part = "mandates"
	PartUsers           Part = "users"
)

// Rest counts the rows that a sheet does not hold; more says that there are
// more than that.
type Rest struct {
	Rows int
	More bool
}

// Cut says which lists of a sheet are not whole, and how much is left out.
type Cut map[Part]Rest

// Each sheet holds what a page shows of one thing. Names covers every thing
// the value points at, provenance included.
type (
	// ActionSheet is an action with its reports and extensions, oldest first.
	ActionSheet struct {
		Action          committee.Action
		Updates         []committee.Update
		Extensions      []committee.Extension
		Recommendations []RecommendationLine
		Articles        []LinkedArticle
		Holder          string // who holds the responsible function today
		Names           Names
		Cut             Cut
	}
	// LinkedArticle is an article seen from what is tied to it.
	LinkedArticle struct {
		ID        committee.ArticleID
		Guideline committee.GuidelineID
		Number    int // of the article
		Of        int // of the guideline
		Heading   string
	}
	// Adoption is where a meeting adopted something: under which item, and the
	// number of that on the agenda; 0 where it is on it no more. Bloc tells that
	// others were adopted with it, Vote that it was put to the vote.
	Adoption struct {
		Meeting committee.MeetingID
		On      committee.Date
		Item    committee.AgendaItemID
		Number  int
		Bloc    bool
		Vote    bool
	}
	// RecommendationSheet is a recommendation with what came of it. Adoption is nil
	// where no line of the minutes tells of it; Excepted are the adoptions en bloc
	// that left it out.
	RecommendationSheet struct {
		Recommendation committee.Recommendation
		Adoption       *Adoption
		Excepted       []Adoption
		Actions        []ActionLine
		Decisions      []DecisionLine
		Articles       []LinkedArticle
		Sitting        Sitting
		Names          Names
		Cut            Cut
	}
	// DecisionSheet is a decision with what it rules on and what follows.
	DecisionSheet struct {
		Decision        committee.Decision
		Recommendations []RecommendationLine
		Actions         []ActionLine
		Sitting         Sitting
		Names           Names
		Cut             Cut
	}
	// GuidelineSheet is a guideline with its articles in order.
	GuidelineSheet struct {
		Guideline committee.Guideline
		Articles  []ArticleLine
		Names     Names
	}
	// ArticleSheet is an article with its versions and what carries it out.
	ArticleSheet struct {
		Article         committee.Article
		Guideline       committee.Guideline
		Recommendations []RecommendationLine
		Actions         []ActionLine
		Names           Names
		Cut             Cut
	}
	// MeetingSheet is a meeting with its agenda, attendance and minutes, each
	// in order, and what came of it.
	MeetingSheet struct {
		Meeting         committee.Meeting
		Items           []committee.AgendaItem
		Attendance      []committee.Attendance
		Entries         []committee.Entry
		Recommendations []RecommendationLine
		Decisions       []DecisionLine
		Actions         []ActionLine
		Groups          []GroupLine
		// Expected is what the quorum is reckoned on; Required is 0 when no rule is set.
		Base, Required, Present int
		// Counting says what counts in the quorum.
		Counting committee.Quorum
		// NoticeDays is the least number of days of notice; 0 when none is set.
		NoticeDays int
		// Again is the meeting on second notice that was made of it.
		Again committee.MeetingID
		// HadQuorum tells that the quorum was there at some time of the session.
		HadQuorum bool
		Names     Names
		Cut       Cut
	}
	// InstitutionSheet is an institution with its functions and its work.
	InstitutionSheet struct {
		Institution     committee.Institution
		Functions       []FunctionLine
		Groups          []GroupLine
		Actions         []ActionLine // it answers for
		Supports        []ActionLine
		Recommendations []RecommendationLine // addressed to it
		Names           Names
		Cut             Cut
	}
	// FunctionSheet is a function with its holders, the latest first, and its
	// open actions.
	FunctionSheet struct {
		Function committee.Function
		Mandates []MandateLine
		Actions  []ActionLine
		Names    Names
		Cut      Cut
	}
	// PersonSheet is a person with the mandates they held, the latest first.
	PersonSheet struct {
		Person   committee.Person
		Mandates []MandateLine
		Names    Names
		Cut      Cut
	}
	// GroupSheet is a group with its recommendations, actions and meetings.
	GroupSheet struct {
		Group           committee.Group
		Recommendations []RecommendationLine
		Actions         []ActionLine
		Meetings        []MeetingLine
		Names           Names
		Cut             Cut
	}
	// ReferenceSheet is a document with the things that rest on it.
	ReferenceSheet struct {
		Reference committee.Reference
		UsedBy    []committee.Named
		Names     Names
		Cut       Cut
	}
	// AgendaItemSheet is a point of an agenda with its lines and what came of it.
	AgendaItemSheet struct {
		Item            committee.AgendaItem
		Meeting         committee.Meeting
		Entries         []committee.Entry
		Recommendations []RecommendationLine
		Decisions       []DecisionLine
		Actions         []ActionLine
		Names           Names
		Cut             Cut
	}
)

// Adoptions are the one that adopted the recommendation, where it is known, then
// those that left it out.
func (s RecommendationSheet) Adoptions() []Adoption {
	if s.Adoption == nil {
		return s.Excepted
	}
	return append([]Adoption{*s.Adoption}, s.Excepted...)
}
