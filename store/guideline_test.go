package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestGuidelines(t *testing.T) {
	d := newDesk(t)
	t.Run("a new one has the next number and no text", func(t *testing.T) {
		one, _ := d.guideline()
		two, _ := d.guideline()
		if two.Number != one.Number+1 || two.State != committee.TextMissing {
			t.Errorf("added as %+v", two)
		}
		_, err := d.SaveGuideline(ctx, committee.Guideline{Heading: "Autre", Number: one.Number})
		fieldError(t, err, committee.FieldNumber, committee.ReasonDuplicate)
	})
	t.Run("a revision keeps its state", func(t *testing.T) {
		g, _ := d.guideline("Texte")
		given := g
		given.State, given.Number, given.Heading = committee.InForce, 0, "Autre titre"
		if got := must(d.SaveGuideline(ctx, given))(t); got.State != committee.Draft || got.Number != g.Number || got.Heading != "Autre titre" {
			t.Errorf("revised to %+v", got)
		}
	})
	t.Run("an article with a text makes it a draft, in one line of the journal", func(t *testing.T) {
		g, _ := d.guideline()
		a := must(d.SaveArticle(ctx, committee.Article{Guideline: g.ID, Heading: "Objet"}, ""))(t)
		if now := must(d.Guideline(ctx, g.ID))(t).Guideline; now.State != committee.TextMissing {
			t.Fatalf("without a text it is %s", now.State)
		}
		before := journalLines(t, d.Store)
		must(d.SaveArticle(ctx, a, "Le présent texte"))(t)
		verb, thing, touched := d.lastEntry()
		if journalLines(t, d.Store) != before+1 || verb != committee.VerbRevise || thing.ID != string(a.ID) ||
			!slices.Equal(touched, []committee.Kind{committee.KindArticle, committee.KindGuideline}) {
			t.Errorf("the journal says %s of %v, touching %v", verb, thing, touched)
		}
		if now := must(d.Guideline(ctx, g.ID))(t).Guideline; now.State != committee.Draft {
			t.Errorf("with a text it is %s", now.State)
		}
	})
}

func TestAdvancingAGuideline(t *testing.T) {
	d := newDesk(t)
	t.Run("adoption needs a text", func(t *testing.T) {
		g, all := d.guideline("Texte")
		if err := d.Archive(ctx, articles.thing(string(all[0].ID)), all[0].Version, true); err != nil {
			t.Fatal(err)
		}
		_, err := d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbAdopt, ruling("2017-12-10"))
		refused(t, err, committee.ReasonNoText)
		if now := must(d.Guideline(ctx, g.ID))(t).Guideline; now.State != committee.Draft {
			t.Errorf("a refused adoption left it %s", now.State)
		}
	})
	t.Run("adoption adopts the articles' wordings", func(t *testing.T) {
		g, all := d.adopted("Un", "Deux")
		if g.State != committee.GuideAdopted || !all[0].Words.Adopted() || !all[1].Words.Adopted() {
			t.Errorf("%s, %v, %v", g.State, all[0].Words, all[1].Words)
		}
		if _, thing, touched := d.lastEntry(); thing.ID != string(g.ID) || len(touched) != 3 {
			t.Errorf("the journal names %v and touches %v", thing, touched)
		}
	})
	t.Run("a repeal needs a reason", func(t *testing.T) {
		g, _ := d.adopted("Un")
		_, err := d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbRepeal, committee.Ruling{On: "2017-12-12"})
		fieldError(t, err, committee.FieldReason, committee.ReasonRequired)
	})
}

// How many actions carry out a guideline counts each once, whatever becomes of
// the action, its ties and the articles.
func TestGuidelinesAndArticlesCountTheirActions(t *testing.T) {
	d := newDesk(t)
	one, first := d.guideline("Un", "Deux")
	two, second := d.guideline("Un")
	counted := func(when string, ofOne, ofTwo, ofFirst int) {
		t.Helper()
		got := map[committee.GuidelineID]int{}
		for _, g := range must(d.Guidelines(ctx, register.Query{}))(t).Rows {
			got[g.ID] = g.ActionsLinked
		}
		articles := must(d.Guideline(ctx, one.ID))(t).Articles
		if got[one.ID] != ofOne || got[two.ID] != ofTwo || articles[0].Actions != ofFirst {
			t.Errorf("%s: %v, and %d for the first article", when, got, articles[0].Actions)
		}
		unfound(t, d.Store)
	}
	counted("nothing is tied", 0, 0, 0)
	a := d.action(committee.Action{Text: "Former", Articles: []committee.ArticleID{first[0].ID, first[1].ID, second[0].ID}})
	b := d.action(committee.Action{Text: "Publier", Articles: []committee.ArticleID{first[1].ID}})
	counted("two actions", 2, 1, 1)
	a.Articles = []committee.ArticleID{first[0].ID}
	a = must(d.SaveAction(ctx, a))(t)
	counted("a tie undone", 2, 0, 1)
	if err := d.Archive(ctx, actions.thing(string(b.ID)), b.Version, true); err != nil {
		t.Fatal(err)
	}
	counted("an action archived", 1, 0, 1)
	if err := d.Restore(ctx, actions.thing(string(b.ID)), b.Version+1); err != nil {
		t.Fatal(err)
	}
	counted("and back", 2, 0, 1)
	if err := d.Archive(ctx, articles.thing(string(first[1].ID)), first[1].Version, true); err != nil {
		t.Fatal(err)
	}
	counted("an article archived", 1, 0, 1)
	r := must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2017-11-01", Articles: []committee.ArticleID{first[0].ID, second[0].ID}}, "Désigner un point focal"))(t)
	recommended := func(when string, want int) {
		t.Helper()
		for _, g := range must(d.Guidelines(ctx, register.Query{}))(t).Rows {
			if g.Recommended != want {
				t.Errorf("%s: %+v", when, g)
			}
		}
		unfound(t, d.Store)
	}
	recommended("a recommendation for both", 1)
	if err := d.Archive(ctx, recommendations.thing(string(r.ID)), r.Version, true); err != nil {
		t.Fatal(err)
	}
	recommended("archived", 0)
	behind(t, d.Store, "UPDATE guideline SET actions = 7 WHERE id = '"+string(two.ID)+"'")
	found := must(d.Check(ctx))(t)
	if len(found) != 1 || found[0].Kind != register.FindingComputed || found[0].Thing != guidelines.thing(string(two.ID)) {
		t.Errorf("the check finds %+v", found)
	}
	must(d.RebuildSearch(ctx))(t)
	unfound(t, d.Store)
}

