package store

import (
	"fmt"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// crowded is a desk with enough of everything to turn pages, much of it sorting
// alike.
func crowded(t *testing.T) desk {
	t.Helper()
	d := newDesk(t)
	axis := must(d.SaveAxis(ctx, committee.Axis{Name: "Prévention", Kind: committee.AxisOfPlan}))(t)
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Groupe Protection", Acronym: "GT2", Kind: committee.Standing}))(t)
	priorities := []committee.Priority{committee.High, committee.Medium, committee.Low, committee.PriorityUnsaid}
	dues := []committee.Due{"", "2017-12-10", "2017-12-15", "2018-Q1", "2018-01-14"}
	for i := range 11 {
		a := committee.Action{Text: fmt.Sprintf("Élément %d", i%4), Due: dues[i%5], Priority: priorities[i%4]}
		if i%3 == 0 {
			a.Function, a.Axis, a.Group = d.function.ID, axis.ID, group.ID
		} else if i%3 == 1 {
			a.Institution = d.sante.ID
		}
		a = d.action(a)
		step := committee.Step{Verb: committee.VerbBlock, On: "2017-12-15", Cause: committee.ForFunding, Reason: "crédits"}
		switch i % 5 {
		case 1, 2:
			must(d.AdvanceAction(ctx, a.ID, a.Version, step))(t)
		case 3:
			must(d.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbDeclare, On: "2017-12-15"}))(t)
		}
		r := committee.Recommendation{On: committee.Date(fmt.Sprintf("201%d-11-01", 6+i%3)), Due: dues[i%5], Group: group.ID}
		r.Addressees = []committee.InstitutionID{d.sante.ID, d.justice.ID}[i%2:]
		r = must(d.SaveRecommendation(ctx, r, fmt.Sprintf("Proposition %d", i%3)))(t)
		x := must(d.SaveDecision(ctx, committee.Decision{On: r.On, Review: r.On, Recommendations: []committee.RecommendationID{r.ID}}, "Décision"))(t)
		if i%2 == 0 {
			must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2018-12-01")))(t)
			must(d.DeferDecision(ctx, x.ID, x.Version, ruling("2018-12-01")))(t)
		}
		d.meeting(committee.Meeting{Starts: []committee.Date{"", "2017-12-15", "2018-01-18"}[i%3], Title: fmt.Sprintf("Réunion %d", i%4)})
		g, _ := d.guideline(slices.Repeat([]string{"Texte"}, i%3)...)
		if i%4 == 0 {
			g.Axis = axis.ID
			must(d.SaveGuideline(ctx, g))(t)
		}
	}
	return d
}

func TestWorkListsMeetEveryRow(t *testing.T) {
	d := crowded(t)
	today := d.today()
	t.Run("actions", func(t *testing.T) {
		everyOrder(t, d.Store, actionListing(today))
		walkEvery(t, actionListing(today).orders, func(l register.ActionLine) string { return string(l.ID) },
			func(q register.Query) (register.Window[register.ActionLine], error) { return d.Actions(ctx, q) })
	})
	t.Run("recommendations", func(t *testing.T) {
		everyOrder(t, d.Store, recommendationListing(today))
		walkEvery(t, recommendationListing(today).orders, func(l register.RecommendationLine) string { return string(l.ID) },
			func(q register.Query) (register.Window[register.RecommendationLine], error) {
				return d.Recommendations(ctx, q)
			})
	})
	t.Run("decisions", func(t *testing.T) {
		everyOrder(t, d.Store, decisionListing())
		walkEvery(t, decisionListing().orders, func(l register.DecisionLine) string { return string(l.ID) },
			func(q register.Query) (register.Window[register.DecisionLine], error) { return d.Decisions(ctx, q) })
	})
	t.Run("guidelines", func(t *testing.T) {
		everyOrder(t, d.Store, guidelineListing())
		everyOrder(t, d.Store, articleListing())
		walkEvery(t, guidelineListing().orders, func(l register.GuidelineLine) string { return string(l.ID) },
			func(q register.Query) (register.Window[register.GuidelineLine], error) { return d.Guidelines(ctx, q) })
	})
	t.Run("meetings", func(t *testing.T) {
		everyOrder(t, d.Store, meetingListing())
		walkEvery(t, meetingListing().orders, func(l register.MeetingLine) string { return string(l.ID) },
			func(q register.Query) (register.Window[register.MeetingLine], error) { return d.Meetings(ctx, q) })
	})
}

