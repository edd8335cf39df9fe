package document

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
)

// RecordOfDecisions is what a meeting decided: earlier minutes adopted,
// decisions in their exact wording with how they were voted, recommendations,
// actions by who owns them, answers on matters arising, and where items went.
func RecordOfDecisions(r register.MeetingRecord) Document {
	c := newComposer(r)
	c.brief = true
	status := ""
	if r.Meeting.State != committee.Adjourned {
		status = c.w.Unfinished
	}
	c.head(c.w.Record, status)
	c.say(c.opened() + " " + c.rose())
	c.reopened()
	c.nothing()
	c.open(c.w.Parts.Decisions)
	before := len(c.doc.Blocks)
	for _, m := range c.MeetingRecord.Minutes {
		c.minutesAdopted(m)
	}
	for _, d := range c.Decisions {
		if !c.pending(d.Words, d.Outcome) {
			c.decided("", d)
		}
	}
	c.freeVotes()
	if len(c.doc.Blocks) == before {
		c.say(c.w.Came.NoDecision)
	}
	c.open(c.w.Parts.Recommendations)
	before = len(c.doc.Blocks)
	for _, v := range c.Recommendations {
		if !c.pending(v.Words, v.Outcome) {
			c.recommended("", v)
		}
	}
	if len(c.doc.Blocks) == before {
		c.say(c.w.Came.NoRecommendation)
	}
	c.leftProposed()
	c.open(c.w.Parts.Actions)
	c.byOwner()
	c.answered()
	c.gone()
	return c.doc
}

// pending tells whether a plenary left something as it was proposed. What a
// group or a workshop recommends is proposed, to the plenary: that is what it did.
func (c *composer) pending(words committee.Wordings, outcome committee.Deliberation) bool {
	return c.Meeting.Group == "" && c.Meeting.Kind != committee.Workshop && c.ruled(words, outcome).state == committee.Proposed
}

// leftProposed are the decisions and the recommendations that were put to the
// meeting, and not settled.
func (c *composer) leftProposed() {
	before := len(c.doc.Blocks)
	c.open(c.w.Parts.Proposed)
	for _, d := range c.Decisions {
		if c.pending(d.Words, d.Outcome) {
			c.decided("", d)
		}
	}
	for _, v := range c.Recommendations {
		if c.pending(v.Words, v.Outcome) {
			c.recommended("", v)
		}
	}
	c.unlessBare(before)
}

// freeVotes are those that settled nothing which has a number.
func (c *composer) freeVotes() {
	for _, e := range c.Entries {
		if e.Kind == committee.EntryVote && e.Ballot.Manner != committee.MannerUnsaid && e.Decision == "" && e.Recommendation == "" {
			c.say(c.put(e))
			f := c.facts()
			if e.Quorum.Missed() {
				f.is(c.w.Item.Presence, c.presence(e.Quorum))
			}
			f.is(c.w.Votes.Vote, c.result(e))
			f.put()
		}
	}
}

// votes are the results of the votes on a decision or a recommendation, one a
// line; what was only moved to be put off says so.
func (c *composer) votes(d committee.DecisionID, v committee.RecommendationID) string {
	var said []string
	for _, e := range c.Entries {
		if e.Kind != committee.EntryVote || d != "" && e.Decision != d || v != "" && e.Recommendation != v {
			continue
		}
		if result := c.result(e); result != "" {
			said = append(said, result)
		}
	}
	return strings.Join(said, "\n")
}

// answered is what was answered on earlier recommendations and actions, but for
// those that were left as they are without a word.
func (c *composer) answered() {
	l := &List{}
	for _, a := range c.Answered() {
		a.Answers = slices.DeleteFunc(a.Answers, func(f committee.FollowUp) bool {
			return f.State == "" && f.Percent == nil && f.To.Zero() && (f.Text == "" || i18n.Unremarked(f))
		})
		if len(a.Answers) > 0 {
			l.Items = append(l.Items, append(Stressed(a.Ref, a.Text), Run{Text: "\n" + c.loc.Answers(a.Answers)}))
		}
	}
	if len(l.Items) > 0 {
		c.open(c.w.Parts.FollowUp)
		c.add(l)
	}
}

// gone are the items that were postponed, referred or withdrawn, with the
// reason.
func (c *composer) gone() {
	l := &List{}
	for n, i := range c.Items {
		if !moved(i) {
			continue
		}
		said := c.loc.Words.States.ItemOutcome[i.Outcome].Full
		if to := c.full(committee.KindGroup, string(i.ReferredTo)); to != "" {
			said = fmt.Sprintf(c.w.Post, said, to)
		}
		if why := strings.TrimSpace(i.Note); why != "" {
			said += ". " + fmt.Sprintf(c.w.Item.Line, c.w.Item.Reason, why)
		}
		l.Items = append(l.Items, Stressed(fmt.Sprintf(c.w.Item.Title, strconv.Itoa(n+1), i.Title), "– "+said))
	}
	if len(l.Items) > 0 {
		c.open(c.w.Parts.Gone)
		c.add(l)
	}
}

