package document_test

import (
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
)

func thing(k committee.Kind, id string) committee.Thing { return committee.Thing{Kind: k, ID: id} }

func some(n int) *int { return &n }

// agendaOf is the agenda of a session in which much happened.
func agendaOf(rule func(int) committee.Reckoning) []committee.AgendaItem {
	on := committee.Date("2018-01-18")
	span := func(from, to committee.Clock) []committee.Span { return []committee.Span{{On: on, From: from, To: to}} }
	item := func(id, title string, spans []committee.Span) committee.AgendaItem {
		return committee.AgendaItem{ID: committee.AgendaItemID(id), Meeting: "m", Title: title, Kind: committee.Discussion, Outcome: committee.DealtWith, Spans: spans}
	}
	adoption := item("i1", "Adoption de l’ordre du jour", span("10:05", "10:10"))
	adoption.Purpose = committee.AgendaAdoption
	matters := item("i2", "Affaires découlant du procès-verbal", span("10:10", "10:30"))
	matters.Purpose = committee.MattersArising
	vote := item("i3", "Règlement intérieur", span("10:30", "11:20"))
	vote.Recused, vote.Quorum = []committee.AttendanceID{"p4"}, rule(4)
	late := item("i4", "Point urgent", span("11:20", "11:30"))
	late.Late, late.Quorum, late.Outcome, late.Note = true, rule(2), committee.PutOff, "Quorum perdu."
	referred := item("i5", "Budget", nil)
	referred.Outcome, referred.ReferredTo, referred.From = committee.Referred, "g", "earlier"
	left := item("i6", "Divers", nil)
	left.Outcome, left.Kind = committee.Pending, committee.AnyOtherBusiness
	return []committee.AgendaItem{adoption, matters, vote, late, referred, left}
}

// linesOf are its minutes.
func linesOf(rule func(int) committee.Reckoning) []committee.Entry {
	reckoned := func(e committee.Entry, q committee.Reckoning) committee.Entry { e.Quorum = q; return e }
	return []committee.Entry{
		{ID: "e1", Item: "i3", At: "10:35", Kind: committee.Note, Text: "Présentation du projet."},
		{ID: "e2", Item: "i3", At: "10:40", Kind: committee.Statement, Text: "Réserve sur l’article 3.", Speaker: "dir"},
		reckoned(committee.Entry{ID: "e3", Item: "i3", At: "10:50", Kind: committee.EntryVote, Text: "Article 3.", Decision: "d1", Votes: committee.Votes{For: some(1), Against: some(1), Abstain: some(1), None: some(0)}, Ballot: committee.Ballot{
			Manner: committee.ByName, Casting: committee.VoiceFor, Recused: []committee.AttendanceID{"p4"},
			Named: []committee.NamedVoice{{Attendance: "p1", Voice: committee.VoiceFor}, {Attendance: "p2", Voice: committee.VoiceAgainst}, {Attendance: "p3", Voice: committee.VoiceAbstain}},
		}}, rule(4)),
		{ID: "e4", Item: "i3", At: "11:12", Kind: committee.EntryAction, Text: "Saisir la tutelle", Action: "a1"},
		{ID: "e5", Item: "i3", At: "11:15", Kind: committee.EntryRecommendation, Text: "x", Recommendation: "r1"},
		{ID: "e6", Item: "i4", At: "11:21", Kind: committee.Difficulty, Text: "Plus assez de membres."},
	}
}

// peopleOf is its attendance list.
func peopleOf() []committee.Attendance {
	return []committee.Attendance{
		{ID: "p1", Person: "awa", Institution: "min", Presence: committee.Present, Quality: committee.AsTitular},
		{ID: "p2", Person: "ali", Institution: "min", Presence: committee.Present, Movements: []committee.Movement{{At: "10:32", Arrival: true}, {At: "11:20"}}},
		{ID: "p3", Function: "dir", Presence: committee.Represented, RepresentedBy: "Ibra", RepresentedAs: committee.AsAlternate, Remote: true},
		{ID: "p4", Institution: "ong", Presence: committee.Present, Quality: committee.AsObserver},
		{ID: "p5", Institution: "ong", Presence: committee.Excused},
	}
}

