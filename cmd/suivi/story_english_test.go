//go:build unix

package main

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

func TestStoryWholeRoundInEnglish(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path, "--lang", "en")
	term.WaitFor("To deal with", "4 actions late, 1 of them blocked", "Fri 15 Dec 2017")
	planMeeting(t, term)
	draftRecommendation(t, term)
	recordDecision(t, term)
	blockAndReport(t, term)
	switchLanguages(t, term)
	quit(t, term)

	s := opened(t, path)
	sound(t, s)
	meetingKept(t, s)
	decisionKept(t, s)
	progressKept(t, s)
}

// planMeeting plans a meeting and puts an item on its agenda.
func planMeeting(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("1")
	term.WaitFor("Meetings", "6 entries")
	term.Press("n")
	term.WaitFor("ordinary meeting", "ctrl+s save")
	inField(t, term, "Kind")
	term.Press("right")
	waitRow(t, term, "▌ Kind", "extraordinary meeting")
	term.Press("tab")
	term.Type("Budget of the border shelter")
	term.Press("tab")
	inField(t, term, "First day")
	term.Type("20/12")
	term.WaitFor("→ Wed 20 Dec 2017")
	term.Press("tab", "tab")
	inField(t, term, "Start time")
	term.Type("9h30")
	term.WaitFor("→ 09:30")
	term.Press("ctrl+s")
	waitRow(t, term, "▌", "20 Dec 17", "Budget of", "planned")
	term.Press("enter")
	term.WaitFor("No item. i adds one.", "Nobody is on it. y adds a line.")
}

func addItem(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("i")
	inField(t, term, "Title")
	term.Type("Cost of ten beds")
	term.Press("tab", "right")
	waitRow(t, term, "▌ Kind", "decision")
	term.Press("tab")
	term.Type("45")
	term.Press("ctrl+s")
	waitRow(t, term, "1", "Cost of ten beds", "45 min", "decision")
}

// draftRecommendation proposes a recommendation from the meeting.
func draftRecommendation(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	addItem(t, term)
	term.Press("r")
	inField(t, term, "Text")
	term.Type("Open ten beds at the border shelter.")
	term.Press("ctrl+s")
	term.WaitFor("R-2017-26 · ")
	term.WaitGone("ctrl+s save")
}

// recordDecision enters a decision with its votes and adopts it as amended.
func recordDecision(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("D")
	inField(t, term, "Exact wording")
	term.Type("Ten beds are funded.")
	term.Press("tab", "tab", "tab")
	inField(t, term, "Method of deciding")
	term.Press("right", "right")
	waitRow(t, term, "▌ Method of deciding", "vote by show of hands")
	term.Press("tab")
	term.Type("7")
	term.Press("tab")
	term.Type("2")
	term.Press("tab")
	term.Type("1")
	term.Press("tab")
	complete(t, term, "R-2017-26", "R-2017-26")
	term.Press("ctrl+s")
	term.WaitFor("D-2017-")
	term.WaitGone("ctrl+s save")
	term.Press("5")
	term.WaitFor("13 entries")
	waitRow(t, term, "▌", "Ten beds are funded.", "proposed")
	term.Press("enter")
	term.WaitFor("7 in favour, 2 against, 1 abstention")
	waitRow(t, term, "R-2017-26", "Open ten beds")
	term.Press("m")
	term.WaitFor("Adopt as amended: D-2017-")
	term.Press("ctrl+end")
	term.Press("backspace")
	term.Type(" for one year.")
	term.Press("ctrl+s")
	term.WaitFor("Ten beds are funded for one year.", "✓ amended · 15 Dec 2017")
	term.Press("G")
	term.WaitFor("Versions of the text  2", "Version 2 · 15 Dec 2017 · adopted")
}

