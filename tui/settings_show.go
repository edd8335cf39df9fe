package tui

import (
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

func settingsBlocks(d *desk, s settingsSheet) []widget.Block {
	w := d.words()
	blocks := []widget.Block{committeeBlock(d, s), rulesBlock(d, s), axesBlock(d, s), numberingBlock(d, s)}
	f := newFacts(d, committee.Stamp{}, nil)
	f.rows = append(f.rows, identityRow(d))
	if d.path != "" {
		said := d.path
		if s.readOnly {
			said += " " + d.styles.Glyph.Dot + " " + w.Settings.ReadOnly
		}
		f.fact(w.Settings.File, said)
		f.fact(w.Backup.Copies, copiesSaid(d, s.copies))
	}
	blocks = append(blocks, f.block(w.Settings.You))
	return append(blocks, provenance(d, s.committee.Stamp, s.names)...)
}

func committeeBlock(d *desk, s settingsSheet) widget.Block {
	w, c := d.words(), s.committee
	f := newFacts(d, c.Stamp, s.names)
	if c.Name == "" {
		f.rows = append(f.rows, widget.Row{Text: w.Settings.NoCommittee, Role: theme.Warn, Long: true})
		return f.block(w.Settings.Names)
	}
	f.rows = append(f.rows, widget.Row{Text: c.Name, Long: true, Role: theme.Strong})
	f.text(committee.FieldAcronym, c.Acronym)
	for i, alias := range c.Aliases {
		label := w.Fields[committee.FieldAliases]
		if i > 0 {
			label = ""
		}
		f.fact(label, alias)
	}
	f.text(committee.FieldLegalBasis, c.LegalBasis).text(committee.FieldHeader, c.Header)
	f.fact(w.Settings.Language, w.States.Language[c.Language].Full).text(committee.FieldSignatories, c.Signatories)
	f.text(committee.FieldConfidentiality, c.Confidentiality).text(committee.FieldDistribution, c.Distribution)
	f.ifAny(committee.FieldRemarks, c.Remarks)
	return f.block(w.Settings.Names)
}

// rulesBlock says each rule in words; one that no text gives is said not to be
// set.
func rulesBlock(d *desk, s settingsSheet) widget.Block {
	w, c := d.words().Settings, s.committee
	f := newFacts(d, c.Stamp, s.names)
	set := func(label, said string) {
		if said == "" {
			f.row(label, d.words().Common.Unset, theme.Muted)
			return
		}
		f.fact(label, said)
	}
	if quorum := ruleSaid(d, c.Quorum, s.base); quorum == "" {
		f.row(w.Quorum, w.NoQuorum, theme.Muted)
	} else {
		f.fact(w.Quorum, quorum)
	}
	proxies := answered(d, c.Quorum.Proxies)
	if c.Quorum.Proxies == committee.Yes && c.Quorum.MaxProxies > 0 {
		proxies += ", " + d.loc.Count(w.ProxiesAtMost, c.Quorum.MaxProxies)
	}
	set(w.Proxies, proxies)
	set(w.Remote, answered(d, c.Quorum.Remote))
	set(w.CastingVote, answered(d, c.Quorum.CastingVote))
	late := ""
	if c.LateItems != committee.Unset {
		late = lateItemWords(d)[c.LateItems]
	}
	set(d.words().Fields[committee.FieldNoticeDays], daysSaid(d, c.NoticeDays))
	set(w.Circulation, daysSaid(d, c.CirculationDays))
	set(d.words().Fields[committee.FieldLateItems], late)
	return f.block(w.Rules)
}

func answered(d *desk, c committee.Choice) string {
	if c == committee.Unset {
		return ""
	}
	return d.words().States.Choice[c].Full
}

func daysSaid(d *desk, n int) string {
	if n == 0 {
		return ""
	}
	return d.loc.Count(d.words().Settings.Days, n)
}

// ruleSaid writes the rule in words, with what it comes to today; it is
// empty when there is none.
func ruleSaid(d *desk, q committee.Quorum, base map[committee.QuorumBase]int) string {
	w := d.words().Settings
	if !q.Set() {
		return ""
	}
	of := base[q.Base]
	reached := " (" + fmt.Sprintf(w.Reached, d.loc.Number(q.Required(of)), d.loc.Number(of)) + ")"
	if q.Number > 0 {
		return fmt.Sprintf(w.NumberRule, d.loc.Number(q.Number), w.BaseCount[q.Base]) + reached
	}
	return fmt.Sprintf(w.FractionRule, fractionSaid(d, q), w.BaseOf[q.Base]) + reached
}

// fractionSaid writes the common fractions in words, any other in figures.
func fractionSaid(d *desk, q committee.Quorum) string {
	w := d.words().Settings
	if q.MoreThanHalf() {
		return w.MoreThanHalf
	}
	said := strconv.Itoa(q.Numerator) + "/" + strconv.Itoa(q.Denominator)
	if word, ok := map[string]string{"1/1": w.Whole, "1/2": w.Half, "1/3": w.Third, "2/3": w.TwoThirds, "3/4": w.ThreeQuarters}[said]; ok {
		return word
	}
	return fmt.Sprintf(w.Fraction, said)
}

func axesBlock(d *desk, s settingsSheet) widget.Block {
	w, dot := d.words(), " "+d.styles.Glyph.Dot+" "
	var rows []widget.Row
	for _, a := range s.axes {
		parts := []string{a.Name, w.States.Axis[a.Kind].Full, d.loc.Count(w.Settings.Actions, a.actions)}
		row := widget.Row{Label: a.Code, Target: to(committee.KindAxis, a.ID), Long: true}
		if a.Archived {
			parts, row.Role = append(parts, w.Settings.ArchivedAxis), theme.Muted
		}
		row.Text = strings.Join(parts, dot)
		rows = append(rows, row)
	}
	return listed(w.Settings.Axes, rows, w.Settings.NoAxis)
}

// numberingBlock shows each pattern with the first reference it would give
// this year.
func numberingBlock(d *desk, s settingsSheet) widget.Block {
	w, n := d.words().Settings, s.committee.Numbers
	f := newFacts(d, s.committee.Stamp, s.names)
	for _, p := range []struct{ label, pattern string }{
		{w.Recommendation, n.Recommendation}, {w.Action, n.Action}, {w.Decision, n.Decision}, {w.Meeting, n.Meeting},
	} {
		f.fact(p.label, p.pattern+" "+d.styles.Glyph.Dot+" "+w.Example+" "+committee.Format(p.pattern, d.today().Year(), 1))
	}
	return f.block(w.Numbering)
}

// identityRow says who signs the changes.
func identityRow(d *desk) widget.Row {
	w := d.words()
	if d.actor.Name == "" {
		return widget.Row{Text: w.Settings.Nobody, Role: theme.Warn, Long: true}
	}
	return widget.Row{
		Label: i18n.Capital(w.States.Kind[committee.KindPerson].One), Text: d.actor.Name,
		Target: to(committee.KindPerson, d.actor.Person),
	}
}