// sitting is the record of that session.
func sitting() register.MeetingRecord {
	on, due := committee.Date("2018-01-18"), committee.Due("2018-03-31")
	rule := func(present int) committee.Reckoning {
		return committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: present}
	}
	return register.MeetingRecord{
		Committee: committee.Committee{
			Name: "Comité", Confidentiality: "interne", Distribution: "Membres du Comité\nCabinet du ministre", Header: "RÉPUBLIQUE\nMINISTÈRE", Language: committee.French,
			Quorum: committee.Quorum{Base: committee.BaseInstitutions, Numerator: 1, Denominator: 2, Proxies: committee.Yes},
		},
		Meeting: committee.Meeting{
			ID: "m", Mark: committee.Mark{Ref: "01/2018"}, Kind: committee.Ordinary, State: committee.Adjourned, Title: "Réunion ordinaire", Place: "Salle",
			Starts: on, Notice: "2018-01-08", Opened: "10:05", Closed: "12:00", Chair: "awa", Secretary: "ali", Minutes: committee.Minutes{State: committee.MinutesDraft},
			Pauses: []committee.Span{{On: on, From: "11:00", To: "11:10"}}, Quorum: rule(3),
			Confidentiality: "diffusion restreinte",
			Overridden:      []committee.Override{{Check: committee.CheckAction, Kind: committee.KindAction, Thing: "a1"}, {Check: committee.CheckAttendance}},
		},
		Items:      agendaOf(rule),
		Entries:    linesOf(rule),
		Attendance: peopleOf(),
		Decisions: []committee.Decision{{
			ID: "d1", Mark: committee.Mark{Ref: "D-2018-01"}, On: on, Item: "i3", Meeting: "m", Manner: committee.ByName, Votes: committee.Votes{For: some(1), Against: some(1), Abstain: some(1)},
			Words:   committee.Wordings{{Number: 1, Text: "L’article 3 est adopté.", On: on, Meeting: "m", Adopted: true}, {Number: 2, Text: "Changé depuis.", On: "2018-06-01", Meeting: "n", Adopted: true}},
			Outcome: committee.Deliberation{State: committee.Adopted, Meeting: "m", On: on},
		}},
		Recommendations: []committee.Recommendation{{
			ID: "r1", Mark: committee.Mark{Ref: "R-2018-01"}, On: on, Item: "i3", Meeting: "m", Group: "g", Addressees: []committee.InstitutionID{"min", "ong"}, Due: "2018-Q2",
			Words:   committee.Wordings{{Number: 1, Text: "Former.", On: on}, {Number: 2, Text: "Former chaque année.", On: on, Meeting: "m", Adopted: true}},
			Outcome: committee.Deliberation{State: committee.Amended, Meeting: "m", On: on},
		}},
		Actions: []committee.Action{{ID: "a1", Mark: committee.Mark{Ref: "A-2018-01"}, Text: "Saisir la tutelle", Item: "i3", Meeting: "m", Institution: "min", Function: "dir", Due: "2018-09-30", FirstDue: due}},
		Minutes: []committee.Meeting{{ID: "before", Kind: committee.Ordinary, Mark: committee.Mark{Ref: "03/2017"}, Starts: "2017-12-01", Title: "Réunion ordinaire"}},
		Origins: map[committee.AgendaItemID]committee.Meeting{"i5": {ID: "before", Kind: committee.Ordinary, Mark: committee.Mark{Ref: "03/2017"}, Starts: "2017-12-01"}},
		Updates: []committee.Update{
			{Action: "old", On: on, Text: "En attente de crédits", State: committee.Blocked, Cause: committee.ForFunding, Percent: some(40), Meeting: "m"},
		},
		Advised: []committee.Recommendation{{
			ID: "r0", Mark: committee.Mark{Ref: "R-2017-03"}, On: "2017-11-01", Due: "2017-12-31", Addressees: []committee.InstitutionID{"min"},
			Words:   committee.Wordings{{Number: 1, Text: "Publier l’arrêté.", On: "2017-11-01", Adopted: true}, {Number: 2, Text: "Changé depuis.", On: "2018-06-01", Meeting: "n", Adopted: true}},
			Outcome: committee.Deliberation{State: committee.Adopted, On: "2017-11-02"},
			FollowUps: []committee.FollowUp{
				{Meeting: "before", On: "2017-12-01", State: committee.InProgress, Percent: some(10), Text: "Ailleurs"},
				{Meeting: "m", On: on, State: committee.InProgress, Percent: some(60), Text: "avancement déclaré en séance"},
				{Meeting: "m", On: on, Text: "left as it is"},
				{Meeting: "m", On: on, From: "2017-12-31", To: "2018-03-31", Text: "Signature attendue"},
			},
		}},
		Extensions: []committee.Extension{{Action: "old", From: "2018-01-31", To: "2018-03-31", On: on, Meeting: "m", Reason: "Crédits en avril"}},
		Followed:   []committee.Action{{ID: "old", Mark: committee.Mark{Ref: "A-2017-07"}, Text: "Équiper les gares", Institution: "ong", Due: "2018-03-31", FirstDue: "2018-01-31"}},
		Names: register.Names{
			thing(committee.KindPerson, "awa"): {Full: "Awa Traoré"}, thing(committee.KindPerson, "ali"): {Full: "Ali Diarra"},
			thing(committee.KindInstitution, "min"): {Short: "MJ", Full: "Ministère de la Justice"}, thing(committee.KindInstitution, "ong"): {Short: "Abri", Full: "Réseau Abri"},
			thing(committee.KindFunction, "dir"): {Short: "Directrice", Full: "Directrice · MJ"}, thing(committee.KindGroup, "g"): {Full: "Groupe Finances"},
			thing(committee.KindAction, "a1"): {Ref: "A-2018-01", Full: "Saisir la tutelle"},
		},
		Offices: map[committee.PersonID]committee.FunctionID{"awa": "dir"},
		Posts:   map[committee.FunctionID]committee.InstitutionID{"dir": "min"},
	}
}

