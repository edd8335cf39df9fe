package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestCaptureLine(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	t.Run("a decision is adopted at once, numbered, with its wording", func(t *testing.T) {
		e := must(d.CaptureLine(ctx, register.Capture{
			Item: x.i.ID, Kind: committee.EntryDecision, Text: "Le comité décide de créer un groupe", Review: "2018-06-01",
			Addressees: []committee.InstitutionID{d.justice.ID},
		}))(t)
		got := must(d.Decision(ctx, e.Decision))(t).Decision
		if got.Ref != "D-2017-01" || got.Outcome.State != committee.Adopted || got.Outcome.On != "2017-12-15" || got.Outcome.Meeting != x.m.ID ||
			got.Words.Text() != e.Text || got.Review != "2018-06-01" || len(got.Addressees) != 1 || got.Item != x.i.ID {
			t.Errorf("decided %+v", got)
		}
		if e.At != "10:15" || e.On != "" || e.Position != 1 {
			t.Errorf("the line is %+v", e)
		}
	})
	t.Run("a recommendation is proposed", func(t *testing.T) {
		e := x.capture(committee.EntryRecommendation, "Former les juges")
		got := must(d.Recommendation(ctx, e.Recommendation))(t).Recommendation
		if got.Ref != "R-2017-01" || got.Outcome.State != committee.Proposed || got.Meeting != x.m.ID || got.Item != x.i.ID {
			t.Errorf("proposed %+v", got)
		}
	})
	t.Run("an action gets its owner and its due date", func(t *testing.T) {
		cost := committee.Amount(500_000)
		e := must(d.CaptureLine(ctx, register.Capture{
			Item: x.i.ID, Kind: committee.EntryAction, Text: "Rédiger le projet", Function: d.function.ID, Supporting: []committee.InstitutionID{d.sante.ID},
			Priority: committee.High, Due: "2018-Q1", Cost: &cost,
		}))(t)
		got := must(d.Action(ctx, e.Action))(t).Action
		if got.Ref != "A-2017-01" || got.Institution != d.justice.ID || got.Due != "2018-Q1" || got.FirstDue != "2018-Q1" || got.Meeting != x.m.ID ||
			got.Item != x.i.ID || len(got.Supporting) != 1 || *got.Cost != cost {
			t.Errorf("gave %+v", got)
		}
	})
	t.Run("a fact that the kind does not take is refused by its field", func(t *testing.T) {
		_, err := d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.Note, Text: "Note", Due: "2018-01-01"})
		fieldError(t, err, committee.FieldDue, committee.ReasonNotTaken)
		_, err = d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.EntryDecision, Text: "Décide", SpeakerOf: d.justice.ID})
		fieldError(t, err, committee.FieldInstitution, committee.ReasonNotTaken)
	})
	t.Run("undoing a line takes back what it made", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Décision tapée par erreur")
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if _, err := d.Decision(ctx, e.Decision); err == nil {
			t.Error("the decision is still there")
		}
		must(struct{}{}, d.Redo(ctx, must(d.NextRedo(ctx))(t).Line.Seq))(t)
		must(d.Decision(ctx, e.Decision))(t)
	})
	t.Run("a meeting of several days keeps the day", func(t *testing.T) {
		w := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-12-14", Ends: "2017-12-17"})
		i := d.item(w.ID, "Module")
		if e := must(d.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: committee.Note, Text: "Note"}))(t); e.On != "2017-12-15" {
			t.Errorf("said on %q", e.On)
		}
	})
}

