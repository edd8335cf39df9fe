package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func goodMeeting() Meeting {
	return Meeting{ID: "m1", Kind: Ordinary, State: Planned, Title: "Réunion ordinaire", Starts: "2018-01-18", StartTime: "10:00"}
}

// hold applies one verb with all it needs; one that is none is refused here.
func hold(m Meeting, v Verb) (Meeting, error) {
	switch v {
	case VerbConvene:
		return m.Convene("2018-01-03")
	case VerbOpen:
		return m.Open("10:10")
	case VerbAdjourn:
		return m.Adjourn("12:30")
	case VerbPostpone:
		return m.Postpone(m.Starts.Add(7), "salle indisponible")
	case VerbCancel:
		return m.Cancel("sans objet")
	case VerbReopen:
		return m.Reopen("vote non noté")
	case VerbCorrect:
		return m.Correct(Correction{On: "2018-06-01", Text: "Lire « 14 structures ».", By: "le secrétariat"})
	case VerbCirculate, VerbAdopt, VerbSign:
		days := map[Verb]Date{VerbCirculate: "2018-01-25", VerbAdopt: "2018-04-19", VerbSign: "2018-04-20"}
		return m.AdvanceMinutes(v, "m2", days[v])
	}
	return m, m.Allows(v)
}

// meetingAfter leads a meeting through verbs.
func meetingAfter(t *testing.T, verbs ...Verb) Meeting {
	t.Helper()
	m := goodMeeting()
	for _, v := range verbs {
		var err error
		m, err = hold(m, v)
		wantNil(t, err)
		wantNil(t, m.Validate())
	}
	return m
}

func TestMeetingTransitions(t *testing.T) {
	held := []Verb{VerbConvene, VerbOpen, VerbAdjourn}
	for _, row := range []struct {
		name   string
		path   []Verb
		state  MeetingState
		pv     MinutesState
		listed []Verb
	}{
		{"planned", nil, Planned, NoMinutes, []Verb{VerbPrepare, VerbConvene, VerbOpen, VerbPostpone, VerbCancel}},
		{"convened", held[:1], Convened, NoMinutes, []Verb{VerbPrepare, VerbOpen, VerbPostpone, VerbCancel}},
		{"in session", held[:2], InSession, NoMinutes, []Verb{VerbPrepare, VerbAdjourn}},
		{"adjourned", held, Adjourned, MinutesDraft, []Verb{VerbReopen, VerbCirculate}},
		{"reopened", append(held[:3:3], VerbReopen), InSession, NoMinutes, []Verb{VerbPrepare, VerbAdjourn}},
		{"postponed", []Verb{VerbConvene, VerbPostpone}, Postponed, NoMinutes, []Verb{VerbPrepare, VerbConvene, VerbPostpone, VerbCancel}},
		{"cancelled", []Verb{VerbCancel}, Cancelled, NoMinutes, nil},
		{"minutes circulated", append(held[:3:3], VerbCirculate), Adjourned, MinutesCirculated, []Verb{VerbAdopt}},
		{"minutes adopted", append(held[:3:3], VerbCirculate, VerbAdopt), Adjourned, MinutesAdopted, []Verb{VerbSign, VerbCorrect}},
		{"minutes signed", append(held[:3:3], VerbCirculate, VerbAdopt, VerbSign), Adjourned, MinutesSigned, []Verb{VerbCorrect}},
	} {
		t.Run("from "+row.name, func(t *testing.T) {
			from := meetingAfter(t, row.path...)
			if from.State != row.state || from.Minutes.State != row.pv {
				t.Fatalf("got %s, minutes %q", from.State, from.Minutes.State)
			}
			wantAllowed(t, row.name, from.Allows, row.listed...)
			wantAllowed(t, row.name, func(v Verb) error {
				m, err := hold(from, v)
				if err != nil && !reflect.DeepEqual(m, from) {
					t.Errorf("%s refused, yet changed: %+v", v, m)
				}
				return err
			}, row.listed...)
		})
	}
	t.Run("minutes that circulate are not reopened", func(t *testing.T) {
		_, err := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate).Reopen("motif")
		wantRefused(t, err, VerbReopen, ReasonMeetingClosed, string(Adjourned))
	})
	t.Run("there are no minutes before the meeting", func(t *testing.T) {
		_, err := goodMeeting().AdvanceMinutes(VerbCirculate, "", "2018-01-25")
		wantRefused(t, err, VerbCirculate, ReasonState, string(Planned))
	})
	t.Run("minutes are adopted once", func(t *testing.T) {
		m := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt)
		_, err := m.AdvanceMinutes(VerbAdopt, "m3", "2018-06-01")
		wantRefused(t, err, VerbAdopt, ReasonState, "minutes_adopted")
	})
	t.Run("what is no step of the minutes is refused", func(t *testing.T) {
		for _, v := range []Verb{VerbConvene, VerbOpen, VerbCancel, ""} {
			_, err := goodMeeting().AdvanceMinutes(v, "m2", "2018-01-25")
			wantRefused(t, err, v, ReasonState, string(Planned))
		}
	})
}

