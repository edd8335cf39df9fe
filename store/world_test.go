package store

import (
	"testing"

	"suivi/internal/committee"
)

// newWorld fills a file with one thing of each kind, in which every field
// holds something, and returns their IDs.
func newWorld(t *testing.T, s *Store) map[committee.Kind]string {
	t.Helper()
	w := map[committee.Kind]string{}
	worldDirectory(t, s, w)
	worldMeeting(t, s, w)
	worldWork(t, s, w)
	return w
}

// stamped is a stamp with something in it; the version is set by roundTrip.
func stamped(w map[committee.Kind]string) committee.Stamp {
	return committee.Stamp{Version: 1, Provenance: []committee.Provenance{{
		Reference: committee.ReferenceID(w[committee.KindReference]), Locator: "§ 3", Certainty: committee.Given, Note: "lu deux fois",
	}}}
}

func worldDirectory(t *testing.T, s *Store, w map[committee.Kind]string) {
	t.Helper()
	first := must(s.SaveReference(ctx, committee.Reference{Kind: committee.SourceDocument, Title: "Article"}))(t)
	w[committee.KindReference] = string(first.ID)
	st := stamped(w)
	w[committee.KindReference] = string(roundTrip(t, s, references, committee.Reference{
		Stamp: st, Kind: committee.Law, Title: "Loi", Number: "2012-023", Date: "2012-07-12", Period: "2012", URL: "https://x", Amount: ptr(committee.Amount(5)), Remarks: "r",
	}).ID)
	w[committee.KindCommittee] = string(roundTrip(t, s, committees, committee.Committee{
		Stamp: st, Name: "Comité", Acronym: "CNC", Aliases: []string{"Comité national"}, LegalBasis: "décret", Header: "République\nMinistère",
		Language: committee.French, NoticeDays: 8, CirculationDays: 10, Signatories: "président", LateItems: committee.Yes, Remarks: "r",
		Confidentiality: "interne", Distribution: "Membres\nPartenaires",
		Quorum: committee.Quorum{
			Base: committee.BaseMandates, Numerator: 1, Denominator: 2, Number: 0, Proxies: committee.Yes, MaxProxies: 1,
			Remote: committee.No, CastingVote: committee.Yes,
		},
		Numbers: committee.DefaultNumbering(),
	}).ID)
	w[committee.KindAxis] = string(roundTrip(t, s, axes, committee.Axis{Stamp: st, Code: "1", Name: "Prévention", Kind: committee.Theme, Position: 2, Remarks: "r"}).ID)
	i := roundTrip(t, s, institutions, committee.Institution{
		Stamp: st, Name: "Ministère de la Justice", Acronym: "MJ", Kind: committee.StateBody, Capacity: committee.Member, Contact: "c", Remarks: "r",
	})
	w[committee.KindInstitution] = string(i.ID)
	f := roundTrip(t, s, functions, committee.Function{Stamp: st, Institution: i.ID, Title: "Secrétaire général", Remarks: "r"})
	w[committee.KindFunction] = string(f.ID)
	p := roundTrip(t, s, people, committee.Person{Stamp: st, Name: "Awa Traoré", Phone: "76", Email: "a@b.ml", Remarks: "r"})
	w[committee.KindPerson] = string(p.ID)
	w[committee.KindMandate] = string(roundTrip(t, s, mandates, committee.Mandate{
		Stamp: st, Person: p.ID, Function: f.ID, Kind: committee.Titular, From: "2017-01-01", To: "2018-12-31", Act: "décret", Remarks: "r",
	}).ID)
}

// reckoned is a presence that was counted.
var reckoned = committee.Reckoning{Rule: true, Base: 12, Required: 7, Present: 9}

