package document_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// The form has the guests after those who did not come.
func TestGuestsComeAfterTheMembers(t *testing.T) {
	r := sitting()
	r.Attendance = append(r.Attendance, committee.Attendance{ID: "p6", Institution: "ong", Presence: committee.Absent})
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Présents", "### Représentés", "### Excusés", "### Absents", "### Invités, experts et observateurs", "## 3.")
}

// What is put to a vote in session is typed as a decision is worded: without a
// word before it, it would read as if it had been adopted.
func TestWhatIsPutToAVoteIsSaidToBe(t *testing.T) {
	r := sitting()
	vote := &r.Entries[2]
	for manner, said := range map[committee.Manner]string{
		committee.ShowOfHands: "**10 h 50** – Mis aux voix : L’article 3. - **Résultat :**",
		committee.Consensus:   "**10 h 50** – Mis en délibération : L’article 3. - **Résultat :**",
		"":                    "**10 h 50** – L’article 3. - **Résultat :**",
	} {
		vote.Text, vote.Ballot = "L’article 3.", committee.Ballot{Manner: manner}
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, strings.ReplaceAll(markdown, "* **", "- **"), said)
	}
}

// What is written below in the same words is put to the vote by its number.
func TestTheWordsPutToAVoteAreNotSaidTwice(t *testing.T) {
	r := sitting()
	vote := &r.Entries[2]
	for manner, said := range map[committee.Manner]string{
		committee.ShowOfHands: "**10 h 50** – Mis aux voix : la décision D-2018-01. - **Résultat :**",
		committee.Consensus:   "**10 h 50** – Mis en délibération : la décision D-2018-01. - **Résultat :**",
	} {
		vote.Text, vote.Ballot = "L’article 3 est adopté.", committee.Ballot{Manner: manner}
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, strings.ReplaceAll(markdown, "* **", "- **"), said, "> L’article 3 est adopté.", "## 9. Récapitulation")
		if before, _, _ := strings.Cut(markdown, "## 9."); strings.Count(before, "article 3 est adopt") != 1 {
			t.Errorf("the words are said again:\n%s", before)
		}
	}
	vote.Text, vote.Ballot.Manner = "Motion d’ajournement\u00a0: L’article 3 est adopté.", committee.ShowOfHands
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Mis aux voix : l’ajournement de la décision D-2018-01.")
}

// What was counted in session stays when the list is corrected afterwards, and
// the minutes say so beside it.
func TestTheCountedPresenceIsSaidToBeOfTheSession(t *testing.T) {
	r := sitting()
	markdown, _ := written(t, document.Minutes(r))
	if strings.Contains(markdown, "corrigée après") {
		t.Error("a list that was not corrected is said to be")
	}
	r.Relisted = true
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "## 3. Quorum", "La liste de présence a été corrigée après la réouverture : les présences comptées ici", "## 4.")
	if said := document.Quorum(r, i18n.For(committee.French)); !strings.Contains(said, "corrigée après") {
		t.Errorf("the summary says %q", said)
	}
}

// The presence says in what something was settled; where nothing was, it says
// nothing.
func TestThePresenceIsOfWhatWasSettled(t *testing.T) {
	r := sitting()
	at := func(heading string) string {
		markdown, _ := written(t, document.Minutes(r))
		_, item, _ := strings.Cut(markdown, heading)
		item, _, _ = strings.Cut(item, "\n##")
		return spaced(item)
	}
	for _, outcome := range []committee.ItemOutcome{committee.PutOff, committee.ItemWithdrawn, committee.Referred, committee.Pending} {
		if r.Items[3].Outcome = outcome; strings.Contains(at("### Point 4"), "Présence") {
			t.Errorf("%s: %s", outcome, at("### Point 4"))
		}
	}
	r.Entries = append(r.Entries, committee.Entry{ID: "e9", Item: "i4", Kind: committee.EntryVote, Text: "Huis clos"})
	if said := at("### Point 4"); !strings.Contains(said, "**Présence :** 2 structures sur 5 présentes ou représentées, quorum de 3 non atteint") {
		t.Errorf("voted upon: %s", said)
	}
	r.Entries = r.Entries[:len(r.Entries)-1]
	r.Decisions[0].Item = "i4"
	if said := at("### Point 4"); !strings.Contains(said, "**Présence :**") {
		t.Errorf("decided upon: %s", said)
	}
}

