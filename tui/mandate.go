package tui

import (
	"context"
	"fmt"
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

// tenure is a mandate as a page shows it: who holds what, and the mandate
// itself, which can be edited and ended.
type tenure struct {
	register.MandateLine
	mandate committee.Mandate
}

// tenures reads the mandates behind the lines of a sheet.
func tenures(ctx context.Context, b Book, lines []register.MandateLine) ([]tenure, error) {
	out := make([]tenure, len(lines))
	for i, l := range lines {
		m, err := b.Mandate(ctx, l.ID)
		if err != nil {
			return nil, err
		}
		out[i] = tenure{l, m}
	}
	return out, nil
}

// names are what a form needs to show whom and what the mandate ties.
func (t tenure) names(d *desk) register.Names {
	return register.Names{
		thing(committee.KindPerson, t.PersonID):     {Short: t.Person},
		thing(committee.KindFunction, t.FunctionID): {Short: t.Function + " " + d.styles.Glyph.Dot + " " + t.Institution},
	}
}

// mandateRows lists mandates over time. what names the other end of each: the
// person on the page of a function, the function on the page of a person.
func mandateRows(d *desk, held []tenure, what func(tenure) string) []widget.Row {
	w, dot := d.words(), " "+d.styles.Glyph.Dot+" "
	var rows []widget.Row
	for _, t := range held {
		period := d.loc.Period(t.From, t.To)
		if period == "" {
			period = w.Directory.DatesUnknown
		}
		state, role := mandateState(d, t)
		rows = append(rows, widget.Row{
			Label: w.States.Mandate[t.Kind].Short, Text: strings.Join([]string{what(t), period, state}, dot), Role: role,
			Target: to(committee.KindMandate, t.ID), Long: true,
		})
		for _, more := range []string{t.mandate.Act, t.mandate.Remarks} {
			if more != "" {
				rows = append(rows, widget.Row{Text: more, Role: theme.Muted, Long: true})
			}
		}
	}
	return rows
}

// mandateBlock counts the mandates, not the lines they take.
func mandateBlock(d *desk, held []tenure, what func(tenure) string) widget.Block {
	b := listed(d.words().Directory.Mandates, mandateRows(d, held, what), d.words().Directory.NoMandate)
	b.Count = strconv.Itoa(len(held))
	return b
}

// mandateState says as a glyph and a word whether a mandate runs today.
func mandateState(d *desk, t tenure) (string, theme.Role) {
	w, g := d.words().Directory, d.styles.Glyph
	switch {
	case t.InForce:
		return g.Declared + " " + w.MandateInForce, theme.Text
	case t.From > d.today():
		return g.Open + " " + w.MandateToCome, theme.Text
	}
	return g.Abandoned + " " + w.MandateEnded, theme.Muted
}

// heldToday lists the mandates in force, each as a way to its other end.
func heldToday(d *desk, held []tenure, what func(tenure) string, target func(tenure) string, empty string) widget.Block {
	var rows []widget.Row
	for _, t := range held {
		if t.InForce {
			rows = append(rows, widget.Row{Label: d.words().States.Mandate[t.Kind].Short, Text: what(t), Target: target(t), Long: true})
		}
	}
	return widget.Block{Title: d.words().Directory.Today, Rows: rows, Empty: empty}
}

// focusedMandate is the mandate that a target names.
func focusedMandate(held []tenure, target string) (tenure, bool) {
	for _, t := range held {
		if target == to(committee.KindMandate, t.ID) {
			return t, true
		}
	}
	return tenure{}, false
}

// visitMandate opens the form of the mandate in focus; nil for any other target.
func visitMandate(d *desk, held []tenure, target string) tea.Cmd {
	t, ok := focusedMandate(held, target)
	if !ok {
		return nil
	}
	if off := archivedOff(d, committee.VerbRevise, committee.KindMandate, t.mandate.Stamp); off != "" {
		return send(noticedMsg{text: off, role: theme.Warn})
	}
	return push(newMandateForm(d, t.mandate, t.names(d), ""))
}

// mandateCommands are the keys of mandates, that of the one in focus first.
func mandateCommands(d *desk, held []tenure, target string, appoint command) []command {
	end := endMandate(d, held, target)
	if end.off == "" {
		return []command{end, appoint}
	}
	return []command{appoint, end}
}

// endMandate asks for the last day of the mandate in focus.
func endMandate(d *desk, held []tenure, target string) command {
	t, ok := focusedMandate(held, target)
	off := archivedOff(d, committee.VerbEnd, committee.KindMandate, t.mandate.Stamp)
	switch {
	case off != "":
	case !ok:
		off = d.words().Directory.NotAMandate
	case !t.To.Zero() && t.To <= d.today():
		off = d.loc.Error(&committee.RefusedError{Verb: committee.VerbEnd, Kind: committee.KindMandate, Reason: committee.ReasonEnded, Detail: string(t.To)})
	}
	return act(keymap.EndMandate, off, func() tea.Cmd {
		w, dot := d.words(), " "+d.styles.Glyph.Dot+" "
		explain := strings.Join(dropEmpty([]string{w.States.Mandate[t.Kind].Full, t.Function, t.Institution, d.loc.Period(t.From, t.To)}), dot)
		fields := []widget.Field{must(dateField(d, committee.FieldTo, d.today()))}
		from := made("mandate_end", committee.KindMandate, t.mandate.ID, t.mandate.Version, tenureSeed{t.MandateLine, t.mandate}).on(thing(committee.KindFunction, t.FunctionID))
		return prompt(d, from, w.Directory.End+" "+t.Person, explain, fields, func(v widget.Values) useCase {
			on, m := day(v, committee.FieldTo), t.mandate
			notice := t.Person + dot + d.loc.Done(committee.VerbEnd, committee.KindMandate)
			return func(ctx context.Context, b Book) (saved, error) {
				_, err := b.EndMandate(ctx, m.ID, at(ctx, m.Version), on)
				return saved{thing: thing(committee.KindMandate, m.ID), notice: notice}, err
			}
		})
	})
}

// newMandateForm is the form of a mandate, new or known; what is known already
// of whom it ties is filled in. holder is who holds the function today.
func newMandateForm(d *desk, m committee.Mandate, names register.Names, holder string) formPage {
	w := d.words()
	title := i18n.Capital(w.States.Kind[committee.KindMandate].New)
	if m.ID != "" {
		title = w.States.Kind[committee.KindMandate].One
	}
	if m.Kind == "" {
		m.Kind = committee.Titular
	}
	return newForm(d, formSpec{
		origin: made("mandate", committee.KindMandate, m.ID, m.Version, mandateSeed{m, holder}).on(thing(committee.KindFunction, m.Function)),
		place:  atDirectory, title: title, fields: mandateFields(d, m, names, holder),
		nested: map[string]func(string) page{
			string(committee.FieldPerson):      func(typed string) page { return newPersonForm(d, personNamed(typed)) },
			string(committee.FieldInstitution): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
			string(committee.FieldFunction):    func(typed string) page { return newFunctionForm(d, functionNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := m
			base.Person, base.Function = picked[committee.PersonID](v, committee.FieldPerson), picked[committee.FunctionID](v, committee.FieldFunction)
			base.Kind = chosen[committee.MandateKind](v, committee.FieldKind)
			base.From, base.To = day(v, committee.FieldFrom), day(v, committee.FieldTo)
			base.Act, base.Remarks = typed(v, committee.FieldAct), typed(v, committee.FieldRemarks)
			name, notice := typed(v, committee.FieldPerson), savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveMandate(ctx, base)
				return saved{thing: thing(committee.KindMandate, after.ID), label: name, notice: notice(name)}, err
			}
		},
	})
}

func mandateFields(d *desk, m committee.Mandate, names register.Names, holder string) []widget.Field {
	w := d.words()
	person := must(lookupField(d, committee.FieldPerson, committee.KindPerson, option(d, names, committee.KindPerson, m.Person)))
	person.New = true
	if holder != "" {
		person.Help = fmt.Sprintf(w.Directory.CurrentHolder, holder)
	}
	function := must(functionField(d, committee.FieldFunction, committee.FieldInstitution, option(d, names, committee.KindFunction, m.Function)))
	function.New = true
	fields := []widget.Field{person}
	if m.Function == "" {
		institution := hint(lookupField(d, committee.FieldInstitution, committee.KindInstitution), w.Directory.WhereFrom)
		institution.New = true
		fields = append(fields, institution)
	}
	return append(fields,
		function,
		choiceField(d, committee.FieldKind, m.Kind, mandateKinds, full(w.States.Mandate)),
		hint(dateField(d, committee.FieldFrom, m.From), w.Directory.FromHelp),
		hint(dateField(d, committee.FieldTo, m.To), w.Directory.ToHelp),
		hint(lineField(d, committee.FieldAct, m.Act), w.Directory.ActHelp),
		longField(d, committee.FieldRemarks, m.Remarks),
	)
}