// spaced reads no-break spaces as spaces, and a text broken into lines as one.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// inOrder fails the test unless the text holds every piece, one after the other.
func inOrder(t *testing.T, out string, pieces ...string) {
	t.Helper()
	rest := spaced(out)
	for _, p := range pieces {
		_, after, found := strings.Cut(rest, p)
		if !found {
			t.Fatalf("no %q, or not after the one before, in\n%s", p, out)
		}
		rest = after
	}
}

func TestMinutesFollowTheForm(t *testing.T) {
	markdown, _ := written(t, document.Minutes(sitting()))
	inOrder(t, markdown,
		"RÉPUBLIQUE\\ MINISTÈRE\\ Comité # Procès-verbal Réunion ordinaire n° 01/2018\\ jeudi 18 janvier 2018 **PROJET**\\ **Confidentialité : diffusion restreinte**",
		"## 1. Séance", "**Convocation :** envoyée le 08/01/2018",
		"La séance est ouverte le jeudi 18 janvier 2018 à 10 h 05 sous la présidence d’Awa Traoré, Directrice (Ministère de la Justice).",
		"La séance est suspendue à 11 h et reprise à 11 h 10.", "La séance est levée à 12 h.",
		"## 2. Participation", "### Présents", "| Awa Traoré | Directrice | Ministère de la Justice | titulaire |",
		"### Représentés", "| non renseignés | Directrice | Ministère de la Justice | Ibra (suppléant), à distance |", "### Excusés", "| Prénoms et nom | Fonction | Structure |", "### Invités, experts et observateurs",
		"## 3. Quorum", "**Base :** 5 (structures membres)", "**Quorum requis :** 3 structures", "**Présents ou représentés :** 3 structures (à l’ouverture)", "Le quorum est atteint à l’ouverture. Il n’est plus atteint à 11 h 20, au point 4.",
		"## 4. Adoption de l’ordre du jour", "4. Point urgent (point ajouté en séance)", "L’ordre du jour est adopté, avec les points ajoutés en séance.",
		"## 5. Adoption des procès-verbaux antérieurs", "Le procès-verbal de la réunion tenue le vendredi 1er décembre 2017 (réunion ordinaire n° 03/2017) est adopté.",
		"## 6. Affaires découlant des procès-verbaux",
		"| R-2017-03 | Publier l’arrêté. | MJ | 31/12/2017 | En cours, avancement 60 %<br>Échéance reportée au 31/03/2018 : Signature attendue |",
		"| A-2017-07 | Équiper les gares | Abri | 31/03/2018 | Bloquée (financement), avancement 40 % : En attente de crédits<br>Échéance reportée au 31/03/2018 : Crédits en avril |",
		"## 7. Examen des points", "### Point 3 – Règlement intérieur", "**Examen :** de 10 h 30 à 11 h 20", "**Présence :** 4 structures sur 5 présentes ou représentées, quorum de 3 atteint",
		"**Retrait (intérêt déclaré) :** Réseau Abri",
		"**10 h 32** – Arrivée : Ali Diarra, Ministère de la Justice", "**10 h 35** – Présentation du projet.",
		"**10 h 40** – Déclaration, Directrice (Ministère de la Justice) : « Réserve sur l’article 3. »",
		"**10 h 50** – Mis aux voix : Article 3.", "**Résultat :** Partage égal des voix (1 voix pour, 1 contre et 1 abstention) ; la voix de la présidence l’emporte : adoptée, par appel nominal, 1 membre s’étant retiré", "**Présence au moment du vote :** 4 structures sur 5 présentes ou représentées, quorum de 3 atteint",
		"Awa Traoré, Ministère de la Justice : pour", "**Décision D-2018-01** (adoptée)", "> L’article 3 est adopté.",
		"**11 h 12 – Action A-2018-01** > Saisir la tutelle - **Responsable :** Directrice (Ministère de la Justice) - **Échéance :** 31/03/2018",
		"**11 h 15 – Recommandation R-2018-01** (adoptée avec amendements) > Former chaque année. - **Texte antérieur :** Former.",
		"**Destinataires :** Ministère de la Justice et Réseau Abri", "**Échéance :** T2 2018",
		"### Point 4 – Point urgent", "**11 h 20** – Départ : Ali Diarra", "**11 h 21** – Difficulté : Plus assez de membres.",
		"Le point est reporté à la prochaine réunion. Motif : Quorum perdu.", "### Point 5 – Budget Ce point est repris de l’ordre du jour de la réunion tenue le vendredi 1er décembre 2017 (réunion ordinaire n° 03/2017). Le point est renvoyé à un groupe de travail (Groupe Finances).",
		"## 8. Points divers", "Le point n’a pas été traité.",
		"## 9. Récapitulation", "| D-2018-01 | L’article 3 est adopté. |", "| R-2018-01 | Former chaque année.<br>Groupe de travail : Groupe Finances | MJ et Abri | T2 2018 | adoptée avec amendements |",
		"| A-2018-01 | Saisir la tutelle | Directrice (MJ) | 31/03/2018 |", "### Points qui restent à traiter", "| 4. Point urgent |", "| 5. Budget |", "| 6. Divers |",
		"## 10. Prochaine réunion", "La date de la prochaine réunion n’est pas fixée. La séance est levée à 12 h. Le quorum n’était alors plus atteint.",
		"## 11. Remarques sur ce projet", "action sans responsable ou sans échéance (A-2018-01)", "présences incomplètes",
		"## 12. Signatures et diffusion", "Awa Traoré", "Ali Diarra", "**Liste de diffusion :** Membres du Comité\\ Cabinet du ministre",
	)
	if strings.Contains(markdown, "Changé depuis.") || strings.Contains(markdown, "2018-09-30") || strings.Contains(markdown, "30/09/2018") {
		t.Errorf("what a later meeting did is in the minutes of this one:\n%s", markdown)
	}
}

