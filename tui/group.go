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

// groups are the working groups.
var groups noun[register.GroupLine, register.GroupSheet]

func init() {
	groups = noun[register.GroupLine, register.GroupSheet]{
		kind: committee.KindGroup, place: atDirectory,
		lines: func(ctx context.Context, b Book, q register.Query) (register.Window[register.GroupLine], error) {
			return b.Groups(ctx, q)
		},
		id:     func(l register.GroupLine) string { return string(l.ID) },
		column: groupColumns,
		empty:  func(w *i18n.Words) string { return w.Directory.NoGroups },
		sheet: func(ctx context.Context, b Book, id string) (register.GroupSheet, error) {
			return b.Group(ctx, committee.GroupID(id))
		},
		stamp:    func(s register.GroupSheet) committee.Stamp { return s.Group.Stamp },
		title:    func(_ *desk, s register.GroupSheet) string { return groupShort(s.Group) },
		block:    groupBlocks,
		commands: groupCommands,
		create:   func(d *desk) page { return newGroupForm(d, register.GroupSheet{}) },
		edit:     func(d *desk, s register.GroupSheet) page { return newGroupForm(d, s) },
	}
}

// groupShort is the acronym, or the name when there is none.
func groupShort(g committee.Group) string {
	if g.Acronym != "" {
		return g.Acronym
	}
	return g.Name
}

func groupColumns(d *desk) []widget.Column[register.GroupLine] {
	w := d.words()
	type line = register.GroupLine
	return []widget.Column[line]{
		{Title: w.Fields[committee.FieldAcronym], Min: 8, Max: 14, Sort: "acronym", Cell: func(l line) string { return l.Acronym }},
		{Title: w.Fields[committee.FieldName], Min: 22, Grow: 3, Sort: "name", Cell: func(l line) string { return l.Name }},
		{Title: w.Fields[committee.FieldKind], Min: 9, Drop: 3, Sort: "kind", Cell: func(l line) string { return w.States.Group[l.Kind].Short }},
		{Title: w.Fields[committee.FieldRapporteur], Min: 14, Max: 30, Grow: 1, Drop: 1, Sort: "rapporteur", Cell: func(l line) string { return l.Rapporteur }},
		{Title: w.Directory.Members, Min: 7, Right: true, Sort: "members", Cell: func(l line) string { return strconv.Itoa(l.Members) }},
		{Title: w.Directory.Recommendations, Min: 7, Right: true, Sort: "recommendations", Cell: func(l line) string { return strconv.Itoa(l.Recommendations) }},
	}
}

func groupBlocks(d *desk, s register.GroupSheet) []widget.Block {
	w, g := d.words(), s.Group
	lead := newFacts(d, g.Stamp, s.Names)
	lead.rows = append(lead.rows, widget.Row{Text: g.Name, Long: true, Role: theme.Strong})
	lead.ifAny(committee.FieldAcronym, g.Acronym)
	lead.term(committee.FieldKind, w.States.Group[g.Kind], g.Kind != "")
	if g.Meeting != "" {
		lead.link(committee.FieldMeeting, thing(committee.KindMeeting, g.Meeting))
	}
	lead.text(committee.FieldPurpose, g.Purpose)
	lead.linked(w.Directory.Chair, thing(committee.KindPerson, g.Chair))
	lead.link(committee.FieldRapporteur, thing(committee.KindPerson, g.Rapporteur))
	lead.ifAny(committee.FieldRemarks, g.Remarks)
	members := newFacts(d, g.Stamp, s.Names)
	for _, id := range g.Members {
		members.linked("", thing(committee.KindInstitution, id))
	}
	noMember := w.Directory.NoMember
	if g.FromSource() {
		noMember = w.Common.NotInSource
	}
	blocks := []widget.Block{
		lead.block(""),
		listed(w.Directory.Members, members.rows, noMember),
		cutShort(d, listed(w.Directory.GroupRecommendations, recommendationRows(d, s.Recommendations), w.Directory.GroupNoRecommendation), s.Cut, register.PartRecommendations),
		cutShort(d, listed(w.Root.Roadmap, actionRows(d, s.Actions), w.Directory.NoGroupAction), s.Cut, register.PartActions),
		cutShort(d, listed(w.Directory.Meetings, groupMeetings(d, s.Meetings), w.Directory.NoMeeting), s.Cut, register.PartMeetings),
	}
	return append(blocks, provenance(d, g.Stamp, s.Names)...)
}

// groupMeetings lists the meetings of a group, one line each, to be walked to.
func groupMeetings(d *desk, lines []register.MeetingLine) []widget.Row {
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		parts := dropEmpty([]string{l.Title, l.Place, d.words().States.Meeting[l.State].Full})
		rows[i] = widget.Row{
			Label: d.loc.Span(l.Starts, l.Ends), Text: strings.TrimSpace(l.Ref + "  " + strings.Join(parts, " "+d.styles.Glyph.Dot+" ")),
			Target: to(committee.KindMeeting, l.ID), Long: true,
		}
	}
	return rows
}

