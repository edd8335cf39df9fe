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

// functionSheet is a function with the mandates of its holders.
type functionSheet struct {
	register.FunctionSheet
	held []tenure
}

// functions are the posts that own actions while people come and go.
var functions noun[register.FunctionLine, functionSheet]

func init() {
	functions = noun[register.FunctionLine, functionSheet]{
		kind: committee.KindFunction, place: atDirectory,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.FunctionLine], error) {
			return b.Functions(ctx, q)
		},
		id:     func(l register.FunctionLine) string { return string(l.ID) },
		column: functionColumns,
		empty:  func(w *i18n.Words) string { return w.Directory.NoFunctions },
		sheet: func(ctx context.Context, b Book, id string) (functionSheet, error) {
			s, err := b.Function(ctx, committee.FunctionID(id))
			if err != nil {
				return functionSheet{}, err
			}
			held, err := tenures(ctx, b, s.Mandates)
			return functionSheet{s, held}, err
		},
		stamp:    func(s functionSheet) committee.Stamp { return s.Function.Stamp },
		title:    func(_ *desk, s functionSheet) string { return s.Function.Title },
		block:    functionBlocks,
		commands: functionCommands,
		create:   func(d *desk) page { return newFunctionForm(d, register.FunctionSheet{}) },
		edit:     func(d *desk, s functionSheet) page { return newFunctionForm(d, s.FunctionSheet) },
		visit:    func(d *desk, s functionSheet, target string) tea.Cmd { return visitMandate(d, s.held, target) },
	}
}

func functionColumns(d *desk) []widget.Column[register.FunctionLine] {
	w := d.words()
	type line = register.FunctionLine
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldFunction], Min: 20, Grow: 3, Sort: "title", Cell: func(l line) string { return l.Title }},
		{Title: w.Fields[committee.FieldInstitution], Min: 12, Max: 28, Grow: 1, Sort: "institution", Cell: func(l line) string { return l.Institution }},
		{
			Title: w.Action.Holder, Min: 16, Max: 32, Grow: 2, Sort: "holder",
			Cell: func(l line) string {
				if l.Holder == "" {
					return w.Common.None
				}
				return l.Holder
			},
		},
		{Title: w.Directory.Open, Min: 8, Right: true, Drop: 1, Sort: "open", Cell: func(l line) string { return strconv.Itoa(l.Open) }},
	}
}

func functionBlocks(d *desk, s functionSheet) []widget.Block {
	w, f := d.words(), s.Function
	lead := newFacts(d, f.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: f.Title, Long: true, Role: theme.Strong})
	lead.link(committee.FieldInstitution, thing(committee.KindInstitution, f.Institution)).ifAny(committee.FieldRemarks, f.Remarks)
	person := func(t tenure) string { return t.Person }
	blocks := []widget.Block{
		lead.block(""),
		heldToday(d, s.held, person, func(t tenure) string { return to(committee.KindPerson, t.PersonID) }, w.Directory.NoHolder),
		cutShort(d, listed(w.Directory.OpenWork, actionRows(d, s.Actions), w.Directory.NoOpenWork), s.Cut, register.PartActions),
		mandateBlock(d, s.held, person),
	}
	return append(blocks, provenance(d, f.Stamp, s.Names)...)
}

func functionCommands(d *desk, s functionSheet, target string) []command {
	f := s.Function
	appoint := act(keymap.AddMandate, archivedOff(d, committee.VerbAdd, committee.KindMandate, f.Stamp), func() tea.Cmd {
		return push(newMandateForm(d, committee.Mandate{Function: f.ID}, s.Names, titular(s.held)))
	})
	return mandateCommands(d, s.held, target, appoint)
}

// titular is who holds the function today; of several, the latest to come.
func titular(held []tenure) string {
	var last tenure
	for _, t := range held {
		if t.InForce && t.Kind == committee.Titular && (last.Person == "" || t.From > last.From) {
			last = t
		}
	}
	return last.Person
}

// functionNamed is a new function of which only the title is known.
func functionNamed(typed string) register.FunctionSheet {
	return register.FunctionSheet{Function: committee.Function{Title: typed}}
}

// newFunctionForm is the form of a function, new or known. A sheet without an
// ID may already hold its institution.
func newFunctionForm(d *desk, s register.FunctionSheet) formPage {
	w, f := d.words(), s.Function
	title := i18n.Capital(w.States.Kind[committee.KindFunction].New)
	if f.ID != "" {
		title = editing(d, f.Title)
	}
	institution := must(lookupField(d, committee.FieldInstitution, committee.KindInstitution, option(d, s.Names, committee.KindInstitution, f.Institution)))
	institution.New = true
	name := hint(must(lineField(d, committee.FieldTitle, f.Title)), w.Directory.TitleHelp)
	fields := []widget.Field{name, institution, longField(d, committee.FieldRemarks, f.Remarks)}
	return newForm(d, formSpec{
		origin: made("function", committee.KindFunction, f.ID, f.Version, f),
		place:  atDirectory, title: title, fields: fields,
		nested: map[string]func(string) page{
			string(committee.FieldInstitution): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := f
			base.Title, base.Institution = typed(v, committee.FieldTitle), picked[committee.InstitutionID](v, committee.FieldInstitution)
			base.Remarks = typed(v, committee.FieldRemarks)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveFunction(ctx, base)
				return saved{thing: thing(committee.KindFunction, after.ID), label: after.Title, notice: notice(after.Title)}, err
			}
		},
	})
}