func TestMinutesOfAWorkshopFollowItsDays(t *testing.T) {
	r := sitting()
	r.Meeting.Kind, r.Meeting.Ends = committee.Workshop, "2018-01-19"
	r.Meeting.Pauses = []committee.Span{
		{On: "2018-01-18", From: "12:30", To: "14:00"}, {On: "2018-01-18", From: "17:30", To: "23:59"}, {On: "2018-01-19", From: "00:00", To: "09:05"},
	}
	r.Attendance[2].Presence = committee.Present
	r.Attendance[2].HalfDays = []committee.HalfDay{
		{Day: 2, Presence: committee.Present}, {Day: 1, Afternoon: true, Presence: committee.Represented}, {Day: 1, Presence: committee.Represented},
	}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Les travaux sont ouverts le jeudi 18 janvier 2018 à 10 h 05", "Les travaux sont suspendus le jeudi 18 janvier 2018 à 12 h 30 et repris à 14 h.",
		"Les travaux sont suspendus le jeudi 18 janvier 2018 à 17 h 30 et repris le vendredi 19 janvier 2018 à 9 h 05.", "Les travaux sont clos le vendredi 19 janvier 2018 à 12 h.",
		"### Présence par demi-journée", "présent : J2 matin<br>représenté par Ibra (suppléant) : J1 matin et J1 après-midi")
	// Another person in the afternoon is named beside the first.
	r.Attendance[2].Presence = committee.Represented
	r.Attendance[2].HalfDays[1].By, r.Attendance[2].HalfDays[1].As = "Awa Diarra", committee.AsProxy
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Représentés", "Ibra (suppléant) et Awa Diarra (par procuration)", "### Présence par demi-journée",
		"représenté par Ibra (suppléant) : J1 matin<br>représenté par Awa Diarra (par procuration) : J1 après-midi")
}

