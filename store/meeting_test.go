package store

import (
	"errors"
	"testing"

	"suivi/internal/committee"
)

func TestMeetings(t *testing.T) {
	d := newDesk(t)
	t.Run("an added one is planned and has no number, even in the past", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2016-03-01", State: committee.Adjourned, Mark: committee.Mark{Ref: "9", Year: 2016, Number: 9}})
		if m.State != committee.Planned || m.Mark != (committee.Mark{}) {
			t.Errorf("added as %+v", m)
		}
	})
	t.Run("convening numbers it in the year it is held", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2018-01-18"})
		m = must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-20"))(t)
		if m.State != committee.Convened || m.Ref != "01/2018" || m.Notice != "2017-12-20" {
			t.Errorf("convened as %+v", m)
		}
		m = must(d.PostponeMeeting(ctx, m.ID, m.Version, "2018-02-01", "salle prise"))(t)
		if m = must(d.ConveneMeeting(ctx, m.ID, m.Version, "2018-01-20"))(t); m.Ref != "01/2018" {
			t.Errorf("convened anew it is %s", m.Ref)
		}
	})
	t.Run("opening numbers one that was never convened", func(t *testing.T) {
		if m := d.held("2017-06-01"); m.Ref != "01/2017" || m.Minutes.State != committee.MinutesDraft || m.Closed != "12:00" {
			t.Errorf("held as %+v", m)
		}
	})
	t.Run("a workshop has no number", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-10-30", Ends: "2017-11-02"})
		if m = must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-10-01"))(t); m.Number != 0 {
			t.Errorf("numbered %s", m.Ref)
		}
	})
	t.Run("a second notice needs a first one that is there", func(t *testing.T) {
		_, err := d.SaveMeeting(ctx, committee.Meeting{Kind: committee.SecondNotice, Title: "X"})
		fieldError(t, err, committee.FieldFirstNotice, committee.ReasonRequired)
		_, err = d.SaveMeeting(ctx, committee.Meeting{Kind: committee.SecondNotice, Title: "X", FirstNotice: "none"})
		fieldError(t, err, committee.FieldFirstNotice, committee.ReasonUnknown)
	})
}

func TestRevisingAMeeting(t *testing.T) {
	d := newDesk(t)
	t.Run("a revision keeps state, number, notice and minutes", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2017-06-02"})
		m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		given := m
		given.State, given.Mark, given.Opened, given.Minutes, given.Place = committee.Planned, committee.Mark{}, "", committee.Minutes{State: committee.MinutesDraft}, "Bamako"
		got := must(d.SaveMeeting(ctx, given))(t)
		if got.State != m.State || got.Mark != m.Mark || got.Opened != m.Opened || got.Minutes.State != m.Minutes.State || got.Place != "Bamako" {
			t.Errorf("revised to %+v", got)
		}
		must(d.adjourn(got, "10:00"))(t)
	})
	t.Run("once the session is adjourned only remarks are revised", func(t *testing.T) {
		m := d.held("2017-06-03")
		edited := m
		edited.Place = "Ségou"
		_, err := d.SaveMeeting(ctx, edited)
		refused(t, err, committee.ReasonMeetingClosed)
		m.Remarks = "à classer"
		if m = must(d.SaveMeeting(ctx, m))(t); m.Remarks != "à classer" {
			t.Errorf("revised to %+v", m)
		}
	})
	t.Run("a cancellation needs a reason", func(t *testing.T) {
		m := d.meeting(committee.Meeting{})
		_, err := d.CancelMeeting(ctx, m.ID, m.Version, " ")
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
	})
}

