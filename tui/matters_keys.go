package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// matterSeed is what the prompts about a matter arising are made of.
type matterSeed struct {
	Meeting committee.MeetingID `json:"meeting"`
	Matter  register.MatterLine `json:"matter"`
}

// Commands are the keys of the list, the answers first.
func (p mattersPage) Commands() []command {
	w := p.d.words()
	if p.typing {
		return []command{{key: keymap.Move}, {key: keymap.CompletionTake, word: w.List.KeepFilter}, {key: keymap.Back, word: w.List.ClearFilter}}
	}
	cmds := []command{quiet(p.browse(keymap.Move))}
	if l, ok := p.browser.Selected(); ok {
		cmds = append(cmds, p.answers(matterSeed{p.id, l})...)
		cmds = append(cmds, quiet(act(keymap.Open, "", func() tea.Cmd { return send(openedMsg{l.Thing}) })))
	}
	cmds = append(cmds, turning(keymap.Filter, func(p mattersPage, _ string) (page, tea.Cmd) {
		p.typing = true
		p.filter.CursorEnd()
		focus := p.filter.Focus()
		next, cmd := p.resize()
		return next, tea.Batch(focus, cmd)
	}))
	if p.browser.Query().Filter != "" {
		cmds = append(cmds, turning(keymap.Back, func(p mattersPage, _ string) (page, tea.Cmd) {
			p.filter.SetValue("")
			next, cmd := p.asked("")
			return next, cmd
		}))
	}
	// The space bar answers here; pages are turned by their own keys.
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, quiet(p.browse(k)))
	}
	return cmds
}

func (p mattersPage) browse(k keymap.Key) command {
	return turning(k, func(p mattersPage, name string) (page, tea.Cmd) {
		var cmd tea.Cmd
		switch {
		case keymap.PageDown.Matches(name):
			p.browser, cmd = p.browser.Page(1)
		case keymap.PageUp.Matches(name):
			p.browser, cmd = p.browser.Page(-1)
		case keymap.Bottom.Matches(name):
			p.browser, cmd = p.browser.Bottom()
		case name == "up" || name == "k":
			p.browser, cmd = p.browser.Move(-1)
		case name == "down" || name == "j":
			p.browser, cmd = p.browser.Move(1)
		default:
			p.browser, cmd = p.browser.Top()
		}
		return p, cmd
	})
}

// answers are the keys that answer the chosen matter; the next keys wait for
// what comes of one.
func (p mattersPage) answers(s matterSeed) []command {
	off := p.d.can(committee.VerbReport, s.Matter.Thing.Kind)
	once := func(k keymap.Key, do func() tea.Cmd) command {
		c := turning(k, func(p mattersPage, _ string) (page, tea.Cmd) {
			p.noting = s.Matter.Thing
			return p, do()
		})
		c.once, c.off = true, off
		return c
	}
	at := func(kind register.AnswerKind) func() tea.Cmd {
		return func() tea.Cmd {
			if s.Matter.Answered {
				return answerAgain(p.d, s, kind)
			}
			return answerNow(p.d, s, kind)
		}
	}
	cmds := []command{once(keymap.MatterDone, at(register.AnswerDone))}
	for _, k := range []keymap.Key{keymap.MatterProgress, keymap.MatterBlocked, keymap.MatterExtend, keymap.MatterAbandon} {
		cmds = append(cmds, once(k, func() tea.Cmd { return answerAsked(p.d, s, k.Show) }))
	}
	return append(cmds, once(keymap.MatterLeave, at(register.AnswerLeave)),
		once(keymap.MatterRemark, func() tea.Cmd { return answerAsked(p.d, s, keymap.MatterRemark.Show) }))
}

func (s matterSeed) notice(d *desk, kind register.AnswerKind) string {
	w := d.words().Matters
	return fmt.Sprintf(w.Noted, s.Matter.Ref, w.Answers[kind])
}

// noticeAfter is what is said after the answer that a key asked for: a remark
// that changes nothing else was noted all the same.
func (s matterSeed) noticeAfter(d *desk, step string, kind register.AnswerKind) string {
	if w := d.words().Matters; step == keymap.MatterRemark.Show && kind == register.AnswerLeave {
		return fmt.Sprintf(w.Noted, s.Matter.Ref, w.RemarkNoted)
	}
	return s.notice(d, kind)
}

func (s matterSeed) answer(kind register.AnswerKind) register.Answer {
	return register.Answer{Meeting: s.Meeting, Thing: s.Matter.Thing, Version: s.Matter.Version, Kind: kind}
}

// answerNow is an answer that asks for nothing.
func answerNow(d *desk, s matterSeed, kind register.AnswerKind) tea.Cmd {
	return carry(d, s.notice(d, kind), func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.AnswerMatter(ctx, s.answer(kind))
		return s.Matter.Thing, err
	})
}

