package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// noun says how one kind of thing is listed, shown and changed. One list page
// and one sheet page serve them all.
type noun[L, S any] struct {
	kind  committee.Kind
	place place
	// apart tells that the list is not the one of its place, and has a name of its
	// own.
	apart  bool
	lines  func(context.Context, Book, register.Query) (register.Window[L], error)
	id     func(L) string
	column func(*desk) []widget.Column[L]
	// scopes are the views of the list that f goes through, the first at opening.
	scopes []register.Scope
	// empty says what an empty list is and what to press.
	empty func(*i18n.Words) string

	sheet func(context.Context, Book, string) (S, error)
	stamp func(S) committee.Stamp
	title func(*desk, S) string
	block func(*desk, S) []widget.Block
	// commands are the keys of the thing; target is what the sheet has in
	// focus, empty in a list.
	commands func(d *desk, s S, target string) []command
	// also are keys of the list itself; nil for none.
	also func(*desk) []command
	// create makes the form of a new thing, edit of an existing one; nil
	// where there is none.
	create func(*desk) page
	edit   func(*desk, S) page
	// fixed says why the thing may not be edited as it is now; nil when it
	// always may.
	fixed func(*desk, S) string
	// visit opens a target the sheet knows and the root does not; nil when none.
	visit func(d *desk, s S, target string) tea.Cmd
}

// target writes a thing as the target of a row.
func target(t committee.Thing) string {
	if t.Zero() {
		return ""
	}
	return string(t.Kind) + ":" + t.ID
}

// to is target for a kind and a typed key.
func to[ID ~string](k committee.Kind, id ID) string {
	return target(committee.Thing{Kind: k, ID: string(id)})
}

// thingOf reads a target back.
func thingOf(target string) committee.Thing {
	kind, id, _ := strings.Cut(target, ":")
	return committee.Thing{Kind: committee.Kind(kind), ID: id}
}

// openedMsg asks the root for the page of a thing.
type openedMsg struct{ thing committee.Thing }

// open pushes the page of a thing; a kind without a page is left alone.
func (r root) open(msg openedMsg) (tea.Model, tea.Cmd) {
	p := newPage(r.d, msg.thing)
	if p == nil {
		r.notice = noticedMsg{text: r.d.words().Root.NoPage, role: theme.Warn}
		return r, nil
	}
	return r.Update(pushedMsg{p})
}

// putAway are the commands that archive a thing or restore it.
func putAway(d *desk, t committee.Thing, s committee.Stamp) command {
	if s.Archived {
		return act(keymap.Restore, d.can(committee.VerbRestore, t.Kind), func() tea.Cmd {
			return carry(d, d.words().Common.Restored, func(ctx context.Context, b Book) (committee.Thing, error) {
				return t, b.Restore(ctx, t, s.Version)
			})
		})
	}
	return quiet(act(keymap.Archive, d.can(committee.VerbArchive, t.Kind), func() tea.Cmd { return archive(d, t, s.Version) }))
}