func worldMeeting(t *testing.T, s *Store, w map[committee.Kind]string) {
	t.Helper()
	st, person := stamped(w), committee.PersonID(w[committee.KindPerson])
	earlier := must(save(ctx, s, meetings, committee.Meeting{Kind: committee.Workshop, State: committee.Planned, Title: "Atelier"}, nil))(t)
	g := roundTrip(t, s, groups, committee.Group{
		Stamp: st, Name: "Groupe 1", Acronym: "GT1", Kind: committee.OfWorkshop, Meeting: earlier.ID, Purpose: "p", Chair: person, Rapporteur: person,
		Members: []committee.InstitutionID{committee.InstitutionID(w[committee.KindInstitution])}, Remarks: "r",
	})
	w[committee.KindGroup] = string(g.ID)
	m := roundTrip(t, s, meetings, committee.Meeting{
		Stamp: st, Mark: committee.Mark{Ref: "01/2017", Year: 2017, Number: 1}, Kind: committee.GroupMeeting, State: committee.Adjourned, Title: "Réunion",
		Group: g.ID, Place: "Bamako", Starts: "2017-10-30", Ends: "2017-11-02", StartTime: "09:00", EndTime: "17:00", Notice: "2017-10-01",
		FirstNotice: earlier.ID, Chair: person, Secretary: person, Language: committee.French, Objectives: "o", Reason: "x", Opened: "09:10", Closed: "16:50", ClosedOn: "2017-11-01",
		Minutes: committee.Minutes{
			State: committee.MinutesSigned, CirculatedOn: "2017-11-10", AdoptedAt: earlier.ID, AdoptedOn: "2017-12-01", SignedOn: "2017-12-02",
			Corrections: []committee.Correction{{On: "2017-12-03", Text: "lire 12", By: "secrétaire"}},
		},
		References: []committee.ReferenceID{committee.ReferenceID(w[committee.KindReference])}, Remarks: "r",
		Pauses: []committee.Span{{On: "2017-10-30", From: "12:30", To: "14:00"}}, Quorum: reckoned,
		Overridden:      []committee.Override{{Check: committee.CheckItem, Kind: committee.KindAgendaItem, Thing: "i1"}},
		Confidentiality: "diffusion restreinte", Distribution: "Membres",
	})
	w[committee.KindMeeting] = string(m.ID)
	function := committee.FunctionID(w[committee.KindFunction])
	// A record that is open: minutes that circulate would close it.
	open := must(save(ctx, s, meetings, committee.Meeting{Kind: committee.Ordinary, State: committee.InSession, Title: "Ordinaire"}, nil))(t)
	before := must(save(ctx, s, agendaItems, committee.AgendaItem{Kind: committee.Discussion, Title: "Point proposé", Position: 1}, nil))(t)
	other := must(save(ctx, s, attendances, committee.Attendance{Meeting: open.ID, Institution: committee.InstitutionID(w[committee.KindInstitution])}, nil))(t)
	i := roundTrip(t, s, agendaItems, committee.AgendaItem{
		Stamp: st, Meeting: open.ID, Position: 1, Kind: committee.Module, Title: "Module 1", Text: "t", Planned: 30, Presenter: function, Group: g.ID,
		Day: 1, Outcome: committee.Referred, ReferredTo: g.ID, Note: "n", Purpose: committee.MinutesAdoption, Concerns: m.ID, From: before.ID, Late: true,
		Spans: []committee.Span{{On: "2017-10-30", From: "10:00", To: "10:20"}, {On: "2017-10-30", From: "11:00"}}, Recused: []committee.AttendanceID{other.ID},
		Quorum: reckoned,
	})
	w[committee.KindAgendaItem] = string(i.ID)
	w["other attendance"] = string(other.ID)
	w[committee.KindAttendance] = string(roundTrip(t, s, attendances, committee.Attendance{
		Stamp: st, Meeting: open.ID, Person: person, Function: function, Institution: committee.InstitutionID(w[committee.KindInstitution]),
		Quality: committee.AsTitular, Presence: committee.Represented, RepresentedBy: "M. X",
		HalfDays:  []committee.HalfDay{{Day: 1, Afternoon: true, Presence: committee.Represented, By: "Sali Konaté", As: committee.AsAlternate, Holder: other.ID}},
		Movements: []committee.Movement{{At: "10:38", Arrival: true, On: "2017-10-30", Item: i.ID}}, Remarks: "r", RepresentedAs: committee.AsAlternate, Remote: true, Holder: other.ID,
	}).ID)
	w["open meeting"] = string(open.ID)
}

// followUp is an answer given at a meeting.
func followUp(at committee.MeetingID) committee.FollowUp {
	return committee.FollowUp{
		Meeting: at, On: "2017-11-02", By: "secrétaire", State: committee.Blocked, Cause: committee.ForFunding, Percent: ptr(40),
		From: "2017-12-31", To: "2018-Q1", Text: "crédits",
	}
}

