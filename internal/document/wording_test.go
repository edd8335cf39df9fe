package document_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
)

// part is what stands in a paper from one text to the next.
func part(t *testing.T, out, from, to string) string {
	t.Helper()
	_, rest, found := strings.Cut(spaced(out), from)
	said, _, ended := strings.Cut(rest, to)
	if !found || !ended {
		t.Fatalf("no part from %q to %q in\n%s", from, to, out)
	}
	return said
}

// That somebody's presence is not known is said only where it is not: of a list that
// was taken and on which no member came, those who did not are enough; one that
// was not taken says so once.
func TestTheAttendanceSaysNothingFalse(t *testing.T) {
	for lang, w := range map[committee.Language]struct{ people, quorum, present, excused, unnoted, none string }{
		committee.French:  {"## 2. Participation", "## 3.", "Présents", "### Excusés", "### Présence non relevée", "non renseignés"},
		committee.English: {"## 2. Attendance", "## 3.", "Present", "### Excused", "### Attendance not taken", "not recorded"},
	} {
		r := sitting()
		r.Meeting.Language = lang
		r.Attendance = []committee.Attendance{
			{ID: "p1", Person: "awa", Function: "dir", Institution: "min", Presence: committee.Excused},
			{ID: "p2", Person: "ali", Function: "dir", Institution: "min", Presence: committee.Excused},
		}
		markdown, _ := written(t, document.Minutes(r))
		said := part(t, markdown, w.people, w.quorum)
		if strings.Contains(said, "### "+w.present) || strings.Contains(said, w.none) || !strings.Contains(said, w.excused) {
			t.Errorf("all sent apologies: %s", said)
		}
		for n := range r.Attendance {
			r.Attendance[n].Presence = committee.Awaited
		}
		markdown, _ = written(t, document.Minutes(r))
		said = part(t, markdown, w.people, w.quorum)
		if strings.Contains(said, "### "+w.present) || strings.Contains(said, w.none) || strings.Count(said, w.unnoted) != 1 {
			t.Errorf("the attendance was not taken: %s", said)
		}
	}
}

// Nobody but guests on the list leaves it open whether any member came.
func TestAListOfGuestsAloneDoesNotTellWhoElseCame(t *testing.T) {
	r := sitting()
	r.Attendance = []committee.Attendance{{ID: "p1", Person: "awa", Function: "dir", Institution: "min", Presence: committee.Present, Quality: committee.AsGuest}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Présents non renseignés", "### Invités, experts et observateurs")
}

// A meeting has its number in one way, in a sentence as in the head.
func TestAMeetingIsNamedWithItsNumberInOneWay(t *testing.T) {
	r := sitting()
	before := committee.Meeting{ID: "before", Kind: committee.SecondNotice, Mark: committee.Mark{Ref: "03/2017"}, Starts: "2017-12-01"}
	r.Minutes = []committee.Meeting{before}
	r.Origins = map[committee.AgendaItemID]committee.Meeting{"i5": before}
	for lang, named := range map[committee.Language]string{
		committee.French: "(réunion sur seconde convocation n°\u00a003/2017)", committee.English: "(second-notice meeting no.\u00a003/2017)",
	} {
		r.Meeting.Language = lang
		for paper, count := range map[*document.Document]int{ptr(document.Minutes(r)): 2, ptr(document.RecordOfDecisions(r)): 1} {
			markdown, _ := written(t, *paper)
			if n := strings.Count(markdown, named); n != count {
				t.Errorf("%s is there %d times, not %d, in\n%s", named, n, count, markdown)
			}
		}
	}
}

func ptr(d document.Document) *document.Document { return &d }

// What a vote came to is worded in one way in a paper: beside the decision it is not
// said in other words than below the vote, nor in the table at the end.
func TestAVoteIsWordedInOneWay(t *testing.T) {
	for _, w := range []struct {
		lang                 committee.Language
		result, bare, amends string
	}{
		{committee.French, "doptée par 7 voix pour, 1 contre et 2 abstentions, à main levée", "**Décision D-2018-01** (adoptée) >", "adoptée avec amendements par 7 voix pour, 1 contre et 2 abstentions, à main levée"},
		{committee.English, "dopted by 7 votes in favour, 1 against and 2 abstentions, by show of hands", "**Decision D-2018-01** (adopted) >", "adopted as amended by 7 votes in favour, 1 against and 2 abstentions, by show of hands"},
	} {
		r := sitting()
		r.Meeting.Language = w.lang
		r.Entries[2].Votes, r.Entries[2].Ballot = committee.Votes{For: some(7), Against: some(1), Abstain: some(2)}, committee.Ballot{Manner: committee.ShowOfHands}
		r.Decisions[0].Votes, r.Decisions[0].Manner = r.Entries[2].Votes, committee.ShowOfHands
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, markdown, "A"+w.result, w.bare, "| D-2018-01 |", "a"+w.result+" |")
		if n := strings.Count(spaced(markdown), w.result); n != 2 {
			t.Errorf("the result is there %d times:\n%s", n, markdown)
		}
		r.Entries[2].Decision = "" // a decision known without its vote says it itself, in the same words
		for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
			markdown, _ = written(t, paper)
			inOrder(t, markdown, "D-2018-01** (a"+w.result+")")
		}
		r.Decisions[0].Outcome.State = committee.Amended
		markdown, _ = written(t, document.Minutes(r))
		inOrder(t, markdown, "D-2018-01** ("+w.amends+")")
	}
}

