package store

import (
	"errors"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func counts(yes, no, blank int) committee.Votes {
	return committee.Votes{For: &yes, Against: &no, Abstain: &blank}
}

var hands = committee.Ballot{Manner: committee.ShowOfHands}

// three is a plenary where three institutions are present.
func (d desk) three(t *testing.T) (sat, []committee.Attendance) {
	t.Helper()
	third := must(d.SaveInstitution(ctx, committee.Institution{Name: "Intérieur", Capacity: committee.Member}))(t)
	x := d.plenary()
	all := []committee.Attendance{must(d.Attend(ctx, x.a.ID, x.a.Version, register.Attending{Presence: committee.Present}))(t)}
	for _, id := range []committee.InstitutionID{d.sante.ID, third.ID} {
		all = append(all, must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: id, Presence: committee.Present}))(t))
	}
	return x, all
}

// vote is taken on the first item.
func (s sat) vote(c register.VoteCapture) (committee.Entry, error) {
	c.Item = s.i.ID
	if c.Text == "" {
		c.Text = "Le comité décide"
	}
	return s.RecordVote(ctx, c)
}

// recuse notes, with a vote that settles nothing, that these alone stand back
// from an item.
func (s sat) recuse(t *testing.T, item int, recused ...committee.AttendanceID) {
	t.Helper()
	must(s.RecordVote(ctx, register.VoteCapture{
		Item: s.now(t).Items[item].ID, Text: "Qui se retire ?", Free: true,
		Ballot: committee.Ballot{Manner: committee.Consensus, Recused: append([]committee.AttendanceID{}, recused...)},
	}))(t)
}

