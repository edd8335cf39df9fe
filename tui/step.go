package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// stepper is something whose implementation moves by steps: an action or an
// adopted recommendation.
type stepper struct {
	kind    committee.Kind
	ref     string
	stamp   committee.Stamp
	origin  origin
	now     committee.Implementation
	refuse  error // stands before any step; nil when none
	advance func(context.Context, Book, committee.Step) (committee.Thing, error)
}

// off says why a verb cannot be applied now; empty when it can.
func (s stepper) off(d *desk, verb committee.Verb) string {
	if said := d.can(verb, s.kind); said != "" {
		return said
	}
	switch err := s.now.Allows(s.kind, verb); {
	case s.stamp.Archived:
		return d.loc.Error(&committee.RefusedError{Verb: verb, Kind: s.kind, Reason: committee.ReasonIsArchived})
	case s.refuse != nil:
		return d.loc.Error(s.refuse)
	case err != nil:
		return d.loc.Error(err)
	}
	return ""
}

// stepCommands are the keys of the implementation, each asking only for what
// the rule needs.
func stepCommands(d *desk, s stepper) []command {
	start := committee.VerbStart
	if s.now.State == committee.Blocked {
		start = committee.VerbResume
	}
	begin := act(keymap.Start, s.off(d, start), func() tea.Cmd { return carryStep(d, s, committee.Step{Verb: start, On: d.today()}) })
	if start == committee.VerbResume {
		begin.word = d.words().Step.Resume
	}
	return append([]command{begin}, s.asks(d)...)
}

// asks are the steps that ask something first.
func (s stepper) asks(d *desk) []command {
	w := d.words().Step
	reason := []widget.Field{reasonField(d)}
	return []command{
		s.ask(d, keymap.Block, committee.VerbBlock, w.Block, []widget.Field{
			must(choiceField(d, committee.FieldCause, committee.CauseUnsaid, committee.BlockCauses, full(d.words().States.Cause))),
			reasonField(d),
		}),
		s.ask(d, keymap.Declare, committee.VerbDeclare, w.Declare, []widget.Field{happenedField(d, committee.FieldDate)}),
		s.ask(d, keymap.Validate, committee.VerbValidate, w.Validate, []widget.Field{
			happenedField(d, committee.FieldDate),
			labelled(lookupField(d, committee.FieldPerson, committee.KindPerson), w.ValidatedBy),
		}),
		s.ask(d, keymap.Return, committee.VerbReturn, w.Return, reason),
		s.ask(d, keymap.Abandon, committee.VerbAbandon, w.Abandon, reason),
		s.ask(d, keymap.Reopen, committee.VerbReopen, w.Reopen, reason),
	}
}

// ask is the command that opens the prompt of a step.
func (s stepper) ask(d *desk, k keymap.Key, verb committee.Verb, title string, fields []widget.Field) command {
	return act(k, s.off(d, verb), func() tea.Cmd {
		return prompt(d, s.origin.by(k.Show), title+d.words().Sheet.Colon+s.ref, "", fields, func(v widget.Values) useCase {
			on := day(v, committee.FieldDate)
			if on.Zero() {
				on = d.today()
			}
			step := committee.Step{
				Verb: verb, On: on, Cause: chosen[committee.BlockCause](v, committee.FieldCause),
				Reason: typed(v, committee.FieldReason), By: picked[committee.PersonID](v, committee.FieldPerson),
			}
			notice := s.notice(d, verb)
			return func(ctx context.Context, b Book) (saved, error) {
				t, err := s.advance(ctx, b, step)
				return saved{thing: t, notice: notice}, err
			}
		})
	})
}

func (s stepper) notice(d *desk, verb committee.Verb) string {
	return s.ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(verb, s.kind)
}

func carryStep(d *desk, s stepper, step committee.Step) tea.Cmd {
	return carry(d, s.notice(d, step.Verb), func(ctx context.Context, b Book) (committee.Thing, error) {
		return s.advance(ctx, b, step)
	})
}

// labelled gives a field other words than its domain's.
func labelled(f widget.Field, label string) widget.Field {
	f.Label = label
	return f
}
