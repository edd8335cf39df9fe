package store

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// chance draws what a person may do next, sensible or not.
type chance struct {
	desk
	*rapid.T
}

func (c chance) day(name string) committee.Date {
	return rapid.SampledFrom([]committee.Date{"", "2017-11-30", "2017-12-15", "2018-01-31", "2018-06-01", "31/12"}).Draw(c.T, name)
}

func (c chance) words(name string) string {
	return rapid.SampledFrom([]string{"", " ", "Texte", "Autre texte", "Texte\n"}).Draw(c.T, name)
}

func (c chance) pick(name string, n int) int { return rapid.IntRange(0, n-1).Draw(c.T, name) }

// some is the ID of a row of a list, or of none.
func some[L any](c chance, w register.Window[L], err error, id func(L) string) string {
	if err != nil {
		c.Fatal(err)
	}
	if len(w.Rows) == 0 {
		return "none"
	}
	return id(w.Rows[c.pick("row", len(w.Rows))])
}

func (c chance) ruling() committee.Ruling {
	return committee.Ruling{On: c.day("ruled on"), Reason: c.words("reason"), Text: c.words("amended")}
}

func (c chance) step() committee.Step {
	verbs := []committee.Verb{
		committee.VerbStart, committee.VerbBlock, committee.VerbResume, committee.VerbDeclare, committee.VerbValidate,
		committee.VerbReturn, committee.VerbAbandon, committee.VerbReopen,
	}
	return committee.Step{
		Verb: rapid.SampledFrom(verbs).Draw(c.T, "verb"), On: c.day("step on"), Reason: c.words("why"),
		Cause: rapid.SampledFrom(append(committee.BlockCauses, "")).Draw(c.T, "cause"), By: c.person.ID,
	}
}

func (c chance) onRecommendation() error {
	w, err := c.Recommendations(ctx, register.Query{})
	id := some(c, w, err, func(l register.RecommendationLine) string { return string(l.ID) })
	v, err := c.Recommendation(ctx, committee.RecommendationID(id))
	r := v.Recommendation
	switch c.pick("to a recommendation", 7) {
	case 0:
		return fails(c.SaveRecommendation(ctx, committee.Recommendation{On: c.day("on"), Due: committee.DueOn(c.day("due"))}, c.words("text")))
	case 1:
		return fails(c.SaveRecommendation(ctx, r, c.words("text")))
	case 2:
		return fails(c.AdoptRecommendation(ctx, r.ID, r.Version, c.ruling()))
	case 3:
		return fails(c.DeferRecommendation(ctx, r.ID, r.Version, c.ruling()))
	case 4:
		return fails(c.AmendRecommendation(ctx, r.ID, r.Version, c.ruling()))
	case 5:
		return fails(c.RejectRecommendation(ctx, r.ID, r.Version, c.ruling()))
	}
	return errors.Join(err, fails(c.AdvanceRecommendation(ctx, r.ID, r.Version, c.step())))
}

func (c chance) onAction() error {
	w, err := c.Actions(ctx, register.Query{})
	id := some(c, w, err, func(l register.ActionLine) string { return string(l.ID) })
	v, err := c.Action(ctx, committee.ActionID(id))
	a := v.Action
	switch c.pick("to an action", 6) {
	case 0:
		return fails(c.SaveAction(ctx, committee.Action{Text: c.words("text"), Start: c.day("start"), Due: committee.DueOn(c.day("due"))}))
	case 1:
		a.Start, a.Due, a.Function = c.day("start"), committee.DueOn(c.day("due")), c.function.ID
		return fails(c.SaveAction(ctx, a))
	case 2:
		u := committee.Update{Action: a.ID, On: c.day("on"), Text: c.words("text"), Percent: ptr(c.pick("percent", 102) - 1)}
		u.State = rapid.SampledFrom(append(committee.ImplementationStates, "")).Draw(c.T, "state")
		u.Cause = rapid.SampledFrom(append(committee.BlockCauses, "")).Draw(c.T, "cause")
		return fails(c.ReportProgress(ctx, a.Version, u))
	case 3:
		e := committee.Extension{Action: a.ID, To: committee.DueOn(c.day("to")), On: c.day("on"), Reason: c.words("reason")}
		return fails(c.GrantExtension(ctx, a.Version, e))
	case 4:
		if len(v.Updates) == 0 {
			return nil
		}
		u := v.Updates[c.pick("update", len(v.Updates))]
		yes := rapid.SampledFrom([]committee.Choice{committee.Yes, committee.No, ""}).Draw(c.T, "yes")
		return fails(c.ConfirmUpdate(ctx, u.ID, u.Version, yes, c.person.ID, c.day("confirmed"), c.words("note")))
	}
	return errors.Join(err, fails(c.AdvanceAction(ctx, a.ID, a.Version, c.step())))
}

