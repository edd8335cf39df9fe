package tui

import (
	"context"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// actionBook is what the roadmap needs of the file.
type actionBook interface {
	Actions(context.Context, register.Query) (register.Window[register.ActionLine], error)
	Action(context.Context, committee.ActionID) (register.ActionSheet, error)
	SaveAction(context.Context, committee.Action) (committee.Action, error)
	AdvanceAction(context.Context, committee.ActionID, int, committee.Step) (committee.Action, error)
	ReportProgress(context.Context, int, committee.Update) (committee.Action, error)
	ConfirmUpdate(ctx context.Context, id committee.UpdateID, version int, yes committee.Choice, by committee.PersonID, on committee.Date, note string) (committee.Update, error)
	GrantExtension(context.Context, int, committee.Extension) (committee.Action, error)
}

// actions are the lines of the roadmap.
var actions noun[register.ActionLine, register.ActionSheet]

func init() {
	actions = noun[register.ActionLine, register.ActionSheet]{
		kind: committee.KindAction, place: atRoadmap,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.ActionLine], error) {
			return b.Actions(ctx, q)
		},
		id:     func(l register.ActionLine) string { return string(l.ID) },
		column: actionColumns,
		scopes: []register.Scope{register.All, register.Open, register.Late, register.DueSoon, register.Blocked, register.ToValidate, register.Incomplete},
		empty:  func(w *i18n.Words) string { return w.Action.Empty },
		sheet: func(ctx context.Context, b Book, id string) (register.ActionSheet, error) {
			return b.Action(ctx, committee.ActionID(id))
		},
		stamp:    func(s register.ActionSheet) committee.Stamp { return s.Action.Stamp },
		title:    func(_ *desk, s register.ActionSheet) string { return s.Action.Ref },
		block:    actionBlocks,
		commands: actionCommands,
		create:   func(d *desk) page { return newActionForm(d, register.ActionSheet{}) },
		edit:     func(d *desk, s register.ActionSheet) page { return newActionForm(d, s) },
	}
}

func actionColumns(d *desk) []widget.Column[register.ActionLine] {
	w := d.words()
	type line = register.ActionLine
	return []widget.Column[line]{
		{Title: w.List.Number, Min: 9, Sort: "ref", Cell: func(l line) string { return l.Ref }},
		{Title: i18n.Capital(w.States.Kind[committee.KindAction].One), Min: 34, Grow: 3, Sort: "text", Cell: func(l line) string { return l.Text }},
		{Title: w.Fields[committee.FieldInstitution], Min: 10, Max: 24, Grow: 1, Drop: 2, Sort: "institution", Cell: func(l line) string { return l.Institution }},
		{Title: w.Fields[committee.FieldDue], Min: 9, Sort: "due", Cell: func(l line) string { return d.loc.DueShort(l.Due) }},
		{
			Title: w.Fields[committee.FieldState], Min: 15, Sort: "state",
			Cell: func(l line) string { return lateFirst(d, l) },
			Role: func(l line) theme.Role { return implementationRole(l.State, l.Late) },
		},
		{Title: "%", Min: 3, Right: true, Sort: "percent", Cell: func(l line) string { return strconv.Itoa(l.Percent) }},
		{Title: w.Fields[committee.FieldAxis], Min: 8, Max: 20, Grow: 1, Drop: 3, Sort: "axis", Cell: func(l line) string { return l.Axis }},
		{Title: w.Fields[committee.FieldPriority], Min: 8, Drop: 4, Sort: "priority", Cell: func(l line) string { return w.States.Priority[l.Priority].Short }},
	}
}

// lateFirst says late before the state, so that a narrow column keeps it.
func lateFirst(d *desk, l register.ActionLine) string {
	if !l.Late {
		return implementation(d, l.State, false)
	}
	if l.State == committee.Blocked {
		return implementationGlyph(d, l.State) + " " + d.words().Action.LateBlocked
	}
	return d.styles.Glyph.Late + " " + d.words().Common.Late
}

func actionBlocks(d *desk, s register.ActionSheet) []widget.Block {
	w, a := d.words(), s.Action
	late := a.Late(d.today())
	lead := newFacts(d, a.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: a.Text, Long: true, Role: theme.Strong})
	lead.row(w.Fields[committee.FieldState], actionState(d, a, late), implementationRole(a.Implementation.State, late))
	if a.Implementation.Reason != "" {
		lead.fact(w.Fields[committee.FieldReason], a.Implementation.Reason)
	}
	lead.linked(w.Action.Institution, thing(committee.KindInstitution, a.Institution))
	lead.linked(w.Action.Function, thing(committee.KindFunction, a.Function))
	if s.Holder != "" {
		lead.fact(w.Action.Holder, s.Holder)
	}
	lead.links(committee.FieldSupporting, things(committee.KindInstitution, a.Supporting))
	lead.text(committee.FieldDue, dueWithFirst(d, a))
	blocks := []widget.Block{lead.block("")}
	blocks = append(blocks, listed(w.Action.ComesFrom, actionOrigin(d, s), w.Action.NoOrigin))
	blocks = append(blocks, actionDetails(d, s), updateBlock(d, s))
	for _, b := range some(w.Action.Extensions, extensionRows(d, s)) {
		b.Count = strconv.Itoa(len(s.Extensions))
		blocks = append(blocks, b)
	}
	return append(blocks, provenance(d, a.Stamp, s.Names)...)
}

