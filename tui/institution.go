package tui

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// institutions are the bodies that own actions or are addressed.
var institutions noun[register.InstitutionLine, register.InstitutionSheet]

func init() {
	institutions = noun[register.InstitutionLine, register.InstitutionSheet]{
		kind: committee.KindInstitution, place: atDirectory,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.InstitutionLine], error) {
			return b.Institutions(ctx, q)
		},
		id:     func(l register.InstitutionLine) string { return string(l.ID) },
		column: institutionColumns,
		empty:  func(w *i18n.Words) string { return w.Directory.NoInstitutions },
		sheet: func(ctx context.Context, b Book, id string) (register.InstitutionSheet, error) {
			return b.Institution(ctx, committee.InstitutionID(id))
		},
		stamp:    func(s register.InstitutionSheet) committee.Stamp { return s.Institution.Stamp },
		title:    func(_ *desk, s register.InstitutionSheet) string { return s.Institution.Short() },
		block:    institutionBlocks,
		commands: institutionCommands,
		create:   func(d *desk) page { return newInstitutionForm(d, register.InstitutionSheet{}) },
		edit:     func(d *desk, s register.InstitutionSheet) page { return newInstitutionForm(d, s) },
	}
}

func institutionColumns(d *desk) []widget.Column[register.InstitutionLine] {
	w := d.words()
	type line = register.InstitutionLine
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldAcronym], Min: 9, Max: 16, Grow: 1, Sort: "acronym", Cell: func(l line) string { return l.Acronym }},
		{Title: w.Fields[committee.FieldName], Min: 20, Grow: 3, Sort: "name", Cell: func(l line) string { return l.Name }},
		{Title: w.Fields[committee.FieldKind], Min: 11, Drop: 3, Sort: "kind", Cell: func(l line) string { return w.States.Institution[l.Kind].Short }},
		{Title: w.Fields[committee.FieldCapacity], Min: 11, Drop: 1, Sort: "capacity", Cell: func(l line) string { return w.States.Capacity[l.Capacity].Short }},
		{Title: w.Directory.Functions, Min: 9, Right: true, Drop: 4, Sort: "functions", Cell: func(l line) string { return strconv.Itoa(l.Functions) }},
		{Title: w.Directory.Open, Min: 8, Right: true, Sort: "open", Cell: func(l line) string { return strconv.Itoa(l.Open) }},
		{
			Title: w.Directory.Late, Min: 9, Right: true, Sort: "late", Cell: func(l line) string { return strconv.Itoa(l.Late) },
			Role: func(l line) theme.Role {
				if l.Late > 0 {
					return theme.Bad
				}
				return theme.Muted
			},
		},
	}
}

func institutionBlocks(d *desk, s register.InstitutionSheet) []widget.Block {
	w, i := d.words(), s.Institution
	lead := newFacts(d, i.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: i.Name, Long: true, Role: theme.Strong})
	lead.text(committee.FieldAcronym, i.Acronym)
	lead.term(committee.FieldKind, w.States.Institution[i.Kind], i.Kind != "")
	lead.term(committee.FieldCapacity, w.States.Capacity[i.Capacity], i.Capacity != "")
	lead.text(committee.FieldContact, i.Contact).ifAny(committee.FieldRemarks, i.Remarks)
	blocks := []widget.Block{
		lead.block(""),
		cutShort(d, listed(w.Directory.Functions, functionRows(d, s.Functions), w.Directory.NoFunction), s.Cut, register.PartFunctions),
		cutShort(d, listed(w.Directory.AnswersFor, actionRows(d, s.Actions), w.Directory.NoAction), s.Cut, register.PartActions),
	}
	for _, b := range some(w.Directory.Supports, actionRows(d, s.Supports)) {
		blocks = append(blocks, cutShort(d, b, s.Cut, register.PartSupported))
	}
	blocks = append(blocks, cutShort(d, listed(w.Directory.Addressed, recommendationRows(d, s.Recommendations), w.Directory.NoRecommendation), s.Cut, register.PartRecommendations))
	blocks = append(blocks, some(w.Directory.Groups, groupRows(d, s.Groups))...)
	return append(blocks, provenance(d, i.Stamp, s.Names)...)
}

