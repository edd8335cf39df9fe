package tui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
)

// focused is the check in focus.
func (p adjournPage) focused() (register.Check, bool) {
	on, _ := p.view.Focused()
	n, err := strconv.Atoi(strings.TrimPrefix(on, checkMark))
	if err != nil || n >= len(p.sheet.failed) {
		return register.Check{}, false
	}
	return p.sheet.failed[n], true
}

// settling are the keys that settle what a check is about where it stands: those
// of the session.
func (p adjournPage) settling(c register.Check) []command {
	switch c.Check {
	case committee.CheckAttendance, committee.CheckQuorum:
		return []command{act(keymap.TakeAttendance, "", func() tea.Cmd { return p.mend(c) })}
	case committee.CheckChair, committee.CheckSecretary:
		cmds := []command{act(keymap.EditLine, "", func() tea.Cmd { return p.mend(c) })}
		if c.Thing != "" { // the list may be what is wrong
			cmds = append(cmds, act(keymap.TakeAttendance, "", func() tea.Cmd { return push(newAttend(p.d, p.id)) }))
		}
		return cmds
	case committee.CheckProposed:
		return p.ruling(p.sheet.undecided[c.Thing])
	case committee.CheckAction, committee.CheckAddressee, committee.CheckNotice:
		return []command{act(keymap.EditLine, "", func() tea.Cmd { return p.mend(c) })}
	case committee.CheckItem:
	default:
		return nil
	}
	at := slices.IndexFunc(p.sheet.meeting.Items, func(i committee.AgendaItem) bool { return string(i.ID) == c.Thing })
	if at < 0 {
		return nil
	}
	seed := outcomeSeed{p.sheet.meeting.Items, p.sheet.meeting.Items[at]}
	cmds := []command{act(keymap.DealtGoOn, "", func() tea.Cmd { return dealtWith(p.d, seed.Item) })}
	for _, k := range []keymap.Key{keymap.PostponeItem, keymap.ReferItem, keymap.DropItem} {
		cmds = append(cmds, act(k, "", func() tea.Cmd { return conclude(p.d, seed, k) }))
	}
	return cmds
}

// elsewhere adds to the keys of the check in focus those that settle other checks:
// here they say that they do not.
func (p adjournPage) elsewhere(cmds []command) []command {
	d, w := p.d, p.d.words()
	for _, k := range []keymap.Key{
		keymap.DealtGoOn, keymap.PostponeItem, keymap.ReferItem, keymap.DropItem, keymap.TakeAttendance, keymap.EditLine, keymap.Adopt, keymap.Reject,
	} {
		if slices.ContainsFunc(cmds, func(c command) bool { return c.key.Show == k.Show }) {
			continue
		}
		off := w.Adjourn.AllDone
		if c, ok := p.focused(); ok {
			off = keysShown(d, fmt.Sprintf(w.Adjourn.NotThis, keyShown(d, k), d.loc.CheckSaid(c.Override)))
		}
		cmds = append(cmds, quiet(act(k, off, nil)))
	}
	return cmds
}

// ruling are the usual keys that adopt, reject or defer a recommendation, at
// this meeting.
func (p adjournPage) ruling(s register.RecommendationSheet) []command {
	r, names := s.Recommendation, maps.Clone(s.Names)
	if names == nil {
		names = register.Names{}
	}
	m := p.sheet.meeting.Meeting
	names[thing(committee.KindMeeting, p.id)] = register.Name{Ref: m.Ref, Full: m.Title}
	r.Meeting = p.id
	cmds := slices.DeleteFunc(proposalCommands(p.d, recommendationProposal(r, names).at(s.Sitting)), func(c command) bool {
		return c.key.Show != keymap.Adopt.Show && c.key.Show != keymap.Reject.Show && c.key.Show != keymap.Defer.Show
	})
	verbs := map[string]committee.Verb{keymap.Adopt.Show: committee.VerbAdopt, keymap.Reject.Show: committee.VerbReject, keymap.Defer.Show: committee.VerbDefer}
	for n := range cmds {
		if cmds[n].off == "" && m.Suspended() {
			cmds[n].off = p.d.loc.Error(&committee.RefusedError{Verb: verbs[cmds[n].key.Show], Kind: committee.KindRecommendation, Reason: committee.ReasonSuspended})
		}
	}
	return cmds
}

