package store

import (
	"fmt"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What was put to an item before the session is known in it, until a line is about
// it.
func TestASessionKnowsWhatWasPutToItsItems(t *testing.T) {
	x := newDesk(t).plenary()
	v := must(x.SaveDecision(ctx, committee.Decision{Item: x.next.ID}, "Le siège est à Bamako"))(t)
	r := must(x.SaveRecommendation(ctx, committee.Recommendation{Item: x.next.ID}, "Nommer un point focal"))(t)
	must(x.SaveDecision(ctx, committee.Decision{Meeting: x.m.ID}, "Sous aucun point"))(t)
	got := x.now(t).Proposed
	if len(got) != 2 || got[0] != (register.Proposal{Item: x.next.ID, Thing: decisions.thing(string(v.ID)), Ref: v.Ref, Text: "Le siège est à Bamako", State: committee.Proposed}) ||
		got[1].Thing != recommendations.thing(string(r.ID)) {
		t.Errorf("put are %+v", got)
	}
	must(x.AdoptDecision(ctx, v.ID, v.Version, committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"}))(t)
	if got := x.now(t).Proposed; len(got) != 1 || got[0].Ref != r.Ref {
		t.Errorf("put are still %+v", got)
	}
}

func TestWhatWasPutToItemsIsFoundByItem(t *testing.T) {
	s := newDesk(t).Store
	for _, kind := range []committee.Kind{committee.KindDecision, committee.KindRecommendation} {
		if p := plan(t, s, fmt.Sprintf(proposedFor, kind), []any{"m"}); strings.Contains(p, "SCAN") || strings.Contains(p, "outcome") {
			t.Errorf("%s: %s", kind, p)
		}
	}
}