func TestTwoProgramsCaptureAtOnce(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	other := must(Open(d.Path(), options()))(t)
	defer other.Close()
	const each = 25
	var together sync.WaitGroup
	for n, s := range []*Store{d.Store, other.As(committee.Actor{Name: "Issa"})} {
		together.Go(func() {
			for k := range each {
				if _, err := s.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.EntryDecision, Text: fmt.Sprintf("Décision %d.%d", n, k)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	together.Wait()
	v := x.now(t)
	places := map[int]bool{}
	for _, e := range v.Entries {
		places[e.Position] = true
	}
	if len(v.Entries) != 2*each || len(places) != 2*each || len(v.Decisions) != 2*each {
		t.Errorf("%d lines at %d places, %d decisions", len(v.Entries), len(places), len(v.Decisions))
	}
}

func TestTurnLine(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	e := x.capture(committee.Note, "Le ministère rédige le projet")
	t.Run("a note becomes an action", func(t *testing.T) {
		e = must(d.TurnLine(ctx, e.ID, e.Version, register.Capture{Kind: committee.EntryAction, Institution: d.justice.ID, Due: "2018-01-31"}))(t)
		if a := must(d.Action(ctx, e.Action))(t).Action; e.Kind != committee.EntryAction || a.Text != e.Text || a.Institution != d.justice.ID {
			t.Errorf("made %+v", a)
		}
	})
	t.Run("what the old kind had made is archived", func(t *testing.T) {
		was := e.Action
		e = must(d.TurnLine(ctx, e.ID, e.Version, register.Capture{Kind: committee.EntryDecision}))(t)
		if a := must(d.Action(ctx, was))(t).Action; !a.Archived || e.Action != "" || e.Decision == "" {
			t.Errorf("left %+v, line %+v", a, e)
		}
	})
	t.Run("what something else refers to stays", func(t *testing.T) {
		d.action(committee.Action{Decisions: []committee.DecisionID{e.Decision}})
		_, err := d.TurnLine(ctx, e.ID, e.Version, register.Capture{Kind: committee.Note})
		if used, ok := err.(*committee.InUseError); !ok || used.Total != 1 {
			t.Errorf("got %v", err)
		}
	})
	// adopted are the last line of the session and the recommendation it adopts.
	adopted := func(t *testing.T, id committee.RecommendationID) (committee.Entry, func() committee.Recommendation) {
		t.Helper()
		now := func() committee.Recommendation { return must(d.Recommendation(ctx, id))(t).Recommendation }
		must(d.AdoptTogether(ctx, x.m.ID, e.Item, []register.Ruled{{ID: id, Version: now().Version}}))(t)
		lines := x.now(t).Entries
		return lines[len(lines)-1], now
	}
	t.Run("the line of an adoption does not take along what a group proposed", func(t *testing.T) {
		line, now := adopted(t, d.recommendation().ID)
		must(d.TurnLine(ctx, line.ID, line.Version, register.Capture{Kind: committee.Note}))(t)
		if r := now(); r.Archived || !r.Outcome.State.InEffect() {
			t.Errorf("left %+v", r)
		}
	})
	t.Run("what another line is about stays", func(t *testing.T) {
		proposed := x.capture(committee.EntryRecommendation, "Former les greffiers")
		line, now := adopted(t, proposed.Recommendation)
		for _, e := range []committee.Entry{proposed, line} {
			_, err := d.TurnLine(ctx, e.ID, e.Version, register.Capture{Kind: committee.Note})
			var other *committee.OtherLineError
			if !errors.As(err, &other) || now().Archived {
				t.Errorf("answered %v", err)
			}
		}
	})
	unfound(t, d.Store)
}

func TestReviseLine(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	t.Run("a decision of the running meeting is amended, the earlier wording kept", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Le comité décide")
		e = must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "Le comité décide et charge le ministère", Review: "2018-06-01"}))(t)
		got := must(d.Decision(ctx, e.Decision))(t).Decision
		if len(got.Words) != 2 || got.Words[0].Text != "Le comité décide" || got.Words.Text() != e.Text || got.Review != "2018-06-01" {
			t.Errorf("worded %+v", got.Words)
		}
	})
	t.Run("an action is kept in step, its mistyped due date too", func(t *testing.T) {
		e := must(d.CaptureLine(ctx, register.Capture{Item: x.i.ID, Kind: committee.EntryAction, Text: "Rédiger", Due: "2018-02-01"}))(t)
		must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "Rédiger la loi", Due: "2018-01-01", Institution: d.sante.ID}))(t)
		if a := must(d.Action(ctx, e.Action))(t).Action; a.Text != "Rédiger la loi" || a.Due != "2018-01-01" || a.FirstDue != "2018-01-01" || a.Institution != d.sante.ID {
			t.Errorf("it is %+v", a)
		}
	})
	t.Run("an old version is a conflict", func(t *testing.T) {
		e := x.capture(committee.Note, "Une note")
		must(d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "Une"}))(t)
		_, err := d.ReviseLine(ctx, e.ID, e.Version, register.Capture{Text: "Deux"})
		if _, ok := err.(*committee.ConflictError); !ok {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a line moves with its decision", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "À déplacer")
		e = must(d.MoveLine(ctx, e.ID, e.Version, x.next.ID))(t)
		if got := must(d.Decision(ctx, e.Decision))(t).Decision; e.Item != x.next.ID || e.Position != 1 || got.Item != x.next.ID {
			t.Errorf("moved to %+v, %s", e, got.Item)
		}
	})
	t.Run("a line does not move to another meeting", func(t *testing.T) {
		e := x.capture(committee.Note, "À garder")
		_, err := d.MoveLine(ctx, e.ID, e.Version, d.item(d.meeting(committee.Meeting{}).ID, "Ailleurs").ID)
		fieldError(t, err, committee.FieldItem, committee.ReasonNotListed)
	})
	t.Run("a note is split in two, the second after the first", func(t *testing.T) {
		e := x.capture(committee.Note, "Première. Seconde.")
		last := x.capture(committee.Note, "Suite")
		both := must(d.SplitLine(ctx, e.ID, e.Version, 9))(t)
		if both[0].Text != "Première." || both[1].Text != "Seconde." || both[1].Position != e.Position+1 {
			t.Errorf("split in %+v", both)
		}
		for _, now := range x.now(t).Entries {
			if now.ID == last.ID && now.Position <= both[1].Position {
				t.Errorf("what followed is at %d", now.Position)
			}
		}
	})
	t.Run("a decision is not split", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Une décision")
		_, err := d.SplitLine(ctx, e.ID, e.Version, 3)
		fieldError(t, err, committee.FieldKind, committee.ReasonNotListed)
	})
}