// left are the items that were neither dealt with nor postponed.
func (p adjournPage) left() []committee.AgendaItem {
	return slices.DeleteFunc(slices.Clone(p.sheet.meeting.Items), func(i committee.AgendaItem) bool {
		return !slices.ContainsFunc(p.sheet.failed, func(c register.Check) bool { return c.Check == committee.CheckItem && c.Thing == string(i.ID) })
	})
}

// settlesAll concludes what is left, once it is said how.
func (p adjournPage) settlesAll() command {
	left, off := p.left(), ""
	if len(left) == 0 {
		off = p.d.words().Adjourn.NoneLeft
	}
	c := act(keymap.SettleAll, off, func() tea.Cmd { return p.settleAll(left) })
	c.quiet = off != ""
	return c
}

// settleAll asks how the items that are left end: each as the session has it, or
// all alike.
func (p adjournPage) settleAll(left []committee.AgendaItem) tea.Cmd {
	d, w := p.d, p.d.words().Adjourn
	lines := make([]string, len(left))
	worked, dealt, off := 0, slices.Clone(left), slices.Clone(left)
	each := slices.Clone(left)
	for n, i := range left {
		lines[n] = i.Title
		dealt[n].Outcome, off[n].Outcome, each[n].Outcome = committee.DealtWith, committee.PutOff, committee.PutOff
		if p.tackled(i) {
			worked++
			each[n].Outcome = committee.DealtWith
			lines[n] += " " + d.styles.Glyph.Dot + " " + w.Tackled
		}
	}
	settle := func(all []committee.AgendaItem) tea.Cmd {
		return carry(d, d.loc.Count(w.Settled, len(all)), func(ctx context.Context, b Book) (committee.Thing, error) {
			return thing(committee.KindMeeting, p.id), b.SettleItems(ctx, p.id, all)
		})
	}
	choices := []choice{
		{key: keymap.PostponeItem.Show, word: w.AllPutOff, then: settle(off)},
		{key: keymap.DealtGoOn.Show, word: w.AllDealt, then: settle(dealt)},
		{key: "esc", also: []string{"n"}, word: w.Mend},
	}
	if worked > 0 && worked < len(left) {
		choices = append([]choice{{key: "enter", show: "⏎", word: w.EachItsOwn, then: settle(each)}}, choices...)
	}
	return send(askedMsg{choiceDialog{d: d, title: d.loc.Count(w.SettleAll, len(left)), lines: lines, choices: choices}})
}

// tackled tells whether the meeting was on an item, or something is written
// under it.
func (p adjournPage) tackled(i committee.AgendaItem) bool {
	return len(i.Spans) > 0 || slices.ContainsFunc(p.sheet.meeting.Entries, func(e committee.Entry) bool { return e.Item == i.ID })
}

// toSession goes back to the session under the page, with an item in sight; to
// the page of the item where there is no session.
func (p adjournPage) toSession(item committee.AgendaItemID) tea.Cmd {
	return send(invokedMsg{func(r root) (tea.Model, tea.Cmd) {
		under := len(r.stack) - 2
		if under < 0 {
			return r.Update(openedMsg{thing(committee.KindAgendaItem, item)})
		}
		s, ok := r.stack[under].(sessionPage)
		if !ok || s.id != p.id || s.place(item) < 0 {
			return r.Update(openedMsg{thing(committee.KindAgendaItem, item)})
		}
		r.stack = append([]page{}, r.stack[:under+1]...)
		shown := s.shows(s.place(item))
		r.stack[under] = shown
		return r, shown.looks()
	}})
}