func TestRecordVote(t *testing.T) {
	d := newDesk(t)
	x, _ := d.three(t)
	t.Run("counts that do not add up are refused with the sum", func(t *testing.T) {
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 0, 0)})
		fieldError(t, err, committee.FieldVotes, committee.ReasonSum)
		if e := (*committee.FieldError)(nil); !errors.As(err, &e) || e.Detail != "2/3" {
			t.Errorf("refused with %v", err)
		}
	})
	t.Run("a decision of the wording is made, adopted by the vote", func(t *testing.T) {
		e := must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 1, 0)}))(t)
		got := must(d.Decision(ctx, e.Decision))(t).Decision
		if got.Outcome.State != committee.Adopted || got.Manner != committee.ShowOfHands || *got.Votes.For != 2 || e.Quorum.Present != 3 {
			t.Errorf("decided %+v on %+v", got, e)
		}
	})
	t.Run("or rejected, for the reason that the vote gives", func(t *testing.T) {
		e := must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(1, 2, 0)}))(t)
		if got := must(d.Decision(ctx, e.Decision))(t).Decision; got.Outcome.State != committee.Rejected || got.Outcome.Reason == "" {
			t.Errorf("decided %+v", got)
		}
		// The history of the decision names the vote.
		lines := must(d.Journal(ctx, register.Query{Of: committee.Thing{Kind: committee.KindDecision, ID: string(e.Decision)}}))(t).Rows
		if len(lines) != 1 || lines[0].Entry != committee.EntryVote {
			t.Errorf("its history is %+v", lines)
		}
	})
	t.Run("a decision taken on the spot keeps how it was voted", func(t *testing.T) {
		line := x.capture(committee.EntryDecision, "Le siège est à Bamako")
		got := must(d.Decision(ctx, line.Decision))(t).Decision
		must(x.vote(register.VoteCapture{
			Ballot: committee.Ballot{Manner: committee.Secret}, Votes: counts(3, 0, 0), Decision: got.ID, Version: got.Version, Text: "Le siège est à Bamako",
		}))(t)
		if got = must(d.Decision(ctx, got.ID))(t).Decision; got.Manner != committee.Secret || *got.Votes.For != 3 || len(got.Words) != 1 {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("a recommendation is adopted with its amended wording", func(t *testing.T) {
		r := d.recommendation()
		must(x.vote(register.VoteCapture{
			Ballot: committee.Ballot{Manner: committee.Consensus}, Recommendation: r.ID, Version: r.Version, Text: "Désigner deux points focaux",
		}))(t)
		if r = must(d.Recommendation(ctx, r.ID))(t).Recommendation; r.Outcome.State != committee.Amended || len(r.Words) != 2 {
			t.Errorf("it is %+v", r)
		}
	})
}

// The plenary may vote, at the same meeting, on what it decided on the spot.
func TestAVoteSettlesADecisionAnew(t *testing.T) {
	d := newDesk(t)
	x, _ := d.three(t)
	t.Run("a decision taken on the spot is settled by the vote that follows", func(t *testing.T) {
		line := x.capture(committee.EntryDecision, "Le siège est à Kayes")
		got := must(d.Decision(ctx, line.Decision))(t).Decision
		lines := journalLines(t, d.Store)
		lost := register.VoteCapture{Ballot: hands, Votes: counts(1, 2, 0), Decision: got.ID, Version: got.Version, Text: "Le siège est à Kayes"}
		e := must(x.vote(lost))(t)
		got = must(d.Decision(ctx, got.ID))(t).Decision
		if got.Outcome.State != committee.Rejected || got.Outcome.Meeting != x.m.ID || got.Outcome.Reason == "" || got.Manner != committee.ShowOfHands || e.Decision != got.ID {
			t.Errorf("it is %+v", got)
		}
		if n := journalLines(t, d.Store) - lines; n != 1 {
			t.Errorf("it took %d lines of the journal", n)
		}
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if got = must(d.Decision(ctx, got.ID))(t).Decision; got.Outcome.State != committee.Adopted || !got.Words.Adopted() {
			t.Errorf("taken back it is %+v", got)
		}
	})
	t.Run("a second vote settles it otherwise", func(t *testing.T) {
		line := x.capture(committee.EntryDecision, "Le siège est à Mopti")
		for _, vote := range []struct {
			votes committee.Votes
			want  committee.DecisionState
		}{{counts(1, 2, 0), committee.Rejected}, {counts(2, 1, 0), committee.Adopted}, {counts(0, 3, 0), committee.Rejected}} {
			got := must(d.Decision(ctx, line.Decision))(t).Decision
			must(x.vote(register.VoteCapture{Ballot: hands, Votes: vote.votes, Decision: got.ID, Version: got.Version, Text: got.Words.Text()}))(t)
			if got = must(d.Decision(ctx, got.ID))(t).Decision; got.Outcome.State != vote.want || *got.Votes.For != *vote.votes.For {
				t.Errorf("it is %+v, want %s", got, vote.want)
			}
		}
	})
	t.Run("it may be put off by the vote", func(t *testing.T) {
		line := x.capture(committee.EntryDecision, "Le siège est à Ségou")
		got := must(d.Decision(ctx, line.Decision))(t).Decision
		motion := register.VoteCapture{Ballot: hands, Votes: counts(1, 2, 0), Decision: got.ID, Version: got.Version, Text: got.Words.Text(), PutOff: true}
		must(x.vote(motion))(t)
		if kept := must(d.Decision(ctx, got.ID))(t).Decision; kept.Version != got.Version {
			t.Errorf("a motion that is lost made it %+v", kept)
		}
		motion.Votes = counts(2, 1, 0)
		e := must(x.vote(motion))(t)
		got = must(d.Decision(ctx, got.ID))(t).Decision
		if got.Outcome.State != committee.Deferred || got.Words.Adopted() || got.Manner != committee.MannerUnsaid || e.Text != "Motion d’ajournement\u00a0: Le siège est à Ségou" {
			t.Errorf("it is %+v by %q", got, e.Text)
		}
	})
}

// A recommendation that the same meeting adopted is rejected, put off or adopted
// by the vote that follows; one that is carried out already, or that another
// meeting adopted, is not.
func TestAVoteSettlesARecommendationAnew(t *testing.T) {
	d := newDesk(t)
	x, _ := d.three(t)
	adopted := func() committee.Recommendation {
		r := d.recommendation()
		return must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: r.ID, Version: r.Version}}))(t)[0]
	}
	voted := func(r committee.Recommendation, v committee.Votes, putOff bool) (committee.Recommendation, error) {
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: v, Recommendation: r.ID, Version: r.Version, Text: r.Words.Text(), PutOff: putOff})
		return must(d.Recommendation(ctx, r.ID))(t).Recommendation, err
	}
	r := adopted()
	for _, c := range []struct {
		votes  committee.Votes
		putOff bool
		want   committee.DecisionState
	}{
		{counts(2, 1, 0), false, committee.Adopted},
		{counts(1, 2, 0), false, committee.Rejected},
		{counts(3, 0, 0), false, committee.Adopted},
		{counts(2, 1, 0), true, committee.Deferred},
	} {
		var err error
		if r, err = voted(r, c.votes, c.putOff); err != nil || r.Outcome.State != c.want || r.Words.Adopted() != c.want.InEffect() {
			t.Fatalf("it is %+v, want %s: %v", r, c.want, err)
		}
	}
	started := adopted()
	started = must(d.AdvanceRecommendation(ctx, started.ID, started.Version, committee.Step{Verb: committee.VerbStart, On: "2017-12-15"}))(t)
	_, err := voted(started, counts(1, 2, 0), false)
	refused(t, err, committee.ReasonState)
	other := d.recommendation()
	other = must(d.AdoptRecommendation(ctx, other.ID, other.Version, committee.Ruling{On: "2017-11-02"}))(t)
	_, err = voted(other, counts(1, 2, 0), false)
	refused(t, err, committee.ReasonState)
}

