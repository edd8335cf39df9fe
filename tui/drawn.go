package tui

import (
	"slices"

	"suivi/internal/committee"
)

// drawn says which kinds of things stand in the lines of a noun's list, and on
// the page of one, besides its own: when somebody else changes one of those,
// the screen is no longer true.
type drawn struct{ lines, page []committee.Kind }

// directoryKinds are those that people and bodies are named by.
var directoryKinds = []committee.Kind{
	committee.KindInstitution, committee.KindFunction, committee.KindPerson, committee.KindMandate, committee.KindGroup,
}

// workKinds are those that lines of proposals and actions are made of.
var workKinds = []committee.Kind{
	committee.KindRecommendation, committee.KindDecision, committee.KindAction, committee.KindAxis, committee.KindMeeting,
	committee.KindAgendaItem, committee.KindGuideline, committee.KindArticle, committee.KindReference,
}

func kindsOf(some ...[]committee.Kind) []committee.Kind { return slices.Concat(some...) }

var drawnFrom = map[committee.Kind]drawn{
	committee.KindMeeting: {
		lines: []committee.Kind{committee.KindGroup, committee.KindAgendaItem},
		page:  kindsOf(directoryKinds, workKinds, []committee.Kind{committee.KindAttendance, committee.KindEntry, committee.KindCommittee}),
	},
	committee.KindAgendaItem: {lines: directoryKinds, page: kindsOf(directoryKinds, workKinds, []committee.Kind{committee.KindEntry})},
	committee.KindRecommendation: {
		lines: []committee.Kind{committee.KindGroup, committee.KindAxis, committee.KindInstitution, committee.KindAction},
		page:  kindsOf(directoryKinds, workKinds),
	},
	committee.KindDecision: {lines: []committee.Kind{committee.KindMeeting}, page: kindsOf(directoryKinds, workKinds)},
	committee.KindAction: {
		lines: []committee.Kind{committee.KindInstitution, committee.KindFunction, committee.KindAxis},
		page:  kindsOf(directoryKinds, workKinds, []committee.Kind{committee.KindUpdate, committee.KindExtension}),
	},
	committee.KindGuideline: {
		lines: []committee.Kind{committee.KindArticle, committee.KindAction, committee.KindRecommendation},
		page: []committee.Kind{
			committee.KindArticle, committee.KindAction, committee.KindRecommendation, committee.KindAxis, committee.KindMeeting, committee.KindReference,
		},
	},
	committee.KindArticle: {page: kindsOf(directoryKinds, workKinds)},
	committee.KindInstitution: {
		lines: []committee.Kind{committee.KindFunction, committee.KindAction},
		page:  kindsOf(directoryKinds, workKinds),
	},
	committee.KindFunction: {
		lines: []committee.Kind{committee.KindInstitution, committee.KindMandate, committee.KindPerson, committee.KindAction},
		page:  kindsOf(directoryKinds, workKinds),
	},
	committee.KindPerson: {
		lines: []committee.Kind{committee.KindMandate, committee.KindFunction, committee.KindInstitution},
		page:  kindsOf(directoryKinds, []committee.Kind{committee.KindReference}),
	},
	committee.KindGroup: {
		lines: []committee.Kind{committee.KindPerson, committee.KindInstitution, committee.KindRecommendation},
		page:  kindsOf(directoryKinds, workKinds),
	},
	committee.KindReference: {page: kindsOf(directoryKinds, workKinds, []committee.Kind{
		committee.KindCommittee, committee.KindAttendance, committee.KindEntry, committee.KindUpdate, committee.KindExtension,
	})},
}

// settingsKinds are what the settings are drawn from.
var settingsKinds = []committee.Kind{
	committee.KindCommittee, committee.KindAxis, committee.KindInstitution, committee.KindFunction, committee.KindPerson, committee.KindMandate,
	committee.KindAction, committee.KindRecommendation, committee.KindGuideline, committee.KindReference,
}

// mattersKinds are what the matters arising at a meeting are drawn from.
var mattersKinds = kindsOf(directoryKinds, []committee.Kind{
	committee.KindAction, committee.KindRecommendation, committee.KindUpdate, committee.KindExtension, committee.KindMeeting, committee.KindAgendaItem,
})

// lists tells whether a list of a noun is drawn from a thing, with the chosen
// one beside it or not.
func (n noun[L, S]) lists(t committee.Thing, beside bool) bool {
	from := drawnFrom[n.kind]
	return t.Kind == n.kind || slices.Contains(from.lines, t.Kind) || beside && slices.Contains(from.page, t.Kind)
}

// shows tells whether the page of a thing is drawn from another.
func (n noun[L, S]) shows(id string, t committee.Thing) bool {
	return t == committee.Thing{Kind: n.kind, ID: id} || slices.Contains(drawnFrom[n.kind].page, t.Kind)
}