// An item that was dealt with on several half-days tells the presence on each.
func TestThePresenceOnEachHalfDayOfAnItem(t *testing.T) {
	r := sitting()
	r.Meeting.Kind, r.Meeting.Ends = committee.Workshop, "2018-01-19"
	stage := func(half committee.HalfDay, present int) register.Stage {
		return register.Stage{Half: half, Quorum: committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: present}}
	}
	r.Stages = map[committee.AgendaItemID][]register.Stage{"i3": {stage(committee.HalfDay{Day: 1, Afternoon: true}, 2), stage(committee.HalfDay{Day: 2}, 4)}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 3", "**Présence :** J1 après-midi : 2 structures sur 5 présentes ou représentées, quorum de 3 non atteint\\ J2 matin : 4 structures sur 5 présentes ou représentées, quorum de 3 atteint")
	r.Stages["i3"][0] = stage(committee.HalfDay{Day: 1, Afternoon: true}, 4)
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 3", "**Présence :** 4 structures sur 5 présentes ou représentées, quorum de 3 atteint")
}

// An item that was taken up, and neither concluded nor put off, does not end in
// silence.
func TestAnItemThatWasNotConcluded(t *testing.T) {
	r := sitting()
	r.Attendance = nil
	r.Items = []committee.AgendaItem{{
		ID: "i1", Meeting: "m", Title: "Budget", Spans: []committee.Span{{On: "2018-01-18", From: "10:05", To: "10:05"}, {On: "2018-01-18", From: "10:20", To: "10:30"}},
	}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Budget - **Examen :** de 10 h 20 à 10 h 30 Les échanges ne sont pas renseignés. L’examen du point n’est pas achevé.",
		"### Points qui restent à traiter", "| 1. Budget | L’examen du point n’est pas achevé. |")
	r.Items[0].Spans[1].To = ""
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Budget", "Le point est en cours d’examen.")
	if strings.Contains(spaced(markdown), "pas achevé") || strings.Contains(spaced(markdown), "Les échanges") {
		t.Errorf("under way, it is said to be over:\n%s", markdown)
	}
}

// An item that was only passed by on the way to another was not examined; one of
// which a line was written within a minute, or that was concluded in it, was.
func TestAnItemThatWasPassedByWasNotExamined(t *testing.T) {
	r := sitting()
	r.Attendance = nil
	at := func(c committee.Clock) committee.Span { return committee.Span{On: "2018-01-18", From: c, To: c} }
	passed := committee.AgendaItem{ID: "i1", Meeting: "m", Title: "Budget", Spans: []committee.Span{at("10:05"), at("10:06"), at("10:06")}}
	r.Items, r.Entries = []committee.AgendaItem{passed}, nil
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Budget Le point n’a pas été traité.", "| 1. Budget | Le point n’a pas été traité. |")
	r.Entries = []committee.Entry{{ID: "e1", Item: "i1", At: "10:06", Kind: committee.Note, Text: "Un mot."}}
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Budget - **Examen :** à 10 h 06 * **10 h 06** – Un mot. L’examen du point n’est pas achevé.")
	r.Items[0].Outcome, r.Entries[0].At = committee.DealtWith, "10:05"
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Budget - **Examen :** à 10 h 05 et à 10 h 06 * **10 h 05** – Un mot.")
}

// What was put off or rejected without a vote is not said to have been when it
// was proposed, nor before what happened in between.
func TestWhatWasPutOffIsWrittenAfterItsProposal(t *testing.T) {
	r := sitting()
	other := r.Recommendations[0]
	other.ID, other.Ref, other.Item = "r2", "R-2018-02", "i3"
	r.Recommendations = append(r.Recommendations, other)
	r.Recommendations[0].Words = committee.Wordings{{Number: 1, Text: "Former.", On: "2018-01-18"}}
	r.Entries[4].Text = "Former."
	r.Entries = append(r.Entries, committee.Entry{ID: "e7", Item: "i3", At: "11:18", Kind: committee.EntryRecommendation, Text: "Former chaque année.", Recommendation: "r2"})
	for state, said := range map[committee.DecisionState]string{committee.Deferred: "ajournée", committee.Rejected: "rejetée"} {
		r.Recommendations[0].Outcome = committee.Deliberation{State: state, Meeting: "m", On: "2018-01-18", Reason: "À chiffrer."}
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, markdown, "### Point 3", "**11 h 15** – Recommandation R-2018-01 (proposée) : Former.", "**11 h 18 – Recommandation R-2018-02**",
			"**Recommandation R-2018-01** ("+said+") > Former.", "**Motif :** À chiffrer.", "### Point 4")
		if n := strings.Count(markdown, "Recommandation R-2018-01"); n != 2 {
			t.Errorf("%s: it is there %d times:\n%s", state, n, markdown)
		}
	}
}

