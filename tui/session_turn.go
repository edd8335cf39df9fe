package tui

import (
	"strings"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/register"
)

// lineFact is one fact behind a line: as it is typed and as it was understood.
type lineFact struct {
	typed lineFacts
	fact  capture.Fact
}

// each are the facts one by one.
func (f lineFacts) each() []lineFact {
	var all []lineFact
	for _, t := range f.who {
		all = append(all, lineFact{lineFacts{who: []committee.Thing{t}}, capture.Fact{Kind: capture.FactWho, Thing: t}})
	}
	for _, t := range f.support {
		all = append(all, lineFact{lineFacts{support: []committee.Thing{t}}, capture.Fact{Kind: capture.FactSupport, Thing: t}})
	}
	for _, t := range f.groups {
		all = append(all, lineFact{lineFacts{groups: []committee.Thing{t}}, capture.Fact{Kind: capture.FactGroup, Thing: t}})
	}
	if f.priority != committee.PriorityUnsaid {
		all = append(all, lineFact{lineFacts{priority: f.priority}, capture.Fact{Kind: capture.FactPriority, Priority: f.priority}})
	}
	if !f.due.Zero() {
		all = append(all, lineFact{lineFacts{due: f.due}, capture.Fact{Kind: capture.FactDue, Due: f.due}})
	}
	if f.cost != nil {
		all = append(all, lineFact{lineFacts{cost: f.cost}, capture.Fact{Kind: capture.FactCost, Cost: *f.cost}})
	}
	return all
}

// recast is a line with its facts as one of another kind. A fact that the new kind
// has no place for stays in words, in brackets: nothing that was said is lost.
func (p sessionPage) recast(msg lineOpenedMsg) register.Capture {
	read := func(words string) capture.Line { return p.understood(msg.turn, words) }
	words, was := msg.entry.Text, p
	was.typed.kind = msg.entry.Kind
	var left []string
	for _, f := range msg.facts.each() {
		next := p.spelt(words, f.typed)
		if len(read(next).Facts) > len(read(words).Facts) {
			words = next
		} else {
			left = append(left, was.factSaid(f.fact))
		}
	}
	c := captured(msg.turn, read(words))
	if left = dropEmpty(left); len(left) > 0 {
		c.Text += " (" + strings.Join(left, p.d.words().Common.Comma) + ")"
	}
	return c
}
