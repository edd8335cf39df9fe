package document_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
)

// The remarks say by how much the notice was short, or that it never went out.
func TestTheRemarksSayThatTheNoticeWasShort(t *testing.T) {
	r := sitting()
	r.Committee.NoticeDays, r.Meeting.Notice = 8, r.Meeting.Starts.Add(-3)
	r.Meeting.Overridden = []committee.Override{{Check: committee.CheckNotice}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "délai de convocation non respecté : 3 jours avant, au lieu de 8 jours")
	r.Meeting.Notice = r.Meeting.Starts
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "délai de convocation non respecté : le jour même, au lieu de 8 jours")
	r.Meeting.Language = committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "on the same day, instead of 8 days")
	r.Committee.NoticeDays = 1
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "on the same day, instead of 1 day")
	r.Meeting.Notice, r.Meeting.Language = "", committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "notice of meeting too short: notice not sent")
}

// Of an item that was dealt with on one half-day, and stepped onto on a later one,
// the presence is that of the first.
func TestThePresenceOfTheHalfDayOnWhichAnItemWasDealtWith(t *testing.T) {
	r := sitting()
	r.Meeting.Kind, r.Meeting.Ends = committee.Workshop, "2018-01-19"
	q := committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: 5}
	r.Stages = map[committee.AgendaItemID][]register.Stage{"i3": {{Half: committee.HalfDay{Day: 1}, Quorum: q}}}
	for n := range r.Items {
		if r.Items[n].ID == "i3" {
			q.Present = 1
			r.Items[n].Quorum = q
		}
	}
	if markdown, _ := written(t, document.Minutes(r)); !strings.Contains(spaced(markdown), "**Présence :** 5 structures sur 5 présentes ou représentées, quorum de 3 atteint") {
		t.Errorf("the minutes are\n%s", markdown)
	}
}