// A vote settles only what is its to settle.
func TestAVoteThatSettlesNothing(t *testing.T) {
	d := newDesk(t)
	x, _ := d.three(t)
	t.Run("a motion to put off is about something", func(t *testing.T) {
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 1, 0), PutOff: true})
		fieldError(t, err, committee.FieldDecisions, committee.ReasonRequired)
	})
	t.Run("what another meeting adopted is not rejected by a vote", func(t *testing.T) {
		before := d.meeting(committee.Meeting{Starts: "2017-11-02"})
		got := must(d.SaveDecision(ctx, committee.Decision{On: "2017-11-02"}, "Le siège est à Gao"))(t)
		got = must(d.AdoptDecision(ctx, got.ID, got.Version, committee.Ruling{Meeting: before.ID, On: "2017-11-02"}))(t)
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: counts(1, 2, 0), Decision: got.ID, Version: got.Version, Text: got.Words.Text()})
		refused(t, err, committee.ReasonState)
	})
}

func TestWhoVotes(t *testing.T) {
	d := newDesk(t)
	x, all := d.three(t)
	t.Run("a casting vote needs the committee's rule", func(t *testing.T) {
		b := committee.Ballot{Manner: committee.ShowOfHands, Casting: committee.VoiceFor}
		_, err := x.vote(register.VoteCapture{Ballot: b, Votes: counts(1, 1, 1)})
		fieldError(t, err, committee.FieldVotes, committee.ReasonNoCasting)
		d.rule(committee.Quorum{CastingVote: committee.Yes})
		e := must(x.vote(register.VoteCapture{Ballot: b, Votes: counts(1, 1, 1)}))(t)
		if got := must(d.Decision(ctx, e.Decision))(t).Decision; got.Outcome.State != committee.Adopted {
			t.Errorf("decided %+v", got)
		}
	})
	t.Run("who stood back has no voice", func(t *testing.T) {
		x.recuse(t, 0, all[1].ID)
		_, err := x.vote(register.VoteCapture{Ballot: hands, Votes: counts(3, 0, 0)})
		fieldError(t, err, committee.FieldVotes, committee.ReasonSum)
		named := []committee.NamedVoice{{Attendance: all[1].ID, Voice: committee.VoiceFor}}
		_, err = x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Named: named}})
		fieldError(t, err, committee.FieldPerson, committee.ReasonNotListed)
		e := must(x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Named: []committee.NamedVoice{
			{Attendance: all[0].ID, Voice: committee.VoiceFor}, {Attendance: all[2].ID, Voice: committee.VoiceAbstain},
		}}}))(t)
		if len(e.Ballot.Recused) != 1 || *e.Votes.For != 1 || *e.Votes.Abstain != 1 || e.Quorum.Base != 2 {
			t.Errorf("kept %+v", e)
		}
	})
	t.Run("the delegates of one institution have one voice", func(t *testing.T) {
		second := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: all[2].Institution, Presence: committee.Present, Remarks: "second délégué"}))(t)
		_, err := x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Named: []committee.NamedVoice{
			{Attendance: all[2].ID, Voice: committee.VoiceFor}, {Attendance: second.ID, Voice: committee.VoiceFor},
		}}})
		fieldError(t, err, committee.FieldPerson, committee.ReasonDuplicate)
		must(struct{}{}, d.Archive(ctx, attendances.thing(string(second.ID)), second.Version, true))(t)
	})
	t.Run("standing back is kept with the vote, or not at all", func(t *testing.T) {
		away := committee.Ballot{Manner: committee.ShowOfHands, Recused: []committee.AttendanceID{all[0].ID, all[2].ID}}
		_, err := x.vote(register.VoteCapture{Ballot: away, Votes: counts(2, 0, 0)})
		fieldError(t, err, committee.FieldVotes, committee.ReasonSum)
		if i := x.now(t).Items[0]; len(i.Recused) != 1 {
			t.Errorf("a vote that was refused leaves %q out of the item", i.Recused)
		}
		e := must(x.vote(register.VoteCapture{Ballot: away, Votes: counts(1, 0, 0)}))(t)
		if i := x.now(t).Items[0]; len(i.Recused) != 2 || i.Quorum.Base != 1 || len(e.Ballot.Recused) != 2 || e.Quorum.Present != 1 {
			t.Errorf("kept %+v on %+v", e, i)
		}
		nobody := committee.Ballot{Manner: committee.ShowOfHands, Recused: []committee.AttendanceID{}}
		must(x.vote(register.VoteCapture{Ballot: nobody, Votes: counts(3, 0, 0)}))(t)
		if i := x.now(t).Items[0]; len(i.Recused) != 0 || i.Quorum.Base != 3 {
			t.Errorf("who takes part again is left out of %+v", i)
		}
		x.recuse(t, 0, all[1].ID)
	})
	t.Run("a free vote settles nothing", func(t *testing.T) {
		if e := must(x.vote(register.VoteCapture{Ballot: hands, Votes: counts(2, 0, 0), Free: true}))(t); e.Decision != "" {
			t.Errorf("kept %+v", e)
		}
	})
}