func TestOwnOrders(t *testing.T) {
	d := crowded(t)
	t.Run("open actions first, then by due date, those without one last", func(t *testing.T) {
		rows := must(d.Actions(ctx, register.Query{}))(t).Rows
		for i := 1; i < len(rows); i++ {
			a, b := rows[i-1], rows[i]
			if !a.State.Open() && b.State.Open() {
				t.Errorf("%s is done or abandoned and comes before %s, which is open", a.Ref, b.Ref)
			}
			if a.State.Open() == b.State.Open() && (a.Due.Zero() && !b.Due.Zero() || !b.Due.Zero() && a.Due.Last() > b.Due.Last()) {
				t.Errorf("%q comes before %q", a.Due, b.Due)
			}
		}
		if len(rows) != 11 || rows[0].Due != "2017-12-10" {
			t.Errorf("%d rows from %q", len(rows), rows[0].Due)
		}
	})
	t.Run("recommendations and decisions newest first", func(t *testing.T) {
		r, x := must(d.Recommendations(ctx, register.Query{}))(t).Rows, must(d.Decisions(ctx, register.Query{}))(t).Rows
		if r[0].Ref != "R-2018-03" || r[10].Ref != "R-2016-01" || x[0].Ref != "D-2018-03" || x[10].Ref != "D-2016-01" {
			t.Errorf("from %s to %s and from %s to %s", r[0].Ref, r[10].Ref, x[0].Ref, x[10].Ref)
		}
		if r := must(d.Recommendations(ctx, register.Query{Sort: "ref"}))(t).Rows; r[0].Ref != "R-2016-01" {
			t.Errorf("by reference from %s", r[0].Ref)
		}
	})
	t.Run("meetings newest first, those without a date last", func(t *testing.T) {
		rows := must(d.Meetings(ctx, register.Query{}))(t).Rows
		if rows[0].Starts != "2018-01-18" || !rows[10].Starts.Zero() {
			t.Errorf("from %q to %q", rows[0].Starts, rows[10].Starts)
		}
	})
	t.Run("guidelines by number", func(t *testing.T) {
		rows := must(d.Guidelines(ctx, register.Query{}))(t).Rows
		if rows[0].Number != 1 || rows[10].Number != 11 {
			t.Errorf("from %d to %d", rows[0].Number, rows[10].Number)
		}
	})
	t.Run("states in the order of their life, names by letter with the nameless last", func(t *testing.T) {
		if rows := must(d.Actions(ctx, register.Query{Sort: "state"}))(t).Rows; rows[0].State != committee.NotStarted || rows[10].State != committee.Declared {
			t.Errorf("from %s to %s", rows[0].State, rows[10].State)
		}
		if rows := must(d.Actions(ctx, register.Query{Sort: "institution"}))(t).Rows; rows[0].Institution != "MJ" || rows[10].Institution != "" {
			t.Errorf("from %q to %q", rows[0].Institution, rows[10].Institution)
		}
	})
}

func TestFilters(t *testing.T) {
	d := crowded(t)
	d.action(committee.Action{Text: "Œuvrer à l’Égalité", Function: d.function.ID})
	for typed, want := range map[string]int{
		"A-2017-12": 1, "a201712": 1, "oeuvrer egalite": 1, "l'egalite": 1, "ŒUVRER secretaire justice": 1, "prevention": 4, "gt2": 4, "element nothing": 0,
	} {
		t.Run("actions by "+typed, func(t *testing.T) {
			if w := must(d.Actions(ctx, register.Query{Filter: typed}))(t); w.Total != want || len(w.Rows) != want {
				t.Errorf("found %d, want %d", w.Total, want)
			}
		})
	}
	t.Run("recommendations by addressee and group", func(t *testing.T) {
		if w := must(d.Recommendations(ctx, register.Query{Filter: "sante protection"}))(t); w.Total != 6 || w.Rows[0].Addressees != "MS, MJ" {
			t.Errorf("found %d, the first for %q", w.Total, w.Rows[0].Addressees)
		}
	})
	t.Run("a reference whole or bare", func(t *testing.T) {
		for _, typed := range []string{"r-2016-01", "R201601"} {
			if w := must(d.Recommendations(ctx, register.Query{Filter: typed}))(t); w.Total != 1 {
				t.Errorf("%s finds %d", typed, w.Total)
			}
		}
	})
}

