package store

import (
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// sums are what Home adds up of the actions on a day: those that are kept, and
// those that are counted anew.
func sums(t *testing.T, s *Store, day committee.Date) (kept, counted tally) {
	t.Helper()
	kept, counted = tally{}, tally{}
	if err := kept.onDay(ctx, s.reader, day); err != nil {
		t.Fatal(err)
	}
	if err := counted.read(ctx, s.reader, day); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(kept, func(_ [2]string, s *share) bool {
		return *s == share{axis: s.axis, institution: s.institution}
	})
	maps.DeleteFunc(counted, func(_ [2]string, s *share) bool {
		return *s == share{axis: s.axis, institution: s.institution}
	})
	return kept, counted
}

// Whatever happens to actions, on whichever day, what is kept of the day of the
// latest change is what their rows say.
func TestWhatIsAddedUpForADayFollowsEveryChange(t *testing.T) {
	d := newDesk(t)
	was := clock
	t.Cleanup(func() { clock = was })
	rapid.Check(t, func(t2 *rapid.T) {
		c := chance{d, t2}
		for range 6 {
			clock = was.AddDate(0, 0, rapid.IntRange(-30, 400).Draw(t2, "days"))
			if err := c.onAction(); err != nil && !refusal(err) {
				t2.Fatal(err)
			}
			day := must(tallyDay(ctx, d.reader))(t)
			kept, counted := sums(t, d.Store, day)
			if !maps.EqualFunc(kept, counted, func(a, b *share) bool { return *a == *b }) {
				t2.Fatalf("on %s it keeps %v, counted are %v", day, kept, counted)
			}
		}
	})
	if must(tallyDay(ctx, d.reader))(t) == "" {
		t.Error("nothing was added up")
	}
	unfound(t, d.Store)
}

// The first change of a day adds up for that day; until then Home counts.
func TestHomeOnADayWithoutAChange(t *testing.T) {
	d := newDesk(t)
	d.action(committee.Action{Institution: d.justice.ID, Due: "2017-12-20"})
	if day := must(tallyDay(ctx, d.reader))(t); day != d.today() {
		t.Fatalf("added up for %q", day)
	}
	was := clock
	t.Cleanup(func() { clock = was })
	clock = was.Add(10 * 24 * time.Hour)
	if h := must(d.Home(ctx))(t); h.Late != 1 || h.DueSoon != 0 {
		t.Errorf("ten days later: %d late, %d soon", h.Late, h.DueSoon)
	}
	d.action(committee.Action{Due: "2017-12-26"})
	if h := must(d.Home(ctx))(t); h.Late != 1 || h.DueSoon != 1 || must(tallyDay(ctx, d.reader))(t) != d.today() {
		t.Errorf("after a change: %d late, %d soon", h.Late, h.DueSoon)
	}
	behind(t, d.Store, "UPDATE day_tally SET late = late + 1")
	if found := must(d.Check(ctx))(t); len(found) != 1 || found[0].Kind != register.FindingTally {
		t.Errorf("the check finds %+v", found)
	}
}

// What an institution supports and what is addressed to it come in the order
// of their lists, whatever became of the rows since they were tied.
func TestLinksKeepTheOrderOfTheirLists(t *testing.T) {
	d := newDesk(t)
	of := register.Query{Of: institutions.thing(string(d.justice.ID)), Scope: register.Supported}
	texts := func() (all []string) {
		for _, l := range must(d.Actions(ctx, of))(t).Rows {
			all = append(all, l.Text)
		}
		return all
	}
	shown := func(want ...string) {
		t.Helper()
		if got := texts(); !slices.Equal(got, want) {
			t.Errorf("shown are %q, want %q", got, want)
		}
	}
	for _, due := range []committee.Due{"2018-03-01", "2018-01-01", "", "2018-02-01"} {
		d.action(committee.Action{Text: "pour " + string(due), Supporting: []committee.InstitutionID{d.justice.ID}, Due: due})
	}
	shown("pour 2018-01-01", "pour 2018-02-01", "pour 2018-03-01", "pour")
	first := must(d.Actions(ctx, of))(t).Rows[0]
	v := must(d.Action(ctx, first.ID))(t).Action
	must(d.AdvanceAction(ctx, v.ID, v.Version, committee.Step{Verb: committee.VerbDeclare, On: "2017-12-10"}))(t)
	shown("pour 2018-02-01", "pour 2018-03-01", "pour", "pour 2018-01-01")
	second := must(d.Action(ctx, must(d.Actions(ctx, of))(t).Rows[0].ID))(t).Action
	if err := d.Archive(ctx, actions.thing(string(second.ID)), second.Version, true); err != nil {
		t.Fatal(err)
	}
	shown("pour 2018-03-01", "pour", "pour 2018-01-01")
	of.Archived = true
	shown("pour 2018-02-01")
	unfound(t, d.Store)
	behind(t, d.Store, "UPDATE action_support SET due_key = '2000-01-01'")
	if found := must(d.Check(ctx))(t); len(found) != 1 || found[0].Kind != register.FindingTally {
		t.Errorf("the check finds %+v", found)
	}
}