func TestMeetingRefusals(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(Meeting) (Meeting, error)
		field  Field
		reason Reason
	}{
		{"convened on a day", func(m Meeting) (Meeting, error) { return m.Convene("") }, FieldNotice, ReasonRequired},
		{"convened on a day that is one", func(m Meeting) (Meeting, error) { return m.Convene("hier") }, FieldNotice, ReasonNotADate},
		{"convened before it starts", func(m Meeting) (Meeting, error) { return m.Convene("2018-01-19") }, FieldNotice, ReasonBefore},
		{"convened for a day", func(m Meeting) (Meeting, error) { m.Starts = ""; return m.Convene("2018-01-03") }, FieldStarts, ReasonRequired},
		{"opened on a day", func(m Meeting) (Meeting, error) { m.Starts = ""; return m.Open("10:00") }, FieldStarts, ReasonRequired},
		{"opened at a time", func(m Meeting) (Meeting, error) { return m.Open("10h") }, FieldStartTime, ReasonNotATime},
		{"postponed for a reason", func(m Meeting) (Meeting, error) { return m.Postpone("2018-02-01", "") }, FieldReason, ReasonRequired},
		{"postponed to a later day", func(m Meeting) (Meeting, error) { return m.Postpone("2018-01-18", "motif") }, FieldStarts, ReasonNotLater},
		{"postponed to a day", func(m Meeting) (Meeting, error) { return m.Postpone("février", "motif") }, FieldStarts, ReasonNotADate},
		{"cancelled for a reason", func(m Meeting) (Meeting, error) { return m.Cancel(" ") }, FieldReason, ReasonRequired},
	} {
		t.Run(row.name, func(t *testing.T) {
			m, err := row.change(goodMeeting())
			wantField(t, err, row.field, row.reason)
			if m.State != Planned || m.Reason != "" || m.Notice != "" || m.Opened != "" {
				t.Errorf("refused, yet changed: %+v", m)
			}
		})
	}
	t.Run("adjourned at a time", func(t *testing.T) {
		_, err := meetingAfter(t, VerbOpen).Adjourn("midi")
		wantField(t, err, FieldEndTime, ReasonNotATime)
	})
	t.Run("reopened for a reason", func(t *testing.T) {
		_, err := meetingAfter(t, VerbOpen, VerbAdjourn).Reopen("")
		wantField(t, err, FieldReason, ReasonRequired)
	})
}

