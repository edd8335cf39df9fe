package tui

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// referenceBook is what the references need of the file.
type referenceBook interface {
	References(context.Context, register.Query) (register.Window[register.ReferenceLine], error)
	Reference(context.Context, committee.ReferenceID) (register.ReferenceSheet, error)
	SaveReference(context.Context, committee.Reference) (committee.Reference, error)
}

// references are the laws, plans, projects and documents that others rest on.
var references noun[register.ReferenceLine, register.ReferenceSheet]

func init() {
	references = noun[register.ReferenceLine, register.ReferenceSheet]{
		kind: committee.KindReference, place: atReferences,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.ReferenceLine], error) {
			return b.References(ctx, q)
		},
		id:     func(l register.ReferenceLine) string { return string(l.ID) },
		column: referenceColumns,
		empty:  func(w *i18n.Words) string { return w.Reference.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.ReferenceSheet, error) {
			return b.Reference(ctx, committee.ReferenceID(id))
		},
		stamp:  func(s register.ReferenceSheet) committee.Stamp { return s.Reference.Stamp },
		title:  func(d *desk, s register.ReferenceSheet) string { return referenceName(d, s.Reference) },
		block:  referenceBlocks,
		create: func(d *desk) page { return newReferenceForm(d, register.ReferenceSheet{}) },
		edit:   func(d *desk, s register.ReferenceSheet) page { return newReferenceForm(d, s) },
	}
}

func referenceColumns(d *desk) []widget.Column[register.ReferenceLine] {
	w := d.words()
	type line = register.ReferenceLine
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldKind], Min: 8, Sort: "kind", Cell: func(l line) string { return w.States.Reference[l.Kind].Short }},
		{Title: w.Fields[committee.FieldNumber], Min: 10, Max: 18, Grow: 3, Sort: "number", Cell: func(l line) string { return l.Number }},
		{Title: w.Fields[committee.FieldTitle], Min: 24, Grow: 4, Sort: "title", Cell: func(l line) string { return l.Title }},
		{Title: w.Fields[committee.FieldDate], Min: 9, Sort: "date", Cell: func(l line) string { return d.loc.DateShort(l.Date) }},
		{Title: w.Reference.Period, Min: 9, Drop: 1, Sort: "period", Cell: func(l line) string { return l.Period }},
	}
}

// referenceName is what a document is cited by: law 2012-023, or its title.
func referenceName(d *desk, r committee.Reference) string {
	if r.Number == "" {
		return r.Title
	}
	return d.words().States.Reference[r.Kind].Full + " " + r.Number
}

func referenceBlocks(d *desk, s register.ReferenceSheet) []widget.Block {
	w, r := d.words(), s.Reference
	f := newFacts(d, r.Stamp, s.Names)
	f.rows = append(f.rows, widget.Row{Text: r.Title, Long: true, Role: theme.Strong})
	f.term(committee.FieldKind, w.States.Reference[r.Kind], r.Kind != "")
	f.text(committee.FieldNumber, r.Number).date(committee.FieldDate, r.Date)
	if r.Period != "" {
		f.fact(w.Reference.Period, r.Period)
	}
	if r.Amount != nil {
		f.fact(w.Reference.Amount, d.loc.Amount(*r.Amount))
	} else if r.Kind == committee.Budget {
		f.fact(w.Reference.Amount, "")
	}
	f.ifAny(committee.FieldURL, r.URL).ifAny(committee.FieldRemarks, r.Remarks)
	blocks := []widget.Block{f.block(""), cutShort(d, listed(w.Reference.UsedBy, namedRows(d, s.UsedBy), w.Reference.NotUsed), s.Cut, register.PartUsers)}
	return append(blocks, provenance(d, r.Stamp, s.Names)...)
}

// namedRows lists things of any kind; those that have a page can be walked to.
func namedRows(d *desk, things []committee.Named) []widget.Row {
	rows := make([]widget.Row, len(things))
	for i, n := range things {
		rows[i] = widget.Row{Label: d.words().States.Kind[n.Thing.Kind].One, Text: named(n), Long: true}
		if paged(n.Thing.Kind) {
			rows[i].Target = target(n.Thing)
		}
	}
	return rows
}

// paged tells whether things of a kind have a page of their own.
func paged(k committee.Kind) bool {
	switch k {
	case committee.KindMeeting, committee.KindAgendaItem, committee.KindRecommendation, committee.KindAction, committee.KindGuideline,
		committee.KindArticle, committee.KindDecision, committee.KindInstitution, committee.KindFunction, committee.KindPerson,
		committee.KindGroup, committee.KindReference:
		return true
	}
	return false
}

// referenceKinds lists what a document may be.
var referenceKinds = []committee.ReferenceKind{
	committee.Law, committee.Decree, committee.Plan, committee.Budget, committee.Project, committee.Manual,
	committee.SourceDocument, committee.ReferenceOther,
}

// periodField is the name of the field that holds a reference's period.
const periodField committee.Field = "period"

// newReferenceForm is the form of a reference, new or known.
func newReferenceForm(d *desk, s register.ReferenceSheet) formPage {
	w, r := d.words(), s.Reference
	title := i18n.Capital(w.States.Kind[committee.KindReference].New)
	if r.ID != "" {
		title = editing(d, referenceName(d, r))
	}
	if r.Kind == "" {
		r.Kind = committee.Law
	}
	fields := []widget.Field{
		must(lineField(d, committee.FieldTitle, r.Title)),
		choiceField(d, committee.FieldKind, r.Kind, referenceKinds, full(w.States.Reference)),
		hint(lineField(d, committee.FieldNumber, r.Number), w.Reference.NumberHelp),
		hint(dateField(d, committee.FieldDate, r.Date), w.Reference.DateHelp),
		hint(labelled(lineField(d, periodField, r.Period), w.Reference.Period), w.Reference.PeriodHelp),
		labelled(amountField(d, committee.FieldCost, r.Amount), w.Reference.Amount),
		lineField(d, committee.FieldURL, r.URL),
		longField(d, committee.FieldRemarks, r.Remarks),
	}
	return newForm(d, formSpec{
		origin: made("reference", committee.KindReference, r.ID, r.Version, r),
		place:  atReferences, title: title, fields: fields,
		save: func(v widget.Values) useCase {
			base := r
			base.Title, base.Kind, base.Number = typed(v, committee.FieldTitle), chosen[committee.ReferenceKind](v, committee.FieldKind), typed(v, committee.FieldNumber)
			base.Date, base.Period, base.Amount = day(v, committee.FieldDate), typed(v, periodField), amount(v, committee.FieldCost)
			base.URL, base.Remarks = typed(v, committee.FieldURL), typed(v, committee.FieldRemarks)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveReference(ctx, base)
				name := after.Number
				if name == "" {
					name = after.Title
				}
				return saved{thing: thing(committee.KindReference, after.ID), label: name, notice: notice(name)}, err
			}
		},
	})
}