func TestWhatAListIsOf(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	i := d.item(m.ID, "Point")
	g, parts := d.guideline("Un")
	r := must(d.SaveRecommendation(ctx, committee.Recommendation{
		Item: i.ID, Addressees: []committee.InstitutionID{d.sante.ID}, Articles: []committee.ArticleID{parts[0].ID},
	}, "Texte"))(t)
	x := must(d.SaveDecision(ctx, committee.Decision{Item: i.ID, Recommendations: []committee.RecommendationID{r.ID}}, "Texte"))(t)
	d.action(committee.Action{
		Item: i.ID, Function: d.function.ID, Articles: []committee.ArticleID{parts[0].ID},
		Recommendations: []committee.RecommendationID{r.ID}, Decisions: []committee.DecisionID{x.ID},
	})
	d.action(committee.Action{})
	d.recommendation()
	for _, of := range []committee.Thing{
		institutions.thing(string(d.justice.ID)), functions.thing(string(d.function.ID)), people.thing(string(d.person.ID)),
		meetings.thing(string(m.ID)), agendaItems.thing(string(i.ID)), recommendations.thing(string(r.ID)), decisions.thing(string(x.ID)),
		articles.thing(string(parts[0].ID)), guidelines.thing(string(g.ID)),
	} {
		t.Run("actions of "+string(of.Kind), func(t *testing.T) {
			if w := must(d.Actions(ctx, register.Query{Of: of}))(t); w.Total != 1 {
				t.Errorf("found %d", w.Total)
			}
		})
	}
	for _, of := range []committee.Thing{
		institutions.thing(string(d.sante.ID)), meetings.thing(string(m.ID)), agendaItems.thing(string(i.ID)), decisions.thing(string(x.ID)),
		articles.thing(string(parts[0].ID)), guidelines.thing(string(g.ID)),
	} {
		t.Run("recommendations of "+string(of.Kind), func(t *testing.T) {
			if w := must(d.Recommendations(ctx, register.Query{Of: of}))(t); w.Total != 1 {
				t.Errorf("found %d", w.Total)
			}
		})
	}
	t.Run("the sheets show it", func(t *testing.T) {
		meeting, item := must(d.Meeting(ctx, m.ID))(t), must(d.AgendaItem(ctx, i.ID))(t)
		if len(meeting.Recommendations) != 1 || len(meeting.Decisions) != 1 || len(meeting.Actions) != 1 || len(item.Actions) != 1 || len(item.Decisions) != 1 {
			t.Errorf("meeting %+v, item %+v", meeting, item)
		}
		rec, dec, art := must(d.Recommendation(ctx, r.ID))(t), must(d.Decision(ctx, x.ID))(t), must(d.Article(ctx, parts[0].ID))(t)
		if len(rec.Actions) != 1 || len(rec.Decisions) != 1 || len(rec.Articles) != 1 || len(dec.Actions) != 1 || len(dec.Recommendations) != 1 ||
			len(art.Actions) != 1 || len(art.Recommendations) != 1 || art.Guideline.ID != g.ID {
			t.Errorf("recommendation %+v, decision %+v, article %+v", rec, dec, art)
		}
		line := must(d.Guidelines(ctx, register.Query{}))(t).Rows[0]
		if line.Articles != 1 || line.WithText != 1 || line.WithAction != 1 || line.Recommended != 1 || line.ActionsLinked != 1 {
			t.Errorf("guideline %+v", line)
		}
	})
}
