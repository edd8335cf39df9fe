package tui

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// guidelineBook is what the guidelines and their articles need of the file.
type guidelineBook interface {
	Guidelines(context.Context, register.Query) (register.Window[register.GuidelineLine], error)
	Guideline(context.Context, committee.GuidelineID) (register.GuidelineSheet, error)
	SaveGuideline(context.Context, committee.Guideline) (committee.Guideline, error)
	AdvanceGuideline(context.Context, committee.GuidelineID, int, committee.Verb, committee.Ruling) (committee.Guideline, error)
	Article(context.Context, committee.ArticleID) (register.ArticleSheet, error)
	SaveArticle(ctx context.Context, a committee.Article, text string) (committee.Article, error)
	AmendArticle(context.Context, committee.ArticleID, int, committee.Ruling) (committee.Article, error)
}

// guidelines are the operationalization guidelines.
var guidelines noun[register.GuidelineLine, register.GuidelineSheet]

func init() {
	guidelines = noun[register.GuidelineLine, register.GuidelineSheet]{
		kind: committee.KindGuideline, place: atGuidelines,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.GuidelineLine], error) {
			return b.Guidelines(ctx, q)
		},
		id:     func(l register.GuidelineLine) string { return string(l.ID) },
		column: guidelineColumns,
		scopes: []register.Scope{register.All, register.WithoutAction},
		empty:  func(w *i18n.Words) string { return w.Guideline.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.GuidelineSheet, error) {
			return b.Guideline(ctx, committee.GuidelineID(id))
		},
		stamp:    func(s register.GuidelineSheet) committee.Stamp { return s.Guideline.Stamp },
		title:    func(d *desk, s register.GuidelineSheet) string { return guidelineRef(d, s.Guideline.Number) },
		block:    guidelineBlocks,
		commands: guidelineCommands,
		create:   func(d *desk) page { return newGuidelineForm(d, register.GuidelineSheet{}) },
		edit:     func(d *desk, s register.GuidelineSheet) page { return newGuidelineForm(d, s) },
	}
}

func guidelineColumns(d *desk) []widget.Column[register.GuidelineLine] {
	w := d.words()
	type line = register.GuidelineLine
	state := stateWidth(w.States.Guideline)
	return []widget.Column[line]{
		{Title: w.Guideline.Number, Min: 6, Sort: "number", Cell: func(l line) string { return guidelineRef(d, l.Number) }},
		{Title: w.Guideline.Heading, Min: 36 - state, Grow: 3, Sort: "heading", Cell: func(l line) string { return l.Heading }},
		{
			Title: w.Fields[committee.FieldState], Min: state, Sort: "state",
			Cell: func(l line) string { return guidelineState(d, l.State) }, Role: func(l line) theme.Role { return guidelineRole(l.State) },
		},
		{Title: w.Guideline.Articles, Min: 8, Right: true, Sort: "articles", Cell: func(l line) string { return strconv.Itoa(l.Articles) }},
		{Title: w.Guideline.CoverageShort, Min: 11, Right: true, Drop: 1, Cell: func(l line) string {
			return fmt.Sprintf(w.Common.OutOf, strconv.Itoa(l.WithAction), strconv.Itoa(l.Articles))
		}},
		{Title: w.Guideline.Since, Min: 9, Drop: 3, Sort: "since", Cell: func(l line) string { return d.loc.DateShort(l.Since) }},
	}
}

func guidelineState(d *desk, s committee.GuidelineState) string {
	g := d.styles.Glyph
	mark := map[committee.GuidelineState]string{
		committee.TextMissing: g.Open, committee.Draft: g.Open, committee.Examined: g.Half, committee.GuideAdopted: g.Declared,
		committee.InForce: g.Validated, committee.UnderRevision: g.Half, committee.Repealed: g.Abandoned,
	}[s]
	return mark + " " + d.words().States.Guideline[s].Short
}

func guidelineRole(s committee.GuidelineState) theme.Role {
	switch s {
	case committee.InForce, committee.GuideAdopted:
		return theme.Good
	case committee.TextMissing, committee.Repealed:
		return theme.Muted
	}
	return theme.Text
}

