package document

import (
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/text"
)

// decision, recommendation and action find what a line gave rise to, unless it
// was written already.
func (c *composer) decision(id committee.DecisionID) (committee.Decision, bool) {
	at := slices.IndexFunc(c.Decisions, func(d committee.Decision) bool { return d.ID == id })
	if at < 0 || c.told[string(id)] {
		return committee.Decision{}, false
	}
	return c.Decisions[at], true
}

func (c *composer) recommendation(id committee.RecommendationID) (committee.Recommendation, bool) {
	at := slices.IndexFunc(c.Recommendations, func(r committee.Recommendation) bool { return r.ID == id })
	if at < 0 || c.told[string(id)] {
		return committee.Recommendation{}, false
	}
	return c.Recommendations[at], true
}

func (c *composer) action(id committee.ActionID) (committee.Action, bool) {
	at := slices.IndexFunc(c.Actions, func(a committee.Action) bool { return a.ID == id })
	if at < 0 || c.told[string(id)] {
		return committee.Action{}, false
	}
	return c.Actions[at], true
}

// untold writes what came of items without a line of its own.
func (c *composer) untold(of func(committee.AgendaItemID) bool) {
	for _, d := range c.Decisions {
		if of(d.Item) && !c.told[string(d.ID)] {
			c.decided("", d)
		}
	}
	for _, r := range c.Recommendations {
		if !c.told[string(r.ID)] && c.settling(r) == "" && of(c.under(r)) {
			c.recommended("", r)
		}
	}
	for _, a := range c.Actions {
		if of(a.Item) && !c.told[string(a.ID)] {
			c.given("", a)
		}
	}
}

// settling is the line under which it is written what became of a recommendation:
// the last about it, but that what was put off, rejected or withdrawn without a
// vote has no line that says when.
func (c *composer) settling(r committee.Recommendation) committee.EntryID {
	last := committee.LastAbout(c.Entries, r.ID)
	at := slices.IndexFunc(c.Entries, func(e committee.Entry) bool { return e.ID == last })
	state := c.ruled(r.Words, r.Outcome).state
	if at >= 0 && state != committee.Proposed && !state.InEffect() && c.Entries[at].Kind != committee.EntryVote {
		return ""
	}
	return last
}

// under is the item that a recommendation belongs to here: that of the last line
// about it, else its own.
func (c *composer) under(r committee.Recommendation) committee.AgendaItemID {
	last := committee.LastAbout(c.Entries, r.ID)
	at := slices.IndexFunc(c.Entries, func(e committee.Entry) bool { return e.ID == last })
	if at < 0 {
		return r.Item
	}
	return c.Entries[at].Item
}

// ruling is what this meeting did with a proposal: the wording it adopted or had
// before it, the one before that when it was amended, and the state it left it
// in. What later meetings did is theirs to say.
type ruling struct {
	text, earlier, reason string
	state                 committee.DecisionState
}

func (c *composer) ruled(words committee.Wordings, outcome committee.Deliberation) ruling {
	id, last := c.Meeting.ID, c.Meeting.Last()
	at, here := 0, -1
	for n, v := range words {
		if v.Meeting == id {
			here = n
		}
		if v.Meeting == "" && v.On <= last || v.Meeting == "" && n == 0 {
			at = n
		}
	}
	r := ruling{state: committee.Proposed}
	if here >= 0 {
		at = here
	}
	if at < len(words) {
		r.text = words[at].Text
	}
	unplaced := outcome.Meeting == "" && !outcome.On.Zero() && outcome.On >= c.Meeting.Starts && outcome.On <= last
	switch {
	case here >= 0 && words[here].Adopted && outcome.Meeting != id:
		r.state, r.reason = committee.Amended, words[here].Why
	case outcome.Meeting == id || unplaced:
		r.state, r.reason = outcome.State, outcome.Reason
	}
	if r.state == committee.Amended && at > 0 {
		r.earlier = words[at-1].Text
	}
	return r
}

// labelled begins a block: when, what, and how it ended.
func (c *composer) labelled(at, what, how string) {
	if at != "" {
		what = at + " – " + what
	}
	if how != "" {
		how = "(" + how + ")"
	}
	c.add(&Paragraph{Stressed(what, how)})
}