// What a group recommends is proposed where the group writes it, and adopted
// where the plenary says so.
func TestARecommendationIsAdoptedWhereThePlenarySaysSo(t *testing.T) {
	r := sitting()
	r.Entries = append(r.Entries, committee.Entry{ID: "e7", Item: "i6", At: "11:40", Kind: committee.EntryRecommendation, Text: "Former chaque année.", Recommendation: "r1"})
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 3", "**11 h 15** – Recommandation R-2018-01 (proposée) : x", "## 8. Points divers",
		"**11 h 40 – Recommandation R-2018-01** (adoptée avec amendements) > Former chaque année. - **Texte antérieur :** Former.", "## 9. Récapitulation")
	r.Entries[len(r.Entries)-1].Kind = committee.EntryVote
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "**11 h 15** – Recommandation R-2018-01 (proposée) : x", "**11 h 40** – Mis aux voix : la recommandation R-2018-01.", "**Résultat :**", "**Recommandation R-2018-01** (adoptée avec amendements)")
}

// What was adopted en bloc is introduced as such, with what was excepted.
func TestWhatIsAdoptedEnBlocIsSaid(t *testing.T) {
	r := sitting()
	second := r.Recommendations[0]
	second.ID, second.Ref = "r2", "R-2018-02"
	second.Words, second.Outcome.State = committee.Wordings{{Number: 1, Text: "Former chaque année.", On: "2018-01-18", Meeting: "m", Adopted: true}}, committee.Adopted
	r.Recommendations = append(r.Recommendations, second)
	r.Names[thing(committee.KindRecommendation, "r9")] = register.Name{Ref: "R-2017-09"}
	r.Entries = append(r.Entries,
		committee.Entry{ID: "e7", Item: "i6", At: "11:40", Kind: committee.EntryRecommendation, Text: "Former chaque année.", Recommendation: "r1", Bloc: 1, Excepted: []committee.RecommendationID{"r9"}},
		committee.Entry{ID: "e8", Item: "i6", At: "11:40", Kind: committee.EntryRecommendation, Text: "Former chaque année.", Recommendation: "r2", Bloc: 1})
	markdown, _ := written(t, document.Minutes(r))
	const said = "Le Comité adopte en bloc les recommandations R-2018-01 et R-2018-02, dont R-2018-01 avec amendements, à l’exception de R-2017-09."
	inOrder(t, markdown, "## 8. Points divers", "**11 h 40** – "+said, "**11 h 40 – Recommandation R-2018-01** (adoptée", "**11 h 40 – Recommandation R-2018-02** (adoptée", "## 9.")
	if strings.Count(spaced(markdown), "en bloc") != 1 {
		t.Errorf("it is said again in\n%s", markdown)
	}
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "**Recommandation R-2018-01** (adoptée en bloc, avec amendements)", "**Recommandation R-2018-02** (adoptée en bloc)")
	r.Entries[len(r.Entries)-2].Excepted, r.Meeting.Language = nil, committee.English
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "The Committee adopted en bloc recommendations R-2018-01 and R-2018-02, of which R-2018-01 with amendments.")
	amended := r.Recommendations[0]
	amended.ID, amended.Ref = "r2", "R-2018-02"
	r.Recommendations = append(r.Recommendations[:1:1], amended)
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "The Committee adopted en bloc recommendations R-2018-01 and R-2018-02, all with amendments.")
	r.Recommendations[0].Outcome.State, r.Recommendations[1].Outcome.State = committee.Adopted, committee.Adopted
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "The Committee adopted en bloc recommendations R-2018-01 and R-2018-02.")
	r.Entries = r.Entries[:len(r.Entries)-1]
	for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
		if markdown, _ = written(t, paper); strings.Contains(markdown, "en bloc") {
			t.Errorf("of one alone:\n%s", markdown)
		}
	}
}

func TestRemarksAreInTheDraftOnly(t *testing.T) {
	r := sitting()
	r.Meeting.Minutes = committee.Minutes{State: committee.MinutesAdopted, AdoptedOn: "2018-03-01"}
	if markdown, _ := written(t, document.Minutes(r)); strings.Contains(markdown, "Remarques") || !strings.Contains(markdown, "**Adopté le 01/03/2018**") {
		t.Errorf("adopted minutes are\n%s", markdown)
	}
}

