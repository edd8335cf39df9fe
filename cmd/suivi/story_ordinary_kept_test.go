//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/store"
)

// reads wants a document of the folder to hold each text, in this order. Lines
// are joined, and no-break spaces are spaces.
func reads(t *testing.T, dir, name string, want ...string) {
	t.Helper()
	whole := strings.Join(strings.Fields(string(must(os.ReadFile(filepath.Join(dir, name)))(t))), " ")
	rest := whole
	for _, text := range want {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Errorf("%s does not hold, in its place, %q:\n%s", name, text, whole)
			return
		}
		rest = after
	}
}

// recordRead reads what was written of the meeting.
func recordRead(t *testing.T, dir string) {
	t.Helper()
	reads(t, dir, "releve-de-decisions-05-2017.md",
		"Réunion ordinaire n° 05/2017", "vendredi 15 décembre 2017 à 9 h 30", "levée à 10 h",
		"Le procès-verbal de la réunion tenue le jeudi 20 juillet 2017", "est adopté.",
		"**Décision D-2017-13** (adoptée) > L’ordre du jour est adopté.",
		"**Décision D-2017-14** (adoptée) > La convention d’un an avec l’association est approuvée.",
		"**Vote :** Adoptée par 4 voix pour et 1 contre, à main levée, 1 membre s’étant retiré",
		"**Recommandation R-2017-25** (ajournée)", "Le coût n’est pas chiffré",
		"**Recommandation R-2017-26** (adoptée en bloc) > Ouvrir une permanence de nuit", "Abri imaginaire", "T2 2018",
		"**Recommandation R-2017-27** (adoptée en bloc, avec amendements) > Tenir un registre des accueils, sans aucun nom",
		"**Texte antérieur :** Tenir un registre des accueils ·", "**Destinataires :** non renseignés",
		"Ministère de la Justice", "| A-2017-61 | Signer la convention<br>Priorité : haute |", "| 15/01/2018 |",
		"Ministère du Travail", "| A-2017-63 | Chiffrer le transport<br>Priorité : moyenne |", "| 31/01/2018 |",
		"Abri imaginaire", "| A-2017-62 | Recenser les abris<br>Axe : \\[EXEMPLE] Protection · Partenaires d’appui : EX-FAM |", "| T1 2018 |",
		"Affaires découlant des procès-verbaux", "**A-2017-02**", "En cours, avancement 75 % : Douze gares sur dix-huit", "**A-2017-31**", "Réalisée (déclarée)",
		"**A-2017-40**", "Échéance reportée au 28/02/2018 : Attente des comptes rendus",
		"**Point 9 – Calendrier de 2018** – reporté à la prochaine réunion. Motif : Le quorum n’y est plus",
	)
	reads(t, dir, "projet-de-pv-05-2017.md",
		"PROJET", "envoyée le 01/12/2017", "5", "Le quorum n’est pas atteint à l’ouverture. Il est atteint à 9 h 45, au point 1. Il n’est plus atteint à 9 h 55, au point 9.",
		"Le procès-verbal de la réunion tenue le jeudi 20 juillet 2017", "est adopté.",
		"| A-2017-02 |", "avancement 75 %", "Douze gares sur dix-huit", "| A-2017-12 |", "Bloquée (décision attendue)", "L’arrêté n’est pas signé",
		"| A-2017-31 |", "Réalisée (déclarée)", "| A-2017-40 |", "Échéance reportée au 28/02/2018", "Attente des comptes rendus",
		"Convention avec la Route fictive", "5 structures sur 8, quorum de 5 atteint", "Cheick Pointillé",
		"Adoptée par 4 voix pour et 1 contre, à main levée, 1 membre s’étant retiré",
		"### Point 9 – Calendrier de 2018 - **Examen :** à 10 h Le point est reporté à la prochaine réunion.", "Motif : Le quorum n’y est plus",
		"La séance a été levée alors que", "recommandation sans destinataire (R-2017-27)",
	)
}

