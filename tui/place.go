package tui

import (
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// place is a register of the file, by the number of its key.
type place int

// The places. Their number is the digit that goes there.
const (
	atHome place = iota
	atMeetings
	atRecommendations
	atRoadmap
	atGuidelines
	atDecisions
	atDirectory
	atReferences
	atSettings
	atJournal
)

// places lists the registers with the letter that follows g.
var places = []struct {
	place  place
	letter string
	word   func(i18n.RootWords) string
}{
	{atHome, "a", func(w i18n.RootWords) string { return w.Home }},
	{atMeetings, "s", func(w i18n.RootWords) string { return w.Meetings }},
	{atRecommendations, "r", func(w i18n.RootWords) string { return w.Recommendations }},
	{atRoadmap, "f", func(w i18n.RootWords) string { return w.Roadmap }},
	{atGuidelines, "l", func(w i18n.RootWords) string { return w.Guidelines }},
	{atDecisions, "d", func(w i18n.RootWords) string { return w.Decisions }},
	{atDirectory, "i", func(w i18n.RootWords) string { return w.Directory }},
	{atReferences, "b", func(w i18n.RootWords) string { return w.References }},
	{atSettings, "p", func(w i18n.RootWords) string { return w.Settings }},
	{atJournal, "j", func(w i18n.RootWords) string { return w.Journal }},
}

func (p place) title(w *i18n.Words) string { return places[p].word(w.Root) }

// newRegister makes the page of a register.
func newRegister(d *desk, p place) page {
	switch p {
	case atMeetings:
		return newList(d, meetings)
	case atRecommendations:
		return newList(d, recommendations)
	case atRoadmap:
		return newList(d, actions)
	case atGuidelines:
		return newList(d, guidelines)
	case atDecisions:
		return newList(d, decisions)
	case atDirectory:
		return newDirectory(d)
	case atReferences:
		return newList(d, references)
	case atJournal:
		return newJournal(d, register.Query{})
	}
	return newSettings(d)
}

// newPage makes the page of one thing; nil when its kind has none.
func newPage(d *desk, t committee.Thing) page {
	switch t.Kind {
	case committee.KindMeeting:
		return newSheet(d, meetings, t.ID)
	case committee.KindAgendaItem:
		return newSheet(d, agendaItems, t.ID)
	case committee.KindRecommendation:
		return newSheet(d, recommendations, t.ID)
	case committee.KindAction:
		return newSheet(d, actions, t.ID)
	case committee.KindGuideline:
		return newSheet(d, guidelines, t.ID)
	case committee.KindArticle:
		return newSheet(d, articles, t.ID)
	case committee.KindDecision:
		return newSheet(d, decisions, t.ID)
	case committee.KindInstitution:
		return newSheet(d, institutions, t.ID)
	case committee.KindFunction:
		return newSheet(d, functions, t.ID)
	case committee.KindPerson:
		return newSheet(d, people, t.ID)
	case committee.KindGroup:
		return newSheet(d, groups, t.ID)
	case committee.KindReference:
		return newSheet(d, references, t.ID)
	}
	return nil
}