// A casting vote is told beside the decision in the words that stand below the vote.
func TestACastingVoteIsWordedInOneWay(t *testing.T) {
	r := sitting()
	markdown, _ := written(t, document.Minutes(r))
	result := "artage égal des voix (1 voix pour, 1 contre et 1 abstention) ; la voix de la présidence l’emporte : adoptée, par appel nominal, 1 membre s’étant retiré"
	inOrder(t, markdown, "**Résultat :** P"+result, "**Décision D-2018-01** (adoptée) >", "| D-2018-01 | L’article 3 est adopté. | p"+result+" |")
}

// A motion to put off that is lost does not tell how the decision was taken.
func TestAMotionDoesNotTellHowADecisionWasTaken(t *testing.T) {
	r := sitting()
	r.Entries[2].Votes, r.Entries[2].Ballot = committee.Votes{For: some(1), Against: some(7)}, committee.Ballot{Manner: committee.ShowOfHands}
	r.Entries[2].Text = "Motion d’ajournement\u00a0: L’article 3 est adopté."
	r.Decisions[0].Votes, r.Decisions[0].Manner = committee.Votes{}, committee.Consensus
	for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
		markdown, _ := written(t, paper)
		inOrder(t, markdown, "**Décision D-2018-01** (adoptée par consensus)")
	}
}

// A proxy that does not count for the quorum is not printed as any other.
func TestAProxyThatDoesNotCountSaysSo(t *testing.T) {
	for lang, w := range map[committee.Language][2]string{
		committee.French: {"par procuration", "ne compte pas pour le quorum"}, committee.English: {"by proxy", "does not count for the quorum"},
	} {
		r := sitting()
		r.Meeting.Language = lang
		r.Attendance[2].RepresentedAs, r.Attendance[2].Remote = committee.AsProxy, false
		markdown, _ := written(t, document.Minutes(r))
		inOrder(t, markdown, "| Ibra ("+w[0]+") |")
		r.Uncounted = map[committee.AttendanceID]register.Uncounted{"p3": register.HolderAway}
		markdown, _ = written(t, document.Minutes(r))
		inOrder(t, markdown, "| Ibra ("+w[0]+", "+w[1]+") |")
		r.Attendance[2].RepresentedBy = ""
		markdown, _ = written(t, document.Minutes(r))
		inOrder(t, markdown, " ("+w[1]+") |")
	}
}

// By half-days it is said of those on which it does not count, and beside the name
// only where it counts on none.
func TestAProxyThatDoesNotCountOnAHalfDaySaysSo(t *testing.T) {
	r := sitting()
	r.Meeting.Kind, r.Meeting.Ends = committee.Workshop, "2018-01-19"
	r.Attendance[2].RepresentedAs, r.Attendance[2].Remote = committee.AsProxy, false
	r.Attendance[2].HalfDays = []committee.HalfDay{{Day: 1, Presence: committee.Represented}, {Day: 1, Afternoon: true, Presence: committee.Represented}}
	none, lost := map[committee.AttendanceID]register.Uncounted(nil), map[committee.AttendanceID]register.Uncounted{"p3": register.HolderFull}
	r.HalvesUncounted = []map[committee.AttendanceID]register.Uncounted{none, lost, none, none}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Représentés", "| Ibra (par procuration) |", "### Présence par demi-journée",
		"représenté par Ibra (par procuration) : J1 matin<br>représenté par Ibra (par procuration, ne compte pas pour le quorum) : J1 après-midi")
	r.HalvesUncounted[0] = lost
	markdown, _ = written(t, document.Minutes(r))
	inOrder(t, markdown, "### Représentés", "| Ibra (par procuration, ne compte pas pour le quorum) |")
}

// Where no quorum is to be had there is nothing for it to count for.
func TestWithoutAQuorumNothingIsSaidOfProxies(t *testing.T) {
	r := sitting()
	r.Attendance[2].RepresentedAs = committee.AsProxy
	r.Uncounted = map[committee.AttendanceID]register.Uncounted{"p3": register.HolderAway}
	r.Meeting.Group = "g"
	if markdown, _ := written(t, document.Minutes(r)); strings.Contains(spaced(markdown), "ne compte pas") {
		t.Errorf("of a group:\n%s", markdown)
	}
}