// decided writes a decision in its exact wording, with how it was taken.
func (c *composer) decided(at string, d committee.Decision) {
	c.told[string(d.ID)] = true
	r, votes := c.ruled(d.Words, d.Outcome), c.votes(d.ID, "")
	how := c.taken(d, r)
	if _, told := c.tally(d, r.state); told { // the vote says the rest
		how = c.loc.Words.States.Decision[r.state].Full
	}
	c.labelled(at, fmt.Sprintf(c.w.Item.Decision, d.Ref), how)
	c.wording(r)
	f := c.facts()
	f.maybe(c.w.Item.Presence, c.missed(committee.KindDecision, string(d.ID), d.Item, r.state))
	c.because(f, r, votes)
	f.maybe(c.w.Came.Addressees, c.institutions(d.Addressees, c.full))
	if !d.Review.Zero() {
		f.is(c.w.Item.Review, fmt.Sprintf(c.w.Item.ReviewOn, c.loc.Date(d.Review)))
	}
	f.put()
}

// wording writes the exact words.
func (c *composer) wording(r ruling) { c.add(&Quote{r.text}) }

// because adds the wording before an amendment, the reason, and to the record
// the votes. What a vote came to is no reason, and is said with the vote.
func (c *composer) because(f *factList, r ruling, votes string) {
	f.maybe(c.w.Item.Earlier, r.earlier)
	if c.brief {
		f.maybe(c.w.Votes.Vote, votes)
	}
	switch {
	case !i18n.TellsVote(r.reason):
		f.maybe(c.w.Item.Reason, r.reason)
	case votes == "":
		f.maybe(c.w.Votes.Vote, r.reason)
	}
}

// put is what was put to a vote. One taken in session holds the bare wording.
func (c *composer) put(vote committee.Entry) string {
	subject, numbered := c.subject(vote)
	switch {
	case vote.Ballot.Manner == committee.MannerUnsaid && !numbered:
		return subject
	case vote.Ballot.Manner == committee.Consensus:
		return fmt.Sprintf(c.w.Votes.Considered, subject)
	}
	return fmt.Sprintf(c.w.Votes.Put, subject)
}

// subject is what was put to a vote, in its words; by its number where a decision
// or a recommendation is written in these words.
func (c *composer) subject(vote committee.Entry) (said string, numbered bool) {
	w := &c.w.Votes
	wording, off := i18n.PutOff(vote.Text)
	for _, d := range c.Decisions {
		if d.ID == vote.Decision && text.FoldWords(c.ruled(d.Words, d.Outcome).text) == text.FoldWords(wording) {
			said = fmt.Sprintf(w.Decision, d.Ref)
		}
	}
	for _, r := range c.Recommendations {
		if r.ID == vote.Recommendation && text.FoldWords(c.ruled(r.Words, r.Outcome).text) == text.FoldWords(wording) {
			said = fmt.Sprintf(w.Recommendation, r.Ref)
		}
	}
	switch {
	case said == "":
		return vote.Text, false
	case off:
		said = fmt.Sprintf(w.Deferral, said)
	}
	return said + ".", true
}

// result is how a vote ended, worded by the program; the counts where not
// enough is known of it, and nothing where nothing is.
func (c *composer) result(e committee.Entry) string {
	if e.Ballot.Manner != committee.Consensus && (e.Votes.For == nil || e.Votes.Against == nil) {
		return c.loc.Voices(e.Votes)
	}
	result := c.loc.LineResult(e)
	if i18n.PutsOff(e.Text) {
		return fmt.Sprintf(c.loc.Words.Sitting.PutOff, result)
	}
	return result
}

// voted writes the result of a vote, worded by the program, and the presence
// that was true for it.
func (c *composer) voted(e committee.Entry) {
	w := &c.w.Votes
	f := c.facts()
	f.is(w.Result, c.result(e))
	f.maybe(w.Presence, c.presence(e.Quorum))
	f.maybe(w.Recused, c.attendees(e.Ballot.Recused))
	var voices []string
	for _, n := range e.Ballot.Named {
		who := ""
		if at := slices.IndexFunc(c.Attendance, func(a committee.Attendance) bool { return a.ID == n.Attendance }); at >= 0 {
			who = c.voter(c.Attendance[at], c.dayOf(e, c.itemOf(e)), e.At)
		}
		voices = append(voices, fmt.Sprintf(c.w.Item.Line, who, c.loc.Words.Sitting.Voice[n.Voice].Full))
	}
	f.maybe(w.Voices, strings.Join(voices, "\n"))
	f.put()
}

