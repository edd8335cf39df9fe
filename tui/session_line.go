package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/keymap"
)

// written are the lines of the item in sight, in the order of the minutes.
func (p sessionPage) written() []committee.Entry {
	var lines []committee.Entry
	for _, e := range p.session.Entries {
		if e.Item == p.item {
			lines = append(lines, e)
		}
	}
	return lines
}

// chosen is the chosen line: the last one until another is.
func (p sessionPage) chosen() (committee.Entry, bool) {
	if _, ok := p.lead(); ok {
		return committee.Entry{}, false
	}
	lines := p.written()
	for _, e := range lines {
		if e.ID == p.line {
			return e, true
		}
	}
	if len(lines) == 0 {
		return committee.Entry{}, false
	}
	return lines[len(lines)-1], true
}

// choose goes up or down the lines; beyond the last one the newest is
// followed.
func (p sessionPage) choose(by int) sessionPage {
	var lines []committee.EntryID
	for _, i := range p.leads() {
		lines = append(lines, i.line())
	}
	for _, e := range p.written() {
		lines = append(lines, e.ID)
	}
	if len(lines) == 0 {
		return p
	}
	at := slices.Index(lines, p.line)
	if at < 0 {
		at = len(lines) - 1
	}
	at = min(max(at+by, 0), len(lines)-1)
	p.line = lines[at]
	if at == len(lines)-1 {
		p.line = ""
	}
	return p.lay()
}

// lineOff says why the chosen line cannot be changed.
func (p sessionPage) lineOff(verb committee.Verb) string {
	e, ok := p.chosen()
	if i, before := p.lead(); before {
		return i.fixed
	}
	if !ok {
		return p.d.words().Session.NoLine
	}
	return recordOff(p.d, verb, committee.KindEntry, p.session.Meeting, e.Stamp)
}

// lineOpenedMsg brings a line of the minutes as it would be typed, to be
// edited, or turned into another kind.
type lineOpenedMsg struct {
	page  int
	entry committee.Entry
	facts lineFacts
	turn  committee.EntryKind // empty to edit it
	err   error
}

// lineFacts are the facts behind a line.
type lineFacts struct {
	who, support, groups []committee.Thing
	priority             committee.Priority
	due                  committee.Due
	cost                 *committee.Amount
}

// openChosen reads the facts of the chosen line.
func (p sessionPage) openChosen(turn committee.EntryKind) tea.Cmd {
	e, _ := p.chosen()
	number, book := p.number, p.d.book
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		f, err := factsOf(ctx, book, e)
		return lineOpenedMsg{page: number, entry: e, facts: f, turn: turn, err: err}
	}
}

// factsOf are the facts of what a line gave rise to.
func factsOf(ctx context.Context, b Book, e committee.Entry) (f lineFacts, err error) {
	one := func(kind committee.Kind, id string) {
		if id != "" {
			f.groups = append(f.groups, committee.Thing{Kind: kind, ID: id})
		}
	}
	switch {
	case e.Kind == committee.EntryAction && e.Action != "":
		s, err := b.Action(ctx, e.Action)
		a := s.Action
		f.who = owner(a.Institution, a.Function)
		f.support = things(committee.KindInstitution, a.Supporting)
		f.priority, f.due, f.cost = a.Priority, a.Due, a.Cost
		one(committee.KindGroup, string(a.Group))
		one(committee.KindAxis, string(a.Axis))
		return f, err
	case e.Kind == committee.EntryRecommendation && e.Recommendation != "":
		s, err := b.Recommendation(ctx, e.Recommendation)
		r := s.Recommendation
		f.who, f.priority, f.due = things(committee.KindInstitution, r.Addressees), r.Priority, r.Due
		one(committee.KindGroup, string(r.Group))
		one(committee.KindAxis, string(r.Axis))
		return f, err
	case e.Kind == committee.EntryDecision && e.Decision != "":
		s, err := b.Decision(ctx, e.Decision)
		f.who, f.due = things(committee.KindInstitution, s.Decision.Addressees), committee.Due(s.Decision.Review)
		return f, err
	}
	f.who = owner(e.SpeakerOf, e.Speaker)
	return f, nil
}

// owner is the function, or else the institution.
func owner(i committee.InstitutionID, f committee.FunctionID) []committee.Thing {
	switch {
	case f != "":
		return []committee.Thing{thing(committee.KindFunction, f)}
	case i != "":
		return []committee.Thing{thing(committee.KindInstitution, i)}
	}
	return nil
}

// spelt is a line as it would be typed with its facts.
func (p sessionPage) spelt(words string, f lineFacts) string {
	named := func(sign string, all []committee.Thing) {
		for _, t := range all {
			if c, ok := p.names.candidates[t]; ok {
				words = strings.TrimRight(words, " ") + " " + sign
				words, _ = p.names.Insert(words, capture.Span{From: len(words) - len(sign), To: len(words)}, c)
			}
		}
	}
	named("@", f.who)
	named("+", f.support)
	named("#", f.groups)
	words = strings.TrimRight(words, " ")
	if f.priority != committee.PriorityUnsaid {
		words += " !" + p.d.words().States.Priority[f.priority].Full
	}
	if !f.due.Zero() {
		words += " >" + p.d.loc.Due(f.due)
	}
	if f.cost != nil {
		words += " $" + strconv.FormatInt(int64(*f.cost), 10)
	}
	return words
}