// A session that rose while the quorum was not there says so where it rose, as a fact
// of that moment; nothing is said where it was there, or was not asked for.
func TestTheClosingSaysThatTheQuorumWasNotThere(t *testing.T) {
	for _, w := range []struct {
		lang                committee.Language
		part, rose, no, not string
	}{
		{committee.French, ". Prochaine réunion", "La séance est levée à 12 h", ". Le quorum n’était alors plus atteint.", ". Le quorum n’était pas atteint."},
		{committee.English, ". Next meeting", "The meeting rose at 12:00", ". The quorum was then no longer reached.", ". The quorum was not reached."},
	} {
		ends := func(r register.MeetingRecord, how string) {
			t.Helper()
			r.Meeting.Language = w.lang
			markdown, _ := written(t, document.Minutes(r))
			_, said, _ := strings.Cut(spaced(markdown), w.part)
			inOrder(t, said, w.rose+how)
			if said, _, _ = strings.Cut(said, "##"); how == "." && strings.Contains(said, "quorum") {
				t.Errorf("it is said of the quorum:\n%s", said)
			}
		}
		r := sitting()
		ends(r, w.no)
		r.Items[3].Recused = []committee.AttendanceID{"p1"} // without those who stood back: of the item, not of the session
		ends(r, ".")
		r.Items[3].Recused, r.Items[3].Quorum.Present = nil, 4
		ends(r, ".")
		r.Items, r.Entries, r.Meeting.Quorum.Present = r.Items[:1], nil, 2
		ends(r, w.not)
		r = sitting()
		r.Meeting.Kind = committee.SecondNotice
		r.Meeting.Quorum.Required, r.Items[3].Quorum.Required = 0, 0
		ends(r, ".")
		r = sitting()
		r.Meeting.Group = "g"
		ends(r, ".")
	}
}

// The matters arising are called so in both papers; what was answered on them are the
// answers.
func TestTheMattersArisingHaveOneName(t *testing.T) {
	for lang, named := range map[committee.Language]string{
		committee.French: "Affaires découlant des procès-verbaux", committee.English: "Matters arising from earlier minutes",
	} {
		r := sitting()
		r.Meeting.Language = lang
		for _, paper := range []document.Document{document.Minutes(r), document.RecordOfDecisions(r)} {
			markdown, _ := written(t, paper)
			inOrder(t, markdown, ". "+named)
		}
	}
}

// Who is noted as away from the beginning to the end did not preside.
func TestWhoNeverCameDidNotPreside(t *testing.T) {
	for lang, w := range map[committee.Language]struct{ facts, opened, presided string }{
		committee.French:  {"Awa Traoré, Directrice (Ministère de la Justice) (absence notée)", "La séance est ouverte le jeudi 18 janvier 2018 à 10 h 05.", "sous la présidence"},
		committee.English: {"Awa Traoré, Directrice (Ministère de la Justice) (noted as away)", "The meeting was called to order on Thursday 18 January 2018 at 10:05.", "in the chair"},
	} {
		r := sitting()
		r.Meeting.Language = lang
		r.Attendance = append(r.Attendance, committee.Attendance{ID: "p9", Person: "awa", Function: "dir", Institution: "min", Presence: committee.Excused})
		for n, a := range r.Attendance {
			if a.Person == "awa" {
				r.Attendance[n].Presence, r.Attendance[n].Movements = committee.Excused, nil
			}
		}
		minutes, _ := written(t, document.Minutes(r))
		record, _ := written(t, document.RecordOfDecisions(r))
		for _, paper := range []string{minutes, record} {
			if strings.Contains(paper, w.presided) || !strings.Contains(spaced(paper), w.opened) {
				t.Errorf("the paper says that somebody presided, or not when it was opened: %s", paper[:min(len(paper), 1500)])
			}
		}
		if !strings.Contains(spaced(minutes), w.facts) {
			t.Errorf("the minutes do not say %q", w.facts)
		}
		if _, signs, _ := strings.Cut(minutes, "## 13."); strings.Contains(signs, "Awa") {
			t.Errorf("who was away signs: %s", signs)
		}
	}
}

// Who stands back from an item is still there: the quorum of the session is neither
// lost nor back by it, and the session does not rise without it.
func TestStandingBackTurnsNoQuorum(t *testing.T) {
	short := committee.Reckoning{Rule: true, Base: 4, Required: 3, Present: 2}
	for name, back := range map[string]func(*register.MeetingRecord){
		"from an item": func(r *register.MeetingRecord) {
			r.Items[3].Recused, r.Items[3].Quorum = []committee.AttendanceID{"p1"}, short
		},
		"from an item that was taken up again since": func(r *register.MeetingRecord) {
			r.Items[3].Quorum = r.Meeting.Quorum
			r.Entries[5].Quorum = short
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := sitting()
			back(&r)
			markdown, _ := written(t, document.Minutes(r))
			said := spaced(markdown)
			if strings.Contains(said, "n’est plus atteint") || strings.Contains(said, "n’étant plus atteint") || !strings.Contains(said, "Le quorum est atteint.") {
				t.Errorf("the minutes say:\n%s", said)
			}
		})
	}
}
