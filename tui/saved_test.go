package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
)

// slowly takes a message and runs what follows from it, until the frame shows
// some words; it gives the commands that are left.
func (u *user) slowly(msg tea.Msg, until string) []tea.Cmd {
	u.t.Helper()
	next, cmd := u.model.Update(msg)
	u.model = next
	left := []tea.Cmd{cmd}
	for len(left) > 0 && !strings.Contains(u.frame(), until) {
		if cmd, left = left[0], left[1:]; cmd == nil {
			continue
		}
		switch m := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			left = append(left, m...)
		default:
			next, cmd := u.model.Update(m)
			u.model = next
			left = append(left, cmd)
		}
	}
	return left
}

// A key pressed as soon as something is said to be saved is for what was
// saved, though the list has yet to bring its row.
func TestKeyAfterASaveIsForWhatWasSaved(t *testing.T) {
	still(t, "a new action is blocked at once", func(t *testing.T) {
		u := secretary(t).press("3", "n").write("Louer l’annexe")
		left := u.slowly(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}, "Enregistré")
		next, cmd := u.model.Update(tea.KeyPressMsg{Code: 'b', Text: "b"})
		u.model = next
		for _, cmd := range append(left, cmd) {
			u.run(cmd)
		}
		u.sees("Déclarer bloquée : A-2017-61")
	})
}

// An esc pressed right after other keys comes after them: what they noted is
// in the file, then the page closes.
func TestAHastyEscThrowsNoKeyAway(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("attend")
	var left []tea.Cmd
	for _, key := range []tea.KeyPressMsg{{Code: 'p', Text: "p"}, {Code: 'e', Text: "e"}, {Code: 'p', Text: "p"}, {Code: tea.KeyEscape}} {
		next, cmd := p.model.Update(key)
		p.model = next
		left = append(left, cmd)
	}
	for _, cmd := range left {
		p.run(cmd)
	}
	p.misses("› Présence")
	for n, want := range []committee.Presence{committee.Present, committee.Excused, committee.Present, committee.Awaited} {
		if got := p.session().Attendance[n].Presence; got != want {
			t.Errorf("line %d is %q, want %q", n+1, got, want)
		}
	}
}

// A presence that is noted changes the item under way: the key that deals with
// it, pressed at once, waits for the item as it now is.
func TestAKeyAfterThePresenceIsForTheItemAsItIs(t *testing.T) {
	p := inSession(t, 1, 100, 30, french())
	p.press("9", "g", "a", "enter", ">").sees("point 1/3  0′").press("y", "down")
	left := p.slowly(tea.KeyPressMsg{Code: 'p', Text: "p"}, "✓ EX-ROUTE")
	for _, key := range []tea.KeyPressMsg{{Code: tea.KeyEscape}, {Code: 't', Text: "t"}} {
		next, cmd := p.model.Update(key)
		p.model = next
		left = append(left, cmd)
	}
	for _, cmd := range left {
		p.run(cmd)
	}
	p.sees("Ouverture : traité", "point 2/3").misses("entre-temps")
}
