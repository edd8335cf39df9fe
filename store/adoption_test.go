package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A recommendation tells how it was adopted, or what adoption left it out.
func TestARecommendationTellsHowItWasAdopted(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	a, b, out := d.recommendation(), d.recommendation(), d.recommendation()
	must(d.AdoptTogether(ctx, x.m.ID, x.i.ID, []register.Ruled{{ID: a.ID, Version: a.Version}, {ID: b.ID, Version: b.Version}}, out.ID))(t)
	want := register.Adoption{Meeting: x.m.ID, On: "2017-12-15", Item: x.i.ID, Number: 1, Bloc: true}
	s := must(d.Recommendation(ctx, b.ID))(t)
	if s.Adoption == nil || *s.Adoption != want || len(s.Excepted) > 0 {
		t.Errorf("adopted together it tells %+v, %+v", s.Adoption, s.Excepted)
	}
	s = must(d.Recommendation(ctx, out.ID))(t)
	if s.Adoption != nil || len(s.Excepted) != 1 || s.Excepted[0] != want || s.Names[agendaItems.thing(string(x.i.ID))].Full != "Premier point" {
		t.Errorf("excepted it tells %+v, %+v, %+v", s.Adoption, s.Excepted, s.Names)
	}
	must(d.AdoptRecommendation(ctx, out.ID, out.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
	if s = must(d.Recommendation(ctx, out.ID))(t); s.Adoption == nil || s.Adoption.Bloc || s.Adoption.Item != x.i.ID || len(s.Excepted) != 1 {
		t.Errorf("adopted by itself it tells %+v, %+v", s.Adoption, s.Excepted)
	}
}

// What an item is about tells its decisions too.
func TestAnItemUnderWayTellsItsDecisions(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	e := x.capture(committee.EntryDecision, "Le siège est à Bamako")
	if got := x.now(t).Touched.Decisions; len(got) != 1 || got[0].ID != e.Decision {
		t.Errorf("it tells %+v", got)
	}
}
