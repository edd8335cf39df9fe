package tui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// facts gathers the rows of a block. A fact that is missing is said to be
// missing: in the source, when the thing came from one.
type facts struct {
	d     *desk
	stamp committee.Stamp
	names register.Names
	rows  []widget.Row
}

func newFacts(d *desk, s committee.Stamp, names register.Names) *facts {
	return &facts{d: d, stamp: s, names: names}
}

// row adds a line as it is.
func (f *facts) row(label, text string, role theme.Role) *facts {
	f.rows = append(f.rows, widget.Row{Label: label, Text: text, Role: role})
	return f
}

// text adds a fact under a field's own label; a missing one is said so.
func (f *facts) text(field committee.Field, text string) *facts {
	return f.fact(f.d.words().Fields[field], text)
}

// fact adds a fact under a label; a missing one is said so.
func (f *facts) fact(label, text string) *facts {
	if strings.TrimSpace(text) == "" {
		return f.row(label, f.d.loc.Missing(f.stamp), theme.Muted)
	}
	f.rows = append(f.rows, widget.Row{Label: label, Text: text, Long: true})
	return f
}

// ifAny adds a fact only when it is there.
func (f *facts) ifAny(field committee.Field, text string) *facts {
	if strings.TrimSpace(text) == "" {
		return f
	}
	return f.text(field, text)
}

func (f *facts) date(field committee.Field, d committee.Date) *facts {
	return f.text(field, f.d.loc.Date(d))
}

func (f *facts) term(field committee.Field, t i18n.Term, set bool) *facts {
	if !set {
		return f.text(field, "")
	}
	return f.text(field, t.Full)
}

// link adds a fact that can be followed to a thing.
func (f *facts) link(field committee.Field, t committee.Thing) *facts {
	return f.linked(f.d.words().Fields[field], t)
}

func (f *facts) linked(label string, t committee.Thing) *facts {
	if t.Zero() {
		return f.fact(label, "")
	}
	f.rows = append(f.rows, widget.Row{Label: label, Text: called(f.d, t.Kind, f.names[t]), Target: target(t)})
	return f
}

// links adds one line for each thing, the label on the first only.
func (f *facts) links(field committee.Field, things []committee.Thing) *facts {
	label := f.d.words().Fields[field]
	if len(things) == 0 {
		return f.fact(label, "")
	}
	for i, t := range things {
		if i > 0 {
			label = ""
		}
		f.linked(label, t)
		f.rows[len(f.rows)-1].Under = i > 0
	}
	return f
}

// block closes the rows into a block.
func (f *facts) block(title string) widget.Block { return widget.Block{Title: title, Rows: f.rows} }

// called is how a thing is named in full: its reference, then its words.
func called(d *desk, kind committee.Kind, n register.Name) string {
	full := n.Full
	if full == "" {
		full = n.Short
	}
	return dotted(d, strings.TrimSpace(cited(d, kind, n.Ref)+"  "+full))
}

// calledShort is how a thing is named in a field or a column.
func calledShort(d *desk, kind committee.Kind, n register.Name) string {
	ref := cited(d, kind, n.Ref)
	if n.Short == "" && ref == "" {
		return n.Full
	}
	return dotted(d, strings.TrimSpace(ref+" "+n.Short))
}

// dotted writes the dot that parts a name in two, a function and its
// institution, as the terminal can show it.
func dotted(d *desk, s string) string {
	return strings.ReplaceAll(s, " · ", " "+d.styles.Glyph.Dot+" ")
}

// cited writes a reference as people cite it: the file keeps guidelines as 2
// and articles as 2.1.
func cited(d *desk, kind committee.Kind, ref string) string {
	guideline, article, _ := strings.Cut(ref, ".")
	g, err := strconv.Atoi(guideline)
	switch {
	case err != nil:
	case kind == committee.KindGuideline:
		return guidelineRef(d, g)
	case kind == committee.KindArticle:
		if a, err := strconv.Atoi(article); err == nil {
			return articleRef(d, g, a)
		}
	}
	return ref
}

