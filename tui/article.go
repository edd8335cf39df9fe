package tui

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// articles are the parts of the guidelines; they are reached from theirs and
// have no list of their own.
var articles noun[struct{}, register.ArticleSheet]

func init() {
	articles = noun[struct{}, register.ArticleSheet]{
		kind: committee.KindArticle, place: atGuidelines,
		sheet: func(ctx context.Context, b Book, id string) (register.ArticleSheet, error) {
			return b.Article(ctx, committee.ArticleID(id))
		},
		stamp: func(s register.ArticleSheet) committee.Stamp { return s.Article.Stamp },
		title: func(d *desk, s register.ArticleSheet) string {
			return articleRef(d, s.Guideline.Number, s.Article.Number)
		},
		block:    articleBlocks,
		commands: articleCommands,
		edit:     func(d *desk, s register.ArticleSheet) page { return newArticleForm(d, s) },
		fixed:    func(d *desk, s register.ArticleSheet) string { return articleOff(d, s.Guideline, committee.VerbRevise) },
	}
}

func articleBlocks(d *desk, s register.ArticleSheet) []widget.Block {
	w, a := d.words(), s.Article
	lead := newFacts(d, a.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: a.Heading, Long: true, Role: theme.Strong})
	if a.Words.Text() == "" {
		lead.rows = append(lead.rows, widget.Row{Text: w.Guideline.NoText, Role: theme.Muted})
	} else {
		lead.rows = append(lead.rows, widget.Row{Text: a.Words.Text(), Long: true})
	}
	lead.rows = append(lead.rows, widget.Row{})
	lead.rows = append(lead.rows, widget.Row{
		Label: w.Guideline.Heading, Text: guidelineRef(d, s.Guideline.Number) + "  " + s.Guideline.Heading,
		Target: to(committee.KindGuideline, s.Guideline.ID), Long: true,
	})
	lead.row(w.Fields[committee.FieldState], guidelineState(d, s.Guideline.State), guidelineRole(s.Guideline.State))
	lead.ifAny(committee.FieldRemarks, a.Remarks)
	blocks := []widget.Block{
		lead.block(""),
		cutShort(d, listed(w.Guideline.Recommendations, recommendationRows(d, s.Recommendations), w.Guideline.NoRecommendation), s.Cut, register.PartRecommendations),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Guideline.NoAction), s.Cut, register.PartActions),
	}
	blocks = append(blocks, versions(d, a.Words, s.Names)...)
	return append(blocks, provenance(d, a.Stamp, s.Names)...)
}

// articleOff says why an article of the guideline may not be written now.
func articleOff(d *desk, g committee.Guideline, verb committee.Verb) string {
	if off := archivedOff(d, verb, committee.KindArticle, g.Stamp); off != "" {
		return off
	}
	if !g.Editable() {
		return d.loc.Error(&committee.RefusedError{Verb: verb, Kind: committee.KindArticle, Reason: committee.ReasonAdoptedText, State: string(g.State)})
	}
	return ""
}

func articleCommands(d *desk, s register.ArticleSheet, _ string) []command {
	a := s.Article
	names := register.Names{thing(committee.KindArticle, a.ID): {Ref: articleRef(d, s.Guideline.Number, a.Number), Short: a.Heading}}
	for t, n := range s.Names {
		names[t] = n
	}
	linked := []committee.ArticleID{a.ID}
	return []command{
		amendArticle(d, s),
		act(keymap.AddRecommendation, archivedOff(d, committee.VerbAdd, committee.KindRecommendation, a.Stamp), func() tea.Cmd {
			return push(newRecommendationForm(d, register.RecommendationSheet{Recommendation: committee.Recommendation{Articles: linked}, Names: names}))
		}),
		act(keymap.MakeAction, archivedOff(d, committee.VerbAdd, committee.KindAction, a.Stamp), func() tea.Cmd {
			return push(newActionForm(d, register.ActionSheet{Action: committee.Action{Articles: linked, Axis: s.Guideline.Axis}, Names: names}))
		}),
	}
}

