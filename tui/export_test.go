package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// News is the message that brings news of the file.
func News(n register.News) tea.Msg { return newsMsg{news: n} }

// Waiting is the message that a save waits for another program.
func Waiting() tea.Msg { return waitingMsg{} }

// Copied is the message that the file copied itself, or could not.
func Copied(err error) tea.Msg { return copiedMsg{err} }

// Panel is the message that opens one of the pages that a session opens.
func Panel(m tea.Model, name string, s register.Session, item committee.AgendaItemID) tea.Msg {
	d := m.(root).d
	switch id := s.Meeting.ID; name {
	case "attend":
		return pushedMsg{newAttend(d, id)}
	case "matters":
		return pushedMsg{newMatters(d, id, item)}
	case "vote":
		return pushedMsg{newVote(d, s, item, committee.Thing{})}
	case "bloc":
		return pushedMsg{newBloc(d, id, item)}
	case "adjourn":
		return pushedMsg{newAdjourn(d, id)}
	default:
		return pushedMsg{newSummary(d, id)}
	}
}
