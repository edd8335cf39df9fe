package store

import (
	"database/sql"
	"testing"

	"pgregory.net/rapid"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestHomeCountsWhatItsListsShow(t *testing.T) {
	d := crowded(t)
	d.held("2017-12-01")
	a := d.action(committee.Action{Due: "2017-12-01"})
	must(d.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbAbandon, On: "2017-12-15", Reason: "sans objet"}))(t)
	gone := d.action(committee.Action{Due: "2017-12-01"})
	if err := d.Archive(ctx, actions.thing(string(gone.ID)), gone.Version, false); err != nil {
		t.Fatal(err)
	}
	h := must(d.Home(ctx))(t)
	for scope, n := range map[register.Scope]int{
		register.All: h.Actions, register.Late: h.Late, register.DueSoon: h.DueSoon, register.Blocked: h.Blocked,
		register.ToValidate: h.ToValidate, register.Incomplete: h.Incomplete,
	} {
		if w := must(d.Actions(ctx, register.Query{Scope: scope}))(t); w.Total != n || n == 0 {
			t.Errorf("%q: home says %d, the list %d", scope, n, w.Total)
		}
	}
	if w := must(d.Recommendations(ctx, register.Query{Scope: register.AwaitsDecision}))(t); w.Total != h.Awaiting || h.Awaiting == 0 {
		t.Errorf("home says %d await, the list %d", h.Awaiting, w.Total)
	}
	if w := must(d.Meetings(ctx, register.Query{Scope: register.MinutesDue}))(t); w.Total != h.MinutesToAdopt || h.MinutesToAdopt != 1 {
		t.Errorf("home says %d minutes, the list %d", h.MinutesToAdopt, w.Total)
	}
	bare := 0
	for _, l := range must(d.Guidelines(ctx, register.Query{Scope: register.WithoutAction}))(t).Rows {
		bare += l.Articles - l.WithAction
	}
	if bare != h.Uncovered || bare == 0 {
		t.Errorf("home says %d articles, the list %d", h.Uncovered, bare)
	}
	if h.LateBlocked == 0 || h.LateBlocked > h.Late || h.Guidelines[committee.Draft] == 0 {
		t.Errorf("late and blocked %d, guidelines %v", h.LateBlocked, h.Guidelines)
	}
}

func TestHomeProgress(t *testing.T) {
	d := newDesk(t)
	second := must(d.SaveAxis(ctx, committee.Axis{Name: "Protection", Kind: committee.AxisOfPlan, Position: 2}))(t)
	first := must(d.SaveAxis(ctx, committee.Axis{Name: "Prévention", Kind: committee.AxisOfPlan, Position: 1}))(t)
	half := d.action(committee.Action{Axis: first.ID, Institution: d.justice.ID, Start: "2017-12-05", Due: "2017-12-25"})
	must(d.ReportProgress(ctx, half.Version, committee.Update{Action: half.ID, Text: "x", Percent: ptr(30)}))(t)
	done := d.action(committee.Action{Axis: first.ID, Institution: d.sante.ID, Due: "2017-12-10"})
	must(d.AdvanceAction(ctx, done.ID, done.Version, committee.Step{Verb: committee.VerbDeclare, On: "2017-12-10"}))(t)
	d.action(committee.Action{Axis: second.ID, Due: "2017-12-10"})
	off := d.action(committee.Action{Axis: second.ID, Due: "2017-12-10"})
	must(d.AdvanceAction(ctx, off.ID, off.Version, committee.Step{Verb: committee.VerbAbandon, On: "2017-12-10", Reason: "x"}))(t)
	d.action(committee.Action{})
	h := must(d.Home(ctx))(t)
	t.Run("adds up the whole, abandoned actions aside", func(t *testing.T) {
		want := register.Progress{Actions: 4, Done: 1, Late: 1, Percent: 130 / 4, Expected: 250 / 4}
		if h.Total != want {
			t.Errorf("total %+v, want %+v", h.Total, want)
		}
	})
	t.Run("by axis in the order of the plan, without one last", func(t *testing.T) {
		want := []register.Progress{
			{Thing: axes.thing(string(first.ID)), Name: "Prévention", Actions: 2, Done: 1, Percent: 65, Expected: 75},
			{Thing: axes.thing(string(second.ID)), Name: "Protection", Actions: 1, Late: 1, Expected: 100},
			{Actions: 1},
		}
		for i, p := range h.ByAxis {
			if len(h.ByAxis) != 3 || p != want[i] {
				t.Errorf("%d: %+v, want %+v", i, p, want[i])
			}
		}
	})
	t.Run("by institution in the order of names", func(t *testing.T) {
		if len(h.ByInstitution) != 3 || h.ByInstitution[0].Name != "MJ" || h.ByInstitution[0].Percent != 30 || h.ByInstitution[2].Name != "" {
			t.Errorf("by institution %+v", h.ByInstitution)
		}
	})
	t.Run("is expected as the domain reckons", expectedAgrees)
}

