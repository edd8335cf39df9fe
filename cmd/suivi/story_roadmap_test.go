//go:build unix

package main

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

func TestStoryRecommendationBecomesAnActionThatIsLateThenExtended(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter", "4 actions en retard, dont 1 bloquée")
	adoptTransport(t, term)
	makeActionForTomorrow(t, term)
	quit(t, term)

	s := opened(t, path)
	r := only(t, must(s.Recommendations(background, register.Query{Filter: "R-2017-25"}))(t), nil)
	if r.Decision != committee.Adopted || r.Actions != 1 {
		t.Errorf("the recommendation is %+v", r)
	}
	a := sheetOf(t, s, "A-2017-61").Action
	if a.Due != "2017-12-16" || len(a.Recommendations) != 1 || a.Recommendations[0] != r.ID || a.Function == "" || a.Institution == "" {
		t.Errorf("the action is %+v", a)
	}

	// Two days later nobody has done it.
	term = sits(t, dir, path, "--clock", "2017-12-17T09:00:00Z")
	term.WaitFor("5 actions en retard, dont 1 bloquée", "dim. 17/12/2017")
	extendLateAction(t, term)
	quit(t, term)

	sheet := sheetOf(t, s, "A-2017-61")
	if a := sheet.Action; a.Due != "2017-12-31" || a.FirstDue != "2017-12-16" || a.Late("2017-12-17") {
		t.Errorf("the action is due %s, first %s", a.Due, a.FirstDue)
	}
	if len(sheet.Extensions) != 1 || sheet.Extensions[0].Reason != "Le transporteur n’a pas répondu" || sheet.Extensions[0].From != "2017-12-16" ||
		sheet.Extensions[0].To != "2017-12-31" || sheet.Extensions[0].On != "2017-12-17" || sheet.Extensions[0].By != secretary {
		t.Errorf("extensions %+v", sheet.Extensions)
	}
	sound(t, s)
	told(t, s, committee.Thing{Kind: committee.KindAction, ID: string(sheet.Action.ID)}, secretary, committee.VerbAdd, committee.VerbExtend)
}

// sheetOf reads the action of a reference.
func sheetOf(t *testing.T, s *store.Store, ref string) register.ActionSheet {
	t.Helper()
	l := only(t, must(s.Actions(background, register.Query{Filter: ref}))(t), nil)
	return must(s.Action(background, l.ID))(t)
}

func adoptTransport(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("2")
	term.WaitFor("25 lignes")
	filter(t, term, "r-2017-25", "1 ligne")
	waitRow(t, term, "▌ R-2017-25", "proposée")
	term.Press("a")
	term.WaitFor("Adopter : R-2017-25", "→ ven. 15/12/2017")
	term.Press("ctrl+s")
	term.WaitFor("R-2017-25 · adoptée")
	waitRow(t, term, "▌ R-2017-25", "adoptée", "non entamée")
}

func makeActionForTomorrow(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("N")
	term.WaitFor("Nouvelle action", "un verbe")
	waitRow(t, term, "Recommandations", "R-2017-25")
	term.Type("Signer l’accord de transport")
	term.Press("tab")
	inField(t, term, "Structure responsable")
	term.Press("ctrl+u")
	complete(t, term, "travail", "EX-TRAV")
	term.Press("tab")
	inField(t, term, "Responsable (fonction)")
	complete(t, term, "inspectrice", "[EXEMPLE] Inspectrice")
	term.Press("tab", "tab")
	inField(t, term, "Échéance")
	term.Press("ctrl+u")
	term.Type("demain")
	waitRow(t, term, "▌ Échéance", "demain", "→ sam. 16/12/2017")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · " + french.Common.Saved)
	term.Press("3")
	term.WaitFor("61 lignes")
	filter(t, term, "transport accord", "1 ligne")
	waitRow(t, term, "▌ A-2017-61", "Signer l’accord", "16/12/17", "non entamée")
}

func extendLateAction(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("down")
	waitRow(t, term, "▌ 5 actions en retard")
	term.Press("enter")
	term.WaitFor("en retard", "5 lignes")
	filter(t, term, "accord", "1 ligne")
	waitRow(t, term, "▌ A-2017-61", "16/12/17", "! en retard")
	term.Press("enter")
	term.WaitFor("Signer l’accord de transport", "Inspectrice en chef du travail", "○ non entamée · en retard")
	term.Press("t")
	term.WaitFor("Reporter l’échéance : A-2017-61", "Échéance actuelle : 16/12/2017")
	term.Type("fin du mois")
	term.WaitFor("→ dim. 31/12/2017")
	term.Press("ctrl+s")
	waitRow(t, term, "!", "à renseigner")
	inField(t, term, "Motif")
	term.Type("Le transporteur n’a pas répondu")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-61 · ", "31/12/2017 (d’abord 16/12/2017)")
	term.WaitGone("· en retard", "Reporter l’échéance :")
	term.Press("G")
	term.WaitFor("16/12/2017 → 31/12/2017", "Le transporteur n’a pas répondu")
	term.Press("0")
	term.WaitFor("4 actions en retard, dont 1 bloquée")
}
