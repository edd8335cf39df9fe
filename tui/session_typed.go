package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

const (
	// mostOffers is how many names are offered for the one being typed.
	mostOffers = 5
	// mostTyped is how long a line may be, in characters.
	mostTyped = committee.MaxText
)

// typedLine is the line at the bottom of the screen, closed or being typed. A
// line that was left before it was saved keeps its words: the next key that
// opens one takes them up.
type typedLine struct {
	open  bool
	kind  committee.EntryKind
	line  widget.Line
	read  capture.Line
	names capture.Completion // the name under the cursor; without offers for none
	at    int                // the chosen offer
	moved bool               // it was chosen: enter takes it
	why   string             // why the line was not saved
	aware bool               // it was said that the quorum is not there: enter saves it nonetheless

	// entry is the line of the minutes that is being edited; zero for a new
	// one. when is when the line was said, when that is known already.
	entry committee.Entry
	first string // as it was opened
	both  bool   // two versions of it stand there, to be made one by hand
	on    committee.Date
	when  committee.Clock
}

func newTypedLine() typedLine {
	return typedLine{kind: committee.Note, line: widget.NewLine(mostTyped)}
}

func (t typedLine) text() string { return strings.TrimSpace(t.line.Text()) }

// offers are the names offered, a few.
func (t typedLine) offers() []capture.Candidate {
	return t.names.Candidates[:min(len(t.names.Candidates), mostOffers)]
}

// writes opens the line for a kind; words left from before are taken up.
func (p sessionPage) writes(kind committee.EntryKind) (page, tea.Cmd) {
	if p.typed.entry.ID != "" {
		p.typed = newTypedLine()
	}
	p.typed.kind, p.typed.open, p.typed.why, p.typed.aware = kind, true, "", false
	p.line, p.agenda, p.panel = "", false, false
	if p.typed.text() == "" {
		p = p.recall()
	}
	return p.readAgain().lay(), nil
}

// press takes a key while a line is typed.
func (p sessionPage) press(msg tea.KeyPressMsg) (page, tea.Cmd) {
	offers := len(p.typed.offers())
	switch name := msg.String(); {
	case name == "esc" && offers > 0:
		p.typed.names = capture.Completion{}
		return p.lay(), nil
	case name == "esc":
		return p.endTyping()
	case name == "enter" && p.typed.moved && offers > 0, name == "tab" && offers > 0:
		return p.takeOffer(), nil
	case keymap.KeepLine.Matches(name), keymap.SaveForm.Matches(name): // the key that saves elsewhere
		return p.keep()
	case name == "tab", name == "shift+tab":
		return p, nil
	case name == "up" && offers > 0:
		p.typed.at, p.typed.moved = (p.typed.at+offers-1)%offers, true
		return p, nil
	case name == "down" && offers > 0:
		p.typed.at, p.typed.moved = (p.typed.at+1)%offers, true
		return p, nil
	case keymap.SplitLine.Matches(name):
		return p.split()
	}
	return p.write(msg)
}

// write takes letters, and keys that edit.
func (p sessionPage) write(msg tea.Msg) (page, tea.Cmd) {
	before, at := p.typed.line.Text(), p.typed.line.At()
	line, cut := p.typed.line.Type(msg)
	p.typed.line = line
	if line.Text() != before || line.At() != at {
		p.typed.why, p.typed.aware = "", false
		p = p.readAgain().lay()
	}
	if cut {
		return p, send(noticedMsg{text: fmt.Sprintf(p.d.words().Session.Cut, mostTyped), role: theme.Warn})
	}
	return p, nil
}

// readAgain reads the facts of the line, and what the name under the cursor
// may be.
func (p sessionPage) readAgain() sessionPage {
	t := &p.typed
	if !t.open {
		return p
	}
	t.read = p.understood(t.kind, t.line.Text())
	t.names, _ = p.names.on(t.kind).Complete(t.kind, t.line.Text(), t.line.At())
	t.at, t.moved = 0, false
	return p
}

// takeOffer puts the chosen name in the line.
func (p sessionPage) takeOffer() page {
	t := &p.typed
	text, at := p.names.on(t.kind).Insert(t.line.Text(), t.names.Span, t.offers()[t.at])
	t.line = t.line.Set(text, at)
	p = p.readAgain()
	p.typed.names = capture.Completion{}
	return p.lay()
}