// calledAs names a thing that the sheet knows, in short.
func calledAs(d *desk, names register.Names, t committee.Thing) string {
	if n, ok := names[t]; ok {
		return calledShort(d, t.Kind, n)
	}
	return ""
}

func thing[ID ~string](k committee.Kind, id ID) committee.Thing {
	return committee.Thing{Kind: k, ID: string(id)}
}

func things[ID ~string](k committee.Kind, ids []ID) []committee.Thing {
	out := make([]committee.Thing, len(ids))
	for i, id := range ids {
		out[i] = thing(k, id)
	}
	return out
}

// provenance says where the facts of a thing came from.
func provenance(d *desk, s committee.Stamp, names register.Names) []widget.Block {
	if len(s.Provenance) == 0 {
		return nil
	}
	var rows []widget.Row
	for _, p := range s.Provenance {
		ref := thing(committee.KindReference, p.Reference)
		said := d.words().States.Certainty[p.Certainty].Full
		if !ref.Zero() {
			said = strings.TrimSpace(strings.Join([]string{called(d, ref.Kind, names[ref]), p.Locator}, " ")) + " " + d.styles.Glyph.Dot + " " + said
		}
		rows = append(rows, widget.Row{Text: said, Target: target(ref), Long: true})
		if p.Note != "" {
			rows = append(rows, widget.Row{Text: p.Note, Role: theme.Muted, Long: true})
		}
	}
	return []widget.Block{{Title: d.words().Fields[committee.FieldProvenance], Rows: rows}}
}

// versions lists the wordings of a text, the last first, each with what it
// changed.
func versions(d *desk, w committee.Wordings, names register.Names) []widget.Block {
	if len(w) < 2 {
		return nil
	}
	var rows []widget.Row
	for i := len(w) - 1; i >= 0; i-- {
		v := w[i]
		state := d.words().Sheet.DraftWording
		if v.Adopted {
			state = d.words().Sheet.AdoptedWording
		}
		parts := []string{d.words().Sheet.Version + " " + strconv.Itoa(v.Number), d.loc.Date(v.On), state}
		if met := calledAs(d, names, thing(committee.KindMeeting, v.Meeting)); met != "" {
			parts = append(parts, met)
		}
		if v.By != "" {
			parts = append(parts, v.By)
		}
		rows = append(rows, widget.Row{Text: strings.Join(parts, " "+d.styles.Glyph.Dot+" "), Target: to(committee.KindMeeting, v.Meeting)})
		if v.Why != "" {
			rows = append(rows, widget.Row{Text: v.Why, Role: theme.Muted, Long: true})
		}
		row := widget.Row{Text: v.Text, Long: true}
		if i > 0 {
			row = widget.Row{Spans: widget.WordDiff(w[i-1].Text, v.Text), Long: true}
		}
		rows = append(rows, row)
	}
	return []widget.Block{{Title: d.words().Sheet.Versions, Count: strconv.Itoa(len(w)), Rows: rows}}
}

// implementation writes a state as a glyph and a word; late is said beside it.
func implementation(d *desk, s committee.ImplementationState, late bool) string {
	said := implementationGlyph(d, s) + " " + d.words().States.Implementation[s].Short
	if late {
		said += " " + d.styles.Glyph.Dot + " " + d.words().Common.Late
	}
	return said
}

func implementationGlyph(d *desk, s committee.ImplementationState) string {
	g := d.styles.Glyph
	switch s {
	case committee.InProgress:
		return g.Half
	case committee.Blocked:
		return g.Blocked
	case committee.Declared:
		return g.Declared
	case committee.Validated:
		return g.Validated
	case committee.Abandoned:
		return g.Abandoned
	}
	return g.Open
}

func implementationRole(s committee.ImplementationState, late bool) theme.Role {
	switch {
	case late || s == committee.Blocked:
		return theme.Bad
	case s == committee.Validated || s == committee.Declared:
		return theme.Good
	case s == committee.Abandoned:
		return theme.Muted
	}
	return theme.Text
}

