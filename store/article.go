package store

import (
	"context"
	"errors"

	"suivi/internal/committee"
)

var articles = keep(noun[committee.Article]{
	kind: committee.KindArticle, table: "article",
	id:    func(v *committee.Article) *string { return (*string)(&v.ID) },
	stamp: func(v *committee.Article) *committee.Stamp { return &v.Stamp },
	fields: func(v *committee.Article) []field {
		return []field{
			to("guideline", &v.Guideline, committee.FieldGuideline, committee.KindGuideline), plain("number", &v.Number),
			line("heading", &v.Heading), derived("text", v.Words.Text()), body("remarks", &v.Remarks),
		}
	},
	lists: func(v *committee.Article) []child {
		return []child{wordings(committee.KindArticle, &v.Words)}
	},
	words: func(v *committee.Article) []string { return []string{v.Heading, v.Words.Text()} },
	name: naming{
		ref:   "(SELECT g.number || '.' FROM guideline g WHERE g.id = t.guideline) || t.number",
		short: "coalesce(nullif(t.heading, ''), t.text)",
		full:  "coalesce(nullif(t.heading, ''), t.text)",
	},
	guard: func(ctx context.Context, tx *tx, before, v *committee.Article) error {
		if before == nil || before.Archived || before.Guideline != v.Guideline || before.Number != v.Number || before.Heading != v.Heading {
			return drafting(ctx, tx, v.Guideline)
		}
		return nil
	},
	leave: func(ctx context.Context, tx *tx, v *committee.Article) error { return drafting(ctx, tx, v.Guideline) },
})

// drafting refuses a change to what an adopted guideline consists of.
func drafting(ctx context.Context, tx *tx, id committee.GuidelineID) error {
	g, err := guidelines.load(ctx, tx, string(id))
	if err == nil && !g.Editable() {
		return &committee.RefusedError{Verb: tx.verb, Kind: committee.KindArticle, Reason: committee.ReasonAdoptedText, State: string(g.State)}
	}
	return err
}

// SaveArticle adds an article to a guideline, under the next number when it
// has none, or revises one. Its text is a draft while the guideline may be
// edited, and makes a guideline whose text was missing a draft too; under
// revision it comes after the adopted wording. Once the guideline is adopted
// text, heading and number are refused: AmendArticle changes the text.
func (s *Store) SaveArticle(ctx context.Context, a committee.Article, text string) (committee.Article, error) {
	text = typed(text)
	err := s.write(ctx, saving(a.Version), articles.thing(string(a.ID)), "", func(tx *tx) error {
		before, err := articles.before(ctx, tx, &a)
		if err != nil {
			return err
		}
		was := committee.Article{Guideline: a.Guideline}
		if before != nil {
			was = *before
		}
		if a.Guideline == "" {
			a.Guideline = was.Guideline
		}
		a.Words, a.Archived = was.Words, was.Archived
		g, err := guidelines.load(ctx, tx, string(a.Guideline))
		if errors.Is(err, committee.ErrNotFound) {
			return missing(committee.FieldGuideline, string(a.Guideline))
		}
		if err != nil {
			return err
		}
		if was.Guideline != a.Guideline {
			if err := drafting(ctx, tx, was.Guideline); err != nil {
				return err
			}
		}
		a, err = s.draftArticle(ctx, tx, g, was.Number, a, text)
		return err
	})
	return a, err
}

// draftArticle writes an article with its text, and its guideline when that
// becomes a draft.
func (s *Store) draftArticle(ctx context.Context, tx *tx, g committee.Guideline, number int, a committee.Article, text string) (committee.Article, error) {
	drafted, a, err := g.Draft(a, text, s.today(), s.actor.Name)
	if err != nil {
		return a, err
	}
	if a.Number == 0 {
		a.Number = number
	}
	if a.Number == 0 {
		if a.Number, err = next(ctx, tx, "number", "article", "guideline = ?", g.ID); err != nil {
			return a, err
		}
	}
	if a, err = articles.save(ctx, tx, a); err != nil || drafted.State == g.State {
		return a, err
	}
	_, err = guidelines.save(ctx, tx, drafted)
	return a, err
}

// missing is the error of a link that is not made, or made to nothing.
func missing(f committee.Field, id string) error {
	if id == "" {
		return &committee.FieldError{Field: f, Reason: committee.ReasonRequired}
	}
	return &committee.FieldError{Field: f, Reason: committee.ReasonUnknown}
}

// AmendArticle gives an article of an adopted guideline a new wording, adopted
// at once; the earlier one is kept.
func (s *Store) AmendArticle(ctx context.Context, id committee.ArticleID, version int, r committee.Ruling) (a committee.Article, err error) {
	r = s.ruled(r)
	err = s.write(ctx, committee.VerbAmend, articles.thing(string(id)), r.Reason, func(tx *tx) error {
		a, err = articles.change(ctx, tx, string(id), version, func(a committee.Article) (committee.Article, error) {
			g, err := guidelines.load(ctx, tx, string(a.Guideline))
			if err != nil {
				return a, err
			}
			return g.AmendArticle(a, r)
		})
		return err
	})
	return a, err
}
