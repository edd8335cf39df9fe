package document_test

import (
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
)

func amount(n int64) *committee.Amount { a := committee.Amount(n); return &a }

// What was typed of an action in its line is in both papers, in the order of the
// roadmap; what was not typed takes no room.
func TestSupportCostAndPriorityOfAnAction(t *testing.T) {
	r := sitting()
	a := &r.Actions[0]
	a.Supporting, a.Cost, a.Priority, a.Axis, a.Group = []committee.InstitutionID{"ong"}, amount(2_000_000), committee.High, "x", "g"
	r.Names[thing(committee.KindAxis, "x")] = register.Name{Full: "Prévention"}
	r.Recommendations[0].Axis, r.Recommendations[0].Priority = "x", committee.Low
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Action A-2018-01", "**Axe :** Prévention", "**Groupe de travail :** Groupe Finances", "**Responsable :** Directrice (Ministère de la Justice)", "**Partenaires d’appui :** Réseau Abri",
		"**Échéance :** 31/03/2018", "**Coût prévu :** 2 000 000 FCFA", "**Priorité :** haute",
		"Recommandation R-2018-01**", "**Axe :** Prévention", "**Destinataires :**", "**Priorité :** basse",
		"## 9. Récapitulation", "| R-2018-01 | Former chaque année.<br>Axe : Prévention · Groupe de travail : Groupe Finances · Priorité : basse |",
		"| A-2018-01 | Saisir la tutelle<br>Axe : Prévention · Groupe de travail : Groupe Finances · Partenaires d’appui : Abri · Coût prévu : 2 000 000 FCFA · Priorité : haute |")
	markdown, plain := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "**Recommandation R-2018-01**", "**Axe :** Prévention", "**Priorité :** basse",
		"| A-2018-01 | Saisir la tutelle<br>Axe : Prévention · Groupe de travail : Groupe Finances · Partenaires d’appui : Abri · Coût prévu : 2 000 000 FCFA · Priorité : haute | Directrice | 31/03/2018 |")
	for _, l := range strings.Split(plain, "\n") {
		if len([]rune(l)) > 78 {
			t.Errorf("a line of %d columns: %s", len([]rune(l)), l)
		}
	}
	r.Meeting.Language = committee.English
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "Saisir la tutelle<br>Axis: Prévention · Working group: Groupe Finances · Supporting partners: Abri · Planned cost: 2,000,000 FCFA · Priority: high")
	markdown, _ = written(t, document.RecordOfDecisions(sitting()))
	inOrder(t, markdown, "| A-2018-01 | Saisir la tutelle | Directrice | 31/03/2018 |")
}

// The record says how each vote ended beside what it was about, once.
func TestTheRecordSaysHowVotesEnded(t *testing.T) {
	r := sitting()
	r.Entries[2].Votes, r.Entries[2].Ballot = committee.Votes{For: some(7), Against: some(1), Abstain: some(2)}, committee.Ballot{Manner: committee.ShowOfHands}
	r.Decisions[0].Votes = r.Entries[2].Votes
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "**Décision D-2018-01** (adoptée) > L’article 3 est adopté.", "**Vote :** Adoptée par 7 voix pour, 1 contre et 2 abstentions, à main levée", "## 2.")
	if n := strings.Count(spaced(markdown), "7 voix pour"); n != 1 {
		t.Errorf("the count is there %d times:\n%s", n, markdown)
	}
	vote := r.Entries[2]
	vote.ID, vote.Decision, vote.Recommendation, vote.Text = "v2", "", "r1", "Former chaque année."
	r.Entries = append(r.Entries, vote)
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 2.", "**Recommandation R-2018-01**", "**Vote :** Adoptée par 7 voix pour", "**Destinataires :**", "## 3.")
}

// A motion to put off that is lost is not taken for an adoption, and a rejection
// gives its reason once.
func TestTheRecordTellsMotionsFromVotes(t *testing.T) {
	r := sitting()
	r.Entries[2].Votes, r.Entries[2].Ballot = committee.Votes{For: some(1), Against: some(7)}, committee.Ballot{Manner: committee.ShowOfHands}
	r.Entries[2].Text = "Motion d’ajournement\u00a0: L’article 3 est adopté."
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "**Décision D-2018-01**", "**Vote :** Motion d’ajournement : Rejetée par 1 voix pour et 7 contre, à main levée")
	r.Entries[2].Text = "Article 3."
	r.Decisions[0].Outcome = committee.Deliberation{State: committee.Rejected, Meeting: "m", On: "2018-01-18", Reason: "Rejetée par 1 voix pour et 7 contre, à main levée"}
	for _, paper := range []document.Document{document.RecordOfDecisions(r), document.Minutes(r)} {
		markdown, _ = written(t, paper)
		if strings.Contains(markdown, "**Motif") {
			t.Errorf("the result is given again as the reason:\n%s", markdown)
		}
	}
}

// A vote on a free question settles nothing that has a number; its result is
// nonetheless what the meeting decided.
func TestTheRecordHoldsFreeVotes(t *testing.T) {
	r := sitting()
	r.Decisions, r.Entries = nil, []committee.Entry{{
		ID: "v", Item: "i3", Kind: committee.EntryVote, Text: "Siéger à huis clos", Ballot: committee.Ballot{Manner: committee.Consensus},
	}}
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 1. Décisions", "est adopté. Mis en délibération : Siéger à huis clos **Vote :** Oui, par consensus ## 2.")
	r.Entries[0].Quorum = committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: 2}
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "Siéger à huis clos **Présence :** 2 structures sur 5 présentes ou représentées, quorum de 3 non atteint", "**Vote :** Oui, par consensus", "## 2.")
}