// recommended writes a recommendation in its exact wording.
func (c *composer) recommended(at string, v committee.Recommendation) {
	c.told[string(v.ID)] = true
	r := c.ruled(v.Words, v.Outcome)
	c.labelled(at, fmt.Sprintf(c.w.Item.Recommendation, v.Ref), c.howRecommended(v, r.state))
	c.wording(r)
	w := &c.w.Came
	f := c.facts()
	f.maybe(c.w.Item.Presence, c.missed(committee.KindRecommendation, string(v.ID), v.Item, r.state))
	c.because(f, r, c.votes("", v.ID))
	c.within(f, v.Axis, v.Group)
	f.is(w.Addressees, c.institutions(v.Addressees, c.full))
	f.is(w.Due, c.loc.Due(v.Due))
	c.ranked(f, v.Priority)
	f.put()
}

// bloc are the recommendations that were adopted together, those of them that were
// amended, and those that were excepted, by number, and the line of the first.
func (c *composer) bloc(n int) (first committee.EntryID, adopted, amended, excepted []string) {
	for _, e := range c.Entries {
		if n == 0 || e.Bloc != n || e.Kind != committee.EntryRecommendation {
			continue
		}
		if len(adopted) == 0 {
			first = e.ID
		}
		if ref := c.ref(e.Recommendation); !slices.Contains(adopted, ref) {
			adopted = append(adopted, ref)
			if c.amended(e.Recommendation) {
				amended = append(amended, ref)
			}
		}
		for _, id := range e.Excepted {
			excepted = append(excepted, c.ref(id))
		}
	}
	return first, adopted, amended, excepted
}

// amended tells whether this meeting adopted a recommendation in other words.
func (c *composer) amended(id committee.RecommendationID) bool {
	return slices.ContainsFunc(c.Recommendations, func(r committee.Recommendation) bool {
		return r.ID == id && c.ruled(r.Words, r.Outcome).state == committee.Amended
	})
}

// enBloc says which recommendations were adopted together, before the first of
// them, which of them were amended and which were excepted; it is empty elsewhere,
// and of one alone.
func (c *composer) enBloc(line committee.Entry) string {
	first, adopted, amended, excepted := c.bloc(line.Bloc)
	if first != line.ID || len(adopted) < 2 {
		return ""
	}
	w, by, all := &c.w.Votes, c.w.Votes.Plenary, c.loc.List(adopted)
	switch {
	case c.Meeting.Kind == committee.Workshop:
		by = w.Workshop
	case c.Meeting.Group != "":
		by = w.Group
	}
	switch {
	case len(amended) == len(adopted):
		all = fmt.Sprintf(w.BlocAllAmended, all)
	case len(amended) > 0:
		all = fmt.Sprintf(w.BlocOfWhich, all, c.loc.List(amended))
	}
	if len(excepted) > 0 {
		return fmt.Sprintf(w.EnBlocBut, by, all, c.loc.List(excepted))
	}
	return fmt.Sprintf(w.EnBloc, by, all)
}

// howRecommended says what became of a recommendation; in the record, which has no
// line for several adopted together, that it was adopted with others.
func (c *composer) howRecommended(v committee.Recommendation, state committee.DecisionState) string {
	at := slices.IndexFunc(c.Entries, func(e committee.Entry) bool { return e.ID == c.settling(v) })
	if c.brief && at >= 0 {
		_, adopted, _, _ := c.bloc(c.Entries[at].Bloc)
		switch together := len(adopted) > 1; {
		case together && state == committee.Adopted:
			return c.w.Votes.BlocAdopted
		case together && state == committee.Amended:
			return c.w.Votes.BlocAmended
		}
	}
	return c.loc.Words.States.Decision[state].Full
}

// ref is the number of a recommendation, of this meeting or another.
func (c *composer) ref(id committee.RecommendationID) string {
	for _, r := range c.Recommendations {
		if r.ID == id {
			return r.Ref
		}
	}
	return c.Names[committee.Thing{Kind: committee.KindRecommendation, ID: string(id)}].Ref
}

