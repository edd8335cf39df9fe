package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// digit goes to the item of a number. A digit that begins the number of a later
// item as well waits for the second one.
func (p sessionPage) digit(n int) (page, tea.Cmd) {
	n += 10 * p.digits
	if p.digits = 0; n == 0 || 10*n > len(p.session.Items) {
		return p.goTo(n - 1)
	}
	p.digits = n
	said := fmt.Sprintf(p.d.words().Session.SecondDigit, n, 10*n, min(10*n+9, len(p.session.Items)))
	return p, send(noticedMsg{text: said, role: theme.Accent})
}

// numberCommands are the keys while a number waits for its second digit.
func (p sessionPage) numberCommands() []command {
	w := p.d.words().Session
	digits := waits(command{key: keymap.ToItem, do: func(now page, name string) (page, tea.Cmd) {
		n, _ := keymap.Digit(name)
		if s, ok := now.(sessionPage); ok {
			return s.digit(n)
		}
		return now, nil
	}})
	digits.word = w.Digits
	settle := waits(p.turned(keymap.TakeUp, "", func(p sessionPage) (page, tea.Cmd) { return p.settleNumber() }))
	settle.word = fmt.Sprintf(w.OneDigit, p.digits)
	giveUp := p.turned(keymap.Back, "", func(p sessionPage) (page, tea.Cmd) {
		p.digits = 0
		return p, nil
	})
	giveUp.word = w.NoDigits
	return []command{digits, settle, giveUp}
}

// settleNumber goes to the item of the one digit that was typed.
func (p sessionPage) settleNumber() (page, tea.Cmd) {
	n := p.digits
	p.digits = 0
	return p.goTo(n - 1)
}

// Settle ends a number that waits for its second digit when another key follows:
// that key is then for the item of the number.
func (p sessionPage) Settle(name string) (page, tea.Cmd, bool) {
	if p.digits == 0 || keymap.ToItem.Matches(name) || keymap.TakeUp.Matches(name) || keymap.Back.Matches(name) {
		return p, nil, false
	}
	next, cmd := looked(p.settleNumber())
	return next, cmd, true
}
