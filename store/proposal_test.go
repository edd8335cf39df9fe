package store

import (
	"errors"
	"testing"

	"suivi/internal/committee"
)

func TestProposals(t *testing.T) {
	d := newDesk(t)
	t.Run("an added one is proposed, not started, numbered in the year of its day", func(t *testing.T) {
		r := d.recommendation()
		if r.Ref != "R-2017-01" || r.Outcome.State != committee.Proposed || r.Implementation.State != committee.NotStarted || r.Words.Text() != "Désigner un point focal" {
			t.Errorf("added as %+v", r)
		}
		if x := d.decision(); x.Ref != "D-2017-01" || x.Outcome.State != committee.Proposed {
			t.Errorf("added as %+v", x)
		}
	})
	t.Run("without a day it is today's", func(t *testing.T) {
		r := must(d.SaveRecommendation(ctx, committee.Recommendation{}, "Aujourd’hui"))(t)
		x := must(d.SaveDecision(ctx, committee.Decision{}, "Aujourd’hui"))(t)
		if r.On != "2017-12-15" || x.On != "2017-12-15" {
			t.Errorf("dated %s and %s", r.On, x.On)
		}
	})
	t.Run("a number goes by the committee's pattern and starts anew each year", func(t *testing.T) {
		c := must(d.Committee(ctx))(t)
		c.Name, c.Numbers.Recommendation = "Comité", "REC/{NNN}/{AAAA}"
		must(d.SaveCommittee(ctx, c))(t)
		if r := must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2018-01-05"}, "Texte"))(t); r.Ref != "REC/001/2018" {
			t.Errorf("numbered %s", r.Ref)
		}
	})
	t.Run("a text is required", func(t *testing.T) {
		_, err := d.SaveRecommendation(ctx, committee.Recommendation{}, " \n")
		fieldError(t, err, committee.FieldText, committee.ReasonRequired)
		_, err = d.SaveDecision(ctx, committee.Decision{}, "")
		fieldError(t, err, committee.FieldText, committee.ReasonRequired)
	})
}

func TestRevisingAProposal(t *testing.T) {
	d := newDesk(t)
	t.Run("a revision keeps number and states whatever it is given", func(t *testing.T) {
		r := d.recommendation()
		given := r
		given.Ref, given.Number, given.Priority = "R-1", 77, committee.High
		given.Outcome.State, given.Implementation = committee.Adopted, committee.Implementation{State: committee.Blocked}
		got := must(d.SaveRecommendation(ctx, given, "Autre texte"))(t)
		if got.Mark != r.Mark || got.Outcome != r.Outcome || got.Implementation != r.Implementation || got.Priority != committee.High ||
			len(got.Words) != 1 || got.Words.Text() != "Autre texte" {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("an adopted text is refused, the rest may be revised", func(t *testing.T) {
		r := d.recommendation()
		r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-12-01")))(t)
		_, err := d.SaveRecommendation(ctx, r, "Autre")
		fieldError(t, err, committee.FieldText, committee.ReasonByAmend)
		r.Measures = "Lettre envoyée"
		if got := must(d.SaveRecommendation(ctx, r, r.Words.Text()+"\n"))(t); got.Measures != r.Measures || len(got.Words) != 1 {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("an item of another meeting is refused, and fills in its own", func(t *testing.T) {
		one, two := d.meeting(committee.Meeting{}), d.meeting(committee.Meeting{})
		i := d.item(one.ID, "Point")
		_, err := d.SaveDecision(ctx, committee.Decision{Item: i.ID, Meeting: two.ID}, "Texte")
		fieldError(t, err, committee.FieldItem, committee.ReasonNotListed)
		if x := must(d.SaveDecision(ctx, committee.Decision{Item: i.ID}, "Texte"))(t); x.Meeting != one.ID {
			t.Errorf("put at %s", x.Meeting)
		}
		_, err = d.SaveRecommendation(ctx, committee.Recommendation{Item: "none"}, "Texte")
		fieldError(t, err, committee.FieldItem, committee.ReasonUnknown)
	})
}

func TestRulings(t *testing.T) {
	d := newDesk(t)
	t.Run("adopted with a text is adopted as amended, by the actor", func(t *testing.T) {
		r := d.recommendation()
		r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-01", Text: "Désigner deux points focaux"}))(t)
		last := r.Words[len(r.Words)-1]
		if r.Outcome.State != committee.Amended || len(r.Words) != 2 || !last.Adopted || last.By != "Awa Traoré" {
			t.Errorf("adopted as %+v", r)
		}
	})
	t.Run("amended after adoption keeps the earlier wording", func(t *testing.T) {
		x := d.decision()
		x = must(d.AdoptDecision(ctx, x.ID, x.Version, ruling("2017-12-01")))(t)
		x = must(d.AmendDecision(ctx, x.ID, x.Version, committee.Ruling{On: "2017-12-05", Reason: "lapsus", Text: "Le comité siège à Ségou"}))(t)
		if len(x.Words) != 2 || x.Words[0].Text != "Le comité siège à Bamako" || x.Words.Text() != "Le comité siège à Ségou" {
			t.Errorf("amended to %+v", x.Words)
		}
	})
	t.Run("rejected needs a reason", func(t *testing.T) {
		r := d.recommendation()
		_, err := d.RejectRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-01"})
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
	})
	t.Run("deferred may still be withdrawn, and that ends it", func(t *testing.T) {
		x := d.decision()
		x = must(d.DeferDecision(ctx, x.ID, x.Version, ruling("2017-12-01")))(t)
		x = must(d.WithdrawDecision(ctx, x.ID, x.Version, ruling("2017-12-02")))(t)
		_, err := d.AdoptDecision(ctx, x.ID, x.Version, ruling("2017-12-03"))
		refused(t, err, committee.ReasonState)
	})
}

func TestWhatRefusesARuling(t *testing.T) {
	d := newDesk(t)
	t.Run("of an old version is a conflict", func(t *testing.T) {
		r := d.recommendation()
		must(d.DeferRecommendation(ctx, r.ID, r.Version, ruling("2017-12-01")))(t)
		var e *committee.ConflictError
		if _, err := d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-12-02")); !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("at a meeting that is not in the file is refused", func(t *testing.T) {
		r := d.recommendation()
		_, err := d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-01", Meeting: "none"})
		fieldError(t, err, committee.FieldMeeting, committee.ReasonUnknown)
	})
	t.Run("carried out only once adopted", func(t *testing.T) {
		r := d.recommendation()
		start := committee.Step{Verb: committee.VerbStart, On: "2017-12-02"}
		_, err := d.AdvanceRecommendation(ctx, r.ID, r.Version, start)
		refused(t, err, committee.ReasonNotAdopted)
		r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-12-01")))(t)
		if r = must(d.AdvanceRecommendation(ctx, r.ID, r.Version, start))(t); r.Implementation.State != committee.InProgress {
			t.Errorf("stands at %s", r.Implementation.State)
		}
		verb, thing, _ := d.lastEntry()
		if verb != committee.VerbStart || thing.ID != string(r.ID) {
			t.Errorf("the journal says %s of %v", verb, thing)
		}
	})
	t.Run("of nothing is not found", func(t *testing.T) {
		if _, err := d.AdoptDecision(ctx, "none", 1, ruling("2017-12-01")); !errors.Is(err, committee.ErrNotFound) {
			t.Errorf("got %v", err)
		}
	})
}