func actionState(d *desk, a committee.Action, late bool) string {
	return implementationSaid(d, a.Implementation, late) + " " + d.styles.Glyph.Dot + " " + d.loc.Percent(a.Implementation.Percent)
}

// dueWithFirst is the due date, with the first one when it was moved.
func dueWithFirst(d *desk, a committee.Action) string {
	said := d.loc.Due(a.Due)
	if a.FirstDue != a.Due {
		said += " (" + d.words().Action.FirstDue + " " + d.loc.Due(a.FirstDue) + ")"
	}
	return said
}

// actionOrigin lists what the action comes from: recommendations, articles,
// decisions, the meeting and its item.
func actionOrigin(d *desk, s register.ActionSheet) []widget.Row {
	rows := append(recommendationRows(d, s.Recommendations), articleRows(d, s.Articles)...)
	f := newFacts(d, s.Action.Stamp, s.Names)
	for _, id := range s.Action.Decisions {
		f.linked(i18n.Capital(d.words().States.Kind[committee.KindDecision].One), thing(committee.KindDecision, id))
	}
	if s.Action.Meeting != "" {
		f.link(committee.FieldMeeting, thing(committee.KindMeeting, s.Action.Meeting))
	}
	if s.Action.Item != "" {
		f.link(committee.FieldItem, thing(committee.KindAgendaItem, s.Action.Item))
	}
	if s.Action.Group != "" {
		f.link(committee.FieldGroup, thing(committee.KindGroup, s.Action.Group))
	}
	for _, id := range s.Action.References {
		f.linked(i18n.Capital(d.words().States.Kind[committee.KindReference].One), thing(committee.KindReference, id))
	}
	return append(rows, f.rows...)
}

func actionDetails(d *desk, s register.ActionSheet) widget.Block {
	w, a := d.words(), s.Action
	f := newFacts(d, a.Stamp, s.Names)
	f.text(committee.FieldAxis, calledAs(d, s.Names, thing(committee.KindAxis, a.Axis)))
	f.term(committee.FieldPriority, w.States.Priority[a.Priority], a.Priority != "")
	f.fact(w.Action.On, d.loc.Date(a.On)).date(committee.FieldStart, a.Start)
	f.text(committee.FieldIndicator, a.Indicator).text(committee.FieldVerification, a.Verification)
	cost := ""
	if a.Cost != nil {
		cost = d.loc.Amount(*a.Cost)
	}
	f.fact(w.Action.Cost, cost).text(committee.FieldFunding, a.Funding).text(committee.FieldRemarks, a.Remarks)
	return f.block(w.Action.Details)
}

// updateBlock lists the progress reports, the last first; each says what was
// declared and whether the validating authority confirmed it.
func updateBlock(d *desk, s register.ActionSheet) widget.Block {
	w, dot := d.words(), " "+d.styles.Glyph.Dot+" "
	var rows []widget.Row
	for i := len(s.Updates) - 1; i >= 0; i-- {
		u := s.Updates[i]
		head := []string{u.By}
		if u.State != "" {
			head = append(head, w.States.Implementation[u.State].Full)
		}
		if u.Percent != nil {
			head = append(head, d.loc.Percent(*u.Percent))
		}
		head = append(head, confirmed(d, u))
		rows = append(rows,
			widget.Row{Label: d.loc.Date(u.On), Text: strings.Join(dropEmpty(head), dot), Role: theme.Muted, Long: true, Anchor: to(committee.KindUpdate, u.ID)},
			widget.Row{Text: u.Text, Under: true, Long: true})
		if u.Evidence != "" {
			rows = append(rows, widget.Row{Under: true, Text: w.Fields[committee.FieldEvidence] + w.Sheet.Colon + u.Evidence, Long: true})
		}
		if u.ConfirmNote != "" {
			rows = append(rows, widget.Row{Under: true, Text: d.loc.Date(u.ConfirmedOn) + dot + u.ConfirmNote, Role: theme.Warn, Long: true})
		}
	}
	b := listed(w.Action.Updates, rows, w.Action.NoUpdate)
	b.Count = strconv.Itoa(len(s.Updates))
	return b
}

func confirmed(d *desk, u committee.Update) string {
	switch u.Confirmed {
	case committee.Yes:
		return d.styles.Glyph.Validated + " " + d.words().Action.Confirmed
	case committee.No:
		return d.styles.Glyph.Abandoned + " " + d.words().Action.NotConfirmed
	}
	return d.words().Action.Unconfirmed
}

func extensionRows(d *desk, s register.ActionSheet) []widget.Row {
	var rows []widget.Row
	for _, e := range s.Extensions {
		said := d.loc.Due(e.From) + " " + d.styles.Glyph.Arrow + " " + d.loc.Due(e.To)
		if met := calledAs(d, s.Names, thing(committee.KindMeeting, e.Meeting)); met != "" {
			said += " " + d.styles.Glyph.Dot + " " + met
		}
		if e.By != "" {
			said += " " + d.styles.Glyph.Dot + " " + e.By
		}
		rows = append(rows, widget.Row{Label: d.loc.Date(e.On), Text: said, Target: to(committee.KindMeeting, e.Meeting), Long: true, Anchor: to(committee.KindExtension, e.ID)},
			widget.Row{Text: e.Reason, Under: true, Role: theme.Muted, Long: true})
	}
	return rows
}

func dropEmpty(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