// byOwner lists the actions by institution, those of nobody last.
func (c *composer) byOwner() {
	if len(c.Actions) == 0 {
		c.say(c.w.Came.NoAction)
		return
	}
	of, owners := map[string][]committee.Action{}, []string{}
	for _, a := range c.Actions {
		owner := c.full(committee.KindInstitution, string(a.Institution))
		if len(of[owner]) == 0 {
			owners = append(owners, owner)
		}
		of[owner] = append(of[owner], a)
	}
	slices.SortFunc(owners, func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a)
		}
		return cmp.Or(cmp.Compare(text.Fold(a), text.Fold(b)), cmp.Compare(a, b))
	})
	for _, owner := range owners {
		w := &c.w.Columns
		t := &Table{Columns: []Column{whole(w.Ref), share(w.Action, 4), share(w.Function, 2), whole(w.Due)}}
		for _, a := range of[owner] {
			t.Rows = append(t.Rows, []string{
				a.Ref, a.Text + c.means(a), c.known(w.Function, c.short(committee.KindFunction, string(a.Function))), c.known(w.Due, c.loc.Due(firstDue(a))),
			})
		}
		if owner == "" {
			owner = c.w.Came.Nobody
		}
		c.add(&Heading{2, owner}, t)
	}
}

// means are the axis of an action and its working group, who supports it, what it
// is to cost and its priority, on a line below its words; nothing for what was not said.
func (c *composer) means(a committee.Action) string {
	f := c.facts()
	c.inTable(f, a.Axis, a.Group)
	f.maybe(c.w.Came.Supporting, c.institutions(a.Supporting, c.short))
	c.costs(f, a)
	return f.below()
}

// rank is the axis, the working group and the priority of a recommendation, as means are of an
// action.
func (c *composer) rank(v committee.Recommendation) string {
	f := c.facts()
	c.inTable(f, v.Axis, v.Group)
	c.ranked(f, v.Priority)
	return f.below()
}

// inTable adds the axis and the working group, by its acronym where it has one, as
// the institutions of a table.
func (c *composer) inTable(f *factList, axis committee.AxisID, group committee.GroupID) {
	c.within(f, axis, "")
	f.maybe(c.w.Came.Group, cmp.Or(c.short(committee.KindGroup, string(group)), c.full(committee.KindGroup, string(group))))
}

// below are the facts in a row, on a line below a text; empty for none.
func (f *factList) below() string {
	said := make([]string, len(f.facts))
	for n, fact := range f.facts {
		said[n] = fact.Name + " " + fact.Value
	}
	if len(said) == 0 {
		return ""
	}
	return "\n" + strings.Join(said, between)
}

// recapitulation is what the meeting gave, in tables.
func (c *composer) recapitulation() {
	c.open(c.w.Parts.Recap)
	w := &c.w.Columns
	decided := &Table{Columns: []Column{whole(w.Ref), share(w.Decision, 5), share(w.Taken, 3)}}
	for _, d := range c.Decisions {
		r := c.ruled(d.Words, d.Outcome)
		decided.Rows = append(decided.Rows, []string{d.Ref, r.text, c.taken(d, r)})
	}
	c.recap(c.w.Parts.Decisions, c.w.Came.NoDecision, decided)
	recommended := &Table{Columns: []Column{whole(w.Ref), share(w.Recommendation, 5), share(w.Addressees, 3), whole(w.Due), share(w.Taken, 2)}}
	for _, v := range c.Recommendations {
		r := c.ruled(v.Words, v.Outcome)
		recommended.Rows = append(recommended.Rows, []string{
			v.Ref, r.text + c.rank(v), c.known(w.Addressees, c.institutions(v.Addressees, c.short)), c.known(w.Due, c.loc.Due(v.Due)), c.loc.Words.States.Decision[r.state].Full,
		})
	}
	c.recap(c.w.Parts.Recommendations, c.w.Came.NoRecommendation, recommended)
	given := &Table{Columns: []Column{whole(w.Ref), share(w.Action, 5), share(w.Owner, 3), whole(w.Due)}}
	for _, a := range c.Actions {
		given.Rows = append(given.Rows, []string{a.Ref, a.Text + c.means(a), c.known(w.Owner, c.owner(a)), c.known(w.Due, c.loc.Due(firstDue(a)))})
	}
	c.recap(c.w.Parts.Actions, c.w.Came.NoAction, given)
	left := &Table{Columns: []Column{share(w.Item, 3), share(w.Outcome, 2)}}
	for n, i := range c.Items {
		if i.Outcome != committee.ItemWithdrawn && c.ended(i) != "" {
			left.Rows = append(left.Rows, []string{fmt.Sprintf(c.w.Part, strconv.Itoa(n+1), i.Title), c.ended(i)})
		}
	}
	c.recap(c.w.Parts.Left, "", left)
}

// recap writes a table under its title, or that there is nothing in it.
func (c *composer) recap(title, none string, t *Table) {
	if len(t.Rows) == 0 && none == "" {
		return
	}
	c.add(&Heading{2, title})
	if len(t.Rows) == 0 {
		c.say(none)
		return
	}
	c.add(t)
}
