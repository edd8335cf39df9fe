package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// The record tells the presence as items were taken up and as people left, though
// an item keeps the last one only, and in which order it was noted, though all of it
// happened within a minute.
func TestTheRecordTellsHowThePresenceTurned(t *testing.T) {
	d := newDesk(t)
	x, sante, _ := d.counting(t)
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, isPresent))(t)
	sante = must(d.Attend(ctx, sante.ID, sante.Version, isPresent))(t)
	x.recuse(t, 0, x.a.ID)
	next := x.now(t).Items[1]
	must(d.TakeUpItem(ctx, next.ID, next.Version))(t)
	must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
	note := must(d.CaptureLine(ctx, register.Capture{Item: next.ID, Kind: committee.Note, Text: "Le quorum est perdu"}))(t)
	r := must(d.MeetingRecord(ctx, x.m.ID))(t)
	var told []committee.Reckoning
	for _, turn := range r.Turns {
		told = append(told, turn.Quorum)
		if turn.Item != next.ID || turn.At != d.moment().at {
			t.Errorf("a presence is told of %+v", turn)
		}
	}
	if len(told) != 2 || told[0].Present != 2 || told[1].Present != 1 {
		t.Errorf("the presence turned to %+v", told)
	}
	left := r.Noted[register.MovementKey(sante.ID, 0)]
	if vote := r.Noted[string(r.Entries[0].ID)]; vote == 0 || left <= vote || r.Noted[string(note.ID)] <= left {
		t.Errorf("it was noted in the order of %v", r.Noted)
	}
}

// What is added in session once the agenda was adopted was not adopted with it.
func TestTheRecordTellsWhatWasAddedAfterTheAdoption(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	add := func(title string) committee.AgendaItem {
		return must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: x.m.ID, Kind: committee.Discussion, Late: true, Title: title}))(t)
	}
	adoption := must(d.SaveAgendaItem(ctx, committee.AgendaItem{
		Meeting: x.m.ID, Kind: committee.ForDecisionItem, Purpose: committee.AgendaAdoption, Title: "Adoption de l’ordre du jour",
	}))(t)
	before := add("Avant")
	unadopted := func() map[committee.AgendaItemID]bool { return must(d.MeetingRecord(ctx, x.m.ID))(t).Unadopted }
	if got := unadopted(); len(got) > 0 {
		t.Errorf("before it is adopted: %v", got)
	}
	adoption = must(d.ConcludeItem(ctx, adoption.ID, adoption.Version, committee.DealtWith, "", ""))(t)
	after := add("Après")
	adoption.Title = "Ordre du jour" // which adopts nothing anew
	must(d.SaveAgendaItem(ctx, adoption))(t)
	if got := unadopted(); len(got) != 1 || !got[after.ID] || got[before.ID] {
		t.Errorf("they are %v", got)
	}
}
