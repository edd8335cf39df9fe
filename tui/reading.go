package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// reading is a page about a meeting that is one sheet, read from the file as a
// whole.
type reading[S any] struct {
	d      *desk
	number int
	turn   int
	sheet  S
	ready  bool
	stale  bool // it is yet to be read, or the meeting changed since it was
	view   widget.Sheet
}

func newReading[S any](d *desk) reading[S] {
	return reading[S]{d: d, number: d.number(), stale: true, view: widget.NewSheet(d.styles)}
}

// Number tells the page from another one of its kind.
func (r reading[S]) Number() int { return r.number }

// Place tells which register the page belongs to.
func (r reading[S]) Place() place { return atMeetings }

// Saving tells whether the sheet is being read: keys wait.
func (r reading[S]) Saving() bool { return r.stale }

// View draws the sheet.
func (r reading[S]) View() string {
	if !r.ready {
		return "\n   " + r.d.styles.Paint(theme.Muted, r.d.words().Common.Loading)
	}
	return r.view.View()
}

// read is the question that the sheet is the answer to.
func (r reading[S]) read(from func(context.Context, Book) (S, error)) tea.Cmd {
	return ask(r.d, r.number, r.turn, from)
}

// took takes an answer, and asks again once a change touches the meeting; drawn
// tells whether the sheet is to be drawn anew.
func (r reading[S]) took(msg tea.Msg, of committee.MeetingID, from func(context.Context, Book) (S, error)) (next reading[S], cmd tea.Cmd, drawn bool) {
	switch msg := msg.(type) {
	case areaMsg:
		r.view = r.view.Resize(msg.width, msg.height)
	case restyledMsg:
		r.view = r.view.SetStyles(r.d.styles)
		return r, nil, true
	case changedMsg:
		if !msg.touches(func(t committee.Thing) bool { return meetings.shows(string(of), t) }) {
			return r, nil, false
		}
		r.turn++
		r.stale = true
		return r, r.read(from), false
	case answer[S]:
		if msg.page != r.number || msg.turn != r.turn {
			return r, nil, false
		}
		if r.stale = false; msg.err != nil {
			return r, send(failedQuietlyMsg{msg.err}), false
		}
		r.sheet, r.ready = msg.value, true
		return r, nil, true
	}
	return r, nil, false
}

// turning is a command that turns the page it is for into its next value; any
// other page stays as it is.
func turning[P page](k keymap.Key, turn func(p P, name string) (page, tea.Cmd)) command {
	return command{key: k, do: func(now page, name string) (page, tea.Cmd) {
		if p, ok := now.(P); ok {
			return turn(p, name)
		}
		return now, nil
	}}
}
