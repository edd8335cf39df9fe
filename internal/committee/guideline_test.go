package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func goodGuideline() Guideline {
	return Guideline{ID: "l1", Number: 2, Heading: "Coordination nationale", State: Draft}
}

// guidelineIn leads a guideline to a state.
func guidelineIn(t *testing.T, s GuidelineState) Guideline {
	t.Helper()
	path := map[GuidelineState][]Verb{
		Examined: {VerbExamine}, GuideAdopted: {VerbExamine, VerbAdopt}, InForce: {VerbAdopt, VerbEnforce},
		UnderRevision: {VerbAdopt, VerbEnforce, VerbReopen}, Repealed: {VerbAdopt, VerbRepeal},
	}
	g := goodGuideline()
	if s == TextMissing {
		g.State = TextMissing
	}
	for _, v := range path[s] {
		var err error
		g, err = g.Advance(v, Ruling{Meeting: "m1", On: "2018-01-18", Reason: "motif"})
		wantNil(t, err)
	}
	wantNil(t, g.Validate())
	if g.State != s {
		t.Fatalf("got %s, want %s", g.State, s)
	}
	return g
}

func goodArticle() Article {
	return Article{ID: "x1", Guideline: "l1", Number: 1, Words: Wordings{{Number: 1, Text: "Le comité coordonne.", On: "2017-11-02"}}}
}

func adoptedArticle(t *testing.T) Article {
	t.Helper()
	a := goodArticle()
	var err error
	a.Words, err = a.Words.Adopt("m1", "2018-01-18")
	wantNil(t, err)
	return a
}

func TestGuidelineTransitions(t *testing.T) {
	leads := map[GuidelineState]map[Verb]GuidelineState{
		TextMissing:   {},
		Draft:         {VerbExamine: Examined, VerbAdopt: GuideAdopted},
		Examined:      {VerbAdopt: GuideAdopted},
		GuideAdopted:  {VerbEnforce: InForce, VerbReopen: UnderRevision, VerbRepeal: Repealed},
		InForce:       {VerbReopen: UnderRevision, VerbRepeal: Repealed},
		UnderRevision: {VerbAdopt: GuideAdopted, VerbRepeal: Repealed},
		Repealed:      {},
	}
	for _, s := range GuidelineStates {
		t.Run("from "+string(s), func(t *testing.T) {
			from := guidelineIn(t, s)
			var listed []Verb
			for v := range leads[s] {
				listed = append(listed, v)
			}
			wantAllowed(t, string(s), from.Allows, listed...)
			wantAllowed(t, string(s), func(v Verb) error {
				g, err := from.Advance(v, Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif"})
				if err != nil && !reflect.DeepEqual(g, from) {
					t.Errorf("%s refused, yet changed: %+v", v, g)
				}
				if err == nil && (g.State != leads[s][v] || g.Since != "2018-06-01" || g.Validate() != nil) {
					t.Errorf("%s leads to %+v, %v", v, g, g.Validate())
				}
				return err
			}, listed...)
		})
	}
	t.Run("without a text the refusal says so", func(t *testing.T) {
		_, err := guidelineIn(t, TextMissing).Advance(VerbAdopt, Ruling{On: "2018-06-01"})
		wantRefused(t, err, VerbAdopt, ReasonNoText, string(TextMissing))
	})
}

func TestGuidelineAdvance(t *testing.T) {
	for _, row := range []struct {
		name   string
		from   GuidelineState
		verb   Verb
		by     Ruling
		field  Field
		reason Reason
	}{
		{"a revision needs a reason", InForce, VerbReopen, Ruling{On: "2018-06-01"}, FieldReason, ReasonRequired},
		{"a repeal needs a reason", InForce, VerbRepeal, Ruling{On: "2018-06-01"}, FieldReason, ReasonRequired},
		{"an adoption is dated", Examined, VerbAdopt, Ruling{}, FieldDate, ReasonRequired},
		{"an adoption is dated by a day", Examined, VerbAdopt, Ruling{On: "2018-Q1"}, FieldDate, ReasonNotADate},
		{"not in force before it is adopted", GuideAdopted, VerbEnforce, Ruling{On: "2018-01-17"}, FieldDate, ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			from := guidelineIn(t, row.from)
			g, err := from.Advance(row.verb, row.by)
			wantField(t, err, row.field, row.reason)
			if !reflect.DeepEqual(g, from) {
				t.Errorf("refused, yet changed: %+v", g)
			}
		})
	}
	t.Run("adoption says where and when", func(t *testing.T) {
		if g := guidelineIn(t, GuideAdopted); g.AdoptedAt != "m1" || g.AdoptedOn != "2018-01-18" {
			t.Errorf("got %+v", g)
		}
	})
	t.Run("a revised text is not in force until it is brought into force again", func(t *testing.T) {
		if g := guidelineIn(t, UnderRevision); g.InForceOn != "2018-01-18" {
			t.Errorf("under revision, in force since %q", g.InForceOn)
		}
		g, err := guidelineIn(t, UnderRevision).Advance(VerbAdopt, Ruling{Meeting: "m3", On: "2018-06-01"})
		wantNil(t, err)
		if g.InForceOn != "" || g.AdoptedOn != "2018-06-01" || g.AdoptedAt != "m3" || g.Reason != "" {
			t.Errorf("got %+v", g)
		}
	})
}

