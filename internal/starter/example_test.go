package starter

import (
	"reflect"
	"strings"
	"testing"

	"suivi/internal/committee"
)

func TestExampleHoldsAYear(t *testing.T) {
	f := loaded(t, "example")
	count(t, f, map[committee.Kind]int{
		committee.KindCommittee: 1, committee.KindMeeting: 6, committee.KindGroup: 3, committee.KindInstitution: 12,
		committee.KindRecommendation: 25, committee.KindAction: 60, committee.KindGuideline: 8, committee.KindDecision: 12,
		committee.KindAxis: 4,
	})
	kinds := map[committee.MeetingKind]int{}
	for _, m := range all[committee.Meeting](f, committee.KindMeeting) {
		if kinds[m.Kind]++; m.Kind == committee.Workshop && m.Days() != 3 {
			t.Error(m.Title, m.Days())
		}
		if m.State == committee.Planned && (m.Kind != committee.Ordinary || m.Starts != "2018-01-18" || m.StartTime != "10:00") {
			t.Errorf("%+v", m)
		}
	}
	want := map[committee.MeetingKind]int{committee.Ordinary: 3, committee.Extraordinary: 1, committee.SecondNotice: 1, committee.Workshop: 1}
	if !reflect.DeepEqual(kinds, want) {
		t.Error(kinds)
	}
}

func TestEveryTitleOfTheExampleSaysSo(t *testing.T) {
	f := loaded(t, "example")
	titles := []string{"Name", "Title", "Heading", "Place", "RepresentedBy"}
	stamps(f, func(thing committee.Thing, v any, s committee.Stamp) {
		if len(s.Provenance) != 1 || s.Provenance[0].Certainty != committee.Fictional {
			t.Errorf("%s: %+v", thing, s.Provenance)
		}
		say := func(field, s string) {
			if s != "" && !strings.HasPrefix(s, "[EXEMPLE] ") {
				t.Errorf("%s %s: %q", thing, field, s)
			}
		}
		for _, field := range titles {
			if at := reflect.ValueOf(v).FieldByName(field); at.IsValid() && at.Kind() == reflect.String {
				say(field, at.String())
			}
		}
		switch v := v.(type) {
		case committee.Action:
			say("Text", v.Text)
		case committee.Recommendation:
			for _, w := range v.Words {
				say("Words", w.Text)
			}
		case committee.Decision:
			for _, w := range v.Words {
				say("Words", w.Text)
			}
		}
	})
}

// covers fails when a value of the list never occurs.
func covers[T comparable](t *testing.T, seen map[T]int, listed ...T) {
	t.Helper()
	for _, v := range listed {
		if seen[v] == 0 {
			t.Errorf("%T %v never occurs", v, v)
		}
	}
}

func TestExampleShowsEveryState(t *testing.T) {
	f := loaded(t, "example")
	states := map[any]int{}
	for _, r := range all[committee.Recommendation](f, committee.KindRecommendation) {
		states[r.Outcome.State]++
		states["recommendation "+string(r.Implementation.State)]++
	}
	for _, s := range committee.ImplementationStates {
		covers[any](t, states, "recommendation "+string(s))
	}
	for _, s := range committee.DecisionStates {
		covers[any](t, states, s)
	}
	decisions, actions := map[committee.DecisionState]int{}, map[committee.ImplementationState]int{}
	manners := map[committee.Manner]int{}
	for _, d := range all[committee.Decision](f, committee.KindDecision) {
		decisions[d.Outcome.State]++
		manners[d.Manner]++
	}
	for _, a := range all[committee.Action](f, committee.KindAction) {
		actions[a.Implementation.State]++
	}
	covers(t, decisions, committee.DecisionStates...)
	covers(t, manners, committee.Consensus, committee.ShowOfHands, committee.Secret)
	covers(t, actions, committee.ImplementationStates...)
	guides, minutes := map[committee.GuidelineState]int{}, map[committee.MinutesState]int{}
	for _, g := range all[committee.Guideline](f, committee.KindGuideline) {
		guides[g.State]++
	}
	for _, m := range all[committee.Meeting](f, committee.KindMeeting) {
		minutes[m.Minutes.State]++
	}
	covers(t, guides, committee.GuidelineStates...)
	covers(t, minutes, committee.NoMinutes, committee.MinutesDraft, committee.MinutesCirculated, committee.MinutesAdopted, committee.MinutesSigned)
}