// A remark on a matter is printed as one: that the matter is left as it is, nobody
// said; an answer without a remark says so.
func TestARemarkIsPrintedAsOne(t *testing.T) {
	r := sitting()
	r.Advised[0].FollowUps = []committee.FollowUp{{Meeting: "m", On: "2018-01-18", Text: "Un rapport écrit est demandé."}}
	r.Extensions, r.Updates = nil, []committee.Update{{Action: "old", On: "2018-01-18", Text: "À revoir en mars.", Meeting: "m"}}
	for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
		markdown, _ := written(t, paper)
		inOrder(t, markdown, "Observation : Un rapport écrit est demandé.", "Observation : À revoir en mars.")
	}
	r.Advised[0].FollowUps[0].Text, r.Updates[0].Text = "laissé en l’état", "left as it is"
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "| Laissée en l’état |", "| Laissée en l’état |")
	r.Advised[0].FollowUps[0].Text, r.Meeting.Language = "To be watched.", committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "| Remark: To be watched. |", "| Left as it is |")
}

func TestEnglishMinutesSpeakAsMinutesDo(t *testing.T) {
	r := sitting()
	r.Meeting.Language, r.Meeting.Quorum, r.Next = committee.English, committee.Reckoning{}, &committee.Meeting{Starts: "2018-05-17", StartTime: "10:00"}
	r.Counted = committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: 4}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "**Kind:** ordinary meeting", "| Name | Function | Institution | Capacity |", "4 institutions (according to the attendance list)",
		"The next meeting is to be held on Thursday 17 May 2018 at 10:00.")
	r.Meeting.Group = "g"
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "No quorum was required of a working-group meeting.")
}

// Who signs is who the committee says signs, in that order; the names are those
// that the meeting tells, and the others are written by hand.
func TestTheSignatoriesOfTheCommitteeSign(t *testing.T) {
	r := sitting()
	r.Committee.Signatories = "Secrétaire de séance\n\nMinistre de la Justice, garde des Sceaux\nPrésident(e) de séance\n"
	markdown, plain := written(t, document.Minutes(r))
	inOrder(t, markdown, "Signatures et diffusion", "| Secrétaire de séance | Ministre de la Justice, garde des Sceaux | Président(e) de séance |",
		"| Ali Diarra<br>……………………………… | ……………………………… | Awa Traoré<br>……………………………… |", "**Liste de diffusion :**")
	inOrder(t, plain, "Secrétaire de séance Ministre de la Justice, garde des Ali Diarra Sceaux", "……", "Président(e) de séance Awa Traoré")
	if strings.Contains(markdown, "Pour la présidence") {
		t.Errorf("others sign than those who were named:\n%s", markdown)
	}
	for _, usual := range []string{"", "Président(e) de séance, puis secrétaire de séance"} {
		r.Committee.Signatories = usual
		markdown, _ = written(t, document.Minutes(r))
		inOrder(t, markdown, "| Pour la présidence de séance | Pour le secrétariat de séance |", "| Awa Traoré<br>……………………………… | Ali Diarra<br>……………………………… |")
	}
}

// A session that was reopened says so, when, by whom and why, where it says when
// it rose.
func TestThePapersSayThatTheSessionWasReopened(t *testing.T) {
	r := sitting()
	r.Reopened = []register.Reopening{
		{On: "2018-01-19", At: "09:12", By: "Ali Diarra", Why: "Une décision oubliée"}, {On: "2018-01-22", At: "08:00", Why: "Une faute"},
	}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "## 10. Prochaine réunion", "La séance est levée à 12 h. Le quorum n’était alors plus atteint.",
		"La séance est rouverte le vendredi 19 janvier 2018 à 9 h 12 pour correction, par Ali Diarra. Motif : Une décision oubliée",
		"La séance est rouverte le lundi 22 janvier 2018 à 8 h pour correction. Motif : Une faute", "## 11.")
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "La séance est levée à 12 h.", "La séance est rouverte", "## 1.")
	r.Meeting.Language, r.Meeting.Kind = committee.English, committee.Workshop
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "The workshop was reopened on Friday 19 January 2018 at 09:12 for a correction, by Ali Diarra. Reason: Une décision oubliée")
}