func TestTheRecordSaysWhichMinutesWereAdopted(t *testing.T) {
	r := sitting()
	r.Decisions = nil
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 1. Décisions", "Le procès-verbal de la réunion tenue le vendredi 1er décembre 2017 (réunion ordinaire n° 03/2017) est adopté.", "## 2.")
	if strings.Contains(markdown, "Aucune décision") {
		t.Errorf("minutes were adopted, and nothing was decided:\n%s", markdown)
	}
}

// Where items went, and why.
func TestTheRecordSaysWhereItemsWent(t *testing.T) {
	r := sitting()
	r.Items[4].Note = "Chiffrage à refaire."
	gone := committee.AgendaItem{ID: "i7", Meeting: "m", Title: "Logo", Outcome: committee.ItemWithdrawn}
	r.Items = append(r.Items, gone)
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 5. Points reportés, renvoyés ou retirés",
		"**Point 4 – Point urgent** – reporté à la prochaine réunion. Motif : Quorum perdu.",
		"**Point 5 – Budget** – renvoyé à un groupe de travail (Groupe Finances). Motif : Chiffrage à refaire.",
		"**Point 7 – Logo** – retiré de l’ordre du jour")
	if strings.Contains(markdown, "Divers") {
		t.Errorf("an item that was only not reached went nowhere:\n%s", markdown)
	}
}

// What was answered on matters arising; a matter that was left as it is without
// a word is in the minutes only.
func TestTheRecordSaysWhatWasAnswered(t *testing.T) {
	r := sitting()
	quiet := r.Followed[0]
	quiet.ID, quiet.Ref, quiet.Text = "quiet", "A-2017-08", "Ne rien changer"
	r.Followed = append(r.Followed, quiet)
	r.Updates = append(r.Updates, committee.Update{Action: "quiet", Text: "laissé en l’état", Meeting: "m"})
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 4. Affaires découlant des procès-verbaux",
		"- **R-2017-03** Publier l’arrêté.\\ En cours, avancement 60 %\\ Échéance reportée au 31/03/2018 : Signature attendue",
		"- **A-2017-07** Équiper les gares\\ Bloquée (financement), avancement 40 % : En attente de crédits\\ Échéance reportée au 31/03/2018 : Crédits en avril")
	if strings.Contains(markdown, "A-2017-08") {
		t.Errorf("it holds what was left as it is:\n%s", markdown)
	}
	r.Followed, r.Advised = nil, nil
	r.Items = slices.DeleteFunc(r.Items, func(i committee.AgendaItem) bool { return i.Outcome != committee.DealtWith })
	markdown, _ = written(t, document.RecordOfDecisions(r))
	if strings.Contains(markdown, "## 4.") {
		t.Errorf("a part with nothing in it:\n%s", markdown)
	}
}

// That the agenda is adopted is said once: in the words of the meeting, where it
// said so itself.
func TestTheAgendaIsAdoptedOnce(t *testing.T) {
	r := sitting()
	r.Items = slices.DeleteFunc(r.Items, func(i committee.AgendaItem) bool { return i.Late })
	r.Entries = append(r.Entries, committee.Entry{ID: "e0", Item: "i1", Kind: committee.Note, Text: "L’ordre du jour est adopté."})
	markdown, _ := written(t, document.Minutes(r))
	if n := strings.Count(spaced(markdown), "L’ordre du jour est adopté."); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, markdown)
	}
	r.Entries = r.Entries[:len(r.Entries)-1]
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "## 4.", "L’ordre du jour est adopté.", "## 5.")
}

// A meeting that answers a matter once more takes its first answer back: only the
// one that stands is in the papers; a new due date stands beside a progress.
func TestAnAnswerThatWasTakenBackIsInNoPaper(t *testing.T) {
	on := committee.Date("2018-01-18")
	done := committee.Update{ID: "1", Action: "old", On: on, Text: "réalisation déclarée en séance", State: committee.Declared, Meeting: "m"}
	half := committee.Update{ID: "3", Action: "old", On: on, State: committee.InProgress, Percent: some(80), Text: "Reste la recette", Meeting: "m"}
	r := sitting()
	r.Updates, r.Extensions[0].ID = []committee.Update{done, half}, "2"
	r.Advised[0].FollowUps = []committee.FollowUp{
		{Meeting: "m", On: on, State: committee.Declared, Text: "Publié."},
		{Meeting: "m", On: on, Text: "Attendre le décret."},
		{Meeting: "m", On: on, Text: "Le relancer en mars."},
	}
	for _, paper := range []document.Document{document.RecordOfDecisions(r), document.Minutes(r)} {
		markdown, _ := written(t, paper)
		inOrder(t, markdown, "Observation : Attendre le décret.", "Observation : Le relancer en mars.",
			"Échéance reportée au 31/03/2018 : Crédits en avril", "En cours, avancement 80 % : Reste la recette")
		if strings.Contains(markdown, "Réalisée") {
			t.Errorf("what was taken back is printed:\n%s", markdown)
		}
	}
	done.ID = "4" // and now it is done
	r.Updates = []committee.Update{half, done}
	markdown, _ := written(t, document.Minutes(r))
	if strings.Contains(markdown, "80 %") || !strings.Contains(markdown, "Réalisée") {
		t.Errorf("done does not stand alone:\n%s", markdown)
	}
}
