package tui

import (
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

func init() {
	tellers[committee.KindMeeting] = tells(tellMeeting, func(v committee.Meeting) committee.Stamp { return v.Stamp })
	tellers[committee.KindAgendaItem] = tells(tellAgendaItem, func(v committee.AgendaItem) committee.Stamp { return v.Stamp })
	tellers[committee.KindAttendance] = tells(tellAttendance, func(v committee.Attendance) committee.Stamp { return v.Stamp })
	tellers[committee.KindEntry] = tells(tellEntry, func(v committee.Entry) committee.Stamp { return v.Stamp })
}

func tellMeeting(t *teller, v committee.Meeting) {
	w := t.d.words()
	t.field(committee.FieldTitle, v.Title)
	t.field(committee.FieldKind, term(w.States.MeetingKind, v.Kind))
	t.field(committee.FieldState, term(w.States.Meeting, v.State))
	t.mark(v.Mark)
	t.link(w.Meeting.Body, thing(committee.KindGroup, v.Group))
	t.date(committee.FieldStarts, v.Starts)
	t.date(committee.FieldEnds, v.Ends)
	t.field(committee.FieldStartTime, t.d.loc.Clock(v.StartTime))
	t.field(committee.FieldEndTime, t.d.loc.Clock(v.EndTime))
	t.field(committee.FieldPlace, v.Place)
	t.date(committee.FieldNotice, v.Notice)
	t.link(w.Fields[committee.FieldFirstNotice], thing(committee.KindMeeting, v.FirstNotice))
	t.link(w.Fields[committee.FieldChair], thing(committee.KindPerson, v.Chair))
	t.link(w.Fields[committee.FieldSecretary], thing(committee.KindPerson, v.Secretary))
	t.field(committee.FieldLanguage, term(w.States.Language, v.Language))
	t.long(w.Meeting.Objectives, v.Objectives)
	t.longField(committee.FieldReason, v.Reason)
	t.say(w.Meeting.OpenedAt, t.d.loc.Clock(v.Opened))
	t.say(w.Meeting.ClosedAt, t.d.loc.Clock(v.Closed))
	t.say(w.Meeting.ClosedOn, t.d.loc.Date(v.ClosedOn))
	t.spans(w.Journal.Pauses, v.Pauses)
	t.reckoning(v.Quorum)
	t.overridden(v.Overridden)
	t.minutes(v.Minutes)
	t.field(committee.FieldConfidentiality, v.Confidentiality)
	t.longField(committee.FieldDistribution, v.Distribution)
	links(t, w.Fields[committee.FieldReferences], committee.KindReference, v.References)
	t.longField(committee.FieldRemarks, v.Remarks)
}

// minutes tells how far the minutes of a meeting are.
func (t *teller) minutes(m committee.Minutes) {
	w := t.d.words()
	t.say(w.Meeting.Minutes, term(w.States.Minutes, m.State))
	t.say(w.Meeting.Circulated, t.d.loc.Date(m.CirculatedOn))
	t.link(w.Meeting.AdoptedAt, thing(committee.KindMeeting, m.AdoptedAt))
	t.say(w.Meeting.Adopted, t.d.loc.Date(m.AdoptedOn))
	t.say(w.Meeting.Signed, t.d.loc.Date(m.SignedOn))
	items := make([]string, len(m.Corrections))
	for i, c := range m.Corrections {
		items[i] = strings.Join(dropEmpty([]string{t.d.loc.Date(c.On), c.Text, c.By}), " "+t.d.styles.Glyph.Dot+" ")
	}
	t.list(w.Meeting.Correction, items)
}

func tellAgendaItem(t *teller, v committee.AgendaItem) {
	w := t.d.words()
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.field(committee.FieldTitle, v.Title)
	t.count(w.Fields[committee.FieldPosition], v.Position)
	t.field(committee.FieldKind, term(w.States.ItemKind, v.Kind))
	t.longField(committee.FieldText, v.Text)
	planned := ""
	if v.Planned > 0 {
		planned = t.d.loc.Count(w.Meeting.Length, v.Planned)
	}
	t.field(committee.FieldPlanned, planned)
	t.link(w.Fields[committee.FieldPresenter], thing(committee.KindFunction, v.Presenter))
	t.link(w.Fields[committee.FieldGroup], thing(committee.KindGroup, v.Group))
	t.count(w.Fields[committee.FieldDay], v.Day)
	t.field(committee.FieldOutcome, state(w.States.ItemOutcome, v.Outcome))
	t.link(w.Agenda.ReferredTo, thing(committee.KindGroup, v.ReferredTo))
	t.long(w.Agenda.Note, v.Note)
	t.purpose(v.Purpose)
	t.link(w.Prepare.TakesUp, thing(committee.KindAgendaItem, v.From))
	t.link(w.Prepare.Adopts, thing(committee.KindMeeting, v.Concerns))
	t.yes(w.Journal.AddedSitting, v.Late)
	t.spans(w.Journal.TakenUp, v.Spans)
	links(t, w.Journal.StoodBack, committee.KindAttendance, v.Recused)
	t.reckoning(v.Quorum)
}

func tellAttendance(t *teller, v committee.Attendance) {
	w := t.d.words()
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.link(w.Fields[committee.FieldPerson], thing(committee.KindPerson, v.Person))
	t.link(w.Fields[committee.FieldFunction], thing(committee.KindFunction, v.Function))
	t.link(w.Fields[committee.FieldInstitution], thing(committee.KindInstitution, v.Institution))
	t.field(committee.FieldCapacity, term(w.States.Quality, v.Quality))
	t.field(committee.FieldPresence, state(w.States.Presence, v.Presence))
	t.say(w.Attendance.RepresentedBy, v.RepresentedBy)
	t.say(w.Attend.As, term(w.States.Quality, v.RepresentedAs))
	t.link(w.Attendance.Holder, thing(committee.KindAttendance, v.Holder))
	t.yes(i18n.Capital(w.Attend.AtDistance), v.Remote)
	halves := make([]string, len(v.HalfDays))
	for i, h := range v.HalfDays {
		format := w.Attendance.ShortAM
		if h.Afternoon {
			format = w.Attendance.ShortPM
		}
		holder := t.called(thing(committee.KindAttendance, h.Holder))
		if holder == h.By {
			holder = ""
		}
		halves[i] = fmt.Sprintf(format, strconv.Itoa(h.Day)) + w.Sheet.Colon + t.dotted(state(w.States.Presence, h.Presence), h.By, holder, term(w.States.Quality, h.As))
	}
	t.list(w.Attendance.HalfDays, halves)
	moves := make([]string, len(v.Movements))
	for i, m := range v.Movements {
		under := ""
		if item := thing(committee.KindAgendaItem, m.Item); t.names[item].Full != "" || t.names[item].Short != "" {
			under = t.called(item)
		}
		moves[i] = t.dotted(t.d.loc.Date(m.On), movementsSaid(t.d, []committee.Movement{m}, t.d.loc.Clock), under)
	}
	t.list(w.Attendance.Movements, moves)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellEntry(t *teller, v committee.Entry) {
	w := t.d.words()
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.link(w.Fields[committee.FieldItem], thing(committee.KindAgendaItem, v.Item))
	t.count(w.Fields[committee.FieldPosition], v.Position)
	t.date(committee.FieldDate, v.On)
	t.field(committee.FieldTime, t.d.loc.Clock(v.At))
	t.field(committee.FieldKind, term(w.States.EntryKind, v.Kind))
	t.long(w.Entry.Text, v.Text)
	t.link(w.Entry.Speaker, thing(committee.KindFunction, v.Speaker))
	t.link(w.Journal.SpeakerOf, thing(committee.KindInstitution, v.SpeakerOf))
	t.votes(v.Votes)
	t.ballot(v.Ballot)
	t.count(w.Journal.EnBloc, v.Bloc)
	links(t, w.Journal.Excepted, committee.KindRecommendation, v.Excepted)
	t.reckoning(v.Quorum)
	t.link(w.Root.Decisions, thing(committee.KindDecision, v.Decision))
	t.link(w.Root.Recommendations, thing(committee.KindRecommendation, v.Recommendation))
	t.link(w.Action.Text, thing(committee.KindAction, v.Action))
}
