package document

import (
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// taken says what became of a decision, how it was taken and the counts: in the
// words of the result of its vote, where they say what became of it.
func (c *composer) taken(d committee.Decision, r ruling) string {
	said := c.loc.Words.States.Decision[r.state].Full
	if r.state == committee.Proposed {
		return said
	}
	t, _ := c.tally(d, r.state)
	counted := t.Manner == committee.Consensus || t.Votes.For != nil && t.Votes.Against != nil
	if settled := r.state == committee.Adopted || r.state == committee.Rejected; settled && counted && t.Passed() == r.state.InEffect() {
		return i18n.Uncapital(c.loc.VoteResult(t))
	}
	manner, counts := c.manner(t.Manner), c.loc.Voices(t.Votes)
	switch {
	case counts != "":
		said = fmt.Sprintf(c.w.Item.Counted, said, counts)
		if manner != "" {
			said += c.loc.Words.Common.Comma + manner
		}
	case manner != "":
		said = fmt.Sprintf(c.w.Item.Manner, said, manner)
	}
	if t.Casting != "" {
		said = fmt.Sprintf(c.w.Item.ByCasting, said)
	}
	return said
}

// tally is what a decision that was left in a state was taken by: the last vote with
// its counts that the paper gives the result of, which told says, but for a motion
// to put it off that was lost; else what the decision itself keeps.
func (c *composer) tally(d committee.Decision, state committee.DecisionState) (t committee.Tally, told bool) {
	t = committee.Tally{Ballot: committee.Ballot{Manner: d.Manner}, Votes: d.Votes}
	for _, e := range c.Entries {
		if e.Kind != committee.EntryVote || e.Decision != d.ID || i18n.PutsOff(e.Text) && state != committee.Deferred {
			continue
		}
		if same := !d.Votes.Counted() || c.loc.Voices(d.Votes) == c.loc.Voices(e.Votes); same && c.result(e) != "" {
			t, told = committee.Tally{Ballot: e.Ballot, Votes: e.Votes}, true
		}
	}
	return t, told
}

// manner is how a decision was taken: par consensus, à main levée.
func (c *composer) manner(m committee.Manner) string {
	if m == committee.Consensus {
		return c.loc.Words.States.Manner[m].Full
	}
	return c.loc.Words.Sitting.Manner[m]
}