func TestGuidelineDraft(t *testing.T) {
	const text = "Le comité anime et coordonne."
	t.Run("the first text makes a draft of a guideline without one", func(t *testing.T) {
		a := goodArticle()
		a.Words = nil
		g, a, err := guidelineIn(t, TextMissing).Draft(a, text, "2018-02-01", "A")
		wantNil(t, err)
		if g.State != Draft || g.Since != "2018-02-01" || a.Words.Text() != text || len(a.Words) != 1 {
			t.Errorf("got %+v, %+v", g, a)
		}
	})
	for _, s := range []GuidelineState{Draft, Examined, UnderRevision} {
		t.Run("a draft is replaced in its place while "+string(s), func(t *testing.T) {
			g, a, err := guidelineIn(t, s).Draft(goodArticle(), text, "2018-02-01", "A")
			wantNil(t, err)
			if g.State != s || len(a.Words) != 1 || a.Words.Text() != text {
				t.Errorf("got %+v, %+v", g, a)
			}
		})
	}
	t.Run("under revision a draft follows the adopted wording, which stays", func(t *testing.T) {
		from := adoptedArticle(t)
		g, a, err := guidelineIn(t, UnderRevision).Draft(from, text, "2018-02-01", "A")
		wantNil(t, err)
		if len(a.Words) != 2 || a.Words[0] != from.Words[0] || a.Words.Adopted() {
			t.Fatalf("got %+v", a.Words)
		}
		_, a, err = g.Draft(a, text+" Encore.", "2018-02-02", "A")
		wantNil(t, err)
		if len(a.Words) != 2 || a.Words[0] != from.Words[0] {
			t.Errorf("got %+v", a.Words)
		}
	})
	for _, s := range []GuidelineState{GuideAdopted, InForce, Repealed} {
		t.Run("no draft while "+string(s), func(t *testing.T) {
			_, a, err := guidelineIn(t, s).Draft(goodArticle(), text, "2018-02-01", "A")
			wantRefused(t, err, VerbRevise, ReasonAdoptedText, string(s))
			if !reflect.DeepEqual(a, goodArticle()) {
				t.Errorf("refused, yet changed: %+v", a)
			}
		})
	}
	t.Run("an adopted wording gets no draft before a revision", func(t *testing.T) {
		_, _, err := guidelineIn(t, Draft).Draft(adoptedArticle(t), text, "2018-02-01", "A")
		wantField(t, err, FieldText, ReasonByAmend)
	})
	t.Run("a draft is dated", func(t *testing.T) {
		_, _, err := guidelineIn(t, TextMissing).Draft(goodArticle(), text, "", "A")
		wantField(t, err, FieldDate, ReasonRequired)
	})
	t.Run("an article keeps a text", func(t *testing.T) {
		_, _, err := guidelineIn(t, Draft).Draft(goodArticle(), "", "2018-02-01", "A")
		wantField(t, err, FieldText, ReasonRequired)
	})
}