func worldWork(t *testing.T, s *Store, w map[committee.Kind]string) {
	t.Helper()
	st, person := stamped(w), committee.PersonID(w[committee.KindPerson])
	meeting, item := committee.MeetingID(w["open meeting"]), committee.AgendaItemID(w[committee.KindAgendaItem])
	delete(w, "open meeting")
	other := committee.AttendanceID(w["other attendance"])
	delete(w, "other attendance")
	axis, group := committee.AxisID(w[committee.KindAxis]), committee.GroupID(w[committee.KindGroup])
	institution := committee.InstitutionID(w[committee.KindInstitution])
	refs := []committee.ReferenceID{committee.ReferenceID(w[committee.KindReference])}
	words := committee.Wordings{
		{Number: 1, Text: "Texte", On: "2017-11-01", By: "rapporteur", Meeting: meeting, Adopted: true, Why: "w"},
		{Number: 2, Text: "Texte amendé", On: "2017-11-02", By: "plénière", Meeting: meeting, Adopted: true, Why: "w"},
	}
	outcome := committee.Deliberation{State: committee.Amended, Reason: "x", Meeting: meeting, On: "2017-11-02"}
	votes := committee.Votes{For: ptr(1), Against: ptr(1), Abstain: ptr(0), None: ptr(0)}
	done := committee.Implementation{
		State: committee.Validated, Since: "2017-12-01", Cause: committee.ForFunding, Reason: "x", Percent: 100,
		DeclaredOn: "2017-11-30", ValidatedOn: "2017-12-01", ValidatedBy: person,
	}
	l := roundTrip(t, s, guidelines, committee.Guideline{
		Stamp: st, Number: 2, Heading: "Ligne", Purpose: "p", LegalBasis: "b", State: committee.UnderRevision, Since: "2017-12-01", AdoptedAt: meeting,
		AdoptedOn: "2017-11-02", InForceOn: "2017-12-01", Reason: "x", Axis: axis, Meeting: meeting, References: refs, Remarks: "r",
	})
	w[committee.KindGuideline] = string(l.ID)
	art := roundTrip(t, s, articles, committee.Article{Stamp: st, Guideline: l.ID, Number: 1, Heading: "Objet", Words: words, Remarks: "r"})
	w[committee.KindArticle] = string(art.ID)
	r := roundTrip(t, s, recommendations, committee.Recommendation{
		Stamp: st, Mark: committee.Mark{Ref: "R-2017-01", Year: 2017, Number: 1}, On: "2017-11-01", Words: words, Outcome: outcome, Implementation: done,
		Group: group, Meeting: meeting, Item: item, Addressees: []committee.InstitutionID{institution}, Axis: axis, Priority: committee.High,
		Due: "2018-Q1", Measures: "m", Articles: []committee.ArticleID{art.ID}, References: refs, Remarks: "r",
		FollowUps: []committee.FollowUp{followUp(meeting)},
	})
	w[committee.KindRecommendation] = string(r.ID)
	d := roundTrip(t, s, decisions, committee.Decision{
		Stamp: st, Mark: committee.Mark{Ref: "D-2017-01", Year: 2017, Number: 1}, On: "2017-11-01", Words: words, Outcome: outcome, Meeting: meeting,
		Item: item, Manner: committee.ByName, Votes: votes, Review: "2018-11-01", Recommendations: []committee.RecommendationID{r.ID},
		Addressees: []committee.InstitutionID{institution}, References: refs, Remarks: "r",
	})
	w[committee.KindDecision] = string(d.ID)
	a := roundTrip(t, s, actions, committee.Action{
		Stamp: st, Mark: committee.Mark{Ref: "A-2017-01", Year: 2017, Number: 1}, On: "2017-11-01", Text: "Nommer", Institution: institution,
		Function: committee.FunctionID(w[committee.KindFunction]), Supporting: []committee.InstitutionID{institution}, Axis: axis, Group: group,
		Meeting: meeting, Item: item, Start: "2017-11-05", Due: "2018-Q1", FirstDue: "2017-12-31", Priority: committee.Low, Indicator: "i",
		Verification: "v", Cost: ptr(committee.Amount(200_000_000)), Funding: "f", Implementation: done,
		Recommendations: []committee.RecommendationID{r.ID}, Articles: []committee.ArticleID{art.ID}, Decisions: []committee.DecisionID{d.ID},
		References: refs, Remarks: "r",
	})
	w[committee.KindAction] = string(a.ID)
	w[committee.KindEntry] = string(roundTrip(t, s, entries, worldEntry(w, a, votes, other)).ID)
	w[committee.KindUpdate] = string(roundTrip(t, s, updates, committee.Update{
		Stamp: st, Action: a.ID, On: "2017-12-04", Text: "9 sur 14", State: committee.InProgress, Cause: committee.ForFunding, Percent: ptr(40),
		Evidence: "e", Author: person, By: "Awa", Meeting: meeting, Confirmed: committee.Yes, ConfirmedBy: person, ConfirmedOn: "2017-12-05", ConfirmNote: "n",
	}).ID)
	w[committee.KindExtension] = string(roundTrip(t, s, extensions, committee.Extension{
		Stamp: st, Action: a.ID, From: "2017-12-31", To: "2018-Q1", On: "2017-12-10", By: "plénière", Meeting: meeting, Reason: "retard",
	}).ID)
}

// worldEntry is a vote by name about what an action comes from.
func worldEntry(w map[committee.Kind]string, a committee.Action, votes committee.Votes, other committee.AttendanceID) committee.Entry {
	return committee.Entry{
		Stamp: stamped(w), Meeting: a.Meeting, Item: a.Item, Position: 1, At: "10:31", Kind: committee.EntryVote, Text: "Vote", Speaker: a.Function,
		Decision: a.Decisions[0], Recommendation: a.Recommendations[0], Action: a.ID, Votes: votes, On: "2017-10-30", SpeakerOf: a.Institution, Quorum: reckoned,
		Bloc: 1, Excepted: a.Recommendations,
		Ballot: committee.Ballot{
			Manner: committee.ByName, Casting: committee.VoiceFor, Recused: []committee.AttendanceID{other},
			Named: []committee.NamedVoice{
				{Attendance: other, Voice: committee.VoiceFor}, {Attendance: committee.AttendanceID(w[committee.KindAttendance]), Voice: committee.VoiceAgainst},
			},
		},
	}
}