func TestTheRecordHoldsWhatWasDecidedOnly(t *testing.T) {
	r := sitting()
	r.Actions = append(r.Actions, committee.Action{ID: "a2", Mark: committee.Mark{Ref: "A-2018-02"}, Text: "À attribuer"})
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "# Relevé de décisions", "## 1. Décisions", "**Décision D-2018-01** (adoptée", "> L’article 3 est adopté.",
		"## 2. Recommandations", "**Recommandation R-2018-01**", "> Former chaque année.", "## 3. Actions",
		"### Ministère de la Justice", "| A-2018-01 | Saisir la tutelle | Directrice | 31/03/2018 |",
		"### Sans structure responsable", "| A-2018-02 | À attribuer | non renseignée | non renseignée |")
	for _, other := range []string{"Présents", "Réserve sur", "PROJET", "PROVISOIRE"} {
		if strings.Contains(markdown, other) {
			t.Errorf("it holds %q:\n%s", other, markdown)
		}
	}
	r.Meeting.State = committee.InSession
	if markdown, _ := written(t, document.RecordOfDecisions(r)); !strings.Contains(spaced(markdown), "PROVISOIRE : la séance n’est pas levée") {
		t.Errorf("in session it is\n%s", markdown)
	}
	empty, _ := written(t, document.RecordOfDecisions(register.MeetingRecord{Meeting: committee.Meeting{State: committee.Adjourned}}))
	inOrder(t, empty, "Aucune décision n’est inscrite.", "Aucune recommandation n’est inscrite.", "Aucune action n’est inscrite.")
}

// What was only put to the meeting does not stand between adopted texts.
func TestWhatIsOnlyProposedStandsApartInTheRecord(t *testing.T) {
	r := sitting()
	words := func(text string) committee.Wordings {
		return committee.Wordings{{Number: 1, Text: text, On: "2018-01-18"}}
	}
	r.Decisions = append([]committee.Decision{{ID: "d0", Mark: committee.Mark{Ref: "D-2018-00"}, Meeting: "m", Words: words("Déménager."), Outcome: committee.Deliberation{State: committee.Proposed}}}, r.Decisions...)
	r.Recommendations = append([]committee.Recommendation{{ID: "r0", Mark: committee.Mark{Ref: "R-2018-00"}, Meeting: "m", Words: words("Recruter."), Outcome: committee.Deliberation{State: committee.Proposed}}}, r.Recommendations...)
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 1. Décisions", "**Décision D-2018-01**", "## 2. Recommandations", "**Recommandation R-2018-01**",
		"## 3. Restent proposées", "**Décision D-2018-00** (proposée)", "> Déménager.", "**Recommandation R-2018-00** (proposée)", "> Recruter.", "## 4. Actions")
	r.Decisions, r.Recommendations, r.Minutes = r.Decisions[:1], r.Recommendations[:1], nil
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 1. Décisions", "Aucune décision n’est inscrite.", "Aucune recommandation n’est inscrite.", "## 3. Restent proposées")
	r.Meeting.Group = "g"
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "## 2. Recommandations", "**Recommandation R-2018-00** (proposée)", "## 3. Actions")
}

// A vote by name counts all the voices: that everybody took part goes unsaid.
func TestThatNobodyStayedOutOfAVoteGoesUnsaid(t *testing.T) {
	r := sitting()
	r.Entries = nil
	r.Decisions[0].Votes = committee.Votes{For: some(3), Against: some(0), Abstain: some(0), None: some(0)}
	markdown, _ := written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "**Décision D-2018-01** (adoptée par 3 voix pour, 0 contre et 0 abstention, par appel nominal)")
	r.Decisions[0].Votes.None = some(1)
	markdown, _ = written(t, document.RecordOfDecisions(r))
	inOrder(t, markdown, "0 abstention et 1 ne prenant pas part au vote, par appel nominal)")
}

func TestWhatWasNotNotedIsSaid(t *testing.T) {
	bare := register.MeetingRecord{Meeting: committee.Meeting{ID: "m", Kind: committee.Ordinary, State: committee.Adjourned, Starts: "2018-01-18", Title: "Réunion"}}
	markdown, _ := written(t, document.Minutes(bare))
	inOrder(t, markdown, "**Confidentialité :** non renseignée", "**Lieu :** non renseigné -", "**Convocation :** non renseignée", "**Présidence :** non renseignée", "**Secrétariat :** non renseigné - **Rapporteurs :** non renseignés",
		"L’heure d’ouverture de la séance n’est pas renseignée.", "Liste de présence : non renseignée.", "Aucune règle de quorum n’est fixée.",
		"## 4. Adoption de l’ordre du jour Aucun ordre du jour n’est renseigné.", "## 5. Récapitulation", "Aucune décision n’est inscrite.")
	for _, part := range []string{"Points divers", "Restitution", "antérieur", "Annexes", "Remarques", "Examen des points"} {
		if strings.Contains(markdown, part) {
			t.Errorf("a part with nothing in it: %s", part)
		}
	}
	bare.Committee.Quorum = committee.Quorum{Base: committee.BaseMandates, Number: 4}
	if markdown, _ := written(t, document.Minutes(bare)); !strings.Contains(spaced(markdown), "La présence n’a pas été relevée : le quorum n’est pas renseigné.") {
		t.Errorf("with a rule and no attendance:\n%s", markdown)
	}
	bare.Meeting.Kind, bare.Meeting.Quorum = committee.SecondNotice, committee.Reckoning{Rule: true, Base: 9, Present: 2}
	if markdown, _ := written(t, document.Minutes(bare)); !strings.Contains(spaced(markdown), "sur seconde convocation : aucun quorum n’est requis.") {
		t.Errorf("on second notice:\n%s", markdown)
	}
}