// A line taken out of the minutes may take with it what it gave rise to, in one
// change, unless something else refers to that.
func TestRemoveLine(t *testing.T) {
	d := newDesk(t)
	x := d.plenary()
	archived := func(e committee.Entry) bool {
		t.Helper()
		return must(d.Decision(ctx, e.Decision))(t).Decision.Archived
	}
	t.Run("alone", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Décision tapée deux fois")
		must(struct{}{}, d.RemoveLine(ctx, e.ID, e.Version, false))(t)
		if archived(e) || len(x.now(t).Entries) != 0 {
			t.Errorf("the minutes hold %+v", x.now(t).Entries)
		}
	})
	t.Run("with what it gave rise to, and back by one undo", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Décision tapée par erreur")
		must(struct{}{}, d.RemoveLine(ctx, e.ID, e.Version, true))(t)
		if !archived(e) || len(x.now(t).Entries) != 0 {
			t.Errorf("the minutes hold %+v", x.now(t).Entries)
		}
		must(struct{}{}, d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq))(t)
		if archived(e) || len(x.now(t).Entries) != 1 {
			t.Errorf("taken back, the minutes hold %+v", x.now(t).Entries)
		}
	})
	t.Run("not what something else refers to", func(t *testing.T) {
		e := x.capture(committee.EntryDecision, "Décision qui a une suite")
		d.action(committee.Action{Decisions: []committee.DecisionID{e.Decision}})
		err := d.RemoveLine(ctx, e.ID, e.Version, true)
		var used *committee.InUseError
		if !errors.As(err, &used) || used.Total != 1 || archived(e) {
			t.Errorf("answered %v", err)
		}
	})
	t.Run("not what a later line adopted", func(t *testing.T) {
		proposed := x.capture(committee.EntryRecommendation, "Former les greffiers")
		r := must(d.Recommendation(ctx, proposed.Recommendation))(t).Recommendation
		must(d.AdoptTogether(ctx, x.m.ID, proposed.Item, []register.Ruled{{ID: r.ID, Version: r.Version}}))(t)
		lines := x.now(t).Entries
		adoption := lines[len(lines)-1]
		err := d.RemoveLine(ctx, proposed.ID, proposed.Version, true)
		var other *committee.OtherLineError
		if !errors.As(err, &other) || other.Line.ID != adoption.ID || other.About.Ref != r.Ref || other.Item == "" {
			t.Errorf("answered %v", err)
		}
		if now := must(d.Recommendation(ctx, r.ID))(t).Recommendation; now.Archived || len(x.now(t).Entries) != len(lines) {
			t.Errorf("it is archived: %t, of %d lines %d are left", now.Archived, len(lines), len(x.now(t).Entries))
		}
		must(struct{}{}, d.RemoveLine(ctx, adoption.ID, adoption.Version, false))(t)
		must(struct{}{}, d.RemoveLine(ctx, proposed.ID, proposed.Version, true))(t)
	})
	unfound(t, d.Store)
}