// Whoever attends or votes through another is said to: by whom, and as what.
func TestWhoIsRepresentedIsSaidToBe(t *testing.T) {
	r := sitting()
	r.Attendance[2].RepresentedAs, r.Attendance[2].Remote = committee.QualityUnsaid, false
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Représentés", "| Directrice | Ministère de la Justice | Ibra (par procuration) |",
		"**Voix nominatives :** Awa Traoré, Ministère de la Justice : pour", "Directrice (Ministère de la Justice), représenté par Ibra (par procuration) : abstention")
	r.Meeting.Language, r.Attendance[2].RepresentedAs = committee.English, committee.AsAlternate
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Represented", "Ibra (alternate)", "represented by Ibra (alternate): abstention")
	// In a workshop the half-day of the vote tells.
	r.Meeting.Kind, r.Meeting.Ends = committee.Workshop, "2018-01-19"
	r.Attendance[2].HalfDays = []committee.HalfDay{{Day: 1, Presence: committee.Present}, {Day: 2, Presence: committee.Represented}}
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "**Votes by name:**", "Directrice (Ministère de la Justice): abstention")
}

// Of a session of which nothing was written the papers say so once, and no more
// than is known.
func TestASessionOfWhichNothingWasWritten(t *testing.T) {
	r := sitting()
	r = register.MeetingRecord{Committee: r.Committee, Meeting: r.Meeting, Names: r.Names}
	r.Items = []committee.AgendaItem{{ID: "i1", Meeting: "m", Title: "Ouverture", Purpose: committee.Opening}, {ID: "i2", Meeting: "m", Title: "Budget"}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "La séance est levée à 12 h. Rien n’a été consigné au cours de cette séance. ## 2.",
		"### Point 1 – Ouverture Rien n’est consigné sous ce point. ### Point 2 – Budget Le point n’a pas été traité.")
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "La séance est levée à 12 h. Rien n’a été consigné au cours de cette séance. ## 1. Décisions Aucune décision n’est inscrite.")
	r.Meeting.Kind, r.Meeting.Language = committee.Workshop, committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "Nothing was recorded during the workshop.", "Nothing is recorded under this item.")
	r.Meeting.State = committee.InSession
	said, _ := written(t, document.Minutes(r))
	filled, _ := written(t, document.Minutes(sitting()))
	for _, markdown := range []string{said, filled} {
		if strings.Contains(markdown, "Nothing was recorded during") || strings.Contains(markdown, "Rien n’a été consigné") {
			t.Errorf("it is said of\n%s", markdown)
		}
	}
}

// Of a session that put an item off or settled one nobody can say that nothing was
// recorded.
func TestASessionThatPutsAnItemOffRecordedThat(t *testing.T) {
	r := sitting()
	r = register.MeetingRecord{Committee: r.Committee, Meeting: r.Meeting, Names: r.Names}
	for _, outcome := range []committee.ItemOutcome{committee.PutOff, committee.DealtWith, committee.ItemWithdrawn} {
		for lang, empty := range map[committee.Language]string{committee.French: "Rien n’a été consigné", committee.English: "Nothing was recorded"} {
			r.Meeting.Language = lang
			r.Items = []committee.AgendaItem{{ID: "i1", Meeting: "m", Title: "Ouverture", Purpose: committee.Opening}, {ID: "i2", Meeting: "m", Title: "Budget", Outcome: outcome}}
			for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
				if markdown, _ := written(t, paper); strings.Contains(spaced(markdown), empty) {
					t.Errorf("%s: it is said of\n%s", outcome, markdown)
				}
			}
		}
	}
}

// What an action lacked when the session rose is said by its name, where it still
// lacks it.
func TestTheRemarksSayWhatAnActionLacks(t *testing.T) {
	r := sitting()
	a := &r.Actions[0]
	owner, due := a.Institution, a.Due
	for _, c := range []struct {
		owner           committee.InstitutionID
		due             committee.Due
		french, english string
	}{
		{"", "", "action sans responsable ni échéance (A-2018-01)", "action with neither owner nor due date (A-2018-01)"},
		{"", due, "action sans responsable (A-2018-01)", "action without owner (A-2018-01)"},
		{owner, "", "action sans échéance (A-2018-01)", "action without due date (A-2018-01)"},
		{owner, due, "action sans responsable ou sans échéance (A-2018-01)", "action without owner or due date (A-2018-01)"},
	} {
		a.Institution, a.Due = c.owner, c.due
		for lang, want := range map[committee.Language]string{committee.French: c.french, committee.English: c.english} {
			r.Meeting.Language = lang
			markdown, _ := written(t, document.Minutes(r))
			inOrder(t, markdown, want)
		}
	}
}