func TestOneMeetingInSessionPerBody(t *testing.T) {
	d := newDesk(t)
	first, second := d.meeting(committee.Meeting{Starts: "2017-12-15"}), d.meeting(committee.Meeting{Starts: "2017-12-15", Title: "Autre"})
	first = must(d.OpenMeeting(ctx, first.ID, first.Version, "09:00"))(t)
	t.Run("another of the body is refused, naming the one that is", func(t *testing.T) {
		_, err := d.OpenMeeting(ctx, second.ID, second.Version, "09:30")
		refused(t, err, committee.ReasonInSession)
		var e *committee.RefusedError
		if errors.As(err, &e); e.Detail != first.Ref {
			t.Errorf("named %q", e.Detail)
		}
	})
	t.Run("a group may meet meanwhile", func(t *testing.T) {
		g := must(d.SaveGroup(ctx, committee.Group{Name: "Groupe 1", Kind: committee.Standing}))(t)
		m := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: g.ID, Starts: "2017-12-15"})
		must(d.OpenMeeting(ctx, m.ID, m.Version, "09:30"))(t)
	})
	t.Run("it may be reopened only when no other is", func(t *testing.T) {
		first = must(d.adjourn(first, "10:15"))(t)
		second = must(d.OpenMeeting(ctx, second.ID, second.Version, "10:15"))(t)
		_, err := d.ReopenMeeting(ctx, first.ID, first.Version, "oubli")
		refused(t, err, committee.ReasonInSession)
		second = must(d.adjourn(second, "10:15"))(t)
		if first = must(d.ReopenMeeting(ctx, first.ID, first.Version, "oubli"))(t); first.State != committee.InSession {
			t.Errorf("it is %s", first.State)
		}
	})
}

func TestMinutes(t *testing.T) {
	d := newDesk(t)
	m := d.held("2017-11-02")
	m = must(d.CirculateMinutes(ctx, m.ID, m.Version, "2017-11-10"))(t)
	t.Run("are not adopted at the meeting itself", func(t *testing.T) {
		_, err := d.AdoptMinutes(ctx, m.ID, m.Version, m.ID, "2017-12-01")
		fieldError(t, err, committee.FieldMeeting, committee.ReasonSelf)
	})
	t.Run("are not adopted at an earlier meeting", func(t *testing.T) {
		earlier := d.held("2017-11-01")
		_, err := d.AdoptMinutes(ctx, m.ID, m.Version, earlier.ID, "2017-12-01")
		refused(t, err, committee.ReasonSameMeeting)
	})
	t.Run("are not adopted by another body, nor at a cancelled meeting", func(t *testing.T) {
		g := must(d.SaveGroup(ctx, committee.Group{Name: "Groupe", Kind: committee.Standing}))(t)
		other := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: g.ID, Starts: "2017-12-01"})
		_, err := d.AdoptMinutes(ctx, m.ID, m.Version, other.ID, "2017-12-01")
		fieldError(t, err, committee.FieldMeeting, committee.ReasonNotListed)
		off := d.meeting(committee.Meeting{Starts: "2017-12-01"})
		off = must(d.CancelMeeting(ctx, off.ID, off.Version, "salle prise"))(t)
		_, err = d.AdoptMinutes(ctx, m.ID, m.Version, off.ID, "2017-12-01")
		fieldError(t, err, committee.FieldMeeting, committee.ReasonNotListed)
	})
	t.Run("are not adopted at a meeting that is not there", func(t *testing.T) {
		_, err := d.AdoptMinutes(ctx, m.ID, m.Version, "none", "2017-12-01")
		fieldError(t, err, committee.FieldMeeting, committee.ReasonUnknown)
	})
	t.Run("are adopted at a later meeting, signed, then corrected by an act", func(t *testing.T) {
		_, err := d.SignMinutes(ctx, m.ID, m.Version, "2017-12-02")
		refused(t, err, committee.ReasonState)
		later := d.held("2017-12-01")
		m = must(d.AdoptMinutes(ctx, m.ID, m.Version, later.ID, "2017-12-01"))(t)
		m = must(d.SignMinutes(ctx, m.ID, m.Version, "2017-12-02"))(t)
		m = must(d.CorrectMinutes(ctx, m.ID, m.Version, committee.Correction{On: "2017-12-05", Text: "Lire 12 au lieu de 21"}))(t)
		if n := m.Minutes; n.State != committee.MinutesSigned || n.AdoptedAt != later.ID || len(n.Corrections) != 1 || n.Corrections[0].By != "Awa Traoré" {
			t.Errorf("minutes are %+v", m.Minutes)
		}
	})
}