func TestArticleAmend(t *testing.T) {
	by := Ruling{Meeting: "m3", On: "2018-06-01", Reason: "motif", Text: "Le comité coordonne et rend compte."}
	for _, s := range GuidelineStates {
		t.Run("amended while "+string(s), func(t *testing.T) {
			from := adoptedArticle(t)
			a, err := guidelineIn(t, s).AmendArticle(from, by)
			if s == GuideAdopted || s == InForce {
				wantNil(t, err)
				wantNil(t, a.Validate())
				if len(a.Words) != 2 || a.Words[0] != from.Words[0] || !a.Words.Adopted() || a.Words[1].Why != "motif" {
					t.Errorf("got %+v", a.Words)
				}
				return
			}
			wantRefused(t, err, VerbAmend, ReasonState, string(s))
		})
	}
	t.Run("a draft is not amended", func(t *testing.T) {
		_, err := goodArticle().Amend(by)
		wantRefused(t, err, VerbAmend, ReasonState, string(Draft))
	})
	t.Run("a reason is required", func(t *testing.T) {
		_, err := adoptedArticle(t).Amend(Ruling{On: by.On, Text: by.Text})
		wantField(t, err, FieldReason, ReasonRequired)
	})
	t.Run("the day is one", func(t *testing.T) {
		_, err := adoptedArticle(t).Amend(Ruling{On: "1er juin", Text: by.Text, Reason: "motif"})
		wantField(t, err, FieldDate, ReasonNotADate)
	})
	t.Run("the day is not before the adoption", func(t *testing.T) {
		_, err := adoptedArticle(t).Amend(Ruling{On: "2018-01-17", Text: by.Text, Reason: "motif"})
		wantField(t, err, FieldDate, ReasonBefore)
	})
}

func TestGuidelineValidate(t *testing.T) {
	wantBroken(t, goodGuideline,
		broken[Guideline]{"a heading is required", func(g *Guideline) { g.Heading = "" }, FieldHeading, ReasonRequired},
		broken[Guideline]{"a heading fits a line", func(g *Guideline) { g.Heading = long(MaxLine + 1) }, FieldHeading, ReasonTooLong},
		broken[Guideline]{"a state is listed", func(g *Guideline) { g.State = "" }, FieldState, ReasonNotListed},
		broken[Guideline]{"repealed for a reason", func(g *Guideline) { g.State = Repealed }, FieldReason, ReasonRequired},
		broken[Guideline]{"revised for a reason", func(g *Guideline) { g.State = UnderRevision }, FieldReason, ReasonRequired},
		broken[Guideline]{"its place is not negative", func(g *Guideline) { g.Number = -1 }, FieldNumber, ReasonNegative},
		broken[Guideline]{"dates are days", func(g *Guideline) { g.Since = "2018" }, FieldDate, ReasonNotADate},
	)
	t.Run("article", func(t *testing.T) {
		wantBroken(t, goodArticle,
			broken[Article]{"a text may not be available", func(a *Article) { a.Words = nil }, "", ""},
			broken[Article]{"a number starts at 1", func(a *Article) { a.Number = 0 }, FieldNumber, ReasonOutOfRange},
			broken[Article]{"a guideline is required", func(a *Article) { a.Guideline = "" }, FieldGuideline, ReasonRequired},
			broken[Article]{"a version has a text", func(a *Article) { a.Words[0].Text = "" }, FieldText, ReasonRequired},
		)
	})
}

func TestGuidelineAnySteps(t *testing.T) {
	verbs := rapid.SampledFrom([]Verb{VerbExamine, VerbAdopt, VerbEnforce, VerbReopen, VerbRepeal, VerbStart})
	rapid.Check(t, func(t *rapid.T) {
		g, a := goodGuideline(), goodArticle()
		g.State, a.Words = TextMissing, nil
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			by := anyRuling().Draw(t, "ruling")
			g2, a2, err := g, a, error(nil)
			switch rapid.IntRange(0, 2).Draw(t, "do") {
			case 0:
				g2, err = g.Advance(verbs.Draw(t, "verb"), by)
			case 1:
				g2, a2, err = g.Draft(a, by.Text, by.On, "A")
			case 2:
				a2, err = g.AmendArticle(a, by)
			}
			if err != nil && !(reflect.DeepEqual(g2, g) && reflect.DeepEqual(a2, a)) {
				t.Fatalf("refused (%v), yet changed: %+v, %+v", err, g2, a2)
			}
			if g, a = g2, a2; g.Validate() != nil || a.Validate() != nil {
				t.Fatalf("%+v: %v; %+v: %v", g, g.Validate(), a, a.Validate())
			}
		}
	})
}