// answerAgain asks whether a matter that was answered in this meeting is
// answered once more.
func answerAgain(d *desk, s matterSeed, kind register.AnswerKind) tea.Cmd {
	w := d.words()
	lines := []string{s.Matter.Text}
	if s.Matter.Last != "" {
		lines = append(lines, w.Matters.Last+w.Sheet.Colon+fmt.Sprintf(w.Common.Quote, s.Matter.Last))
	}
	return send(askedMsg{choiceDialog{d: d, title: fmt.Sprintf(w.Matters.Already, s.Matter.Ref), lines: lines, choices: []choice{
		{key: "enter", show: "⏎", word: fmt.Sprintf(w.Matters.Again, w.Matters.Answers[kind]), then: answerNow(d, s, kind)},
		{key: "esc", word: w.Root.LeaveIt},
	}}})
}

// answerAsked asks what an answer needs: the percentage, the cause, the new
// date, the reason. The key is the one that asks.
func answerAsked(d *desk, s matterSeed, step string) tea.Cmd {
	kind, title, fields := matterQuestion(d, s, step)
	if fields == nil {
		return nil
	}
	l := s.Matter
	from := made("matter_answer", l.Thing.Kind, l.Thing.ID, l.Version, s).on(thing(committee.KindMeeting, s.Meeting)).by(step)
	about := l.Text
	if l.Answered {
		about = d.styles.Glyph.Late + " " + fmt.Sprintf(d.words().Matters.Already, l.Ref) + " " + about
	}
	return prompt(d, from, fmt.Sprintf(title, l.Ref), about, fields, func(v widget.Values) useCase {
		a := s.answer(kind)
		if given := chosen[register.AnswerKind](v, fieldAnswer); given != "" {
			a.Kind = given
		}
		a.Percent, a.Cause, a.Due = whole(v, committee.FieldPercent), chosen[committee.BlockCause](v, committee.FieldCause), due(v, committee.FieldDue)
		a.Remark = typed(v, committee.FieldReason)
		if remark := typed(v, committee.FieldRemarks); remark != "" {
			a.Remark = remark
		}
		said := saved{thing: l.Thing, notice: s.noticeAfter(d, step, a.Kind)}
		return func(ctx context.Context, b Book) (saved, error) {
			again := a
			again.Version = at(ctx, a.Version)
			_, err := b.AnswerMatter(ctx, again)
			return said, err
		}
	})
}

// fieldAnswer names the field of the answer itself.
const fieldAnswer committee.Field = "answer"

// matterQuestion is what the key of an answer asks; no field for a key that
// asks nothing.
func matterQuestion(d *desk, s matterSeed, step string) (kind register.AnswerKind, title string, fields []widget.Field) {
	w := d.words()
	remark := labelled(lineField(d, committee.FieldRemarks, ""), w.Matters.Remark)
	remark.Max = 4 * committee.MaxLine
	percent := percentField(d)
	percent.Value = fmt.Sprint(s.Matter.Percent)
	switch step {
	case keymap.MatterProgress.Show:
		return register.AnswerProgress, w.Matters.ProgressTitle, []widget.Field{must(percent), remark}
	case keymap.MatterBlocked.Show:
		cause := must(choiceField(d, committee.FieldCause, committee.CauseUnsaid, committee.BlockCauses, full(w.States.Cause)))
		return register.AnswerBlocked, w.Matters.BlockedTitle, []widget.Field{cause, reasonField(d)}
	case keymap.MatterExtend.Show:
		return register.AnswerExtend, w.Matters.ExtendTitle, []widget.Field{labelled(must(dueField(d, committee.FieldDue, "")), w.Matters.NewDue), reasonField(d)}
	case keymap.MatterAbandon.Show:
		return register.AnswerAbandon, w.Matters.AbandonTitle, []widget.Field{reasonField(d)}
	case keymap.MatterRemark.Show:
		kinds := []register.AnswerKind{register.AnswerLeave, register.AnswerProgress, register.AnswerDone}
		percent.When = func(v widget.Values) bool {
			return chosen[register.AnswerKind](v, fieldAnswer) == register.AnswerProgress
		}
		return register.AnswerLeave, w.Matters.RemarkTitle, []widget.Field{
			must(remark), labelled(choiceField(d, fieldAnswer, register.AnswerLeave, kinds, w.Matters.Answers), w.Matters.WhichOne), percent,
		}
	}
	return "", "", nil
}

// KeyRows tells how many rows the keys take below the page.
func (p mattersPage) KeyRows(width, height int) int { return twoRows(width, height) }