func (c chance) onGuideline() error {
	w, err := c.Guidelines(ctx, register.Query{})
	id := some(c, w, err, func(l register.GuidelineLine) string { return string(l.ID) })
	v, err := c.Guideline(ctx, committee.GuidelineID(id))
	if n := c.pick("to a guideline", 5); n == 0 {
		return fails(c.SaveGuideline(ctx, committee.Guideline{Heading: c.words("heading"), Number: c.pick("number", 4)}))
	} else if n == 1 || len(v.Articles) == 0 {
		return errors.Join(err, fails(c.SaveArticle(ctx, committee.Article{Guideline: v.Guideline.ID, Number: c.pick("number", 4)}, c.words("text"))))
	} else if n == 2 {
		verb := rapid.SampledFrom([]committee.Verb{
			committee.VerbExamine, committee.VerbAdopt, committee.VerbEnforce, committee.VerbReopen, committee.VerbRepeal,
		}).Draw(c.T, "verb")
		return fails(c.AdvanceGuideline(ctx, v.Guideline.ID, v.Guideline.Version, verb, c.ruling()))
	}
	a, err := c.Article(ctx, v.Articles[c.pick("article", len(v.Articles))].ID)
	if rapid.Bool().Draw(c.T, "amend") {
		return errors.Join(err, fails(c.AmendArticle(ctx, a.Article.ID, a.Article.Version, c.ruling())))
	}
	return errors.Join(err, fails(c.SaveArticle(ctx, a.Article, c.words("text"))))
}

func (c chance) onMeeting() error {
	w, err := c.Meetings(ctx, register.Query{})
	id := some(c, w, err, func(l register.MeetingLine) string { return string(l.ID) })
	v, err := c.Meeting(ctx, committee.MeetingID(id))
	m := v.Meeting
	switch c.pick("to a meeting", 14) {
	case 0, 1:
		kind := rapid.SampledFrom(committee.MeetingKinds).Draw(c.T, "kind")
		return fails(c.SaveMeeting(ctx, committee.Meeting{Kind: kind, Title: c.words("title"), Starts: c.day("starts"), Ends: c.day("ends")}))
	case 2:
		m.Starts, m.Ends, m.Remarks = c.day("starts"), c.day("ends"), c.words("remarks")
		return fails(c.SaveMeeting(ctx, m))
	case 3:
		return fails(c.ConveneMeeting(ctx, m.ID, m.Version, c.day("on")))
	case 4:
		return fails(c.OpenMeeting(ctx, m.ID, m.Version, "09:00"))
	case 5:
		return fails(c.adjourn(m, "12:00"))
	case 6:
		return fails(c.PostponeMeeting(ctx, m.ID, m.Version, c.day("to"), c.words("reason")))
	case 7:
		return fails(c.ReopenMeeting(ctx, m.ID, m.Version, c.words("reason")))
	case 8:
		return fails(c.CirculateMinutes(ctx, m.ID, m.Version, c.day("on")))
	case 9:
		at := some(c, w, nil, func(l register.MeetingLine) string { return string(l.ID) })
		return fails(c.AdoptMinutes(ctx, m.ID, m.Version, committee.MeetingID(at), c.day("on")))
	case 10:
		i := committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: c.words("title"), Position: c.pick("position", 3)}
		return fails(c.SaveAgendaItem(ctx, i))
	case 11:
		if len(v.Items) == 0 {
			return nil
		}
		i := v.Items[c.pick("item", len(v.Items))]
		return fails(c.MoveAgendaItem(ctx, i.ID, i.Version, c.pick("by", 5)-2))
	case 12:
		if len(v.Items) == 0 {
			return nil
		}
		i := v.Items[c.pick("item", len(v.Items))]
		return fails(c.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: c.words("text"), Position: c.pick("position", 3)}))
	}
	return errors.Join(err, fails(c.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Person: c.person.ID})))
}

// Whatever people do, in whatever order, the rules answer before the file has
// to, and the check finds nothing.
func TestAnySequenceLeavesTheFileSound(t *testing.T) {
	d := newDesk(t)
	rapid.Check(t, func(t *rapid.T) {
		c := chance{d, t}
		for range 6 {
			turn := rapid.SampledFrom([]func() error{c.onRecommendation, c.onAction, c.onGuideline, c.onMeeting}).Draw(t, "turn")
			err := turn()
			var field *committee.FieldError
			var no *committee.RefusedError
			if err != nil && !errors.As(err, &field) && !errors.As(err, &no) && !errors.Is(err, committee.ErrNotFound) {
				t.Fatalf("a rule is missing: %v", err)
			}
		}
	})
	if findings := must(d.Check(ctx))(t); len(findings) > 0 {
		t.Errorf("the check finds %+v", findings)
	}
}