func guidelineBlocks(d *desk, s register.GuidelineSheet) []widget.Block {
	w, g := d.words(), s.Guideline
	lead := newFacts(d, g.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: g.Heading, Long: true, Role: theme.Strong})
	if note := headingNote(d, g.Stamp); note != "" {
		lead.rows = append(lead.rows, widget.Row{Text: note, Role: theme.Muted, Long: true})
	}
	said := guidelineState(d, g.State)
	if !g.Since.Zero() {
		said += " " + d.styles.Glyph.Dot + " " + d.loc.Period(g.Since, "")
	}
	lead.row(w.Fields[committee.FieldState], said, guidelineRole(g.State))
	if g.Reason != "" {
		lead.text(committee.FieldReason, g.Reason)
	}
	lead.fact(w.Guideline.Purpose, g.Purpose).text(committee.FieldLegalBasis, g.LegalBasis)
	lead.linked(w.Guideline.AdoptedAt, thing(committee.KindMeeting, g.AdoptedAt))
	if !g.InForceOn.Zero() {
		lead.fact(w.Guideline.InForceOn, d.loc.Date(g.InForceOn))
	}
	covered := 0
	for _, a := range s.Articles {
		if a.Actions > 0 {
			covered++
		}
	}
	if len(s.Articles) > 0 {
		lead.fact(w.Guideline.Coverage, d.loc.Count(w.Guideline.Covered, covered, d.loc.Number(len(s.Articles))))
	}
	details := newFacts(d, g.Stamp, s.Names)
	details.text(committee.FieldAxis, calledAs(d, s.Names, thing(committee.KindAxis, g.Axis)))
	details.linked(w.Recommendation.Origin, thing(committee.KindMeeting, g.Meeting))
	details.links(committee.FieldReferences, things(committee.KindReference, g.References)).text(committee.FieldRemarks, g.Remarks)
	blocks := []widget.Block{lead.block(""), articleBlock(d, s), details.block(w.Action.Details)}
	return append(blocks, provenance(d, g.Stamp, s.Names)...)
}

// headingNote says that a heading is not official, when its source does not
// give it.
func headingNote(d *desk, s committee.Stamp) string {
	for _, p := range s.Provenance {
		if p.Certainty == committee.Deduced || p.Certainty == committee.Generic {
			return d.words().Guideline.Official + " " + d.styles.Glyph.Dot + " " + d.words().States.Certainty[p.Certainty].Full
		}
	}
	return ""
}

// articleBlock is the text of the guideline: each article, what it recommends
// and what carries it out counted beside it.
func articleBlock(d *desk, s register.GuidelineSheet) widget.Block {
	w := d.words()
	var rows []widget.Row
	for _, a := range s.Articles {
		counts := d.loc.Count(w.List.Recommendations, a.Recommendations) + ", " + d.loc.Count(w.Home.Actions, a.Actions)
		rows = append(rows, widget.Row{
			Label: w.Guideline.Article + " " + strconv.Itoa(a.Number),
			Text:  a.Heading + " " + d.styles.Glyph.Dot + " " + counts, Target: to(committee.KindArticle, a.ID), Long: true,
		})
		text := widget.Row{Text: a.Text, Long: true}
		if a.Text == "" {
			text.Text, text.Role = w.Guideline.NoText, theme.Muted
		}
		rows = append(rows, text)
	}
	empty := w.Guideline.NoArticle
	if s.Guideline.State == committee.TextMissing {
		empty = w.Guideline.NoTextAtAll + " " + empty
	}
	b := listed(w.Guideline.Articles, rows, empty)
	b.Count = strconv.Itoa(len(s.Articles))
	return b
}

func guidelineCommands(d *desk, s register.GuidelineSheet, _ string) []command {
	add := act(keymap.AddArticle, articleOff(d, s.Guideline, committee.VerbAdd), func() tea.Cmd {
		return push(newArticleForm(d, register.ArticleSheet{Guideline: s.Guideline, Article: committee.Article{Guideline: s.Guideline.ID}, Names: s.Names}))
	})
	return append([]command{add}, guidelineSteps(d, s)...)
}

