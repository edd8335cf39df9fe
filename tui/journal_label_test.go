package tui

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// blockLines are the labels and the texts of some blocks, a row a line.
func blockLines(blocks []widget.Block) string {
	var all []string
	for _, b := range blocks {
		for _, r := range b.Rows {
			all = append(all, strings.TrimSpace(r.Label+" "+r.Text))
		}
	}
	return strings.Join(all, "\n")
}

// What a vote came to is called a vote, and is nobody's reason.
func TestWhatAVoteCameToIsNoReason(t *testing.T) {
	result := i18n.For(committee.French).VoteResult(committee.Tally{Votes: committee.Votes{For: new(int), Against: new(int)}})
	for reason, want := range map[string]string{result: "Vote : Partage égal", "Rejetée par 2 voix pour et 5 contre": "Vote : Rejetée", "Dépense non prioritaire": "Motif : Dépense"} {
		row := committee.Decision{Outcome: committee.Deliberation{State: committee.Rejected, Reason: reason}}
		if said := linesTold(t, committee.KindDecision, row, nil); !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// A line of the journal calls what was said with it a reason only where one is
// asked for, and a vote a vote.
func TestWhatWasSaidWithALine(t *testing.T) {
	d := &desk{loc: i18n.For(committee.French), styles: theme.New(theme.Options{NoColor: true}), now: time.Now}
	settled := func(o committee.ItemOutcome) []register.RowChange {
		image, err := json.Marshal(committee.AgendaItem{ID: "i", Outcome: o})
		if err != nil {
			t.Fatal(err)
		}
		return []register.RowChange{{Thing: thing(committee.KindAgendaItem, committee.AgendaItemID("i")), After: string(image)}}
	}
	item, action := thing(committee.KindAgendaItem, committee.AgendaItemID("i")), thing(committee.KindAction, committee.ActionID("a"))
	for _, c := range []struct {
		verb    committee.Verb
		of      committee.Thing
		changes []register.RowChange
		want    string
	}{
		{committee.VerbBlock, action, nil, "Motif dit"},
		{committee.VerbReopen, thing(committee.KindMeeting, committee.MeetingID("m")), nil, "Motif dit"},
		{committee.VerbDeclare, action, nil, "Observations dit"},
		{committee.VerbSettle, item, settled(committee.PutOff), "Motif du report dit"},
		{committee.VerbSettle, item, settled(committee.DealtWith), d.words().Agenda.Note + " dit"},
	} {
		s := register.JournalSheet{Line: register.JournalLine{Change: register.Change{Verb: c.verb, Thing: c.of, Why: "dit"}}, Changes: c.changes}
		if said := blockLines(journalBlocks(d, s)); !strings.Contains(said, c.want) {
			t.Errorf("%s: no %q in\n%s", c.verb, c.want, said)
		}
	}
	vote := register.JournalLine{Change: register.Change{Verb: committee.VerbCapture, Thing: thing(committee.KindEntry, committee.EntryID("e")), Name: register.Name{Full: "Huis clos"}}}
	vote.Entry = committee.EntryVote
	if said := blockLines(journalBlocks(d, register.JournalSheet{Line: vote})); !strings.Contains(said, "Vote «\u00a0Huis clos\u00a0»") || !strings.Contains(said, "Mise aux voix en séance") {
		t.Errorf("it says\n%s", said)
	}
}