// What was settled without the quorum is said for what it is.
func TestTheRemarksSayWhatWasSettledWithoutTheQuorum(t *testing.T) {
	r := sitting()
	missed := func(k committee.Kind, id string) committee.Override {
		return committee.Override{Check: committee.CheckMissed, Kind: k, Thing: id}
	}
	r.Meeting.Overridden = []committee.Override{missed(committee.KindDecision, "d1"), missed(committee.KindRecommendation, "r1"), missed(committee.KindEntry, "e3")}
	r.Names[thing(committee.KindDecision, "d1")] = register.Name{Ref: "D-2018-01"}
	r.Names[thing(committee.KindRecommendation, "r1")] = register.Name{Ref: "R-2018-01"}
	r.Names[thing(committee.KindEntry, "e3")] = register.Name{Full: "Article 3."}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "- décision prise sans le quorum requis (D-2018-01)", "- recommandation tranchée sans le quorum requis (R-2018-01)", "- vote tenu sans le quorum requis : Article 3.")
	r.Meeting.Language = committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "- decision taken without the quorum required (D-2018-01)", "- recommendation settled without", "- vote held without")
}

// Within a minute what happened is told as it was noted: the quorum that was lost by
// those who stood back, found again under the next item, and lost as somebody left.
func TestWithinAMinuteThingsAreToldAsTheyWereNoted(t *testing.T) {
	q := func(present int) committee.Reckoning {
		return committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: present}
	}
	r := sitting()
	r.Decisions, r.Meeting.Quorum = nil, q(3)
	spans := []committee.Span{{On: "2018-01-18", From: "10:20", To: "10:20"}}
	r.Items = []committee.AgendaItem{
		{ID: "i1", Meeting: "m", Title: "Premier", Spans: spans, Quorum: q(2)},
		{ID: "i2", Meeting: "m", Title: "Second", Spans: spans, Quorum: q(2)},
	}
	r.Entries = []committee.Entry{
		{ID: "e1", Item: "i1", At: "10:20", Kind: committee.EntryVote, Text: "Vote", Quorum: q(2)},
		{ID: "e2", Item: "i2", At: "10:20", Kind: committee.EntryVote, Text: "Second vote", Quorum: q(2)},
	}
	r.Attendance = []committee.Attendance{{ID: "p2", Person: "ali", Presence: committee.Present, Movements: []committee.Movement{{At: "10:20", Item: "i2"}}}}
	r.Noted = map[string]int64{"e1": 11, "i1": 12, register.MovementKey("p2", 0): 13, "e2": 14, "i2": 15}
	r.Turns = []register.Turn{
		{Item: "i2", On: "2018-01-18", At: "10:20", Seq: 12, Quorum: q(3)}, {Item: "i2", On: "2018-01-18", At: "10:20", Seq: 13, Quorum: q(2)},
	}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Le quorum est atteint à l’ouverture. Il n’est plus atteint à 10 h 20, au point 1. Il est atteint à 10 h 20, au point 2. Il n’est plus atteint à 10 h 20, au point 2.",
		"### Point 2", "Départ : Ali Diarra", "Second vote")
}

// What was added in session is said to be adopted with the agenda only where it
// was on it by then, and nothing is where a decision says so itself.
func TestTheAgendaIsAdoptedWithWhatWasOnIt(t *testing.T) {
	sentence, without := "L’ordre du jour est adopté, avec les points ajoutés en séance.", "L’ordre du jour est adopté. "
	r := sitting()
	r.Unadopted = map[committee.AgendaItemID]bool{"i4": true}
	markdown, _ := written(t, document.Minutes(r))
	if said := spaced(markdown); strings.Contains(said, sentence) || !strings.Contains(said, without) || !strings.Contains(said, "Point urgent (point ajouté en séance)") {
		t.Errorf("of an item that was added later:\n%s", markdown)
	}
	r.Items[4].Late = true
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "L’ordre du jour est adopté, avec les points ajoutés en séance jusque-là.")
	r = sitting()
	own := r.Decisions[0]
	own.ID, own.Ref, own.Item = "d2", "D-2018-02", r.Items[0].ID
	own.Words = committee.Wordings{{Number: 1, Text: "L’ordre du jour est adopté tel qu’amendé.", On: "2018-01-18", Meeting: "m", Adopted: true}}
	r.Decisions = append(r.Decisions, own)
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "Point urgent (point ajouté en séance)", "**Décision D-2018-02**", "L’ordre du jour est adopté tel qu’amendé.")
	if said := spaced(markdown); strings.Contains(said, sentence) || strings.Contains(said, without) {
		t.Errorf("the program says so beside the decision:\n%s", markdown)
	}
}