// functionRows lists the functions of an institution, each with who holds it
// today and how much it has open.
func functionRows(d *desk, lines []register.FunctionLine) []widget.Row {
	w, dot := d.words().Directory, " "+d.styles.Glyph.Dot+" "
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		parts := []string{l.Title, l.Holder}
		if l.Holder == "" {
			parts[1] = w.HolderUnknown
		}
		if l.Open > 0 {
			parts = append(parts, d.loc.Count(w.OpenActions, l.Open))
		}
		rows[i] = widget.Row{Text: strings.Join(parts, dot), Target: to(committee.KindFunction, l.ID), Long: true}
	}
	return rows
}

func institutionCommands(d *desk, s register.InstitutionSheet, _ string) []command {
	i := s.Institution
	return []command{act(keymap.AddFunction, archivedOff(d, committee.VerbAdd, committee.KindFunction, i.Stamp), func() tea.Cmd {
		names := register.Names{thing(committee.KindInstitution, i.ID): {Short: i.Short(), Full: i.Name}}
		return push(newFunctionForm(d, register.FunctionSheet{Function: committee.Function{Institution: i.ID}, Names: names}))
	})}
}

// institutionNamed is a new institution of which only the name is known.
func institutionNamed(typed string) register.InstitutionSheet {
	return register.InstitutionSheet{Institution: committee.Institution{Name: typed}}
}

// institutionKinds and capacities list what may be chosen.
var (
	institutionKinds = []committee.InstitutionKind{
		committee.InstitutionUnsaid, committee.StateBody, committee.CivilSociety, committee.UnitedNations, committee.International,
		committee.Regional, committee.Donor, committee.PeerAbroad, committee.InstitutionOther,
	}
	capacities = []committee.Capacity{committee.CapacityUnsaid, committee.Member, committee.Observer, committee.Partner}
)

// newInstitutionForm is the form of an institution, new or known.
func newInstitutionForm(d *desk, s register.InstitutionSheet) formPage {
	w, i := d.words(), s.Institution
	title := i18n.Capital(w.States.Kind[committee.KindInstitution].New)
	if i.ID != "" {
		title = editing(d, i.Short())
	}
	fields := []widget.Field{
		must(lineField(d, committee.FieldName, i.Name)),
		hint(lineField(d, committee.FieldAcronym, i.Acronym), w.Directory.AcronymHelp),
		choiceField(d, committee.FieldKind, i.Kind, institutionKinds, full(w.States.Institution)),
		choiceField(d, committee.FieldCapacity, i.Capacity, capacities, full(w.States.Capacity)),
		hint(lineField(d, committee.FieldContact, i.Contact), w.Directory.ContactHelp),
		longField(d, committee.FieldRemarks, i.Remarks),
	}
	fields[1].Max = 40
	return newForm(d, formSpec{
		origin: made("institution", committee.KindInstitution, i.ID, i.Version, i),
		place:  atDirectory, title: title, fields: fields,
		save: func(v widget.Values) useCase {
			base := i
			base.Name, base.Acronym = typed(v, committee.FieldName), typed(v, committee.FieldAcronym)
			base.Kind, base.Capacity = chosen[committee.InstitutionKind](v, committee.FieldKind), chosen[committee.Capacity](v, committee.FieldCapacity)
			base.Contact, base.Remarks = typed(v, committee.FieldContact), typed(v, committee.FieldRemarks)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveInstitution(ctx, base)
				return saved{thing: thing(committee.KindInstitution, after.ID), label: after.Short(), notice: notice(after.Short())}, err
			}
		},
	})
}