// endTyping closes the line, unless words would be lost: then it asks first.
func (p sessionPage) endTyping() (page, tea.Cmd) {
	t := p.typed
	if t.text() != "" && (t.entry.ID == "" || t.line.Text() != t.first) {
		w := p.d.words().Session
		return p, send(askedMsg{choiceDialog{d: p.d, title: w.LeaveTitle, lines: []string{t.text()}, choices: []choice{
			{key: "enter", show: "⏎", word: w.KeepIt, then: send(lineLeftMsg{p.number, true})},
			{key: keyDiscard, word: w.DropIt, then: send(lineLeftMsg{p.number, false})},
			{key: "esc", word: w.GoOn},
		}}})
	}
	return p.close()
}

// lineLeftMsg says what becomes of the words of a line that is left.
type lineLeftMsg struct {
	page int
	keep bool
}

// left keeps the words of the line, or gives them up, and closes it.
func (p sessionPage) left(msg lineLeftMsg) (page, tea.Cmd) {
	if msg.page != p.number || !p.typed.open {
		return p, nil
	}
	if !msg.keep {
		return p.close()
	}
	kept, cmd := p.keep()
	next, ok := kept.(sessionPage)
	if !ok || next.typed.why != "" {
		return kept, cmd
	}
	closed, more := next.close()
	return closed, tea.Batch(cmd, more)
}

// close ends the typing. A line that could not be saved comes back first:
// nothing that was typed is out of sight.
func (p sessionPage) close() (page, tea.Cmd) {
	kind := p.typed.kind
	p.typed = newTypedLine()
	p.typed.kind = kind
	if p = p.recall(); p.typed.text() != "" {
		p.typed.open = true
		return p.readAgain().lay(), nil
	}
	next, cmd := p.follow().tell()
	return next.lay(), cmd
}

// keep sends the line to the file and goes on to the next; an empty one ends
// the typing.
func (p sessionPage) keep() (page, tea.Cmd) {
	t := p.typed
	if t.text() == "" {
		return p.close()
	}
	if t.read.Text == "" {
		p.typed.why = p.d.words().Session.OnlyFacts
		return p.lay(), nil
	}
	if q := p.session.Quorum; t.kind == committee.EntryDecision && t.entry.ID == "" && q.Missed() && !t.aware {
		p.typed.why, p.typed.aware = withoutQuorum(p.d, q, keymap.KeepLine), true
		return p.lay(), nil
	}
	p.lastSent++
	p.edition++
	l := sentLine{Number: p.lastSent, Typed: t.line.Text(), Entry: t.entry.ID, Version: t.entry.Version, Was: t.entry, First: t.first}
	l.Capture = captured(t.kind, t.read)
	l.Capture.Item, l.Capture.On, l.Capture.At = p.item, t.on, t.when
	if l.Capture.At == "" {
		l.Capture.On, l.Capture.At = p.said()
	}
	if l.Entry != "" {
		l.Capture.Item = t.entry.Item
	}
	p.sent = append(p.sent[:len(p.sent):len(p.sent)], l)
	kind, edited := t.kind, t.entry.ID != ""
	p.typed = newTypedLine()
	p.typed.kind, p.typed.open, p.told = kind, !edited, false
	if !edited {
		p.line = ""
		p = p.recall()
	}
	next, cmd := p.flush()
	return next.readAgain().lay(), cmd
}

// withoutQuorum says that the quorum is not there, and which key records what is
// decided nonetheless.
func withoutQuorum(d *desk, q committee.Reckoning, again keymap.Key) string {
	return fmt.Sprintf(d.words().Session.WithoutQuorum, d.loc.Number(q.Present), d.loc.Number(q.Required), keyShown(d, again))
}

// said is when what is typed now is said; the day only in a meeting of several.
func (p sessionPage) said() (committee.Date, committee.Clock) {
	return p.d.today(), p.d.clock()
}

// captured is a line as it was understood, each fact in its place.
func captured(kind committee.EntryKind, l capture.Line) register.Capture {
	c := register.Capture{Kind: kind, Text: l.Text}
	institution, function := l.Owner()
	switch kind {
	case committee.EntryAction:
		c.Institution, c.Function, c.Supporting = institution, function, l.Supports()
		c.Group, c.Axis, c.Priority, c.Due, c.Cost = l.Group(), l.Axis(), l.Priority(), l.Due(), l.Cost()
	case committee.EntryRecommendation:
		c.Addressees, c.Group, c.Axis, c.Priority, c.Due = l.Addressees(), l.Group(), l.Axis(), l.Priority(), l.Due()
	case committee.EntryDecision:
		c.Addressees, c.Review = l.Addressees(), l.Review()
	default:
		if c.Speaker = function; function == "" {
			c.SpeakerOf = institution
		}
	}
	return c
}
