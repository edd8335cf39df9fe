package starter

import (
	"context"

	"suivi/internal/committee"
)

func (b *builder) guidelines(f *file) {
	type guide = committee.Guideline
	for _, r := range f.Guidelines {
		id, stamp := begin[committee.GuidelineID](b, f, committee.KindGuideline, r.row)
		// Without a number it gets the next one of the file: packs loaded one
		// after the other do not share numbers.
		v := guide{
			ID: id, Stamp: stamp, Heading: r.Heading, Purpose: r.Purpose,
			LegalBasis: r.LegalBasis, State: b.firstState(id), Remarks: r.Remarks,
			Axis:       link[committee.AxisID](b, committee.KindAxis, r.Axis),
			Meeting:    link[committee.MeetingID](b, committee.KindMeeting, r.Meeting),
			References: links[committee.ReferenceID](b, committee.KindReference, r.References),
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Guideline, id), saving(b.desk.SaveGuideline, v))
		var steps []step[guide]
		for _, s := range r.Steps {
			says := b.ruling(s)
			steps = append(steps, step[guide]{
				on: s.On, rank: atRuling,
				plan: func(g guide) (guide, error) { return g.Advance(s.Do, says) },
				take: func(ctx context.Context, g guide) error {
					_, err := b.desk.AdvanceGuideline(ctx, g.ID, g.Version, s.Do, says)
					return err
				},
			})
		}
		live(b, string(id), life[guide]{
			read: func(ctx context.Context) (guide, error) {
				s, err := b.desk.Guideline(ctx, id)
				return s.Guideline, err
			},
			state: guidelineState,
		}, v, steps)
	}
}

// guidelineState takes a text that is missing for a draft: a guideline leaves
// the one for the other when its articles come, not by a step. A draft has no
// day that a step gave it.
func guidelineState(g committee.Guideline) any {
	if g.State == committee.TextMissing || g.State == committee.Draft {
		return committee.Draft
	}
	return []any{g.State, g.Since, g.Reason, g.AdoptedAt, g.AdoptedOn, g.InForceOn}
}

// firstState is a draft when an article of the pack brings a text.
func (b *builder) firstState(id committee.GuidelineID) committee.GuidelineState {
	if b.worded[id] {
		return committee.Draft
	}
	return committee.TextMissing
}

func (b *builder) articles(f *file) {
	type article = committee.Article
	for _, r := range f.Articles {
		id, stamp := begin[committee.ArticleID](b, f, committee.KindArticle, r.row)
		b.count[r.Guideline]++
		v := article{
			ID: id, Stamp: stamp, Number: b.count[r.Guideline], Heading: r.Heading, Remarks: r.Remarks,
			Guideline: link[committee.GuidelineID](b, committee.KindGuideline, r.Guideline),
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Article, id), wording(b.desk.SaveArticle, v, r.Text))
		start := v
		start.Words = b.firstDraft(r.Text, b.today)
		var steps []step[article]
		for _, s := range r.Steps {
			steps = append(steps, b.articleStep(s))
		}
		live(b, string(id), life[article]{
			read: func(ctx context.Context) (article, error) {
				s, err := b.desk.Article(ctx, id)
				return s.Article, err
			},
			state: func(a article) any { return len(a.Words) },
		}, start, steps)
	}
}

func (b *builder) articleStep(s stepRow) step[committee.Article] {
	type article = committee.Article
	says := b.ruling(s)
	return step[article]{
		on: s.On, rank: atRuling,
		plan: func(a article) (article, error) {
			if s.Do != committee.VerbAmend {
				return a, errVerb
			}
			// Its guideline adopts it, by then; the steps of one row do not see another.
			var err error
			if a.Words, err = a.Words.Adopt(says.Meeting, says.On); err != nil {
				return a, err
			}
			return a.Amend(says)
		},
		take: func(ctx context.Context, a article) error {
			_, err := b.desk.AmendArticle(ctx, a.ID, a.Version, says)
			return err
		},
	}
}
