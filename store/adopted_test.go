package store

import (
	"testing"

	"suivi/internal/committee"
)

// What is adopted by itself stands under the item it was put to, whichever is
// under way.
func TestWhatIsAdoptedByItselfStandsUnderItsOwnItem(t *testing.T) {
	here := func(x sat) committee.Ruling { return committee.Ruling{Meeting: x.m.ID, On: "2017-12-15"} }
	last := func(t *testing.T, x sat) committee.Entry {
		all := x.now(t).Entries
		if len(all) == 0 {
			t.Fatal("no line was kept")
		}
		return all[len(all)-1]
	}
	t.Run("a decision, while another item is under way", func(t *testing.T) {
		x := newDesk(t).plenary()
		v := must(x.SaveDecision(ctx, committee.Decision{Meeting: x.m.ID, Item: x.next.ID}, "Le siège est à Bamako"))(t)
		must(x.AdoptDecision(ctx, v.ID, v.Version, here(x)))(t)
		if e := last(t, x); e.Item != x.next.ID || e.Decision != v.ID || e.At == "" {
			t.Errorf("its line is %+v", e)
		}
	})
	t.Run("a recommendation, while nothing is under way", func(t *testing.T) {
		x := newDesk(t).plenary()
		must(x.ConcludeItem(ctx, x.i.ID, x.now(t).Items[0].Version, committee.DealtWith, "", ""))(t)
		must(x.ConcludeItem(ctx, x.next.ID, x.now(t).Items[1].Version, committee.DealtWith, "", ""))(t)
		r := must(x.SaveRecommendation(ctx, committee.Recommendation{Meeting: x.m.ID, Item: x.i.ID}, "Nommer un point focal"))(t)
		must(x.AdoptRecommendation(ctx, r.ID, r.Version, here(x)))(t)
		if e := last(t, x); e.Item != x.i.ID || e.Recommendation != r.ID || e.At == "" {
			t.Errorf("its line is %+v", e)
		}
	})
	t.Run("what was put to the item of another meeting, under the one under way", func(t *testing.T) {
		x := newDesk(t).plenary()
		before := x.meeting(committee.Meeting{Starts: "2017-11-02"})
		r := must(x.SaveRecommendation(ctx, committee.Recommendation{Item: x.item(before.ID, "Ailleurs").ID}, "Nommer un point focal"))(t)
		must(x.AdoptRecommendation(ctx, r.ID, r.Version, here(x)))(t)
		if e := last(t, x); e.Item != x.i.ID || e.Recommendation != r.ID {
			t.Errorf("its line is %+v", e)
		}
	})
	t.Run("in a workshop, under the item that gathers them while it is under way", func(t *testing.T) {
		d := newDesk(t)
		x := d.sitting(d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-15"}))
		gathers := must(x.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: x.m.ID, Kind: committee.ForDecisionItem, Title: "Adoption"}))(t)
		must(x.TakeUpItem(ctx, gathers.ID, gathers.Version))(t)
		r := must(x.SaveRecommendation(ctx, committee.Recommendation{Meeting: x.m.ID, Item: x.i.ID}, "Nommer un point focal"))(t)
		must(x.AdoptRecommendation(ctx, r.ID, r.Version, here(x)))(t)
		if e := last(t, x); e.Item != gathers.ID {
			t.Errorf("its line is %+v", e)
		}
	})
}