func TestArticles(t *testing.T) {
	d := newDesk(t)
	t.Run("numbers follow each other and are unique in the guideline", func(t *testing.T) {
		g, all := d.guideline("Un", "Deux")
		if all[0].Number != 1 || all[1].Number != 2 {
			t.Errorf("numbered %d and %d", all[0].Number, all[1].Number)
		}
		_, err := d.SaveArticle(ctx, committee.Article{Guideline: g.ID, Number: 2}, "Encore")
		fieldError(t, err, committee.FieldNumber, committee.ReasonDuplicate)
		_, other := d.guideline("Un")
		if other[0].Number != 1 {
			t.Errorf("another guideline starts at %d", other[0].Number)
		}
	})
	t.Run("without a guideline, or with one that is not there, are refused", func(t *testing.T) {
		_, err := d.SaveArticle(ctx, committee.Article{}, "Texte")
		fieldError(t, err, committee.FieldGuideline, committee.ReasonRequired)
		_, err = d.SaveArticle(ctx, committee.Article{Guideline: "none"}, "Texte")
		fieldError(t, err, committee.FieldGuideline, committee.ReasonUnknown)
	})
	t.Run("of an adopted guideline are not edited, added or archived", func(t *testing.T) {
		g, all := d.adopted("Un")
		_, err := d.SaveArticle(ctx, all[0], "Autre")
		refused(t, err, committee.ReasonAdoptedText)
		edited := all[0]
		edited.Heading = "Autre titre"
		_, err = d.SaveArticle(ctx, edited, "Un")
		refused(t, err, committee.ReasonAdoptedText)
		_, err = d.SaveArticle(ctx, committee.Article{Guideline: g.ID}, "")
		refused(t, err, committee.ReasonAdoptedText)
		refused(t, d.Archive(ctx, articles.thing(string(all[0].ID)), all[0].Version, true), committee.ReasonAdoptedText)
		edited = all[0]
		edited.Remarks = "à relire"
		if got := must(d.SaveArticle(ctx, edited, "Un"))(t); got.Remarks != "à relire" || !got.Words.Adopted() {
			t.Errorf("revised to %+v", got)
		}
	})
}

func TestArticlesOnceAdopted(t *testing.T) {
	d := newDesk(t)
	t.Run("are amended once adopted, not before", func(t *testing.T) {
		_, drafts := d.guideline("Un")
		r := committee.Ruling{On: "2017-12-12", Reason: "précision", Text: "Un bis"}
		_, err := d.AmendArticle(ctx, drafts[0].ID, drafts[0].Version, r)
		refused(t, err, committee.ReasonState)
		_, all := d.adopted("Un")
		a := must(d.AmendArticle(ctx, all[0].ID, all[0].Version, r))(t)
		if len(a.Words) != 2 || a.Words.Text() != "Un bis" || !a.Words.Adopted() || a.Words[0].Text != "Un" {
			t.Errorf("amended to %+v", a.Words)
		}
	})
	t.Run("under revision get a draft after the adopted wording, adopted anew with the guideline", func(t *testing.T) {
		g, all := d.adopted("Un", "Deux")
		g = must(d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbReopen, ruling("2017-12-12")))(t)
		a := must(d.SaveArticle(ctx, all[0], "Un revu"))(t)
		a = must(d.SaveArticle(ctx, a, "Un revu et corrigé"))(t)
		if len(a.Words) != 2 || a.Words[0].Text != "Un" || !a.Words[0].Adopted || a.Words.Adopted() || a.Words.Text() != "Un revu et corrigé" {
			t.Fatalf("under revision: %+v", a.Words)
		}
		must(d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbAdopt, ruling("2017-12-14")))(t)
		sheet := must(d.Guideline(ctx, g.ID))(t)
		if !sheet.Articles[0].Adopted || sheet.Articles[0].Versions != 2 || sheet.Articles[1].Versions != 1 {
			t.Errorf("adopted anew: %+v", sheet.Articles)
		}
	})
	t.Run("of a guideline that is adopted since are not restored as drafts", func(t *testing.T) {
		g, all := d.guideline("Un", "Deux")
		if err := d.Archive(ctx, articles.thing(string(all[1].ID)), all[1].Version, true); err != nil {
			t.Fatal(err)
		}
		must(d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbAdopt, ruling("2017-12-10")))(t)
		refused(t, d.Restore(ctx, articles.thing(string(all[1].ID)), all[1].Version+1), committee.ReasonAdoptedText)
	})
}