func expectedAgrees(t *testing.T) {
	s := newStore(t)
	base := committee.Date("2017-01-01")
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) committee.Date {
			if rapid.IntRange(0, 5).Draw(t, name+" missing") == 0 {
				return ""
			}
			return base.Add(rapid.IntRange(-800, 800).Draw(t, name))
		}
		start, today, due := day("start"), base.Add(rapid.IntRange(-800, 800).Draw(t, "today")), committee.DueOn(day("due"))
		if rapid.Bool().Draw(t, "quarter") {
			due = committee.DueQuarter(rapid.IntRange(2015, 2019).Draw(t, "year"), rapid.IntRange(1, 4).Draw(t, "q"))
		}
		var got int
		row := s.reader.QueryRow("SELECT "+expected+" FROM (SELECT :start start, :due due, :last due_last) t",
			sql.Named("today", today), sql.Named("start", start), sql.Named("due", due), sql.Named("last", due.Last()))
		if err := row.Scan(&got); err != nil {
			t.Fatal(err)
		}
		if want := committee.Expected(start, due, today); got != want {
			t.Errorf("from %q to %q on %s: %d, want %d", start, due, today, got, want)
		}
	})
}

func TestHomeNextMeeting(t *testing.T) {
	d := newDesk(t)
	next := func() string {
		t.Helper()
		if h := must(d.Home(ctx))(t); h.Next != nil {
			return h.Next.Title
		}
		return ""
	}
	if next() != "" {
		t.Errorf("an empty file has the meeting %q", next())
	}
	must(d.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "sans date"}))(t)
	d.meeting(committee.Meeting{Title: "passée", Starts: "2017-12-14"})
	if next() != "sans date" {
		t.Errorf("next is %q", next())
	}
	if h := must(d.Home(ctx))(t); h.Missing != (register.Missing{Date: true, Place: true, Notice: true, Agenda: true, Chair: true, Secretary: true}) {
		t.Errorf("missing %+v", h.Missing)
	}
	d.meeting(committee.Meeting{Title: "en mars", Starts: "2018-03-01"})
	m := d.meeting(committee.Meeting{Title: "en janvier", Starts: "2018-01-18", Place: "Bamako", Chair: d.person.ID})
	d.item(m.ID, "Point")
	must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-15"))(t)
	if h := must(d.Home(ctx))(t); next() != "en janvier" || h.Missing != (register.Missing{Secretary: true}) || h.Next.Items != 1 {
		t.Errorf("next is %q, missing %+v", next(), h.Missing)
	}
	d.meeting(committee.Meeting{Title: "commencée hier", Kind: committee.Workshop, Starts: "2017-12-14", Ends: "2017-12-16"})
	if next() != "commencée hier" {
		t.Errorf("next is %q", next())
	}
	open := d.meeting(committee.Meeting{Title: "en séance", Starts: "2017-12-01"})
	must(d.OpenMeeting(ctx, open.ID, open.Version, "09:00"))(t)
	if next() != "en séance" {
		t.Errorf("next is %q", next())
	}
}