// openLine opens a line of the minutes for editing, or turns it.
func (p sessionPage) openLine(msg lineOpenedMsg) (page, tea.Cmd) {
	if msg.page != p.number {
		return p, nil
	}
	if msg.err != nil {
		return p, send(failedQuietlyMsg{msg.err})
	}
	e, words := msg.entry, p.spelt(msg.entry.Text, msg.facts)
	if msg.turn == "" {
		t := newTypedLine()
		t.open, t.kind, t.entry, t.on, t.when = true, e.Kind, e, e.On, e.At
		t.line, t.first = t.line.Set(words, len(words)), words
		p.typed, p.agenda, p.panel, p.line = t, false, false, e.ID
		p = p.readAgain()
		p.typed.names = capture.Completion{}
		return p.lay(), nil
	}
	c := p.recast(msg)
	c.Item, c.On, c.At = e.Item, e.On, e.At
	said := fmt.Sprintf(p.d.words().Session.Turned, p.d.words().States.EntryKind[msg.turn].Full)
	return p, carry(p.d, said, func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.TurnLine(ctx, e.ID, e.Version, c)
		return thing(committee.KindEntry, e.ID), err
	})
}

// captureKeys are the keys that open a line, and the kind of it.
var captureKeys = []struct {
	key  keymap.Key
	kind committee.EntryKind
}{
	{keymap.NoteLine, committee.Note},
	{keymap.DecisionLine, committee.EntryDecision},
	{keymap.RecommendationLine, committee.EntryRecommendation},
	{keymap.ActionLine, committee.EntryAction},
	{keymap.StatementLine, committee.Statement},
	{keymap.PracticeLine, committee.GoodPractice},
	{keymap.DifficultyLine, committee.Difficulty},
}

// turnLine asks which kind the chosen line becomes.
func (p sessionPage) turnLine() tea.Cmd {
	e, _ := p.chosen()
	q := choiceDialog{d: p.d, title: p.d.words().Session.TurnTitle, lines: []string{e.Text}}
	if p.session.Quorum.Missed() && e.Kind != committee.EntryDecision {
		q.lines = append(q.lines, p.d.loc.Missed(p.session.Counting.Base, p.session.Quorum))
	}
	for _, c := range captureKeys {
		if c.kind != e.Kind {
			q.choices = append(q.choices, choice{
				key: c.key.Show, word: i18n.Capital(p.d.words().States.EntryKind[c.kind].Full), then: p.openChosen(c.kind),
			})
		}
	}
	q.choices = append(q.choices, choice{key: "esc", word: p.d.words().Root.LeaveIt})
	return send(askedMsg{q})
}

// removeLine asks before a line is taken out of the minutes, and what becomes of
// what it gave rise to.
func (p sessionPage) removeLine() tea.Cmd {
	e, _ := p.chosen()
	w := p.d.words().Session
	gone := func(said string, withMade bool) tea.Cmd {
		return carry(p.d, said, func(ctx context.Context, b Book) (committee.Thing, error) {
			return thing(committee.KindEntry, e.ID), b.RemoveLine(ctx, e.ID, e.Version, withMade)
		})
	}
	q := choiceDialog{d: p.d, title: w.RemoveTitle, lines: []string{e.Text}}
	made := p.gaveRise()
	// A line of an adoption gave rise to nothing: it was proposed before.
	r, ruled := p.session.Recommendations[e.Recommendation]
	ruled = ruled && slices.ContainsFunc(p.session.Entries, func(of committee.Entry) bool { return of.Recommendation == e.Recommendation && of.ID != e.ID }) &&
		committee.LastAbout(p.session.Entries, e.Recommendation) == e.ID
	if ruled {
		q.lines = append(q.lines, fmt.Sprintf(w.Stays, r.Ref, p.d.words().States.Decision[r.Decision].Full))
	}
	if made.Zero() || ruled || e.Kind == committee.EntryVote {
		q.choices = []choice{{key: "enter", show: "⏎ z", also: []string{"z"}, word: w.RemoveLine, then: gone(w.Removed, false)}}
	} else {
		q.lines = append(q.lines, fmt.Sprintf(w.RemoveMade, calledAs(p.d, p.session.Names, made)))
		q.choices = []choice{
			{key: "z", word: w.RemoveBoth, then: gone(w.RemovedBoth, true)},
			{key: "l", word: w.RemoveAlone, then: gone(w.Removed, false)},
		}
	}
	q.choices = append(q.choices, choice{key: "esc", word: p.d.words().Root.LeaveIt})
	return send(askedMsg{q})
}

// split cuts the line that is being edited in two, where the cursor stands.
func (p sessionPage) split() (page, tea.Cmd) {
	w, t := p.d.words().Session, p.typed
	e := t.entry
	switch {
	case e.ID == "":
		p.typed.why = w.NotSplit
		return p.lay(), nil
	case !strings.HasPrefix(t.line.Text(), e.Text), strings.TrimSpace(e.Text[:min(t.line.At(), len(e.Text))]) == "",
		strings.TrimSpace(e.Text[min(t.line.At(), len(e.Text)):]) == "":
		p.typed.why = w.SplitHere
		return p.lay(), nil
	}
	at := utf8.RuneCountInString(e.Text[:t.line.At()])
	p.typed = newTypedLine()
	return p.lay(), carry(p.d, w.SplitDone, func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.SplitLine(ctx, e.ID, e.Version, at)
		return thing(committee.KindEntry, e.ID), err
	})
}

// gaveRise is what the chosen line is about, when it has a page.
func (p sessionPage) gaveRise() committee.Thing {
	if i, ok := p.lead(); ok {
		return i.thing
	}
	e, _ := p.chosen()
	return cameOf(e)
}
