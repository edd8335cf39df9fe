package starter

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func (f *fake) Meeting(_ context.Context, id committee.MeetingID) (register.MeetingSheet, error) {
	v, err := load[committee.Meeting](f, committee.KindMeeting, id)
	s := register.MeetingSheet{Meeting: v}
	for _, a := range all[committee.Attendance](f, committee.KindAttendance) {
		if a.Meeting == id {
			s.Attendance = append(s.Attendance, a)
		}
	}
	for _, e := range all[committee.Entry](f, committee.KindEntry) {
		if e.Meeting == id {
			s.Entries = append(s.Entries, e)
		}
	}
	for _, i := range all[committee.AgendaItem](f, committee.KindAgendaItem) {
		if i.Meeting == id {
			s.Items = append(s.Items, i)
		}
	}
	return s, err
}

func (f *fake) SaveMeeting(_ context.Context, v committee.Meeting) (committee.Meeting, error) {
	return save(f, committee.KindMeeting, v)
}

func (f *fake) meeting(id committee.MeetingID, version int, fn func(committee.Meeting) (committee.Meeting, error)) (committee.Meeting, error) {
	return change(f, committee.KindMeeting, id, version, fn)
}

func (f *fake) ConveneMeeting(_ context.Context, id committee.MeetingID, v int, on committee.Date) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) { return m.Convene(on) })
}

func (f *fake) OpenMeeting(_ context.Context, id committee.MeetingID, v int, at committee.Clock) (committee.Meeting, error) {
	for _, m := range all[committee.Meeting](f, committee.KindMeeting) {
		if m.State == committee.InSession && m.ID != id {
			return m, &committee.RefusedError{Verb: committee.VerbOpen, Kind: committee.KindMeeting, Reason: committee.ReasonInSession}
		}
	}
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) { return m.Open(at) })
}

func (f *fake) Checks(context.Context, committee.MeetingID) ([]register.Check, error) {
	return nil, nil
}

func (f *fake) AdjournMeeting(_ context.Context, id committee.MeetingID, v int, at committee.Clock, _ ...committee.Override) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) { return m.Adjourn(at) })
}

func (f *fake) CirculateMinutes(_ context.Context, id committee.MeetingID, v int, on committee.Date) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) {
		return m.AdvanceMinutes(committee.VerbCirculate, "", on)
	})
}

func (f *fake) AdoptMinutes(_ context.Context, id committee.MeetingID, v int, at committee.MeetingID, on committee.Date) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) {
		return m.AdvanceMinutes(committee.VerbAdopt, at, on)
	})
}

func (f *fake) SignMinutes(_ context.Context, id committee.MeetingID, v int, on committee.Date) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) {
		return m.AdvanceMinutes(committee.VerbSign, "", on)
	})
}

func (f *fake) CorrectMinutes(_ context.Context, id committee.MeetingID, v int, c committee.Correction) (committee.Meeting, error) {
	return f.meeting(id, v, func(m committee.Meeting) (committee.Meeting, error) { return m.Correct(c) })
}

func (f *fake) AgendaItem(_ context.Context, id committee.AgendaItemID) (register.AgendaItemSheet, error) {
	v, err := load[committee.AgendaItem](f, committee.KindAgendaItem, id)
	return register.AgendaItemSheet{Item: v}, err
}

// open refuses to touch the record of a meeting whose minutes circulate.
func (f *fake) open(kind committee.Kind, id committee.MeetingID) error {
	m, err := load[committee.Meeting](f, committee.KindMeeting, id)
	if err == nil && !m.RecordOpen() {
		return &committee.RefusedError{Verb: committee.VerbAdd, Kind: kind, Reason: committee.ReasonMeetingClosed}
	}
	return err
}

func (f *fake) SaveAgendaItem(_ context.Context, v committee.AgendaItem) (committee.AgendaItem, error) {
	if err := f.open(committee.KindAgendaItem, v.Meeting); err != nil {
		return v, err
	}
	return save(f, committee.KindAgendaItem, v)
}

func (f *fake) SettleAgendaItem(_ context.Context, id committee.AgendaItemID, v int, o committee.ItemOutcome, to committee.GroupID, note string) (committee.AgendaItem, error) {
	return change(f, committee.KindAgendaItem, id, v, func(i committee.AgendaItem) (committee.AgendaItem, error) {
		if err := f.open(committee.KindAgendaItem, i.Meeting); err != nil {
			return i, err
		}
		return i.Settle(o, to, note)
	})
}

func (f *fake) SaveAttendance(_ context.Context, v committee.Attendance) (committee.Attendance, error) {
	if err := f.open(committee.KindAttendance, v.Meeting); err != nil {
		return v, err
	}
	return save(f, committee.KindAttendance, v)
}

