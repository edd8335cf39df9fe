package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// putToVote is what may be put to the vote under an item: what is still to be
// decided, then what was voted on there, the last first and settled, for a vote
// that was miscounted.
func putToVote(s register.Session, item committee.AgendaItemID, about committee.Thing) []voteProposal {
	all := proposalsOf(s, item, about)
	again := func(t committee.Thing, ref, text string) {
		if !slices.ContainsFunc(all, func(o voteProposal) bool { return o.Thing == t }) {
			all = append(all, voteProposal{t, ref, text, true})
		}
	}
	for _, e := range slices.Backward(s.Entries) {
		if e.Kind != committee.EntryVote || e.Item != item {
			continue
		}
		if l, ok := s.Decisions[e.Decision]; ok {
			again(thing(committee.KindDecision, l.ID), l.Ref, l.Text)
		}
		if l, ok := s.Recommendations[e.Recommendation]; ok {
			again(thing(committee.KindRecommendation, l.ID), l.Ref, l.Text)
		}
	}
	return all
}

// retaken tells why the vote of a line is not taken again by the key that revises
// a line: it settled nothing, or nobody votes now.
func (p sessionPage) retaken(e committee.Entry) string {
	if e.Decision == "" && e.Recommendation == "" {
		return p.d.words().Session.NoVote
	}
	return p.resumed(committee.VerbCapture, committee.KindEntry)
}

// revisesChosen opens what the chosen line is revised in: of a vote, the form of a
// vote on the same thing.
func (p sessionPage) revisesChosen() tea.Cmd {
	if e, ok := p.chosen(); ok && e.Kind == committee.EntryVote {
		return push(newVote(p.d, p.session, p.item, cameOf(e)))
	}
	return p.openChosen("")
}