// By name only who has a vote speaks, and somebody does.
func TestWhoHasAVoteByName(t *testing.T) {
	d := newDesk(t)
	x, all := d.three(t)
	ong := must(d.SaveInstitution(ctx, committee.Institution{Name: "ONUDC", Capacity: committee.Partner}))(t)
	guest := must(d.SaveAttendance(ctx, committee.Attendance{Meeting: x.m.ID, Institution: ong.ID, Presence: committee.Present}))(t)
	named := []committee.NamedVoice{
		{Attendance: all[0].ID, Voice: committee.VoiceFor}, {Attendance: all[1].ID, Voice: committee.VoiceFor}, {Attendance: guest.ID, Voice: committee.VoiceFor},
	}
	_, err := x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName, Named: named}})
	fieldError(t, err, committee.FieldPerson, committee.ReasonNotListed)
	x.recuse(t, 0, all[0].ID, all[1].ID, all[2].ID)
	_, err = x.vote(register.VoteCapture{Ballot: committee.Ballot{Manner: committee.ByName}})
	fieldError(t, err, committee.FieldVotes, committee.ReasonRequired)
}

// The minutes say what was adopted en bloc, and what was excepted.
func TestWhatIsAdoptedEnBlocIsKept(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	blocs := func(all []register.Ruled, excepted ...committee.RecommendationID) (kept []int, out [][]committee.RecommendationID) {
		must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, all, excepted...))(t)
		for _, r := range all {
			e := x.about(t, r.ID)
			kept, out = append(kept, e.Bloc), append(out, e.Excepted)
		}
		return kept, out
	}
	var r []register.Ruled
	for range 6 {
		v := d.recommendation()
		r = append(r, register.Ruled{ID: v.ID, Version: v.Version})
	}
	kept, out := blocs(r[:2], r[2].ID)
	if !slices.Equal(kept, []int{1, 1}) || !slices.Equal(out[0], []committee.RecommendationID{r[2].ID}) || len(out[1]) > 0 {
		t.Errorf("kept %v, but for %v", kept, out)
	}
	if kept, _ = blocs(r[3:5]); !slices.Equal(kept, []int{2, 2}) {
		t.Errorf("the second time kept %v", kept)
	}
	if kept, _ = blocs(r[5:]); !slices.Equal(kept, []int{0}) {
		t.Errorf("of one alone kept %v", kept)
	}
}