func TestExampleShowsEveryLineOfARecord(t *testing.T) {
	f := loaded(t, "example")
	outcomes, entries := map[committee.ItemOutcome]int{}, map[committee.EntryKind]int{}
	presences, answers := map[committee.Presence]int{}, map[committee.Choice]int{}
	moved, halves, ended := 0, 0, 0
	for _, i := range all[committee.AgendaItem](f, committee.KindAgendaItem) {
		outcomes[i.Outcome]++
	}
	for _, e := range all[committee.Entry](f, committee.KindEntry) {
		entries[e.Kind]++
	}
	for _, a := range all[committee.Attendance](f, committee.KindAttendance) {
		presences[a.Presence]++
		moved, halves = moved+len(a.Movements), halves+len(a.HalfDays)
	}
	for _, m := range all[committee.Mandate](f, committee.KindMandate) {
		if !m.InForce(today) {
			ended++
		}
	}
	for _, u := range all[committee.Update](f, committee.KindUpdate) {
		answers[u.Confirmed]++
	}
	covers(t, outcomes, committee.ItemOutcomes...)
	covers(t, entries, committee.EntryKinds...)
	covers(t, presences, committee.Present, committee.Represented, committee.Excused, committee.Absent)
	covers(t, answers, committee.Unset, committee.Yes, committee.No)
	if moved == 0 || halves == 0 || ended < 3 || len(all[committee.Extension](f, committee.KindExtension)) < 3 {
		t.Error(moved, halves, ended)
	}
}

// What the home screen counts on 15 December 2017.
func TestExampleMakesAPlausibleHome(t *testing.T) {
	f := loaded(t, "example")
	covered := map[committee.ArticleID]bool{}
	got := map[string]int{}
	percent, expected, counted := 0, 0, 0
	for _, a := range all[committee.Action](f, committee.KindAction) {
		for _, id := range a.Articles {
			covered[id] = true
		}
		if a.Implementation.State == committee.Abandoned {
			continue
		}
		counted++
		percent += a.Implementation.Percent
		if !a.Implementation.State.Open() {
			expected += 100
		} else {
			expected += committee.Expected(a.Start, a.Due, today)
		}
		last := a.Due.Last()
		switch {
		case a.Late(today) && a.Implementation.State == committee.Blocked:
			got["late "+string(a.Implementation.Cause)]++
			fallthrough
		case a.Late(today):
			got["late"]++
		case a.Implementation.State.Open() && last <= today.Add(30):
			got["soon"]++
		}
	}
	for _, r := range all[committee.Recommendation](f, committee.KindRecommendation) {
		if r.Outcome.State.Open() {
			got["awaiting"]++
		}
	}
	repealed := map[committee.GuidelineID]bool{}
	for _, g := range all[committee.Guideline](f, committee.KindGuideline) {
		repealed[g.ID] = g.State == committee.Repealed
	}
	for _, a := range all[committee.Article](f, committee.KindArticle) {
		if !covered[a.ID] && !repealed[a.Guideline] {
			got["uncovered"]++
		}
	}
	want := map[string]int{"late": 4, "late funding": 1, "soon": 7, "awaiting": 5, "uncovered": 3}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if percent/counted != 42 || expected/counted < 50 || expected/counted > 60 {
		t.Errorf("done %d %%, expected %d %%", percent/counted, expected/counted)
	}
}
