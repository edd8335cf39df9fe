package document

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// RecordOfDecisions is what a meeting decided: decisions in their exact wording,
// recommendations, and actions by who owns them.
func RecordOfDecisions(r register.MeetingRecord) Document {
	c := newComposer(r)
	status := ""
	if r.Meeting.State != committee.Adjourned {
		status = c.w.Unfinished
	}
	c.head(c.w.Record, status)
	c.say(c.opened() + " " + c.rose())
	c.open(c.w.Parts.Decisions)
	for _, d := range c.Decisions {
		c.decided("", d)
	}
	if len(c.Decisions) == 0 {
		c.say(c.w.Came.NoDecision)
	}
	c.open(c.w.Parts.Recommendations)
	for _, v := range c.Recommendations {
		c.recommended("", v)
	}
	if len(c.Recommendations) == 0 {
		c.say(c.w.Came.NoRecommendation)
	}
	c.open(c.w.Parts.Actions)
	c.byOwner()
	return c.doc
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
				a.Ref, a.Text, c.known(c.short(committee.KindFunction, string(a.Function))), c.known(c.loc.Due(firstDue(a))),
			})
		}
		if owner == "" {
			owner = c.w.Came.Nobody
		}
		c.add(&Heading{2, owner}, t)
	}
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
			v.Ref, r.text, c.known(c.institutions(v.Addressees, c.short)), c.known(c.loc.Due(v.Due)), c.loc.Words.States.Decision[r.state].Full,
		})
	}
	c.recap(c.w.Parts.Recommendations, c.w.Came.NoRecommendation, recommended)
	given := &Table{Columns: []Column{whole(w.Ref), share(w.Action, 5), share(w.Owner, 3), whole(w.Due)}}
	for _, a := range c.Actions {
		given.Rows = append(given.Rows, []string{a.Ref, a.Text, c.known(c.owner(a)), c.known(c.loc.Due(firstDue(a)))})
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