// guidelineSteps change the state of a guideline; each asks something first.
func guidelineSteps(d *desk, s register.GuidelineSheet) []command {
	w := d.words().Guideline
	reason := []widget.Field{reasonField(d)}
	return []command{
		askGuideline(d, s, keymap.Examine, committee.VerbExamine, w.Examine, nil),
		askGuideline(d, s, keymap.AdoptGuideline, committee.VerbAdopt, w.Adopt, nil),
		askGuideline(d, s, keymap.Enforce, committee.VerbEnforce, w.Enforce, nil),
		askGuideline(d, s, keymap.Revise, committee.VerbReopen, w.Revise, reason),
		askGuideline(d, s, keymap.Repeal, committee.VerbRepeal, w.Repeal, reason),
	}
}

// askGuideline is the command that opens the prompt of a change of state.
func askGuideline(d *desk, s register.GuidelineSheet, k keymap.Key, verb committee.Verb, title string, more []widget.Field) command {
	g := s.Guideline
	off := archivedOff(d, verb, committee.KindGuideline, g.Stamp)
	if err := g.Allows(verb); off == "" && err != nil {
		off = d.loc.Error(err)
	}
	return act(k, off, func() tea.Cmd {
		ref, from := guidelineRef(d, g.Number), made("guideline_step", committee.KindGuideline, g.ID, g.Version, g)
		fields := append([]widget.Field{}, more...)
		if verb == committee.VerbAdopt || verb == committee.VerbExamine {
			fields = append(fields, lookupField(d, committee.FieldMeeting, committee.KindMeeting))
		}
		fields = append(fields, happenedField(d, committee.FieldDate))
		return prompt(d, from.by(k.Show), title+d.words().Sheet.Colon+ref, g.Heading, fields, func(v widget.Values) useCase {
			r := committee.Ruling{
				Meeting: picked[committee.MeetingID](v, committee.FieldMeeting), On: day(v, committee.FieldDate),
				Reason: typed(v, committee.FieldReason), By: d.actor.Name,
			}
			notice := ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(verb, committee.KindGuideline)
			return func(ctx context.Context, b Book) (saved, error) {
				_, err := b.AdvanceGuideline(ctx, g.ID, at(ctx, g.Version), verb, r)
				return saved{thing: thing(committee.KindGuideline, g.ID), notice: notice}, err
			}
		})
	})
}

// newGuidelineForm is the form of a guideline, new or known.
func newGuidelineForm(d *desk, s register.GuidelineSheet) formPage {
	w, g := d.words(), s.Guideline
	title := i18n.Capital(w.States.Kind[committee.KindGuideline].New)
	if g.ID != "" {
		title = editing(d, guidelineRef(d, g.Number))
	}
	fields := []widget.Field{
		labelled(must(lineField(d, committee.FieldHeading, g.Heading)), w.Guideline.Heading),
		labelled(longField(d, committee.FieldPurpose, g.Purpose), w.Guideline.Purpose),
		lineField(d, committee.FieldLegalBasis, g.LegalBasis),
		lookupField(d, committee.FieldAxis, committee.KindAxis, option(d, s.Names, committee.KindAxis, g.Axis)),
		labelled(lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, s.Names, committee.KindMeeting, g.Meeting)), w.Recommendation.Origin),
		lookupsField(d, committee.FieldReferences, committee.KindReference, options(d, s.Names, committee.KindReference, g.References)),
		longField(d, committee.FieldRemarks, g.Remarks),
	}
	return newForm(d, formSpec{
		origin: made("guideline", committee.KindGuideline, g.ID, g.Version, g),
		place:  atGuidelines, title: title, fields: fields,
		save: func(v widget.Values) useCase {
			base := g
			base.Heading, base.Purpose = typed(v, committee.FieldHeading), typed(v, committee.FieldPurpose)
			base.LegalBasis, base.Remarks = typed(v, committee.FieldLegalBasis), typed(v, committee.FieldRemarks)
			base.Axis, base.Meeting = picked[committee.AxisID](v, committee.FieldAxis), picked[committee.MeetingID](v, committee.FieldMeeting)
			base.References = pickedAll[committee.ReferenceID](v, committee.FieldReferences)
			notice, prefix := savedNotice(d), w.Sheet.GuidelineRef
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveGuideline(ctx, base)
				name := prefix + strconv.Itoa(after.Number)
				return saved{thing: thing(committee.KindGuideline, after.ID), label: name, notice: notice(name)}, err
			}
		},
	})
}
