package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// proposal is something the plenary rules on: a recommendation or a decision.
type proposal struct {
	kind    committee.Kind
	ref     string
	stamp   committee.Stamp
	origin  origin
	words   committee.Wordings
	outcome committee.Deliberation
	meeting committee.MeetingID // where it was put: offered as where it is ruled on
	names   register.Names
	sitting register.Sitting
	rule    func(context.Context, Book, committee.Verb, committee.Ruling) (committee.Thing, error)
}

// at is the proposal, ruled on while a meeting sits.
func (p proposal) at(s register.Sitting) proposal {
	p.sitting = s
	return p
}

// off says why a verb cannot be applied now; empty when it can.
func (p proposal) off(d *desk, verb committee.Verb) string {
	if said := archivedOff(d, verb, p.kind, p.stamp); said != "" {
		return said
	}
	can := p.outcome.State.Open()
	if verb == committee.VerbAmend {
		can = can || p.outcome.State.InEffect()
	}
	if verb == committee.VerbDefer && p.outcome.State == committee.Deferred {
		can = false
	}
	if can {
		return ""
	}
	return d.loc.Error(&committee.RefusedError{Verb: verb, Kind: p.kind, Reason: committee.ReasonState, State: string(p.outcome.State)})
}

// proposalCommands are the keys of the plenary, each asking only for what the
// rule needs.
func proposalCommands(d *desk, p proposal) []command {
	w := d.words().Proposal
	amendTitle := w.AdoptAmended
	text := must(longField(d, committee.FieldText, p.words.Text()))
	why := labelled(reasonField(d), w.WhyAmended)
	if p.outcome.State.InEffect() {
		amendTitle = w.Amend
	} else {
		why.Required = false
	}
	reason := reasonField(d)
	optional := reason
	optional.Required = false
	return []command{
		p.ask(d, keymap.Adopt, committee.VerbAdopt, w.Adopt, nil),
		p.ask(d, keymap.Amend, committee.VerbAmend, amendTitle, []widget.Field{labelled(text, w.AmendedText), why}),
		p.ask(d, keymap.Reject, committee.VerbReject, w.Reject, []widget.Field{reason}),
		p.ask(d, keymap.Defer, committee.VerbDefer, w.Defer, []widget.Field{optional}),
		p.ask(d, keymap.Withdraw, committee.VerbWithdraw, w.Withdraw, []widget.Field{optional}),
	}
}

// ask is the command that opens the prompt of a ruling: where and when, and
// what the verb needs besides.
func (p proposal) ask(d *desk, k keymap.Key, verb committee.Verb, title string, more []widget.Field) command {
	return act(k, p.off(d, verb), func() tea.Cmd {
		meeting := p.meeting
		if !p.outcome.State.Open() {
			meeting = "" // an amendment is made at another meeting than the origin
		}
		fields := append(append([]widget.Field{}, more...),
			labelled(lookupField(d, committee.FieldMeeting, committee.KindMeeting, option(d, p.names, committee.KindMeeting, meeting)), d.words().Proposal.RuledAt),
			happenedField(d, committee.FieldDate))
		return prompt(d, p.origin.by(k.Show), title+d.words().Sheet.Colon+p.ref, p.short(d), fields, func(v widget.Values) useCase {
			r := committee.Ruling{
				Meeting: picked[committee.MeetingID](v, committee.FieldMeeting), On: day(v, committee.FieldDate),
				Reason: typed(v, committee.FieldReason), Text: typed(v, committee.FieldText), By: d.actor.Name,
			}
			notice := p.ref + " " + d.styles.Glyph.Dot + " " + d.loc.Done(verb, p.kind)
			return func(ctx context.Context, b Book) (saved, error) {
				t, err := p.rule(ctx, b, verb, r)
				return saved{thing: t, notice: notice}, err
			}
		})
	})
}

// short says that the quorum is not reached at the meeting that sits; empty when
// it is, or nobody sits.
func (p proposal) short(d *desk) string {
	if !p.sitting.Quorum.Missed() {
		return ""
	}
	return d.styles.Glyph.Late + " " + d.loc.Missed(p.sitting.Base, p.sitting.Quorum)
}

// ruled writes what the plenary decided: state, day, meeting, reason.
func ruled(d *desk, f *facts, o committee.Deliberation) {
	w := d.words()
	said := decisionState(d, o.State)
	if !o.On.Zero() {
		said += " " + d.styles.Glyph.Dot + " " + d.loc.Date(o.On)
	}
	f.row(w.Proposal.Decision, said, decisionRole(o.State))
	if o.Meeting != "" {
		f.linked(w.Proposal.RuledAt, thing(committee.KindMeeting, o.Meeting))
	}
	switch {
	case i18n.TellsVote(o.Reason):
		f.fact(w.Minutes.Votes.Vote, o.Reason)
	case o.Reason != "":
		f.text(committee.FieldReason, o.Reason)
	}
}
