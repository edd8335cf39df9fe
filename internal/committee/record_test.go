package committee

import (
	"reflect"
	"testing"
)

func goodItem() AgendaItem {
	return AgendaItem{Meeting: "m1", Position: 3, Kind: ReportBack, Title: "Rapport du groupe Prévention", Planned: 15}
}

func TestAgendaItemSettle(t *testing.T) {
	for _, row := range []struct {
		name    string
		outcome ItemOutcome
		to      GroupID
		field   Field
		reason  Reason
	}{
		{"dealt with", DealtWith, "", "", ""},
		{"postponed to the next meeting", PutOff, "", "", ""},
		{"withdrawn", ItemWithdrawn, "", "", ""},
		{"referred to a group", Referred, "g1", "", ""},
		{"taken up again", Pending, "", "", ""},
		{"referred to a group that is named", Referred, "", FieldGroup, ReasonRequired},
		{"a group only when referred", DealtWith, "g1", FieldOutcome, ReasonNotListed},
		{"an outcome is listed", "forgotten", "", FieldOutcome, ReasonNotListed},
	} {
		t.Run(row.name, func(t *testing.T) {
			i, err := goodItem().Settle(row.outcome, row.to, "note")
			if row.reason != "" {
				wantField(t, err, row.field, row.reason)
				if !reflect.DeepEqual(i, goodItem()) {
					t.Errorf("refused, yet changed: %+v", i)
				}
				return
			}
			wantNil(t, err)
			if i.Outcome != row.outcome || i.ReferredTo != row.to || i.Note != "note" {
				t.Errorf("got %+v", i)
			}
		})
	}
}

func TestAgendaItemValidate(t *testing.T) {
	wantBroken(t, goodItem,
		broken[AgendaItem]{"an item on no agenda is a proposed one", func(i *AgendaItem) { i.Meeting, i.Outcome = "", Pending }, "", ""},
		broken[AgendaItem]{"what is on no agenda was not dealt with", func(i *AgendaItem) { i.Meeting, i.Outcome = "", DealtWith }, FieldMeeting, ReasonRequired},
		broken[AgendaItem]{"an item does not follow from itself", func(i *AgendaItem) { i.ID, i.From = "i1", "i1" }, FieldItem, ReasonSelf},
		broken[AgendaItem]{"minutes are adopted of a meeting", func(i *AgendaItem) { i.Purpose = MinutesAdoption }, FieldMeeting, ReasonRequired},
		broken[AgendaItem]{"a span ends after it begins", func(i *AgendaItem) { i.Spans = []Span{{"2018-01-18", "10:30", "10:00"}} }, FieldTime, ReasonBefore},
		broken[AgendaItem]{"one span is open, the last", func(i *AgendaItem) {
			i.Spans = []Span{{"2018-01-18", "10:00", ""}, {"2018-01-18", "10:30", ""}}
		}, FieldTime, ReasonBefore},
		broken[AgendaItem]{"a title is required", func(i *AgendaItem) { i.Title = "" }, FieldTitle, ReasonRequired},
		broken[AgendaItem]{"a kind is listed", func(i *AgendaItem) { i.Kind = "" }, FieldKind, ReasonNotListed},
		broken[AgendaItem]{"planned minutes are not negative", func(i *AgendaItem) { i.Planned = -5 }, FieldPlanned, ReasonOutOfRange},
		broken[AgendaItem]{"planned for a day at most", func(i *AgendaItem) { i.Planned = 1441 }, FieldPlanned, ReasonOutOfRange},
		broken[AgendaItem]{"a day of the workshop", func(i *AgendaItem) { i.Day = 61 }, FieldDay, ReasonOutOfRange},
	)
}