// groupRows lists groups, one line each, to be walked to.
func groupRows(d *desk, lines []register.GroupLine) []widget.Row {
	w, dot := d.words().Directory, " "+d.styles.Glyph.Dot+" "
	rows := make([]widget.Row, len(lines))
	for i, l := range lines {
		rapporteur := l.Rapporteur
		if rapporteur == "" {
			rapporteur = w.RapporteurUnknown
		}
		rows[i] = widget.Row{Label: l.Acronym, Text: l.Name + dot + rapporteur, Target: to(committee.KindGroup, l.ID), Long: true}
	}
	return rows
}

func groupCommands(d *desk, s register.GroupSheet, _ string) []command {
	g := s.Group
	return []command{act(keymap.AddRecommendation, archivedOff(d, committee.VerbAdd, committee.KindRecommendation, g.Stamp), func() tea.Cmd {
		names := register.Names{thing(committee.KindGroup, g.ID): {Short: groupShort(g), Full: g.Name}}
		return push(newRecommendationForm(d, register.RecommendationSheet{Recommendation: committee.Recommendation{Group: g.ID}, Names: names}))
	})}
}

// groupNamed is a new group of which only the name is known.
func groupNamed(typed string) register.GroupSheet {
	return register.GroupSheet{Group: committee.Group{Name: typed}}
}

// newGroupForm is the form of a group, new or known. A sheet without an ID may
// already hold the workshop it was formed for.
func newGroupForm(d *desk, s register.GroupSheet) formPage {
	w, g := d.words(), s.Group
	title := i18n.Capital(w.States.Kind[committee.KindGroup].New)
	if g.ID != "" {
		title = editing(d, groupShort(g))
	}
	person := func(typed string) page { return newPersonForm(d, personNamed(typed)) }
	return newForm(d, formSpec{
		origin: made("group", committee.KindGroup, g.ID, g.Version, g),
		place:  atDirectory, title: title, fields: groupFields(d, g, s.Names),
		nested: map[string]func(string) page{
			string(committee.FieldChair): person, string(committee.FieldRapporteur): person,
			string(committee.FieldMembers): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := g
			base.Name, base.Acronym = typed(v, committee.FieldName), typed(v, committee.FieldAcronym)
			base.Kind, base.Meeting = chosen[committee.GroupKind](v, committee.FieldKind), picked[committee.MeetingID](v, committee.FieldMeeting)
			base.Purpose, base.Remarks = typed(v, committee.FieldText), typed(v, committee.FieldRemarks)
			base.Chair, base.Rapporteur = picked[committee.PersonID](v, committee.FieldChair), picked[committee.PersonID](v, committee.FieldRapporteur)
			base.Members = pickedAll[committee.InstitutionID](v, committee.FieldMembers)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveGroup(ctx, base)
				return saved{thing: thing(committee.KindGroup, after.ID), label: groupShort(after), notice: notice(groupShort(after))}, err
			}
		},
	})
}

func groupFields(d *desk, g committee.Group, names register.Names) []widget.Field {
	w := d.words()
	if g.Kind == "" {
		g.Kind = committee.Standing
		if g.Meeting != "" {
			g.Kind = committee.OfWorkshop
		}
	}
	acronym := hint(lineField(d, committee.FieldAcronym, g.Acronym), w.Directory.AcronymHelp)
	acronym.Max = 40
	meeting := hint(must(lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, names, committee.KindMeeting, g.Meeting))), w.Directory.WorkshopHelp)
	meeting.When = func(v widget.Values) bool { return v.Text(string(committee.FieldKind)) == string(committee.OfWorkshop) }
	chair := labelled(lookupField(d, committee.FieldChair, committee.KindPerson, option(d, names, committee.KindPerson, g.Chair)), w.Directory.Chair)
	rapporteur := lookupField(d, committee.FieldRapporteur, committee.KindPerson, option(d, names, committee.KindPerson, g.Rapporteur))
	members := lookupsField(d, committee.FieldMembers, committee.KindInstitution, options(d, names, committee.KindInstitution, g.Members))
	members = hint(members, w.Directory.MembersHelp)
	chair.New, rapporteur.New, members.New = true, true, true
	return []widget.Field{
		must(lineField(d, committee.FieldName, g.Name)),
		acronym,
		choiceField(d, committee.FieldKind, g.Kind, []committee.GroupKind{committee.Standing, committee.OfWorkshop}, full(w.States.Group)),
		meeting,
		labelled(longField(d, committee.FieldText, g.Purpose), w.Fields[committee.FieldPurpose]),
		chair,
		rapporteur,
		members,
		longField(d, committee.FieldRemarks, g.Remarks),
	}
}