func (f *fake) SaveEntry(_ context.Context, v committee.Entry) (committee.Entry, error) {
	if err := f.open(committee.KindEntry, v.Meeting); err != nil {
		return v, err
	}
	return save(f, committee.KindEntry, v)
}

func (f *fake) Guideline(_ context.Context, id committee.GuidelineID) (register.GuidelineSheet, error) {
	v, err := load[committee.Guideline](f, committee.KindGuideline, id)
	return register.GuidelineSheet{Guideline: v}, err
}

func (f *fake) SaveGuideline(_ context.Context, v committee.Guideline) (committee.Guideline, error) {
	v.State, v.Number = committee.TextMissing, len(all[committee.Guideline](f, committee.KindGuideline))+1
	return save(f, committee.KindGuideline, v)
}

func (f *fake) AdvanceGuideline(_ context.Context, id committee.GuidelineID, v int, verb committee.Verb, r committee.Ruling) (committee.Guideline, error) {
	g, err := change(f, committee.KindGuideline, id, v, func(g committee.Guideline) (committee.Guideline, error) { return g.Advance(verb, r) })
	if err != nil || verb != committee.VerbAdopt {
		return g, err
	}
	for _, a := range all[committee.Article](f, committee.KindArticle) {
		if a.Guideline == id {
			if a.Words, err = a.Words.Adopt(r.Meeting, r.On); err != nil {
				return g, err
			}
			a.Version++
			f.rows[committee.Thing{Kind: committee.KindArticle, ID: string(a.ID)}] = a
		}
	}
	return g, nil
}

func (f *fake) Article(_ context.Context, id committee.ArticleID) (register.ArticleSheet, error) {
	v, err := load[committee.Article](f, committee.KindArticle, id)
	return register.ArticleSheet{Article: v}, err
}

func (f *fake) SaveArticle(_ context.Context, v committee.Article, text string) (committee.Article, error) {
	var err error
	if v.Words, err = v.Words.Draft(text, "2017-01-02", ""); err != nil {
		return v, err
	}
	g, err := load[committee.Guideline](f, committee.KindGuideline, v.Guideline)
	if err != nil {
		return v, err
	}
	g.State = committee.Draft
	f.rows[committee.Thing{Kind: committee.KindGuideline, ID: string(g.ID)}] = g
	return save(f, committee.KindArticle, v)
}

func (f *fake) AmendArticle(_ context.Context, id committee.ArticleID, v int, r committee.Ruling) (committee.Article, error) {
	return change(f, committee.KindArticle, id, v, func(a committee.Article) (committee.Article, error) { return a.Amend(r) })
}

func (f *fake) Action(_ context.Context, id committee.ActionID) (register.ActionSheet, error) {
	v, err := load[committee.Action](f, committee.KindAction, id)
	s := register.ActionSheet{Action: v}
	for _, u := range all[committee.Update](f, committee.KindUpdate) {
		if u.Action == id {
			s.Updates = append(s.Updates, u)
		}
	}
	for _, e := range all[committee.Extension](f, committee.KindExtension) {
		if e.Action == id {
			s.Extensions = append(s.Extensions, e)
		}
	}
	return s, err
}

func (f *fake) SaveAction(_ context.Context, v committee.Action) (committee.Action, error) {
	v.FirstDue, v.Implementation.State = v.Due, committee.NotStarted
	return save(f, committee.KindAction, v)
}

func (f *fake) AdvanceAction(_ context.Context, id committee.ActionID, v int, s committee.Step) (committee.Action, error) {
	return change(f, committee.KindAction, id, v, func(a committee.Action) (committee.Action, error) { return a.Advance(s) })
}

func (f *fake) ReportProgress(_ context.Context, v int, u committee.Update) (committee.Action, error) {
	a, err := change(f, committee.KindAction, u.Action, v, func(a committee.Action) (committee.Action, error) { return a.Report(u) })
	if err == nil {
		f.writes-- // one transaction
		_, err = save(f, committee.KindUpdate, u)
	}
	return a, err
}

func (f *fake) ConfirmUpdate(_ context.Context, id committee.UpdateID, v int, yes committee.Choice, by committee.PersonID, on committee.Date, note string) (committee.Update, error) {
	return change(f, committee.KindUpdate, id, v, func(u committee.Update) (committee.Update, error) { return u.Confirm(yes, by, on, note) })
}

func (f *fake) GrantExtension(_ context.Context, v int, e committee.Extension) (committee.Action, error) {
	a, err := change(f, committee.KindAction, e.Action, v, func(a committee.Action) (committee.Action, error) {
		var err error
		a, e, err = a.Extend(e)
		return a, err
	})
	if err == nil {
		f.writes--
		_, err = save(f, committee.KindExtension, e)
	}
	return a, err
}