// heldOn is the one meeting of a day.
func heldOn(t *testing.T, s *store.Store, on committee.Date) register.MeetingSheet {
	t.Helper()
	all := must(s.Meetings(background, register.Query{}))(t).Rows
	at := slices.IndexFunc(all, func(l register.MeetingLine) bool { return l.Starts == on })
	if at < 0 {
		t.Fatalf("no meeting is on %s", on)
	}
	return must(s.Meeting(background, all[at].ID))(t)
}

// item is the one item of a meeting whose title begins so.
func item(t *testing.T, sheet register.MeetingSheet, begins string) committee.AgendaItem {
	t.Helper()
	at := slices.IndexFunc(sheet.Items, func(i committee.AgendaItem) bool { return strings.HasPrefix(i.Title, begins) })
	if at < 0 {
		t.Fatalf("no item begins with %q", begins)
	}
	return sheet.Items[at]
}

func ordinaryKept(t *testing.T, sheet register.MeetingSheet) {
	t.Helper()
	m := sheet.Meeting
	if m.State != committee.Adjourned || m.Ref != "05/2017" || m.Notice != "2017-12-01" || m.Opened != "09:30" || m.Closed != "10:00" {
		t.Errorf("the meeting is %+v", m)
	}
	if len(m.Overridden) != 1 || m.Overridden[0].Check != committee.CheckAddressee || m.Overridden[0].Kind != committee.KindRecommendation {
		t.Errorf("passed over: %+v", m.Overridden)
	}
	if len(sheet.Items) != 11 || len(sheet.Attendance) != 13 {
		t.Errorf("%d items, %d on the list", len(sheet.Items), len(sheet.Attendance))
	}
	for _, i := range sheet.Items {
		want := committee.DealtWith
		if i.Title == "Calendrier de 2018" {
			want = committee.PutOff
		}
		if i.Outcome != want || i.UnderWay() {
			t.Errorf("%q is %+v", i.Title, i)
		}
	}
}

// presencesKept looks at the presence that each item and the vote keep.
func presencesKept(t *testing.T, s *store.Store, sheet register.MeetingSheet) {
	t.Helper()
	reckoned := func(base, required, present int) committee.Reckoning {
		return committee.Reckoning{Rule: true, Base: base, Required: required, Present: present}
	}
	if got := sheet.Meeting.Quorum; got != reckoned(9, 6, 5) {
		t.Errorf("at the opening: %+v", got)
	}
	convention := item(t, sheet, "Convention")
	for begins, want := range map[string]committee.Reckoning{
		"Ouverture": reckoned(9, 6, 6), "Affaires": reckoned(9, 6, 6), "Convention": reckoned(8, 5, 5), "Calendrier": reckoned(9, 6, 5), "Points divers": reckoned(9, 6, 5),
	} {
		if got := item(t, sheet, begins).Quorum; got != want {
			t.Errorf("%s: %+v, want %+v", begins, got, want)
		}
	}
	at := slices.IndexFunc(sheet.Entries, func(e committee.Entry) bool { return e.Kind == committee.EntryVote })
	if at < 0 {
		t.Fatal("the minutes hold no vote")
	}
	vote := sheet.Entries[at]
	if vote.Quorum != reckoned(8, 5, 5) || len(convention.Recused) != 1 || !slices.Equal(vote.Ballot.Recused, convention.Recused) {
		t.Errorf("the vote is %+v, under %+v", vote, convention)
	}
	d := must(s.Decision(background, vote.Decision))(t).Decision
	if d.Ref != "D-2017-14" || d.Outcome.State != committee.Adopted || d.Manner != committee.ShowOfHands || *d.Votes.For != 4 || *d.Votes.Against != 1 {
		t.Errorf("the decision is %+v", d)
	}
}