func TestAdoptTogether(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	one, two, three := d.recommendation(), d.recommendation(), d.recommendation()
	adopted := must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{
		{ID: one.ID, Version: one.Version}, {ID: two.ID, Version: two.Version, Text: "Désigner deux points focaux"},
	}))(t)
	t.Run("adopts each, the amended one with its earlier wording", func(t *testing.T) {
		if len(adopted) != 2 || adopted[0].Outcome.State != committee.Adopted || adopted[1].Outcome.State != committee.Amended || len(adopted[1].Words) != 2 {
			t.Errorf("adopted %+v", adopted)
		}
	})
	t.Run("keeps a line of the minutes for each", func(t *testing.T) {
		v := x.now(t)
		if len(v.Entries) != 2 || v.Entries[1].Recommendation != two.ID || v.Entries[1].Kind != committee.EntryRecommendation || len(v.Recommendations) != 2 {
			t.Errorf("the minutes are %+v", v.Entries)
		}
	})
	t.Run("adopts none when one is refused", func(t *testing.T) {
		_, err := d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: three.ID, Version: three.Version}, {ID: one.ID, Version: adopted[0].Version}})
		refused(t, err, committee.ReasonState)
		if got := must(d.Recommendation(ctx, three.ID))(t).Recommendation; got.Outcome.State != committee.Proposed {
			t.Errorf("it is %s", got.Outcome.State)
		}
	})
}

// A recommendation is settled anew by each vote of the same meeting, in one change
// of the journal that is taken back as one.
func TestEachVoteSettlesARecommendationAnewInOneChange(t *testing.T) {
	d := newDesk(t)
	x, _ := d.three(t)
	r := d.recommendation()
	for n, vote := range []struct {
		votes  committee.Votes
		putOff bool
		want   committee.DecisionState
	}{
		{counts(1, 2, 0), false, committee.Rejected},
		{counts(2, 1, 0), false, committee.Adopted},
		{counts(3, 0, 0), true, committee.Deferred},
		{counts(2, 1, 0), true, committee.Deferred},
		{counts(1, 2, 0), true, committee.Proposed},
		{counts(2, 1, 0), true, committee.Deferred},
		{counts(0, 3, 0), false, committee.Rejected},
		{counts(3, 0, 0), true, committee.Deferred},
		{counts(3, 0, 0), false, committee.Adopted},
	} {
		r = must(d.Recommendation(ctx, r.ID))(t).Recommendation
		was, lines := r.Outcome.State, journalLines(t, d.Store)
		capture := register.VoteCapture{Ballot: hands, Votes: vote.votes, Recommendation: r.ID, Version: r.Version, Text: r.Words.Text(), PutOff: vote.putOff}
		must(x.vote(capture))(t)
		if got := must(d.Recommendation(ctx, r.ID))(t).Recommendation; got.Outcome.State != vote.want {
			t.Errorf("vote %d: it is %+v, want %s", n, got.Outcome, vote.want)
		}
		if n := journalLines(t, d.Store) - lines; n != 1 {
			t.Errorf("it took %d lines of the journal", n)
		}
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if r = must(d.Recommendation(ctx, r.ID))(t).Recommendation; r.Outcome.State != was {
			t.Errorf("vote %d: taken back it is %s, want %s", n, r.Outcome.State, was)
		}
		capture.Version = r.Version
		must(x.vote(capture))(t)
	}
}
