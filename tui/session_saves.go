package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// sentLine is a line that was typed and is not in the file yet. It is kept in
// the draft as it stands here.
type sentLine struct {
	Number  int               `json:"number"`
	Typed   string            `json:"typed"`
	Capture register.Capture  `json:"capture"`
	Entry   committee.EntryID `json:"entry,omitempty"` // the line it changes; empty for a new one
	Version int               `json:"version,omitempty"`
	// Was is that line as it was opened, First as it was to be typed then.
	Was   committee.Entry `json:"was,omitzero"`
	First string          `json:"first,omitempty"`
	// Failed is why it was not saved; empty while that is under way.
	Failed string `json:"-"`
	// resumed tells that it comes from a draft: it may be in the file.
	resumed bool
}

// lineSavedMsg says what became of a line.
type lineSavedMsg struct {
	page, number int
	entry        committee.Entry
	err          error
}

// flush sends the oldest line that waits, one at a time, so that the minutes
// keep the order in which they were typed.
func (p sessionPage) flush() (sessionPage, tea.Cmd) {
	if p.saving || !p.ready {
		return p, nil
	}
	at := slices.IndexFunc(p.sent, func(l sentLine) bool { return l.Failed == "" })
	if at < 0 {
		return p, nil
	}
	p.saving = true
	l, number, book, saves := p.sent[at], p.number, p.d.book, p.d.saves
	return p, func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		msg := lineSavedMsg{page: number, number: l.Number}
		if l.Entry == "" {
			msg.entry, msg.err = book.CaptureLine(ctx, l.Capture)
		} else if msg.err = p.overtaken(ctx, l); msg.err == nil {
			msg.entry, msg.err = book.ReviseLine(ctx, l.Entry, l.Version, l.Capture)
		}
		return msg
	}
}

// savedLine takes what became of a line: one that is in the file goes from the
// bottom to the minutes; one that is not comes back to be typed.
func (p sessionPage) savedLine(msg lineSavedMsg) (page, tea.Cmd) {
	at := slices.IndexFunc(p.sent, func(l sentLine) bool { return l.Number == msg.number })
	if msg.page != p.number || at < 0 {
		return p, nil
	}
	p.saving = false
	p.edition++
	p.sent = slices.Clone(p.sent)
	if msg.err != nil {
		p.sent[at].Failed = p.d.loc.Error(msg.err)
		compare := p.askConflict(p.sent[at], msg.err)
		if p.typed.text() == "" && compare == nil {
			p = p.recall()
			p.typed.open = true
		}
		next, save := p.flush()
		next, load := next.readAgain().reload()
		return next.lay(), tea.Batch(save, load, compare, strand(msg.err, 0))
	}
	p.sent = slices.Delete(p.sent, at, at+1)
	p = p.entered(msg.entry)
	next, save := p.flush()
	next, load := next.reload()
	var told tea.Cmd
	if !next.typed.open {
		next, told = next.tell()
	}
	return next.lay(), tea.Batch(save, load, told)
}

// entered puts a line that was just saved among those that were read, so that
// it does not vanish until they are read again.
func (p sessionPage) entered(e committee.Entry) sessionPage {
	entries := slices.Clone(p.session.Entries)
	if at := slices.IndexFunc(entries, func(o committee.Entry) bool { return o.ID == e.ID }); at >= 0 {
		entries[at] = e
		p.session.Entries = entries
		return p
	}
	at := len(entries)
	for n, o := range entries {
		if o.Item == e.Item {
			at = n + 1
		}
	}
	p.session.Entries = slices.Insert(entries, at, e)
	return p
}

// recall brings the oldest line that could not be saved back into the one at
// the bottom, with why.
func (p sessionPage) recall() sessionPage {
	p.edition++
	at := slices.IndexFunc(p.sent, func(l sentLine) bool { return l.Failed != "" })
	if at < 0 {
		return p
	}
	l := p.sent[at]
	p.sent = slices.Delete(slices.Clone(p.sent), at, at+1)
	return p.takesBack(l)
}

// takesBack puts a line that was sent into the one at the bottom. One that
// somebody else changed meanwhile is held against what it was, not against what
// it became.
func (p sessionPage) takesBack(l sentLine) sessionPage {
	t := newTypedLine()
	t.open, t.kind, t.why, t.on, t.when = p.typed.open, l.Capture.Kind, l.Failed, l.Capture.On, l.Capture.At
	t.line = t.line.Set(l.Typed, len(l.Typed))
	if l.Entry != "" {
		if t.entry = p.entry(l.Entry); t.entry.ID != "" && l.Was.ID != "" {
			t.entry, t.first = l.Was, l.First
		}
	}
	p.typed = t
	if p.place(l.Capture.Item) >= 0 {
		p.item = l.Capture.Item
	}
	return p.readAgain()
}

// dropSaved forgets the lines of a draft that reached the file after all.
func (p sessionPage) dropSaved() sessionPage {
	p.sent = slices.DeleteFunc(slices.Clone(p.sent), func(l sentLine) bool {
		return l.resumed && slices.ContainsFunc(p.session.Entries, func(e committee.Entry) bool {
			return e.Item == l.Capture.Item && e.Kind == l.Capture.Kind && e.At == l.Capture.At && e.Text == l.Capture.Text
		})
	})
	for i := range p.sent {
		p.sent[i].resumed = false
	}
	return p
}

// entry is a line of the minutes as it was last read; zero when it is gone.
func (p sessionPage) entry(id committee.EntryID) committee.Entry {
	for _, e := range p.session.Entries {
		if e.ID == id {
			return e
		}
	}
	return committee.Entry{}
}