func TestMeetingPostpone(t *testing.T) {
	workshop := goodMeeting()
	workshop.Kind, workshop.Starts, workshop.Ends = Workshop, "2017-10-30", "2017-11-02"
	t.Run("a workshop keeps its days", func(t *testing.T) {
		m, err := workshop.Postpone("2018-02-26", "motif")
		wantNil(t, err)
		if m.Starts != "2018-02-26" || m.Ends != "2018-03-01" || m.Days() != 4 || m.State != Postponed || m.Reason != "motif" {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("to a day not yet known, then convened once it is", func(t *testing.T) {
		m, err := workshop.Postpone("", "motif")
		wantNil(t, err)
		if m.Starts != "" || m.Ends != "" || m.Days() != 0 {
			t.Errorf("got %+v", m)
		}
		_, err = m.Convene("2018-01-03")
		wantField(t, err, FieldStarts, ReasonRequired)
		m.Starts = "2018-02-26"
		m, err = m.Convene("2018-02-01")
		wantNil(t, err)
		if m.State != Convened || m.Reason != "" {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("the notice is void", func(t *testing.T) {
		if m := meetingAfter(t, VerbConvene, VerbPostpone); m.Notice != "" {
			t.Errorf("notice %s", m.Notice)
		}
	})
}

func TestMinutes(t *testing.T) {
	draft := meetingAfter(t, VerbConvene, VerbOpen, VerbAdjourn)
	circulated := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate)
	adopted := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt)
	for _, row := range []struct {
		name   string
		from   Meeting
		verb   Verb
		at     MeetingID
		on     Date
		field  Field
		reason Reason
	}{
		{"circulated on a day", draft, VerbCirculate, "", "", FieldDate, ReasonRequired},
		{"circulated on a day that is one", draft, VerbCirculate, "", "25/01/2018", FieldDate, ReasonNotADate},
		{"circulated once the meeting is held", draft, VerbCirculate, "", "2018-01-17", FieldDate, ReasonBefore},
		{"adopted at a meeting", circulated, VerbAdopt, "", "2018-04-19", FieldMeeting, ReasonRequired},
		{"adopted at another meeting", circulated, VerbAdopt, "m1", "2018-04-19", FieldMeeting, ReasonSelf},
		{"adopted after they circulated", circulated, VerbAdopt, "m2", "2018-01-24", FieldDate, ReasonBefore},
		{"signed after they were adopted", adopted, VerbSign, "", "2018-04-18", FieldDate, ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			m, err := row.from.AdvanceMinutes(row.verb, row.at, row.on)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(m, row.from) {
				t.Errorf("refused, yet changed: %+v", m.Minutes)
			}
		})
	}
	t.Run("the whole life is kept", func(t *testing.T) {
		m := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt, VerbSign)
		want := Minutes{State: MinutesSigned, CirculatedOn: "2018-01-25", AdoptedAt: "m2", AdoptedOn: "2018-04-19", SignedOn: "2018-04-20"}
		if !reflect.DeepEqual(m.Minutes, want) {
			t.Errorf("got %+v", m.Minutes)
		}
	})
}

func TestCorrections(t *testing.T) {
	adopted := meetingAfter(t, VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt)
	t.Run("corrective acts are added, none is lost", func(t *testing.T) {
		one, err := adopted.Correct(Correction{On: "2018-06-01", Text: "un"})
		wantNil(t, err)
		two, err := one.Correct(Correction{On: "2018-06-02", Text: "deux"})
		wantNil(t, err)
		wantNil(t, two.Validate())
		if len(one.Minutes.Corrections) != 1 || len(two.Minutes.Corrections) != 2 || two.Minutes.Corrections[0].Text != "un" || two.Minutes.State != MinutesAdopted {
			t.Errorf("got %+v, then %+v", one.Minutes, two.Minutes)
		}
	})
	t.Run("two acts added to the same minutes do not mix", func(t *testing.T) {
		m := adopted
		for range 3 {
			m, _ = m.Correct(Correction{On: "2018-06-01", Text: "un"})
		}
		left, err := m.Correct(Correction{On: "2018-06-02", Text: "à gauche"})
		wantNil(t, err)
		_, err = m.Correct(Correction{On: "2018-06-02", Text: "à droite"})
		wantNil(t, err)
		if got := left.Minutes.Corrections[3].Text; got != "à gauche" {
			t.Errorf("got %q", got)
		}
	})
	for _, row := range []broken[Correction]{
		{"a corrective act has a text", func(c *Correction) { c.Text = "" }, FieldText, ReasonRequired},
		{"a corrective act is dated", func(c *Correction) { c.On = "" }, FieldDate, ReasonRequired},
		{"a corrective act follows the adoption", func(c *Correction) { c.On = "2018-04-18" }, FieldDate, ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := Correction{On: "2018-06-01", Text: "un"}
			row.change(&c)
			_, err := adopted.Correct(c)
			wantField(t, err, row.field, row.reason)
		})
	}
}

func TestRecordOpen(t *testing.T) {
	for _, row := range []struct {
		name string
		path []Verb
		open bool
	}{
		{"planned", nil, true},
		{"convened", []Verb{VerbConvene}, true},
		{"postponed", []Verb{VerbPostpone}, true},
		{"in session", []Verb{VerbOpen}, true},
		{"adjourned, minutes a draft", []Verb{VerbOpen, VerbAdjourn}, false},
		{"reopened for a correction", []Verb{VerbOpen, VerbAdjourn, VerbReopen}, true},
		{"cancelled", []Verb{VerbCancel}, false},
		{"minutes circulated", []Verb{VerbOpen, VerbAdjourn, VerbCirculate}, false},
		{"minutes adopted", []Verb{VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt}, false},
		{"minutes signed", []Verb{VerbOpen, VerbAdjourn, VerbCirculate, VerbAdopt, VerbSign}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := meetingAfter(t, row.path...).RecordOpen(); got != row.open {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestMeetingValidate(t *testing.T) {
	wantBroken(t, goodMeeting,
		broken[Meeting]{"a day may be missing while planned", func(m *Meeting) { m.Starts = "" }, "", ""},
		broken[Meeting]{"a workshop of four days", func(m *Meeting) { m.Kind, m.Ends = Workshop, "2018-01-21" }, "", ""},
		broken[Meeting]{"a title is required", func(m *Meeting) { m.Title = "" }, FieldTitle, ReasonRequired},
		broken[Meeting]{"a kind is listed", func(m *Meeting) { m.Kind = "" }, FieldKind, ReasonNotListed},
		broken[Meeting]{"a state is listed", func(m *Meeting) { m.State = "held" }, FieldState, ReasonNotListed},
		broken[Meeting]{"convened for a day", func(m *Meeting) { m.State, m.Starts = Convened, "" }, FieldStarts, ReasonRequired},
		broken[Meeting]{"the notice comes first", func(m *Meeting) { m.Notice = "2018-01-19" }, FieldNotice, ReasonBefore},
		broken[Meeting]{"does not end before it starts", func(m *Meeting) { m.Ends = "2018-01-17" }, FieldEnds, ReasonBefore},
		broken[Meeting]{"does not end without a start", func(m *Meeting) { m.Starts, m.Ends = "", "2018-01-17" }, FieldEnds, ReasonBefore},
		broken[Meeting]{"lasts at most sixty days", func(m *Meeting) { m.Ends = "2018-03-20" }, FieldEnds, ReasonOutOfRange},
		broken[Meeting]{"a day is one", func(m *Meeting) { m.Starts = "18/01/2018" }, FieldStarts, ReasonNotADate},
		broken[Meeting]{"does not end before it starts that day", func(m *Meeting) { m.EndTime = "09:00" }, FieldEndTime, ReasonBefore},
		broken[Meeting]{"a group meeting names the group", func(m *Meeting) { m.Kind = GroupMeeting }, FieldGroup, ReasonRequired},
		broken[Meeting]{"a second notice names the first", func(m *Meeting) { m.Kind = SecondNotice }, FieldFirstNotice, ReasonRequired},
		broken[Meeting]{"a second notice is another meeting", func(m *Meeting) { m.Kind, m.FirstNotice = SecondNotice, "m1" }, FieldFirstNotice, ReasonSelf},
		broken[Meeting]{"postponed for a reason", func(m *Meeting) { m.State = Postponed }, FieldReason, ReasonRequired},
		broken[Meeting]{"cancelled for a reason", func(m *Meeting) { m.State = Cancelled }, FieldReason, ReasonRequired},
		broken[Meeting]{"no minutes of a meeting not held", func(m *Meeting) { m.Minutes.State = MinutesDraft }, FieldState, ReasonNotListed},
		broken[Meeting]{"minutes are dated by days", func(m *Meeting) { m.Minutes.SignedOn = "2018" }, FieldDate, ReasonNotADate},
		broken[Meeting]{"a language is French or English", func(m *Meeting) { m.Language = "de" }, FieldLanguage, ReasonNotListed},
	)
	t.Run("ordinary, extraordinary and second-notice meetings are numbered", func(t *testing.T) {
		want := map[MeetingKind]bool{Ordinary: true, Extraordinary: true, SecondNotice: true, GroupMeeting: false, Workshop: false}
		for _, k := range MeetingKinds {
			if (Meeting{Kind: k}).Numbered() != want[k] {
				t.Errorf("%s: %v", k, !want[k])
			}
		}
	})
}

func TestMeetingAnySteps(t *testing.T) {
	verbs := rapid.SampledFrom(everyVerb)
	clocks := rapid.SampledFrom([]Clock{"", "09:00", "17:30", "24:00"})
	rapid.Check(t, func(t *rapid.T) {
		m := goodMeeting()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			next, err := m, error(nil)
			on, why := anyDay().Draw(t, "on"), rapid.SampledFrom([]string{"motif", ""}).Draw(t, "why")
			switch rapid.IntRange(0, 7).Draw(t, "do") {
			case 0:
				next, err = m.Convene(on)
			case 1:
				next, err = m.Open(clocks.Draw(t, "at"))
			case 2:
				next, err = m.Adjourn(clocks.Draw(t, "at"))
			case 3:
				next, err = m.Postpone(on, why)
			case 4:
				next, err = m.Cancel(why)
			case 5:
				next, err = m.Reopen(why)
			case 6:
				next, err = m.AdvanceMinutes(verbs.Draw(t, "verb"), rapid.SampledFrom([]MeetingID{"", "m1", "m2"}).Draw(t, "at"), on)
			case 7:
				next, err = m.Correct(Correction{On: on, Text: why})
			}
			if err != nil && !reflect.DeepEqual(next, m) {
				t.Fatalf("refused (%v), yet changed: %+v", err, next)
			}
			if len(next.Minutes.Corrections) < len(m.Minutes.Corrections) {
				t.Fatalf("a corrective act was lost: %+v", next.Minutes)
			}
			if m = next; m.Validate() != nil {
				t.Fatalf("%+v: %v", m, m.Validate())
			}
		}
	})
}

func TestWhatADocumentTellsOfAMeetingMayBeCompleted(t *testing.T) {
	m := Meeting{State: Adjourned, Minutes: Minutes{State: MinutesDraft}}
	if m.RecordOpen() {
		t.Error("the record of an adjourned meeting is open")
	}
	m.Minutes.State, m.Provenance = NoMinutes, []Provenance{{Certainty: Given}}
	if !m.RecordOpen() {
		t.Error("the attendance list of a meeting known from a document can never be entered")
	}
}
