package i18n

import (
	"testing"

	"suivi/internal/committee"
)

func TestAnItemIsKnownByItsUsualTitle(t *testing.T) {
	for title, want := range map[string]Usual{
		"Ouverture":                             {Purpose: committee.Opening},
		"1. Ouverture de la séance":             {Purpose: committee.Opening},
		"Ouverture et vérification du quorum":   {Purpose: committee.Opening},
		"OUVERTURE DES TRAVAUX":                 {Purpose: committee.Opening},
		"[EXEMPLE] Ouverture et quorum":         {Purpose: committee.Opening},
		"Mot de bienvenue du Ministre":          {Purpose: committee.Opening},
		"Adoption de l’ordre du jour":           {Purpose: committee.AgendaAdoption},
		"Approval of the agenda":                {Purpose: committee.AgendaAdoption},
		"2) Adoption du PV du 5 octobre":        {Purpose: committee.MinutesAdoption},
		"Affaires découlant du procès-verbal":   {Purpose: committee.MattersArising},
		"Suites des réunions précédentes":       {Purpose: committee.MattersArising},
		"Matters arising":                       {Purpose: committee.MattersArising},
		"Clôture de la séance":                  {Purpose: committee.Closing},
		"Divers":                                {Other: true},
		"Questions diverses.":                   {Other: true},
		"Ouverture d’un centre d’accueil à Gao": {},
		"Ouverture des travauxpratiques":        {},
		"Clôture du budget 2017":                {},
		"Suivi des recommandations de l’ONUDC":  {},
		"Adoption du budget":                    {},
		"Minutes":                               {},
		"3.":                                    {},
		"":                                      {},
	} {
		if got := UsualItem(title); got != want {
			t.Errorf("%q is %+v, want %+v", title, got, want)
		}
	}
	for _, lang := range []committee.Language{committee.French, committee.English} {
		w := For(lang).Words.Template
		for title, want := range map[string]committee.ItemPurpose{
			w.Opening: committee.Opening, w.OpeningGroup: committee.Opening, w.OpeningWorkshop: committee.Opening, w.OpeningAgain: committee.Opening,
			w.Agenda: committee.AgendaAdoption, w.Minutes: committee.MinutesAdoption, w.Matters: committee.MattersArising,
			w.Closing: committee.Closing, w.Object: committee.NoPurpose, w.Referred: committee.NoPurpose, w.Feedback: committee.NoPurpose,
		} {
			if got := UsualItem(title); got.Purpose != want || got.Other {
				t.Errorf("the template’s %q is %+v", title, got)
			}
		}
		if !UsualItem(w.Other).Other {
			t.Errorf("the template’s %q is not known", w.Other)
		}
	}
}

func TestATitleNamesTheMonthOfMinutes(t *testing.T) {
	m := committee.Meeting{Starts: "2017-07-13"}
	for title, want := range map[string]bool{
		"[EXEMPLE] Procès-verbaux de juillet et d’octobre": true, "PV de juillet 2017": true, "Minutes of July and October": true, "Compte rendu de juillet": true,
		"PV de juillet 2016": false, "PV d’octobre": false, "Calendrier de juillet": false, "Procès-verbaux de saisie": false, "": false,
	} {
		if got := NamesMinutes(title, m); got != want {
			t.Errorf("%q names it: %t", title, got)
		}
	}
	if NamesMinutes("PV de juillet", committee.Meeting{}) {
		t.Error("a meeting without a day is named by its month")
	}
}

func TestATitleIsAboutTheReportsOfTheGroups(t *testing.T) {
	for title, want := range map[string]bool{
		"[EXEMPLE] Rapports des trois groupes de travail": true, "Restitution des groupes": true, "Reports of the working groups": true,
		"Rapport du groupe de travail : Finances": false, "Création de groupes": false, "Rapport annuel": false,
	} {
		if got := ReportsOfGroups(title); got != want {
			t.Errorf("%q is about them: %t", title, got)
		}
	}
}

func TestATitleNamesAMeeting(t *testing.T) {
	m := committee.Meeting{Mark: committee.Mark{Ref: "01/2017"}, Starts: "2017-10-05"}
	for title, want := range map[string]bool{
		"PV de la réunion n° 01/2017": true, "PV du 05/10/2017": true, "PV du 5 octobre": true, "PV du 5\u00a0octobre 2017": true,
		"Minutes of October 5, 2017": true, "Minutes of 05 Oct 2017": true,
		"PV du 15 octobre": false, "PV de la réunion n° 02/2017": false, "PV de la réunion n° 101/2017": false, "PV de la dernière réunion": false, "Minutes of October 15": false, "": false,
	} {
		if got := NamesMeeting(title, m); got != want {
			t.Errorf("%q names it: %t", title, got)
		}
	}
	if NamesMeeting("PV du 5 octobre", committee.Meeting{}) {
		t.Error("a meeting without a day is named by one")
	}
}