func TestAttendanceValidate(t *testing.T) {
	good := func() Attendance {
		return Attendance{Meeting: "m1", Person: "p1", Function: "f1", Institution: "i1", Quality: AsTitular, Presence: Present}
	}
	half := func(h ...HalfDay) func(*Attendance) { return func(a *Attendance) { a.HalfDays = h } }
	moves := func(m ...Movement) func(*Attendance) { return func(a *Attendance) { a.Movements = m } }
	wantBroken(t, good,
		broken[Attendance]{"a function stands for a person not known", func(a *Attendance) { a.Person = "" }, "", ""},
		broken[Attendance]{"an institution stands alone", func(a *Attendance) { a.Person, a.Function = "", "" }, "", ""},
		broken[Attendance]{"somebody is named", func(a *Attendance) { a.Person, a.Function, a.Institution = "", "", "" }, FieldPerson, ReasonRequired},
		broken[Attendance]{"a meeting is required", func(a *Attendance) { a.Meeting = "" }, FieldMeeting, ReasonRequired},
		broken[Attendance]{"represented by somebody", func(a *Attendance) { a.Presence = Represented }, FieldBy, ReasonRequired},
		broken[Attendance]{"represented by a bearer", func(a *Attendance) { a.Presence, a.RepresentedBy = Represented, "l'ONUDC" }, "", ""},
		broken[Attendance]{"a presence is listed", func(a *Attendance) { a.Presence = "late" }, FieldPresence, ReasonNotListed},
		broken[Attendance]{"a quality is listed", func(a *Attendance) { a.Quality = "press" }, FieldCapacity, ReasonNotListed},
		broken[Attendance]{"arrivals and departures are timed", moves(Movement{At: "10:38"}, Movement{At: "11:05", Arrival: true}), "", ""},
		broken[Attendance]{"a movement has a time", moves(Movement{}), FieldTime, ReasonRequired},
		broken[Attendance]{"a time is one", moves(Movement{At: "10h38"}), FieldTime, ReasonNotATime},
		broken[Attendance]{"both halves of a day", half(HalfDay{Day: 1, Presence: Present}, HalfDay{Day: 1, Afternoon: true, Presence: Absent}), "", ""},
		broken[Attendance]{"a half-day once", half(HalfDay{Day: 1, Presence: Present}, HalfDay{Day: 1, Presence: Absent}), FieldDay, ReasonDuplicate},
		broken[Attendance]{"days start at 1", half(HalfDay{Presence: Present}), FieldDay, ReasonOutOfRange},
		broken[Attendance]{"a presence per half-day is listed", half(HalfDay{Day: 1, Presence: "late"}), FieldPresence, ReasonNotListed},
	)
}

func TestEntryValidate(t *testing.T) {
	good := func() Entry {
		return Entry{Meeting: "m1", Item: "x1", Position: 1, At: "10:31", Kind: Note, Text: "Présentation par la rapporteure."}
	}
	votes := func(k EntryKind, v Votes) func(*Entry) { return func(e *Entry) { e.Kind, e.Votes = k, v } }
	wantBroken(t, good,
		broken[Entry]{"a time may be missing", func(e *Entry) { e.At = "" }, "", ""},
		broken[Entry]{"a meeting is required", func(e *Entry) { e.Meeting = "" }, FieldMeeting, ReasonRequired},
		broken[Entry]{"an item is required", func(e *Entry) { e.Item = "" }, FieldItem, ReasonRequired},
		broken[Entry]{"a text is required", func(e *Entry) { e.Text = "" }, FieldText, ReasonRequired},
		broken[Entry]{"a time is one", func(e *Entry) { e.At = "10:61" }, FieldTime, ReasonNotATime},
		broken[Entry]{"a vote is counted", votes(EntryVote, Votes{For: ptr(8)}), "", ""},
		broken[Entry]{"only a vote is counted", votes(EntryDecision, Votes{For: ptr(8)}), FieldVotes, ReasonVotes},
		broken[Entry]{"counts are not negative", votes(EntryVote, Votes{Abstain: ptr(-1)}), FieldVotes, ReasonOutOfRange},
	)
	for _, k := range EntryKinds {
		t.Run("a line may be a "+string(k), func(t *testing.T) {
			e := good()
			e.Kind = k
			wantNil(t, e.Validate())
		})
	}
	t.Run("a kind is listed", func(t *testing.T) {
		e := good()
		e.Kind = "joke"
		wantField(t, e.Validate(), FieldKind, ReasonNotListed)
	})
}

func TestWhatAWorkshopProposedIsGathered(t *testing.T) {
	workshop, ordinary := Meeting{Kind: Workshop}, Meeting{Kind: Ordinary}
	for name, c := range map[string]struct {
		i    AgendaItem
		m    Meeting
		want bool
	}{
		"under the item that decides on it":    {AgendaItem{Kind: ForDecisionItem}, workshop, true},
		"under the report back of all groups":  {AgendaItem{Kind: ReportBack}, workshop, true},
		"not under the report of one group":    {AgendaItem{Kind: ReportBack, Group: "g1"}, workshop, false},
		"not under the adoption of the agenda": {AgendaItem{Kind: ForDecisionItem, Purpose: AgendaAdoption}, workshop, false},
		"not under a plenary":                  {AgendaItem{Kind: Module}, workshop, false},
		"not at a meeting of another kind":     {AgendaItem{Kind: ForDecisionItem}, ordinary, false},
	} {
		if got := c.i.Gathers(c.m); got != c.want {
			t.Errorf("%s: gathers %t", name, got)
		}
	}
}

// A reason belongs to the end that it explains.
func TestTheNoteAnItemKeeps(t *testing.T) {
	for _, row := range []struct {
		was, ends ItemOutcome
		want      string
	}{
		{ItemWithdrawn, DealtWith, ""},
		{ItemWithdrawn, ItemWithdrawn, "note"},
		{Pending, DealtWith, "note"},
		{DealtWith, PutOff, ""},
	} {
		if got := (AgendaItem{Outcome: row.was, Note: "note"}).NoteKept(row.ends); got != row.want {
			t.Errorf("%q, then %q: %q", row.was, row.ends, got)
		}
	}
}