// A quorum that is reached late, or lost, is not said to be missing, or there, for
// the whole meeting.
func TestAQuorumThatComesAndGoes(t *testing.T) {
	r := sitting()
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "## 3. Quorum", "Le quorum est atteint à l’ouverture. Il n’est plus atteint à 11 h 20, au point 4.", "## 4.")
	r.Meeting.Quorum.Present = 2
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "## 3. Quorum", "Le quorum n’est pas atteint à l’ouverture. Il est atteint à 10 h 32, au point 3. Il n’est plus atteint à 11 h 20, au point 4.", "## 4.")
	r.Items = slices.DeleteFunc(r.Items, func(i committee.AgendaItem) bool { return i.Quorum.Reached() && i.Quorum.Rule })
	r.Entries = nil
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "## 3. Quorum", "Le quorum n’est pas atteint. ## 4.")
}

// The order is that of the clock, whatever that of the agenda is, and a vote tells
// more than the presence that its item was left in.
func TestTheQuorumIsToldByTheClock(t *testing.T) {
	q := func(present int) committee.Reckoning {
		return committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: present}
	}
	span := func(from, to committee.Clock) committee.Span {
		return committee.Span{On: "2018-01-18", From: from, To: to}
	}
	r := sitting()
	r.Attendance, r.Decisions, r.Meeting.Quorum = nil, nil, q(2)
	r.Items = []committee.AgendaItem{
		{ID: "i1", Meeting: "m", Title: "Repris à la fin", Spans: []committee.Span{span("10:05", "10:20"), span("11:40", "")}, Quorum: q(2)},
		{ID: "i2", Meeting: "m", Title: "Dernier", Spans: []committee.Span{span("11:10", "11:30")}, Quorum: q(3)},
		{ID: "i3", Meeting: "m", Title: "Abordé avant", Spans: []committee.Span{span("10:20", "11:00")}, Quorum: q(2)},
	}
	r.Entries = []committee.Entry{{ID: "e1", Item: "i3", At: "10:45", Kind: committee.EntryVote, Text: "Vote", Quorum: q(3)}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Le quorum n’est pas atteint à l’ouverture. Il est atteint à 10 h 45, au point 3. Il n’est plus atteint à 11 h, au point 3. Il est atteint à 11 h 10, au point 2. Il n’est plus atteint à 11 h 40, au point 1.")
}

// Who comes in the minute in which the next item is taken up came under the item
// that was under way.
func TestAnArrivalIsToldUnderTheItemThatWasUnderWay(t *testing.T) {
	r := sitting()
	r.Attendance[1].Movements = []committee.Movement{{At: "11:20", Arrival: true, Item: "i3"}, {At: "11:20", Item: "i4"}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 3", "**11 h 20** – Arrivée : Ali Diarra", "### Point 4", "**11 h 20** – Départ : Ali Diarra")
	r.Attendance[1].Movements[0].Item = "taken out since"
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 4", "**11 h 20** – Arrivée : Ali Diarra")
}

// A quorum that is made before any item is taken up came when people did.
func TestAQuorumMadeBeforeTheFirstItem(t *testing.T) {
	q := func(present int) committee.Reckoning {
		return committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: present}
	}
	r := sitting()
	r.Decisions, r.Entries, r.Meeting.Quorum = nil, nil, q(2)
	r.Items = []committee.AgendaItem{{ID: "i1", Meeting: "m", Title: "Bilan", Spans: []committee.Span{{On: "2018-01-18", From: "10:25", To: "11:00"}}, Quorum: q(3)}}
	r.Attendance = []committee.Attendance{{ID: "p2", Person: "ali", Presence: committee.Present, Movements: []committee.Movement{{At: "10:20", Arrival: true}}}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "Le quorum n’est pas atteint à l’ouverture. Il est atteint à 10 h 20, au point 1.", "### Point 1 – Bilan", "**10 h 20** – Arrivée : Ali Diarra")
}

