package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
)

// archive puts a thing away. When others refer to it, it says which and asks.
func archive(d *desk, t committee.Thing, version int) tea.Cmd {
	book, loc, saves := d.book, d.loc, d.saves
	anyway := carry(d, loc.Words.Common.ArchivedNotice, func(ctx context.Context, b Book) (committee.Thing, error) {
		return t, b.Archive(ctx, t, version, true)
	})
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		err := book.Archive(ctx, t, version, false)
		var used *committee.InUseError
		if !errors.As(err, &used) {
			if err != nil {
				return failedMsg{err}
			}
			return savedMsg{thing: t, notice: loc.Words.Common.ArchivedNotice}
		}
		w := loc.Words.Root
		lines := []string{loc.Count(w.ReferredTo, used.Total)}
		for i, n := range used.By {
			if i == 6 {
				break
			}
			lines = append(lines, loc.Words.States.Kind[n.Thing.Kind].One+loc.Words.Sheet.Colon+named(n))
		}
		return askedMsg{choiceDialog{d: d, title: w.ArchiveTitle, lines: append(lines, w.ArchiveLine), choices: []choice{
			{key: "z", word: w.ArchiveAnyway, then: anyway}, {key: "esc", word: w.LeaveIt},
		}}}
	}
}

func named(n committee.Named) string {
	if n.Ref == "" {
		return n.Text
	}
	return n.Ref + "  " + n.Text
}
