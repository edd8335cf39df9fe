package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// short is a plenary of two institutions, both required, where one is present.
func (d desk) short(t *testing.T) (x sat, sante committee.Attendance) {
	t.Helper()
	x, sante, _ = d.counting(t)
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)
	return x, sante
}

// missed are the things that the checks say were settled without quorum.
func (s sat) missed(t *testing.T) []committee.Thing {
	t.Helper()
	var all []committee.Thing
	for _, c := range must(s.Checks(ctx, s.m.ID))(t) {
		if c.Check == committee.CheckMissed {
			all = append(all, committee.Thing{Kind: c.Kind, ID: c.Thing})
		}
	}
	return all
}

func (s sat) wantMissed(t *testing.T, want ...committee.Thing) {
	t.Helper()
	if got := s.missed(t); !slices.Equal(got, want) {
		t.Errorf("without quorum are %v, want %v", got, want)
	}
}

// about is the last line of the minutes about a recommendation.
func (s sat) about(t *testing.T, of committee.RecommendationID) (last committee.Entry) {
	t.Helper()
	for _, e := range s.now(t).Entries {
		if e.Recommendation == of {
			last = e
		}
	}
	return last
}

// line is a line of the minutes as it is now.
func (s sat) line(t *testing.T, id committee.EntryID) committee.Entry {
	t.Helper()
	all := s.now(t).Entries
	return all[slices.IndexFunc(all, func(e committee.Entry) bool { return e.ID == id })]
}

func TestWhatIsSettledWithoutQuorumIsAmongTheChecks(t *testing.T) {
	d := newDesk(t)
	x, sante := d.short(t)
	x.wantMissed(t)
	decided := decisions.thing(string(x.capture(committee.EntryDecision, "Le siège est à Bamako").Decision))
	x.capture(committee.Note, "Une note")
	proposed := x.capture(committee.EntryRecommendation, "Désigner des points focaux")
	x.wantMissed(t, decided)
	t.Run("a recommendation adopted en bloc, and one adopted by itself", func(t *testing.T) {
		one, two := d.recommendation(), d.recommendation()
		must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: one.ID, Version: one.Version}}))(t)
		must(d.AdoptRecommendation(ctx, two.ID, two.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
		x.wantMissed(t, decided, recommendations.thing(string(one.ID)), recommendations.thing(string(two.ID)))
		for _, r := range []committee.Recommendation{one, two} {
			if e := x.about(t, r.ID); e.Kind != committee.EntryRecommendation || e.Item != x.i.ID || e.Quorum != (committee.Reckoning{Rule: true, Base: 2, Required: 2, Present: 1}) {
				t.Errorf("the line of the adoption is %+v", e)
			}
			v := must(d.Recommendation(ctx, r.ID))(t).Recommendation
			must(struct{}{}, d.Archive(ctx, recommendations.thing(string(v.ID)), v.Version, true))(t)
		}
	})
	free := entries.thing(string(must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(1, 0, 0), Free: true, Text: "Faut-il poursuivre ?"}))(t).ID))
	x.wantMissed(t, decided, free)
	t.Run("with the quorum nothing more is said, whatever the item keeps later", func(t *testing.T) {
		sante = must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Present}))(t)
		e := x.capture(committee.EntryDecision, "Le siège est à Kayes")
		v := must(d.Recommendation(ctx, proposed.Recommendation))(t).Recommendation
		must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: v.ID, Version: v.Version}}))(t)
		must(d.Move(ctx, sante.ID, sante.Version, false, "", ""))(t)
		if e = x.line(t, e.ID); e.Quorum.Present != 2 || !e.Quorum.Reached() {
			t.Errorf("the decision keeps %+v", e.Quorum)
		}
		x.wantMissed(t, decided, free)
	})
	t.Run("adjourning nonetheless records them", func(t *testing.T) {
		m := must(d.adjourn(must(d.Meeting(ctx, x.m.ID))(t).Meeting, "10:15"))(t)
		var kept []committee.Thing
		for _, o := range m.Overridden {
			if o.Check == committee.CheckMissed {
				kept = append(kept, committee.Thing{Kind: o.Kind, ID: o.Thing})
			}
		}
		if !slices.Equal(kept, []committee.Thing{decided, free}) {
			t.Errorf("kept %v", kept)
		}
	})
}

// A vote that is taken again with the quorum mends what was decided without it.
func TestAVoteWithTheQuorumMendsADecisionTakenWithoutIt(t *testing.T) {
	d := newDesk(t)
	x, sante := d.short(t)
	line := x.capture(committee.EntryDecision, "Le siège est à Bamako")
	must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Present}))(t)
	v := must(d.Decision(ctx, line.Decision))(t).Decision
	must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 0, 0), Decision: v.ID, Version: v.Version, Text: v.Words.Text()}))(t)
	x.wantMissed(t)
}

func TestWithoutARuleNothingIsSettledWithoutQuorum(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	x.capture(committee.EntryDecision, "Le siège est à Bamako")
	must(x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.Consensus}}))(t)
	x.wantMissed(t)
}

// Adopting a recommendation by itself is one change, with its line.
func TestAdoptingInSessionKeepsALine(t *testing.T) {
	d := newDesk(t)
	x, _ := d.short(t)
	r, lines := d.recommendation(), journalLines(t, d.Store)
	must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15", Text: "Désigner deux points focaux"}))(t)
	if e := x.about(t, r.ID); e.Text != "Désigner deux points focaux" || journalLines(t, d.Store)-lines != 1 {
		t.Errorf("the line is %+v, after %d changes", e, journalLines(t, d.Store)-lines)
	}
	v := must(d.SaveDecision(ctx, committee.Decision{Meeting: x.m.ID}, "À trancher"))(t)
	must(d.AdoptDecision(ctx, v.ID, v.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
	all := x.now(t).Entries
	if e := all[len(all)-1]; e.Decision != v.ID || e.Kind != committee.EntryDecision || !e.Quorum.Missed() {
		t.Errorf("the line of the decision is %+v", e)
	}
	t.Run("elsewhere, or on another day, none", func(t *testing.T) {
		r := d.recommendation()
		must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-15"}))(t)
		if now := x.now(t).Entries; len(now) != len(all) {
			t.Errorf("the minutes are %+v", now)
		}
	})
}

// Whoever stands back does so from one visit of one item.
func TestStandingBackEndsWithTheItem(t *testing.T) {
	d := newDesk(t)
	x, sante, quorum := d.counting(t)
	x.a = must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)
	must(d.Attend(ctx, sante.ID, sante.Version, register.Attending{Presence: committee.Present}))(t)
	x.recuse(t, 0, x.a.ID)
	quorum(t, 1, 1, 1)
	next := x.now(t).Items[1]
	must(d.TakeUpItem(ctx, next.ID, next.Version))(t)
	quorum(t, 2, 2, 2)
	first := x.now(t).Items[0]
	if first.Quorum.Base != 1 || len(first.Recused) != 1 {
		t.Errorf("the first item keeps %+v", first)
	}
	standAt(t, 10, 50)
	must(d.TakeUpItem(ctx, first.ID, first.Version))(t)
	quorum(t, 2, 2, 2)
	t.Run("a pause does not end it", func(t *testing.T) {
		x.recuse(t, 0, x.a.ID)
		m := must(d.Meeting(ctx, x.m.ID))(t).Meeting
		m = must(d.SuspendMeeting(ctx, m.ID, m.Version))(t)
		must(d.ResumeMeeting(ctx, m.ID, m.Version))(t)
		quorum(t, 1, 1, 1)
	})
}
