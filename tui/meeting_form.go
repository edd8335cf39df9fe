package tui

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/widget"
)

// newMeetingForm is the form of a meeting, new or known. Once its record is
// closed only what the record does not hold can be edited.
func newMeetingForm(d *desk, s register.MeetingSheet) formPage {
	w, m := d.words(), s.Meeting
	title := meetingTitle(d, m)
	if m.ID == "" {
		title = i18n.Capital(w.States.Kind[committee.KindMeeting].New)
	}
	fields := meetingFields(d, s)
	if m.ID != "" && !m.RecordOpen() {
		fields = fields[len(fields)-4:]
		fields[0].Section = w.Meeting.RecordClosed
	}
	person := func(typed string) page { return newPersonForm(d, personNamed(typed)) }
	return newForm(d, formSpec{
		origin: made("meeting", committee.KindMeeting, m.ID, m.Version, m),
		place:  atMeetings, title: title, fields: fields,
		nested: map[string]func(string) page{
			string(committee.FieldChair): person, string(committee.FieldSecretary): person,
			string(committee.FieldGroup): func(typed string) page { return newGroupForm(d, groupNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := m
			base = meetingTyped(base, v)
			if base.Title == "" {
				base.Title = i18n.Capital(w.States.MeetingKind[base.Kind].Full)
			}
			said, name := savedNotice(d), meetingTitle(d, base)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveMeeting(ctx, base)
				return saved{thing: thing(committee.KindMeeting, after.ID), label: name, notice: said(name)}, err
			}
		},
	})
}

// meetingFields are the fields of a meeting; the last four stay open when the
// record is closed.
func meetingFields(d *desk, s register.MeetingSheet) []widget.Field {
	w, m, names := d.words(), s.Meeting, s.Names
	if m.ID == "" && m.Kind == "" {
		m.Kind = committee.Ordinary
	}
	is := func(k committee.MeetingKind, standing bool) func(widget.Values) bool {
		return func(v widget.Values) bool {
			return standing || chosen[committee.MeetingKind](v, committee.FieldKind) == k
		}
	}
	title := lineField(d, committee.FieldTitle, m.Title)
	title.Required = m.ID != ""
	if !title.Required {
		title.Help = w.Meeting.TitleHelp
	}
	group := lookupField(d, committee.FieldGroup, committee.KindGroup, option(d, names, committee.KindGroup, m.Group))
	group.New, group.When = true, is(committee.GroupMeeting, m.Group != "")
	group.Against = func(v widget.Values) string {
		if chosen[committee.MeetingKind](v, committee.FieldKind) == committee.GroupMeeting && typed(v, committee.FieldGroup) == "" {
			return w.Form.Required
		}
		return ""
	}
	first := labelled(lookupField(d, committee.FieldFirstNotice, committee.KindMeeting, option(d, names, committee.KindMeeting, m.FirstNotice)), w.Meeting.FirstNotice)
	first.Required, first.When = true, is(committee.SecondNotice, false)
	chair := lookupField(d, committee.FieldChair, committee.KindPerson, option(d, names, committee.KindPerson, m.Chair))
	secretary := lookupField(d, committee.FieldSecretary, committee.KindPerson, option(d, names, committee.KindPerson, m.Secretary))
	chair.New, secretary.New = true, true
	ends := dateField(d, committee.FieldEnds, m.Ends)
	ends.Help = w.Meeting.EndsHelp
	notice := labelled(dateField(d, committee.FieldNotice, m.Notice), w.Meeting.ConveneOn)
	notice.When = func(widget.Values) bool { return m.State == committee.InSession }
	return []widget.Field{
		must(choiceField(d, committee.FieldKind, m.Kind, committee.MeetingKinds, full(w.States.MeetingKind))),
		title, group, first,
		dateField(d, committee.FieldStarts, m.Starts),
		ends, notice,
		clockField(d, committee.FieldStartTime, m.StartTime),
		clockField(d, committee.FieldEndTime, m.EndTime),
		lineField(d, committee.FieldPlace, m.Place),
		chair, secretary,
		labelled(longField(d, committee.FieldText, m.Objectives), w.Meeting.Objectives),
		choiceField(d, committee.FieldLanguage, m.Language, []committee.Language{"", committee.French, committee.English}, full(w.States.Language)),
		hint(lineField(d, committee.FieldConfidentiality, m.Confidentiality), w.Meeting.AsCommittee),
		hint(longField(d, committee.FieldDistribution, m.Distribution), w.Meeting.AsCommittee),
		lookupsField(d, committee.FieldReferences, committee.KindReference, options(d, names, committee.KindReference, m.References)),
		longField(d, committee.FieldRemarks, m.Remarks),
	}
}

// meetingTyped is the meeting with what the form holds.
func meetingTyped(m committee.Meeting, v widget.Values) committee.Meeting {
	m.References, m.Remarks = pickedAll[committee.ReferenceID](v, committee.FieldReferences), typed(v, committee.FieldRemarks)
	m.Confidentiality, m.Distribution = typed(v, committee.FieldConfidentiality), typed(v, committee.FieldDistribution)
	if !v.Shows(string(committee.FieldKind)) {
		return m
	}
	m.Kind, m.Title = chosen[committee.MeetingKind](v, committee.FieldKind), typed(v, committee.FieldTitle)
	m.Group, m.FirstNotice = picked[committee.GroupID](v, committee.FieldGroup), picked[committee.MeetingID](v, committee.FieldFirstNotice)
	if v.Shows(string(committee.FieldNotice)) {
		m.Notice = day(v, committee.FieldNotice)
	}
	m.Starts, m.Ends = day(v, committee.FieldStarts), day(v, committee.FieldEnds)
	m.StartTime, m.EndTime, m.Place = clock(v, committee.FieldStartTime), clock(v, committee.FieldEndTime), typed(v, committee.FieldPlace)
	m.Chair, m.Secretary = picked[committee.PersonID](v, committee.FieldChair), picked[committee.PersonID](v, committee.FieldSecretary)
	m.Objectives, m.Language = typed(v, committee.FieldText), chosen[committee.Language](v, committee.FieldLanguage)
	return m
}
