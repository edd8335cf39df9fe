package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// personSheet is a person with the mandates they held.
type personSheet struct {
	register.PersonSheet
	held []tenure
}

// people hold functions for a time.
var people noun[register.PersonLine, personSheet]

func init() {
	people = noun[register.PersonLine, personSheet]{
		kind: committee.KindPerson, place: atDirectory,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.PersonLine], error) {
			return b.People(ctx, q)
		},
		id:     func(l register.PersonLine) string { return string(l.ID) },
		column: personColumns,
		empty:  func(w *i18n.Words) string { return w.Directory.NoPeople },
		sheet: func(ctx context.Context, b Book, id string) (personSheet, error) {
			s, err := b.Person(ctx, committee.PersonID(id))
			if err != nil {
				return personSheet{}, err
			}
			held, err := tenures(ctx, b, s.Mandates)
			return personSheet{s, held}, err
		},
		stamp:    func(s personSheet) committee.Stamp { return s.Person.Stamp },
		title:    func(_ *desk, s personSheet) string { return s.Person.Name },
		block:    personBlocks,
		commands: personCommands,
		create:   func(d *desk) page { return newPersonForm(d, register.PersonSheet{}) },
		edit:     func(d *desk, s personSheet) page { return newPersonForm(d, s.PersonSheet) },
		visit:    func(d *desk, s personSheet, target string) tea.Cmd { return visitMandate(d, s.held, target) },
	}
}

func personColumns(d *desk) []widget.Column[register.PersonLine] {
	w := d.words()
	type line = register.PersonLine
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldName], Min: 18, Max: 40, Grow: 2, Sort: "name", Cell: func(l line) string { return l.Name }},
		{Title: w.Fields[committee.FieldFunction], Min: 18, Grow: 3, Sort: "function", Cell: func(l line) string { return l.Function }},
		{Title: w.Fields[committee.FieldInstitution], Min: 12, Max: 28, Grow: 1, Sort: "institution", Cell: func(l line) string { return l.Institution }},
	}
}

func personBlocks(d *desk, s personSheet) []widget.Block {
	w, p := d.words(), s.Person
	lead := newFacts(d, p.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: p.Name, Long: true, Role: theme.Strong})
	lead.fact(w.Directory.Phone, p.Phone).text(committee.FieldEmail, p.Email).ifAny(committee.FieldRemarks, p.Remarks)
	function := func(t tenure) string { return t.Function + " " + d.styles.Glyph.Dot + " " + t.Institution }
	blocks := []widget.Block{
		lead.block(""),
		heldToday(d, s.held, function, func(t tenure) string { return to(committee.KindFunction, t.FunctionID) }, w.Directory.HoldsNothing),
		mandateBlock(d, s.held, function),
	}
	return append(blocks, provenance(d, p.Stamp, s.Names)...)
}

func personCommands(d *desk, s personSheet, target string) []command {
	p := s.Person
	appoint := act(keymap.AddMandate, archivedOff(d, committee.VerbAdd, committee.KindMandate, p.Stamp), func() tea.Cmd {
		names := register.Names{thing(committee.KindPerson, p.ID): {Short: p.Name}}
		return push(newMandateForm(d, committee.Mandate{Person: p.ID}, names, ""))
	})
	return mandateCommands(d, s.held, target, appoint)
}

// personNamed is a new person of whom only the name is known.
func personNamed(typed string) register.PersonSheet {
	return register.PersonSheet{Person: committee.Person{Name: typed}}
}

// newPersonForm is the form of a person, new or known.
func newPersonForm(d *desk, s register.PersonSheet) formPage {
	w, p := d.words(), s.Person
	title := i18n.Capital(w.States.Kind[committee.KindPerson].New)
	if p.ID != "" {
		title = editing(d, p.Name)
	}
	fields := []widget.Field{
		hint(must(lineField(d, committee.FieldName, p.Name)), w.Directory.PersonHelp),
		labelled(lineField(d, committee.FieldContact, p.Phone), w.Directory.Phone),
		lineField(d, committee.FieldEmail, p.Email),
		longField(d, committee.FieldRemarks, p.Remarks),
	}
	return newForm(d, formSpec{
		origin: made("person", committee.KindPerson, p.ID, p.Version, p),
		place:  atDirectory, title: title, fields: fields,
		save: func(v widget.Values) useCase {
			base := p
			base.Name, base.Phone = typed(v, committee.FieldName), typed(v, committee.FieldContact)
			base.Email, base.Remarks = typed(v, committee.FieldEmail), typed(v, committee.FieldRemarks)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SavePerson(ctx, base)
				return saved{thing: thing(committee.KindPerson, after.ID), label: after.Name, notice: notice(after.Name)}, err
			}
		},
	})
}
