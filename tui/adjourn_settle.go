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

// postponesAll postpones what is left, once it is sure.
func (p adjournPage) postponesAll() command {
	left, off := p.left(), ""
	if len(left) == 0 {
		off = p.d.words().Adjourn.NoneLeft
	}
	c := act(keymap.PostponeAll, off, func() tea.Cmd { return postponeAll(p.d, p.id, left) })
	c.quiet = off != ""
	return c
}

func postponeAll(d *desk, id committee.MeetingID, left []committee.AgendaItem) tea.Cmd {
	w := d.words().Adjourn
	titles := make([]string, len(left))
	for n, i := range left {
		titles[n] = i.Title
	}
	done := carry(d, d.loc.Count(w.Postponed, len(left)), func(ctx context.Context, b Book) (committee.Thing, error) {
		return thing(committee.KindMeeting, id), b.PostponeItems(ctx, id, left)
	})
	return send(askedMsg{choiceDialog{d: d, title: d.loc.Count(w.PostponeAll, len(left)), lines: titles, choices: []choice{
		{key: "enter", show: "⏎ " + d.words().Journal.YesKey, also: []string{"o", "y"}, word: w.PostponeThem, then: done},
		{key: "esc", also: []string{"n"}, word: w.Mend},
	}}})
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
		r.stack[under] = s.shows(s.place(item))
		return r, nil
	}})
}