// amendArticle changes an adopted article by a new version.
func amendArticle(d *desk, s register.ArticleSheet) command {
	w, a := d.words(), s.Article
	off := archivedOff(d, committee.VerbAmend, committee.KindArticle, a.Stamp)
	if off == "" && !a.Words.Adopted() {
		off = d.loc.Error(&committee.RefusedError{Verb: committee.VerbAmend, Kind: committee.KindArticle, Reason: committee.ReasonState, State: string(s.Guideline.State)})
	}
	return act(keymap.Amend, off, func() tea.Cmd {
		ref := articleRef(d, s.Guideline.Number, a.Number)
		from := made("article_amend", committee.KindArticle, a.ID, a.Version, articleSeed{s.Guideline, a})
		fields := []widget.Field{
			labelled(must(longField(d, committee.FieldText, a.Words.Text())), w.Proposal.AmendedText),
			labelled(reasonField(d), w.Proposal.WhyAmended),
			lookupField(d, committee.FieldMeeting, committee.KindMeeting),
			happenedField(d, committee.FieldDate),
		}
		return prompt(d, from, w.Guideline.AmendArticle+w.Sheet.Colon+ref, a.Heading, fields, func(v widget.Values) useCase {
			r := committee.Ruling{
				Text: typed(v, committee.FieldText), Reason: typed(v, committee.FieldReason), By: d.actor.Name,
				Meeting: picked[committee.MeetingID](v, committee.FieldMeeting), On: day(v, committee.FieldDate),
			}
			notice := ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(committee.VerbAmend, committee.KindArticle)
			return func(ctx context.Context, b Book) (saved, error) {
				_, err := b.AmendArticle(ctx, a.ID, at(ctx, a.Version), r)
				return saved{thing: thing(committee.KindArticle, a.ID), notice: notice}, err
			}
		})
	})
}

// newArticleForm is the form of an article, new or known. The text of an
// adopted article is not in it: it is amended.
func newArticleForm(d *desk, s register.ArticleSheet) formPage {
	w, a := d.words(), s.Article
	title := i18n.Capital(w.States.Kind[committee.KindArticle].New)
	if a.ID != "" {
		title = editing(d, articleRef(d, s.Guideline.Number, a.Number))
	}
	var number *int
	if a.Number > 0 {
		number = &a.Number
	}
	fields := []widget.Field{
		numberField(d, committee.FieldNumber, number, 1, 999),
		lineField(d, committee.FieldHeading, a.Heading),
	}
	if s.Guideline.Editable() {
		fields = append(fields, labelled(longField(d, committee.FieldText, a.Words.Text()), w.Guideline.ArticleText))
	}
	fields = append(fields, longField(d, committee.FieldRemarks, a.Remarks))
	return newForm(d, formSpec{
		origin: made("article", committee.KindArticle, a.ID, a.Version, articleSeed{s.Guideline, a}).on(thing(committee.KindGuideline, s.Guideline.ID)),
		place:  atGuidelines, title: title, fields: fields,
		save: func(v widget.Values) useCase {
			base := a
			base.Number = 0
			if n := whole(v, committee.FieldNumber); n != nil {
				base.Number = *n
			}
			base.Heading, base.Remarks = typed(v, committee.FieldHeading), typed(v, committee.FieldRemarks)
			words, notice, prefix := typedOr(v, committee.FieldText, base.Words.Text()), savedNotice(d), guidelineRef(d, s.Guideline.Number)+" "+w.Sheet.ArticleRef+" "
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveArticle(ctx, base, words)
				name := prefix + strconv.Itoa(after.Number)
				return saved{thing: thing(committee.KindArticle, after.ID), label: name, notice: notice(name)}, err
			}
		},
	})
}