// What was settled without the quorum says so in both papers, in the same words.
func TestWhatWasSettledWithoutQuorumSaysSo(t *testing.T) {
	const said = "**Présence :** 2 structures sur 5 présentes ou représentées, quorum de 3 non atteint"
	r := sitting()
	for n := range r.Entries {
		if r.Entries[n].Kind == committee.EntryVote || r.Entries[n].Kind == committee.EntryRecommendation {
			r.Entries[n].Quorum = committee.Reckoning{Rule: true, Base: 5, Required: 3, Present: 2}
		}
	}
	for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
		markdown, _ := written(t, paper)
		for _, words := range []string{"L’article 3 est adopté. " + said, "Former chaque année. " + said} {
			if !strings.Contains(strings.NewReplacer("> ", "", "- ", "").Replace(spaced(markdown)), words) {
				t.Errorf("no %q in\n%s", words, markdown)
			}
		}
	}
	r.Entries[2].Quorum.Present, r.Entries[4].Quorum.Present = 3, 3
	markdown, _ := written(t, document.RecordOfDecisions(r))
	if strings.Contains(markdown, "quorum") {
		t.Errorf("with the quorum:\n%s", markdown)
	}
}

// A suspension that ended within the minute is none, be it the last before the
// session rose; one of two minutes was taken up again, and one that lasts was not.
func TestASuspensionOfAMinute(t *testing.T) {
	on := committee.Date("2018-01-18")
	r := sitting()
	r.Meeting.Pauses = []committee.Span{{On: on, From: "10:05", To: "10:05"}, {On: on, From: "11:00", To: "11:01"}, {On: on, From: "12:00", To: "12:00"}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "La séance est suspendue à 11 h et reprise à 11 h 01.", "La séance est levée à 12 h.")
	if n := strings.Count(markdown, "suspendue"); n != 1 {
		t.Errorf("it is said to be suspended %d times:\n%s", n, markdown)
	}
	r.Meeting.State, r.Meeting.Closed = committee.InSession, ""
	r.Meeting.Pauses = []committee.Span{{On: on, From: "11:00"}}
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "La séance est suspendue le jeudi 18 janvier 2018 à 11 h.")
}

// Earlier minutes that were not adopted are not passed over in silence.
func TestEarlierMinutesThatWait(t *testing.T) {
	r := sitting()
	r.Minutes = nil
	adoption := committee.AgendaItem{ID: "i0", Meeting: "m", Title: "Adoption du procès-verbal de décembre", Purpose: committee.MinutesAdoption, Concerns: "before"}
	for outcome, said := range map[committee.ItemOutcome]string{
		committee.Pending: "Le point n’a pas été traité.", committee.PutOff: "Le point est reporté à la prochaine réunion. Motif : Faute de temps.",
		committee.DealtWith: "Les échanges ne sont pas renseignés.",
	} {
		adoption.Outcome, adoption.Note = outcome, ""
		if outcome == committee.PutOff {
			adoption.Note = "Faute de temps."
		}
		r.Items = append(sitting().Items, adoption)
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, markdown, "## 5. Adoption des procès-verbaux antérieurs **Adoption du procès-verbal de décembre** "+said, "## 6.")
		if left := strings.Contains(spaced(markdown), "| 7. Adoption du procès-verbal de décembre |"); left != (outcome != committee.DealtWith) {
			t.Errorf("%q: among what is left: %t", outcome, left)
		}
	}
}

// A second notice takes its opening from the first meeting as it takes its other
// items; that is not said of what every meeting has.
func TestAnOpeningIsNotSaidToBeTakenUpAgain(t *testing.T) {
	r := sitting()
	r.Attendance = nil
	r.Items = []committee.AgendaItem{
		{ID: "i1", Meeting: "m", Title: "Ouverture", Purpose: committee.Opening, From: "o1", Outcome: committee.DealtWith},
		{ID: "i2", Meeting: "m", Title: "Budget", From: "o2", Outcome: committee.DealtWith},
	}
	first := committee.Meeting{ID: "first", Kind: committee.Ordinary, Mark: committee.Mark{Ref: "04/2017"}, Starts: "2017-12-15"}
	r.Origins = map[committee.AgendaItemID]committee.Meeting{"i1": first, "i2": first}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Point 1 – Ouverture Rien n’est consigné sous ce point. ### Point 2 – Budget Ce point est repris de l’ordre du jour de la réunion tenue le vendredi 15 décembre 2017")
}