// decisionState writes what the plenary did as a glyph and a word.
func decisionState(d *desk, s committee.DecisionState) string {
	g := d.styles.Glyph
	mark := map[committee.DecisionState]string{
		committee.Proposed: g.Open, committee.Adopted: g.Validated, committee.Amended: g.Validated,
		committee.Rejected: g.Abandoned, committee.Deferred: g.Half, committee.Withdrawn: g.Abandoned,
	}[s]
	return mark + " " + d.words().States.Decision[s].Short
}

func decisionRole(s committee.DecisionState) theme.Role {
	switch {
	case s.InEffect():
		return theme.Good
	case s.Open():
		return theme.Warn
	}
	return theme.Muted
}

// actionRows lists actions, one line each, to be walked to.
func actionRows(d *desk, lines []register.ActionLine) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		parts := []string{implementation(d, l.State, l.Late)}
		if l.Institution != "" {
			parts = append(parts, l.Institution)
		}
		if !l.Due.Zero() {
			parts = append(parts, d.loc.Due(l.Due))
		}
		rows[i] = widget.Row{
			Label: l.Ref, Text: l.Text + " " + d.styles.Glyph.Dot + " " + strings.Join(parts, " "+d.styles.Glyph.Dot+" "),
			Target: to(committee.KindAction, l.ID), Role: implementationRole(l.State, l.Late), Long: true,
		}
	}
	return rows
}

// recommendationRows lists recommendations, one line each, to be walked to.
func recommendationRows(d *desk, lines []register.RecommendationLine) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		said := l.Text + " " + d.styles.Glyph.Dot + " " + decisionState(d, l.Decision)
		if l.Decision.InEffect() {
			said += " " + d.styles.Glyph.Dot + " " + implementation(d, l.Implementation, l.Late)
		}
		rows[i] = widget.Row{Label: l.Ref, Text: said, Target: to(committee.KindRecommendation, l.ID), Long: true}
	}
	return rows
}

// decisionRows lists decisions, one line each, to be walked to.
func decisionRows(d *desk, lines []register.DecisionLine) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		rows[i] = widget.Row{
			Label: l.Ref, Text: l.Text + " " + d.styles.Glyph.Dot + " " + decisionState(d, l.State),
			Target: to(committee.KindDecision, l.ID), Long: true,
		}
	}
	return rows
}

// articleRows lists the articles something is tied to.
func articleRows(d *desk, lines []register.LinkedArticle) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		rows[i] = widget.Row{Label: articleRef(d, l.Of, l.Number), Text: l.Heading, Target: to(committee.KindArticle, l.ID), Long: true}
	}
	return rows
}

// guidelineRef is how a guideline is cited: LD-2.
func guidelineRef(d *desk, number int) string {
	return d.words().Sheet.GuidelineRef + strconv.Itoa(number)
}

// articleRef is how an article is cited: LD-2 art. 1.
func articleRef(d *desk, guideline, number int) string {
	return guidelineRef(d, guideline) + " " + d.words().Sheet.ArticleRef + " " + strconv.Itoa(number)
}

// listed is a block of rows with its count, and a word when there are none.
func listed(title string, rows []widget.Row, empty string) widget.Block {
	return widget.Block{Title: title, Count: strconv.Itoa(len(rows)), Rows: rows, Empty: empty}
}

// some is a block of rows only when there are any.
func some(title string, rows []widget.Row) []widget.Block {
	if len(rows) == 0 {
		return nil
	}
	return []widget.Block{listed(title, rows, "")}
}

// orMissing is what an empty list says: that the source does not give it, when
// the thing came from one, else what to press.
func orMissing(d *desk, s committee.Stamp, empty string) string {
	if s.FromSource() {
		return d.loc.Missing(s)
	}
	return empty
}

// stateWidth is how wide a column of states is, each a glyph and a word, so that
// none is cut in the language of the screen.
func stateWidth[K comparable](terms map[K]i18n.Term) int {
	most := 0
	for _, t := range terms {
		most = max(most, ansi.StringWidth(t.Short))
	}
	return most + 2
}