// blockAndReport blocks an action with its cause, reports its progress and has
// the report confirmed.
func blockAndReport(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("3")
	term.WaitFor("60 entries")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Rent the annex of the shelter")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ")
	waitRow(t, term, "▌ A-2017-61", "not started")
	term.Press("enter")
	term.WaitFor("› Roadmap › A-2017-61", "State", "○ not started · 0%")
	term.Press("b")
	term.WaitFor("Declare blocked: A-2017-61")
	term.Press("right", "right", "tab")
	inField(t, term, "Reason")
	term.Type("The ministry has not signed")
	term.Press("enter")
	term.WaitFor("blocked · decision awaited", "The ministry has not signed")
	term.Press("p")
	term.WaitFor("Report progress: A-2017-61")
	term.Type("Lease signed, keys handed over")
	term.Press("tab", "right")
	waitRow(t, term, "▌ Declared state", "in progress")
	term.Press("tab")
	inField(t, term, "Progress")
	term.Type("60")
	term.Press("ctrl+s")
	waitRow(t, term, "State", "◐ in progress", "60%")
	term.Press("G")
	term.WaitFor("Progress reports  1", "to be confirmed", "Lease signed, keys handed over")
	term.Press("c")
	term.WaitFor(english.Action.Confirm+": A-2017-61", "Lease signed, keys handed over")
	term.Press("ctrl+s")
	term.WaitFor("✓ confirmed")
	term.WaitGone("to be confirmed")
}

func switchLanguages(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("L")
	term.WaitFor("Points d’avancement", "· en cours · 60 % · ✓ confirmé", "? aide")
	term.WaitGone("Progress reports", "in progress", "help")
	term.Press("L")
	term.WaitFor("Progress reports", "· in progress · 60% · ✓ confirmed", "? help")
	term.WaitGone("Points d’avancement", "en cours", "aide")
}

func meetingKept(t *testing.T, s *store.Store) {
	t.Helper()
	l := only(t, must(s.Meetings(background, register.Query{Filter: "border shelter"}))(t), nil)
	sheet := must(s.Meeting(background, l.ID))(t)
	m := sheet.Meeting
	if m.Kind != committee.Extraordinary || m.Starts != "2017-12-20" || m.StartTime != "09:30" || m.State != committee.Planned {
		t.Errorf("the meeting is %+v", m)
	}
	if len(sheet.Items) != 1 || sheet.Items[0].Title != "Cost of ten beds" || sheet.Items[0].Planned != 45 || sheet.Items[0].Kind != committee.ForDecisionItem {
		t.Errorf("its agenda is %+v", sheet.Items)
	}
	if len(sheet.Recommendations) != 1 || sheet.Recommendations[0].Ref != "R-2017-26" || sheet.Recommendations[0].Decision != committee.Proposed {
		t.Errorf("its recommendations are %+v", sheet.Recommendations)
	}
	told(t, s, committee.Thing{Kind: committee.KindMeeting, ID: string(m.ID)}, secretary, committee.VerbAdd)
}

func decisionKept(t *testing.T, s *store.Store) {
	t.Helper()
	l := only(t, must(s.Decisions(background, register.Query{Filter: "ten beds"}))(t), nil)
	v := must(s.Decision(background, l.ID))(t).Decision
	if v.Manner != committee.ShowOfHands || *v.Votes.For != 7 || *v.Votes.Against != 2 || *v.Votes.Abstain != 1 || v.Outcome.State != committee.Amended {
		t.Errorf("the decision is %+v", v)
	}
	if len(v.Words) != 2 || v.Words[0].Text != "Ten beds are funded." || v.Words.Text() != "Ten beds are funded for one year." {
		t.Errorf("its wordings are %+v", v.Words)
	}
	told(t, s, committee.Thing{Kind: committee.KindDecision, ID: string(v.ID)}, secretary, committee.VerbAdd, committee.VerbAdopt)
}

func progressKept(t *testing.T, s *store.Store) {
	t.Helper()
	sheet := sheetOf(t, s, "A-2017-61")
	if i := sheet.Action.Implementation; i.State != committee.InProgress || i.Percent != 60 {
		t.Errorf("the action is %+v", i)
	}
	if len(sheet.Updates) != 1 || sheet.Updates[0].Confirmed != committee.Yes || sheet.Updates[0].By != secretary || *sheet.Updates[0].Percent != 60 {
		t.Errorf("its reports are %+v", sheet.Updates)
	}
	told(t, s, committee.Thing{Kind: committee.KindAction, ID: string(sheet.Action.ID)}, secretary,
		committee.VerbAdd, committee.VerbBlock, committee.VerbReport)
}
