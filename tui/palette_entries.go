package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
)

// palette opens the list of every command and every screen.
func (r root) palette() (tea.Model, tea.Cmd) {
	return r.Update(askedMsg{newPalette(r.d, r.entries())})
}

// entries are what the palette offers: what the page can do now, the screens,
// then the commands that act elsewhere, with the place where they do.
func (r root) entries() []entry {
	var all []entry
	known := map[string]bool{keymap.Palette.Word(i18n.For("").Words.Keys).Long: true, keymap.Move.Word(i18n.For("").Words.Keys).Long: true}
	add := func(k keymap.Key, off string, run func(root) (tea.Model, tea.Cmd)) {
		long := k.Word(i18n.For("").Words.Keys).Long
		if known[long] || k.Show == keymap.Places.Show {
			return
		}
		known[long] = true
		all = append(all, entry{
			word: func(w *i18n.Words) string { return k.Word(w.Keys).Long },
			also: func(w *i18n.Words) string { return w.Palette.Synonyms(k.Word(w.Keys)) },
			show: k.Show, off: off, run: run,
		})
	}
	for _, c := range r.top().Commands() {
		if c.do != nil {
			add(c.key, c.off, func(now root) (tea.Model, tea.Cmd) { return now.run(c, c.key.Press[0]) })
		}
	}
	for _, c := range r.globals() {
		add(c.key, "", func(now root) (tea.Model, tea.Cmd) { return now.global(c.key, c.key.Press[0]) })
	}
	if r.d.book != nil {
		add(keymap.Drafts, r.d.draftsCommand().off, func(now root) (tea.Model, tea.Cmd) { return draftsAskedMsg{}.drafts(now) })
		all = append(all, screenEntries(r.d)...)
	}
	for _, k := range keymap.All {
		add(k, k.Group.Word(r.d.words().Palette.Elsewhere), nil)
	}
	return all
}

// screenEntries are the registers, their views, and the forms that add to them.
func screenEntries(d *desk) []entry {
	var all []entry
	for _, pl := range places {
		all = append(all, entry{
			word: func(w *i18n.Words) string { return pl.word(w.Root) },
			show: "g " + pl.letter,
			run:  func(now root) (tea.Model, tea.Cmd) { return now.visit(pl.place) },
		})
	}
	all = append(all, entry{
		word: func(w *i18n.Words) string { return w.Prepare.Backlog },
		run:  func(now root) (tea.Model, tea.Cmd) { return now.Update(pushedMsg{newBacklog(now.d)}) },
	})
	for _, more := range [][]entry{
		nounEntries(d, meetings), nounEntries(d, recommendations), nounEntries(d, actions), nounEntries(d, guidelines), nounEntries(d, decisions),
		nounEntries(d, institutions), nounEntries(d, functions), nounEntries(d, people), nounEntries(d, groups), nounEntries(d, references),
	} {
		all = append(all, more...)
	}
	return all
}

// nounEntries are the views of a noun's list, the list itself where it is no
// register by itself, and the form of a new one.
func nounEntries[L, S any](d *desk, n noun[L, S]) []entry {
	var all []entry
	open := func(q register.Query) func(root) (tea.Model, tea.Cmd) {
		return func(now root) (tea.Model, tea.Cmd) { return now.Update(pushedMsg{newListOf(now.d, n, q, "")}) }
	}
	if n.place == atDirectory {
		word := func(w *i18n.Words) string { return w.States.Kind[n.kind].Many }
		all = append(all, entry{word: word, run: open(register.Query{})})
	}
	for _, scope := range n.scopes {
		if scope != register.All {
			word := func(w *i18n.Words) string {
				return fmt.Sprintf(w.Palette.View, n.place.title(w), w.List.Scopes[scope])
			}
			all = append(all, entry{word: word, run: open(register.Query{Scope: scope})})
		}
	}
	if n.create != nil {
		all = append(all, entry{
			word: func(w *i18n.Words) string { return fmt.Sprintf(w.Palette.Create, w.States.Kind[n.kind].One) },
			off:  d.can(committee.VerbAdd, n.kind),
			run:  func(now root) (tea.Model, tea.Cmd) { return now.Update(pushedMsg{n.create(now.d)}) },
		})
	}
	return all
}