func mattersKept(t *testing.T, s *store.Store, m committee.MeetingID) {
	t.Helper()
	for ref, want := range map[string]struct {
		state   committee.ImplementationState
		percent int
	}{"A-2017-31": {committee.Declared, 100}, "A-2017-02": {committee.InProgress, 75}, "A-2017-12": {committee.Blocked, 40}} {
		sheet := sheetOf(t, s, ref)
		if i := sheet.Action.Implementation; i.State != want.state || i.Percent != want.percent {
			t.Errorf("%s is %+v", ref, i)
		}
		if !slices.ContainsFunc(sheet.Updates, func(u committee.Update) bool { return u.Meeting == m && u.On == "2017-12-15" }) {
			t.Errorf("no report on %s was given at the meeting: %+v", ref, sheet.Updates)
		}
	}
	if i := sheetOf(t, s, "A-2017-12").Action.Implementation; i.Cause != committee.ForDecision || i.Reason != "L’arrêté n’est pas signé" {
		t.Errorf("A-2017-12 is blocked for %+v", i)
	}
	late := sheetOf(t, s, "A-2017-40")
	if n := len(late.Extensions); n != 1 || late.Extensions[0].Meeting != m || late.Extensions[0].From != "2017-12-20" || late.Extensions[0].To != "2018-02-28" {
		t.Errorf("A-2017-40 was extended %+v", late.Extensions)
	}
}

func recommendationsKept(t *testing.T, s *store.Store, m committee.MeetingID) {
	t.Helper()
	for ref, want := range map[string]committee.DecisionState{"R-2017-25": committee.Deferred, "R-2017-26": committee.Adopted, "R-2017-27": committee.Amended} {
		l := only(t, must(s.Recommendations(background, register.Query{Filter: ref}))(t), nil)
		r := must(s.Recommendation(background, l.ID))(t).Recommendation
		if r.Outcome.State != want || r.Outcome.Meeting != m || r.Outcome.On != "2017-12-15" {
			t.Errorf("%s is %+v", ref, r.Outcome)
		}
		if ref != "R-2017-27" {
			continue
		}
		if len(r.Words) != 2 || r.Words[0].Text != "Tenir un registre des accueils" || r.Words[0].Adopted || r.Words.Text() != "Tenir un registre des accueils, sans aucun nom" {
			t.Errorf("its wordings are %+v", r.Words)
		}
	}
}

func actionsKept(t *testing.T, s *store.Store, m committee.MeetingID) {
	t.Helper()
	for ref, want := range map[string]struct {
		owner    string
		due      committee.Due
		priority committee.Priority
	}{
		"A-2017-61": {"EX-JUST", "2018-01-15", committee.High},
		"A-2017-62": {"EX-ABRI", "2018-Q1", ""},
		"A-2017-63": {"EX-TRAV", "2018-01-31", committee.Medium},
	} {
		sheet := sheetOf(t, s, ref)
		a := sheet.Action
		owner := sheet.Names[committee.Thing{Kind: committee.KindInstitution, ID: string(a.Institution)}]
		if owner.Short != want.owner || a.Due != want.due || a.Priority != want.priority || a.Meeting != m {
			t.Errorf("%s of %+v is %+v", ref, owner, a)
		}
	}
	if a := sheetOf(t, s, "A-2017-62").Action; len(a.Supporting) != 1 || a.Axis == "" {
		t.Errorf("A-2017-62 is %+v", a)
	}
}

// postponedComesBack looks for the item on the next meeting, as a link to this
// one's, which stays as it was.
func postponedComesBack(t *testing.T, s *store.Store, sheet register.MeetingSheet) {
	t.Helper()
	was, next := item(t, sheet, "Calendrier"), heldOn(t, s, "2018-01-18")
	at := slices.IndexFunc(next.Items, func(i committee.AgendaItem) bool { return i.From == was.ID })
	if at < 0 {
		t.Fatalf("the next meeting takes up %+v", next.Items)
	}
	if i := next.Items[at]; i.Title != was.Title || i.Outcome != committee.Pending || was.Note != "Le quorum n’y est plus" {
		t.Errorf("%+v is taken up as %+v", was, i)
	}
}