// given writes an action: who, what, when.
func (c *composer) given(at string, a committee.Action) {
	c.told[string(a.ID)] = true
	c.labelled(at, fmt.Sprintf(c.w.Item.Action, a.Ref), "")
	c.add(&Quote{a.Text})
	f := c.facts()
	c.within(f, a.Axis, a.Group)
	f.is(c.w.Columns.Owner, c.office(a.Function, a.Institution))
	f.maybe(c.w.Came.Supporting, c.institutions(a.Supporting, c.full))
	f.is(c.w.Columns.Due, c.loc.Due(firstDue(a)))
	c.costs(f, a)
	f.put()
}

// costs adds the planned cost of an action and its priority.
func (c *composer) costs(f *factList, a committee.Action) {
	if a.Cost != nil {
		f.is(c.w.Came.Cost, c.loc.Amount(*a.Cost))
	}
	c.ranked(f, a.Priority)
}

// within adds the axis and the working group that something belongs to.
func (c *composer) within(f *factList, axis committee.AxisID, group committee.GroupID) {
	f.maybe(c.w.Came.Axis, c.full(committee.KindAxis, string(axis)))
	f.maybe(c.w.Came.Group, c.full(committee.KindGroup, string(group)))
}

// ranked adds a priority.
func (c *composer) ranked(f *factList, p committee.Priority) {
	if p != committee.PriorityUnsaid {
		f.is(c.w.Came.Priority, c.loc.Words.States.Priority[p].Full)
	}
}

// firstDue is the due date that was given with the action: extensions came
// later.
func firstDue(a committee.Action) committee.Due {
	if !a.FirstDue.Zero() {
		return a.FirstDue
	}
	return a.Due
}

// rest writes what came of the meeting and belongs to none of its items.
func (c *composer) rest() {
	here := map[committee.AgendaItemID]bool{}
	for _, i := range c.Items {
		here[i.ID] = true
	}
	before := len(c.doc.Blocks)
	c.open(c.w.Parts.Beyond)
	c.untold(func(of committee.AgendaItemID) bool { return !here[of] })
	c.unlessBare(before)
}

// unlessBare takes out a part that was opened before, and holds nothing but its
// title.
func (c *composer) unlessBare(before int) {
	if len(c.doc.Blocks) == before+1 {
		c.doc.Blocks, c.part = c.doc.Blocks[:before], c.part-1
	}
}

// followUp is the table of the answers given here on earlier recommendations
// and actions.
func (c *composer) followUp() {
	items := c.of(committee.MattersArising)
	if len(c.Followed) == 0 && len(c.Advised) == 0 && len(items) == 0 {
		return
	}
	c.open(c.w.Parts.FollowUp)
	w := &c.w.Columns
	t := &Table{Columns: []Column{whole(w.Ref), share(w.Matter, 4), share(w.Owner, 3), whole(w.Due), share(w.Answer, 4)}}
	answered := c.Answered()
	for n, r := range c.Advised {
		t.Rows = append(t.Rows, []string{
			r.Ref, answered[n].Text, c.known(w.Owner, c.institutions(r.Addressees, c.short)), c.known(w.Due, c.loc.Due(r.Due)), c.loc.Answers(answered[n].Answers),
		})
	}
	for n, a := range c.Followed {
		said := c.loc.Answers(answered[len(c.Advised)+n].Answers)
		t.Rows = append(t.Rows, []string{a.Ref, a.Text, c.known(w.Owner, c.owner(a)), c.known(w.Due, c.loc.Due(a.Due)), said})
	}
	ended := slices.ContainsFunc(items, func(i committee.AgendaItem) bool { return c.ended(i) != "" })
	switch {
	case len(t.Rows) > 0:
		c.add(t)
	case !ended: // else that says why
		c.say(c.missing(c.w.Parts.FollowUp))
	}
	for _, i := range items {
		c.talk(i)
		c.outcome(i)
	}
}

// settled writes what a vote settled, where no line of its own does.
func (c *composer) settled(vote committee.Entry) {
	own := slices.ContainsFunc(c.Entries, func(e committee.Entry) bool {
		return e.Kind == committee.EntryDecision && e.Decision != "" && e.Decision == vote.Decision
	})
	if d, ok := c.decision(vote.Decision); ok && !own {
		c.decided("", d)
	}
	if r, ok := c.recommendation(vote.Recommendation); ok && c.settling(r) == vote.ID {
		c.recommended("", r)
	}
}
