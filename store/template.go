package store

import (
	"context"
	"fmt"
	"strconv"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// template makes the items that meetings of a kind have, with the words of the
// language that the meeting is held in.
type template struct {
	meeting committee.Meeting
	words   *i18n.TemplateWords
	// groups report to the meeting.
	groups []committee.Group
}

// templateOf reads what a meeting's template is made of. A standing group
// reports to the plenary, the groups of a workshop to the workshop.
func templateOf(ctx context.Context, q querier, m committee.Meeting) (template, error) {
	l, err := spokenAt(ctx, q, m)
	if err != nil {
		return template{}, err
	}
	t := template{meeting: m, words: &l.Words.Template}
	rest, args := "WHERE archived = 0 AND kind = 'standing' ORDER BY name_key, id", []any{}
	switch {
	case m.Kind == committee.Workshop:
		rest, args = "WHERE archived = 0 AND meeting = ? ORDER BY name_key, id", []any{m.ID}
	case m.Kind != committee.Ordinary && m.Kind != committee.SecondNotice:
		return t, nil
	}
	t.groups, err = groups.loadAll(ctx, q, rest, args...)
	return t, err
}

// spokenAt are the words of the language that a meeting is held in, its own or
// else the committee's: what the program writes into its record.
func spokenAt(ctx context.Context, q querier, m committee.Meeting) (*i18n.Locale, error) {
	if m.Language != "" {
		return i18n.For(m.Language), nil
	}
	c, err := theCommittee(ctx, q)
	return i18n.For(c.Language), err
}

// point is an item as a template gives it.
func point(purpose committee.ItemPurpose, kind committee.ItemKind, title string, planned int) committee.AgendaItem {
	return committee.AgendaItem{Purpose: purpose, Kind: kind, Title: title, Planned: planned}
}

// items are those of the template, in order.
func (t template) items() []committee.AgendaItem {
	w := t.words
	switch t.meeting.Kind {
	case committee.Extraordinary: // it deals with its object and nothing else
		return []committee.AgendaItem{
			point(committee.Opening, committee.Information, w.Opening, 10),
			point(committee.AgendaAdoption, committee.ForDecisionItem, w.Agenda, 5),
			point(committee.NoPurpose, committee.ForDecisionItem, w.Object, 60),
			point(committee.Closing, committee.Information, w.Closing, 10),
		}
	case committee.GroupMeeting:
		return []committee.AgendaItem{
			point(committee.Opening, committee.Information, w.OpeningGroup, 5),
			point(committee.AgendaAdoption, committee.ForDecisionItem, w.Agenda, 5),
			point(committee.NoPurpose, committee.Discussion, w.Referred, 60),
			point(committee.NoPurpose, committee.GroupWork, w.Draft, 30),
			point(committee.NoPurpose, committee.AnyOtherBusiness, w.Other, 5),
			point(committee.Closing, committee.Information, w.ClosingGroup, 5),
		}
	case committee.Workshop:
		return t.workshop()
	}
	opening := w.Opening
	if t.meeting.Kind == committee.SecondNotice {
		opening = w.OpeningAgain
	}
	all := []committee.AgendaItem{
		point(committee.Opening, committee.Information, opening, 10),
		point(committee.AgendaAdoption, committee.ForDecisionItem, w.Agenda, 5),
	}
	all = append(all, t.reports(0)...)
	return append(all,
		point(committee.NoPurpose, committee.AnyOtherBusiness, w.Other, 10),
		point(committee.Closing, committee.Information, w.Closing, 10))
}

// workshop has a plenary and a group session on each day. The last day, when
// there are several, has the report-back in place of the group session.
func (t template) workshop() []committee.AgendaItem {
	w, days := t.words, max(t.meeting.Days(), 1)
	all := []committee.AgendaItem{
		point(committee.Opening, committee.Information, w.OpeningWorkshop, 30),
		point(committee.AgendaAdoption, committee.ForDecisionItem, w.Programme, 15),
	}
	for n := range all {
		all[n].Day = 1
	}
	for day := 1; day <= days; day++ {
		plenary := point(committee.NoPurpose, committee.Module, fmt.Sprintf(w.Plenary, strconv.Itoa(day)), 120)
		plenary.Day = day
		all = append(all, plenary)
		if day < days || days == 1 {
			session := point(committee.NoPurpose, committee.GroupWork, fmt.Sprintf(w.GroupSession, strconv.Itoa(day)), 150)
			session.Day = day
			all = append(all, session)
		}
	}
	last := t.reports(days)
	if len(last) == 0 {
		last = append(last, point(committee.NoPurpose, committee.ReportBack, w.Feedback, 60))
	}
	last = append(last, point(committee.NoPurpose, committee.ForDecisionItem, w.Reported, 60),
		point(committee.Closing, committee.Information, w.ClosingWorkshop, 20))
	for n := range last {
		last[n].Day = days
	}
	if days == 1 { // the agenda of a single day names none
		for _, some := range [][]committee.AgendaItem{all, last} {
			for n := range some {
				some[n].Day = 0
			}
		}
	}
	return append(all, last...)
}

// reports is one item for each group that reports, on a day.
func (t template) reports(day int) []committee.AgendaItem {
	all := make([]committee.AgendaItem, len(t.groups))
	for n, g := range t.groups {
		all[n] = point(committee.NoPurpose, committee.ReportBack, fmt.Sprintf(t.words.GroupReport, g.Name), 10)
		all[n].Group, all[n].Day = g.ID, day
	}
	return all
}
