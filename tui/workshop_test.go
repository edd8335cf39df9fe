package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// gathering is a workshop in session, two recommendations proposed under its
// second item, on the item that decides on what it proposed.
func gathering(t *testing.T) *aSession {
	t.Helper()
	p := inSession(t, 3, 100, 30, french())
	i, err := p.book.SaveAgendaItem(context.Background(), committee.AgendaItem{Meeting: p.id, Kind: committee.ForDecisionItem, Title: "Examen et adoption"})
	p.items[1] = must(i, err)
	return p
}

func TestAWorkshopAdoptsTogetherAllThatItProposed(t *testing.T) {
	p := gathering(t).opens("bloc")
	p.sees("Tenir un registre commun.", "Publier un rapport annuel.", "2 cochées sur 2").press("ctrl+s").sees("2 recommandations adoptées")
}

func TestAWorkshopVotesOnWhatItProposedUnderAnotherItem(t *testing.T) {
	p := gathering(t)
	_, err := p.book.CaptureLine(context.Background(), register.Capture{Item: p.items[0].ID, Kind: committee.EntryRecommendation, Text: "Former les juges."})
	if err != nil {
		t.Fatal(err)
	}
	p.opens("vote").sees("Examen et adoption", "▸ R-2017-", "Former les juges.")
}
